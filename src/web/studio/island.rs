//! The Studio in the browser.

use leptos::prelude::*;

use crate::web::components::{Notice, Tone};
use crate::web::island::changes::ChangesMade;
use crate::web::island::redrawn::redrawn;
use crate::web::island::save_line::SaveLine;
use crate::web::island::{Island, mount};
use crate::web::state::of_this_page;
use crate::web::studio::begin::Begin;
use crate::web::studio::cells::{Cells, open_pressed_cells};
use crate::web::studio::checks::Checks;
use crate::web::studio::competencies::Competencies;
use crate::web::studio::helper::Helper;
use crate::web::studio::ladder::AboutLadder;
use crate::web::studio::levels::Levels;
use crate::web::studio::model::Model;
use crate::web::studio::page::StudioPage;
use crate::web::studio::preview::{Preview, PreviewPart};
use crate::web::studio::report::ReportPart;
use crate::web::studio::take::Take;
use crate::web::studio::tracks::Tracks;

/// Mounts the island.
pub fn start() {
    mount(Island::Studio, of_this_page(), |root, page: StudioPage| {
        view! { <StudioPart root=root page=page /> }
    });
}

#[component]
fn StudioPart(root: String, page: StudioPage) -> impl IntoView {
    let helper = Helper::new(page.clone(), root.clone());
    let model = Model::new(helper);
    let is_open = Memo::new(move |_| model.studio.with(Option::is_some));
    let preview = Preview::new(model, helper);
    let of_site = Helper::new(page.clone(), root.clone());
    open_pressed_cells(model);
    let (way, ids) = (root.clone(), page.ids.clone());
    view! {
        <ChangesMade changes=model.changes />
        <Begin model=model root=root page=page />
        <p
            class="studio-reading"
            role="status"
            prop:textContent=move || if model.is_reading.get() { "Reading …" } else { "" }
        ></p>
        {redrawn(move || {
            let refused = model.refused.get();
            (!refused.is_empty()).then(|| {
                let lines = refused.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
                view! {
                    <div class="notice notice-warning" role="alert">
                        <strong>"Problem: "</strong>
                        <ul class="notes">{lines}</ul>
                    </div>
                }
            })
        })}
        <ReportPart model=model />
        {redrawn(move || {
            is_open.get().then(|| {
                view! {
                    <Next />
                    <Bar model=model />
                    <AboutLadder model=model />
                    <Tracks model=model />
                    <Levels model=model />
                    <Competencies model=model />
                    <Cells model=model />
                    <Checks model=model />
                    <PreviewPart preview=preview root=way.clone() />
                    <Take model=model helper=of_site ids=ids.clone() />
                }
            })
        })}
    }
}

/// What is below, in the order in which it is done.
#[component]
fn Next() -> impl IntoView {
    let to =
        |part: &str, words: &'static str| view! { <a href=format!("#{part}-head")>{words}</a> };
    view! {
        <nav class="studio-next no-print" aria-labelledby="next-head">
            <h2 id="next-head">"What to do next"</h2>
            <ol>
                <li>
                    "Correct " {to("ladder", "the name and the id")} ", " {to("tracks", "the tracks")} ", "
                    {to("levels", "the levels")} ", " {to("items", "the competencies")} " and "
                    {to("cells", "what each level expects")} "."
                </li>
                <li>{to("checks", "See what is still missing")} "."</li>
                <li>{to("preview", "Look at your pages")} "."</li>
                <li>{to("take", "Take the ladder along")} ", as a file or as a site."</li>
            </ol>
        </nav>
    }
}

/// Undo, redo, and whether the draft is saved.
#[component]
fn Bar(model: Model) -> impl IntoView {
    let step = move |words: &'static str, id: &'static str, is_back: bool| {
        let told = Memo::new(move |_| {
            model.studio.with(|studio| {
                let studio = studio.as_ref()?;
                let told = if is_back {
                    studio.can_undo()
                } else {
                    studio.can_redo()
                };
                told.map(str::to_owned)
            })
        });
        let named = move || match told.get() {
            Some(told) => format!("{words}: {told}"),
            None => words.to_owned(),
        };
        view! {
            <button
                type="button"
                class="button"
                id=id
                disabled=move || told.get().is_none()
                aria-label=named
                on:click=move |_| model.travel(is_back)
            >
                {words}
            </button>
        }
    };
    view! {
        <div class="studio-bar no-print">
            {step("Undo", "studio-undo", true)}
            {step("Redo", "studio-redo", false)}
            <p class="soft small" role="status" prop:textContent=move || model.told.get()></p>
            {redrawn(move || {
                model.is_large.get().then(|| view! {
                    <Notice tone=Tone::Warning>
                        "This draft is too large to be kept in the browser. Save it as a file before you leave."
                    </Notice>
                })
            })}
            {redrawn(move || {
                model.is_other.get().then(|| view! {
                    <Notice tone=Tone::Warning>
                        "Another tab changed this draft. Nothing is saved here until you choose. "
                        <button type="button" class="button-text" on:click=move |_| model.take_other()>
                            "Take the other one"
                        </button>
                        " "
                        <button type="button" class="button-text" on:click=move |_| model.keep_own()>
                            "Keep this one"
                        </button>
                    </Notice>
                })
            })}
            {redrawn(move || (!model.is_other.get()).then(|| view! { <SaveLine kept=model.kept /> }))}
        </div>
    }
}
