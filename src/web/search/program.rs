//! The search in the browser: loads the entries once, then answers every keystroke. Uses the search and
//! the browser, not the ladder; renders only the list.

use std::cell::RefCell;
use std::rc::Rc;

use crate::search::{Index, MarkedPiece, SearchResult, decode};
use crate::web::dom::{self, FoundLine};

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
    dom::load(&format!("{root}{file}"), move |text| {
        match text.and_then(|text| decode(&text).ok()) {
            Some(entries) => answer_field(Index::new(entries), root),
            None => dom::mark("search-failed", Some("")),
        }
    });
}

fn answer_field(index: Index, root: String) {
    let answered = Rc::new(RefCell::new(String::new()));
    if dom::search_is_page()
        && let Some(asked) = dom::query(PARAMETER)
        && dom::filled(FIELD).is_some_and(|typed| typed.is_empty())
    {
        dom::fill(FIELD, &asked);
    }
    answer(&index, &root, "");
    let answer_once = Rc::new(move || {
        let typed = dom::filled(FIELD).unwrap_or_default();
        if *answered.borrow() == typed {
            return;
        }
        answer(&index, &root, &typed);
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

fn answer(index: &Index, root: &str, typed: &str) {
    let by = typed.chars().count().saturating_sub(LONGEST);
    if by > 0 {
        let unit = if by == 1 { "character" } else { "characters" };
        let words = format!(
            "{by} {unit} too long to search for: {LONGEST} are the most. Take some words out."
        );
        dom::say(SAID, &words);
        dom::show_found(Vec::new());
        return;
    }
    let answer = index.find(typed, SHOWN);
    dom::say(SAID, &said(&answer, typed));
    let line = |hit: &crate::search::Hit| FoundLine {
        href: format!("{root}{}", hit.entry.path),
        title: stretches(&hit.title),
        place: stretches(&hit.place),
        excerpt: stretches(&hit.excerpt),
    };
    dom::show_found(answer.hits.iter().map(line).collect());
}

fn stretches(pieces: &[MarkedPiece]) -> Vec<(String, bool)> {
    let pieces = pieces.iter();
    pieces
        .map(|piece| (piece.words.clone(), piece.found))
        .collect()
}

fn said(answer: &SearchResult, typed: &str) -> String {
    match (answer.total, answer.partial) {
        _ if typed.trim().is_empty() => "A word, or a level and a word: l7 risk.".to_owned(),
        (0, _) => {
            "Nothing has these words. Try one of them alone, or a level code such as T6.".to_owned()
        }
        (_, true) => "No entry has all of these words; these come closest.".to_owned(),
        (1, false) => "1 entry.".to_owned(),
        (total, false) if total > SHOWN => format!("{total} entries; the first {SHOWN} show."),
        (total, false) => format!("{total} entries."),
    }
}
