//! One visitor's journey through the core, without a browser: answer, close the tab, return,
//! finish, open the result again; and every name shared by the content files and the addresses.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;
use std::rc::Rc;

use ladder_explorer::ladder::Ladder;
use ladder_explorer::quiz::{Answer, Answers, Fit, Form, ItemKind, Quiz, Response, Verdict, fit};
use ladder_explorer::route::{Route, Topic};
use ladder_explorer::store::{
    Attempt, AttemptId, KeyValue, Layout, Memory, Repository, StoreError,
};

const LADDER: &str = include_str!("../ladders/technical-leadership.json");
const QUIZ: &str = include_str!("../ladders/quiz.json");
const MORNING: f64 = 1_763_722_800_000.0;

/// Storage that outlives a tab: two repositories over clones of it see the same records.
#[derive(Clone, Default)]
struct Storage(Rc<Memory>);

impl KeyValue for Storage {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.0.get(key)
    }
    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.0.set(key, text)
    }
    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.0.remove(key)
    }
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.0.keys()
    }
}

// --- The quiz ---

fn layout() -> Layout {
    Layout::new("here", "tl").expect("two plain ids")
}

#[test]
fn closing_the_tab_after_any_answer_changes_nothing_in_the_result() {
    let quiz = quiz();
    let form = quiz.form("standard").unwrap();
    let uninterrupted = result(&quiz, &sitting(&quiz, form));
    for stop in 0..=form.items.len() {
        let storage = Storage::default();
        let id = begin(&quiz, &storage);
        answer_from_first_open(&quiz, &storage, &id, stop);

        let reopened = Repository::new(storage.clone(), layout())
            .attempt(&id)
            .unwrap()
            .unwrap();
        let open = reopened.answers.first_open(form);
        assert_eq!(open, (stop < form.items.len()).then_some(stop));
        answer_from_first_open(&quiz, &storage, &id, form.items.len() - stop);
        finish(&storage, &id);

        let found = open_again(&storage, &id);
        assert_same(&result(&quiz, &found), &uninterrupted, stop);
    }
}

#[test]
fn a_result_that_is_opened_again_has_the_same_verdict() {
    let quiz = quiz();
    let form = quiz.form("standard").unwrap();
    let storage = Storage::default();
    let id = begin(&quiz, &storage);
    answer_from_first_open(&quiz, &storage, &id, form.items.len());
    finish(&storage, &id);

    let (fresh, kept) = (sitting(&quiz, form), open_again(&storage, &id).answers);
    assert_eq!(kept, fresh.answers);
    let said = Verdict::of(&result(&quiz, &fresh));
    assert_eq!(
        Verdict::of(&result(&quiz, &open_again(&storage, &id))),
        said
    );
}

#[test]
fn an_attempt_under_way_and_a_finished_one_stand_side_by_side() {
    let quiz = quiz();
    let storage = Storage::default();
    let done = begin(&quiz, &storage);
    answer_from_first_open(&quiz, &storage, &done, 28);
    finish(&storage, &done);
    let under_way = AttemptId::new(MORNING + 60_000.0, 0.5);
    let later = Attempt {
        started: MORNING + 60_000.0,
        ..empty(&quiz, under_way.clone())
    };
    Repository::new(storage.clone(), layout())
        .save_attempt(&later)
        .unwrap();
    answer_from_first_open(&quiz, &storage, &under_way, 3);

    let listed = Repository::new(storage, layout()).attempts().unwrap();
    let seen: Vec<(&AttemptId, bool)> = listed
        .iter()
        .flatten()
        .map(|attempt| (&attempt.id, attempt.finished.is_some()))
        .collect();
    assert_eq!(seen, [(&under_way, false), (&done, true)]);
}

