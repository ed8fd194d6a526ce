//! Documents of headings, bullets and tables: which heading is a track, a level, a group or a competency,
//! and what stands below it. What the headings are is a guess that is asked.

use crate::import::document::{Document, What};
use crate::import::found::Found;
use crate::import::level_words::{is_level, rank};
use crate::import::names::{clean, key};
use crate::import::roles::{Leads, Plan, Role, in_words};
use crate::import::shape::Context;
use crate::import::walk::Walk;

/// Files that explain a ladder and are none.
const EXPLAINS: [&str; 4] = ["readme", "index", "overview", "introduction"];

/// Reads documents: each is a track, or a level, or the whole.
pub(super) fn read(found: &mut Found, documents: Vec<Document>) {
    if documents.is_empty() {
        return;
    }
    let plans: Vec<Plan> = documents.iter().map(Plan::guess).collect();
    let plans = confirmed(found, &documents, plans);
    let both = documents.iter().zip(&plans);
    let names: Vec<String> = both.map(|(document, plan)| name(document, plan)).collect();
    let has_levels = plans.iter().filter(|plan| plan.has_levels).count();
    let guess = match (documents.len(), has_levels) {
        (1, 0)
            if plans.iter().all(Plan::has_no_table)
                && names.iter().all(|name| is_named_level(name)) =>
        {
            "levels"
        }
        (1, _) => "whole",
        (_, 0) => "levels",
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
                ("whole", "A part of the whole ladder"),
            ],
        ),
    };
    if found.name.is_none() {
        found.name = in_common(&names);
    }
    for ((document, plan), name) in documents.into_iter().zip(plans).zip(names) {
        let mut context = Context::default();
        match what.as_str() {
            "levels" => context.level = Some(found.level(None, &name)),
            "tracks" => context.track = Some(found.track(&name, None)),
            _ => {}
        }
        Walk::new(found, &document.file, plan, context).parts(document.parts);
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
    let examples = (1..=7).filter_map(|depth| {
        document.parts.iter().find_map(|part| match &part.what {
            What::Heading(own, piece) if *own == depth => Some(format!("“{}”", piece.text)),
            _ => None,
        })
    });
    let question = format!(
        "What do the headings of {} name, from the outermost to the innermost? They begin with {}.",
        document.file,
        examples.collect::<Vec<_>>().join(", ")
    );
    let mut options = vec![guess];
    options.extend(usual.iter().filter(|one| **one != guess));
    let words: Vec<String> = options.iter().map(|option| in_words(option)).collect();
    let options: Vec<(&str, &str)> = options
        .into_iter()
        .zip(words.iter().map(String::as_str))
        .collect();
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
fn in_common(names: &[String]) -> Option<String> {
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
