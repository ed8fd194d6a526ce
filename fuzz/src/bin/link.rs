//! Any text as a link: it is refused with a message, or it is valid, and writing it again returns the
//! same link.
#![no_main]

use std::sync::OnceLock;

use ladder_explorer::quiz::Quiz;
use ladder_explorer::share::{LinkFault, LinkKind, Reply, Request, Shared, tidy_name};
use ladder_explorer_fuzz::{bounds::Bounds, link};

fn quiz() -> &'static Quiz {
    static QUIZ: OnceLock<Quiz> = OnceLock::new();
    QUIZ.get_or_init(|| {
        Quiz::parse(include_str!("../../../ladders/quiz.json")).expect("the quiz that ships")
    })
}

/// What was read is written and read again with the same result. If there is no prose around the link,
/// writing also returns the original link.
fn settle<T: PartialEq + std::fmt::Debug>(
    text: &str,
    read: impl Fn(&str) -> Result<T, LinkFault>,
    write: impl Fn(&T) -> Result<String, LinkFault>,
) {
    let whole = match read(text) {
        Ok(whole) => whole,
        Err(fault) => return assert!(!fault.to_string().is_empty()),
    };
    let code = write(&whole).expect("what was read can be written");
    assert_eq!(read(&code).as_ref(), Ok(&whole));
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || ".-".contains(letter);
    if text.chars().all(is_part) {
        assert_eq!(code, text.trim_end_matches(['.', '-']));
    }
}

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    Bounds::LINK.hold(data.len(), || {
        LinkKind::of(text);
        settle(text, |it| Shared::read(it, quiz()), |it| it.write(quiz()));
        settle(text, |it| Request::read(it, quiz()), |it| it.write(quiz()));
        settle(text, |it| Reply::read(it, quiz()), |it| it.write(quiz()));
        if let Some(name) = tidy_name(text) {
            assert_eq!(tidy_name(&name).as_deref(), Some(name.as_str()));
        }
    });
});

libfuzzer_sys::fuzz_mutator!(|data: &mut [u8], size: usize, most: usize, seed: u32| {
    link::mutate(data, size, most, seed, quiz())
});
