//! The entries of the search: every level, competency, expectation and page, and the parts of the
//! guide.

use std::collections::BTreeSet;

use crate::guide::Guide;
use crate::ladder::{Competency, Ladder, Level};
use crate::route::{Route, Topic};
use crate::search::{Entry, EntryKind};
use crate::web::guide::{line, tags, title};
use crate::web::search::site_pages::{TALK, about_parts, also, own_pages, site_pages};
use crate::web::site::Site;

/// Every entry of the ladder shown, in its order. Paths are from the app's root.
pub fn entries(site: Site) -> Vec<Entry> {
    let mut entries = Vec::new();
    entries.extend(site.ladder.levels.iter().map(|one| level(site, one)));
    competencies(site, &mut entries);
    pages(site, &mut entries);
    comparisons(site, &mut entries);
    if let Some(guide) = site.guide {
        parts(site, guide, &mut entries);
    }
    sources(site, &mut entries);
    entries
}

fn entry(
    site: Site,
    kind: EntryKind,
    title: &str,
    place: &str,
    text: String,
    route: Route,
) -> Entry {
    Entry {
        kind,
        title: title.to_owned(),
        place: place.to_owned(),
        text,
        path: site.at(route).path(),
        ..Entry::default()
    }
}

/// What there is of these texts, one after the other.
fn joined<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    let texts = texts.into_iter().filter(|text| !text.is_empty());
    texts.collect::<Vec<_>>().join(" ")
}

fn level(site: Site, level: &Level) -> Entry {
    let own = [level.about.as_deref(), level.question.as_deref()];
    let mut text = joined(own.into_iter().flatten());
    for (_, title) in site.ladder.titles(level) {
        if title != level.title {
            text.push_str(&format!(" {title}."));
        }
    }
    let route = Route::Level(level.id.clone());
    let kind = EntryKind::Level;
    entry(site, kind, &level.name(), &track(site, level), text, route)
}

/// The track of a level in a word; empty on a ladder of one track.
fn track(site: Site, level: &Level) -> String {
    let tracks = &site.ladder.tracks;
    match level.track().and_then(|track| tracks.get(track)) {
        _ if tracks.len() < 2 => String::new(),
        Some(track) => track.short.clone(),
        None if level.is_shared() => "shared".to_owned(),
        None => String::new(),
    }
}

fn competencies(site: Site, entries: &mut Vec<Entry>) {
    for item in &site.ladder.competencies {
        let route = Route::Competency(item.id.clone());
        let kind = EntryKind::Competency;
        entries.push(entry(
            site,
            kind,
            &item.name,
            &groups(site.ladder, item),
            about(site.ladder, item),
            route,
        ));
        for one in &site.ladder.levels {
            entries.extend(expectation(site, item, one));
        }
    }
}

/// The names of the groups of a competency.
fn groups(ladder: &Ladder, item: &Competency) -> String {
    let group = item.group.as_deref().and_then(|id| ladder.group(id));
    group.map(|group| group.name.clone()).unwrap_or_default()
}

/// What a competency means, the words to find it by, and what one could point to.
fn about(ladder: &Ladder, item: &Competency) -> String {
    let mut evidence: Vec<&str> = Vec::new();
    for track in 0..ladder.tracks.len() {
        for one in item.evidence_on(track) {
            if !evidence.contains(&one) {
                evidence.push(one);
            }
        }
    }
    let evidence = evidence.join(". ");
    let tags = item.tags.join(", ");
    let about = item.about.as_deref().unwrap_or_default();
    joined([about, &tags, &evidence])
}

/// What a level expects in a competency, headed by just that: on a page of its own, or as a part of the
/// level's.
fn expectation(site: Site, item: &Competency, level: &Level) -> Option<Entry> {
    let cell = item.at(level)?;
    let headline = cell.headline();
    let examples = cell.examples.iter().map(String::as_str);
    let said = cell.statements().chain(examples);
    let text = joined(said.filter(|statement| *statement != headline));
    let has_page = site.has_expectation_pages();
    let route = match has_page {
        true => Route::Expectation(level.id.clone(), item.id.clone()),
        false => Route::Level(level.id.clone()),
    };
    let kind = EntryKind::Expectation;
    let place = match track(site, level) {
        track if track.is_empty() => level.name(),
        track => format!("{} · {track}", level.name()),
    };
    let mut one = entry(site, kind, &item.name, &place, text, route);
    headline.clone_into(&mut one.headline);
    if !has_page {
        one.path.push_str(&format!("#{}", item.id));
    }
    Some(one)
}

