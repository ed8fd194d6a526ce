//! Tests of the score: what it agrees with, and what never happens, whatever the answers.
//! The fixtures come from tests/fixtures/scores.py, which shares no code with the app.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};

use ladder_explorer::ladder::Side;
use ladder_explorer::quiz::{
    Answer, Answers, Balance, Fit, Form, ItemKind, Model, Parameters, Quiz, Response, Verdict, fit,
};
use serde::Deserialize;

const QUIZ: &str = include_str!("../ladders/quiz.json");
const SCORES: &str = include_str!("fixtures/scores.json");
/// Version 1 of the quiz, and what its answers scored when it was the current one.
const FIRST: (&str, &str) = (
    include_str!("../ladders/quiz-1.json"),
    include_str!("fixtures/scores-1.json"),
);

/// How closely two implementations must agree.
const AGREEMENT: f64 = 1e-9;
/// How far the last bits of a sum may differ where two results are equal only in theory.
const ROUNDING: f64 = 1e-12;

// --- Agreement with other implementations ---

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Scores {
    quiz: String,
    quiz_version: u32,
    sheets: Vec<Sheet>,
}

#[derive(Deserialize)]
struct Sheet {
    form: String,
    answers: Answers,
    expected: Expected,
}

#[derive(Deserialize)]
struct Expected {
    lean: f64,
    se: f64,
    p_broad: f64,
    interval80: (f64, f64),
    deep: f64,
    broad: f64,
    p_energy: f64,
    lz: Option<f64>,
    verdict: String,
    track: Option<Side>,
    answers: usize,
    #[serde(default)]
    people: Option<ExpectedPeople>,
}

#[derive(Deserialize)]
struct ExpectedPeople {
    mean: f64,
    se: f64,
    leads: f64,
    answers: usize,
}

/// Each version of the quiz with its sheets, the current one first.
fn versions() -> [(Quiz, Vec<Sheet>); 2] {
    let first = Quiz::parse(FIRST.0).expect("ladders/quiz-1.json has no faults");
    let sheets = read_scores(&first, FIRST.1);
    let quiz = quiz();
    let current = scores(&quiz);
    [(quiz, current), (first, sheets)]
}

fn scores(quiz: &Quiz) -> Vec<Sheet> {
    read_scores(quiz, SCORES)
}

fn read_scores(quiz: &Quiz, text: &str) -> Vec<Sheet> {
    let scores: Scores = serde_json::from_str(text).unwrap();
    assert_eq!(
        (scores.quiz.as_str(), scores.quiz_version),
        (quiz.id.as_str(), quiz.version),
        "the quiz changed; run tests/fixtures/scores.py"
    );
    scores.sheets
}

#[test]
fn every_fixture_sheet_scores_as_the_independent_implementation_says() {
    let versions = versions();
    let sheets = versions
        .iter()
        .flat_map(|(quiz, sheets)| sheets.iter().map(move |sheet| (quiz, sheet)));
    for (number, (quiz, sheet)) in sheets.enumerate() {
        let fit = scored(quiz, &sheet.form, &sheet.answers);
        let Expected {
            lean,
            se,
            p_broad,
            interval80,
            deep,
            broad,
            p_energy,
            lz,
            ..
        } = sheet.expected;
        let place = |what| format!("sheet {number}: {what}");
        assert_close(fit.lean, lean, &place("lean"));
        assert_close(fit.se, se, &place("se"));
        assert_close(fit.p_broad, p_broad, &place("p_broad"));
        assert_close(fit.interval80.0, interval80.0, &place("interval, low"));
        assert_close(fit.interval80.1, interval80.1, &place("interval, high"));
        assert_close(fit.deep, deep, &place("deep"));
        assert_close(fit.broad, broad, &place("broad"));
        assert_close(fit.p_energy, p_energy, &place("p_energy"));
        assert_eq!(fit.lz.is_some(), lz.is_some(), "{}", place("lz"));
        assert_close(fit.lz.unwrap_or(0.0), lz.unwrap_or(0.0), &place("lz"));
        assert_eq!(fit.answers, sheet.expected.answers, "{}", place("answers"));
        let (ours, theirs) = (fit.people, &sheet.expected.people);
        assert_eq!(ours.is_some(), theirs.is_some(), "{}", place("people"));
        if let (Some(ours), Some(theirs)) = (ours, theirs) {
            assert_close(ours.mean, theirs.mean, &place("people, mean"));
            assert_close(ours.se, theirs.se, &place("people, se"));
            assert_close(ours.leads, theirs.leads, &place("people, leads"));
            assert_eq!(ours.answers, theirs.answers, "{}", place("people, answers"));
        }
    }
}

