//! The ways to begin: files, a paste, a ladder of this site, or nothing.

use std::sync::Arc;

use leptos::prelude::*;

use crate::import::{Choices, MOST_BYTES, Source};
use crate::ladder::Draft;
use crate::web::dom::{self, FileProblem};
use crate::web::island::redrawn::redrawn;
use crate::web::studio::model::Model;
use crate::web::studio::page::StudioPage;

const FILES: &str = "studio-files";
const PASTE: &str = "studio-paste";
/// The name of what is pasted, in messages about it.
const PASTED: &str = "what you pasted";

#[component]
pub(super) fn Begin(model: Model, root: String, page: StudioPage) -> impl IntoView {
    let is_open = Memo::new(move |_| model.studio.with(Option::is_some));
    let choose = move |_| {
        let most = f64::from(u32::try_from(MOST_BYTES).unwrap_or(u32::MAX));
        dom::read_files(FILES, most, move |files| match files {
            Ok(files) => {
                let files = files
                    .into_iter()
                    .map(|(name, bytes)| Source { name, bytes });
                model.import(Arc::new(files.collect()), Choices::default(), Vec::new());
            }
            Err(problem) => model.refused.set(vec![unread(problem).to_owned()]),
        });
        // A browser says nothing when the file that is still in the field is chosen again.
        dom::fill(FILES, "");
    };
    let pasted = move |text: String| {
        let file = Source {
            name: PASTED.to_owned(),
            bytes: text.into_bytes(),
        };
        model.import(Arc::new(vec![file]), Choices::default(), Vec::new());
    };
    dom::on_table_pasted(PASTE, pasted);
    let read_pasted = move |_| match dom::filled(PASTE) {
        Some(text) if !text.trim().is_empty() => pasted(text),
        _ => {
            model
                .refused
                .set(vec!["Paste the table or the text first.".to_owned()]);
            dom::focus(PASTE);
        }
    };
    let ladders = page
        .ladders
        .into_iter()
        .map(|known| {
            let address = format!("{root}{}", known.file);
            let open = move |_| {
                dom::load(&address, move |text| {
                    let draft = text.and_then(|text| Draft::from_json(&text).ok());
                    match draft {
                        Some(draft) => model.open(draft),
                        None => model.refused.set(vec![
                            "The ladder could not be loaded. Look at your connection and try again."
                                .to_owned(),
                        ]),
                    }
                });
            };
            view! {
                <li><button type="button" class="button" on:click=open>{known.name}</button></li>
            }
        })
        .collect_view();
    let read = match model.helper.exists() {
        true => view! {
            <div class="studio-way">
                <h3>"From files"</h3>
                <p class="soft">"A sheet saved as CSV or TSV, a document in Markdown or HTML, YAML or JSON of another ladder tool, or a ladder in our own format. Several files are read as one ladder."</p>
                <label for=FILES>"Choose one file or several, or drop them here"</label>
                <input
                    id=FILES
                    class="field"
                    type="file"
                    multiple=true
                    accept=".csv,.tsv,.txt,.md,.markdown,.html,.htm,.json,.yml,.yaml,text/*,application/json"
                    on:change=choose
                />
            </div>
            <div class="studio-way">
                <h3>"From the clipboard"</h3>
                <p class="soft">"Copy the cells of a sheet, or a table of a wiki page."</p>
                <label for=PASTE>"Paste here"</label>
                <textarea id=PASTE class="field" rows="3" autocomplete="off" spellcheck="false"></textarea>
                <button type="button" class="button" on:click=read_pasted>"Read it"</button>
            </div>
        }
        .into_any(),
        false => view! {
            <p class="soft">"This build for development cannot read files. A release build can."</p>
        }
        .into_any(),
    };
    let blank = move |_| model.open(Draft::blank("my-ladder", "My ladder"));
    view! {
        <details class="studio-begin no-print" prop:open=move || !is_open.get()>
            <summary><h2 id="begin-head" prop:textContent=move || if is_open.get() { "Begin again" } else { "Begin" }></h2></summary>
            {redrawn(move || is_open.get().then(|| view! {
                <p class="soft">"What is open below is replaced; “Undo” brings it back."</p>
            }))}
            <div
                class="studio-ways"
                on:pointerenter=move |_| model.helper.start()
                on:focusin=move |_| model.helper.start()
                on:dragenter=move |_| model.helper.start()
            >
                {read}
                <div class="studio-way">
                    <h3>"From a ladder that is here"</h3>
                    <ul class="plain-list studio-known">
                        {ladders}
                        <li><button type="button" class="button" on:click=blank>"From nothing"</button></li>
                    </ul>
                </div>
            </div>
        </details>
    }
}

const fn unread(problem: FileProblem) -> &'static str {
    match problem {
        FileProblem::TooLarge => {
            "These files have more than 16 MiB together. Choose fewer, or split the ladder."
        }
        FileProblem::NotRead => "Your browser couldn’t read these files. Choose them again.",
        FileProblem::None => "No file was chosen.",
    }
}
