//! A backup as a file: every record unchanged, in one JSON text, and the reader for that file. Handles
//! keys and the file's format; offering and choosing files is elsewhere.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use crate::guard::{Limits, escape_hidden, path_at};
use crate::store::address::{Address, NameFault, RecordKind};
use crate::store::inventory::{RecordState, is_sealed, state_at};
use crate::store::layout::{Key, Layout};
use crate::store::{KeyValue, Repository, StoreError, old, record};

/// The name of this format inside a file.
const FORMAT: &str = "ladder-explorer-backup";
/// The maximum number of characters of a name that a message quotes.
const LONGEST_QUOTE: usize = 60;

/// Every record that belongs in a backup, byte for byte.
#[derive(Clone, Debug, PartialEq)]
pub struct Backup {
    /// When it was created, in milliseconds since 1970.
    pub made: f64,
    /// Keys of this app that are not in the backup: those of a newer version, those of no known record,
    /// and the largest of the unreadable ones if they would leave no room for the others.
    pub left_out: Vec<String>,
    records: BTreeMap<Address, String>,
}

/// A problem in a backup, and its location.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupFault {
    /// The location as a path, such as `records["attempt/abc"]`; empty for the whole file.
    pub path: String,
    /// The problem there.
    pub problem: BackupProblem,
}

/// Everything that can be wrong with a backup, one variant per cause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BackupProblem {
    /// It exceeds the limits on size or depth; which limit and where.
    TooMuch(String),
    /// It is not JSON, or not of this shape; the parser's message.
    Shape(String),
    /// It is JSON, but not a backup.
    NoBackup,
    /// It was created by a newer app.
    Newer(u32),
    /// It has too many records; how many.
    TooMany(usize),
    /// Two records have this name.
    StandsTwice,
    /// There is no such kind of record.
    UnknownKind,
    /// The id is not valid for this kind.
    BadId,
    /// The record is locked.
    Sealed,
    /// The record cannot be read; the reason. It is restored unchanged.
    Unreadable(String),
}

#[derive(Serialize)]
struct BackupFile<'a> {
    format: &'a str,
    version: u32,
    made: f64,
    records: BTreeMap<String, &'a str>,
}

impl Backup {
    /// The version of the format that this app writes. Version 1 used the names of layout 1.
    pub const VERSION: u32 = 2;
    /// The maximum number of records in a backup.
    pub const MOST_RECORDS: usize = 5_000;

    /// A backup of the whole repository at the time `now`, in milliseconds since 1970.
    ///
    /// # Errors
    /// If storage is unavailable, or a record is locked.
    pub fn of<K: KeyValue>(repository: &Repository<K>, now: f64) -> Result<Self, StoreError> {
        let layout = repository.layout();
        let (mut records, mut left_out) = (BTreeMap::new(), Vec::new());
        let mut waiting = Vec::new();
        for (key, text) in repository.ours()? {
            match layout.read(&key) {
                Key::Known(address) if address.is_backed_up() => {
                    if is_sealed(&text) {
                        return Err(record::locked(&key));
                    }
                    records.insert(address, text);
                }
                Key::Old(name) => waiting.push((key, name, text)),
                Key::Known(_) => {}
                _ => left_out.push(key),
            }
        }
        for (key, name, text) in waiting {
            let of_browser =
                old::address(layout, &name).is_ok_and(|a| a.kind == RecordKind::Backup);
            if !of_browser
                && (is_sealed(&text) || old::add(layout, &mut records, &name, text).is_err())
            {
                left_out.push(key);
            }
        }
        let mut backup = Self {
            made: now,
            left_out,
            records,
        };
        backup.make_room(layout);
        Ok(backup)
    }

