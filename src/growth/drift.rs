//! Marks and a ladder that changed since they were set: which expectations were reworded or are gone.
//! Changes no mark; who set it is asked again.

use crate::growth::mark::{Expected, Marks, said};
use crate::ladder::{Ladder, TextPiece, difference};

/// The maximum number of pairs of words that are compared; two longer statements count as different.
const MOST_PAIRS: usize = 1_000_000;

/// What became of the expectations that are marked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drift {
    /// The ids of the marks whose expectation was reworded, with both texts.
    pub reworded: Vec<Reworded>,
    /// The ids of the marks whose expectation is gone, or is by now written for another level.
    pub removed: Vec<String>,
    /// The ids of the marks set in another version of the ladder whose expectation is the same: no drift.
    pub unchanged: Vec<String>,
}

/// An expectation before and after it was reworded. Each statement is cut into words that its counterpart
/// has and words that it lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reworded {
    /// The id of the mark.
    pub id: String,
    /// The statements when it was marked.
    pub before: Vec<Vec<TextPiece>>,
    /// The statements now.
    pub now: Vec<Vec<TextPiece>>,
}

impl Drift {
    /// Compares marks with the ladder of today. Each list is in the order of the ids.
    pub fn of(ladder: &Ladder, marks: &Marks) -> Self {
        let mut drift = Self::default();
        for (id, mark) in marks {
            match Expected::find(ladder, id) {
                None => drift.removed.push(id.clone()),
                Some(expected) if !mark.is_on(expected.expectation) => {
                    let now = said(expected.expectation);
                    drift.reworded.push(Reworded::new(id, &mark.said, &now));
                }
                Some(_) if mark.ladder_version != ladder.version => {
                    drift.unchanged.push(id.clone());
                }
                Some(_) => {}
            }
        }
        drift
    }
}

impl Reworded {
    /// The difference of two texts of one expectation, statement by statement. Statements that both
    /// have are set aside first; the others are compared in order.
    pub fn new(id: &str, before: &[String], now: &[String]) -> Self {
        Self {
            id: id.to_owned(),
            before: pieces(before, now),
            now: pieces(now, before),
        }
    }
}

fn pieces(here: &[String], there: &[String]) -> Vec<Vec<TextPiece>> {
    let mut left = there.iter().filter(|one| !here.contains(one));
    let mut cut = |statement: &String| match there.contains(statement) {
        true => vec![whole(statement, true)],
        false => against(statement, left.next().map_or("", String::as_str)),
    };
    here.iter().map(&mut cut).collect()
}

fn against(statement: &str, other: &str) -> Vec<TextPiece> {
    let count = |text: &str| text.split_whitespace().count();
    match count(statement).saturating_mul(count(other)) <= MOST_PAIRS {
        true => difference(statement, other),
        false => vec![whole(statement, false)],
    }
}

fn whole(text: &str, shared: bool) -> TextPiece {
    TextPiece {
        words: text.to_owned(),
        shared,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(all: &[&str]) -> Vec<String> {
        all.iter().map(|text| (*text).to_owned()).collect()
    }

    fn lacking(statements: &[Vec<TextPiece>]) -> Vec<&str> {
        let pieces = statements.iter().flatten();
        let lacking = pieces.filter(|piece| !piece.shared);
        lacking.map(|piece| piece.words.as_str()).collect()
    }

    #[test]
    fn only_the_words_that_changed_are_marked() {
        let before = texts(&["Name risks", "Names them late.", "Asks."]);
        let now = texts(&["Name risks", "Asks.", "Names them early."]);
        let reworded = Reworded::new("a.b", &before, &now);
        assert_eq!(lacking(&reworded.before), ["late."]);
        assert_eq!(lacking(&reworded.now), ["early."]);
    }

    #[test]
    fn a_statement_that_came_or_went_is_marked_whole() {
        let (less, more) = (texts(&["Asks."]), texts(&["Asks.", "Answers it all."]));
        let reworded = Reworded::new("a.b", &less, &more);
        assert!(lacking(&reworded.before).is_empty());
        assert_eq!(lacking(&reworded.now), ["Answers it all."]);
        let reworded = Reworded::new("a.b", &more, &less);
        assert_eq!(lacking(&reworded.before), ["Answers it all."]);
    }

    #[test]
    fn endless_texts_take_no_time() {
        let (a, b) = ("a ".repeat(30_000), "b ".repeat(30_000));
        let reworded = Reworded::new("a.b", &texts(&[&a]), &texts(&[&b]));
        assert_eq!(lacking(&reworded.now), [b]);
    }
}
