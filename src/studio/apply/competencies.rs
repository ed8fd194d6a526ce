//! Edits of groups, competencies and cells.

use crate::import::Ids;
use crate::ladder::{CellFile, CompetencyFile, Draft, GroupFile};
use crate::studio::apply::{Told, competency, level, moved, named, said, track};
use crate::studio::{CellText, Edit, Refused};

/// The most that a competency counts on a track.
const MOST_WEIGHT: u8 = 3;

pub(super) fn apply(draft: &mut Draft, edit: &Edit) -> Told {
    match edit {
        Edit::AddGroup(name) => {
            let name = named(name, "group")?;
            let mut known = Vec::new();
            ids_of(&draft.groups, &mut known);
            let mut ids = Ids::beside(known);
            let told = format!("The group “{name}” was added.");
            draft.groups.push(GroupFile {
                id: ids.give(&name, "group"),
                name,
                ..GroupFile::default()
            });
            Ok(told)
        }
        Edit::GroupName(id, name) => {
            let name = named(name, "group")?;
            group(&mut draft.groups, id)
                .ok_or(Refused::Gone("group"))?
                .name = name;
            Ok("A group was renamed.".to_owned())
        }
        Edit::RemoveGroup(id) => {
            let gone = take_group(&mut draft.groups, id).ok_or(Refused::Gone("group"))?;
            for item in &mut draft.competencies {
                if item.group.as_deref() == Some(id) {
                    item.group = None;
                }
            }
            Ok(format!(
                "The group “{}” was removed; its competencies stay.",
                gone.name
            ))
        }
        Edit::AddCompetency(name) => {
            let name = named(name, "competency")?;
            let mut ids = Ids::beside(draft.competencies.iter().map(|one| one.id.as_str()));
            let told = format!("The competency “{name}” was added.");
            draft.competencies.push(CompetencyFile {
                id: ids.give(&name, "competency"),
                name,
                ..CompetencyFile::default()
            });
            Ok(told)
        }
        Edit::CompetencyName(id, name) => {
            let name = named(name, "competency")?;
            competency(draft, id)?.name = name;
            Ok("A competency was renamed.".to_owned())
        }
        Edit::CompetencyAbout(id, text) => {
            competency(draft, id)?.about = said(text);
            Ok("The line about a competency was changed.".to_owned())
        }
        Edit::CompetencyGroup(id, to) => {
            if let Some(to) = to {
                group(&mut draft.groups, to).ok_or(Refused::Gone("group"))?;
            }
            let item = competency(draft, id)?;
            item.group.clone_from(to);
            Ok(format!("The group of “{}” was changed.", item.name))
        }
        Edit::CompetencyTracks(id, tracks) => {
            for one in tracks {
                track(draft, one)?;
            }
            let item = competency(draft, id)?;
            item.tracks.clone_from(tracks);
            Ok(format!("The tracks of “{}” were changed.", item.name))
        }
        Edit::Weight(id, on, weight) => {
            track(draft, on)?;
            let item = competency(draft, id)?;
            match weight {
                Some(weight) if *weight > MOST_WEIGHT => return Err(Refused::Weight),
                Some(weight) => item.weight.insert(on.clone(), *weight),
                None => item.weight.remove(on),
            };
            Ok(format!("How much “{}” counts was changed.", item.name))
        }
        Edit::MoveCompetency(id, to) => {
            let from = draft.competencies.iter().position(|one| one.id == *id);
            let from = from.ok_or(Refused::Gone("competency"))?;
            moved(&mut draft.competencies, from, *to);
            Ok("A competency was moved.".to_owned())
        }
        Edit::RemoveCompetency(id) => {
            let name = competency(draft, id)?.name.clone();
            draft.competencies.retain(|one| one.id != *id);
            Ok(format!("The competency “{name}” was removed."))
        }
        Edit::JoinCompetencies(from, into) => join(draft, from, into),
        Edit::Cell(at, id, text) => {
            level(draft, at)?;
            let item = competency(draft, id)?;
            let before = item.cells.remove(at);
            if let Some(cell) = CellText::clone(text).into_cell(before) {
                item.cells.insert(at.clone(), cell);
            }
            Ok(format!(
                "What a level expects in “{}” was changed.",
                item.name
            ))
        }
        _ => Err(Refused::Gone("part")),
    }
}

/// Two names of one competency: where both say something at a level, the second's words come first.
fn join(draft: &mut Draft, from: &str, into: &str) -> Told {
    if from == into {
        return Err(Refused::SameCompetency);
    }
    competency(draft, into)?;
    let place = draft.competencies.iter().position(|one| one.id == from);
    let gone = draft
        .competencies
        .remove(place.ok_or(Refused::Gone("competency"))?);
    let item = competency(draft, into)?;
    let told = format!("“{}” was joined with “{}”.", gone.name, item.name);
    for (at, cell) in gone.cells {
        let known = item.cells.remove(&at);
        item.cells.insert(at, both(known, cell));
    }
    // A competency of some tracks only is one of all tracks together with one of all.
    if item.tracks.is_empty() || gone.tracks.is_empty() {
        item.tracks.clear();
    } else {
        for one in gone.tracks {
            if !item.tracks.contains(&one) {
                item.tracks.push(one);
            }
        }
    }
    for (on, weight) in gone.weight {
        item.weight.entry(on).or_insert(weight);
    }
    for (on, lines) in gone.evidence {
        item.evidence.entry(on).or_default().extend(lines);
    }
    for tag in gone.tags {
        if !item.tags.contains(&tag) {
            item.tags.push(tag);
        }
    }
    item.links.extend(gone.links);
    item.about = item.about.take().or(gone.about);
    item.group = item.group.take().or(gone.group);
    Ok(told)
}

fn both(first: Option<CellFile>, second: CellFile) -> CellFile {
    let Some(mut cell) = first else {
        return second;
    };
    if cell.none.is_some() {
        return second;
    }
    if second.none.is_some() || second.same_as.is_some() {
        return cell;
    }
    if cell.same_as.is_some() {
        return second;
    }
    let lines = [cell.text.take(), second.text];
    let lines: Vec<String> = lines.into_iter().flatten().collect();
    cell.text = said(&lines.join("\n\n"));
    cell.gist = cell.gist.take().or(second.gist);
    cell.items.extend(second.items);
    cell.examples.extend(second.examples);
    cell.notes.extend(second.notes);
    cell.step = cell.step.take().or(second.step);
    cell
}

fn ids_of<'a>(groups: &'a [GroupFile], known: &mut Vec<&'a str>) {
    for group in groups {
        known.push(&group.id);
        ids_of(&group.groups, known);
    }
}

fn group<'a>(groups: &'a mut [GroupFile], id: &str) -> Option<&'a mut GroupFile> {
    groups.iter_mut().find_map(|one| match one.id == id {
        true => Some(one),
        false => group(&mut one.groups, id),
    })
}

/// Takes a group out; those within it stay where it was.
fn take_group(groups: &mut Vec<GroupFile>, id: &str) -> Option<GroupFile> {
    if let Some(place) = groups.iter().position(|one| one.id == id) {
        let mut gone = groups.remove(place);
        for (inner, at) in std::mem::take(&mut gone.groups).into_iter().zip(place..) {
            groups.insert(at, inner);
        }
        return Some(gone);
    }
    groups
        .iter_mut()
        .find_map(|one| take_group(&mut one.groups, id))
}
