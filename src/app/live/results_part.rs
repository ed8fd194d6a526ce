//! Every attempt kept in this browser, and one of them in full when the address names it.
//! Joins the shelf to components; recomputes each verdict from its answers.

use leptos::prelude::*;

use super::result_part::{ResultView, fit_of};
use crate::app::browser::{self, Place, shelf};
use crate::app::components::{Notice, Tone};
use crate::app::state::{self, Kept, PageData};
use crate::app::words;
use crate::quiz::Verdict;
use crate::route::Route;
use crate::store::{Attempt, AttemptId, Entry, StoreError};

/// What is shown.
#[derive(Clone)]
enum Shown {
    /// Nothing is read yet.
    Waiting,
    /// The list.
    List,
    /// One attempt in full.
    One(Box<Attempt>),
    /// The address names an attempt that is not here.
    Missing,
    /// The attempt that the address names cannot be read.
    Broken(StoreError),
}

/// The results.
#[component]
pub fn ResultsPart(
    /// The way up to the app's root.
    root: String,
) -> impl IntoView {
    let root = StoredValue::new(root);
    let data = StoredValue::new(None::<PageData>);
    let shown = RwSignal::new(Shown::Waiting);
    Effect::new(move |_| {
        data.set_value(PageData::of_this_page());
        shown.set(named_in_address());
        browser::mark("waiting", None);
    });
    view! {
        <div class="results">
            {move || match shown.get() {
                Shown::Waiting => view! { <Head /> }.into_any(),
                Shown::List => view! { <List data=data root=root.get_value() /> }.into_any(),
                Shown::One(attempt) => {
                    view! { <One data=data attempt=*attempt root=root.get_value() /> }.into_any()
                }
                Shown::Missing => {
                    view! {
                        <Head />
                        <Notice tone=Tone::Warning>
                            "This browser keeps no attempt of that name. Results stay in the browser they were made in."
                        </Notice>
                        <p><a href=all_results()>"All results kept here"</a></p>
                    }
                        .into_any()
                }
                Shown::Broken(error) => {
                    view! {
                        <Head />
                        <Notice tone=Tone::Warning>{words::store_problem(&error)}</Notice>
                        <p><a href=all_results()>"All results kept here"</a></p>
                    }
                        .into_any()
                }
            }}
        </div>
    }
}

/// The list, from the page of one result.
fn all_results() -> String {
    Route::Results.link(&Route::Results)
}

fn named_in_address() -> Shown {
    let Some(name) = browser::query("attempt") else {
        return Shown::List;
    };
    let Some(id) = AttemptId::parse(&name) else {
        return Shown::Missing;
    };
    match shelf().attempt(&id) {
        Ok(Some(attempt)) => Shown::One(Box::new(attempt)),
        Ok(None) => Shown::Missing,
        Err(error) => Shown::Broken(error),
    }
}

#[component]
fn Head() -> impl IntoView {
    view! {
        <h1 id="stage-head" tabindex="-1">"Your results"</h1>
        <p class="lede">"Kept in this browser and nowhere else."</p>
    }
}

#[component]
fn One(data: StoredValue<Option<PageData>>, attempt: Attempt, root: String) -> impl IntoView {
    let made = browser::local_date(attempt.finished.unwrap_or(attempt.changed));
    browser::set_title("Your result · Ladder Explorer");
    data.get_value().map(|data| {
        view! {
            <p class="result-date soft">{format!("Answered {made}")}</p>
            <ResultView data=data attempt=attempt root=root />
        }
    })
}

