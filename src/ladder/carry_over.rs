//! What still counts after a switch from one level to another, and where there are gaps. Compares the
//! expectations of two paths, not a person.

use std::cmp::Reverse;

use crate::ladder::comparison::{asked, gist};
use crate::ladder::likeness::{WordSet, pairs};
use crate::ladder::relation::{path, side, weight};
use crate::ladder::{Competency, Ladder, LevelCode, Track};

/// The maximum number of gaps listed.
const MOST_GAPS: usize = 4;
/// The need from which a competency is a gap.
const NEED: f64 = 0.25;
/// The multiple of the mean need from which a competency is a gap.
const ABOVE_THE_REST: f64 = 1.5;
/// The maximum number of examples of evidence per competency.
const EXAMPLES: usize = 2;

/// The result of a switch.
#[derive(Clone, Debug)]
pub struct CarryOver<'a> {
    /// The origin.
    pub from: LevelCode,
    /// The destination.
    pub to: LevelCode,
    /// What still counts, the most complete first, ties in the pack's order.
    pub counts: Vec<Carried<'a>>,
    /// The gaps, the largest need first; at most four, none on the way down.
    pub gaps: Vec<Carried<'a>>,
}

/// One competency in a switch.
#[derive(Clone, Debug)]
pub struct Carried<'a> {
    /// The competency.
    pub competency: &'a Competency,
    /// The share of the expectations on the destination's path that the origin's path already has, 0 to
    /// 1.
    pub held: f64,
    /// The weighted share that is missing, 0 to 1.
    pub need: f64,
    /// The gist at the destination.
    pub gist: &'a str,
    /// Up to two examples: of the destination's track for a gap, of the origin's track for what counts.
    pub evidence: Vec<&'a str>,
}

/// What still counts and where there are gaps on the way from `from` to `to`.
///
/// This formula is our own; no source states one. Levels add to the ones below, so each end stands for
/// its whole path down to T1. For each competency:
///
/// - `held` is the share of the clauses on the destination's path that the origin's path has too. A
///   clause at a rung on both paths counts in full; any other clause that is paired with one of the
///   origin's counts by the likeness of the two.
/// - `need` is the weight on the destination's track, as a share of 3, times the share not held.
///
/// A competency is a gap if its need is a quarter or more, or at least one and a half times the mean of
/// all. At most four are listed. Needs are ranked to a tenth, because finer differences come from
/// wording; ties are ordered by the larger increase in weight, then by the larger need. If more remain
/// tied than there is room for, none of those is listed.
pub fn carry_over(ladder: &Ladder, from: LevelCode, to: LevelCode) -> CarryOver<'_> {
    let (origin, destination) = (side(from, to), side(to, from));
    let rise =
        |item: &Competency| i16::from(weight(item, destination)) - i16::from(weight(item, origin));
    let mut all: Vec<Carried> = ladder
        .competencies
        .iter()
        .map(|item| {
            let held = held(item, from, to);
            Carried {
                competency: item,
                held,
                need: f64::from(weight(item, destination)) / 3.0 * (1.0 - held),
                gist: gist(item.expectations.get(&to)),
                evidence: Vec::new(),
            }
        })
        .collect();
    let mean = all.iter().map(|carried| carried.need).sum::<f64>() / all.len().max(1) as f64;
    let is_gap = |carried: &Carried| {
        carried.need >= NEED || (carried.need > 0.0 && carried.need >= ABOVE_THE_REST * mean)
    };
    let rank = |carried: &Carried| {
        let steps = |size: f64| Reverse((carried.need * size).round() as u32);
        (steps(10.0), Reverse(rise(carried.competency)), steps(1e6))
    };
    all.sort_by_key(rank);
    let (mut gaps, mut counts): (Vec<Carried>, Vec<Carried>) = all.into_iter().partition(is_gap);
    if let Some(first_out) = gaps.get(MOST_GAPS).map(rank) {
        let room = gaps.iter().position(|gap| rank(gap) == first_out);
        counts.extend(gaps.split_off(room.unwrap_or(MOST_GAPS)));
    }
    gaps.sort_by(|a, b| b.need.total_cmp(&a.need));
    let place = |carried: &Carried| {
        let same = |item: &Competency| std::ptr::eq(item, carried.competency);
        ladder.competencies.iter().position(same)
    };
    counts.sort_by(|a, b| b.held.total_cmp(&a.held).then(place(a).cmp(&place(b))));
    for carried in &mut gaps {
        carried.evidence = evidence(carried.competency, destination);
    }
    for carried in &mut counts {
        carried.evidence = evidence(carried.competency, origin);
    }
    CarryOver {
        from,
        to,
        counts,
        gaps,
    }
}

fn held(item: &Competency, from: LevelCode, to: LevelCode) -> f64 {
    let (shared, new): (Vec<LevelCode>, Vec<LevelCode>) =
        path(to).partition(|level| path(from).any(|other| other == *level));
    let left: Vec<LevelCode> = path(from).filter(|level| !shared.contains(level)).collect();
    let words = |levels: &[LevelCode]| -> Vec<WordSet> {
        levels
            .iter()
            .flat_map(|level| asked(item.expectations.get(level)))
            .map(|clause| WordSet::of(clause.text))
            .collect()
    };
    let (shared, new, left) = (words(&shared).len(), words(&new), words(&left));
    let alike: f64 = pairs(&left, &new).iter().map(|pair| pair.likeness).sum();
    match shared + new.len() {
        0 => 1.0,
        all => (shared as f64 + alike) / all as f64,
    }
}

/// The first examples of a track; if no track is chosen yet, the first of each.
fn evidence(item: &Competency, side: Option<Track>) -> Vec<&str> {
    let examples = |track| item.evidence.on(track).iter().map(String::as_str);
    match side {
        Some(track) => examples(track).take(EXAMPLES).collect(),
        None => Track::BOTH
            .into_iter()
            .filter_map(|track| examples(track).next())
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn item() -> Competency {
        let cell = |gist: &str, detail: Option<&str>| json!({ "gist": gist, "detail": detail, "basis": "O", "sources": ["ours"] });
        let half = "Map overlaps between neighbouring teams.";
        serde_json::from_value(json!({
            "id": "seams", "name": "Seams", "dimension": "I", "lean": "broad",
            "weight": { "deep": 1, "broad": 3 }, "meaning": "Seams hold.", "ideas": [],
            "evidence": { "deep": ["A", "B", "C"], "broad": ["D", "E", "F"] },
            "expectations": {
                "T1": cell("Greet colleagues", None),
                "T2": cell("Ask neighbours", None),
                "T3": cell("Check impact", None),
                "T4": cell("Settle dependencies", None),
                "T5": cell("Track projects", Some(half)),
                "L5": cell("Speak publicly", Some(half)),
            },
        }))
        .unwrap()
    }

    fn code(text: &str) -> LevelCode {
        LevelCode::parse(text).unwrap()
    }

    #[test]
    fn shared_rungs_count_in_full_and_other_clauses_by_how_alike_they_are() {
        // Four gists of the trunk and one equal half of a sentence, of six clauses.
        assert_eq!(held(&item(), code("T5"), code("L5")), 5.0 / 6.0);
        assert_eq!(held(&item(), code("T3"), code("L5")), 3.0 / 6.0);
        assert_eq!(held(&item(), code("L5"), code("T3")), 1.0);
    }

    #[test]
    fn examples_are_two_of_the_track_or_one_of_each() {
        assert_eq!(evidence(&item(), Some(Track::Broad)), ["D", "E"]);
        assert_eq!(evidence(&item(), None), ["A", "D"]);
    }
}
