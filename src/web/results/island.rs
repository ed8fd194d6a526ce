//! Every attempt saved in this browser, one of them in full if it is in the address, or the content of
//! a link. Connects the repository to components; recomputes each verdict from its answers.

use leptos::prelude::*;

use crate::quiz::{QuizVersion, Quizzes};
use crate::route::Route;
use crate::share::{LinkKind, Reply, Shared};
use crate::store::{Attempt, AttemptId, StoreError};
use crate::web::components::{Notice, Tone};
use crate::web::dom::{self, repository};
use crate::web::island::redrawn::redrawn;
use crate::web::island::versioned::versioned;
use crate::web::results::history::since;
use crate::web::results::list::List;
use crate::web::results::named::Named;
use crate::web::results::result::{Known, ResultView, Scored, Whose, other_version};
use crate::web::results::shared::{SharedResult, TakeInOpinion, UnkeptResult};
use crate::web::state::ResultData;
use crate::web::state::as_link::UNKEPT;
use crate::web::state::versions::{Version, of_attempt};
use crate::web::words;

/// The content of the page.
#[derive(Clone)]
enum Shown {
    /// The list.
    List,
    /// One attempt in full.
    One(Box<Attempt>),
    /// The attempt in the address does not exist here.
    Missing,
    /// The attempt in the address cannot be read.
    Broken(StoreError),
    /// Another person's result, from a link.
    Shared(Box<Shared>),
    /// The visitor's own result, which this browser could not save.
    Unkept(Box<Shared>),
    /// A second opinion, from a link.
    Opinion(Box<Reply>),
    /// A link that cannot be read.
    BadLink(String),
}

/// The content of the results page until its program is loaded.
#[component]
pub fn ResultsBefore() -> impl IntoView {
    view! {
        <div class="results">
            <Head />
        </div>
    }
}

/// The results.
#[component]
pub fn ResultsPart(
    /// The path to the app's root.
    root: String,
    /// The quiz and the excerpt of the ladder.
    data: ResultData,
) -> impl IntoView {
    let (way, quiz) = (root.clone(), data.quiz.clone());
    versioned(&way, quiz, needed(), move |quizzes| {
        let known = Known {
            data: data.clone(),
            quizzes,
        };
        view! { <Content known=known root=root.clone() /> }.into_any()
    })
}

/// The versions of the quiz that the address needs: that of a link, of one attempt with its opinions, or
/// of all.
fn needed() -> Vec<Version> {
    if let Some(code) = dom::fragment() {
        return LinkKind::quiz_of(&code).into_iter().collect();
    }
    let named = dom::query("attempt").and_then(|name| AttemptId::parse(attempt_in(&name)));
    let all = repository()
        .attempts()
        .unwrap_or_default()
        .into_iter()
        .flatten();
    let shown = all.filter(|attempt| named.as_ref().is_none_or(|id| *id == attempt.id));
    shown.map(|attempt| of_attempt(&attempt)).collect()
}

/// The content, once the questions are at hand.
#[component]
fn Content(known: Known, root: String) -> impl IntoView {
    let root = StoredValue::new(root);
    let known = StoredValue::new(known);
    let named = move || known.with_value(|known| named_in_address(&known.quizzes));
    let shown = RwSignal::new(named());
    dom::on_fragment(move || {
        // Another link may need another version of the quiz.
        let code = dom::fragment();
        let version = code.and_then(|code| LinkKind::quiz_of(&code));
        let at_hand = |(id, version): &Version| {
            known.with_value(|known| !matches!(known.quizzes.find(id, *version), QuizVersion::Kept))
        };
        match version.is_none_or(|version| at_hand(&version)) {
            true => shown.set(named()),
            false => dom::reload(),
        }
    });
    view! {
        <div class="results">
            {redrawn(move || match shown.get() {
                Shown::List => {
                    view! { <List known=known.get_value() root=root.get_value() /> }.into_any()
                }
                Shown::One(attempt) => {
                    view! { <One known=known.get_value() attempt=*attempt root=root.get_value() /> }
                        .into_any()
                }
                Shown::Shared(shared) => {
                    view! {
                        <SharedResult known=known.get_value() shared=*shared root=root.get_value() />
                    }
                        .into_any()
                }
                Shown::Unkept(shared) => {
                    view! {
                        <UnkeptResult known=known.get_value() shared=*shared root=root.get_value() />
                    }
                        .into_any()
                }
                Shown::Opinion(reply) => {
                    view! { <TakeInOpinion reply=*reply root=root.get_value() /> }.into_any()
                }
                Shown::BadLink(problem) => {
                    view! {
                        <Head />
                        <Notice tone=Tone::Warning>
                            {problem} " Nothing that is saved in this browser was changed."
                        </Notice>
                        <p><a href=all_results()>"All results saved here"</a></p>
                    }
                        .into_any()
                }
                Shown::Missing => {
                    view! {
                        <Head />
                        <Notice tone=Tone::Warning>
                            "This attempt isn’t in this browser. Results stay in the browser they were made in."
                        </Notice>
                        <p><a href=all_results()>"All results saved here"</a></p>
                    }
                        .into_any()
                }
                Shown::Broken(error) => {
                    view! {
                        <Head />
                        <Notice tone=Tone::Warning>{words::store_problem(&error)}</Notice>
                        <p><a href=all_results()>"All results saved here"</a></p>
                    }
                        .into_any()
                }
            })}
        </div>
    }
}

