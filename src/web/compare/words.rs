//! The words of a comparison: how two levels are related, and how large the steps are.

use crate::ladder::{ComparedRow, Comparison, Ladder, Relation, Rung, StepSize};
use crate::web::frame::step_words;
use crate::web::ladder::levels::capital;

/// How the second level is related to the first, in a sentence.
pub(super) fn relation(comparison: &Comparison, ladder: &Ladder) -> String {
    let (relation, to) = (comparison.relation, comparison.to);
    let mut tracks = comparison.from.tracks.iter();
    let share = tracks.any(|track| to.tracks.contains(track));
    let other = match ladder.tracks.len() {
        0..=2 => "the other track",
        _ => "another track",
    };
    // Two levels of one track may be equally high.
    let other = if share { "the same track" } else { other };
    let levels = |count: Rung| match count {
        1 => "one level".to_owned(),
        count => format!("{count} levels"),
    };
    let also = |words: &str| match ladder.adds {
        true => format!(" {words}"),
        false => String::new(),
    };
    match relation {
        Relation::Same => "One and the same level.".to_owned(),
        Relation::Up { rungs } => format!(
            "{} up on the same track.{}",
            capital(&levels(rungs)),
            also("What is expected below is still expected.")
        ),
        Relation::Down { rungs } => format!(
            "{} down on the same track.{}",
            capital(&levels(rungs)),
            also("Everything here is expected further up as well.")
        ),
        Relation::Across => format!("The same level on {other}."),
        Relation::AcrossUp { rungs } => format!("{}, {} up.", capital(other), levels(rungs)),
        Relation::AcrossDown { rungs } => format!("{}, {} down.", capital(other), levels(rungs)),
        Relation::Unranked => {
            "This ladder does not say how high both levels are, so they can’t be ranked.".to_owned()
        }
    }
}

/// Whether one goes down.
const fn is_down(relation: Relation) -> bool {
    matches!(
        relation,
        Relation::Down { .. } | Relation::AcrossDown { .. }
    )
}

/// The size of a step, in the direction in which one goes.
pub(super) const fn size_words(size: StepSize, relation: Relation) -> &'static str {
    match size {
        StepSize::More if is_down(relation) => "less of it",
        StepSize::New if is_down(relation) => "another kind of work",
        size => step_words(size),
    }
}

/// How many steps of each size there are, in a sentence; none where the authors say nothing.
pub(super) fn summary(comparison: &Comparison) -> Option<String> {
    let count = |size: Option<StepSize>| {
        let rows = comparison.rows.iter();
        rows.filter(|row| row.size == size).count()
    };
    let sizes = [
        StepSize::New,
        StepSize::More,
        StepSize::Emphasis,
        StepSize::Same,
    ];
    // The most frequent first; of equals the larger step.
    let mut counts: Vec<(usize, StepSize)> = sizes
        .into_iter()
        .map(|size| (count(Some(size)), size))
        .filter(|(count, _)| *count > 0)
        .collect();
    counts.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    let parts: Vec<String> = counts
        .into_iter()
        .map(|(count, size)| {
            let words = size_words(size, comparison.relation);
            match (size, count) {
                (StepSize::Emphasis, 1) => "1 has another emphasis".to_owned(),
                (StepSize::Emphasis, count) => format!("{count} have another emphasis"),
                (StepSize::More, count) => {
                    let verb = if count == 1 { "expects" } else { "expect" };
                    let what = if is_down(comparison.relation) {
                        "less"
                    } else {
                        "more"
                    };
                    format!("{count} {verb} {what} of the same")
                }
                (_, 1) => format!("1 is {words}"),
                (_, count) => format!("{count} are {words}"),
            }
        })
        .collect();
    let (last, rest) = parts.split_last()?;
    let list = match rest.is_empty() {
        true => last.clone(),
        false => format!("{} and {last}", rest.join(", ")),
    };
    let unsaid = match count(None) {
        0 => String::new(),
        1 => " The ladder does not say how the other one differs.".to_owned(),
        count => format!(" The ladder does not say how the other {count} differ."),
    };
    let all = comparison.rows.len();
    Some(format!("Of {all} competencies, {list}.{unsaid}"))
}

/// How large a step is by the steps of a scale, where the authors use one.
pub(super) fn steps_words(row: &ComparedRow) -> Option<String> {
    let steps = row.steps?;
    let count = steps.unsigned_abs();
    Some(match (steps, count) {
        (0, _) => "the same step".to_owned(),
        (1.., 1) => "1 step up".to_owned(),
        (1.., _) => format!("{count} steps up"),
        (_, 1) => "1 step down".to_owned(),
        _ => format!("{count} steps down"),
    })
}
