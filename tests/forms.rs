//! Tests of sessions: continuing with a longer form, ending early, and comparing two.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod sheets;

use std::collections::BTreeSet;

use ladder_explorer::quiz::{
    Answer, Answers, EARLY_ANSWERS, EARLY_P, EARLY_SE, Fit, Form, Quiz, RELIABLE, fit,
    may_finish_early, moved, reliable_change,
};
use sheets::{Lcg, bits, clicked, given, quiz, responses, score};

// --- Continuing with a longer form ---

#[test]
fn the_longer_of_two_forms_counts_whichever_is_named_first() {
    let quiz = quiz();
    for (one, other, longer) in [
        ("quick", "standard", "standard"),
        ("long", "standard", "long"),
        ("quick", "quick", "quick"),
        ("of another quiz", "quick", "quick"),
        ("one of another", "another of it", "another of it"),
    ] {
        assert_eq!(quiz.longer(one, other), longer);
    }
    assert_eq!(quiz.longer("standard", "quick"), "standard");
}

#[test]
fn a_form_continued_from_a_shorter_one_equals_the_longer_form() {
    let quiz = quiz();
    let forms = forms(&quiz);
    let mut chance = Lcg(211);
    for (at, longer) in forms.iter().enumerate() {
        for round in 0..6 {
            let whole = all_asked(&mut chance, &quiz, longer, round);
            // One form after another, up to this one.
            let mut sitting = Answers::default();
            let mut asked = Vec::new();
            for form in &forms[..=at] {
                let open: Vec<&str> = sitting.remaining(form).collect();
                for id in open {
                    asked.push(id);
                    sitting.set(id, whole.get(id).unwrap());
                }
                assert_eq!(sitting.remaining(form).next(), None);
                assert_eq!(sitting.first_open(form), None);
            }
            let distinct: BTreeSet<&str> = asked.iter().copied().collect();
            assert_eq!(distinct.len(), asked.len(), "an item was asked twice");
            assert_eq!(asked, longer.items, "{}: in its own order", longer.id);
            assert_eq!(sitting, whole, "{}", longer.id);
            let (here, there) = (score(&quiz, longer, &sitting), score(&quiz, longer, &whole));
            assert_eq!(bits(&here), bits(&there), "{}", longer.id);
        }
    }
}

#[test]
fn what_remains_is_what_was_neither_answered_nor_left_open() {
    let quiz = quiz();
    let [_, standard, _] = forms(&quiz);
    let mut chance = Lcg(223);
    for _ in 0..20 {
        let answers = clicked(&mut chance, standard);
        let remaining: Vec<&str> = answers.remaining(standard).collect();
        let missing = standard.items.iter().filter(|id| answers.get(id).is_none());
        assert_eq!(remaining, missing.collect::<Vec<_>>());
        let first = answers.first_open(standard).map(|at| &standard.items[at]);
        assert_eq!(remaining.first().copied(), first.map(String::as_str));
    }
}

// --- Ending early ---

#[test]
fn ending_early_is_offered_from_twelve_answers_when_sure_or_sharp_enough() {
    assert_eq!((EARLY_ANSWERS, EARLY_P, EARLY_SE), (12, 0.97, 0.35));
    for (answers, p_broad, se, offered) in [
        (12, 0.97, 0.5, true),
        (12, 0.03, 0.5, true),
        (12, 0.969_999, 0.5, false),
        (12, 0.030_001, 0.5, false),
        (12, 0.5, 0.35, true),
        (12, 0.5, 0.350_001, false),
        (11, 0.99, 0.2, false),
        (36, 0.5, 0.4, false),
    ] {
        let fit = Fit {
            p_broad,
            se,
            answers,
            ..nothing_known()
        };
        assert_eq!(may_finish_early(&fit), offered, "{answers} {p_broad} {se}");
    }
}

#[test]
fn ending_early_is_not_offered_where_the_verdict_would_be_withheld() {
    let fit = |lz| Fit {
        p_broad: 0.99,
        answers: 20,
        lz: Some(lz),
        ..nothing_known()
    };
    assert!(may_finish_early(&fit(-1.0)));
    assert!(!may_finish_early(&fit(-1.01)));
}

