//! Everything with a date on one axis: results of the quiz, check-ins, evidence and plan, as a picture and
//! as a table. Nothing of it is saved: it is worked out from the records.

use leptos::prelude::*;

use crate::growth::{CheckIn, Date, Dated, Journal, LeanOn, PlanItem, PlanState, Timeline};
use crate::quiz::{Finding, Quiz, Quizzes, Verdict, score};
use crate::route::{GrowthPart, Route};
use crate::store::Attempt;
use crate::web::components::{
    AimEnd, TimelineAim, TimelineChart, TimelineLean, TimelineMarks, TimelineMonth,
};
use crate::web::dom;
use crate::web::growth::model::{Model, today};
use crate::web::island::redrawn::redrawn;
use crate::web::island::versioned::versioned;
use crate::web::state::versions::of_attempt;
use crate::web::words::verdict_name;

/// The page.
#[component]
pub(super) fn OverTime(model: Model, quiz: Quiz) -> impl IntoView {
    let attempts = model.read(|kept| {
        let all = kept.attempts().unwrap_or_default().into_iter().flatten();
        all.filter(|attempt| attempt.finished.is_some())
            .collect::<Vec<Attempt>>()
    });
    let root = model.data.at(Route::Growth(GrowthPart::OverTime)).root();
    let needed = move || attempts.with(|all| all.iter().map(of_attempt).collect());
    redrawn(move || {
        versioned(&root, quiz.clone(), needed(), move |quizzes| {
            axis(model, attempts, quizzes)
        })
    })
}

/// The axis, drawn again whenever a record changes.
fn axis(model: Model, attempts: Memo<Vec<Attempt>>, quizzes: Quizzes) -> AnyView {
    let check_ins = model.read(|kept| {
        let all = kept.check_ins().unwrap_or_default().into_iter().flatten();
        all.collect::<Vec<CheckIn>>()
    });
    let entries = model.read(|kept| {
        let all = kept.evidence().unwrap_or_default().into_iter().flatten();
        all.collect::<Vec<_>>()
    });
    let plan = model.read(|kept| {
        let all = kept.plan().unwrap_or_default().into_iter().flatten();
        all.collect::<Vec<PlanItem>>()
    });
    redrawn(move || {
        let attempts = attempts.get();
        let leans = attempts
            .iter()
            .filter_map(|attempt| lean(&quizzes, attempt));
        let leans: Vec<LeanOn> = leans.collect();
        let (check_ins, plan) = (check_ins.get(), plan.get());
        let journal = Journal::new(entries.get());
        let is_empty = leans.is_empty()
            && check_ins.is_empty()
            && plan.is_empty()
            && journal.entries().is_empty();
        match today() {
            Some(day) if !is_empty => {
                let dated = Dated {
                    leans: &leans,
                    check_ins: &check_ins,
                    journal: &journal,
                    plan: &plan,
                };
                let offset = dom::ahead_of_utc(dom::now());
                drawn(&Timeline::new(model.ladder(), dated, (day, offset)))
            }
            _ => nothing(model),
        }
    })
    .into_any()
}

/// The result of an attempt; none if its version of the quiz is not at hand.
fn lean(quizzes: &Quizzes, attempt: &Attempt) -> Option<LeanOn> {
    let quiz = quizzes.get(&attempt.quiz, attempt.quiz_version)?;
    let form = quiz.form(&attempt.form)?;
    let fit = score(quiz, form, &attempt.answers);
    let finding = Finding::of(quiz, form, &attempt.answers, &fit);
    let is_drawn = finding
        .verdict()
        .is_some_and(|verdict| verdict != Verdict::Withheld);
    let (low, high) = fit.interval80;
    Some(LeanOn {
        date: Date::parse(&dom::day_stamp(attempt.finished?)).ok()?,
        drawn: is_drawn.then_some([low, fit.lean, high]),
        words: verdict_name(finding).to_owned(),
    })
}

fn drawn(line: &Timeline<'_>) -> AnyView {
    let months = line.months.iter().zip(&line.evidence);
    let months = months
        .map(|(month, entries)| TimelineMonth {
            of: month.parts(),
            entries: *entries,
        })
        .collect();
    let leans = line.leans.iter();
    let leans: Vec<TimelineLean> = leans
        .map(|one| TimelineLean {
            at: one.at,
            drawn: one.on.drawn,
        })
        .collect();
    let check_ins = line.check_ins.iter();
    let check_ins = check_ins
        .map(|one| TimelineMarks {
            at: one.at,
            counts: one.counts.map(|(_, count)| {
                [
                    count.reliably,
                    count.sometimes,
                    count.not_yet,
                    count.no_chance,
                ]
            }),
        })
        .collect();
    let plan = line.plan.iter();
    let plan = plan
        .map(|one| TimelineAim {
            aim: one.item.aim.clone(),
            span: one.span,
            by: one.by,
            end: match one.item.state {
                PlanState::Open => AimEnd::Open,
                PlanState::Done => AimEnd::Done,
                PlanState::Kept => AimEnd::Kept,
                PlanState::Dropped => AimEnd::Dropped,
            },
        })
        .collect();
    let rows = line.rows().into_iter();
    let rows = rows
        .map(|row| [row.when, row.leans, row.check_ins, row.evidence, row.plan])
        .collect();
    let ends = (!leans.is_empty()).then(|| ["Deep".to_owned(), "Broad".to_owned()]);
    view! {
        <TimelineChart
            months=months
            today=line.today
            ends=ends
            leans=leans
            check_ins=check_ins
            plan=plan
            summary=line.summary()
            left_out=line.left_out()
            rows=rows
        />
    }
    .into_any()
}

/// Before there is anything with a date.
fn nothing(model: Model) -> AnyView {
    let quiz = model.link(&Route::Quiz);
    let marks = model.link(&Route::Growth(GrowthPart::Marks));
    let evidence = model.link(&Route::Growth(GrowthPart::Evidence));
    view! {
        <p>
            "Nothing has a date yet. " <a href=quiz>"Take the quiz"</a> ", "
            <a href=marks>"mark where you are"</a> " and make a check-in, or "
            <a href=evidence>"write down what you did"</a> ". It shows here."
        </p>
    }
    .into_any()
}
