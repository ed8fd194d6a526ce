//! The similarity of two texts by their common words, and the pairing of two lists of clauses.
//! Independent of levels.

use std::borrow::Borrow;
use std::cmp::Ordering;

use crate::ladder::compare::bare;

/// The minimum likeness, from 0 to 1, for two clauses to count as one clause that changed.
///
/// Chosen by inspecting every pair of clauses of one competency in the pack that ships: pairs that were
/// written as shared have at least 0.42, with two exceptions, and chance pairs at most 0.37.
pub(super) const ALIKE: f64 = 0.4;
/// The minimum number of significant words that two different clauses must share to be paired: three,
/// or all of the shorter clause's if it has only two. Gists often share two words by chance.
const SHARED: std::ops::RangeInclusive<usize> = 2..=3;

/// Words so common that they do not show whether two clauses mean the same, sorted.
#[rustfmt::skip]
const COMMON: [&str; 122] = [
    "a", "about", "across", "after", "again", "all", "also", "an", "and", "any", "are", "as", "at",
    "be", "been", "before", "being", "between", "both", "but", "by", "can", "could", "did", "do",
    "does", "down", "each", "either", "else", "even", "every", "few", "for", "from", "get", "gets",
    "give", "gives", "go", "goes", "had", "has", "have", "her", "here", "him", "his", "how", "if",
    "in", "into", "is", "it", "its", "keep", "keeps", "made", "make", "makes", "many", "may",
    "might", "more", "most", "much", "must", "neither", "no", "nor", "not", "of", "off", "on",
    "one", "only", "or", "other", "others", "our", "out", "over", "own", "same", "she", "should",
    "so", "some", "still", "such", "than", "that", "the", "their", "them", "then", "there", "these",
    "they", "this", "those", "through", "to", "too", "under", "until", "up", "was", "were", "what",
    "when", "where", "which", "while", "who", "whom", "why", "will", "with", "would", "you", "your",
];

/// The distinct significant words of a text, each by its hash, in the order of the hashes. A site compares
/// each level with each, and numbers are compared many times faster than words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct WordSet(Vec<u64>);

/// Two clauses that count as one, possibly changed: their positions in the two lists.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct MatchedPair {
    pub(super) from: usize,
    pub(super) to: usize,
    /// From [`ALIKE`] to 1.
    pub(super) likeness: f64,
}

impl WordSet {
    /// The significant words of `text`, or all its words if none is significant.
    pub(super) fn of(text: &str) -> Self {
        let words = text.split_whitespace();
        let words = words.map(|word| bare(word).replace('’', "'"));
        let mut all: Vec<String> = words.filter(|word| !word.is_empty()).collect();
        let is_common = |word: &String| COMMON.binary_search(&word.as_str()).is_ok();
        if !all.iter().all(is_common) {
            all.retain(|word| !is_common(word));
        }
        let mut hashes: Vec<u64> = all.iter().map(|word| hash(word)).collect();
        hashes.sort_unstable();
        hashes.dedup();
        Self(hashes)
    }

    fn shared(&self, other: &Self) -> usize {
        let (mut a, mut b) = (self.0.as_slice(), other.0.as_slice());
        let mut shared = 0;
        while let ([first, a_rest @ ..], [second, b_rest @ ..]) = (a, b) {
            match first.cmp(second) {
                Ordering::Less => a = a_rest,
                Ordering::Greater => b = b_rest,
                Ordering::Equal => {
                    shared += 1;
                    (a, b) = (a_rest, b_rest);
                }
            }
        }
        shared
    }

    /// The share of both texts' distinct words that both have (Dice, 1945): 0 to 1, symmetric.
    pub(super) fn likeness(&self, other: &Self) -> f64 {
        self.dice(other, self.shared(other))
    }

    fn dice(&self, other: &Self, shared: usize) -> f64 {
        match self.0.len() + other.0.len() {
            0 => 1.0,
            both => 2.0 * shared as f64 / both as f64,
        }
    }

    /// The likeness to a clause that may count as the same one.
    fn paired(&self, other: &Self) -> Option<f64> {
        let shared = self.shared(other);
        let likeness = self.dice(other, shared);
        let shorter = self.0.len().min(other.0.len());
        let enough = shorter.clamp(*SHARED.start(), *SHARED.end());
        let may = self == other || (likeness >= ALIKE && shared >= enough);
        may.then_some(likeness)
    }
}

