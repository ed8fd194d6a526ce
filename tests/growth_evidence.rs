//! Tests of the evidence journal and the plan: files are read as they were written, whatever a text
//! holds, and what cannot be read is named with its line and the remedy.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "store/places.rs"]
mod places;

use std::time::Instant;

use ladder_explorer::growth::{
    Case, Date, Entry, EntryField, Filter, FoundEntries, GrowthId, ImportFault, Journal, PlanItem,
    PlanState, Quarter, entries_of_case, to_csv, to_json, to_markdown,
};
use ladder_explorer::store::{
    Backup, Import, KeyValue, Layout, RecordState, Repository, StoreError, TransactionError,
};
use ladder_explorer::text_merge::Edited;
use places::Shared;

/// Pieces of texts that each format has to write in another way.
const PIECES: [&str; 40] = [
    "a",
    "word",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    ",",
    ";",
    "\"",
    "'",
    "=1+1",
    "+",
    "-",
    "@",
    "- ",
    "- Links: x",
    "* ",
    "1. ",
    "2026-05-04",
    "2026-02-30 ",
    ": ",
    "\\",
    "\\\\\n",
    "&amp;",
    "&#10;",
    "&",
    "# ",
    "> ",
    "`",
    "<b>",
    "[x](y)",
    "|",
    "é",
    "李",
    "🦀",
    "\u{a0}",
    "\u{202e}",
    "\u{feff}",
];

/// Knuth's linear congruential generator: the same random numbers on every machine.
struct Lcg(u64);

impl Lcg {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % bound
    }

    fn text(&mut self, most: usize) -> String {
        let count = self.below(most);
        (0..count)
            .map(|_| PIECES[self.below(PIECES.len())])
            .collect()
    }

    fn entry(&mut self, number: usize) -> Entry {
        let mut entry = Entry::new("x", number as f64, number as f64 / 1e6).unwrap();
        let did = self.text(12);
        if !did.trim().is_empty() {
            entry.did = did;
        }
        let outcome = self.text(12);
        if !outcome.trim().is_empty() {
            entry.outcome = outcome;
        }
        entry.witnesses = self.text(5).trim().to_owned();
        for _ in 0..self.below(4) {
            let link = format!("https://a.example/{}?b=1,2;#(c)_*é", self.below(100));
            entry.add_link(&link).unwrap();
        }
        for _ in 0..self.below(3) {
            let id = ["risk", "reach", "t6.depth"][self.below(3)];
            entry.tag(id, true).unwrap();
        }
        if self.below(2) == 0 {
            entry.date = Date::of_days(i32::try_from(self.below(300_000)).unwrap());
        }
        entry
    }
}

fn assert_same(found: &FoundEntries, entries: &[Entry], text: &str) {
    assert_eq!(found.problems, [], "{text}");
    assert_eq!(found.unknown_columns, [""; 0]);
    for (found, entry) in found.entries.iter().zip(entries) {
        assert!(
            found.says_the_same_as(entry),
            "{found:#?}\n{entry:#?}\n{text}"
        );
    }
    assert_eq!(found.entries.len(), entries.len(), "{text}");
}

#[test]
fn what_was_exported_is_read_as_it_was() {
    let mut chance = Lcg(401);
    for round in 0..400 {
        let count = 1 + chance.below(6);
        let entries: Vec<Entry> = (0..count).map(|n| chance.entry(round * 10 + n)).collect();
        let text = to_csv(&entries);
        let from_csv = FoundEntries::from_csv(&text, 5.0).unwrap();
        assert_same(&from_csv, &entries, &text);
        let text = to_markdown(&entries);
        let from_list = FoundEntries::from_markdown(&text, 5.0).unwrap();
        assert_same(&from_list, &entries, &text);
        let text = to_json(&entries).unwrap();
        let from_json = FoundEntries::from_json(&text).unwrap();
        assert_eq!(from_json.entries, entries);
        assert_same(&from_json, &entries, &text);
        for mut found in [from_csv, from_list, from_json] {
            assert_eq!(found.leave_out(&entries[..1]), 1, "the first is there");
            assert_eq!(found.leave_out(&entries), count - 1);
            assert!(found.entries.is_empty());
        }
    }
}

