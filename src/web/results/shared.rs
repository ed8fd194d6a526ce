//! The content of a link: another person's result to read, or a second opinion to accept. Saves nothing
//! unless the visitor confirms.

use leptos::prelude::*;

use crate::quiz::Today;
use crate::route::Route;
use crate::share::{Reply, Shared, time_of};
use crate::store::{Attempt, AttemptId, Opinion};
use crate::web::components::{Notice, Tone};
use crate::web::dom::{self, repository};
use crate::web::island::redrawn::redrawn;
use crate::web::results::result::{FixedResult, Known, Whose};
use crate::web::words;

/// Another person's result, read-only and marked as such.
#[component]
pub(crate) fn SharedResult(known: Known, shared: Shared, root: String) -> impl IntoView {
    let who = match &shared.name {
        Some(name) => format!("This is the result of {name}, from a link."),
        None => "This is someone else’s result, from a link.".to_owned(),
    };
    let when = shared
        .taken
        .map(|day| format!(" Taken {}.", dom::local_day(time_of(day))));
    dom::set_title("Someone else’s result · Ladder Explorer");
    let attempt = attempt_of(&shared);
    view! {
        <Notice tone=Tone::Warning>
            {who}{when} " You can read it here. Nothing of it is saved in this browser, and your own attempts are unchanged."
        </Notice>
        <FixedResult known=known attempt=attempt root=root whose=Whose::Theirs />
    }
}

/// The visitor's own result, whose answers are in the address because nothing can be saved.
#[component]
pub(crate) fn UnkeptResult(known: Known, shared: Shared, root: String) -> impl IntoView {
    dom::set_title("Your result · Ladder Explorer");
    let attempt = attempt_of(&shared);
    view! {
        <Notice tone=Tone::Warning>
            "This browser could not save your answers. They are in the address of this page instead, after the #, where no server sees them. Save the address to open this result again, and be careful who you share it with; or save the result below."
        </Notice>
        <FixedResult known=known attempt=attempt root=root whose=Whose::Unkept />
    }
}

/// An attempt from the answers in a link. It is not stored.
fn attempt_of(shared: &Shared) -> Attempt {
    let taken = shared.taken.map(time_of).unwrap_or_default();
    let today = shared
        .today
        .iter()
        .filter_map(|(id, held)| Some((id.clone(), Today::try_from(*held).ok()?)));
    Attempt {
        schema: Attempt::SCHEMA,
        id: AttemptId::new(taken, 0.0),
        quiz: shared.quiz.clone(),
        quiz_version: shared.quiz_version,
        form: shared.form.clone(),
        answers: shared.answers.clone(),
        today: today.collect(),
        name: None,
        note: None,
        started: taken,
        changed: taken,
        finished: Some(taken),
    }
}

/// A colleague's reply: saved with the attempt it is about, once the visitor confirms.
#[component]
pub(crate) fn TakeInOpinion(reply: Reply, root: String) -> impl IntoView {
    let id = AttemptId::parse(&reply.attempt);
    let own = id
        .clone()
        .and_then(|id| repository().attempt(&id).ok().flatten());
    let who = reply
        .name
        .clone()
        .unwrap_or_else(|| "A colleague".to_owned());
    let Some((id, own)) = id.zip(own) else {
        return view! {
            <h1 id="stage-head">"A second opinion"</h1>
            <Notice tone=Tone::Warning>
                "This browser does not have the attempt that this opinion is about. Open the link in the browser where you took the quiz. Nothing was changed here."
            </Notice>
            <p><a href=format!("{root}{}", Route::Results.path())>"All results saved here"</a></p>
        }
        .into_any();
    };
    let date = dom::local_date(own.finished.unwrap_or(own.changed));
    let problem = RwSignal::new(None::<String>);
    let back = format!("{root}{}?attempt={}", Route::Results.path(), id.as_str());
    let target = back.clone();
    let keep = move |_| {
        let opinion = Opinion::new(
            id.clone(),
            (&reply.quiz, reply.quiz_version, &reply.form),
            reply.name.as_deref(),
            reply.answers.clone(),
            dom::now(),
        );
        match repository().save_opinion(&opinion) {
            Ok(()) => dom::go_instead(&target),
            Err(error) => problem.set(Some(words::store_problem(&error))),
        }
    };
    view! {
        <h1 id="stage-head">"A second opinion"</h1>
        <p class="lede">{format!("{who} answered about you. This opinion belongs to your attempt of {date}.")}</p>
        <p>"Save it in this browser, and your result shows where you agree and where you don’t."</p>
        {redrawn(move || problem.get().map(|problem| view! { <Notice tone=Tone::Warning>{problem}</Notice> }))}
        <p class="actions">
            <button type="button" class="button button-first" on:click=keep>"Save it with that attempt"</button>
            <a href=back>"Don’t save it, and open the attempt"</a>
        </p>
    }
    .into_any()
}
