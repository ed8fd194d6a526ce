//! Every page of every generated ladder: it renders, its links lead to pages and parts that exist, and
//! no id is there twice.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use ladder_explorer::route::Route;
use ladder_explorer::web::document::{Page, rules};
use ladder_explorer::web::pages;
use ladder_explorer::web::site::Site;

#[path = "fixtures/any_ladders.rs"]
mod any_ladders;

/// Pages that are not of a ladder, and what a page may point at beside pages.
const FILES: [&str; 2] = ["icon.svg", "manifest.webmanifest"];

/// A site of these ladders, by name and text, with the quiz that ships.
fn site(ladders: &[(&str, String)]) -> Site {
    let entries: Vec<String> = ladders
        .iter()
        .map(|(name, _)| format!(r#"{{ "file": "{name}.json" }}"#))
        .collect();
    let file = format!(
        r#"{{ "id": "a-site", "ladders": [{}] }}"#,
        entries.join(",")
    );
    Site::load(|name| {
        let known = ladders.iter().find(|(id, _)| format!("{id}.json") == name);
        match (name, known) {
            ("site.json", _) => Ok(file.clone().into_bytes()),
            (_, Some((_, text))) => Ok(text.clone().into_bytes()),
            _ => {
                let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/ladders");
                fs::read(format!("{folder}/{name}")).map_err(|error| error.to_string())
            }
        }
    })
    .unwrap()
}

fn rendered(site: Site) -> BTreeMap<String, Page> {
    let each = site.each().into_iter().flat_map(|site| {
        let routes = site.routes().into_iter();
        routes.map(move |route| {
            let page = pages::page(site, &route);
            let page = page.unwrap_or_else(|| panic!("no page at /{}", route.path()));
            (route.path(), page)
        })
    });
    each.collect()
}

/// The values of an attribute, in order.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    let mut parts = html.split(&start);
    parts.next();
    parts.filter_map(|part| part.split('"').next()).collect()
}

/// The path that a link from a page leads to, and the part of it; none for one that leads elsewhere.
fn followed(from: &str, href: &str) -> Option<(String, String)> {
    if href.starts_with("https://") || href.starts_with("data:") {
        return None;
    }
    let (path, part) = href.split_once('#').unwrap_or((href, ""));
    let path = path.split('?').next().unwrap_or_default();
    if path.is_empty() {
        return Some((from.to_owned(), part.to_owned()));
    }
    let mut folders: Vec<&str> = from.split('/').filter(|one| !one.is_empty()).collect();
    for one in path.split('/') {
        match one {
            "" | "." => {}
            ".." => assert!(
                folders.pop().is_some(),
                "/{from}: {href} leads out of the site"
            ),
            one => folders.push(one),
        }
    }
    let mut path = folders.join("/");
    if !path.is_empty()
        && href
            .split(['#', '?'])
            .next()
            .is_some_and(|href| href.ends_with('/'))
    {
        path.push('/');
    }
    Some((path, part.to_owned()))
}

/// A page without its card, which takes its place in a frame.
fn shown(html: &str) -> &str {
    html.split("<template id=\"link-as-card\"")
        .next()
        .unwrap_or_default()
}

/// What is counted on pages, in the plural.
const COUNTED: [&str; 16] = [
    "levels",
    "competencies",
    "tracks",
    "groups",
    "expectations",
    "clauses",
    "rungs",
    "points",
    "questions",
    "minutes",
    "hours",
    "answers",
    "records",
    "results",
    "titles",
    "sources",
];

/// A count of one with a plural behind it: “1 levels”.
fn wrong_number(html: &str) -> Option<String> {
    let text: String = html
        .split('<')
        .map(|part| part.split_once('>').map_or(part, |(_, text)| text))
        .collect::<Vec<_>>()
        .join(" ");
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_wrong = |pair: &&[&str]| {
        let noun = pair[1].trim_end_matches(|letter: char| !letter.is_alphabetic());
        ["1", "one", "One"].contains(&pair[0]) && COUNTED.contains(&noun)
    };
    words.windows(2).find(is_wrong).map(|pair| pair.join(" "))
}

#[test]
fn a_wrong_number_is_noticed() {
    assert_eq!(
        wrong_number("<p>It has <b>1</b> levels.</p>").as_deref(),
        Some("1 levels.")
    );
    assert_eq!(wrong_number("<p>21 levels, 1 track, level 1.</p>"), None);
}

fn check(name: &str, site: Site) {
    let pages = rendered(site);
    let ids: BTreeMap<&String, Vec<&str>> = pages
        .iter()
        .map(|(path, page)| (path, values(&page.body, "id")))
        .collect();
    for (path, page) in &pages {
        let mut seen = BTreeSet::new();
        for id in &ids[path] {
            assert!(
                seen.insert(id),
                "{name}, /{path}: two elements with the id {id}"
            );
        }
        assert_eq!(
            shown(&page.body).matches("<h1").count(),
            1,
            "{name}, /{path}: one h1"
        );
        assert!(!page.title.trim().is_empty(), "{name}, /{path}: a title");
        assert!(
            !page.description.trim().is_empty(),
            "{name}, /{path}: a description"
        );
        for gap in ["rung 0", "NaN", "from rung .", "  of 3", "> .<", " : <"] {
            assert!(!page.body.contains(gap), "{name}, /{path}: “{gap}”");
        }
        for text in [&page.body, &page.title, &page.description] {
            let wrong = wrong_number(text);
            assert!(
                wrong.is_none(),
                "{name}, /{path}: “{}”",
                wrong.unwrap_or_default()
            );
        }
        for href in values(&page.body, "href") {
            let Some((to, part)) = followed(path, href) else {
                continue;
            };
            if FILES.contains(&&*to) {
                continue;
            }
            let there = ids.get(&to);
            assert!(there.is_some(), "{name}, /{path}: {href} leads to no page");
            let found = part.is_empty() || there.is_some_and(|ids| ids.contains(&&*part));
            assert!(
                found,
                "{name}, /{path}: {href} leads to no part of that page"
            );
        }
    }
    for site in site.each() {
        assert!(!rules(site.ladder).contains('<'), "{name}");
        for entry in pages::entries(site) {
            let (path, part) = entry.path.split_once('#').unwrap_or((&entry.path, ""));
            let there = ids.get(&path.to_owned());
            assert!(
                there.is_some(),
                "{name}: the search finds /{}, which is no page",
                entry.path
            );
            let found = part.is_empty() || there.is_some_and(|ids| ids.contains(&part));
            assert!(found, "{name}: the search finds no part at /{}", entry.path);
        }
        let names: Vec<String> = pages::images(site)
            .into_iter()
            .map(|(name, _)| name)
            .collect();
        let distinct: BTreeSet<&String> = names.iter().collect();
        assert_eq!(
            names.len(),
            distinct.len(),
            "{name}: two pictures of one name"
        );
    }
}

#[test]
fn each_generated_ladder_alone_is_a_sound_site() {
    for (name, text) in any_ladders::all() {
        check(name, site(&[(name, text)]));
    }
}

#[test]
fn a_ladder_of_many_thousand_cells_has_no_page_for_each_and_no_table_of_all() {
    let mut ladder = any_ladders::Builder::new("huge").track("one");
    for level in 0..60 {
        ladder = ladder.level(&format!("l{level}"), &["one"], Some(level + 1));
    }
    let site = site(&[("huge", ladder.items(60).filled().json())]);
    let routes = site.routes();
    assert!(routes.len() < 400, "{} pages", routes.len());
    for route in [Route::Home, Route::Matrix] {
        let page = pages::page(site, &route).unwrap();
        assert!(page.body.len() < 100_000, "/{}", route.path());
    }
    check("huge", site);
}

#[test]
fn generated_ladders_beside_each_other_are_a_sound_site() {
    let some = ["three-tracks", "no-heights", "hebrew", "named-steps"];
    let ladders: Vec<(&str, String)> = any_ladders::all()
        .into_iter()
        .filter(|(name, _)| some.contains(name))
        .collect();
    check("several", site(&ladders));
}

#[test]
fn the_ladders_that_ship_are_a_sound_site() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/ladders");
    let site =
        Site::load(|name| fs::read(format!("{folder}/{name}")).map_err(|error| error.to_string()));
    check("ours", site.unwrap());
}

