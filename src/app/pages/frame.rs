//! What every page shares: header, main, footer, and small helpers from ladder to component values.

use leptos::prelude::*;

use crate::app::components::{BasisNote, LevelLink, NavLink, SchemeSwitch, SiteFooter, SiteHeader};
use crate::app::document::{Page, script_json};
use crate::app::site::Site;
use crate::app::state::PageData;
use crate::app::touches;
use crate::ladder::{Basis, Competency, Ladder, LevelCode};
use crate::route::Route;

/// Renders a page: the frame around `content`.
pub(super) fn framed(
    route: Route,
    title: impl Into<String>,
    description: impl Into<String>,
    content: impl FnOnce() -> AnyView,
) -> Page {
    let body = rendered(&route, content);
    Page {
        route,
        title: title.into(),
        description: description.into(),
        body,
    }
}

fn rendered(route: &Route, content: impl FnOnce() -> AnyView) -> String {
    Owner::new().with(|| {
        view! {
            <SiteHeader home=route.link(&Route::Home) links=nav(route) />
            <main id="main">{content()}</main>
            <SiteFooter about=route.link(&Route::About) />
        }
        .to_html()
    })
}

/// Adds what the live part of a page needs, behind everything that is read; none if it cannot be
/// written as JSON, which fails the build.
pub(super) fn with_data(mut page: Page, site: Site) -> Option<Page> {
    let json = script_json(&serde_json::to_string(&PageData::of(site)).ok()?);
    page.body.push_str(&format!(
        r#"<script type="application/json" id="page-data">{json}</script>"#
    ));
    Some(page)
}

fn nav(here: &Route) -> Vec<NavLink> {
    [
        ("Levels", Route::Levels),
        ("Competencies", Route::Competencies),
        ("Quiz", Route::Quiz),
        ("Your results", Route::Results),
        ("About", Route::About),
    ]
    .into_iter()
    .map(|(words, target)| NavLink {
        words,
        href: here.link(&target),
        here: *here == target,
    })
    .collect()
}

/// A level's titles by scheme, the default one first.
pub(super) fn titles(ladder: &Ladder, code: LevelCode) -> Vec<(String, String)> {
    let by_scheme: Vec<(String, String)> = ladder
        .title_schemes
        .iter()
        .filter_map(|scheme| Some((scheme.id.clone(), scheme.titles.get(&code)?.clone())))
        .collect();
    if by_scheme.is_empty() {
        let own = ladder.level(code).map(|level| level.title.clone());
        own.map(|title| (String::new(), title))
            .into_iter()
            .collect()
    } else {
        by_scheme
    }
}

/// The class of a block that belongs to a level: the rail of its track, or the plain trunk.
pub(super) fn rail_class(code: LevelCode) -> String {
    match code.is_trunk() {
        true => "rail".to_owned(),
        false => format!("rail rail-{}", code.track().id()),
    }
}

/// What a level's twin asks for in the same competency, to mark what differs.
pub(super) fn twin_gist(item: &Competency, code: LevelCode) -> Option<String> {
    let twin = item.expectations.get(&code.twin()?)?;
    Some(twin.gist.clone())
}

/// The stops of the map, with links from `here`.
pub(super) fn stops(ladder: &Ladder, here: &Route) -> Vec<LevelLink> {
    LevelCode::all()
        .map(|code| LevelLink {
            code,
            titles: titles(ladder, code),
            href: here.link(&Route::Level(code)),
        })
        .collect()
}

/// The source that stands for ourselves; the letter O says it already.
const OURS: &str = "ours";

/// What a text rests on, with a link to the explanation.
pub(super) fn basis(ladder: &Ladder, here: &Route, basis: Basis, sources: &[String]) -> AnyView {
    let name = ladder.basis(basis).map(|note| note.name.clone());
    let short: Vec<&str> = sources
        .iter()
        .filter(|id| *id != OURS)
        .filter_map(|id| ladder.source(id))
        .map(|source| source.short.as_str())
        .collect();
    let short = match (basis, short.as_slice()) {
        (_, []) => String::new(),
        (Basis::O, short) => format!("guided by {}", short.join(", ")),
        (_, short) => short.join(", "),
    };
    let href = format!("{}#basis-{}", here.link(&Route::About), basis.letter());
    view! {
        <BasisNote
            letter=basis.letter()
            name=name.unwrap_or_default()
            sources=short
            href=href
        />
    }
    .into_any()
}

/// The choice of titles, and the place where it is said if the choice could not be kept.
pub(super) fn scheme_switch(ladder: &Ladder) -> AnyView {
    let schemes = ladder.title_schemes.iter();
    let schemes = schemes
        .map(|scheme| (scheme.id.clone(), scheme.name.clone()))
        .collect();
    view! {
        <div>
            <SchemeSwitch schemes=schemes />
            <p class="notice" id=touches::SAY role="alert"></p>
        </div>
    }
    .into_any()
}