#[test]
fn every_fixture_sheet_gets_the_verdict_of_the_independent_implementation() {
    for (quiz, sheets) in versions() {
        for (number, sheet) in sheets.iter().enumerate() {
            let verdict = Verdict::of(&score(&quiz, &sheet.form, &sheet.answers));
            assert_eq!(verdict.name(), sheet.expected.verdict, "sheet {number}");
            assert_eq!(verdict.side(), sheet.expected.track, "sheet {number}");
        }
    }
}

#[test]
fn the_fixtures_cover_every_form_every_verdict_and_every_kind_of_gap() {
    let quiz = quiz();
    let sheets = scores(&quiz);
    let verdicts: BTreeSet<&str> = sheets.iter().map(|s| s.expected.verdict.as_str()).collect();
    let known = ["clear", "leans", "no clear lean", "withheld"];
    assert_eq!(verdicts, known.into_iter().collect());
    let of = |form: &str| sheets.iter().filter(|s| s.form == form).count();
    assert!(of("standard") >= 40 && of("quick") > 0 && of("long") > 0);
    let standard = quiz.form("standard").unwrap();
    let left_open = |s: &&Sheet| s.answers.ids().any(|id| category(&s.answers, id).is_none());
    let not_asked = |s: &&Sheet| s.answers.first_open(standard).is_some();
    assert!(sheets.iter().filter(left_open).count() >= 10);
    assert!(sheets.iter().filter(not_asked).count() >= 10);
}

/// Four implementations agree on these ten digits: five items with two categories, one trait with
/// prior N(0, 1), a grid to ±6. Here, thresholds far below the rest leave an item two categories,
/// and an uncorrelated prior leaves one trait. Our grid ends at ±4, which costs 1.2e-8; the same
/// sum with and without that cut shows that there is no other difference.
#[test]
fn one_trait_and_two_categories_give_the_figures_of_four_other_implementations() {
    let (eap, sd) = (0.077_466_963_2, 0.563_910_621_1);
    let wide = one_trait(60);
    assert!((wide.0 - eap).abs() < 1e-10 && (wide.1 - sd).abs() < 1e-10);

    let model = Model {
        prior_correlation: 0.0,
        damping: 1.0,
    };
    let responses = REFERENCE.map(|(a, b, category)| Response {
        parameters: Parameters {
            slope: [0.0, a],
            people: 0.0,
            thresholds: [-a * b, -1000.0, -2000.0, -3000.0],
        },
        category,
    });
    let fit = fit(&model, &responses);
    let (_, other_trait) = moments(40, |_| 1.0);
    let from_se = (2.0 * fit.se * fit.se - other_trait * other_trait).sqrt();
    let narrow = one_trait(40);
    assert!((fit.broad - narrow.0).abs() < ROUNDING, "{}", fit.broad);
    assert!((from_se - narrow.1).abs() < ROUNDING, "{from_se}");
    assert!((fit.broad - eap).abs() < 2e-8, "{}", fit.broad);
    assert!((from_se - sd).abs() < 2e-8, "{from_se}");
}

