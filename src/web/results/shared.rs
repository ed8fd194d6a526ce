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
use crate::web::results::result::{FixedResult, Whose};
use crate::web::state::ResultData;
use crate::web::words;

/// Another person's result, read-only and marked as such.
#[component]
pub(crate) fn SharedResult(data: ResultData, shared: Shared, root: String) -> impl IntoView {
    let who = match &shared.name {
        Some(name) => format!("This is the result of {name}, from a link."),
        None => "This is somebody else’s result, from a link.".to_owned(),
    };
    let when = shared
        .taken
        .map(|day| format!(" Taken {}.", dom::local_day(time_of(day))));
    dom::set_title("Somebody else’s result · Ladder Explorer");
    let attempt = attempt_of(&data, &shared);
    view! {
        <Notice tone=Tone::Warning>
            {who}{when} " You can read it here; nothing of it is kept in this browser, and your own attempts are untouched."
        </Notice>
        <FixedResult data=data attempt=attempt root=root whose=Whose::Theirs />
    }
}

/// The visitor's own result, whose answers are in the address because nothing can be saved.
#[component]
pub(crate) fn UnkeptResult(data: ResultData, shared: Shared, root: String) -> impl IntoView {
    dom::set_title("Your result · Ladder Explorer");
    let attempt = attempt_of(&data, &shared);
    view! {
        <Notice tone=Tone::Warning>
            "This browser did not keep your answers. They stand in the address of this page instead, behind the #, where no server sees them: keep the address to open this result again, and mind who else gets it. Or take the result away below."
        </Notice>
        <FixedResult data=data attempt=attempt root=root whose=Whose::Unkept />
    }
}

/// An attempt from the answers in a link. It is not stored.
fn attempt_of(data: &ResultData, shared: &Shared) -> Attempt {
    let taken = shared.taken.map(time_of).unwrap_or_default();
    let today = shared
        .today
        .iter()
        .filter_map(|(id, held)| Some((id.clone(), Today::try_from(*held).ok()?)));
    let mut attempt = Attempt::new(AttemptId::new(taken, 0.0), &data.quiz, &shared.form, taken);
    attempt.answers = shared.answers.clone();
    attempt.today = today.collect();
    attempt.finished = Some(taken);
    attempt
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
                "This browser does not keep the attempt that this opinion is about. Open the link in the browser where you took the quiz. Nothing is changed here."
            </Notice>
            <p><a href=format!("{root}{}", Route::Results.path())>"All results kept here"</a></p>
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
        <p class="lede">{format!("{who} answered about you. It belongs to your attempt of {date}.")}</p>
        <p>"Keep it in this browser, and your result shows where you agree and where not."</p>
        {redrawn(move || problem.get().map(|problem| view! { <Notice tone=Tone::Warning>{problem}</Notice> }))}
        <p class="actions">
            <button type="button" class="button button-first" on:click=keep>"Keep it with that attempt"</button>
            <a href=back>"Leave it, and open the attempt"</a>
        </p>
    }
    .into_any()
}
