//! Where two tracks part: how far apart their levels of equal height are, competency by competency.
//! Knows nothing of how a distance is drawn.

use crate::ladder::comparison::amount;
use crate::ladder::{Competency, Ladder, Level, Rung};

/// How far two tracks part in one competency.
#[derive(Clone, Debug)]
pub struct Divergence<'a> {
    /// The competency.
    pub competency: &'a Competency,
    /// The distance between the two levels of each rung, 0 to 1: the amount that a comparison of
    /// the two returns.
    pub by_rung: Vec<(Rung, f64)>,
    /// The mean of the distances.
    pub mean: f64,
    /// How much it counts on each of the two tracks, where the ladder says it.
    pub weights: Option<[u8; 2]>,
}

impl Divergence<'_> {
    /// How differently the tracks weigh it, 0–3; 0 where the ladder does not say.
    pub fn weight_gap(&self) -> u8 {
        self.weights.map_or(0, |[a, b]| a.abs_diff(b))
    }
}

/// Every competency that both tracks have, with the distance between their levels of equal height,
/// the largest mean first; of equals the pack's order.
///
/// The distance counts words. It shows well how tracks part from rung to rung. It says little of
/// which competency parts them most, since texts that share no sentence are all equally far apart,
/// and what is left is chance. For that, prefer [`divergences_by_weight`].
pub fn divergences(ladder: &Ladder, tracks: [usize; 2]) -> Vec<Divergence<'_>> {
    let apart = ladder.apart(tracks);
    let measured = |item| measured(item, tracks, &apart);
    let mut found: Vec<Divergence> = ladder.competencies.iter().filter_map(measured).collect();
    found.sort_by(|a, b| b.mean.total_cmp(&a.mean));
    found
}

/// The same, ordered by what a visitor would mean by parting, in one sentence: what the two tracks
/// weigh most differently comes first, and of equals what they put in the most different words.
pub fn divergences_by_weight(ladder: &Ladder, tracks: [usize; 2]) -> Vec<Divergence<'_>> {
    let mut found = divergences(ladder, tracks);
    found.sort_by_key(|one| std::cmp::Reverse(one.weight_gap()));
    found
}

/// How far two levels are apart in one competency: the amount that a comparison returns, 0 to 1.
pub fn levels_apart(item: &Competency, a: &Level, b: &Level) -> f64 {
    amount(item.at(a), item.at(b))
}

fn measured<'a>(
    item: &'a Competency,
    [a, b]: [usize; 2],
    apart: &[(Rung, [&Level; 2])],
) -> Option<Divergence<'a>> {
    let by_rung: Vec<(Rung, f64)> = apart
        .iter()
        .filter(|(_, [a, b])| item.at(a).is_some() && item.at(b).is_some())
        .map(|(rung, [a, b])| (*rung, levels_apart(item, a, b)))
        .collect();
    let sum: f64 = by_rung.iter().map(|(_, distance)| distance).sum();
    (!by_rung.is_empty()).then(|| Divergence {
        competency: item,
        mean: sum / by_rung.len() as f64,
        by_rung,
        weights: item.weight(a).zip(item.weight(b)).map(|(a, b)| [a, b]),
    })
}
