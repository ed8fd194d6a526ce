//! Test of packs: any text in a site file, a ladder, a guide or a quiz is shown as text on every
//! page that is generated from it, and nothing in it runs (figure 17).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use ladder_explorer::guide::Guide;
use ladder_explorer::ladder::Ladder;
use ladder_explorer::pack::{QUIZ, SITE, SiteFile};
use ladder_explorer::quiz::Quiz;
use ladder_explorer::web::document::{fill, rules};
use ladder_explorer::web::pages;
use ladder_explorer::web::site::Site;
use serde_json::Value;

/// Text that would run as markup, longest first, because some texts have little room.
const HOSTILE: [&str; 3] = [
    "\"'></title></script></textarea><script>h()</script><img src=x onerror=h()>{{body}}",
    "\"'><img src=x onerror=h()>",
    "\"'><i onx=h()>",
];

/// A shell with placeholders for text in an element and in attributes.
const SHELL: &str = "<html lang=\"{{lang}}\" dir=\"{{dir}}\" data-ladder=\"{{ladder}}\"><head><title>{{title}}</title><meta name=\"description\" content=\"{{description}}\"></head><body data-root=\"{{root}}\">{{body}}</body></html>";

#[test]
fn text_of_a_pack_shows_as_text_on_every_page_and_nothing_in_it_runs() {
    let mut changed = BTreeMap::new();
    let mut put = |name: &str, (text, count): (String, usize), least: usize| {
        assert!(count >= least, "{name}: only {count} kinds of text took it");
        changed.insert(name.to_owned(), text);
    };
    let file = SiteFile::parse(&shipped(SITE)).unwrap();
    for entry in &file.ladders {
        let is_read = |text: &str| Ladder::parse(text).is_ok();
        let (text, count) = spoilt(&shipped(&entry.file), &is_read);
        let ladder = Ladder::parse(&text).unwrap();
        put(&entry.file, (text, count), 10);
        if let Some(guide) = &entry.guide {
            let is_read = |text: &str| Guide::parse(text, &ladder).is_ok();
            put(guide, spoilt(&shipped(guide), &is_read), 30);
        }
    }
    let is_read = |text: &str| Quiz::parse(text).is_ok();
    put(QUIZ, spoilt(&shipped(QUIZ), &is_read), 8);
    let mut named: Value = serde_json::from_str(&shipped(SITE)).unwrap();
    named["name"] = "The name of the site".into();
    let is_read = |text: &str| SiteFile::parse(text).is_ok();
    put(SITE, spoilt(&named.to_string(), &is_read), 1);

    let own = Site::load(|name| Ok(shipped(name))).unwrap();
    let spoilt = Site::load(|name| {
        let text = changed.get(name).cloned();
        Ok(text.unwrap_or_else(|| shipped(name)))
    });
    let spoilt = spoilt.unwrap();
    let drawn = |page| fill(SHELL, &page, "./").unwrap();
    let mut known: BTreeMap<String, Markup> = BTreeMap::new();
    for site in own.each() {
        for route in site.routes() {
            let page = pages::page(site, &route).unwrap();
            known.insert(route.path(), Markup::of(&drawn(page)));
        }
    }
    let attributes: BTreeSet<&String> = known.values().flat_map(|one| &one.attributes).collect();
    assert_eq!(spoilt.each().len(), own.each().len());
    for site in spoilt.each() {
        let mut shown = 0;
        for route in site.routes() {
            let page = pages::page(site, &route).unwrap();
            let html = drawn(page);
            shown += html.matches("onerror=h()").count() + html.matches("onx=h()").count();
            let found = Markup::of(&html);
            let strange = found
                .attributes
                .iter()
                .find(|name| !attributes.contains(name));
            assert_eq!(strange, None, "/{}", route.path());
            if let Some(own) = known.get(&route.path()) {
                assert_eq!(found.scripts, own.scripts, "/{}", route.path());
            }
            let titles = found.elements.get("title").copied();
            assert_eq!(titles, Some(1), "/{}", route.path());
        }
        let id = &site.ladder.id;
        assert!(
            shown > 1_000,
            "{id}: the text is on the pages {shown} times"
        );
        for (name, drawing) in pages::images(site) {
            let found = Markup::of(&drawing);
            assert_eq!(found.scripts, 0, "{name}");
            let runs = |name: &&String| name.starts_with("on") || name.contains("h()");
            assert_eq!(found.attributes.iter().find(runs), None, "{name}");
        }
        let rules = rules(site.ladder);
        assert!(!rules.contains('<'), "{rules}");
    }
}