    /// Leaves out unreadable records, the largest first, until the rest fits into a file. They must not
    /// prevent the user from backing up the others.
    fn make_room(&mut self, layout: &Layout) {
        if self.encode().is_ok() {
            return;
        }
        let of_use = |address: &Address, text: &str| {
            let state = state_at(address, text);
            matches!(state, RecordState::Readable | RecordState::Newer { .. })
        };
        let broken = self.records().filter(|(a, text)| !of_use(a, text));
        let mut broken: Vec<(usize, Address)> =
            broken.map(|(a, text)| (text.len(), a.clone())).collect();
        broken.sort();
        while let Some((_, address)) = broken.pop()
            && self.encode().is_err()
        {
            self.records.remove(&address);
            self.left_out.push(layout.key(&address));
        }
    }

    /// The text of the file.
    ///
    /// # Errors
    /// If it could not be read back: too many records, too large, or a time that is not finite.
    pub fn encode(&self) -> Result<String, BackupFault> {
        let count = self.records.len();
        if count > Self::MOST_RECORDS {
            return Err(fault("records", BackupProblem::TooMany(count)));
        }
        let shape = |why: &str| fault("made", BackupProblem::Shape(why.to_owned()));
        if !record::are_times(&[Some(self.made)]) {
            return Err(shape("must be a time"));
        }
        let records = self.records.iter();
        let file = BackupFile {
            format: FORMAT,
            version: Self::VERSION,
            made: self.made,
            records: records.map(|(a, text)| (a.name(), text.as_str())).collect(),
        };
        let text = serde_json::to_string_pretty(&file).map_err(|e| shape(&e.to_string()))?;
        match Limits::BACKUP.check(&text) {
            Ok(()) => Ok(text),
            Err(excess) => {
                // The largest record is the one to shorten.
                let largest = self.records.iter().max_by_key(|(_, text)| text.len());
                let path = largest.map_or(String::new(), |(address, _)| path_of(&address.name()));
                Err(fault(path, BackupProblem::TooMuch(excess.to_string())))
            }
        }
    }

    /// Reads and checks the text of a whole file. Records in a file of version 1 that belong to a
    /// ladder are assigned to the ladder of `layout`.
    ///
    /// # Errors
    /// The first fault, with its location.
    pub fn read(layout: &Layout, text: &str) -> Result<Self, BackupFault> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        Limits::BACKUP
            .check(text)
            .map_err(|excess| fault("", BackupProblem::TooMuch(excess.to_string())))?;
        let shape = |error: serde_json::Error| {
            let path = path_at(text, error.line(), error.column());
            fault(
                path,
                BackupProblem::Shape(escape_hidden(&error.to_string())),
            )
        };
        let head: BackupHead = serde_json::from_str(text).map_err(shape)?;
        if head.format.as_deref() != Some(FORMAT) {
            return Err(fault("format", BackupProblem::NoBackup));
        }
        let version = match head.version {
            Some(known) if (1..=Self::VERSION).contains(&known) => known,
            Some(newer) if newer > Self::VERSION => {
                return Err(fault("version", BackupProblem::Newer(newer)));
            }
            _ => return Err(fault("version", BackupProblem::NoBackup)),
        };
        let body: Body = serde_json::from_str(text).map_err(shape)?;
        if let Some(name) = body.records.twice {
            return Err(fault(path_of(&name), BackupProblem::StandsTwice));
        }
        let count = body.records.all.len();
        if count > Self::MOST_RECORDS {
            return Err(fault("records", BackupProblem::TooMany(count)));
        }
        let mut records = BTreeMap::new();
        for (name, text) in body.records.all {
            let refuse = |problem| Err(fault(path_of(&name), problem));
            let sealed = is_sealed(&text);
            let held = match version {
                1 => old::add(layout, &mut records, &name, text),
                _ => match Address::parse(&name) {
                    Ok(address) if address.is_backed_up() => {
                        records.insert(address, text);
                        Ok(())
                    }
                    other => Err(other.err().unwrap_or(NameFault::RecordKind)),
                },
            };
            match held {
                Err(NameFault::Id) => return refuse(BackupProblem::BadId),
                Err(NameFault::RecordKind) => return refuse(BackupProblem::UnknownKind),
                Ok(()) if sealed => return refuse(BackupProblem::Sealed),
                Ok(()) => {}
            }
        }
        Ok(Self {
            made: body.made,
            left_out: Vec::new(),
            records,
        })
    }

    /// How many records it has.
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// Whether it has no record.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// The records that this version cannot read. They are restored byte for byte all the same.
    pub fn unreadable(&self) -> Vec<BackupFault> {
        let states = self.records();
        let states = states.map(|(address, text)| (address, state_at(address, text)));
        let faults = states.filter_map(|(address, state)| match state {
            RecordState::Unreadable { why } => {
                let path = path_of(&address.name());
                Some(fault(path, BackupProblem::Unreadable(why)))
            }
            _ => None,
        });
        faults.collect()
    }

    pub(super) fn records(&self) -> impl Iterator<Item = (&Address, &str)> {
        let records = self.records.iter();
        records.map(|(address, text)| (address, text.as_str()))
    }

    pub(super) fn has(&self, address: &Address) -> bool {
        self.records.contains_key(address)
    }
}

