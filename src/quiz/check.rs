//! The invariants of a quiz; each fault is a sentence with its location and the remedy. Independent of
//! files and answers.

mod forms;
mod themes;

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use crate::ladder::{Fault, Side, is_slug, words};
use crate::quiz::{Behaviour, Item, ItemKind, Parameters, Quiz};

/// The range of a slope. Steeper curves would fall between two points of the scoring grid.
const SLOPES: RangeInclusive<f64> = -4.0..=4.0;
/// The range of a threshold.
const THRESHOLDS: RangeInclusive<f64> = -10.0..=10.0;

/// Everything wrong with `quiz`, in the file's order.
///
/// Items refer to parameters and behaviours, and forms to items: each part is checked once the parts
/// before it are valid, so that one mistake is reported once.
pub(super) fn faults(quiz: &Quiz) -> Vec<Fault> {
    let mut found = Vec::new();
    frame(quiz, &mut found);
    let parts: [fn(&Quiz, &mut Vec<Fault>); 7] = [
        parameters,
        themes::list,
        behaviours,
        items,
        forms::each,
        forms::continuation,
        idle,
    ];
    for part in parts {
        let before = found.len();
        part(quiz, &mut found);
        if found.len() > before {
            break;
        }
    }
    limits(quiz, &mut found);
    found
}

fn frame(quiz: &Quiz, found: &mut Vec<Fault>) {
    if quiz.schema != Quiz::SCHEMA {
        found.push(Fault::new(
            "schema",
            format!("is {}; this app reads {}", quiz.schema, Quiz::SCHEMA),
        ));
    }
    slug(&quiz.id, "id", found);
    if quiz.version == 0 {
        found.push(Fault::new("version", "is 0; count from 1"));
    }
    let rho = quiz.model.prior_correlation;
    if !(rho > -1.0 && rho < 1.0) {
        found.push(Fault::new(
            "model.priorCorrelation",
            "must lie between −1 and 1, both excluded",
        ));
    }
    if !(quiz.model.damping > 0.0 && quiz.model.damping <= 1.0) {
        found.push(Fault::new(
            "model.damping",
            "must lie above 0 and be 1 at most",
        ));
    }
    labels(&quiz.pair_labels, "pairLabels", found);
    let without = |item: &Item| matches!(&item.ask, ItemKind::Rating(one) if one.labels.is_none());
    match &quiz.rating_labels {
        Some(own) => labels(own, "ratingLabels", found),
        None if quiz.items.iter().any(without) => found.push(Fault::new(
            "ratingLabels",
            "is missing, and a rating has no labels of its own; write five answers",
        )),
        None => {}
    }
    let gaps = &quiz.gap_labels;
    for (field, label) in [
        ("neither", gaps.neither.as_ref()),
        ("unsure", Some(&gaps.unsure)),
        ("never", gaps.never.as_ref()),
    ] {
        if let Some(label) = label {
            words(label, &format!("gapLabels.{field}"), found);
        }
    }
    // A version of 0 is named above.
    for (i, version) in quiz.earlier.iter().enumerate().filter(|_| quiz.version > 0) {
        if *version == 0 || *version >= quiz.version || quiz.earlier[..i].contains(version) {
            found.push(Fault::new(
                format!("earlier[{i}]"),
                format!(
                    "is {version}; name each version below {} once",
                    quiz.version
                ),
            ));
        }
    }
}

