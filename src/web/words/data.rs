//! Sentences about saved data: records, space, backups, and the outcome of actions.

use crate::store::{
    Backup, BackupFault, Import, Preview, RecordKind, RecordState, StoreError, TransactionError,
    Undo,
};
use crate::web::state::SaveState;
use crate::web::words::store_problem;

/// A record in plain words.
pub fn record_name(kind: RecordKind, name: Option<&str>, ladder: Option<&str>) -> String {
    let of = ladder
        .map(|ladder| format!(" (ladder “{ladder}”)"))
        .unwrap_or_default();
    let called = name.map(|name| format!(" “{name}”")).unwrap_or_default();
    match kind {
        RecordKind::Attempt => format!("An attempt at the quiz{called}"),
        RecordKind::Opinion => match name {
            Some(name) => format!("A second opinion from {name}"),
            None => "A second opinion".to_owned(),
        },
        RecordKind::Case => format!("Your case: earlier notes and passport{of}"),
        RecordKind::Setting | RecordKind::Choice | RecordKind::Settings => {
            "Your settings: titles, level, reminder".to_owned()
        }
        RecordKind::Backup | RecordKind::Notice => {
            "When you made a backup, and which notices you dismissed".to_owned()
        }
        RecordKind::Mark => format!("My growth: marks{of}"),
        RecordKind::Evidence => format!("My growth: evidence{of}"),
        RecordKind::Plan => format!("My growth: plan{of}"),
        RecordKind::CheckIn => format!("My growth: check-ins{of}"),
        RecordKind::View => format!("My growth: second views{of}"),
        RecordKind::Draft if name.is_some() => {
            format!("The ladder that you are making in the Studio{called}")
        }
        RecordKind::Draft => {
            "My growth: your levels, and texts that you haven’t sent yet".to_owned()
        }
        RecordKind::Lock => "The lock on your data".to_owned(),
        RecordKind::Unknown => "Something this version doesn’t know".to_owned(),
    }
}

/// The message for a record's state; none if it can be read.
pub fn record_state(state: &RecordState) -> Option<String> {
    match state {
        RecordState::Readable => None,
        RecordState::Newer { version } => Some(format!(
            "A newer version of this app wrote it (format {version}). It is left unchanged."
        )),
        RecordState::Unreadable { why } => Some(format!(
            "It can’t be read and is left unchanged: {why}. A backup file contains it exactly as it is. Delete it here to start again."
        )),
        RecordState::Sealed => Some("It is locked.".to_owned()),
        RecordState::Quarantined => Some("An earlier version set it aside, exactly as it was.".to_owned()),
        RecordState::Waiting => Some(
            "An older version of this app wrote it. It will be moved to its new place once there is room and the place is free; until then it is left unchanged.".to_owned(),
        ),
        RecordState::OtherLock => {
            Some("An older version of this app locked it with another lock. It is left unchanged.".to_owned())
        }
        RecordState::Unknown => Some("It is left unchanged.".to_owned()),
    }
}

/// A size: browsers count the characters of the key and of the text.
pub fn size(units: usize) -> String {
    match units {
        1 => "1 character".to_owned(),
        _ => format!("{} characters", grouped(units)),
    }
}

/// How much of the space of this host is used, in plain words.
pub fn room(ours: usize, all: usize, quota: usize) -> String {
    let percent = all.saturating_mul(100) / quota.max(1);
    let used = match percent {
        0 => "Less than 1 % of the space is used.".to_owned(),
        1..=79 => format!("{percent} % of the space is used."),
        _ => format!("{percent} % of the space is used. Delete what you don’t need."),
    };
    match all > ours {
        true => format!("{used} Other pages on this host use part of it."),
        false => used,
    }
}

/// The same in characters: of this app, of other pages, and the limit.
pub fn room_in_numbers(ours: usize, all: usize, quota: usize) -> String {
    let others = match all.saturating_sub(ours) {
        0 => String::new(),
        others => format!(" Other pages on this host: {}.", grouped(others)),
    };
    format!(
        "{} of about {} that a browser gives one host.{others}",
        size(ours),
        grouped(quota)
    )
}

