//! The words by which a name is known as that of a level, its code, and how high it is by these words
//! alone. Handles names; what they are used for is elsewhere.

use crate::import::names::{clean, words};

/// Words of seniority or office, with how high they are. They only order what a file leaves open.
const WORDS: &[(&str, i32)] = &[
    ("intern", 10),
    ("trainee", 12),
    ("apprentice", 14),
    ("graduate", 18),
    ("entry", 18),
    ("junior", 20),
    ("jr", 20),
    ("associate", 25),
    ("mid", 40),
    ("intermediate", 40),
    ("senior", 50),
    ("sr", 50),
    ("lead", 55),
    ("staff", 60),
    ("manager", 62),
    ("supervisor", 58),
    ("principal", 70),
    ("head", 75),
    ("director", 80),
    ("distinguished", 85),
    ("fellow", 90),
    ("vp", 95),
    ("president", 98),
    ("chief", 99),
    ("cto", 99),
];
/// Words that name a level if they stand alone, with how high they are.
const ALONE: &[(&str, i32)] = &[
    ("awareness", 14),
    ("novice", 15),
    ("beginner", 15),
    ("basic", 16),
    ("foundation", 18),
    ("foundational", 18),
    ("júnior", 20),
    ("low", 20),
    ("developing", 22),
    ("working", 30),
    ("medium", 38),
    ("middle", 40),
    ("medior", 40),
    ("regular", 40),
    ("pleno", 40),
    ("practitioner", 40),
    ("competent", 42),
    ("proficient", 46),
    ("high", 48),
    ("advanced", 50),
    ("sênior", 50),
    ("sénior", 50),
    ("expert", 65),
    ("master", 70),
];
/// Offices that say no seniority: a level only if nothing else is said.
const ROLES: [&str; 13] = [
    "engineer",
    "developer",
    "designer",
    "analyst",
    "programmer",
    "scientist",
    "consultant",
    "architect",
    "researcher",
    "technician",
    "administrator",
    "specialist",
    "contributor",
];
/// Words before a number.
const NUMBERED: [&str; 6] = ["level", "grade", "band", "tier", "stufe", "niveau"];
const ROMAN: [&str; 8] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII"];
/// The most words of a name that only its number tells.
const MOST_NUMBERED: usize = 5;
/// The most words and characters of a name.
const MOST_WORDS: usize = 8;
const LONGEST: usize = 70;

/// Whether a text looks like the name of a level.
pub(super) fn is_level(text: &str) -> bool {
    let text = clean(text);
    let words = words(&text);
    if words.is_empty() || words.len() > MOST_WORDS || text.chars().count() > LONGEST {
        return false;
    }
    if text.ends_with(['.', ':', ',', ';', '?', '%']) && words.len() > 2 {
        return false;
    }
    let (code, title) = split_code(&text);
    // What is in brackets says more of an office.
    let office = crate::import::names::words(text.split('(').next().unwrap_or_default());
    let is_role = || {
        office.len() <= 4
            && office
                .last()
                .is_some_and(|last| ROLES.contains(&last.as_str()))
    };
    code.is_some()
        || range(&text).is_some()
        || words.iter().any(|word| seniority(word).is_some())
        || alone(&words).is_some()
        || (words.len() <= MOST_NUMBERED && (number(&text).is_some() || number(&title).is_some()))
        || is_role()
}

