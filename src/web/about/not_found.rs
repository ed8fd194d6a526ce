//! `404.html`: shown for every unknown address, at any depth. Its program finds the app's root and the
//! intended page.

use leptos::prelude::*;
use serde::Serialize;

use crate::route::Route;
use crate::web::about::example::{Example, pair};
use crate::web::document::script_json;
use crate::web::frame::header;
use crate::web::site::Site;

/// The names that addresses of a ladder are made of, by what they stand for.
#[derive(Default, Serialize)]
struct Names {
    levels: Vec<String>,
    competencies: Vec<String>,
    topics: Vec<String>,
    pages: Vec<String>,
    growth: Vec<String>,
}

/// The names of a further ladder, whose addresses begin with its id.
#[derive(Serialize)]
struct LadderNames {
    id: String,
    #[serde(flatten)]
    names: Names,
}

/// The names of all ladders, those of the site's first by themselves. The program leads to no other
/// page.
#[derive(Serialize)]
struct KnownPages {
    #[serde(flatten)]
    first: Names,
    ladders: Vec<LadderNames>,
}

impl Names {
    fn of(site: Site) -> Self {
        let mut names = Self::default();
        for route in site.routes() {
            match route.page() {
                Route::Level(id) => names.levels.push(id.clone()),
                Route::Competency(id) => names.competencies.push(id.clone()),
                Route::Topic(topic) => names.topics.push(topic.slug().to_owned()),
                Route::Home
                | Route::Expectation(..)
                | Route::Pair(..)
                | Route::TalkSheet(_)
                | Route::In(..) => {}
                Route::Growth(part) if !part.folder().is_empty() => {
                    names.growth.push(part.folder().replace('/', ""));
                }
                single => names.pages.push(single.path().replace('/', "")),
            }
        }
        // An old address leads on from its page.
        let moved = site.moved().into_iter();
        names.topics.extend(moved.map(|old| old.slug.to_owned()));
        names
    }
}

/// The names of every page of a site, as the program of this page reads them.
fn names(site: Site) -> String {
    let (first, others): (Vec<Site>, Vec<Site>) =
        site.each().into_iter().partition(|one| one.is_default());
    let known = KnownPages {
        first: first.first().copied().map(Names::of).unwrap_or_default(),
        ladders: others
            .into_iter()
            .map(|one| LadderNames {
                id: one.ladder.id.clone(),
                names: Names::of(one),
            })
            .collect(),
    };
    // Lists of text can always be written.
    script_json(&serde_json::to_string(&known).unwrap_or_default())
}

/// The body: the head of every page, the pages that may be meant, and a search field. The depth of the
/// unknown address is not known here, so links are written as from the root; `not-found.js` corrects and
/// shows them. Without it the text says what to do.
pub fn not_found(site: Site) -> String {
    let body = Owner::new().with(|| {
        view! {
            <div class="when-found" hidden=true>{header(site, &Route::Home)}</div>
            <main id="main">
                <h1>"This page doesn’t exist"</h1>
                <p class="lede">
                    "There may be a typo in the address, or the page may belong to another ladder."
                </p>
                <section id="near" hidden=true aria-labelledby="near-head">
                    <h2 id="near-head">"Did you mean one of these?"</h2>
                    <ul></ul>
                </section>
                <form class="when-found search-box" action="./search/" hidden=true>
                    <label for="words">"Search the ladder and the guide"</label>
                    <p class="actions">
                        <input id="words" type="search" name="q" autocomplete="off" />
                        <button type="submit" class="button button-first">"Search"</button>
                    </p>
                </form>
                <p class="soft">
                    "Addresses are in lower case and end with a slash, such as " {such_as(site)}
                    ". You can also remove the last part of the address, step by step, until you reach a page."
                </p>
            </main>
        }
        .to_html()
    });
    let names = names(site);
    format!(r#"{body}<script type="application/json" id="known-pages">{names}</script>"#)
}

/// A few addresses: “levels/a/risk/, compare/a/b/ or guide/switching/”.
fn such_as(site: Site) -> String {
    let example = Example::of(site);
    let example = example.as_ref();
    let found = [
        example.and_then(Example::short_expectation),
        example.and_then(Example::across).map(pair),
        example.and_then(Example::topic),
    ];
    let paths: Vec<String> = found
        .into_iter()
        .flatten()
        .map(|route| route.path())
        .collect();
    match paths.as_slice() {
        [] => Route::Levels.path(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} or {last}", rest.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_of_the_site_is_made_of_the_names_that_the_program_knows() {
        let site = Site::load(|name| {
            std::fs::read(format!("ladders/{name}")).map_err(|error| error.to_string())
        });
        let site = site.unwrap();
        let known: serde_json::Value = serde_json::from_str(&names(site)).unwrap();
        for one in site.each() {
            let further = known["ladders"].as_array().unwrap().iter();
            let mut further = further.filter(|names| names["id"] == *one.ladder.id);
            let names = further.next().unwrap_or(&known);
            let has = |list: &str, name: &str| {
                let list = names[list].as_array().unwrap();
                list.iter().any(|one| one == name)
            };
            for route in one.routes() {
                let path = route.page().path();
                let parts: Vec<&str> = path.split_terminator('/').collect();
                let known = match parts[..] {
                    [] => true,
                    [page] => has("pages", page),
                    ["levels", level] => has("levels", level),
                    ["levels", level, id] => has("levels", level) && has("competencies", id),
                    ["competencies", id] => has("competencies", id),
                    ["compare", from, to] => has("levels", from) && has("levels", to),
                    ["guide", topic] => has("topics", topic),
                    ["growth", part] => has("pages", "growth") && has("growth", part),
                    ["talk", level] => has("pages", "talk") && has("levels", level),
                    _ => false,
                };
                assert!(known, "{}", route.path());
            }
        }
    }
}
