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
        let page =
            pages::page(site, route).ok_or_else(|| format!("no page at /{}", route.path()))?;
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
    /// The tags that start the program of most pages.
    common: String,
    /// The tags that start the quiz's own program.
    quiz: String,
}

impl Shell {
    fn from_trunk(staging: &Path, rules: &str) -> Result<Self, String> {
        let built = read(&staging.join("index.html"))?;
        let (html, styles) = take_all(&built, "<style>", "</style>");
        let styles = compact_css(&(styles.concat() + rules));
        let html =
            compact_html(&html).replacen("</head>", &format!("<style>{styles}</style></head>"), 1);
        let (html, scripts) = take_all(&html, r#"<script type="module">"#, "</script>");
        let script = scripts
            .into_iter()
            .find(|script| script.contains("init("))
            .ok_or("Trunk's start script is not in the built index.html; is the rel=\"rust\" link there?")?;
        let (html, _preloads) = take_all(&html, r#"<link rel="modulepreload""#, ">");
        let (html, _preloads) = take_all(&html, r#"<link rel="preload""#, ">");
        Ok(Self {
            html,
            common: Program::of_script(&script)?.start(staging)?,
            quiz: Program::beside(staging, "quiz")?.start(staging)?,
        })
    }

    fn page(&self, page: &Page) -> Result<String, String> {
        let root = page.route.root();
        let start = match page.route {
            Route::Quiz | Route::Results => &self.quiz,
            _ => &self.common,
        };
        // Leptos marks places for hydration with `<!>`; a page without a live part needs none.
        let mut page = page.clone();
        if !page.body.contains("data-live=") {
            page.body = page.body.replace("<!>", "");
        }
        // Links in the shell are written for the root; from a page in a folder they lead up first.
        let html = self
            .html
            .replacen("</head>", &format!("{start}{SPECULATION}</head>"), 1)
            .replace("=\"./", &format!("=\"{root}"));
        fill(&html, &page, &root).map_err(missing)
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

/// A program for the browser: its JavaScript and its wasm, named by what they hold.
struct Program {
    js: String,
    wasm: String,
}

impl Program {
    /// The program that Trunk's own start script names.
    fn of_script(script: &str) -> Result<Self, String> {
        let quoted = |ending: &str| {
            script
                .split(['\'', '"'])
                .find(|part| part.ends_with(ending) && !part.contains(' '))
                .and_then(|path| path.rsplit('/').next())
                .map(str::to_owned)
                .ok_or_else(|| format!("Trunk's start script names no {ending} file"))
        };
        Ok(Self {
            js: quoted(".js")?,
            wasm: quoted(".wasm")?,
        })
    }

    /// A program that Trunk built without a hash in its name: it gets one here.
    fn beside(staging: &Path, name: &str) -> Result<Self, String> {
        let (js, wasm) = (format!("{name}.js"), format!("{name}_bg.wasm"));
        let bytes = fs::read(staging.join(&wasm)).map_err(|error| format!("{wasm}: {error}"))?;
        let hash = fingerprint(&bytes);
        let named = Self {
            js: format!("{name}-{hash:016x}.js"),
            wasm: format!("{name}-{hash:016x}_bg.wasm"),
        };
        for (old, new) in [(&js, &named.js), (&wasm, &named.wasm)] {
            fs::rename(staging.join(old), staging.join(new))
                .map_err(|error| format!("{old}: {error}"))?;
        }
        Ok(named)
    }

    /// Writes the file that starts the program, and gives the tags that load it early.
    fn start(&self, staging: &Path) -> Result<String, String> {
        let Self { js, wasm } = self;
        let start = format!(
            "import init from \"./{js}\";\n\
             try {{\n\
             await init({{ module_or_path: new URL(\"./{wasm}\", import.meta.url) }});\n\
             }} catch (error) {{\n\
             document.documentElement.dataset.failed = \"\";\n\
             throw error;\n\
             }}\n"
        );
        let name = format!("start-{:016x}.js", fingerprint(start.as_bytes()));
        write(&staging.join(&name), &start)?;
        Ok(format!(
            r#"<link rel="modulepreload" href="./{js}"><link rel="preload" href="./{wasm}" as="fetch" type="application/wasm" crossorigin><script type="module" src="./{name}"></script>"#
        ))
    }
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

/// Without comments, its script's too, and without the space between elements of the shell.
fn compact_html(html: &str) -> String {
    let (html, _comments) = take_all(html, "<!--", "-->");
    let lines: Vec<&str> = html
        .lines()
        .map(str::trim)
        .filter(|l| !l.is_empty() && !l.starts_with("//"))
        .collect();
    lines.join("\n")
}

/// Without comments and without the space that styles are laid out with.
fn compact_css(css: &str) -> String {
    let (css, _comments) = take_all(css, "/*", "*/");
    let words: Vec<&str> = css.split_whitespace().collect();
    let mut css = words.join(" ");
    for mark in ["{", "}", ";", ","] {
        css = css
            .replace(&format!("{mark} "), mark)
            .replace(&format!(" {mark}"), mark);
    }
    css.replace(";}", "}").replace(": ", ":")
}

/// A short name for a content (FNV-1a; Fowler, Noll & Vo, 1991): changes when it changes.
fn fingerprint(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
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
