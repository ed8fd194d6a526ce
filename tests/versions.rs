//! Tests of what version 2 of the quiz added: kinds of gaps, straight lines, themes, people work, and
//! earlier versions beside the current one.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod sheets;

use std::collections::BTreeSet;

use ladder_explorer::ladder::Side;
use ladder_explorer::quiz::{
    Answer, Answers, FEWEST_ANSWERS, Finding, Form, Item, ItemKind, PEOPLE_ANSWERS, PEOPLE_LEAD,
    Quiz, QuizVersion, Quizzes, exceptions, pull, score, tally,
};
use ladder_explorer::store::{Attempt, AttemptId};
use sheets::{Lcg, bits, clicked, given, quiz};

fn first() -> Quiz {
    Quiz::parse(include_str!("../ladders/quiz-1.json")).expect("ladders/quiz-1.json has no faults")
}

fn form<'a>(quiz: &'a Quiz, id: &str) -> &'a Form {
    quiz.form(id).expect("a form of the quiz")
}

/// A whole form answered by `choose`.
fn all(quiz: &Quiz, form: &Form, choose: impl Fn(&Item) -> Answer) -> Answers {
    let mut answers = Answers::default();
    for id in &form.items {
        answers.set(id, choose(quiz.item(id).unwrap()));
    }
    answers
}

/// The answer at a place from the left.
fn at_place(item: &Item, place: u8) -> Answer {
    Answer::Category(match &item.ask {
        ItemKind::Pair(pair) => pair.mirror(place),
        ItemKind::Rating(_) => place,
    })
}

/// What somebody answers who is drawn to one side only.
fn for_side(quiz: &Quiz, item: &Item, side: Side) -> Answer {
    Answer::Category(match (&item.ask, side) {
        (ItemKind::Pair(_), Side::Broad) => 4,
        (ItemKind::Pair(_), Side::Deep) => 0,
        (ItemKind::Rating(rating), _) => {
            match quiz.behaviour(&rating.behaviour).unwrap().side == Some(side) {
                true => 4,
                false => 1,
            }
        }
    })
}

// --- The items ---

#[test]
fn the_forms_ask_what_they_promise() {
    let quiz = quiz();
    let count = |id: &str| {
        let items = form(&quiz, id)
            .items
            .iter()
            .map(|id| quiz.item(id).unwrap());
        let mut counts = [0; 3];
        for item in items {
            counts[match (&item.ask, quiz.is_people(item)) {
                (ItemKind::Pair(_), _) => 0,
                (_, false) => 1,
                (_, true) => 2,
            }] += 1;
        }
        counts
    };
    assert_eq!(count("quick"), [12, 0, 0]);
    assert_eq!(count("standard"), [12, 16, 4]);
    assert_eq!(count("long"), [12, 24, 4]);
}

#[test]
fn no_theme_is_another_name_for_a_side() {
    let quiz = quiz();
    assert_eq!(quiz.themes.len(), 5);
    for theme in &quiz.themes {
        for id in ["standard", "long"] {
            let sides: BTreeSet<&str> = form(&quiz, id)
                .items
                .iter()
                .filter_map(|id| {
                    let item = quiz.item(id)?;
                    let ItemKind::Rating(rating) = &item.ask else {
                        return None;
                    };
                    (quiz.theme_of(item) == Some(theme))
                        .then(|| quiz.behaviour(&rating.behaviour)?.side.map(Side::id))?
                })
                .collect();
            assert_eq!(sides, BTreeSet::from(["deep", "broad"]), "{}", theme.id);
        }
    }
}

#[test]
fn every_rating_has_the_same_five_answers() {
    let quiz = quiz();
    let labels = |item: &Item| -> Vec<String> {
        let options = quiz.options(item).into_iter();
        options.map(|(_, label)| label.to_owned()).collect()
    };
    let ratings = quiz
        .items
        .iter()
        .filter(|item| matches!(item.ask, ItemKind::Rating(_)));
    let kinds: BTreeSet<Vec<String>> = ratings.map(labels).collect();
    assert_eq!(kinds.len(), 1);
    let kind = kinds.into_iter().next().unwrap();
    assert_eq!(kind.len(), 7, "five, not sure, never had the chance");
}

