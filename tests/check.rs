//! Test of the first step of a build and of the test run: a fault in the content is reported once,
//! with its file, its location and the remedy.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::PathBuf;
use std::process::Command;

const LADDER: &str = "technical-leadership.json";

/// The report of the check with one file changed, or `None` if there is no fault.
fn said(test: &str, file: &str, change: impl Fn(&str) -> Vec<u8>) -> Option<String> {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test);
    fs::create_dir_all(folder.join("ladders")).unwrap();
    for name in [
        LADDER,
        "site.json",
        "guide.json",
        "quiz.json",
        "quiz-figures.json",
    ] {
        let path = format!("{}/ladders/{name}", env!("CARGO_MANIFEST_DIR"));
        let mut bytes = fs::read(path).unwrap();
        if name == file {
            bytes = change(std::str::from_utf8(&bytes).unwrap());
        }
        fs::write(folder.join("ladders").join(name), bytes).unwrap();
    }
    let done = Command::new(env!("CARGO_BIN_EXE_check"))
        .current_dir(&folder)
        .output()
        .unwrap();
    fs::remove_dir_all(&folder).unwrap();
    assert!(done.stdout.is_empty());
    (!done.status.success()).then(|| String::from_utf8(done.stderr).unwrap())
}

#[test]
fn sound_content_passes_in_silence_and_with_a_byte_order_mark() {
    for file in ["none", LADDER, "site.json", "guide.json", "quiz.json"] {
        let marked = |text: &str| format!("\u{feff}{text}").into_bytes();
        assert_eq!(said(&format!("sound-{file}"), file, marked), None, "{file}");
    }
}

#[test]
fn a_text_that_stands_twice_is_told_once() {
    let twice = |text: &str| {
        let mut pack: serde_json::Value = serde_json::from_str(text).unwrap();
        let first = pack["competencies"][0]["expectations"]["T1"]["gist"].clone();
        pack["competencies"][1]["expectations"]["T1"]["gist"] = first;
        pack.to_string().into_bytes()
    };
    assert_eq!(
        said("twice", LADDER, twice).as_deref(),
        Some(
            "ladders/technical-leadership.json needs a change:\n  competencies[1].expectations.T1.gist: repeats another; say what is different here\n"
        )
    );
}

#[test]
fn a_file_in_another_encoding_is_named_with_the_remedy() {
    let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked = |text: &str| {
        let text = format!("\u{feff}{text}");
        text.encode_utf16().flat_map(u16::to_be_bytes).collect()
    };
    let latin = |text: &str| {
        let mut bytes = text.as_bytes().to_vec();
        bytes.insert(text.find("\"id\"").unwrap() + 1, 0xe9);
        bytes
    };
    for file in [LADDER, "guide.json", "quiz.json"] {
        for (test, change, says) in [
            ("le", &wide as &dyn Fn(&str) -> Vec<u8>, "UTF-16"),
            ("be", &marked, "UTF-16"),
            ("latin", &latin, "byte E9"),
        ] {
            let told = said(&format!("{test}-{file}"), file, change);
            let told = told.unwrap_or_else(|| panic!("{file}: {test} passed"));
            let head = format!("ladders/{file} needs a change:\n  line ");
            assert!(told.starts_with(&head), "{told}");
            assert!(told.contains(says) && told.contains("UTF-8"), "{told}");
            assert_eq!(told.lines().count(), 2, "{told}");
        }
    }
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let told = said("other", "guide.json", |_| b"{".to_vec()).unwrap();
    assert!(
        told.starts_with("ladders/guide.json needs a change:\n  line 1, column 2: the file ends")
    );
    let done = Command::new(env!("CARGO_BIN_EXE_check"))
        .current_dir(env!("CARGO_TARGET_TMPDIR"))
        .output()
        .unwrap();
    let told = String::from_utf8(done.stderr).unwrap();
    assert!(told.contains("ladders/technical-leadership.json"), "{told}");
    assert!(told.contains("cannot be read"), "{told}");
}