#[test]
fn a_page_says_the_language_and_the_direction_of_its_ladder() {
    let hebrew: Vec<(&str, String)> = any_ladders::all()
        .into_iter()
        .filter(|(name, _)| *name == "hebrew")
        .collect();
    let site = site(&hebrew);
    let page = |route| pages::page(site, &route).unwrap();
    let home = page(Route::Home);
    assert_eq!((home.lang.as_str(), home.dir.id()), ("he", "rtl"));
    let quiz = page(Route::Quiz);
    assert_eq!((quiz.lang.as_str(), quiz.dir.id()), ("en", "ltr"));
}

#[test]
fn a_competency_that_is_written_in_steps_alone_shows_them() {
    let ladder = serde_json::json!({
        "schema": 2, "id": "points", "version": "1.0.0", "name": "Points", "lang": "en",
        "tracks": [{ "id": "one", "name": "One" }],
        "levels": [{ "id": "a1", "title": "A1", "tracks": ["one"], "height": 1 }],
        "scales": [{ "id": "skill", "steps": [{ "id": "low", "name": "Beginning" }, { "id": "high", "name": "Leading" }] }],
        "competencies": [{ "id": "oven", "name": "Oven", "scale": "skill", "steps": {
            "high": { "text": "Teaches others to bake.", "examples": ["A course for the whole town"] },
            "low": { "text": "Bakes bread by a recipe.", "items": ["Weighs the flour"] },
        } }],
    });
    let site = site(&[("points", ladder.to_string())]);
    for route in [Route::Competency("oven".to_owned()), Route::Whole] {
        let page = pages::page(site, &route).unwrap();
        let at = |text: &str| {
            page.body
                .find(text)
                .unwrap_or_else(|| panic!("{text} on /{}", route.path()))
        };
        let all = [
            "Beginning",
            "Bakes bread by a recipe.",
            "Weighs the flour",
            "Leading",
            "Teaches others to bake.",
            "A course for the whole town",
        ];
        assert!(all.map(at).is_sorted());
        assert!(!page.body.contains("Not written"));
    }
    let level = pages::page(site, &Route::Level("a1".to_owned())).unwrap();
    assert!(level.body.contains("In steps, not by level"));
    check("points", site);
}

