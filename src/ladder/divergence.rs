//! Where the two tracks differ: the distance between the twins of each rung, by competency. The
//! presentation is elsewhere.

use crate::ladder::comparison::amount;
use crate::ladder::{Competency, Ladder, LevelCode, Rung, Track, Weight};

/// The divergence of the tracks in one competency.
#[derive(Clone, Debug)]
pub struct Divergence<'a> {
    /// The competency.
    pub competency: &'a Competency,
    /// The distance between the twins at rungs 5 to 9, each 0 to 1: the amount from a comparison of the
    /// two.
    pub by_rung: Vec<(Rung, f64)>,
    /// The mean of the distances.
    pub mean: f64,
    /// Its weight on each track.
    pub weight: Weight,
}

impl Divergence<'_> {
    /// The difference of its weights on the tracks, 0–3.
    pub const fn weight_gap(&self) -> u8 {
        self.weight.deep.abs_diff(self.weight.broad)
    }
}

/// Every competency with the distance between its twins, the largest mean first, ties in the pack's
/// order.
///
/// The distance counts words. It shows well how the tracks separate from rung to rung: in the pack that
/// ships, twins share about three words in ten at rung 5, one in ten at 6, and hardly any above. It is
/// a poor measure of which competency differs most, since texts without a common sentence are all
/// equally far apart, and what remains is chance. For that, use [`divergences_by_weight`].
pub fn divergences(ladder: &Ladder) -> Vec<Divergence<'_>> {
    let mut found: Vec<Divergence> = ladder.competencies.iter().map(measured).collect();
    found.sort_by(|a, b| b.mean.total_cmp(&a.mean));
    found
}

/// The same in an order closer to what a visitor means by divergence: the largest difference in weight
/// first, ties by the larger distance in words. The order is our own, as are the weights.
pub fn divergences_by_weight(ladder: &Ladder) -> Vec<Divergence<'_>> {
    let mut found = divergences(ladder);
    found.sort_by_key(|one| std::cmp::Reverse(one.weight_gap()));
    found
}

/// The distance between the twins of a rung in one competency: the amount from a comparison, 0 to 1. On
/// the trunk, where both tracks have one level, it is 0.
pub fn twins_apart(item: &Competency, rung: Rung) -> f64 {
    if rung < LevelCode::FIRST_BROAD_RUNG {
        return 0.0;
    }
    let cell = |track| LevelCode::on(track, rung).and_then(|code| item.expectations.get(&code));
    amount(cell(Track::Deep), cell(Track::Broad))
}

fn measured(item: &Competency) -> Divergence<'_> {
    let by_rung: Vec<(Rung, f64)> = (LevelCode::FIRST_BROAD_RUNG..=LevelCode::TOP_RUNG)
        .map(|rung| (rung, twins_apart(item, rung)))
        .collect();
    let sum: f64 = by_rung.iter().map(|(_, distance)| distance).sum();
    Divergence {
        competency: item,
        mean: sum / by_rung.len() as f64,
        by_rung,
        weight: item.weight,
    }
}