#[test]
fn every_option_has_words_of_its_own_and_leads_back_to_its_answer() {
    for quiz in [quiz(), first()] {
        for item in &quiz.items {
            let options = quiz.options(item);
            let words: BTreeSet<&str> = options.iter().map(|(_, label)| *label).collect();
            assert_eq!(words.len(), options.len(), "{}", item.id);
            for (answer, label) in &options {
                assert_eq!(quiz.label(item, *answer), Some(*label));
            }
            let pair = matches!(item.ask, ItemKind::Pair(_));
            let offered = |answer| quiz.label(item, answer).is_some();
            assert!(offered(Answer::NotSure));
            assert_eq!(offered(Answer::Neither), pair && quiz.version > 1);
            assert_eq!(offered(Answer::Never), quiz.version > 1);
        }
    }
}

// --- Gaps ---

#[test]
fn each_kind_of_gap_is_stored_by_itself_and_counts_for_nothing() {
    let quiz = quiz();
    let long = form(&quiz, "long");
    let mut chance = Lcg(5);
    let whole = given(&mut chance, &quiz, long);
    for gap in [Answer::Neither, Answer::NotSure, Answer::Never] {
        let text = serde_json::to_string(&gap).unwrap();
        assert_eq!(serde_json::from_str::<Answer>(&text).unwrap(), gap);
        let mut open = whole.clone();
        let mut absent = Answers::default();
        for id in whole.ids().filter(|id| *id != "p13") {
            absent.set(id, whole.get(id).unwrap());
        }
        open.set("p13", gap);
        let (open, absent) = (score(&quiz, long, &open), score(&quiz, long, &absent));
        assert_eq!(bits(&open), bits(&absent));
        assert_eq!(open.people, absent.people);
    }
    let word: Answer = serde_json::from_str("\"unsure\"").unwrap();
    assert_eq!(word, Answer::NotSure);
    for text in ["5", "-1", "1.5", "\"always\"", "[]", "true"] {
        assert!(serde_json::from_str::<Answer>(text).is_err(), "{text}");
    }
}

// --- Straight lines and few answers ---

#[test]
fn one_place_throughout_is_told_apart_in_every_form_of_every_version() {
    for quiz in [quiz(), first()] {
        for form in &quiz.forms {
            for place in 0..=4 {
                let answers = all(&quiz, form, |item| at_place(item, place));
                let fit = score(&quiz, form, &answers);
                let finding = Finding::of(&quiz, form, &answers, &fit);
                assert_eq!(finding, Finding::StraightLine(place), "{}", form.id);
                let mut other = answers.clone();
                let last = form
                    .items
                    .iter()
                    .rfind(|id| !quiz.is_people(quiz.item(id).unwrap()));
                let last = quiz.item(last.unwrap()).unwrap();
                other.set(&last.id, at_place(last, 4 - place.min(3)));
                if place != 2 {
                    let fit = score(&quiz, form, &other);
                    assert!(Finding::of(&quiz, form, &other, &fit).verdict().is_some());
                }
            }
        }
    }
}

#[test]
fn somebody_who_always_takes_one_side_is_no_straight_line() {
    let quiz = quiz();
    for form in &quiz.forms {
        for side in Side::BOTH {
            let answers = all(&quiz, form, |item| for_side(&quiz, item, side));
            let fit = score(&quiz, form, &answers);
            let verdict = Finding::of(&quiz, form, &answers, &fit).verdict().unwrap();
            assert_eq!(verdict.side(), Some(side), "{}", form.id);
        }
    }
}

#[test]
fn fewer_than_six_answers_that_count_give_no_verdict() {
    let quiz = quiz();
    let standard = form(&quiz, "standard");
    for count in 0..=standard.items.len() {
        let mut answers = Answers::default();
        for id in &standard.items {
            answers.set(id, Answer::Never);
        }
        for id in &standard.items[..count] {
            answers.set(id, for_side(&quiz, quiz.item(id).unwrap(), Side::Deep));
        }
        let fit = score(&quiz, standard, &answers);
        let few = Finding::of(&quiz, standard, &answers, &fit) == Finding::TooFew;
        assert_eq!(few, count < FEWEST_ANSWERS);
    }
    let only_people = all(&quiz, standard, |item| match quiz.is_people(item) {
        true => Answer::Category(4),
        false => Answer::NotSure,
    });
    let fit = score(&quiz, standard, &only_people);
    assert_eq!(
        Finding::of(&quiz, standard, &only_people, &fit),
        Finding::TooFew
    );
}