#[test]
fn levels_of_one_track_are_not_called_shared_and_what_nobody_wrote_is_not_called_gone() {
    let level = |id: &str, track: &str, height: u8| serde_json::json!({ "id": id, "title": id, "tracks": [track], "height": height });
    let ladder = serde_json::json!({
        "schema": 2, "id": "late", "version": "1.0.0", "name": "Late", "lang": "en",
        "tracks": [{ "id": "one", "name": "One" }, { "id": "two", "name": "Two" }],
        "levels": [level("a1", "one", 1), level("a2", "one", 2), level("b2", "two", 2)],
        "competencies": [
            { "id": "oven", "name": "Oven", "cells": { "a1": { "text": "Bakes bread by a recipe." } } },
            { "id": "shop", "name": "Shop", "cells": { "a1": { "text": "Sweeps the floor." }, "a2": { "text": "Writes the plan of a week." }, "b2": { "none": "expected" } } },
        ],
    });
    let site = site(&[("late", ladder.to_string())]);
    let page = |route: Route| pages::page(site, &route).unwrap().body;
    let matrix = page(Route::Matrix);
    assert!(!matrix.contains("shared"), "level 1 is on one track only");
    let gone = |from: &str, to: &str| {
        let body = page(Route::Pair(from.to_owned(), to.to_owned()));
        let after = body
            .split("<h3>No longer expected</h3>")
            .nth(1)
            .unwrap_or_default()
            .to_owned();
        let list = after.split("</ul>").next().unwrap_or_default().to_owned();
        (list.contains(">Oven<"), list.contains(">Shop<"))
    };
    assert_eq!(gone("a1", "b2"), (false, true), "Oven is not written at b2");
}
