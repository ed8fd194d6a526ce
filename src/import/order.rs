//! What the levels of a ladder are to one another: their tracks, which of them tracks share, their order
//! and their heights. Each is a guess that is asked.

use std::collections::{BTreeMap, BTreeSet};

use crate::import::found::{Found, FoundLevel};
use crate::import::level_words::{office, parts, rank, unnumbered};
use crate::import::names::key;
use crate::import::people::{PEOPLE, says_people};

/// A level of the ladder, with the places of those found that it stands for.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    /// The places among the levels that were found.
    pub of: Vec<usize>,
    /// The places of its tracks.
    pub tracks: BTreeSet<usize>,
    pub height: Option<u32>,
    pub id: String,
}

/// The part of a name that is in brackets at its end, and what is before it.
fn brackets(name: &str) -> Option<(&str, &str)> {
    let (base, inner) = name.trim().strip_suffix(')')?.rsplit_once('(')?;
    let (base, inner) = (base.trim(), inner.trim());
    (!base.is_empty() && !inner.is_empty()).then_some((base, inner))
}

/// Finds the tracks of levels that no file gives one.
pub(super) fn tracks(found: &mut Found) {
    if !found.tracks.is_empty() || found.levels.len() < 2 {
        return;
    }
    let mut bases: BTreeMap<String, usize> = BTreeMap::new();
    for level in &found.levels {
        if let Some((base, _)) = brackets(&level.title) {
            *bases.entry(key(base)).or_default() += 1;
        }
    }
    let by_brackets = bases.values().any(|count| *count > 1);
    let mut letters: BTreeMap<String, usize> = BTreeMap::new();
    for level in &found.levels {
        let code = level.code.as_deref().and_then(parts);
        *letters
            .entry(code.map_or_else(String::new, |(letters, _)| letters))
            .or_default() += 1;
    }
    // Letters that only one level has are those of a track if it is one of people's managers.
    let is_track = |letters: &String, count: usize| {
        let manages = |level: &&FoundLevel| says_people(&level.title);
        let of = |level: &&FoundLevel| {
            level
                .code
                .as_deref()
                .and_then(parts)
                .is_some_and(|(one, _)| one == *letters)
        };
        count > 1
            || found.levels.iter().filter(of).any(|level| manages(&level))
            || PEOPLE.contains(&letters.as_str())
    };
    let by_codes = letters.len() > 1
        && letters.len() <= 6
        && !letters.contains_key("")
        && letters
            .iter()
            .all(|(letters, count)| is_track(letters, *count));
    let offices = offices(found);
    let guess = match (by_brackets, by_codes) {
        (true, _) => "brackets",
        (_, true) => "codes",
        _ if offices.is_some() => "titles",
        _ => "one",
    };
    let answer = found.ask(
        "tracks",
        "Which tracks are there?",
        guess,
        &[
            ("one", "One for all levels"),
            (
                "brackets",
                "One for each word in brackets after a title, as in “Senior (Data)”",
            ),
            (
                "codes",
                "One for the letters that codes begin with, as in E4 and M4",
            ),
            (
                "titles",
                "One for each title with numbers, as in “Analyst 1” and “Analyst 2”",
            ),
        ],
    );
    for at in 0..found.levels.len() {
        let level = &found.levels[at];
        let name = match answer.as_str() {
            "brackets" => brackets(&level.title)
                .filter(|(base, _)| bases.get(&key(base)).is_some_and(|count| *count > 1))
                .map(|(_, inner)| inner.to_owned()),
            "codes" => level
                .code
                .as_deref()
                .and_then(parts)
                .map(|(letters, _)| letters),
            "titles" => offices.as_ref().and_then(|names| names.get(at)).cloned(),
            _ => None,
        };
        if let Some(name) = name {
            let track = found.track(&name, None);
            found.levels[at].track = Some(track);
        }
    }
}

/// The numbered title of each level without its number, if there are several that say different offices, and
/// each comes again.
fn offices(found: &Found) -> Option<Vec<String>> {
    let stems: Option<Vec<String>> = found
        .levels
        .iter()
        .map(|level| unnumbered(&level.title))
        .collect();
    let mut names: BTreeMap<String, (String, usize)> = BTreeMap::new();
    let stems = stems?;
    for stem in &stems {
        let entry = names.entry(office(stem));
        entry.or_insert_with(|| (stem.clone(), 0)).1 += 1;
    }
    let is_usual = names.len() > 1 && names.values().all(|(_, count)| *count > 1);
    let name = |stem: &String| names.get(&office(stem)).map(|(name, _)| name.clone());
    is_usual.then(|| stems.iter().filter_map(name).collect())
}

