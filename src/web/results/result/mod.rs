//! One result in full: the sentence, the line, the reasons, what would change it, today, both tracks,
//! the limits, and exports. Recomputed from the answers each time.

mod away;
mod change;
mod lens;
mod opinion;
mod rung;
mod standing;
mod today;
mod traits;

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::ladder::{Excerpt, Rung, Side};
use crate::quiz::{Fit, Form, Quiz, Reason, Verdict, reasons};
use crate::route::Route;
use crate::store::Attempt;
use crate::web::components::{LeanEstimate, LeanLine, ReasonLine, ReasonList};
use crate::web::island::redrawn::redrawn;
use crate::web::state::{self, ResultData, fit_of};
use crate::web::{dom, words};
use away::TakeAway;
use change::WhatWouldChange;
use lens::Lens;
use opinion::Opinions;
use rung::AtYourRung;
use standing::{Facts, Standing, Touched};
use today::TodayPart;
use traits::{Traits, pairs, rated};

/// The number of answers in the text; the table has all.
const HEAVIEST: usize = 6;

/// Whose result it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Whose {
    /// The visitor's own, saved here.
    Own,
    /// The visitor's own, which this browser could not save: the address contains its answers.
    Unkept,
    /// Another person's, from a link: read-only, and not saved.
    Theirs,
}

/// An attempt with everything that is computed from its answers.
#[derive(Clone)]
pub(crate) struct Scored {
    pub(crate) data: ResultData,
    pub(crate) attempt: Attempt,
    pub(crate) form: Form,
    pub(crate) fit: Fit,
    pub(crate) verdict: Verdict,
    pub(crate) date: String,
}

impl Scored {
    /// None if the attempt was made with another version of the quiz.
    pub(crate) fn of(data: ResultData, attempt: Attempt) -> Option<Self> {
        let fit = fit_of(&data.quiz, &attempt)?;
        let form = data.quiz.form(&attempt.form)?.clone();
        let date = dom::local_date(attempt.finished.unwrap_or(attempt.changed));
        Some(Self {
            verdict: Verdict::of(&fit),
            data,
            attempt,
            form,
            fit,
            date,
        })
    }

    fn reasons(&self) -> Vec<Reason<'_>> {
        reasons(&self.data.quiz, &self.form, &self.attempt.answers)
    }

    /// The reasons, with their weight in words.
    fn reason_words(&self) -> Vec<(String, String)> {
        let quiz = &self.data.quiz;
        let reasons = self.reasons();
        let line = |reason: &Reason| {
            (
                words::answer_words(quiz, reason.item, reason.category),
                words::weight(reason),
            )
        };
        reasons.iter().map(line).collect()
    }

    fn trait_words(&self) -> Vec<(&'static str, String)> {
        let (quiz, form, answers) = (&self.data.quiz, &self.form, &self.attempt.answers);
        Side::BOTH
            .into_iter()
            .map(|side| {
                let (name, estimate) = match side {
                    Side::Deep => ("Depth", self.fit.deep),
                    Side::Broad => ("Breadth", self.fit.broad),
                };
                let counted = (rated(quiz, form, answers, side), pairs(quiz, form, answers));
                (name, words::trait_words(side, estimate, counted))
            })
            .collect()
    }

    fn today_numbers(&self) -> BTreeMap<String, u8> {
        let today = self.attempt.today.iter();
        today
            .map(|(id, held)| (id.clone(), u8::from(*held)))
            .collect()
    }
}

/// One result that never changes, from its answers.
#[component]
pub(crate) fn FixedResult(
    /// The quiz and the excerpt of the ladder.
    data: ResultData,
    /// The answers.
    attempt: Attempt,
    /// The path to the app's root.
    root: String,
    /// Whose result it is.
    whose: Whose,
) -> impl IntoView {
    match Scored::of(data, attempt) {
        Some(scored) => {
            view! { <ResultView scored=RwSignal::new(scored) root=root whose=whose /> }.into_any()
        }
        None => other_version(),
    }
}

