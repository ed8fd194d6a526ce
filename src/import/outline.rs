//! Documents of headings, bullets and tables: which heading is a track, a level, a group or a competency,
//! and what stands below it. What the headings are is a guess that is asked.

use crate::import::document::{Document, What};
use crate::import::found::Found;
use crate::import::labels::level_leads;
use crate::import::level_words::{is_level, rank};
use crate::import::names::{clean, key};
use crate::import::roles::{Leads, Plan, Role, in_words};
use crate::import::shape::Context;
use crate::import::walk::{UNNAMED, Walk};

/// Files that explain a ladder and are none.
const EXPLAINS: [&str; 10] = [
    "readme",
    "index",
    "overview",
    "introduction",
    "contributing",
    "license",
    "changelog",
    "faq",
    "glossary",
    "codeofconduct",
];

/// Reads documents: each is a track, or a level, or the whole.
pub(super) fn read(found: &mut Found, mut documents: Vec<Document>) {
    if documents.is_empty() {
        return;
    }
    documents.iter_mut().for_each(level_leads);
    let documents = without_explanations(found, documents);
    let plans: Vec<Plan> = documents.iter().map(Plan::guess).collect();
    let plans = confirmed(found, &documents, plans);
    let both = documents.iter().zip(&plans);
    let names: Vec<String> = both.map(|(document, plan)| name(document, plan)).collect();
    let has_levels = plans.iter().filter(|plan| plan.has_levels).count();
    let (names, common) = without_end(names);
    let guess = match (documents.len(), has_levels) {
        (1, 0)
            if plans.iter().all(Plan::has_no_table)
                && names.iter().all(|name| is_named_level(name)) =>
        {
            "levels"
        }
        (1, _) => "whole",
        (_, 0) => "levels",
        _ if are_competencies(&plans) => "competencies",
        _ => "tracks",
    };
    let what = match documents.len() {
        1 if guess == "whole" => guess.to_owned(),
        _ => found.ask(
            "files",
            "What does each file hold?",
            guess,
            &[
                ("levels", "One level"),
                ("tracks", "One track, with its levels"),
                ("competencies", "One competency, at all levels"),
                ("whole", "A part of the whole ladder"),
            ],
        ),
    };
    if found.name.is_none() {
        found.name = common.or_else(|| together(&names));
    }
    for ((document, plan), name) in documents.into_iter().zip(plans).zip(names) {
        let first = plan.title.as_ref().filter(|_| plan.roles[0] == Role::Title);
        if let Some(first) = first.filter(|first| !key(&name).contains(&key(first))) {
            found.drop(&document.file, first, UNNAMED);
        }
        let mut context = Context::default();
        match what.as_str() {
            "levels" => context.level = Some(found.level(None, &name)),
            "tracks" => context.track = Some(found.track(&name, None)),
            "competencies" => context.competency = Some(found.competency(&name, None)),
            _ => {}
        }
        Walk::new(found, &document.file, plan, context).parts(document.parts);
    }
}

/// The documents, without those that explain the others: by their names, and because they name no level.
/// The report lists what these say; their first paragraph says what the ladder is about.
fn without_explanations(found: &mut Found, documents: Vec<Document>) -> Vec<Document> {
    let is_named = |document: &Document| EXPLAINS.contains(&key(stem(&document.file)).as_str());
    if documents.iter().all(is_named) {
        return documents;
    }
    let mut others = Vec::new();
    for document in documents {
        let plan = Plan::guess(&document);
        if is_named(&document) && !plan.has_levels && plan.has_no_table() {
            let plan = plan.explaining();
            let title = plan.title.as_ref();
            let title = title.filter(|title| !EXPLAINS.contains(&key(title).as_str()));
            found.name = found.name.take().or_else(|| title.cloned());
            Walk::new(found, &document.file, plan, Context::default()).parts(document.parts);
        } else {
            others.push(document);
        }
    }
    others
}

