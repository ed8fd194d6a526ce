//! Test of the first step of a build and of the test run: a fault in the content is reported once,
//! with its file, its location and the remedy.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::PathBuf;
use std::process::Command;

const LADDER: &str = "technical-leadership.json";
const SMALL: &str = "small-company.json";

/// The report of the check with one file changed, or `None` if there is no fault.
fn said(test: &str, file: &str, change: impl Fn(&str) -> Vec<u8>) -> Option<String> {
    let done = checked(test, file, change, &[]);
    assert!(done.stdout.is_empty());
    (!done.status.success()).then(|| String::from_utf8(done.stderr).unwrap())
}

/// What the check does with one file changed, asked with these words.
fn checked(
    test: &str,
    file: &str,
    change: impl Fn(&str) -> Vec<u8>,
    words: &[&str],
) -> std::process::Output {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test);
    fs::create_dir_all(folder.join("ladders")).unwrap();
    for name in [
        LADDER,
        SMALL,
        "site.json",
        "guide.json",
        "quiz.json",
        "quiz-1.json",
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
        .args(words)
        .output()
        .unwrap();
    fs::remove_dir_all(&folder).unwrap();
    done
}

#[test]
fn sound_content_passes_in_silence_and_with_a_byte_order_mark() {
    for file in [
        "none",
        LADDER,
        SMALL,
        "site.json",
        "guide.json",
        "quiz.json",
    ] {
        let marked = |text: &str| format!("\u{feff}{text}").into_bytes();
        assert_eq!(said(&format!("sound-{file}"), file, marked), None, "{file}");
    }
}

#[test]
fn a_fault_is_told_once_with_its_file_place_and_remedy() {
    for (file, track) in [(LADDER, "deep"), (SMALL, "engineer")] {
        let heavy = |text: &str| {
            let mut pack: serde_json::Value = serde_json::from_str(text).unwrap();
            pack["competencies"][0]["weight"][track] = 9.into();
            pack.to_string().into_bytes()
        };
        let told = said(&format!("heavy-{file}"), file, heavy);
        let expected = format!(
            "ladders/{file} needs a change:\n  competencies[0].weight.{track}: is 9; it runs from 0 to 3\n"
        );
        assert_eq!(told, Some(expected));
    }
}

#[test]
fn advice_is_printed_only_when_it_is_asked_for_and_is_no_error() {
    let free = |text: &str| {
        let mut pack: serde_json::Value = serde_json::from_str(text).unwrap();
        pack.as_object_mut().unwrap().remove("licence");
        pack.to_string().into_bytes()
    };
    assert_eq!(said("quiet", SMALL, free), None);
    let done = checked("advice", SMALL, free, &["--advice"]);
    assert!(done.status.success());
    assert!(done.stderr.is_empty());
    assert_eq!(
        String::from_utf8(done.stdout).unwrap(),
        "ladders/small-company: licence: is not there; say on which terms others may use the texts\n"
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
    for file in [LADDER, SMALL, "guide.json", "quiz.json"] {
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
    assert!(told.contains("ladders/site.json"), "{told}");
    assert!(told.contains("cannot be read"), "{told}");
}
