//! Promises that hold for any ladder: what follows from its heights and tracks, comparing, carrying
//! over, the excerpt, and cells that stand for others. Knows no page.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::float_cmp,
    reason = "a test that cannot go on should stop and say where; these numbers are exact"
)]

#[path = "fixtures/any_ladders.rs"]
mod any_ladders;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use any_ladders::Builder;
use ladder_explorer::ladder::{
    Absence, Cell, ComparedLine, Comparison, Direction, Excerpt, Expectation, Ladder, Lean, Level,
    Relation, carry_over, compare, divergences, divergences_by_weight, layout, let_go, take_on,
};
use serde_json::{Value, json};

/// The ladders of the fixture, the two that ship, and some made at random.
static LADDERS: LazyLock<Vec<(String, Ladder)>> = LazyLock::new(|| {
    let shipped = [
        include_str!("../ladders/technical-leadership.json"),
        include_str!("../ladders/small-company.json"),
    ];
    let made = any_ladders::all().into_iter();
    let made = made.map(|(name, text)| (name.to_owned(), text));
    let random = (0..60).map(|seed| (format!("random-{seed}"), at_random(seed)));
    let all = made.chain(random);
    all.chain(shipped.map(|text| ("shipped".to_owned(), text.to_owned())))
        .map(|(name, text)| {
            let ladder = parsed(&name, &text);
            (name, ladder)
        })
        .collect()
});

fn parsed(name: &str, text: &str) -> Ladder {
    Ladder::parse(text).unwrap_or_else(|faults| {
        let told: Vec<String> = faults.iter().map(ToString::to_string).collect();
        panic!("{name}: {told:#?}")
    })
}

fn named(name: &str) -> &'static Ladder {
    let found = LADDERS.iter().find(|(other, _)| other == name);
    &found.unwrap_or_else(|| panic!("{name}")).1
}

/// Every two levels of every ladder.
fn pairs() -> impl Iterator<
    Item = (
        &'static str,
        &'static Ladder,
        &'static Level,
        &'static Level,
    ),
> {
    LADDERS.iter().flat_map(|(name, ladder)| {
        let levels = &ladder.levels;
        let each = levels
            .iter()
            .flat_map(|from| levels.iter().map(move |to| (from, to)));
        each.map(move |(from, to)| (name.as_str(), ladder, from, to))
    })
}

/// The comparisons of every two levels of each ladder, in the order of [`LADDERS`]: made once.
static COMPARED: LazyLock<Vec<Vec<Comparison<'static>>>> = LazyLock::new(|| {
    let all = |ladder: &'static Ladder| {
        let levels = &ladder.levels;
        let each = levels
            .iter()
            .flat_map(|from| levels.iter().map(move |to| (from, to)));
        each.map(|(from, to)| compare(ladder, from, to)).collect()
    };
    LADDERS.iter().map(|(_, ladder)| all(ladder)).collect()
});

/// Each comparison with the one from its other end.
fn both_ways() -> impl Iterator<
    Item = (
        &'static str,
        &'static Ladder,
        &'static Comparison<'static>,
        &'static Comparison<'static>,
    ),
> {
    LADDERS
        .iter()
        .zip(COMPARED.iter())
        .flat_map(|((name, ladder), all)| {
            all.iter().map(move |forth| {
                let back = forth.to.index * ladder.levels.len() + forth.from.index;
                (name.as_str(), ladder, forth, &all[back])
            })
        })
}

fn ids(levels: &[&Level]) -> Vec<String> {
    levels.iter().map(|level| level.id.clone()).collect()
}

/// Ids with a space between two.
fn told(levels: &[&Level]) -> String {
    ids(levels).join(" ")
}

/// A small ladder of tracks that share levels as it happens, some of them of unknown height.
fn at_random(seed: u64) -> String {
    const TRACKS: [&str; 4] = ["north", "east", "south", "west"];
    let mut state = seed.wrapping_mul(2_862_933_555_777_941_757) + 3_037_000_493;
    let mut below = move |most: u64| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % most
    };
    let count = 1 + below(4) as usize;
    let tracks = &TRACKS[..count];
    let mut builder = Builder::new("at-random").tracks(tracks);
    let mut made: Vec<String> = Vec::new();
    let mut height = 0;
    for at in 0..1 + below(9) {
        height += below(3) as u32;
        let mut of: Vec<&str> = tracks.iter().copied().filter(|_| below(2) == 0).collect();
        if of.is_empty() {
            of.push(tracks[below(count as u64) as usize]);
        }
        let id = format!("v{at}");
        builder = builder.level(&id, &of, (below(6) > 0).then_some(height));
        made.push(id);
    }
    for track in tracks {
        if below(3) == 0 {
            let from = &made[below(made.len() as u64) as usize];
            builder = builder.from(track, &[from.as_str()]);
        }
    }
    builder = builder.set("adds", json!(below(2) == 0)).items(2);
    builder = builder.item("own", &[tracks[0]]);
    if below(2) == 0 {
        builder = builder.weighed();
    }
    if count > 1 && below(2) == 0 {
        builder = builder.set("quiz", json!({ "deep": tracks[1], "broad": tracks[0] }));
    }
    builder = builder.filled();
    let taken_out = made[below(made.len() as u64) as usize].clone();
    let builder = builder.change(|file| {
        let cells = file["competencies"][0]["cells"].as_object_mut().unwrap();
        cells.remove(&taken_out);
        let other = cells.keys().next().cloned();
        if let Some(other) = other.filter(|_| cells.len() > 1) {
            let last = cells.keys().next_back().unwrap().clone();
            cells[&last] = json!({ "as": other });
        }
    });
    builder.json()
}

