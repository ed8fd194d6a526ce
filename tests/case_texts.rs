//! Tests of a case that leaves: as Markdown, as HTML for the clipboard, as plain text and as JSON. Each
//! says the same, and whatever somebody typed stays text.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "store/any_ladder.rs"]
mod any_ladder;

use any_ladder::{Chance, standing};
use std::collections::BTreeMap;

use ladder_explorer::growth::{
    AgreedMark, CaseChoice, CasePart, CaseSources, Date, Entry, Expected, GrowthId, Judged,
    Judgement, LevelCase, Mark, Marks, Standing, View,
};
use ladder_explorer::ladder::Ladder;
use ladder_explorer::share::{level_case_json, level_case_text, tidy_name};
use serde_json::{Value, json};

/// Texts that would be markup, or mislead, in some format.
const HOSTILE: [&str; 22] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "</li></ul><h1>not</h1>",
    "[a](javascript:alert(1))",
    "](javascript:alert(1))",
    "![a](https://b.example/x.png)",
    "<https://b.example/>",
    "# not\n## a heading\n---\n===",
    "closed ## #",
    "a\n\n- b\n1. c\n> d\n+ e\n* f",
    "`code` *strong* _soft_ ~~gone~~ | cell |",
    "**Reliably.** __x__ ** *",
    "```\nfence\n```",
    "&lt;b&gt; &#60;b&#62; &amp;",
    "\\\\*a\\\\* \\",
    "a\u{202e}b\u{2066}c\u{200f}d\u{feff}e",
    "a\r\nb\u{2028}c\u{85}d\u{0}\u{b}\tf",
    "    indented\n\tas code",
    "javascript:alert(1)",
    "[x]: https://b.example/ \"y\"",
    "Zoë, 李雷 and 🧑\u{200d}🚀",
    "plain",
];

/// Letters that no text that leaves has.
const HIDDEN: [char; 8] = [
    '\u{202e}', '\u{2066}', '\u{200f}', '\u{feff}', '\0', '\u{b}', '\r', '\u{2028}',
];

const ITEMS: [&str; 6] = ["a", "b", "c", "d", "e", "f"];

/// Everything a case is made of.
struct Parts {
    ladder: Ladder,
    marks: Marks,
    entries: Vec<Entry>,
    view: Option<View>,
    agreed: BTreeMap<String, AgreedMark>,
    choice: CaseChoice,
}

/// A date as a case has it.
fn day(date: Date) -> String {
    date.to_string()
}

/// A mark that was agreed on.
fn agreed_on(standing: Standing, why: &str) -> AgreedMark {
    AgreedMark {
        date: Date::parse("2026-11-27").unwrap(),
        from: None,
        judgement: Judgement {
            standing,
            why: why.trim().to_owned(),
        },
    }
}

impl Parts {
    /// Some parts, with every text as `word` gives it.
    fn any(chance: &mut Chance, word: &mut dyn FnMut(&mut Chance, usize) -> String) -> Self {
        let one = |text: String| tidy_name(&text).unwrap_or_else(|| "x".to_owned());
        let competency =
            |id: &&str, chance: &mut Chance, word: &mut dyn FnMut(&mut Chance, usize) -> String| {
                let (name, gist) = (one(word(chance, 200)), one(word(chance, 200)));
                json!({ "id": id, "name": name, "cells": { "d1": { "gist": gist } } })
            };
        let competencies: Vec<Value> = ITEMS
            .iter()
            .map(|id| competency(id, chance, word))
            .collect();
        let ladder = json!({
            "schema": 2, "id": "small", "version": "1.0.0", "name": one(word(chance, 80)), "lang": "en",
            "tracks": [{ "id": "deep", "name": "Deep" }],
            "levels": [{ "id": "d1", "title": one(word(chance, 80)), "tracks": ["deep"], "height": 1 }],
            "competencies": competencies,
        });
        let ladder = Ladder::parse(&ladder.to_string()).unwrap();
        let (mut marks, mut judged) = (Marks::new(), Judged::new());
        let mut agreed = BTreeMap::new();
        for item in ITEMS {
            let id = format!("d1.{item}");
            let cell = Expected::find(&ladder, &id).unwrap().expectation;
            let (why, line) = (
                word(chance, Mark::LONGEST_WHY),
                word(chance, View::LONGEST_LINE),
            );
            if chance.below(4) > 0 {
                let mark = Mark::new(&ladder, cell, standing(chance), &why, 1.0);
                marks.insert(id.clone(), mark.unwrap());
            }
            if chance.below(3) > 0 {
                agreed.insert(id.clone(), agreed_on(standing(chance), &line));
            }
            if chance.below(3) > 0 {
                judged.insert(id, (standing(chance), line));
            }
        }
        if let Some(mark) = marks.values_mut().next() {
            mark.said.clear();
        }
        let level = ladder.level("d1").unwrap();
        let from = word(chance, View::LONGEST_NAME);
        let view = View::new(&ladder, &[level], (Some(&from), &judged, ""), 1.0).unwrap();
        let entries = (0..9).map(|at| {
            let mut entry = Entry::new("x", f64::from(at), 0.5).unwrap();
            entry.did = word(chance, Entry::LONGEST_TEXT);
            entry.outcome = word(chance, Entry::LONGEST_TEXT);
            entry.witnesses = word(chance, Entry::LONGEST_WITNESSES);
            entry.links = (0..chance.below(3))
                .map(|at| {
                    ["https://a.example/?a=1&b=*[x](y)_", "javascript:alert(1)"][at].to_owned()
                })
                .collect();
            entry.tag(ITEMS[chance.below(ITEMS.len())], true).unwrap();
            let days = ["2026-11-01", "2023-01-31", ""];
            entry.date = Date::parse(days[chance.below(3)]).ok();
            entry
        });
        let entries = entries.collect();
        let mut choice = CaseChoice::new();
        choice.summary = word(chance, CaseChoice::LONGEST_SUMMARY);
        let view = (chance.below(4) > 0).then_some(view);
        Self {
            ladder,
            marks,
            entries,
            view,
            agreed,
            choice,
        }
    }

