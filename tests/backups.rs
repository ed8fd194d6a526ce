//! Tests of the backup file: what is backed up is restored byte for byte, and anything else is an
//! error that names the location and the remedy.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "store/places.rs"]
mod places;
#[path = "store/records.rs"]
mod records;

use ladder_explorer::guard::Limits;
use ladder_explorer::store::{
    Backup, BackupFault, BackupProblem, Import, KeyValue, Preview, RecordState, TransactionError,
};
use places::{Refused, Shared, layout, refused};
use records::{
    BACKUP_V1, BROKEN, CASE, Chance, NEWER, attempt, case, full_place, key, opinion, put_case,
    settings,
};
use serde_json::{Value, json};

// --- Content of a backup ---

#[test]
fn a_backup_holds_every_record_and_reads_as_it_was_written() {
    let place = full_place();
    let backup = Backup::of(&place.repository(), 42.0).unwrap();
    assert!(backup.left_out.is_empty());
    let text = backup.encode().unwrap();
    let read = Backup::read(&layout(), &text).unwrap();
    assert_eq!(read, backup);
    assert_eq!(read.encode().unwrap(), text);
    let file: Value = serde_json::from_str(&text).unwrap();
    let held = file["records"].as_object().unwrap();
    let ours = place.everything().into_iter();
    let ours: Vec<_> = ours
        .filter(|(key, _)| key.starts_with(records::ROOT))
        .collect();
    assert_eq!(held.len(), ours.len());
    for (key, text) in ours {
        assert_eq!(held[&key[records::ROOT.len()..]], text);
    }
}

#[test]
fn what_belongs_to_this_browser_alone_stays_out_of_a_backup() {
    let place = full_place();
    let before = Backup::of(&place.repository(), 1.0).unwrap();
    place.repository().note_backup(5.0).unwrap();
    place.repository().note_seen("shared-origin").unwrap();
    place.set(&key("lock/check"), "secret salt").unwrap();
    let after = Backup::of(&place.repository(), 1.0).unwrap();
    assert_eq!(after, before);
    assert!(!after.encode().unwrap().contains("secret"));
}

#[test]
fn what_a_backup_cannot_hold_is_named() {
    let place = full_place();
    let strange = [
        "ladder-explorer/v1/unheard-of/a1",
        "ladder-explorer/v2/here/attempt/NOT-AN-ID",
        "ladder-explorer/v2/here/unheard-of/a1",
        "ladder-explorer/v3/here/attempt/a1",
    ];
    for key in strange {
        place.set(key, "{}").unwrap();
    }
    let mut backup = Backup::of(&place.repository(), 1.0).unwrap();
    backup.left_out.sort();
    assert_eq!(backup.left_out, strange);
    assert!(Backup::read(&layout(), &backup.encode().unwrap()).is_ok());
}

#[test]
fn rubbish_under_our_keys_keeps_nobody_from_backing_up_the_rest() {
    let place = full_place();
    place
        .set(&key("attempt/f0"), &"\"".repeat(600_000))
        .unwrap();
    for number in 2..2_100 {
        place
            .set(&key(&format!("aside/attempt/e0/{number}")), "x")
            .unwrap();
    }
    let backup = Backup::of(&place.repository(), 1.0).unwrap();
    let read = Backup::read(&layout(), &backup.encode().unwrap()).unwrap();
    assert!(backup.left_out.contains(&key("attempt/f0")));
    let empty = Shared::default();
    empty.repository().import(&read, Import::Add).unwrap();
    let readable = |place: &Shared| {
        let entries = place.repository().inventory().unwrap().entries.into_iter();
        entries
            .filter(|entry| entry.state == RecordState::Readable)
            .count()
    };
    assert_eq!(readable(&empty), readable(&place));
}

#[test]
fn records_that_can_be_read_are_never_left_out_to_make_room() {
    let place = Shared::default();
    for number in 0..4_500 {
        let mut big = attempt(&format!("{number:x}"), 1.0);
        big.set_note(&"é".repeat(2_000)).unwrap();
        place.repository().save_attempt(&big).unwrap();
    }
    let backup = Backup::of(&place.repository(), 1.0).unwrap();
    assert!(backup.left_out.is_empty());
    let fault = backup.encode().unwrap_err();
    assert!(fault.path.starts_with("records[\"attempt/"), "{fault}");
    assert!(
        matches!(fault.problem, BackupProblem::TooMuch(_)),
        "{fault}"
    );
}

