//! The case for a level, for documents: as a text with headings, lists and links, and as JSON. Handles
//! the case passed in; what is in it, and in which order, is decided in growth.

use serde::Serialize;

use crate::growth::{CaseEntry, CasePart, CaseRow, Date, LevelCase, Marked, Standing};
use crate::share::rich_text::{ListItem, RichText, Run};

/// The case with headings, lists and links, and with a note about what was left empty.
pub fn level_case_text(case: &LevelCase) -> RichText {
    let mut text = RichText::default();
    text.heading(1, &format!("Case for {}", case.level.name()));
    let ladder = case.ladder;
    let about = format!(
        "{}, version {}. {}.",
        ladder.name, ladder.version, case.date
    );
    text.paragraph(vec![Run::plain(&about)]);
    text.paragraphs(case.summary);
    for part in CasePart::ALL {
        let mut rows = case.part(part);
        // The note at the end names the others.
        rows.retain(|row| part != CasePart::Unmarked || has_something(row));
        if !rows.is_empty() {
            text.heading(2, case_part_words(part));
        }
        for row in rows {
            add_row(&mut text, case, row);
        }
    }
    let empty = left_empty(case);
    if !empty.is_empty() {
        text.heading(2, "Left empty");
        text.list(empty);
    }
    text
}

fn has_something(row: &CaseRow) -> bool {
    row.second.is_some() || row.evidence().next().is_some()
}

fn add_row(text: &mut RichText, case: &LevelCase, row: &CaseRow) {
    text.heading(3, row.expected.expectation.headline());
    let (mark, why) = match row.marked {
        Marked::As(standing) => (standing_words(standing), row.why),
        Marked::Reworded(_) => (
            "To be marked again.",
            "What is expected was reworded since it was marked.",
        ),
        Marked::Unmarked | Marked::NothingExpected => ("Not marked.", ""),
    };
    let competency = format!("{}:", row.expected.competency.name);
    text.paragraph(vec![
        Run::plain(&competency),
        Run::strong(mark),
        Run::plain(why),
    ]);
    if let Some(second) = row.second {
        let from = case.second.and_then(|view| view.from.as_deref());
        let from = from.map_or_else(
            || "Second view:".to_owned(),
            |name| format!("Second view, {name}:"),
        );
        text.paragraph(vec![
            Run::plain(&from),
            Run::strong(standing_words(second.standing)),
            Run::plain(&second.line),
        ]);
    }
    if row.evidence().next().is_none() && matches!(row.part(), CasePart::Shown) {
        text.paragraph(vec![Run::plain("No evidence yet.")]);
    }
    text.list(row.evidence().map(evidence).collect());
}

fn evidence(one: &CaseEntry) -> ListItem {
    let entry = one.entry;
    let when = match (entry.date, one.is_old) {
        (None, _) => "No date:".to_owned(),
        (Some(date), false) => format!("{date}:"),
        (Some(date), true) => format!("{date}, more than two years ago:"),
    };
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

/// What is missing, each kind in one line.
fn left_empty(case: &LevelCase) -> Vec<ListItem> {
    let names = |is_missing: &dyn Fn(&CaseRow) -> bool| {
        let rows = case.rows.iter().filter(|row| is_missing(row));
        let names: Vec<&str> = rows
            .map(|row| row.expected.competency.name.as_str())
            .collect();
        names.join("; ")
    };
    let claims = |row: &CaseRow| {
        matches!(
            row.marked,
            Marked::As(Standing::Reliably | Standing::Sometimes)
        )
    };
    let kinds = [
        ("Not marked:", names(&|row| row.marked == Marked::Unmarked)),
        (
            "Reworded since it was marked:",
            names(&|row| matches!(row.marked, Marked::Reworded(_))),
        ),
        (
            "Marked as shown, without evidence:",
            names(&|row| claims(row) && row.evidence().next().is_none()),
        ),
        (
            "Not in the second view, or reworded since:",
            names(&|row| case.second.is_some() && row.second.is_none()),
        ),
    ];
    let kinds = kinds.into_iter().filter(|(_, names)| !names.is_empty());
    kinds
        .map(|(label, names)| ListItem::new(vec![Run::plain(label)], &names))
        .collect()
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
