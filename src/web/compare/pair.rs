//! `/compare/t5/l6/`: what changes from one level to another, headline by headline, the largest step first.

use leptos::prelude::*;

use crate::ladder::{Absence, ComparedLine, ComparedRow, Comparison, Level, Relation, compare};
use crate::route::{Route, Topic};
pub(crate) use crate::web::compare::carried::CARRY_OVER;
use crate::web::compare::carried::{carried, no_longer};
use crate::web::compare::words::{relation, size_words, steps_words, summary};
use crate::web::components::{
    ChangeLine, ChangeList, Headline, HeadlineHead, Headlines, LevelName, LevelPicker, LevelTitle,
    Station, StepSign,
};
use crate::web::document::Page;
use crate::web::enhancements;
use crate::web::frame::{expectation_href, framed, rail_class, scheme_switch, stops};
use crate::web::ladder::level::said;
use crate::web::ladder::ways::{headline, link_to, link_window, to_quiz};
use crate::web::share_image::pages;
use crate::web::site::Site;

pub(crate) fn page(site: Site, from: &str, to: &str) -> Option<Page> {
    let ladder = site.ladder;
    let (from, to) = (ladder.level(from)?, ladder.level(to)?);
    let comparison = compare(ladder, from, to);
    let told = summary(&comparison).unwrap_or_else(|| relation(&comparison, ladder));
    let page = framed(
        site,
        Route::Pair(from.id.clone(), to.id.clone()),
        format!("{} to {}", from.label(), to.label()),
        format!("From {} to {}. {told}", from.name(), to.name()),
        || side_by_side(site, &comparison),
    );
    Some(page.with_image(pages::pair(site, from, to)))
}

fn side_by_side(site: Site, comparison: &Comparison<'static>) -> AnyView {
    let ladder = site.ladder;
    let (from, to) = (comparison.from, comparison.to);
    let here = site.at(Route::Pair(from.id.clone(), to.id.clone()));
    let end = |level: &Level| {
        let href = here.link(&Route::Level(level.id.clone()));
        view! { <a href=href><LevelName level=level titles=ladder.titles(level) /></a> }
    };
    let title = format!("{} to {}", from.name(), to.name());
    let picker = site.compares_all().then(|| {
        view! {
            <LevelPicker
                action=here.link(&Route::Compare)
                levels=stops(site, &here)
                from=from.id.clone()
                to=to.id.clone()
            />
        }
    });
    let back = Route::Pair(to.id.clone(), from.id.clone());
    view! {
        <h1 class="pair-head">
            <span class="visually-hidden">"From "</span> {end(from)}
            <span class="pair-to">" to "</span> {end(to)}
        </h1>
        <p class="lede">{summary(comparison).unwrap_or_else(|| relation(comparison, ladder))}</p>
        <p class="page-link">
            <span class="soft">{summary(comparison).map(|_| relation(comparison, ladder))}</span> " "
            <a href=here.link(&back)>"The other way round"</a> " "
            {link_to(&here, &here, title)}
        </p>
        <h2>"Competency by competency"</h2>
        {order_switch()}
        {headlines(site, &here, comparison)}
        {carried(site, &here, from, to, no_longer(site, &here, comparison))}
        <div class="level-tools">{picker} {scheme_switch(ladder)}</div>
        {ends(site, &here, from, to)}
        {link_window(&here)}
    }
    .into_any()
}

/// The two levels as columns: the tracks in their order, else from one to the other.
fn columns(comparison: &Comparison<'static>) -> [&'static Level; 2] {
    let (from, to) = (comparison.from, comparison.to);
    match (from.track(), to.track()) {
        (Some(a), Some(b)) if b < a => [to, from],
        _ => [from, to],
    }
}

fn headlines(site: Site, here: &Route, comparison: &Comparison<'static>) -> AnyView {
    let ladder = site.ladder;
    let columns = columns(comparison);
    let heads = columns.map(|level| {
        let end = if level == comparison.from {
            " (from)"
        } else {
            " (to)"
        };
        HeadlineHead {
            sign: level.into(),
            title: view! { <LevelTitle titles=ladder.titles(level) /> {end} }.into_any(),
            href: Some(here.link(&Route::Level(level.id.clone()))),
        }
    });
    let in_ladder = |row: &ComparedRow| {
        let mut rows = comparison.rows.iter();
        rows.position(|other| other.competency.id == row.competency.id)
    };
    let rows = comparison.by_size();
    let rows = rows
        .into_iter()
        .enumerate()
        .map(|(at, row)| {
            let places = [at, in_ladder(row).unwrap_or(at)];
            competency(site, here, comparison, row, columns, places)
        })
        .collect();
    view! { <Headlines heads=heads.into() rows=rows id=enhancements::ROWS both=true /> }.into_any()
}

