//! Tests of the scorer: it returns the figures of the plain formula, and those of a changed
//! sheet.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod sheets;

use ladder_explorer::quiz::{
    Answers, Change, Fit, Form, Model, Parameters, Quiz, Response, Scorer, fit,
};
use sheets::{Lcg, clicked, figures, given, quiz, responses, same, with_gaps};

/// How far two ways of adding the same numbers may differ.
const ROUNDING: f64 = 1e-12;

#[test]
fn every_figure_is_that_of_the_plain_formula() {
    let quiz = quiz();
    let mut chance = Lcg(101);
    for form in &quiz.forms {
        for round in 0..8 {
            let answers = any_sheet(&mut chance, &quiz, form, round);
            let responses = responses(&quiz, form, &answers);
            let place = format!("{}, round {round}", form.id);
            assert_plain(&quiz.model, &responses, ROUNDING, &place);
        }
    }
}

#[test]
fn every_figure_is_that_of_the_plain_formula_with_items_of_any_slope() {
    let model = quiz().model;
    let mut chance = Lcg(103);
    for round in 0..8 {
        let responses: Vec<Response> = (0..14).map(|_| any_response(&mut chance)).collect();
        assert_plain(&model, &responses, ROUNDING, &format!("round {round}"));
    }
}

/// Answers to steep items that say that depth energises very much, breadth not at all, and breadth
/// more than depth. The product of their likelihoods is smaller than any number, for all traits.
/// Logarithms of this size have fewer digits after the decimal point.
#[test]
fn sheets_beyond_the_range_of_numbers_still_score_as_the_plain_formula_says() {
    let model = quiz().model;
    let low = [-20.0, -30.0, -40.0, -45.0];
    let high = [45.0, 40.0, 30.0, 20.0];
    let items = [
        ([15.0, 0.0], low, 4),
        ([0.0, 15.0], high, 0),
        ([-15.0, 15.0], low, 4),
        ([3.0, 1.0], low, 3),
    ];
    for kinds in 3..=4 {
        let responses: Vec<Response> = items[..kinds]
            .iter()
            .flat_map(|&(slope, thresholds, category)| {
                let parameters = Parameters {
                    slope,
                    people: 0.0,
                    thresholds,
                };
                let response = Response {
                    parameters,
                    category,
                };
                [response; 20]
            })
            .collect();
        assert_plain(&model, &responses, 1e-9, &format!("{kinds} kinds of item"));
    }
}

#[test]
fn a_change_scores_as_the_changed_sheet_does() {
    let quiz = quiz();
    let mut chance = Lcg(109);
    for form in &quiz.forms {
        for round in 0..4 {
            let answers = any_sheet(&mut chance, &quiz, form, round);
            let responses = responses(&quiz, form, &answers);
            assert_rescored(&mut chance, &quiz.model, &responses, 20, &form.id);
        }
    }
}

#[test]
fn a_change_to_no_response_of_the_sheet_changes_nothing() {
    let quiz = quiz();
    let form = quiz.form("quick").unwrap();
    let answers = clicked(&mut Lcg(131), form);
    let scorer = Scorer::of(&quiz.model, &responses(&quiz, form, &answers));
    let nowhere = Change {
        response: 99,
        to: 4,
    };
    assert!(same(&scorer.with(&[nowhere]), &scorer.fit()));
}

// --- Helpers ---

/// A sheet clicked at random, answered by a simulated person, or answered with gaps.
fn any_sheet(chance: &mut Lcg, quiz: &Quiz, form: &Form, round: usize) -> Answers {
    match round % 3 {
        0 => clicked(chance, form),
        1 => given(chance, quiz, form),
        _ => {
            let whole = given(chance, quiz, form);
            with_gaps(chance, &whole, 4)
        }
    }
}

/// An answered item that loads on one trait, on the difference or on both, with uneven thresholds.
fn any_response(chance: &mut Lcg) -> Response {
    let mut tenths = || chance.below(16) as f64 / 10.0;
    let [a, b] = [(); 2].map(|()| tenths() + 0.2);
    let [g1, g2, g3] = [(); 3].map(|()| tenths() + 0.3);
    let top = tenths() + 0.5;
    let slope = [[a, 0.0], [0.0, a], [-a, a], [a, b], [-a, b]][chance.below(5) as usize];
    Response {
        parameters: Parameters {
            slope,
            people: 0.0,
            thresholds: [top, top - g1, top - g1 - g2, top - g1 - g2 - g3],
        },
        category: chance.below(5) as u8,
    }
}

/// Scores random changes of up to three answers with one scorer, and compares.
fn assert_rescored(
    chance: &mut Lcg,
    model: &Model,
    sheet: &[Response],
    rounds: usize,
    place: &str,
) {
    let scorer = Scorer::of(model, sheet);
    for round in 0..rounds {
        let mut changes: Vec<Change> = Vec::new();
        for _ in 0..chance.below(4).min(sheet.len() as u64) {
            let response = chance.below(sheet.len() as u64) as usize;
            if changes.iter().all(|other| other.response != response) {
                let to = chance.below(5) as u8;
                changes.push(Change { response, to });
            }
        }
        let mut changed = sheet.to_vec();
        for change in &changes {
            changed[change.response].category = change.to;
        }
        assert!(
            same(&scorer.with(&changes), &fit(model, &changed)),
            "{place}, round {round}: {changes:?}"
        );
    }
}

