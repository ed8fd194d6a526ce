//! `/compare/`: a choice of any two levels, and every pair as a link.

use leptos::prelude::*;

use crate::ladder::{Ladder, Level};
use crate::route::Route;
use crate::web::components::{LevelPicker, Station};
use crate::web::document::Page;
use crate::web::enhancements;
use crate::web::frame::{columns, framed, stops};
use crate::web::ladder::ways::to_divergence;
use crate::web::site::Site;

pub(crate) fn page(site: Site) -> Page {
    framed(
        site,
        Route::Compare,
        "Compare two levels",
        "Any two levels side by side: per competency what is the same, what is new and what falls away.",
        || choose(site),
    )
}

fn choose(site: Site) -> AnyView {
    let ladder = site.ladder;
    let here = site.at(Route::Compare);
    let picker = (site.compares_all())
        .then(|| usual(ladder))
        .flatten()
        .map(|(from, to)| {
            view! {
                <LevelPicker
                    action=here.link(&Route::Compare)
                    levels=stops(site, &here)
                    from=from.id.clone()
                    to=to.id.clone()
                />
            }
        });
    let often = often(site, &here);
    let often = (!often.is_empty()).then(|| {
        view! { <h2>"Often compared"</h2> <ul class="plain-list">{often}</ul> }
    });
    view! {
        <h1>"Compare two levels"</h1>
        <p class="lede">
            "What is the same, what is new, what falls away: clause by clause."
        </p>
        <p class="notice notice-warning" id=enhancements::PAIR_SAID role="alert"></p>
        {picker}
        {often}
        {match site.compares_all() {
            true => table(site, &here),
            false => steps(site, &here),
        }}
        {to_divergence(site, &here)}
    }
    .into_any()
}

/// Every pair, from the level of a row to that of a column.
fn table(site: Site, here: &Route) -> AnyView {
    let levels = columns(site.ladder);
    let heads = levels
        .iter()
        .map(|level| view! { <th scope="col"><Station level=*level /></th> })
        .collect_view();
    let rows = levels
        .iter()
        .map(|from| {
            let cells = levels
                .iter()
                .map(|to| match from == to {
                    true => view! { <td></td> }.into_any(),
                    false => {
                        let label = format!("{} to {}", from.label(), to.label());
                        let href = here.link(&Route::Pair(from.id.clone(), to.id.clone()));
                        let words = to.label().to_owned();
                        view! { <td><a href=href aria-label=label>{words}</a></td> }.into_any()
                    }
                })
                .collect_view();
            view! { <tr><th scope="row"><Station level=*from /></th>{cells}</tr> }
        })
        .collect_view();
    view! {
        <h2>"All pairs"</h2>
        <p class="soft">"From the level at the start of a row to any other."</p>
        <section class="scroll" tabindex="0" aria-label="All pairs of levels">
            <table class="pairs">
                <caption class="visually-hidden">"Every pair of levels, as links"</caption>
                <thead><tr><th scope="col">"From"</th>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}

/// On a large ladder: each level with those one step away.
fn steps(site: Site, here: &Route) -> AnyView {
    let ladder = site.ladder;
    let lines = columns(ladder)
        .into_iter()
        .map(|from| {
            let near = ladder.levels.iter().filter(|to| site.compares(from, to));
            let links = near
                .map(|to| {
                    let href = here.link(&Route::Pair(from.id.clone(), to.id.clone()));
                    view! { <li><a href=href>{to.name()}</a></li> }
                })
                .collect_view();
            view! { <li class="index-line"><span>{from.name()}</span><ul class="inline-list">{links}</ul></li> }
        })
        .collect_view();
    view! {
        <h2>"From level to level"</h2>
        <p class="soft">"This ladder is large: each level is compared with those one step away."</p>
        <ul class="plain-list">{lines}</ul>
    }
    .into_any()
}

/// The pair offered first: from the lowest level of the first of two tracks to the fork on the other;
/// on one track, from the first level to the second.
fn usual(ladder: &Ladder) -> Option<(&Level, &Level)> {
    let across = ladder.pair().and_then(|tracks| {
        let apart = ladder.apart(tracks);
        let (_, [from, _]) = apart.first().copied()?;
        let at_fork = apart.iter().find(|(rung, _)| Some(*rung) == ladder.fork());
        let (_, [_, to]) = at_fork.or_else(|| apart.last()).copied()?;
        Some((from, to))
    });
    let first_two = match ladder.levels.as_slice() {
        [first, second, ..] => Some((first, second)),
        _ => None,
    };
    across.or(first_two)
}

/// The levels of equal height; on one track, each level and the next.
fn often(site: Site, here: &Route) -> Vec<AnyView> {
    let ladder = site.ladder;
    let twins = ladder.levels.iter().flat_map(|level| {
        let later = ladder
            .twins(level)
            .into_iter()
            .filter(|twin| twin.index > level.index);
        later.map(move |twin| (level, twin))
    });
    let mut pairs: Vec<(&Level, &Level)> = twins.collect();
    if pairs.is_empty() {
        let steps = ladder.levels.iter();
        pairs = steps
            .flat_map(|level| {
                ladder
                    .above(level)
                    .into_iter()
                    .map(move |next| (level, next))
            })
            .collect();
    }
    pairs
        .into_iter()
        .filter(|(from, to)| site.compares(from, to))
        .map(|(from, to)| {
            let words = format!("{} and {}", from.name(), to.name());
            let href = here.link(&Route::Pair(from.id.clone(), to.id.clone()));
            view! { <li class="index-line"><a href=href>{words}</a></li> }.into_any()
        })
        .collect()
}
