//! Tables in a document whose headings name levels: whether they name the same levels, or say more.

use std::collections::BTreeSet;

use crate::import::document::{Document, What};
use crate::import::grid::Grid;
use crate::import::headings::Heading;
use crate::import::heads::{best_column, best_row};
use crate::import::level_words::{is_level, split_code};
use crate::import::names::key;
use crate::import::shape::Shape;

/// Whether the tables of a document have levels across, say more than what is below the headings of
/// levels, and name other levels: then these are the steps of a scale, or an overview.
pub(super) fn tables_outweigh(document: &Document, headings: &[Heading], depth: usize) -> bool {
    let of_levels = headings
        .iter()
        .filter(|one| one.depth == depth && is_level(&one.text));
    let (mut names, mut texts) = (BTreeSet::new(), 0_usize);
    for one in of_levels {
        names.extend(spellings(&one.text));
        texts += one.weight;
    }
    let (mut cells, mut is_other) = (0_usize, true);
    for part in &document.parts {
        let What::Table(grid) = &part.what else {
            continue;
        };
        let Some((row, levels)) = best_row(grid) else {
            continue;
        };
        cells += (grid.rows.len() - row - 1) * levels;
        let texts = grid.texts(row);
        let all = texts.iter().skip(1).filter(|text| !text.is_empty());
        is_other &= all
            .flat_map(|text| spellings(text))
            .all(|name| !names.contains(&name));
    }
    is_other && cells > texts
}

/// The ways in which a level is named.
fn spellings(name: &str) -> Vec<String> {
    let (code, title) = split_code(name);
    let all = [Some(name.to_owned()), Some(title), code].into_iter();
    all.flatten().map(|one| key(&one)).collect()
}

/// What a table beside the headings of these levels is, if it names the same: what they expect across, or a
/// list of them. A list has no track, so it is read only where levels have none.
pub(super) fn aside(levels: &BTreeSet<String>, grid: &Grid, has_track: bool) -> Option<Shape> {
    let names: BTreeSet<String> = levels.iter().flat_map(|name| spellings(name)).collect();
    let known = |text: &&String| spellings(text).iter().any(|name| names.contains(name));
    let is_most = |count: usize, all: usize| count > 1 && count * 2 >= all;
    if let Some((row, _)) = best_row(grid) {
        let texts = grid.texts(row);
        let texts = texts.iter().skip(1).filter(|text| !text.is_empty());
        let count = texts.clone().filter(known).count();
        return is_most(count, texts.count()).then_some(Shape::Across);
    }
    let (column, _) = best_column(grid).filter(|_| !has_track)?;
    let texts = grid.rows.iter().skip(1).map(|row| row.text(column));
    let texts: Vec<String> = texts.collect();
    let count = texts.iter().filter(known).count();
    is_most(count, texts.len()).then_some(Shape::Levels)
}

/// The levels that a table names.
fn levels_of(grid: &Grid) -> BTreeSet<String> {
    if let Some((row, _)) = best_row(grid) {
        let texts = grid.texts(row).into_iter().skip(1);
        return texts
            .filter(|text| is_level(text))
            .map(|text| key(&text))
            .collect();
    }
    let Some((column, _)) = best_column(grid) else {
        return BTreeSet::new();
    };
    let texts = grid.rows.iter().map(|row| row.text(column));
    texts
        .filter(|text| is_level(text))
        .map(|text| key(&text))
        .collect()
}

/// Whether each heading of a depth has a table of levels right below it, other ones than the headings
/// before: then these name tracks, also where their words are those of levels.
pub(super) fn are_tracks(document: &Document, depth: usize) -> bool {
    let (mut all, mut headings, mut is_open) = (Vec::new(), 0_usize, false);
    let mut names = BTreeSet::new();
    for part in &document.parts {
        match &part.what {
            What::Heading(one, piece) => {
                is_open = *one == depth;
                headings += usize::from(is_open);
                names.extend(is_open.then(|| key(&piece.text)));
            }
            What::Table(grid) if is_open => {
                all.push(levels_of(grid));
                is_open = false;
            }
            _ => {}
        }
    }
    let differ = |at: usize, one: &BTreeSet<String>| {
        one.len() > 1
            && all[..at]
                .iter()
                .all(|other: &BTreeSet<String>| other.is_disjoint(one))
    };
    let are_all = headings > 1 && all.len() == headings && names.len() == headings;
    are_all && all.iter().enumerate().all(|(at, one)| differ(at, one))
}
