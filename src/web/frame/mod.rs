//! What every page shares: header, main, footer; in `values`, helpers from ladder to component values.

mod glance;
mod values;

use leptos::prelude::*;
use serde::Serialize;

use crate::ladder::{Direction, Ladder, Level};
use crate::route::{GrowthPart, Route, Topic};
use crate::web::components::{
    Breadcrumbs, Crumb, EmbedCard, NavLink, NotStarted, NoteLink, SearchDialog, SiteFooter,
    SiteHeader, UnlockForm,
};
use crate::web::document::{Page, script_json};
use crate::web::enhancements;
use crate::web::site::Site;

pub(crate) use glance::{
    across, heat_groups, heat_rows, left_to_right, parting, words_columns, words_levels, words_rows,
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
        let personal = is_personal(page);
        let settings = *page == Route::Data;
        let unlock = personal.then(|| view! { <UnlockForm settings=settings /> });
        let sources = site.topics().contains(&Topic::Sources);
        view! {
            {header(site, route)}
            <a class="reminder" id=enhancements::REMINDER href=to(&Route::Quiz) hidden=true>
                "Six months have passed, and you asked to be reminded. Take the quiz again"
            </a>
            <Breadcrumbs above=crumbs(site, route) here=title.to_owned() />
            {not_started(page, whole.clone())}
            <main id="main">{unlock} {content}</main>
            <SiteFooter
                data=to(&Route::Data)
                privacy=to(&Route::Privacy)
                about=to(&Route::About)
                sources=sources.then(|| to(&Route::Topic(Topic::Sources)))
                talk=to(&Route::Talk)
                whole=whole
                link=to(&Route::Link)
                own=to(&Route::OwnLadder)
                credit=credit(site.ladder)
            />
            <p class="visually-hidden" id=enhancements::SAID role="status"></p>
            {search}
            {card(site, route)}
        }
        .to_html()
    })
}

/// Whether a page is little without what is saved in this browser.
const fn is_personal(page: &Route) -> bool {
    matches!(
        page,
        Route::Quiz | Route::Results | Route::Data | Route::Studio | Route::Growth(_)
    )
}

/// The head of a page.
pub(crate) fn header(site: Site, route: &Route) -> AnyView {
    view! {
        <SiteHeader
            name=site.name
            home=route.link(&Route::Home)
            links=nav(site, route)
            search=route.link(&Route::Search)
            note=note(site, route)
            ladders=ladders(site, route)
        />
    }
    .into_any()
}

/// The way to a note, with the competency that a page is about.
fn note(site: Site, route: &Route) -> NoteLink {
    let about = match route.page() {
        Route::Competency(item) | Route::Expectation(_, item) => site.ladder.competency(item),
        _ => None,
    };
    NoteLink {
        href: route.link(&Route::Growth(GrowthPart::Evidence)),
        about: about.map(|item| (item.id.clone(), item.name.clone())),
    }
}

/// The page as a card for a frame: a level, a competency, or an expectation.
fn card(site: Site, route: &Route) -> Option<AnyView> {
    let ladder = site.ladder;
    let (level, item) = match route.page() {
        Route::Level(level) => (Some(ladder.level(level)?), None),
        Route::Competency(item) => (None, Some(ladder.competency(item)?)),
        Route::Expectation(level, item) => {
            (Some(ladder.level(level)?), Some(ladder.competency(item)?))
        }
        _ => return None,
    };
    let headline = match (level, item) {
        (Some(level), Some(item)) => Some(item.at(level)?.headline()),
        (Some(level), None) => level.question.as_deref().or(level.about.as_deref()),
        (None, item) => item.and_then(|item| item.about.as_deref()),
    };
    let name = item.map(|item| item.name.clone());
    let title = level.and_then(|level| level.code.as_ref().map(|_| level.title.clone()));
    let track = level
        .and_then(Level::track)
        .filter(|_| ladder.tracks.len() > 1);
    let track = track.and_then(|track| ladder.tracks.get(track));
    let place = [title, track.map(|track| track.name.clone()), name.clone()];
    let headline = headline.map(str::to_owned).or(name);
    let headline = headline.or_else(|| level.map(Level::name))?;
    Some(
        view! {
            <EmbedCard
                href=route.link(route.page())
                headline=headline
                level=level.map(Into::into)
                place=place.into_iter().flatten().collect()
                ladder=ladder.name.clone()
            />
        }
        .into_any(),
    )
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
            "The quiz didn’t start.",
            "You can read every question below. Nothing you saved is lost.",
        ),
        Route::Results | Route::Data | Route::Growth(_) => (
            "Your saved data is not shown.",
            "Nothing you saved is lost.",
        ),
        Route::Studio => ("The Studio didn’t start.", "Nothing you saved is lost."),
        Route::Search => {
            return view! {
                <NotStarted what="The search didn’t start." if_blocked=true>
                    "Open " <a href=whole>"the whole ladder on one page"</a>
                    " and search it with your browser."
                </NotStarted>
            }
            .into_any();
        }
        _ => (
            "Part of this page didn’t start.",
            "You can still read it. Nothing you saved is lost.",
        ),
    };
    let if_blocked = is_personal(route);
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
        Route::Growth(part) if *part != GrowthPart::Overview => ("My growth", MY_GROWTH, None),
        Route::Studio => ("Use your own ladder", Route::OwnLadder, None),
        Route::TalkSheet(level) => ("Growth talk", Route::Talk, site.ladder.level(level)),
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

/// The first page of My growth.
const MY_GROWTH: Route = Route::Growth(GrowthPart::Overview);

fn nav(site: Site, here: &Route) -> Vec<NavLink> {
    let within = |target: &Route| {
        matches!(
            (target, here.page()),
            (
                Route::Matrix,
                Route::Levels
                    | Route::Level(_)
                    | Route::Expectation(..)
                    | Route::Competencies
                    | Route::Competency(_)
                    | Route::Whole
            ) | (Route::Compare, Route::Pair(..))
                | (
                    Route::Guide,
                    Route::Topic(_) | Route::Talk | Route::TalkSheet(_)
                )
                | (Route::Growth(_), Route::Growth(_) | Route::Results)
        )
    };
    [
        ("Ladder", Route::Matrix),
        ("Compare", Route::Compare),
        ("Quiz", Route::Quiz),
        ("My growth", MY_GROWTH),
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
