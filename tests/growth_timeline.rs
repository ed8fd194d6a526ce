//! The axis of time: which months it has, what is on it, and the same in words.
#![allow(clippy::unwrap_used, clippy::panic)]

use ladder_explorer::growth::{
    CheckIn, Date, Dated, Entry, GrowthId, Happenings, Journal, LeanOn, Mark, Marks, Month,
    PlanItem, PlanState, Quarter, Standing, StandingCounts, Timeline, mark_id,
};
use ladder_explorer::ladder::Ladder;
use serde_json::json;

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn time(text: &str) -> f64 {
    f64::from(date(text).days()) * 86_400_000.0
}

fn ladder() -> Ladder {
    let competency = |id: &str| {
        let second = match id {
            "none" => json!({ "none": "expected" }),
            _ => json!({ "text": "Two." }),
        };
        let cells = json!({ "a1": { "text": "One." }, "a2": second });
        json!({ "id": id, "name": id, "cells": cells })
    };
    let competencies = ["one", "two", "three", "four", "five", "none"].map(competency);
    let file = json!({
        "schema": 2, "id": "small", "version": "1.0.0", "name": "Small", "lang": "en",
        "tracks": [{ "id": "deep", "name": "Deep" }],
        "levels": [
            { "id": "a1", "title": "First", "tracks": ["deep"], "height": 1 },
            { "id": "a2", "title": "Second", "tracks": ["deep"], "height": 2 },
        ],
        "competencies": competencies,
    });
    Ladder::parse(&file.to_string()).unwrap()
}

fn check_in(ladder: &Ladder, day: &str, target: Option<&str>) -> CheckIn {
    let mut marks = Marks::new();
    for (competency, standing) in [
        ("one", Standing::Reliably),
        ("two", Standing::Sometimes),
        ("three", Standing::NotYet),
        ("four", Standing::NoChance),
    ] {
        for level in &ladder.levels {
            let competency = ladder.competency(competency).unwrap();
            let id = mark_id(ladder, competency, level).unwrap();
            let cell = competency.at(level).unwrap();
            let mark = Mark::new(ladder, cell, standing, "", 1.0).unwrap();
            marks.insert(id, mark);
        }
    }
    let target = target.and_then(|id| ladder.level(id));
    let named = (GrowthId::parse(day).unwrap(), date(day));
    CheckIn::new(named, ladder, (None, target), &marks, 1.0)
}

fn entries(days: &[&str]) -> Journal {
    let entries = days.iter().enumerate().map(|(at, day)| Entry {
        date: Date::parse(day).ok(),
        ..Entry::new(day, 1.0, at as f64 / 100.0)
            .unwrap_or_else(|_| Entry::new("Undated", 1.0, at as f64 / 100.0).unwrap())
    });
    Journal::new(entries.collect())
}

fn item(aim: &str, [begun, by, ended]: [&str; 3], state: PlanState) -> PlanItem {
    let quarter = Quarter::parse("2026-Q4").unwrap();
    let chance = aim.len() as f64 / 100.0;
    let mut item = PlanItem::new("a2.one", aim, quarter, (time(begun), chance)).unwrap();
    item.by = Date::parse(by).ok();
    item.state = state;
    item.changed = Date::parse(ended).map_or(item.created, |_| time(ended));
    item
}

fn lean(day: &str) -> LeanOn {
    LeanOn {
        date: date(day),
        drawn: Some([-60.0, -38.0, 12.0]),
        words: "leans deep".to_owned(),
    }
}

fn months(timeline: &Timeline<'_>) -> String {
    let months: Vec<String> = timeline.months.iter().map(Month::to_string).collect();
    let ends = months.first().zip(months.last());
    ends.map_or_else(String::new, |(first, last)| {
        format!("{first} to {last}: {}", months.len())
    })
}

const TODAY: &str = "2026-11-28";

#[test]
fn the_axis_runs_from_the_first_event_to_the_last_with_today_on_it() {
    let ladder = ladder();
    let of = |days: &[&str], plan: &[PlanItem], leans: &[LeanOn], check_ins: &[CheckIn]| {
        let journal = entries(days);
        let dated = Dated {
            leans,
            check_ins,
            journal: &journal,
            plan,
        };
        months(&Timeline::new(&ladder, dated, (date(TODAY), 0)))
    };
    assert_eq!(of(&[], &[], &[], &[]), "2026-06 to 2026-11: 6");
    assert_eq!(of(&["2026-11-01"], &[], &[], &[]), "2026-06 to 2026-11: 6");
    assert_eq!(of(&["2026-01-31"], &[], &[], &[]), "2026-01 to 2026-11: 11");
    let old = [check_in(&ladder, "2025-12-01", None)];
    assert_eq!(of(&[], &[], &[], &old), "2025-12 to 2026-11: 12");
    assert_eq!(
        of(&[], &[], &[lean("2026-03-01")], &[]),
        "2026-03 to 2026-11: 9"
    );
    let ahead = [item("a", ["2026-11-01", "2027-02-28", ""], PlanState::Open)];
    assert_eq!(of(&[], &ahead, &[], &[]), "2026-09 to 2027-02: 6");
    let slip = ["2026-01-31", "2062-01-31"];
    assert_eq!(of(&slip, &[], &[], &[]), "2026-01 to 2026-11: 11");
    assert_eq!(of(&["1999-01-31"], &[], &[], &[]), "2021-12 to 2026-11: 60");
    assert_eq!(
        of(&["1999-01-31"], &ahead, &[], &[]),
        "2022-03 to 2027-02: 60"
    );
    let journal = entries(&[]);
    let dated = Dated {
        leans: &[],
        check_ins: &[],
        journal: &journal,
        plan: &[],
    };
    let unset = Timeline::new(&ladder, dated, (date("1970-01-01"), 0));
    assert_eq!(months(&unset), "1970-01 to 1970-06: 6");
}