// Reading ----------------------------------------------------------------------------------------

#[test]
fn every_ladder_is_read_and_satisfies_the_schema() {
    let schema: Value =
        serde_json::from_str(include_str!("../ladders/ladder.schema.json")).unwrap();
    let schema = jsonschema::draft202012::new(&schema).unwrap();
    let made = any_ladders::all();
    let names: BTreeSet<&str> = made.iter().map(|(name, _)| *name).collect();
    assert_eq!(names.len(), made.len());
    for (name, text) in &made {
        let file: Value = serde_json::from_str(text).unwrap();
        let errors = schema.iter_errors(&file);
        let errors: Vec<String> = errors
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{name}: {errors:#?}");
        assert_eq!(parsed(name, text).id, *name);
    }
}

#[test]
fn each_level_is_found_by_its_id_and_by_a_code_that_no_other_has() {
    for (name, ladder) in LADDERS.iter() {
        for (at, level) in ladder.levels.iter().enumerate() {
            assert_eq!(level.index, at, "{name}");
            assert_eq!(ladder.level(&level.id), Some(level), "{name}");
            assert_eq!(
                ladder.level(&level.id.to_uppercase()),
                Some(level),
                "{name}"
            );
            let Some(code) = &level.code else { continue };
            let is_meant = |other: &&Level| {
                let by_code = other.code.as_ref().is_some_and(|one| one == code);
                by_code || other.id == code.to_lowercase()
            };
            let alone = ladder.levels.iter().filter(is_meant).count() == 1;
            assert!(
                !alone || ladder.level(code) == Some(level),
                "{name}: {code}"
            );
        }
        for none in ["", "no-such", " ", "t99"] {
            assert_eq!(ladder.level(none), None, "{name}: {none}");
        }
    }
}

#[test]
fn of_levels_with_one_code_the_first_is_meant_and_an_id_comes_before_a_code() {
    let ladder = named("same-codes");
    let found = |name: &str| ladder.level(name).map(|level| level.id.as_str());
    assert_eq!(found("1"), Some("m1"));
    assert_eq!(found("3"), Some("m3"));
    assert_eq!(found("M1"), Some("m1"));
    assert_eq!(found("l3"), Some("l3"));
    let names: BTreeSet<String> = ladder.levels.iter().map(Level::name).collect();
    assert_eq!(names.len(), 5);
}

#[test]
fn a_level_without_a_code_goes_by_its_title() {
    for level in &named("no-codes").levels {
        assert_eq!(
            (level.label(), level.name()),
            (&*level.title, level.title.clone())
        );
    }
    let coded = &named("one-level").levels[0];
    assert_eq!(coded.label(), "ALL");
    assert_eq!(coded.name(), format!("ALL {}", coded.title));
}

#[test]
fn texts_of_any_language_are_kept_as_they_are_written() {
    for (name, lang, dir, word) in [
        ("korean", "ko", Direction::Ltr, "검토하고"),
        ("hebrew", "he", Direction::Rtl, "הצוות"),
        (
            "german",
            "de-CH",
            Direction::Ltr,
            "Rechtsschutzversicherungsgesellschaften",
        ),
    ] {
        let ladder = named(name);
        assert_eq!((ladder.lang.as_str(), ladder.dir), (lang, dir));
        let said = ladder.competencies.iter().flat_map(|item| &item.cells);
        let with = said.filter(|cell| match cell {
            Cell::Expects(cell) => cell.statements().any(|text| text.contains(word)),
            Cell::Absent(_) => false,
        });
        assert!(with.count() > 2, "{name}");
        // Letters of any kind are words: no two texts are alike because none is understood.
        let [first, .., last] = ladder.levels.as_slice() else {
            panic!("{name}");
        };
        let comparison = compare(ladder, first, last);
        assert!(comparison.rows.iter().any(|row| row.amount > 0.0), "{name}");
        assert!(comparison.rows.iter().any(|row| row.amount < 1.0), "{name}");
    }
}

#[test]
fn a_title_scheme_that_names_only_some_levels_is_used_for_those() {
    let ladder = named("lists");
    let titles = |id: &str| ladder.titles(ladder.level(id).unwrap());
    let pair = |scheme: &str, title: &str| (scheme.to_owned(), title.to_owned());
    assert_eq!(
        titles("m2"),
        [pair("ours", "Maker"), pair("theirs", "Senior Maker")]
    );
    for level in ["a1", "l2"] {
        let own = ladder.level(level).unwrap().title.clone();
        assert_eq!(titles(level), [pair("", &own)]);
    }
    let groups: Vec<(&str, usize)> = ladder
        .groups
        .iter()
        .map(|group| (group.name.as_str(), group.depth))
        .collect();
    assert_eq!(groups, [("Craft", 0), ("Craft › Code", 1), ("People", 0)]);
}

// What follows from heights and tracks -----------------------------------------------------------

/// Columns: the ladder | its highest rung | split | fork | pair | levels below every split | whether
/// it is a map | whether the quiz speaks of it. `-` stands for none.
const FACTS: &str = "
one-track | 5 | - | - | - | - | no | no
one-level | 1 | - | - | - | - | no | no
three-tracks | 6 | 3 | 3 | maker lead | a1 a2 | no | no
four-tracks | 7 | 2 | 3 | core data | c10 | no | no
rejoin | 5 | 3 | 3 | deep broad | a1 a2 | no | no
no-heights | 0 | - | - | - | - | no | no
some-heights | 3 | 2 | 2 | deep broad | a1 | no | no
same-height | 4 | - | - | - | - | no | no
steps-over | 5 | 3 | 3 | maker manager | - | no | no
own-competencies | 4 | 3 | 3 | maker manager | e1 e2 | map | no
named-steps | 3 | 3 | 3 | maker lead | a1 a2 | map | no
steps-alone | 3 | - | - | - | - | no | no
bare | 1 | 1 | 1 | maker lead | - | map | no
same-codes | 3 | 2 | 2 | maker lead | - | no | no
no-codes | 2 | 2 | 2 | maker lead | junior1 | map | no
korean | 4 | 3 | 3 | maker manager | e1 e2 | map | no
hebrew | 4 | 3 | 3 | maker manager | e1 e2 | map | no
german | 4 | 3 | 3 | maker manager | e1 e2 | map | no
repeated | 4 | 3 | 3 | maker lead | a1 a2 | map | no
nothing-there | 3 | 3 | 3 | maker lead | a1 a2 | map | no
lists | 2 | 2 | 2 | maker lead | a1 | map | no
two-sides | 5 | 3 | 3 | maker lead | a1 a2 | no | quiz
sides-no-heights | 0 | - | - | - | - | no | no
large | 12 | 5 | 5 | maker lead | a1 a2 a3 a4 | map | no
";

#[test]
fn the_facts_of_each_ladder_are_derived() {
    let or_none = |text: String| {
        if text.is_empty() {
            "-".to_owned()
        } else {
            text
        }
    };
    let number = |rung: Option<u8>| rung.map_or_else(String::new, |rung| rung.to_string());
    let rows = any_ladders::all().into_iter().map(|(name, _)| {
        let ladder = named(name);
        let trunk: Vec<&Level> = ladder
            .levels
            .iter()
            .filter(|one| ladder.is_trunk(one))
            .collect();
        let pair = ladder
            .pair()
            .map(|pair| pair.map(|track| ladder.tracks[track].id.clone()));
        let row = [
            name.to_owned(),
            ladder.top().to_string(),
            number(ladder.split()),
            number(ladder.fork()),
            pair.map_or_else(String::new, |pair| pair.join(" ")),
            told(&trunk),
            if layout(ladder).is_some() {
                "map"
            } else {
                "no"
            }
            .to_owned(),
            if Excerpt::of(ladder).is_some() {
                "quiz"
            } else {
                "no"
            }
            .to_owned(),
        ];
        row.map(or_none).join(" | ")
    });
    let rows: Vec<String> = rows.collect();
    let expected: Vec<&str> = FACTS.trim().lines().collect();
    assert_eq!(rows, expected);
}

#[test]
fn rungs_count_the_heights_from_one_and_leave_none_out() {
    for (name, ladder) in LADDERS.iter() {
        let known: BTreeSet<u8> = ladder.levels.iter().filter_map(|one| one.rung).collect();
        assert!(known.iter().copied().eq(ladder.rungs()), "{name}");
        for rung in ladder.rungs() {
            let at = ladder.at(rung);
            assert!(!at.is_empty(), "{name}");
            let of = |level: &&Level| level.tracks.first().copied();
            assert!(at.is_sorted_by_key(of), "{name}");
            for track in 0..ladder.tracks.len() {
                let on = ladder.on(track, rung);
                let there = at.iter().any(|level| level.tracks.contains(&track));
                assert_eq!(on.is_some(), there, "{name}");
            }
        }
        assert!(ladder.at(ladder.top() + 1).is_empty() && ladder.at(0).is_empty());
    }
}

#[test]
fn twins_are_as_high_on_other_tracks_and_each_is_the_others_twin() {
    for (name, ladder, a, b) in pairs() {
        let is_twin = ladder.twins(a).contains(&b);
        let apart = a.tracks.iter().all(|track| !b.tracks.contains(track));
        assert_eq!(
            is_twin,
            apart && a.rung.is_some() && a.rung == b.rung,
            "{name}"
        );
        assert_eq!(is_twin, ladder.twins(b).contains(&a), "{name}");
    }
}

#[test]
fn a_step_up_is_a_step_down_seen_from_below_and_no_way_leads_in_a_circle() {
    for (name, ladder, level, other) in pairs() {
        let is_below = ladder.below(level).contains(&other);
        assert_eq!(is_below, ladder.above(other).contains(&level), "{name}");
        if is_below {
            assert!(level.rung.is_some() && other.rung < level.rung, "{name}");
            // Nothing of one's own track lies between, or it is a level to step over from.
            let shares = |one: &Level| one.tracks.iter().any(|track| level.tracks.contains(track));
            let over = level
                .tracks
                .iter()
                .any(|track| ladder.tracks[*track].from.contains(&other.index));
            assert!(shares(other) || over, "{name}");
        }
        let path = ladder.path(level);
        assert_eq!(path.first(), Some(&level), "{name}");
        assert!(
            path.is_sorted_by(|high, low| high.rung >= low.rung),
            "{name}"
        );
        let unlike: BTreeSet<&str> = path.iter().map(|one| one.id.as_str()).collect();
        assert_eq!(unlike.len(), path.len(), "{name}");
        assert!(!is_below || path.contains(&other), "{name}");
        assert!(level == other || !(path.contains(&other) && ladder.path(other).contains(&level)));
    }
}

#[test]
fn paths_follow_the_tracks_through_splits_and_rejoins() {
    let around = |name: &str, id: &str| {
        let ladder = named(name);
        let level = ladder.level(id).unwrap_or_else(|| panic!("{id}"));
        let [below, above] = [ladder.below(level), ladder.above(level)];
        [told(&below), told(&above), told(&ladder.path(level))]
    };
    for (name, level, below, above, path) in [
        ("three-tracks", "a2", "a1", "k3 s3", "a2 a1"),
        ("three-tracks", "s4", "s3", "l5 m5", "s4 s3 a2 a1"),
        ("three-tracks", "m6", "m5", "", "m6 m5 s4 s3 a2 a1"),
        ("three-tracks", "k4", "k3", "k5", "k4 k3 a2 a1"),
        ("four-tracks", "d60", "d45", "", "d60 d45 d30 c20 c10"),
        ("four-tracks", "g20", "", "g30", "g20"),
        ("four-tracks", "s45", "", "s50", "s45"),
        ("rejoin", "d4", "d3", "z5", "d4 d3 a2 a1"),
        ("rejoin", "z5", "d4 b4", "", "z5 d4 b4 d3 b3 a2 a1"),
        ("some-heights", "d3", "d2", "", "d3 d2 a1"),
        ("some-heights", "fellow", "", "", "fellow"),
        (
            "same-height",
            "m3",
            "m2 m2-terminal",
            "",
            "m3 m2 m2-terminal a1",
        ),
        ("same-height", "l4", "a1", "", "l4 a1"),
        ("steps-over", "m3", "e2", "m4", "m3 e2 e1"),
        ("steps-over", "e3", "e2", "e4 d4", "e3 e2 e1"),
        ("steps-over", "d5", "d4", "", "d5 d4 e3 e2 e1 f"),
        ("steps-over", "f", "", "d4", "f"),
    ] {
        assert_eq!(around(name, level), [below, above, path], "{name}: {level}");
    }
}

#[test]
fn two_levels_stand_to_each_other_as_their_paths_do() {
    let between = |name: &str, from: &str, to: &str| {
        let ladder = named(name);
        ladder.relation(ladder.level(from).unwrap(), ladder.level(to).unwrap())
    };
    for (name, from, to, expected) in [
        ("one-track", "e1", "e5", Relation::Up { rungs: 4 }),
        ("three-tracks", "s3", "m6", Relation::Up { rungs: 3 }),
        ("three-tracks", "k3", "s4", Relation::AcrossUp { rungs: 1 }),
        (
            "three-tracks",
            "l6",
            "m5",
            Relation::AcrossDown { rungs: 1 },
        ),
        ("four-tracks", "c20", "k45", Relation::Up { rungs: 2 }),
        ("four-tracks", "g20", "k45", Relation::AcrossUp { rungs: 2 }),
        ("four-tracks", "g30", "d30", Relation::Across),
        ("rejoin", "d3", "z5", Relation::Up { rungs: 2 }),
        ("rejoin", "z5", "b4", Relation::Down { rungs: 1 }),
        ("rejoin", "d4", "b4", Relation::Across),
        ("some-heights", "a1", "fellow", Relation::Unranked),
        ("some-heights", "expert", "expert", Relation::Same),
        ("same-height", "m2", "m3", Relation::Up { rungs: 1 }),
        (
            "same-height",
            "m2-terminal",
            "m3",
            Relation::Up { rungs: 1 },
        ),
        ("same-height", "m2", "m2-terminal", Relation::Across),
        ("steps-over", "e2", "m4", Relation::Up { rungs: 2 }),
        ("steps-over", "e3", "m3", Relation::Across),
        ("steps-over", "m4", "d4", Relation::Across),
        ("steps-over", "m4", "d5", Relation::AcrossUp { rungs: 1 }),
        ("steps-over", "f", "d4", Relation::Unranked),
    ] {
        assert_eq!(between(name, from, to), expected, "{name}: {from} {to}");
    }
}

#[test]
fn a_relation_is_reversed_from_the_other_end_and_says_how_many_rungs() {
    for (name, ladder, from, to) in pairs() {
        let relation = ladder.relation(from, to);
        let place = format!("{name}: {} {}", from.id, to.id);
        assert_eq!(ladder.relation(to, from), relation.reversed(), "{place}");
        assert_eq!(relation.reversed().reversed(), relation);
        assert_eq!(relation == Relation::Same, from == to, "{place}");
        let unknown = from != to && (from.rung.is_none() || to.rung.is_none());
        assert_eq!(relation == Relation::Unranked, unknown, "{place}");
        if let (Some(here), Some(there)) = (from.rung, to.rung) {
            let (up, distance) = (there > here, there.abs_diff(here));
            match relation {
                Relation::Up { rungs } | Relation::AcrossUp { rungs } => {
                    assert_eq!((true, distance), (up, rungs), "{place}");
                }
                Relation::Down { rungs } | Relation::AcrossDown { rungs } => {
                    assert_eq!((false, distance), (up, rungs), "{place}");
                }
                _ => assert_eq!(distance, 0, "{place}"),
            }
            // One goes up where steps up lead there.
            let mut reached = vec![from];
            let mut at = 0;
            while let Some(level) = reached.get(at) {
                let more = ladder.above(level).into_iter();
                let more: Vec<&Level> = more.filter(|one| !reached.contains(one)).collect();
                reached.extend(more);
                at += 1;
            }
            let leads = from != to && reached.contains(&to);
            assert_eq!(matches!(relation, Relation::Up { .. }), leads, "{place}");
        }
    }
}

#[test]
fn tracks_that_one_steps_over_to_from_each_other_make_no_circle() {
    let file = Builder::new("circle")
        .tracks(&["x", "y"])
        .level("x1", &["x"], Some(1))
        .level("y1", &["y"], Some(1))
        .from("x", &["y1", "x1"])
        .from("y", &["x1"])
        .items(1)
        .filled();
    let ladder = parsed("circle", &file.json());
    let [x, y] = ladder.levels.as_slice() else {
        panic!("two levels");
    };
    assert!(ladder.below(x).is_empty() && ladder.above(x).is_empty());
    assert_eq!(ladder.relation(x, y), Relation::Across);
}

#[test]
fn a_competency_leans_to_the_track_that_counts_it_two_more_than_any_other() {
    for (name, ladder) in LADDERS.iter() {
        assert_eq!(
            ladder.has_weights(),
            ladder
                .competencies
                .iter()
                .any(|one| one.weights.iter().any(Option::is_some)),
        );
        for item in &ladder.competencies {
            let weights: Vec<(usize, u8)> = (0..ladder.tracks.len())
                .filter_map(|track| Some((track, item.weight(track)?)))
                .collect();
            let stands_out = weights.iter().find(|(track, weight)| {
                let others = weights.iter().filter(|(other, _)| other != track);
                others.into_iter().all(|(_, other)| *weight >= other + 2)
            });
            let expected = match (weights.len(), stands_out) {
                (0 | 1, _) => None,
                (_, Some((track, _))) => Some(Lean::Towards(*track)),
                (_, None) => Some(Lean::Even),
            };
            assert_eq!(ladder.lean(item), expected, "{name}: {}", item.id);
        }
    }
    let alone = named("own-competencies");
    assert_eq!(alone.lean(alone.competency("code").unwrap()), None);
    assert!(!named("bare").has_weights());
}

#[test]
fn a_level_says_why_it_says_nothing() {
    let ladder = named("nothing-there");
    let why =
        |item: usize, level: &str| ladder.competencies[item].absence(ladder.level(level).unwrap());
    assert_eq!(why(0, "a1"), Some(Absence::NotExpected));
    assert_eq!(why(0, "m3"), Some(Absence::NotWritten));
    assert_eq!(why(0, "a2"), None);
    assert_eq!(why(1, "l3"), Some(Absence::NotWritten));
    assert_eq!(why(2, "a1"), Some(Absence::NotWritten));
    let ladder = named("own-competencies");
    let people = ladder.competency("people").unwrap();
    let level = |id: &str| ladder.level(id).unwrap();
    assert_eq!(people.absence(level("k3")), Some(Absence::OtherTrack));
    // What tracks share, they share with those that the competency belongs to.
    assert_eq!(people.absence(level("e1")), None);
    for (name, ladder, level, _) in pairs() {
        for item in &ladder.competencies {
            assert_eq!(
                item.at(level).is_some(),
                item.absence(level).is_none(),
                "{name}"
            );
        }
    }
}

#[test]
fn a_step_of_a_scale_is_said_as_it_is_written_once() {
    let ladder = named("named-steps");
    let item = &ladder.competencies[0];
    let at = |id: &str| item.at(ladder.level(id).unwrap()).unwrap();
    assert_eq!(at("a1").step, Some((0, "Learns it".to_owned())));
    assert_eq!(at("l3").step, Some((3, "Sets how it is done".to_owned())));
    assert_eq!(at("l3").gist.as_deref(), Some("Sets it for two teams"));
    assert!(!at("a1").items.is_empty() && !at("l3").items.is_empty());
    let level = |id: &str| ladder.level(id).unwrap();
    let row = |from: &str, to: &str| {
        let comparison = compare(ladder, level(from), level(to));
        comparison.rows[0].steps
    };
    assert_eq!(
        (row("a1", "l3"), row("l3", "a1"), row("a1", "a1")),
        (Some(3), Some(-3), Some(0))
    );
}

#[test]
fn steps_with_nothing_but_a_name_differ_as_their_names_do() {
    let ladder = named("steps-alone");
    let level = |id: &str| ladder.level(id).unwrap();
    let comparison = compare(ladder, level("e1"), level("e3"));
    assert_eq!(comparison.rows.len(), 2);
    for row in &comparison.rows {
        assert_eq!(
            (row.from_gist, row.to_gist),
            ("Learns it", "Sets how it is done")
        );
        assert!(row.amount > 0.0, "{}", row.amount);
        assert_eq!((row.steps, row.counts().same), (Some(3), 0));
    }
}

// Comparing --------------------------------------------------------------------------------------

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// All that a cell says, in the order in which a comparison has it.
fn said(cell: Option<&Expectation>) -> String {
    let Some(cell) = cell else {
        return String::new();
    };
    let all: Vec<&str> = cell.statements().collect();
    match all.is_empty() {
        true => squeezed(cell.headline()),
        false => squeezed(&all.join(" ")),
    }
}

fn sorted_words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
    words.sort_unstable();
    words
}

