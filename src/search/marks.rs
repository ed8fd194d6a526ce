//! Marks the matches in a hit: its texts cut into pieces, and an excerpt of a long text. A callback
//! decides whether a word matches.

use crate::search::words::{fold, spans};

/// A piece of a text. Concatenating the pieces restores the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkedPiece {
    /// The text of the piece.
    pub words: String,
    /// Whether it is a matching word.
    pub found: bool,
}

/// The number of words in an excerpt.
const EXCERPT: usize = 24;

/// The words and matches of a text.
struct Survey {
    /// The start and the end of each word.
    words: Vec<(usize, usize)>,
    /// The word, the start and the end of each match.
    found: Vec<(usize, usize, usize)>,
}

/// The whole text, with the matching words marked.
pub(super) fn whole(text: &str, matches: &dyn Fn(&str) -> bool) -> Vec<MarkedPiece> {
    cut(text, 0, text.len(), &survey(text, matches))
}

/// The part of the text with the most matches, with an ellipsis where it is cut.
pub(super) fn excerpt(text: &str, matches: &dyn Fn(&str) -> bool) -> Vec<MarkedPiece> {
    let survey = survey(text, matches);
    let words = &survey.words;
    if words.len() <= EXCERPT {
        return cut(text, 0, text.len(), &survey);
    }
    let first = first_word(&survey);
    let end = first + EXCERPT;
    let mut pieces = Vec::new();
    let mut from = 0;
    if first > 0 {
        from = words[first].0;
        push(&mut pieces, "… ", false);
    }
    let to = match end < words.len() {
        true => words[end - 1].1,
        false => text.len(),
    };
    for piece in cut(text, from, to, &survey) {
        push(&mut pieces, &piece.words, piece.found);
    }
    if end < words.len() {
        push(&mut pieces, " …", false);
    }
    pieces
}

fn survey(text: &str, matches: &dyn Fn(&str) -> bool) -> Survey {
    let mut words = Vec::new();
    let mut found = Vec::new();
    let mut marked_to = 0;
    for span in spans(text) {
        if !span.inner {
            words.push((span.start, span.end));
        }
        if span.start >= marked_to && matches(&fold(&text[span.start..span.end])) {
            found.push((words.len() - 1, span.start, span.end));
            marked_to = span.end;
        }
    }
    Survey { words, found }
}

/// The first word of the excerpt: the start of the text if no other part shows more matches.
fn first_word(survey: &Survey) -> usize {
    let found = &survey.found;
    let mut best = (0, 0, 0);
    for (nth, (word, ..)) in found.iter().enumerate() {
        let shown = found[nth..].partition_point(|(other, ..)| *other < word + EXCERPT);
        if shown > best.0 {
            best = (shown, *word, found[nth + shown - 1].0);
        }
    }
    let (_, from, to) = best;
    if to < EXCERPT {
        return 0;
    }
    let spare = EXCERPT - (to - from + 1);
    (from - (spare / 2).min(from)).min(survey.words.len() - EXCERPT)
}

fn cut(text: &str, from: usize, to: usize, survey: &Survey) -> Vec<MarkedPiece> {
    let mut pieces = Vec::new();
    let mut at = from;
    for (_, start, end) in &survey.found {
        if *start >= at && *end <= to {
            push(&mut pieces, &text[at..*start], false);
            push(&mut pieces, &text[*start..*end], true);
            at = *end;
        }
    }
    push(&mut pieces, &text[at..to], false);
    pieces
}

fn push(pieces: &mut Vec<MarkedPiece>, words: &str, found: bool) {
    match pieces.last_mut() {
        _ if words.is_empty() => {}
        Some(piece) if piece.found == found => piece.words.push_str(words),
        _ => pieces.push(MarkedPiece {
            words: words.to_owned(),
            found,
        }),
    }
}
