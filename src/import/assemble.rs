//! From what was found to the draft of a ladder and its report.

use std::collections::BTreeSet;

use crate::import::competencies::{competencies, same_competencies};
use crate::import::found::{Found, FoundLevel};
use crate::import::names::{Ids, clean, key, slug};
use crate::import::order::{self, Placed};
use crate::import::{
    Counts, Import, Refusal, Report, Source, heights, language, pay, people, steps,
};
use crate::ladder::{
    CellFile, Direction, Draft, LevelFile, MOST_COMPETENCIES, MOST_LEVELS, MOST_TRACKS, TrackFile,
    is_reserved,
};

/// The most tracks among which one is not asked to choose.
const TRACKS_AT_ONCE: usize = 6;

/// The most heights that pages show.
const MOST_HEIGHTS: usize = 200;
/// The most files that a sentence names.
const NAMED_AT_ONCE: usize = 3;

/// The way out for a ladder that is too large.
const REMEDY: &str = "choose one family of tracks with “tracks.only”, or split the file";

/// Makes a ladder of what was found.
pub(super) fn ladder(mut found: Found, files: &[Source]) -> Result<Import, Refusal> {
    if found.levels.is_empty() && found.competencies.is_empty() {
        let told = found
            .notes()
            .into_iter()
            .take(3)
            .map(|note| format!("{}: {} ({})", note.place, note.text, note.why));
        let first = format!(
            "there is no level and no competency in {}; choose a table with levels in its first row or column, or a document with a heading for each level",
            names(files)
        );
        return Err(Refusal::all(std::iter::once(first).chain(told)));
    }
    let counts = [
        ("tracks", found.tracks.len(), 1_000),
        ("levels", found.levels.len(), 10_000),
        ("competencies", found.competencies.len(), 1_000),
    ];
    beyond_counts(&counts)?;
    pay::leave_out(&mut found);
    steps::in_order(&mut found);
    only_some_tracks(&mut found);
    same_competencies(&mut found);
    let is_used = |at| found.levels.iter().any(|level| level.track == Some(at));
    let is_used: Vec<bool> = (0..found.tracks.len()).map(is_used).collect();
    found.keep_tracks(&is_used);
    order::tracks(&mut found);
    let mut levels = order::shared(&mut found);
    heights::standings(&mut found);
    beyond_counts(&[("levels", levels.len(), MOST_LEVELS)])?;
    level_ids(&found, &mut levels);
    order::in_order(&mut found, &mut levels);
    if !levels.is_empty() {
        heights::heights(&mut found, &mut levels);
    }
    let name = name(&mut found, files);
    let mut ids = Ids::default();
    let track_names: Vec<String> = match found.tracks.is_empty() {
        true => vec![name.clone()],
        false => found
            .tracks
            .iter()
            .map(|track| track.name.clone())
            .collect(),
    };
    let track_ids: Vec<String> = track_names
        .iter()
        .map(|name| track_id(&mut ids, name))
        .collect();
    let manages = people::managing(&mut found, &track_ids, &track_names, &levels);
    let tracks = track_names.iter().zip(&track_ids).zip(manages).enumerate();
    let tracks = tracks.map(|(at, ((name, id), manages))| TrackFile {
        id: id.clone(),
        name: name.clone(),
        manages,
        about: found.tracks.get(at).and_then(|track| whole(&track.about)),
        group: found.tracks.get(at).and_then(|track| track.group.clone()),
        ..TrackFile::default()
    });
    let tracks: Vec<TrackFile> = tracks.collect();
    let texts = found.cells.values().flat_map(texts);
    let about = found
        .competencies
        .iter()
        .flat_map(|one| &one.about)
        .map(String::as_str);
    let guess = language::of(
        texts
            .chain(about)
            .chain(found.levels.iter().map(|level| level.title.as_str())),
    );
    let lang = found.ask_freely(
        "language",
        "Which language are the texts in?",
        guess,
        &language::OFFERED,
        "the tag of another language, such as nb",
    );
    let id = id(&mut found, &name);
    let mut draft = Draft {
        dir: if language::is_right_to_left(&lang) {
            Direction::Rtl
        } else {
            Direction::Ltr
        },
        lang,
        about: whole(&found.about),
        tracks,
        levels: levels
            .iter()
            .map(|level| level_file(&found.levels, level, &track_ids))
            .collect(),
        scales: std::mem::take(&mut found.scales),
        ..Draft::blank(id, name)
    };
    competencies(&mut found, &levels, &track_ids, &mut draft);
    found.note_idle_choices();
    found.fold_tables();
    let report = Report {
        read: Counts::of(&draft),
        dropped: found.notes(),
        guessed: std::mem::take(&mut found.guessed),
    };
    if !found.refused.is_empty() {
        return Err(Refusal::all(found.refused.into_iter()));
    }
    beyond(&draft)?;
    Ok(Import { draft, report })
}

