//! Edits of tracks.

use crate::import::Ids;
use crate::ladder::{Draft, TrackFile};
use crate::studio::apply::{Told, moved, named, track};
use crate::studio::{Edit, Refused};

pub(super) fn apply(draft: &mut Draft, edit: &Edit) -> Told {
    match edit {
        Edit::AddTrack(name) => {
            let name = named(name, "track")?;
            let mut ids = Ids::beside(draft.tracks.iter().map(|one| one.id.as_str()));
            let told = format!("The track “{name}” was added.");
            draft.tracks.push(TrackFile {
                id: ids.give(&name, "track"),
                name,
                ..TrackFile::default()
            });
            Ok(told)
        }
        Edit::TrackName(id, name) => {
            let name = named(name, "track")?;
            track(draft, id)?.name = name;
            Ok("A track was renamed.".to_owned())
        }
        Edit::TrackManages(id, manages) => {
            let track = track(draft, id)?;
            track.manages = *manages;
            Ok(match manages {
                true => format!("People on “{}” have reports.", track.name),
                false => format!("People on “{}” have no reports.", track.name),
            })
        }
        Edit::MoveTrack(id, to) => {
            let from = draft.tracks.iter().position(|one| one.id == *id);
            moved(&mut draft.tracks, from.ok_or(Refused::Gone("track"))?, *to);
            Ok("A track was moved.".to_owned())
        }
        Edit::RemoveTrack(id) => remove(draft, id),
        _ => Err(Refused::Gone("track")),
    }
}

fn remove(draft: &mut Draft, id: &str) -> Told {
    let name = track(draft, id)?.name.clone();
    let alone = draft.levels.iter().filter(|one| one.tracks == [id]);
    let titles: Vec<String> = alone.map(|one| one.title.clone()).collect();
    if let Some(title) = titles.first() {
        return Err(Refused::StillUsed(name, title.clone(), titles.len()));
    }
    draft.tracks.retain(|one| one.id != id);
    for level in &mut draft.levels {
        level.tracks.retain(|one| one != id);
    }
    // A competency of this track alone would be one of all tracks.
    draft.competencies.retain(|one| one.tracks != [id]);
    for item in &mut draft.competencies {
        item.tracks.retain(|one| one != id);
        item.weight.remove(id);
        item.evidence.remove(id);
    }
    let is_side = draft
        .quiz
        .as_ref()
        .is_some_and(|sides| sides.deep == id || sides.broad == id);
    if is_side {
        draft.quiz = None;
    }
    Ok(format!("The track “{name}” was removed."))
}
