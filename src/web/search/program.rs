//! The search in the browser: loads the entries once, then answers every keystroke. Uses the search and
//! the browser, not the ladder; renders only the list.

use std::cell::RefCell;
use std::rc::Rc;

use crate::search::{Hit, Index, MarkedPiece, decode, grouped};
use crate::web::dom::{self, FoundLine, Stretch};
use crate::web::search::said::{said, too_long};

/// The field.
const FIELD: &str = "search-words";
/// The element that shows the number of entries found.
const SAID: &str = "search-said";
/// The maximum number of entries shown.
const SHOWN: usize = 20;
/// The maximum number of characters of a query.
const LONGEST: usize = 200;
/// The query parameter of the search page.
const PARAMETER: &str = "q";

/// Loads the entries named in the search box, and answers input from then on.
pub fn start() {
    let (Some(root), Some(file)) = (
        dom::search_box("data-root"),
        dom::search_box("data-entries"),
    ) else {
        return;
    };
    let example = dom::search_box("data-example").unwrap_or_default();
    dom::load(&format!("{root}{file}"), move |text| {
        match text.and_then(|text| decode(&text).ok()) {
            Some((lang, entries)) => answer_field(Answerer {
                index: Index::new(&lang, entries),
                root,
                example,
            }),
            None => dom::mark("search-failed", Some("")),
        }
    });
}

/// What answers are made from.
struct Answerer {
    index: Index,
    /// The way up to the app's root.
    root: String,
    /// A question that finds something.
    example: String,
}

fn answer_field(from: Answerer) {
    let answered = Rc::new(RefCell::new(String::new()));
    if dom::search_is_page()
        && let Some(asked) = dom::query(PARAMETER)
        && dom::filled(FIELD).is_some_and(|typed| typed.is_empty())
    {
        dom::fill(FIELD, &asked);
    }
    answer(&from, "");
    let answer_once = Rc::new(move || {
        let typed = dom::filled(FIELD).unwrap_or_default();
        if *answered.borrow() == typed {
            return;
        }
        answer(&from, &typed);
        if dom::search_is_page() {
            dom::set_parameter(PARAMETER, &typed);
        }
        *answered.borrow_mut() = typed;
    });
    // Text typed before the program was loaded is answered too, and written into the address.
    answer_once();
    let again = answer_once.clone();
    dom::on_field("input", "aria-controls", move |_, _| again());
    dom::keys_of_search(move || answer_once());
    dom::mark("finds", Some(""));
}

fn answer(from: &Answerer, typed: &str) {
    let by = typed.chars().count().saturating_sub(LONGEST);
    if by > 0 {
        dom::say(SAID, &too_long(by, LONGEST));
        dom::show_found(Vec::new());
        return;
    }
    let answer = from.index.find(typed, SHOWN);
    dom::say(SAID, &said(&answer, typed, SHOWN, &from.example));
    let mut lines = Vec::new();
    for (name, hits) in grouped(answer.hits) {
        let mut name = Some(name);
        lines.extend(hits.iter().map(|hit| line(from, name.take(), hit)));
    }
    dom::show_found(lines);
}

/// A hit as a line of the list. One with a headline is headed by it: its title then follows its place, and
/// its text shows only if it has a word of the query.
fn line(from: &Answerer, group: Option<&'static str>, hit: &Hit<'_>) -> FoundLine {
    let mut place = stretches(&hit.place);
    let mut excerpt = stretches(&hit.excerpt);
    let title = match hit.headline.is_empty() {
        true => stretches(&hit.title),
        false => {
            place.push((" · ".to_owned(), false));
            place.extend(stretches(&hit.title));
            if !hit.excerpt.iter().any(|piece| piece.found) {
                excerpt.clear();
            }
            stretches(&hit.headline)
        }
    };
    FoundLine {
        group,
        href: format!("{}{}", from.root, hit.entry.path),
        title,
        place,
        excerpt,
    }
}

fn stretches(pieces: &[MarkedPiece]) -> Vec<Stretch> {
    let pieces = pieces.iter();
    pieces
        .map(|piece| (piece.words.clone(), piece.found))
        .collect()
}
