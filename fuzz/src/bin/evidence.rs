//! Any text as a file of entries, in each format: it is refused with a message, or every entry in it is
//! valid, and writing them in any format and reading that returns the same.
#![no_main]

use std::collections::BTreeSet;
use std::time::Duration;

use ladder_explorer::growth::{FoundEntries, to_csv, to_json, to_markdown};
use ladder_explorer_fuzz::bounds::Bounds;

/// The limits for reading: 5,000 rows of two bytes are 5,000 entries.
const READ: Bounds = Bounds {
    time: Duration::from_millis(100),
    memory: 16 << 20,
    memory_each: 64,
};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    let csv = |text: &str| FoundEntries::from_csv(text, 1.0);
    let list = |text: &str| FoundEntries::from_markdown(text, 1.0);
    let json = FoundEntries::from_json;
    let formats = [&csv as &dyn Fn(&str) -> _, &list, &json];
    for (format, read) in formats.into_iter().enumerate() {
        let found = match READ.hold(data.len(), || read(text)) {
            Ok(found) => found,
            Err(fault) => {
                assert!(!fault.to_string().is_empty() && fault.to_string().len() < 2_000);
                continue;
            }
        };
        Bounds::USE.hold(data.len(), || {
            for problem in &found.problems {
                assert!(!problem.why.is_empty() && problem.why.len() < 2_000);
            }
            let entries = &found.entries;
            let ids: BTreeSet<_> = entries.iter().map(|entry| &entry.id).collect();
            assert_eq!(ids.len(), entries.len(), "an id of two entries");
            let mut files = vec![json(&to_json(entries).expect("finite times"))];
            // JSON may hold blank texts and links twice, which the other formats do not tell.
            if format < 2 && !entries.is_empty() {
                files.extend([csv(&to_csv(entries)), list(&to_markdown(entries))]);
            }
            for again in files {
                let again = again.expect("what was written can be read").entries;
                assert_eq!(again.len(), entries.len());
                for (again, entry) in again.iter().zip(entries) {
                    assert!(entry.check().is_ok());
                    assert!(again.says_the_same_as(entry), "{again:?}\n{entry:?}");
                }
            }
        });
    }
});
