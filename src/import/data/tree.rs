//! Data of no known kind as a document: names are headings, texts and lists stand below them.

use crate::import::data::value::Value;
use crate::import::document::{Document, What};
use crate::import::inline::inline;
use crate::import::level_words::{is_code, is_level};
use crate::import::names::key;
use crate::import::rich::{Piece, Rich};

/// The deepest heading.
const DEEPEST: usize = 6;
/// Names that are no headings: what they hold belongs to what is around them.
const PLAIN: [&str; 20] = [
    "detail",
    "details",
    "behaviours",
    "behaviors",
    "description",
    "summary",
    "about",
    "text",
    "items",
    "criteria",
    "expectations",
    "levels",
    "competencies",
    "skills",
    "categories",
    "groups",
    "content",
    "children",
    "roles",
    "tracks",
];
/// Names whose values say nothing to a reader.
const IDS: [&str; 13] = [
    "id",
    "key",
    "slug",
    "uuid",
    "color",
    "colour",
    "icon",
    "path",
    "order",
    "layout",
    "permalink",
    "parent",
    "weight",
];

/// The document of a value.
pub(super) fn document(file: &str, value: &Value) -> Document {
    let mut document = Document {
        file: file.to_owned(),
        title: value.name(),
        ..Document::default()
    };
    add(&mut document, value, 1);
    document
}

fn add(document: &mut Document, value: &Value, depth: usize) {
    match value {
        Value::Nothing => {}
        Value::Text(text) => texts(document, Rich::plain(text), 0),
        Value::List(list) => {
            for one in list {
                match one {
                    Value::Map(entries) => {
                        let name = one.called();
                        let code = code_of(one, name.as_ref());
                        if let Some(name) = &name {
                            let whole = match &code {
                                Some((_, code)) => format!("{name} ({code})"),
                                None => name.clone(),
                            };
                            heading(document, &whole, depth);
                        }
                        let inner = if name.is_some() { depth + 1 } else { depth };
                        for (title, value) in entries {
                            let is_name = value.text().is_some() && value.text() == name;
                            let is_code = code.as_ref().is_some_and(|(part, _)| part == title);
                            if !is_name && !is_code {
                                member(document, title, value, inner);
                            }
                        }
                    }
                    Value::Text(text) => texts(document, Rich::plain(text), 1),
                    other => add(document, other, depth),
                }
            }
        }
        Value::Map(entries) => {
            for (name, value) in entries {
                if depth > 1 || !matches!(key(name).as_str(), "title" | "name") {
                    member(document, name, value, depth);
                }
            }
        }
    }
}

/// The code that a map gives the level of which it has the title, and the part that it is in.
fn code_of<'a>(value: &'a Value, name: Option<&String>) -> Option<(&'a str, String)> {
    let named = name.filter(|name| is_level(name) && !is_code(name))?;
    let parts = value.entries().iter();
    let mut codes = parts.filter_map(|(part, value)| {
        let is_named = matches!(key(part).as_str(), "code" | "level" | "grade" | "band");
        let text = value
            .text()
            .filter(|text| is_named && text != named && is_code(text))?;
        Some((part.as_str(), text))
    });
    codes.next()
}

fn member(document: &mut Document, name: &str, value: &Value, depth: usize) {
    let name_key = key(name);
    if IDS.contains(&name_key.as_str()) {
        return;
    }
    if PLAIN.contains(&name_key.as_str()) {
        add(document, value, depth);
        return;
    }
    // A map that names itself is called so, and the name that it has here may be its code.
    let Some(own) = value.name() else {
        heading(document, &name.replace('_', " "), depth);
        return add(document, value, depth + 1);
    };
    let whole = match is_code(name) && own != name {
        true => format!("{own} ({name})"),
        false => own.clone(),
    };
    heading(document, &whole, depth);
    for (part, value) in value.entries() {
        if value.text().as_ref() != Some(&own) {
            member(document, part, value, depth + 1);
        }
    }
}

fn heading(document: &mut Document, text: &str, depth: usize) {
    let piece = inline(text);
    let line = document.parts.len() + 1;
    if !piece.text.is_empty() {
        document.push(line, What::Heading(depth.min(DEEPEST), piece));
    }
}

fn texts(document: &mut Document, rich: Rich, depth: usize) {
    for piece in rich.pieces {
        let line = document.parts.len() + 1;
        let piece = Piece {
            depth: piece.depth.max(depth),
            ..piece
        };
        document.push(line, What::Text(piece));
    }
}
