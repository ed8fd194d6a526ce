//! Entries from a file or a pasted text: read, previewed in numbers, then added with an undo.

use leptos::prelude::*;

use crate::growth::{Entry, FoundEntries, Journal};
use crate::web::components::{Notice, Tone};
use crate::web::dom::{self, FileProblem, repository};
use crate::web::growth::evidence::Evidence;
use crate::web::growth::evidence::words::sentence;
use crate::web::growth::words::count;
use crate::web::island::redrawn::redrawn;

/// The maximum size of a file to read, in bytes.
const LARGEST: f64 = 1_048_576.0;
const FILE: &str = "import-file";
const PASTED: &str = "import-text";
const PREVIEW: &str = "preview-head";
/// How many problems are listed.
const MOST_TOLD: usize = 20;

/// What was read, without what is there already.
#[derive(Clone)]
struct Read {
    found: FoundEntries,
    there: usize,
}

/// The fields and the preview.
#[component]
pub(super) fn Importing(page: Evidence) -> impl IntoView {
    let read = RwSignal::new(None::<Read>);
    let problem = RwSignal::new(None::<String>);
    let busy = RwSignal::new(false);
    let take = move |text: String, name: String| {
        // The sign is shown before the work begins.
        dom::after(30, move || {
            match FoundEntries::read(&text, &name, dom::now()) {
                Ok(found) => {
                    read.set(Some(compared(page, found)));
                    dom::focus(PREVIEW);
                }
                Err(fault) => problem.set(Some(sentence(&fault.to_string()))),
            }
            busy.set(false);
        });
    };
    let begin = move || {
        read.set(None);
        problem.set(None);
        busy.set(true);
    };
    let chosen = move |_| {
        begin();
        let name = dom::filled(FILE).unwrap_or_default();
        dom::read_file(FILE, LARGEST, move |text| match text {
            Ok(text) => take(text, name),
            Err(why) => {
                busy.set(false);
                problem.set(unread(why));
            }
        });
    };
    let pasted = move |_| {
        begin();
        take(dom::filled(PASTED).unwrap_or_default(), String::new());
    };
    let end = move || {
        read.set(None);
        dom::clear_field(FILE);
        dom::fill(PASTED, "");
    };
    let add = move |_| {
        let Some(Read { found, .. }) = read.get_untracked() else {
            return;
        };
        end();
        let words = match found.entries.len() {
            1 => "1 entry was added.".to_owned(),
            many => format!("{many} entries were added."),
        };
        let added = repository().add_entries(&found.entries);
        if added.is_ok() {
            page.model.saved(Ok(()));
        }
        page.model.changes.tell(&words, added);
    };
    view! {
        <details class="fold no-print">
            <summary>
                <h2 id="import-head">"Import"</h2>
            </summary>
            <section aria-labelledby="import-head">
                <p>"You see what is in it before anything is added. A list has an entry in each line that begins with “- ”, with its date in front if it has one. A table names its columns in the first row: date, did, outcome, links, witnesses, competencies. Only “did” is needed."</p>
                <p>
                    <label class="note-label" for=FILE>"A file: .csv, .md, .txt or .json, 1 MiB at most"</label>
                    <input
                        id=FILE
                        class="field"
                        type="file"
                        accept=".csv,.tsv,.md,.markdown,.txt,.json"
                        on:change=chosen
                    />
                </p>
                <p>
                    <label class="note-label" for=PASTED>"Or a pasted text"</label>
                    <textarea id=PASTED class="field note" rows="4" autocomplete="off" placeholder="- 2026-05-03 What I did"></textarea>
                </p>
                <p class="actions">
                    <button type="button" class="button" on:click=pasted>"See what is in it"</button>
                    <span role="status" prop:textContent=move || if busy.get() { "Reading …" } else { "" }></span>
                </p>
                {redrawn(move || {
                    problem
                        .get()
                        .map(|why| view! { <Notice tone=Tone::Warning>{why} " Nothing was added."</Notice> })
                })}
                {redrawn(move || {
                    read.get()
                        .map(|read| {
                            let room = Journal::has_room(page.count(), read.found.entries.len());
                            let full = room.err().map(|full| sentence(&full.to_string()));
                            let can = full.is_none() && !read.found.entries.is_empty();
                            let add_words = format!("Add {}", entries(read.found.entries.len()));
                            view! {
                                <h3 id=PREVIEW>"What is in it"</h3>
                                {preview(page, &read)}
                                {full.map(|why| view! { <Notice tone=Tone::Warning>{why}</Notice> })}
                                <p class="actions">
                                    {can.then(|| view! {
                                        <button type="button" class="button button-first" on:click=add>{add_words}</button>
                                    })}
                                    <button
                                        type="button"
                                        class="button"
                                        on:click=move |_| {
                                            end();
                                            dom::focus(FILE);
                                        }
                                    >
                                        {if can { "Cancel" } else { "Close" }}
                                    </button>
                                </p>
                            }
                        })
                })}
            </section>
        </details>
    }
}

fn entries(number: usize) -> String {
    count(number, "entry", "entries")
}

/// What is new of what was read.
fn compared(page: Evidence, mut found: FoundEntries) -> Read {
    let present: Vec<Entry> = page.journal.with_untracked(|all| all.entries().to_vec());
    let there = found.leave_out(&present);
    Read { found, there }
}

fn preview(page: Evidence, read: &Read) -> AnyView {
    let Read { found, there } = read;
    let known = page.model.ladder().competencies.iter();
    let known: Vec<&str> = known.map(|item| item.id.as_str()).collect();
    let unknown: Vec<&str> = found.unknown_competencies(&known).into_iter().collect();
    let rows = [
        ("New", found.entries.len()),
        ("There already, left out", *there),
        ("Problems, left out", found.problems.len()),
    ];
    let rows = rows.map(|(name, number)| {
        view! { <tr><th scope="row">{name}</th><td class="number">{number}</td></tr> }
    });
    let list = |words: &'static str, names: String| {
        (!names.is_empty()).then(|| view! { <p>{words} " " {names} "."</p> })
    };
    let problems = found.problems.iter().take(MOST_TOLD);
    let problems = problems.map(|problem| view! { <li>{sentence(&problem.to_string())}</li> });
    let more = found.problems.len().saturating_sub(MOST_TOLD);
    view! {
        <table class="titles">
            <tbody>{rows.into_iter().collect_view()}</tbody>
        </table>
        <ul>
            {problems.collect_view()}
            {(more > 0).then(|| view! { <li>{format!("And {more} more.")}</li> })}
        </ul>
        {list("Competencies that this ladder doesn’t have; they stay as they are:", unknown.join(", "))}
        {list("Columns that aren’t read:", found.unknown_columns.join(", "))}
    }
    .into_any()
}

/// Why a file could not be read at all; none if none was chosen.
fn unread(problem: FileProblem) -> Option<String> {
    let told = match problem {
        FileProblem::TooLarge => "This file is larger than 1 MiB. Split it into smaller ones.",
        FileProblem::NotRead => "Your browser couldn’t read this file. Choose it again.",
        FileProblem::None => return None,
    };
    Some(told.to_owned())
}
