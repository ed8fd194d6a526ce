//! Where the levels of a ladder lie on a map: shared levels in the middle, a lane for each of two
//! tracks, near together while one moves between them freely and further apart above.
//! Counts in lanes and rungs; knows nothing of how long they are, nor of who draws.

use crate::ladder::{Ladder, Level, Rung};

/// A ladder as a map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapLayout {
    /// The tracks at the left and at the right, by index.
    pub tracks: [usize; 2],
    /// One stop for each level, in the ladder’s order.
    pub stops: Vec<MapStop>,
    /// The way of the left track, then that of the right one: lane and rung, from the highest shared
    /// stop up; without shared stops from the track’s first.
    pub lines: [Vec<(i8, Rung)>; 2],
    /// The rungs at which both tracks have a stop of their own and one moves between them freely.
    pub ties: Vec<Rung>,
}

/// A level on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MapStop {
    /// The level, by its index.
    pub level: usize,
    /// The lane: 0 in the middle, −1 and 1 beside it, −2 and 2 further out.
    pub x: i8,
    /// The rung.
    pub y: Rung,
    /// The number of its track’s colour; none where both tracks share it.
    pub hue: Option<u8>,
}

/// The map of a ladder. None for one that is no map of this kind: it has two tracks, every height is
/// known, what both share is below what either has alone, both part at one rung, and from there each
/// track has one level at each rung up to its top.
pub fn layout(ladder: &Ladder) -> Option<MapLayout> {
    let tracks = sides(ladder)?;
    let fork = ladder.fork().unwrap_or(0);
    let free = ladder.free_up_to.unwrap_or(0);
    let stop = |level: &Level| {
        let y = level.rung?;
        let out = if y <= fork { 1 } else { 2 };
        Some(MapStop {
            level: level.index,
            x: match level.track() {
                None => 0,
                Some(track) if track == tracks[0] => -out,
                Some(_) => out,
            },
            y,
            hue: level.hue,
        })
    };
    let stops: Vec<MapStop> = ladder.levels.iter().map(stop).collect::<Option<_>>()?;
    let on = |side: i8| {
        let stops = stops.iter().filter(move |stop| stop.x.signum() == side);
        let mut points: Vec<(i8, Rung)> = stops.map(|stop| (stop.x, stop.y)).collect();
        points.sort_unstable_by_key(|(_, rung)| *rung);
        points
    };
    let (shared, own) = (on(0), [on(-1), on(1)]);
    // Shared levels from the lowest rung up, then each track's own, with no rung left out.
    let parting = shared.len() + 1;
    let follow = |points: &[(i8, Rung)], first: usize| {
        let rungs = points.iter().map(|(_, rung)| usize::from(*rung));
        !points.is_empty() && rungs.eq(first..first + points.len())
    };
    let fits = (shared.is_empty() || follow(&shared, 1))
        && own.iter().all(|points| follow(points, parting));
    let top = shared.last().copied();
    if !fits {
        return None;
    }
    let [left, right] = &own;
    let has = |points: &[(i8, Rung)], rung: Rung| points.iter().any(|(_, y)| *y == rung);
    let ties = (1..=free)
        .filter(|rung| has(left, *rung) && has(right, *rung))
        .collect();
    let line = |own: Vec<(i8, Rung)>| -> Vec<(i8, Rung)> { top.into_iter().chain(own).collect() };
    Some(MapLayout {
        tracks,
        ties,
        lines: own.map(line),
        stops,
    })
}