/// 1234567 as 1,234,567.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Whether data is saved, from a test just made.
pub fn save_status(kept: &SaveState) -> String {
    match kept {
        SaveState::Saved | SaveState::NotYet | SaveState::Sealing => {
            "Works: a test was just written, read back and removed.".to_owned()
        }
        SaveState::OnlyHere => {
            "Nothing is saved: this browser refuses storage on this page. What you see is lost when you leave.".to_owned()
        }
        SaveState::Failed(error) => store_problem(error),
    }
}

/// Whether the browser has promised persistent storage.
pub const fn promise(promised: Option<bool>, asked: Option<bool>) -> &'static str {
    match (promised, asked) {
        (Some(true), _) => {
            "Yes: your browser says it won’t delete this on its own. You still can, and a broken device loses it."
        }
        (Some(false), Some(_)) => {
            "No: your browser didn’t promise it. It may delete this when space is short, and some browsers do after a week without a visit. A backup helps."
        }
        (Some(false), None) => {
            "Not yet: your browser may delete this when space is short, and some browsers do after a week without a visit."
        }
        (None, _) => "This browser doesn’t say.",
    }
}

/// When a record was changed: a formatted date, or that it cannot be right.
pub fn changed(date: &str, plausible: bool) -> String {
    match plausible {
        true => format!("changed {date}"),
        false => format!("dated {date}, which is in the future, so the date is ignored"),
    }
}

/// When a backup was created.
pub fn backup_made(date: &str, plausible: bool) -> String {
    match plausible {
        true => format!("The backup was made {date}."),
        false => format!(
            "The backup is dated {date}. That is in the future, so its date is ignored. Check the clock of the device that made it."
        ),
    }
}

/// The message that records of an older version are not migrated yet, and why.
pub fn waiting(why: &StoreError) -> String {
    match why {
        StoreError::Full => "Some records of an older version aren’t shown yet, because this browser’s storage for this site is full. They aren’t lost. Delete what you don’t need under “My data”, then reload the page.".to_owned(),
        _ => format!(
            "Some records of an older version couldn’t be moved to their new place, so they aren’t shown. They aren’t lost. Reload the page. ({why})"
        ),
    }
}

/// The message that a record was deleted.
pub fn deleted(name: &str) -> String {
    format!("Deleted: {name}.")
}

/// The message that a backup was imported.
pub const fn imported(mode: Import) -> &'static str {
    match mode {
        Import::Add => "The backup was added to what is here.",
        Import::Replace => "The backup replaced what was here.",
    }
}

/// The message that the browser was asked to save a backup, and what the backup lacks. A page cannot
/// see whether the file was saved.
pub fn backup_sent(file: &str, backup: &Backup) -> String {
    let records = records(backup.len());
    let left_out = match backup.left_out.as_slice() {
        [] => String::new(),
        left => format!(
            " Left out, because this version can’t read it: {}.",
            left.join(", ")
        ),
    };
    format!(
        "{} It contains {records}.{left_out} Check that it is there.",
        asked_to_save(file)
    )
}

fn records(count: usize) -> String {
    match count {
        1 => "1 record".to_owned(),
        _ => format!("{count} records"),
    }
}

/// The message that the browser was asked to save a file.
pub fn asked_to_save(file: &str) -> String {
    format!("Your browser was asked to save {file}.")
}

/// The message for a problem with a chosen file.
pub fn backup_fault(fault: &BackupFault) -> String {
    format!("This backup can’t be used. {fault}.")
}

/// What an import would do, one row per kind of change: which records, how many, the effect of adding
/// and that of replacing. Only rows with records.
pub fn preview_rows(preview: &Preview) -> Vec<(&'static str, usize, &'static str, &'static str)> {
    let rows = [
        (
            "Only in the backup",
            preview.missing,
            "restored",
            "restored",
        ),
        ("The same in both", preview.same, "unchanged", "unchanged"),
        (
            "Different here",
            preview.different,
            "unchanged",
            "replaced by the backup",
        ),
        (
            "Different here, and newer or unreadable",
            preview.stays,
            "unchanged",
            "unchanged",
        ),
        ("Only here", preview.only_here, "unchanged", "deleted"),
    ];
    rows.into_iter().filter(|row| row.1 > 0).collect()
}

