//! The attempts saved in this browser: opened, deleted with an undo, shown over time. Connects the
//! repository to components.

use leptos::prelude::*;

use crate::route::Route;
use crate::store::{Attempt, AttemptEntry, AttemptId, Undo};
use crate::web::components::{Notice, Tone};
use crate::web::dom::{self, LocalStore, repository};
use crate::web::island::redrawn::redrawn;
use crate::web::island::shared_origin::SharedOrigin;
use crate::web::results::history::{History, scored};
use crate::web::results::island::Head;
use crate::web::results::result::Known;
use crate::web::state;
use crate::web::words;

/// The reminder half a year after the visitor requested it, until it is dismissed.
#[component]
fn Reminder(root: String) -> impl IntoView {
    let due = RwSignal::new(state::is_reminder_due());
    let put_away = move |_| {
        // If this cannot be saved, the reminder only appears again.
        let _kept = state::change_settings(|settings| settings.remind_at = None);
        due.set(false);
        dom::focus("stage-head");
    };
    redrawn(move || {
        due.get().then(|| {
            view! {
                <p class="notice notice-warning" role="status">
                    "Six months have passed, and you asked to be reminded. "
                    <a href=format!("{root}{}", Route::Quiz.path())>"Take the quiz again"</a> " "
                    <button type="button" class="button-text" on:click=put_away>"Dismiss the reminder"</button>
                </p>
            }
        })
    })
}

/// A notice that changes were not backed up for a week, until it is put off.
#[component]
fn BackupDue(root: String) -> impl IntoView {
    let due = RwSignal::new(repository().backup_due(dom::now()));
    let later = move |_| {
        // If this cannot be saved, the notice only appears again.
        let _kept = repository().put_off(dom::now());
        due.set(false);
        dom::focus("stage-head");
    };
    let href = format!("{root}{}", Route::Data.path());
    redrawn(move || {
        due.get().then(|| {
            view! {
                <p class="notice">
                    "Some of your changes haven’t been backed up for a week or longer. "
                    <a href=href.clone()>"Save a backup"</a> " "
                    <button type="button" class="button-text" on:click=later>"Not this week"</button>
                </p>
            }
        })
    })
}

#[component]
pub(crate) fn List(known: Known, root: String) -> impl IntoView {
    let entries = RwSignal::new(repository().attempts());
    // Only what differs is redrawn: otherwise the focused row would lose the focus.
    let now = Memo::new(move |_| entries.get());
    let removed = RwSignal::new(Vec::<Undo>::new());
    let problem = RwSignal::new(None::<String>);
    let waiting = RwSignal::new(None::<String>);
    state::after_migration(move |why| {
        // The list may have been replaced by a result since.
        let _gone = waiting.try_set(why.map(|why| words::waiting(&why)));
    });
    let root = StoredValue::new(root);
    let known = StoredValue::new(known);
    let remove = Callback::new(move |id: AttemptId| {
        match repository().remove_attempt_whole(&id) {
            Ok(gone) => {
                removed.update(|removed| removed.push(gone));
                dom::focus("undo");
            }
            Err(error) => problem.set(Some(words::restore_problem(&error))),
        }
        entries.set(repository().attempts());
    });
    let undo = move |_| {
        if let Some(gone) = removed.with_untracked(|removed| removed.last().cloned()) {
            match repository().undo(&gone) {
                Ok(()) => removed.update(|removed| {
                    removed.pop();
                }),
                Err(error) => problem.set(Some(words::restore_problem(&error))),
            }
            entries.set(repository().attempts());
            let more = removed.with_untracked(|removed| !removed.is_empty());
            dom::focus(if more { "undo" } else { "stage-head" });
        }
    };
    // The list may have been replaced by a result since.
    dom::on_outside_change(move |_| drop(entries.try_set(repository().attempts())));
    view! {
        <Head />
        <SharedOrigin root=root.get_value() />
        <Reminder root=root.get_value() />
        <BackupDue root=root.get_value() />
        {(!LocalStore::lasts()).then(|| view! { <Notice tone=Tone::Warning>{words::NOT_KEPT}</Notice> })}
        {redrawn(move || {
            waiting.get().map(|why| view! { <Notice tone=Tone::Warning>{why}</Notice> })
        })}
        {redrawn(move || {
            problem
                .get()
                .map(|why| view! { <Notice tone=Tone::Warning>{why}</Notice> })
        })}
        {redrawn(move || {
            match removed.with(Vec::len) {
                0 => None,
                1 => Some("One attempt was deleted. ".to_owned()),
                count => Some(format!("{count} attempts were deleted. ")),
            }
                .map(|words| {
                    view! {
                        <p class="notice notice-warning" role="status">
                            {words}
                            <button type="button" class="button-text" id="undo" on:click=undo>"Undo"</button>
                        </p>
                    }
                })
        })}
        {redrawn(move || match now.get() {
            Err(error) => {
                view! { <Notice tone=Tone::Warning>{words::store_problem(&error)}</Notice> }
                    .into_any()
            }
            Ok(entries) if entries.is_empty() => empty(&root.get_value()).into_any(),
            Ok(entries) => {
                let readable: Vec<Attempt> = entries.iter().filter_map(|entry| entry.clone().ok()).collect();
                let finished = known.with_value(|known| scored(known, &readable));
                let rows = entries
                    .into_iter()
                    .map(|entry| {
                        known.with_value(|known| row(known, entry, remove, &root.get_value()))
                    })
                    .collect_view();
                let quiz = format!("{}{}", root.get_value(), Route::Quiz.path());
                view! {
                    <ol class="attempts plain-list">{rows}</ol>
                    <p class="actions">
                        <a class="button button-first" href=quiz>"Take the quiz again"</a>
                    </p>
                    <History known=known.get_value() attempts=finished />
                }
                    .into_any()
            }
        })}
    }
}

fn empty(root: &str) -> impl IntoView + use<> {
    let quiz = format!("{root}{}", Route::Quiz.path());
    view! {
        <p>
            {if LocalStore::lasts() {
                "Nothing is saved yet. Take the quiz: each attempt is then listed here with its date and result, and opens again whenever you like."
            } else {
                "If something was saved before, it cannot be seen from here."
            }}
        </p>
        <p class="actions">
            <a class="button button-first" href=quiz>"Take the 5-minute quiz"</a>
            <span class="soft">"stays in this browser"</span>
        </p>
    }
}

fn row(known: &Known, entry: AttemptEntry, remove: Callback<AttemptId>, root: &str) -> AnyView {
    let attempt = match entry {
        Ok(attempt) => attempt,
        Err(error) => {
            return view! { <li class="attempt soft">{words::store_problem(&error)}</li> }
                .into_any();
        }
    };
    let made = dom::local_date(attempt.finished.unwrap_or(attempt.changed));
    let scored = known.finding(&attempt);
    let answers = |number| words::count(number, "answer");
    let verdict = match (&scored, attempt.finished) {
        (None, _) => "made with a version of the quiz that this page does not have".to_owned(),
        (Some(_), None) => format!(
            "in progress, {} so far",
            answers(attempt.answers.ids().count())
        ),
        (Some((finding, fit)), Some(_)) => format!(
            "{}, from {}",
            words::verdict_name(*finding),
            answers(fit.answers)
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
            <span class="attempt-date">
                {attempt.name.map(|name| view! { <strong>{name}</strong> " " })} {made}
            </span>
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