/// The fields that decide whether the rest can be read at all.
#[derive(Deserialize)]
struct BackupHead {
    #[serde(default)]
    format: Option<String>,
    #[serde(default)]
    version: Option<u32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Body {
    #[serde(rename = "format")]
    _format: String,
    #[serde(rename = "version")]
    _version: u32,
    made: f64,
    records: Records,
}

/// Texts by name, and the first name that occurs twice.
struct Records {
    all: BTreeMap<String, String>,
    twice: Option<String>,
}

impl<'de> Deserialize<'de> for Records {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Each;
        impl<'de> Visitor<'de> for Each {
            type Value = Records;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the records by their names")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Records, A::Error> {
                let (mut all, mut twice) = (BTreeMap::new(), None);
                while let Some((name, text)) = map.next_entry::<String, String>()? {
                    if all.insert(name.clone(), text).is_some() {
                        twice.get_or_insert(name);
                    }
                }
                Ok(Records { all, twice })
            }
        }
        from.deserialize_map(Each)
    }
}

fn fault(path: impl Into<String>, problem: BackupProblem) -> BackupFault {
    BackupFault {
        path: path.into(),
        problem,
    }
}

/// The path of a record, shortened, with invisible and bidirectional characters escaped.
fn path_of(name: &str) -> String {
    let shown: String = name.chars().take(LONGEST_QUOTE).collect();
    format!("records[\"{}\"]", shown.escape_debug())
}

impl fmt::Display for BackupFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        match &self.problem {
            BackupProblem::TooMuch(what) => write!(f, "{what}"),
            BackupProblem::Shape(why) => write!(f, "{why}; choose a backup that was not changed"),
            BackupProblem::NoBackup => write!(
                f,
                "this is no backup of this app; choose a file that was saved as one"
            ),
            BackupProblem::Newer(version) => write!(
                f,
                "a newer version of this app made it ({version}); reload the page and try again"
            ),
            BackupProblem::TooMany(count) => write!(
                f,
                "has {count} records; {} are the most; take some out",
                Backup::MOST_RECORDS
            ),
            BackupProblem::StandsTwice => write!(f, "stands twice; keep one of the two"),
            BackupProblem::UnknownKind => write!(
                f,
                "is no kind of record that a backup holds; reload the page, or take it out"
            ),
            BackupProblem::BadId => {
                write!(f, "is no name of such a record; mend it, or take it out")
            }
            BackupProblem::Sealed => {
                write!(
                    f,
                    "is locked; unlock it where it is from, and back up again"
                )
            }
            BackupProblem::Unreadable(why) => write!(f, "{why}; it comes back as it is"),
        }
    }
}

impl std::error::Error for BackupFault {}