fn pages(site: Site, entries: &mut Vec<Entry>) {
    let there: BTreeSet<String> = site.each().into_iter().flat_map(paths).collect();
    let is_there = |route: &Route| there.contains(&site.at(route.clone()).path());
    let kind = EntryKind::Page;
    for (title, text, route) in own_pages(site).into_iter().chain(site_pages()) {
        if is_there(&route) {
            let also = also(&route);
            let one = entry(site, kind, &title, "", text, route);
            entries.push(Entry { also, ..one });
        }
    }
    for topic in site.topics() {
        let route = Route::Topic(topic);
        let text = line(site, topic);
        let also = format!("{} {}", also(&route), tags(topic));
        let one = entry(site, kind, title(topic), "Guide", text, route);
        entries.push(Entry { also, ..one });
    }
    for level in &site.ladder.levels {
        let title = format!("Growth talk: {}", level.name());
        let text = "One sheet for two, to print.".to_owned();
        let route = Route::TalkSheet(level.id.clone());
        let one = entry(site, kind, &title, "", text, route);
        let also = TALK.to_owned();
        entries.push(Entry { also, ..one });
    }
    for [id, title, text, also] in about_parts(site) {
        let mut one = entry(
            site,
            EntryKind::Part,
            title,
            "About",
            text.to_owned(),
            Route::About,
        );
        one.path.push_str(&format!("#{id}"));
        one.also = also.to_owned();
        entries.push(one);
    }
}

fn paths(site: Site) -> Vec<String> {
    site.routes().iter().map(Route::path).collect()
}

/// Levels of equal height; every other pair is found from the page that compares.
fn comparisons(site: Site, entries: &mut Vec<Entry>) {
    for one in &site.ladder.levels {
        let twins = site.ladder.twins(one).into_iter();
        for twin in twins.filter(|twin| one.index < twin.index && site.compares(one, twin)) {
            let title = format!("Compare {} and {}", one.label(), twin.label());
            let text = format!("{} beside {}.", one.title, twin.title);
            let route = Route::Pair(one.id.clone(), twin.id.clone());
            entries.push(entry(site, EntryKind::Page, &title, "", text, route));
        }
    }
}

/// A part of a topic's page, at its place there.
fn part(site: Site, topic: Topic, id: &str, name: &str, text: String) -> Entry {
    let kind = EntryKind::Part;
    let mut one = entry(site, kind, name, title(topic), text, Route::Topic(topic));
    if !id.is_empty() {
        one.path.push_str(&format!("#{id}"));
    }
    one
}

/// The named parts of the guide, each at its place on the page of its topic.
fn parts(site: Site, guide: &Guide, entries: &mut Vec<Entry>) {
    let mut part = |topic: Topic, id: &str, name: &str, text: String| {
        entries.push(part(site, topic, id, name, text));
    };
    for trap in &guide.traps {
        let text = format!("{} {}", trap.tell, trap.remedy);
        part(Topic::Traps, &trap.id, &trap.name, text);
    }
    for area in &guide.focus_areas {
        part(Topic::Growing, &area.id, &area.name, area.goal.clone());
    }
    for sign in &guide.checklist {
        let name = "You may already be leading";
        part(Topic::Growing, "signs", name, sign.text.clone());
    }
    for attribute in &guide.attributes {
        let meaning = attribute.meaning.clone();
        part(Topic::Growing, &attribute.id, &attribute.name, meaning);
    }
    for stage in &guide.stages {
        part(Topic::Growing, "stages", &stage.name, stage.text.clone());
    }
    for symptom in &guide.work.symptoms {
        let text = format!("{} {}", symptom.means, symptom.remedy);
        part(Topic::Organisation, "symptoms", &symptom.tell, text);
    }
    for role in &guide.titles.roles {
        let levels = role
            .levels
            .iter()
            .filter_map(|name| site.ladder.level(name));
        let levels: Vec<&str> = levels.map(Level::label).collect();
        let text = format!("{} {}", role.text, levels.join(" "));
        part(Topic::Titles, "", &role.name, text);
    }
    for mapping in &guide.titles.mappings {
        let name = format!("{}: {}", mapping.company, mapping.theirs);
        let rungs: Vec<String> = mapping.rungs.iter().map(u8::to_string).collect();
        let text = format!("Here: level {}. {}", rungs.join(", "), mapping.why);
        part(Topic::Titles, "", &name, text);
    }
    for step in &guide.organisation.steps {
        part(Topic::Organisation, "", &step.name, step.text.clone());
    }
    for tension in &guide.tensions {
        let text = format!("{} {}", tension.disagreement, tension.resolution);
        part(Topic::Sources, "", &tension.topic, text);
    }
}

/// What the ladder rests on.
fn sources(site: Site, entries: &mut Vec<Entry>) {
    for source in &site.ladder.sources {
        let words = [source.author.as_deref(), source.took.as_deref()];
        let words: Vec<&str> = words.into_iter().flatten().collect();
        let id = format!("source-{}", source.id);
        entries.push(part(
            site,
            Topic::Sources,
            &id,
            &source.title,
            words.join(". "),
        ));
    }
}
