//! The way to a second view: the link that asks for one, the answers that come back, and those that are
//! saved.

use leptos::prelude::*;

use crate::growth::{GrowthId, View};
use crate::ladder::Ladder;
use crate::share::{ViewRequest, read_view, read_view_file, tidy_name};
use crate::store::{StoreError, ViewEntry};
use crate::web::components::{Notice, Tone};
use crate::web::dom::{self, FileProblem, repository};
use crate::web::growth::levels::ChooseLevels;
use crate::web::growth::model::Model;
use crate::web::growth::second_view::{FOR, OTHER, Screen, VIEW, address, label, who};
use crate::web::growth::words;
use crate::web::island::link_maker::LinkMaker;
use crate::web::island::redrawn::redrawn;
use crate::web::island::save_line::SaveLine;
use crate::web::words::store_problem;

/// The maximum size of a file to read, in bytes.
const LARGEST: f64 = 1_048_576.0;
const PASTED: &str = "second-pasted";
const FILE: &str = "second-file";

#[component]
pub(super) fn Home(model: Model, screen: RwSignal<Screen>) -> impl IntoView {
    let other = format!("{}?{FOR}={OTHER}", address(model));
    view! {
        <Saved model=model />
        <div class="second-ways">
            <Ask model=model />
            <Open model=model screen=screen />
        </div>
        <section aria-labelledby="other-head">
            <h2 id="other-head">"About someone else"</h2>
            <p>
                "You don’t have to be asked first. " <a href=other>"I’m preparing a talk about someone else"</a>
            </p>
        </section>
    }
}

/// The link for a request. It holds none of the visitor's marks.
#[component]
fn Ask(model: Model) -> impl IntoView {
    let ladder = model.ladder();
    let aim = model.aim();
    let make = Callback::new(move |typed: String| {
        let aim = aim.get_untracked();
        let (own, target) = aim.map(|aim| (aim.own, aim.target)).unwrap_or_default();
        let mut levels = vec![own, target];
        levels.dedup();
        let request = ViewRequest {
            ladder: ladder.id.clone(),
            ladder_version: ladder.version.clone(),
            levels,
            name: tidy_name(&typed),
        };
        let code = request.write(ladder);
        code.map(|code| dom::link_with("", &address(model), &code))
            .map_err(|fault| fault.to_string())
    });
    view! {
        <section aria-labelledby="ask-head">
            <h2 id="ask-head">"Ask for a second view"</h2>
            <p>
                "Your manager or a peer opens a link, marks the same two levels without seeing your marks, and sends a link back. There is no server: the link carries the ladder, its two levels and, if you type it, your name. None of your marks are in it."
            </p>
            <ChooseLevels model=model />
            <SaveLine kept=model.kept />
            {redrawn(move || {
                aim.get().map(|_| view! {
                    <LinkMaker name="Your name, if you like" button="Make the link to send" make=make />
                    <p class="soft">"You could write with it:"</p>
                    <p class="second-quote">
                        "“Before we talk about my growth: please mark how you see me on these expectations. It takes about ten minutes, you don’t see my marks, and at the end you get a link to send back to me.”"
                    </p>
                })
            })}
        </section>
    }
}