/// Slope, difficulty and answer of each item.
const REFERENCE: [(f64, f64, u8); 5] = [
    (1.8, -1.2, 1),
    (1.4, -0.5, 1),
    (2.0, 0.0, 0),
    (1.2, 0.6, 1),
    (1.6, 1.1, 0),
];

/// The reference's posterior mean and deviation on a grid of this many tenths to either side.
fn one_trait(tenths: i32) -> (f64, f64) {
    moments(tenths, |t| {
        let chance = |(a, b, category): (f64, f64, u8)| {
            let yes = 1.0 / (1.0 + (-a * (t - b)).exp());
            if category == 1 { yes } else { 1.0 - yes }
        };
        REFERENCE.into_iter().map(chance).product()
    })
}

/// Mean and deviation of N(0, 1) times `likelihood`.
fn moments(tenths: i32, likelihood: impl Fn(f64) -> f64) -> (f64, f64) {
    let at = |i: i32| f64::from(i) / 10.0;
    let weight = |i| (-at(i) * at(i) / 2.0).exp() * likelihood(at(i));
    let sum = |value: &dyn Fn(f64) -> f64| {
        let parts = (-tenths..=tenths).map(|i| value(at(i)) * weight(i));
        parts.sum::<f64>()
    };
    let total = sum(&|_| 1.0);
    let mean = sum(&|t| t) / total;
    (mean, (sum(&|t| (t - mean) * (t - mean)) / total).sqrt())
}

// --- Symmetry and order ---

#[test]
fn swapping_deep_and_broad_answers_mirrors_the_result() {
    let quiz = quiz();
    let mut chance = Lcg(11);
    for form in &quiz.forms {
        for round in 0..12 {
            let answers = random_answers(&mut chance, form);
            let here = score(&quiz, &form.id, &answers);
            let there = score(&quiz, &form.id, &swapped(&quiz, form, &answers));
            assert_mirrored(&here, &there, &format!("{}, round {round}", form.id));
        }
    }
}

#[test]
fn swapping_the_slopes_of_every_item_mirrors_the_result() {
    let model = quiz().model;
    let mut chance = Lcg(13);
    for round in 0..12 {
        let here: Vec<Response> = (0..10).map(|_| random_response(&mut chance)).collect();
        let there: Vec<Response> = here
            .iter()
            .map(|response| {
                let mut mirrored = *response;
                mirrored.parameters.slope.reverse();
                mirrored
            })
            .collect();
        let place = format!("round {round}");
        assert_mirrored(&fit(&model, &here), &fit(&model, &there), &place);
    }
}

#[test]
fn the_order_of_answers_does_not_matter() {
    let quiz = quiz();
    let mut chance = Lcg(17);
    for round in 0..12 {
        let answers = random_answers(&mut chance, quiz.form("long").unwrap());
        let mut responses = responses(&quiz, "long", &answers);
        responses.extend((0..3).map(|_| random_response(&mut chance)));
        let before = fit(&quiz.model, &responses);
        for shuffle in 0..4 {
            chance.shuffle(&mut responses);
            let after = fit(&quiz.model, &responses);
            assert_same(
                &before,
                &after,
                &format!("round {round}, shuffle {shuffle}"),
            );
        }
    }
}

#[test]
fn the_same_place_on_every_page_gives_one_half() {
    let quiz = quiz();
    for form in &quiz.forms {
        for position in 0..=4 {
            let answers = all(&quiz, form, |ask| match ask {
                ItemKind::Pair(pair) => pair.mirror(position),
                ItemKind::Rating(_) => position,
            });
            let fit = score(&quiz, &form.id, &answers);
            let place = format!("{}, position {position}", form.id);
            assert_close(fit.p_broad, 0.5, &place);
            assert_close(fit.p_deep(), 0.5, &place);
            assert_close(fit.lean, 0.0, &place);
        }
    }
}