#[test]
fn the_kind_of_a_pasted_text_is_found_out() {
    let entries = [Entry::new("Wrote, it", 1.0, 0.5).unwrap()];
    let texts = [
        to_csv(&entries),
        "Title\tWhen\nWrote, it\t\n".to_owned(),
        to_markdown(&entries),
        format!("# What I did\n\n{}", to_markdown(&entries)),
        to_json(&entries).unwrap(),
    ];
    for text in texts {
        for name in ["", "notes.txt", "notes"] {
            let found = FoundEntries::read(&text, name, 2.0).unwrap();
            let did: Vec<&str> = found.entries.iter().map(|one| one.did.as_str()).collect();
            assert_eq!(did, ["Wrote, it"], "{text}");
        }
    }
    let fault = |text: &str, name: &str| FoundEntries::read(text, name, 2.0).unwrap_err();
    assert!(matches!(fault("what was it?", ""), ImportFault::NoItem));
    assert!(matches!(fault("- a", "a.CSV"), ImportFault::NoDid(_)));
    assert!(matches!(fault("- a", "a.json"), ImportFault::Shape(_)));
}

#[test]
fn a_file_that_is_read_twice_adds_nothing_and_equal_rows_are_two() {
    let text = "did\nsame\nother\nsame\n";
    let first = FoundEntries::from_csv(text, 1.0).unwrap().entries;
    let mut again = FoundEntries::from_csv(text, 2.0).unwrap();
    assert_eq!(first.len(), 3);
    assert_ne!(first[0].id, first[2].id);
    assert_eq!(again.leave_out(&first), 3);
    let mut once = FoundEntries::from_csv(text, 2.0).unwrap();
    let mut there = Entry::new("same", 1.0, 0.1).unwrap();
    assert_eq!(once.leave_out(std::slice::from_ref(&there)), 1);
    there.did = "another".to_owned();
    assert_eq!(once.leave_out(&[there]), 0);
}

#[test]
fn columns_come_in_any_order_and_unknown_ones_are_named() {
    let text = "Who;TITLE;Mood;url;Date;Result;competencies\r\nAda;Wrote it;good;https://a.example;2026-05-04;Saved a week;risk, Reach\r\n;Undated;;;;;\r\n;;;;;;\r\n";
    let found = FoundEntries::from_csv(text, 7.0).unwrap();
    assert_eq!(found.unknown_columns, ["Mood"]);
    assert_eq!(found.problems, []);
    let [first, second] = &found.entries[..] else {
        panic!("{found:?}")
    };
    assert_eq!(
        (first.did.as_str(), first.outcome.as_str()),
        ("Wrote it", "Saved a week")
    );
    assert_eq!((first.witnesses.as_str(), first.created), ("Ada", 7.0));
    assert_eq!(first.links, ["https://a.example"]);
    assert_eq!(first.date, Date::parse("2026-05-04").ok());
    assert_eq!(second.date, None, "no date is invented");
    let unknown = found.unknown_competencies(&["risk"]);
    assert_eq!(unknown.into_iter().collect::<Vec<_>>(), ["reach"]);
}

#[test]
fn each_problem_of_a_row_is_told_with_its_line_and_the_others_are_read() {
    let text = "date,did,links\n2026-02-30,One,http://a.example\n2026-02-03,Two,https://a.example\n2026-02-03,,\n,Three,\"https://a.example, ftp://b\"\n,Four,,extra\n";
    let found = FoundEntries::from_csv(text, 1.0).unwrap();
    let told: Vec<String> = found.problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "line 2: 2026-02-30 is not a day; that month has the days 01 to 28",
            "line 2: link 1 (“http://a.example”) does not begin with https:// and the name of a site; write the whole address, or move it into the text",
            "line 4: it does not say what was done; write that first",
            "line 5: link 2 (“ftp://b”) does not begin with https:// and the name of a site; write the whole address, or move it into the text",
            "line 6: it has 4 fields, and the first line names 3; put a field that has a separator in it in quotes",
        ]
    );
    assert_eq!(found.entries.len(), 1);
    let fault = FoundEntries::from_csv("date,mood\n2026-01-01,good\n", 1.0).unwrap_err();
    assert_eq!(
        fault.to_string(),
        "line 1 names no column “did”, “what” or “title”, only “date”, “mood”; give the column that says what was done one of these names"
    );
}

