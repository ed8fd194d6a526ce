//! Data that is a table at heart: a list of entries, each with its level and its competency, and lists
//! that give the names to the ids in them.

use std::collections::{BTreeMap, BTreeSet};

use crate::import::columns::{Column, column, columns};
use crate::import::data::value::Value;
use crate::import::found::Found;
use crate::import::grid::{Grid, GridRow, Unit};
use crate::import::names::key;
use crate::import::outline::stem;
use crate::import::rich::{Piece, Rich};
use crate::import::shape::{self, Context};

/// Whether a value has levels, and a list of entries that name them.
pub(super) fn is(value: &Value) -> bool {
    list_of_entries(value).is_some()
}

/// The list whose entries name a level and say something.
fn list_of_entries(value: &Value) -> Option<&str> {
    let lists = value.entries().iter().filter(|(_, list)| {
        let list = list.list();
        let names_level = |one: &&Value| {
            one.entries()
                .iter()
                .any(|(name, value)| column(name) == Some(Column::Level) && value.text().is_some())
        };
        let count = list.iter().filter(names_level).count();
        count > 0 && count * 2 >= list.len() && list.iter().any(|one| one.entries().len() > 2)
    });
    lists
        .max_by_key(|(_, list)| list.list().len())
        .map(|(name, _)| name.as_str())
}

/// A list of entries that say one thing each as a table; none if the value is none.
pub(super) fn table(file: &str, value: &Value) -> Option<Grid> {
    let list = match value {
        Value::List(list) => list.as_slice(),
        Value::Map(entries) => match entries.as_slice() {
            [(_, Value::List(list))] => list.as_slice(),
            _ => return None,
        },
        _ => return None,
    };
    let is_flat = |one: &Value| {
        !one.entries().is_empty()
            && one.entries().iter().all(|(_, value)| {
                value.entries().is_empty() && value.list().iter().all(|one| one.text().is_some())
            })
    };
    let known = list
        .first()?
        .entries()
        .iter()
        .filter(|(name, _)| column(name).is_some())
        .count();
    (list.iter().all(is_flat) && known > 1).then(|| grid(file, list, &BTreeMap::new()))
}

/// The entries as rows, with the names for the ids.
fn grid(file: &str, list: &[Value], names: &BTreeMap<String, String>) -> Grid {
    let mut headings: Vec<&String> = Vec::new();
    for (name, _) in list.iter().flat_map(Value::entries) {
        if !headings.contains(&name) && headings.len() < 100 {
            headings.push(name);
        }
    }
    let text = |text: &str| Rich {
        pieces: vec![Piece {
            text: text.to_owned(),
            ..Piece::default()
        }],
    };
    let cell = |value: &Value| match value {
        Value::Text(id) if names.contains_key(&key(id)) => text(&names[&key(id)]),
        value => value.rich(),
    };
    let mut rows = vec![GridRow {
        line: 0,
        after_blank: false,
        cells: headings.iter().map(|name| text(name)).collect(),
    }];
    for (at, one) in list.iter().enumerate() {
        rows.push(GridRow {
            line: at + 1,
            after_blank: false,
            cells: headings
                .iter()
                .map(|name| one.get(name).map(cell).unwrap_or_default())
                .collect(),
        });
    }
    Grid {
        file: file.to_owned(),
        unit: Unit::Entry,
        rows,
    }
}

/// Reads the lists of names, then the entries.
pub(super) fn read(found: &mut Found, file: &str, value: &Value, is_track: bool) {
    let Some(entries) = list_of_entries(value) else {
        return;
    };
    let mut context = Context::default();
    let title = value.name().unwrap_or_else(|| stem(file).to_owned());
    if is_track {
        context.track = Some(found.track(&title, None));
    } else if found.name.is_none() {
        found.name = Some(title);
    }
    let about = value
        .any(&["summary", "description", "about"])
        .and_then(Value::text);
    found.about.extend(about);
    let list = value.get(entries).map(Value::list).unwrap_or_default();
    let mut names = BTreeMap::new();
    let mut explained = Vec::new();
    for (list_name, others) in value.entries().iter().filter(|(name, _)| name != entries) {
        let is_levels = key(list_name).contains("level") || key(list_name).contains("grade");
        for one in others.list() {
            let id = one.any(&["id", "key", "slug"]).and_then(Value::text);
            let Some(name) = one.name().or_else(|| id.clone()).or_else(|| one.text()) else {
                continue;
            };
            if let Some(id) = id {
                names.insert(key(&id), name.clone());
            }
            let about = one
                .any(&["summary", "description", "about"])
                .and_then(Value::text);
            if is_levels {
                let level = found.level(context.track, &name);
                if let (Some(entry), Some(about)) = (found.levels.get_mut(level), about) {
                    entry.about.push(about);
                }
            } else {
                explained.push((name, about));
            }
        }
    }
    similar_ids(found, file, list, &mut names);
    let grid = grid(file, list, &names);
    // Competencies come in the order of their list.
    let kinds = columns(&grid.texts(0));
    let mut used = BTreeMap::new();
    for row in grid.rows.iter().skip(1) {
        for (cell, kind) in row.cells.iter().zip(&kinds) {
            if let Some(kind) = kind {
                used.entry(key(&cell.line())).or_insert(*kind);
            }
        }
    }
    for (name, about) in explained {
        match used.get(&key(&name)) {
            Some(Column::Competency) => {
                let at = found.competency(&name, None);
                if let Some(entry) = found.competencies.get_mut(at) {
                    entry.about.extend(about);
                }
            }
            Some(_) => {
                if let Some(about) = about {
                    found.drop(
                        file,
                        &about,
                        &format!("what “{name}” is; write it into the group"),
                    );
                }
            }
            None => found.drop(file, &name, "a name that no entry uses"),
        }
    }
    shape::read(found, grid, &context);
}

/// Ids of entries that differ from those of a list by a beginning or an end.
fn similar_ids(
    found: &mut Found,
    file: &str,
    list: &[Value],
    names: &mut BTreeMap<String, String>,
) {
    let mut near = Vec::new();
    let mut seen: BTreeSet<String> = names.keys().cloned().collect();
    seen.extend(names.values().map(|name| key(name)));
    for (name, value) in list.iter().flat_map(Value::entries) {
        let Some(id) = value.text().filter(|_| {
            matches!(
                column(name),
                Some(Column::Level | Column::Group | Column::Competency)
            )
        }) else {
            continue;
        };
        let wanted = key(&id);
        if !seen.insert(wanted.clone()) {
            continue;
        }
        let mut fits = names
            .iter()
            .filter(|(one, _)| one.ends_with(&wanted) || wanted.ends_with(one.as_str()));
        if let (Some((_, name)), None) = (fits.next(), fits.next()) {
            found.drop(file, &id, &format!("read as “{name}”, whose id ends alike"));
            near.push((wanted, name.clone()));
        }
    }
    names.extend(near);
}
