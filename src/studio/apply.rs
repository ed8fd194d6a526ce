//! Makes an edit. What refers to a removed part goes with it, so that no reference leads nowhere.

mod competencies;
mod levels;
mod tracks;

use crate::ladder::{CompetencyFile, Draft, LevelFile, SidesFile, TrackFile};
use crate::studio::{Edit, Refused};

type Told = Result<String, Refused>;

/// Changes the draft, and says what was done.
pub(super) fn apply(draft: &mut Draft, edit: &Edit) -> Told {
    match edit {
        Edit::Replace(other) => {
            *draft = Draft::clone(other);
            Ok(format!("“{}” was opened.", draft.name))
        }
        Edit::ReadAgain(other) => {
            *draft = Draft::clone(other);
            Ok("Read again with your answers.".to_owned())
        }
        Edit::Name(name) => {
            let named = named(name, "ladder")?;
            draft.name = named;
            Ok("The name was changed.".to_owned())
        }
        Edit::Id(id) => {
            draft.id = id.trim().to_owned();
            Ok("The id was changed.".to_owned())
        }
        Edit::Language(lang) => {
            draft.lang = lang.trim().to_owned();
            Ok("The language was changed.".to_owned())
        }
        Edit::About(text) => {
            draft.about = said(text);
            Ok("The line about the ladder was changed.".to_owned())
        }
        Edit::Adds(adds) => {
            draft.adds = *adds;
            Ok(match adds {
                true => "Each level adds to those below.",
                false => "Each level says all that it expects.",
            }
            .to_owned())
        }
        Edit::FreeUpTo(height) => {
            draft.free_up_to = *height;
            Ok("Up to which height moving is free was changed.".to_owned())
        }
        Edit::Sides(sides) => {
            draft.quiz = sides.clone().map(|(deep, broad)| SidesFile { deep, broad });
            Ok("The tracks of the quiz were changed.".to_owned())
        }
        Edit::AddTrack(_)
        | Edit::TrackName(..)
        | Edit::TrackManages(..)
        | Edit::MoveTrack(..)
        | Edit::RemoveTrack(_) => tracks::apply(draft, edit),
        Edit::AddLevel(..)
        | Edit::LevelTitle(..)
        | Edit::LevelCode(..)
        | Edit::LevelAbout(..)
        | Edit::LevelHeight(..)
        | Edit::LevelOn(..)
        | Edit::MoveLevel(..)
        | Edit::RemoveLevel(_)
        | Edit::NumberLevels(_) => levels::apply(draft, edit),
        _ => competencies::apply(draft, edit),
    }
}

/// A name that says something, on one line.
fn named(name: &str, what: &'static str) -> Told {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    match name.is_empty() {
        true => Err(Refused::Blank(what)),
        false => Ok(name),
    }
}

fn said(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

fn track<'a>(draft: &'a mut Draft, id: &str) -> Result<&'a mut TrackFile, Refused> {
    let found = draft.tracks.iter_mut().find(|one| one.id == id);
    found.ok_or(Refused::Gone("track"))
}

fn level<'a>(draft: &'a mut Draft, id: &str) -> Result<&'a mut LevelFile, Refused> {
    let found = draft.levels.iter_mut().find(|one| one.id == id);
    found.ok_or(Refused::Gone("level"))
}

fn competency<'a>(draft: &'a mut Draft, id: &str) -> Result<&'a mut CompetencyFile, Refused> {
    let found = draft.competencies.iter_mut().find(|one| one.id == id);
    found.ok_or(Refused::Gone("competency"))
}

/// Moves one of a list to another place; the last place if there is no such one.
fn moved<T>(list: &mut Vec<T>, from: usize, to: usize) {
    let one = list.remove(from);
    list.insert(to.min(list.len()), one);
}
