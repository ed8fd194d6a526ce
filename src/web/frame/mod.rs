//! What every page shares: header, main, footer; in `values`, helpers from ladder to component values.

mod glance;
mod values;

use leptos::prelude::*;
use serde::Serialize;

use crate::ladder::{Direction, Ladder};
use crate::route::{Route, Topic};
use crate::web::components::{
    Breadcrumbs, Crumb, NavLink, NotStarted, SearchDialog, SiteFooter, SiteHeader, UnlockForm,
};
use crate::web::document::{Page, script_json};
use crate::web::enhancements;
use crate::web::site::Site;

pub(crate) use glance::{
    heat_groups, heat_rows, left_to_right, parting, step_from_below, words_columns, words_levels,
    words_rows,
};
pub(crate) use values::{
    EVEN, absence, basis, basis_mark, capital, columns, counterpart, expectation_href, lean_sign,
    map, plain_text, rail_class, scheme_switch, step_words, stops, track_class,
};

/// Renders a page of the site’s current ladder: the frame around `content`.
pub(crate) fn framed(
    site: Site,
    page: Route,
    title: impl Into<String>,
    description: impl Into<String>,
    content: impl FnOnce() -> AnyView,
) -> Page {
    let (title, description) = (title.into(), description.into());
    let route = site.at(page);
    let body = rendered(site, &route, &title, content);
    // Pages of several ladders are told apart in a tab, a chat and a list of bookmarks.
    let is_other = !site.is_default() && *route.page() != Route::Home;
    let (title, description) = match is_other {
        true => (
            format!("{title} · {}", site.ladder.short),
            format!("{}: {description}", site.ladder.name),
        ),
        false => (title, description),
    };
    // The pages of the site have no words of the ladder's that matter more than our own.
    let (lang, dir) = match route.page().is_of_ladder() {
        true => (site.ladder.lang.as_str(), site.ladder.dir),
        false => (Page::LANG, Direction::Ltr),
    };
    Page {
        image: Page::SITE_IMAGE.to_owned(),
        site: site.name.to_owned(),
        ladder: site.ladder.id.clone(),
        lang: lang.to_owned(),
        dir,
        route,
        title,
        description,
        body,
    }
}

fn rendered(site: Site, route: &Route, title: &str, content: impl FnOnce() -> AnyView) -> String {
    let to = |target: &Route| route.link(target);
    let whole = to(&Route::Whole);
    Owner::new().with(|| {
        let content = content();
        // The page of the search has the field itself.
        let search = (*route.page() != Route::Search).then(|| {
            view! {
                <SearchDialog root=route.root() whole=whole.clone() example=search_example(site.ladder) />
            }
        });
        // Pages that show personal records must be able to open them first.
        let page = route.page();
        let personal = matches!(
            page,
            Route::Quiz | Route::Results | Route::Data | Route::Topic(Topic::Case)
        );
        let settings = *page == Route::Data;
        let unlock = personal.then(|| view! { <UnlockForm settings=settings /> });
        let sources = site.topics().contains(&Topic::Sources);
        view! {
            <SiteHeader
                name=site.name
                home=to(&Route::Home)
                links=nav(site, route)
                search=to(&Route::Search)
                ladders=ladders(site, route)
            />
            <a class="reminder" id=enhancements::REMINDER href=to(&Route::Quiz) hidden=true>
                "You asked to be reminded: half a year has passed. Take the quiz again"
            </a>
            <Breadcrumbs above=crumbs(site, route) here=title.to_owned() />
            {not_started(page, whole.clone())}
            <main id="main">{unlock} {content}</main>
            <SiteFooter
                data=to(&Route::Data)
                privacy=to(&Route::Privacy)
                about=to(&Route::About)
                sources=sources.then(|| to(&Route::Topic(Topic::Sources)))
                whole=whole
                link=to(&Route::Link)
                credit=credit(site.ladder)
            />
            <p class="visually-hidden" id=enhancements::SAID role="status"></p>
            {search}
        }
        .to_html()
    })
}

/// Whose content a ladder is, for the foot of its pages.
fn credit(ladder: &Ladder) -> String {
    let Some(licence) = &ladder.licence else {
        return String::new();
    };
    match &licence.short {
        Some(short) => format!("Content {}; {short}.", licence.name),
        None => format!("Content {}.", licence.name),
    }
}

/// A question that the search of this ladder answers: the highest level, and a competency.
pub(crate) fn search_example(ladder: &Ladder) -> String {
    let level = ladder
        .levels
        .last()
        .map(|level| level.label().to_lowercase());
    let item = ladder.competencies.last().map(|item| {
        let words = item.name.split_whitespace();
        words.last().unwrap_or_default().to_lowercase()
    });
    let words: Vec<String> = level.into_iter().chain(item).collect();
    words.join(" ")
}

/// The other ladders of the site, each at its home; the one shown is marked. Empty where there is one.
fn ladders(site: Site, route: &Route) -> Vec<NavLink> {
    let all = site.each();
    if all.len() < 2 {
        return Vec::new();
    }
    all.into_iter()
        .map(|other| {
            let root = route.root();
            NavLink {
                words: other.ladder.short.clone(),
                href: format!("{root}{}", other.at(Route::Home).path()),
                here: (other.ladder.id == site.ladder.id).then_some("true"),
            }
        })
        .collect()
}

/// What is said where the program of a page did not start. Pages that are little without it also say
/// so where no script runs.
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

/// The pages above one, from the root down.
fn crumbs(site: Site, route: &Route) -> Vec<Crumb> {
    let (words, above, level) = match route.page() {
        Route::Level(_) => ("Levels", Route::Levels, None),
        Route::Expectation(level, _) => ("Levels", Route::Levels, site.ladder.level(level)),
        Route::Competency(_) => ("Competencies", Route::Competencies, None),
        Route::Pair(..) => ("Compare", Route::Compare, None),
        Route::Topic(_) => ("Guide", Route::Guide, None),
        _ => return Vec::new(),
    };
    let crumb = |words: String, target: &Route| Crumb {
        words,
        href: route.link(target),
    };
    let mut crumbs = vec![crumb(words.to_owned(), &above)];
    crumbs.extend(
        level.map(|level| crumb(level.label().to_owned(), &Route::Level(level.id.clone()))),
    );
    crumbs
}

/// Adds what the live part of a page needs, behind everything that is read; none if it cannot be
/// written as JSON, which fails the build.
pub(crate) fn with_data(mut page: Page, data: &impl Serialize) -> Option<Page> {
    let json = script_json(&serde_json::to_string(data).ok()?);
    page.body.push_str(&format!(
        r#"<script type="application/json" id="page-data">{json}</script>"#
    ));
    Some(page)
}

fn nav(site: Site, here: &Route) -> Vec<NavLink> {
    let within = |target: &Route| {
        matches!(
            (target, here.page()),
            (Route::Levels, Route::Level(_) | Route::Expectation(..))
                | (Route::Competencies, Route::Competency(_))
                | (Route::Compare, Route::Pair(..))
                | (Route::Guide, Route::Topic(_))
        )
    };
    [
        ("Ladder", Route::Matrix),
        ("Compare", Route::Compare),
        ("Quiz", Route::Quiz),
        ("Your results", Route::Results),
        ("Guide", Route::Guide),
    ]
    .into_iter()
    .filter(|(_, target)| *target != Route::Compare || site.has_comparisons())
    .map(|(words, target)| NavLink {
        words: words.to_owned(),
        href: here.link(&target),
        here: match *here.page() == target {
            true => Some("page"),
            false => within(&target).then_some("true"),
        },
    })
    .collect()
}
