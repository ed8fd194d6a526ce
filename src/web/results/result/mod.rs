//! One result: the sentence of fit and its chance, the answers by theme, three next steps; everything
//! else folded. Recomputed from the answers each time.

mod answers;
mod away;
mod change;
mod lens;
mod opinion;
mod profile;
mod rung;
mod scored;
mod standing;
mod steps;
mod today;
mod traits;
mod verdict;

use leptos::prelude::*;

use crate::ladder::{Excerpt, Rung};
use crate::route::Route;
use crate::store::Attempt;
use crate::web::island::redrawn::redrawn;
use crate::web::results::named::Named;
use crate::web::state;
use answers::AllAnswers;
use away::TakeAway;
use change::WhatWouldChange;
use lens::Lens;
use opinion::Opinions;
use profile::Profile;
use rung::AtYourRung;
pub(crate) use scored::{Known, Scored, is_drawn};
use standing::{Facts, Standing, Touched};
use steps::NextSteps;
use traits::Traits;
use verdict::Answer;

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

/// One result that never changes, from its answers.
#[component]
pub(crate) fn FixedResult(
    /// What results are made from.
    known: Known,
    /// The answers.
    attempt: Attempt,
    /// The path to the app's root.
    root: String,
    /// Whose result it is.
    whose: Whose,
) -> impl IntoView {
    match Scored::of(&known, attempt) {
        Some(scored) => {
            view! { <ResultView scored=RwSignal::new(scored) root=root whose=whose /> }.into_any()
        }
        None => other_version(),
    }
}

/// The message for answers to a version of the quiz that this app does not have.
pub(crate) fn other_version() -> AnyView {
    view! {
        <h1 id="stage-head">"This result cannot be shown"</h1>
        <p>"It was made with a version of the quiz that this page does not have. The answers are saved and unchanged. Reload the page to get the newest one."</p>
    }
    .into_any()
}

/// A part that is closed until it is opened; the heading names it.
#[component]
pub(crate) fn Fold(
    /// The id of the heading.
    id: &'static str,
    /// The heading.
    heading: &'static str,
    /// Further classes.
    #[prop(default = "no-print")]
    class: &'static str,
    /// Whether it begins open.
    #[prop(optional)]
    open: bool,
    /// The content.
    children: Children,
) -> impl IntoView {
    view! {
        <details class=format!("fold {class}") open=open>
            <summary>
                <h2 id=id>{heading}</h2>
            </summary>
            <section aria-labelledby=id>{children()}</section>
        </details>
    }
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
    let excerpt = scored.with_untracked(|scored| scored.data.excerpt.clone());
    let chosen = match whose {
        Whose::Theirs => None,
        _ => state::settings().rung,
    };
    let rung = RwSignal::new(Standing::known(excerpt.as_ref(), chosen));
    if whose != Whose::Theirs {
        follow_rung(rung, excerpt);
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
        {redrawn(move || findings(&scored.get(), standing, &way, whose))}
        <p class="limits-line">
            "It says which work draws you, not how good you are at it. Use it to start a conversation, not to hire, promote or place anyone."
        </p>
        <Fold id="limits-head" heading="What this cannot tell you" class="open-in-print">
            <ul class="limits">{limits}</ul>
        </Fold>
        {redrawn(move || folded(scored.get(), standing, whose))}
        {own.then(|| view! { <Opinions scored=scored root=root.clone() /> })}
        {(!theirs).then(|| view! { <TakeAway scored=scored root=root.clone() /> })}
        {own.then(|| view! { <Named attempt=scored.with_untracked(|scored| scored.attempt.clone()) /> })}
        <p class="actions no-print">
            <a class="button" href=format!("{root}{}", Route::Home.path())>
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

/// What a reader sees at once: it depends on the answers.
fn findings(scored: &Scored, standing: Standing, root: &str, whose: Whose) -> AnyView {
    view! {
        <Answer scored=scored.clone() standing=standing root=root.to_owned() whose=whose />
        <Profile scored=scored.clone() standing=standing root=root.to_owned() whose=whose />
        <NextSteps scored=scored.clone() standing=standing />
    }
    .into_any()
}

/// What is folded and depends on the answers.
fn folded(scored: Scored, standing: Standing, whose: Whose) -> AnyView {
    let touched = Touched::of(&scored.data.quiz, &scored.form, &scored.attempt.answers);
    let ladder = scored.data.excerpt.as_ref();
    let ladder = ladder.filter(|_| scored.data.several);
    let named = ladder.map(|ladder| format!("By the ladder “{}”.", ladder.name));
    let (side, read_only) = (scored.side(), whose == Whose::Theirs);
    let (data, of_traits, of_answers) = (scored.data.clone(), scored.clone(), scored.clone());
    let has_levels = standing.look(Facts::has_levels);
    let at_level = has_levels.then(|| {
        view! {
            <Fold id="level-head" heading="What each track expects at your level">
                {named.map(|words| view! { <p class="soft">{words}</p> })}
                <AtYourRung standing=standing touched=touched side=side read_only=read_only />
            </Fold>
        }
    });
    view! {
        {at_level}
        <AllAnswers scored=of_answers />
        <WhatWouldChange scored=StoredValue::new(scored) />
        <Fold id="model-head" heading="How this is worked out">
            <Traits scored=of_traits />
            <Lens data=data side=side standing=standing />
        </Fold>
    }
    .into_any()
}

/// Shows the rung that was chosen in another tab.
fn follow_rung(rung: RwSignal<Option<Rung>>, excerpt: Option<Excerpt>) {
    state::follow_settings(move |settings| {
        if let Some(chosen) = Standing::known(excerpt.as_ref(), settings.rung) {
            rung::show(rung, chosen);
        }
    });
}