    fn case(&self) -> LevelCase<'_> {
        let from = CaseSources {
            marks: &self.marks,
            entries: &self.entries,
            second: self.view.as_ref(),
            agreed: &self.agreed,
            choice: &self.choice,
        };
        let day = Date::parse("2026-11-28").unwrap();
        LevelCase::new(&self.ladder, self.ladder.level("d1").unwrap(), from, day)
    }

    /// Every text that a case with these parts shows.
    fn texts(&self) -> Vec<String> {
        let case = self.case();
        let mut all = vec![self.choice.summary.clone(), case.level.name()];
        for row in &case.rows {
            all.push(row.why.to_owned());
            all.extend(row.second.map(|second| second.line.clone()));
            all.extend(row.agreed.map(|one| one.judgement.why.clone()));
            all.extend(row.evidence().flat_map(|one| {
                let entry = one.entry;
                [&entry.did, &entry.outcome, &entry.witnesses].map(Clone::clone)
            }));
        }
        all
    }
}

/// A hostile text of at most `most` characters, sometimes of just as many.
fn hostile(chance: &mut Chance, most: usize) -> String {
    let (first, second) = (chance.below(HOSTILE.len()), chance.below(HOSTILE.len()));
    let text = match chance.below(3) {
        0 => HOSTILE[first].to_owned(),
        1 => format!("{}{}", HOSTILE[first], HOSTILE[second]),
        _ => format!("{}\n{}", HOSTILE[first], HOSTILE[second]),
    };
    match chance.below(20) {
        0 => text.chars().cycle().take(most).collect(),
        _ => text.chars().take(most).collect(),
    }
}

/// The lines of a text that are left of it.
fn kept_lines(text: &str) -> Vec<String> {
    text.lines().filter_map(tidy_name).collect()
}

#[test]
fn whatever_was_typed_stays_text_and_nothing_of_it_is_lost() {
    let mut chance = Chance(1);
    for round in 0..120 {
        let parts = Parts::any(&mut chance, &mut hostile);
        let text = level_case_text(&parts.case(), &day);
        let (markdown, html, plain) = (text.to_markdown(), text.to_html(), text.to_plain());
        for written in [&markdown, &html, &plain] {
            assert!(!written.contains(HIDDEN), "round {round}: {written}");
        }
        let read = read_html(&html);
        let lines: Vec<&str> = plain.lines().map(str::trim).collect();
        for line in parts.texts().iter().flat_map(|text| kept_lines(text)) {
            assert!(read.text.contains(&line), "round {round}: {line}");
            assert!(lines.iter().any(|one| one.contains(&line)), "{line}");
        }
        assert_eq!(read_markdown(&markdown), read_plain(&plain), "{markdown}");
    }
}

