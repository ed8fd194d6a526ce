//! The project rules that neither Cargo nor clippy checks, read from `src/` line by line. The
//! tables at the top name every folder; the code below them names none.
#![allow(clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;
use std::{fs, path::Path};

/// Each module ("room") of `src/` and the rooms that it may use. All of those are listed above it,
/// so there is no cycle. A room is named by its path. A file belongs to the first match.
/// No island uses `web/pages`, because that would put every page into its program.
const ROOMS: &str = "
    guard
    ladder            guard
    guide             ladder
    quiz              ladder
    text_merge
    search
    table_text        guard text_merge
    import            guard ladder table_text
    studio            import ladder
    growth            guard ladder text_merge search table_text
    store             guard ladder text_merge quiz growth
    pack              guard ladder guide quiz
    share             guard ladder text_merge quiz growth
    route
    web/dom           store
    web/components    ladder
    web/document      ladder route
    web/site          ladder guide quiz pack route
    web/share_image   ladder web/document web/site
    web/state         ladder quiz store share web/dom web/site
    web/words         ladder quiz growth store web/state
    web/island        quiz store route web/dom web/components web/state web/words
    web/enhancements  store share route web/dom web/components web/state web/words
    web/here          growth store web/components web/dom web/site web/state web/words
    web/frame         ladder route web/components web/document web/enhancements web/site
    web/ladder        ladder growth route web/components web/document web/frame web/share_image web/site
    web/compare       ladder route web/components web/document web/enhancements web/frame web/ladder web/share_image web/site
    web/home          ladder route web/components web/document web/enhancements web/frame web/here web/site
    web/quiz          quiz store share route web/components web/document web/dom web/frame web/island web/site web/state web/words
    web/results       ladder quiz text_merge store share route web/components web/document web/dom web/frame web/island web/quiz web/site web/state web/words
    web/data          store route web/components web/document web/dom web/frame web/island web/site web/state web/words
    web/growth        ladder text_merge quiz growth store share route web/components web/document web/dom web/frame web/island web/site web/state web/words
    web/guide         ladder guide route web/components web/compare web/document web/dom web/enhancements web/frame web/ladder web/site
    web/search        guide ladder search route web/components web/document web/dom web/enhancements web/frame web/growth web/guide web/site
    web/about         ladder route web/components web/document web/frame web/ladder web/site
    web/studio        import ladder store studio route web/components web/document web/dom web/frame web/island web/site web/state
    web/pages         route web/about web/compare web/data web/document web/growth web/guide web/home web/ladder web/quiz web/results web/search web/share_image web/site web/studio
    web/render        ladder route search web/components web/document web/growth web/here web/pages web/site web/studio
    web
    lib
    main              web/enhancements
    bin/check         pack
    bin/import        guard import
    bin/quiz          web/quiz
    bin/results       web/results
    bin/data          web/data
    bin/search        web/search
    bin/here          web/here
    bin/workshop      web/guide
    bin/growth        web/growth
    bin/review        web/growth
    bin/journal       web/growth
    bin/over_time     web/growth
    bin/studio        web/studio
    bin/prerender     web/render web/site
    bin/builder       import ladder pack web/render web/site";

/// Text that may appear in some places only, or nowhere. Clippy denies `unwrap`, `expect` and
/// `panic!` outside the tests, so it is enough to check that no file allows them.
const WORDS: &[(&str, &str)] = &[
    (
        "leptos",
        "web/about/ web/compare/ web/components/ web/data/ web/frame web/growth/ web/guide/ web/home web/island/ web/ladder/ web/quiz/ web/results/ web/search/page web/studio/",
    ),
    (
        "gloo_storage js_sys wasm_bindgen web_sys",
        "web/dom/ bin/builder",
    ),
    // The last three read the shipped content in their tests.
    (
        "std::fs std::env std::time",
        "bin/check bin/import bin/prerender web/about/not_found web/here/data web/search/site_pages",
    ),
    ("clippy::unwrap_used clippy::expect_used clippy::panic", ""),
];
/// Code that would insert text into a page as markup.
const MARKUP: &str = "inner_html innerHTML outerHTML insertAdjacentHTML document.write";
/// Folders in which programs draw, separated by a space.
const ISLANDS: &str = "web/island web/quiz web/results web/data web/growth web/studio";
/// The only file with colours. It starts with the layers of the styles, weakest first.
const TOKENS: &str = "web/styles/tokens.css";
/// Styles that a program brings with it, and that are therefore in no page.
const BROUGHT: &str = "web/here/here.css";
const LAYERS: &str = "@layer tokens, base, layout, components, utilities;";
/// What counts as a colour, besides `#` and its digits.
const COLOURS: &str = "rgb( rgba( hsl( hsla( hwb( lab( lch( oklab( oklch( color( black; blue; gray; green; grey; red; white; yellow;";
const SHELL: &str = include_str!("../index.html");