/// Refuses what no page can show, with the way out.
fn beyond(draft: &Draft) -> Result<(), Refusal> {
    let counts = [
        ("tracks", draft.tracks.len(), MOST_TRACKS),
        ("levels", draft.levels.len(), MOST_LEVELS),
        ("competencies", draft.competencies.len(), MOST_COMPETENCIES),
    ];
    beyond_counts(&counts)?;
    let heights: BTreeSet<u32> = draft.levels.iter().filter_map(|one| one.height).collect();
    if heights.len() > MOST_HEIGHTS {
        return Err(Refusal::one(format!(
            "there are {} levels one above the other, and {MOST_HEIGHTS} are the most; give the column that has the tracks the heading “Track”, or {REMEDY}",
            heights.len()
        )));
    }
    let text = draft.to_json();
    match crate::guard::Limits::PACK.check(&text) {
        Ok(()) => Ok(()),
        Err(excess) => Err(Refusal::one(format!(
            "the ladder {}; {REMEDY}",
            excess.problem()
        ))),
    }
}

/// Refuses lists that are too long: a name, the number of entries, and the most.
fn beyond_counts(counts: &[(&str, usize, usize)]) -> Result<(), Refusal> {
    let told: Vec<String> = counts
        .iter()
        .filter(|(_, count, most)| count > most)
        .map(|(list, count, most)| {
            format!("there are {count} {list}, and {most} are the most; {REMEDY}")
        })
        .collect();
    match told.is_empty() {
        true => Ok(()),
        false => Err(Refusal::all(told.into_iter())),
    }
}

/// Keeps the tracks that were chosen, where there are many.
fn only_some_tracks(found: &mut Found) {
    if found.tracks.len() <= TRACKS_AT_ONCE {
        return;
    }
    let mut options = vec![("all".to_owned(), "All of them".to_owned())];
    for track in &found.tracks {
        for name in [track.group.as_ref(), Some(&track.name)]
            .into_iter()
            .flatten()
        {
            let id = slug(name);
            if options.iter().all(|(known, _)| *known != id) {
                options.push((id, name.clone()));
            }
        }
    }
    let options: Vec<(&str, &str)> = options
        .iter()
        .map(|(id, name)| (id.as_str(), name.as_str()))
        .collect();
    let question = format!(
        "There are {} tracks. Which of them shall be read?",
        found.tracks.len()
    );
    let answer = found.ask_freely(
        "tracks.only",
        &question,
        "all",
        &options,
        "several ids with commas",
    );
    let options: Vec<&str> = options.iter().map(|(id, _)| *id).collect();
    if answer == "all" {
        return;
    }
    let wanted: Vec<&str> = answer.split(',').map(str::trim).collect();
    if let Some(unknown) = wanted.iter().find(|one| !options.contains(one)) {
        found.refused.push(format!(
            "“{unknown}” in “tracks.only” is no track; choose one of: {}",
            options.join(", ")
        ));
        return;
    }
    let mut is_kept: Vec<bool> = Vec::new();
    for at in 0..found.tracks.len() {
        let track = found.tracks[at].clone();
        let names = [Some(&track.name), track.group.as_ref()];
        let kept = names
            .into_iter()
            .flatten()
            .any(|name| wanted.contains(&slug(name).as_str()));
        if !kept {
            found.drop(
                "all files",
                &track.name,
                "another track than the chosen ones",
            );
        }
        is_kept.push(kept);
    }
    found.keep_tracks(&is_kept);
    found.has_left_out = true;
}

