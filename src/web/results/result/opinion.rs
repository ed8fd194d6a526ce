//! A second opinion: the link that asks a colleague, and the replies, compared with one's own answers.

use leptos::prelude::*;

use crate::quiz::agreement;
use crate::route::Route;
use crate::share::{Request, tidy_name};
use crate::store::{Opinion, OpinionEntry};
use crate::web::components::{Notice, Tone};
use crate::web::dom::{self, repository};
use crate::web::island::link_maker::LinkMaker;
use crate::web::island::redrawn::redrawn;
use crate::web::results::result::Fold;
use crate::web::results::result::scored::Scored;
use crate::web::words;

#[component]
pub(crate) fn Opinions(scored: RwSignal<Scored>, root: String) -> impl IntoView {
    let id = scored.with_untracked(|scored| scored.attempt.id.clone());
    let entries = RwSignal::new(repository().opinions_on(&id).unwrap_or_default());
    let removed = RwSignal::new(None::<Opinion>);
    let problem = RwSignal::new(None::<String>);
    let reread = move || entries.set(repository().opinions_on(&id).unwrap_or_default());
    let undo_reread = reread.clone();
    let remove = Callback::new(move |opinion: Opinion| {
        match repository().remove_opinion(&opinion.id) {
            Ok(gone) => {
                removed.set(gone);
                dom::focus("undo-opinion");
            }
            Err(error) => problem.set(Some(words::store_problem(&error))),
        }
        reread();
    });
    let undo = move |_| {
        if let Some(opinion) = removed.get_untracked() {
            match repository().save_opinion(&opinion) {
                Ok(()) => {
                    removed.set(None);
                    dom::focus("opinions-head");
                }
                Err(error) => problem.set(Some(words::store_problem(&error))),
            }
            undo_reread();
        }
    };
    // With an opinion it begins open, and is printed.
    let any = entries.with_untracked(|entries| !entries.is_empty());
    let class = if any { "open-in-print" } else { "no-print" };
    view! {
        <Fold id="opinions-head" heading="A second opinion" class=class open=any>
            {redrawn(move || problem.get().map(|problem| view! { <Notice tone=Tone::Warning>{problem}</Notice> }))}
            {redrawn(move || removed.get().map(|_| view! {
                <p class="notice notice-warning" role="status">
                    "The opinion was deleted. "
                    <button type="button" class="button-text" id="undo-opinion" on:click=undo.clone()>"Undo"</button>
                </p>
            }))}
            {redrawn(move || entries.get().into_iter().map(|entry| one(scored, entry, remove)).collect_view())}
            <Ask scored=scored root=root />
        </Fold>
    }
}

fn one(scored: RwSignal<Scored>, entry: OpinionEntry, remove: Callback<Opinion>) -> AnyView {
    let opinion = match entry {
        Ok(opinion) => opinion,
        Err(error) => {
            return view! { <p class="soft">{words::store_problem(&error)}</p> }.into_any();
        }
    };
    let who = opinion
        .from
        .clone()
        .unwrap_or_else(|| "A colleague".to_owned());
    let said = scored.with(|scored| {
        let quiz = &scored.data.quiz;
        if opinion.quiz != quiz.id || opinion.quiz_version != quiz.version {
            return vec![
                "It was given with another version of the quiz, so it is saved but not compared."
                    .to_owned(),
            ];
        }
        let Some(form) = quiz.form(&opinion.form) else {
            return Vec::new();
        };
        let found = agreement(&scored.attempt.answers, &opinion.answers, quiz, form);
        let mut said = vec![words::agreement(&found)];
        said.extend(
            found
                .largest
                .iter()
                .map(|difference| words::difference(quiz, difference)),
        );
        said
    });
    let mut said = said.into_iter();
    let first = said.next();
    let rest: Vec<AnyView> = said
        .map(|line| view! { <li>{line}</li> }.into_any())
        .collect();
    let date = dom::local_date(opinion.received);
    view! {
        <div class="opinion">
            <h3>{who}</h3>
            <p class="soft">{format!("Saved {date}")}</p>
            <p>{first}</p>
            {(!rest.is_empty()).then(|| view! { <p>"Where you differ most:"</p> <ul class="notes">{rest}</ul> })}
            <p class="no-print">
                <button type="button" class="button-text" on:click=move |_| remove.run(opinion.clone())>
                    "Delete this opinion"
                </button>
            </p>
        </div>
    }
    .into_any()
}

/// The link for a request: it does not contain the visitor's own answers.
#[component]
fn Ask(scored: RwSignal<Scored>, root: String) -> impl IntoView {
    let make = Callback::new(move |typed: String| {
        let code = scored.with_untracked(|scored| {
            let attempt = &scored.attempt;
            let request = Request {
                quiz: attempt.quiz.clone(),
                quiz_version: attempt.quiz_version,
                form: attempt.form.clone(),
                attempt: attempt.id.as_str().to_owned(),
                name: tidy_name(&typed),
            };
            request.write(&scored.data.quiz)
        });
        code.map(|code| dom::link_with(&root, &Route::Quiz.path(), &code))
            .map_err(|fault| fault.to_string())
    });
    view! {
        <div class="no-print">
            <p>
                "Ask a colleague how they see you. They answer the same questions about you without seeing your answers, and send a link back; open it in this browser. There is no server: the link carries the form, the id of this attempt and, if you type it, your name."
            </p>
            <LinkMaker name="Your name, if you like" button="Make the link to send" make=make />
        </div>
    }
}
