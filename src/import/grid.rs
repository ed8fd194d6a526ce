//! A table as rows of cells, whatever file it was in, and the several tables that may be in one.

use crate::import::names::clean;
use crate::import::rich::{Rich, nothing};

/// A row.
#[derive(Clone, Debug, Default)]
pub(super) struct GridRow {
    /// The line or row of the file on which it begins, counted from 1.
    pub line: usize,
    /// Whether a blank line is above it.
    pub after_blank: bool,
    /// The cells; all rows of a table have as many.
    pub cells: Vec<Rich>,
}

impl GridRow {
    /// The text of a cell on one line; empty where there is none.
    pub fn text(&self, column: usize) -> String {
        self.cells.get(column).map(Rich::line).unwrap_or_default()
    }

    /// Whether a cell says nothing.
    pub fn is_blank(&self, column: usize) -> bool {
        self.cells.get(column).is_none_or(Rich::is_blank)
    }

    /// The columns that say something.
    pub fn filled(&self) -> Vec<usize> {
        (0..self.cells.len())
            .filter(|at| !self.is_blank(*at))
            .collect()
    }

    /// The text of a row that has one text only: in one cell, or the same in every cell.
    pub fn single(&self) -> Option<String> {
        let filled = self.filled();
        let first = self.text(*filled.first()?);
        let is_merged =
            || filled.len() == self.cells.len() && filled.iter().all(|at| self.text(*at) == first);
        let is_text = nothing(&first).is_none();
        (is_text && (filled.len() == 1 || is_merged())).then_some(first)
    }
}

/// What the places in a table are called.
#[derive(Clone, Copy, Debug, Default)]
pub(super) enum Unit {
    /// A line of a text.
    #[default]
    Line,
    /// A row, as a spreadsheet counts them.
    Row,
    /// An entry of data; 0 stands for what is above all of them.
    Entry,
}

/// A table.
#[derive(Clone, Debug, Default)]
pub(super) struct Grid {
    /// The file.
    pub file: String,
    pub unit: Unit,
    pub rows: Vec<GridRow>,
}

impl Grid {
    /// The same with as many cells in each row, and without columns that say nothing.
    pub fn even(mut self) -> Self {
        let most = self
            .rows
            .iter()
            .map(|row| row.cells.len())
            .max()
            .unwrap_or_default();
        let mut is_used = vec![false; most];
        for row in &self.rows {
            for at in row.filled() {
                is_used[at] = true;
            }
        }
        for row in &mut self.rows {
            row.cells.resize_with(most, Rich::default);
            let mut at = 0;
            row.cells.retain(|_| {
                at += 1;
                is_used[at - 1]
            });
        }
        self
    }

    /// The number of columns.
    pub fn width(&self) -> usize {
        self.rows.first().map_or(0, |row| row.cells.len())
    }

    /// Where a row is, for a report.
    pub fn place(&self, row: &GridRow) -> String {
        let (file, number) = (&self.file, row.line);
        match self.unit {
            Unit::Line => format!("{file}, line {number}"),
            Unit::Row => format!("{file}, row {number}"),
            Unit::Entry if number == 0 => file.clone(),
            Unit::Entry => format!("{file}, entry {number}"),
        }
    }

    /// Where the row of the headings is; of none, where the table begins.
    pub fn place_of(&self, header: usize) -> String {
        let row = self.rows.get(header).or(self.rows.first());
        row.map_or_else(|| self.file.clone(), |row| self.place(row))
    }

    /// The table in a question. Only one that does not begin its file needs a place.
    pub fn called(&self) -> String {
        let (file, number) = (&self.file, self.rows.first().map_or(1, |row| row.line));
        match self.unit {
            Unit::Line if number > 1 => format!("the table at line {number} of {file}"),
            Unit::Row if number > 1 => format!("the table at row {number} of {file}"),
            _ => format!("the table in {file}"),
        }
    }

    /// The texts of a row.
    pub fn texts(&self, row: usize) -> Vec<String> {
        let row = self.rows.get(row);
        let cells = row.map(|row| row.cells.as_slice()).unwrap_or_default();
        cells.iter().map(|cell| clean(&cell.line())).collect()
    }

    /// The parts between blank rows. `begins` tells whether a part is a table of its own; one that is
    /// not belongs to the part above it.
    pub fn parts(self, begins: impl Fn(&Self, &Self) -> bool) -> Vec<Self> {
        let mut parts: Vec<Self> = Vec::new();
        let mut rows: Vec<GridRow> = Vec::new();
        let (file, unit) = (self.file, self.unit);
        let mut end = |rows: Vec<GridRow>| {
            if rows.is_empty() {
                return;
            }
            let part = Self {
                file: file.clone(),
                unit,
                rows,
            };
            match parts.last_mut() {
                Some(last) if !begins(last, &part) => last.rows.extend(part.rows),
                _ => parts.push(part),
            }
        };
        for row in self.rows {
            let is_blank = row.cells.iter().all(Rich::is_blank);
            if is_blank || row.after_blank {
                end(std::mem::take(&mut rows));
            }
            if !is_blank {
                rows.push(row);
            }
        }
        end(rows);
        parts
    }
}
