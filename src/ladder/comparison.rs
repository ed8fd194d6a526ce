//! Two levels compared: for each competency which clauses are the same, new or gone, and the amount of
//! change. The presentation is elsewhere.

use std::sync::OnceLock;

use crate::ladder::likeness::{ALIKE, WordSet, pairs};
use crate::ladder::{Competency, Expectation, Ladder, Level, Relation, StepSize, clauses};

/// The expectations of two levels, side by side.
#[derive(Clone, Debug)]
pub struct Comparison<'a> {
    /// The level one comes from.
    pub from: &'a Level,
    /// The level one looks at.
    pub to: &'a Level,
    /// How `to` stands to `from`.
    pub relation: Relation,
    /// Whether a level adds to those below it, so that what is gone from a text is still expected.
    pub adds: bool,
    /// One row for each competency that one of the two says something of, in the pack's order.
    pub rows: Vec<ComparedRow<'a>>,
}

/// One competency at both levels.
#[derive(Clone, Debug)]
pub struct ComparedRow<'a> {
    /// The competency.
    pub competency: &'a Competency,
    /// The gist at the origin.
    pub from_gist: &'a str,
    /// The gist at the destination.
    pub to_gist: &'a str,
    /// Every clause of both texts once: the destination's in its order, then those that are gone.
    pub lines: Vec<ComparedLine<'a>>,
    /// The amount of change: the share of both texts' distinct words that only one of them has. Very
    /// common words are ignored. 0 for equal texts, 1 if nothing is shared.
    pub amount: f64,
    /// How large the step is, as the ladder's authors say it; none where they do not.
    pub size: Option<StepSize>,
    /// Whether the texts share enough words for a comparison clause by clause to tell anything.
    pub is_close: bool,
    /// How many steps of the competency's scale lie between, where both levels are on it.
    pub steps: Option<i32>,
}

/// A clause, and whether both levels have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComparedLine<'a> {
    /// Both have it, possibly in different words; [`crate::ladder::difference`] marks them.
    Same {
        /// The wording at the origin.
        from: Clause<'a>,
        /// The wording at the destination.
        to: Clause<'a>,
    },
    /// Only the destination has it.
    New(Clause<'a>),
    /// Only the origin has it.
    Gone(Clause<'a>),
}

/// A clause of an expectation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clause<'a> {
    /// The text.
    pub text: &'a str,
    /// Whether it is the gist or part of it, for a page that shows the gist elsewhere.
    pub in_gist: bool,
}

/// The number of clauses of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ClauseCounts {
    /// In both texts.
    pub same: usize,
    /// Only at the destination.
    pub new: usize,
    /// Only at the origin.
    pub gone: usize,
}

/// Lays two levels side by side. Clauses are paired one to one, the most alike first; from the
/// other end new and gone change places and nothing else does.
pub fn compare<'a>(ladder: &'a Ladder, from: &'a Level, to: &'a Level) -> Comparison<'a> {
    let rows = ladder.competencies.iter();
    let said = |item: &&Competency| item.at(from).or_else(|| item.at(to)).is_some();
    Comparison {
        from,
        to,
        relation: ladder.relation(from, to),
        adds: ladder.adds,
        rows: rows
            .filter(said)
            .map(|item| ComparedRow::of(ladder, item, from, to))
            .collect(),
    }
}

/// How many steps of the scale `to` is above `from`.
fn steps_between(from: Option<&Expectation>, to: Option<&Expectation>) -> Option<i32> {
    let step = |cell: Option<&Expectation>| {
        let (at, _) = cell?.step.as_ref()?;
        i32::try_from(*at).ok()
    };
    Some(step(to)? - step(from)?)
}

impl<'a> Comparison<'a> {
    /// The rows, the largest step first: as the authors say it, then by the words that differ. Ties in
    /// the pack's order.
    pub fn by_size(&self) -> Vec<&ComparedRow<'a>> {
        let mut rows: Vec<&ComparedRow> = self.rows.iter().collect();
        rows.sort_by(|a, b| b.size.cmp(&a.size).then(b.amount.total_cmp(&a.amount)));
        rows
    }

    /// The number of same, new and gone clauses in all competencies.
    pub fn counts(&self) -> ClauseCounts {
        let rows = self.rows.iter().map(ComparedRow::counts);
        rows.fold(ClauseCounts::default(), |sum, row| ClauseCounts {
            same: sum.same + row.same,
            new: sum.new + row.new,
            gone: sum.gone + row.gone,
        })
    }
}

impl<'a> ComparedRow<'a> {
    fn of(ladder: &Ladder, item: &'a Competency, from: &Level, to: &Level) -> Self {
        let origin = item.at(from);
        let destination = item.at(to);
        let amount = amount(origin, destination);
        Self {
            competency: item,
            from_gist: gist(origin),
            to_gist: gist(destination),
            lines: lines(origin, destination),
            amount,
            size: ladder.step(item, from, to),
            is_close: 1.0 - amount >= ALIKE,
            steps: steps_between(origin, destination),
        }
    }

    /// The number of its same, new and gone clauses.
    pub fn counts(&self) -> ClauseCounts {
        let mut counts = ClauseCounts::default();
        for line in &self.lines {
            match line {
                ComparedLine::Same { .. } => counts.same += 1,
                ComparedLine::New(_) => counts.new += 1,
                ComparedLine::Gone(_) => counts.gone += 1,
            }
        }
        counts
    }
}

