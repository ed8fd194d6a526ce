//! A backup as a file.

use leptos::prelude::*;

use super::Desk;
use crate::app::browser::{self, shelf};
use crate::app::words;
use crate::store::{Backup, Inventory};

#[component]
pub(super) fn BackupPart(desk: Desk) -> impl IntoView {
    let said = RwSignal::new(String::new());
    let save = move |_| {
        let now = browser::now();
        let made = Backup::of(&shelf(), now)
            .map_err(|error| words::store_problem(&error))
            .and_then(|backup| {
                let text = backup.encode().map_err(|fault| fault.to_string())?;
                Ok((backup, text))
            });
        match made {
            Ok((backup, text)) => {
                let name = format!("ladder-explorer-{}.json", browser::day_stamp(now));
                browser::save_file(&name, "application/json", &text);
                // Where this cannot be kept, the question comes back sooner: no harm is done.
                let _kept = shelf().note_backup(now);
                said.set(words::backed_up(&name, &backup));
                desk.problem.set(None);
            }
            Err(why) => desk.problem.set(Some(why)),
        }
        desk.reread();
    };
    let any = move || {
        let held = |kept: &Inventory| kept.entries.iter().any(|one| one.kind.is_backed_up());
        desk.kept.with(|kept| kept.as_ref().is_ok_and(held))
    };
    view! {
        <section aria-labelledby="backup-head">
            <h2 id="backup-head">"Take a backup"</h2>
            <p>
                "A browser can lose what it keeps: when it crashes, when it clears up, when a device breaks. A file of your own is the only safe copy. It is readable text; keep it where others cannot read it."
            </p>
            <p class="actions">
                <button type="button" class="button" disabled=move || !any() on:click=save>
                    "Save a backup file"
                </button>
            </p>
            <p class="soft" role="status" prop:textContent=move || said.get()></p>
        </section>
    }
}
