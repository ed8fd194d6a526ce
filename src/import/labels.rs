//! Lines of a document that are headings without the marks of one: bold words before a colon, lines that
//! name a level, bullets that begin with one.

use std::collections::BTreeMap;

use crate::import::document::{Document, Part, What};
use crate::import::headings::{headings, level_depth};
use crate::import::level_words::is_level;
use crate::import::markdown::LONGEST_HEADING;
use crate::import::names::key;
use crate::import::rich::Piece;

/// The most characters of a label.
const LONGEST: usize = 60;
/// What stands between the name of a level and what it expects.
const MARKS: [&str; 4] = [": ", " – ", " — ", " - "];

/// The labels of a text.
#[derive(Default)]
pub(super) struct Labels {
    /// Labels with text behind them that come again, where others have a list below them.
    headings: Vec<String>,
    /// Whether the text has no marks, so that lines that name levels stand for themselves.
    is_plain: bool,
}

/// The label that a line begins with, and the text behind it.
fn label(line: &str) -> Option<(&str, &str)> {
    let (inner, rest) = line.strip_prefix("**")?.split_once("**")?;
    let is_label = inner.trim_end().ends_with(':') || rest.trim_start().starts_with(':');
    let rest = rest.trim_start_matches([':', ' ']).trim();
    let name = inner.trim().trim_end_matches(':').trim();
    (is_label && !name.is_empty() && name.chars().count() <= LONGEST).then_some((name, rest))
}

impl Labels {
    pub fn of(lines: &[&str]) -> Self {
        let (mut counts, mut lists): (BTreeMap<String, usize>, usize) = (BTreeMap::new(), 0);
        for (name, rest) in lines.iter().filter_map(|line| label(line.trim_end())) {
            match rest.is_empty() {
                true => lists += 1,
                false => *counts.entry(key(name)).or_default() += 1,
            }
        }
        let is_mark = |line: &&str| {
            let is_rule =
                |sign: &str| line.len() > 2 && line.trim_end().replace(sign, "").is_empty();
            is_rule("=")
                || is_rule("-")
                || line.starts_with('#')
                || line.starts_with('|')
                || line.trim_start().starts_with("<h")
        };
        let again = counts
            .into_iter()
            .filter(|(_, count)| *count > 1 && lists > 1);
        Self {
            headings: again.map(|(name, _)| name).collect(),
            is_plain: !lines.iter().any(is_mark),
        }
    }

    /// Whether a line begins a paragraph, whatever is above it.
    pub fn begins(&self, line: &str) -> bool {
        label(line).is_some() || self.is_whole(line)
    }

    /// Whether a line is a paragraph of its own: the name of a level in a text without marks.
    pub fn is_whole(&self, line: &str) -> bool {
        self.is_plain && line.chars().count() <= LONGEST && is_level(line)
    }

    /// Whether the label of a paragraph is a heading, and what follows stands below it.
    pub fn is_heading(&self, piece: &Piece) -> bool {
        let lead = piece.lead.as_ref().filter(|_| !piece.rest.is_empty());
        lead.is_some_and(|lead| self.headings.contains(&key(lead)))
    }
}

/// Takes the names of levels at the beginning of bullets for what bold words are, if no heading names a
/// level.
pub(super) fn level_leads(document: &mut Document) {
    if level_depth(&headings(document)).is_some() {
        return;
    }
    let is_name = |text: &str| text.chars().count() <= LONGEST && is_level(text);
    let split = |piece: &Piece| {
        let found = MARKS.iter().find_map(|mark| piece.text.split_once(mark));
        let (name, rest) = found.filter(|_| piece.lead.is_none())?;
        let is_said = is_name(name) && !rest.trim().is_empty();
        is_said.then(|| (name.trim().to_owned(), rest.trim().to_owned()))
    };
    let depth = |part: Option<&Part>| match part.map(|part| &part.what) {
        Some(What::Text(piece)) => piece.depth,
        _ => 0,
    };
    for at in 0..document.parts.len() {
        // A bullet that is nothing but the name stands above bullets within it.
        let is_above = depth(document.parts.get(at + 1)) > depth(document.parts.get(at));
        let What::Text(piece) = &mut document.parts[at].what else {
            continue;
        };
        if let Some((name, rest)) = split(piece) {
            (piece.lead, piece.rest) = (Some(name), rest);
        } else if piece.lead.is_none() && piece.depth > 0 && is_above && is_name(&piece.text) {
            piece.lead = Some(piece.text.clone());
        }
    }
}

/// Headings of a text that has no marks for them: short lines that name levels, and short lines before a
/// list between these.
pub(super) fn without_marks(document: &mut Document) {
    let is_marked = document
        .parts
        .iter()
        .any(|part| matches!(part.what, What::Heading(..) | What::Table(_)));
    let is_named = |part: &Part| matches!(&part.what, What::Text(piece) if piece.depth == 0 && is_level(&piece.text));
    if is_marked || document.parts.iter().filter(|part| is_named(part)).count() < 2 {
        return;
    }
    for at in 0..document.parts.len() {
        let before_list = document
            .parts
            .get(at + 1)
            .is_some_and(|next| matches!(&next.what, What::Text(next) if next.depth > 0));
        let is_level = is_named(&document.parts[at]);
        let What::Text(piece) = &document.parts[at].what else {
            continue;
        };
        let is_short = piece.depth == 0 && piece.text.chars().count() <= LONGEST_HEADING;
        if is_level || (before_list && is_short && !piece.text.ends_with('.')) {
            let depth = if is_level { 1 } else { 2 };
            document.parts[at].what = What::Heading(depth, piece.clone());
        }
    }
}

/// Whether most paragraphs right below levels begin with a label.
pub(super) fn has_label_paragraphs(
    document: &Document,
    is_level: impl Fn(usize, &Piece) -> bool,
) -> bool {
    let (mut labels, mut others) = (0_usize, 0_usize);
    let (mut is_below, mut is_labelled) = (false, false);
    for part in &document.parts {
        match &part.what {
            What::Heading(depth, piece) => {
                is_below = is_level(*depth, piece);
                is_labelled = false;
            }
            What::Text(piece) if is_below && piece.depth == 0 => {
                let is_label = piece.lead.is_some() && !piece.rest.is_empty();
                is_labelled |= is_label;
                labels += usize::from(is_label);
                others += usize::from(!is_labelled);
            }
            _ => {}
        }
    }
    labels > 2 && labels > others
}
