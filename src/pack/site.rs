//! `site.json`: what belongs to this copy of the app, and which ladders it shows.

use serde::Deserialize;

use crate::ladder::{Fault, is_slug};

/// What `site.json` says.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SiteFile {
    #[serde(rename = "$schema", default)]
    _schema: Option<String>,
    /// The id of the site, under which browsers keep records.
    pub id: String,
    /// The name of the site; without one it has the app's.
    #[serde(default)]
    pub name: Option<String>,
    /// The address of the site, `https://…/`, for links that need a full one.
    #[serde(default)]
    pub url: Option<String>,
    /// The ladders in the order of the switch. The first is the default: it is at the site's root.
    pub ladders: Vec<LadderEntry>,
}

/// One ladder of a site.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LadderEntry {
    /// The name of its file.
    pub file: String,
    /// The name of the file of what is around it, if there is one.
    #[serde(default)]
    pub guide: Option<String>,
}

/// The most characters of the id of a site: it is a part of every key in the browser.
const LONGEST_ID: usize = 40;

impl SiteFile {
    /// What is told about a site without an id.
    pub(super) const ID: &str = "must be a–z and 0–9, with “-” between, at most 40, such as acme-ladders; browsers keep records under it, so it must be your own";

    /// A site of these ladders, without an id or a name yet.
    pub(super) const fn of(ladders: Vec<LadderEntry>) -> Self {
        Self {
            _schema: None,
            id: String::new(),
            name: None,
            url: None,
            ladders,
        }
    }

    /// Whether the site has an id that records can be kept under.
    pub(super) fn has_id(&self) -> bool {
        is_slug(&self.id) && self.id.len() <= LONGEST_ID
    }

    /// Reads the file.
    ///
    /// # Errors
    /// What is wrong, each fault with its place and the remedy.
    pub fn parse(text: &str) -> Result<Self, Vec<Fault>> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let site: Self = serde_json::from_str(text).map_err(|error| {
            let problem = format!("{error}; see site.schema.json beside it");
            vec![Fault::new("the file", problem)]
        })?;
        let mut found = Vec::new();
        let mut add = |place: String, problem: &str| found.push(Fault::new(place, problem));
        if !site.has_id() {
            add("id".to_owned(), Self::ID);
        }
        if site.ladders.is_empty() {
            add(
                "ladders".to_owned(),
                "is empty; name the file of one ladder at least",
            );
        }
        for (i, entry) in site.ladders.iter().enumerate() {
            let names = [("file", Some(&entry.file)), ("guide", entry.guide.as_ref())];
            for (field, name) in names {
                if name.is_some_and(|name| !is_file_name(name)) {
                    add(
                        format!("ladders[{i}].{field}"),
                        "must be the name of a file of this folder that ends in .json",
                    );
                }
            }
        }
        let is_full =
            |url: &String| url.starts_with("https://") && !url.contains(char::is_whitespace);
        if site.url.as_ref().is_some_and(|url| !is_full(url)) {
            add(
                "url".to_owned(),
                "must be a full address that starts with https://",
            );
        }
        if site
            .name
            .as_ref()
            .is_some_and(|name| name.trim().is_empty())
        {
            add(
                "name".to_owned(),
                "is empty; write it or leave the field out",
            );
        }
        match found.is_empty() {
            true => Ok(site),
            false => Err(found),
        }
    }
}

/// Whether a text names a JSON file of one folder, and leads nowhere else.
fn is_file_name(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    name.ends_with(".json") && !name.starts_with('.') && name.chars().all(plain)
}
