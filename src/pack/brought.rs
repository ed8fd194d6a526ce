//! A site from files that someone brings: ladders, guides and a `site.json`, in any order and under any
//! names. Knows what a file is by its content; knows nothing of where it is from.

use serde::Deserialize;
use serde_json::Value;

use super::{FIGURES, FileFaults, LadderEntry, Pack, QUIZ, SITE, SiteFile, file};
use crate::guard::{Limits, text_of};
use crate::ladder::Fault;

/// What is said of a site beside its files. Each goes before what `site.json` says.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Wishes {
    /// The id of the site.
    pub id: Option<String>,
    /// The name of the site.
    pub name: Option<String>,
}

enum Kind {
    /// A ladder with its id; none if it cannot be read.
    Ladder(Option<String>),
    /// A guide to the ladder with this id.
    Guide(String),
    Beside,
    Unknown,
}

impl Pack {
    /// Reads the files of one site, each with its name: those of the quiz, one ladder or more, and perhaps
    /// guides and a `site.json`. Without that, the ladders are in the order of the files, and each guide
    /// belongs to the ladder that it names.
    ///
    /// # Errors
    /// All faults of the first file that cannot be used. What is missing in the site, such as its id, is
    /// told as a fault of `site.json`.
    pub fn brought(files: &[(String, Vec<u8>)], wishes: &Wishes) -> Result<Self, FileFaults> {
        let bytes_of = |name: &str| {
            let found = files.iter().find(|(known, _)| known == name);
            found.map(|(_, bytes)| bytes).ok_or_else(|| {
                "is not among the files given; add it, or take its name out of site.json".to_owned()
            })
        };
        let mut site = match files.iter().any(|(name, _)| name == SITE) {
            true => file(SITE, bytes_of, SiteFile::parse)?,
            false => SiteFile::of(listed(files)?),
        };
        for (name, _) in files
            .iter()
            .filter(|(name, _)| name != SITE && !is_beside(name))
        {
            let is_known =
                |entry: &LadderEntry| entry.file == *name || entry.guide.as_ref() == Some(name);
            if !site.ladders.iter().any(is_known) {
                let problem = "is not named in site.json; name it there, or leave it out";
                return Err(one(name, "the file", problem));
            }
        }
        if let Some(id) = &wishes.id {
            site.id.clone_from(id);
        }
        if wishes.name.is_some() {
            site.name.clone_from(&wishes.name);
        }
        match site.has_id() {
            true => Self::of(site, bytes_of),
            false => Err(one(SITE, "id", SiteFile::ID)),
        }
    }
}

/// The ladders among the files, each with its guide.
fn listed(files: &[(String, Vec<u8>)]) -> Result<Vec<LadderEntry>, FileFaults> {
    let mut entries = Vec::new();
    let mut ids = Vec::new();
    let mut guides = Vec::new();
    for (name, bytes) in files {
        match kind(name, bytes) {
            Kind::Ladder(id) => {
                ids.push(id);
                entries.push(LadderEntry {
                    file: name.clone(),
                    guide: None,
                });
            }
            Kind::Guide(ladder) => guides.push((name, ladder)),
            Kind::Beside => {}
            Kind::Unknown => {
                let problem = "is neither a ladder (with levels and competencies) nor a guide to one; see \
                    ladder.schema.json, or leave it out";
                return Err(one(name, "the file", problem));
            }
        }
    }
    for (name, ladder) in guides {
        let own = ids.iter().position(|id| id.as_ref() == Some(&ladder));
        match own.and_then(|at| entries.get_mut(at)) {
            Some(entry) if entry.guide.is_none() => entry.guide = Some(name.clone()),
            Some(_) => return Err(one(name, "ladder", "has two guides; leave one of them out")),
            None => {
                let problem = format!(
                    "names “{ladder}”, which is no ladder given; add it, or leave the guide out"
                );
                return Err(one(name, "ladder", &problem));
            }
        }
    }
    match entries.is_empty() {
        true => Err(one(
            SITE,
            "ladders",
            "there is no ladder; give the file of one at least",
        )),
        false => Ok(entries),
    }
}

fn kind(name: &str, bytes: &[u8]) -> Kind {
    if is_beside(name) {
        return Kind::Beside;
    }
    // The reader of ladders says best what is wrong with a text that is no JSON.
    let text = text_of(bytes)
        .ok()
        .filter(|text| Limits::PACK.check(text).is_ok());
    let Some(Ok(value)) = text.map(serde_json::from_str::<Value>) else {
        return Kind::Ladder(None);
    };
    let text_in = |field: &str| value.get(field).and_then(Value::as_str).map(str::to_owned);
    match text_in("ladder") {
        _ if value.get("levels").is_some() || value.get("competencies").is_some() => {
            Kind::Ladder(text_in("id"))
        }
        Some(ladder) => Kind::Guide(ladder),
        None => Kind::Unknown,
    }
}

/// Whether a name is that of a file of the quiz, or of a schema that an editor reads.
fn is_beside(name: &str) -> bool {
    let version = name
        .strip_prefix("quiz-")
        .and_then(|rest| rest.strip_suffix(".json"));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    name == QUIZ
        || name == FIGURES
        || name.ends_with(".schema.json")
        || version.is_some_and(is_number)
}

fn one(file: &str, place: &str, problem: &str) -> FileFaults {
    FileFaults {
        file: file.to_owned(),
        faults: vec![Fault::new(place, problem)],
    }
}