#[test]
fn a_locked_record_is_neither_backed_up_nor_brought_back() {
    let sealed = r#"{"sealed":{"by":1,"text":"…"}}"#;
    let place = full_place();
    let backup = Backup::of(&place.repository(), 1.0).unwrap();
    place.set(&key("attempt/a1"), sealed).unwrap();
    let before = place.everything();
    let repository = place.repository();
    assert!(
        Backup::of(&repository, 1.0)
            .unwrap_err()
            .to_string()
            .contains("locked")
    );
    assert!(backup.preview(&repository).is_err());
    for mode in [Import::Add, Import::Replace] {
        let error = repository.import(&backup, mode).unwrap_err();
        assert!(
            matches!(error, TransactionError::NothingChanged(_)),
            "{error}"
        );
    }
    assert_eq!(place.everything(), before);
    let fault = refusal(|file| file["records"]["attempt/a1"] = sealed.into());
    assert_eq!(fault.problem, BackupProblem::Sealed);
}

#[test]
fn a_place_that_refuses_is_reported() {
    let repository = ladder_explorer::store::Repository::new(Refused, layout());
    let backup = Backup::read(&layout(), BACKUP_V1).unwrap();
    assert_eq!(Backup::of(&repository, 1.0), refused());
    assert_eq!(backup.preview(&repository), refused());
    let error = repository.import(&backup, Import::Add).unwrap_err();
    assert!(
        error.to_string().starts_with("nothing was changed"),
        "{error}"
    );
    assert!(repository.inventory().is_err() && repository.remove_all().is_err());
    assert!(!repository.backup_due(1e12));
}

// --- The frozen file ---

#[test]
fn the_first_format_of_a_backup_can_be_read_for_ever() {
    let backup = Backup::read(&layout(), BACKUP_V1).unwrap();
    assert_eq!((backup.len(), backup.made), (10, 1_763_722_999_000.0));
    assert!(backup.unreadable().is_empty());
    let place = Shared::default();
    place.repository().import(&backup, Import::Add).unwrap();
    let file: Value = serde_json::from_str(BACKUP_V1).unwrap();
    for (name, text) in file["records"].as_object().unwrap() {
        let now = name.replace("journal/case", CASE);
        if name != "settings/visitor" {
            let kept = place.get(&key(&now)).unwrap();
            assert_eq!(kept.as_deref(), text.as_str(), "{name}");
        }
    }
    let settings = place.repository().settings().unwrap();
    assert_eq!(
        settings.title_scheme.as_deref(),
        Some("director-of-technology")
    );
    assert_eq!((settings.rung, settings.slash_key), (Some(6), Some(false)));
    assert_eq!(settings.remind_at, Some(1_779_274_800_000.0));
    assert_eq!(place.everything().len(), 10);
    // Written in the current format, it is read back byte for byte.
    let again = Backup::of(&place.repository(), backup.made).unwrap();
    let text = again.encode().unwrap();
    assert!(text.contains("\"version\": 2"));
    assert_eq!(Backup::read(&layout(), &text), Ok(backup));
}

#[test]
fn settings_of_an_old_backup_that_cannot_be_read_come_back_aside() {
    for text in [
        "{",
        "[]",
        r#"{"schema":9,"rung":6}"#,
        r#"{"schema":1,"rung":"6"}"#,
    ] {
        let mut file: Value = serde_json::from_str(BACKUP_V1).unwrap();
        file["records"] = json!({ "settings/visitor": text, "aside/settings/visitor": "x" });
        let backup = Backup::read(&layout(), &file.to_string()).unwrap();
        let place = Shared::default();
        place.repository().import(&backup, Import::Replace).unwrap();
        let kept: Vec<String> = place
            .everything()
            .into_iter()
            .map(|(_, text)| text)
            .collect();
        assert_eq!(kept, ["x", text]);
    }
}

#[test]
fn a_mark_at_the_beginning_that_an_editor_left_does_no_harm() {
    let marked = format!("\u{feff}{BACKUP_V1}");
    assert_eq!(
        Backup::read(&layout(), &marked),
        Backup::read(&layout(), BACKUP_V1)
    );
}

// --- What is rejected ---