/// A file of `ladders/` as it ships.
fn shipped(name: &str) -> String {
    let path = format!("{}/ladders/{name}", env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    text.trim_start_matches('\u{feff}').to_owned()
}

/// A file with hostile text in every kind of place that accepts it, and the number of those kinds.
/// A kind is a path without its numbers and the ids of levels.
fn spoilt(file: &str, is_read: &dyn Fn(&str) -> bool) -> (String, usize) {
    let mut value: Value = serde_json::from_str(file).unwrap();
    let levels: BTreeSet<String> = value["levels"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|level| level["id"].as_str().map(str::to_owned))
        .collect();
    let mut kinds: BTreeMap<String, Vec<String>> = BTreeMap::new();
    places(&value, String::new(), &mut |path| {
        let kind = path.split('/').map(|part| match part.as_bytes() {
            [b'0'..=b'9', ..] => "*",
            _ if levels.contains(part) => "*",
            _ => part,
        });
        let kind: Vec<&str> = kind.collect();
        kinds
            .entry(kind.join("/"))
            .or_default()
            .push(path.to_owned());
    });
    let mut taken = 0;
    for paths in kinds.values() {
        for hostile in HOSTILE {
            let mut changed = value.clone();
            for (at, path) in paths.iter().enumerate() {
                // Some texts must differ from each other.
                *changed.pointer_mut(path).unwrap() = format!("{at}{hostile}").into();
            }
            if is_read(&changed.to_string()) {
                value = changed;
                taken += 1;
                break;
            }
        }
    }
    (value.to_string(), taken)
}

fn places(value: &Value, path: String, visit: &mut dyn FnMut(&str)) {
    match value {
        Value::String(_) => visit(&path),
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                places(item, format!("{path}/{at}"), visit);
            }
        }
        Value::Object(fields) => {
            for (name, item) in fields {
                let name = name.replace('~', "~0").replace('/', "~1");
                places(item, format!("{path}/{name}"), visit);
            }
        }
        _ => {}
    }
}

/// What a browser would parse as markup.
#[derive(Default)]
struct Markup {
    /// Names of attributes.
    attributes: BTreeSet<String>,
    /// The number of elements of each name.
    elements: BTreeMap<String, usize>,
    /// The number of scripts.
    scripts: usize,
}

impl Markup {
    /// Reads the names of elements and attributes from HTML as a browser does.
    fn of(html: &str) -> Self {
        let mut markup = Self::default();
        let mut rest = html;
        while let Some(start) = rest.find('<') {
            rest = &rest[start + 1..];
            if !rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
                continue;
            }
            let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '/' | '>'));
            let (name, after) = rest.split_at(end.unwrap_or(rest.len()));
            *markup.elements.entry(name.to_owned()).or_default() += 1;
            rest = markup.attributes(after);
            // Inside these elements, only their own end tag is markup.
            if ["script", "style", "title", "textarea"].contains(&name) {
                markup.scripts += usize::from(name == "script");
                let close = format!("</{name}");
                rest = rest.find(&close).map_or("", |at| &rest[at + close.len()..]);
            }
        }
        markup
    }

    /// Reads the attributes of one element and returns the text after it.
    fn attributes<'a>(&mut self, mut rest: &'a str) -> &'a str {
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
            if let Some(after) = rest.strip_prefix('>') {
                return after;
            }
            if rest.is_empty() {
                return rest;
            }
            let ends = |c: char| c.is_whitespace() || matches!(c, '/' | '>' | '=');
            let skip = rest.chars().next().map_or(0, char::len_utf8);
            let end = rest[skip..].find(ends).map_or(rest.len(), |at| at + skip);
            self.attributes.insert(rest[..end].to_owned());
            rest = rest[end..].trim_start();
            if let Some(value) = rest.strip_prefix('=') {
                let value = value.trim_start();
                rest = match value.chars().next() {
                    Some(quote @ ('"' | '\'')) => {
                        let inner = &value[1..];
                        inner.find(quote).map_or("", |at| &inner[at + 1..])
                    }
                    _ => {
                        let ends = |c: char| c.is_whitespace() || c == '>';
                        value.find(ends).map_or("", |at| &value[at..])
                    }
                };
            }
        }
    }
}

#[test]
fn the_reader_of_markup_above_sees_what_a_browser_would_run() {
    let broken = Markup::of("<p title=\"\"'><img src=x onerror=h()>\">a</p>");
    assert!(broken.attributes.contains("onerror"));
    let script = Markup::of("<title>a</title><script>h()</script>");
    assert_eq!(script.scripts, 1);
    let text = Markup::of(
        "<p title=\"&quot;'&gt;\">&lt;img onerror=h()&gt;</p><script>\"<img onerror=x>\"</script>",
    );
    assert_eq!(text.attributes, BTreeSet::from(["title".to_owned()]));
}
