//! From a ladder to the values of the heat map and of the words beside and below it.

use crate::ladder::{Absence, Competency, Ladder, Level, Rung};
use crate::route::Route;
use crate::web::components::{HeatCell, HeatGroup, HeatRow, LevelLink, WordsCell, WordsRow};
use crate::web::frame::values::{
    absence, capital, columns, expectation_href, lean_sign, step_words, stop,
};
use crate::web::site::Site;

/// With more tracks than this, levels of one height are one below the other.
const MOST_COLUMNS: usize = 3;

/// The tracks from left to right: the one of the first colour first.
pub(crate) fn left_to_right(ladder: &Ladder) -> Vec<usize> {
    let mut tracks: Vec<usize> = (0..ladder.tracks.len()).collect();
    tracks.sort_by_key(|at| ladder.tracks.get(*at).map(|track| track.hue));
    tracks
}

/// The levels of the heat map: those that tracks share, then each track's own, then what they share above.
pub(crate) fn level_groups(ladder: &Ladder) -> Vec<(String, Vec<&Level>)> {
    let split = ladder.split();
    let is_above = |level: &&Level| {
        level
            .rung
            .zip(split)
            .is_some_and(|(rung, split)| rung >= split)
    };
    let shared = || {
        columns(ladder)
            .into_iter()
            .filter(|level| level.is_shared())
    };
    let name = || "Shared".to_owned();
    let below: Vec<&Level> = shared().filter(|level| !is_above(level)).collect();
    let mut groups = vec![(name(), below)];
    for track in left_to_right(ladder) {
        let name = ladder.tracks.get(track).map(|track| capital(&track.short));
        let own = columns(ladder).into_iter();
        let own = own.filter(|level| level.track() == Some(track));
        groups.push((name.unwrap_or_default(), own.collect()));
    }
    groups.push((name(), shared().filter(is_above).collect()));
    groups.retain(|(_, levels)| !levels.is_empty());
    groups
}

/// Where the tracks part, in the words that every page has for it: from where each has a level of its own,
/// and up to where one moves between them freely.
pub(crate) fn parting(ladder: &Ladder) -> Option<String> {
    let split = ladder.split()?;
    let span = |from: Rung, to: Rung| match to - from {
        0 => format!("level {from}"),
        1 => format!("levels {from} and {to}"),
        _ => format!("levels {from} to {to}"),
    };
    let mut words = String::new();
    // A track may begin higher: then what lies below belongs to the others alone.
    let below = ladder.levels.iter();
    let mut below = below.filter(|level| level.rung.is_some_and(|rung| rung < split));
    if split > 1 && below.all(|level| level.tracks.len() == ladder.tracks.len()) {
        let verb = if split == 2 { "is" } else { "are" };
        words.push_str(&format!("{} {verb} shared. ", capital(&span(1, split - 1))));
    }
    let Some(free) = ladder.free_up_to.filter(|free| *free >= split) else {
        words.push_str(&format!(
            "From level {split} the tracks have levels of their own."
        ));
        return Some(words);
    };
    words.push_str(&format!(
        "At {} each track has a level of its own, and you can still move freely between them. ",
        span(split, free)
    ));
    if free < ladder.top() {
        let jobs = match ladder.tracks.len() {
            2 => "two jobs",
            _ => "different jobs",
        };
        words.push_str(&format!("From level {} they are {jobs}.", free + 1));
    }
    Some(words.trim_end().to_owned())
}

/// The groups of levels as the columns of the heat map.
pub(crate) fn heat_groups(site: Site, here: &Route) -> Vec<HeatGroup> {
    let groups = level_groups(site.ladder).into_iter();
    let link = |level: &Level| stop(site.ladder, here, level);
    groups
        .map(|(name, levels)| HeatGroup {
            name,
            levels: levels.into_iter().map(link).collect(),
        })
        .collect()
}

/// The competencies as the rows of the heat map.
pub(crate) fn heat_rows(site: Site) -> Vec<HeatRow> {
    let ladder = site.ladder;
    let groups = level_groups(ladder);
    let levels: Vec<&Level> = groups.into_iter().flat_map(|(_, levels)| levels).collect();
    let row = |item: &Competency| HeatRow {
        name: item.name.clone(),
        href: format!("#{}", row_id(item)),
        lean: lean_sign(ladder, item).map(|lean| lean.id),
        groups: ladder.groups_of(item).join(" "),
        cells: levels
            .iter()
            .map(|level| heat_cell(ladder, item, level))
            .collect(),
    };
    ladder.competencies.iter().map(row).collect()
}

fn heat_cell(ladder: &Ladder, item: &Competency, level: &Level) -> HeatCell {
    if item.at(level).is_none() {
        let why = item.absence(level).unwrap_or(Absence::NotWritten);
        return HeatCell {
            href: None,
            label: absence(why).to_owned(),
            change: None,
            weight: None,
        };
    }
    let weight = weight(ladder, item, level);
    let step = ladder.change(item, level);
    let change = step.map(|change| step_words(change.into()));
    let counts = weight.map(|weight| format!("counts {weight} of 3"));
    let says: Vec<String> = change
        .map(str::to_owned)
        .into_iter()
        .chain(counts)
        .collect();
    let says = match says.is_empty() {
        true => "read it".to_owned(),
        false => says.join(", "),
    };
    let first = alike(ladder, item, level).into_iter().next();
    HeatCell {
        href: Some(format!("#{}", cell_id(item, first.unwrap_or(level)))),
        label: format!("{}: {says}", level.label()),
        change: step,
        weight,
    }
}

