//! Any text under any key: it can be read, and then saving and reading preserve it; or it cannot, and
//! then no way of saving changes a byte of it. The first line is the key after this app's prefix.
#![no_main]

use ladder_explorer::growth::{Entry, EntryField};
use ladder_explorer::store::{Attempt, AttemptId, Backup, Import, RecordState, Settings};
use ladder_explorer::text_merge::Edited;
use ladder_explorer_fuzz::kept::{Place, ROOT, layout};
use ladder_explorer_fuzz::{bounds::Bounds, json};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    let (name, text) = text.split_once('\n').unwrap_or((text, ""));
    let key = format!("{ROOT}{name}");
    let place = Place::default();
    place.put(&key, text);
    let state = Bounds::READ.hold(data.len(), || look(&place, text));
    Bounds::USE.hold(data.len(), || save(&place, text, &state));
});

/// Checks that reading in any way changes nothing.
fn look(place: &Place, text: &str) -> RecordState {
    let repository = place.repository();
    let kept = repository
        .inventory()
        .expect("memory answers")
        .entries
        .remove(0);
    if let RecordState::Unreadable { why } = &kept.state {
        assert!(!why.is_empty() && why.chars().count() <= 301, "{why}");
    }
    repository.attempts().expect("memory answers");
    repository.newest().expect("memory answers");
    repository.evidence().expect("memory answers");
    repository.plan().expect("memory answers");
    let _ = (
        repository.settings(),
        repository.case(),
        repository.notice_seen("a"),
        repository.backup_due(1e12),
    );
    if let Some(id) = AttemptId::parse("19aa5c1d280-2f6b1c3") {
        repository.opinions_on(&id).expect("memory answers");
    }
    assert_eq!(place.everything().into_values().collect::<Vec<_>>(), [text]);
    kept.state
}

fn save(place: &Place, text: &str, state: &RecordState) {
    let repository = place.repository();
    for attempt in repository
        .attempts()
        .expect("memory answers")
        .into_iter()
        .flatten()
    {
        if repository.save_attempt(&attempt).is_ok() {
            let kept = repository
                .attempt(&attempt.id)
                .expect("what was saved can be read");
            // Parsing a number may be off in its last digit, which a time does not use.
            let same = kept.map(|kept| Attempt {
                started: attempt.started,
                changed: attempt.changed,
                finished: attempt.finished,
                ..kept
            });
            assert_eq!(same, Some(attempt));
        }
    }
    let _ = repository.save_settings(&Settings::default());
    let mut entries = repository.evidence().expect("memory answers").into_iter();
    if let Some(Ok(entry)) = entries.next() {
        let edit = |entry: &mut Entry| entry.edit(EntryField::Did, "", "A note.");
        let done = repository.edit_entry(&entry.id, 1.0, edit);
        if let Ok(Some(Edited::Written | Edited::Both(_))) = done {
            let mut kept = repository.evidence().expect("memory answers").into_iter();
            let holds = |entry: Entry| entry.did.contains("A note.");
            assert!(kept.next().is_some_and(|kept| kept.is_ok_and(holds)));
        }
    }
    let _ = (repository.note_seen("a"), repository.note_backup(1e12));
    let stays = !matches!(state, RecordState::Readable);
    let is_there = |place: &Place| place.everything().values().any(|there| there == text);
    if stays {
        assert!(is_there(place), "{state:?} was written over");
    }
    if let Ok(backup) = Backup::of(&repository, 1.0) {
        let before = place.everything();
        let undo = repository
            .import(&backup, Import::Replace)
            .expect("memory has room");
        assert!(undo.is_empty() && place.everything() == before);
        if let Ok(file) = backup.encode() {
            assert_eq!(
                Backup::read(&layout(), &file).map(|read| read.len()),
                Ok(backup.len())
            );
        }
    }
}

libfuzzer_sys::fuzz_mutator!(|data: &mut [u8], size: usize, most: usize, seed: u32| {
    json::mutate_below_first_line(data, size, most, seed)
});
