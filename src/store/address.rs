//! The name of a record: its kind, its ladder if it has one, its id, and whether it is quarantined.
//! Handles names only, not keys or record text.

use crate::store::{AttemptId, OpinionId};

const ASIDE: &str = "aside";
/// The highest number of a quarantined record.
const MOST_ASIDE: u32 = 9_999;
/// The maximum length of an id that is not checked further: that of a choice about a case has a word and
/// the ids of a ladder and a level, of 40 each.
const LONGEST_ID: usize = 100;
/// The settings that belong to this browser alone, and are therefore in no backup: one of its lock, and
/// one of who may see its screen.
pub(super) const ASK_ON_EVERY_PAGE: &str = "ask-on-every-page";
/// See [`ASK_ON_EVERY_PAGE`].
pub(super) const SHOW_MARKS: &str = "show-marks";

/// A kind of record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RecordKind {
    /// A session of the quiz.
    Attempt,
    /// A colleague's answers.
    Opinion,
    /// The case for a ladder.
    Case,
    /// One setting.
    Setting,
    /// One choice about a ladder: the titles or the rung.
    Choice,
    /// The time of a backup, or of a request for one that was put off.
    Backup,
    /// A notice that is shown once and has been seen.
    Notice,
    /// The lock that encrypts the other records.
    Lock,
    /// The settings of layout 1, which were one record. Used only to quarantine settings that cannot be
    /// read.
    Settings,
    /// Where the visitor sees themselves against one expectation of a ladder.
    Mark,
    /// A piece of evidence, of a ladder.
    Evidence,
    /// An item of a plan, of a ladder.
    Plan,
    /// A check-in, of a ladder: marks and plan at a date.
    CheckIn,
    /// Another person's view, for a ladder.
    View,
    /// What is chosen and not yet final, as `aim.<ladder>` or `case.<ladder>.<level>`; and drafts of
    /// later versions.
    Draft,
    /// A kind that this version does not know.
    Unknown,
}

impl RecordKind {
    /// Each kind with its name, and whether its records belong to a ladder.
    const NAMES: [(&'static str, Self, bool); 15] = [
        ("attempt", Self::Attempt, false),
        ("opinion", Self::Opinion, false),
        ("case", Self::Case, true),
        ("setting", Self::Setting, false),
        ("choice", Self::Choice, true),
        ("backup", Self::Backup, false),
        ("notice", Self::Notice, false),
        ("lock", Self::Lock, false),
        ("settings", Self::Settings, false),
        ("mark", Self::Mark, true),
        ("evidence", Self::Evidence, true),
        ("plan", Self::Plan, true),
        ("check-in", Self::CheckIn, true),
        ("view", Self::View, true),
        ("draft", Self::Draft, false),
    ];

    /// Whether a backup holds records of this kind. It omits what belongs to this browser alone: backup
    /// times, seen notices and the lock.
    pub const fn is_backed_up(self) -> bool {
        !matches!(
            self,
            Self::Backup | Self::Notice | Self::Lock | Self::Unknown
        )
    }

    /// Whether records of this kind belong to My growth.
    pub const fn is_of_growth(self) -> bool {
        matches!(
            self,
            Self::Mark | Self::Evidence | Self::Plan | Self::CheckIn | Self::View | Self::Draft
        )
    }

    /// Whether only later versions write records of this kind.
    pub const fn is_of_later(self) -> bool {
        matches!(self, Self::Draft)
    }

    pub(super) fn is_of_ladder(self) -> bool {
        let mut names = Self::NAMES.into_iter();
        names.any(|(_, kind, of_ladder)| kind == self && of_ladder)
    }

    fn of(name: &str) -> Option<Self> {
        let mut names = Self::NAMES.into_iter();
        let known = names.find(|(known, _, _)| *known == name);
        known.map(|(_, kind, _)| kind)
    }

    pub(super) fn name(self) -> &'static str {
        let mut names = Self::NAMES.into_iter();
        let known = names.find(|(_, kind, _)| *kind == self);
        known.map_or("", |(name, _, _)| name)
    }

    /// Whether this id is valid for a record of this kind.
    fn has(self, id: &str, aside: bool) -> bool {
        match self {
            Self::Attempt => AttemptId::parse(id).is_some(),
            Self::Opinion => OpinionId::try_from(id.to_owned()).is_ok(),
            Self::Case => id == "case",
            Self::Setting | Self::Choice | Self::Notice => is_id(id),
            Self::Backup => matches!(id, "made" | "put-off") || (aside && id == "last"),
            Self::Settings => aside && id == "visitor",
            Self::Lock => !id.is_empty() && !id.contains('/'),
            Self::Mark | Self::Evidence | Self::Plan | Self::CheckIn | Self::View | Self::Draft => {
                (1..=LONGEST_ID).contains(&id.len())
                    && id
                        .bytes()
                        .all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.'))
            }
            Self::Unknown => false,
        }
    }
}

/// Whether a text can be the id of a site, a ladder, a setting or a notice: 1 to 40 of a–z, 0–9
/// and “-”.
pub(super) fn is_id(text: &str) -> bool {
    (1..=40).contains(&text.len())
        && text
            .bytes()
            .all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}

