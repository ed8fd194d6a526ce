//! The headings of a document, with what is below each.

use std::collections::BTreeSet;

use crate::import::document::{Document, What};
use crate::import::level_words::is_level;
use crate::import::names::{key, words};
use crate::import::rich::Piece;

/// A heading and what is below it.
pub(super) struct Heading {
    pub depth: usize,
    pub text: String,
    pub above: Option<usize>,
    pub texts: usize,
    pub tables: usize,
    /// The same with what is below the headings within it.
    pub weight: usize,
    pub below: BTreeSet<String>,
}

/// The names of the page that leads to all others.
const HOMES: [&str; 4] = ["readme", "index", "home", "overview"];

/// A heading that only leads elsewhere.
pub(super) fn is_way(piece: &Piece) -> bool {
    let words = words(&piece.text);
    let says = |all: &[&str]| {
        words.len() >= all.len() && all.iter().zip(&words).all(|(one, other)| one == other)
    };
    let is_home = || matches!(words.as_slice(), [one] if HOMES.contains(&one.as_str()));
    (piece.is_way() && is_home())
        || says(&["jump", "to"])
        || says(&["back", "to"])
        || says(&["table", "of", "contents"])
}

/// Names of headings that explain a ladder and are no part of one.
const EXPLAINS: [&str; 12] = [
    "glossary",
    "glossário",
    "glosario",
    "glossaire",
    "glossar",
    "appendix",
    "introduction",
    "overview",
    "faq",
    "references",
    "changelog",
    "tableofcontents",
];

/// Whether a heading explains a ladder and is no part of one.
pub(super) fn explains(text: &str) -> bool {
    EXPLAINS.contains(&key(text).as_str())
}

/// Whether a heading is below one of this depth.
pub(super) fn within(headings: &[Heading], one: &Heading, depth: usize) -> bool {
    let mut above = one.above;
    while let Some(parent) = above.and_then(|at| headings.get(at)) {
        if parent.depth == depth {
            return true;
        }
        above = parent.above;
    }
    false
}

pub(super) fn headings(document: &Document) -> Vec<Heading> {
    let mut all: Vec<Heading> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for part in &document.parts {
        match &part.what {
            What::Heading(_, piece) if is_way(piece) => {}
            What::Heading(depth, piece) => {
                while open.last().is_some_and(|at| all[*at].depth >= *depth) {
                    open.pop();
                }
                for at in &open {
                    all[*at].below.insert(key(&piece.text));
                }
                all.push(Heading {
                    depth: *depth,
                    text: piece.text.clone(),
                    above: open.last().copied(),
                    texts: 0,
                    tables: 0,
                    weight: 0,
                    below: BTreeSet::new(),
                });
                open.push(all.len() - 1);
            }
            What::Text(_) | What::Table(_) => {
                let is_table = matches!(part.what, What::Table(_));
                if let Some(at) = open.last() {
                    all[*at].tables += usize::from(is_table);
                    all[*at].texts += usize::from(!is_table);
                }
                for at in &open {
                    all[*at].weight += 1;
                }
            }
            What::End(depth) => {
                while open.last().is_some_and(|at| all[*at].depth >= *depth) {
                    open.pop();
                }
            }
            What::Left(..) => {}
        }
    }
    all
}

/// The depth at which headings name levels.
pub(super) fn level_depth(headings: &[Heading]) -> Option<usize> {
    let mut best: Option<(usize, usize)> = None;
    for depth in 1..=7 {
        let all: Vec<&Heading> = headings
            .iter()
            .filter(|one| one.depth == depth && one.weight > 0)
            .collect();
        let levels = all.iter().filter(|one| is_level(&one.text)).count();
        let is_usual =
            levels >= 2 && (levels * 2 >= all.len() || (levels >= 3 && levels * 3 >= all.len()));
        if is_usual && best.is_none_or(|(_, most)| levels > most) {
            best = Some((depth, levels));
        }
    }
    best.map(|(depth, _)| depth)
}

/// The number of tables with more columns than a name and a text.
pub(super) fn wide_tables(document: &Document) -> usize {
    let tables = document.parts.iter().filter_map(|part| match &part.what {
        What::Table(grid) => Some(grid),
        _ => None,
    });
    tables
        .filter(|grid| grid.rows.iter().any(|row| row.cells.len() > 2) && grid.rows.len() > 1)
        .count()
}