#[test]
fn a_hostile_text_has_the_structure_of_a_plain_one() {
    for seed in 0..60 {
        let mut word = |chance: &mut Chance, most: usize| hostile(chance, most);
        let parts = Parts::any(&mut Chance(seed), &mut word);
        // The same numbers, and as many lines.
        let mut plain = |chance: &mut Chance, most: usize| {
            let text = hostile(chance, most);
            text.lines()
                .map(|line| if tidy_name(line).is_some() { "w" } else { "" })
                .collect::<Vec<_>>()
                .join("\n")
        };
        let harmless = Parts::any(&mut Chance(seed), &mut plain);
        let (one, two) = (
            level_case_text(&parts.case(), &day),
            level_case_text(&harmless.case(), &day),
        );
        assert_eq!(
            read_html(&one.to_html()).tags,
            read_html(&two.to_html()).tags
        );
        let starts = |text: &str| -> Vec<usize> {
            let lines = text.lines();
            lines.map(|line| line.len() - block(line).1.len()).collect()
        };
        assert_eq!(starts(&one.to_markdown()), starts(&two.to_markdown()));
        let count = |text: &str| text.lines().count();
        assert_eq!(count(&one.to_plain()), count(&two.to_plain()));
    }
}

#[test]
fn the_json_has_every_text_as_it_was_typed() {
    let mut chance = Chance(3);
    for _ in 0..40 {
        let parts = Parts::any(&mut chance, &mut hostile);
        let case = parts.case();
        let file: Value = serde_json::from_str(&level_case_json(&case)).unwrap();
        assert_eq!(file["summary"], case.summary);
        assert_eq!(file["secondView"].is_null(), parts.view.is_none());
        let rows = file["expectations"].as_array().unwrap();
        assert_eq!(rows.len(), case.rows.len());
        for (read, row) in rows.iter().zip(&case.rows) {
            assert_eq!(read["why"], row.why);
            assert_eq!(read["headline"], row.expected.expectation.headline());
            let line = row.second.map(|second| second.line.as_str());
            assert_eq!(read["secondView"]["line"].as_str(), line);
            let evidence = read["evidence"].as_array().unwrap();
            assert_eq!(evidence.len(), row.evidence().count());
            for (read, one) in evidence.iter().zip(row.evidence()) {
                assert_eq!(read["did"], one.entry.did);
                assert_eq!(read["outcome"], one.entry.outcome);
                assert_eq!(read["witnesses"], one.entry.witnesses);
                assert_eq!(read["links"], json!(one.entry.links));
                assert_eq!(read["old"], one.is_old);
            }
        }
    }
}

// What a case says ------------------------------------------------------------------------------

fn small() -> Parts {
    let names = ["Risk", "Depth", "Reach", "Teaching", "Design", "Product"];
    let mut names = names.into_iter().map(str::to_owned);
    let mut first = true;
    // The names of competencies, then everything else.
    let mut parts = Parts::any(&mut Chance(1), &mut |_, most| match most {
        200 if first => {
            first = false;
            names.next().unwrap()
        }
        200 => {
            first = true;
            "Do it".to_owned()
        }
        80 => "Small".to_owned(),
        _ => String::new(),
    });
    let mark = |item: &str, standing, why: &str| {
        let id = format!("d1.{item}");
        let cell = Expected::find(&parts.ladder, &id).unwrap().expectation;
        (
            id,
            Mark::new(&parts.ladder, cell, standing, why, 1.0).unwrap(),
        )
    };
    let mut marks: Marks = [
        mark("a", Standing::Sometimes, "Two of three."),
        mark("b", Standing::Reliably, ""),
        mark("c", Standing::NotYet, ""),
        mark("d", Standing::NoChance, "No one has joined."),
        mark("e", Standing::Reliably, ""),
    ]
    .into();
    marks.get_mut("d1.e").unwrap().said.clear();
    let mut entry = Entry::new("Ran two plans.\n\nOne won.", 1.0, 0.5).unwrap();
    entry.id = GrowthId::parse("one").unwrap();
    entry.outcome = "The date held.".to_owned();
    entry.witnesses = "Ada, Grace".to_owned();
    entry.add_link("https://a.example/plan").unwrap();
    entry.tag("a", true).unwrap();
    entry.date = Date::parse("2024-03-01").ok();
    let level = parts.ladder.level("d1").unwrap();
    let judged = [(
        "d1.a".to_owned(),
        (Standing::Reliably, "Both plans.".to_owned()),
    )];
    let judged: Judged = judged.into();
    let view = View::new(&parts.ladder, &[level], (Some("Zoë"), &judged, ""), 1.0);
    parts.choice.summary = "I keep dates.\nAnd options.".to_owned();
    let agreed = agreed_on(Standing::Sometimes, "One more quarter.");
    Parts {
        agreed: [("d1.a".to_owned(), agreed)].into(),
        marks,
        entries: vec![entry],
        view: view.ok(),
        ..parts
    }
}

