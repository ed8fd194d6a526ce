//! What was agreed on in talks so far, over all check-ins. Handles records: no clock, no storage.

use std::collections::BTreeMap;

use crate::growth::mark::{Expected, said};
use crate::growth::{CheckIn, Date, Judgement};
use crate::ladder::Ladder;

/// What two people agreed on for an expectation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgreedMark {
    /// The day of the check-in that has it.
    pub date: Date,
    /// Whose second view that check-in has, if they gave a name.
    pub from: Option<String>,
    /// The standing and the reason.
    pub judgement: Judgement,
}

/// The newest agreed mark on each expectation, by its id, from check-ins with the newest first. One on
/// words that the ladder no longer has is not there.
pub fn agreed_so_far(ladder: &Ladder, check_ins: &[CheckIn]) -> BTreeMap<String, AgreedMark> {
    let mut all = BTreeMap::new();
    for check_in in check_ins {
        let second = check_in.second.as_ref();
        for (id, judgement) in &check_in.agreed {
            if is_on_words_of_today(ladder, check_in, id) {
                all.entry(id.clone()).or_insert_with(|| AgreedMark {
                    date: check_in.date,
                    from: second.and_then(|view| view.from.clone()),
                    judgement: judgement.clone(),
                });
            }
        }
    }
    all
}

/// Whether the ladder says what it said then. The mark beside it remembers the words; without one, the
/// version has to be the same.
fn is_on_words_of_today(ladder: &Ladder, check_in: &CheckIn, id: &str) -> bool {
    let expected = Expected::find(ladder, id);
    expected.is_some_and(|expected| match check_in.marks.get(id) {
        Some(mark) => mark.said == said(expected.expectation),
        None => check_in.ladder_version == ladder.version,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::growth::{FrozenMark, FrozenView, Marks, Standing};
    use serde_json::json;

    fn ladder() -> Ladder {
        let competency = |id: &str| json!({ "id": id, "name": id, "cells": { "d1": { "gist": format!("Low {id}") } } });
        let file = json!({
            "schema": 2, "id": "small", "version": "1.0.0", "name": "Small", "lang": "en",
            "tracks": [{ "id": "deep", "name": "Deep" }],
            "levels": [{ "id": "d1", "title": "One", "tracks": ["deep"], "height": 1 }],
            "competencies": [competency("a"), competency("b")],
        });
        Ladder::parse(&file.to_string()).unwrap()
    }

    fn check_in(ladder: &Ladder, day: &str, from: &str, agreed: &[(&str, Standing)]) -> CheckIn {
        let date = Date::parse(day).unwrap();
        let id = CheckIn::free_id(date, &[]).unwrap();
        let mut one = CheckIn::new((id, date), ladder, (None, None), &Marks::new(), 1.0);
        one.second = Some(FrozenView {
            from: Some(from.to_owned()),
            marks: BTreeMap::new(),
        });
        one.agreed = agreed
            .iter()
            .map(|(id, standing)| {
                let why = String::new();
                let standing = *standing;
                ((*id).to_owned(), Judgement { standing, why })
            })
            .collect();
        one
    }

    #[test]
    fn an_agreement_stays_until_a_newer_one() {
        use Standing::{NotYet, Reliably, Sometimes};
        let ladder = ladder();
        let newest_first = [
            check_in(&ladder, "2026-11-27", "Ana", &[("d1.b", Reliably)]),
            check_in(
                &ladder,
                "2026-11-13",
                "Ana",
                &[("d1.a", Sometimes), ("d1.b", NotYet)],
            ),
            check_in(&ladder, "2026-10-08", "Zoë", &[("d1.a", NotYet)]),
        ];
        let all = agreed_so_far(&ladder, &newest_first);
        let told = all.iter().map(|(id, one)| {
            let from = one.from.as_deref().unwrap_or_default();
            format!("{id} {} {from} {}", one.date, one.judgement.standing.id())
        });
        assert_eq!(
            told.collect::<Vec<_>>(),
            [
                "d1.a 2026-11-13 Ana sometimes",
                "d1.b 2026-11-27 Ana reliably"
            ]
        );
    }

    #[test]
    fn an_agreement_on_other_words_does_not_count() {
        let ladder = ladder();
        let agreed = [
            ("d1.a", Standing::Reliably),
            ("d1.gone", Standing::Reliably),
        ];
        let mut one = check_in(&ladder, "2026-11-27", "Ana", &agreed);
        let mark = |text: &str| FrozenMark {
            standing: Standing::Reliably,
            why: String::new(),
            said: vec![text.to_owned()],
        };
        let count = |one: &CheckIn| agreed_so_far(&ladder, std::slice::from_ref(one)).len();
        assert_eq!(count(&one), 1);
        one.ladder_version = "0.9.0".to_owned();
        assert_eq!(count(&one), 0, "nobody knows the words");
        one.marks.insert("d1.a".to_owned(), mark("Low a"));
        assert_eq!(count(&one), 1);
        one.marks.insert("d1.a".to_owned(), mark("Other words"));
        assert_eq!(count(&one), 0);
    }
}
