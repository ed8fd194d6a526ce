//! What was found by its name, and leaving out tracks with their levels and cells.

use std::collections::BTreeMap;

use crate::import::found::Found;
use crate::import::names::key;

impl Found<'_> {
    /// Whether a group or a competency has this name.
    pub fn has(&self, name: &str) -> bool {
        let wanted = key(name);
        let mut competencies = self.competencies.iter().map(|one| &one.name);
        self.groups.iter().any(|group| key(group) == wanted)
            || competencies.any(|one| key(one) == wanted)
    }

    /// Leaves out the levels of the tracks that are not kept, and these tracks.
    pub fn keep_tracks(&mut self, is_kept: &[bool]) {
        let kept = |at: usize| is_kept.get(at).copied().unwrap_or_default();
        let mut new = Vec::new();
        let mut count = 0;
        for kept in is_kept {
            new.push(count);
            count += usize::from(*kept);
        }
        let new_track = |at: usize| new.get(at).copied().unwrap_or_default();
        let mut new_level = BTreeMap::new();
        let levels = std::mem::take(&mut self.levels);
        for (at, mut level) in levels.into_iter().enumerate() {
            if level.track.is_none_or(kept) {
                level.track = level.track.map(new_track);
                new_level.insert(at, self.levels.len());
                self.levels.push(level);
            }
        }
        let cells = std::mem::take(&mut self.cells).into_iter();
        self.cells = cells
            .filter_map(|((competency, level), cell)| {
                Some(((competency, *new_level.get(&level)?), cell))
            })
            .collect();
        self.same.retain_mut(|(_, level, other)| {
            let both = (new_level.get(level), new_level.get(other));
            if let (Some(new), Some(new_other)) = both {
                (*level, *other) = (*new, *new_other);
            }
            matches!(both, (Some(_), Some(_)))
        });
        let mut at = 0;
        self.tracks.retain(|_| {
            at += 1;
            kept(at - 1)
        });
        let names = self.tracks.iter().enumerate();
        self.by_track = names.map(|(at, track)| (key(&track.name), at)).collect();
    }
}
