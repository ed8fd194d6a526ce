//! The case for a level, for documents: as a text with headings, lists and links, and as JSON. Handles
//! the case passed in; what is in it, and in which order, is decided in growth.

use serde::Serialize;

use crate::growth::{CaseEntry, CasePart, CaseRow, Date, LevelCase, Marked, Standing};
use crate::share::rich_text::{ListItem, RichText, Run};

/// The case with headings, lists and links, in the words of its preview; `day` writes a date.
pub fn level_case_text(case: &LevelCase, day: &dyn Fn(Date) -> String) -> RichText {
    let mut text = RichText::default();
    text.heading(1, &format!("Case for {}", case.level.name()));
    text.paragraph(vec![Run::plain(&case_about(case, day))]);
    text.paragraphs(case.summary);
    for part in CasePart::ALL {
        let rows = case.part(part);
        if rows.is_empty() {
            continue;
        }
        text.heading(2, case_part_words(part));
        text.paragraph(vec![Run::plain(case_part_hint(part))]);
        for row in rows {
            add_row(&mut text, case, row, day);
        }
    }
    text
}

/// The line below the heading of a case; `day` writes a date.
pub fn case_about(case: &LevelCase, day: &dyn Fn(Date) -> String) -> String {
    let ladder = case.ladder;
    format!(
        "{}, version {}. {}.",
        ladder.name,
        ladder.version,
        day(case.date)
    )
}

/// A mark of a case, in bold, with what stands before and after it.
pub struct CaseMark<'a> {
    /// Whose it is; empty for the visitor's own.
    pub label: String,
    /// The standing; none if there is no mark that counts.
    pub standing: Option<Standing>,
    /// The standing in words.
    pub words: &'static str,
    /// The reason; may be empty.
    pub why: &'a str,
}

/// The marks on an expectation in the order of the case: the visitor's own, the second view's, and what
/// was agreed on; `day` writes a date.
pub fn case_marks<'a>(
    case: &LevelCase<'a>,
    row: &CaseRow<'a>,
    day: &dyn Fn(Date) -> String,
) -> Vec<CaseMark<'a>> {
    let (standing, words, why) = match row.marked {
        Marked::As(standing) => (Some(standing), standing_words(standing), row.why),
        Marked::Reworded(_) => (
            None,
            "To be marked again.",
            "What is expected was reworded since it was marked.",
        ),
        Marked::Unmarked | Marked::NothingExpected => (None, "Not marked.", ""),
    };
    let mut marks = vec![CaseMark {
        label: String::new(),
        standing,
        words,
        why,
    }];
    let mut add = |label: String, standing, why: &'a str| {
        marks.push(CaseMark {
            label,
            standing: Some(standing),
            words: standing_words(standing),
            why,
        });
    };
    if let Some(second) = row.second {
        let from = case.second.and_then(|view| view.from.as_deref());
        let from = from.map_or_else(
            || "Second view:".to_owned(),
            |name| format!("Second view, {name}:"),
        );
        add(from, second.standing, &second.line);
    }
    if let Some(agreed) = row.agreed {
        let label = format!("Agreed in a talk, {}:", day(agreed.date));
        add(label, agreed.judgement.standing, &agreed.judgement.why);
    }
    marks
}

/// What to say where a case has no evidence for an expectation; empty where it has some, or where
/// nothing claims it.
pub fn case_evidence_words(row: &CaseRow) -> &'static str {
    match (row.evidence().next(), row.entries.is_empty()) {
        (Some(_), _) => "",
        (None, false) => "Evidence left out.",
        (None, true) if row.is_claimed() => "No evidence yet.",
        (None, true) => "",
    }
}

/// When an entry happened, as before a colon; `day` writes a date.
pub fn case_entry_words(one: &CaseEntry, day: &dyn Fn(Date) -> String) -> String {
    match (one.entry.date.map(day), one.is_old) {
        (None, _) => "No date".to_owned(),
        (Some(date), false) => date,
        (Some(date), true) => format!("{date}, more than two years ago"),
    }
}

fn add_row(text: &mut RichText, case: &LevelCase, row: &CaseRow, day: &dyn Fn(Date) -> String) {
    text.heading(3, row.expected.expectation.headline());
    let competency = format!("{}:", row.expected.competency.name);
    for mark in case_marks(case, row, day) {
        let is_own = mark.label.is_empty();
        text.paragraph(vec![
            Run::plain(if is_own { &competency } else { &mark.label }),
            Run::strong(mark.words),
            Run::plain(mark.why),
        ]);
    }
    text.paragraph(vec![Run::plain(case_evidence_words(row))]);
    text.list(row.evidence().map(|one| evidence(one, day)).collect());
}

fn evidence(one: &CaseEntry, day: &dyn Fn(Date) -> String) -> ListItem {
    let entry = one.entry;
    let when = format!("{}:", case_entry_words(one, day));
    let mut item = ListItem::new(vec![Run::strong(&when)], &entry.did);
    for (label, text) in [
        ("What came of it:", &entry.outcome),
        ("Seen by:", &entry.witnesses),
    ] {
        if !text.trim().is_empty() {
            item.add(ListItem::new(vec![Run::plain(label)], text));
        }
    }
    for link in &entry.links {
        item.add(ListItem::new(vec![Run::link(link)], ""));
    }
    item
}