/// The message for answers to another version of the quiz.
pub(crate) fn other_version() -> AnyView {
    view! {
        <p>"These answers were given to another version of the quiz. They are kept, and not reinterpreted."</p>
    }
    .into_any()
}

/// One result. When answers are added, whatever depends on them is redrawn; parts in which a visitor
/// may be typing or undoing stay.
#[component]
pub(crate) fn ResultView(
    /// The attempt and its result.
    scored: RwSignal<Scored>,
    /// The path to the app's root.
    root: String,
    /// Whose result it is.
    whose: Whose,
) -> impl IntoView {
    let chosen = match whose {
        Whose::Theirs => None,
        _ => state::settings().rung,
    };
    let rung = RwSignal::new(
        scored.with_untracked(|scored| Standing::usual(scored.data.excerpt.as_ref(), chosen)),
    );
    if whose != Whose::Theirs {
        follow_rung(
            rung,
            scored.with_untracked(|scored| scored.data.excerpt.clone()),
        );
    }
    let (own, theirs) = (whose == Whose::Own, whose == Whose::Theirs);
    let (standing, limits) = scored.with_untracked(|scored| {
        let limits = scored.data.quiz.limits.iter();
        let limits = limits.map(|limit| view! { <li>{limit.text.clone()}</li> });
        let (excerpt, ways) = (scored.data.excerpt.clone(), scored.data.ways.clone());
        let standing = Standing::new(rung, excerpt, ways, root.clone());
        (standing, limits.collect_view())
    });
    let way = root.clone();
    view! {
        {redrawn(move || findings(scored.get(), standing, &way, whose))}
        {own.then(|| view! { <Opinions scored=scored root=root.clone() /> })}
        <section class="part">
            <h2>"What this cannot tell you"</h2>
            <ul class="limits">{limits}</ul>
        </section>
        {(!theirs).then(|| view! { <TakeAway scored=scored root=root.clone() /> })}
        <p class="actions no-print">
            <a class="button button-first" href=format!("{root}{}", Route::Home.path())>
                {match standing.look(Facts::has_levels) {
                    true => "See both tracks side by side",
                    false => "See the ladder",
                }}
            </a>
            <a class="button" href=format!("{root}{}", Route::Quiz.path())>
                {if theirs { "Take the quiz yourself" } else { "Take the quiz again" }}
            </a>
            <a href=format!("{root}{}", Route::Results.path())>"All your results"</a>
        </p>
    }
}

/// Everything that depends on the answers.
fn findings(scored: Scored, standing: Standing, root: &str, whose: Whose) -> AnyView {
    let touched = Touched::of(&scored.data.quiz, &scored.reasons());
    let stored = StoredValue::new(scored.clone());
    let traits = scored.clone();
    let carried = carried(&scored);
    let Scored {
        data,
        attempt,
        fit,
        verdict,
        ..
    } = scored;
    let ladder = data.excerpt.as_ref().filter(|_| data.several);
    let named = ladder.map(|ladder| format!("By the ladder “{}”.", ladder.name));
    let drawn = (verdict != Verdict::Withheld).then(|| view! { <LeanLine lean=lean_of(&fit) /> });
    let longer = (whose == Whose::Own).then(|| longer(&data.quiz, &attempt, root));
    let read_only = whose == Whose::Theirs;
    view! {
        <h1 id="stage-head" class="verdict">{words::headline(verdict)}</h1>
        <p class="lede">{words::certainty(verdict, &fit)}</p>
        {drawn}
        {longer}
        <section class="part">
            <h2>"What carried it"</h2>
            {carried}
        </section>
        <section class="part">
            <h2>"The two traits by themselves"</h2>
            <Traits scored=traits />
        </section>
        <WhatWouldChange scored=stored />
        <section class="part">
            <h2>"Energy beside today"</h2>
            <TodayPart
                quiz=data.quiz.clone()
                answers=attempt.answers
                today=attempt.today
                standing=standing
            />
        </section>
        {match standing.look(Facts::has_levels) {
            true => {
                view! {
                    <section class="part">
                        <h2>"What each track would look like for you"</h2>
                        {named.map(|words| view! { <p class="soft">{words}</p> })}
                        <AtYourRung
                            standing=standing
                            touched=touched
                            verdict=verdict
                            read_only=read_only
                        />
                        <Lens data=data verdict=verdict root=root.to_owned() />
                    </section>
                }
                    .into_any()
            }
            false => view! { <Lens data=data verdict=verdict root=root.to_owned() /> }.into_any(),
        }}
    }
    .into_any()
}

