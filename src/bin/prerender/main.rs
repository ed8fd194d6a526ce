//! Renders every address to a static page, after Trunk built the shell and the wasm.
//!
//! Runs as Trunk's `post_build` hook in `$TRUNK_STAGING_DIR`, or with that folder as its argument.
//! Handles files; the library renders the pages.

mod files;
mod moved;
mod policy;
mod program;
mod shell;
mod styles;
mod text;

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use files::write;
use ladder_explorer::route::Route;
use ladder_explorer::search;
use ladder_explorer::web::site::Site;
use ladder_explorer::web::{growth, here, pages};
use shell::{Home, LadderFiles, Shell};
use text::fingerprint;

/// The file by which `404.html` finds the app's root.
const MARKER: (&str, &str) = ("ladder-explorer.txt", "ladder-explorer\n");
/// The folder of the content, from the project’s, unless a second argument names another.
const CONTENT: &str = "ladders";
/// Where the site will stand, for links that need a full address; may be missing.
const SITE_URL: &str = "SITE_URL";

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
    let content = std::env::args()
        .nth(2)
        .unwrap_or_else(|| CONTENT.to_owned());
    let began = Instant::now();
    let site = Site::load(|name| {
        std::fs::read(format!("{content}/{name}"))
            .map_err(|error| format!("cannot be read from {content} ({error})"))
    });
    let site = site.map_err(|faults| faults.to_string())?;
    let home = home(site)?;
    let mut shell = Shell::from_trunk(&staging, site, home)?;
    let mut count = 0;
    for site in site.each() {
        let entries = search::encode(&site.ladder.lang, &pages::entries(site))
            .map_err(|error| format!("the entries of the search: {error}"))?;
        let growth =
            growth::file(site).map_err(|error| format!("the file of My growth: {error}"))?;
        let here =
            here::file(site).map_err(|error| format!("the file of notes and marks: {error}"))?;
        let named = |name: &str, text: &str| {
            let file = format!("{name}-{:016x}.json", fingerprint(text.as_bytes()));
            write(&staging.join(&file), text).map(|()| file)
        };
        let files = LadderFiles {
            entries: named("search", &entries)?,
            growth: named("growth", &growth)?,
            here: named("here", &here)?,
        };
        shell.show(site, files);
        for route in site.routes() {
            let page =
                pages::page(site, &route).ok_or_else(|| format!("no page at /{}", route.path()))?;
            let folder = staging.join(route.path());
            write(&folder.join("index.html"), &shell.page(&page)?)?;
            count += 1;
        }
        for old in site.moved() {
            let path = site.at(Route::Guide).path();
            let file = staging.join(format!("{path}{}/index.html", old.slug));
            write(&file, &moved::page(site, old)?)?;
        }
        for (name, drawing) in pages::images(site) {
            write(&staging.join(format!("share/{name}.svg")), &drawing)?;
        }
    }
    for (address, text) in site.quizzes.files() {
        write(&staging.join(address), &text)?;
    }
    shell.show(site, LadderFiles::default());
    write(&staging.join("404.html"), &shell.not_found(site)?)?;
    write(&staging.join(MARKER.0), MARKER.1)?;
    println!("rendered in {:.1} s", began.elapsed().as_secs_f64());
    Ok(count)
}

/// The address in the environment, else that of the site’s file, with one slash at its end.
fn home(site: Site) -> Result<Home, String> {
    let address = std::env::var(SITE_URL).ok();
    let Some(address) = address.or_else(|| site.url.map(str::to_owned)) else {
        return Ok(Home(None));
    };
    let strange = |c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>' | '\'');
    match address.trim() {
        "" => Ok(Home(None)),
        known if known.starts_with("https://") && !known.contains(strange) => {
            Ok(Home(Some(format!("{}/", known.trim_end_matches('/')))))
        }
        other => Err(format!(
            "{SITE_URL} is “{other}”; write the site's full address, such as https://name.example/ladders/"
        )),
    }
}
