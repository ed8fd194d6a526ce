//! Data with topics, each with what its numbered levels expect; one file for each track, or for each
//! role with steps of its own. A document may stand below such data.

use crate::import::data::value::Value;
use crate::import::document::Document;
use crate::import::found::Found;
use crate::import::level_words::rank;
use crate::import::names::{clean, words};
use crate::import::outline::{self, stem, together};
use crate::import::rich::{Piece, Rich, nothing};
use crate::ladder::{CellFile, CellItem, ItemFile};

/// Words at the end of a title that say what it is the title of.
const KINDS: [&str; 6] = [
    "framework",
    "ladder",
    "competencies",
    "matrix",
    "progression",
    "levels",
];

/// A file: its name, its data, and the document below it.
pub(super) struct Framework {
    pub name: String,
    pub value: Value,
    pub body: Option<Document>,
}

/// Whether a value has topics with levels.
pub(super) fn is(value: &Value) -> bool {
    let topics = value.get("topics").map(Value::list).unwrap_or_default();
    topics.iter().any(|topic| {
        levels_of(topic)
            .iter()
            .any(|one| one.get("level").is_some())
    })
}

fn levels_of(topic: &Value) -> &[Value] {
    topic
        .any(&["content", "levels"])
        .map(Value::list)
        .unwrap_or_default()
}

/// Reads all files.
pub(super) fn read(found: &mut Found, mut files: Vec<Framework>) {
    if files.is_empty() {
        return;
    }
    let titles: Vec<String> = files.iter().map(title).collect();
    let ranks: Vec<Option<i32>> = titles.iter().map(|title| rank(title)).collect();
    let distinct: std::collections::BTreeSet<_> = ranks.iter().flatten().collect();
    let are_roles = files.len() > 1 && distinct.len() == files.len();
    let guess = if are_roles { "levels" } else { "tracks" };
    let answer = match files.len() {
        1 => "whole".to_owned(),
        _ => found.ask(
            "files",
            "What does each file hold?",
            guess,
            &[
                (
                    "levels",
                    "The levels of one role; the roles follow one another",
                ),
                ("tracks", "A track of its own"),
            ],
        ),
    };
    if found.name.is_none() && titles.len() > 1 {
        found.name = together(&titles);
    }
    let mut both: Vec<(Option<i32>, String, Framework)> = ranks
        .into_iter()
        .zip(titles)
        .zip(files.drain(..))
        .map(|((rank, title), file)| (rank, title, file))
        .collect();
    if answer == "levels" {
        both.sort_by_key(|(rank, ..)| rank.unwrap_or(i32::MAX));
    }
    for (_, title, file) in both {
        let track = (answer == "tracks").then(|| found.track(&title, None));
        if found.name.is_none() && answer == "whole" {
            found.name = Some(title.clone());
        }
        let before = if answer == "levels" {
            title
        } else {
            String::new()
        };
        one(found, file, track, &before);
    }
}

fn title(file: &Framework) -> String {
    let title = file
        .value
        .name()
        .unwrap_or_else(|| stem(&file.name).replace(['_', '-'], " "));
    let mut parts: Vec<&str> = title.split(' ').collect();
    while parts.len() > 1
        && parts.last().is_some_and(|last| {
            words(last)
                .iter()
                .any(|word| KINDS.contains(&word.as_str()))
        })
    {
        parts.pop();
    }
    clean(&parts.join(" "))
}