#[test]
fn a_sheet_that_is_its_own_mirror_image_gives_one_half() {
    let quiz = quiz();
    let mut chance = Lcg(41);
    for form in &quiz.forms {
        for round in 0..12 {
            let chosen: Vec<u8> = (0..form.items.len()).map(|_| chance.category()).collect();
            let (mut pairs, mut deep, mut broad) = (0, 0, 0);
            let answers = all(&quiz, form, |ask| match ask {
                ItemKind::Pair(_) => {
                    pairs += 1;
                    let category = chosen[(pairs - 1) / 2];
                    if pairs % 2 == 0 {
                        category
                    } else {
                        4 - category
                    }
                }
                ItemKind::Rating(rating) => {
                    let count = match side(&quiz, rating) {
                        Some(Side::Deep) => &mut deep,
                        Some(Side::Broad) => &mut broad,
                        None => return 4,
                    };
                    *count += 1;
                    chosen[form.items.len() - *count]
                }
            });
            let fit = score(&quiz, &form.id, &answers);
            assert_close(fit.p_broad, 0.5, &format!("{}, round {round}", form.id));
        }
    }
}

#[test]
fn leaving_every_item_open_gives_one_half_and_nothing_to_doubt() {
    let quiz = quiz();
    for form in &quiz.forms {
        let mut answers = Answers::default();
        for id in &form.items {
            answers.set(id, Answer::NotSure);
        }
        let fit = score(&quiz, &form.id, &answers);
        assert_close(fit.p_broad, 0.5, &form.id);
        assert_close(fit.p_energy, 0.5, &form.id);
        for energises in fit.energises {
            assert_close(energises, 0.5, &form.id);
        }
        assert_close(fit.lean, 0.0, &form.id);
        assert_eq!((fit.lz, fit.answers), (None, 0));
        assert_eq!(Verdict::of(&fit), Verdict::NoClearLean(Balance::Open));
    }
}

// --- Effect of one answer ---

#[test]
fn more_energy_for_broad_work_never_lowers_the_chance_of_broad() {
    let quiz = quiz();
    never_falls(&quiz, &ratings_of(&quiz, Side::Broad), |p| p);
}

#[test]
fn more_energy_for_deep_work_never_raises_the_chance_of_broad() {
    let quiz = quiz();
    never_falls(&quiz, &ratings_of(&quiz, Side::Deep), |p| 1.0 - p);
}

#[test]
fn answering_a_pair_further_to_the_broad_side_never_lowers_the_chance_of_broad() {
    let quiz = quiz();
    let pairs: Vec<String> = quiz
        .items
        .iter()
        .filter(|item| matches!(item.ask, ItemKind::Pair(_)))
        .map(|item| item.id.clone())
        .collect();
    never_falls(&quiz, &pairs, |p| p);
}

/// Raises each of `items` step by step on random sheets; `chance_of(p_broad)` must never decrease.
fn never_falls(quiz: &Quiz, items: &[String], chance_of: impl Fn(f64) -> f64) {
    let form = quiz.form("long").unwrap();
    assert!(items.len() >= 12);
    let mut chance = Lcg(19);
    for item in items {
        let mut answers = random_answers(&mut chance, form);
        let mut last = f64::NEG_INFINITY;
        for category in 0..=4 {
            answers.set(item, Answer::Category(category));
            let now = chance_of(score(quiz, "long", &answers).p_broad);
            assert!(
                now >= last - ROUNDING,
                "{item} to {category}: {last} → {now}"
            );
            last = now;
        }
    }
}