#[test]
fn empty_months_are_there_and_what_is_not_on_the_axis_is_counted() {
    let ladder = ladder();
    let journal = entries(&[
        "1999-01-31",
        "2000-01-31",
        "2026-08-01",
        "2026-10-31",
        "2026-10-01",
        "2062-01-01",
        "",
        "",
    ]);
    let check_ins = [
        check_in(&ladder, "2001-01-01", None),
        check_in(&ladder, "2026-09-16", None),
    ];
    let leans = [lean("2026-07-31"), lean("2001-01-01"), lean("2026-07-01")];
    let plan = [
        item(
            "past",
            ["2001-01-01", "2001-02-01", "2001-03-01"],
            PlanState::Done,
        ),
        item("long", ["2001-01-01", "", ""], PlanState::Open),
    ];
    let dated = Dated {
        leans: &leans,
        check_ins: &check_ins,
        journal: &journal,
        plan: &plan,
    };
    let timeline = Timeline::new(&ladder, dated, (date(TODAY), 0));
    assert_eq!(timeline.evidence.len(), 60);
    assert_eq!(timeline.evidence[54..], [0, 0, 1, 0, 2, 0]);
    let before = Happenings {
        attempts: 1,
        check_ins: 1,
        entries: 2,
        items: 1,
    };
    assert_eq!(timeline.before, before);
    assert_eq!(
        timeline.after,
        Happenings {
            entries: 1,
            ..Happenings::default()
        }
    );
    assert_eq!(timeline.undated, 2);
    let leans: Vec<String> = timeline
        .leans
        .iter()
        .map(|one| one.on.date.to_string())
        .collect();
    assert_eq!(leans, ["2026-07-01", "2026-07-31"]);
    let [long] = timeline.plan[..] else {
        panic!("one is left")
    };
    assert_eq!(
        (long.item.aim.as_str(), long.span),
        ("long", [0.0, timeline.today])
    );
}

#[test]
fn every_month_is_equally_long_and_its_days_are_in_order() {
    let days = date("2026-01-01").days()..=date("2026-12-31").days();
    let leans: Vec<LeanOn> = days
        .map(|day| lean(&Date::of_days(day).unwrap().to_string()))
        .collect();
    let (ladder, journal) = (ladder(), entries(&[]));
    let dated = Dated {
        leans: &leans,
        check_ins: &[],
        journal: &journal,
        plan: &[],
    };
    let timeline = Timeline::new(&ladder, dated, (date("2026-12-31"), 0));
    let mut before = 0.0;
    assert_eq!(timeline.leans.len(), 365);
    for one in &timeline.leans {
        let (_, month, _) = one.on.date.parts();
        let start = f64::from(month - 1) / 12.0;
        assert!(before < one.at, "{}", one.on.date);
        assert!((start..start + 1.0 / 12.0).contains(&one.at));
        before = one.at;
    }
}

#[test]
fn a_check_in_counts_each_standing_at_its_target_apart() {
    let ladder = ladder();
    let all = [
        check_in(&ladder, "2026-09-01", Some("a2")),
        check_in(&ladder, "2026-10-01", None),
        CheckIn {
            target: Some("gone".to_owned()),
            ..check_in(&ladder, "2026-11-01", None)
        },
    ];
    let journal = entries(&[]);
    let dated = Dated {
        leans: &[],
        check_ins: &all,
        journal: &journal,
        plan: &[],
    };
    let timeline = Timeline::new(&ladder, dated, (date(TODAY), 0));
    let counts: Vec<_> = timeline
        .check_ins
        .iter()
        .map(|one| {
            one.counts
                .map(|(level, counts)| (level.id.as_str(), counts))
        })
        .collect();
    let one_each = StandingCounts {
        reliably: 1,
        sometimes: 1,
        not_yet: 1,
        no_chance: 1,
        unmarked: 1,
    };
    assert_eq!(counts, [Some(("a2", one_each)), None, None]);
}