fn one(found: &mut Found, file: Framework, track: Option<usize>, before: &str) {
    let topics = file
        .value
        .get("topics")
        .map(Value::list)
        .unwrap_or_default();
    // The levels in the order of their numbers, whatever topic names them first.
    let mut names: Vec<String> = Vec::new();
    for name in topics
        .iter()
        .flat_map(levels_of)
        .filter_map(|one| one.get("level")?.text())
    {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.sort_by_key(|name| name.parse::<u32>().unwrap_or(u32::MAX));
    let full = |name: &str| match (before, name.parse::<f64>().is_ok()) {
        ("", true) => format!("Level {name}"),
        ("", false) => name.to_owned(),
        (before, _) => format!("{before} {name}"),
    };
    let levels: Vec<usize> = names
        .iter()
        .map(|name| found.level(track, &full(name)))
        .collect();
    let said = file
        .value
        .get("levels")
        .and_then(Value::text)
        .and_then(|text| text.parse::<usize>().ok());
    if let Some(said) = said.filter(|said| *said != names.len()) {
        let why = format!("the file says {said} levels, and has {}", names.len());
        found.drop(&file.name, "levels", &why);
    }
    for topic in topics {
        let Some(name) = topic.name() else {
            found.drop(&file.name, &topic.rich().line(), "a topic without a name");
            continue;
        };
        let competency = found.competency(&name, None);
        let about = topic.any(&["description", "summary"]).and_then(Value::text);
        if let Some(entry) = found.competencies.get_mut(competency) {
            entry.about.extend(about);
        }
        for content in levels_of(topic) {
            let Some(level) = content.get("level").and_then(Value::text) else {
                found.drop(
                    &file.name,
                    &content.rich().line(),
                    "a part of a topic without a level",
                );
                continue;
            };
            let level = found.level(track, &full(&level));
            let place = format!("{}, {name}", file.name);
            let cell = contents(found, content, &place);
            if cell != CellFile::default() {
                found.cell(competency, level, cell, &place);
            }
        }
    }
    if let (Some(body), Some(first)) = (file.body, levels.first()) {
        below(found, body, *first, &levels);
    }
}

/// What a document below the data says holds of every level of the file.
fn below(found: &mut Found, body: Document, first: usize, levels: &[usize]) {
    let known: std::collections::BTreeSet<(usize, usize)> = found.cells.keys().copied().collect();
    outline::below(found, body, first);
    let new: Vec<usize> = found
        .cells
        .keys()
        .filter(|one| one.1 == first && !known.contains(one))
        .map(|one| one.0)
        .collect();
    for competency in new {
        for level in levels.iter().filter(|level| **level != first) {
            if !found.cells.contains_key(&(competency, *level)) {
                found.same.push((competency, *level, first));
            }
        }
    }
}

/// What a level of a topic says.
fn contents(found: &mut Found, content: &Value, place: &str) -> CellFile {
    let mut cell = CellFile::default();
    for (name, value) in content.entries() {
        match crate::import::names::key(name).as_str() {
            "level" => {}
            "examplecriteria" => {
                for one in value.list() {
                    let text = one
                        .any(&["criteria", "text", "name"])
                        .map(|text| text.rich().line())
                        .unwrap_or_default();
                    if nothing(&text).is_some() {
                        continue;
                    }
                    let examples = one.get("examples").map(Value::rich).unwrap_or_default();
                    let examples: Vec<String> = examples
                        .pieces
                        .into_iter()
                        .map(|piece| piece.text)
                        .collect();
                    cell.items.push(match examples.is_empty() {
                        true => ItemFile::Text(text),
                        false => ItemFile::Whole(CellItem {
                            text,
                            examples,
                            links: Vec::new(),
                        }),
                    });
                }
            }
            "examples" => cell
                .examples
                .extend(value.rich().pieces.into_iter().map(|piece| piece.text)),
            "criteria" | "description" | "summary" | "text" | "items" => {
                let pieces = value.rich().pieces.into_iter();
                let rich = Rich {
                    pieces: pieces.map(|piece| Piece { depth: 1, ..piece }).collect(),
                };
                if let Some(more) = crate::import::cell::cell(&rich, found, place) {
                    cell.items.extend(more.items);
                    cell.none = cell.none.or(more.none);
                }
            }
            _ => found.drop(
                place,
                &value.rich().line(),
                "a part of a level that has no place in a ladder",
            ),
        }
    }
    if !cell.items.is_empty() {
        cell.none = None;
    }
    cell
}
