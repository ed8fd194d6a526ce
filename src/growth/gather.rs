//! Makes entries of the texts in a file, and finds everything that is wrong with one. Handles fields;
//! the formats of files are elsewhere.

use std::collections::BTreeMap;

use crate::growth::{Date, Entry, EntryFault, EntryField, GrowthId};
use crate::table_text::Row;

/// A field of an entry that a column can be.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    Date,
    Did,
    Outcome,
    Links,
    Witnesses,
    Competencies,
}

impl Column {
    pub(super) fn of(name: &str) -> Option<Self> {
        Some(match name.trim().to_lowercase().as_str() {
            "date" => Self::Date,
            "did" | "what" | "title" => Self::Did,
            "outcome" | "impact" | "result" => Self::Outcome,
            "links" | "link" | "url" => Self::Links,
            "witnesses" | "who" => Self::Witnesses,
            "competencies" => Self::Competencies,
            _ => return None,
        })
    }
}

pub(super) fn raw_of(row: &Row, columns: &BTreeMap<Column, usize>) -> RawEntry {
    let field = |column| {
        let at = columns.get(&column);
        at.and_then(|at| row.fields.get(*at))
            .map_or("", String::as_str)
    };
    RawEntry {
        date: field(Column::Date).trim().to_owned(),
        did: field(Column::Did).to_owned(),
        outcome: field(Column::Outcome).to_owned(),
        links: field(Column::Links).to_owned(),
        witnesses: field(Column::Witnesses).to_owned(),
        competencies: field(Column::Competencies).to_owned(),
    }
}

/// The texts of an entry as a file has them.
#[derive(Clone, Debug, Default)]
pub(super) struct RawEntry {
    pub date: String,
    pub did: String,
    pub outcome: String,
    pub links: String,
    pub witnesses: String,
    pub competencies: String,
}

/// Makes entries, and gives them ids by what they say.
pub(super) struct Gathered {
    now: f64,
    /// How many of them have each id.
    ids: BTreeMap<GrowthId, usize>,
}

impl Gathered {
    pub(super) const fn new(now: f64) -> Self {
        Self {
            now,
            ids: BTreeMap::new(),
        }
    }

    /// An entry, or everything that is wrong with it.
    pub(super) fn entry(&mut self, raw: &RawEntry) -> Result<Entry, Vec<String>> {
        let mut whys: Vec<String> = Vec::new();
        let mut entry = Entry::blank(GrowthId::of_content("in", ""), self.now);
        entry.did = EntryField::Did.kept(&raw.did).to_owned();
        entry.outcome = EntryField::Outcome.kept(&raw.outcome).to_owned();
        entry.witnesses = EntryField::Witnesses.kept(&raw.witnesses).to_owned();
        if entry.did.is_empty() {
            whys.push(EntryFault::Blank.to_string());
        }
        for field in EntryField::ALL {
            let fault = entry.check_text(field).err();
            whys.extend(fault.map(|fault| fault.to_string()));
        }
        if !raw.date.is_empty() {
            match Date::parse(&raw.date) {
                Ok(date) => entry.date = Some(date),
                Err(fault) => whys.push(fault.to_string()),
            }
        }
        let count = raw.links.split_whitespace().count();
        if count > Entry::MOST_LINKS {
            whys.push(EntryFault::TooManyLinks(count).to_string());
        }
        let links = raw.links.split_whitespace().take(Entry::MOST_LINKS);
        for (at, link) in links.enumerate() {
            if let Err(fault) = entry.add_link(link.trim_end_matches([',', ';'])) {
                whys.push(fault.at_link(at + 1).to_string());
            }
        }
        let ids = raw.competencies.split([',', ';', '\n']).map(str::trim);
        let ids = ids.filter(|id| !id.is_empty());
        // The first that is wrong stands for all: a long text would have a thousand.
        let fault = ids.map(|id| entry.tag(&id.to_lowercase(), true));
        let fault = fault.filter_map(Result::err).next();
        whys.extend(fault.map(|fault| fault.to_string()));
        if !whys.is_empty() {
            return Err(whys);
        }
        let id = GrowthId::of_content("in", &content(&entry));
        let count = self.ids.entry(id.clone()).or_default();
        *count += 1;
        entry.id = if *count == 1 { id } else { id.part(*count) };
        Ok(entry)
    }
}

/// Everything that an entry says, as one text: equal for equal entries only.
pub(super) fn content(entry: &Entry) -> String {
    let date = entry.date.map(|date| date.to_string()).unwrap_or_default();
    let said = (
        &entry.did,
        &entry.outcome,
        &entry.links,
        &entry.witnesses,
        &entry.competencies,
        date,
    );
    serde_json::to_string(&said).unwrap_or_default()
}