#[test]
fn no_clause_is_lost_or_told_twice_between_any_two_levels() {
    for (name, ladder, comparison, _) in both_ways() {
        let (from, to) = (comparison.from, comparison.to);
        let expected = ladder.competencies.iter();
        let expected = expected.filter(|one| one.at(from).is_some() || one.at(to).is_some());
        let rows = comparison.rows.iter().map(|row| &row.competency.id);
        assert!(rows.eq(expected.map(|one| &one.id)), "{name}");
        for row in &comparison.rows {
            let pick = |of: fn(&ComparedLine<'static>) -> Option<&'static str>| {
                let texts: Vec<&str> = row.lines.iter().filter_map(of).collect();
                squeezed(&texts.join(" "))
            };
            let arrives = pick(|line| match line {
                ComparedLine::Same { to, .. } | ComparedLine::New(to) => Some(to.text),
                ComparedLine::Gone(_) => None,
            });
            let leaves = pick(|line| match line {
                ComparedLine::Same { from, .. } | ComparedLine::Gone(from) => Some(from.text),
                ComparedLine::New(_) => None,
            });
            let item = row.competency;
            assert_eq!(
                arrives,
                said(item.at(to)),
                "{name}: the destination's, in its order"
            );
            let origin = said(item.at(from));
            assert_eq!(sorted_words(&leaves), sorted_words(&origin), "{name}");
        }
    }
}

#[test]
fn amounts_run_from_zero_to_one_and_both_ends_agree() {
    for (name, _, forth, back) in both_ways() {
        let (from, to) = (forth.from, forth.to);
        assert_eq!((back.from, back.to), (to, from));
        assert_eq!(back.relation, forth.relation.reversed());
        for (here, there) in forth.rows.iter().zip(&back.rows) {
            assert!(
                (0.0..=1.0).contains(&here.amount),
                "{name}: {}",
                here.amount
            );
            assert_eq!(here.amount, there.amount, "{name}");
            let (one, other) = (here.counts(), there.counts());
            assert_eq!((one.new, one.same), (other.gone, other.same), "{name}");
            assert_eq!(here.from_gist, there.to_gist);
            assert_eq!(here.size, there.size);
            assert_eq!(here.steps, there.steps.map(|steps| -steps), "{name}");
            let same_words = said(here.competency.at(from)) == said(here.competency.at(to));
            assert!(!same_words || here.amount == 0.0, "{name}");
        }
        let sorted = forth.by_size();
        let is_in_order = sorted.is_sorted_by(|a, b| (a.size, a.amount) >= (b.size, b.amount));
        assert!(is_in_order, "{name}");
        assert_eq!(sorted.len(), forth.rows.len());
    }
}

#[test]
fn what_one_way_takes_on_the_other_lets_go_and_levels_that_add_keep_what_lies_below() {
    let clauses = |shifts: Vec<ladder_explorer::ladder::Shift<'_>>| -> Vec<String> {
        let each = shifts.iter().map(|one| {
            format!(
                "{} {} {:?} {} {}",
                one.competency.id, one.text, one.clauses, one.weight, one.amount
            )
        });
        each.collect()
    };
    for (name, ladder, forth, back) in both_ways() {
        let (from, to) = (forth.from, forth.to);
        let (on, off) = (take_on(ladder, forth), let_go(ladder, forth));
        let place = format!("{name}: {} {}", from.id, to.id);
        let size = |one: &ladder_explorer::ladder::Shift<'_>| f64::from(one.weight) * one.amount;
        assert!(on.is_sorted_by(|a, b| size(a) >= size(b)), "{place}");
        let counts = forth.counts();
        let (taken, left): (usize, usize) = (
            on.iter().map(|one| one.clauses.len()).sum(),
            off.iter().map(|one| one.clauses.len()).sum(),
        );
        let up = from == to || (ladder.adds && matches!(forth.relation, Relation::Up { .. }));
        let down = from == to || (ladder.adds && matches!(forth.relation, Relation::Down { .. }));
        assert_eq!(taken, if down { 0 } else { counts.new }, "{place}");
        assert_eq!(left, if up { 0 } else { counts.gone }, "{place}");
        assert_eq!(clauses(on), clauses(let_go(ladder, back)), "{place}");
    }
}

