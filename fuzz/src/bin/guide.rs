//! Any text as a guide to the ladder that ships: it is refused with a reason, or it is read.
#![no_main]

use std::sync::OnceLock;

use ladder_explorer::guide::Guide;
use ladder_explorer::ladder::Ladder;
use ladder_explorer_fuzz::{bounds::Bounds, json};

static LADDER: OnceLock<Ladder> = OnceLock::new();

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    let ladder = LADDER.get_or_init(|| {
        let text = include_str!("../../../ladders/technical-leadership.json");
        Ladder::parse(text).expect("the ladder that ships")
    });
    Bounds::READ.hold(data.len(), || {
        if let Err(faults) = Guide::parse(text, ladder) {
            assert!(!faults.is_empty(), "refused without a reason");
            for fault in faults {
                assert!(!fault.to_string().is_empty());
            }
        }
    });
});

libfuzzer_sys::fuzz_mutator!(|data: &mut [u8], size: usize, most: usize, seed: u32| {
    json::mutate(data, size, most, seed)
});
