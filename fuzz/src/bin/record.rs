//! Any text under any key: it can be read, and then saving and reading keep it; or it cannot, and
//! then no way of saving changes a byte of it. The first line is the key behind our prefix.
#![no_main]

use ladder_explorer::growth::{Case, Edit, Field};
use ladder_explorer::store::{Attempt, AttemptId, Backup, Restore, Settings, State};
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
    Bounds::USE.hold(data.len(), || save(&place, &key, text, &state));
});

/// Every way of looking changes nothing.
fn look(place: &Place, text: &str) -> State {
    let shelf = place.shelf();
    let kept = shelf.inventory().expect("memory answers").entries.remove(0);
    if let State::Unreadable { why } = &kept.state {
        assert!(!why.is_empty() && why.chars().count() <= 301, "{why}");
    }
    shelf.attempts().expect("memory answers");
    shelf.newest().expect("memory answers");
    let _ = (
        shelf.settings(),
        shelf.case(),
        shelf.notice_seen("a"),
        shelf.backup_due(1e12),
    );
    if let Some(id) = AttemptId::parse("19aa5c1d280-2f6b1c3") {
        shelf.opinions_on(&id).expect("memory answers");
    }
    assert_eq!(place.everything().into_values().collect::<Vec<_>>(), [text]);
    kept.state
}

fn save(place: &Place, key: &str, text: &str, state: &State) {
    let shelf = place.shelf();
    for attempt in shelf
        .attempts()
        .expect("memory answers")
        .into_iter()
        .flatten()
    {
        if shelf.save_attempt(&attempt).is_ok() {
            let kept = shelf
                .attempt(&attempt.id)
                .expect("what was saved can be read");
            // Reading a number may miss its last digit, of which a time has none.
            let same = kept.map(|kept| Attempt {
                started: attempt.started,
                changed: attempt.changed,
                finished: attempt.finished,
                ..kept
            });
            assert_eq!(same, Some(attempt));
        }
    }
    let _ = shelf.save_settings(&Settings::default());
    let edit = Edit {
        field: Field::Note("risk".to_owned()),
        before: String::new(),
        text: "A note.".to_owned(),
    };
    let noted = |case: &Case| {
        case.notes
            .get("risk")
            .is_some_and(|note| note.contains("A note."))
    };
    if let Ok(done) = shelf.edit_case(&[edit], 1.0)
        && !matches!(done[0], ladder_explorer::text_merge::Edited::Clash(_))
    {
        assert!(shelf.case().ok().flatten().is_some_and(|case| noted(&case)));
    }
    let _ = (shelf.note_seen("a"), shelf.note_backup(1e12));
    let stays = !matches!(state, State::Readable);
    let is_there = |place: &Place| place.everything().values().any(|there| there == text);
    if stays {
        assert!(is_there(place), "{state:?} was written over");
    }
    if let Ok(backup) = Backup::of(&shelf, 1.0) {
        let before = place.everything();
        let undo = shelf
            .restore(&backup, Restore::Replace)
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