/// The two tracks of the ladder, the one of the first colour at the left.
fn sides(ladder: &Ladder) -> Option<[usize; 2]> {
    match ladder.tracks.as_slice() {
        [first, second] if second.hue < first.hue => Some([1, 0]),
        [_, _] => Some([0, 1]),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    /// A ladder of these levels, each with its height and tracks.
    fn ladder(levels: &[(&str, Option<u8>, &[&str])], quiz: Value) -> Ladder {
        let level = |(id, height, tracks): &(&str, Option<u8>, &[&str])| {
            let mut level = json!({ "id": id, "title": id, "tracks": tracks });
            if let Some(height) = height {
                level["height"] = json!(height);
            }
            level
        };
        let levels: Vec<Value> = levels.iter().map(level).collect();
        let first = levels[0]["id"].as_str().unwrap().to_owned();
        let mut file = json!({
            "schema": 2, "id": "a-ladder", "version": "1.0.0", "name": "A ladder", "lang": "en",
            "tracks": [
                { "id": "one", "name": "One", "short": "one" },
                { "id": "two", "name": "Two", "short": "two" },
            ],
            "levels": levels,
            "competencies": [{
                "id": "care", "name": "Care", "cells": { first: { "text": "Looks after it." } },
            }],
        });
        if levels.iter().any(|level| level["height"] == 2) {
            file["freeUpTo"] = json!(2);
        }
        if !quiz.is_null() {
            file["quiz"] = quiz;
        }
        Ladder::parse(&file.to_string()).unwrap()
    }

    const BOTH: &[&str] = &["one", "two"];

    fn forked(quiz: Value) -> Ladder {
        let levels: [(&str, Option<u8>, &[&str]); 5] = [
            ("a", Some(1), BOTH),
            ("b1", Some(2), &["one"]),
            ("b2", Some(2), &["two"]),
            ("c1", Some(3), &["one"]),
            ("c2", Some(3), &["two"]),
        ];
        ladder(&levels, quiz)
    }

    #[test]
    fn shared_levels_are_in_the_middle_and_lanes_part_above_the_fork() {
        let found = layout(&forked(Value::Null)).unwrap();
        let places: Vec<(usize, i8, Rung)> = found
            .stops
            .iter()
            .map(|stop| (stop.level, stop.x, stop.y))
            .collect();
        assert_eq!(
            places,
            [(0, 0, 1), (1, -1, 2), (2, 1, 2), (3, -2, 3), (4, 2, 3)]
        );
        assert_eq!(found.stops[0].hue, None);
        assert_eq!(found.lines[0], [(0, 1), (-1, 2), (-2, 3)]);
        assert_eq!(found.lines[1], [(0, 1), (1, 2), (2, 3)]);
        assert_eq!(found.ties, [2]);
    }

    #[test]
    fn the_deep_track_is_at_the_left_wherever_the_file_has_it() {
        let found = layout(&forked(json!({ "deep": "two", "broad": "one" }))).unwrap();
        assert_eq!(found.tracks, [1, 0]);
        let left = found.stops.iter().filter(|stop| stop.x < 0);
        assert!(left.into_iter().all(|stop| stop.hue == Some(1)));
        assert_eq!(found.stops[1].x, 1);
    }

    #[test]
    fn without_shared_levels_each_line_starts_at_its_own_first() {
        let levels: [(&str, Option<u8>, &[&str]); 3] = [
            ("a", Some(1), &["one"]),
            ("b", Some(2), &["one"]),
            ("c", Some(1), &["two"]),
        ];
        let found = layout(&ladder(&levels, Value::Null)).unwrap();
        assert_eq!(found.lines[0].len(), 2);
        assert_eq!(found.lines[1].len(), 1);
    }

    #[test]
    fn what_is_no_map_of_this_kind_has_none() {
        let unknown: [(&str, Option<u8>, &[&str]); 2] =
            [("a", Some(1), BOTH), ("b", None, &["one"])];
        let above: [(&str, Option<u8>, &[&str]); 3] = [
            ("a", Some(1), &["one"]),
            ("b", Some(1), &["two"]),
            ("c", Some(2), BOTH),
        ];
        // The second track begins higher: its labels would be beside the wrong stops.
        let later: [(&str, Option<u8>, &[&str]); 3] = [
            ("a", Some(1), &["one"]),
            ("b", Some(2), &["one"]),
            ("c", Some(2), &["two"]),
        ];
        for levels in [&unknown[..], &above[..], &later[..]] {
            assert_eq!(layout(&ladder(levels, Value::Null)), None);
        }
    }
}
