//! What follows from a ladder's heights and tracks: rungs, twins, paths, split and fork.
//! Everything here is derived; a file never says it. A height that is unknown is never guessed.

use crate::ladder::{Competency, Ladder, Level, Rung, Track};

/// The tracks that a competency counts more for, by its weights alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lean {
    /// One track counts it at least two more than any other.
    Towards(usize),
    /// No track does.
    Even,
}

/// From this difference of weights on a competency leans.
const LEANS: u8 = 2;

impl Ladder {
    /// The rungs, from the lowest up: 1, 2, 3 and so on. Empty where no height is known.
    pub fn rungs(&self) -> std::ops::RangeInclusive<Rung> {
        let top = self.levels.iter().filter_map(|level| level.rung).max();
        1..=top.unwrap_or(0)
    }

    /// The highest rung; 0 where no height is known.
    pub fn top(&self) -> Rung {
        *self.rungs().end()
    }

    /// The levels at a rung, in the order of the tracks.
    pub fn at(&self, rung: Rung) -> Vec<&Level> {
        let mut levels: Vec<&Level> = self
            .levels
            .iter()
            .filter(|level| level.rung == Some(rung))
            .collect();
        levels.sort_by_key(|level| level.tracks.first().copied());
        levels
    }

    /// The level of a track at a rung, be it the track's own or shared.
    pub fn on(&self, track: usize, rung: Rung) -> Option<&Level> {
        let mut levels = self.levels.iter();
        levels.find(|level| level.rung == Some(rung) && level.tracks.contains(&track))
    }

    /// The levels of equal height that share no track with this one, in the order of the tracks.
    pub fn twins(&self, level: &Level) -> Vec<&Level> {
        let Some(rung) = level.rung else {
            return Vec::new();
        };
        let apart = |other: &&Level| !shares_track(level, other);
        self.at(rung).into_iter().filter(apart).collect()
    }

    /// The levels one step down: those at the next lower height on each of one's own tracks; where
    /// there are none, the levels from which one steps over to the track, but for those that are
    /// known to be no lower.
    pub fn below(&self, level: &Level) -> Vec<&Level> {
        let Some(rung) = level.rung else {
            return Vec::new();
        };
        let mut found: Vec<&Level> = Vec::new();
        for track in &level.tracks {
            let own = self.levels.iter().filter(|other| {
                other.tracks.contains(track) && other.rung.is_some_and(|other| other < rung)
            });
            let next = own.clone().filter_map(|other| other.rung).max();
            let mut steps: Vec<&Level> = own.filter(|other| other.rung == next).collect();
            if next.is_none() {
                let from = self.tracks.get(*track).map(|track| &track.from);
                let from = from.into_iter().flatten();
                let from = from.filter_map(|index| self.levels.get(*index));
                steps.extend(from.filter(|other| other.rung.is_none_or(|other| other < rung)));
            }
            for step in steps {
                if !found.contains(&step) {
                    found.push(step);
                }
            }
        }
        found
    }

    /// The levels one step up: those whose step down leads here.
    pub fn above(&self, level: &Level) -> Vec<&Level> {
        let leads_here = |other: &&Level| self.below(other).contains(&level);
        self.levels.iter().filter(leads_here).collect()
    }

    /// A level and all below it on its path, from the top down; no level twice.
    pub fn path(&self, level: &Level) -> Vec<&Level> {
        let Some(first) = self.levels.get(level.index) else {
            return Vec::new();
        };
        let mut path = vec![first];
        let mut at = 0;
        while let Some(level) = path.get(at) {
            for step in self.below(level) {
                if !path.contains(&step) {
                    path.push(step);
                }
            }
            at += 1;
        }
        path.sort_by_key(|level| std::cmp::Reverse(level.rung));
        path
    }

    /// The lowest rung at which two levels share no track.
    pub fn split(&self) -> Option<Rung> {
        self.rungs().find(|rung| {
            let here = self.at(*rung);
            let parts = |level: &&Level| here.iter().any(|other| !shares_track(level, other));
            here.iter().any(parts)
        })
    }