/// An answer as a link, as text or as a file.
#[component]
fn Open(model: Model, screen: RwSignal<Screen>) -> impl IntoView {
    let ladder = model.ladder();
    let problem = RwSignal::new(None::<String>);
    let take = move |read: Result<View, String>| match read {
        Ok(view) => {
            screen.set(Screen::Answer(Box::new(view)));
            dom::focus("second-head");
        }
        Err(why) => problem.set(Some(why)),
    };
    let open = move |_| {
        problem.set(None);
        take(read(&dom::filled(PASTED).unwrap_or_default(), ladder));
    };
    let choose = move |_| {
        problem.set(None);
        dom::read_file(FILE, LARGEST, move |text| {
            let text = text.map_err(|fault| unread(fault).to_owned());
            let view = text.and_then(|text| {
                read_view_file(&text, ladder, dom::now()).map_err(|fault| fault.to_string())
            });
            take(view);
        });
    };
    view! {
        <section aria-labelledby="open-head">
            <h2 id="open-head">"I have an answer"</h2>
            <p>"Open the link that you were sent in this browser, or paste it here. You see who it is from before anything is saved."</p>
            <label class="note-label" for=PASTED>"What you were sent: a link, or the text of a file"</label>
            <textarea id=PASTED class="field note" rows="2" autocomplete="off" spellcheck="false"></textarea>
            <p class="actions">
                <button type="button" class="button" on:click=open>"Open it"</button>
            </p>
            <p>
                <label for=FILE>"Or choose the file that you were sent "</label>
                <input id=FILE class="field" type="file" accept=".json,application/json" on:change=choose />
            </p>
            {redrawn(move || {
                problem.get().map(|why| view! { <Notice tone=Tone::Warning>{why} " Nothing was changed."</Notice> })
            })}
        </section>
    }
}

/// Reads a pasted answer: the text of a file, or a link.
fn read(text: &str, ladder: &Ladder) -> Result<View, String> {
    if text.trim().is_empty() {
        return Err("Nothing is pasted yet. Paste the link that you were sent.".to_owned());
    }
    match text.trim_start().starts_with(['{', '\u{feff}']) {
        true => read_view_file(text, ladder, dom::now()).map_err(|fault| fault.to_string()),
        false => read_view(text, ladder, dom::now()).map_err(|fault| fault.to_string()),
    }
}

/// Why a file could not be read at all.
const fn unread(problem: FileProblem) -> &'static str {
    match problem {
        FileProblem::TooLarge => {
            "This file is larger than 1 MiB, so it is no second view. Choose the file that you were sent."
        }
        FileProblem::NotRead => "Your browser couldn’t read this file. Choose it again.",
        FileProblem::None => "No file was chosen.",
    }
}

/// The views that are saved.
#[component]
fn Saved(model: Model) -> impl IntoView {
    let views = model.read(|kept| kept.views());
    let remove = Callback::new(move |id: GrowthId| match repository().remove_view(&id) {
        Ok(Some(undo)) => model.changes.tell("The second view was deleted.", Ok(undo)),
        Ok(None) => {}
        Err(error) => model.changes.fail(error),
    });
    redrawn(move || {
        let rows = match views.get() {
            Err(error) => return Some(problem(&error)),
            Ok(views) if views.is_empty() => return None,
            Ok(views) => views
                .into_iter()
                .map(|entry| saved_row(entry, remove))
                .collect_view(),
        };
        Some(
            view! {
                <section aria-labelledby="saved-head">
                    <h2 id="saved-head">"Second views saved here"</h2>
                    <ul class="attempts plain-list">{rows}</ul>
                </section>
            }
            .into_any(),
        )
    })
}

fn problem(error: &StoreError) -> AnyView {
    let why = store_problem(error);
    view! { <Notice tone=Tone::Warning>{why}</Notice> }.into_any()
}

fn saved_row(entry: ViewEntry, remove: Callback<GrowthId>) -> AnyView {
    let view = match entry {
        Ok(view) => view,
        Err(error) => {
            return view! { <li class="attempt soft">{store_problem(&error)}</li> }.into_any();
        }
    };
    let (from, date) = (who(&view), dom::local_date(view.received));
    let (open, delete) = (
        format!("Compare the view of {from}, {date}, with mine"),
        format!("Delete the view of {from}, {date}"),
    );
    let marks = words::count(view.marks.len(), "mark", "marks");
    let id = view.id.clone();
    view! {
        <li class="attempt">
            <span class="attempt-date"><strong>{label(&view)}</strong></span>
            <span>{format!("{date}, {marks}")}</span>
            <span class="attempt-actions">
                <a href=format!("?{VIEW}={id}") aria-label=open>"Compare with mine"</a>
                <button type="button" class="button-text" aria-label=delete on:click=move |_| remove.run(id.clone())>
                    "Delete"
                </button>
            </span>
        </li>
    }
    .into_any()
}
