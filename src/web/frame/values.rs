//! From a ladder to the values of components: classes, signs, the map, what a text rests on.

use leptos::prelude::*;

use crate::ladder::{
    Absence, Competency, Expectation, Ladder, Lean, Level, Rung, StepSize, Track, layout,
};
use crate::route::{Route, Topic};
use crate::web::components::{
    BasisMark, BasisNote, LadderLists, LadderRow, LadderTable, LeanSign, LevelLink, SchemeSwitch,
    TrackList, TrailMap, hue_class,
};
use crate::web::enhancements;
use crate::web::site::Site;

/// The class of a block that belongs to a level: the rail of its track, or the plain one.
pub(crate) fn rail_class(level: &Level) -> String {
    format!("rail {}", hue_class(level.hue))
}

/// The class of a block that belongs to a track.
pub(crate) fn track_class(track: &Track) -> String {
    format!("rail {}", hue_class(Some(track.hue)))
}

/// Which track a competency counts more for, by its weights alone; none on a ladder of one track or
/// without weights.
pub(crate) fn lean_sign(ladder: &Ladder, item: &Competency) -> Option<LeanSign> {
    let lean = ladder.lean(item)?;
    let more = ladder
        .counts_more(item)
        .and_then(|track| ladder.tracks.get(track));
    Some(match (lean, more) {
        (Lean::Towards(_), Some(track)) => LeanSign {
            hue: Some(track.hue),
            id: track.id.clone(),
            words: format!("more for {}", track.short),
        },
        (_, more) => LeanSign {
            hue: None,
            id: EVEN.to_owned(),
            words: match more {
                Some(track) => format!("a little more for {}", track.short),
                None => "equally".to_owned(),
            },
        },
    })
}

/// The lean of a competency that no track counts more, as the filter has it.
pub(crate) const EVEN: &str = "both";

/// A text with its first letter as a capital.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// The level at the same height whose words a cell is set against: that of the other track of two.
pub(crate) fn counterpart<'a>(ladder: &'a Ladder, level: &Level) -> Option<&'a Level> {
    match ladder.twins(level).as_slice() {
        [twin] => Some(twin),
        _ => None,
    }
}

/// The levels in the order of columns: from rung to rung where all heights are known, else as the
/// file has them.
pub(crate) fn columns(ladder: &Ladder) -> Vec<&Level> {
    match ladder.levels.iter().all(|level| level.rung.is_some()) {
        true => ladder.rungs().flat_map(|rung| ladder.at(rung)).collect(),
        false => ladder.levels.iter().collect(),
    }
}

/// The address of an expectation: its page, or its part of the level’s page.
pub(crate) fn expectation_href(
    site: Site,
    here: &Route,
    level: &Level,
    item: &Competency,
) -> String {
    let own = site.has_expectation_pages() && item.at(level).is_some();
    match own {
        true => here.link(&Route::Expectation(level.id.clone(), item.id.clone())),
        false => {
            let page = here.link(&Route::Level(level.id.clone()));
            format!("{page}#{}", item.id)
        }
    }
}

/// Why a level says nothing of a competency.
pub(crate) const fn absence(why: Absence) -> &'static str {
    match why {
        Absence::NotExpected => "Not expected here",
        Absence::NotWritten => "Not written",
        Absence::OtherTrack => "Not part of this track",
        Absence::InSteps => "In steps, not by level",
    }
}

/// A level as a link from `here`.
pub(crate) fn stop(ladder: &Ladder, here: &Route, level: &Level) -> LevelLink {
    LevelLink {
        id: level.id.clone(),
        name: level.name(),
        sign: level.into(),
        titles: ladder.titles(level),
        href: here.link(&Route::Level(level.id.clone())),
        rung: level.rung,
    }
}

/// All levels as links from `here`, in the order of the ladder’s columns.
pub(crate) fn stops(site: Site, here: &Route) -> Vec<LevelLink> {
    let levels = columns(site.ladder).into_iter();
    levels.map(|level| stop(site.ladder, here, level)).collect()
}

/// The most tracks that are columns of one table.
const MOST_COLUMNS: usize = 6;

/// The ladder as a picture: the map, a table of rungs and tracks, or a list for each track.
pub(crate) fn map(site: Site, here: &Route, current: Option<&Level>, small: bool) -> AnyView {
    let ladder = site.ladder;
    let here_id = current.map(|level| level.id.clone());
    if let Some(layout) = layout(ladder) {
        let names = layout.tracks.map(|track| {
            let track = ladder.tracks.get(track);
            track.map(|track| track.short.clone()).unwrap_or_default()
        });
        let levels = ladder.levels.iter();
        let stops = levels.map(|level| stop(ladder, here, level)).collect();
        return view! { <TrailMap stops=stops layout=layout tracks=names here=here_id small=small /> }
            .into_any();
    }
    if small {
        return ().into_any();
    }
    let known = ladder.levels.iter().all(|level| level.rung.is_some());
    if known && ladder.tracks.len() <= MOST_COLUMNS && one_a_rung(ladder) {
        let tracks = ladder.tracks.iter();
        let heads = tracks
            .map(|track| (track.name.clone(), track.hue))
            .collect();
        let rows = ladder.rungs().rev().map(|rung| LadderRow {
            rung,
            cells: cells(ladder, here, rung),
        });
        let rows = rows.collect();
        return view! { <LadderTable tracks=heads rows=rows here=here_id /> }.into_any();
    }
    let tracks = ladder
        .tracks
        .iter()
        .enumerate()
        .map(|(at, track)| TrackList {
            name: track.name.clone(),
            stops: ladder
                .levels
                .iter()
                .filter(|level| level.tracks.contains(&at))
                .map(|level| stop(ladder, here, level))
                .collect(),
        });
    let tracks = tracks.collect();
    view! { <LadderLists tracks=tracks here=here_id /> }.into_any()
}

