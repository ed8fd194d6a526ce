//! Measures one full rescoring, and the complete explanation of a result: what would
//! change the verdict. Both on sheets from simulated people.

#[path = "../../tests/sheets/mod.rs"]
mod sheets;

use std::collections::BTreeSet;
use std::hint::black_box;
use std::time::Duration;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use ladder_explorer::quiz::{Answers, Counterfactual, Form, Quiz, fit, what_would_change};
use sheets::{Lcg, given, quiz, responses};

const SHEETS: usize = 200;

fn scoring(criterion: &mut Criterion) {
    let quiz = quiz();
    let sheets: Vec<(&Form, Vec<Answers>)> = quiz
        .forms
        .iter()
        .map(|form| {
            let mut chance = Lcg(5);
            let sheets = (0..SHEETS).map(|_| given(&mut chance, &quiz, form));
            (form, sheets.collect())
        })
        .collect();

    let mut group = criterion.benchmark_group("rescoring");
    for (form, sheets) in &sheets {
        let sheets: Vec<_> = sheets.iter().map(|s| responses(&quiz, form, s)).collect();
        let mut next = sheets.iter().cycle();
        group.bench_function(BenchmarkId::from_parameter(&form.id), |bencher| {
            bencher.iter(|| next.next().map(|sheet| fit(&quiz.model, black_box(sheet))));
        });
    }
    group.finish();

    let explain = |form: &Form, answers: &Answers| {
        black_box(what_would_change(&quiz, form, black_box(answers)));
    };
    let mut group = criterion.benchmark_group("explanation");
    for (form, sheets) in &sheets {
        let mut next = sheets.iter().cycle();
        group.bench_function(BenchmarkId::from_parameter(&form.id), |bencher| {
            bencher.iter(|| next.next().map(|sheet| explain(form, sheet)));
        });
        if let Some(hardest) = hardest(&quiz, form, sheets) {
            let id = BenchmarkId::from_parameter(format!("{}, hardest", form.id));
            group.bench_function(id, |bencher| bencher.iter(|| explain(form, hardest)));
        }
    }
    group.finish();
}

/// The most expensive sheet: no single change decides, and the answers are the most diverse.
fn hardest<'a>(quiz: &Quiz, form: &Form, sheets: &'a [Answers]) -> Option<&'a Answers> {
    let needs_pairs = |sheet: &&Answers| match what_would_change(quiz, form, sheet) {
        Counterfactual::Robust => true,
        Counterfactual::Hangs { sets, .. } => sets.iter().all(|set| set.steps.len() > 1),
    };
    let kinds = |sheet: &&Answers| {
        let answered = sheet.responses(quiz, form);
        let kinds = answered
            .iter()
            .map(|(item, response)| (&item.parameters, response.category));
        kinds.collect::<BTreeSet<_>>().len()
    };
    sheets.iter().filter(needs_pairs).max_by_key(kinds)
}

criterion_group! {
    name = all;
    config = Criterion::default()
        .warm_up_time(Duration::from_secs(1))
        .measurement_time(Duration::from_secs(3));
    targets = scoring
}
criterion_main!(all);
