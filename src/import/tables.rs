//! Files that are tables: with commas, semicolons or tabs.

use std::collections::{BTreeMap, BTreeSet};

use crate::import::found::Found;
use crate::import::grid::{Grid, GridRow, Unit};
use crate::import::names::{clean, key};
use crate::import::outline::{in_common, stem};
use crate::import::rich::Rich;
use crate::import::shape::Context;
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

/// A table: the name of its file, and its text.
pub(super) type TableFile = (String, String);

/// Reads files that are tables. Of several, each may be a track of its own, which is asked.
pub(super) fn read_all(found: &mut Found, files: &[TableFile]) -> Result<(), Refusal> {
    let (mut parts, mut ids) = (Vec::new(), BTreeMap::new());
    if files.len() > 1 {
        for (name, text) in files {
            let mut part = found.beside();
            read(&mut part, name, text, &Context::default())?;
            parts.push(Part::of(&part, &mut ids));
        }
    }
    let are_asked = parts.iter().filter(|part| part.is_open()).count() > 1;
    let answer = are_asked.then(|| {
        let guess = if are_tracks(&parts) {
            "tracks"
        } else {
            "whole"
        };
        let options = [
            ("tracks", "One track, with its levels"),
            ("whole", "A part of the whole ladder"),
        ];
        found.ask("files", "What does each file hold?", guess, &options)
    });
    let are_tracks = answer.as_deref() == Some("tracks");
    let names: Vec<String> = files.iter().map(|(file, _)| clean(&spoken(file))).collect();
    let common = in_common(&names).filter(|_| are_tracks);
    if found.name.is_none() {
        found.name.clone_from(&common);
    }
    for (at, (file, text)) in files.iter().enumerate() {
        let mut context = Context::default();
        if are_tracks && parts.get(at).is_some_and(Part::is_open) {
            let name = names.get(at).map(String::as_str).unwrap_or_default();
            let own = common.as_ref().and_then(|common| name.strip_prefix(common));
            let own = own.unwrap_or(name).trim_matches([' ', '-', '–', ':']);
            let track = if own.is_empty() { name } else { own };
            context.track = Some(found.track(track, None));
        }
        read(found, file, text, &context)?;
    }
    Ok(())
}

/// What one of several files says, with a number for each name.
struct Part {
    has_tracks: bool,
    levels: BTreeSet<usize>,
    cells: BTreeSet<(usize, usize)>,
}

impl Part {
    fn of(found: &Found, ids: &mut BTreeMap<String, usize>) -> Self {
        let mut id = |name: &String| {
            let next = ids.len();
            *ids.entry(key(name)).or_insert(next)
        };
        let levels: Vec<usize> = found.levels.iter().map(|one| id(&one.name)).collect();
        let competencies = found.competencies.iter();
        let competencies: Vec<usize> = competencies.map(|one| id(&one.name)).collect();
        let cells = found.cells.keys().filter_map(|(competency, level)| {
            Some((*competencies.get(*competency)?, *levels.get(*level)?))
        });
        Self {
            has_tracks: !found.tracks.is_empty(),
            cells: cells.collect(),
            levels: levels.into_iter().collect(),
        }
    }

    /// Whether it says something of levels, and not of which track they are.
    fn is_open(&self) -> bool {
        !self.has_tracks && !self.cells.is_empty()
    }
}

/// Whether files are tracks: two of them say something of one cell, or have no level in common.
fn are_tracks(parts: &[Part]) -> bool {
    let open: Vec<&Part> = parts.iter().filter(|part| part.is_open()).collect();
    open.iter().enumerate().any(|(at, one)| {
        open[..at].iter().any(|other| {
            !one.cells.is_disjoint(&other.cells) || one.levels.is_disjoint(&other.levels)
        })
    })
}

/// The name of a file in words, the first with a capital letter.
fn spoken(file: &str) -> String {
    let words = stem(file).replace('_', " ");
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// Reads the tables of a file.
fn read(found: &mut Found, name: &str, text: &str, context: &Context) -> Result<(), Refusal> {
    // Some spreadsheets write their separator into a line of its own.
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let told = first.trim().strip_prefix("sep=");
    let (text, told) = match told.map(|sign| sign.chars().collect::<Vec<_>>()) {
        Some(signs) if signs.len() == 1 => (format!("\n{rest}"), signs.first().copied()),
        _ => (text.to_owned(), None),
    };
    let rules = Rules {
        separator: Some(told.unwrap_or_else(|| separator(&text))),
        ..RULES
    };
    if found.name.is_none() {
        found.name = Some(spoken(name).replace('-', " "));
    }
    let table = table_text::read(&text, &rules)
        .map_err(|fault| Refusal::one(format!("{name}, {fault}")))?;
    let rows = std::iter::once(table.header).chain(table.rows);
    // A spreadsheet counts a row once, however many lines its cells have.
    let mut within = 0;
    let rows = rows.map(|row| {
        let line = row.line.saturating_sub(within);
        within += row.fields.iter().map(|field| breaks(field)).sum::<usize>();
        GridRow {
            line,
            after_blank: row.after_blank,
            cells: row.fields.iter().map(|field| Rich::plain(field)).collect(),
        }
    });
    let grid = Grid {
        file: name.to_owned(),
        unit: Unit::Row,
        rows: rows.collect(),
    };
    shape::read(found, grid, context);
    Ok(())
}

/// The number of line breaks in a cell.
fn breaks(field: &str) -> usize {
    let pairs = field.matches("\r\n").count();
    field.matches(['\r', '\n']).count() - pairs
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