#[test]
fn a_case_says_what_is_shown_then_gaps_then_what_is_open() {
    let parts = small();
    let markdown = level_case_text(&parts.case(), &day).to_markdown();
    let expected = "\
# Case for Small

Small, version 1.0.0. 2026-11-28.

I keep dates.

And options.

## What I show

### Do it

Risk: **Sometimes.** Two of three.

Second view, Zoë: **Reliably.** Both plans.

Agreed in a talk, 2026-11-27: **Sometimes.** One more quarter.

- **2024-03-01, more than two years ago:** Ran two plans.

  One won.
  - What came of it: The date held.
  - Seen by: Ada, Grace
  - <https://a.example/plan>

### Do it

Depth: **Reliably.**

No evidence yet.

## Honest gaps

Not shown yet, or shown sometimes with nothing to point to.

### Do it

Reach: **Not yet.**

## No chance to show it yet

These are no gaps: the work did not ask for them.

### Do it

Teaching: **No chance to show it yet.** No one has joined.

## Not marked yet

### Do it

Design: **To be marked again.** What is expected was reworded since it was marked.

### Do it

Product: **Not marked.**
";
    assert_eq!(markdown, expected);
}

#[test]
fn what_others_doubt_comes_later_and_an_agreement_counts_before_a_second_view() {
    let mut parts = small();
    let first = |parts: &Parts| {
        let case = parts.case();
        let shown = case.part(CasePart::Shown);
        let names = shown.iter();
        names
            .map(|row| row.expected.competency.name.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(first(&parts), ["Risk", "Depth"], "evidence comes first");
    parts.entries[0].tag("b", true).unwrap();
    assert_eq!(
        first(&parts),
        ["Depth", "Risk"],
        "then what is marked higher"
    );
    let judged: Judged = [("d1.b".to_owned(), (Standing::NotYet, String::new()))].into();
    let level = parts.ladder.level("d1").unwrap();
    parts.view = View::new(&parts.ladder, &[level], (None, &judged, ""), 1.0).ok();
    assert_eq!(
        first(&parts),
        ["Risk", "Depth"],
        "the second view doubts it"
    );
    let agreed = agreed_on(Standing::Reliably, "");
    parts.agreed.insert("d1.b".to_owned(), agreed);
    assert_eq!(first(&parts), ["Depth", "Risk"], "the two agreed on it");
    let agreed = agreed_on(Standing::Sometimes, "");
    parts.agreed.insert("d1.b".to_owned(), agreed);
    assert_eq!(first(&parts), ["Risk", "Depth"]);
}

#[test]
fn evidence_that_is_left_out_is_not_called_missing() {
    let mut parts = small();
    let id = parts.entries[0].id.clone();
    parts.choice.leave_out("a", &id, true);
    let markdown = level_case_text(&parts.case(), &day).to_markdown();
    let (shown, gaps) = markdown.split_once("## Honest gaps").unwrap();
    assert!(shown.contains("Evidence left out."), "{shown}");
    assert_eq!(markdown.matches("No evidence yet.").count(), 1, "of Depth");
    assert!(!gaps.contains("Risk"), "{gaps}");
}

#[test]
fn the_json_of_a_case_names_its_format_and_its_ladder() {
    let parts = small();
    let file: Value = serde_json::from_str(&level_case_json(&parts.case())).unwrap();
    assert_eq!(file["format"], "ladder-explorer/case");
    assert_eq!(file["schema"], 1);
    assert_eq!(file["date"], "2026-11-28");
    assert_eq!(file["ladder"], json!({ "id": "small", "name": "Small" }));
    assert_eq!(file["ladderVersion"], "1.0.0");
    assert_eq!(file["level"], json!({ "id": "d1", "name": "Small" }));
    assert_eq!(file["secondView"], json!({ "from": "Zoë" }));
    assert_eq!(
        file["expectations"][0],
        json!({
            "competency": { "id": "a", "name": "Risk" },
            "headline": "Do it",
            "part": "shown",
            "standing": "sometimes",
            "reworded": false,
            "why": "Two of three.",
            "evidence": [{
                "date": "2024-03-01",
                "old": true,
                "did": "Ran two plans.\n\nOne won.",
                "outcome": "The date held.",
                "links": ["https://a.example/plan"],
                "witnesses": "Ada, Grace",
            }],
            "secondView": { "standing": "reliably", "line": "Both plans." },
            "agreed": { "date": "2026-11-27", "standing": "sometimes", "why": "One more quarter." },
        })
    );
    let parts = file["expectations"].as_array().unwrap().iter();
    let parts: Vec<_> = parts.map(|one| (&one["part"], &one["standing"])).collect();
    assert_eq!(parts[4], (&json!("unmarked"), &Value::Null));
    assert_eq!(file["expectations"][4]["reworded"], true);
}

// Readers of what was written -------------------------------------------------------------------

struct Html {
    tags: Vec<String>,
    text: String,
}

/// Reads HTML as the clipboard may have it, and fails at anything else.
fn read_html(html: &str) -> Html {
    let (mut tags, mut text, mut open) = (Vec::new(), String::new(), Vec::new());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(&unescaped(before));
        let (tag, after) = after.split_once('>').expect("a tag ends");
        rest = after;
        tags.push(tag.to_owned());
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(name), "{html}");
            continue;
        }
        let name = match tag.strip_prefix("a href=\"https://") {
            Some(address) => {
                let address = address.strip_suffix('"').expect("a quote");
                assert!(!address.contains(['"', '\'', ' ']), "{tag}");
                "a"
            }
            None => tag,
        };
        let parent: &str = open.last().map_or("", String::as_str);
        let fits = match name {
            "h1" | "h2" | "h3" => parent.is_empty(),
            "p" | "ul" => ["", "li"].contains(&parent),
            "li" => parent == "ul",
            "strong" | "a" => ["p", "li"].contains(&parent),
            _ => false,
        };
        assert!(fits, "<{tag}> in <{parent}>: {html}");
        open.push(name.to_owned());
    }
    text.push_str(&unescaped(rest));
    assert!(open.is_empty(), "{html}");
    Html { tags, text }
}

