//! Test of the store under random operations in storage that fails: no readable text is lost
//! unless that was requested, and nothing else changes by a byte. `./dev soak` runs it longer than
//! a test may: SOAK_SECONDS sets the time; SOAK_SEED repeats a run.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "store/places.rs"]
mod places;
#[path = "store/records.rs"]
mod records;

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use ladder_explorer::growth::{Case, Entry, EntryField, GrowthId};
use ladder_explorer::quiz::{Answer, Answers};
use ladder_explorer::store::{
    Attempt, Backup, Import, KeyValue, Opinion, RecordState, Repository, TransactionError, Undo,
};
use places::{Failing, Failure, Shared, layout};
use records::{BROKEN, CASE, Chance, FOREIGN, NEWER, attempt, full_place, id, key, opinion};

type Texts = BTreeMap<String, String>;

/// The maximum number of keys before everything is cleared.
const MOST_KEYS: usize = 70;

fn from_environment(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

#[test]
fn random_work_in_failing_places_loses_nothing_and_changes_nothing_unasked() {
    let seconds = from_environment("SOAK_SECONDS").unwrap_or(2);
    let first = from_environment("SOAK_SEED");
    let began = Instant::now();
    let (mut seed, mut steps) = (first.unwrap_or(1), 0_usize);
    while began.elapsed() < Duration::from_secs(seconds) {
        let mut work = Work::new(seed);
        for step in 0..400 {
            work.step(&format!("SOAK_SEED={seed}, step {step}"));
            steps += 1;
        }
        if first.is_some() {
            break;
        }
        seed += 1;
    }
    println!("{steps} steps in {} lives of a store", seed);
}

/// One store, its backups, and what can be undone.
struct Work {
    chance: Chance,
    place: Shared,
    backups: Vec<Backup>,
    undo: Option<(Undo, Texts)>,
    now: f64,
}

impl Work {
    fn new(seed: u64) -> Self {
        let place = full_place();
        place
            .set("ladder-explorer/v3/here/a1", "of a newer app")
            .unwrap();
        Self {
            chance: Chance(seed),
            place,
            backups: Vec::new(),
            undo: None,
            now: 10_000.0,
        }
    }

    fn texts(&self) -> Texts {
        self.place.everything().into_iter().collect()
    }

    /// One operation, and the checks after it.
    fn step(&mut self, told: &str) {
        self.now += 1_000.0;
        let before = self.texts();
        let undo = self.undo.take();
        match self.chance.below(16) {
            0..=2 => self.save_attempt(&before, told),
            3 => self.save_other(&before, told),
            4..=5 => self.edit_entry(&before, told),
            6 => self.spoil(),
            7..=8 => self.back_up(told),
            9..=11 => self.import(&before, told),
            12..=13 => self.remove(&before, told),
            _ => {
                if let Some((undo, former)) = undo {
                    self.undo_at_once(&undo, &before, &former, told);
                }
            }
        }
        let after = self.texts();
        for foreign in FOREIGN {
            assert_eq!(after.get(foreign), before.get(foreign), "{told}: {foreign}");
        }
        if after.len() > MOST_KEYS {
            self.place.repository().remove_all().unwrap();
            assert_eq!(self.texts().len(), FOREIGN.len(), "{told}");
            self.undo = None;
        }
    }

    /// A store that fails at one of its next writes, or never.
    fn failing(&mut self, ways: &[Failure]) -> Failing {
        let how = ways[self.chance.below(ways.len())];
        let times = [1, 1, 2, usize::MAX][self.chance.below(4)];
        let at = self.chance.below(14);
        Failing::new(&self.place, how, at, times)
    }

    fn name(&mut self) -> String {
        ["a1", "a2", "a3", "b1", "c1", "d1"][self.chance.below(6)].to_owned()
    }

    fn an_attempt(&mut self) -> Attempt {
        let name = self.name();
        let mut one = match self.place.repository().attempt(&id(&name)) {
            Ok(Some(kept)) => kept,
            _ => attempt(&name, self.now),
        };
        one.changed = self.now;
        let item = format!("p{:02}", self.chance.below(12));
        let category = u8::try_from(self.chance.below(5)).unwrap();
        one.answers.set(&item, Answer::Category(category));
        if self.chance.below(3) == 0 {
            one.set_note(&format!("note {}", self.now)).unwrap();
        }
        one
    }

    /// A record is saved, or nothing changes.
    fn save_attempt(&mut self, before: &Texts, told: &str) {
        let one = self.an_attempt();
        let place = self.failing(&[Failure::Full, Failure::Refuses]);
        let repository = Repository::new(&place, layout());
        match repository.save_attempt(&one) {
            Ok(()) => assert_eq!(repository.attempt(&one.id), Ok(Some(one)), "{told}"),
            Err(_) => assert_same(before, &self.texts(), told),
        }
    }

    fn save_other(&mut self, before: &Texts, told: &str) {
        let (on, from) = (self.name(), self.name());
        let scheme = self.name();
        let place = self.failing(&[Failure::Full, Failure::Refuses]);
        let repository = Repository::new(&place, layout());
        let done = match self.chance.below(3) {
            0 => repository.save_opinion(&opinion(&on, &from, self.now)),
            1 => repository.save_settings(&records::settings(&scheme)),
            _ => repository.note_seen(&from),
        };
        if done.is_err() {
            assert_same(before, &self.texts(), told);
        }
        assert_kept(
            before,
            &self.texts(),
            &[&key("choice/tl/title-scheme")],
            told,
        );
    }

    /// What another tab wrote into an entry stays, whatever this tab expects there.
    fn edit_entry(&mut self, before: &Texts, told: &str) {
        let one = GrowthId::parse(["risk", "depth", "reach"][self.chance.below(3)]).unwrap();
        let long = [1, 1, 4, 40][self.chance.below(4)];
        let text = format!("typed at {} ", self.now).repeat(long);
        let place = self.failing(&[Failure::Full, Failure::Refuses]);
        let repository = Repository::new(&place, layout());
        let edit = |entry: &mut Entry| entry.edit(EntryField::Did, "", &text);
        let done = match repository.edit_entry(&one, self.now, edit) {
            Ok(None) => {
                let new = Entry::new("begun", self.now, 0.5).unwrap();
                repository.save_entry(&Entry { id: one, ..new })
            }
            done => done.map(drop),
        };
        match done {
            Ok(()) => assert_kept(before, &self.texts(), &[], told),
            Err(_) => assert_same(before, &self.texts(), told),
        }
    }

    /// Another app, an older fault or a newer version writes under our keys.
    fn spoil(&mut self) {
        let name = self.name();
        let (name, text) = match self.chance.below(5) {
            0 => (format!("attempt/{name}"), BROKEN.to_owned()),
            1 => (format!("attempt/{name}"), NEWER.to_owned()),
            2 => (CASE.to_owned(), "[[]]".to_owned()),
            3 => (
                "choice/tl/title-scheme".to_owned(),
                format!("{{{}", self.now),
            ),
            _ => ("backup/made".to_owned(), format!("[{}]", self.now)),
        };
        self.place.set(&key(&name), &text).unwrap();
    }

    fn back_up(&mut self, told: &str) {
        let backup = Backup::of(&self.place.repository(), self.now).unwrap();
        let file = backup.encode().unwrap();
        let read = Backup::read(&layout(), &file).unwrap();
        assert_eq!(read.len(), backup.len(), "{told}");
        self.backups.push(read);
    }

    /// Adding loses nothing, replacing loses only what it says; a failure changes nothing.
    fn import(&mut self, before: &Texts, told: &str) {
        if self.backups.is_empty() {
            return;
        }
        let backup = self.backups[self.chance.below(self.backups.len())].clone();
        let mode = [Import::Add, Import::Replace][self.chance.below(2)];
        let place = self.failing(&[Failure::Full, Failure::Refuses, Failure::Lies]);
        let done = Repository::new(&place, layout()).import(&backup, mode);
        let Some(undo) = self.settled(done, before, told) else {
            return;
        };
        let after = self.texts();
        if mode == Import::Add {
            assert_kept(before, &after, &[], told);
        } else {
            assert_untouched(before, &after, told);
        }
        // A second import has nothing left to do.
        let repository = self.place.repository();
        assert!(
            repository.import(&backup, mode).unwrap().is_empty(),
            "{told}: {mode:?}"
        );
        self.undo = Some((undo, before.clone()));
    }

    fn remove(&mut self, before: &Texts, told: &str) {
        let keys: Vec<&String> = before.keys().collect();
        let at = keys[self.chance.below(keys.len())].clone();
        let name = self.name();
        let place = self.failing(&[Failure::Full, Failure::Refuses, Failure::Lies]);
        let repository = Repository::new(&place, layout());
        let done = match self.chance.below(8) {
            0 => repository.remove_all(),
            1..=3 => repository.remove_attempt_whole(&id(&name)),
            _ if FOREIGN.contains(&at.as_str()) => {
                assert!(repository.remove_key(&at).is_err(), "{told}");
                return;
            }
            _ => repository.remove_key(&at),
        };
        if let Some(undo) = self.settled(done, before, told) {
            self.undo = Some((undo, before.clone()));
        }
    }

    /// The outcome of a transaction: done, or unchanged, at the latest after a retry.
    fn settled(
        &self,
        done: Result<Undo, TransactionError>,
        before: &Texts,
        told: &str,
    ) -> Option<Undo> {
        match done {
            Ok(undo) => Some(undo),
            Err(TransactionError::NothingChanged(_)) => {
                assert_same(before, &self.texts(), told);
                None
            }
            Err(TransactionError::NotUndone { undo, .. }) => {
                self.place.repository().undo(&undo).unwrap();
                assert_same(before, &self.texts(), told);
                None
            }
        }
    }

    /// Undone before any other change, the storage is as before, to the last byte.
    fn undo_at_once(&mut self, undo: &Undo, before: &Texts, former: &Texts, told: &str) {
        let place = self.failing(&[Failure::Full, Failure::Refuses, Failure::Lies]);
        match Repository::new(&place, layout()).undo(undo) {
            Ok(()) => assert_same(former, &self.texts(), told),
            Err(TransactionError::NothingChanged(_)) => assert_same(before, &self.texts(), told),
            Err(TransactionError::NotUndone { undo: left, .. }) => {
                self.place.repository().undo(&left).unwrap();
                assert_same(before, &self.texts(), told);
            }
        }
    }
}

/// Checks that every key has the same text as before.
fn assert_same(before: &Texts, now: &Texts, told: &str) {
    for key in before.keys().chain(now.keys()) {
        assert_eq!(before.get(key), now.get(key), "{told}: {key}");
    }
}

/// Checks that unreadable text still exists somewhere, and that newer records stay where they were.
fn assert_untouched(before: &Texts, after: &Texts, told: &str) {
    let place = Shared::default();
    for (key, text) in before {
        place.set(key, text).unwrap();
    }
    for kept in place.repository().inventory().unwrap().entries {
        let text = &before[&kept.key];
        match kept.state {
            RecordState::Newer { .. } | RecordState::Unknown | RecordState::Quarantined => {
                assert_eq!(after.get(&kept.key), Some(text), "{told}: {}", kept.key);
            }
            RecordState::Unreadable { .. } => {
                let stands = after.values().any(|there| there == text);
                assert!(stands, "{told}: {} is gone", kept.key);
            }
            RecordState::Readable
            | RecordState::Sealed
            | RecordState::Waiting
            | RecordState::OtherLock => {}
        }
    }
}

/// Also checks that every readable answer, word and opinion is in its record or set aside.
/// Under the keys in `but`, one choice may replace another.
fn assert_kept(before: &Texts, after: &Texts, but: &[&str], told: &str) {
    assert_untouched(before, after, told);
    let aside = |text: &str| {
        let mut asides = after.iter().filter(|(key, _)| key.contains("/aside/"));
        asides.any(|(_, there)| there == text)
    };
    for (key, text) in before {
        let now = after.get(key);
        if now == Some(text) || but.contains(&key.as_str()) || aside(text) {
            continue;
        }
        let now = now.unwrap_or_else(|| panic!("{told}: {key} is gone"));
        assert!(
            says_all_of(key, text, now),
            "{told}: {key}\nheld  {text}\nholds {now}"
        );
    }
}

/// Whether a record contains everything that another text of it contained.
fn says_all_of(key: &str, old: &str, new: &str) -> bool {
    if let (Ok(old), Ok(new)) = (Attempt::decode(key, old), Attempt::decode(key, new)) {
        let has = |old: &Answers, new: &Answers| old.ids().all(|id| new.get(id).is_some());
        return has(&old.answers, &new.answers)
            && (old.note.is_none() || old.note == new.note)
            && (old.name.is_none() || old.name == new.name);
    }
    if let (Ok(old), Ok(new)) = (Opinion::decode(key, old), Opinion::decode(key, new)) {
        return old.answers == new.answers && old.from == new.from;
    }
    if key.contains("/evidence/") {
        let read = |text: &str| serde_json::from_str::<Entry>(text).ok();
        return read(old)
            .zip(read(new))
            .is_some_and(|(old, new)| new.did.contains(&old.did));
    }
    if key.ends_with(CASE) {
        let read = |text: &str| serde_json::from_str::<Case>(text).ok();
        return read(old).zip(read(new)).is_some_and(|(old, new)| {
            let mut lines = old.notes.iter();
            lines.all(|(id, text)| new.notes.get(id).is_some_and(|now| now.contains(text)))
        });
    }
    old == new
}
