//! The parts that every page shares: header, main, footer, and helpers that turn ladder data into
//! component values.

use leptos::prelude::*;
use serde::Serialize;

use crate::ladder::{Basis, Competency, Ladder, LevelCode, twins_apart};
use crate::route::{Route, Topic};
use crate::web::components::{
    BasisNote, Breadcrumbs, Crumb, LevelLink, MatrixCell, MatrixRow, NavLink, NotStarted,
    SchemeSwitch, SearchDialog, SiteFooter, SiteHeader, UnlockForm,
};
use crate::web::document::{Page, script_json};
use crate::web::enhancements;

/// Renders a page: the frame around `content`.
pub(crate) fn framed(
    route: Route,
    title: impl Into<String>,
    description: impl Into<String>,
    content: impl FnOnce() -> AnyView,
) -> Page {
    let title = title.into();
    let body = rendered(&route, &title, content);
    Page {
        image: Page::SITE_IMAGE.to_owned(),
        route,
        title,
        description: description.into(),
        body,
    }
}

fn rendered(route: &Route, title: &str, content: impl FnOnce() -> AnyView) -> String {
    let to = |target: &Route| route.link(target);
    let whole = to(&Route::Whole);
    Owner::new().with(|| {
        let content = content();
        // The search page has the field itself.
        let search = (*route != Route::Search)
            .then(|| view! { <SearchDialog root=route.root() whole=whole.clone() /> });
        // Pages that show personal records must be able to unlock them first.
        let personal = matches!(
            route,
            Route::Quiz | Route::Results | Route::Data | Route::Topic(Topic::Case)
        );
        let settings = *route == Route::Data;
        let unlock = personal.then(|| view! { <UnlockForm settings=settings /> });
        view! {
            <SiteHeader home=to(&Route::Home) links=nav(route) search=to(&Route::Search) />
            <a class="reminder" id=enhancements::REMINDER href=to(&Route::Quiz) hidden=true>
                "You asked to be reminded: half a year has passed. Take the quiz again"
            </a>
            <Breadcrumbs above=crumbs(route) here=title.to_owned() />
            {not_started(route, whole.clone())}
            <main id="main">{unlock} {content}</main>
            <SiteFooter
                data=to(&Route::Data)
                privacy=to(&Route::Privacy)
                about=to(&Route::About)
                sources=to(&Route::Topic(Topic::Sources))
                whole=whole
                link=to(&Route::Link)
            />
            <p class="visually-hidden" id=enhancements::SAID role="status"></p>
            {search}
        }
        .to_html()
    })
}

/// The message for when the program of a page did not start. Pages that need their program also show it
/// if scripts are disabled.
fn not_started(route: &Route, whole: String) -> AnyView {
    let (what, still) = match route {
        Route::Quiz => (
            "The quiz has not started.",
            "You can read every question below, and nothing you saved is lost.",
        ),
        Route::Results | Route::Data => (
            "What this browser keeps is not shown.",
            "Nothing you saved is lost.",
        ),
        Route::Topic(Topic::Case) => (
            "Notes are not saved now.",
            "You can choose a level, write, and print; nothing of it is saved. Nothing you saved before is lost.",
        ),
        Route::Search => {
            return view! {
                <NotStarted what="The search has not started." if_blocked=true>
                    "Use " <a href=whole>"the whole ladder on one page"</a>
                    " and your browser’s own search there."
                </NotStarted>
            }
            .into_any();
        }
        _ => (
            "A part of this page has not started.",
            "You can read on, and nothing you saved is lost.",
        ),
    };
    let if_blocked = matches!(
        route,
        Route::Quiz | Route::Results | Route::Data | Route::Topic(Topic::Case)
    );
    view! { <NotStarted what=what if_blocked=if_blocked>{still}</NotStarted> }.into_any()
}

/// The parent pages, from the root down.
fn crumbs(route: &Route) -> Vec<Crumb> {
    let (words, code) = match route {
        Route::Level(_) => ("Levels", None),
        Route::Expectation(code, _) => ("Levels", Some(*code)),
        Route::Competency(_) => ("Competencies", None),
        Route::Pair(..) => ("Compare", None),
        Route::Topic(_) => ("Guide", None),
        _ => return Vec::new(),
    };
    let above = match words {
        "Levels" => Route::Levels,
        "Competencies" => Route::Competencies,
        "Compare" => Route::Compare,
        _ => Route::Guide,
    };
    let crumb = |words: String, target: Route| Crumb {
        words,
        href: route.link(&target),
    };
    let mut crumbs = vec![crumb(words.to_owned(), above)];
    crumbs.extend(code.map(|code| crumb(code.to_string(), Route::Level(code))));
    crumbs
}

