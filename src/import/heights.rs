//! The heights of levels: a guess from their order, the numbers in their names, or a table that puts
//! levels of equal standing side by side.

use std::collections::{BTreeMap, BTreeSet};

use crate::import::found::{Found, FoundLevel};
use crate::import::level_words::{is_code, is_level, number, parts};
use crate::import::names::key;
use crate::import::order::Placed;

/// Gives the levels their heights.
pub(super) fn heights(found: &mut Found, levels: &mut [Placed]) {
    let by_table = by_table(found, levels);
    let by_number = by_number(found, levels);
    let is_joined = levels.iter().any(|level| level.tracks.len() > 1);
    let one_track = levels
        .iter()
        .all(|level| level.tracks.len() == 1 && level.tracks == levels[0].tracks);
    let guess = if by_table.is_some() {
        "by-table"
    } else if one_track || is_joined {
        "in-order"
    } else if by_number
        .as_ref()
        .is_some_and(|heights| starts_differ(levels, heights))
    {
        "by-number"
    } else {
        "none"
    };
    let mut options = vec![
        ("none", "The files do not say; leave it open"),
        (
            "in-order",
            match one_track {
                true => "Each level one step above the one before it",
                false => "The first levels of all tracks, then the second ones, and so on",
            },
        ),
    ];
    options.extend(
        by_number
            .as_ref()
            .map(|_| ("by-number", "By the numbers in their codes or titles")),
    );
    options.extend(
        by_table
            .as_ref()
            .map(|_| ("by-table", "By the table that puts levels side by side")),
    );
    let question = match one_track {
        true => "How high is each level?",
        false => "Which levels of different tracks are equally high?",
    };
    let answer = found.ask_freely(
        "levels.heights",
        question,
        guess,
        &options,
        "heights by id, as in “junior=1 senior=2”",
    );
    let ids: Vec<&str> = options.iter().map(|(id, _)| *id).collect();
    let heights = match answer.as_str() {
        "none" => vec![None; levels.len()],
        "in-order" => in_a_row(levels),
        "by-number" => by_number.unwrap_or_else(|| vec![None; levels.len()]),
        "by-table" => by_table.unwrap_or_else(|| vec![None; levels.len()]),
        pairs => {
            let mut heights = vec![None; levels.len()];
            for pair in pairs.split([' ', ',']).filter(|pair| !pair.is_empty()) {
                let named = pair.split_once('=').and_then(|(id, height)| {
                    let at = levels.iter().position(|level| level.id == id.trim())?;
                    Some((at, height.trim().parse().ok()?))
                });
                match named {
                    Some((at, height)) => heights[at] = Some(height),
                    None => found.refused.push(format!(
                        "“{pair}” in “levels.heights” is no id and height; write them as {}=1, or choose one of: {}",
                        levels[0].id,
                        ids.join(", ")
                    )),
                }
            }
            heights
        }
    };
    for (level, height) in levels.iter_mut().zip(heights) {
        level.height = height;
    }
}

/// One more than the highest level below on any of its tracks.
fn in_a_row(levels: &[Placed]) -> Vec<Option<u32>> {
    let mut tops: BTreeMap<usize, u32> = BTreeMap::new();
    let mut heights = Vec::new();
    for level in levels {
        let below = level
            .tracks
            .iter()
            .filter_map(|track| tops.get(track))
            .max();
        let height = below.map_or(1, |below| below + 1);
        level.tracks.iter().for_each(|track| {
            tops.insert(*track, height);
        });
        heights.push(Some(height));
    }
    heights
}

/// The number in the code or at the end of the title, if all have one that rises along each track.
fn by_number(found: &Found, levels: &[Placed]) -> Option<Vec<Option<u32>>> {
    let mut heights = Vec::new();
    for level in levels {
        let level = &found.levels[level.of[0]];
        let coded = level
            .code
            .as_deref()
            .and_then(parts)
            .map(|(_, number)| number);
        heights.push(Some(coded.or_else(|| number(&level.title))?));
    }
    let rises = levels.iter().enumerate().all(|(at, one)| {
        let earlier = levels[..at].iter().zip(&heights).rev();
        let below = earlier
            .filter(|(other, _)| !one.tracks.is_disjoint(&other.tracks))
            .map(|(_, height)| *height)
            .next();
        below.is_none_or(|below| below < heights[at])
    });
    // Heights count from 1, also where numbers count from 0.
    if heights.contains(&Some(0)) {
        heights.iter_mut().flatten().for_each(|height| *height += 1);
    }
    rises.then_some(heights)
}

