//! Any text as a backup: it is refused, or it is imported completely, loses nothing that a newer app
//! wrote, and can be undone to the last byte.
#![no_main]

use ladder_explorer::store::{Backup, Import};
use ladder_explorer_fuzz::kept::{Place, ROOT, layout};
use ladder_explorer_fuzz::{bounds::Bounds, json};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    let read = Bounds::READ.hold(data.len(), || match Backup::read(&layout(), text) {
        Ok(backup) => Some(backup),
        Err(fault) => {
            assert!(fault.to_string().chars().count() < 2_000, "{fault}");
            None
        }
    });
    let Some(backup) = read else { return };
    Bounds::USE.hold(data.len(), || {
        backup.unreadable();
        if let Ok(again) = backup.encode() {
            let mut again = Backup::read(&layout(), &again).expect("what was written can be read");
            // Parsing a number may be off in its last digit, which a time does not use.
            assert!((again.made - backup.made).abs() <= backup.made.abs() * 1e-15);
            again.made = backup.made;
            assert_eq!(again, backup);
        }
        for mode in [Import::Add, Import::Replace] {
            let place = Place::filled();
            let repository = place.repository();
            let before = place.everything();
            // A locked record makes both fail, and nothing changes.
            if backup.preview(&repository).is_err() {
                assert!(repository.import(&backup, mode).is_err());
                assert_eq!(place.everything(), before);
                continue;
            }
            let undo = repository.import(&backup, mode).expect("memory has room");
            let after = place.everything();
            for key in ["attempt/c1", "backup/made"] {
                let key = format!("{ROOT}{key}");
                assert_eq!(after.get(&key), before.get(&key), "{key}");
            }
            repository.undo(&undo).expect("memory has room");
            assert_eq!(place.everything(), before, "{mode:?} was not undone");
        }
    });
});

libfuzzer_sys::fuzz_mutator!(|data: &mut [u8], size: usize, most: usize, seed: u32| {
    json::mutate(data, size, most, seed)
});