#[test]
fn tracks_part_by_what_their_comparisons_say() {
    for (name, ladder) in LADDERS.iter() {
        let count = ladder.tracks.len();
        let tracks = (0..count).flat_map(|a| (0..count).map(move |b| [a, b]));
        for pair in tracks {
            let apart = ladder.apart(pair);
            for (rung, [a, b]) in &apart {
                assert_eq!((a.rung, b.rung), (Some(*rung), Some(*rung)), "{name}");
                assert!(ladder.twins(a).contains(b), "{name}");
            }
            let (words, weights) = (
                divergences(ladder, pair),
                divergences_by_weight(ladder, pair),
            );
            assert_eq!(words.len(), weights.len());
            assert!(words.is_sorted_by(|a, b| a.mean >= b.mean), "{name}");
            assert!(
                weights.is_sorted_by(|a, b| a.weight_gap() >= b.weight_gap()),
                "{name}"
            );
            for one in &words {
                assert!((0.0..=1.0).contains(&one.mean), "{name}");
                for (rung, distance) in &one.by_rung {
                    let (_, [a, b]) = apart.iter().find(|(other, _)| other == rung).unwrap();
                    let rows = compare(ladder, a, b).rows;
                    let row = rows
                        .iter()
                        .find(|row| row.competency.id == one.competency.id);
                    assert_eq!(row.unwrap().amount, *distance, "{name}");
                }
            }
        }
    }
}

