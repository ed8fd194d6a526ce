//! Renders every address to a static page, after Trunk built the shell and the wasm.
//!
//! Runs as Trunk's `post_build` hook in `$TRUNK_STAGING_DIR`, or with that folder as its argument.
//! Knows files; what a page says is `app`'s business.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use ladder_explorer::app::document::{Page, fill, scheme_rules};
use ladder_explorer::app::pages;
use ladder_explorer::app::site::Site;
use ladder_explorer::route::Route;

/// The file by which `404.html` finds the app's root.
const MARKER: (&str, &str) = ("ladder-explorer.txt", "ladder-explorer\n");

fn main() -> ExitCode {
    match run() {
        Ok(count) => {
            println!("prerendered {count} pages");
            ExitCode::SUCCESS
        }
        Err(problem) => {
            eprintln!("prerender: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<usize, String> {
    let staging = std::env::args()
        .nth(1)
        .or_else(|| std::env::var("TRUNK_STAGING_DIR").ok())
        .map(PathBuf::from)
        .ok_or("no folder: run `trunk build`, or give the folder as the argument")?;
    let site = Site::load().map_err(|faults| {
        let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
        format!("the content has faults:\n{}", lines.join("\n"))
    })?;
    let shell = Shell::from_trunk(&staging, &scheme_rules(site.ladder))?;
    let routes = pages::routes(site);
    for route in &routes {
        let page = pages::page(site, route)
            .ok_or_else(|| format!("no page at /{}", route.path()))?;
        let folder = staging.join(route.path());
        write(&folder.join("index.html"), &shell.page(&page)?)?;
    }
    write(&staging.join("404.html"), &shell.not_found()?)?;
    write(&staging.join(MARKER.0), MARKER.1)?;
    Ok(routes.len())
}

/// The document that Trunk built, taken apart: its styles made one, its start script a file.
struct Shell {
    html: String,
    start: String,
}

impl Shell {
    fn from_trunk(staging: &Path, rules: &str) -> Result<Self, String> {
        let built = read(&staging.join("index.html"))?;
        let (html, styles) = take_all(&built, "<style>", "</style>");
        let styles = compact_css(&(styles.concat() + rules));
        let html = compact_html(&html).replacen("</head>", &format!("<style>{styles}</style></head>"), 1);
        let (html, start) = take_start_script(&html)?;
        let html = without_ignored_integrity(&html);
        let name = format!("start-{:016x}.js", fingerprint(&start));
        write(&staging.join(&name), &start)?;
        Ok(Self { html, start: name })
    }

    fn page(&self, page: &Page) -> Result<String, String> {
        let root = page.route.root();
        let script = format!(r#"<script type="module" src="{root}{}"></script>"#, self.start);
        // Trunk wrote its links for the root; from a page in a folder they lead up first.
        let html = self
            .html
            .replace("=\"./", &format!("=\"{root}"))
            .replacen("</head>", &format!("{script}{SPECULATION}</head>"), 1);
        fill(&html, page, &root).map_err(missing)
    }

    /// A page that stands on its own: served at any depth, it can load nothing by a relative address.
    fn not_found(&self) -> Result<String, String> {
        let page = Page {
            route: Route::Home,
            title: "This page is not here · Ladder Explorer".to_owned(),
            description: "An unknown address, and the ways back.".to_owned(),
            body: format!(
                "{}<script>{}</script>",
                pages::not_found(),
                include_str!("../app/not-found.js")
            ),
        };
        let html = fill(&self.html, &page, "./").map_err(missing)?;
        let (html, _links) = take_all(&html, "<link", ">");
        Ok(html)
    }
}

/// Asks the browser to fetch a page of ours when a link to it is hovered or focused.
const SPECULATION: &str = r#"<script type="speculationrules">{"prefetch":[{"where":{"href_matches":"/*"},"eagerness":"moderate"}]}</script>"#;

fn missing(placeholder: String) -> String {
    format!("index.html lacks {placeholder}; put it back where the page's own text goes")
}

/// Takes Trunk's inline start script out of the document and makes it a file that stands beside the
/// wasm, with addresses relative to itself.
fn take_start_script(html: &str) -> Result<(String, String), String> {
    let (html, scripts) = take_all(html, r#"<script type="module">"#, "</script>");
    let script = scripts
        .into_iter()
        .find(|script| script.contains("init("))
        .ok_or("Trunk's start script is not in the built index.html; is the rel=\"rust\" link there?")?;
    let quoted = |ending: &str| {
        script
            .split(['\'', '"'])
            .find(|part| part.ends_with(ending) && !part.contains(' '))
            .and_then(|path| path.rsplit('/').next())
            .map(str::to_owned)
            .ok_or_else(|| format!("Trunk's start script names no {ending} file"))
    };
    let (js, wasm) = (quoted(".js")?, quoted(".wasm")?);
    let start = format!(
        "import init from \"./{js}\";\nawait init({{ module_or_path: new URL(\"./{wasm}\", import.meta.url) }});\n"
    );
    Ok((html, start))
}

/// Browsers ignore integrity on a preload by `fetch`, and say so in the console on every page.
fn without_ignored_integrity(html: &str) -> String {
    let lines = html.split_inclusive('>').map(|tag| match tag.split_once(" integrity=\"") {
        Some((before, after)) if tag.contains("as=\"fetch\"") => {
            let behind = after.split_once('"').map_or("", |(_, behind)| behind);
            format!("{before}{behind}")
        }
        _ => tag.to_owned(),
    });
    lines.collect()
}

/// Cuts every `open … close` out of `text`: what is left, and what stood between.
fn take_all(text: &str, open: &str, close: &str) -> (String, Vec<String>) {
    let (mut left, mut taken) = (String::new(), Vec::new());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(open) {
        let Some((inside, behind)) = after.split_once(close) else {
            break;
        };
        left.push_str(before);
        taken.push(inside.to_owned());
        rest = behind;
    }
    left.push_str(rest);
    (left, taken)
}

/// Without comments and without the space between elements of the shell.
fn compact_html(html: &str) -> String {
    let (html, _comments) = take_all(html, "<!--", "-->");
    let lines: Vec<&str> = html.lines().map(str::trim).filter(|l| !l.is_empty()).collect();
    lines.join("\n")
}

/// Without comments and without the space that styles are laid out with.
fn compact_css(css: &str) -> String {
    let (css, _comments) = take_all(css, "/*", "*/");
    let words: Vec<&str> = css.split_whitespace().collect();
    let mut css = words.join(" ");
    for mark in ["{", "}", ";", ","] {
        css = css.replace(&format!("{mark} "), mark).replace(&format!(" {mark}"), mark);
    }
    css.replace(";}", "}").replace(": ", ":")
}

/// A short name for a content (FNV-1a; Fowler, Noll & Vo, 1991): changes when it changes.
fn fingerprint(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}
