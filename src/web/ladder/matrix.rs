//! `/matrix/`: every level at once, with filters.

use leptos::prelude::*;

use crate::ladder::{Ladder, Lean};
use crate::route::Route;
use crate::web::components::{Matrix, MatrixFilters};
use crate::web::document::Page;
use crate::web::frame::{EVEN, framed, matrix_rows, scheme_switch, stops};
use crate::web::ladder::levels::capital;
use crate::web::ladder::ways::{link_to, link_window, to_divergence};
use crate::web::site::Site;

pub(crate) fn page(site: Site) -> Page {
    framed(
        site,
        Route::Matrix,
        "The whole matrix",
        "Every competency at every level, with filters for what counts more, group, rungs and what differs.",
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
    let differs = ladder
        .levels
        .iter()
        .any(|level| ladder.twins(level).len() == 1);
    let about = match differs {
        true => {
            "Competencies down, levels across. Words that only one of two levels at the same height has stand out. “Only what differs” leaves out shared levels and the competencies whose two texts are nearly the same."
        }
        false => "Competencies down, levels across.",
    };
    view! {
        <h1>"The whole matrix"</h1>
        <p class="not-in-frames">
            {about} " " {link_to(&here, &here, "The whole matrix".to_owned())}
        </p>
        <div class="matrix-frame">
            <MatrixFilters leans=leans(ladder) groups=groups rungs=ladder.rungs().collect() differs=differs />
            {scheme_switch(ladder)}
            <section class="matrix-scroll" tabindex="0" aria-label="The whole matrix; arrow keys move from cell to cell">
                <Matrix levels=stops(site, &here) rows=matrix_rows(site, &here, true) whole=true />
            </section>
        </div>
        {to_divergence(site, &here)}
        {link_window(&here)}
    }
    .into_any()
}

/// What stands in the place of a table that nobody could read: 20 by 20 is a table, 200 by 200 is none.
fn too_large(site: Site) -> AnyView {
    let here = site.at(Route::Matrix);
    let (levels, items) = (site.ladder.levels.len(), site.ladder.competencies.len());
    view! {
        <h1>"The whole matrix"</h1>
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

/// The leans that competencies of this ladder have, as the filter names them.
fn leans(ladder: &Ladder) -> Vec<(String, String)> {
    let all: Vec<Lean> = ladder
        .competencies
        .iter()
        .filter_map(|item| ladder.lean(item))
        .collect();
    let tracks = ladder.tracks.iter().enumerate();
    let tracks = tracks.filter(|(at, _)| all.contains(&Lean::Towards(*at)));
    let mut leans: Vec<(String, String)> = tracks
        .map(|(_, track)| (track.id.clone(), capital(&track.short)))
        .collect();
    if all.contains(&Lean::Even) && !leans.is_empty() {
        let words = if ladder.tracks.len() == 2 {
            "Both"
        } else {
            "Evenly"
        };
        leans.push((EVEN.to_owned(), words.to_owned()));
    }
    leans
}
