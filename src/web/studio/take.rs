//! Taking the ladder along: as a file, or as a whole site.

use leptos::prelude::*;

use crate::ladder::Draft;
use crate::route::Route;
use crate::web::components::{Notice, Tone};
use crate::web::dom;
use crate::web::island::redrawn::redrawn;
use crate::web::studio::helper::{Ask, Helper};
use crate::web::studio::model::Model;

/// The bytes that a page takes in the archive, about, and those of the programs.
const OF_PAGE: f64 = 11_000.0;
const OF_PROGRAMS: f64 = 3_500_000.0;

/// What says how far it is, and the button for what is next.
const STATE: &str = "site-state";
const BEGIN: &str = "site-begin";
const CANCEL: &str = "site-cancel";

/// What the making of a site is at.
#[derive(Clone, Debug, PartialEq)]
enum Making {
    Not,
    /// The pages that it will have, once that is known.
    Asked(Option<usize>),
    /// The pages done, of how many.
    Runs(usize, usize),
    /// The file’s name, and its bytes.
    Done(String, f64),
    Failed(String),
}

#[component]
pub(super) fn Take(model: Model, helper: Helper, ids: Vec<String>) -> impl IntoView {
    let save = move |_| {
        if let Some(draft) = model.draft_now() {
            dom::save_file(&named(&draft, "json"), "application/json", &draft.to_json());
        }
    };
    view! {
        <section aria-labelledby="take-head">
            <h2 id="take-head">"Take it along"</h2>
            <p>
                "The file holds the whole ladder. Open it here again whenever you like."
            </p>
            <p class="actions">
                <button type="button" class="button button-first" on:click=save>"Save the ladder as a file"</button>
                <button type="button" class="button" on:click=move |_| model.delete()>"Delete this draft"</button>
            </p>
            <WholeSite model=model helper=helper ids=ids />
        </section>
    }
}

fn named(draft: &Draft, ending: &str) -> String {
    match draft.id.as_str() {
        "" => format!("ladder.{ending}"),
        id => format!("{id}.{ending}"),
    }
}