/// The hash of a word (FNV-1a with 64 bits; Fowler, Noll and Vo, 1991).
fn hash(word: &str) -> u64 {
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// Pairs the clauses of two lists one to one, the most alike first; ties by the earliest in the texts,
/// then by the nearest positions. Swapping the lists only swaps each pair.
pub(super) fn pairs<W: Borrow<WordSet>>(from: &[W], to: &[W]) -> Vec<MatchedPair> {
    let mut candidates: Vec<MatchedPair> = Vec::new();
    for (i, here) in from.iter().enumerate() {
        for (j, there) in to.iter().enumerate() {
            if let Some(likeness) = here.borrow().paired(there.borrow()) {
                candidates.push(MatchedPair {
                    from: i,
                    to: j,
                    likeness,
                });
            }
        }
    }
    candidates.sort_by(|a, b| {
        let place = |pair: &MatchedPair| (pair.from + pair.to, pair.from.abs_diff(pair.to));
        b.likeness
            .total_cmp(&a.likeness)
            .then(place(a).cmp(&place(b)))
    });
    let mut chosen: Vec<MatchedPair> = Vec::new();
    for pair in candidates {
        if chosen
            .iter()
            .all(|earlier| earlier.from != pair.from && earlier.to != pair.to)
        {
            chosen.push(pair);
        }
    }
    chosen.sort_by_key(|pair| pair.to);
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(texts: &[&str]) -> Vec<WordSet> {
        texts.iter().map(|text| WordSet::of(text)).collect()
    }

    #[test]
    fn the_common_words_are_sorted_so_that_they_can_be_found() {
        assert!(COMMON.is_sorted());
    }

    #[test]
    fn common_words_marks_and_case_do_not_make_texts_alike() {
        assert_eq!(
            WordSet::of("You keep it for the team.")
                .likeness(&WordSet::of("You keep it for the work")),
            0.0
        );
        assert_eq!(
            WordSet::of("The team’s “plan”.").likeness(&WordSet::of("a TEAM'S plan")),
            1.0
        );
    }

    #[test]
    fn a_text_of_common_words_alone_still_has_words() {
        assert_eq!(
            WordSet::of("Be there").likeness(&WordSet::of("be there")),
            1.0
        );
        assert_eq!(WordSet::of("Be there").likeness(&WordSet::of("Do it")), 0.0);
        assert_eq!(WordSet::of("").likeness(&WordSet::of("")), 1.0);
        assert_eq!(WordSet::of("").likeness(&WordSet::of("plan")), 0.0);
    }

    #[test]
    fn the_most_alike_pair_first_and_none_twice() {
        let from = words(&["Test the plan with load", "Test the plan with real load"]);
        let to = words(&["Test the plan with real load today"]);
        let found = pairs(&from, &to);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].from, found[0].to), (1, 0));
    }

    #[test]
    fn one_shared_word_pairs_nothing_but_equal_clauses() {
        assert!(pairs(&words(&["Plan releases"]), &words(&["Plan tests"])).is_empty());
        assert_eq!(pairs(&words(&["Plan it."]), &words(&["Plan."])).len(), 1);
    }

    #[test]
    fn two_shared_words_pair_only_what_says_no_more() {
        let short = words(&["Plan releases"]);
        assert_eq!(pairs(&short, &words(&["Plan releases early"])).len(), 1);
        let long = words(&["Plan quiet releases"]);
        assert!(pairs(&long, &words(&["Plan releases early"])).is_empty());
    }

    #[test]
    fn swapping_the_lists_swaps_each_pair() {
        let a = words(&["test load", "test load early", "name owners", "test load"]);
        let b = words(&["name owners", "test load", "test load", "test early load"]);
        let mut back: Vec<_> = pairs(&b, &a).iter().map(|p| (p.to, p.from)).collect();
        let mut forth: Vec<_> = pairs(&a, &b).iter().map(|p| (p.from, p.to)).collect();
        back.sort_unstable();
        forth.sort_unstable();
        assert_eq!(back, forth);
    }
}