fn competency(
    site: Site,
    here: &Route,
    comparison: &Comparison<'static>,
    row: &ComparedRow<'static>,
    columns: [&'static Level; 2],
    places: [usize; 2],
) -> Headline {
    let (ladder, item) = (site.ladder, row.competency);
    let [left, right] = columns;
    let shared = item.is_shared_by(left, right);
    let cells = match shared {
        true => vec![headline(ladder, item, left, None)],
        false => vec![
            headline(ladder, item, left, Some(0)),
            headline(ladder, item, right, Some(1)),
        ],
    };
    let mark = match row.size {
        Some(size) => {
            let words = size_words(size, comparison.relation);
            Some(view! { <StepSign size=size words=words /> }.into_any())
        }
        None => steps_words(row)
            .map(|words| view! { <span class="soft small">{words}</span> }.into_any()),
    };
    let body = match (shared, row.is_close) {
        (true, _) => view! { <div class="rail">{said(item, left)}</div> }.into_any(),
        (false, true) => changes(comparison, row),
        (false, false) => columns
            .into_iter()
            .enumerate()
            .filter(|(_, level)| item.absence(level) != Some(Absence::OtherTrack))
            .map(|(at, level)| {
                let class = format!("{} column-{at}", rail_class(level));
                view! { <div class=class><Station level=level /> {said(item, level)}</div> }
            })
            .collect_view()
            .into_any(),
    };
    let pages = columns.into_iter().filter(|level| item.at(level).is_some());
    let pages: Vec<AnyView> = pages
        .map(|level| {
            let href = expectation_href(site, here, level, item);
            view! { <a href=href>{format!("{} at {}", item.name, level.label())}</a> }.into_any()
        })
        .collect();
    Headline {
        id: item.id.clone(),
        name: item.name.clone(),
        cells,
        mark,
        places: Some(places),
        body: view! { {body} <p class="headline-more">{pages}</p> }.into_any(),
    }
}

/// Clause by clause, where the two texts share most of their words; the gists are above.
fn changes(comparison: &Comparison, row: &ComparedRow) -> AnyView {
    let lines = row
        .lines
        .iter()
        .filter(|line| match line {
            ComparedLine::Same { from, to } => !(from.in_gist && to.in_gist),
            ComparedLine::New(clause) | ComparedLine::Gone(clause) => !clause.in_gist,
        })
        .map(|line| match line {
            ComparedLine::Same { from, to } => {
                ChangeLine::Same(from.text.to_owned(), to.text.to_owned())
            }
            ComparedLine::New(clause) => ChangeLine::New(clause.text.to_owned()),
            ComparedLine::Gone(clause) => ChangeLine::Gone(clause.text.to_owned()),
        })
        .collect();
    let adds = comparison.adds;
    let gone = match comparison.relation {
        Relation::Up { .. } if adds => "Already expected below",
        Relation::Down { .. } if adds => "Not expected yet",
        _ => "No longer expected",
    };
    let new = match comparison.relation {
        Relation::Down { .. } if adds => "Expected here",
        _ => "New",
    };
    view! { <ChangeList lines=lines new=new gone=gone /> }.into_any()
}

/// The two orders; without a script, the largest step is first.
fn order_switch() -> AnyView {
    let orders = [
        ("change", "Largest step first"),
        ("ladder", "As on the ladder"),
    ];
    let radios = orders
        .map(|(value, words)| {
            view! {
                <label class="segment">
                    <input
                        type="radio"
                        name=enhancements::ORDER
                        value=value
                        checked=value == "change"
                        data-in-address=""
                    />
                    <span>{words}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="segments needs-script no-print">
            <legend class="visually-hidden">"Order"</legend>
            <div class="segment-row">{radios}</div>
        </fieldset>
    }
    .into_any()
}

fn ends(site: Site, here: &Route, from: &Level, to: &Level) -> AnyView {
    let can_switch = from.rung.is_some() && from.rung == to.rung;
    let switch = (can_switch && site.topics().contains(&Topic::Switching)).then(|| {
        let href = here.link(&Route::Topic(Topic::Switching));
        view! { <a href=href>"How to switch, and what carries over"</a> }
    });
    let all = |level: &Level| {
        let href = here.link(&Route::Level(level.id.clone()));
        view! { <a href=href>"All of " <Station level=level /></a> }
    };
    view! {
        <nav class="page-ends" aria-label="Next step">
            {all(from)}
            {all(to)}
            {switch}
            {to_quiz(site, here)}
        </nav>
    }
    .into_any()
}
