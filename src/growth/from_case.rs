//! Entries of the notes of an older case. Reads a case; changes and removes none.

use crate::growth::id::is_id;
use crate::growth::{Case, Entry, GrowthId};

/// What a line of the passport is marked with, in front of its id, where a note has its competency.
pub const PASSPORT: &str = "passport.";

/// One entry for each note of a case and each line of its passport, with the same text and without a
/// date, written when the case was last changed. A note has its competency, a line of the passport has
/// [`PASSPORT`] and its id in that place. A text that is longer than an entry becomes several, which
/// joined are the text again.
///
/// The ids depend on the case only: its entries can be added twice, and are there once. A note that was
/// changed since is another entry.
pub fn entries_of_case(case: &Case) -> Vec<Entry> {
    let notes = case.notes.iter();
    let notes = notes.map(|(id, text)| (id.clone(), text));
    let passport = case.passport.iter();
    let passport = passport.map(|(id, text)| (format!("{PASSPORT}{id}"), text));
    let all = notes.chain(passport);
    all.flat_map(|(about, text)| entries_of(&about, text, case.changed))
        .collect()
}

fn entries_of(about: &str, text: &str, changed: f64) -> Vec<Entry> {
    let id = GrowthId::of_content("case", &format!("{about}\n{text}"));
    let parts = parts(text, Entry::LONGEST_TEXT);
    let is_one = parts.len() == 1;
    let entries = parts.into_iter().enumerate().map(|(at, part)| {
        let id = if is_one { id.clone() } else { id.part(at + 1) };
        let mut entry = Entry::blank(id, changed);
        entry.did = part.to_owned();
        // A case that this app wrote has no other ids.
        entry
            .competencies
            .extend(is_id(about).then(|| about.to_owned()));
        entry
    });
    entries.collect()
}

/// A text in parts of at most `most` characters, cut behind the last paragraph that fits, else behind
/// the last line, else behind the last word.
fn parts(text: &str, most: usize) -> Vec<&str> {
    let (mut parts, mut rest) = (Vec::new(), text);
    while let Some((end, _)) = rest.char_indices().nth(most) {
        let room = &rest[..end];
        let behind = |sign: &str| room.rfind(sign).map(|at| at + sign.len());
        let word = || {
            room.rfind(char::is_whitespace).and_then(|at| {
                let space = room[at..].chars().next()?;
                Some(at + space.len_utf8())
            })
        };
        let cut = behind("\n\n").or_else(|| behind("\n")).or_else(word);
        let (part, others) = rest.split_at(cut.unwrap_or(end));
        parts.push(part);
        rest = others;
    }
    if !rest.is_empty() || parts.is_empty() {
        parts.push(rest);
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn case(notes: &[(&str, &str)], passport: &[(&str, &str)]) -> Case {
        let lines = |lines: &[(&str, &str)]| {
            let lines = lines.iter();
            lines
                .map(|(id, text)| ((*id).to_owned(), (*text).to_owned()))
                .collect()
        };
        Case {
            schema: Case::SCHEMA,
            level: None,
            notes: lines(notes),
            passport: lines(passport),
            changed: 7.0,
        }
    }

    #[test]
    fn each_note_is_an_entry_with_its_text_and_no_date() {
        let risk = ("risk", " Two plans.\r\nOne won. ");
        let passport = ("last-deep", "2024");
        let case_of = |depth| case(&[risk, ("depth", depth)], &[passport]);
        let entries = entries_of_case(&case_of("The parser."));
        let told: Vec<_> = entries
            .iter()
            .map(|one| {
                let about: Vec<_> = one.competencies.iter().map(String::as_str).collect();
                (about.join(" "), one.did.as_str(), one.date, one.created)
            })
            .collect();
        assert_eq!(
            told,
            [
                ("depth".to_owned(), "The parser.", None, 7.0),
                ("risk".to_owned(), " Two plans.\r\nOne won. ", None, 7.0),
                ("passport.last-deep".to_owned(), "2024", None, 7.0),
            ]
        );
        assert_eq!(
            entries,
            entries_of_case(&case_of("The parser.")),
            "the same ids"
        );
        let again = entries_of_case(&case_of("The parser, and more."));
        assert_ne!(again[0].id, entries[0].id);
        assert_eq!(again[1..], entries[1..]);
        assert!(entries.iter().all(|entry| entry.check().is_ok()));
    }

    #[test]
    fn a_text_is_cut_where_it_disturbs_least() {
        for (text, told) in [
            ("ab", &["ab"][..]),
            ("a\n\nbcd\ne f", &["a\n\n", "bcd\n", "e f"]),
            ("abcd\nef g", &["abcd\n", "ef g"]),
            ("ab cdefg", &["ab ", "cdefg"]),
            ("abcdefgh", &["abcde", "fgh"]),
            ("李李李\u{3000}李李", &["李李李\u{3000}", "李李"]),
        ] {
            let found = parts(text, 5);
            assert_eq!(found.concat(), text);
            assert!(found.iter().all(|part| part.chars().count() <= 5));
            assert_eq!(found, told);
        }
    }

    #[test]
    fn a_long_note_becomes_parts_that_join_to_the_same_text() {
        for letter in ["a", "é ", "🦀\n", "word\n\n", "\n", "x y"] {
            let text: String = letter.chars().cycle().take(Case::LONGEST).collect();
            let entries = entries_of_case(&case(&[("risk", &text)], &[]));
            let joined: String = entries.iter().map(|entry| entry.did.as_str()).collect();
            assert_eq!(joined, text);
            assert!((3..9).contains(&entries.len()), "{}", entries.len());
            assert!(entries.iter().all(|entry| entry.check().is_ok()));
            assert!(entries.is_sorted_by(|a, b| a.id < b.id));
        }
    }
}