// Carrying over ----------------------------------------------------------------------------------

#[test]
fn what_carries_over_runs_from_zero_to_one_and_no_competency_is_lost() {
    for (name, ladder, from, to) in pairs() {
        let carry = carry_over(ladder, from, to);
        let place = format!("{name}: {} {}", from.id, to.id);
        assert_eq!(carry.weighted, ladder.has_weights(), "{place}");
        assert!(carry.gaps.len() <= 4, "{place}");
        assert!(carry.gaps.is_sorted_by(|a, b| a.need >= b.need), "{place}");
        assert!(
            carry.counts.is_sorted_by(|a, b| a.held >= b.held),
            "{place}"
        );
        let all = || carry.gaps.iter().chain(&carry.counts);
        for one in all() {
            assert!((0.0..=1.0).contains(&one.held), "{place}: {}", one.held);
            assert!((0.0..=1.0).contains(&one.need), "{place}: {}", one.need);
            assert!(one.evidence.len() <= 2, "{place}");
            let unlike: BTreeSet<&&str> = one.evidence.iter().collect();
            assert_eq!(unlike.len(), one.evidence.len(), "{place}");
            assert_eq!(
                one.gist,
                one.competency.at(to).unwrap().headline(),
                "{place}"
            );
        }
        let found: BTreeSet<&str> = all().map(|one| one.competency.id.as_str()).collect();
        let asked = ladder
            .competencies
            .iter()
            .filter(|one| one.at(to).is_some());
        assert_eq!(found, asked.map(|one| one.id.as_str()).collect(), "{place}");
        assert_eq!(all().count(), found.len(), "{place}");
        let down = ladder.adds && matches!(ladder.relation(from, to), Relation::Down { .. });
        if from == to || down {
            assert!(carry.gaps.is_empty(), "{place}");
            assert!(
                all().all(|one| one.held == 1.0 && one.need == 0.0),
                "{place}"
            );
        }
    }
}

