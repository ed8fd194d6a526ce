//! Which tracks are of people who have reports: by the names of tracks and levels, which is asked.

use crate::import::found::Found;
use crate::import::names::words;
use crate::import::order::Placed;

/// Letters of codes that stand for managers.
pub(super) const PEOPLE: [&str; 3] = ["M", "EM", "TL"];

/// Whether a name is about people who have reports.
pub(super) fn says_people(text: &str) -> bool {
    let all = [
        "manager",
        "managers",
        "management",
        "director",
        "pm",
        "people",
    ];
    // These manage something else.
    let of_things = [
        "product",
        "project",
        "program",
        "programme",
        "account",
        "community",
    ];
    let words = words(text);
    let has = |all: &[&str]| words.iter().any(|word| all.contains(&word.as_str()));
    has(&all) && !has(&of_things)
}

/// Whether a track is called one of leads of people.
fn says_leads(track: &str) -> bool {
    let words = words(track);
    let has = |all: &[&str]| words.iter().any(|word| all.contains(&word.as_str()));
    has(&[
        "lead",
        "leads",
        "teamlead",
        "teamleads",
        "leadership",
        "head",
        "heads",
        "leitung",
        "führung",
    ]) && !has(&["tech", "technical", "individual", "individuals"])
}

/// Whether people on each track have reports. Tracks have ids and names.
pub(super) fn managing(
    found: &mut Found,
    ids: &[String],
    names: &[String],
    levels: &[Placed],
) -> Vec<bool> {
    let (guess, guess_names): (Vec<&str>, Vec<&str>) = ids
        .iter()
        .enumerate()
        .filter(|(track, _)| {
            let own: Vec<&Placed> = levels
                .iter()
                .filter(|level| level.tracks.len() == 1 && level.tracks.contains(track))
                .collect();
            let managers = own
                .iter()
                .filter(|level| says_people(&found.levels[level.of[0]].title))
                .count();
            found.tracks.get(*track).is_some_and(|track| {
                says_people(&track.name)
                    || (ids.len() > 1 && says_leads(&track.name))
                    || PEOPLE.contains(&track.name.as_str())
            }) || (managers > 0 && managers * 2 >= own.len())
        })
        .map(|(at, id)| (id.as_str(), names[at].as_str()))
        .unzip();
    if ids.len() < 2 && guess.is_empty() {
        return vec![false; ids.len()];
    }
    let none = match ids.len() {
        0 | 1 => "They have none",
        2 => "On neither",
        _ => "On none of them",
    };
    let mut options = vec![("none", none)];
    options.extend(
        ids.iter()
            .zip(names)
            .map(|(id, name)| (id.as_str(), name.as_str())),
    );
    let (several, several_names) = (guess.join(","), guess_names.join(", "));
    if guess.len() > 1 {
        options.push((&several, &several_names));
    }
    let answer = found.ask_freely(
        "tracks.manage",
        "On which tracks do people have direct reports?",
        if guess.is_empty() { "none" } else { &several },
        &options,
        "the ids of several tracks with commas",
    );
    let chosen: Vec<&str> = answer.split(',').map(str::trim).collect();
    for id in &chosen {
        if *id != "none" && !ids.iter().any(|one| one == id) {
            found.refused.push(format!(
                "“{id}” in “tracks.manage” is the id of no track; the ids are: {}",
                ids.join(", ")
            ));
        }
    }
    ids.iter().map(|id| chosen.contains(&id.as_str())).collect()
}
