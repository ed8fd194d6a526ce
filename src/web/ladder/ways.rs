//! Links to other pages: levels and competencies, the link buttons, the next step.

use leptos::prelude::*;

use crate::ladder::{Ladder, LevelCode};
use crate::route::Route;
use crate::web::components::{LinkButton, LinkWindow, Station};

/// The window that the link buttons of a page open.
pub(crate) fn link_window(here: &Route) -> AnyView {
    view! { <LinkWindow help=here.link(&Route::Link) /> }.into_any()
}

/// The button that links to a page or to an element on it.
pub(crate) fn link_to(here: &Route, target: &Route, title: String) -> AnyView {
    view! { <LinkButton href=here.link(target) title=title /> }.into_any()
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

/// Links to levels by code, as a list.
pub(crate) fn level_links(here: &Route, codes: &[LevelCode]) -> AnyView {
    let links: Vec<AnyView> = codes
        .iter()
        .map(|code| {
            view! { <li><a href=here.link(&Route::Level(*code))><Station code=*code /></a></li> }
                .into_any()
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

/// A level with its default title: “T6 Staff Engineer”.
pub(crate) fn name(ladder: &Ladder, code: LevelCode) -> String {
    let title = ladder.level(code).map(|level| level.title.as_str());
    format!("{code} {}", title.unwrap_or_default())
}

/// The address for comparing a level with any other.
pub(crate) fn compare_href(here: &Route, code: LevelCode) -> String {
    format!("{}?a={}", here.link(&Route::Compare), code.slug())
}
