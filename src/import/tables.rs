//! Files that are tables: with commas, semicolons or tabs.

use crate::import::found::Found;
use crate::import::grid::{Grid, GridRow};
use crate::import::outline::stem;
use crate::import::rich::Rich;
use crate::import::{MOST_BYTES, Refusal, shape};
use crate::table_text::{self, Rules};

/// How a table is read.
const RULES: Rules = Rules {
    bytes: MOST_BYTES,
    rows: 100_000,
    columns: 400,
    field: 50_000,
    separator: None,
    loose_quotes: true,
};
/// The number of lines by which the separator is found.
const LOOKED_AT: usize = 30;

/// Reads the tables of a file.
pub(super) fn read(found: &mut Found, name: &str, text: &str) -> Result<(), Refusal> {
    let rules = Rules {
        separator: Some(separator(text)),
        ..RULES
    };
    if found.name.is_none() {
        found.name = Some(stem(name).replace(['_', '-'], " "));
    }
    let table =
        table_text::read(text, &rules).map_err(|fault| Refusal::one(format!("{name}, {fault}")))?;
    let rows = std::iter::once(table.header).chain(table.rows);
    let rows = rows.map(|row| GridRow {
        line: row.line,
        after_blank: row.after_blank,
        cells: row.fields.iter().map(|field| Rich::plain(field)).collect(),
    });
    let grid = Grid {
        file: name.to_owned(),
        rows: rows.collect(),
    };
    shape::read(found, grid, &shape::Context::default());
    Ok(())
}

/// The separator that most of the first lines have equally often.
pub(super) fn separator(text: &str) -> char {
    let mut best = (0, ',');
    for sign in ['\t', ';', ','] {
        let (mut counts, mut count, mut quoted, mut lines) = (Vec::new(), 0_usize, false, 0);
        for letter in text.chars() {
            quoted ^= letter == '"';
            match letter {
                '\n' if !quoted => {
                    counts.push(count);
                    count = 0;
                    lines += 1;
                    if lines == LOOKED_AT {
                        break;
                    }
                }
                _ if letter == sign && !quoted => count += 1,
                _ => {}
            }
        }
        counts.push(count);
        let most = counts
            .iter()
            .filter(|count| **count > 0)
            .map(|count| counts.iter().filter(|other| *other == count).count());
        let most = most.max().unwrap_or_default();
        if most > best.0 {
            best = (most, sign);
        }
    }
    best.1
}
