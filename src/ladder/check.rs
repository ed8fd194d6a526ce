//! The invariants of a ladder pack; each fault is a sentence with its location and the remedy.
//! Independent of files.

use std::collections::BTreeSet;

use crate::ladder::{Basis, Fault, Ladder, LevelCode, Phase, Track};

/// The number of words of a gist.
const GIST_WORDS: std::ops::RangeInclusive<usize> = 3..=8;

/// Everything wrong with `ladder`, in the file's order.
pub(super) fn faults(ladder: &Ladder) -> Vec<Fault> {
    let mut found = Vec::new();
    frame(ladder, &mut found);
    levels(ladder, &mut found);
    titles(ladder, &mut found);
    competencies(ladder, &mut found);
    found
}

fn frame(ladder: &Ladder, found: &mut Vec<Fault>) {
    if ladder.schema != Ladder::SCHEMA {
        found.push(Fault::new(
            "schema",
            format!("is {}; this app reads {}", ladder.schema, Ladder::SCHEMA),
        ));
    }
    named(&ladder.id, "id", found);
    let tracks: Vec<Track> = ladder.tracks.iter().map(|note| note.id).collect();
    if tracks != Track::BOTH {
        found.push(Fault::new("tracks", "must be deep, then broad"));
    }
    for letter in [Basis::S, Basis::P, Basis::F, Basis::D, Basis::O] {
        if ladder.basis(letter).is_none() {
            found.push(Fault::new(
                "bases",
                format!("say nothing of {}; explain the letter", letter.letter()),
            ));
        }
    }
    address(&ladder.licence.url, "licence.url", found);
    for (i, source) in ladder.sources.iter().enumerate() {
        if let Some(url) = &source.url {
            address(url, &format!("sources[{i}].url"), found);
        }
    }
    let sources = ladder.sources.iter().map(|source| &source.id);
    once("sources", sources, found);
    let dimensions = ladder.dimensions.iter().map(|dimension| &dimension.id);
    once("dimensions", dimensions, found);
    for (i, source) in ladder.sources.iter().enumerate() {
        named(&source.id, &format!("sources[{i}].id"), found);
    }
    for (i, dimension) in ladder.dimensions.iter().enumerate() {
        if !matches!(dimension.id.as_bytes(), [b'A'..=b'Z']) {
            found.push(Fault::new(
                format!("dimensions[{i}].id"),
                "must be one capital letter; it stands in addresses",
            ));
        }
    }
}

fn levels(ladder: &Ladder, found: &mut Vec<Fault>) {
    let codes: Vec<LevelCode> = ladder.levels.iter().map(|level| level.code).collect();
    let expected: Vec<LevelCode> = LevelCode::all().collect();
    if codes != expected {
        found.push(Fault::new(
            "levels",
            "must be T1, T2, T3, T4, T5, L5, T6, L6, T7, L7, T8, L8, T9, L9, in this order",
        ));
    }
    for (i, level) in ladder.levels.iter().enumerate() {
        let place = format!("levels[{i}]");
        let phase = match level.code.rung() {
            1..=4 => Phase::Trunk,
            5 => Phase::Shared,
            LevelCode::FORK_RUNG => Phase::Fork,
            _ => Phase::Parallel,
        };
        if level.phase != phase {
            found.push(Fault::new(
                format!("{place}.phase"),
                format!("must be {phase:?} at rung {}", level.code.rung()).to_lowercase(),
            ));
        }
        if let Some(share) = level.hands_on {
            if share.min >= share.max || share.max > 100 {
                found.push(Fault::new(
                    format!("{place}.handsOn"),
                    "must run from a smaller to a larger share, up to 100",
                ));
            }
            if share.basis == Basis::O {
                found.push(Fault::new(
                    format!("{place}.handsOn"),
                    "may not be our own number; leave it out where no source states it",
                ));
            }
        }
        let texts = [
            ("title", &level.title),
            ("summary", &level.summary),
            ("scope", &level.scope),
            ("horizon", &level.horizon),
            ("autonomy", &level.autonomy),
            ("counterpart", &level.counterpart),
            ("question", &level.question),
            ("readySignal", &level.ready_signal),
            ("trap", &level.trap),
        ];
        for (field, text) in texts {
            words(text, &format!("{place}.{field}"), found);
        }
        table_cited(level.basis, &level.sources, &place, found);
        known_sources(ladder, &level.sources, &place, found);
    }
}