#[test]
fn on_a_ladder_without_weights_every_competency_counts_in_full() {
    let ladder = named("three-tracks");
    let plain = any_ladders::all();
    let (_, text) = plain
        .iter()
        .find(|(name, _)| *name == "three-tracks")
        .unwrap();
    let mut file: Value = serde_json::from_str(text).unwrap();
    for item in file["competencies"].as_array_mut().unwrap() {
        item.as_object_mut().unwrap().remove("weight");
    }
    let bare = parsed("three-tracks without weights", &file.to_string());
    for (from, to) in [("k4", "l5"), ("a1", "m6"), ("s4", "k6")] {
        let level = |ladder: &'static Ladder, id: &str| ladder.level(id).unwrap();
        let weighed = carry_over(ladder, level(ladder, from), level(ladder, to));
        let plain = carry_over(&bare, bare.level(from).unwrap(), bare.level(to).unwrap());
        assert!(weighed.weighted && !plain.weighted);
        for one in plain.gaps.iter().chain(&plain.counts) {
            assert_eq!(one.need, 1.0 - one.held);
            let other = weighed.gaps.iter().chain(&weighed.counts);
            let other = other
                .into_iter()
                .find(|other| other.competency.id == one.competency.id);
            assert_eq!(other.unwrap().held, one.held);
            assert!(other.unwrap().need <= one.need);
        }
    }
}

