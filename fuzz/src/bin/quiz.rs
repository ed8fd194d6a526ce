//! Any text as a quiz: it is refused with a reason, or its answers can be scored with finite results.
#![no_main]

use ladder_explorer::quiz::{Answer, Answers, Quiz, Verdict, fit};
use ladder_explorer_fuzz::{bounds::Bounds, json};

/// The maximum number of items that are scored; more would only take more time.
const MOST_ITEMS: usize = 200;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    let read = Bounds::READ.hold(data.len(), || match Quiz::parse(text) {
        Ok(quiz) => Some(quiz),
        Err(faults) => {
            assert!(!faults.is_empty(), "refused without a reason");
            for fault in faults {
                assert!(!fault.to_string().is_empty());
            }
            None
        }
    });
    let Some(quiz) = read else { return };
    let Some(form) = quiz.forms.get(data.len() % quiz.forms.len().max(1)) else {
        return;
    };
    if form.items.len() > MOST_ITEMS {
        return;
    }
    Bounds::USE.hold(data.len(), || {
        let mut answers = Answers::default();
        for (item, byte) in form.items.iter().zip(data.iter().rev().cycle()) {
            match byte % 6 {
                5 => answers.set(item, Answer::NotSure),
                category => answers.set(item, Answer::Category(category)),
            }
        }
        let responses: Vec<_> = answers.responses(&quiz, form);
        let responses: Vec<_> = responses
            .into_iter()
            .map(|(_, response)| response)
            .collect();
        let fit = fit(&quiz.model, &responses);
        for number in [
            fit.lean,
            fit.se,
            fit.deep,
            fit.broad,
            fit.interval80.0,
            fit.interval80.1,
        ] {
            assert!(number.is_finite(), "{fit:?}");
        }
        for share in [fit.p_broad, fit.p_energy] {
            assert!((-1e-9..=1.0 + 1e-9).contains(&share), "{fit:?}");
        }
        assert!(fit.lz.is_none_or(f64::is_finite), "{fit:?}");
        Verdict::of(&fit);
    });
});

libfuzzer_sys::fuzz_mutator!(|data: &mut [u8], size: usize, most: usize, seed: u32| {
    json::mutate(data, size, most, seed)
});
