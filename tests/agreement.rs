//! Tests of a second opinion compared with one's own answers: what is counted, what is named, and
//! that kappa is Cohen's kappa. The fixed values come from scikit-learn 1.9.1, `cohen_kappa_score`
//! with `weights="quadratic"` and `labels=[0, 1, 2, 3, 4]`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::sync::OnceLock;

use ladder_explorer::quiz::{Agreement, Answer, Answers, Form, Quiz, agreement};

const OPEN: u8 = 9;
const UNASKED: u8 = 8;

#[test]
fn everything_is_counted_over_what_both_answered() {
    let quiz = quiz();
    let own = answers(&[0, 1, 2, 3, 4, OPEN, 2, UNASKED, 4, OPEN]);
    let theirs = answers(&[0, 2, 4, 0, 4, 1, OPEN, 2, UNASKED, OPEN]);
    let found = compare(quiz, &own, &theirs);
    assert_eq!(
        (found.compared, found.same, found.within_one),
        (5, 2, 3),
        "0–0, 1–2, 2–4, 3–0, 4–4"
    );
    assert!((found.mean_difference - 6.0 / 5.0).abs() < 1e-15);
}

#[test]
fn the_three_largest_differences_are_named_and_equals_stand_in_the_order_of_the_form() {
    let quiz = quiz();
    let own = answers(&[0, 1, 2, 3, 4, 0, 1]);
    let theirs = answers(&[1, 3, 2, 1, 0, 1, 3]);
    let found = compare(quiz, &own, &theirs);
    let named: Vec<(&str, u8, u8)> = found
        .largest
        .iter()
        .map(|one| (one.item.id.as_str(), one.own, one.theirs))
        .collect();
    let items = &form(quiz).items;
    assert_eq!(
        named,
        [
            (items[4].as_str(), 4, 0),
            (items[1].as_str(), 1, 3),
            (items[3].as_str(), 3, 1)
        ]
    );
}

#[test]
fn what_is_answered_alike_is_no_difference() {
    let quiz = quiz();
    let own = answers(&[0, 1, 2, 3, 4]);
    let found = compare(quiz, &own, &answers(&[0, 1, 2, 3, 3]));
    assert_eq!(found.largest.len(), 1);
    let found = compare(quiz, &own, &own);
    assert!(found.largest.is_empty());
    assert_eq!((found.same, found.kappa), (5, Some(1.0)));
}

#[test]
fn kappa_is_that_of_an_independent_implementation() {
    let quiz = quiz();
    for (own, theirs, expected) in [
        (
            vec![0, 1, 2, 3, 4, 4, 2, 0, 1, 3],
            vec![0, 2, 2, 3, 3, 4, 1, 1, 1, 4],
            0.864_864_864_864_864_9,
        ),
        (vec![4, 4, 3, 4], vec![0, 1, 0, 0], 0.009_900_990_099_009_91),
        (vec![0, 0, 4, 4], vec![4, 4, 0, 0], -1.0),
    ] {
        let found = compare(quiz, &answers(&own), &answers(&theirs));
        let kappa = found.kappa.unwrap();
        assert!((kappa - expected).abs() < 1e-14, "{kappa}, not {expected}");
    }
}

/// With quadratic weights κ = 2 cov / (var + var + (difference of the means)²).
#[test]
fn kappa_is_what_its_closed_form_gives() {
    let quiz = quiz();
    let mut chance = 7_u64;
    for _ in 0..500 {
        let (own, theirs) = (random_row(&mut chance), random_row(&mut chance));
        let found = compare(quiz, &answers(&own), &answers(&theirs));
        let pairs: Vec<(f64, f64)> = own
            .iter()
            .zip(&theirs)
            .filter(|(a, b)| **a <= 4 && **b <= 4)
            .map(|(a, b)| (f64::from(*a), f64::from(*b)))
            .collect();
        let n = pairs.len() as f64;
        let mean = |f: &dyn Fn(&(f64, f64)) -> f64| pairs.iter().map(f).sum::<f64>() / n;
        let (a, b) = (mean(&|p| p.0), mean(&|p| p.1));
        let below = mean(&|p| (p.0 - a).powi(2)) + mean(&|p| (p.1 - b).powi(2)) + (a - b).powi(2);
        assert_eq!(found.compared, pairs.len());
        match found.kappa {
            Some(kappa) => {
                let expected = 2.0 * mean(&|p| (p.0 - a) * (p.1 - b)) / below;
                assert!((kappa - expected).abs() < 1e-10, "{own:?} {theirs:?}");
                assert!((-1.0 - 1e-12..=1.0).contains(&kappa));
            }
            None => assert!(pairs.is_empty() || below.abs() < 1e-12),
        }
    }
}

