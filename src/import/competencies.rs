//! The competencies of a draft: which are one in two spellings, their tracks and their cells.

use std::collections::{BTreeMap, BTreeSet};

use crate::import::assemble::whole;
use crate::import::cell::join;
use crate::import::found::Found;
use crate::import::names::{Ids, key, slug};
use crate::import::order::Placed;
use crate::ladder::{CellFile, CompetencyFile, Draft, GroupFile};

/// How alike two names are, from 0 to 1, that may be one in two spellings.
const ALIKE: f64 = 0.88;

/// Two spellings of one competency, each with the levels that the other lacks.
pub(super) fn same_competencies(found: &mut Found) {
    let mut levels: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); found.competencies.len()];
    for (competency, level) in found.cells.keys() {
        levels[*competency].insert(*level);
    }
    let mut into: Vec<usize> = (0..found.competencies.len()).collect();
    for one in 0..found.competencies.len() {
        for other in 0..one {
            let names = (
                found.competencies[other].name.clone(),
                found.competencies[one].name.clone(),
            );
            let lengths = (names.0.len(), names.1.len());
            let is_near = lengths.0.abs_diff(lengths.1) <= 3 && lengths.0.min(lengths.1) >= 7;
            if into[other] != other
                || !is_near
                || !levels[one].is_disjoint(&levels[other])
                || levels[one].is_empty()
            {
                continue;
            }
            let digits = |name: &str| {
                name.chars()
                    .filter(char::is_ascii_digit)
                    .collect::<String>()
            };
            let is_alike = strsim::normalized_levenshtein(&key(&names.0), &key(&names.1)) >= ALIKE
                && digits(&names.0) == digits(&names.1)
                && found.competencies[one].group == found.competencies[other].group;
            if is_alike {
                let id = format!("same.{}", slug(&names.1));
                let question = format!("Is “{}” another spelling of “{}”?", names.1, names.0);
                let options = [
                    ("yes", "Yes, they are one competency"),
                    ("no", "No, they are two"),
                ];
                if found.ask(&id, &question, "yes", &options) == "yes" {
                    into[one] = other;
                    levels[other] = levels[other].union(&levels[one]).copied().collect();
                    break;
                }
            }
        }
    }
    let cells = std::mem::take(&mut found.cells);
    for ((competency, level), cell) in cells {
        found.cell(into[competency], level, cell, "two spellings");
    }
    found.merged = into;
}

pub(super) fn competencies(
    found: &mut Found,
    levels: &[Placed],
    tracks: &[String],
    draft: &mut Draft,
) {
    let mut place = BTreeMap::new();
    for (at, level) in levels.iter().enumerate() {
        for one in &level.of {
            place.insert(*one, at);
        }
    }
    let mut ids = Ids::default();
    let group_ids: Vec<String> = found
        .groups
        .iter()
        .map(|name| match slug(name).as_str() {
            "all" => ids.give(&format!("group {name}"), "group"),
            _ => ids.give(name, "group"),
        })
        .collect();
    let mut used = BTreeSet::new();
    let mut ids = Ids::default();
    // The ids of levels are parts of the same pages.
    let mut rows: Vec<Option<CompetencyFile>> = Vec::new();
    let mut on: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); found.competencies.len()];
    let merged = std::mem::take(&mut found.merged);
    let has_cells: BTreeSet<usize> = found
        .cells
        .keys()
        .map(|(competency, _)| *competency)
        .collect();
    let entries = std::mem::take(&mut found.competencies);
    for (at, entry) in entries.iter().enumerate() {
        if entry.is_left
            || merged.get(at).is_some_and(|into| *into != at)
            || (found.has_left_out && !has_cells.contains(&at))
        {
            rows.push(None);
            continue;
        }
        used.extend(entry.group);
        rows.push(Some(CompetencyFile {
            id: ids.give(&entry.name, "competency"),
            name: entry.name.clone(),
            about: whole(&entry.about),
            group: entry.group.and_then(|at| group_ids.get(at)).cloned(),
            tags: entry.tags.clone(),
            evidence: match entry.evidence.is_empty() {
                true => BTreeMap::new(),
                false => BTreeMap::from([("all".to_owned(), entry.evidence.clone())]),
            },
            scale: entry.scale.clone(),
            steps: entry.steps.clone(),
            ..CompetencyFile::default()
        }));
    }
    let cells = std::mem::take(&mut found.cells);
    for ((competency, level), cell) in cells {
        if let Some(track) = found.levels.get(level).and_then(|level| level.track) {
            on[competency].insert(track);
        } else {
            on[competency].extend(0..tracks.len());
        }
        let Some(placed) = place.get(&level).and_then(|at| levels.get(*at)) else {
            continue;
        };
        let Some(Some(row)) = rows.get_mut(competency) else {
            continue;
        };
        match row.cells.get_mut(&placed.id) {
            None => {
                row.cells.insert(placed.id.clone(), cell);
            }
            Some(known) => {
                let text = cell.text.clone().unwrap_or_default();
                if join(known, cell) {
                    found.drop(
                        &row.name,
                        &text,
                        "tracks say different things of one level; both are kept, as a list",
                    );
                }
            }
        }
    }
    for (competency, level, other) in std::mem::take(&mut found.same) {
        let competency = merged.get(competency).copied().unwrap_or(competency);
        let placed = |level| place.get(&level).and_then(|at| levels.get(*at));
        let Some(Some(row)) = rows.get_mut(competency) else {
            continue;
        };
        if let (Some(level), Some(other)) = (placed(level), placed(other)) {
            let cell = CellFile {
                same_as: Some(other.id.clone()),
                ..CellFile::default()
            };
            row.cells.entry(level.id.clone()).or_insert(cell);
        }
    }
    for (row, on) in rows.iter_mut().zip(&on) {
        if let Some(row) = row
            && on.len() < tracks.len()
        {
            row.tracks = on
                .iter()
                .filter_map(|at| tracks.get(*at))
                .cloned()
                .collect();
        }
    }
    draft.competencies = rows.into_iter().flatten().collect();
    draft.groups = used
        .into_iter()
        .map(|at: usize| GroupFile {
            id: group_ids.get(at).cloned().unwrap_or_default(),
            name: found.groups.get(at).cloned().unwrap_or_default(),
            ..GroupFile::default()
        })
        .collect();
    let empty = draft
        .competencies
        .iter()
        .filter(|one| one.cells.is_empty() && one.steps.is_empty())
        .count();
    if empty > 0 {
        found.drop(
            "all files",
            &format!("{empty} competencies"),
            "no file says what a level expects in these; write it",
        );
    }
}