#[test]
fn each_fault_of_a_backup_names_its_place_and_a_remedy() {
    type Change = fn(&mut Value);
    let table: &[(Change, &str, &str)] = &[
        (|f| f["format"] = "other".into(), "format", "choose a file"),
        (|f| f["format"] = Value::Null, "format", "choose a file"),
        (|f| f["version"] = 3.into(), "version", "reload"),
        (|f| f["version"] = u32::MAX.into(), "version", "reload"),
        (|f| f["version"] = 0.into(), "version", "choose a file"),
        (|f| f["version"] = "1".into(), "version", "choose a backup"),
        (|f| f["made"] = "now".into(), "made", "choose a backup"),
        (|f| f["made"] = Value::Null, "made", "choose a backup"),
        (|f| f["extra"] = 1.into(), "extra", "choose a backup"),
        (|f| f["records"] = json!([]), "records", "choose a backup"),
        (
            |f| f["records"]["attempt/a1"] = 1.into(),
            r#"records["attempt/a1"]"#,
            "choose a backup",
        ),
        (
            |f| f["records"]["attempt/a1"] = json!({}),
            r#"records["attempt/a1"]"#,
            "choose a backup",
        ),
        (
            |f| f["records"]["plan/a1"] = "".into(),
            r#"records["plan/a1"]"#,
            "take it out",
        ),
        (
            |f| f["records"]["lock/check"] = "".into(),
            r#"records["lock/check"]"#,
            "take it out",
        ),
        (
            |f| f["records"]["backup/last"] = "".into(),
            r#"records["backup/last"]"#,
            "take it out",
        ),
        (
            |f| f["records"]["aside/lock/x"] = "".into(),
            r#"records["aside/lock/x"]"#,
            "take it out",
        ),
        (
            |f| f["records"][""] = "".into(),
            r#"records[""]"#,
            "take it out",
        ),
        (
            |f| f["records"]["attempt/A1"] = "".into(),
            r#"records["attempt/A1"]"#,
            "mend it",
        ),
        (
            |f| f["records"]["attempt/../x"] = "".into(),
            r#"records["attempt/../x"]"#,
            "mend it",
        ),
        (
            |f| f["records"]["settings/me"] = "".into(),
            r#"records["settings/me"]"#,
            "mend it",
        ),
        (
            |f| f["records"]["opinion/1"] = "".into(),
            r#"records["opinion/1"]"#,
            "mend it",
        ),
    ];
    for (change, path, remedy) in table {
        let fault = refusal(change);
        assert!(fault.path.starts_with(path), "{fault}: not at {path}");
        let said = fault.to_string();
        assert!(
            said.starts_with(path) && said.contains(remedy),
            "{said}: no {remedy}"
        );
    }
    for gone in ["made", "records"] {
        let fault = refusal(|file| {
            file.as_object_mut().unwrap().remove(gone);
        });
        assert!(fault.to_string().contains(gone), "{fault}");
    }
}

