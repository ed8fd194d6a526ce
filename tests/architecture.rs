//! The house rules, read off the source tree as text: who may know whom, which files go together,
//! and what stands nowhere. Knows no code of the app; each failure names the file and the remedy.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "architecture/reading.rs"]
mod reading;

use std::collections::BTreeSet;

use reading::{
    code, colours, components, layers_of, listed_stylesheets, module_of, paths, read, root,
    sources, stem_of, tokens, uncommented, without_tests,
};

// --- The tables ---

/// Each room and what it may know beside itself. The longest name that fits a path counts, so
/// `app` is what stands in `app/mod.rs`, and its rooms have rows of their own.
///
/// What `app::live` and `app::touches` lack matters most: they are the two programs that a browser
/// loads. Neither may know `app::pages`, whose words would end up in the wasm, and the touches
/// neither the quiz nor a component.
#[rustfmt::skip]
const ROOMS: &[(&str, &[&str])] = &[
    ("guard", &[]),
    ("ladder", &["guard"]),
    ("guide", &["ladder"]),
    ("quiz", &["ladder"]),
    ("lines", &[]),
    ("journal", &["ladder", "lines"]),
    ("store", &["guard", "ladder", "lines", "quiz", "journal"]),
    ("pack", &["guard", "ladder", "guide", "quiz", "store"]),
    ("exchange", &["quiz"]),
    ("search", &[]),
    ("route", &["ladder"]),
    ("app", &["app::components", "app::finding", "app::live", "app::pages", "app::touches"]),
    ("app::browser", &["store"]),
    ("app::components", &["ladder"]),
    ("app::document", &["ladder", "route"]),
    ("app::finding", &["search", "app::browser"]),
    ("app::live", &["ladder", "lines", "quiz", "store", "exchange", "route", "app::browser",
        "app::components", "app::site", "app::state", "app::words"]),
    ("app::pages", &["ladder", "guide", "quiz", "store", "route", "search", "app::components",
        "app::document", "app::live", "app::share_image", "app::site", "app::state",
        "app::touches", "app::words", "app::workshop"]),
    ("app::share_image", &["ladder"]),
    ("app::site", &["ladder", "guide", "quiz", "pack"]),
    ("app::state", &["ladder", "quiz", "store", "app::browser", "app::site"]),
    ("app::touches", &["ladder", "store", "exchange", "route", "app::browser",
        "app::components", "app::state", "app::words"]),
    ("app::words", &["ladder", "quiz", "store", "app::state"]),
    ("app::workshop", &["ladder", "lines", "journal", "store", "exchange", "app::browser",
        "app::state", "app::touches", "app::words"]),
    ("lib", &[]),
    ("main", &["app::touches"]),
    ("bin::check", &["pack"]),
    ("bin::quiz", &["app"]),
    ("bin::data", &["app"]),
    ("bin::results", &["app"]),
    ("bin::search", &["app::finding"]),
    ("bin::workshop", &["app::workshop"]),
    ("bin::prerender", &["route", "search", "app", "app::document", "app::pages", "app::site"]),
];

/// Each crate that only the screen needs, where it may be named, and what to do elsewhere.
///
/// Leptos stays with what draws, so that the touches do without its runtime. There is no exception
/// for the browser's crates: `app::live` finds its places through `browser::live_part`.
const SCREEN_CRATES: &[(&str, &[&str], &str)] = &[
    (
        "leptos",
        DRAWING,
        "keep the rule here and move what draws into one of those rooms",
    ),
    ("wasm_bindgen", BROWSER, CALL_BROWSER),
    ("web_sys", BROWSER, CALL_BROWSER),
    ("js_sys", BROWSER, CALL_BROWSER),
    ("gloo_storage", BROWSER, CALL_BROWSER),
];
const DRAWING: &[&str] = &["src/app/components/", "src/app/live/", "src/app/pages/"];
const BROWSER: &[&str] = &["src/app/browser/"];
const CALL_BROWSER: &str =
    "add a function to present.rs there, its calm twin to absent.rs, and call that";

/// The style layers, weakest first: the order of the list in `index.html`.
const LAYERS: [&str; 5] = ["tokens", "base", "layout", "components", "utilities"];

/// The most lines a file of `src` may have.
const LONGEST: usize = 400;

// --- The arrows ---