#[test]
fn a_list_by_hand_is_read_item_by_item() {
    let text = "# 2026\r\n\r\n- 2026-05-04 – Ran the *migration*\r\n    nobody noticed,\r\n    - which was the point\r\n  - seen by: Ada & Grace\r\n  - Links: <https://a.example>, https://b.example\r\n* No date\r\n\r\n  Saved a week.\r\n\r\n  Twice.\r\n\r\nSome words.\r\nMore words.\r\n- 2026-02-30: Never\r\n-\r\n1. One\r\n";
    let found = FoundEntries::from_markdown(text, 1.0).unwrap();
    let [first, second] = &found.entries[..] else {
        panic!("{found:?}")
    };
    assert_eq!(first.did, "Ran the *migration*");
    assert_eq!(first.date, Date::parse("2026-05-04").ok());
    assert_eq!(first.outcome, "nobody noticed,\n- which was the point");
    assert_eq!(first.witnesses, "Ada & Grace");
    assert_eq!(first.links, ["https://a.example", "https://b.example"]);
    assert_eq!(second.outcome, "Saved a week.\n\nTwice.");
    assert_eq!(second.date, None);
    let told: Vec<String> = found.problems.iter().map(ToString::to_string).collect();
    let stranger = "it is not part of a list; begin it with “- ” to make it an entry, or with two spaces to make it part of the one above";
    assert_eq!(
        told,
        [
            format!("line 1: {stranger}"),
            format!("line 14: {stranger}"),
            "line 16: 2026-02-30 is not a day; that month has the days 01 to 28".to_owned(),
            "line 17: it does not say what was done; write that first".to_owned(),
            format!("line 18: {stranger}"),
        ]
    );
}

#[test]
fn what_is_too_much_or_not_ours_is_refused_with_the_number_or_the_remedy() {
    let list = FoundEntries::from_markdown(&"- a\n".repeat(100_000), 1.0).unwrap_err();
    assert_eq!(
        list.to_string(),
        "the file has 100,000 entries, and 5,000 are the most; split it into smaller files"
    );
    let table = FoundEntries::from_csv(&"did\n".repeat(100_001), 1.0).unwrap_err();
    assert_eq!(
        table.to_string(),
        "the file has 100,000 rows, and 5,000 are the most; split it into smaller files"
    );
    let large = format!("- {}", "a".repeat(16 * 1024 * 1024));
    assert_eq!(
        FoundEntries::from_markdown(&large, 1.0),
        Err(ImportFault::TooLarge(16 * 1024 * 1024 + 2))
    );
    assert_eq!(
        FoundEntries::from_markdown("words\n", 1.0),
        Err(ImportFault::NoItem)
    );
    let json = |text: &str| FoundEntries::from_json(text);
    assert_eq!(json("{\"format\":\"x\"}"), Err(ImportFault::NotOurs));
    assert_eq!(json("[]"), Err(ImportFault::NotOurs));
    let head = "{\"format\":\"ladder-explorer-evidence\"";
    assert_eq!(
        json(&format!("{head},\"version\":2}}")),
        Err(ImportFault::Newer(2))
    );
    for text in [
        head,
        &format!("{head},\"version\":1,\"entries\":{{}}}}"),
        "",
        &"[".repeat(99),
    ] {
        assert!(matches!(json(text), Err(ImportFault::Shape(_))), "{text}");
    }
    let one = "{\"schema\":1,\"id\":\"a\",\"did\":\"x\",\"created\":1,\"changed\":1}";
    let newer = one.replace("\"schema\":1", "\"schema\":2");
    let linked = one.replace("\"did\"", "\"links\":[\"http://a\"],\"did\"");
    let text = format!("{head},\"version\":1,\"entries\":[{one},{one},{newer},{linked},7]}}");
    let found = json(&text).unwrap();
    assert_eq!(found.entries.len(), 1);
    let told: Vec<String> = found.problems.iter().map(ToString::to_string).collect();
    let starts = [
        "entry 2: its id, a, is also that of an entry above",
        "entry 3: a newer version of this app wrote it",
        "entry 4: link 1 (“http://a”) does not begin with https://",
        "entry 5: it is no entry (",
    ];
    for (told, start) in told.iter().zip(starts) {
        assert!(told.starts_with(start), "{told}");
    }
    assert_eq!(told.len(), 4);
}