fn parameters(quiz: &Quiz, found: &mut Vec<Fault>) {
    for (name, set) in &quiz.parameters {
        let [slope, thresholds] =
            ["slope", "thresholds"].map(|field| format!("parameters.{name}.{field}"));
        let [deep, broad] = set.slope;
        if deep == 0.0 && broad == 0.0 && set.people == 0.0 {
            found.push(Fault::new(&slope, "must be two numbers, not both 0"));
        }
        if !SLOPES.contains(&set.people) {
            found.push(Fault::new(
                format!("parameters.{name}.people"),
                "must lie between −4 and 4",
            ));
        }
        if !set.slope.iter().all(|value| SLOPES.contains(value)) {
            found.push(Fault::new(slope, "must lie between −4 and 4"));
        }
        let [d1, d2, d3, d4] = set.thresholds;
        if !(d1 > d2 && d2 > d3 && d3 > d4) {
            found.push(Fault::new(
                &thresholds,
                "must fall from the first to the last",
            ));
        }
        if !set
            .thresholds
            .iter()
            .all(|value| THRESHOLDS.contains(value))
        {
            found.push(Fault::new(thresholds, "must lie between −10 and 10"));
        }
    }
}

fn behaviours(quiz: &Quiz, found: &mut Vec<Fault>) {
    ids(
        "behaviours",
        quiz.behaviours.iter().map(|entry| entry.id.as_str()),
        found,
    );
    for (i, behaviour) in quiz.behaviours.iter().enumerate() {
        let place = |field: &str| format!("behaviours[{i}].{field}");
        if !(1..=2).contains(&behaviour.facet) {
            found.push(Fault::new(
                place("facet"),
                format!("is {}; write 1 or 2", behaviour.facet),
            ));
        }
        words(&behaviour.name, &place("name"), found);
        words(&behaviour.phrase, &place("phrase"), found);
        themes::of_behaviour(quiz, behaviour, &place("theme"), found);
        for (field, named) in [
            ("competencies", &behaviour.competencies),
            ("sources", &behaviour.sources),
        ] {
            // People work is in no competency of a ladder without managers.
            let needed = field == "sources" || behaviour.side.is_some();
            if named.is_empty() && needed {
                found.push(Fault::new(
                    place(field),
                    "is empty; name at least one, by its id in the ladder",
                ));
            }
        }
    }
}

fn items(quiz: &Quiz, found: &mut Vec<Fault>) {
    ids(
        "items",
        quiz.items.iter().map(|item| item.id.as_str()),
        found,
    );
    let mut unfit = BTreeSet::new();
    for (i, item) in quiz.items.iter().enumerate() {
        let place = |field: &str| format!("items[{i}].{field}");
        match quiz.parameters(item) {
            None => found.push(Fault::new(
                place("parameters"),
                format!("“{}” is not among the parameter sets", item.parameters),
            )),
            Some(set) => {
                if let Some(problem) = counts_wrong(quiz, item, set)
                    && unfit.insert((&item.parameters, problem))
                {
                    found.push(Fault::new(
                        place("parameters"),
                        format!("“{}” does not fit {problem}", item.parameters),
                    ));
                }
            }
        }
        match &item.ask {
            ItemKind::Pair(pair) => {
                words(&pair.stem, &place("stem"), found);
                words(&pair.deep, &place("deep"), found);
                words(&pair.broad, &place("broad"), found);
                themes::named(quiz, pair.theme.as_deref(), &place("theme"), found);
                for (field, id, side) in [
                    ("deepBehaviour", &pair.deep_behaviour, Side::Deep),
                    ("broadBehaviour", &pair.broad_behaviour, Side::Broad),
                ] {
                    if let Some(behaviour) = listed(quiz, id, &place(field), found)
                        && behaviour.side != Some(side)
                    {
                        found.push(Fault::new(
                            place(field),
                            format!("“{id}” is on the other side"),
                        ));
                    }
                }
            }
            ItemKind::Rating(rating) => {
                words(&rating.text, &place("text"), found);
                listed(quiz, &rating.behaviour, &place("behaviour"), found);
                if let Some(own) = &rating.labels {
                    labels(own, &place("labels"), found);
                }
            }
        }
    }
}

fn listed<'a>(
    quiz: &'a Quiz,
    id: &str,
    place: &str,
    found: &mut Vec<Fault>,
) -> Option<&'a Behaviour> {
    let behaviour = quiz.behaviour(id);
    if behaviour.is_none() {
        found.push(Fault::new(
            place,
            format!("“{id}” is not among the behaviours"),
        ));
    }
    behaviour
}