/// The name of a record, unique within one site.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Address {
    /// The kind.
    pub kind: RecordKind,
    /// The ladder that it belongs to; empty if the kind belongs to none.
    pub ladder: String,
    /// The id.
    pub id: String,
    /// The number in quarantine, from 1; none if the record is in use.
    pub quarantined: Option<u32>,
}

/// Why a text is not the name of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NameFault {
    /// The kind is unknown.
    RecordKind,
    /// The id is not valid for this kind.
    Id,
}

impl Address {
    /// The address of a record in use.
    pub(super) fn new(kind: RecordKind, ladder: &str, id: &str) -> Self {
        Self {
            kind,
            ladder: match kind.is_of_ladder() {
                true => ladder.to_owned(),
                false => String::new(),
            },
            id: id.to_owned(),
            quarantined: None,
        }
    }

    /// `attempt/abc`, `choice/<ladder>/rung`, `aside/attempt/abc` or `aside/attempt/abc/2`.
    pub(super) fn name(&self) -> String {
        let kind = self.kind.name();
        let name = match self.ladder.as_str() {
            "" => format!("{kind}/{}", self.id),
            ladder => format!("{kind}/{ladder}/{}", self.id),
        };
        match self.quarantined {
            None => name,
            Some(1) => format!("{ASIDE}/{name}"),
            Some(number) => format!("{ASIDE}/{name}/{number}"),
        }
    }

    /// Whether a backup holds this record.
    pub(super) fn is_backed_up(&self) -> bool {
        let of_browser = self.kind == RecordKind::Setting
            && [ASK_ON_EVERY_PAGE, SHOW_MARKS].contains(&&*self.id);
        self.kind.is_backed_up() && !of_browser
    }

    /// The address of the `number`-th quarantined text of this record, from 1.
    pub(super) fn in_quarantine(&self, number: u32) -> Self {
        Self {
            quarantined: Some(number),
            ..self.clone()
        }
    }

    /// All addresses for quarantined texts of this record.
    pub(super) fn quarantine_slots(&self) -> impl Iterator<Item = Self> + '_ {
        (1..=MOST_ASIDE).map(|number| self.in_quarantine(number))
    }

    /// Reads a name as [`Address::name`] writes it.
    pub(super) fn parse(name: &str) -> Result<Self, NameFault> {
        let (aside, rest) = match name.split_once('/') {
            Some((ASIDE, rest)) => (true, rest),
            _ => (false, name),
        };
        let (kind, rest) = rest.split_once('/').ok_or(NameFault::RecordKind)?;
        let kind = RecordKind::of(kind).ok_or(NameFault::RecordKind)?;
        let (ladder, rest) = match kind.is_of_ladder() {
            true => rest.split_once('/').ok_or(NameFault::Id)?,
            false => ("", rest),
        };
        if kind.is_of_ladder() && !is_id(ladder) {
            return Err(NameFault::Id);
        }
        let (id, number) = match (aside, rest.split_once('/')) {
            (true, Some((id, digits))) => (id, Some(number_of(digits).ok_or(NameFault::Id)?)),
            (true, None) => (rest, Some(1)),
            (false, _) => (rest, None),
        };
        if !kind.has(id, aside) {
            return Err(NameFault::Id);
        }
        Ok(Self {
            quarantined: number,
            ..Self::new(kind, ladder, id)
        })
    }
}

/// The number of a quarantined record: 2 to [`MOST_ASIDE`], without a sign or a leading 0.
pub(super) fn number_of(digits: &str) -> Option<u32> {
    plain_number(digits).filter(|number| (2..=MOST_ASIDE).contains(number))
}

/// A number without a sign or a leading 0.
pub(super) fn plain_number(digits: &str) -> Option<u32> {
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
            "case/some-ladder/case",
            "setting/slash-key",
            "choice/some-ladder/rung",
            "backup/made",
            "notice/shared-origin",
            "lock/check",
            "mark/some-ladder/t6.risk",
            "draft/1.2-3",
            "aside/attempt/19aa-1",
            "aside/attempt/19aa-1/2",
            "aside/case/some-ladder/case/9999",
            "aside/settings/visitor",
            "aside/backup/last/3",
        ] {
            let found = Address::parse(name);
            assert_eq!(found.as_ref().map(Address::name), Ok(name.to_owned()));
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
            "case/case",
            "case/Some/case",
            "case/some-ladder/other",
            "choice/rung",
            "setting/",
            "setting/Slash",
            "settings/visitor",
            "backup/last",
            "mark/some-ladder/a/b",
            "mark/some-ladder/",
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

    #[test]
    fn no_backup_holds_what_belongs_to_this_browser_alone() {
        let held = |name: &str| Address::parse(name).is_ok_and(|address| address.is_backed_up());
        for name in [
            "setting/slash-key",
            "mark/a/t6.risk",
            "aside/settings/visitor",
        ] {
            assert!(held(name), "{name}");
        }
        for name in [
            "setting/ask-on-every-page",
            "setting/show-marks",
            "backup/made",
            "notice/x",
            "lock/lock",
        ] {
            assert!(!held(name), "{name}");
        }
    }
}