#[test]
fn an_item_runs_until_it_is_settled() {
    let ladder = ladder();
    let plan = [
        item(
            "done",
            ["2026-07-01", "2026-09-30", "2026-08-15"],
            PlanState::Done,
        ),
        item(
            "overdue",
            ["2026-08-01", "2026-09-30", "2026-11-27"],
            PlanState::Open,
        ),
        item("ahead", ["2026-09-01", "2026-12-24", ""], PlanState::Open),
        item(
            "backwards",
            ["2026-11-01", "", "2026-07-01"],
            PlanState::Dropped,
        ),
    ];
    let journal = entries(&[]);
    let dated = Dated {
        leans: &[],
        check_ins: &[],
        journal: &journal,
        plan: &plan,
    };
    let timeline = Timeline::new(&ladder, dated, (date(TODAY), 0));
    let spans: Vec<_> = timeline
        .plan
        .iter()
        .map(|one| (one.item.aim.as_str(), one.span, one.by, one.ended.is_some()))
        .collect();
    // July to December, each with 31 parts, and the middle of a day.
    let at = |day: &str| {
        let (_, month, day) = date(day).parts();
        (f64::from(month - 7) + (f64::from(day) - 0.5) / 31.0) / 6.0
    };
    assert!((timeline.today - at(TODAY)).abs() < 1e-12);
    assert_eq!(
        spans,
        [
            (
                "done",
                [at("2026-07-01"), at("2026-08-15")],
                Some(at("2026-09-30")),
                true
            ),
            (
                "overdue",
                [at("2026-08-01"), at(TODAY)],
                Some(at("2026-09-30")),
                false
            ),
            (
                "ahead",
                [at("2026-09-01"), at("2026-12-24")],
                Some(at("2026-12-24")),
                false
            ),
            (
                "backwards",
                [at("2026-11-01"), at("2026-11-01")],
                None,
                true
            ),
        ]
    );
    let broken = [PlanItem {
        created: f64::NAN,
        ..plan[0].clone()
    }];
    let dated = Dated {
        plan: &broken,
        ..dated
    };
    assert!(
        Timeline::new(&ladder, dated, (date(TODAY), 0))
            .plan
            .is_empty()
    );
}

#[test]
fn the_rows_say_what_the_picture_shows_and_what_it_leaves_out() {
    let ladder = ladder();
    let journal = entries(&[
        "2001-01-31",
        "2026-08-01",
        "2026-10-31",
        "2026-10-01",
        "2062-01-01",
        "",
    ]);
    let check_ins = [
        check_in(&ladder, "2026-10-16", Some("a2")),
        check_in(&ladder, "2026-10-17", None),
    ];
    let leans = [lean("2026-10-31"), lean("2001-01-01")];
    let plan = [
        item(
            "Ask",
            ["2026-09-01", "2026-09-30", "2026-10-15"],
            PlanState::Done,
        ),
        item("Listen", ["2026-10-01", "2026-11-30", ""], PlanState::Open),
    ];
    let dated = Dated {
        leans: &leans,
        check_ins: &check_ins,
        journal: &journal,
        plan: &plan,
    };
    let timeline = Timeline::new(&ladder, dated, (Date::parse("2026-11-28").unwrap(), 0));
    let rows = timeline.rows();
    let told = rows.iter().map(|row| {
        [
            &*row.when,
            &*row.leans,
            &*row.check_ins,
            &*row.evidence,
            &*row.plan,
        ]
    });
    let told: Vec<_> = told.collect();
    assert_eq!(told.len(), 63);
    assert_eq!(
        told[0],
        [
            "Before December 2021",
            "1 result of the quiz",
            "",
            "1 entry",
            ""
        ]
    );
    assert_eq!(told[1], ["December 2021", "", "", "no entries", ""]);
    assert_eq!(
        told[58..],
        [
            ["September 2026", "", "", "no entries", "Planned: “Ask”."],
            [
                "October 2026",
                "leans deep",
                "Second: 1 reliably, 1 sometimes, 1 not yet, 1 no chance yet, 1 not marked; without a target",
                "2 entries",
                "Done: “Ask”. Planned: “Listen”.",
            ],
            ["November 2026", "", "", "no entries", "Due: “Listen”."],
            ["After November 2026", "", "", "1 entry", ""],
            ["Without a date", "", "", "1 entry", ""],
        ]
    );
    assert_eq!(
        timeline.left_out(),
        [
            "Before December 2021: 1 result of the quiz, 1 entry.",
            "After November 2026: 1 entry. Look whether the year is right.",
            "1 entry has no date.",
        ]
    );
    assert_eq!(
        timeline.summary(),
        "December 2021 to November 2026: 1 result of the quiz, 2 check-ins, 3 entries, 2 items of the plan. Entries are in 2 of 60 months."
    );
}

#[test]
fn an_empty_axis_says_so() {
    let ladder = ladder();
    let journal = entries(&[]);
    let dated = Dated {
        leans: &[],
        check_ins: &[],
        journal: &journal,
        plan: &[],
    };
    let timeline = Timeline::new(&ladder, dated, (Date::parse("2026-11-28").unwrap(), 0));
    assert_eq!(timeline.summary(), "June 2026 to November 2026: nothing.");
    assert!(timeline.left_out().is_empty());
    assert_eq!(timeline.rows().len(), 6);
}