#[test]
fn leaving_an_item_open_equals_not_having_it() {
    let quiz = quiz();
    let form = quiz.form("standard").unwrap();
    let mut chance = Lcg(23);
    for item in &form.items {
        let answers = random_answers(&mut chance, form);
        let (mut open, mut shorter) = (answers.clone(), form.clone());
        open.set(item, Answer::NotSure);
        shorter.items.retain(|id| id != item);
        let without: Vec<Response> = answers
            .responses(&quiz, &shorter)
            .into_iter()
            .map(|(_, response)| response)
            .collect();
        let never_asked = score(&quiz, "standard", &without_item(&answers, item));
        let left_open = score(&quiz, "standard", &open);
        assert_same(&left_open, &fit(&quiz.model, &without), item);
        assert_same(&left_open, &never_asked, item);
    }
}

#[test]
fn answers_to_items_of_another_form_do_not_count() {
    let quiz = quiz();
    let mut chance = Lcg(29);
    let answers = random_answers(&mut chance, quiz.form("long").unwrap());
    let mut own = Answers::default();
    for id in &quiz.form("quick").unwrap().items {
        if let Some(answer) = answers.get(id) {
            own.set(id, answer);
        }
    }
    assert_eq!(score(&quiz, "quick", &answers), score(&quiz, "quick", &own));
}

// --- Verdicts ---

#[test]
fn a_verdict_is_clear_from_95_in_a_hundred_and_leans_from_80() {
    use Verdict::{Clear, Leans};
    let open = Verdict::NoClearLean(Balance::Open);
    let cuts = [
        (1.0, Clear(Side::Broad)),
        (0.95, Clear(Side::Broad)),
        (0.949_999, Leans(Side::Broad)),
        (0.80, Leans(Side::Broad)),
        (0.799_999, open),
        (0.5, open),
        (0.200_001, open),
        (0.20, Leans(Side::Deep)),
        (0.050_001, Leans(Side::Deep)),
        (0.05, Clear(Side::Deep)),
        (0.0, Clear(Side::Deep)),
    ];
    for (p, verdict) in cuts {
        assert_eq!(Verdict::of(&a_fit(p, 0.5, Some(0.0))), verdict, "P = {p}");
    }
}

#[test]
fn a_verdict_is_withheld_only_below_minus_one() {
    let clear = Verdict::Clear(Side::Broad);
    let cuts = [
        (None, clear),
        (Some(0.0), clear),
        (Some(-1.0), clear),
        (Some(-1.0001), Verdict::Withheld),
        (Some(-5.0), Verdict::Withheld),
    ];
    for (lz, verdict) in cuts {
        assert_eq!(Verdict::of(&a_fit(0.99, 0.5, lz)), verdict, "lz = {lz:?}");
    }
}

#[test]
fn no_clear_lean_says_both_from_80_in_a_hundred_and_neither_from_20() {
    let cuts = [
        (0.80, Balance::BothEnergise),
        (0.799_999, Balance::Open),
        (0.200_001, Balance::Open),
        (0.20, Balance::NeitherDoes),
        (0.199_999, Balance::NeitherDoes),
    ];
    for (p_energy, balance) in cuts {
        let verdict = Verdict::of(&a_fit(0.5, p_energy, None));
        assert_eq!(
            verdict,
            Verdict::NoClearLean(balance),
            "energy = {p_energy}"
        );
    }
}

#[test]
fn answers_that_contradict_one_another_are_withheld() {
    let quiz = quiz();
    for form in &quiz.forms {
        let mut turn = 0;
        let answers = all(&quiz, form, |_| {
            turn += 1;
            if turn % 4 < 2 { 4 } else { 0 }
        });
        let fit = score(&quiz, &form.id, &answers);
        assert_eq!(
            Verdict::of(&fit),
            Verdict::Withheld,
            "{}: {:?}",
            form.id,
            fit.lz
        );
    }
}