/// The headline, or nothing where the level says nothing.
pub(super) fn gist(cell: Option<&Expectation>) -> &str {
    cell.map_or("", Expectation::headline)
}

/// The clauses of a cell: of its gist, then of its detail.
pub(super) fn asked(cell: Option<&Expectation>) -> Vec<Clause<'_>> {
    let Some(cell) = cell else {
        return Vec::new();
    };
    // A list already is in clauses; only running text is cut.
    let cut = |text, in_gist| {
        let clauses = clauses(text).into_iter();
        clauses.map(move |text| Clause { text, in_gist })
    };
    let gist = cell.gist.as_deref().unwrap_or_default();
    let text = cell.text.as_deref().unwrap_or_default();
    let step = match cell.statements().next() {
        Some(_) => "",
        None => cell.headline(),
    };
    let items = cell.items.iter().map(|item| Clause {
        text: item.text.as_str(),
        in_gist: false,
    });
    cut(gist, true)
        .chain(cut(step, true))
        .chain(cut(text, false))
        .chain(items)
        .collect()
}

/// The words of a cell. They are found when they are first needed, and follow from its texts.
#[derive(Clone, Debug, Default)]
pub struct CellWords(OnceLock<FoundWords>);

impl PartialEq for CellWords {
    fn eq(&self, _other: &Self) -> bool {
        true
    }
}

#[derive(Clone, Debug)]
struct FoundWords {
    clauses: Vec<WordSet>,
    all: WordSet,
}

fn found(cell: &Expectation) -> &FoundWords {
    cell.words.0.get_or_init(|| {
        let texts: Vec<&str> = asked(Some(cell)).iter().map(|clause| clause.text).collect();
        FoundWords {
            clauses: texts.iter().map(|text| WordSet::of(text)).collect(),
            all: WordSet::of(&texts.join(" ")),
        }
    })
}

/// The words of each of the clauses that are [`asked`].
pub(super) fn words(cell: Option<&Expectation>) -> impl Iterator<Item = &WordSet> {
    cell.into_iter().flat_map(|cell| &found(cell).clauses)
}

/// The difference of two cells, by all their words: see [`ComparedRow::amount`].
pub(super) fn amount(origin: Option<&Expectation>, destination: Option<&Expectation>) -> f64 {
    let none = WordSet::default();
    let cells = [origin, destination];
    let [a, b] = cells.map(|cell| cell.map_or(&none, |cell| &found(cell).all));
    1.0 - a.likeness(b)
}

fn lines<'a>(
    origin: Option<&'a Expectation>,
    destination: Option<&'a Expectation>,
) -> Vec<ComparedLine<'a>> {
    let (from, to) = (asked(origin), asked(destination));
    let pairs = pairs(
        &words(origin).collect::<Vec<_>>(),
        &words(destination).collect::<Vec<_>>(),
    );
    let kept = to.iter().enumerate().map(|(j, clause)| {
        match pairs
            .iter()
            .find(|pair| pair.to == j)
            .and_then(|pair| from.get(pair.from))
        {
            Some(earlier) => ComparedLine::Same {
                from: *earlier,
                to: *clause,
            },
            None => ComparedLine::New(*clause),
        }
    });
    let gone = from.iter().enumerate().filter_map(|(i, clause)| {
        let paired = pairs.iter().any(|pair| pair.from == i);
        (!paired).then_some(ComparedLine::Gone(*clause))
    });
    kept.chain(gone).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(gist: &str, detail: &str) -> Expectation {
        Expectation {
            gist: Some(gist.into()),
            text: (!detail.is_empty()).then(|| detail.into()),
            ..Expectation::default()
        }
    }

    #[test]
    fn a_clause_with_a_changed_word_is_the_same_clause() {
        let origin = cell("Read plans early", "Note each clash of dates. Sleep well.");
        let destination = cell("Settle disputes", "Note every clash of dates. Ask around.");
        let found = lines(Some(&origin), Some(&destination));
        let detail = |text| Clause {
            text,
            in_gist: false,
        };
        let gist = |text| Clause {
            text,
            in_gist: true,
        };
        assert_eq!(
            found,
            [
                ComparedLine::New(gist("Settle disputes")),
                ComparedLine::Same {
                    from: detail("Note each clash of dates."),
                    to: detail("Note every clash of dates."),
                },
                ComparedLine::New(detail("Ask around.")),
                ComparedLine::Gone(gist("Read plans early")),
                ComparedLine::Gone(detail("Sleep well.")),
            ]
        );
    }

    #[test]
    fn the_amount_is_the_share_of_words_that_only_one_text_has() {
        let origin = cell("Name risks early", "");
        assert_eq!(amount(Some(&origin), Some(&origin)), 0.0);
        assert_eq!(
            amount(Some(&origin), Some(&cell("Teach colleagues", ""))),
            1.0
        );
        assert_eq!(
            amount(
                Some(&origin),
                Some(&cell("Name the risks of every plan", ""))
            ),
            1.0 - 4.0 / 6.0
        );
        assert_eq!(amount(Some(&origin), None), 1.0);
        assert_eq!(amount(None, None), 0.0);
    }
}
