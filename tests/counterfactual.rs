//! Tests of what would change a verdict: every listed change does change it, no smaller one does,
//! and none of that size is missing. Checked by trying every change with `fit`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod sheets;

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use ladder_explorer::ladder::Side;
use ladder_explorer::quiz::{
    Answer, Answers, Balance, ChangeSet, Counterfactual, Fit, Form, ItemKind, MOST_SETS, Quiz,
    Response, Verdict, fit, what_would_change,
};
use sheets::{Lcg, clicked, given, quiz, same, score, with_gaps};

/// Random sheets for each form. Fewer for the long ones, because trying every change takes time.
const SHEETS: [(&str, usize); 3] = [("quick", 24), ("standard", 16), ("long", 10)];

#[test]
fn what_is_listed_is_what_trying_every_change_finds() {
    let quiz = quiz();
    let mut chance = Lcg(307);
    let mut sizes = BTreeMap::new();
    let mut verdicts = BTreeSet::new();
    for (form, sheets) in SHEETS {
        let form = quiz.form(form).unwrap();
        for round in 0..sheets {
            let answers = any_sheet(&mut chance, &quiz, form, round);
            let place = format!("{}, round {round}", form.id);
            let size = assert_exhaustive(&quiz, form, &answers, &place);
            *sizes.entry(size).or_insert(0) += 1;
            verdicts.insert(Verdict::of(&score(&quiz, form, &answers)).name());
        }
    }
    // The sheets included every kind: none, one step, two steps; and every verdict.
    assert!(
        (0..=2).all(|size| sizes.get(&size) >= Some(&5)),
        "{sizes:?}"
    );
    assert_eq!(verdicts.len(), 4, "{verdicts:?}");
}

#[test]
fn each_set_is_of_single_steps_by_different_answers_and_changes_the_verdict() {
    let quiz = quiz();
    let mut chance = Lcg(311);
    for form in &quiz.forms {
        for round in 0..12 {
            let answers = any_sheet(&mut chance, &quiz, form, round);
            let before = Verdict::of(&score(&quiz, form, &answers));
            for set in sets(&quiz, form, &answers) {
                let mut items = BTreeSet::new();
                for step in &set.steps {
                    assert!(items.insert(&step.item.id), "an answer is moved twice");
                    assert_eq!(
                        answers.get(&step.item.id),
                        Some(Answer::Category(step.from))
                    );
                    assert!(step.to <= 4 && step.from.abs_diff(step.to) == 1);
                }
                let after = score(&quiz, form, &changed(&answers, &set));
                assert!(same(&after, &set.fit));
                assert_eq!(Verdict::of(&after), set.verdict);
                assert!(!set.verdict.says_the_same_as(before));
            }
        }
    }
}

#[test]
fn the_list_is_bounded_and_the_count_is_not() {
    let quiz = quiz();
    let mut chance = Lcg(313);
    let mut longer = 0;
    for form in &quiz.forms {
        for round in 0..12 {
            let answers = any_sheet(&mut chance, &quiz, form, round);
            if let Counterfactual::Hangs { sets, found } = what_would_change(&quiz, form, &answers)
            {
                assert_eq!(sets.len(), found.min(MOST_SETS));
                longer += usize::from(found > MOST_SETS);
            }
        }
    }
    assert!(longer > 0, "no sheet had more sets than are listed");
}

#[test]
fn no_answers_and_answers_far_from_every_cut_are_robust() {
    let quiz = quiz();
    for form in &quiz.forms {
        let mut none_sure = Answers::default();
        let mut broad = Answers::default();
        for id in &form.items {
            none_sure.set(id, Answer::NotSure);
            let category = match &quiz.item(id).unwrap().ask {
                ItemKind::Pair(_) => 4,
                ItemKind::Rating(rating) => {
                    let side = quiz.behaviour(&rating.behaviour).unwrap().side;
                    if side == Some(Side::Broad) { 4 } else { 0 }
                }
            };
            broad.set(id, Answer::Category(category));
        }
        for answers in [Answers::default(), none_sure, broad] {
            let found = what_would_change(&quiz, form, &answers);
            assert!(matches!(found, Counterfactual::Robust), "{}", form.id);
        }
    }
}

#[test]
fn one_answer_alone_can_be_all_that_a_verdict_hangs_on() {
    let quiz = quiz();
    let form = quiz.form("quick").unwrap();
    let mut answers = Answers::default();
    for id in &form.items[..3] {
        answers.set(id, Answer::Category(3));
    }
    let found = sets(&quiz, form, &answers);
    assert!(!found.is_empty());
    assert!(found.iter().all(|set| set.steps.len() == 1));
}

#[test]
fn the_balance_of_no_clear_lean_is_no_verdict_of_its_own() {
    use Verdict::{Clear, Leans, NoClearLean, Withheld};
    let same = [
        (
            NoClearLean(Balance::Open),
            NoClearLean(Balance::BothEnergise),
        ),
        (Clear(Side::Deep), Clear(Side::Deep)),
        (Withheld, Withheld),
    ];
    let other = [
        (Clear(Side::Deep), Clear(Side::Broad)),
        (Leans(Side::Deep), Leans(Side::Broad)),
        (Clear(Side::Deep), Leans(Side::Deep)),
        (NoClearLean(Balance::Open), Withheld),
        (Leans(Side::Broad), NoClearLean(Balance::NeitherDoes)),
    ];
    for (pairs, expected) in [(&same[..], true), (&other[..], false)] {
        for (a, b) in pairs {
            assert_eq!(a.says_the_same_as(*b), expected, "{a:?}, {b:?}");
            assert_eq!(b.says_the_same_as(*a), expected, "{b:?}, {a:?}");
        }
    }
}