#[test]
fn consistent_answers_for_one_side_are_clear_on_every_form() {
    let quiz = quiz();
    for form in &quiz.forms {
        let broad = all(&quiz, form, |ask| match ask {
            ItemKind::Pair(_) => 4,
            ItemKind::Rating(rating) => 4 * u8::from(side(&quiz, rating) == Some(Side::Broad)),
        });
        let deep = swapped(&quiz, form, &broad);
        for (answers, track) in [(broad, Side::Broad), (deep, Side::Deep)] {
            let verdict = Verdict::of(&score(&quiz, &form.id, &answers));
            assert_eq!(verdict, Verdict::Clear(track), "{}", form.id);
        }
    }
}

#[test]
fn energy_for_everything_or_nothing_with_balanced_pairs_is_no_clear_lean() {
    let quiz = quiz();
    for form in quiz.forms.iter().filter(|form| form.id != "quick") {
        for (energy, balance) in [(4, Balance::BothEnergise), (0, Balance::NeitherDoes)] {
            let answers = all(&quiz, form, |ask| match ask {
                ItemKind::Pair(_) => 2,
                ItemKind::Rating(_) => energy,
            });
            let verdict = Verdict::of(&score(&quiz, &form.id, &answers));
            assert_eq!(verdict, Verdict::NoClearLean(balance), "{}", form.id);
        }
    }
}

// --- Helpers ---

fn quiz() -> Quiz {
    Quiz::parse(QUIZ).expect("ladders/quiz.json has no faults")
}

fn responses(quiz: &Quiz, form: &str, answers: &Answers) -> Vec<Response> {
    let form = quiz.form(form).expect("a form of the quiz");
    let answered = answers.responses(quiz, form);
    answered.into_iter().map(|(_, response)| response).collect()
}

/// As the app scores it, people work too.
fn scored(quiz: &Quiz, form: &str, answers: &Answers) -> Fit {
    ladder_explorer::quiz::score(quiz, quiz.form(form).expect("a form of the quiz"), answers)
}

fn score(quiz: &Quiz, form: &str, answers: &Answers) -> Fit {
    fit(&quiz.model, &responses(quiz, form, answers))
}

fn category(answers: &Answers, item: &str) -> Option<u8> {
    answers.get(item)?.category()
}

fn without_item(answers: &Answers, item: &str) -> Answers {
    let mut rest = Answers::default();
    for id in answers.ids().filter(|id| *id != item) {
        rest.set(id, answers.get(id).expect("an id of the answers"));
    }
    rest
}

/// The whole form; `choose` picks each answer by what the item asks.
fn all(quiz: &Quiz, form: &Form, mut choose: impl FnMut(&ItemKind) -> u8) -> Answers {
    let mut answers = Answers::default();
    for id in &form.items {
        let item = quiz.item(id).expect("an item of the quiz");
        answers.set(id, Answer::Category(choose(&item.ask)));
    }
    answers
}

fn side(quiz: &Quiz, rating: &ladder_explorer::quiz::Rating) -> Option<Side> {
    let behaviour = quiz.behaviour(&rating.behaviour);
    behaviour.expect("a behaviour of the quiz").side
}

fn ratings_of(quiz: &Quiz, track: Side) -> Vec<String> {
    let on_track = |ask: &ItemKind| matches!(ask, ItemKind::Rating(rating) if side(quiz, rating) == Some(track));
    let items = quiz.items.iter().filter(|item| on_track(&item.ask));
    items.map(|item| item.id.clone()).collect()
}

/// The same session with deep and broad swapped: pairs reversed, and the first deep rating swapped
/// with the first broad one, and so on.
fn swapped(quiz: &Quiz, form: &Form, answers: &Answers) -> Answers {
    let in_form = |id: &String| form.items.contains(id);
    let deep = ratings_of(quiz, Side::Deep).into_iter().filter(in_form);
    let broad = ratings_of(quiz, Side::Broad).into_iter().filter(in_form);
    let mut partner = BTreeMap::new();
    for (deep, broad) in deep.zip(broad) {
        partner.insert(deep.clone(), broad.clone());
        partner.insert(broad, deep);
    }
    let mut mirrored = Answers::default();
    for id in answers.ids() {
        let answer = answers.get(id).expect("an id of the answers");
        match (partner.get(id), answer) {
            (Some(other), _) => mirrored.set(other, answer),
            (None, Answer::Category(category)) => mirrored.set(id, Answer::Category(4 - category)),
            (None, gap) => mirrored.set(id, gap),
        }
    }
    mirrored
}