#[test]
fn every_room_knows_only_what_its_row_allows() {
    let mut broken = Vec::new();
    for (file, text) in sources(&["src"], "rs") {
        let module = module_of(&file);
        let Some((own, known)) = room(&module) else {
            broken.push(format!(
                "{file}: is in no room; give it a row in ROOMS of tests/architecture.rs"
            ));
            continue;
        };
        for (line, path) in paths(&tokens(&code(&text)), &module) {
            let name = path.join("::");
            match room(&path) {
                Some((target, _)) if target == own || known.contains(&target) => {}
                Some((target, _)) => broken.push(format!(
                    "{file}:{line}: {own} must not know {target} (here {name}); pass the value in from a room that knows both"
                )),
                None => broken.push(format!("{file}:{line}: {name} is in no room; name the room it is from")),
            }
        }
    }
    none(&broken);
}

#[test]
fn every_row_is_a_room_that_exists() {
    let modules: Vec<Vec<String>> = sources(&["src"], "rs")
        .iter()
        .map(|(file, _)| module_of(file))
        .collect();
    let unused = ROOMS.iter().filter(|(name, _)| {
        !modules
            .iter()
            .any(|module| room(module).is_some_and(|(own, _)| own == *name))
    });
    let unknown = ROOMS
        .iter()
        .flat_map(|(_, known)| *known)
        .filter(|name| !ROOMS.iter().any(|(row, _)| row == *name));
    none(
        &unused
            .map(|(name, _)| *name)
            .chain(unknown.copied())
            .map(|name| {
                format!("tests/architecture.rs: {name} is no room of src; mend its row in ROOMS")
            })
            .collect::<Vec<_>>(),
    );
}

#[test]
fn only_what_draws_knows_leptos_and_only_one_room_calls_the_browser() {
    let mut broken = Vec::new();
    for (file, text) in sources(&["src", "tests", "examples"], "rs") {
        for (line, word) in tokens(&code(&text)) {
            let crates = SCREEN_CRATES.iter().filter(|(name, _, _)| *name == word);
            for (name, places, remedy) in crates {
                if !places.iter().any(|place| file.starts_with(place)) {
                    broken.push(format!(
                        "{file}:{line}: names {name}, which belongs in {}; {remedy}",
                        places.join(", ")
                    ));
                }
            }
        }
    }
    none(&broken);
}

// --- What every file has, and what none has ---

#[test]
fn what_changes_in_an_island_is_drawn_anew() {
    let mut broken = Vec::new();
    for (file, text) in sources(&["src/app/live"], "rs") {
        for (at, line) in text.lines().enumerate() {
            if line.contains("{move |") && !line.contains("on:") {
                broken.push(format!(
                    "{file}:{}: a page translator would keep the old words; write {{redrawn(move || …)}}, or prop:textContent for one text",
                    at + 1
                ));
            }
        }
    }
    none(&broken);
}

#[test]
fn every_module_opens_by_saying_what_lives_there() {
    let files = sources(&["src", "tests", "examples"], "rs");
    let silent = files.iter().filter(|(_, text)| !text.starts_with("//!"));
    none(
        &silent
            .map(|(file, _)| {
                format!("{file}:1: begin with `//!`: what lives here and what it must not know")
            })
            .collect::<Vec<_>>(),
    );
}

#[test]
fn no_file_of_the_app_is_longer_than_four_hundred_lines() {
    let files = sources(&["src"], "");
    none(&files
        .iter()
        .map(|(file, text)| (file, text.lines().count()))
        .filter(|(_, lines)| *lines > LONGEST)
        .map(|(file, lines)| format!("{file}: has {lines} lines of at most {LONGEST}; move one of its tasks into a file of its own"))
        .collect::<Vec<_>>());
}

#[test]
fn nothing_outside_the_tests_can_panic_by_unwrapping() {
    let mut broken = Vec::new();
    for (file, text) in sources(&["src"], "rs") {
        for part in without_tests(&tokens(&code(&text))).windows(3) {
            let [(_, before), (line, word), (_, after)] = part else {
                continue;
            };
            let unwraps = ["unwrap", "expect"].contains(&word.as_str()) && after == "(";
            if unwraps && [".", "::"].contains(&before.as_str()) {
                broken.push(format!("{file}:{line}: {word}(…); return the error, or say why there is none with let … else"));
            }
        }
    }
    none(&broken);
}

#[test]
fn no_text_enters_a_page_as_markup() {
    let mut broken = Vec::new();
    for (file, text) in sources(&["src/app"], "rs") {
        let hits = tokens(&code(&text))
            .into_iter()
            .filter(|(_, word)| word == "inner_html");
        broken.extend(hits.map(|(line, _)| {
            format!("{file}:{line}: inner_html; write the markup in view! and pass text as text")
        }));
    }
    none(&broken);
}

