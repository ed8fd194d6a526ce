//! One piece of evidence: what was done, what came of it, who saw it. Handles its fields and their
//! limits; lists of entries, files and the storage are elsewhere.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::growth::id::is_id;
use crate::growth::link::check_link;
use crate::growth::{Date, EntryFault, GrowthId};
use crate::text_merge::{Edited, Room, TooLong};

/// A piece of evidence. An entry without a date stays without one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Entry {
    /// The version of this record's format.
    pub schema: u32,
    /// The stable id.
    pub id: GrowthId,
    /// What was done; [`Entry::LONGEST_TEXT`] characters at most.
    pub did: String,
    /// What came of it, or what would have happened otherwise; as long as `did`. May be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub outcome: String,
    /// Addresses, `https:` only; [`Entry::MOST_LINKS`] at most.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<String>,
    /// Who saw it; [`Entry::LONGEST_WITNESSES`] characters at most. May be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub witnesses: String,
    /// The ids of the competencies that it shows; [`Entry::MOST_COMPETENCIES`] at most. A ladder may
    /// no longer have one of them.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub competencies: BTreeSet<String>,
    /// The day of it, if one is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// When it was written first, in milliseconds since 1970.
    pub created: f64,
    /// When it was last changed, in milliseconds since 1970.
    pub changed: f64,
}

/// A text of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryField {
    /// What was done.
    Did,
    /// What came of it.
    Outcome,
    /// Who saw it.
    Witnesses,
}

impl EntryField {
    /// Every field.
    pub const ALL: [Self; 3] = [Self::Did, Self::Outcome, Self::Witnesses];

    /// The text as it is stored: blank text becomes empty; the witnesses are trimmed.
    pub fn kept(self, text: &str) -> &str {
        match self {
            _ if text.trim().is_empty() => "",
            Self::Witnesses => text.trim(),
            Self::Did | Self::Outcome => text,
        }
    }

    /// The maximum number of characters.
    pub const fn most(self) -> usize {
        match self {
            Self::Did | Self::Outcome => Entry::LONGEST_TEXT,
            Self::Witnesses => Entry::LONGEST_WITNESSES,
        }
    }

    const fn room(self) -> Room {
        match self {
            Self::Did | Self::Outcome => Room::lines(self.most()),
            Self::Witnesses => Room::names(self.most()),
        }
    }

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Did => "what was done",
            Self::Outcome => "what came of it",
            Self::Witnesses => "who saw it",
        }
    }
}

impl Entry {
    /// The version this app writes.
    pub const SCHEMA: u32 = 1;
    /// The maximum number of characters of `did` and of `outcome`.
    pub const LONGEST_TEXT: usize = 2_000;
    /// The maximum number of characters of `witnesses`.
    pub const LONGEST_WITNESSES: usize = 300;
    /// The maximum number of links.
    pub const MOST_LINKS: usize = 10;
    /// The maximum number of characters of one link.
    pub const LONGEST_LINK: usize = 500;
    /// The maximum number of competencies.
    pub const MOST_COMPETENCIES: usize = 100;

    /// An entry that says what was done, written at `now`, in milliseconds since 1970, with a random
    /// number from 0 and below 1 for its id. It has no date yet.
    ///
    /// # Errors
    /// If the line is blank or too long.
    pub fn new(line: &str, now: f64, random: f64) -> Result<Self, EntryFault> {
        let entry = Self {
            did: line.trim().to_owned(),
            ..Self::blank(GrowthId::new(now, random), now)
        };
        if entry.did.is_empty() {
            return Err(EntryFault::Blank);
        }
        entry.check()?;
        Ok(entry)
    }

    /// An entry that says nothing yet.
    pub(super) const fn blank(id: GrowthId, now: f64) -> Self {
        Self {
            schema: Self::SCHEMA,
            id,
            did: String::new(),
            outcome: String::new(),
            links: Vec::new(),
            witnesses: String::new(),
            competencies: BTreeSet::new(),
            date: None,
            created: now,
            changed: now,
        }
    }

    /// A text of this entry.
    pub fn text(&self, field: EntryField) -> &str {
        match field {
            EntryField::Did => &self.did,
            EntryField::Outcome => &self.outcome,
            EntryField::Witnesses => &self.witnesses,
        }
    }