#[component]
fn List(data: StoredValue<Option<PageData>>, root: String) -> impl IntoView {
    let entries = RwSignal::new(shelf().attempts());
    let removed = RwSignal::new(None::<Attempt>);
    let problem = RwSignal::new(None::<StoreError>);
    let root = StoredValue::new(root);
    let remove = Callback::new(move |id: AttemptId| {
        match shelf().remove_attempt(&id) {
            Ok(attempt) => {
                removed.set(attempt);
                browser::focus("undo");
            }
            Err(error) => problem.set(Some(error)),
        }
        entries.set(shelf().attempts());
    });
    let undo = move |_| {
        if let Some(attempt) = removed.get_untracked() {
            match state::save(&attempt) {
                Kept::Failed(error) => problem.set(Some(error)),
                _ => removed.set(None),
            }
            entries.set(shelf().attempts());
            browser::focus("stage-head");
        }
    };
    view! {
        <Head />
        {(!Place::lasts()).then(|| view! { <Notice tone=Tone::Warning>{words::NOT_KEPT}</Notice> })}
        {move || {
            problem
                .get()
                .map(|error| {
                    view! { <Notice tone=Tone::Warning>{words::store_problem(&error)}</Notice> }
                })
        }}
        {move || {
            removed
                .get()
                .is_some()
                .then(|| {
                    view! {
                        <p class="notice notice-warning" role="status">
                            "One attempt was deleted. "
                            <button type="button" class="button-text" id="undo" on:click=undo>"Undo"</button>
                        </p>
                    }
                })
        }}
        {move || match entries.get() {
            Err(error) => {
                view! { <Notice tone=Tone::Warning>{words::store_problem(&error)}</Notice> }
                    .into_any()
            }
            Ok(entries) if entries.is_empty() => empty(&root.get_value()).into_any(),
            Ok(entries) => {
                let rows = entries
                    .into_iter()
                    .map(|entry| {
                        data.with_value(|data| row(data.as_ref(), entry, remove, &root.get_value()))
                    })
                    .collect_view();
                let quiz = format!("{}{}", root.get_value(), Route::Quiz.path());
                view! {
                    <ol class="attempts plain-list">{rows}</ol>
                    <p class="actions">
                        <a class="button button-first" href=quiz>"Take the quiz again"</a>
                    </p>
                }
                    .into_any()
            }
        }}
    }
}

fn empty(root: &str) -> impl IntoView + use<> {
    let quiz = format!("{root}{}", Route::Quiz.path());
    view! {
        <p>
            "Nothing is kept yet. Take the quiz: each attempt then stands here with its date and verdict, and opens again whenever you like."
        </p>
        <p class="actions">
            <a class="button button-first" href=quiz>"Take the quiz"</a>
            <span class="soft">"5 minutes · stays in this browser"</span>
        </p>
    }
}

fn row(data: Option<&PageData>, entry: Entry, remove: Callback<AttemptId>, root: &str) -> AnyView {
    let attempt = match entry {
        Ok(attempt) => attempt,
        Err(error) => {
            return view! { <li class="attempt soft">{words::store_problem(&error)}</li> }
                .into_any();
        }
    };
    let made = browser::local_date(attempt.finished.unwrap_or(attempt.changed));
    let scored = data
        .filter(|data| state::fits(&data.quiz, &attempt))
        .and_then(|data| fit_of(&data.quiz, &attempt));
    let count = attempt.answers.ids().count();
    let verdict = match (&scored, attempt.finished) {
        (None, _) => "made with another version of the quiz; kept, not reinterpreted".to_owned(),
        (Some(_), None) if count == 1 => "under way, 1 answer so far".to_owned(),
        (Some(_), None) => format!("under way, {count} answers so far"),
        (Some(fit), Some(_)) => format!(
            "{}, from {} answers",
            words::verdict_name(Verdict::of(fit)),
            fit.answers
        ),
    };
    let (href, words) = match attempt.finished {
        _ if scored.is_none() => (String::new(), ""),
        Some(_) => (format!("?attempt={}", attempt.id.as_str()), "Open"),
        None => (
            format!(
                "{root}{}?attempt={}",
                Route::Quiz.path(),
                attempt.id.as_str()
            ),
            "Continue",
        ),
    };
    let name = format!("{words} the attempt of {made}");
    let delete_name = format!("Delete the attempt of {made}");
    let id = attempt.id;
    view! {
        <li class="attempt">
            <span class="attempt-date">{made}</span>
            <span class="attempt-verdict">{verdict}</span>
            <span class="attempt-actions">
                {(!href.is_empty()).then(|| view! { <a href=href aria-label=name>{words}</a> })}
                <button
                    type="button"
                    class="button-text"
                    aria-label=delete_name
                    on:click=move |_| remove.run(id.clone())
                >
                    "Delete"
                </button>
            </span>
        </li>
    }
    .into_any()
}