#[test]
fn changing_an_earlier_answer_after_coming_back_counts() {
    let quiz = quiz();
    let form = quiz.form("quick").unwrap();
    let storage = Storage::default();
    let id = begin(&quiz, &storage);
    answer_from_first_open(&quiz, &storage, &id, 12);
    let repository = Repository::new(storage.clone(), layout());
    let mut back = repository.attempt(&id).unwrap().unwrap();
    let before = score(&quiz, form, &back.answers);
    let first = &form.items[0];
    let chosen = back.answers.get(first).unwrap().category().unwrap();
    let turned = if chosen < 2 { 4 } else { 0 };
    back.answers.set(first, Answer::Category(turned));
    repository.save_attempt(&back).unwrap();
    let after = score(&quiz, form, &open_again(&storage, &id).answers);
    assert!((before.lean - after.lean).abs() > 0.05);
    assert_eq!(before.answers, after.answers);
}

// --- Names that must match ---

#[test]
fn every_competency_that_a_behaviour_names_is_on_the_ladder() {
    let (quiz, ladder) = (quiz(), ladder());
    for behaviour in &quiz.behaviours {
        let none = behaviour.competencies.is_empty();
        assert_eq!(none, behaviour.side.is_none(), "{}", behaviour.id);
        for id in &behaviour.competencies {
            assert!(ladder.competency(id).is_some(), "{}: {id}", behaviour.id);
        }
    }
}

#[test]
fn every_source_of_the_quiz_is_a_source_of_the_ladder() {
    let (quiz, ladder) = (quiz(), ladder());
    for behaviour in &quiz.behaviours {
        assert!(!behaviour.sources.is_empty(), "{}", behaviour.id);
        for id in &behaviour.sources {
            assert!(ladder.source(id).is_some(), "{}: {id}", behaviour.id);
        }
    }
}

#[test]
fn every_page_of_a_ladder_has_an_address_of_its_own_that_is_plain() {
    let ladder = ladder();
    let mut routes = vec![
        Route::Home,
        Route::Levels,
        Route::Competencies,
        Route::Matrix,
        Route::Compare,
        Route::Guide,
        Route::Whole,
        Route::Search,
    ];
    routes.extend(Topic::ALL.map(Route::Topic));
    let competencies = ladder.competencies.iter();
    routes.extend(competencies.map(|one| Route::Competency(one.id.clone())));
    for level in &ladder.levels {
        let id = || level.id.clone();
        routes.push(Route::Level(id()));
        let competencies = ladder.competencies.iter();
        routes.extend(competencies.map(|one| Route::Expectation(id(), one.id.clone())));
        let others = ladder.levels.iter().filter(|other| *other != level);
        routes.extend(others.map(|other| Route::Pair(id(), other.id.clone())));
    }
    // Another ladder of the same site has the same pages in a folder of its own.
    let other: Vec<Route> = routes
        .iter()
        .map(|page| page.clone().of(Some(&ladder.id)))
        .collect();
    routes.extend(Route::OF_SITE);
    routes.extend(other);
    let mut seen = BTreeSet::new();
    for route in routes {
        let path = route.path();
        let is_plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-/".contains(&b);
        assert!(path.bytes().all(is_plain), "{path}");
        assert!(path.is_empty() || path.ends_with('/'), "{path}");
        assert_eq!(
            path.starts_with(&format!("{}/", ladder.id)),
            route.page() != &route
        );
        assert!(seen.insert(path), "{route:?}");
    }
}

/// Addresses that were given out before a ladder named its levels itself. They never change.
#[test]
fn the_address_of_every_level_is_what_it_was() {
    let ladder = ladder();
    if ladder.id != "technical-leadership" {
        return;
    }
    let deep = (1..=9).map(|rung| format!("T{rung}"));
    let broad = (5..=9).map(|rung| format!("L{rung}"));
    let codes: Vec<String> = deep.chain(broad).collect();
    assert_eq!(ladder.levels.len(), codes.len());
    for code in codes {
        let level = ladder.level(&code).unwrap_or_else(|| panic!("{code}"));
        assert_eq!(level.code.as_deref(), Some(&*code));
        let path = Route::Level(level.id.clone()).path();
        assert_eq!(path, format!("levels/{}/", code.to_lowercase()));
    }
}

// --- Helpers ---

fn quiz() -> Quiz {
    Quiz::parse(QUIZ).expect("ladders/quiz.json has no faults")
}

