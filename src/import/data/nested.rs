//! Data with its competencies as a tree: each has a name, and its levels in a list or by their names.

use crate::import::cell::cell;
use crate::import::columns::{Column, column};
use crate::import::data::value::Value;
use crate::import::found::Found;
use crate::import::level_words::is_level;
use crate::import::names::{clean, key};
use crate::import::outline::stem;
use crate::import::rich::{Rich, nothing};

/// How deep competencies may be.
const DEEPEST: usize = 12;
/// The names of the part that holds the levels of a competency.
const LEVELS: [&str; 8] = [
    "levels",
    "expectations",
    "expectationsbylevel",
    "bylevel",
    "grades",
    "stages",
    "progression",
    "rungs",
];
/// The names of the part that names a level.
const LEVEL: [&str; 7] = [
    "level",
    "grade",
    "stage",
    "title",
    "name",
    "label",
    "displayName",
];
/// The names of the part that explains a competency or a level.
const ABOUT: [&str; 4] = ["description", "summary", "about", "definition"];
/// The names of parts that say what a level expects.
const SAID: [&str; 5] = ["signals", "items", "bullets", "points", "notes"];
/// The names of the part that names a group.
const GROUP: [&str; 6] = ["category", "group", "area", "pillar", "theme", "domain"];
/// Parts that say nothing to a reader.
const IDS: [&str; 9] = [
    "id", "key", "slug", "uuid", "color", "colour", "icon", "path", "order",
];

/// A competency: its name, its value, the part that holds its levels, and the names around it.
struct Entry<'a> {
    name: String,
    value: &'a Value,
    levels: &'a str,
    around: Vec<String>,
}

/// What is in a value: the competencies, and the texts around them with the part that they are in.
#[derive(Default)]
struct Tree<'a> {
    entries: Vec<Entry<'a>>,
    others: Vec<(&'a str, String)>,
}

/// Whether a value has at least two competencies with levels.
pub(super) fn is(value: &Value) -> bool {
    Tree::of(value).entries.len() > 1
}

impl<'a> Tree<'a> {
    fn of(value: &'a Value) -> Self {
        let mut tree = Self::default();
        tree.add(value, "", &mut Vec::new());
        tree
    }

    /// Adds what is in a value that is named from outside, or names itself.
    fn add(&mut self, value: &'a Value, named: &'a str, around: &mut Vec<String>) {
        if around.len() > DEEPEST {
            return;
        }
        let outer = Some(clean(named)).filter(|name| !name.is_empty());
        let own = value.called().or(outer);
        if let (Some(name), Some(levels)) = (&own, levels_of(value)) {
            self.entries.push(Entry {
                name: name.clone(),
                value,
                levels,
                around: around.clone(),
            });
            return;
        }
        if let Some(text) = value.text() {
            self.others.push((named, text));
        }
        let is_told = own.as_ref().is_some_and(|name| !is_plain(name));
        let name = own.clone();
        if is_told {
            around.extend(own);
        }
        for one in value.list() {
            self.add(one, "", around);
        }
        for (part, one) in value.entries() {
            let is_name = one.text().is_some() && one.text() == name;
            if !is_name && !IDS.iter().any(|id| key(id) == key(part)) {
                self.add(one, part, around);
            }
        }
        if is_told {
            around.pop();
        }
    }
}

/// Whether a name only says what kind of thing stands below it.
fn is_plain(name: &str) -> bool {
    let plain = [
        "competencies",
        "competences",
        "skills",
        "topics",
        "areas",
        "categories",
        "groups",
        "capabilities",
        "dimensions",
        "attributes",
        "pillars",
        "data",
        "items",
        "children",
        "tracks",
        "framework",
        "matrix",
    ];
    plain.contains(&key(name).as_str())
}

/// The name of the part that holds the levels of a competency.
fn levels_of(value: &Value) -> Option<&str> {
    let found = value.entries().iter().find(|(name, levels)| {
        let is_named = LEVELS.contains(&key(name).as_str());
        let maps = levels.entries();
        // What stands below a level is no level.
        let is_below = value.called().is_some_and(|name| is_level(&name));
        let by_name = maps.len() > 1
            && maps
                .iter()
                .all(|(_, one)| *one != Value::Nothing && is_flat(one))
            && (maps.iter().all(|(name, _)| is_level(name)) || (is_named && !is_below));
        let list = levels.list();
        let is_level = |one: &Value| level_of(one).is_some() && is_flat(one);
        let listed = is_named && list.len() > 1 && list.iter().all(is_level);
        by_name || listed
    });
    found.map(|(name, _)| name.as_str())
}