#[test]
fn a_quiz_with_other_slopes_is_searched_as_well() {
    let mut quiz = quiz();
    for parameters in quiz.parameters.values_mut() {
        parameters.slope[0] += 0.25;
        parameters.thresholds[1] += 0.3;
    }
    let form = quiz.form("quick").unwrap().clone();
    let mut chance = Lcg(317);
    for round in 0..4 {
        let answers = given(&mut chance, &quiz, &form);
        assert_exhaustive(&quiz, &form, &answers, &format!("round {round}"));
    }
}

// --- Trying every change ---

/// One tried set: its steps as (position in the form, category), and the fit that they lead to.
struct Tried {
    steps: Vec<(usize, u8)>,
    fit: Fit,
}

/// Compares with every single change and, where none changes the verdict, every pair of changes.
/// Returns the size of the smallest sets, 0 for none.
#[track_caller]
fn assert_exhaustive(quiz: &Quiz, form: &Form, answers: &Answers, place: &str) -> usize {
    let singles = steps(form, answers);
    let one: Vec<Vec<_>> = singles.iter().map(|step| vec![*step]).collect();
    let mut expected = tried(quiz, form, answers, &one);
    let mut size = 1;
    if expected.is_empty() {
        let two: Vec<Vec<_>> = singles
            .iter()
            .flat_map(|a| singles.iter().map(move |b| vec![*a, *b]))
            .filter(|two| two[0].0 < two[1].0)
            .collect();
        expected = tried(quiz, form, answers, &two);
        size = 2;
    }
    match what_would_change(quiz, form, answers) {
        Counterfactual::Robust => {
            assert_eq!(expected.len(), 0, "{place}: something does");
            0
        }
        Counterfactual::Hangs { sets, found } => {
            assert_eq!(found, expected.len(), "{place}");
            assert_eq!(sets.len(), found.min(MOST_SETS), "{place}");
            for (set, tried) in sets.iter().zip(&expected) {
                assert_eq!(positions(form, set), tried.steps, "{place}");
                assert!(same(&set.fit, &tried.fit), "{place}");
            }
            size
        }
    }
}

/// Every single step that an answer can take.
fn steps(form: &Form, answers: &Answers) -> Vec<(usize, u8)> {
    let mut steps = Vec::new();
    for (position, id) in form.items.iter().enumerate() {
        if let Some(Answer::Category(from)) = answers.get(id) {
            let to = [from.wrapping_sub(1), from + 1];
            steps.extend(
                to.into_iter()
                    .filter(|to| *to <= 4)
                    .map(|to| (position, to)),
            );
        }
    }
    steps
}

/// The sets that lead to another verdict, best first.
fn tried(quiz: &Quiz, form: &Form, answers: &Answers, sets: &[Vec<(usize, u8)>]) -> Vec<Tried> {
    let before = score(quiz, form, answers);
    let mut known = BTreeMap::new();
    let mut found: Vec<Tried> = Vec::new();
    for steps in sets {
        let mut changed = answers.clone();
        for (position, to) in steps {
            changed.set(&form.items[*position], Answer::Category(*to));
        }
        let fit = fit_once(quiz, form, &changed, &mut known);
        if !Verdict::of(&fit).says_the_same_as(Verdict::of(&before)) {
            found.push(Tried {
                steps: steps.clone(),
                fit,
            });
        }
    }
    found.sort_by(|a, b| order(&before, a, b));
    found
}

/// The fit of a sheet. Sheets with the same responses in another order are scored only once; a
/// separate test checks that the order does not matter.
fn fit_once(
    quiz: &Quiz,
    form: &Form,
    answers: &Answers,
    known: &mut BTreeMap<Vec<(String, u8)>, Fit>,
) -> Fit {
    let answered = answers.responses(quiz, form);
    let mut key: Vec<(String, u8)> = answered
        .iter()
        .map(|(item, response)| (item.parameters.clone(), response.category))
        .collect();
    key.sort();
    *known.entry(key).or_insert_with(|| {
        let all: Vec<Response> = answered.into_iter().map(|(_, response)| response).collect();
        fit(&quiz.model, &all)
    })
}

/// Sorts by the smallest change of P, to twelve digits, then by form order.
fn order(before: &Fit, a: &Tried, b: &Tried) -> Ordering {
    let moved = |tried: &Tried| ((tried.fit.p_broad - before.p_broad).abs() * 1e12).round();
    moved(a).total_cmp(&moved(b)).then(a.steps.cmp(&b.steps))
}

// --- Helpers ---

/// A sheet clicked at random, answered by a simulated person, or answered with gaps.
fn any_sheet(chance: &mut Lcg, quiz: &Quiz, form: &Form, round: usize) -> Answers {
    match round % 4 {
        0 => clicked(chance, form),
        1 | 2 => given(chance, quiz, form),
        _ => {
            let whole = given(chance, quiz, form);
            with_gaps(chance, &whole, 4)
        }
    }
}

fn sets<'a>(quiz: &'a Quiz, form: &Form, answers: &Answers) -> Vec<ChangeSet<'a>> {
    match what_would_change(quiz, form, answers) {
        Counterfactual::Robust => Vec::new(),
        Counterfactual::Hangs { sets, .. } => sets,
    }
}

fn changed(answers: &Answers, set: &ChangeSet) -> Answers {
    let mut changed = answers.clone();
    for step in &set.steps {
        changed.set(&step.item.id, Answer::Category(step.to));
    }
    changed
}

fn positions(form: &Form, set: &ChangeSet) -> Vec<(usize, u8)> {
    let position = |id: &String| form.items.iter().position(|other| other == id).unwrap();
    let steps = set.steps.iter();
    steps
        .map(|step| (position(&step.item.id), step.to))
        .collect()
}
