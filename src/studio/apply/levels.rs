//! Edits of levels.

use crate::import::Ids;
use crate::ladder::{Draft, LevelFile};
use crate::studio::apply::{Told, level, moved, named, said, track};
use crate::studio::{Edit, Refused};

pub(super) fn apply(draft: &mut Draft, edit: &Edit) -> Told {
    match edit {
        Edit::AddLevel(on, title) => add(draft, on, title),
        Edit::LevelTitle(id, title) => {
            let title = named(title, "level")?;
            level(draft, id)?.title = title;
            Ok("The title of a level was changed.".to_owned())
        }
        Edit::LevelCode(id, code) => {
            level(draft, id)?.code = said(code);
            Ok("The code of a level was changed.".to_owned())
        }
        Edit::LevelAbout(id, text) => {
            level(draft, id)?.about = said(text);
            Ok("The line about a level was changed.".to_owned())
        }
        Edit::LevelHeight(id, height) => {
            let level = level(draft, id)?;
            level.height = *height;
            Ok(match height {
                Some(height) => format!("“{}” is at height {height}.", level.title),
                None => format!("The height of “{}” is unknown.", level.title),
            })
        }
        Edit::LevelOn(id, on, is_on) => put_on(draft, id, on, *is_on),
        Edit::MoveLevel(id, to) => move_to(draft, id, *to),
        Edit::RemoveLevel(id) => remove(draft, id),
        Edit::NumberLevels(on) => {
            let name = track(draft, on)?.name.clone();
            let levels = draft
                .levels
                .iter_mut()
                .filter(|one| one.tracks.contains(on));
            for (level, height) in levels.zip(1..) {
                level.height = Some(height);
            }
            Ok(format!("The levels of “{name}” are numbered from 1."))
        }
        _ => Err(Refused::Gone("level")),
    }
}

/// A new level is one above the last of its track, if that one's height is known.
fn add(draft: &mut Draft, on: &str, title: &str) -> Told {
    let title = named(title, "level")?;
    track(draft, on)?;
    let last = draft
        .levels
        .iter()
        .rposition(|one| one.tracks.iter().any(|id| id == on));
    let height = match last.and_then(|last| draft.levels.get(last)) {
        Some(below) => below.height.map(|height| height + 1),
        None => Some(1),
    };
    let mut ids = Ids::beside(draft.levels.iter().map(|one| one.id.as_str()));
    let told = format!("The level “{title}” was added.");
    let new = LevelFile {
        id: ids.give(&title, "level"),
        title,
        tracks: vec![on.to_owned()],
        height,
        ..LevelFile::default()
    };
    let place = last.map_or(draft.levels.len(), |last| last + 1);
    draft.levels.insert(place, new);
    Ok(told)
}

fn put_on(draft: &mut Draft, id: &str, on: &str, is_on: bool) -> Told {
    let name = track(draft, on)?.name.clone();
    let order: Vec<String> = draft.tracks.iter().map(|one| one.id.clone()).collect();
    let level = level(draft, id)?;
    if is_on {
        if !level.tracks.iter().any(|one| one == on) {
            level.tracks.push(on.to_owned());
        }
        level
            .tracks
            .sort_by_key(|id| order.iter().position(|one| one == id));
        return Ok(format!("“{}” is on “{name}” too.", level.title));
    }
    if level.tracks == [on] {
        return Err(Refused::LastTrack(level.title.clone()));
    }
    level.tracks.retain(|one| one != on);
    Ok(format!("“{}” is no longer on “{name}”.", level.title))
}

/// Those that it passes on its own tracks exchange heights with it, so that heights go on rising.
fn move_to(draft: &mut Draft, id: &str, to: usize) -> Told {
    let from = draft.levels.iter().position(|one| one.id == id);
    let from = from.ok_or(Refused::Gone("level"))?;
    let own = draft.levels[from].tracks.clone();
    let to = to.min(draft.levels.len() - 1);
    let (low, high) = (from.min(to), from.max(to));
    let is_passed =
        |one: &LevelFile| one.height.is_some() && one.tracks.iter().any(|id| own.contains(id));
    let is_known = draft.levels[from].height.is_some();
    let passed = draft.levels[low..=high].iter().filter(|one| is_passed(one));
    let heights: Vec<Option<u32>> = passed.map(|one| one.height).collect();
    moved(&mut draft.levels, from, to);
    if is_known {
        let passed = draft.levels[low..=high]
            .iter_mut()
            .filter(|one| is_passed(one));
        for (level, height) in passed.zip(heights) {
            level.height = height;
        }
    }
    Ok("A level was moved.".to_owned())
}

/// What was “the same as” this level says it itself from now on.
fn remove(draft: &mut Draft, id: &str) -> Told {
    let title = level(draft, id)?.title.clone();
    draft.levels.retain(|one| one.id != id);
    for track in &mut draft.tracks {
        track.from.retain(|one| one != id);
    }
    for item in &mut draft.competencies {
        let Some(gone) = item.cells.remove(id) else {
            continue;
        };
        for cell in item.cells.values_mut() {
            if cell.same_as.as_deref() == Some(id) {
                *cell = gone.clone();
            }
        }
    }
    Ok(format!("The level “{title}” was removed."))
}
