//! Tests of the evidence journal and the plan: files are read as they were written, whatever a text
//! holds, and what cannot be read is named with its line and the remedy.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::time::Instant;

use ladder_explorer::growth::{
    Date, Entry, FoundEntries, ImportFault, to_csv, to_json, to_markdown,
};

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
    let large = format!("- {}", "a".repeat(1024 * 1024));
    assert_eq!(
        FoundEntries::from_markdown(&large, 1.0),
        Err(ImportFault::TooLarge(1024 * 1024 + 2))
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
        let _ = FoundEntries::from_csv(&text, 1.0);
        let _ = FoundEntries::from_markdown(&text, 1.0);
        let _ = FoundEntries::from_csv(&format!("did,date\n{text}"), 1.0);
        let _ = FoundEntries::from_markdown(&format!("- {text}"), 1.0);
        let _ = FoundEntries::from_json(&text);
    }
    assert!(start.elapsed().as_secs() < 20);
}
