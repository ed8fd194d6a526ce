//! `/compare/`: from each level to the next and to the other track; any other two by choice.

use leptos::prelude::*;

use crate::ladder::{Cell, Ladder, Level, StepSize};
use crate::route::Route;
use crate::web::components::{LevelName, LevelPicker, Station, StepSign};
use crate::web::document::Page;
use crate::web::enhancements;
use crate::web::frame::{columns, framed, step_words, stops};
use crate::web::ladder::ways::to_divergence;
use crate::web::site::Site;

pub(crate) fn page(site: Site) -> Page {
    framed(
        site,
        Route::Compare,
        "Compare two levels",
        "From your level to the next one, or to the same level on the other track: what is the same, what is more, and what is new.",
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
                    next=columns(ladder).into_iter().map(|level| next(ladder, level)).collect()
                />
            }
        });
    let choices = choices(site, &here);
    let has_choices = choices.is_some();
    let any = site.compares_all().then(|| {
        view! {
            <section>
                <h2>"Any two levels"</h2>
                {picker}
                <details class="no-print" open=!has_choices>
                    <summary>"Every pair, as links"</summary>
                    {table(site, &here)}
                </details>
                {legend(ladder)}
            </section>
        }
    });
    view! {
        <h1>"Compare two levels"</h1>
        <p class="lede">
            "What is the same, what is more of it, and what is a new kind of work?"
        </p>
        <p class="notice notice-warning" id=enhancements::PAIR_SAID role="alert"></p>
        <div class="compare-choice">{choices} {any}</div>
        {to_divergence(site, &here)}
    }
    .into_any()
}

/// What the signs of a comparison mean; nothing where the authors say no size.
fn legend(ladder: &Ladder) -> Option<AnyView> {
    let mut cells = ladder.competencies.iter().flat_map(|item| &item.cells);
    let says = cells.any(|cell| match cell {
        Cell::Expects(cell) => cell.change.is_some() || cell.twin.is_some(),
        Cell::Absent(_) => false,
    });
    let signs = [
        StepSize::New,
        StepSize::More,
        StepSize::Emphasis,
        StepSize::Same,
    ];
    let signs = signs.map(|size| {
        view! { <li><StepSign size=size words=step_words(size) /></li> }
    });
    says.then(|| {
        view! {
            <h2>"The size of a step"</h2>
            <p class="soft">"In each competency a step is of one of these sizes, as the authors of the ladder see it:"</p>
            <ul class="plain-list">{signs.into_iter().collect_view()}</ul>
        }
        .into_any()
    })
}

/// For each level the comparisons that people come for: with the next, and with the same level on
/// another track. None where the ladder knows neither.
fn choices(site: Site, here: &Route) -> Option<AnyView> {
    let ladder = site.ladder;
    let levels = columns(ladder);
    let links = |from: &Level, others: Vec<&Level>| -> Vec<AnyView> {
        let others = others.into_iter().filter(|to| site.compares(from, to));
        others
            .map(|to| {
                let href = here.link(&Route::Pair(from.id.clone(), to.id.clone()));
                let label = format!("{} to {}", from.label(), to.label());
                view! { <a href=href aria-label=label><Station level=to /></a> " " }.into_any()
            })
            .collect()
    };
    let has_twins = levels.iter().any(|level| !ladder.twins(level).is_empty());
    let has_next = levels.iter().any(|level| !ladder.above(level).is_empty());
    if !has_twins && !has_next {
        return None;
    }
    let rows = levels
        .iter()
        .map(|from| {
            view! {
                <tr>
                    <th scope="row"><LevelName level=*from titles=ladder.titles(from) /></th>
                    <td>{links(from, ladder.above(from))}</td>
                    {has_twins.then(|| view! { <td>{links(from, ladder.twins(from))}</td> })}
                </tr>
            }
        })
        .collect_view();
    Some(
        view! {
            <table class="ready">
                <caption class="visually-hidden">"From each level to the next and to the other track"</caption>
                <thead>
                    <tr>
                        <th scope="col">"My level"</th>
                        <th scope="col">"The next"</th>
                        {has_twins.then(|| view! { <th scope="col">"The other track"</th> })}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any(),
    )
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

/// The id of the level that one compares a level with first: the next one up, else the same level on
/// another track, else the next one down. Empty where the ladder knows none.
fn next(ladder: &Ladder, level: &Level) -> String {
    let ways = [
        ladder.above(level),
        ladder.twins(level),
        ladder.below(level),
    ];
    let first = ways.iter().flatten().next();
    first.map(|level| level.id.clone()).unwrap_or_default()
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
