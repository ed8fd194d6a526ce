//! A site as files: one function from content and assets to every page and what belongs to it. It reads
//! no file, clock or environment, so the native build, Node and a browser get the same bytes.

mod assets;
mod frame;
mod moved;
mod policy;
mod rules;
mod shell;
mod styles;
mod text;

pub use assets::Assets;

use crate::route::Route;
use crate::search;
use crate::web::site::Site;
use crate::web::{growth, here, pages, studio};
use shell::{LadderFiles, Shell};
use text::fingerprint;

/// The file by which `404.html` finds the app's root, and its text.
pub const MARKER: (&str, &str) = ("ladder-explorer.txt", "ladder-explorer\n");

/// The file of the assets, for the Studio.
const ASSETS: &str = "assets.json";

/// What a host decides about a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Host {
    home: Option<String>,
    has_pictures: bool,
}

impl Host {
    /// A host that will serve the site at `address`, `https://…/`, or at one that is not known yet (none,
    /// or an empty text). With an address, previews of links have full addresses, which most chat
    /// programs require. Without pictures, no page names one.
    ///
    /// # Errors
    /// If the address is not a full one.
    pub fn new(address: Option<&str>, has_pictures: bool) -> Result<Self, String> {
        let strange = |c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>' | '\'');
        let home = match address.map(str::trim) {
            None | Some("") => None,
            Some(known) if known.starts_with("https://") && !known.contains(strange) => {
                Some(format!("{}/", known.trim_end_matches('/')))
            }
            Some(other) => {
                return Err(format!(
                    "the site's address is “{other}”; write all of it, such as https://name.example/ladders/"
                ));
            }
        };
        Ok(Self { home, has_pictures })
    }
}

/// Makes every file of a site but its assets, and gives each to `each` with its path from the site's
/// root. The pictures for shared links are `share/NAME.svg`, which a host with pictures turns into
/// `share/NAME.png`, 1200 pixels wide. Returns the number of pages.
///
/// # Errors
/// If `each` fails, or if the assets do not fit this program.
pub fn render(
    site: Site,
    assets: &Assets,
    host: &Host,
    mut each: impl FnMut(String, String) -> Result<(), String>,
) -> Result<usize, String> {
    let mut shell = Shell::new(assets, site, host)?;
    let mut count = 0;
    for site in site.each() {
        let entries = search::encode(&site.ladder.lang, &pages::entries(site))
            .map_err(|error| format!("the entries of the search: {error}"))?;
        let growth =
            growth::file(site).map_err(|error| format!("the file of My growth: {error}"))?;
        let here =
            here::file(site).map_err(|error| format!("the file of notes and marks: {error}"))?;
        let mut named = |name: &str, text: String| {
            let file = format!("{name}-{:016x}.json", fingerprint(text.as_bytes()));
            each(file.clone(), text).map(|()| file)
        };
        let files = LadderFiles {
            entries: named("search", entries)?,
            growth: named("growth", growth)?,
            here: named("here", here)?,
        };
        shell.show(site, files);
        for route in site.routes() {
            let page =
                pages::page(site, &route).ok_or_else(|| format!("no page at /{}", route.path()))?;
            each(format!("{}index.html", route.path()), shell.page(&page)?)?;
            count += 1;
        }
        for old in site.moved() {
            let path = site.at(Route::Guide).path();
            each(
                format!("{path}{}/index.html", old.slug),
                moved::page(site, old)?,
            )?;
        }
        if host.has_pictures {
            for (name, drawing) in pages::images(site) {
                each(format!("share/{name}.svg"), drawing)?;
            }
        }
    }
    for (address, text) in site.quizzes.files() {
        each(address, text)?;
    }
    for (name, text) in site.texts {
        each(studio::page::file_of(name), text.clone())?;
    }
    each(studio::page::file_of(ASSETS), assets.to_json()?)?;
    each(frame::PATH.to_owned(), frame::page()?)?;
    shell.show(site, LadderFiles::default());
    each("404.html".to_owned(), shell.not_found(site)?)?;
    each(MARKER.0.to_owned(), MARKER.1.to_owned())?;
    Ok(count)
}

/// The document of one page of a site, by its path as in an address: `levels/e4/`; none if there is no such
/// page. The names of files that programs load are left out.
///
/// # Errors
/// If the assets do not fit this program.
pub fn one_page(
    site: Site,
    assets: &Assets,
    host: &Host,
    path: &str,
) -> Result<Option<String>, String> {
    for site in site.each() {
        for route in site.routes() {
            if route.path() == path {
                let mut shell = Shell::new(assets, site, host)?;
                shell.show(site, LadderFiles::default());
                let page = pages::page(site, &route);
                return page.map(|page| shell.page(&page)).transpose();
            }
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_full_and_ends_with_one_slash() {
        let home = |address| Host::new(address, true).map(|host| host.home);
        assert_eq!(home(None), Ok(None));
        assert_eq!(home(Some(" ")), Ok(None));
        for address in ["https://a.example/b", "https://a.example/b//"] {
            assert_eq!(
                home(Some(address)),
                Ok(Some("https://a.example/b/".to_owned()))
            );
        }
        for address in [
            "a.example",
            "http://a.example",
            "https://a.example/\"><script>",
        ] {
            assert!(home(Some(address)).is_err(), "{address}");
        }
    }
}