fn a_fit(p_broad: f64, p_energy: f64, lz: Option<f64>) -> Fit {
    Fit {
        lean: 0.0,
        se: 0.5,
        p_broad,
        interval80: (-0.64, 0.64),
        deep: 0.0,
        broad: 0.0,
        p_energy,
        lz,
        answers: 12,
        energises: [0.5; 2],
        people: None,
    }
}

#[track_caller]
fn assert_close(ours: f64, theirs: f64, what: &str) {
    assert!((ours - theirs).abs() < AGREEMENT, "{what}: {ours} {theirs}");
}

#[track_caller]
fn assert_same(here: &Fit, there: &Fit, place: &str) {
    assert_close(here.lean, there.lean, place);
    assert_close(here.se, there.se, place);
    assert_close(here.p_broad, there.p_broad, place);
    assert_close(here.p_energy, there.p_energy, place);
    assert_close(here.lz.unwrap_or(0.0), there.lz.unwrap_or(0.0), place);
    assert_eq!(here.lz.is_some(), there.lz.is_some(), "{place}");
    assert_eq!(here.answers, there.answers, "{place}");
}

#[track_caller]
fn assert_mirrored(here: &Fit, there: &Fit, place: &str) {
    let equal = |a: f64, b: f64, what: &str| {
        assert!((a - b).abs() < ROUNDING, "{place}: {what}: {a} {b}");
    };
    equal(there.p_broad, 1.0 - here.p_broad, "p_broad");
    equal(there.lean, -here.lean, "lean");
    equal(there.se, here.se, "se");
    equal(there.interval80.0, -here.interval80.1, "interval");
    equal(there.deep, here.broad, "deep");
    equal(there.broad, here.deep, "broad");
    equal(there.p_energy, here.p_energy, "p_energy");
    equal(there.lz.unwrap_or(0.0), here.lz.unwrap_or(0.0), "lz");
}

/// A session of random clicks: one item in ten left open, one in ten not asked.
fn random_answers(chance: &mut Lcg, form: &Form) -> Answers {
    let mut answers = Answers::default();
    for id in &form.items {
        match chance.below(10) {
            0 => {}
            1 => answers.set(id, Answer::NotSure),
            _ => answers.set(id, Answer::Category(chance.category())),
        }
    }
    answers
}

/// An answered item that loads on one trait, on the difference or on both, with uneven thresholds.
fn random_response(chance: &mut Lcg) -> Response {
    let (a, b) = (chance.tenths() + 0.2, chance.tenths() + 0.2);
    let slope = [[a, 0.0], [0.0, a], [-a, a], [a, b], [-a, b]][chance.below(5) as usize];
    let [g1, g2, g3] = [(); 3].map(|()| chance.tenths() + 0.3);
    let top = chance.tenths() + 0.5;
    Response {
        parameters: Parameters {
            slope,
            people: 0.0,
            thresholds: [top, top - g1, top - g1 - g2, top - g1 - g2 - g3],
        },
        category: chance.category(),
    }
}

/// Knuth's linear congruential generator: the same random numbers on every machine.
struct Lcg(u64);

impl Lcg {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }

    fn category(&mut self) -> u8 {
        self.below(5) as u8
    }

    /// 0, .1, … 1.5.
    fn tenths(&mut self) -> f64 {
        self.below(16) as f64 / 10.0
    }

    fn shuffle<T>(&mut self, things: &mut [T]) {
        for last in (1..things.len()).rev() {
            things.swap(last, self.below(last as u64 + 1) as usize);
        }
    }
}
