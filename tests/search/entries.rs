//! Entries built from the default pack, for the tests and for the measurement of the search.
//! Uses the pack and the search, not the pages.

use ladder_explorer::ladder::{Competency, Ladder, Level};
use ladder_explorer::search::{Entry, EntryKind};

const LADDER: &str = include_str!("../../ladders/technical-leadership.json");

/// An entry for each level, each competency, each expectation and some pages.
///
/// # Errors
/// If the pack has faults, the first of them.
pub fn of_the_default_pack() -> Result<Vec<Entry>, String> {
    let ladder = Ladder::parse(LADDER)
        .map_err(|faults| faults.first().map(ToString::to_string).unwrap_or_default())?;
    let mut entries = Vec::new();
    for competency in &ladder.competencies {
        entries.push(entry_of_competency(&ladder, competency));
        for level in &ladder.levels {
            let expectation = &competency.expectations[&level.code];
            let text = match &expectation.detail {
                Some(detail) => format!("{}. {detail}", expectation.gist),
                None => expectation.gist.clone(),
            };
            entries.push(Entry {
                kind: EntryKind::Expectation,
                title: competency.name.clone(),
                place: heading(level),
                text,
                path: format!("levels/{}/{}/", level.code.slug(), competency.id),
            });
        }
    }
    entries.extend(ladder.levels.iter().map(entry_of_level));
    for (title, text, path) in [
        ("The quiz", "Does deep or broad work energise you?", "quiz/"),
        ("About", "Titles, sources and privacy.", "about/"),
    ] {
        entries.push(Entry {
            kind: EntryKind::Page,
            title: title.to_owned(),
            place: String::new(),
            text: text.to_owned(),
            path: path.to_owned(),
        });
    }
    Ok(entries)
}

fn heading(level: &Level) -> String {
    format!("{} {}", level.code, level.title)
}

fn entry_of_level(level: &Level) -> Entry {
    let text = [
        &level.summary,
        &level.scope,
        &level.autonomy,
        &level.question,
        &level.ready_signal,
        &level.trap,
    ];
    Entry {
        kind: EntryKind::Level,
        title: heading(level),
        place: "Level".to_owned(),
        text: text.map(String::as_str).join(" "),
        path: format!("levels/{}/", level.code.slug()),
    }
}

fn entry_of_competency(ladder: &Ladder, competency: &Competency) -> Entry {
    let dimension = ladder
        .dimensions
        .iter()
        .find(|dimension| dimension.id == competency.dimension);
    Entry {
        kind: EntryKind::Competency,
        title: competency.name.clone(),
        place: dimension.map_or_else(String::new, |dimension| dimension.name.clone()),
        text: competency.meaning.clone(),
        path: format!("competencies/{}/", competency.id),
    }
}
