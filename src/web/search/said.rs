//! What is said of an answer of the search. Knows neither page nor browser.

use crate::search::SearchResult;

/// The number of hits, or why there are none; `shown` is how many the list has at most, and `example` a
/// query that finds something.
pub fn said(answer: &SearchResult, typed: &str, shown: usize, example: &str) -> String {
    match (answer.total, answer.partial) {
        _ if typed.trim().is_empty() => format!("Try a word, a level, or both: {example}."),
        (0, _) => "Nothing found. Try one word alone, or a level.".to_owned(),
        (_, true) => "No page has all of these words. These come closest.".to_owned(),
        _ if answer.is_by_other_words() => "These are about the same, in other words.".to_owned(),
        (1, false) => "1 result.".to_owned(),
        (total, false) if total > shown => format!("{total} results. The first {shown}:"),
        (total, false) => format!("{total} results."),
    }
}

/// The query is too long by this many characters.
pub fn too_long(by: usize, most: usize) -> String {
    let unit = if by == 1 { "character" } else { "characters" };
    format!("{by} {unit} too long: a search takes up to {most}. Try fewer words.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::{Entry, Index};

    #[test]
    fn each_number_of_results_has_its_own_sentence() {
        for (number, words) in [
            (0, "Nothing found. Try one word alone, or a level."),
            (1, "1 result."),
            (2, "2 results."),
            (5, "5 results. The first 4:"),
        ] {
            let entry = Entry {
                title: "Risk".to_owned(),
                ..Entry::default()
            };
            let index = Index::new("en", vec![entry; number]);
            assert_eq!(said(&index.find("risk", 4), "risk", 4, "l9"), words);
        }
        assert!(too_long(1, 200).starts_with("1 character too long"));
        assert!(too_long(2, 200).starts_with("2 characters too long"));
    }

    #[test]
    fn hits_that_do_not_show_the_word_say_why() {
        let entry = Entry {
            title: "Risk".to_owned(),
            also: "danger".to_owned(),
            ..Entry::default()
        };
        let index = Index::new("en", vec![entry]);
        let answer = |typed: &str| said(&index.find(typed, 4), typed, 4, "l9");
        assert_eq!(
            answer("danger"),
            "These are about the same, in other words."
        );
        assert_eq!(
            answer("risk tea"),
            "No page has all of these words. These come closest."
        );
        assert_eq!(answer(" "), "Try a word, a level, or both: l9.");
    }
}