fn titles(ladder: &Ladder, found: &mut Vec<Fault>) {
    let schemes = ladder.title_schemes.iter().map(|scheme| &scheme.id);
    once("titleSchemes", schemes, found);
    for (i, scheme) in ladder.title_schemes.iter().enumerate() {
        let place = format!("titleSchemes[{i}]");
        named(&scheme.id, &format!("{place}.id"), found);
        if scheme.is_management {
            found.push(Fault::new(
                format!("{place}.isManagement"),
                "must be false: neither track manages people",
            ));
        }
        for code in LevelCode::all().filter(|code| !code.is_trunk()) {
            if !scheme.titles.contains_key(&code) {
                found.push(Fault::new(
                    format!("{place}.titles"),
                    format!("lack {code}; every level from rung 5 up needs one"),
                ));
            }
        }
        let says_director = scheme.titles.values().any(|t| t.contains("Director"));
        if says_director && !scheme.clashes.iter().any(|c| c.word.contains("Director")) {
            found.push(Fault::new(
                format!("{place}.clashes"),
                "must warn of “Director”, which elsewhere names people managers",
            ));
        }
        for (code, title) in &scheme.titles {
            words(title, &format!("{place}.titles.{code}"), found);
        }
        words(&scheme.about, &format!("{place}.about"), found);
        table_cited(scheme.basis, &scheme.sources, &place, found);
        known_sources(ladder, &scheme.sources, &place, found);
    }
}

fn competencies(ladder: &Ladder, found: &mut Vec<Fault>) {
    let mut ids = BTreeSet::new();
    let mut gists = BTreeSet::new();
    for (i, item) in ladder.competencies.iter().enumerate() {
        let place = format!("competencies[{i}]");
        if !ids.insert(item.id.as_str()) {
            found.push(Fault::new(
                format!("{place}.id"),
                format!("“{}” stands twice; ids are addresses", item.id),
            ));
        }
        if item.id.is_empty() || !item.id.bytes().all(|b| b.is_ascii_lowercase() || b == b'-') {
            found.push(Fault::new(
                format!("{place}.id"),
                "must be made of a–z and “-”; it stands in addresses",
            ));
        }
        if !ladder.dimensions.iter().any(|d| d.id == item.dimension) {
            found.push(Fault::new(
                format!("{place}.dimension"),
                format!("“{}” is not among the dimensions", item.dimension),
            ));
        }
        if item.ideas.is_empty() {
            found.push(Fault::new(
                format!("{place}.ideas"),
                "must name at least one source and the idea taken from it",
            ));
        }
        if item.weight.deep > 3 || item.weight.broad > 3 {
            found.push(Fault::new(format!("{place}.weight"), "runs from 0 to 3"));
        }
        for track in Track::BOTH {
            if item.evidence.on(track).is_empty() {
                found.push(Fault::new(
                    format!("{place}.evidence.{}", track.id()),
                    "must give at least one example",
                ));
            }
            for (k, example) in item.evidence.on(track).iter().enumerate() {
                let place = format!("{place}.evidence.{}[{k}]", track.id());
                words(example, &place, found);
            }
        }
        for (k, idea) in item.ideas.iter().enumerate() {
            words(&idea.idea, &format!("{place}.ideas[{k}].idea"), found);
            listed_source(
                ladder,
                &idea.source,
                &format!("{place}.ideas[{k}].source"),
                found,
            );
        }
        words(&item.name, &format!("{place}.name"), found);
        words(&item.meaning, &format!("{place}.meaning"), found);
        expectations(ladder, i, &mut gists, found);
    }
}