    /// Writes a text, unless it is too long or would overwrite a change made elsewhere since it was
    /// `before`. Blank text empties it.
    pub fn edit(&mut self, field: EntryField, before: &str, text: &str) -> Edited {
        let (before, typed) = (field.kept(before), field.kept(text));
        let edited = Edited::of(self.text(field), before, typed, &field.room());
        if let Some(text) = edited.text(typed) {
            let text = text.to_owned();
            match field {
                EntryField::Did => self.did = text,
                EntryField::Outcome => self.outcome = text,
                EntryField::Witnesses => self.witnesses = text,
            }
        }
        edited
    }

    /// Adds a link, unless the entry has it already. So two tabs that each add one keep both.
    ///
    /// # Errors
    /// If it is no `https:` link or one too many; the entry is then unchanged.
    pub fn add_link(&mut self, link: &str) -> Result<(), EntryFault> {
        let link = link.trim();
        let number = self.links.len() + 1;
        check_link(link).map_err(|fault| EntryFault::Link(number, link.to_owned(), fault))?;
        if self.links.iter().any(|one| one == link) {
            return Ok(());
        }
        if number > Self::MOST_LINKS {
            return Err(EntryFault::TooManyLinks(number));
        }
        self.links.push(link.to_owned());
        Ok(())
    }

    /// Removes a link, if the entry has it.
    pub fn remove_link(&mut self, link: &str) {
        self.links.retain(|one| one != link);
    }

    /// Says whether the entry shows a competency.
    ///
    /// # Errors
    /// If the text is no id of a competency or one too many; the entry is then unchanged.
    pub fn tag(&mut self, competency: &str, shows: bool) -> Result<(), EntryFault> {
        if !shows {
            self.competencies.remove(competency);
            return Ok(());
        }
        if !is_id(competency) {
            return Err(EntryFault::Competency(competency.to_owned()));
        }
        let count = self.competencies.len() + 1;
        if count > Self::MOST_COMPETENCIES && !self.competencies.contains(competency) {
            return Err(EntryFault::TooManyCompetencies(count));
        }
        self.competencies.insert(competency.to_owned());
        Ok(())
    }

    /// The number of days since its date, at the day `today`; negative if it is still to come, none if
    /// it has no date.
    pub fn age(&self, today: Date) -> Option<i32> {
        self.date.map(|date| today.days_since(date))
    }

    /// Whether both say the same, whatever their ids and times are.
    pub fn says_the_same_as(&self, other: &Self) -> bool {
        let said = |entry: &Self| Self {
            schema: Self::SCHEMA,
            id: self.id.clone(),
            created: 0.0,
            changed: 0.0,
            ..entry.clone()
        };
        said(self) == said(other)
    }

    /// One entry with all that two versions of it say; the date is the one of the later version, if it
    /// has one. None if both do not fit into one.
    pub fn joined(&self, other: &Self) -> Option<Self> {
        let (earlier, later) = match other.changed > self.changed {
            true => (self, other),
            false => (other, self),
        };
        let mut both = earlier.clone();
        for field in EntryField::ALL {
            if !both.edit(field, "", later.text(field)).is_written() {
                return None;
            }
        }
        for link in &later.links {
            both.add_link(link).ok()?;
        }
        for competency in &later.competencies {
            both.tag(competency, true).ok()?;
        }
        both.date = later.date.or(earlier.date);
        both.created = earlier.created.min(later.created);
        both.changed = later.changed;
        Some(both)
    }

    pub(super) fn check_text(&self, field: EntryField) -> Result<(), EntryFault> {
        TooLong::check(self.text(field), field.most())
            .map_err(|excess| EntryFault::Text(field, excess))
    }