#[test]
fn every_room_knows_only_what_its_row_says() {
    let (mut rows, mut allowed) = (Vec::new(), BTreeSet::new());
    for line in ROOMS.lines().skip(1) {
        let mut names = line.split_whitespace();
        let own = names.next().expect("a room");
        for name in names {
            let known = rows.iter().find(|row| **row == name);
            assert!(known.is_some(), "{own}: {name} does not stand above it");
            allowed.extend(known.map(|known| (own, *known)));
        }
        rows.push(own);
    }
    let room = |path: &str| {
        let found = rows.iter().find(|row| Path::new(path).starts_with(row));
        *found.unwrap_or_else(|| panic!("`{path}` is in no room"))
    };
    let (mut met, mut used) = (BTreeSet::new(), BTreeSet::new());
    for (file, lines) in files("", ".rs") {
        let module = file.trim_end_matches(".rs").trim_end_matches("/mod");
        met.insert(room(module));
        for path in paths(&lines, module) {
            let arrow = (room(module), room(&path));
            let is_fine = arrow.0 == arrow.1 || allowed.contains(&arrow);
            assert!(is_fine, "{file} must not know {path}");
            used.insert(arrow);
        }
    }
    let idle: Vec<_> = allowed.difference(&used).collect();
    assert!(idle.is_empty(), "no longer used: {idle:?}");
    rows.retain(|row| !met.contains(row));
    assert!(rows.is_empty(), "no such room: {rows:?}");
}

#[test]
fn some_words_are_written_in_few_places() {
    for (words, places) in WORDS {
        nowhere_else(places, |line| {
            words.split(' ').any(|word| line.contains(word))
        });
    }
}

#[test]
fn no_text_enters_a_page_as_markup() {
    nowhere_else("", |line| MARKUP.split(' ').any(|word| line.contains(word)));
}

/// Use `{redrawn(move || …)}` to draw it, or `prop:textContent` for a single text.
#[test]
fn what_changes_in_an_island_is_drawn_anew() {
    for (file, lines) in ISLANDS.split(' ').flat_map(|place| files(place, ".rs")) {
        let is_kept = |line: &String| line.contains("{move |") && !line.contains("on:");
        assert!(!lines.iter().any(is_kept), "{file}");
    }
}

/// A ladder is data: pages ask it, and no code knows one by name.
#[test]
fn no_level_of_a_ladder_is_named_in_code_styles_or_scripts() {
    let is_code = |word: &str| matches!(word.as_bytes(), [b'T' | b'L', b'1'..=b'9']);
    for (file, lines) in files("", "") {
        let lines = lines
            .iter()
            .take_while(|line| !line.contains("#[cfg(test)]"));
        for line in lines {
            let mut words = line.split(|letter: char| !letter.is_alphanumeric());
            assert!(!words.any(is_code), "{file}: {line}");
        }
    }
}

#[test]
fn no_file_of_the_app_is_longer_than_four_hundred_lines() {
    for (file, lines) in files("", "") {
        assert!(lines.len() <= 400, "{file}: {}", lines.len());
    }
}

#[test]
fn colours_are_written_out_only_among_the_tokens() {
    nowhere_else(TOKENS, has_colour);
    // The browser's own interface cannot read a token, so the shell repeats some of them.
    let tokens = fs::read_to_string(format!("src/{TOKENS}")).expect(TOKENS);
    for value in SHELL.split('"').filter(|value| has_colour(value)) {
        assert!(tokens.contains(value), "index.html: {value} is no token");
    }
}

#[test]
fn every_stylesheet_is_listed_once_and_fills_a_layer() {
    let (first, _) = SHELL.split_once(".css").expect("a stylesheet");
    assert!(
        format!("{first}.css").ends_with(TOKENS),
        "the layers come first"
    );
    for (file, lines) in files("", ".css") {
        let links = SHELL.matches(&format!("\"src/{file}\"")).count();
        assert_eq!(links, usize::from(file != BROUGHT), "{file}");
        assert!(file != TOKENS || lines[0] == LAYERS, "{file}: {LAYERS}");
        for rule in lines.iter().filter(|line| line.ends_with('{')) {
            let layer = rule.trim_start_matches("@layer ").trim_end_matches(" {");
            assert!(
                rule.starts_with(' ') || LAYERS.contains(layer),
                "{file}: {rule}"
            );
        }
    }
}

