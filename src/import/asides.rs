//! Tables in a document whose headings name levels: whether they name the same levels, or say more.

use std::collections::BTreeSet;

use crate::import::document::{Document, What};
use crate::import::grid::Grid;
use crate::import::headings::Heading;
use crate::import::level_words::{is_level, split_code};
use crate::import::names::key;
use crate::import::shape::{Shape, best_column, best_row};

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
