//! Links to other pages: levels and competencies, the link buttons, the next step.

use leptos::prelude::*;

use crate::growth::mark_id;
use crate::ladder::{Absence, Competency, Ladder, Level};
use crate::route::{Route, Topic};
use crate::web::components::{HeadlineCell, LinkButton, LinkWindow, Station};
use crate::web::frame::absence;
use crate::web::site::Site;

/// The window that the link buttons of a page open.
pub(crate) fn link_window(here: &Route) -> AnyView {
    view! { <LinkWindow help=here.link(&Route::Link) /> }.into_any()
}

/// The button that links to a page or to a part of it.
pub(crate) fn link_to(here: &Route, target: &Route, title: String) -> AnyView {
    view! { <LinkButton href=here.link(target) title=title /> }.into_any()
}

/// The button that prints the page.
pub(crate) fn print_button() -> AnyView {
    view! { <button type="button" class="button-text needs-script" data-print="">"Print"</button> }
        .into_any()
}

/// Links to competencies by id, as a list.
pub(crate) fn competency_links(ladder: &Ladder, here: &Route, ids: &[String]) -> AnyView {
    let links: Vec<AnyView> = ids
        .iter()
        .filter_map(|id| ladder.competency(id))
        .map(|item| {
            let href = here.link(&Route::Competency(item.id.clone()));
            view! { <li><a href=href>{item.name.clone()}</a></li> }.into_any()
        })
        .collect();
    view! { <ul class="inline-list">{links}</ul> }.into_any()
}

/// Links to levels, one after the other.
pub(crate) fn level_links(here: &Route, levels: &[&Level]) -> AnyView {
    let links: Vec<AnyView> = levels
        .iter()
        .map(|level| {
            let href = here.link(&Route::Level(level.id.clone()));
            view! { <li><a href=href><Station level=*level /></a></li> }.into_any()
        })
        .collect();
    view! { <ul class="inline-list">{links}</ul> }.into_any()
}

/// The link to the next step at the end of a page.
pub(crate) fn next_step(here: &Route, target: &Route, words: &'static str) -> AnyView {
    view! {
        <nav class="page-ends" aria-label="Next step">
            <a class="button" href=here.link(target)>{words}</a>
        </nav>
    }
    .into_any()
}

/// The way to compare a level with any other.
pub(crate) fn compare_href(here: &Route, level: &Level) -> String {
    format!("{}?a={}", here.link(&Route::Compare), level.id)
}

/// The way into the quiz. A result speaks of the first ladder of a site; from another one the words
/// promise no more than the quiz.
pub(crate) fn to_quiz(site: Site, here: &Route) -> AnyView {
    let words = match site.is_default() && site.ladder.sides.is_some() {
        true => "Take the 5-minute quiz",
        false => "Take the quiz: deep or broad work",
    };
    view! { <a class="button" href=here.link(&Route::Quiz)>{words}</a> }.into_any()
}

/// The next step to where the tracks part; on a ladder without that page to all levels.
pub(crate) fn to_divergence(site: Site, here: &Route) -> AnyView {
    match site.topics().contains(&Topic::Divergence) {
        true => next_step(
            here,
            &Route::Topic(Topic::Divergence),
            "Where the tracks part most",
        ),
        false => next_step(here, &Route::Levels, "All levels"),
    }
}

/// The headline of a level, or why there is none.
pub(crate) fn headline(
    ladder: &Ladder,
    item: &Competency,
    level: &Level,
    column: Option<usize>,
) -> HeadlineCell {
    let text = match item.at(level) {
        Some(cell) => cell.headline().to_owned(),
        None => absence(item.absence(level).unwrap_or(Absence::NotWritten)).to_owned(),
    };
    HeadlineCell {
        sign: level.into(),
        text: text.into_any(),
        column,
        is_main: false,
        is_absent: item.at(level).is_none(),
        mark: mark_id(ladder, item, level),
    }
}
