//! `404.html`: shown for every unknown address, at any depth. Its program finds the app's root and the
//! intended page.

use leptos::prelude::*;
use serde::Serialize;

use crate::ladder::LevelCode;
use crate::route::Route;
use crate::web::document::script_json;
use crate::web::site::Site;

/// The names in addresses, by category. The program links to no other page.
#[derive(Serialize)]
struct KnownPages {
    levels: Vec<String>,
    competencies: Vec<String>,
    topics: Vec<String>,
    pages: Vec<String>,
}

/// The names of every page of a site, as JSON for the program of this page.
fn names(site: Site) -> String {
    let mut names = KnownPages {
        levels: LevelCode::all().map(LevelCode::slug).collect(),
        competencies: Vec::new(),
        topics: Vec::new(),
        pages: Vec::new(),
    };
    for route in Route::all(site.ladder) {
        match route {
            Route::Competency(id) => names.competencies.push(id),
            Route::Topic(topic) => names.topics.push(topic.slug().to_owned()),
            Route::Home | Route::Level(_) | Route::Expectation(..) | Route::Pair(..) => {}
            single => names.pages.push(single.path().replace('/', "")),
        }
    }
    // Serializing lists of text cannot fail.
    script_json(&serde_json::to_string(&names).unwrap_or_default())
}

/// The body. The depth of the unknown address is not known here, so `not-found.js` sets the links;
/// without it the text says what to do.
pub fn not_found(site: Site) -> String {
    let body = Owner::new().with(|| {
        view! {
            <main id="main">
                <h1>"This page is not here"</h1>
                <p class="lede">
                    "The address may have a letter too many, or the page may belong to another ladder."
                </p>
                <section id="near" hidden=true aria-labelledby="near-head">
                    <h2 id="near-head">"Did you mean one of these?"</h2>
                    <ul></ul>
                </section>
                <ul id="ways-out" hidden=true>
                    <li><a href="#main" data-to="">"Both tracks side by side"</a></li>
                    <li><a href="#main" data-to="levels/">"All levels"</a></li>
                    <li><a href="#main" data-to="competencies/">"All competencies"</a></li>
                    <li><a href="#main" data-to="guide/">"The guide"</a></li>
                    <li><a href="#main" data-to="search/">"Search"</a></li>
                    <li><a href="#main" data-to="quiz/">"The quiz"</a></li>
                </ul>
                <p>
                    "Addresses have small letters and end with a slash, such as levels/l7/risk/, compare/t5/l6/ or guide/the-fork/. You can also shorten the address from its end, part by part, until you reach the start page."
                </p>
            </main>
        }
        .to_html()
    });
    let names = names(site);
    format!(r#"{body}<script type="application/json" id="known-pages">{names}</script>"#)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_of_the_site_is_made_of_the_names_that_the_program_knows() {
        let site = Site::load().unwrap();
        let names: serde_json::Value = serde_json::from_str(&names(site)).unwrap();
        let has = |list: &str, name: &str| {
            let list = names[list].as_array().unwrap();
            list.iter().any(|one| one == name)
        };
        for route in Route::all(site.ladder) {
            let path = route.path();
            let parts: Vec<&str> = path.split_terminator('/').collect();
            let known = match parts[..] {
                [] => true,
                [page] => has("pages", page),
                ["levels", code] => has("levels", code),
                ["levels", code, id] => has("levels", code) && has("competencies", id),
                ["competencies", id] => has("competencies", id),
                ["compare", from, to] => has("levels", from) && has("levels", to),
                ["guide", topic] => has("topics", topic),
                _ => false,
            };
            assert!(known, "{path}");
        }
    }
}
