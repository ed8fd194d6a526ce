//! What still counts after a switch from one level to another, and where there are gaps. Compares the
//! expectations of two paths, not a person.

use std::cmp::Reverse;

use crate::ladder::comparison::{gist, words};
use crate::ladder::likeness::{WordSet, pairs};
use crate::ladder::relation::{side, weight};
use crate::ladder::{Competency, Ladder, Level, StepSize};

/// The maximum number of gaps listed.
const MOST_GAPS: usize = 4;
/// The need from which a competency is a gap.
const NEED: f64 = 0.25;
/// The multiple of the mean need from which a competency is a gap.
const ABOVE_THE_REST: f64 = 1.5;
/// The highest weight.
const MOST_WEIGHT: u8 = 3;
/// The most examples of evidence for each competency.
const EXAMPLES: usize = 2;

/// The result of a switch.
#[derive(Clone, Debug)]
pub struct CarryOver<'a> {
    /// The level one comes from.
    pub from: &'a Level,
    /// The level one goes to.
    pub to: &'a Level,
    /// What still counts, the most complete first; of equals the pack's order.
    pub counts: Vec<Carried<'a>>,
    /// The gaps, the largest need first; at most four, none on the way down.
    pub gaps: Vec<Carried<'a>>,
    /// Whether the ladder says how much a competency counts. If not, all count alike.
    pub weighted: bool,
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
/// The formula is ours; no source states one. Where levels add to the ones below, each end stands
/// for its whole path down; where they restate, for itself. For each competency of the destination:
///
/// - `held` is the share of the clauses on the destination's path that the origin's path has too. A
///   clause at a rung that both paths climb counts in full; any other that pairs with one of the
///   origin's counts by how alike the two are.
/// - `need` is the weight on the destination's track, as a share of 3, times what is not held; on a
///   ladder without weights every competency counts in full.
///
/// A competency is a gap where its need is a quarter or more, or half as much again as the mean of
/// all, unless the authors say that the same is expected, or the same with another emphasis. At most four are named. Needs are ranked to a tenth, because finer differences come from
/// wording; of equals the one whose weight rises most comes first, then the larger need. Where even
/// that leaves more equals than there is room for, none of them is named.
pub fn carry_over<'a>(ladder: &'a Ladder, from: &'a Level, to: &'a Level) -> CarryOver<'a> {
    let (origin, destination) = (side(from, to), side(to, from));
    let weighted = ladder.has_weights();
    let weight = |item: &Competency, side| match weighted {
        true => weight(item, side).unwrap_or(0),
        false => MOST_WEIGHT,
    };
    let rise =
        |item: &Competency| i16::from(weight(item, destination)) - i16::from(weight(item, origin));
    let mut all: Vec<Carried> = ladder
        .competencies
        .iter()
        .filter(|item| item.at(to).is_some())
        .map(|item| {
            let held = held(ladder, item, from, to);
            Carried {
                competency: item,
                held,
                need: f64::from(weight(item, destination)) / f64::from(MOST_WEIGHT) * (1.0 - held),
                gist: gist(item.at(to)),
                evidence: Vec::new(),
            }
        })
        .collect();
    let mean = all.iter().map(|carried| carried.need).sum::<f64>() / all.len().max(1) as f64;
    let is_gap = |carried: &Carried| {
        let size = ladder.step(carried.competency, from, to);
        let is_large = carried.need >= NEED || carried.need >= ABOVE_THE_REST * mean;
        carried.need > 0.0 && is_large && !matches!(size, Some(StepSize::Same | StepSize::Emphasis))
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
        carried.evidence = evidence(carried.competency, to, destination);
    }
    for carried in &mut counts {
        carried.evidence = evidence(carried.competency, from, origin);
    }
    CarryOver {
        from,
        to,
        counts,
        gaps,
        weighted,
    }
}

fn held(ladder: &Ladder, item: &Competency, from: &Level, to: &Level) -> f64 {
    let path = |level: &Level| match ladder.adds {
        true => ladder.path(level),
        false => ladder.levels.get(level.index).into_iter().collect(),
    };
    let origin = path(from);
    let (shared, new): (Vec<&Level>, Vec<&Level>) = path(to)
        .into_iter()
        .partition(|level| origin.contains(level));
    let left: Vec<&Level> = origin
        .into_iter()
        .filter(|level| !shared.contains(level))
        .collect();
    let words = |levels: &[&Level]| -> Vec<&WordSet> {
        let cells = levels.iter().map(|level| item.at(level));
        cells.flat_map(words).collect()
    };
    let (shared, new, left) = (words(&shared).len(), words(&new), words(&left));
    let alike: f64 = pairs(&left, &new).iter().map(|pair| pair.likeness).sum();
    match shared + new.len() {
        0 => 1.0,
        all => (shared as f64 + alike) / all as f64,
    }
}

