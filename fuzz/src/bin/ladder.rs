//! Any text as a ladder: it is refused with a reason, or every page can be rendered from it.
#![no_main]

use ladder_explorer::ladder::{Ladder, LevelCode, carry_over, compare, divergences};
use ladder_explorer_fuzz::{bounds::Bounds, json};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    let read = Bounds::READ.hold(data.len(), || match Ladder::parse(text) {
        Ok(ladder) => Some(ladder),
        Err(faults) => {
            assert!(!faults.is_empty(), "refused without a reason");
            for fault in faults {
                assert!(!fault.to_string().is_empty());
            }
            None
        }
    });
    let Some(ladder) = read else { return };
    Bounds::USE.hold(data.len(), || {
        let codes: Vec<LevelCode> = LevelCode::all().collect();
        let from = codes[data.len() % codes.len()];
        let to = codes[data.len() / codes.len() % codes.len()];
        let comparison = compare(&ladder, from, to);
        assert_eq!(comparison.by_amount().len(), ladder.competencies.len());
        carry_over(&ladder, from, to);
        divergences(&ladder);
    });
});

libfuzzer_sys::fuzz_mutator!(|data: &mut [u8], size: usize, most: usize, seed: u32| {
    json::mutate(data, size, most, seed)
});
