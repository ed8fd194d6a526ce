//! Misspelt words: the number of slips between a typed word and one of the index. Handles spelling
//! only.
//!
//! A slip is inside a word. Two words with different endings are two words: `customise` is not a slip of
//! `customer`, nor `universe` of `university`. So both must end alike: in the last letter (or the last two
//! changed places), and in the last two letters where only a beginning of the other word is near.

use strsim::osa_distance;

/// A typed word that tolerates slips: one from four letters, two from eight.
pub(super) struct Near<'a> {
    word: &'a str,
    length: usize,
    letters: u32,
    allowed: usize,
}

impl<'a> Near<'a> {
    /// None for short words and for numbers: there every letter matters.
    pub fn of(word: &'a str) -> Option<Self> {
        let length = word.chars().count();
        if length < 4 || word.bytes().any(|letter| letter.is_ascii_digit()) {
            return None;
        }
        Some(Self {
            word,
            length,
            letters: letters(word.chars()),
            allowed: if length < 8 { 1 } else { 2 },
        })
    }

    /// The slips from `key`, doubled; one more if only a beginning of `key` is that near.
    pub fn slips(&self, key: &str, key_letters: u32) -> Option<usize> {
        // A quick rejection: each slip can explain only one letter that the other word lacks, either in
        // the whole word or in the beginning that any match has to cover.
        let lacks = |one: u32, other: u32| (one & !other).count_ones() as usize > self.allowed;
        let least = self.length - self.allowed;
        if lacks(self.letters, key_letters)
            || lacks(letters(key.chars().take(least)), self.letters)
            || lacks(
                self.letters,
                letters(key.chars().take(self.length + self.allowed)),
            )
        {
            return None;
        }
        let ends = key.char_indices().map(|(at, _)| at).chain([key.len()]);
        ends.skip(least)
            .take(2 * self.allowed + 1)
            .filter(|end| ends_alike(self.word, &key[..*end], *end < key.len()))
            .map(|end| 2 * osa_distance(self.word, &key[..end]) + usize::from(end < key.len()))
            .min()
            .filter(|slips| slips / 2 <= self.allowed)
    }
}

/// Whether two words end alike, so that what differs is inside.
fn ends_alike(one: &str, other: &str, is_beginning: bool) -> bool {
    let last = |word: &str| {
        let mut letters = word.chars().rev();
        (letters.next(), letters.next())
    };
    let (a, b) = (last(one), last(other));
    match is_beginning {
        true => a == b,
        false => a.0 == b.0 || (a.0 == b.1 && a.1 == b.0),
    }
}

/// Letters as a bit set: one bit for each of a–z, a few for all others.
pub(super) fn letters(word: impl Iterator<Item = char>) -> u32 {
    word.fold(0, |set, letter| {
        set | 1
            << match letter {
                'a'..='z' => letter as u32 - 'a' as u32,
                other => 26 + other as u32 % 6,
            }
    })
}
