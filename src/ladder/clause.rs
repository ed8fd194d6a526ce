//! Splits a text into clauses: sentences, and the halves of one at `;` and `:`. Independent of levels
//! and of comparing clauses.

/// The minimum number of words on either side of a cut inside a sentence.
const HALF: usize = 3;
/// Abbreviations that end in a full stop. Those with a stop inside, such as “e.g.”, need no entry.
const SHORT_FORMS: [&str; 9] = [
    "approx.", "ca.", "cf.", "dr.", "etc.", "incl.", "mr.", "mrs.", "vs.",
];
/// Characters that open a passage which is never cut, each with its closing character.
const PASSAGES: [(char, char); 4] = [('“', '”'), ('‘', '’'), ('"', '"'), ('(', ')')];

/// A punctuation mark after which `text` may be cut.
#[derive(Clone, Copy)]
struct Mark {
    /// The first byte after the mark.
    end: usize,
    ends_sentence: bool,
}

/// Cuts `text` at the end of each sentence, and at `;` and `:` with at least three words on both sides.
/// A quotation or a bracket stays whole, and “e.g.” does not end a sentence. Each mark stays with the
/// words before it, so joining the clauses with spaces restores the text.
pub fn clauses(text: &str) -> Vec<&str> {
    let marks = marks(text);
    let mut found = Vec::new();
    let mut start = 0;
    for (i, mark) in marks.iter().enumerate() {
        let next = marks.get(i + 1).map_or(text.len(), |next| next.end);
        if mark.ends_sentence
            || (count(&text[start..mark.end]) >= HALF && count(&text[mark.end..next]) >= HALF)
        {
            found.push(text[start..mark.end].trim());
            start = mark.end;
        }
    }
    found.push(text[start..].trim());
    found.retain(|clause| !clause.is_empty());
    found
}

fn count(text: &str) -> usize {
    text.split_whitespace().count()
}

fn marks(text: &str) -> Vec<Mark> {
    let mut found = Vec::new();
    let mut passage_end = 0;
    for (at, letter) in text.char_indices() {
        if at < passage_end {
            continue;
        }
        let mut end = at + letter.len_utf8();
        let mut mark = letter;
        if let Some(close) = passage(&text[at..], letter) {
            end = at + close;
            passage_end = end;
            // A quotation such as “Go on.” ends a sentence, by the mark inside it; “one: two;” does
            // not.
            mark = inner_end(&text[at..end]).unwrap_or(letter);
        }
        let rest = &text[end..];
        let Some(next) = rest.trim_start().chars().next() else {
            continue;
        };
        if !rest.starts_with(char::is_whitespace) {
            continue;
        }
        let ends_sentence = matches!(mark, '.' | '!' | '?' | '…')
            && !next.is_lowercase()
            && !is_short_form(&text[..end]);
        if ends_sentence || matches!(mark, ';' | ':') {
            found.push(Mark { end, ends_sentence });
        }
    }
    found
}

/// The end of the passage that `letter` opens at the start of `text`, if it opens one.
fn passage(text: &str, letter: char) -> Option<usize> {
    let (open, close) = PASSAGES.into_iter().find(|(open, _)| *open == letter)?;
    let inside = open.len_utf8();
    text[inside..]
        .char_indices()
        .filter(|(_, letter)| *letter == close)
        .map(|(at, letter)| inside + at + letter.len_utf8())
        // The same character is an apostrophe in “team’s”.
        .find(|end| !text[*end..].starts_with(char::is_alphanumeric))
}

/// The end mark before the closing character of `passage`.
fn inner_end(passage: &str) -> Option<char> {
    let last = passage.chars().rev().nth(1)?;
    matches!(last, '.' | '!' | '?' | '…').then_some(last)
}

fn is_short_form(text: &str) -> bool {
    let word = text.split_whitespace().next_back().unwrap_or_default();
    let word = word
        .trim_start_matches(|letter: char| !letter.is_alphanumeric())
        .to_lowercase();
    let letters: Vec<&str> = word.split_terminator('.').collect();
    let spelled = letters.len() > 1 && letters.iter().all(|part| part.chars().count() == 1);
    spelled || SHORT_FORMS.contains(&word.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_are_clauses_and_keep_their_marks() {
        assert_eq!(
            clauses("Name what may fail. Try it first! Is it fixed? Then stop"),
            [
                "Name what may fail.",
                "Try it first!",
                "Is it fixed?",
                "Then stop"
            ]
        );
    }

    #[test]
    fn a_sentence_is_cut_where_three_words_stand_on_both_sides() {
        assert_eq!(
            clauses("Keep one list of gaps: every row has an owner; read it each week."),
            [
                "Keep one list of gaps:",
                "every row has an owner;",
                "read it each week."
            ]
        );
    }

    #[test]
    fn no_clause_cut_inside_a_sentence_has_fewer_than_three_words() {
        for whole in [
            "Risks first: name them early.",
            "Keep one area current; sample widely.",
            "Note this: now; then.",
        ] {
            assert_eq!(clauses(whole), [whole]);
        }
        assert_eq!(
            clauses("Ask each team: why; then write what they said."),
            ["Ask each team: why;", "then write what they said."]
        );
    }

    #[test]
    fn what_is_quoted_or_bracketed_stays_whole() {
        for whole in [
            "Say “This will not hold. Here is why: load grows too fast” in the meeting.",
            "Say \"Not yet. We test it first; then we ship\" in the meeting.",
            "Say ‘The team’s plan fails. Let us look again’ in the meeting.",
            "Name the limits (How far. How long: and at which price) in the plan.",
        ] {
            assert_eq!(clauses(whole), [whole]);
        }
    }

    #[test]
    fn a_quotation_that_ends_a_sentence_ends_the_clause() {
        assert_eq!(
            clauses("They answer “Not yet.” You ask again."),
            ["They answer “Not yet.”", "You ask again."]
        );
    }

    #[test]
    fn an_apostrophe_or_a_lone_mark_opens_nothing() {
        assert_eq!(clauses("The teams’ plans hold. You rest.").len(), 2);
        assert_eq!(clauses("A “lone mark opens. You rest.").len(), 2);
    }

    #[test]
    fn short_forms_numbers_and_addresses_end_nothing() {
        for whole in [
            "Use one tool, e.g. A profiler, i.e. What shows cost.",
            "Write reports, notes, etc. For every team.",
            "Wait 2.5 days, until 10:30 at the latest, then ask.",
            "Read https://example.org/a:b before the talk begins.",
        ] {
            assert_eq!(clauses(whole), [whole]);
        }
    }

    #[test]
    fn clauses_joined_are_the_text_again() {
        for text in [
            "One two three: four five six; seven. “Eight. Nine” ten? Eleven… Twelve",
            ": ; . ! ?",
            "A. B. C.",
            "Ends in a colon:",
            "(never closed. “Nor this: at all",
        ] {
            assert_eq!(clauses(text).join(" "), text);
        }
        assert_eq!(clauses("  two   words. \n More  here ").len(), 2);
        assert!(clauses(" \n").is_empty());
    }
}