/// Whether what a level says has no names of competencies in it: texts only, in parts of which at most one
/// has a name of its own.
fn is_flat(level: &Value) -> bool {
    let is_text = |value: &Value| {
        value.entries().is_empty() && value.list().iter().all(|one| one.entries().is_empty())
    };
    let is_known = |name: &str| {
        let mut words = LEVEL.iter().chain(&ABOUT).chain(&IDS).chain(&SAID);
        let kind = column(name);
        words.any(|known| key(known) == key(name))
            || matches!(kind, Some(Column::Text | Column::Examples | Column::About))
    };
    let parts = level.entries();
    let others = parts.iter().filter(|(name, _)| !is_known(name)).count();
    is_text(level) || (others < 2 && parts.iter().all(|(_, value)| is_text(value)))
}

/// The name that an entry of a list gives its level.
fn level_of(value: &Value) -> Option<(&str, String)> {
    LEVEL.iter().find_map(|name| {
        let (name, value) = value
            .entries()
            .iter()
            .find(|(one, _)| key(one) == key(name))?;
        Some((name.as_str(), value.text()?))
    })
}

/// Reads the competencies.
pub(super) fn read(found: &mut Found, file: &str, value: &Value) {
    let Tree {
        entries: all,
        others,
    } = Tree::of(value);
    // What all of them are below is the ladder.
    let first = all
        .first()
        .map(|one| one.around.clone())
        .unwrap_or_default();
    let is_shared = |at: usize| all.iter().all(|one| one.around.get(at) == first.get(at));
    let shared = (0..first.len()).take_while(|at| is_shared(*at)).count();
    if found.name.is_none() {
        let name = first.get(..shared).and_then(<[String]>::last).cloned();
        found.name = Some(name.unwrap_or_else(|| stem(file).replace(['_', '-'], " ")));
    }
    for (part, text) in others {
        let is_about = ABOUT.iter().any(|known| key(known) == key(part));
        match found.about.is_empty() && is_about {
            true => found.about.push(text),
            false => found.drop(file, &text, "below no level and no competency"),
        }
    }
    for one in all {
        let own = one.value.any(&GROUP).and_then(Value::text);
        let outer = one.around.get(shared..).unwrap_or_default().join(" – ");
        let group = own.or_else(|| (!outer.is_empty()).then_some(outer));
        let competency = found.competency(&one.name, group.as_deref());
        let place = format!("{file}, {}", one.name);
        for (name, part) in one.value.entries() {
            if name == one.levels {
                levels(found, competency, part, &place);
                continue;
            }
            let is_known = GROUP
                .iter()
                .chain(&IDS)
                .any(|known| key(known) == key(name));
            let is_name = part.text().is_some_and(|text| text == one.name);
            let text = part.rich().line();
            if is_known || is_name || nothing(&text).is_some() {
                continue;
            }
            let is_about = ABOUT.iter().any(|known| key(known) == key(name));
            match found.competencies.get_mut(competency).filter(|_| is_about) {
                Some(entry) if entry.about.contains(&text) => {}
                Some(entry) => entry.about.push(text),
                None => {
                    let why = format!("“{name}” is not part of a competency");
                    found.drop(&place, &text, &why);
                }
            }
        }
    }
}

/// Reads what the levels of one competency expect.
fn levels(found: &mut Found, competency: usize, levels: &Value, place: &str) {
    for (name, one) in levels.entries() {
        // A number that has a name is the code of it.
        let title = one.name().filter(|title| *title != *name && is_level(name));
        let name = match title {
            Some(title) => format!("{name} – {title}"),
            None => name.clone(),
        };
        let level = found.level(None, &name);
        expects(found, competency, level, &without_name(one, None), place);
    }
    for one in levels.list() {
        let Some((part, name)) = level_of(one) else {
            continue;
        };
        let title = one.name().filter(|title| *title != name && is_level(&name));
        let level = match title {
            Some(title) => found.level(None, &format!("{name} – {title}")),
            None => found.level(None, &name),
        };
        expects(
            found,
            competency,
            level,
            &without_name(one, Some(part)),
            place,
        );
    }
}

/// What a level says beside its own name.
fn without_name(value: &Value, level: Option<&str>) -> Rich {
    let Value::Map(parts) = value else {
        return value.rich();
    };
    let name = value.name();
    let is_said = |(part, value): &&(String, Value)| {
        let is_id = IDS.iter().any(|id| key(id) == key(part));
        let is_name = value.text().is_some() && value.text() == name;
        !is_id && !is_name && Some(part.as_str()) != level
    };
    let mut rich = Rich::default();
    for (_, value) in parts.iter().filter(is_said) {
        rich.pieces.extend(value.rich().pieces);
    }
    rich
}

fn expects(found: &mut Found, competency: usize, level: usize, rich: &Rich, place: &str) {
    if let Some(cell) = cell(rich, found, place) {
        found.cell(competency, level, cell, place);
    }
}