#[test]
fn a_name_that_stands_twice_is_refused() {
    let twice = BACKUP_V1.replacen(
        "\"records\": {",
        "\"records\": { \"settings/visitor\": \"\",",
        1,
    );
    let fault = Backup::read(&layout(), &twice).unwrap_err();
    assert_eq!(fault.path, r#"records["settings/visitor"]"#);
    assert!(fault.to_string().contains("stands twice"), "{fault}");
    let twice = BACKUP_V1.replacen("\"made\"", "\"made\": 1, \"made\"", 1);
    assert!(
        Backup::read(&layout(), &twice)
            .unwrap_err()
            .to_string()
            .contains("duplicate")
    );
}

#[test]
fn there_is_a_most_of_records() {
    let with = |count: usize| {
        let mut file = json!({"format": "ladder-explorer-backup", "version": 1, "made": 1.0});
        let names = (0..count).map(|number| (format!("attempt/{number:x}"), json!("")));
        file["records"] = Value::Object(names.collect());
        Backup::read(&layout(), &file.to_string())
    };
    let most = Backup::MOST_RECORDS;
    assert_eq!(with(most).unwrap().len(), most);
    let fault = with(most + 1).unwrap_err();
    assert_eq!(fault.problem, BackupProblem::TooMany(most + 1));
}

#[test]
fn a_file_that_is_too_large_is_refused_before_it_is_parsed() {
    let room = Limits::BACKUP.bytes - BACKUP_V1.len();
    assert!(Backup::read(&layout(), &format!("{BACKUP_V1}{}", " ".repeat(room))).is_ok());
    let fault =
        Backup::read(&layout(), &format!("{BACKUP_V1}{}", " ".repeat(room + 1))).unwrap_err();
    assert!(
        matches!(fault.problem, BackupProblem::TooMuch(_)),
        "{fault}"
    );
}

#[test]
fn what_is_wrong_inside_a_record_is_told_with_its_path() {
    let text = attempt("a1", 1.0).encode().unwrap().replace(":4", ":7");
    let mut file: Value = serde_json::from_str(BACKUP_V1).unwrap();
    file["records"]["attempt/a1"] = text.clone().into();
    let backup = Backup::read(&layout(), &file.to_string()).unwrap();
    let faults = backup.unreadable();
    let said = faults[0].to_string();
    assert!(
        said.starts_with(r#"records["attempt/a1"]: answers.p01: invalid value: integer `7`, expected an answer: 0 to 4"#),
        "{said}"
    );
    let place = Shared::default();
    place.repository().import(&backup, Import::Add).unwrap();
    assert_eq!(place.get(&key("attempt/a1")), Ok(Some(text)));
}

// --- Hostile text ---

const HOSTILE: [&str; 16] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "'-alert(1)-'",
    "</textarea><svg onload=alert(1)>",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "{{constructor.constructor('alert(1)')()}}",
    "${alert(1)}",
    "<!--",
    "]]>",
    "\u{202e}txet desrever\u{2066}",
    "\u{0}\u{1}\u{7f}\u{85}\u{2028}\u{2029}",
    "__proto__",
    "constructor",
    "../../../other-app/v1/x",
    "&lt;b&gt;\u{feff}",
];

#[test]
fn hostile_text_in_any_string_comes_through_as_plain_text_or_is_refused() {
    let base: Value = serde_json::from_str(BACKUP_V1).unwrap();
    for hostile in HOSTILE {
        // In the fields of the file itself.
        for field in ["format", "version", "made", "records", hostile] {
            let mut file = base.clone();
            file[field] = hostile.into();
            let fault = Backup::read(&layout(), &file.to_string()).unwrap_err();
            assert_is_tame(&fault.to_string());
        }
        for name in [
            hostile.to_owned(),
            format!("attempt/{hostile}"),
            format!("aside/attempt/{hostile}"),
        ] {
            let mut file = base.clone();
            file["records"][&name] = "{}".into();
            let fault = Backup::read(&layout(), &file.to_string()).unwrap_err();
            assert!(fault.path.starts_with("records["), "{fault}");
            assert_is_tame(&fault.path);
        }
        // In every string of every record.
        for (name, text) in base["records"].as_object().unwrap() {
            let Ok(record) = serde_json::from_str::<Value>(text.as_str().unwrap()) else {
                continue;
            };
            for pointer in strings(&record, "") {
                let mut changed = record.clone();
                *changed.pointer_mut(&pointer).unwrap() = hostile.into();
                let changed = changed.to_string();
                let mut file = base.clone();
                file["records"][name] = changed.clone().into();
                let backup = Backup::read(&layout(), &file.to_string()).unwrap();
                let place = Shared::default();
                let preview = backup.preview(&place.repository()).unwrap();
                assert_eq!(preview.missing, backup.len());
                place.repository().import(&backup, Import::Replace).unwrap();
                if name != "settings/visitor" {
                    let now = name.replace("journal/case", CASE);
                    assert_eq!(place.get(&key(&now)), Ok(Some(changed)), "{name}{pointer}");
                }
                let ours = |(key, _): &(String, String)| key.starts_with(records::ROOT);
                assert!(place.everything().iter().all(ours));
            }
        }
    }
    // In every text that a visitor can write, saved and read back.
    for hostile in HOSTILE {
        let place = Shared::default();
        let mut written = attempt("a1", 1.0);
        written.set_name(hostile).unwrap();
        written.set_note(hostile).unwrap();
        place.repository().save_attempt(&written).unwrap();
        put_case(&place, &case(hostile, 2.0));
        place
            .repository()
            .save_opinion(&opinion("a1", hostile, 3.0))
            .unwrap();
        place
            .repository()
            .save_settings(&settings(hostile))
            .unwrap();
        let text = Backup::of(&place.repository(), 4.0)
            .unwrap()
            .encode()
            .unwrap();
        let other = Shared::default();
        other
            .repository()
            .import(&Backup::read(&layout(), &text).unwrap(), Import::Add)
            .unwrap();
        assert_eq!(other.everything(), place.everything());
        assert_eq!(other.repository().attempt(&written.id), Ok(Some(written)));
        assert_eq!(
            other.repository().case().unwrap().unwrap().notes["risk"],
            hostile
        );
    }
}

/// Checks that a message is not long and has no character that is invisible or reverses others.
fn assert_is_tame(said: &str) {
    let hidden = |c: char| {
        c.is_control()
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}' | '\u{feff}')
    };
    assert!(!said.contains(hidden), "{said:?}");
    assert!(said.len() < 400, "{said}");
}

