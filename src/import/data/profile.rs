//! Data with one file for each level: the name of each competency, and the step that is expected.

use crate::import::data::value::Value;
use crate::import::found::Found;
use crate::import::names::key;
use crate::import::outline::stem;
use crate::import::rich::{Nothing, nothing};
use crate::import::steps::Steps;
use crate::ladder::{CellFile, NoneFile};

/// The names under which such a file names its level.
const LEVEL: [&str; 6] = ["level", "title", "name", "role", "grade", "seniority"];
/// The most characters of a step.
const LONGEST: usize = 40;

/// Whether a value is names with short texts.
pub(super) fn is(value: &Value) -> bool {
    let entries = value.entries();
    entries.len() >= 3
        && entries.iter().all(|(_, value)| {
            value
                .text()
                .is_some_and(|text| text.chars().count() <= LONGEST)
                || *value == Value::Nothing
        })
}

/// Reads the levels of all files.
pub(super) fn read(found: &mut Found, files: Vec<(String, Value)>) {
    let mut steps = Steps::default();
    for (file, value) in &files {
        let named = value
            .entries()
            .iter()
            .find(|(name, _)| LEVEL.contains(&key(name).as_str()));
        let name = named.and_then(|(_, value)| value.text());
        let level = found.level(None, &name.unwrap_or_else(|| stem(file).to_owned()));
        for (name, step) in value.entries().iter().filter(|one| Some(*one) != named) {
            let Some(step) = step.text() else { continue };
            let competency = found.competency(name, None);
            let cell = match nothing(&step) {
                Some(Nothing::Unwritten) => continue,
                Some(Nothing::Unexpected) => CellFile {
                    none: Some(NoneFile::Expected),
                    ..CellFile::default()
                },
                None => {
                    if let Some(entry) = found.competencies.get_mut(competency) {
                        entry.scale = Some(Steps::SCALE.to_owned());
                    }
                    CellFile {
                        step: Some(steps.step(&step)),
                        ..CellFile::default()
                    }
                }
            };
            found.cell(competency, level, cell, file);
        }
    }
    steps.finish(found);
}
