//! Renders every address to a static page, after Trunk built the shell and the wasm.
//!
//! Runs as Trunk's `post_build` hook in `$TRUNK_STAGING_DIR`, or with that folder as its argument. A second
//! argument is the folder of the content. A third one is the folder that gets the assets of a site apart,
//! for the builder. Handles files; the library renders the pages.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use ladder_explorer::web::render::{Assets, Host, render};
use ladder_explorer::web::site::Site;

/// The folder of the content, from the project’s.
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
    let mut arguments = std::env::args().skip(1);
    let staging = arguments
        .next()
        .or_else(|| std::env::var("TRUNK_STAGING_DIR").ok())
        .map(PathBuf::from)
        .ok_or("no folder: run `trunk build`, or give the folder as the argument")?;
    let content = arguments.next().unwrap_or_else(|| CONTENT.to_owned());
    let began = Instant::now();
    let site = Site::load(|name| {
        fs::read(format!("{content}/{name}"))
            .map_err(|error| format!("cannot be read from {content} ({error})"))
    });
    let site = site.map_err(|faults| faults.to_string())?;
    let address = std::env::var(SITE_URL).ok();
    let host = Host::new(address.as_deref().or(site.url), true)?;
    let (assets, files) = Assets::of_build(taken(&staging)?)?;
    for (name, bytes) in &files {
        write(&staging.join(name), bytes)?;
    }
    if let Some(builder) = arguments.next().map(PathBuf::from) {
        for (name, bytes) in &files {
            write(&builder.join("assets").join(name), bytes)?;
        }
        write(&builder.join("assets.json"), assets.to_json()?.as_bytes())?;
    }
    let count = render(site, &assets, &host, |path, text| {
        write(&staging.join(path), text.as_bytes())
    })?;
    println!("rendered in {:.1} s", began.elapsed().as_secs_f64());
    Ok(count)
}

/// Takes the files that Trunk built out of their folder; they come back under other names.
fn taken(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>, String> {
    let told = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).map_err(told)? {
        let entry = entry.map_err(told)?;
        if let (Ok(name), true) = (entry.file_name().into_string(), entry.path().is_file()) {
            files.insert(name, fs::read(entry.path()).map_err(told)?);
            fs::remove_file(entry.path()).map_err(told)?;
        }
    }
    Ok(files)
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display()))
}
