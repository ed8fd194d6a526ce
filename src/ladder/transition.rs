//! What somebody would take on and what they would let go when going from one level to another.
//! Knows only a comparison.

use crate::ladder::relation::{side, weight};
use crate::ladder::{ComparedLine, ComparedRow, Comparison, Competency, LevelCode};

/// One competency's part of what is taken on or let go.
#[derive(Clone, Debug)]
pub struct Shift<'a> {
    /// The competency.
    pub competency: &'a Competency,
    /// The gist at the level that asks it: the destination's when taken on, the origin's when let go.
    pub text: &'a str,
    /// The clauses that only this level has, in its order.
    pub clauses: Vec<&'a str>,
    /// How much the competency counts on that level's track, 0–3.
    pub weight: u8,
    /// How much changes between the levels, 0 to 1.
    pub amount: f64,
}

/// What the destination asks and the origin does not, by weight on the destination's track times
/// amount, the largest first. Nothing on the way down: what lies below was asked all along.
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

/// What the origin asks and the destination does not, by weight on the origin's track times amount,
/// the largest first. Nothing on the way up: levels add to the ones below.
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

/// The rows with a clause that `only` picks, for the first level of `ends`.
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