/// Whether no track has two levels at one rung: a cell of the table shows one.
fn one_a_rung(ladder: &Ladder) -> bool {
    let mut seen = std::collections::BTreeSet::new();
    let levels = ladder.levels.iter();
    let mut places = levels.flat_map(|level| level.tracks.iter().map(|track| (*track, level.rung)));
    places.all(|place| seen.insert(place))
}

/// The cells of a rung: neighbours that share a level are one.
fn cells(ladder: &Ladder, here: &Route, rung: Rung) -> Vec<(Option<LevelLink>, usize)> {
    let mut cells: Vec<(Option<&Level>, usize)> = Vec::new();
    for track in 0..ladder.tracks.len() {
        let level = ladder.on(track, rung);
        match cells.last_mut() {
            Some((last, span)) if level.is_some() && *last == level => *span += 1,
            _ => cells.push((level, 1)),
        }
    }
    let link = |(level, span): (Option<&Level>, usize)| {
        (level.map(|level| stop(ladder, here, level)), span)
    };
    cells.into_iter().map(link).collect()
}

/// The source that stands for ourselves; a letter says it already.
const OURS: &str = "ours";

/// What a text rests on, with a link to the explanation; nothing where the ladder has no letters and
/// names no source.
pub(crate) fn basis(
    ladder: &Ladder,
    here: &Route,
    letter: Option<&str>,
    sources: &[String],
) -> AnyView {
    let short: Vec<&str> = sources
        .iter()
        .filter(|id| *id != OURS)
        .filter_map(|id| ladder.source(id))
        .map(|source| source.short.as_deref().unwrap_or(&source.title))
        .collect();
    let own = sources.iter().any(|id| id == OURS);
    let note = letter.and_then(|letter| ladder.basis(letter));
    let Some(note) = note else {
        let named = (!short.is_empty()).then(|| short.join(", "));
        return named
            .map(|named| view! { <p class="basis">"After " {named}</p> })
            .into_any();
    };
    let short = match (own, short.as_slice()) {
        (_, []) => String::new(),
        (true, short) => format!("guided by {}", short.join(", ")),
        (false, short) => short.join(", "),
    };
    let href = format!(
        "{}#basis-{}",
        here.link(&Route::Topic(Topic::Sources)),
        note.letter
    );
    view! {
        <BasisNote letter=note.letter.clone() name=note.name.clone() sources=short href=href />
    }
    .into_any()
}

/// The letter alone, with its words for anyone who asks: where a whole line would be noise.
pub(crate) fn basis_mark(
    ladder: &Ladder,
    here: &Route,
    letter: Option<&str>,
    sources: &[String],
) -> Option<AnyView> {
    let note = ladder.basis(letter?)?;
    let sources = sources.iter().filter_map(|id| ladder.source(id));
    let named = sources.map(|source| source.short.as_deref().unwrap_or(&source.title));
    let named: Vec<&str> = named.collect();
    let words = match named.is_empty() {
        true => note.name.clone(),
        false => format!("{}: {}", note.name, named.join(", ")),
    };
    let href = format!(
        "{}#basis-{}",
        here.link(&Route::Topic(Topic::Sources)),
        note.letter
    );
    Some(view! { <BasisMark letter=note.letter.clone() words=words href=href /> }.into_any())
}

/// The choice of titles, and where it is said if the choice could not be saved; nothing where there
/// is nothing to choose.
pub(crate) fn scheme_switch(ladder: &Ladder) -> AnyView {
    if ladder.title_schemes.len() < 2 {
        return view! { <p class="notice" id=enhancements::SAY role="alert"></p> }.into_any();
    }
    let schemes = ladder.title_schemes.iter();
    let schemes = schemes
        .map(|scheme| (scheme.id.clone(), scheme.name.clone()))
        .collect();
    view! {
        <div>
            <SchemeSwitch schemes=schemes legend=scheme_legend(ladder) />
            <p class="notice" id=enhancements::SAY role="alert"></p>
        </div>
    }
    .into_any()
}

/// Names the track whose titles differ between the schemes, where it is one.
fn scheme_legend(ladder: &Ladder) -> String {
    let differs = |level: &&Level| {
        let mut titles = level.titles.values();
        let first = titles.next();
        titles.any(|title| Some(title) != first)
    };
    let mut hues: Vec<Option<usize>> = ladder
        .levels
        .iter()
        .filter(differs)
        .map(Level::track)
        .collect();
    hues.dedup();
    match hues.as_slice() {
        [Some(track)] => ladder.tracks.get(*track).map_or_else(
            || "Titles".to_owned(),
            |track| format!("Titles on the {} side", track.short),
        ),
        _ => "Titles".to_owned(),
    }
}

/// How large a step is, in words, on the way up or at the same height.
pub(crate) const fn step_words(size: StepSize) -> &'static str {
    match size {
        StepSize::Same => "the same",
        StepSize::Emphasis => "another emphasis",
        StepSize::More => "more of it",
        StepSize::New => "a new kind of work",
    }
}

/// Everything that an expectation says, in one text: for descriptions and for the search.
pub(crate) fn plain_text(cell: &Expectation) -> String {
    let mut parts: Vec<String> = Vec::new();
    for statement in cell.statements() {
        let ends = statement.ends_with(['.', '!', '?', '…']);
        parts.push(if ends {
            statement.to_owned()
        } else {
            format!("{statement}.")
        });
    }
    match parts.is_empty() {
        true => cell.headline().to_owned(),
        false => parts.join(" "),
    }
}
