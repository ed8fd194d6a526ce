//! `/compare/`: a choice of any two levels, and every pair as a link.

use leptos::prelude::*;

use crate::ladder::{Ladder, LevelCode, Track};
use crate::route::{Route, Topic};
use crate::web::components::{LevelPicker, Station};
use crate::web::document::Page;
use crate::web::enhancements;
use crate::web::frame::{framed, stops};
use crate::web::ladder::ways::{name, next_step};
use crate::web::site::Site;

pub(crate) fn page(site: Site) -> Page {
    framed(
        Route::Compare,
        "Compare two levels",
        "Any two levels side by side: per competency what is the same, what is new and what falls away.",
        || choose(site.ladder),
    )
}

fn choose(ladder: &Ladder) -> AnyView {
    let here = Route::Compare;
    let (from, to) = usual();
    let heads = LevelCode::all()
        .map(|code| view! { <th scope="col"><Station code=code /></th> })
        .collect_view();
    let rows = LevelCode::all()
        .map(|from| {
            let cells = LevelCode::all()
                .map(|to| match from == to {
                    true => view! { <td></td> }.into_any(),
                    false => {
                        let label = format!("{from} to {to}");
                        let href = here.link(&Route::Pair(from, to));
                        view! { <td><a href=href aria-label=label>{to.to_string()}</a></td> }
                            .into_any()
                    }
                })
                .collect_view();
            view! { <tr><th scope="row"><Station code=from /></th>{cells}</tr> }
        })
        .collect_view();
    view! {
        <h1>"Compare two levels"</h1>
        <p class="lede">
            "What is the same, what is new, what falls away: clause by clause."
        </p>
        <p class="notice notice-warning" id=enhancements::PAIR_SAID role="alert"></p>
        {from.zip(to).map(|(from, to)| view! {
            <LevelPicker action=here.link(&here) levels=stops(ladder, &here) from=from to=to />
        })}
        <h2>"Often compared"</h2>
        <ul class="plain-list">{often(ladder, &here)}</ul>
        <h2>"All pairs"</h2>
        <p class="soft">"From the level at the start of a row to any other."</p>
        <section class="scroll" tabindex="0" aria-label="All pairs of levels">
            <table class="pairs">
                <caption class="visually-hidden">"Every pair of levels, as links"</caption>
                <thead><tr><th scope="col">"From"</th>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
        {next_step(&here, &Route::Topic(Topic::Divergence), "Where the tracks part most")}
    }
    .into_any()
}

/// The pair selected at first: for a senior engineer who considers leading.
fn usual() -> (Option<LevelCode>, Option<LevelCode>) {
    (
        LevelCode::on(Track::Deep, LevelCode::FIRST_BROAD_RUNG),
        LevelCode::on(Track::Broad, LevelCode::FORK_RUNG),
    )
}

fn often(ladder: &Ladder, here: &Route) -> Vec<AnyView> {
    let twins = (LevelCode::FIRST_BROAD_RUNG..=LevelCode::TOP_RUNG).filter_map(|rung| {
        let deep = LevelCode::on(Track::Deep, rung)?;
        Some((deep, deep.twin()?))
    });
    twins
        .map(|(deep, broad)| {
            let words = format!("{} and {}", name(ladder, deep), name(ladder, broad));
            view! {
                <li class="index-line"><a href=here.link(&Route::Pair(deep, broad))>{words}</a></li>
            }
            .into_any()
        })
        .collect()
}