/// What the heading of a part of a case means; empty where it needs no words.
pub const fn case_part_hint(part: CasePart) -> &'static str {
    match part {
        CasePart::Gap => "Not shown yet, or shown sometimes with nothing to point to.",
        CasePart::NoChance => "These are no gaps: the work did not ask for them.",
        CasePart::Shown | CasePart::Unmarked => "",
    }
}

/// The heading of a part of a case.
pub const fn case_part_words(part: CasePart) -> &'static str {
    match part {
        CasePart::Shown => "What I show",
        CasePart::Gap => "Honest gaps",
        CasePart::NoChance => "No chance to show it yet",
        CasePart::Unmarked => "Not marked yet",
    }
}

const fn standing_words(standing: Standing) -> &'static str {
    match standing {
        Standing::NotYet => "Not yet.",
        Standing::Sometimes => "Sometimes.",
        Standing::Reliably => "Reliably.",
        Standing::NoChance => "No chance to show it yet.",
    }
}

// JSON ------------------------------------------------------------------------------------------

/// The name of this format inside a file.
const FORMAT: &str = "ladder-explorer/case";
/// The version of the format that this app writes.
const SCHEMA: u32 = 1;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct CaseFile<'a> {
    format: &'static str,
    schema: u32,
    date: Date,
    ladder: Named<'a>,
    ladder_version: &'a str,
    level: Named<'a>,
    summary: &'a str,
    /// Whose the second view is, if they gave a name; none if there is none.
    second_view: Option<SecondView<'a>>,
    expectations: Vec<ExpectationFile<'a>>,
}

#[derive(Serialize)]
struct Named<'a> {
    id: &'a str,
    name: String,
}

#[derive(Serialize)]
struct SecondView<'a> {
    from: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ExpectationFile<'a> {
    competency: Named<'a>,
    headline: &'a str,
    part: &'static str,
    /// None if it is not marked, or was reworded since.
    standing: Option<Standing>,
    reworded: bool,
    why: &'a str,
    evidence: Vec<EvidenceFile<'a>>,
    second_view: Option<Judged<'a>>,
    /// What was agreed on in a talk; none if nothing was.
    agreed: Option<Agreed<'a>>,
}

#[derive(Serialize)]
struct Agreed<'a> {
    date: Date,
    standing: Standing,
    why: &'a str,
}

#[derive(Serialize)]
struct Judged<'a> {
    standing: Standing,
    line: &'a str,
}

#[derive(Serialize)]
struct EvidenceFile<'a> {
    date: Option<Date>,
    old: bool,
    did: &'a str,
    outcome: &'a str,
    links: &'a [String],
    witnesses: &'a str,
}

/// The case as JSON, with every text as it was typed.
pub fn level_case_json(case: &LevelCase) -> String {
    let file = CaseFile {
        format: FORMAT,
        schema: SCHEMA,
        date: case.date,
        ladder: Named {
            id: &case.ladder.id,
            name: case.ladder.name.clone(),
        },
        ladder_version: &case.ladder.version,
        level: Named {
            id: &case.level.id,
            name: case.level.name(),
        },
        summary: case.summary,
        second_view: case.second.map(|view| SecondView {
            from: view.from.as_deref(),
        }),
        expectations: case.rows.iter().map(expectation_file).collect(),
    };
    // Serializing texts cannot fail.
    serde_json::to_string_pretty(&file).unwrap_or_default()
}

fn expectation_file<'a>(row: &CaseRow<'a>) -> ExpectationFile<'a> {
    let competency = row.expected.competency;
    ExpectationFile {
        competency: Named {
            id: &competency.id,
            name: competency.name.clone(),
        },
        headline: row.expected.expectation.headline(),
        part: match row.part() {
            CasePart::Shown => "shown",
            CasePart::Gap => "gap",
            CasePart::NoChance => "no-chance",
            CasePart::Unmarked => "unmarked",
        },
        standing: match row.marked {
            Marked::As(standing) => Some(standing),
            _ => None,
        },
        reworded: matches!(row.marked, Marked::Reworded(_)),
        why: row.why,
        evidence: row.evidence().map(evidence_file).collect(),
        second_view: row.second.map(|second| Judged {
            standing: second.standing,
            line: &second.line,
        }),
        agreed: row.agreed.map(|one| Agreed {
            date: one.date,
            standing: one.judgement.standing,
            why: &one.judgement.why,
        }),
    }
}

fn evidence_file<'a>(one: &CaseEntry<'a>) -> EvidenceFile<'a> {
    let entry = one.entry;
    EvidenceFile {
        date: entry.date,
        old: one.is_old,
        did: &entry.did,
        outcome: &entry.outcome,
        links: &entry.links,
        witnesses: &entry.witnesses,
    }
}