/// The fault if a higher answer would not support the side that it describes.
///
/// A rating does not measure the other trait: with a slope on it, more energy for broad work could
/// lower the probability of the broad track.
fn counts_wrong(quiz: &Quiz, item: &Item, set: &Parameters) -> Option<&'static str> {
    let [deep, broad] = set.slope;
    let only = |fits: bool| fits && set.people == 0.0;
    match &item.ask {
        ItemKind::Pair(_) => (!only(deep < 0.0 && broad > 0.0))
            .then_some("a pair: its slope must be below 0 on depth and above 0 on breadth"),
        ItemKind::Rating(rating) => match quiz.behaviour(&rating.behaviour)?.side {
            Some(Side::Deep) => (!only(deep > 0.0 && broad == 0.0)).then_some(
                "the rating of a deep behaviour: its slope must be above 0 on depth and 0 on breadth",
            ),
            Some(Side::Broad) => (!only(deep == 0.0 && broad > 0.0)).then_some(
                "the rating of a broad behaviour: its slope must be 0 on depth and above 0 on breadth",
            ),
            None => (!(deep == 0.0 && broad == 0.0 && set.people > 0.0)).then_some(
                "the rating of people work: its slope must be 0 and 0, and “people” above 0",
            ),
        },
    }
}

/// Finds parts of the file that are never used.
fn idle(quiz: &Quiz, found: &mut Vec<Fault>) {
    let mut asked_about = BTreeSet::new();
    for (i, item) in quiz.items.iter().enumerate() {
        match &item.ask {
            ItemKind::Pair(pair) => {
                asked_about.extend([&pair.deep_behaviour, &pair.broad_behaviour]);
            }
            ItemKind::Rating(rating) => drop(asked_about.insert(&rating.behaviour)),
        }
        if !quiz.forms.iter().any(|form| form.items.contains(&item.id)) {
            found.push(Fault::new(
                format!("items[{i}]"),
                format!("“{}” is in no form; ask it in one or take it out", item.id),
            ));
        }
    }
    for (i, behaviour) in quiz.behaviours.iter().enumerate() {
        if !asked_about.contains(&behaviour.id) {
            found.push(Fault::new(
                format!("behaviours[{i}]"),
                format!(
                    "no item asks about “{}”; write one or take it out",
                    behaviour.id
                ),
            ));
        }
    }
}

fn limits(quiz: &Quiz, found: &mut Vec<Fault>) {
    if quiz.limits.is_empty() {
        found.push(Fault::new(
            "limits",
            "is empty; say what a result cannot tell",
        ));
    }
    for (i, limit) in quiz.limits.iter().enumerate() {
        words(&limit.text, &format!("limits[{i}].text"), found);
    }
}

// What several parts share ----------------------------------------------------------------------

/// Checks five answer labels: none empty, no two equal.
fn labels(labels: &[String; 5], place: &str, found: &mut Vec<Fault>) {
    let mut seen = BTreeSet::new();
    for (k, label) in labels.iter().enumerate() {
        let place = format!("{place}[{k}]");
        words(label, &place, found);
        if !seen.insert(label.trim()) {
            found.push(Fault::new(
                place,
                "repeats another; give each answer words of its own",
            ));
        }
    }
}

/// Checks that ids are valid in records and unique.
fn ids<'a>(list: &str, ids: impl Iterator<Item = &'a str>, found: &mut Vec<Fault>) {
    let mut seen = BTreeSet::new();
    for (i, id) in ids.enumerate() {
        let place = format!("{list}[{i}].id");
        if !seen.insert(id) {
            found.push(Fault::new(
                &place,
                format!("“{id}” stands twice; records refer to it"),
            ));
        }
        slug(id, &place, found);
    }
}

fn slug(id: &str, place: &str, found: &mut Vec<Fault>) {
    if !is_slug(id) {
        found.push(Fault::new(
            place,
            "must be a–z and 0–9, with “-” between; records refer to it",
        ));
    }
}
