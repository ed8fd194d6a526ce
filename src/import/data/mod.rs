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
use crate::import::pay;

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
        let mut value = value.map_err(|fault| Refusal::one(format!("{name}, {fault}")))?;
        without_pay(found, &name, &mut value);
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
        let mut head = match document.head.contains("topics:") {
            true => yaml::read(&document.head)
                .map_err(|fault| Refusal::one(format!("{}, head, {fault}", document.file)))?,
            false => Value::Nothing,
        };
        without_pay(found, &document.file, &mut head);
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

/// Takes out what is about pay by the key that it is below, or by the name that it gives itself.
fn without_pay(found: &mut Found, file: &str, value: &mut Value) {
    match value {
        Value::Nothing | Value::Text(_) => {}
        Value::List(list) => {
            list.retain(|one| {
                let name = one.name().filter(|name| pay::is_pay(name));
                name.iter().for_each(|name| pay::tell(found, file, name));
                name.is_none()
            });
            list.iter_mut()
                .for_each(|one| without_pay(found, file, one));
        }
        Value::Map(entries) => {
            entries.retain(|(name, one)| {
                let is_pay = pay::is_pay_of(name, &leaves(one));
                if is_pay {
                    pay::tell(found, file, name);
                }
                !is_pay
            });
            for (_, one) in entries {
                without_pay(found, file, one);
            }
        }
    }
}

/// The texts in a value.
fn leaves(value: &Value) -> Vec<String> {
    let inner = value.list().iter();
    let inner = inner.chain(value.entries().iter().map(|(_, one)| one));
    value
        .text()
        .into_iter()
        .chain(inner.flat_map(leaves))
        .collect()
}