/// Whether tracks begin at different numbers: then the numbers count from one ground.
fn starts_differ(levels: &[Placed], heights: &[Option<u32>]) -> bool {
    let mut starts: BTreeMap<usize, u32> = BTreeMap::new();
    for (level, height) in levels.iter().zip(heights) {
        for track in &level.tracks {
            starts.entry(*track).or_insert(height.unwrap_or_default());
        }
    }
    let distinct: BTreeSet<&u32> = starts.values().collect();
    distinct.len() > 1
}

/// The rows of a table that names levels of equal standing, if they rise along each track.
fn by_table(found: &Found, levels: &[Placed]) -> Option<Vec<Option<u32>>> {
    let names: Vec<BTreeSet<String>> = levels
        .iter()
        .map(|level| {
            let all = level.of.iter().map(|at| &found.levels[*at]);
            all.flat_map(|level| {
                [
                    Some(key(&level.name)),
                    Some(key(&level.title)),
                    level.code.as_deref().map(key),
                ]
            })
            .flatten()
            .collect()
        })
        .collect();
    for rows in &found.standings {
        let mut heights = vec![None; levels.len()];
        for (row, texts) in rows.iter().enumerate() {
            for text in texts.iter().filter(|text| !text.is_empty()) {
                let at = names.iter().position(|names| names.contains(&key(text)));
                if let Some(height) = at
                    .and_then(|at| heights.get_mut(at))
                    .filter(|height| height.is_none())
                {
                    *height = u32::try_from(row + 1).ok();
                }
            }
        }
        let mut tops: BTreeMap<usize, u32> = BTreeMap::new();
        let rises = levels.iter().zip(&heights).all(|(level, height)| {
            height.is_none_or(|height| {
                level.tracks.iter().all(|track| {
                    tops.insert(*track, height)
                        .is_none_or(|below| below < height)
                })
            })
        });
        // Rows above the first level, such as headings, are no heights.
        let above = heights
            .iter()
            .flatten()
            .min()
            .map_or(0, |lowest| lowest - 1);
        heights
            .iter_mut()
            .flatten()
            .for_each(|height| *height -= above);
        let count = heights.iter().flatten().count();
        if rises && count >= 2 && count * 2 >= levels.len() {
            return Some(heights);
        }
    }
    None
}

/// Takes what tables of equal standing say of levels: codes beside titles. Names that no other part of
/// the files has are reported.
pub(super) fn standings(found: &mut Found) {
    let tables = found.standings.clone();
    for (number, row) in tables.iter().flat_map(|rows| rows.iter().enumerate()) {
        let is_of = |level: &FoundLevel, text: &str| {
            let names = [Some(&level.name), Some(&level.title), level.code.as_ref()];
            names
                .into_iter()
                .flatten()
                .any(|name| key(name) == key(text))
        };
        let known: Vec<Option<usize>> = row
            .iter()
            .map(|text| found.levels.iter().position(|level| is_of(level, text)))
            .collect();
        let mut taken = Vec::new();
        for (at, level) in known.iter().enumerate() {
            let Some(level) = level.and_then(|level| found.levels.get_mut(level)) else {
                continue;
            };
            let beside = [at + 1, at.wrapping_sub(1)].into_iter();
            let code = beside.filter(|one| !taken.contains(one)).find_map(|one| {
                let text = row
                    .get(one)
                    .filter(|text| is_code(text) && known[one].is_none())?;
                Some((one, text.clone()))
            });
            if let Some((one, code)) = code
                && level.code.is_none()
            {
                taken.push(one);
                level.code = Some(code);
            }
        }
        for (at, text) in row.iter().enumerate() {
            let is_new =
                number > 0 && known[at].is_none() && !taken.contains(&at) && !is_code(text);
            if is_new && is_level(text) {
                found.drop(
                    "a table of levels",
                    text,
                    "a level of which no text says what it expects; add it by hand",
                );
            }
        }
    }
}