fn ladder() -> Ladder {
    Ladder::parse(LADDER).expect("ladders/technical-leadership.json has no faults")
}

/// The answer to each item of the form: a position on the page, or sometimes none.
fn answer_to(quiz: &Quiz, form: &Form, position: usize) -> Answer {
    let mut chance = 5_u64;
    for _ in 0..=position {
        chance = chance
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
    }
    let place = ((chance >> 33) % 5) as u8;
    match quiz.item(&form.items[position]).map(|item| &item.ask) {
        _ if position % 9 == 4 => Answer::NotSure,
        Some(ItemKind::Pair(pair)) => Answer::Category(pair.mirror(place)),
        Some(ItemKind::Rating(_)) => Answer::Category(place),
        None => panic!("item {position} is not in the quiz"),
    }
}

fn empty(quiz: &Quiz, id: AttemptId) -> Attempt {
    Attempt::new(id, quiz, "standard", MORNING)
}

/// The whole form answered at once, never stored.
fn sitting(quiz: &Quiz, form: &Form) -> Attempt {
    let mut attempt = empty(quiz, AttemptId::new(MORNING, 0.25));
    for (position, id) in form.items.iter().enumerate() {
        attempt.answers.set(id, answer_to(quiz, form, position));
    }
    attempt
}

/// Starts an attempt in its own tab.
fn begin(quiz: &Quiz, storage: &Storage) -> AttemptId {
    let id = AttemptId::new(MORNING, 0.25);
    let attempt = empty(quiz, id.clone());
    Repository::new(storage.clone(), layout())
        .save_attempt(&attempt)
        .unwrap();
    id
}

/// Opens the attempt in a new tab and answers `count` items from the first open one, saving after
/// each.
fn answer_from_first_open(quiz: &Quiz, storage: &Storage, id: &AttemptId, count: usize) {
    let repository = Repository::new(storage.clone(), layout());
    let mut attempt = repository.attempt(id).unwrap().unwrap();
    let form = quiz.form(&attempt.form).unwrap();
    for _ in 0..count {
        let open = attempt.answers.first_open(form).unwrap();
        let answer = answer_to(quiz, form, open);
        attempt.answers.set(&form.items[open], answer);
        attempt.changed += 4000.0;
        repository.save_attempt(&attempt).unwrap();
    }
}

fn finish(storage: &Storage, id: &AttemptId) {
    let repository = Repository::new(storage.clone(), layout());
    let mut attempt = repository.attempt(id).unwrap().unwrap();
    attempt.finished = Some(attempt.changed);
    repository.save_attempt(&attempt).unwrap();
}

/// Finds the attempt in the list of a new tab, and opens it by the id in an address.
fn open_again(storage: &Storage, id: &AttemptId) -> Attempt {
    let repository = Repository::new(storage.clone(), layout());
    let listed = repository.attempts().unwrap();
    let found = listed.iter().flatten().find(|attempt| attempt.id == *id);
    let address = found.unwrap().id.as_str().to_owned();
    let opened = repository
        .attempt(&AttemptId::parse(&address).unwrap())
        .unwrap();
    assert_eq!(opened.as_ref(), found);
    opened.unwrap()
}

fn score(quiz: &Quiz, form: &Form, answers: &Answers) -> Fit {
    let answered = answers.responses(quiz, form).into_iter();
    let responses: Vec<Response> = answered.map(|(_, response)| response).collect();
    fit(&quiz.model, &responses)
}

fn result(quiz: &Quiz, attempt: &Attempt) -> Fit {
    assert_eq!(
        (&attempt.quiz, attempt.quiz_version),
        (&quiz.id, quiz.version)
    );
    score(quiz, quiz.form(&attempt.form).unwrap(), &attempt.answers)
}

/// Equal to the last bit.
fn assert_same(here: &Fit, there: &Fit, stop: usize) {
    assert_eq!(here, there, "closed after {stop}");
    let bits = |fit: &Fit| [fit.lean, fit.se, fit.p_broad].map(f64::to_bits);
    assert_eq!(bits(here), bits(there), "closed after {stop}");
}