/// A property that is not defined is silently the inherited value.
#[test]
fn every_custom_property_that_is_read_is_set_somewhere() {
    let styles = files("", ".css").into_iter().chain(files("", ".rs"));
    let all: String = styles.map(|(_, lines)| lines.join("\n")).collect();
    for (file, lines) in files("", ".css") {
        for after in lines.iter().flat_map(|line| line.split("var(").skip(1)) {
            let name = after.split([')', ',']).next().unwrap_or_default();
            assert!(all.contains(&format!("{name}:")), "{file}: {name}");
        }
    }
}

/// axe goes through the pages: a component that no page shows is not checked.
#[test]
fn every_component_has_its_styles_and_is_shown_on_a_page() {
    let shown: String = files("web", ".rs")
        .into_iter()
        .map(|(_, lines)| lines.join("\n"))
        .collect();
    for (file, lines) in files("web/components", ".rs") {
        let styles = format!("src/{}", file.replace(".rs", ".css"));
        assert!(
            file.ends_with("/mod.rs") || Path::new(&styles).exists(),
            "{styles}"
        );
        for pair in lines.windows(2).filter(|pair| pair[0] == "#[component]") {
            let name = pair[1].trim_start_matches("pub fn ").split('(').next();
            let name = name.unwrap_or_default();
            assert!(
                shown.contains(&format!("<{name}")),
                "{file}: no page shows {name}"
            );
        }
    }
}

/// The paths that start in this crate: in `a/b.rs`, `use super::{c, d::E};` is `a/c` and `a/d/E`.
fn paths(lines: &[String], module: &str) -> Vec<String> {
    let (mut found, mut here) = (Vec::new(), module.to_owned());
    for (at, line) in lines.iter().enumerate() {
        // rustfmt puts the start and the end of a module within a file at the left margin.
        if line == "}" {
            here = module.to_owned();
        } else if line.ends_with('{') && line.split(' ').take(2).any(|word| word == "mod") {
            here += "/within";
        }
        for word in line.split(|c: char| !c.is_alphanumeric() && !"_:".contains(c)) {
            let start = word.split("::").next().unwrap_or_default();
            if start == word || !["crate", "ladder_explorer", "super"].contains(&start) {
                continue;
            }
            // Braces may span several lines.
            let rest: String = lines[at..].iter().take(30).map(String::as_str).collect();
            let (_, rest) = rest.split_once(word).unwrap_or_default();
            let items = rest
                .split(['{', '}'])
                .nth(1)
                .filter(|_| rest.starts_with('{'));
            for item in items.unwrap_or_default().trim_end_matches(',').split(',') {
                let mut path: Vec<&str> = here.split('/').collect();
                for name in word.split("::").chain(item.trim().split("::")) {
                    match name {
                        "super" => path.truncate(path.len() - 1),
                        "crate" | "ladder_explorer" => path.clear(),
                        "" => {}
                        name => path.push(name),
                    }
                }
                found.push(path.join("/"));
            }
        }
    }
    found
}

/// Whether a line contains a literal colour.
fn has_colour(line: &str) -> bool {
    let is_end = |c: char| !c.is_alphanumeric() && !"#-_".contains(c);
    line.split_inclusive(is_end).any(|word| {
        let id = word
            .trim_end_matches(is_end)
            .strip_prefix('#')
            .unwrap_or_default();
        let is_hex = [3, 4, 6, 8].contains(&id.len()) && id.bytes().all(|b| b.is_ascii_hexdigit());
        is_hex || COLOURS.split(' ').any(|colour| colour == word)
    })
}

/// Fails for a wrong line unless its file is in one of the places. Each place must have such a one.
fn nowhere_else(places: &str, is_wrong: impl Fn(&str) -> bool) {
    let mut left: BTreeSet<&str> = places.split_whitespace().collect();
    for (file, lines) in files("", "") {
        if let Some(at) = lines.iter().position(|line| is_wrong(line)) {
            let mut places = places.split_whitespace();
            let place = places.find(|place| file.starts_with(place));
            assert!(place.is_some(), "src/{file}:{}", at + 1);
            left.remove(place.unwrap_or_default());
        }
    }
    assert!(left.is_empty(), "not found where it may be: {left:?}");
}

/// The files in a folder of `src/` with this ending: the path from `src/`, and the lines without
/// comments. A string that contains `//` is cut there, too.
fn files(folder: &str, ending: &str) -> Vec<(String, Vec<String>)> {
    let (mut left, mut found) = (vec![Path::new("src").join(folder)], Vec::new());
    while let Some(folder) = left.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of the tables") {
            let path = entry.expect("an entry").path();
            let name = path.to_string_lossy()["src/".len()..].to_owned();
            if path.is_dir() {
                left.push(path);
            } else if name.ends_with(ending) {
                let text = fs::read_to_string(path).expect("text");
                let code = text
                    .lines()
                    .map(|line| line.split("//").next().unwrap_or_default());
                found.push((name, code.map(str::to_owned).collect()));
            }
        }
    }
    found
}
