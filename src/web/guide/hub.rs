//! `/guide/`: every topic with one line, in groups.

use leptos::prelude::*;

use crate::route::Route;
use crate::web::document::Page;
use crate::web::frame::framed;
use crate::web::guide::side::GROUPS;
use crate::web::guide::{line, title};
use crate::web::ladder::ways::next_step;
use crate::web::site::Site;

const HERE: Route = Route::Guide;

/// What the list says of itself.
struct HubWords {
    title: &'static str,
    description: &'static str,
    lede: &'static str,
}

/// Of a ladder with a guide.
const WITH_GUIDE: HubWords = HubWords {
    title: "Guide to both tracks",
    description: "Choosing and switching tracks, growing, hands-on time, traps, advice for managers and organisations, titles, and a glossary.",
    lede: "One page for each decision: which track, what next, and how to make it work where you are.",
};

/// Of one without.
const WITHOUT: HubWords = HubWords {
    title: "Around the ladder",
    description: "The ladder at a glance, what levels share and where they differ, and a page for your own case.",
    lede: "What can be read off the ladder itself, and a place for your own case. It has no guide yet.",
};

/// The list of topics.
pub(crate) fn page(site: Site) -> Page {
    let words = match site.guide {
        Some(_) => WITH_GUIDE,
        None => WITHOUT,
    };
    framed(site, HERE, words.title, words.description, || {
        content(site, &words)
    })
}

fn content(site: Site, words: &HubWords) -> AnyView {
    let here = site.at(HERE);
    let has = site.topics();
    let groups = GROUPS
        .into_iter()
        .enumerate()
        .filter_map(|(at, (head, topics))| {
            let topics = topics.iter().filter(|topic| has.contains(topic));
            let lines: Vec<AnyView> = topics
                .map(|topic| {
                    let href = here.link(&Route::Topic(*topic));
                    index_line(href, title(*topic), line(site, *topic))
                })
                .collect();
            // The ladder itself is compared before one chooses.
            let ladder = match at == 0 {
                true => comparisons(site, &here),
                false => Vec::new(),
            };
            let is_there = !(ladder.is_empty() && lines.is_empty());
            is_there.then(|| {
                view! {
                    <section>
                        <h2>{head}</h2>
                        <ul class="plain-list">{lines} {ladder}</ul>
                    </section>
                }
            })
        })
        .collect_view();
    let next = match site.ladder.sides {
        Some(_) => next_step(&here, &Route::Quiz, "Take the quiz"),
        None => next_step(&here, &Route::Levels, "Read the levels"),
    };
    view! {
        <h1>{words.title}</h1>
        <p class="lede">{words.lede}</p>
        <div class="twins guide-hub">{groups}</div>
        {next}
    }
    .into_any()
}

fn index_line(href: String, title: &'static str, line: String) -> AnyView {
    view! {
        <li class="index-line">
            <a href=href>{title}</a>
            <span class="soft">{line}</span>
        </li>
    }
    .into_any()
}

/// The lines of what is no topic: the comparison of levels, and the matrix.
fn comparisons(site: Site, here: &Route) -> Vec<AnyView> {
    let which = match site.compares_all() {
        true => "Any two",
        false => "Any two that are one step apart",
    };
    let compare = format!("{which}: what is the same, what is new, what is no longer expected.");
    let of = match site.ladder.tracks.len() {
        1 => "",
        2 => " of both tracks",
        _ => " of all tracks",
    };
    let matrix = format!("Every competency on every level{of}, with filters.");
    let compare = index_line(here.link(&Route::Compare), "Compare two levels", compare);
    let matrix = index_line(here.link(&Route::Matrix), "The ladder at a glance", matrix);
    let compare = site.has_comparisons().then_some(compare);
    let matrix = site.has_expectation_pages().then_some(matrix);
    compare.into_iter().chain(matrix).collect()
}