#[track_caller]
fn assert_plain(model: &Model, responses: &[Response], tolerance: f64, place: &str) {
    let (fast, plain) = (fit(model, responses), plain_fit(model, responses));
    let names = [
        "lean",
        "se",
        "p_broad",
        "interval, low",
        "interval, high",
        "deep",
        "broad",
        "p_energy",
        "lz",
    ];
    for (name, (ours, theirs)) in names
        .iter()
        .zip(figures(&fast).into_iter().zip(figures(&plain)))
    {
        assert!(
            (ours - theirs).abs() < tolerance * theirs.abs().max(1.0),
            "{place}: {name}: {ours} {theirs}"
        );
    }
    assert_eq!(fast.lz.is_some(), plain.lz.is_some(), "{place}");
    assert_eq!(fast.answers, plain.answers, "{place}");
}

/// The model computed directly: every response at every cell, in logarithms, nothing shared.
fn plain_fit(model: &Model, responses: &[Response]) -> Fit {
    let rho = model.prior_correlation;
    let scale = (2.0 - 2.0 * rho).sqrt();
    let mut cells = Vec::new();
    for i in -40..=40_i32 {
        for j in -40..=40_i32 {
            let (x, y) = (f64::from(i) / 10.0, f64::from(j) / 10.0);
            let prior = -(x * x - 2.0 * rho * x * y + y * y) / (2.0 * (1.0 - rho * rho));
            let parts = responses
                .iter()
                .map(|r| logs(&r.parameters, x, y)[usize::from(r.category)]);
            cells.push((i, j, prior + model.damping * parts.sum::<f64>()));
        }
    }
    let highest = cells.iter().map(|cell| cell.2).fold(f64::MIN, f64::max);
    for cell in &mut cells {
        cell.2 = (cell.2 - highest).exp();
    }
    let total: f64 = cells.iter().map(|cell| cell.2).sum();
    let expected = |value: &dyn Fn(i32, i32) -> f64| {
        cells.iter().map(|&(i, j, w)| value(i, j) * w).sum::<f64>() / total
    };
    let above = |n: i32| f64::from(n.signum() + 1) / 2.0;
    let lambda = |i: i32, j: i32| f64::from(j - i) / 10.0 / scale;
    let lean = expected(&lambda);
    let se = expected(&|i, j| (lambda(i, j) - lean).powi(2)).sqrt();
    let deep = expected(&|i, _| f64::from(i) / 10.0);
    let broad = expected(&|_, j| f64::from(j) / 10.0);
    let reach = 1.281_551_565_544_600_4 * se;
    Fit {
        lean,
        se,
        p_broad: expected(&|i, j| above(j - i)),
        interval80: (lean - reach, lean + reach),
        deep,
        broad,
        p_energy: expected(&|i, j| above(i + j)),
        lz: plain_lz(responses, deep, broad),
        answers: responses.len(),
        energises: [expected(&|i, _| above(i)), expected(&|_, j| above(j))],
        people: None,
    }
}

fn plain_lz(responses: &[Response], deep: f64, broad: f64) -> Option<f64> {
    let (mut surprise, mut variance) = (0.0, 0.0);
    for r in responses {
        let logs = logs(&r.parameters, deep, broad);
        let mean: f64 = logs.iter().map(|l| l.exp() * l).sum();
        let square: f64 = logs.iter().map(|l| l.exp() * l * l).sum();
        surprise += logs[usize::from(r.category)] - mean;
        variance += square - mean * mean;
    }
    (variance > 0.0).then(|| surprise / variance.sqrt())
}

/// log P(Y = k). The difference of two logistic curves is written as sinh over cosh and cosh, so
/// the tails keep their precision: σ(a) − σ(b) = sinh((a−b)/2) / (2 cosh(a/2) cosh(b/2)).
fn logs(parameters: &Parameters, x: f64, y: f64) -> [f64; 5] {
    let z = parameters.slope[0] * x + parameters.slope[1] * y;
    let at = parameters.thresholds.map(|d| z + d);
    let log_cosh = |x: f64| x.abs() + ((-2.0 * x.abs()).exp() / 2.0 + 0.5).ln();
    let log_sigma = |x: f64| x / 2.0 - log_cosh(x / 2.0) - std::f64::consts::LN_2;
    let between = |k: usize| {
        let apart = parameters.thresholds[k] - parameters.thresholds[k + 1];
        ((apart / 2.0).sinh() / 2.0).ln() - log_cosh(at[k] / 2.0) - log_cosh(at[k + 1] / 2.0)
    };
    [
        log_sigma(-at[0]),
        between(0),
        between(1),
        between(2),
        log_sigma(at[3]),
    ]
}
