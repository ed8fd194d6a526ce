//! What a move from one level to another adds and removes. Uses only a comparison.

use crate::ladder::relation::{side, weight};
use crate::ladder::{ComparedLine, ComparedRow, Comparison, Competency, LevelCode};

/// One competency's part of what is added or removed.
#[derive(Clone, Debug)]
pub struct Shift<'a> {
    /// The competency.
    pub competency: &'a Competency,
    /// The gist at the level with this expectation: the destination's if added, the origin's if
    /// removed.
    pub text: &'a str,
    /// The clauses that only this level has, in its order.
    pub clauses: Vec<&'a str>,
    /// The weight of the competency on that level's track, 0–3.
    pub weight: u8,
    /// The amount of change between the levels, 0 to 1.
    pub amount: f64,
}

/// The destination's expectations that the origin does not have, by weight on the destination's track
/// times amount, the largest first. Empty on the way down: the expectations of lower levels applied all
/// along.
pub fn take_on<'a>(comparison: &Comparison<'a>) -> Vec<Shift<'a>> {
    if comparison.relation.reversed().keeps_below() {
        return Vec::new();
    }
    let ends = (comparison.to, comparison.from);
    entries(
        comparison,
        ends,
        |row| row.to_gist,
        |line| match line {
            ComparedLine::New(clause) => Some(clause.text),
            _ => None,
        },
    )
}

/// The origin's expectations that the destination does not have, by weight on the origin's track times
/// amount, the largest first. Empty on the way up: levels add to the ones below.
pub fn let_go<'a>(comparison: &Comparison<'a>) -> Vec<Shift<'a>> {
    if comparison.relation.keeps_below() {
        return Vec::new();
    }
    let ends = (comparison.from, comparison.to);
    entries(
        comparison,
        ends,
        |row| row.from_gist,
        |line| match line {
            ComparedLine::Gone(clause) => Some(clause.text),
            _ => None,
        },
    )
}

/// The rows with a clause selected by `only`, for the first level of `ends`.
fn entries<'a>(
    comparison: &Comparison<'a>,
    ends: (LevelCode, LevelCode),
    text: impl Fn(&ComparedRow<'a>) -> &'a str,
    only: impl Fn(&ComparedLine<'a>) -> Option<&'a str>,
) -> Vec<Shift<'a>> {
    let side = side(ends.0, ends.1);
    let entry = |row: &ComparedRow<'a>| Shift {
        competency: row.competency,
        text: text(row),
        clauses: row.lines.iter().filter_map(&only).collect(),
        weight: weight(row.competency, side),
        amount: row.amount,
    };
    let mut found: Vec<Shift> = comparison.rows.iter().map(entry).collect();
    found.retain(|asked| !asked.clauses.is_empty());
    let size = |asked: &Shift| f64::from(asked.weight) * asked.amount;
    found.sort_by(|a, b| size(b).total_cmp(&size(a)));
    found
}