fn expectations(ladder: &Ladder, i: usize, gists: &mut BTreeSet<String>, found: &mut Vec<Fault>) {
    let item = &ladder.competencies[i];
    for code in LevelCode::all() {
        let place = format!("competencies[{i}].expectations.{code}");
        let Some(cell) = item.expectations.get(&code) else {
            found.push(Fault::new(place, "is missing; every level needs one"));
            continue;
        };
        let count = cell.gist.split_whitespace().count();
        if !GIST_WORDS.contains(&count) {
            found.push(Fault::new(
                format!("{place}.gist"),
                format!("has {count} words; write 3 to 8"),
            ));
        }
        if !gists.insert(cell.gist.to_lowercase()) {
            found.push(Fault::new(
                format!("{place}.gist"),
                "repeats another; say what is different here",
            ));
        }
        words(&cell.gist, &format!("{place}.gist"), found);
        match &cell.detail {
            Some(detail) => words(detail, &format!("{place}.detail"), found),
            None if code.is_trunk() => {}
            None => found.push(Fault::new(
                format!("{place}.detail"),
                "is missing; from rung 5 up say what a person visibly does",
            )),
        }
        table_cited(cell.basis, &cell.sources, &place, found);
        known_sources(ladder, &cell.sources, &place, found);
    }
}

/// Checks a web address that a page may link to.
fn address(url: &str, place: &str, found: &mut Vec<Fault>) {
    let Some(rest) = url.strip_prefix("https://") else {
        found.push(Fault::new(place, "must start with https://"));
        return;
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let odd = |letter: char| letter.is_whitespace() || letter.is_control() || letter == '\\';
    if !host.contains('.') || host.contains('@') || url.contains(odd) {
        found.push(Fault::new(
            place,
            "must name a site and have no space in it, such as https://example.org/page",
        ));
    }
}

/// Checks an id that is used in styles, in addresses or in stored records.
fn named(id: &str, place: &str, found: &mut Vec<Fault>) {
    if !is_slug(id) {
        found.push(Fault::new(
            place,
            "must be a–z and 0–9, with “-” between; styles and records refer to it",
        ));
    }
}

/// Whether an id consists of lower-case letters and digits, with single hyphens between.
pub(crate) fn is_slug(id: &str) -> bool {
    let fits = |part: &str| {
        let mut bytes = part.bytes();
        !part.is_empty() && bytes.all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    };
    id.split('-').all(fits)
}

/// Checks the ids that other entries, or a visitor’s settings, refer to.
fn once<'a>(list: &str, ids: impl Iterator<Item = &'a String>, found: &mut Vec<Fault>) {
    let mut seen = BTreeSet::new();
    for (i, id) in ids.enumerate() {
        if !seen.insert(id) {
            found.push(Fault::new(
                format!("{list}[{i}].id"),
                format!("“{id}” stands twice; give each entry an id of its own"),
            ));
        }
    }
}

/// Checks that an entry based on Poss’s table cites it.
fn table_cited(basis: Basis, sources: &[String], place: &str, found: &mut Vec<Fault>) {
    if basis == Basis::P && !sources.iter().any(|id| id == "poss-table") {
        found.push(Fault::new(
            format!("{place}.sources"),
            "must include poss-table where the basis is P",
        ));
    }
}

/// Checks that a text is not empty.
pub(crate) fn words(text: &str, place: &str, found: &mut Vec<Fault>) {
    if text.trim().is_empty() {
        found.push(Fault::new(
            place,
            "is empty; write it or leave the field out",
        ));
    }
}

/// Checks the sources of one entry: at least one, and each in the ladder's list.
pub(crate) fn known_sources(ladder: &Ladder, ids: &[String], place: &str, found: &mut Vec<Fault>) {
    if ids.is_empty() {
        found.push(Fault::new(
            format!("{place}.sources"),
            "is empty; name at least one, “ours” if it is",
        ));
    }
    for id in ids {
        listed_source(ladder, id, &format!("{place}.sources"), found);
    }
}

/// Checks that a source is in the ladder's list.
pub(crate) fn listed_source(ladder: &Ladder, id: &str, place: &str, found: &mut Vec<Fault>) {
    if ladder.source(id).is_none() {
        found.push(Fault::new(
            place,
            format!("“{id}” is not among the sources"),
        ));
    }
}
