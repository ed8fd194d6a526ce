//! The language of a text, by its most frequent words or its script: a guess to be confirmed.

use std::collections::BTreeMap;

const WORDS: [(&str, &str); 9] = [
    (
        "en",
        " the and of to with for you your is in a on i an not this that their ",
    ),
    (
        "de",
        " der die das und mit für von zu den auf ist nicht ein eine ",
    ),
    (
        "fr",
        " le la les des et une pour dans avec du est sur vous votre ",
    ),
    ("es", " el los las y con para una por del en que su es "),
    ("pt", " os as e com para uma por do da em que não são "),
    ("it", " il gli e con per una di che del della sono nel "),
    ("nl", " de het en met voor een van op is niet aan te "),
    ("sv", " och att det som en på är för med av inte den "),
    ("pl", " i w na z do się jest oraz dla nie przez od "),
];
/// The number of letters that are looked at.
const LOOKED_AT: usize = 40_000;

/// The least count that tells a language: a letter of its own counts one, a word five.
const ENOUGH: usize = 8;

/// The tag of a language, and the other tags that can be chosen.
pub(super) fn of<'a>(texts: impl Iterator<Item = &'a str>) -> &'static str {
    let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
    let mut seen = 0;
    for text in texts {
        seen += text.len();
        if seen > LOOKED_AT {
            break;
        }
        for letter in text.chars() {
            let tag = match letter {
                '\u{ac00}'..='\u{d7af}' => "ko",
                '\u{3040}'..='\u{30ff}' => "ja",
                '\u{4e00}'..='\u{9fff}' => "zh",
                '\u{400}'..='\u{4ff}' => "ru",
                '\u{370}'..='\u{3ff}' => "el",
                '\u{590}'..='\u{5ff}' => "he",
                '\u{600}'..='\u{6ff}' => "ar",
                _ => continue,
            };
            *counts.entry(tag).or_default() += 1;
        }
        for word in text
            .split(|letter: char| !letter.is_alphabetic())
            .filter(|word| !word.is_empty())
        {
            let word = format!(" {} ", word.to_lowercase());
            for (tag, words) in WORDS {
                if words.contains(&word) {
                    *counts.entry(tag).or_default() += 5;
                }
            }
        }
    }
    // Japanese has Chinese characters, too.
    if counts.get("ja").is_some_and(|count| *count > 20) {
        counts.remove("zh");
    }
    let most = counts
        .into_iter()
        .max_by_key(|(tag, count)| (*count, *tag == "en"));
    let most = most.filter(|(_, count)| *count >= ENOUGH);
    most.map_or("en", |(tag, _)| tag)
}

/// Whether a language is written from right to left.
pub(super) fn is_right_to_left(tag: &str) -> bool {
    let language = tag.split('-').next().unwrap_or_default();
    ["ar", "he", "fa", "ur"].contains(&language)
}

/// The tags that are offered, and the names of the languages.
pub(super) const OFFERED: [(&str, &str); 16] = [
    ("en", "English"),
    ("de", "German"),
    ("fr", "French"),
    ("es", "Spanish"),
    ("pt", "Portuguese"),
    ("it", "Italian"),
    ("nl", "Dutch"),
    ("sv", "Swedish"),
    ("pl", "Polish"),
    ("ko", "Korean"),
    ("ja", "Japanese"),
    ("zh", "Chinese"),
    ("ru", "Russian"),
    ("el", "Greek"),
    ("he", "Hebrew"),
    ("ar", "Arabic"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_known_by_its_words_or_its_script() {
        for (tag, text) in [
            ("en", "You write code with the help of others"),
            ("de", "Du schreibst Code und sprichst mit den anderen"),
            ("fr", "Vous écrivez du code dans une équipe avec les autres"),
            ("ko", "동료와 함께 코드를 작성한다"),
            ("en", ""),
        ] {
            assert_eq!(of([text].into_iter()), tag, "{text}");
        }
    }
}
