//! The entries of the search: every level, competency, expectation and page, and the parts of the
//! guide.

use crate::ladder::{Ladder, Level, LevelCode, Track};
use crate::route::{Route, Topic};
use crate::search::{Entry, EntryKind};
use crate::web::guide::{line, title};
use crate::web::site::Site;

/// Every entry, in the order of the ladder.
pub fn entries(site: Site) -> Vec<Entry> {
    let mut entries = Vec::new();
    entries.extend(site.ladder.levels.iter().map(|one| level(site.ladder, one)));
    competencies(site.ladder, &mut entries);
    pages(&mut entries);
    comparisons(site.ladder, &mut entries);
    parts(site, &mut entries);
    entries
}

fn entry(kind: EntryKind, title: &str, place: &str, text: String, route: &Route) -> Entry {
    Entry {
        kind,
        title: title.to_owned(),
        place: place.to_owned(),
        text,
        path: route.path(),
    }
}

fn level(ladder: &Ladder, level: &Level) -> Entry {
    let mut text = format!("{} {}", level.summary, level.question);
    for scheme in &ladder.title_schemes {
        if let Some(title) = scheme.titles.get(&level.code)
            && *title != level.title
        {
            text.push_str(&format!(" {title}."));
        }
    }
    let title = format!("{} {}", level.code, level.title);
    entry(
        EntryKind::Level,
        &title,
        "Level",
        text,
        &Route::Level(level.code),
    )
}

fn competencies(ladder: &Ladder, entries: &mut Vec<Entry>) {
    for item in &ladder.competencies {
        let route = Route::Competency(item.id.clone());
        let evidence = Track::BOTH.map(|track| item.evidence.on(track).join(". "));
        let text = format!("{} {}", item.meaning, evidence.join(". "));
        entries.push(entry(
            EntryKind::Competency,
            &item.name,
            "Competency",
            text,
            &route,
        ));
        for one in &ladder.levels {
            let Some(cell) = item.expectations.get(&one.code) else {
                continue;
            };
            let detail = cell.detail.as_deref().unwrap_or_default();
            let text = format!("{}. {detail}", cell.gist).trim().to_owned();
            let place = format!("{} {}", one.code, one.title);
            let route = Route::Expectation(one.code, item.id.clone());
            entries.push(entry(
                EntryKind::Expectation,
                &item.name,
                &place,
                text,
                &route,
            ));
        }
    }
}

fn pages(entries: &mut Vec<Entry>) {
    for (title, text, route) in [
        (
            "Both tracks",
            "The fork and the matrix of a rung.",
            Route::Home,
        ),
        (
            "All levels",
            "Fourteen levels: trunk, deep, broad.",
            Route::Levels,
        ),
        (
            "All competencies",
            "Fourteen competencies in three dimensions.",
            Route::Competencies,
        ),
        (
            "The whole matrix",
            "Every level of both tracks at once, with filters.",
            Route::Matrix,
        ),
        (
            "Compare two levels",
            "Same, new, falls away; take on, let go.",
            Route::Compare,
        ),
        (
            "Guide to both tracks",
            "Everything around the ladder.",
            Route::Guide,
        ),
        (
            "The quiz",
            "Deep or broad: which energises you? Self-assessment.",
            Route::Quiz,
        ),
        (
            "Your results",
            "Attempts kept in this browser.",
            Route::Results,
        ),
        (
            "The whole ladder, to print",
            "Everything on one page: print, PDF, A4, Letter.",
            Route::Whole,
        ),
        (
            "Link and embed",
            "Addresses, Markdown, HTML, iframe, wiki.",
            Route::Link,
        ),
        (
            "My data",
            "What is kept: backup, restore, lock, delete.",
            Route::Data,
        ),
        (
            "Privacy, to check for yourself",
            "What stays in your browser, and the silent network.",
            Route::Privacy,
        ),
        ("About", "Purpose, privacy, licences.", Route::About),
    ] {
        entries.push(entry(
            EntryKind::Page,
            title,
            "Page",
            text.to_owned(),
            &route,
        ));
    }
    for topic in Topic::ALL {
        let route = Route::Topic(topic);
        entries.push(entry(
            EntryKind::Page,
            title(topic),
            "Guide",
            line(topic).to_owned(),
            &route,
        ));
    }
}

/// The twins of each rung; all other pairs can be found through the compare page.
fn comparisons(ladder: &Ladder, entries: &mut Vec<Entry>) {
    for one in &ladder.levels {
        let Some(twin) = one.code.twin().filter(|_| one.code.track() == Track::Deep) else {
            continue;
        };
        let other = ladder.level(twin).map_or("", |level| &level.title);
        let title = format!("Compare {} and {twin}", one.code);
        let text = format!("{} and {other}, clause by clause.", one.title);
        let route = Route::Pair(one.code, twin);
        entries.push(entry(EntryKind::Page, &title, "Compare", text, &route));
    }
}

/// The named parts of the guide, each with its position on the page of its topic.
fn parts(site: Site, entries: &mut Vec<Entry>) {
    let guide = site.guide;
    let mut part = |topic: Topic, id: &str, name: &str, text: String| {
        let mut one = entry(
            EntryKind::Part,
            name,
            title(topic),
            text,
            &Route::Topic(topic),
        );
        if !id.is_empty() {
            one.path.push_str(&format!("#{id}"));
        }
        entries.push(one);
    };
    for trap in &guide.traps {
        let text = format!("{} {}", trap.tell, trap.remedy);
        part(Topic::Traps, &trap.id, &trap.name, text);
    }
    for area in &guide.focus_areas {
        part(Topic::Leading, &area.id, &area.name, area.goal.clone());
    }
    for sign in &guide.checklist {
        part(
            Topic::Leading,
            "",
            "You may already be leading",
            sign.text.clone(),
        );
    }
    for attribute in &guide.attributes {
        part(
            Topic::Attributes,
            &attribute.id,
            &attribute.name,
            attribute.meaning.clone(),
        );
    }
    for stage in &guide.stages {
        part(Topic::Impact, "", &stage.name, stage.text.clone());
    }
    for symptom in &guide.work.symptoms {
        part(
            Topic::Work,
            "",
            &symptom.tell,
            format!("{} {}", symptom.means, symptom.remedy),
        );
    }
    for role in &guide.titles.roles {
        let levels: Vec<String> = role.levels.iter().map(LevelCode::to_string).collect();
        part(
            Topic::Titles,
            "",
            &role.name,
            format!("{} {}", role.text, levels.join(" ")),
        );
    }
    for mapping in &guide.titles.mappings {
        let name = format!("{}: {}", mapping.company, mapping.theirs);
        let rungs: Vec<String> = mapping.rungs.iter().map(u8::to_string).collect();
        part(
            Topic::Titles,
            "",
            &name,
            format!("Rung {}. {}", rungs.join(", "), mapping.why),
        );
    }
    for step in &guide.organisation.steps {
        part(Topic::Organisation, "", &step.name, step.text.clone());
    }
    for tension in &guide.tensions {
        let text = format!("{} {}", tension.disagreement, tension.resolution);
        part(Topic::Sources, "", &tension.topic, text);
    }
    for source in &site.ladder.sources {
        let text = format!("{}. {}", source.author, source.took);
        part(
            Topic::Sources,
            &format!("source-{}", source.id),
            &source.title,
            text,
        );
    }
}