/// The JSON pointer of every string of a record, except those that name the record.
fn strings(value: &Value, at: &str) -> Vec<String> {
    match value {
        Value::String(_) => vec![at.to_owned()],
        Value::Object(fields) => fields
            .iter()
            .flat_map(|(name, field)| strings(field, &format!("{at}/{name}")))
            .collect(),
        Value::Array(items) => (0..items.len())
            .flat_map(|index| strings(&items[index], &format!("{at}/{index}")))
            .collect(),
        _ => Vec::new(),
    }
}

// --- Random damage ---

#[test]
fn twenty_thousand_damaged_backups_bring_nothing_down_and_lose_nothing() {
    let bytes: Vec<u8> = Backup::of(&small_place().repository(), 1.0)
        .unwrap()
        .encode()
        .unwrap()
        .into_bytes();
    let here = small_place();
    put_case(&here, &case("written here", 99.0));
    here.set(&key("attempt/a2"), NEWER).unwrap();
    let start = here.everything();
    let mut chance = Chance(20_250);
    let mut taken = 0;
    for round in 0..20_000 {
        let mut damaged = bytes.clone();
        for _ in 0..=chance.below(3) {
            damage(&mut damaged, &mut chance);
        }
        let text = String::from_utf8_lossy(&damaged);
        let backup = match Backup::read(&layout(), &text) {
            Ok(backup) => backup,
            Err(fault) => {
                assert!(!fault.to_string().is_empty());
                continue;
            }
        };
        taken += 1;
        let repository = here.repository();
        let preview = backup.preview(&repository).unwrap();
        let Preview {
            missing,
            same,
            different,
            stays,
            ..
        } = preview;
        assert_eq!(missing + same + different + stays, backup.len());
        backup.unreadable();
        let mode = [Import::Add, Import::Replace][round % 2];
        let undo = repository.import(&backup, mode).unwrap();
        assert_eq!(
            here.get(&key("attempt/a2")).unwrap().as_deref(),
            Some(NEWER)
        );
        assert_eq!(here.get("other-app/x").unwrap().as_deref(), Some("theirs"));
        repository.inventory().unwrap();
        repository.undo(&undo).unwrap();
        assert_eq!(here.everything(), start, "round {round}");
    }
    assert!(
        (500..19_500).contains(&taken),
        "{taken} of 20,000 could be read"
    );
}

fn small_place() -> Shared {
    let place = Shared::default();
    place
        .repository()
        .save_attempt(&attempt("a1", 5.0))
        .unwrap();
    put_case(&place, &case("a note", 9.0));
    place
        .repository()
        .save_settings(&settings("architect"))
        .unwrap();
    place.set(&key("attempt/b1"), BROKEN).unwrap();
    place.set("other-app/x", "theirs").unwrap();
    place
}

/// Changes a byte, removes some, repeats some, or inserts something that has a meaning in JSON.
fn damage(bytes: &mut Vec<u8>, chance: &mut Chance) {
    if bytes.is_empty() {
        return;
    }
    let at = chance.below(bytes.len());
    let end = (at + chance.below(20)).min(bytes.len());
    match chance.below(6) {
        0 => bytes[at] = u8::try_from(chance.below(256)).unwrap(),
        1 => {
            bytes.drain(at..end);
        }
        2 => {
            let part = bytes[at..end].to_vec();
            let to = chance.below(bytes.len());
            bytes.splice(to..to, part);
        }
        3 => {
            const PARTS: [&str; 14] = [
                "\"", "\\", "{", "}", "[", "]", ",", ":", "null", "1e999", "-1", "\\u0000", "\\\"",
                "\u{202e}",
            ];
            bytes.splice(at..at, PARTS[chance.below(PARTS.len())].bytes());
        }
        4 => bytes[at] ^= 1 << chance.below(8),
        _ => {
            let digits = bytes[at].is_ascii_digit();
            bytes[at] = if digits {
                b'0' + u8::try_from(chance.below(10)).unwrap()
            } else {
                b'a'
            };
        }
    }
}

// --- Helpers ---

/// The error for the frozen backup after a change.
fn refusal(change: impl FnOnce(&mut Value)) -> BackupFault {
    let mut file: Value = serde_json::from_str(BACKUP_V1).unwrap();
    change(&mut file);
    Backup::read(&layout(), &file.to_string()).unwrap_err()
}
