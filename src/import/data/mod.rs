//! Data of other programs, in JSON or YAML.

mod entries;
mod monzo;
mod nested;
mod profile;
mod snowflake;
mod tree;
mod value;
mod yaml;

use crate::import::Refusal;
use crate::import::document::Document;
use crate::import::found::Found;
use crate::import::kind::Kind;

use monzo::Framework;
use value::Value;

/// A file of data: its name, its text and its kind.
pub(super) type DataFile = (String, String, Kind);

/// Reads files of data, and the heads of documents that are data. What is a document at heart is added
/// to the documents.
pub(super) fn read(
    found: &mut Found,
    files: Vec<DataFile>,
    documents: &mut Vec<Document>,
) -> Result<(), Refusal> {
    let (mut frameworks, mut profiles) = (Vec::new(), Vec::new());
    let several = files.len() > 1;
    let mut files = files;
    // A document without text has its data in its head.
    documents.retain(|document| {
        let is_data = document.parts.is_empty() && has_lists(&document.head);
        if is_data {
            files.push((document.file.clone(), document.head.clone(), Kind::Yaml));
        }
        !is_data
    });
    for (name, text, kind) in files {
        let value = match kind {
            Kind::Yaml => yaml::read(&text),
            _ => value::json(&text),
        };
        let value = value.map_err(|fault| Refusal::one(format!("{name}, {fault}")))?;
        if snowflake::is(&value) {
            snowflake::read(found, &name, &value);
        } else if monzo::is(&value) {
            frameworks.push(Framework {
                name,
                value,
                body: None,
            });
        } else if entries::is(&value) {
            entries::read(found, &name, &value, several);
        } else if profile::is(&value) {
            profiles.push((name, value));
        } else if nested::is(&value) {
            nested::read(found, &name, &value);
        } else if let Some(grid) = entries::table(&name, &value) {
            crate::import::shape::read(found, grid, &Default::default());
        } else {
            documents.push(tree::document(&name, &value));
        }
    }
    profile::read(found, profiles);
    for document in std::mem::take(documents) {
        let head = match document.head.contains("topics:") {
            true => yaml::read(&document.head)
                .map_err(|fault| Refusal::one(format!("{}, head, {fault}", document.file)))?,
            false => Value::Nothing,
        };
        match monzo::is(&head) {
            true => frameworks.push(Framework {
                name: document.file.clone(),
                value: head,
                body: Some(document),
            }),
            false => documents.push(document),
        }
    }
    monzo::read(found, frameworks);
    Ok(())
}

/// Whether the head of a document has lists or groups in it, so that it is more than a title.
pub(super) fn has_lists(head: &str) -> bool {
    head.lines().any(|line| line.starts_with([' ', '\t', '-']))
}