/// Ids of levels: from the code where all codes differ, else from the title.
fn level_ids(found: &Found, levels: &mut [Placed]) {
    let codes: Vec<Option<&String>> = levels
        .iter()
        .map(|level| found.levels[level.of[0]].code.as_ref())
        .collect();
    let is_number = |code: &str| {
        code.bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.')
    };
    let distinct: BTreeSet<String> = codes.iter().flatten().map(|code| key(code)).collect();
    let are_distinct = distinct.len() == levels.len();
    let by_code = are_distinct && codes.iter().flatten().all(|code| !is_number(code));
    let titles: Vec<String> = levels
        .iter()
        .map(|level| slug(&found.levels[level.of[0]].title))
        .collect();
    let mut ids = Ids::default();
    for (at, level) in levels.iter_mut().enumerate() {
        let one = &found.levels[level.of[0]];
        let is_again = titles.iter().filter(|title| **title == titles[at]).count() > 1;
        let track = one
            .track
            .and_then(|track| found.tracks.get(track))
            .filter(|_| is_again && level.of.len() == 1);
        let name = match (&one.code, track) {
            (Some(code), _) if by_code => code.clone(),
            (Some(code), None) if is_again && are_distinct => {
                format!("{} {code}", one.title)
            }
            (_, Some(track)) => format!("{} {}", track.name, one.title),
            _ => one.title.clone(),
        };
        level.id = ids.give(&name, "level");
    }
}

fn track_id(ids: &mut Ids, name: &str) -> String {
    match slug(name).as_str() {
        "all" | "both" => ids.give(&format!("track {name}"), "track"),
        _ => ids.give(name, "track"),
    }
}

/// The names of the first files, and how many more there are.
fn names(files: &[Source]) -> String {
    let first = files.iter().take(NAMED_AT_ONCE);
    let first: Vec<&str> = first.map(|file| file.name.as_str()).collect();
    let more = match files.len().saturating_sub(NAMED_AT_ONCE) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    first.join(", ") + &more
}

fn name(found: &mut Found, files: &[Source]) -> String {
    // What has no name of a file was pasted: that is no name.
    let is_pasted = |name: &String| {
        let mut pasted = files.iter().filter(|file| !file.name.contains('.'));
        pasted.any(|file| key(&file.name) == key(name))
    };
    let guess = found
        .name
        .clone()
        .map(|name| clean(&name))
        .filter(|name| !name.is_empty() && !is_pasted(name));
    let guess = guess.unwrap_or_else(|| "Our ladder".to_owned());
    let guess: String = guess.chars().take(80).collect();
    let answer = found.ask_freely(
        "name",
        "What is the ladder called? Its pages show this name, such as “Engineering levels”.",
        &guess,
        &[],
        "",
    );
    let answer = clean(&answer);
    if answer.is_empty() { guess } else { answer }
}

fn id(found: &mut Found, name: &str) -> String {
    let chosen = found.chosen("id").map(str::to_owned);
    let id = chosen.unwrap_or_else(|| slug(name));
    match id.as_str() {
        "" => "ladder".to_owned(),
        id if is_reserved(id) => format!("{id}-ladder"),
        id => id.to_owned(),
    }
}

/// Several texts as one; none if there is none.
pub(super) fn whole(texts: &[String]) -> Option<String> {
    let text = texts.join(" ");
    (!text.is_empty()).then_some(text)
}

fn texts(cell: &CellFile) -> impl Iterator<Item = &str> {
    let items = cell.items.iter().map(|item| match item {
        crate::ladder::ItemFile::Text(text) => text.as_str(),
        crate::ladder::ItemFile::Whole(item) => item.text.as_str(),
    });
    cell.text.iter().map(String::as_str).chain(items)
}

fn level_file(found: &[FoundLevel], placed: &Placed, tracks: &[String]) -> LevelFile {
    let all = || placed.of.iter().filter_map(|at| found.get(*at));
    let mut about: Vec<String> = Vec::new();
    let mut level = LevelFile {
        id: placed.id.clone(),
        height: placed.height,
        tracks: placed
            .tracks
            .iter()
            .filter_map(|at| tracks.get(*at))
            .cloned()
            .collect(),
        ..LevelFile::default()
    };
    for one in all() {
        if level.title.is_empty() {
            level.title.clone_from(&one.title);
            level.code = one.code.clone().filter(|code| *code != one.title);
        }
        level.points = level.points.or(one.points);
        for text in &one.about {
            if !about.contains(text) {
                about.push(text.clone());
            }
        }
        for fact in &one.facts {
            if !level.facts.contains(fact) {
                level.facts.push(fact.clone());
            }
        }
    }
    level.about = whole(&about);
    level
}
