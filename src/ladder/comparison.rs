//! Two levels compared: for each competency which clauses are the same, new or gone, and the amount of
//! change. The presentation is elsewhere.

use crate::ladder::likeness::{WordSet, pairs};
use crate::ladder::{Competency, Expectation, Ladder, LevelCode, Relation, clauses};

/// The expectations of two levels, side by side.
#[derive(Clone, Debug)]
pub struct Comparison<'a> {
    /// The origin.
    pub from: LevelCode,
    /// The destination.
    pub to: LevelCode,
    /// The relation of `to` to `from`.
    pub relation: Relation,
    /// One row for each competency, in the pack's order.
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

/// Compares two levels. Clauses are paired one to one, the most alike first. In the reverse direction
/// only new and gone are swapped.
pub fn compare(ladder: &Ladder, from: LevelCode, to: LevelCode) -> Comparison<'_> {
    let rows = ladder.competencies.iter();
    Comparison {
        from,
        to,
        relation: Relation::between(from, to),
        rows: rows.map(|item| ComparedRow::of(item, from, to)).collect(),
    }
}

impl<'a> Comparison<'a> {
    /// The rows, the largest change first, ties in the pack's order.
    pub fn by_amount(&self) -> Vec<&ComparedRow<'a>> {
        let mut rows: Vec<&ComparedRow> = self.rows.iter().collect();
        rows.sort_by(|a, b| b.amount.total_cmp(&a.amount));
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
    fn of(item: &'a Competency, from: LevelCode, to: LevelCode) -> Self {
        let origin = item.expectations.get(&from);
        let destination = item.expectations.get(&to);
        Self {
            competency: item,
            from_gist: gist(origin),
            to_gist: gist(destination),
            lines: lines(&asked(origin), &asked(destination)),
            amount: amount(origin, destination),
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

/// The gist; empty if the ladder was not checked and the cell is missing.
pub(super) fn gist(cell: Option<&Expectation>) -> &str {
    cell.map_or("", |cell| &cell.gist)
}

/// The clauses of a cell: of its gist, then of its detail.
pub(super) fn asked(cell: Option<&Expectation>) -> Vec<Clause<'_>> {
    let cut = |text, in_gist| {
        let clauses = clauses(text).into_iter();
        clauses.map(move |text| Clause { text, in_gist })
    };
    let detail = cell.and_then(|cell| cell.detail.as_deref());
    cut(gist(cell), true)
        .chain(cut(detail.unwrap_or_default(), false))
        .collect()
}

/// The difference of two cells, by all their words: see [`ComparedRow::amount`].
pub(super) fn amount(origin: Option<&Expectation>, destination: Option<&Expectation>) -> f64 {
    let words = |cell: Option<&Expectation>| {
        let detail = cell.and_then(|cell| cell.detail.as_deref());
        WordSet::of(&[gist(cell), detail.unwrap_or_default()].join(" "))
    };
    1.0 - words(origin).likeness(&words(destination))
}

fn lines<'a>(from: &[Clause<'a>], to: &[Clause<'a>]) -> Vec<ComparedLine<'a>> {
    let words = |clauses: &[Clause]| -> Vec<WordSet> {
        clauses
            .iter()
            .map(|clause| WordSet::of(clause.text))
            .collect()
    };
    let pairs = pairs(&words(from), &words(to));
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
    use crate::ladder::Basis;

    fn cell(gist: &str, detail: &str) -> Expectation {
        Expectation {
            gist: gist.into(),
            detail: (!detail.is_empty()).then(|| detail.into()),
            basis: Basis::O,
            sources: vec!["ours".into()],
        }
    }

    #[test]
    fn a_clause_with_a_changed_word_is_the_same_clause() {
        let origin = cell("Read plans early", "Note each clash of dates. Sleep well.");
        let destination = cell("Settle disputes", "Note every clash of dates. Ask around.");
        let found = lines(&asked(Some(&origin)), &asked(Some(&destination)));
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