/// Whether documents have the same levels and nothing but texts below them, so that each is a competency.
fn are_competencies(plans: &[Plan]) -> bool {
    let is_plain = |plan: &Plan| {
        let has_track = plan.roles.contains(&Role::Track);
        plan.has_levels && !plan.has_competencies && !has_track && plan.leads == Leads::Text
    };
    let first = plans.first().map(|plan| &plan.levels);
    let is_same =
        |plan: &Plan| first.is_some_and(|levels| plan.levels.intersection(levels).count() > 1);
    plans.iter().all(|plan| is_plain(plan) && is_same(plan))
}

/// The marks before what all titles of a site end with.
const ENDS: [&str; 5] = [" - ", " – ", " — ", " | ", " · "];

/// Names without what all of them end with behind a mark, and that end.
fn without_end(names: Vec<String>) -> (Vec<String>, Option<String>) {
    let end = |name: &String| {
        let parts = ENDS.iter().filter_map(|mark| name.rsplit_once(mark));
        let part = parts.min_by_key(|(_, end)| end.len())?;
        (!part.0.trim().is_empty()).then(|| (part.0.trim().to_owned(), part.1.trim().to_owned()))
    };
    let parts: Option<Vec<(String, String)>> = names.iter().map(end).collect();
    match parts {
        Some(parts) if parts.len() > 1 && parts.iter().all(|one| one.1 == parts[0].1) => {
            let common = parts.first().map(|(_, end)| end.clone());
            (parts.into_iter().map(|(start, _)| start).collect(), common)
        }
        _ => (names, None),
    }
}

/// Reads a document whose texts hold of one level.
pub(super) fn below(found: &mut Found, document: Document, level: usize) {
    let context = Context {
        level: Some(level),
        ..Context::default()
    };
    let plans = confirmed(
        found,
        std::slice::from_ref(&document),
        vec![Plan::guess(&document)],
    );
    for plan in plans {
        Walk::new(found, &document.file, plan, context.clone()).parts(document.parts.clone());
    }
}

/// The plans after the choices. Files that are alike are asked about once.
fn confirmed(found: &mut Found, documents: &[Document], mut plans: Vec<Plan>) -> Vec<Plan> {
    let with_headings = || {
        documents.iter().zip(&plans).filter(|(document, _)| {
            document
                .parts
                .iter()
                .any(|part| matches!(part.what, What::Heading(..)))
        })
    };
    let all: Vec<String> = with_headings().map(|(_, plan)| plan.told()).collect();
    let Some(first) = all.first().cloned() else {
        return plans;
    };
    let are_alike = all.iter().all(|one| *one == first);
    let general = match are_alike {
        true => Some(ask_headings(found, "headings", &documents[0], &first)),
        false => found.chosen("headings").map(str::to_owned),
    };
    for (document, plan) in documents.iter().zip(&mut plans) {
        let id = format!(
            "headings.{}",
            crate::import::names::slug(stem(&document.file))
        );
        let told = plan.told();
        let answer = match (&general, found.chosen(&id)) {
            (_, Some(own)) => own.to_owned(),
            (Some(general), None) => general.clone(),
            (None, None) if told.is_empty() => continue,
            (None, None) => ask_headings(found, &id, document, &told),
        };
        if answer != told && !plan.choose(&answer) {
            found.refused.push(format!(
                "“{answer}” does not say what headings are; name for each depth one of: title, track, level, group, competency, text, none"
            ));
        }
    }
    let kinds: Vec<Leads> = plans
        .iter()
        .map(|plan| plan.leads)
        .filter(|leads| *leads != Leads::Text)
        .collect();
    if let Some(first) = kinds.first() {
        let answer = found.ask(
            "bold-words",
            "Bullets begin with bold words. What are these?",
            first.told(),
            &[
                ("names", "Names of competencies"),
                (
                    "places",
                    "Headlines: the first bullet of each level is one competency, the second another",
                ),
                ("text", "A part of the text"),
                ("levels", "Names of levels"),
            ],
        );
        for plan in plans.iter_mut().filter(|plan| plan.leads != Leads::Text) {
            plan.leads = Leads::of(&answer);
        }
    } else if let Some(answer) = found.chosen("bold-words") {
        plans
            .iter_mut()
            .for_each(|plan| plan.leads = Leads::of(answer));
    }
    plans
}

