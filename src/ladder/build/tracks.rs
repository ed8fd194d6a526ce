//! Tracks and levels of a file.

use std::collections::BTreeSet;

use super::{ALL_TRACKS, Builder, EVEN};
use crate::ladder::check::{among, named, once_each, optional, words};
use crate::ladder::file::{LevelFile, TrackFile};
use crate::ladder::{Fault, Level, Rung, Track};

impl Builder<'_> {
    pub(super) fn tracks(&mut self, sides: Option<[usize; 2]>) -> Vec<Track> {
        let file = self.file;
        if file.tracks.is_empty() {
            self.fault("tracks", "is empty; write at least one track");
        }
        once_each(
            "tracks",
            file.tracks.iter().map(|one| one.id.as_str()),
            &mut self.found,
        );
        let mut other_hue = if sides.is_some() { 2 } else { 0 };
        let entries = file.tracks.iter().enumerate();
        entries
            .map(|(i, track)| {
                let hue = match sides.and_then(|sides| sides.iter().position(|side| *side == i)) {
                    Some(0) => 1,
                    Some(_) => 2,
                    None => {
                        other_hue += 1;
                        other_hue
                    }
                };
                self.one_track(i, track, hue)
            })
            .collect()
    }

    fn one_track(&mut self, i: usize, track: &TrackFile, hue: u8) -> Track {
        let place = format!("tracks[{i}]");
        let found = &mut self.found;
        named(&track.id, &format!("{place}.id"), found);
        if track.id == ALL_TRACKS || track.id == EVEN {
            found.push(Fault::new(
                format!("{place}.id"),
                format!(
                    "must not be “{}”, which stands for several tracks",
                    track.id
                ),
            ));
        }
        words(&track.name, &format!("{place}.name"), found);
        optional(track.short.as_ref(), &format!("{place}.short"), found);
        optional(track.about.as_ref(), &format!("{place}.about"), found);
        optional(track.group.as_ref(), &format!("{place}.group"), found);
        let from = track
            .from
            .iter()
            .filter_map(|id| self.level(id, &format!("{place}.from")))
            .collect();
        Track {
            id: track.id.clone(),
            name: track.name.clone(),
            short: track.short.clone().unwrap_or_else(|| track.name.clone()),
            about: track.about.clone(),
            manages: track.manages,
            from,
            group: track.group.clone(),
            hue,
        }
    }

    pub(super) fn levels(&mut self, tracks: &[Track]) -> Vec<Level> {
        let file = self.file;
        if file.levels.is_empty() {
            self.fault("levels", "is empty; write at least one level");
        }
        once_each(
            "levels",
            file.levels.iter().map(|one| one.id.as_str()),
            &mut self.found,
        );
        let levels: Vec<Level> = file
            .levels
            .iter()
            .enumerate()
            .map(|(i, level)| self.one_level(i, level, tracks))
            .collect();
        self.heights_rise(&levels, tracks);
        levels
    }

    fn one_level(&mut self, i: usize, level: &LevelFile, tracks: &[Track]) -> Level {
        let place = format!("levels[{i}]");
        self.part(&level.id, &format!("{place}.id"));
        let found = &mut self.found;
        words(&level.title, &format!("{place}.title"), found);
        for (field, text) in [
            ("code", &level.code),
            ("about", &level.about),
            ("question", &level.question),
        ] {
            optional(text.as_ref(), &format!("{place}.{field}"), found);
        }
        for (k, fact) in level.facts.iter().enumerate() {
            let place = format!("{place}.facts[{k}]");
            self.rests(fact.basis.as_ref(), &fact.sources, &place);
            let found = &mut self.found;
            words(&fact.name, &format!("{place}.name"), found);
            optional(fact.text.as_ref(), &format!("{place}.text"), found);
            for (n, item) in fact.items.iter().enumerate() {
                words(item, &format!("{place}.items[{n}]"), found);
            }
            if let Some([from, to]) = fact.days
                && (from == 0 || to < from)
            {
                found.push(Fault::new(
                    format!("{place}.days"),
                    format!("is {from} to {to}; write two numbers from 1 up, the smaller first"),
                ));
            }
            if fact.text.is_some() != fact.items.is_empty() {
                found.push(Fault::new(
                    place,
                    "must have a text or items, one of the two",
                ));
            }
        }
        let found = &mut self.found;
        for (k, band) in level.bands.iter().enumerate() {
            let place = format!("{place}.bands[{k}]");
            words(&band.name, &format!("{place}.name"), found);
            optional(band.text.as_ref(), &format!("{place}.text"), found);
        }
        if level.tracks.is_empty() {
            found.push(Fault::new(
                format!("{place}.tracks"),
                "is empty; name the track that the level belongs to",
            ));
        }
        let list = format!("{place}.tracks");
        let of: BTreeSet<usize> = level
            .tracks
            .iter()
            .filter_map(|id| self.track(id, &list))
            .collect();
        let of: Vec<usize> = of.into_iter().collect();
        for (scheme, title) in &level.titles {
            let place = format!("{place}.titles.{scheme}");
            words(title, &place, &mut self.found);
            let schemes = &self.file.title_schemes;
            if !schemes.iter().any(|one| one.id == *scheme) {
                self.fault(place, among(scheme, "titleSchemes"));
            }
        }
        self.rests(level.basis.as_ref(), &level.sources, &place);
        let hue = match of.as_slice() {
            [track] => tracks.get(*track).map(|track| track.hue),
            _ => None,
        };
        Level {
            index: i,
            id: level.id.clone(),
            code: level.code.clone(),
            title: level.title.clone(),
            tracks: of,
            rung: level.height.and_then(|height| self.rung_of(height)),
            hue,
            about: level.about.clone(),
            question: level.question.clone(),
            facts: level.facts.clone(),
            bands: level.bands.clone(),
            points: level.points,
            titles: level.titles.clone(),
            basis: level.basis.clone(),
            sources: level.sources.clone(),
        }
    }

    /// Within a track the levels are written from the lowest height up.
    fn heights_rise(&mut self, levels: &[Level], tracks: &[Track]) {
        for (track, entry) in tracks.iter().enumerate() {
            let mut highest = 0;
            for level in levels.iter().filter(|level| level.tracks.contains(&track)) {
                let Some(rung) = level.rung else { continue };
                if rung < highest {
                    self.fault(
                        format!("levels[{}].height", level.index),
                        format!(
                            "falls on the track “{}”; write its levels from the lowest up",
                            entry.id
                        ),
                    );
                }
                highest = highest.max(rung);
            }
        }
    }

    pub(super) fn rung_of(&self, height: u32) -> Option<Rung> {
        let place = self.heights.iter().position(|one| *one == height)?;
        Rung::try_from(place + 1).ok()
    }
}
