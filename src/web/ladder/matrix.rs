//! `/matrix/`, the ladder: all of it at a glance, then in words.

use leptos::prelude::*;

use crate::ladder::{Change, Competency, Ladder, Lean, Track};
use crate::route::{Route, Topic};
use crate::web::components::{
    HeatMap, LevelWords, MatrixFilters, RungSwitch, change_sign, hue_class,
};
use crate::web::document::Page;
use crate::web::frame::{
    EVEN, capital, framed, heat_groups, heat_rows, left_to_right, parting, step_words,
    words_columns, words_levels, words_rows,
};
use crate::web::ladder::ways::{link_to, link_window, to_quiz};
use crate::web::site::Site;

/// The id of the table, and of the words below it.
const GLANCE: &str = "#glance";

pub(crate) fn page(site: Site) -> Page {
    framed(
        site,
        Route::Matrix,
        "Ladder",
        "The whole ladder at a glance: what each level adds in each competency, how much it counts on each track, and every expectation in words.",
        || content(site),
    )
}

fn content(site: Site) -> AnyView {
    let ladder = site.ladder;
    let here = site.at(Route::Matrix);
    if !site.has_expectation_pages() {
        return too_large(site);
    }
    let groups = ladder.groups.iter();
    let groups = groups
        .map(|group| (group.id.clone(), group.name.clone()))
        .collect();
    let all: Vec<&Competency> = ladder.competencies.iter().collect();
    let ranked = ladder.levels.iter().all(|level| level.rung.is_some());
    let class = if ranked {
        "in-words"
    } else {
        "in-words words-all"
    };
    let switch = ranked.then(|| {
        view! {
            <RungSwitch
                legend="Level"
                rungs=ladder.rungs().collect()
                chosen=ladder.first_apart()
                in_address=true
                on_choose=Callback::new(|_| ())
            />
        }
    });
    view! {
        <div class="ladder-head">
            <h1>"The ladder at a glance"</h1>
            <p class="not-in-frames no-print">
                "Choose a cell or a name to read it. "
                {link_to(&here, &here, "The ladder".to_owned())}
            </p>
        </div>
        <div class="matrix-frame">
            <MatrixFilters leans=leans(ladder) groups=groups />
            <div class="glance" id=GLANCE.trim_start_matches('#')>
                {key(ladder)}
                <HeatMap groups=heat_groups(site, &here) rows=heat_rows(site) caption=caption(ladder) />
            </div>
            <section class=class id="in-words" aria-labelledby="in-words-head">
                <div class="words-bar">
                    <h2 id="in-words-head">"In words"</h2>
                    {switch}
                </div>
                <LevelWords
                    levels=words_levels(site, &here)
                    rows=words_rows(site, &here, &all, true)
                    columns=words_columns(ladder)
                    back=GLANCE
                />
            </section>
        </div>
        {ways(site, &here)}
        <nav class="page-ends" aria-label="Next step">{to_quiz(site, &here)}</nav>
        {link_window(&here)}
    }
    .into_any()
}

/// What the table shows, as far as this ladder says it.
fn caption(ladder: &Ladder) -> String {
    let mut words = "Competencies down, levels across".to_owned();
    if has_changes(ladder) {
        words.push_str("; what changes from the level below");
    }
    if ladder.has_weights() {
        words.push_str("; how much each counts, 0 to 3");
    }
    words
}

fn has_changes(ladder: &Ladder) -> bool {
    let mut cells = ladder
        .competencies
        .iter()
        .flat_map(|item| ladder.levels.iter().filter_map(|level| item.at(level)));
    cells.any(|cell| cell.change.is_some())
}