#[test]
fn an_item_left_open_is_no_answer_towards_ending_early() {
    let quiz = quiz();
    let [quick, ..] = forms(&quiz);
    let mut answers = Answers::default();
    for id in &quick.items {
        answers.set(id, Answer::Category(4));
    }
    assert!(may_finish_early(&score(&quiz, quick, &answers)));
    answers.set(&quick.items[5], Answer::NotSure);
    assert!(!may_finish_early(&score(&quiz, quick, &answers)));
}

// --- Comparing two ---

#[test]
fn a_change_is_measured_in_the_uncertainty_of_both_sittings() {
    let at = |lean, se| Fit {
        lean,
        se,
        ..nothing_known()
    };
    let change = reliable_change(&at(-0.5, 0.3), &at(0.5, 0.4));
    assert!((change.rci - 2.0).abs() < 1e-15 && change.reliable);
    let change = reliable_change(&at(0.5, 0.3), &at(-0.4, 0.4));
    assert!((change.rci + 1.8).abs() < 1e-15 && !change.reliable);
    let at_the_cut = reliable_change(&at(0.0, 0.6), &at(RELIABLE, 0.8));
    assert!(at_the_cut.reliable, "{at_the_cut:?}");
    let certain = reliable_change(&at(0.2, 0.0), &at(0.2, 0.0));
    assert_eq!((certain.rci, certain.reliable), (0.0, false));
}

#[test]
#[allow(clippy::float_cmp)] // the values must be exactly equal
fn the_same_answers_are_no_change_and_the_way_back_is_the_way_there() {
    let quiz = quiz();
    let [_, standard, long] = forms(&quiz);
    let mut chance = Lcg(227);
    for _ in 0..10 {
        let one = given(&mut chance, &quiz, standard);
        let two = given(&mut chance, &quiz, long);
        let (one, two) = (score(&quiz, standard, &one), score(&quiz, long, &two));
        let still = reliable_change(&one, &one);
        assert_eq!((still.rci, still.reliable), (0.0, false));
        let (there, back) = (reliable_change(&one, &two), reliable_change(&two, &one));
        assert_eq!(there.rci, -back.rci);
        assert_eq!(there.reliable, back.reliable);
    }
}

#[test]
fn every_answer_that_moved_is_named_once_with_both_answers() {
    let quiz = quiz();
    let [_, standard, long] = forms(&quiz);
    let mut chance = Lcg(229);
    for _ in 0..20 {
        let (one, two) = (clicked(&mut chance, standard), clicked(&mut chance, long));
        assert!(moved(&one, &one).is_empty());
        let items = moved(&one, &two);
        let named: BTreeSet<&str> = items.iter().map(|item| item.item).collect();
        assert_eq!(named.len(), items.len(), "an item stands twice");
        for id in &long.items {
            let differs = one.get(id) != two.get(id);
            assert_eq!(named.contains(id.as_str()), differs, "{id}");
        }
        for item in &items {
            assert_eq!(item.earlier, one.get(item.item));
            assert_eq!(item.later, two.get(item.item));
        }
    }
}

#[test]
fn not_sure_and_not_asked_are_told_apart() {
    let (mut one, mut two) = (Answers::default(), Answers::default());
    one.set("a", Answer::NotSure);
    two.set("a", Answer::Category(3));
    one.set("b", Answer::Category(0));
    two.set("c", Answer::NotSure);
    let found: Vec<_> = moved(&one, &two)
        .into_iter()
        .map(|item| (item.item, item.earlier, item.later))
        .collect();
    assert_eq!(
        found,
        [
            ("a", Some(Answer::NotSure), Some(Answer::Category(3))),
            ("b", Some(Answer::Category(0)), None),
            ("c", None, Some(Answer::NotSure)),
        ]
    );
}

// --- Helpers ---

fn forms(quiz: &Quiz) -> [&Form; 3] {
    ["quick", "standard", "long"].map(|id| quiz.form(id).expect("a form of the quiz"))
}

/// Every item answered or left open.
fn all_asked(chance: &mut Lcg, quiz: &Quiz, form: &Form, round: usize) -> Answers {
    let answers = given(chance, quiz, form);
    match round % 2 {
        0 => answers,
        _ => sheets::with_gaps(chance, &answers, 5),
    }
}

fn nothing_known() -> Fit {
    let quiz = quiz();
    let [quick, ..] = forms(&quiz);
    fit(&quiz.model, &responses(&quiz, quick, &Answers::default()))
}
