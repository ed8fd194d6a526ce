//! Where the two tracks part: how far apart the twins of each rung are, competency by competency.
//! Knows nothing of how a distance is drawn.

use crate::ladder::comparison::amount;
use crate::ladder::{Competency, Ladder, LevelCode, Rung, Track, Weight};

/// How far the tracks part in one competency.
#[derive(Clone, Debug)]
pub struct Divergence<'a> {
    /// The competency.
    pub competency: &'a Competency,
    /// The distance between the twins at rungs 5 to 9, each 0 to 1: the amount that a comparison
    /// of the two gives.
    pub by_rung: Vec<(Rung, f64)>,
    /// The mean of the distances.
    pub mean: f64,
    /// How much it counts on each track.
    pub weight: Weight,
}

impl Divergence<'_> {
    /// How differently the tracks weigh it, 0–3.
    pub const fn weight_gap(&self) -> u8 {
        self.weight.deep.abs_diff(self.weight.broad)
    }
}

/// Every competency with the distance between its twins, the largest mean first; of equals the
/// pack's order.
///
/// The distance counts words. It shows well how the tracks part from rung to rung: in the pack that
/// ships, twins share about three words in ten at rung 5, one in ten at 6, and hardly any above. It
/// says little of which competency parts them most, since texts that share no sentence are all
/// equally far apart, and what is left is chance. For that, prefer [`divergences_by_weight`].
pub fn divergences(ladder: &Ladder) -> Vec<Divergence<'_>> {
    let mut found: Vec<Divergence> = ladder.competencies.iter().map(measured).collect();
    found.sort_by(|a, b| b.mean.total_cmp(&a.mean));
    found
}

/// The same, ordered by what a visitor would mean by parting, in one sentence: what the two tracks
/// weigh most differently comes first, and of equals what they put in the most different words.
/// The order is ours, as the weights are.
pub fn divergences_by_weight(ladder: &Ladder) -> Vec<Divergence<'_>> {
    let mut found = divergences(ladder);
    found.sort_by_key(|one| std::cmp::Reverse(one.weight_gap()));
    found
}

/// How far the twins of a rung are apart in one competency: the amount that a comparison gives,
/// 0 to 1. On the trunk, where both tracks have one level, it is 0.
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