/// Which levels are one level that tracks share. A level without a track is on all of them.
pub(super) fn shared(found: &mut Found) -> Vec<Placed> {
    let mut by_name: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, level) in found.levels.iter().enumerate() {
        by_name.entry(key(&level.name)).or_default().push(at);
    }
    let alike: Vec<&Vec<usize>> = by_name.values().filter(|places| places.len() > 1).collect();
    let mut answer = "apart".to_owned();
    if !alike.is_empty() {
        let differ = alike.iter().any(|places| {
            places
                .iter()
                .skip(1)
                .any(|at| contradicts(found, places[0], *at))
        });
        let guess = if differ { "apart" } else { "together" };
        answer = found.ask(
            "levels.shared",
            "Some levels have the same name on several tracks. Is that one level?",
            guess,
            &[
                ("together", "Yes, one level that these tracks share"),
                ("apart", "No, each track has a level of its own"),
            ],
        );
    }
    let all: BTreeSet<usize> = (0..found.tracks.len().max(1)).collect();
    let mut placed: Vec<Placed> = Vec::new();
    let mut done = BTreeSet::new();
    for at in 0..found.levels.len() {
        if !done.insert(at) {
            continue;
        }
        let mut of = vec![at];
        if answer == "together" {
            let others = by_name
                .get(&key(&found.levels[at].name))
                .cloned()
                .unwrap_or_default();
            of.extend(others.into_iter().filter(|other| done.insert(*other)));
        }
        let tracks: BTreeSet<usize> = of.iter().filter_map(|at| found.levels[*at].track).collect();
        placed.push(Placed {
            tracks: if tracks.is_empty() {
                all.clone()
            } else {
                tracks
            },
            of,
            height: None,
            id: String::new(),
        });
    }
    placed
}

/// Whether two levels expect different things in one competency.
fn contradicts(found: &Found, one: usize, other: usize) -> bool {
    (0..found.competencies.len()).any(|competency| {
        let cell = |level| found.cells.get(&(competency, level));
        matches!((cell(one), cell(other)), (Some(one), Some(other)) if one != other)
    })
}

/// Puts the levels in order, the lowest first.
pub(super) fn in_order(found: &mut Found, levels: &mut Vec<Placed>) {
    if levels.len() < 2 {
        return;
    }
    let names: Vec<String> = levels
        .iter()
        .map(|level| full_name(&found.levels[level.of[0]]))
        .collect();
    let ranks: Vec<Option<i32>> = ranks(found, levels);
    // Only levels of one track are compared.
    let (mut rises, mut falls) = (0_usize, 0_usize);
    for (at, one) in levels.iter().enumerate() {
        let next = levels
            .iter()
            .enumerate()
            .skip(at + 1)
            .find(|(_, other)| !one.tracks.is_disjoint(&other.tracks));
        let Some((next, _)) = next else { continue };
        if let (Some(one), Some(other)) = (ranks[at], ranks[next]) {
            rises += usize::from(one < other);
            falls += usize::from(one > other);
        }
    }
    let guess = match (rises, falls) {
        (_, 0) => "as-read",
        (0, _) => "reversed",
        _ if falls * 3 >= rises => "by-words",
        _ => "as-read",
    };
    let mut by_words: Vec<usize> = (0..levels.len()).collect();
    by_words.sort_by_key(|at| ranks[*at].unwrap_or(i32::MAX));
    let told = |first: &str, names: &mut dyn Iterator<Item = &String>| {
        let names: Vec<&str> = names.map(String::as_str).collect();
        format!("{first}: {}", names.join(", "))
    };
    let answer = found.ask_freely(
        "levels.order",
        "Which order is right, from the lowest level to the highest?",
        guess,
        &[
            ("as-read", &told("As in the files", &mut names.iter())),
            (
                "reversed",
                &told("The other way round", &mut names.iter().rev()),
            ),
            (
                "by-words",
                &told(
                    "By words such as “junior” and by numbers",
                    &mut by_words.iter().map(|at| &names[*at]),
                ),
            ),
        ],
        "the ids of the levels with commas, the lowest first",
    );
    match answer.as_str() {
        "as-read" => {}
        "reversed" => levels.reverse(),
        "by-words" => *levels = by_words.into_iter().map(|at| levels[at].clone()).collect(),
        ids => {
            let order: Vec<&str> = ids.split(',').map(str::trim).collect();
            if let Some(unknown) = order
                .iter()
                .find(|id| !levels.iter().any(|level| level.id == **id))
            {
                found.refused.push(format!(
                    "“{unknown}” in “levels.order” is the id of no level; the ids are: {}",
                    levels
                        .iter()
                        .map(|level| level.id.as_str())
                        .collect::<Vec<_>>()
                        .join(", ")
                ));
            }
            levels.sort_by_key(|level| {
                order
                    .iter()
                    .position(|id| *id == level.id)
                    .unwrap_or(usize::MAX)
            });
        }
    }
}

fn full_name(level: &FoundLevel) -> String {
    match &level.code {
        Some(code) if *code != level.title => format!("{code} {}", level.title),
        _ => level.title.clone(),
    }
}

/// How high levels are by their codes, where all codes have the same letters, else by their words.
fn ranks(found: &Found, levels: &[Placed]) -> Vec<Option<i32>> {
    let level = |placed: &Placed| &found.levels[placed.of[0]];
    let codes: Vec<Option<(String, u32)>> = levels
        .iter()
        .map(|one| level(one).code.as_deref().and_then(parts))
        .collect();
    let letters = codes
        .iter()
        .map(|code| code.as_ref().map(|(letters, _)| letters));
    let letters: BTreeSet<_> = letters.collect();
    let has_codes = letters.len() == 1 && codes.iter().all(Option::is_some);
    levels
        .iter()
        .zip(codes)
        .map(|(one, code)| match code {
            Some((_, number)) if has_codes => i32::try_from(number).ok(),
            _ => rank(&level(one).title),
        })
        .collect()
}