/// Shows the rung that was chosen in another tab.
fn follow_rung(rung: RwSignal<Rung>, excerpt: Option<Excerpt>) {
    state::follow_settings(move |settings| {
        let known = |chosen: &Rung| {
            excerpt
                .as_ref()
                .is_some_and(|one| one.rung(*chosen).is_some())
        };
        if let Some(chosen) = settings.rung.filter(known) {
            rung::show(rung, chosen);
        }
    });
}

/// The link to a longer form, which asks only the questions that are still open.
fn longer(quiz: &Quiz, attempt: &Attempt, root: &str) -> Option<AnyView> {
    let here = quiz.forms.iter().position(|form| form.id == attempt.form)?;
    let open = |form: &Form| {
        form.items
            .iter()
            .filter(|id| attempt.answers.get(id).is_none())
            .count()
    };
    let own = quiz.forms.get(here)?;
    let next = match open(own) {
        0 => quiz.forms.get(here + 1)?,
        _ => own,
    };
    let (count, name) = (open(next), next.name.clone());
    let href = format!(
        "{root}{}?attempt={}&form={}",
        Route::Quiz.path(),
        attempt.id.as_str(),
        next.id
    );
    let words = match count {
        0 => return None,
        1 => format!("Answer 1 more question ({name})"),
        count => format!("Answer {count} more questions ({name})"),
    };
    Some(
        view! {
            <p class="no-print">
                <a href=href>{words}</a> <span class="soft">" to make the band narrower; nothing is asked twice."</span>
            </p>
        }
        .into_any(),
    )
}

/// The heaviest answers in words and as a table, with all of them one click away.
fn carried(scored: &Scored) -> AnyView {
    let quiz = &scored.data.quiz;
    let reasons = scored.reasons();
    let order = match scored.verdict.side() {
        Some(side) => [side, side.other()],
        None => Side::BOTH,
    };
    // If nothing is decided and no answer has weight, no answer is named.
    let nothing = words::no_single_answer(&reasons);
    let scattered = scored.verdict.side().is_none() && nothing.is_some();
    let sentences: Vec<String> = order
        .into_iter()
        .filter(|_| !scattered)
        .filter_map(|side| words::rests_on(quiz, &reasons, side))
        .collect();
    let lines: Vec<ReasonLine> = reasons.iter().map(|reason| line(quiz, reason)).collect();
    let short: Vec<ReasonLine> = lines.iter().take(HEAVIEST).cloned().collect();
    let more = lines.len() > HEAVIEST;
    let all_caption = format!("All {} answers that count", lines.len());
    view! {
        {nothing.map(|sentence| view! { <p>{sentence}</p> })}
        {sentences.into_iter().map(|sentence| view! { <p>{sentence}</p> }).collect_view()}
        <div class=if more { "no-print" } else { "" }>
            <ReasonList
                caption="The heaviest answers: by how much the chance would change without each"
                    .to_owned()
                reasons=short
            />
        </div>
        {more
            .then(|| {
                view! {
                    <details class="open-in-print">
                        <summary class="no-print">"Every answer with its weight"</summary>
                        <ReasonList caption=all_caption reasons=lines />
                    </details>
                }
            })}
    }
    .into_any()
}

fn line(quiz: &Quiz, reason: &Reason) -> ReasonLine {
    ReasonLine {
        words: words::answer_words(quiz, reason.item, reason.category),
        towards: words::speaks_for(reason),
        points: reason.delta_p.abs() * 100.0,
    }
}

/// The values of a fit that the line shows.
fn lean_of(fit: &Fit) -> LeanEstimate {
    LeanEstimate {
        estimate: fit.lean,
        interval: fit.interval80,
        words: words::line_words(fit),
    }
}
