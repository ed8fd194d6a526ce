//! What a move from one level to another adds and removes. Uses only a comparison.

use crate::ladder::relation::{side, weight};
use crate::ladder::{ComparedLine, ComparedRow, Comparison, Competency, Ladder, Level};

/// One competency's part of what is added or removed.
#[derive(Clone, Debug)]
pub struct Shift<'a> {
    /// The competency.
    pub competency: &'a Competency,
    /// The headline at the level that expects it: the destination's when taken on, the origin's
    /// when let go.
    pub text: &'a str,
    /// The clauses that only this level has, in its order.
    pub clauses: Vec<&'a str>,
    /// How much the competency counts on that level's track, 0–3; 1 for all where the ladder has no
    /// weights.
    pub weight: u8,
    /// The amount of change between the levels, 0 to 1.
    pub amount: f64,
}

/// What the destination expects and the origin does not, by weight on the destination's track times
/// amount, the largest first. Nothing on the way down a ladder whose levels add to those below: what
/// lies below was expected all along.
pub fn take_on<'a>(ladder: &'a Ladder, comparison: &Comparison<'a>) -> Vec<Shift<'a>> {
    if ladder.includes(comparison.relation.reversed()) {
        return Vec::new();
    }
    let ends = (comparison.to, comparison.from);
    entries(
        ladder,
        comparison,
        ends,
        |row| row.to_gist,
        |line| match line {
            ComparedLine::New(clause) => Some(clause.text),
            _ => None,
        },
    )
}

/// What the origin expects and the destination does not, by weight on the origin's track times
/// amount, the largest first. Nothing on the way up a ladder whose levels add to those below.
pub fn let_go<'a>(ladder: &'a Ladder, comparison: &Comparison<'a>) -> Vec<Shift<'a>> {
    if ladder.includes(comparison.relation) {
        return Vec::new();
    }
    let ends = (comparison.from, comparison.to);
    entries(
        ladder,
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
    ladder: &Ladder,
    comparison: &Comparison<'a>,
    ends: (&Level, &Level),
    text: impl Fn(&ComparedRow<'a>) -> &'a str,
    only: impl Fn(&ComparedLine<'a>) -> Option<&'a str>,
) -> Vec<Shift<'a>> {
    let side = side(ends.0, ends.1);
    let unsaid = u8::from(!ladder.has_weights());
    let entry = |row: &ComparedRow<'a>| Shift {
        competency: row.competency,
        text: text(row),
        clauses: row.lines.iter().filter_map(&only).collect(),
        weight: weight(row.competency, side).unwrap_or(unsaid),
        amount: row.amount,
    };
    let mut found: Vec<Shift> = comparison.rows.iter().map(entry).collect();
    found.retain(|asked| !asked.clauses.is_empty());
    let size = |asked: &Shift| f64::from(asked.weight) * asked.amount;
    found.sort_by(|a, b| size(b).total_cmp(&size(a)));
    found
}
