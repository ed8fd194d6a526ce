//! Two texts word by word: which words both have and which only the first has. Independent of levels
//! and of the marking of differences.

/// A run of words of one text, and whether the other text has it too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextPiece {
    /// The words, with single spaces between them.
    pub words: String,
    /// Whether the other text has these words in the same order.
    pub shared: bool,
}

/// Cuts `text` into runs that `other` shares and runs that it lacks, by the longest common
/// subsequence of words (Wagner & Fischer, 1974). Case and end punctuation do not count.
pub fn difference(text: &str, other: &str) -> Vec<TextPiece> {
    let here: Vec<&str> = text.split_whitespace().collect();
    let there: Vec<String> = other.split_whitespace().map(bare).collect();
    let bare_here: Vec<String> = here.iter().map(|word| bare(word)).collect();
    let shared = common(&bare_here, &there);
    let mut pieces: Vec<TextPiece> = Vec::new();
    for (word, shared) in here.into_iter().zip(shared) {
        match pieces.last_mut() {
            Some(piece) if piece.shared == shared => {
                piece.words.push(' ');
                piece.words.push_str(word);
            }
            _ => pieces.push(TextPiece {
                words: word.to_owned(),
                shared,
            }),
        }
    }
    pieces
}

/// A word for comparison: without punctuation around it, in lower case.
pub(super) fn bare(word: &str) -> String {
    word.trim_matches(|c: char| c.is_ascii_punctuation() || "“”‘’…".contains(c))
        .to_lowercase()
}

/// For each word of `a`, whether it is on a longest common subsequence with `b`.
fn common(a: &[String], b: &[String]) -> Vec<bool> {
    let mut longest = vec![vec![0usize; b.len() + 1]; a.len() + 1];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            longest[i][j] = if a[i] == b[j] {
                longest[i + 1][j + 1] + 1
            } else {
                longest[i + 1][j].max(longest[i][j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut shared = vec![false; a.len()];
    while i < a.len() && j < b.len() {
        if a[i] == b[j] {
            shared[i] = true;
            i += 1;
            j += 1;
        } else if longest[i + 1][j] >= longest[i][j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    shared
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_texts_are_one_shared_piece() {
        let pieces = difference("Name risks early.", "name risks early");
        assert_eq!(pieces.len(), 1);
        assert!(pieces[0].shared);
    }

    #[test]
    fn only_the_words_the_other_lacks_are_marked() {
        let pieces = difference(
            "Set direction for one system",
            "Set direction for several teams",
        );
        let marked: Vec<_> = pieces
            .iter()
            .filter(|p| !p.shared)
            .map(|p| p.words.as_str())
            .collect();
        assert_eq!(marked, ["one system"]);
    }

    #[test]
    fn no_word_is_lost_or_moved() {
        let text = "Keep a second plan alive, and a kill date";
        let pieces = difference(text, "Kill a plan; keep a date");
        let joined: Vec<_> = pieces.into_iter().map(|p| p.words).collect();
        assert_eq!(joined.join(" "), text);
    }
}
