//! Entries as a file: a table, a list, or our own JSON.

use leptos::prelude::*;

use crate::growth::{Entry, Filter, to_csv, to_json, to_markdown};
use crate::web::components::{Notice, Tone};
use crate::web::dom;
use crate::web::growth::evidence::Evidence;
use crate::web::growth::words::count;
use crate::web::island::redrawn::redrawn;
use crate::web::words;

/// The maximum size of a file that can be imported again, in bytes.
const LARGEST: usize = 1_048_576;

/// The kind of a file.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Csv,
    Markdown,
    Json,
}

impl Kind {
    const ALL: [Self; 3] = [Self::Csv, Self::Markdown, Self::Json];

    /// Its name, the ending of its files, and their type.
    const fn names(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Csv => ("CSV", "csv", "text/csv"),
            Self::Markdown => ("Markdown", "md", "text/markdown"),
            Self::Json => ("JSON", "json", "application/json"),
        }
    }

    fn text(self, entries: &[Entry]) -> Option<String> {
        match self {
            Self::Csv => Some(to_csv(entries)),
            Self::Markdown => Some(to_markdown(entries)),
            Self::Json => to_json(entries).ok(),
        }
    }
}

/// The choice and the buttons.
#[component]
pub(super) fn Exporting(page: Evidence) -> impl IntoView {
    let everything = RwSignal::new(false);
    let said = RwSignal::new(String::new());
    let large = RwSignal::new(None::<Kind>);
    let is_filtered = Memo::new(move |_| page.filter.with(|filter| *filter != Filter::default()));
    let all = move || {
        page.journal
            .with(|journal| entries(journal.entries().len()))
    };
    let found = move || page.found.with(|found| entries(found.len()));
    let save = move |kind: Kind, anyway: bool| {
        let is_all = everything.get_untracked() || !is_filtered.get_untracked();
        let chosen = match is_all {
            true => page.journal.with_untracked(|all| all.entries().to_vec()),
            false => page.found.get_untracked(),
        };
        let Some(text) = kind.text(&chosen) else {
            return;
        };
        said.set(String::new());
        if text.len() > LARGEST && !anyway {
            large.set(Some(kind));
            return;
        }
        large.set(None);
        let (_, ending, of) = kind.names();
        let file = format!("evidence-{}.{ending}", dom::day_stamp(dom::now()));
        dom::save_file(&file, of, &text);
        let contains = entries(chosen.len());
        said.set(format!(
            "{} It contains {contains}.",
            words::asked_to_save(&file)
        ));
    };
    let choice = move |value: bool, text: Signal<String>| {
        view! {
            <label class="check">
                <input
                    type="radio"
                    name="export"
                    prop:checked=move || everything.get() == value
                    on:change=move |_| everything.set(value)
                />
                <span prop:textContent=move || text.get()></span>
            </label>
        }
    };
    let buttons = Kind::ALL.map(|kind| {
        let (name, ..) = kind.names();
        view! { <button type="button" class="button" on:click=move |_| save(kind, false)>{name}</button> }
    });
    view! {
        <details class="fold no-print">
            <summary>
                <h2 id="export-head">"Export"</h2>
            </summary>
            <section aria-labelledby="export-head">
                <p>"CSV opens in a spreadsheet, Markdown in any editor, and JSON keeps everything exactly. Each can be imported here again."</p>
                {redrawn(move || match is_filtered.get() {
                    true => {
                        view! {
                            <fieldset class="choices-plain">
                                <legend>"Which entries?"</legend>
                                {choice(false, Signal::derive(move || format!("What the filter shows: {}", found())))}
                                {choice(true, Signal::derive(move || format!("Everything: {}", all())))}
                            </fieldset>
                        }
                            .into_any()
                    }
                    false => {
                        view! { <p prop:textContent=move || format!("The file will contain everything: {}.", all())></p> }
                            .into_any()
                    }
                })}
                <p class="actions">{buttons.into_iter().collect_view()}</p>
                {redrawn(move || {
                    large
                        .get()
                        .map(|kind| {
                            view! {
                                <Notice tone=Tone::Warning>
                                    "This file is larger than 1 MiB, so it can’t be imported again in one piece. Use the filter to export it in parts, or "
                                    <button type="button" class="button-text" on:click=move |_| save(kind, true)>
                                        "save it all the same"
                                    </button>
                                    "."
                                </Notice>
                            }
                        })
                })}
                <p role="status" class="soft" prop:textContent=move || said.get()></p>
            </section>
        </details>
    }
}

fn entries(number: usize) -> String {
    count(number, "entry", "entries")
}