#[test]
fn a_side_that_drains_less_is_pointed_to_and_named_as_draining() {
    let quiz = quiz();
    let standard = form(&quiz, "standard");
    let tired = all(&quiz, standard, |item| match &item.ask {
        ItemKind::Pair(_) => Answer::Neither,
        ItemKind::Rating(rating) => {
            let side = quiz.behaviour(&rating.behaviour).unwrap().side;
            Answer::Category(u8::from(side == Some(Side::Broad)))
        }
    });
    let fit = score(&quiz, standard, &tired);
    let verdict = Finding::of(&quiz, standard, &tired, &fit)
        .verdict()
        .unwrap();
    assert_eq!(verdict.side(), Some(Side::Broad));
    assert!(fit.drains(Side::Deep) && fit.drains(Side::Broad));
    let glad = all(&quiz, standard, |item| for_side(&quiz, item, Side::Broad));
    let fit = score(&quiz, standard, &glad);
    assert!(fit.drains(Side::Deep) && !fit.drains(Side::Broad));
}

// --- Themes ---

#[test]
fn each_answer_is_counted_in_one_theme_and_people_work_in_none() {
    let quiz = quiz();
    let mut chance = Lcg(7);
    for form in &quiz.forms {
        for _ in 0..20 {
            let answers = clicked(&mut chance, form);
            let tally = tally(&quiz, form, &answers);
            assert_eq!(tally.len(), 5);
            let counted: usize = tally
                .iter()
                .map(|one| one.deep + one.broad + one.neither)
                .sum();
            assert_eq!(counted, answers.responses(&quiz, form).len());
            for one in &tally {
                assert!((-2.0..=2.0).contains(&one.mean));
            }
            let [deep, broad] = Side::BOTH.map(|side| {
                let other = exceptions(&quiz, form, &answers, side.other());
                for two in other.windows(2) {
                    assert!(two[0].steps >= two[1].steps);
                }
                other.len()
            });
            assert_eq!(deep, tally.iter().map(|one| one.deep).sum::<usize>());
            assert_eq!(broad, tally.iter().map(|one| one.broad).sum::<usize>());
        }
    }
}

#[test]
fn neither_appeals_is_counted_beside_both_alike_and_open_answers_are_not() {
    let quiz = quiz();
    let quick = form(&quiz, "quick");
    let sums = |answer: Answer| -> usize {
        let answers = all(&quiz, quick, |_| answer);
        let tally = tally(&quiz, quick, &answers).into_iter();
        tally.map(|one| one.neither).sum()
    };
    assert_eq!(sums(Answer::Neither), 12);
    assert_eq!(sums(Answer::Category(2)), 12);
    assert_eq!(sums(Answer::NotSure), 0);
    assert_eq!(sums(Answer::Never), 0);
}

#[test]
fn a_drained_rating_speaks_for_the_other_side() {
    let quiz = quiz();
    let of = |id: &str, category| pull(&quiz, quiz.item(id).unwrap(), category);
    assert_eq!(of("r25", 4), Some(-2));
    assert_eq!(of("r25", 0), Some(2));
    assert_eq!(of("r26", 3), Some(1));
    assert_eq!(of("p13", 0), Some(-2));
    assert_eq!(of("p13", 2), Some(0));
    assert_eq!(of("m01", 4), None);
}

#[test]
fn a_quiz_without_themes_has_no_tally_and_still_has_exceptions() {
    let first = first();
    let standard = form(&first, "standard");
    let answers = all(&first, standard, |item| for_side(&first, item, Side::Broad));
    assert!(tally(&first, standard, &answers).is_empty());
    assert!(exceptions(&first, standard, &answers, Side::Broad).is_empty());
    assert_eq!(
        exceptions(&first, standard, &answers, Side::Deep).len(),
        standard.items.len()
    );
}

// --- People work ---

