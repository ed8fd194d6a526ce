//! The cases that are filled in as examples.

use super::findings::Findings;
use crate::guide::{ExampleCase, ExampleEvidence, ExampleGap, ExampleLine, HowOften};

pub(super) fn example(found: &mut Findings<'_>, entry: &ExampleCase, place: &str) {
    found.level(&format!("{place}.level"), &entry.level);
    found.texts(
        place,
        &[
            ("about", &entry.about),
            ("summary", &entry.summary),
            ("secondFrom", &entry.second_from),
        ],
    );
    found.each(&format!("{place}.lines"), &entry.lines, line);
    found.each(&format!("{place}.gaps"), &entry.gaps, gap);
    let lines = entry.lines.iter().map(|line| line.competency.as_str());
    let gaps = entry.gaps.iter().map(|gap| gap.competency.as_str());
    let lines = (0..).zip(lines).map(|(i, id)| ("lines", i, id));
    let gaps = (0..).zip(gaps).map(|(i, id)| ("gaps", i, id));
    let all: Vec<(&str, usize, &str)> = lines.chain(gaps).collect();
    for (at, (list, i, id)) in all.iter().enumerate() {
        let place = format!("{place}.{list}[{i}].competency");
        found.expected(&place, &entry.level, id);
        if all.iter().take(at).any(|(_, _, earlier)| earlier == id) {
            found.add(
                place,
                format!("“{id}” is there twice; a case says one thing of it"),
            );
        }
    }
}

fn line(found: &mut Findings<'_>, entry: &ExampleLine, place: &str) {
    if matches!(entry.standing, HowOften::NotYet | HowOften::NoChance) {
        found.add(
            format!("{place}.standing"),
            "is not shown; put it into “gaps”",
        );
    }
    if let Some(why) = &entry.why {
        found.texts(place, &[("why", why)]);
    }
    found.each(&format!("{place}.evidence"), &entry.evidence, evidence);
    if let Some(second) = &entry.second {
        found.texts(&format!("{place}.second"), &[("line", &second.line)]);
    }
}

fn evidence(found: &mut Findings<'_>, entry: &ExampleEvidence, place: &str) {
    found.texts(
        place,
        &[
            ("date", &entry.date),
            ("did", &entry.did),
            ("outcome", &entry.outcome),
            ("witnesses", &entry.witnesses),
        ],
    );
}

fn gap(found: &mut Findings<'_>, entry: &ExampleGap, place: &str) {
    if entry.standing == HowOften::Reliably {
        found.add(
            format!("{place}.standing"),
            "is no gap; put it into “lines”, with evidence",
        );
    }
    found.texts(place, &[("why", &entry.why)]);
}