/// The address of the list, from the page of one result.
fn all_results() -> String {
    Route::Results.link(&Route::Results)
}

fn named_in_address(quizzes: &Quizzes) -> Shown {
    if let Some(code) = dom::fragment() {
        // A link to a version that is not at hand reports that itself.
        let of = LinkKind::quiz_of(&code).and_then(|(id, version)| quizzes.get(&id, version));
        let quiz = of.unwrap_or(quizzes.current());
        let shown = match LinkKind::of(&code) {
            Some(LinkKind::Result) => {
                Shared::read(&code, quiz)
                    .map(Box::new)
                    .map(|shared| match dom::query(UNKEPT) {
                        Some(_) => Shown::Unkept(shared),
                        None => Shown::Shared(shared),
                    })
            }
            Some(LinkKind::Reply) => {
                Reply::read(&code, quiz).map(|reply| Shown::Opinion(Box::new(reply)))
            }
            // Any other fragment may be the id of an element; a link with a result reports its own
            // problems.
            _ => Shared::read(&code, quiz).map(|shared| Shown::Shared(Box::new(shared))),
        };
        return shown.unwrap_or_else(|fault| Shown::BadLink(fault.to_string()));
    }
    let Some(name) = dom::query("attempt") else {
        return Shown::List;
    };
    let Some(id) = AttemptId::parse(attempt_in(&name)) else {
        return Shown::Missing;
    };
    match repository().attempt(&id) {
        Ok(Some(attempt)) => Shown::One(Box::new(attempt)),
        Ok(None) => Shown::Missing,
        Err(error) => Shown::Broken(error),
    }
}

/// The id of an attempt in an address: punctuation behind an address in prose is not part of it.
fn attempt_in(name: &str) -> &str {
    name.trim_matches(|letter: char| !letter.is_ascii_hexdigit())
}

#[component]
pub(crate) fn Head() -> impl IntoView {
    view! {
        <h1 id="stage-head">"Your results"</h1>
        <p class="lede">"Saved in this browser and nowhere else."</p>
    }
}

/// One attempt. If another tab adds answers, its result is recomputed.
#[component]
fn One(known: Known, attempt: Attempt, root: String) -> impl IntoView {
    dom::set_title("Your result · Ladder Explorer");
    let made = dom::local_date(attempt.finished.unwrap_or(attempt.changed));
    let name = attempt.name.clone().map(|name| format!(" · {name}"));
    let others = repository().attempts().unwrap_or_default().into_iter();
    let others: Vec<Attempt> = others.filter_map(Result::ok).collect();
    let since = since(&known, &others, &attempt).map(|words| {
        view! { <p class="result-since soft">{words} " " <a href=all_results()>"See both"</a></p> }
    });
    let result = match Scored::of(&known, attempt.clone()) {
        Some(scored) => {
            let scored = RwSignal::new(scored);
            follow(known, scored);
            view! { <ResultView scored=scored root=root whose=Whose::Own /> }.into_any()
        }
        None => view! { {other_version()} <Named attempt=attempt /> }.into_any(),
    };
    view! {
        <p class="result-date soft">{format!("Answered {made}")} {name}</p>
        {since}
        {result}
    }
}

/// Merges the answers that another tab saves.
fn follow(known: Known, scored: RwSignal<Scored>) {
    dom::on_outside_change(move |_| {
        // The page may show something else by now.
        let Some(old) = scored.try_get_untracked() else {
            return;
        };
        let before = &old.attempt;
        if let Ok(Some(new)) = repository().attempt(&before.id)
            && (&new.answers, &new.today, &new.form)
                != (&before.answers, &before.today, &before.form)
            && let Some(new) = Scored::of(&known, new)
        {
            scored.set(new);
        }
    });
}