// --- Styles ---

#[test]
fn every_stylesheet_is_listed_once() {
    let listed = listed_stylesheets();
    let present: BTreeSet<String> = sources(&["src/app"], "css")
        .into_iter()
        .map(|(file, _)| file)
        .collect();
    let mut broken = Vec::new();
    for file in &present {
        match listed.iter().filter(|name| *name == file).count() {
            0 => broken.push(format!(
                "index.html: lacks {file}; add its link beside the others of its layer"
            )),
            1 => {}
            count => broken.push(format!(
                "index.html: lists {file} {count} times; keep one link"
            )),
        }
    }
    let gone = listed.iter().filter(|name| !present.contains(*name));
    broken.extend(
        gone.map(|name| format!("index.html: lists {name}, which is not there; remove its link")),
    );
    none(&broken);
}

#[test]
fn stylesheets_stand_in_the_order_of_their_layers() {
    let tokens_css = read("src/web/styles/tokens.css");
    let order = format!("@layer {};", LAYERS.join(", "));
    assert!(
        tokens_css.starts_with(&order),
        "src/web/styles/tokens.css:1: begin with `{order}`"
    );
    let mut broken = Vec::new();
    let mut reached = 0;
    for file in listed_stylesheets() {
        if !root().join(&file).exists() {
            continue; // every_stylesheet_is_listed_once says so
        }
        let layers = layers_of(&read(&file));
        let [layer] = layers.as_slice() else {
            broken.push(format!(
                "{file}: fills the layers {layers:?}; put all its rules into one `@layer … {{ }}`"
            ));
            continue;
        };
        let stem = stem_of(&file);
        let wanted = if file.starts_with("src/app/components/") {
            "components"
        } else {
            stem
        };
        if LAYERS.contains(&wanted) && layer != wanted {
            broken.push(format!(
                "{file}: fills layer {layer}; its place and name say {wanted}"
            ));
        }
        match LAYERS.iter().position(|name| name == layer) {
            Some(rank) if rank < reached => broken.push(format!(
                "index.html: lists {file} (layer {layer}) after layer {}; move its link up",
                LAYERS[reached]
            )),
            Some(rank) => reached = rank,
            None => broken.push(format!(
                "{file}: layer {layer} is none of {LAYERS:?}; use one of them"
            )),
        }
    }
    none(&broken);
}

#[test]
fn a_component_and_its_styles_bear_one_name() {
    let stems = |ending| -> BTreeSet<String> {
        let files = sources(&["src/app/components"], ending);
        files
            .iter()
            .map(|(file, _)| stem_of(file).to_owned())
            .filter(|stem| stem != "mod")
            .collect()
    };
    let (code, styles) = (stems("rs"), stems("css"));
    let no_code = styles.difference(&code).map(|stem| format!("src/app/components/{stem}.css: has no {stem}.rs; rename it, or move it to src/app/styles"));
    let no_styles = code.difference(&styles).map(|stem| format!("src/app/components/{stem}.rs: has no {stem}.css; add it, or move the code to a file that draws"));
    none(&no_code.chain(no_styles).collect::<Vec<_>>());
}

#[test]
fn colours_are_written_out_only_among_the_tokens() {
    let mut broken = Vec::new();
    for (file, text) in sources(&["src/app"], "") {
        if file.ends_with("/tokens.css") {
            continue;
        }
        let text = if file.ends_with(".css") {
            uncommented(&text, "/*", "*/")
        } else {
            text
        };
        let lines = text
            .lines()
            .enumerate()
            .filter(|(_, line)| !line.trim_start().starts_with("//"));
        for (number, line) in lines {
            for colour in colours(line, file.ends_with(".css")) {
                broken.push(format!(
                    "{file}:{}: {colour}; name it in src/web/styles/tokens.css and use var(--…)",
                    number + 1
                ));
            }
        }
    }
    // The browser's own frame cannot read a token; it repeats one.
    let tokens = read("src/web/styles/tokens.css");
    for line in uncommented(&read("index.html"), "<!--", "-->").lines() {
        let strange = colours(line, false)
            .into_iter()
            .filter(|colour| !tokens.contains(colour));
        broken.extend(
            strange.map(|colour| {
                format!("index.html: {colour} is no token; repeat one of tokens.css")
            }),
        );
    }
    none(&broken);
}

// --- The gallery ---

