//! Any text as a ladder: it is refused with a reason, or every page can be rendered from it.
#![no_main]

use ladder_explorer::ladder::{
    Excerpt, Ladder, carry_over, compare, divergences, layout, let_go, take_on,
};
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
        let levels = &ladder.levels;
        let (Some(from), Some(to)) = (
            levels.get(data.len() % levels.len()),
            levels.get(data.len() / levels.len() % levels.len()),
        ) else {
            return;
        };
        let comparison = compare(&ladder, from, to);
        assert_eq!(comparison.by_size().len(), comparison.rows.len());
        assert_eq!(
            ladder.relation(to, from),
            comparison.relation.reversed(),
            "from the other end"
        );
        take_on(&ladder, &comparison);
        let_go(&ladder, &comparison);
        carry_over(&ladder, from, to);
        if let Some(pair) = ladder.pair() {
            divergences(&ladder, pair);
        }
        layout(&ladder);
        Excerpt::of(&ladder);
    });
});

libfuzzer_sys::fuzz_mutator!(|data: &mut [u8], size: usize, most: usize, seed: u32| {
    json::mutate(data, size, most, seed)
});