// The excerpt and the map ------------------------------------------------------------------------

#[test]
fn there_is_an_excerpt_exactly_where_the_quiz_speaks_of_tracks_whose_heights_are_known() {
    for (name, ladder) in LADDERS.iter() {
        let sides = ladder.sides.into_iter().flatten();
        let known = sides.filter(|track| {
            let mut levels = ladder.levels.iter();
            levels.any(|level| level.rung.is_some() && level.tracks.contains(track))
        });
        let excerpt = Excerpt::of(ladder);
        assert_eq!(excerpt.is_some(), known.count() > 0, "{name}");
        let Some(excerpt) = excerpt else { continue };
        assert_eq!(excerpt.ladder, ladder.id);
        let [deep, broad] = ladder.sides.unwrap();
        assert_eq!(
            (ladder.tracks[deep].hue, ladder.tracks[broad].hue),
            (1, 2),
            "{name}"
        );
        for line in &excerpt.rungs {
            for (side, found) in [deep, broad].into_iter().zip(&line.levels) {
                let level = ladder.on(side, line.rung);
                assert_eq!(
                    found.as_ref().map(|one| &one.id),
                    level.map(|one| &one.id),
                    "{name}"
                );
            }
            assert!(line.levels.iter().any(Option::is_some), "{name}");
        }
        let apart = ladder.apart([deep, broad]);
        for item in &excerpt.competencies {
            let known = ladder.competency(&item.id).unwrap();
            for level in apart.iter().flat_map(|(_, levels)| *levels) {
                let headline = known.at(level).map(Expectation::headline);
                assert_eq!(
                    item.gists.get(&level.id).map(String::as_str),
                    headline,
                    "{name}"
                );
            }
        }
        let sent = serde_json::to_string(&excerpt).unwrap();
        let read: Excerpt = serde_json::from_str(&sent).unwrap();
        assert_eq!(serde_json::to_string(&read).unwrap(), sent, "{name}");
    }
}

#[test]
fn a_third_tracks_heights_make_no_excerpt() {
    let file = Builder::new("third")
        .tracks(&["deep", "broad", "third"])
        .level("d", &["deep"], None)
        .level("b", &["broad"], None)
        .level("t", &["third"], Some(1))
        .set("quiz", json!({ "deep": "deep", "broad": "broad" }))
        .items(1)
        .filled();
    assert!(Excerpt::of(&parsed("third", &file.json())).is_none());
}

#[test]
fn a_map_has_one_stop_for_each_level_at_its_rung_and_none_upon_another() {
    for (name, ladder) in LADDERS.iter() {
        let Some(map) = layout(ladder) else { continue };
        assert_eq!(ladder.tracks.len(), 2, "{name}");
        let mut places = BTreeSet::new();
        for (level, stop) in ladder.levels.iter().zip(&map.stops) {
            assert_eq!(
                (stop.level, Some(stop.y)),
                (level.index, level.rung),
                "{name}"
            );
            assert_eq!(stop.x == 0, level.is_shared(), "{name}");
            assert!(places.insert((stop.x, stop.y)), "{name}: {}", level.id);
        }
        assert_eq!(map.stops.len(), ladder.levels.len());
        for tie in &map.ties {
            assert!(
                Some(*tie) <= ladder.fork() && ladder.at(*tie).len() == 2,
                "{name}"
            );
        }
        for line in &map.lines {
            assert!(
                line.is_sorted_by(|(_, low), (_, high)| low < high),
                "{name}"
            );
        }
    }
}