#[test]
fn every_component_is_shown_in_the_gallery() {
    let exported: BTreeSet<String> = tokens(&code(&read("src/web/components/mod.rs")))
        .into_iter()
        .map(|(_, word)| word)
        .collect();
    // The frame draws the head and the foot of every page, the gallery's own among them.
    let mut shown = tokens(&code(&read("src/web/about/gallery.rs")));
    shown.extend(tokens(&code(&read("src/web/frame.rs"))));
    shown.extend(tokens(&code(&read("src/web/ladder/ways.rs"))));
    // What one component draws inside another is shown with it.
    for (_, text) in sources(&["src/app/components"], "rs") {
        shown.extend(tokens(&code(&text)));
    }
    let shows = |name: &str| {
        shown
            .windows(2)
            .any(|pair| pair[0].1 == "<" && pair[1].1 == name)
    };
    let mut found = 0;
    let mut broken = Vec::new();
    for (file, text) in sources(&["src/app/components"], "rs") {
        for name in components(&tokens(&code(&text)))
            .into_iter()
            .filter(|name| exported.contains(name))
        {
            found += 1;
            if !shows(&name) {
                broken.push(format!("{file}: src/web/about/gallery.rs does not show <{name}>; add it there, in each of its states"));
            }
        }
    }
    assert!(
        found > 0,
        "no component was found; mend `components` in tests/architecture.rs"
    );
    none(&broken);
}

// --- What the promises share ---

/// The row of the room that a path leads into.
fn room(path: &[String]) -> Option<(&'static str, &'static [&'static str])> {
    let leads_into = |name: &str| {
        let parts: Vec<&str> = name.split("::").collect();
        path.len() >= parts.len() && path.iter().zip(&parts).all(|(a, b)| a == b)
    };
    let rows = ROOMS.iter().filter(|(name, _)| leads_into(name));
    rows.max_by_key(|(name, _)| name.len()).copied()
}

fn none(broken: &[String]) {
    assert!(
        broken.is_empty(),
        "{} broken:\n{}\n",
        broken.len(),
        broken.join("\n")
    );
}

// --- That the reading itself can be trusted ---

#[test]
fn a_name_is_found_however_it_is_written() {
    // Code in `src/app/live/part.rs`, and the paths it names.
    for (text, expected) in [
        ("use crate::quiz::Fit;", "quiz::Fit"),
        (
            "use crate::{ladder, quiz::{Fit, fit as f}};",
            "ladder quiz::Fit quiz::fit",
        ),
        ("use super::state;", "app::live::state"),
        (
            "use super::super::state::{self, Kept};",
            "app::state::self app::state::Kept",
        ),
        ("let x = crate::store::Shelf::<P>::new();", "store::Shelf"),
        ("mod tests { use super::*; }", "app::live::part::*"),
        ("mod a { fn f() {} } use super::b;", "app::live::b"),
        (
            "// crate::quiz\n/* crate::quiz */ let a = \"crate::quiz\";",
            "",
        ),
        (
            "let a = r#\"\" crate::quiz\"#; let b = '\"'; crate::route::f(&'a b)",
            "route::f",
        ),
        ("self.value", ""),
    ] {
        let module = ["app", "live", "part"].map(str::to_owned);
        let found: Vec<String> = paths(&tokens(&code(text)), &module)
            .iter()
            .map(|(_, path)| path.join("::"))
            .collect();
        assert_eq!(found.join(" "), expected, "{text}");
    }
}

#[test]
fn a_colour_is_found_however_it_is_written() {
    for (line, expected) in [
        ("color: #fff;", "#fff"),
        ("fill: #0b5f9e80", "#0b5f9e80"),
        (
            "color: rgb(0 0 0 / 50%); background: oklch(0.5 0 0)",
            "oklch( rgb(",
        ),
        ("border: 1px solid white;", "white"),
        (
            "color: color-mix(in oklab, var(--red) 50%, transparent);",
            "",
        ),
        ("href=\"#main\" #basis-p .grid-red {", ""),
    ] {
        let mut found = colours(line, true);
        found.sort();
        assert_eq!(found.join(" "), expected, "{line}");
    }
}

#[test]
fn code_of_tests_is_told_from_the_rest() {
    let text = "a.unwrap(); #[cfg(test)] mod t { fn f() { b.expect(1) } } c";
    let left: Vec<String> = without_tests(&tokens(text))
        .into_iter()
        .map(|(_, word)| word)
        .collect();
    assert_eq!(left.join(" "), "a . unwrap ( ) ; c");
}