/// The first examples of a track; where no track is chosen yet, the first of each.
fn evidence<'a>(item: &'a Competency, level: &Level, side: Option<usize>) -> Vec<&'a str> {
    match side {
        Some(track) => item.evidence_on(track).take(EXAMPLES).collect(),
        None => {
            let mut found: Vec<&str> = Vec::new();
            for track in &level.tracks {
                let first = item.evidence_on(*track).find(|one| !found.contains(one));
                found.extend(first);
            }
            found.truncate(EXAMPLES);
            found
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// Four shared levels, and one of each of two tracks above them.
    fn ladder(adds: bool) -> Ladder {
        let both: &[&str] = &["deep", "broad"];
        let level = |id: &str, tracks: &[&str], height: u8| json!({ "id": id, "title": id, "tracks": tracks, "height": height });
        let cell = |gist: &str, text: Option<&str>| match text {
            Some(text) => json!({ "gist": gist, "text": text }),
            None => json!({ "gist": gist }),
        };
        let half = "Map overlaps between neighbouring teams.";
        let file = json!({
            "schema": 2, "id": "small", "version": "1.0.0", "name": "Small", "lang": "en", "adds": adds,
            "tracks": [{ "id": "deep", "name": "Deep" }, { "id": "broad", "name": "Broad" }],
            "levels": [
                level("a1", both, 1), level("a2", both, 2), level("a3", both, 3), level("a4", both, 4),
                level("d5", &["deep"], 5), level("b5", &["broad"], 5),
            ],
            "competencies": [{
                "id": "seams", "name": "Seams", "weight": { "deep": 1, "broad": 3 },
                "evidence": { "deep": ["A", "B", "C"], "broad": ["D", "E", "F"] },
                "cells": {
                    "a1": cell("Greet colleagues", None),
                    "a2": cell("Ask neighbours", None),
                    "a3": cell("Check impact", None),
                    "a4": cell("Settle dependencies", None),
                    "d5": cell("Track projects", Some(half)),
                    "b5": cell("Speak publicly", Some(half)),
                },
            }, {
                "id": "talks", "name": "Talks",
                "evidence": { "all": ["X"], "broad": ["Y", "Z"] },
                "cells": { "b5": cell("Speak twice", None) },
            }],
        });
        Ladder::parse(&file.to_string()).unwrap()
    }

    fn share(ladder: &Ladder, from: &str, to: &str) -> f64 {
        let level = |id| ladder.level(id).unwrap();
        held(ladder, &ladder.competencies[0], level(from), level(to))
    }

    #[test]
    fn shared_rungs_count_in_full_and_other_clauses_by_how_alike_they_are() {
        let ladder = ladder(true);
        // Four gists that all share and one equal half, of six clauses.
        assert_eq!(share(&ladder, "d5", "b5"), 5.0 / 6.0);
        assert_eq!(share(&ladder, "a3", "b5"), 3.0 / 6.0);
        assert_eq!(share(&ladder, "b5", "a3"), 1.0);
    }

    #[test]
    fn a_level_that_restates_stands_for_itself() {
        let ladder = ladder(false);
        assert_eq!(share(&ladder, "d5", "b5"), 1.0 / 2.0);
        assert_eq!(share(&ladder, "a3", "b5"), 0.0);
        assert_eq!(share(&ladder, "a3", "a3"), 1.0);
    }

    #[test]
    fn examples_are_two_of_the_track_or_one_of_each() {
        let ladder = ladder(true);
        let (seams, talks) = (&ladder.competencies[0], &ladder.competencies[1]);
        let level = |id| ladder.level(id).unwrap();
        assert_eq!(evidence(seams, level("b5"), Some(1)), ["D", "E"]);
        assert_eq!(evidence(seams, level("a2"), None), ["A", "D"]);
        // What holds on any track comes first, and no example twice.
        assert_eq!(evidence(talks, level("b5"), Some(1)), ["X", "Y"]);
        assert_eq!(evidence(talks, level("a2"), None), ["X", "Y"]);
    }

    #[test]
    fn a_competency_without_a_word_at_the_destination_does_not_count() {
        let ladder = ladder(true);
        let level = |id| ladder.level(id).unwrap();
        let carry = carry_over(&ladder, level("b5"), level("d5"));
        let all = carry.counts.iter().chain(&carry.gaps);
        let ids: Vec<&str> = all.map(|one| one.competency.id.as_str()).collect();
        assert_eq!(ids, ["seams"]);
        assert!(carry.weighted);
    }
}