/// Adds the data of a page's island at the end; none if it cannot be written as JSON, which fails the
/// build.
pub(crate) fn with_data(mut page: Page, data: &impl Serialize) -> Option<Page> {
    let json = script_json(&serde_json::to_string(data).ok()?);
    page.body.push_str(&format!(
        r#"<script type="application/json" id="page-data">{json}</script>"#
    ));
    Some(page)
}

fn nav(here: &Route) -> Vec<NavLink> {
    let within = |target: &Route| {
        matches!(
            (target, here),
            (Route::Levels, Route::Level(_) | Route::Expectation(..))
                | (Route::Competencies, Route::Competency(_))
                | (Route::Compare, Route::Pair(..))
                | (Route::Guide, Route::Topic(_))
        )
    };
    [
        ("Levels", Route::Levels),
        ("Competencies", Route::Competencies),
        ("Compare", Route::Compare),
        ("Guide", Route::Guide),
        ("Quiz", Route::Quiz),
        ("Your results", Route::Results),
    ]
    .into_iter()
    .map(|(words, target)| NavLink {
        words,
        href: here.link(&target),
        wide_only: target == Route::Compare,
        here: match *here == target {
            true => Some("page"),
            false => within(&target).then_some("true"),
        },
    })
    .collect()
}

/// A level's titles by scheme, the default one first.
pub(crate) fn titles(ladder: &Ladder, code: LevelCode) -> Vec<(String, String)> {
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

/// The class of a block that belongs to a level: the colour of its track, or of the trunk.
pub(crate) fn rail_class(code: LevelCode) -> String {
    match code.is_trunk() {
        true => "rail".to_owned(),
        false => format!("rail rail-{}", code.track().id()),
    }
}

/// The gist of the same competency at the level's twin, to mark the differences.
pub(crate) fn twin_gist(item: &Competency, code: LevelCode) -> Option<String> {
    let twin = item.expectations.get(&code.twin()?)?;
    Some(twin.gist.clone())
}

/// Below this distance twins expect nearly the same: they share at least three words in ten.
const ALIKE: f64 = 0.7;

/// The matrix, row by row; with links to the expectations if `link` is set.
pub(crate) fn matrix_rows(ladder: &Ladder, here: &Route, link: bool) -> Vec<MatrixRow> {
    let row = |item: &Competency| MatrixRow {
        name: item.name.clone(),
        href: here.link(&Route::Competency(item.id.clone())),
        lean: item.lean,
        dimension: item.dimension.clone(),
        cells: LevelCode::all()
            .filter_map(|code| {
                let cell = item.expectations.get(&code)?;
                let own = Route::Expectation(code, item.id.clone());
                Some(MatrixCell {
                    code,
                    gist: cell.gist.clone(),
                    twin: twin_gist(item, code),
                    alike: !code.is_trunk() && twins_apart(item, code.rung()) < ALIKE,
                    href: link.then(|| here.link(&own)),
                })
            })
            .collect(),
    };
    ladder.competencies.iter().map(row).collect()
}

/// The stops of the map, with links from `here`.
pub(crate) fn stops(ladder: &Ladder, here: &Route) -> Vec<LevelLink> {
    LevelCode::all()
        .map(|code| LevelLink {
            code,
            titles: titles(ladder, code),
            href: here.link(&Route::Level(code)),
        })
        .collect()
}

/// The source id for the authors of this site; not listed, since the letter O already says it.
const OURS: &str = "ours";

/// The basis of a text, with a link to the explanation.
pub(crate) fn basis(ladder: &Ladder, here: &Route, basis: Basis, sources: &[String]) -> AnyView {
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
    let href = format!(
        "{}#basis-{}",
        here.link(&Route::Topic(Topic::Sources)),
        basis.letter()
    );
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

/// The choice of titles, and the element that reports if the choice could not be saved.
pub(crate) fn scheme_switch(ladder: &Ladder) -> AnyView {
    let schemes = ladder.title_schemes.iter();
    let schemes = schemes
        .map(|scheme| (scheme.id.clone(), scheme.name.clone()))
        .collect();
    view! {
        <div>
            <SchemeSwitch schemes=schemes />
            <p class="notice" id=enhancements::SAY role="alert"></p>
        </div>
    }
    .into_any()
}