/// Whether a text is nothing but a code, such as a letter and a number.
pub(super) fn is_code(text: &str) -> bool {
    let text = clean(text);
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let rest = text[letters..].trim_start_matches([' ', '-']);
    let spaced = rest.len() + letters < text.len();
    let digits = rest.trim_end_matches(|letter: char| letter.is_ascii_lowercase());
    let is_number = !digits.is_empty()
        && digits.len() <= 5
        && rest.len() <= digits.len() + 1
        && digits.split('.').all(|part| {
            (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
        });
    let head = &text[..letters];
    is_number
        && letters <= 4
        && (!spaced || (letters <= 3 && head.bytes().all(|byte| byte.is_ascii_uppercase())))
}

/// The first of two codes that a text is, such as “A1–A3”.
fn range(text: &str) -> Option<&str> {
    let marks = ['–', '-', '—', '/'];
    let (first, last) = text.split_once(marks)?;
    let (first, last) = (first.trim(), last.trim());
    let has_letter = first.starts_with(|letter: char| letter.is_ascii_alphabetic());
    (has_letter && is_code(first) && is_code(last)).then_some(first)
}

/// The code in a name, and the title that is left. A name that is only a code is both.
pub(super) fn split_code(text: &str) -> (Option<String>, String) {
    let text = clean(text);
    if let Some((word, name)) = text.split_once(": ")
        && NUMBERED.contains(&word.to_lowercase().as_str())
    {
        return split_code(name);
    }
    if is_code(&text) {
        return (Some(text.clone()), text);
    }
    // In brackets at either end.
    for (open, close) in [('(', ')'), ('[', ']')] {
        if let Some(inner) = text.strip_suffix(close)
            && let Some((title, code)) = inner.rsplit_once(open)
            && is_code(code)
            && !title.trim().is_empty()
        {
            return (Some(clean(code)), trimmed(title));
        }
        if let Some(inner) = text.strip_prefix(open)
            && let Some((code, title)) = inner.split_once(close)
            && is_code(code)
            && !title.trim().is_empty()
        {
            return (Some(clean(code)), trimmed(title));
        }
    }
    for mark in [
        " - ", " – ", " — ", ": ", " | ", " / ", ". ", ") ", "- ", ", ",
    ] {
        if let Some((code, title)) = text.split_once(mark) {
            let number = code.rsplit(' ').next().unwrap_or_default();
            let is_numbered = NUMBERED.iter().any(|word| {
                words(code).first().is_some_and(|first| first == word) && is_code(number)
            });
            if (is_code(code) || is_numbered) && !trimmed(title).is_empty() {
                let code = if is_numbered { number } else { code };
                return (Some(clean(code)), trimmed(title));
            }
        }
        if let Some((title, code)) = text.rsplit_once(mark)
            && is_code(code)
            && !mark.starts_with('.')
        {
            return (Some(clean(code)), trimmed(title));
        }
    }
    let has_letter = |code: &str| {
        code.contains('.') || code.starts_with(|letter: char| letter.is_ascii_uppercase())
    };
    if let Some((code, title)) = text.split_once(' ')
        && is_code(code)
        && has_letter(code)
    {
        return (Some(code.to_owned()), trimmed(title));
    }
    if let Some((title, code)) = text.rsplit_once(' ')
        && is_code(code)
        && has_letter(code)
    {
        return (Some(code.to_owned()), trimmed(title));
    }
    (None, text)
}

fn trimmed(title: &str) -> String {
    let odd = |letter: char| letter.is_whitespace() || "-–—:|/,".contains(letter);
    title.trim_matches(odd).to_owned()
}

fn seniority(word: &str) -> Option<i32> {
    let found = WORDS.iter().find(|(one, _)| *one == word);
    found.map(|(_, height)| *height)
}

fn alone(words: &[String]) -> Option<i32> {
    let [word] = words else { return None };
    let found = ALONE.iter().find(|(one, _)| one == word);
    found.map(|(_, height)| *height)
}

/// The number with which a name ends or that it is: 0 to 30, in digits or Roman.
pub(super) fn number(text: &str) -> Option<u32> {
    let last = text.split([' ', '-', '_']).next_back().unwrap_or_default();
    let is_amount = last != text && !text.chars().any(char::is_alphabetic);
    if is_amount {
        return None;
    }
    let plain = last.trim_matches(['(', ')', '[', ']']);
    if let Some(at) = ROMAN.iter().position(|one| *one == plain)
        && (plain != text)
    {
        return u32::try_from(at + 1).ok();
    }
    let number: u32 = plain.parse().ok()?;
    (number <= 30 && plain.len() <= 2).then_some(number)
}

/// A title without the number at its end; none if it has none.
pub(super) fn unnumbered(title: &str) -> Option<String> {
    number(title)?;
    let (stem, _) = title.rsplit_once([' ', '-', '_'])?;
    Some(trimmed(stem)).filter(|stem| !stem.is_empty())
}

/// The words of a title that say what someone does, without those of seniority.
pub(super) fn office(title: &str) -> String {
    let words = words(title).into_iter();
    let rest: Vec<String> = words.filter(|word| seniority(word).is_none()).collect();
    rest.join(" ")
}

/// The letters of a code and its first number.
pub(super) fn parts(code: &str) -> Option<(String, u32)> {
    let letters: String = code.chars().take_while(char::is_ascii_alphabetic).collect();
    let rest = code[letters.len()..].trim_start_matches([' ', '-']);
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    Some((letters.to_uppercase(), digits.parse().ok()?))
}

/// How high a name is by its words: to be compared with other names of one ladder only.
pub(super) fn rank(text: &str) -> Option<i32> {
    let (code, title) = split_code(text);
    let mut found: Vec<i32> = words(&title)
        .iter()
        .filter_map(|word| seniority(word))
        .collect();
    found.extend(alone(&words(&title)));
    found.sort_unstable();
    let number = number(&title).map(|number| i32::try_from(number).unwrap_or_default());
    let is_role = words(&title)
        .iter()
        .any(|word| ROLES.contains(&word.as_str()));
    let by_words = match found.as_slice() {
        [] if number.is_some() || is_role => Some(300),
        [] => None,
        [one] => Some(one * 10),
        // A second word moves the first a little: a senior director is above a director.
        [.., other, most] => Some(most * 10 + other / 2),
    };
    let by_words = by_words.map(|height| height + number.unwrap_or_default());
    by_words.or_else(|| {
        let code = code.or_else(|| range(&title).map(str::to_owned))?;
        let (_, number) = parts(&code)?;
        i32::try_from(number).ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_told_from_a_title() {
        for (name, code, title) in [
            ("L3 Engineer", Some("L3"), "Engineer"),
            ("IC4 – Senior Engineer", Some("IC4"), "Senior Engineer"),
            ("Senior Engineer (P3.1)", Some("P3.1"), "Senior Engineer"),
            ("Level 2: Builder", Some("2"), "Builder"),
            ("Level: Senior Builder (B3)", Some("B3"), "Senior Builder"),
            ("3. Builder", Some("3"), "Builder"),
            ("Engineer 2", None, "Engineer 2"),
            ("Staff Engineer", None, "Staff Engineer"),
            ("E5", Some("E5"), "E5"),
            ("IC 4", Some("IC 4"), "IC 4"),
            ("Lead", None, "Lead"),
        ] {
            let told = split_code(name);
            assert_eq!(
                (told.0.as_deref(), told.1.as_str()),
                (code, title),
                "{name}"
            );
        }
    }

    #[test]
    fn levels_are_told_from_competencies() {
        for name in [
            "Junior",
            "Engineer II",
            "IC4",
            "2",
            "Level 3",
            "VP of Engineering",
            "Software Engineer",
            "Senior Weaver 2 (Looms)",
            "Mid-Level",
            "Tech Lead",
            "1.1",
            "Level 0",
            "A1–A3",
            "B4-B5",
            "Foundation",
            "Sênior",
        ] {
            assert!(is_level(name), "{name}");
        }
        for name in [
            "Code quality",
            "Communication",
            "Leadership",
            "Engineering practice",
            "",
            "Delivery",
            "You lead a team of engineers and take part in every discussion that matters.",
            "I",
            "Scope of 40 % of the work",
            "Mentoring and coaching",
            "Basic care",
            "Helps others with at most 3",
            "0-1",
        ] {
            assert!(!is_level(name), "{name}");
        }
    }

    #[test]
    fn words_give_an_order() {
        let names = [
            "Intern",
            "Junior Engineer",
            "Engineer",
            "Engineer 2",
            "Senior Engineer",
            "Staff Engineer",
            "Senior Staff Engineer",
            "Principal Engineer",
            "Director",
            "Senior Director",
        ];
        let ranks: Vec<_> = names.iter().filter_map(|name| rank(name)).collect();
        assert_eq!(ranks.len(), names.len());
        assert!(ranks.is_sorted(), "{ranks:?}");
    }
}
