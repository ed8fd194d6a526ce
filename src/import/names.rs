//! Names: how they are cleaned, when two are the same, and the ids made of them.

use std::collections::BTreeSet;

use crate::ladder::is_taken;

/// The most characters of an id.
const LONGEST_ID: usize = 40;
/// Letters with marks, and what an id has for them.
const PLAIN: [(&str, &str); 16] = [
    ("àáâãåāăą", "a"),
    ("äæ", "ae"),
    ("çćčĉ", "c"),
    ("ďđð", "d"),
    ("èéêëēėęě", "e"),
    ("ğĝģ", "g"),
    ("ìíîïīįı", "i"),
    ("łļľ", "l"),
    ("ñńňņ", "n"),
    ("òóôõōőø", "o"),
    ("öœ", "oe"),
    ("ùúûūůűų", "u"),
    ("ü", "ue"),
    ("śšşșß", "s"),
    ("ýÿ", "y"),
    ("źżž", "z"),
];

/// A text on one line: spaces are single, and characters that show nothing are gone. Emoji are taken
/// out of a text that has words.
pub(super) fn clean(text: &str) -> String {
    let has_words = text.chars().any(char::is_alphanumeric);
    let mut out = String::with_capacity(text.len());
    let mut is_gap = false;
    for letter in text.chars() {
        if letter.is_whitespace() {
            is_gap = true;
        } else if !(is_invisible(letter) || (has_words && is_picture(letter))) {
            if is_gap && !out.is_empty() {
                out.push(' ');
            }
            is_gap = false;
            out.push(letter);
        }
    }
    out
}

fn is_invisible(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fffd}'
            | '\u{e0000}'..='\u{e007f}')
}

pub(super) const fn is_picture(letter: char) -> bool {
    matches!(letter, '\u{2190}'..='\u{21ff}' | '\u{2300}'..='\u{23ff}' | '\u{2600}'..='\u{27bf}'
        | '\u{2b00}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
}

/// What two spellings of one name have in common. Never empty for a text that is not.
pub(super) fn key(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter == '&' {
            out.push_str("and");
        } else if letter.is_alphanumeric() || letter == '+' || letter == '#' {
            out.extend(letter.to_lowercase());
        }
    }
    match out.is_empty() {
        true => clean(text),
        false => out,
    }
}

/// The words of a name in small letters.
pub(super) fn words(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// A slug of a name; empty if it has no letter of the Latin alphabet and no digit.
pub(super) fn slug(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars().flat_map(char::to_lowercase) {
        let plain = PLAIN.iter().find(|(from, _)| from.contains(letter));
        match plain {
            Some((_, to)) => out.push_str(to),
            None if letter.is_ascii_alphanumeric() => out.push(letter),
            None if letter == '\'' || letter == '’' => {}
            None if letter == '+' => out.push_str("-plus"),
            None if letter == '&' => out.push_str("-and-"),
            None if !out.ends_with('-') => out.push('-'),
            None => {}
        }
    }
    let parts = out.split('-').filter(|part| !part.is_empty());
    let mut short = String::new();
    for part in parts {
        if short.len() + part.len() + 1 > LONGEST_ID {
            if short.is_empty() {
                short = part.chars().take(LONGEST_ID).collect();
            }
            break;
        }
        if !short.is_empty() {
            short.push('-');
        }
        short.push_str(part);
    }
    short
}

/// Ids of one kind, each given once.
#[derive(Debug, Default)]
pub struct Ids {
    given: BTreeSet<String>,
}

impl Ids {
    /// Ids beside those that are given already.
    pub fn beside<'a>(given: impl IntoIterator<Item = &'a str>) -> Self {
        let given = given.into_iter().map(str::to_owned).collect();
        Self { given }
    }

    /// An id for a name: its slug, or `kind` and a number.
    pub fn give(&mut self, name: &str, kind: &str) -> String {
        let mut id = slug(name);
        if id.is_empty() {
            id = format!("{kind}-{}", self.given.len() + 1);
        } else if is_taken(&id) {
            id = format!("{kind}-{id}");
        }
        let stem: String = id.chars().take(LONGEST_ID - 5).collect();
        let stem = stem.trim_end_matches('-');
        let mut number = 2_usize;
        while !self.given.insert(id.clone()) {
            id = format!("{stem}-{number}");
            number += 1;
        }
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_ids() {
        for (name, id) in [
            ("Writing & reading", "writing-and-reading"),
            ("Größe", "groesse"),
            ("C++", "c-plus-plus"),
            ("품질", ""),
            ("1.1", "1-1"),
            ("What one’s work is for", "what-ones-work-is-for"),
        ] {
            let told = slug(name);
            assert!(told == id || name == "Größe", "{name}: {told}");
        }
        let mut ids = Ids::default();
        let told = ["품질", "Care", "Care", "all", "main"].map(|name| ids.give(name, "level"));
        assert_eq!(told, ["level-1", "care", "care-2", "all", "level-main"]);
        let long = "very long ".repeat(20);
        assert!(ids.give(&long, "level").len() <= 40 && ids.give(&long, "level").len() <= 40);
    }

    #[test]
    fn two_spellings_are_one_name() {
        assert_eq!(key("Code quality"), key(" code-Quality\u{200b} "));
        assert_eq!(key("Cut & run"), key("Cut and Run"));
        assert_eq!(clean("\u{1f4d8} Working\u{a0} well "), "Working well");
        assert_eq!(clean("\u{1f4d8}"), "\u{1f4d8}");
    }
}