#[test]
fn any_text_is_read_or_refused_in_a_short_time() {
    let mut chance = Lcg(409);
    let start = Instant::now();
    for _ in 0..2_000 {
        let text = chance.text(40);
        let _ = FoundEntries::from_json(&text);
        let read = [
            FoundEntries::from_csv(&text, 1.0),
            FoundEntries::from_markdown(&text, 1.0),
            FoundEntries::from_csv(&format!("did,result,who\n{text}"), 1.0),
            FoundEntries::from_markdown(&format!("- {text}"), 1.0),
        ];
        for entries in read.into_iter().flatten().map(|found| found.entries) {
            let again = FoundEntries::from_csv(&to_csv(&entries), 1.0).unwrap();
            assert_eq!(again.entries, entries, "{text:?}");
            if !entries.is_empty() {
                let list = to_markdown(&entries);
                let again = FoundEntries::from_markdown(&list, 1.0).unwrap();
                assert_eq!(again.entries, entries, "{text:?}\n{list}");
            }
        }
    }
    assert!(start.elapsed().as_secs() < 20);
}

// --- Records ---

const ENTRY_V1: &str = include_str!("fixtures/evidence-v1.json");
const PLAN_V1: &str = include_str!("fixtures/plan-v1.json");

fn here(place: &Shared) -> Repository<Shared> {
    Repository::new(place.clone(), Layout::new("here", "tl").unwrap())
}

fn key(name: &str) -> String {
    format!("ladder-explorer/v2/here/{name}")
}

fn entry(line: &str, number: usize) -> Entry {
    Entry::new(line, number as f64, 0.1).unwrap()
}

fn evidence(place: &Shared) -> Vec<Entry> {
    let entries = here(place).evidence().unwrap();
    entries.into_iter().map(Result::unwrap).collect()
}

#[test]
fn the_first_versions_can_be_read_for_ever_and_are_written_the_same() {
    let place = Shared::default();
    let names = [
        ("evidence/tl/19aa5c1d280-2f6b1c3", ENTRY_V1),
        ("plan/tl/19aa5c1d280-3a7c2d4", PLAN_V1),
    ];
    for (name, text) in names {
        place.set(&key(name), text.trim_end()).unwrap();
    }
    let entry = &evidence(&place)[0];
    assert_eq!(
        entry.did,
        "Ran the migration of the search index.\nNobody noticed."
    );
    assert_eq!(
        entry.outcome,
        "Two weeks of manual work saved each quarter."
    );
    assert_eq!(entry.links[1], "https://example.org/plan?id=7#top");
    assert_eq!(entry.witnesses, "Ada, Grace");
    assert!(entry.competencies.contains("risk") && entry.competencies.len() == 2);
    assert_eq!(entry.date, Date::parse("2026-05-04").ok());
    let item = here(&place).plan().unwrap()[0].clone().unwrap();
    assert_eq!(
        (item.mark.as_str(), item.state),
        ("t6.risk", PlanState::Kept)
    );
    assert_eq!(item.first_step, "Write both down before the kick-off.");
    assert_eq!(
        (item.helper.as_str(), item.why.as_str()),
        ("Ada", "The project was moved.")
    );
    assert_eq!(item.by, Date::parse("2026-12-24").ok());
    assert_eq!(item.quarter.to_string(), "2026-Q4");
    for entry in here(&place).inventory().unwrap().entries {
        assert_eq!(entry.state, RecordState::Readable);
        assert_eq!(entry.changed, Some(1_700_000_500_000.0));
    }
    here(&place).save_entry(entry).unwrap();
    here(&place).save_plan_item(&item).unwrap();
    for (name, text) in names {
        assert_eq!(
            place.get(&key(name)).unwrap().as_deref(),
            Some(text.trim_end())
        );
    }
}