#[test]
fn kappa_is_none_where_chance_leaves_nothing_to_disagree_on() {
    let quiz = quiz();
    for (own, theirs) in [
        (vec![], vec![]),
        (vec![1, 2, 3], vec![]),
        (vec![OPEN, 2], vec![1, OPEN]),
        (vec![3], vec![3]),
        (vec![2, 2, 2, 2], vec![2, 2, 2, 2]),
    ] {
        let found = compare(quiz, &answers(&own), &answers(&theirs));
        assert_eq!(found.kappa, None, "{own:?} {theirs:?}");
        assert!(found.mean_difference.abs() < f64::EPSILON);
    }
    // Each side gave one answer throughout, but not the same one: chance gives the same distance.
    let found = compare(quiz, &answers(&[4, 4, 4]), &answers(&[1, 1, 1]));
    assert_eq!(found.kappa, Some(0.0));
}

#[test]
fn agreement_is_the_same_from_either_side() {
    let quiz = quiz();
    let mut chance = 11_u64;
    for _ in 0..200 {
        let own = answers(&random_row(&mut chance));
        let theirs = answers(&random_row(&mut chance));
        let (here, there) = (compare(quiz, &own, &theirs), compare(quiz, &theirs, &own));
        assert_eq!(here.kappa.is_some(), there.kappa.is_some());
        let apart = here.kappa.unwrap_or(0.0) - there.kappa.unwrap_or(0.0);
        assert!(apart.abs() < 1e-12);
        assert_eq!(
            (here.compared, here.same, here.within_one),
            (there.compared, there.same, there.within_one)
        );
        assert!((here.mean_difference - there.mean_difference).abs() < 1e-12);
        for (one, other) in here.largest.iter().zip(&there.largest) {
            assert_eq!(one.item.id, other.item.id);
            assert_eq!((one.own, one.theirs), (other.theirs, other.own));
        }
        assert!(here.same <= here.within_one && here.within_one <= here.compared);
    }
}

#[test]
fn answers_outside_the_form_do_not_count() {
    let quiz = quiz();
    let short = quiz.form("quick").unwrap();
    let mut own = answers(&[1, 2, 3]);
    own.set("r01", Answer::Category(4));
    let found = agreement(&own, &own, quiz, short);
    assert_eq!(found.compared, 3);
}

// --- Helpers ---

fn quiz() -> &'static Quiz {
    static QUIZ: OnceLock<Quiz> = OnceLock::new();
    QUIZ.get_or_init(|| Quiz::parse(include_str!("../ladders/quiz.json")).expect("no faults"))
}

fn form(quiz: &Quiz) -> &Form {
    quiz.form("quick").unwrap()
}

/// Answers to the first items of the quick form.
fn answers(row: &[u8]) -> Answers {
    let quiz = quiz();
    let mut answers = Answers::default();
    for (id, answer) in form(quiz).items.iter().zip(row) {
        match *answer {
            OPEN => answers.set(id, Answer::NotSure),
            UNASKED => {}
            category => answers.set(id, Answer::Category(category)),
        }
    }
    answers
}

fn compare<'a>(quiz: &'a Quiz, own: &Answers, theirs: &Answers) -> Agreement<'a> {
    agreement(own, theirs, quiz, form(quiz))
}

fn random_row(chance: &mut u64) -> Vec<u8> {
    let mut next = || {
        *chance = chance
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((*chance >> 33) % 7) as u8
    };
    let pick = |n: u8| match n {
        5 => OPEN,
        6 => UNASKED,
        n => n,
    };
    (0..12).map(|_| pick(next())).collect()
}