/// What the signs and the tints mean; only those that this ladder has.
fn key(ladder: &Ladder) -> Option<AnyView> {
    let signs = has_changes(ladder).then(|| {
        let signs = [Change::Same, Change::More, Change::New].map(|change| {
            view! {
                <li><span class="heat-sign" aria-hidden="true">{change_sign(change)}</span> {capital(step_words(change.into()))}</li>
            }
        });
        view! {
            <div>
                <h2>"From the level below"</h2>
                <ul class="plain-list">{signs.into_iter().collect_view()}</ul>
            </div>
        }
    });
    let counts = |track: &&Track| {
        let at = ladder.tracks.iter().position(|one| one.id == track.id);
        at.is_some_and(|at| {
            ladder
                .competencies
                .iter()
                .any(|item| item.weight(at).is_some())
        })
    };
    let tracks = left_to_right(ladder).into_iter();
    let tracks = tracks.filter_map(|at| ladder.tracks.get(at));
    let tracks: Vec<AnyView> = tracks.filter(counts).map(scale).collect();
    let weights = (!tracks.is_empty()).then(|| {
        let from = ladder.weights_from.map(|rung| {
            view! { <p class="soft">{format!("From level {rung} up. Lower levels have no weights.")}</p> }
        });
        view! {
            <div>
                <h2>"How much it counts"</h2>
                <ul class="plain-list">{tracks}</ul>
                {from}
            </div>
        }
    });
    let parting = parting(ladder).map(|words| {
        view! {
            <div>
                <h2>"Where the tracks part"</h2>
                <p>{words}</p>
            </div>
        }
    });
    let any = signs.is_some() || weights.is_some() || parting.is_some();
    any.then(|| view! { <div class="heat-key">{signs}{weights}{parting}</div> }.into_any())
}

/// The four tints of a track, with their numbers.
fn scale(track: &Track) -> AnyView {
    let steps = [0, 1, 2, 3].map(
        |weight| view! { <span class=format!("heat-step w{weight}")>{weight.to_string()}</span> },
    );
    view! {
        <li class=hue_class(Some(track.hue))>
            <span class="heat-steps">{steps.into_iter().collect_view()}</span>
            {capital(&track.short)}
        </li>
    }
    .into_any()
}

/// The other ways to read the same ladder.
fn ways(site: Site, here: &Route) -> AnyView {
    let parts = site.topics().contains(&Topic::Divergence);
    let ways = [
        Some(("All levels", Route::Levels)),
        Some(("All competencies", Route::Competencies)),
        Some(("The whole ladder as one document, to print", Route::Whole)),
        site.has_comparisons()
            .then_some(("Compare two levels", Route::Compare)),
        parts.then_some(("Where the tracks part", Route::Topic(Topic::Divergence))),
    ];
    let ways = ways.into_iter().flatten();
    let ways = ways
        .map(|(words, target)| view! { <li><a href=here.link(&target)>{words}</a></li> })
        .collect_view();
    view! {
        <nav class="other-ways no-print not-in-frames" aria-label="Other ways to read the ladder">
            <h2>"Other ways to read it"</h2>
            <ul class="inline-list">{ways}</ul>
        </nav>
    }
    .into_any()
}

/// What stands in the place of a table that nobody could read: 20 by 20 is a table, 200 by 200 is none.
fn too_large(site: Site) -> AnyView {
    let here = site.at(Route::Matrix);
    let (levels, items) = (site.ladder.levels.len(), site.ladder.competencies.len());
    view! {
        <h1>"The ladder"</h1>
        <p class="lede">
            {format!("This ladder has {levels} levels and {items} competencies: too many for one table. Read it by level or by competency.")}
        </p>
        <ul class="plain-list">
            <li class="index-line"><a href=here.link(&Route::Levels)>"All levels"</a></li>
            <li class="index-line"><a href=here.link(&Route::Competencies)>"All competencies"</a></li>
            <li class="index-line"><a href=here.link(&Route::Search)>"Search"</a></li>
        </ul>
    }
    .into_any()
}

/// What competencies of this ladder count more for, as the filter names it.
fn leans(ladder: &Ladder) -> Vec<(String, String)> {
    let all: Vec<Lean> = ladder
        .competencies
        .iter()
        .filter_map(|item| ladder.lean(item))
        .collect();
    let tracks = left_to_right(ladder).into_iter();
    let tracks = tracks.filter(|at| all.contains(&Lean::Towards(*at)));
    let mut leans: Vec<(String, String)> = tracks
        .filter_map(|at| ladder.tracks.get(at))
        .map(|track| (track.id.clone(), capital(&track.short)))
        .collect();
    if all.contains(&Lean::Even) && !leans.is_empty() {
        leans.push((EVEN.to_owned(), "Nearly equal".to_owned()));
    }
    leans
}