/// Asks what the headings of a document are.
fn ask_headings(found: &mut Found, id: &str, document: &Document, guess: &str) -> String {
    let usual = [
        "title,level,competency",
        "title,track,level,competency",
        "title,level,group,competency",
        "title,competency,level",
        "title,group,competency,level",
        "competency",
    ];
    let examples = (1..=7).map(|depth| {
        document.parts.iter().find_map(|part| match &part.what {
            What::Heading(own, piece) if *own == depth => Some(piece.text.clone()),
            _ => None,
        })
    });
    let examples: Vec<Option<String>> = examples.collect();
    let quoted = examples.iter().flatten().map(|text| format!("“{text}”"));
    let question = format!(
        "What do the headings of {} name, from the outermost to the innermost? They begin with {}.",
        document.file,
        quoted.collect::<Vec<_>>().join(", ")
    );
    // Answers that differ only in depths that there are not are one.
    let mut all: Vec<(&str, String)> = Vec::new();
    for option in std::iter::once(guess).chain(usual) {
        let words = in_words(option, &examples);
        if all.iter().all(|(_, known)| *known != words) {
            all.push((option, words));
        }
    }
    let options = all.iter().map(|(id, words)| (*id, words.as_str()));
    let options: Vec<(&str, &str)> = options.collect();
    found.ask_freely(
        id,
        &question,
        guess,
        &options,
        "for each depth one of: title, track, level, group, competency, text, none",
    )
}

/// The name of a file without folder and ending.
pub(super) fn stem(file: &str) -> &str {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// Whether a name is that of a level by its words, not by a number alone.
fn is_named_level(name: &str) -> bool {
    is_level(name) && name.chars().any(char::is_alphabetic) && rank(name).is_some()
}

/// What a document is about: its title, its only outermost heading, or the name of its file.
fn name(document: &Document, plan: &Plan) -> String {
    let headings = document.parts.iter().filter_map(|part| match &part.what {
        What::Heading(1, piece) => Some(piece.text.clone()),
        _ => None,
    });
    let headings: Vec<String> = headings.collect();
    let first = match headings.as_slice() {
        [first, ..] if plan.roles[0] == Role::Title => Some(first.clone()),
        _ => None,
    };
    let words = || clean(&stem(&document.file).replace(['_', '-'], " "));
    let title = document.title.clone().or(first);
    title
        .filter(|title| !EXPLAINS.contains(&key(title).as_str()))
        .unwrap_or_else(words)
}

/// The words that all names begin with.
pub(super) fn in_common(names: &[String]) -> Option<String> {
    let (first, others) = names.split_first()?;
    let words = first.split(' ').enumerate().take_while(|(at, word)| {
        others
            .iter()
            .all(|name| name.split(' ').nth(*at) == Some(word))
    });
    let words: Vec<&str> = words.map(|(_, word)| word).collect();
    let name = words.join(" ");
    let name = name.trim_end_matches([' ', '-', '–', ':']);
    (!name.is_empty()).then(|| name.to_owned())
}

/// What all names begin with, or end with.
pub(super) fn together(names: &[String]) -> Option<String> {
    in_common(names).or_else(|| end_in_common(names))
}

/// The two words or more that all of several names end with, the first with a capital letter.
fn end_in_common(names: &[String]) -> Option<String> {
    let reversed = |name: &String| name.split(' ').rev().collect::<Vec<_>>().join(" ");
    let reversed: Vec<String> = names.iter().map(reversed).collect();
    let end = in_common(&reversed).filter(|end| names.len() > 1 && end.contains(' '))?;
    let words = end.split(' ').rev().collect::<Vec<_>>().join(" ");
    let mut letters = words.chars();
    let first = letters.next()?.to_uppercase();
    Some(first.chain(letters).collect())
}
