//! Two texts of one record, one here and one in a backup: what a merge makes of them.
//! Knows every kind of record; knows no place.

use super::address::{Address, Kind};
use super::{Attempt, Opinion, Settings, StoreError, case, is_plausible};

/// One of the two texts of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The one in this browser.
    Here,
    /// The one in the backup.
    Backup,
}

/// What a record holds after a merge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeps {
    /// What it held: everything of the backup is in it, or was set aside.
    Here,
    /// What the backup holds: everything that was here is in it, or was set aside.
    Backup,
    /// Both, joined.
    Both,
}

/// What a merge does with two texts of one record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merge {
    /// What the record holds afterwards.
    pub keeps: Keeps,
    /// Which of the two stands aside afterwards, byte for byte, since not all of it is in the
    /// record.
    pub aside: Option<Side>,
}

/// A merge, and the text of the record after it.
pub(super) struct Merged {
    pub(super) merge: Merge,
    pub(super) text: String,
}

impl Merged {
    /// One of the texts as it is; the other is set aside.
    pub(super) fn only(keeps: Side, here: &str, backup: &str) -> Self {
        let (keeps, aside, text) = match keeps {
            Side::Here => (Keeps::Here, Side::Backup, here),
            Side::Backup => (Keeps::Backup, Side::Here, backup),
        };
        Self {
            merge: Merge {
                keeps,
                aside: Some(aside),
            },
            text: text.to_owned(),
        }
    }
}

/// Merges two texts of the record at `address`, both of which can be read, at the time `now`: a time
/// that one of them tells and that lies ahead never makes it the later one.
///
/// # Errors
/// When one of them cannot.
pub(super) fn merge(
    address: &Address,
    (here, backup): (&str, &str),
    now: f64,
) -> Result<Merged, StoreError> {
    let key = address.name();
    match address.kind {
        Kind::Attempt => {
            let read = |text: &str| Attempt::decode(&key, text);
            Ok(attempts(Two::read(here, backup, read)?, now))
        }
        Kind::Opinion => {
            let read = |text: &str| Opinion::decode(&key, text);
            Ok(opinions(Two::read(here, backup, read)?, now))
        }
        Kind::Case => {
            let read = |text: &str| case::decode(&key, text);
            let two = Two::read(here, backup, read)?;
            let later = two.later(|case| case.changed, now);
            let (mut joined, mut other) = (two.here.0.clone(), two.backup.0.clone());
            (joined.changed, other.changed) = in_order(later);
            let whole = joined.join(other).is_ok();
            joined.changed = two.of(later).changed;
            Ok(two.settle(whole.then_some(joined), None, later, case::encode))
        }
        Kind::Setting | Kind::Choice => {
            let read = |text: &str| Settings::decode(&address.id, &key, text);
            let two = Two::read(here, backup, read)?;
            let joined = two.here.0.clone();
            let aside = (two.here.0 != two.backup.0).then_some(Side::Backup);
            Ok(two.settle(Some(joined), aside, Side::Here, |value| {
                value.clone().encode()
            }))
        }
        _ => Ok(Merged::only(Side::Here, here, backup)),
    }
}

/// Times for two records, so that one of them is the later one.
const fn in_order(later: Side) -> (f64, f64) {
    match later {
        Side::Here => (1.0, 0.0),
        Side::Backup => (0.0, 1.0),
    }
}

fn attempts(two: Two<'_, Attempt>, now: f64) -> Merged {
    let (here, backup) = (&two.here.0, &two.backup.0);
    let later = two.later(|attempt| attempt.changed, now);
    let one_quiz = here.quiz == backup.quiz && here.quiz_version == backup.quiz_version;
    let joined = one_quiz.then(|| {
        let (mut joined, mut other) = (here.clone(), backup.clone());
        (joined.changed, other.changed) = in_order(later);
        // Neither has seen the other.
        joined.join(other, f64::INFINITY);
        joined.changed = two.of(later).changed;
        joined
    });
    // The backup's words are still in its file; those that are only here must not go.
    let lost = |field: fn(&Attempt) -> &Option<String>| {
        field(here).is_some() && joined.as_ref().is_some_and(|one| field(one) != field(here))
    };
    let words = lost(|attempt| &attempt.note) || lost(|attempt| &attempt.name);
    let aside = words.then_some(Side::Here);
    two.settle(joined, aside, later, Attempt::encode)
}

fn opinions(two: Two<'_, Opinion>, now: f64) -> Merged {
    let later = two.later(|opinion| opinion.received, now);
    let (here, backup) = (&two.here.0, &two.backup.0);
    // One answer that was opened twice.
    let again = Opinion {
        received: here.received,
        ..backup.clone()
    };
    let joined = (*here == again).then(|| match later {
        Side::Here => here.clone(),
        Side::Backup => backup.clone(),
    });
    two.settle(joined, None, later, Opinion::encode)
}

/// Two texts of one record, and what they say.
struct Two<'a, T> {
    here: (T, &'a str),
    backup: (T, &'a str),
}

impl<'a, T: PartialEq> Two<'a, T> {
    fn read(
        here: &'a str,
        backup: &'a str,
        read: impl Fn(&str) -> Result<T, StoreError>,
    ) -> Result<Self, StoreError> {
        Ok(Self {
            here: (read(here)?, here),
            backup: (read(backup)?, backup),
        })
    }

    /// Which of the two was changed later; the one here where that is not told.
    fn later(&self, time: impl Fn(&T) -> f64, now: f64) -> Side {
        let told = |record: &T| Some(time(record)).filter(|time| is_plausible(*time, now));
        if told(&self.backup.0) > told(&self.here.0) {
            Side::Backup
        } else {
            Side::Here
        }
    }

    const fn of(&self, side: Side) -> &T {
        match side {
            Side::Here => &self.here.0,
            Side::Backup => &self.backup.0,
        }
    }

    /// What was joined, in the bytes of one of the two where it says no more than that one; where
    /// nothing was, the later one.
    fn settle(
        self,
        joined: Option<T>,
        aside: Option<Side>,
        later: Side,
        encode: impl Fn(&T) -> Result<String, StoreError>,
    ) -> Merged {
        let (here, backup) = (self.here.1, self.backup.1);
        let Some(joined) = joined else {
            return Merged::only(later, here, backup);
        };
        let (keeps, text) = if joined == self.here.0 {
            (Keeps::Here, Ok(here.to_owned()))
        } else if joined == self.backup.0 {
            (Keeps::Backup, Ok(backup.to_owned()))
        } else {
            (Keeps::Both, encode(&joined))
        };
        match text {
            Ok(text) => Merged {
                merge: Merge { keeps, aside },
                text,
            },
            // Together they would be too large to be read again.
            Err(_) => Merged::only(later, here, backup),
        }
    }
}
