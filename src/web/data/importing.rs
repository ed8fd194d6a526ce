//! The import of a backup: chosen, previewed, then imported as a whole or not at all.

use leptos::prelude::*;

use crate::store::{Backup, Import, Preview, is_plausible};
use crate::web::components::{Notice, Tone};
use crate::web::data::island::DataModel;
use crate::web::dom::{self, FileProblem, repository};
use crate::web::island::redrawn::redrawn;
use crate::web::words;

/// The maximum size of a file to read, in bytes; a larger one is not a backup of this app.
const LARGEST: f64 = 16.0 * 1_048_576.0;
/// The field for the file.
const FILE: &str = "backup-file";

/// A parsed backup, and what it would change.
type Chosen = (Backup, Preview);

#[component]
pub(crate) fn Importing(model: DataModel) -> impl IntoView {
    let chosen = RwSignal::new(None::<Chosen>);
    let problem = RwSignal::new(None::<String>);
    let mode = RwSignal::new(Import::Add);
    let read = move |_| {
        chosen.set(None);
        problem.set(None);
        dom::read_file(FILE, LARGEST, move |text| match opened(text) {
            Ok(found) => chosen.set(Some(found)),
            Err(why) => problem.set(Some(why)),
        });
    };
    let restore = move |_| {
        let Some((backup, _)) = chosen.get_untracked() else {
            return;
        };
        let mode = mode.get_untracked();
        model
            .changes
            .tell(words::imported(mode), repository().import(&backup, mode));
        chosen.set(None);
        dom::clear_field(FILE);
    };
    let choice = move |value: Import, words: &'static str| {
        view! {
            <label class="check">
                <input
                    type="radio"
                    name="restore"
                    prop:checked=move || mode.get() == value
                    on:change=move |_| mode.set(value)
                />
                <span>{words}</span>
            </label>
        }
    };
    view! {
        <section aria-labelledby="restore-head">
            <h2 id="restore-head">"Restore a backup"</h2>
            <p>
                <label for=FILE>"Choose a backup file. You’ll see what it would change before anything happens."</label>
            </p>
            <p>
                <input id=FILE class="field" type="file" accept=".json,application/json" on:change=read />
            </p>
            {redrawn(move || {
                problem
                    .get()
                    .map(|why| {
                        view! {
                            <Notice tone=Tone::Warning>
                                {why} " Nothing was changed."
                            </Notice>
                        }
                    })
            })}
            {redrawn(move || {
                chosen
                    .get()
                    .map(|(backup, preview)| {
                        view! {
                            {preview_table(&preview)}
                            {unreadable(&backup)}
                            <fieldset class="choices-plain">
                                <legend>"How?"</legend>
                                {choice(Import::Add, "Add: leave everything here as it is, and add what is missing")}
                                {choice(Import::Replace, "Replace: delete everything here and use only the backup. Save a backup file of what is here first")}
                            </fieldset>
                            <p class="actions">
                                <button type="button" class="button button-first" on:click=restore>
                                    "Restore"
                                </button>
                                <button
                                    type="button"
                                    class="button"
                                    on:click=move |_| {
                                        chosen.set(None);
                                        dom::clear_field(FILE);
                                        dom::focus("restore-head");
                                    }
                                >
                                    "Cancel"
                                </button>
                            </p>
                        }
                    })
            })}
        </section>
    }
}

fn opened(text: Result<String, FileProblem>) -> Result<Chosen, String> {
    let text = text.map_err(|problem| unread(problem).to_owned())?;
    let backup =
        Backup::read(&dom::layout(), &text).map_err(|fault| words::backup_fault(&fault))?;
    let preview = backup.preview(&repository());
    let preview = preview.map_err(|error| words::store_problem(&error))?;
    Ok((backup, preview))
}

fn preview_table(preview: &Preview) -> AnyView {
    let made = dom::local_date(preview.made);
    let made = words::backup_made(&made, is_plausible(preview.made, dom::now()));
    let rows: Vec<AnyView> = words::preview_rows(preview)
        .into_iter()
        .map(|(which, count, added, replaced)| {
            view! {
                <tr>
                    <th scope="row">{which}</th>
                    <td class="number">{count}</td>
                    <td>{added}</td>
                    <td>{replaced}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    view! {
        <p>{made}</p>
        <section class="scroll" tabindex="0" aria-label="What the backup would change">
            <table class="titles">
                <caption class="visually-hidden">"What the backup would change"</caption>
                <thead>
                    <tr>
                        <th scope="col">"Records"</th>
                        <th scope="col">"How many"</th>
                        <th scope="col">"If you add"</th>
                        <th scope="col">"If you replace"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}

/// The records of the backup that this version cannot read, each with its fault.
fn unreadable(backup: &Backup) -> Vec<AnyView> {
    let faults = backup.unreadable().into_iter();
    let lines = faults.map(|fault| {
        view! { <p>"This version can’t read " {fault.to_string()} "."</p> }.into_any()
    });
    lines.collect()
}

/// Why a file could not be read at all.
const fn unread(problem: FileProblem) -> &'static str {
    match problem {
        FileProblem::TooLarge => {
            "This file is larger than 16 MiB, so it isn’t a backup of this app. Choose another."
        }
        FileProblem::NotRead => "Your browser couldn’t read this file. Choose it again.",
        FileProblem::None => "No file was chosen.",
    }
}