/// How much a competency counts at a level: what its track counts it, from where weights begin.
fn weight(ladder: &Ladder, item: &Competency, level: &Level) -> Option<u8> {
    let begins = match ladder.weights_from {
        Some(from) => level.rung.is_some_and(|rung| rung >= from),
        None => true,
    };
    item.weight(level.track().filter(|_| begins)?)
}

/// The column of a level from 1; 0 where it takes the whole width.
fn column(ladder: &Ladder, level: &Level) -> usize {
    let tracks = left_to_right(ladder);
    let at = level.track().filter(|_| tracks.len() <= MOST_COLUMNS);
    let at = at.and_then(|track| tracks.iter().position(|one| *one == track));
    at.map_or(0, |at| at + 1)
}

/// How many columns the words have.
pub(crate) fn words_columns(ladder: &Ladder) -> usize {
    match ladder.tracks.len() {
        count if count <= MOST_COLUMNS => count,
        _ => 1,
    }
}

/// The levels over the words, each with its column.
pub(crate) fn words_levels(site: Site, here: &Route) -> Vec<(LevelLink, usize)> {
    let ladder = site.ladder;
    let levels = across(ladder).into_iter();
    levels
        .map(|level| (stop(ladder, here, level), column(ladder, level)))
        .collect()
}

/// The levels from rung to rung, and at each from left to right.
pub(crate) fn across(ladder: &Ladder) -> Vec<&Level> {
    let mut levels = columns(ladder);
    let tracks = left_to_right(ladder);
    let place = |level: &&Level| {
        let track = level.track()?;
        tracks.iter().position(|one| *one == track)
    };
    if levels.iter().all(|level| level.rung.is_some()) {
        levels.sort_by_key(|level| (level.rung, place(level)));
    }
    levels
}

/// The levels of one height that all expect the same here, this one among them, the first at the left;
/// only this one where another expects something else.
fn alike<'a>(ladder: &'a Ladder, item: &Competency, level: &'a Level) -> Vec<&'a Level> {
    let same = |a: &Level, b: &Level| {
        let says = |a: &Level, b: &Level| {
            let cell = item.at(a);
            cell.is_some_and(|cell| cell.same_as == Some(b.index))
        };
        a == b || says(a, b) || says(b, a)
    };
    let all: Vec<&Level> = across(ladder)
        .into_iter()
        .filter(|other| level.rung.is_some() && other.rung == level.rung)
        .collect();
    match all.first() {
        Some(first) if all.iter().all(|other| same(first, other)) => all,
        _ => vec![level],
    }
}

/// Some competencies in words; with the ids that the heat map leads to where it is on the page.
pub(crate) fn words_rows(
    site: Site,
    here: &Route,
    items: &[&Competency],
    with_ids: bool,
) -> Vec<WordsRow> {
    let ladder = site.ladder;
    let row = |item: &&Competency| WordsRow {
        id: with_ids.then(|| row_id(item)),
        name: item.name.clone(),
        href: here.link(&Route::Competency(item.id.clone())),
        lean: lean_sign(ladder, item),
        groups: ladder.groups_of(item).join(" "),
        cells: across(ladder)
            .into_iter()
            .filter_map(|level| words_cell(site, here, item, level, with_ids))
            .collect(),
    };
    items.iter().map(row).collect()
}

/// The words of a level; none where they are those of a level at the left.
fn words_cell(
    site: Site,
    here: &Route,
    item: &Competency,
    level: &Level,
    with_ids: bool,
) -> Option<WordsCell> {
    let ladder = site.ladder;
    let alike = alike(ladder, item, level);
    if alike.first().is_some_and(|first| *first != level) {
        return None;
    }
    let cell = item.at(level);
    Some(WordsCell {
        id: (with_ids && cell.is_some()).then(|| cell_id(item, level)),
        rung: level.rung,
        signs: alike.iter().map(|level| (*level).into()).collect(),
        column: match alike.len() {
            1 => column(ladder, level),
            _ => 0,
        },
        text: match cell {
            Some(cell) => Ok(cell.headline().to_owned()),
            None => Err(absence(item.absence(level).unwrap_or(Absence::NotWritten))),
        },
        href: cell.map(|_| expectation_href(site, here, level, item)),
        change: ladder
            .change(item, level)
            .map(|change| (change, step_words(change.into()))),
    })
}

/// The id of a competency's words on the page with the heat map. No id of a file has such a line in it.
fn row_id(item: &Competency) -> String {
    format!("row_{}", item.id)
}

/// The id of the words of one level there.
fn cell_id(item: &Competency, level: &Level) -> String {
    format!("{}_{}", item.id, level.id)
}