#[test]
fn an_edit_is_made_on_what_is_saved_by_then_and_a_removal_can_be_undone() {
    let place = Shared::default();
    let (one, other) = (here(&place), here(&place));
    let first = entry("first", 1);
    one.save_entry(&first).unwrap();
    let edit =
        |text: &'static str| move |entry: &mut Entry| entry.edit(EntryField::Did, "first", text);
    one.edit_entry(&first.id, 2.0, edit("mine")).unwrap();
    let told = other
        .edit_entry(&first.id, 3.0, edit("theirs"))
        .unwrap()
        .unwrap();
    assert_eq!(told, Edited::Both("mine\n\ntheirs".to_owned()));
    one.edit_entry(&first.id, 4.0, |entry| entry.tag("risk", true))
        .unwrap();
    other
        .edit_entry(&first.id, 5.0, |entry| entry.tag("reach", true))
        .unwrap();
    let held = &evidence(&place)[0];
    assert_eq!((held.competencies.len(), held.changed), (2, 5.0));
    one.edit_entry(&first.id, 6.0, |_| ()).unwrap();
    assert_eq!(evidence(&place)[0].changed, 5.0, "nothing was changed");
    let undo = one.remove_entry(&first.id).unwrap().unwrap();
    assert_eq!(other.edit_entry(&first.id, 7.0, edit("x")).unwrap(), None);
    assert_eq!(one.remove_entry(&first.id).unwrap(), None);
    one.undo(&undo).unwrap();
    let held = &evidence(&place)[0];
    assert_eq!(held.did, "mine\n\ntheirs");

    let quarter = Quarter::parse("2026-Q4").unwrap();
    let item = PlanItem::new("t6.risk", "aim", quarter, (1.0, 0.1)).unwrap();
    one.save_plan_item(&item).unwrap();
    let edit = |item: &mut PlanItem| item.state = PlanState::Done;
    one.edit_plan_item(&item.id, 2.0, edit).unwrap().unwrap();
    assert_eq!(
        one.plan().unwrap()[0].as_ref().unwrap().state,
        PlanState::Done
    );
    let undo = one.remove_plan_item(&item.id).unwrap().unwrap();
    assert!(one.plan().unwrap().is_empty());
    one.undo(&undo).unwrap();
    assert_eq!(one.plan().unwrap().len(), 1);
}

#[test]
fn what_cannot_be_read_is_listed_last_and_never_changed() {
    let place = Shared::default();
    let bad = [
        ("evidence/tl/a", "{\"schema\":2}".to_owned()),
        ("evidence/tl/b", "no".to_owned()),
        ("evidence/tl/c", ENTRY_V1.to_owned()),
        (
            "evidence/tl/19aa5c1d280-2f6b1c3",
            ENTRY_V1.replace("https://", "http://"),
        ),
        (
            "plan/tl/19aa5c1d280-3a7c2d4",
            PLAN_V1.replace("t6.risk", "T6"),
        ),
    ];
    for (name, text) in &bad {
        place.set(&key(name), text).unwrap();
    }
    place
        .set(&key("evidence/other/a"), "of another ladder")
        .unwrap();
    let repository = here(&place);
    repository.save_entry(&entry("fine", 1)).unwrap();
    let read: Vec<bool> = repository
        .evidence()
        .unwrap()
        .iter()
        .map(Result::is_ok)
        .collect();
    assert_eq!(read, [true, false, false, false, false]);
    assert!(repository.plan().unwrap()[0].is_err());
    for (name, text) in &bad {
        let id = GrowthId::parse(name.rsplit('/').next().unwrap()).unwrap();
        let one = Entry {
            id: id.clone(),
            ..entry("x", 1)
        };
        if name.starts_with("evidence") {
            assert!(repository.save_entry(&one).is_err());
            assert!(repository.remove_entry(&id).is_err());
            assert!(
                repository
                    .edit_entry(&id, 1.0, |entry| entry.did.clear())
                    .is_err()
            );
            assert!(repository.add_entries(&[one]).unwrap().is_empty());
        } else {
            assert!(repository.remove_plan_item(&id).is_err());
        }
        assert_eq!(place.get(&key(name)).unwrap().as_ref(), Some(text));
    }
    let told = repository
        .evidence()
        .unwrap()
        .into_iter()
        .filter_map(Result::err);
    let told: Vec<String> = told.map(|error| error.to_string()).collect();
    assert!(
        told.iter().any(|why| why.contains("link 1 (“http://")),
        "{told:?}"
    );
    let endless = Entry {
        created: f64::NAN,
        ..entry("x", 9)
    };
    assert_eq!(repository.save_entry(&endless), Err(StoreError::NotKept));
}

