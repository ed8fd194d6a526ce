//! Where the headings of a table are: the row or column that names levels, and what is above it.

use std::collections::BTreeSet;

use crate::import::columns::{Column, column as column_of, is_beside};
use crate::import::grid::{Grid, GridRow};
use crate::import::level_words::is_level;
use crate::import::pay::is_pay;
use crate::import::rich::nothing;

/// The number of rows among which the headings are looked for.
pub(super) const HEADINGS_WITHIN: usize = 8;
/// The number of columns among which the levels are looked for.
const LEVELS_WITHIN: usize = 4;
/// The number of rows by which a table is judged.
pub(super) const LOOKED_AT: usize = 200;

/// Among the first rows the one with the most names of levels, beside its first cell.
pub(super) fn best_row(grid: &Grid) -> Option<(usize, usize)> {
    let mut best: Option<(usize, usize)> = None;
    for at in 0..grid.rows.len().min(HEADINGS_WITHIN) {
        let texts = grid.texts(at);
        let names: BTreeSet<&String> = texts
            .iter()
            .skip(1)
            .filter(|text| nothing(text).is_none())
            .filter(|text| column_of(text).is_none() && !is_beside(text) && !is_pay(text))
            .collect();
        let all = names.len();
        let levels = names.iter().filter(|name| is_level(name)).count();
        if levels >= 2 && levels * 2 >= all && best.is_none_or(|(_, most)| levels > most) {
            best = Some((at, levels));
        }
    }
    best
}

/// Among the first columns the one with the most names of levels, below its first cell.
pub(super) fn best_column(grid: &Grid) -> Option<(usize, usize)> {
    let mut best: Option<(usize, usize)> = None;
    let header = grid.texts(0);
    let kind = |at: usize| header.get(at).and_then(|text: &String| column_of(text));
    let is_track = |at: &usize| matches!(kind(*at), Some(Column::Track | Column::Family));
    for column in (0..grid.width().min(LEVELS_WITHIN)).filter(|at| !is_track(at)) {
        let (mut all, mut levels) = (0, 0);
        let rows = grid.rows.iter().skip(1).take(LOOKED_AT);
        for row in rows.filter(|row| !row.is_blank(column)) {
            all += 1;
            levels += usize::from(is_level(&row.text(column)));
        }
        let is_more = best.is_none_or(|(_, most)| {
            let is_named = kind(column) == Some(Column::Level);
            levels > most || (levels == most && is_named)
        });
        if levels >= 2 && levels * 5 >= all * 3 && is_more {
            best = Some((column, levels));
        }
    }
    best
}

/// The row of the headings above a column of levels: the first that says something there, or the one
/// above it if that is a level.
pub(super) fn header_above(grid: &Grid, column: usize) -> usize {
    let first = grid.rows.iter().position(|row| !row.is_blank(column));
    let first = first.unwrap_or_default();
    let is_heading = grid
        .rows
        .get(first)
        .is_some_and(|row| !is_level(&row.text(column)));
    if is_heading {
        first
    } else {
        first.wrapping_sub(1)
    }
}

/// Whether a table has two columns and no level in either.
pub(super) fn is_list(grid: &Grid) -> bool {
    grid.width() == 2
        && grid.texts(0).iter().all(|text| !is_level(text))
        && best_column(grid).is_none()
}

/// Whether the first row is bold in every cell, and no other is.
pub(super) fn has_bold_header(grid: &Grid) -> bool {
    let is_bold = |row: &GridRow| {
        row.filled().iter().all(|at| {
            let first = row.cells[*at].pieces.first();
            first.is_some_and(|piece| piece.lead.is_some() && piece.rest.is_empty())
        })
    };
    let mut rows = grid.rows.iter();
    rows.next().is_some_and(is_bold) && rows.len() > 0 && !rows.any(is_bold)
}
