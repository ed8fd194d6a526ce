//! A table of HTML while it is read, with cells that cover several columns or rows.

use crate::import::grid::GridRow;
use crate::import::html::MOST_SPAN;
use crate::import::rich::Rich;

/// The most cells of a table.
const MOST_CELLS: usize = 200_000;
/// The most cells of a row.
pub(super) const MOST_COLUMNS: usize = 400;

/// A table that is being read.
#[derive(Default)]
pub(super) struct Table {
    pub line: usize,
    pub rows: Vec<GridRow>,
    pub cell: Option<(Rich, usize, usize)>,
    /// Cells that reach into the rows below: column, rows left, content.
    hanging: Vec<(usize, usize, Rich)>,
    count: usize,
    /// Whether cells were left out.
    pub is_cut: bool,
}

impl Table {
    pub fn new(line: usize) -> Self {
        Self {
            line,
            ..Self::default()
        }
    }

    pub fn begin_row(&mut self, line: usize) {
        self.fill_hanging();
        self.rows.push(GridRow {
            line,
            after_blank: false,
            cells: Vec::new(),
        });
    }

    /// Puts what hangs down from above at the end of the row before a new one begins.
    pub fn fill_hanging(&mut self) {
        let Some(row) = self.rows.last_mut() else {
            return;
        };
        let reach = self.hanging.iter().filter(|(_, left, _)| *left < FRESH);
        let reach = reach
            .map(|(column, _, _)| *column)
            .max()
            .unwrap_or_default();
        while row.cells.len() <= reach.min(MOST_SPAN) && !self.hanging.is_empty() {
            let before = row.cells.len();
            place_hanging(row, &mut self.hanging);
            if row.cells.len() == before {
                row.cells.push(Rich::default());
            }
        }
        for (_, left, _) in &mut self.hanging {
            *left &= !FRESH;
        }
        self.hanging.retain(|(_, left, _)| *left > 0);
    }

    pub fn end_cell(&mut self) {
        let Some((rich, wide, high)) = self.cell.take() else {
            return;
        };
        let Some(row) = self.rows.last_mut() else {
            return;
        };
        place_hanging(row, &mut self.hanging);
        for _ in 0..wide {
            if self.count >= MOST_CELLS || row.cells.len() >= MOST_COLUMNS {
                self.is_cut = true;
                return;
            }
            self.count += 1;
            if high > 1 {
                self.hanging.push((row.cells.len(), high, rich.clone()));
                // The row that it begins in counts as one.
                if let Some(last) = self.hanging.last_mut() {
                    last.1 -= 1;
                    last.1 |= FRESH;
                }
            }
            row.cells.push(rich.clone());
        }
    }
}

/// Marks what hangs down from the row that is being read: it begins in the next one.
const FRESH: usize = 1 << 20;

fn place_hanging(row: &mut GridRow, hanging: &mut [(usize, usize, Rich)]) {
    while let Some(one) = hanging
        .iter_mut()
        .find(|(column, left, _)| *column == row.cells.len() && (1..FRESH).contains(left))
    {
        row.cells.push(one.2.clone());
        one.1 = match one.1 {
            1 => 0,
            left => (left - 1) | FRESH,
        };
    }
}
