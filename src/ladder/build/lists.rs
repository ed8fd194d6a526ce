//! The lists that the rest of a file refers to: sources, letters, title schemes, scales and groups.

use std::collections::BTreeSet;

use super::{Builder, EVERY_GROUP};
use crate::ladder::check::{address, named, once_each, optional, twice, word, words};
use crate::ladder::file::{BasisNote, GroupFile, Scale, Source, TitleScheme};
use crate::ladder::{Fault, Group};

/// The most characters of a basis letter.
const LONGEST_LETTER: usize = 3;

impl<'a> Builder<'a> {
    pub(super) fn lists(&mut self) {
        let file = self.file;
        sources(&file.sources, &mut self.found);
        bases(&file.bases, &mut self.found);
        title_schemes(&file.title_schemes, &mut self.found);
        scales(&file.scales, &mut self.found);
        for (i, scheme) in file.title_schemes.iter().enumerate() {
            let place = format!("titleSchemes[{i}]");
            self.rests(scheme.basis.as_ref(), &scheme.sources, &place);
        }
        self.group_list(&file.groups, "groups", &mut BTreeSet::new());
    }

    fn group_list(&mut self, list: &'a [GroupFile], name: &str, seen: &mut BTreeSet<&'a str>) {
        for (i, group) in list.iter().enumerate() {
            let place = format!("{name}[{i}]");
            let found = &mut self.found;
            if !seen.insert(&group.id) {
                found.push(Fault::new(place.as_str(), twice(&group.id)));
            }
            word(&group.id, &format!("{place}.id"), found);
            if group.id == EVERY_GROUP {
                found.push(Fault::new(
                    format!("{place}.id"),
                    "must not be “all”, which stands for every group",
                ));
            }
            words(&group.name, &format!("{place}.name"), found);
            optional(group.about.as_ref(), &format!("{place}.about"), found);
            self.group_list(&group.groups, &format!("{place}.groups"), seen);
        }
    }
}

fn sources(list: &[Source], found: &mut Vec<Fault>) {
    once_each("sources", list.iter().map(|one| one.id.as_str()), found);
    for (i, source) in list.iter().enumerate() {
        let place = format!("sources[{i}]");
        named(&source.id, &format!("{place}.id"), found);
        words(&source.title, &format!("{place}.title"), found);
        for (field, text) in [
            ("short", &source.short),
            ("author", &source.author),
            ("date", &source.date),
            ("licence", &source.licence),
            ("took", &source.took),
        ] {
            optional(text.as_ref(), &format!("{place}.{field}"), found);
        }
        if let Some(url) = &source.url {
            address(url, &format!("{place}.url"), found);
        }
    }
}

fn bases(list: &[BasisNote], found: &mut Vec<Fault>) {
    once_each("bases", list.iter().map(|one| one.letter.as_str()), found);
    for (i, note) in list.iter().enumerate() {
        let place = format!("bases[{i}]");
        let count = note.letter.chars().count();
        let plain = note.letter.chars().all(char::is_alphanumeric);
        if !(1..=LONGEST_LETTER).contains(&count) || !plain {
            found.push(Fault::new(
                format!("{place}.letter"),
                format!("must be 1 to {LONGEST_LETTER} letters or digits"),
            ));
        }
        words(&note.name, &format!("{place}.name"), found);
        optional(note.meaning.as_ref(), &format!("{place}.meaning"), found);
    }
}

fn title_schemes(list: &[TitleScheme], found: &mut Vec<Fault>) {
    let ids = list.iter().map(|one| one.id.as_str());
    once_each("titleSchemes", ids, found);
    for (i, scheme) in list.iter().enumerate() {
        let place = format!("titleSchemes[{i}]");
        named(&scheme.id, &format!("{place}.id"), found);
        words(&scheme.name, &format!("{place}.name"), found);
        optional(scheme.about.as_ref(), &format!("{place}.about"), found);
        for (k, clash) in scheme.clashes.iter().enumerate() {
            words(&clash.word, &format!("{place}.clashes[{k}].word"), found);
            words(&clash.note, &format!("{place}.clashes[{k}].note"), found);
        }
    }
}

fn scales(list: &[Scale], found: &mut Vec<Fault>) {
    once_each("scales", list.iter().map(|one| one.id.as_str()), found);
    for (i, scale) in list.iter().enumerate() {
        let place = format!("scales[{i}]");
        named(&scale.id, &format!("{place}.id"), found);
        let steps = format!("{place}.steps");
        if scale.steps.is_empty() {
            found.push(Fault::new(
                steps.as_str(),
                "is empty; write at least one step",
            ));
        }
        let ids = scale.steps.iter().map(|one| one.id.as_str());
        once_each(&steps, ids, found);
        for (k, step) in scale.steps.iter().enumerate() {
            let place = format!("{steps}[{k}]");
            named(&step.id, &format!("{place}.id"), found);
            words(&step.name, &format!("{place}.name"), found);
            optional(step.about.as_ref(), &format!("{place}.about"), found);
        }
    }
}

/// The groups in one list, each before those within it.
pub(super) fn groups(list: &[GroupFile], above: &str, depth: usize) -> Vec<Group> {
    let mut all = Vec::new();
    for group in list {
        let name = match above {
            "" => group.name.clone(),
            above => format!("{above} › {}", group.name),
        };
        all.push(Group {
            id: group.id.clone(),
            about: group.about.clone(),
            depth,
            name: name.clone(),
        });
        all.extend(groups(&group.groups, &name, depth + 1));
    }
    all
}

/// Whether a group, or one within another, has this id.
pub(super) fn has_group(list: &[GroupFile], id: &str) -> bool {
    let mut groups = list.iter();
    groups.any(|group| group.id == id || has_group(&group.groups, id))
}
