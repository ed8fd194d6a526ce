//! What a key says: which kind of record, which one, and whether it was set aside.
//! Knows the names of keys only; knows nothing of what stands under them.

use super::{AttemptId, OpinionId};

/// Every key of ours, of any version, begins so: other apps may share the origin.
const ROOT: &str = "ladder-explorer/";
const VERSION: u32 = 1;
const ASIDE: &str = "aside";
/// The highest number behind a record that was set aside.
const MOST_ASIDE: u32 = 9_999;

/// A kind of record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A sitting of the quiz.
    Attempt,
    /// A colleague's answers.
    Opinion,
    /// The case.
    Case,
    /// The settings.
    Settings,
    /// When the last backup was made.
    Backup,
    /// What locks the others.
    Lock,
    /// None that this version knows.
    Unknown,
}

impl Kind {
    const NAMES: [(&'static str, Self); 6] = [
        ("attempt", Self::Attempt),
        ("opinion", Self::Opinion),
        ("journal", Self::Case),
        ("settings", Self::Settings),
        ("backup", Self::Backup),
        ("lock", Self::Lock),
    ];

    /// Whether a backup holds records of this kind. What belongs to this browser alone it leaves
    /// out: when it was backed up, which notices were seen, how it is locked.
    pub const fn is_backed_up(self) -> bool {
        matches!(
            self,
            Self::Attempt | Self::Opinion | Self::Case | Self::Settings
        )
    }

    fn of(name: &str) -> Option<Self> {
        let known = Self::NAMES.into_iter().find(|(known, _)| *known == name);
        known.map(|(_, kind)| kind)
    }

    fn name(self) -> &'static str {
        let known = Self::NAMES.into_iter().find(|(_, kind)| *kind == self);
        known.map_or("", |(name, _)| name)
    }

    /// Whether a record of this kind can bear this id.
    fn has(self, id: &str) -> bool {
        match self {
            Self::Attempt => AttemptId::parse(id).is_some(),
            Self::Opinion => OpinionId::try_from(id.to_owned()).is_ok(),
            Self::Case => id == "case",
            Self::Settings => id == "visitor",
            Self::Backup => id == "last",
            Self::Lock => !id.is_empty() && !id.contains('/'),
            Self::Unknown => false,
        }
    }
}

/// Where a record of this version stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Address {
    /// The kind.
    pub kind: Kind,
    /// The id.
    pub id: String,
    /// Which of the texts set aside under this kind and id, from 1; none where it is in use.
    pub aside: Option<u32>,
}

/// What a key can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Key {
    /// A record of this version.
    Known(Address),
    /// A record under the prefix of a newer version.
    Newer(u32),
    /// Under our prefix, but of no kind and no id that this version writes.
    Unknown,
    /// Of another app.
    Foreign,
}

/// Why a name in a backup is none of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NameFault {
    /// The kind is unknown, or no backup holds it.
    Kind,
    /// A record of this kind never has such an id.
    Id,
}

impl Address {
    /// The record of a kind with an id, in use.
    pub(super) fn new(kind: Kind, id: &str) -> Self {
        Self {
            kind,
            id: id.to_owned(),
            aside: None,
        }
    }

    /// `attempt/abc`, `aside/attempt/abc` or `aside/attempt/abc/2`.
    pub(super) fn name(&self) -> String {
        let name = format!("{}/{}", self.kind.name(), self.id);
        match self.aside {
            None => name,
            Some(1) => format!("{ASIDE}/{name}"),
            Some(number) => format!("{ASIDE}/{name}/{number}"),
        }
    }

    /// The whole key.
    pub(super) fn key(&self) -> String {
        format!("{ROOT}v{VERSION}/{}", self.name())
    }

    /// The same record, in use.
    pub(super) fn in_use(&self) -> Self {
        Self::new(self.kind, &self.id)
    }

    /// Where the `number`-th text of this record that is set aside stands, from 1.
    pub(super) fn set_aside(&self, number: u32) -> Self {
        Self {
            aside: Some(number),
            ..self.in_use()
        }
    }

    /// All places for a text of this record that is set aside.
    pub(super) fn asides(&self) -> impl Iterator<Item = Self> + '_ {
        (1..=MOST_ASIDE).map(|number| self.set_aside(number))
    }

    /// Reads a name as [`Address::name`] writes it.
    pub(super) fn parse(name: &str) -> Result<Self, NameFault> {
        let (first, rest) = name.split_once('/').ok_or(NameFault::Kind)?;
        if first != ASIDE {
            let kind = Kind::of(first).ok_or(NameFault::Kind)?;
            let found = Self::new(kind, rest);
            return if kind.has(rest) {
                Ok(found)
            } else {
                Err(NameFault::Id)
            };
        }
        let (kind, rest) = rest.split_once('/').ok_or(NameFault::Kind)?;
        let kind = Kind::of(kind).ok_or(NameFault::Kind)?;
        let (id, number) = match rest.split_once('/') {
            None => (rest, 1),
            Some((id, digits)) => (id, number_of(digits).ok_or(NameFault::Id)?),
        };
        if kind.has(id) {
            Ok(Self::new(kind, id).set_aside(number))
        } else {
            Err(NameFault::Id)
        }
    }
}

impl Key {
    /// What a key says.
    pub(super) fn of(key: &str) -> Self {
        let Some(rest) = key.strip_prefix(ROOT) else {
            return Self::Foreign;
        };
        let Some((version, name)) = rest.split_once('/') else {
            return Self::Unknown;
        };
        match version.strip_prefix('v').and_then(plain_number) {
            Some(VERSION) => Address::parse(name).map_or(Self::Unknown, Self::Known),
            Some(newer) if newer > VERSION => Self::Newer(newer),
            _ => Self::Unknown,
        }
    }
}

/// A number behind a record: 2 to [`MOST_ASIDE`], without a sign or a leading 0.
fn number_of(digits: &str) -> Option<u32> {
    plain_number(digits).filter(|number| (2..=MOST_ASIDE).contains(number))
}

fn plain_number(digits: &str) -> Option<u32> {
    let number: u32 = digits.parse().ok()?;
    (number.to_string() == digits).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_reads_as_it_is_written() {
        for name in [
            "attempt/19aa-1",
            "opinion/0123456789abcdef",
            "journal/case",
            "settings/visitor",
            "backup/last",
            "lock/check",
            "aside/attempt/19aa-1",
            "aside/attempt/19aa-1/2",
            "aside/journal/case/9999",
        ] {
            let found = Address::parse(name);
            assert_eq!(found.as_ref().map(Address::name), Ok(name.to_owned()));
            let of_key = Key::of(&format!("ladder-explorer/v1/{name}"));
            assert_eq!(found.map(Key::Known), Ok(of_key));
        }
    }

    #[test]
    fn what_no_record_is_called_is_no_name() {
        for name in [
            "",
            "attempt",
            "attempt/",
            "attempt/A",
            "attempt/a/2",
            "journal/other",
            "settings/",
            "aside/attempt",
            "aside/attempt/a/1",
            "aside/attempt/a/02",
            "aside/attempt/a/+2",
            "aside/attempt/a/10000",
            "aside/aside/attempt/a",
            "attempts/a",
            "lock/a/b",
        ] {
            assert!(Address::parse(name).is_err(), "{name}");
        }
    }
}