// Cells that stand for others --------------------------------------------------------------------

fn content(cell: &Expectation) -> Expectation {
    Expectation {
        same_as: None,
        change: None,
        twin: None,
        basis: None,
        sources: Vec::new(),
        ..cell.clone()
    }
}

#[test]
fn a_shared_cell_has_the_content_of_its_source() {
    let ladder = named("repeated");
    let at = |item: usize, level: &str| {
        ladder.competencies[item]
            .at(ladder.level(level).unwrap())
            .unwrap()
    };
    for (item, shared, source) in [
        (0, "l3", "m3"),
        (0, "l4", "m3"),
        (1, "a1", "m4"),
        (1, "l4", "m4"),
    ] {
        let (shared, index) = (at(item, shared), ladder.level(source).unwrap().index);
        assert_eq!(content(shared), content(at(item, source)));
        assert_eq!(shared.same_as, Some(index));
        assert_eq!(at(item, source).same_as, None);
    }
    // How it stands to others is each cell's own; what it rests on, where the cell says it.
    assert!(at(0, "l3").twin.is_some() && at(0, "m3").twin.is_none());
    let rests = |level: &str| {
        (
            at(0, level).basis.as_deref(),
            at(0, level).sources.join(" "),
        )
    };
    assert_eq!(rests("l3"), (Some("S"), "book".to_owned()));
    assert_eq!(rests("l4"), (Some("O"), "talk".to_owned()));
}

/// All that a comparison says, but for where a cell came from.
fn all_told(comparison: &Comparison<'_>) -> Vec<String> {
    let rows = comparison.rows.iter();
    rows.map(|row| {
        let id = &row.competency.id;
        format!(
            "{id} {:?} {} {:?} {:?}",
            row.lines, row.amount, row.size, row.steps
        )
    })
    .collect()
}

/// The file with each “as” replaced by the words that it stands for; how many there were.
fn written_out(text: &str) -> (String, usize) {
    let mut file: Value = serde_json::from_str(text).unwrap();
    let mut count = 0;
    for item in file["competencies"].as_array_mut().unwrap() {
        let Some(cells) = item["cells"].as_object_mut() else {
            continue;
        };
        let before = cells.clone();
        for cell in cells.values_mut() {
            let Some(other) = cell["as"].as_str() else {
                continue;
            };
            count += 1;
            let mut whole = before[other].as_object().unwrap().clone();
            whole.remove("change");
            whole.remove("twin");
            let own = cell.as_object().unwrap();
            let own = own
                .iter()
                .filter(|(name, value)| *name != "as" && !value.is_null());
            whole.extend(own.map(|(name, value)| (name.clone(), value.clone())));
            *cell = Value::Object(whole);
        }
    }
    (file.to_string(), count)
}

#[test]
fn a_shared_cell_changes_nothing_but_where_it_comes_from() {
    let made = any_ladders::all().into_iter();
    let made = made.map(|(name, text)| (name.to_owned(), text));
    let random = (0..60).map(|seed| (format!("random-{seed}"), at_random(seed)));
    let mut met = 0;
    for (name, text) in made.chain(random) {
        let (whole, count) = written_out(&text);
        met += count;
        let (short, long) = (parsed(&name, &text), parsed(&name, &whole));
        for (a, b) in short.competencies.iter().zip(&long.competencies) {
            for (a, b) in a.cells.iter().zip(&b.cells) {
                match (a, b) {
                    (Cell::Expects(a), Cell::Expects(b)) => {
                        let a = Expectation {
                            same_as: None,
                            ..(**a).clone()
                        };
                        assert_eq!(a, **b, "{name}");
                    }
                    (Cell::Absent(a), Cell::Absent(b)) => assert_eq!(a, b, "{name}"),
                    _ => panic!("{name}: one of the two says nothing"),
                }
            }
        }
        if count == 0 {
            continue;
        }
        for from in &short.levels {
            for to in &short.levels {
                let other = |level: &Level| &long.levels[level.index];
                let (a, b) = (
                    compare(&short, from, to),
                    compare(&long, other(from), other(to)),
                );
                assert_eq!(all_told(&a), all_told(&b), "{name}");
                let held = |ladder: &Ladder, from: &Level, to: &Level| {
                    let carry = carry_over(ladder, from, to);
                    let all = carry.gaps.iter().chain(&carry.counts);
                    all.map(|one| (one.competency.id.clone(), one.held, one.need))
                        .collect::<Vec<_>>()
                };
                assert_eq!(
                    held(&short, from, to),
                    held(&long, other(from), other(to)),
                    "{name}"
                );
            }
        }
    }
    assert!(met > 20, "only {met} cells stood for others");
}

#[test]
fn a_cell_cannot_stand_for_one_that_stands_for_another_or_says_nothing() {
    for (name, cell) in [
        ("another “as”", json!({ "as": "e3" })),
        ("none", json!({ "none": "expected" })),
        ("nothing", Value::Null),
    ] {
        let file = Builder::new("chain")
            .track("engineer")
            .climb("e", &["engineer"], &[1, 2, 3])
            .items(1)
            .filled()
            .change(|file| {
                let cells = file["competencies"][0]["cells"].as_object_mut().unwrap();
                cells.insert("e1".to_owned(), json!({ "as": "e2" }));
                cells.remove("e2");
                if !cell.is_null() {
                    cells.insert("e2".to_owned(), cell);
                }
            });
        let faults = Ladder::parse(&file.json()).unwrap_err();
        let places: Vec<&str> = faults.iter().map(|fault| fault.place.as_str()).collect();
        assert_eq!(places, ["competencies[0].cells.e1.as"], "{name}");
    }
}
