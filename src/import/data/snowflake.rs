//! Data in which competencies have milestones that count points, and a sum of points makes a level.

use std::collections::BTreeMap;

use crate::import::cell::cell;
use crate::import::data::value::Value;
use crate::import::found::Found;
use crate::import::outline::stem;
use crate::ladder::{CellFile, ItemFile, Scale, Step};

/// The id of the scale.
const SCALE: &str = "milestones";

/// Whether a value has something with milestones in it.
pub(super) fn is(value: &Value) -> bool {
    let has = |value: &Value| {
        value
            .get("milestones")
            .is_some_and(|list| !list.list().is_empty())
    };
    groups(value)
        .iter()
        .any(|(_, tracks)| tracks.iter().any(|(_, track)| has(track)))
}

/// The name of a group, and its competencies by their names.
type Tracks<'a> = (Option<String>, Vec<(String, &'a Value)>);

/// The competencies with milestones, by the name of their group.
fn groups(value: &Value) -> Vec<Tracks<'_>> {
    let mut all = Vec::new();
    if let Some(categories) = value.get("categories") {
        for (id, category) in children(categories) {
            let name = category.name().unwrap_or(id);
            let tracks = category.get("tracks").map(children).unwrap_or_default();
            all.push((Some(name), tracks));
        }
    }
    if all
        .iter()
        .all(|(_, tracks): &(_, Vec<_>)| tracks.is_empty())
    {
        let tracks = value
            .get("tracks")
            .map(children)
            .unwrap_or_else(|| children(value));
        all = Vec::new();
        for (id, track) in tracks {
            let group = track.get("category").and_then(Value::text);
            match all.iter_mut().find(|(one, _)| *one == group) {
                Some((_, list)) => list.push((id, track)),
                None => all.push((group, vec![(id, track)])),
            }
        }
    }
    all
}

/// What is in a map or a list, with its name.
fn children(value: &Value) -> Vec<(String, &Value)> {
    let listed = value
        .list()
        .iter()
        .map(|one| (one.name().unwrap_or_default(), one));
    let named = value
        .entries()
        .iter()
        .map(|(name, one)| (name.clone(), one));
    listed.chain(named).collect()
}

/// Reads the competencies, the points and the levels.
pub(super) fn read(found: &mut Found, file: &str, value: &Value) {
    if found.name.is_none() {
        found.name = Some(
            value
                .name()
                .unwrap_or_else(|| stem(file).replace(['-', '_'], " ")),
        );
    }
    let mappings = value.get("mappings").unwrap_or(value);
    let points: Vec<Option<f64>> = mappings
        .get("milestonesToPoints")
        .map(|points| match points {
            Value::List(list) => list.iter().map(number).collect(),
            points => points
                .entries()
                .iter()
                .map(|(_, value)| number(value))
                .collect(),
        })
        .unwrap_or_default();
    let mut most = 0;
    for (group, tracks) in groups(value) {
        let group = group.filter(|group| !group.is_empty());
        for (id, track) in tracks {
            let milestones = track.get("milestones").map(Value::list).unwrap_or_default();
            if milestones.is_empty() {
                continue;
            }
            most = most.max(milestones.len());
            let name = track.name().unwrap_or(id);
            let at = found.competency(&name, group.as_deref());
            let about = track
                .any(&["description", "summary", "about"])
                .and_then(Value::text);
            let mut steps = BTreeMap::new();
            for (number, milestone) in milestones.iter().enumerate() {
                let place = format!("{file}, {name}, milestone {}", number + 1);
                if let Some(cell) = milestone_cell(found, milestone, &place) {
                    steps.insert(step_id(number), cell);
                }
            }
            if let Some(entry) = found.competencies.get_mut(at) {
                entry.about.extend(about);
                entry.scale = Some(SCALE.to_owned());
                entry.steps = steps;
            }
        }
    }
    // Where the first points count for having no milestone yet, they are one more.
    let offset = points.len().saturating_sub(most);
    let steps = (0..most).map(|at| Step {
        id: step_id(at),
        name: format!("Milestone {}", at + 1),
        about: None,
        points: points.get(at + offset).copied().flatten(),
    });
    found.scales.push(Scale {
        id: SCALE.to_owned(),
        steps: steps.collect(),
    });
    levels(found, mappings);
    let why = "a level is a sum of points, not an expectation in each competency: cells of levels stay empty, and what each milestone means is kept";
    found.drop(file, "points to levels", why);
}

fn step_id(number: usize) -> String {
    format!("milestone-{}", number + 1)
}

fn number(value: &Value) -> Option<f64> {
    let number: f64 = value.text()?.parse().ok()?;
    number.is_finite().then_some(number)
}

fn milestone_cell(found: &mut Found, milestone: &Value, place: &str) -> Option<CellFile> {
    let summary = milestone
        .any(&["summary", "description", "text"])
        .and_then(Value::text);
    let mut whole = CellFile {
        text: summary,
        ..CellFile::default()
    };
    if let Some(signals) = milestone.any(&["signals", "behaviors", "behaviours", "criteria"])
        && let Some(signals) = cell(&signals.rich(), found, place)
    {
        whole.items = signals
            .text
            .map(ItemFile::Text)
            .into_iter()
            .chain(signals.items)
            .collect();
    }
    if let Some(examples) = milestone.get("examples") {
        whole.examples = examples
            .rich()
            .pieces
            .into_iter()
            .map(|piece| piece.text)
            .collect();
    }
    (whole != CellFile::default()).then_some(whole)
}

/// The levels, each from the points that it begins at.
fn levels(found: &mut Found, mappings: &Value) {
    let titles = mappings
        .any(&["pointsToTitles", "titles"])
        .map(Value::list)
        .unwrap_or_default();
    let of_points = |points: f64| -> Option<String> {
        let names = titles.iter().filter(|title| {
            let edge = |names: &[&str]| title.any(names).and_then(number);
            edge(&["min", "minPoints"]).is_none_or(|min| min <= points)
                && edge(&["max", "maxPoints"]).is_none_or(|max| points <= max)
        });
        let names: Vec<String> = names.filter_map(Value::name).collect();
        (!names.is_empty()).then(|| names.join(" / "))
    };
    let mut all: Vec<(f64, String)> = mappings
        .get("pointsToLevels")
        .map(Value::entries)
        .unwrap_or_default()
        .iter()
        .filter_map(|(points, level)| {
            Some((
                points
                    .parse()
                    .ok()
                    .filter(|points: &f64| points.is_finite())?,
                level.text()?,
            ))
        })
        .collect();
    if all.is_empty() {
        all = titles
            .iter()
            .filter_map(|title| {
                Some((
                    title
                        .any(&["min", "minPoints"])
                        .and_then(number)
                        .unwrap_or_default(),
                    title.name()?,
                ))
            })
            .collect();
    }
    all.sort_by(|one, other| one.0.total_cmp(&other.0));
    for (points, name) in all {
        let at = found.level(None, &name);
        if let Some(entry) = found.levels.get_mut(at) {
            entry.points.get_or_insert(points);
            if let Some(title) = of_points(points).filter(|title| *title != name) {
                entry.title = title;
                entry.code = Some(name);
            }
        }
    }
}