#[test]
fn people_work_never_changes_what_is_said_of_depth_and_breadth() {
    let quiz = quiz();
    let mut chance = Lcg(11);
    for _ in 0..10 {
        let answers = given(&mut chance, &quiz, form(&quiz, "standard"));
        let without = score(&quiz, form(&quiz, "standard"), &{
            let mut answers = answers.clone();
            for item in quiz.items.iter().filter(|item| quiz.is_people(item)) {
                answers.set(&item.id, Answer::Never);
            }
            answers
        });
        let with = score(&quiz, form(&quiz, "standard"), &answers);
        assert_eq!(bits(&with), bits(&without));
        assert!(with.people.is_some() && without.people.is_none());
    }
}

#[test]
fn people_work_leads_where_it_energises_most_and_quick_does_not_say() {
    let quiz = quiz();
    let standard = form(&quiz, "standard");
    let fit = |people: u8, other: u8| {
        let answers = all(&quiz, standard, |item| {
            Answer::Category(match (quiz.is_people(item), &item.ask) {
                (true, _) => people,
                (false, ItemKind::Rating(_)) => other,
                (false, ItemKind::Pair(_)) => 2,
            })
        });
        score(&quiz, standard, &answers).people.unwrap()
    };
    assert!(fit(4, 2).clearly_leads());
    assert!(!fit(4, 4).clearly_leads(), "everything energises");
    assert!(!fit(2, 2).clearly_leads());
    assert!(!fit(0, 2).clearly_leads());
    let mut last = 0.0;
    for people in 0..=4 {
        let fit = fit(people, 2);
        assert!(fit.leads > last && fit.answers == 4);
        last = fit.leads;
    }
    let quick = form(&quiz, "quick");
    let answers = all(&quiz, standard, |_| Answer::Category(4));
    assert_eq!(score(&quiz, quick, &answers).people, None);
    const { assert!(PEOPLE_LEAD > 0.5 && PEOPLE_ANSWERS == 3) };
    let mut few = all(&quiz, standard, |_| Answer::Category(2));
    for item in ["m01", "m02", "m03", "m04"] {
        few.set(item, Answer::Never);
    }
    few.set("m01", Answer::Category(4));
    few.set("m02", Answer::Category(4));
    let people = score(&quiz, standard, &few).people.unwrap();
    assert!(!people.clearly_leads(), "two ratings are too few");
}

// --- Versions ---

#[test]
fn an_attempt_is_read_with_the_version_it_was_made_with() {
    let mut quizzes = Quizzes::new(quiz());
    assert!(matches!(
        quizzes.find("deep-or-broad", 2),
        QuizVersion::Here(_)
    ));
    assert!(matches!(
        quizzes.find("deep-or-broad", 1),
        QuizVersion::Kept
    ));
    for (id, version) in [("deep-or-broad", 3), ("deep-or-broad", 0), ("another", 1)] {
        assert!(matches!(quizzes.find(id, version), QuizVersion::Unknown));
    }
    let mut stranger = first();
    "another".clone_into(&mut stranger.id);
    assert!(!quizzes.add(stranger));
    assert!(quizzes.add(first()) && quizzes.add(first()));
    assert_eq!(quizzes.earlier().len(), 1);
    let attempt = Attempt::new(AttemptId::new(1.0, 0.5), &first(), "standard", 1.0);
    let found = quizzes.get(&attempt.quiz, attempt.quiz_version).unwrap();
    assert_eq!(found.version, 1);
    assert!(found.item("r16").is_some());
}

#[test]
fn the_kept_file_reads_the_same_after_the_build_wrote_it_into_the_site() {
    let first = first();
    let mut quizzes = Quizzes::new(quiz());
    quizzes.add(first.clone());
    let (address, text) = quizzes.files().remove(0);
    assert_eq!(address, "quiz/1.json");
    let read = Quiz::from_site(&text).unwrap();
    let long = form(&first, "long");
    let mut chance = Lcg(13);
    for _ in 0..5 {
        let answers = given(&mut chance, &first, long);
        let (here, there) = (score(&first, long, &answers), score(&read, long, &answers));
        assert_eq!(bits(&here), bits(&there));
    }
    assert_eq!(
        (Quizzes::file(1), Quizzes::address(1)),
        ("quiz-1.json".into(), "quiz/1.json".into())
    );
    assert!(Quiz::parse(&text).is_ok());
}