    /// Checks the limits of every field.
    ///
    /// # Errors
    /// The first fault.
    pub fn check(&self) -> Result<(), EntryFault> {
        for field in EntryField::ALL {
            self.check_text(field)?;
        }
        if self.links.len() > Self::MOST_LINKS {
            return Err(EntryFault::TooManyLinks(self.links.len()));
        }
        for (at, link) in self.links.iter().enumerate() {
            check_link(link).map_err(|fault| EntryFault::Link(at + 1, link.clone(), fault))?;
        }
        if self.competencies.len() > Self::MOST_COMPETENCIES {
            return Err(EntryFault::TooManyCompetencies(self.competencies.len()));
        }
        match self.competencies.iter().find(|id| !is_id(id)) {
            Some(id) => Err(EntryFault::Competency(id.clone())),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::growth::LinkFault;

    fn entry(line: &str) -> Entry {
        Entry::new(line, 1.0, 0.5).unwrap()
    }

    #[test]
    fn one_line_is_an_entry_without_a_date() {
        let written = entry("  Took the pager for search. ");
        assert_eq!(written.did, "Took the pager for search.");
        assert_eq!(written.date, None);
        let today = Date::parse("2026-10-31").unwrap();
        assert_eq!(written.age(today), None);
        let dated = Entry {
            date: Date::parse("2026-10-01").ok(),
            ..written
        };
        assert_eq!(dated.age(today), Some(30));
        assert_ne!(entry("a").id, Entry::new("a", 1.0, 0.6).unwrap().id);
        assert_eq!(Entry::new(" \n", 1.0, 0.5), Err(EntryFault::Blank));
        let told = Entry::new(&"é".repeat(2_003), 1.0, 0.5).unwrap_err();
        assert_eq!(
            told.to_string(),
            "“what was done” is 3 characters too long; 2000 are the most; shorten it"
        );
    }

    #[test]
    fn a_link_is_refused_with_its_number_and_the_remedy() {
        let mut written = entry("a");
        written.add_link(" https://example.org/a ").unwrap();
        written.add_link("https://example.org/a").unwrap();
        assert_eq!(written.links, ["https://example.org/a"]);
        for (link, fault) in [
            ("http://example.org", LinkFault::NotHttps),
            ("javascript:alert(1)", LinkFault::NotHttps),
            ("https://", LinkFault::NotHttps),
            ("https:///a", LinkFault::NotHttps),
            ("https://a b", LinkFault::Sign),
            ("https://a/<b>", LinkFault::Sign),
            ("https://a/\u{202e}b", LinkFault::Sign),
            ("https://a/b,", LinkFault::Ending),
        ] {
            let told = EntryFault::Link(2, link.to_owned(), fault);
            assert_eq!(written.add_link(link), Err(told), "{link}");
        }
        let long = format!("https://{}", "a".repeat(493));
        let told = written.add_link(&long).unwrap_err().to_string();
        assert!(told.starts_with("link 2 (“https://aaa"), "{told}");
        assert!(told.contains("1 character too long"), "{told}");
        for number in 1..Entry::MOST_LINKS {
            written.add_link(&format!("https://a/{number}")).unwrap();
        }
        let told = written.add_link("https://b").unwrap_err();
        assert_eq!(told, EntryFault::TooManyLinks(11));
        written.remove_link("https://a/1");
        assert_eq!(written.links.len(), 9);
        assert_eq!(written.check(), Ok(()));
        written.links.push("ftp://a".to_owned());
        let told = written.check().unwrap_err().to_string();
        assert!(told.starts_with("link 10 (“ftp://a”) does not begin with https://"));
    }

    #[test]
    fn two_tabs_lose_nothing() {
        let mut written = entry("first");
        assert!(
            written
                .edit(EntryField::Did, "first", "theirs")
                .is_written()
        );
        let edited = written.edit(EntryField::Did, "first", "mine");
        assert_eq!(edited, Edited::Both("theirs\n\nmine".to_owned()));
        written.edit(EntryField::Witnesses, "", " Ada ");
        written.edit(EntryField::Witnesses, "", "Grace");
        assert_eq!(written.witnesses, "Ada / Grace");
        written.edit(EntryField::Outcome, "", " \n");
        assert_eq!(written.outcome, "");
        written.tag("risk", true).unwrap();
        written.tag("reach", true).unwrap();
        written.tag("risk", false).unwrap();
        assert_eq!(written.competencies.iter().collect::<Vec<_>>(), ["reach"]);
        assert!(written.tag("No id", true).is_err());
    }

    #[test]
    fn two_versions_of_an_entry_become_one_with_all_of_both() {
        let mut here = entry("here");
        here.tag("risk", true).unwrap();
        here.add_link("https://a").unwrap();
        let mut there = Entry {
            date: Date::parse("2026-10-01").ok(),
            changed: 2.0,
            ..entry("there")
        };
        there.tag("reach", true).unwrap();
        let both = here.joined(&there).unwrap();
        assert_eq!(both.did, "here\n\nthere");
        assert_eq!((both.links.len(), both.competencies.len()), (1, 2));
        assert_eq!(both.date, there.date);
        assert_eq!(there.joined(&here), Some(both.clone()));
        assert_eq!(both.joined(&there), Some(both.clone()));
        here.did = "x".repeat(2_000);
        assert_eq!(here.joined(&there), None);
    }
}
