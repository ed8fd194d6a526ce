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
            let Some(expectation) = competency.at(level) else {
                continue;
            };
            let headline = expectation.headline();
            let text = expectation.text.as_deref().filter(|text| *text != headline);
            entries.push(Entry {
                kind: EntryKind::Expectation,
                title: competency.name.clone(),
                headline: headline.to_owned(),
                place: level.name(),
                text: text.unwrap_or_default().to_owned(),
                path: format!("levels/{}/{}/", level.id, competency.id),
                ..Entry::default()
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
            ..Entry::default()
        });
    }
    Ok(entries)
}

fn entry_of_level(level: &Level) -> Entry {
    let own = [&level.about, &level.question].into_iter().flatten();
    let facts = level.facts.iter().filter_map(|fact| fact.text.as_ref());
    let texts: Vec<&str> = own.chain(facts).map(String::as_str).collect();
    Entry {
        kind: EntryKind::Level,
        title: level.name(),
        place: "Level".to_owned(),
        text: texts.join(" "),
        path: format!("levels/{}/", level.id),
        ..Entry::default()
    }
}

fn entry_of_competency(ladder: &Ladder, competency: &Competency) -> Entry {
    let group = competency.group.as_deref().and_then(|id| ladder.group(id));
    Entry {
        kind: EntryKind::Competency,
        title: competency.name.clone(),
        place: group.map_or_else(String::new, |group| group.name.clone()),
        text: competency.about.clone().unwrap_or_default(),
        path: format!("competencies/{}/", competency.id),
        ..Entry::default()
    }
}