#[component]
fn WholeSite(model: Model, helper: Helper, ids: Vec<String>) -> impl IntoView {
    let making = RwSignal::new(Making::Not);
    let ids = StoredValue::new(ids);
    let guide = format!("{}#host", Route::Studio.link(&Route::OwnLadder));
    // Two sites on one host must not share what people keep.
    let taken = model.read(move |draft| ids.with_value(|ids| ids.contains(&draft.id)));
    let ask = move |_| {
        let Some(draft) = model.draft_now() else {
            return;
        };
        making.set(Making::Asked(None));
        dom::focus(STATE);
        helper.ask(Ask::Page(&draft, ""), move |answer, _| {
            let is_here = dom::has_focus(&[STATE]);
            making.set(match (answer.pages, answer.faults, answer.failed) {
                (_, Some(faults), _) => {
                    let first = faults.first();
                    let first = first.map(|fault| format!("{}: {}", fault.place, fault.problem));
                    Making::Failed(format!(
                        "The ladder needs a change first. {}",
                        first.unwrap_or_default()
                    ))
                }
                (Some(pages), ..) => Making::Asked(Some(pages)),
                (.., why) => Making::Failed(failed(why)),
            });
            // What had the focus is gone.
            if is_here {
                dom::focus(BEGIN);
            }
        });
    };
    let make = move |pages: usize| {
        let Some(draft) = model.draft_now() else {
            return;
        };
        making.set(Making::Runs(0, pages));
        dom::focus(STATE);
        let name = named(&draft, "zip");
        helper.ask(Ask::Site(&draft), move |answer, archive| {
            let is_here = answer.done.is_none() && dom::has_focus(&[STATE, CANCEL]);
            making.set(match (answer.done, archive, answer.size) {
                (Some(done), ..) => Making::Runs(done, pages),
                (_, Some(archive), Some(size)) => {
                    archive.save(&name);
                    Making::Done(name.clone(), size)
                }
                _ => Making::Failed(failed(answer.failed)),
            });
            if is_here {
                dom::focus(STATE);
            }
        });
    };
    let cancel = move |_| {
        helper.stop();
        making.set(Making::Not);
        dom::focus(BEGIN);
    };
    // What is shown stays while pages are made, and with it the focus.
    let state = Memo::new(move |_| match making.get() {
        Making::Runs(_, pages) => Making::Runs(0, pages),
        other => other,
    });
    let done = move || match making.get() {
        Making::Runs(done, _) => done,
        _ => 0,
    };
    view! {
        <h3>"A site of your own"</h3>
        <p>
            "Every page of this explorer with your ladder in it, as an archive. Unpack it on any host for static files, such as GitHub Pages; the quiz, My growth and the search work in it. A link to the site shows no picture when it is shared in a chat."
        </p>
        {redrawn(move || {
            if !helper.exists() {
                return view! { <p class="soft">"This build for development cannot make sites. A release build can."</p> }.into_any();
            }
            if taken.get().unwrap_or_default() {
                return view! {
                    <Notice tone=Tone::Quiet>
                        "This id is that of a ladder of this site. Give yours an id of its own above: people’s browsers keep their marks and notes under it."
                    </Notice>
                }
                .into_any();
            }
            match state.get() {
                Making::Not => view! {
                    <p class="actions">
                        <button type="button" class="button button-first" id=BEGIN on:click=ask>"Make the site …"</button>
                    </p>
                }
                .into_any(),
                Making::Asked(None) => view! {
                    <p id=STATE tabindex="-1" role="status">"Counting the pages …"</p>
                }
                .into_any(),
                Making::Asked(Some(pages)) => {
                    let size = f64::from(u32::try_from(pages).unwrap_or(u32::MAX)) * OF_PAGE + OF_PROGRAMS;
                    view! {
                        <p id=STATE tabindex="-1" role="status">
                            {format!("It has {pages} pages, in an archive of about {}.", megabytes(size))}
                        </p>
                        <p class="actions">
                            <button type="button" class="button button-first" id=BEGIN on:click=move |_| make(pages)>
                                {format!("Make it: {}", megabytes(size))}
                            </button>
                            <button type="button" class="button" on:click=cancel>"Cancel"</button>
                        </p>
                    }
                    .into_any()
                }
                Making::Runs(_, pages) => view! {
                    <p id=STATE tabindex="-1" prop:textContent=move || format!("{} of {pages} pages are made.", done())></p>
                    <p><progress max=pages.to_string() prop:value=move || done().to_string() aria-label="Pages made"></progress></p>
                    <p class="actions">
                        <button type="button" class="button" id=CANCEL on:click=cancel>"Cancel"</button>
                    </p>
                }
                .into_any(),
                Making::Done(name, size) => view! {
                    <p id=STATE tabindex="-1" role="status">
                        {format!("Done: {}. {name} is among your downloads. Unpack it into a folder of your web host; ", megabytes(size))}
                        <a href=guide.clone()>"how to do that"</a> "."
                    </p>
                    <p class="actions">
                        <button type="button" class="button" on:click=ask>"Make it again …"</button>
                    </p>
                }
                .into_any(),
                Making::Failed(why) => view! {
                    <div id=STATE tabindex="-1"><Notice tone=Tone::Warning>{why}</Notice></div>
                    <p class="actions">
                        <button type="button" class="button" id=BEGIN on:click=ask>"Try again"</button>
                    </p>
                }
                .into_any(),
            }
        })}
    }
}

fn failed(why: Option<String>) -> String {
    let why = why.unwrap_or_else(|| "the reason is not known".to_owned());
    format!(
        "The site was not made: {why}. Your ladder is as it was. Look at your connection, and try again."
    )
}

fn megabytes(bytes: f64) -> String {
    let whole = (bytes / 100_000.0).round() / 10.0;
    format!("{whole} MB")
}