#[test]
fn the_notes_of_a_case_become_entries_once() {
    let place = Shared::default();
    let repository = here(&place);
    let case = Case {
        schema: Case::SCHEMA,
        level: Some("t7".to_owned()),
        notes: [("risk".to_owned(), "A long note. ".repeat(300))].into(),
        passport: [("last-deep".to_owned(), "The parser".to_owned())].into(),
        changed: 1.0,
    };
    let text = serde_json::to_string(&case).unwrap();
    place.set(&key("case/tl/case"), &text).unwrap();
    let entries = entries_of_case(&case);
    let undo = repository.add_entries(&entries).unwrap();
    assert!(repository.add_entries(&entries).unwrap().is_empty());
    let held = evidence(&place);
    let of = |id: &str| {
        let of = held.iter().filter(|entry| entry.competencies.contains(id));
        of.map(|entry| entry.did.as_str()).collect::<String>()
    };
    assert_eq!(of("risk"), case.notes["risk"], "the parts in their order");
    assert_eq!(of("passport.last-deep"), "The parser");
    assert_eq!(repository.case().unwrap(), Some(case));
    repository.undo(&undo).unwrap();
    assert!(evidence(&place).is_empty());
}

#[test]
fn five_hundred_entries_are_listed_filtered_and_backed_up_in_a_moment() {
    let place = Shared::default();
    let repository = here(&place);
    let entries: Vec<Entry> = (0..500)
        .map(|number| Entry {
            date: Date::of_days(i32::try_from(20_000 + number).unwrap()),
            outcome: "It saved the team a week of manual work each quarter. ".repeat(8),
            ..entry(&format!("Entry number {number} about the café"), number)
        })
        .collect();
    let start = Instant::now();
    repository.add_entries(&entries).unwrap();
    assert_eq!(evidence(&place).len(), 500);
    let journal = Journal::new(evidence(&place));
    println!("written and read twice: {:?}", start.elapsed());
    let start = Instant::now();
    let filter = Filter {
        text: "cafe 499".to_owned(),
        ..Filter::default()
    };
    assert_eq!(journal.shown(&filter).len(), 1);
    println!("filtered: {:?}", start.elapsed());
    assert!(start.elapsed().as_millis() < 200);
    let backup = Backup::of(&repository, 1.0).unwrap();
    let other = Shared::default();
    here(&other).import(&backup, Import::Add).unwrap();
    assert_eq!(evidence(&other), evidence(&place));
    let more: Vec<Entry> = (500..=1_000).map(|number| entry("x", number)).collect();
    let full = repository.add_entries(&more).unwrap_err();
    assert_eq!(full, TransactionError::NothingChanged(StoreError::Full));
    assert_eq!(evidence(&place).len(), 500);
    repository.add_entries(&more[1..]).unwrap();
    assert_eq!(repository.save_entry(&more[0]), Err(StoreError::Full));
    repository.save_entry(&more[1]).unwrap();
}