    /// The highest rung at which one moves between the tracks freely: as the file says it, else the
    /// rung at which they split.
    pub fn fork(&self) -> Option<Rung> {
        self.free_up_to.or_else(|| self.split())
    }

    /// The rung at which the tracks are first two jobs: the first above the fork, else one in the middle.
    pub fn first_apart(&self) -> Rung {
        let above = self.fork().map(|fork| fork + 1);
        let above = above.filter(|rung| *rung <= self.top());
        above.unwrap_or_else(|| self.top().div_ceil(2))
    }

    /// Whether a level is below every split: one path for all the tracks that it belongs to.
    pub fn is_trunk(&self, level: &Level) -> bool {
        let below = level.rung.zip(self.split());
        level.is_shared() && below.is_some_and(|(rung, split)| rung < split)
    }

    /// The tracks that the quiz speaks about: the deep one, then the broad one.
    pub fn sides(&self) -> Option<[&Track; 2]> {
        let [deep, broad] = self.sides?;
        Some([self.tracks.get(deep)?, self.tracks.get(broad)?])
    }

    /// Two tracks with levels of their own at the same height: the quiz's, else the first two.
    pub fn pair(&self) -> Option<[usize; 2]> {
        let apart = |[a, b]: &[usize; 2]| {
            self.rungs().any(|rung| {
                let ends = self.on(*a, rung).zip(self.on(*b, rung));
                ends.is_some_and(|(a, b)| !shares_track(a, b))
            })
        };
        let count = self.tracks.len();
        let all = (0..count).flat_map(|a| (a + 1..count).map(move |b| [a, b]));
        self.sides.into_iter().chain(all).find(apart)
    }

    /// The rungs at which two tracks have a level each that the other lacks, with the two levels.
    pub fn apart(&self, [a, b]: [usize; 2]) -> Vec<(Rung, [&Level; 2])> {
        let pair = |rung| {
            let (a, b) = self.on(a, rung).zip(self.on(b, rung))?;
            (!shares_track(a, b)).then_some((rung, [a, b]))
        };
        self.rungs().filter_map(pair).collect()
    }

    /// The ids of a competency's group and of the groups around it.
    pub fn groups_of(&self, item: &Competency) -> Vec<&str> {
        let own = self
            .groups
            .iter()
            .position(|group| Some(&group.id) == item.group.as_ref());
        let Some((own, before)) =
            own.and_then(|at| Some((self.groups.get(at)?, self.groups.get(..at)?)))
        else {
            return Vec::new();
        };
        let mut found = vec![own.id.as_str()];
        let mut depth = own.depth;
        // Each group is listed before those within it.
        for group in before.iter().rev().filter(|group| group.depth < own.depth) {
            if group.depth < depth {
                found.push(&group.id);
                depth = group.depth;
            }
        }
        found
    }

    /// Which track a competency counts more for: two more than any other track. None where the file
    /// weighs it on fewer than two tracks.
    pub fn lean(&self, item: &Competency) -> Option<Lean> {
        match by_weight(item).as_slice() {
            [(first, track), (second, _), ..] if first - second >= LEANS => {
                Some(Lean::Towards(*track))
            }
            [_, _, ..] => Some(Lean::Even),
            _ => None,
        }
    }

    /// The track that counts a competency more than any other, by however little; none where two count
    /// it alike.
    pub fn counts_more(&self, item: &Competency) -> Option<usize> {
        match by_weight(item).as_slice() {
            [(first, track), (second, _), ..] if first > second => Some(*track),
            _ => None,
        }
    }
}

/// The weights of a competency with their tracks, the largest first.
fn by_weight(item: &Competency) -> Vec<(u8, usize)> {
    let weights = item.weights.iter().enumerate();
    let mut weights: Vec<(u8, usize)> = weights
        .filter_map(|(track, weight)| Some(((*weight)?, track)))
        .collect();
    weights.sort_unstable_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    weights
}

fn shares_track(a: &Level, b: &Level) -> bool {
    a.tracks.iter().any(|track| b.tracks.contains(track))
}
