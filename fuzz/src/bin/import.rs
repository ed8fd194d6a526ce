//! Any file as a ladder of someone else: it is refused with a reason, or it is a draft whose JSON is
//! read again. The first line of a text is the name of its file. Answers may follow, each on a line as
//! `?id=answer`; a line that begins with `=====` ends the first file and begins a second one.
#![no_main]

use ladder_explorer::import::{Choices, Source, read};
use ladder_explorer::ladder::Draft;
use ladder_explorer_fuzz::bounds::Bounds;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let end = data
        .iter()
        .position(|byte| *byte == b'\n')
        .unwrap_or(data.len());
    let (name, rest) = data.split_at(end);
    let mut bytes = rest.get(1..).unwrap_or_default();
    let mut choices = Choices::default();
    while let Some(line) = bytes.split(|byte| *byte == b'\n').next()
        && let Ok(line) = std::str::from_utf8(line)
        && let Some((id, answer)) = line.strip_prefix("?").and_then(|line| line.split_once('='))
    {
        choices.set(id, answer);
        bytes = bytes.get(line.len() + 2..).unwrap_or_default();
    }
    // Two files, if a line of hyphens and a name stands between them.
    let name = String::from_utf8_lossy(name).into_owned();
    let mut files = vec![Source {
        name: name.clone(),
        bytes: bytes.to_owned(),
    }];
    if let Some(at) = bytes.windows(6).position(|part| part == b"\n=====") {
        files[0].bytes.truncate(at);
        files.push(Source {
            name: format!("other-{name}"),
            bytes: bytes.get(at + 6..).unwrap_or_default().to_owned(),
        });
    }
    Bounds::READ.hold(data.len(), || match read(&files, &choices) {
        Ok(import) => {
            let json = import.draft.to_json();
            let again = Draft::from_json(&json).unwrap_or_else(|faults| {
                panic!("its own JSON is refused: {faults:?}");
            });
            assert_eq!(again, import.draft);
            for guess in &import.report.guessed {
                assert!(!guess.id.is_empty() && !guess.question.is_empty());
                assert!(guess.options.iter().all(|one| !one.words.is_empty()));
            }
        }
        Err(refusal) => {
            assert!(!refusal.sentences.is_empty(), "refused without a reason");
            assert!(refusal.sentences.iter().all(|one| !one.trim().is_empty()));
        }
    });
});