/// A text of HTML without its references; it must have no others.
fn unescaped(text: &str) -> String {
    assert!(!text.contains('>'), "{text}");
    let known = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&amp;", "&"),
    ];
    let bare = known
        .iter()
        .fold(text.to_owned(), |all, (name, _)| all.replace(name, ""));
    assert!(!bare.contains('&'), "{text}");
    known
        .iter()
        .fold(text.to_owned(), |all, (name, sign)| all.replace(name, sign))
}

/// What a line of Markdown begins with, and the rest. The rest begins no block.
fn block(line: &str) -> (&str, &str) {
    let spaces = line.len() - line.trim_start().len();
    let bare = &line[spaces..];
    let marks = ["# ", "## ", "### ", "- "];
    let mark = marks.iter().find(|mark| bare.starts_with(**mark));
    let at = spaces + mark.map_or(0, |mark| mark.len());
    let rest = &line[at..];
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    assert!(
        !rest.starts_with(['#', '-', '+', '=', '!', '>', ' ']),
        "{line}"
    );
    assert!(
        digits == 0 || !rest[digits..].starts_with(['.', ')']),
        "{line}"
    );
    assert!(!(line.starts_with('#') && rest.ends_with(" #")), "{line}");
    assert!(spaces.is_multiple_of(2) && spaces <= 4, "{line}");
    (&line[..at], rest)
}

/// The lines of a text in Markdown that has only headings, lists, strong words and links to `https:`.
fn read_markdown(markdown: &str) -> Vec<String> {
    let lines = markdown.lines().filter(|line| !line.is_empty());
    lines
        .map(|line| {
            let (start, rest) = block(line);
            let start = start.trim_start_matches(['#', ' ']);
            let text = format!("{start}{}", inline(rest));
            match line.starts_with("## ") {
                true => text.to_uppercase(),
                false => text,
            }
        })
        .collect()
}

fn inline(text: &str) -> String {
    let (mut out, mut rest) = (String::new(), text);
    while let Some(letter) = rest.chars().next() {
        let after = &rest[letter.len_utf8()..];
        if letter == '\\' {
            let escaped = after.chars().next().expect("no line goes on");
            out.push(escaped);
            rest = &after[escaped.len_utf8()..];
        } else if let Some(strong) = rest.strip_prefix("**") {
            let (inner, after) = strong.split_once("**").expect("strong words end");
            out.push_str(&inline(inner));
            rest = after;
        } else if let Some(link) = rest.strip_prefix('<') {
            let (address, after) = link.split_once('>').expect("a link ends");
            assert!(address.starts_with("https://"), "{text}");
            assert!(!address.contains(['<', '>', ' ', '\\']), "{text}");
            out.push_str(address);
            rest = after;
        } else {
            assert!(!"`*_[]>|~&".contains(letter), "{text}");
            out.push(letter);
            rest = after;
        }
    }
    out
}

/// The lines of the plain text.
fn read_plain(plain: &str) -> Vec<String> {
    let lines = plain.lines().map(str::trim_start);
    let lines = lines.filter(|line| !line.is_empty());
    lines.map(str::to_owned).collect()
}
