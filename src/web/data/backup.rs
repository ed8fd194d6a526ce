//! The part of the page My data that saves a backup as a file.

use leptos::prelude::*;

use crate::store::{Backup, Inventory};
use crate::web::data::island::DataModel;
use crate::web::dom::{self, repository};
use crate::web::island::redrawn::redrawn;
use crate::web::island::text_to_copy::TextToCopy;
use crate::web::words;

/// A file that the browser was asked to save. Only the visitor can see whether it was saved.
#[derive(Clone)]
struct Sent {
    /// The content of the file.
    text: String,
    /// When it was created.
    made: f64,
}

#[component]
pub(crate) fn BackupPart(model: DataModel) -> impl IntoView {
    let sent = RwSignal::new(None::<Sent>);
    let missing = RwSignal::new(false);
    let said = RwSignal::new(String::new());
    let save = move |_| {
        let now = dom::now();
        let made = Backup::of(&repository(), now)
            .map_err(|error| words::store_problem(&error))
            .and_then(|backup| {
                let text = backup.encode().map_err(|fault| fault.to_string())?;
                Ok((backup, text))
            });
        match made {
            Ok((backup, text)) => {
                let name = format!("ladder-explorer-{}.json", dom::day_stamp(now));
                dom::save_file(&name, "application/json", &text);
                said.set(words::backup_sent(&name, &backup));
                missing.set(false);
                sent.set(Some(Sent { text, made: now }));
                model.changes.problem.set(None);
            }
            Err(why) => model.changes.problem.set(Some(why)),
        }
        model.reread();
    };
    let arrived = move |_| {
        if let Some(sent) = sent.get_untracked() {
            // If this cannot be saved, the question only comes back sooner.
            let _kept = repository().note_backup(sent.made);
        }
        sent.set(None);
        said.set("Noted: you have this backup file.".to_owned());
        dom::focus("backup-head");
        model.reread();
    };
    let any = move || {
        let held = |kept: &Inventory| kept.entries.iter().any(|one| one.kind.is_backed_up());
        model.kept.with(|kept| kept.as_ref().is_ok_and(held))
    };
    view! {
        <section aria-labelledby="backup-head">
            <h2 id="backup-head">"Make a backup"</h2>
            <p>
                "A browser can lose its data: in a crash, when it cleans up, or when the device breaks. A file of your own is the only safe copy. It is plain text, so put it where others can’t read it."
            </p>
            <p class="actions">
                <button type="button" class="button" disabled=move || !any() on:click=save>
                    "Save a backup file"
                </button>
            </p>
            <p class="soft" role="status" prop:textContent=move || said.get()></p>
            {redrawn(move || {
                sent.get()
                    .map(|sent| {
                        view! {
                            <p class="actions">
                                <button type="button" class="button" on:click=arrived>"I have the file"</button>
                                <button type="button" class="button" on:click=move |_| missing.set(true)>
                                    "There is no file"
                                </button>
                            </p>
                            {redrawn(move || {
                                missing.get().then(|| view! {
                                    <p>"Your browser may ask you first, or it may forbid downloads. Copy the text below and save it in a file whose name ends in .json."</p>
                                    <TextToCopy text=sent.text.clone() />
                                })
                            })}
                        }
                    })
            })}
        </section>
    }
}