/// The message for a failed change of many records.
pub fn restore_problem(error: &TransactionError) -> String {
    match error {
        TransactionError::NothingChanged(why) => {
            format!("Nothing was changed. {}", store_problem(why))
        }
        TransactionError::NotUndone { why, .. } => format!(
            "Your browser failed half-way, and again when undoing it. {} It was asked to save what couldn’t be restored as a file. Keep this page open, and press “Undo” once there is room.",
            store_problem(why)
        ),
    }
}

/// Shown beside the undo of a change that failed half-way.
pub const HALF_DONE: &str = "A change stopped half-way.";

/// The texts that could not be restored, as a file.
pub fn rescued(undo: &Undo) -> String {
    let mut text = String::new();
    for (key, former) in undo.former() {
        if let Some(former) = former {
            text.push_str(&format!("{key}\n{former}\n\n"));
        }
    }
    text
}

/// The message for a problem with the lock, by error code.
pub fn lock_problem(code: &str) -> &'static str {
    match code {
        "short-passphrase" => {
            "The passphrase is too short. Use 8 characters or more; a few words work well."
        }
        "wrong-passphrase" => "That isn’t the current passphrase. Nothing was changed.",
        "busy" => "Another tab is changing the lock. Wait a moment and try again.",
        "changed-elsewhere" => "Another tab has changed the lock. Reload the page and try again.",
        "full" => {
            "Storage is full, so not everything is encrypted yet. Everything can still be read. Delete something, then press “Try to finish”."
        }
        "unsaved" => {
            "Something couldn’t be saved yet, so your data stays open. Delete something, then lock it again."
        }
        "unreadable" => {
            "One locked record can’t be opened. Delete it in the list above, then switch the lock off."
        }
        "lock-exists" => "There is a lock already. Reload the page.",
        "damaged-lock" => {
            "The record of the lock is damaged. What is open can still be read, so make a backup now."
        }
        _ => "That didn’t work, but nothing was lost. Reload the page and try again.",
    }
}

/// Shown when two tabs wrote the same text.
pub const BOTH_TABS: &str = "This line was also changed in another tab. It now contains both texts; delete what you don’t need.";
/// Shown beside a field whose text is too long: by how many characters, the maximum, and whether a
/// shorter version of it is saved.
pub fn too_long(by: usize, most: usize, saved_before: bool) -> String {
    let before = if saved_before {
        " The shorter text from before is still saved."
    } else {
        ""
    };
    format!(
        "{} too long; the limit is {}. This text isn’t saved until it is short enough.{before}",
        size(by),
        grouped(most)
    )
}

/// Shown when there is no room for both texts in one line.
pub const CLASH: &str = "This line was also changed in another tab, and there is no room for both texts. Yours isn’t saved: copy it, reload the page, and combine the two.";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sentence_with_a_count_is_right_for_none_one_and_many() {
        for (count, characters) in [
            (0, "0 characters"),
            (1, "1 character"),
            (2, "2 characters"),
            (5, "5 characters"),
            (5_000, "5,000 characters"),
        ] {
            assert_eq!(size(count), characters);
            let used = room_in_numbers(count, count + 3, 5_000);
            assert!(
                used.starts_with(&format!("{characters} of about 5,000 ")),
                "{used}"
            );
            assert!(used.ends_with(" Other pages on this host: 3."), "{used}");
            if count > 0 {
                let long = too_long(count, 80, false);
                assert!(
                    long.starts_with(&format!("{characters} too long; the limit is 80. ")),
                    "{long}"
                );
            }
        }
        for (count, words) in [
            (0, "0 records"),
            (1, "1 record"),
            (2, "2 records"),
            (5, "5 records"),
        ] {
            assert_eq!(records(count), words);
        }
    }

    #[test]
    fn the_space_is_told_in_percent_and_asks_for_room_in_time() {
        for (used, words) in [
            (0, "Less than 1 % of the space is used."),
            (9, "Less than 1 % of the space is used."),
            (10, "1 % of the space is used."),
            (790, "79 % of the space is used."),
            (
                800,
                "80 % of the space is used. Delete what you don’t need.",
            ),
        ] {
            assert_eq!(room(used, used, 1_000), words);
        }
        assert!(room(1, 2, 1_000).ends_with(" Other pages on this host use part of it."));
    }
}
