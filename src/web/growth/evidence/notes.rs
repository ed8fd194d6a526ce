//! The offer to make entries of the notes of an older case. The notes stay.

use leptos::prelude::*;

use crate::growth::{Entry, GrowthId, Journal, entries_of_case};
use crate::route::Route;
use crate::web::dom::repository;
use crate::web::growth::evidence::Evidence;
use crate::web::growth::evidence::words::sentence;
use crate::web::growth::words::count;
use crate::web::island::redrawn::redrawn;

/// Remembers that an entry was deleted: if it was a note, it is not offered again.
pub(super) fn settle(id: &GrowthId) {
    if id.as_str().starts_with("case-") {
        // If this cannot be saved, the note is only offered again.
        let _kept = repository().note_seen(id.as_str());
    }
}

/// The offer, if there are notes that are no entries.
#[component]
pub(super) fn NotesOfCase(page: Evidence) -> impl IntoView {
    let later = RwSignal::new(false);
    let of_case = page.model.read(|kept| {
        let case = kept.case().ok().flatten();
        let entries = case.map(|case| entries_of_case(&case)).unwrap_or_default();
        let is_open = |entry: &Entry| !kept.notice_seen(entry.id.as_str());
        entries.into_iter().filter(is_open).collect::<Vec<_>>()
    });
    let left = Memo::new(move |_| {
        page.journal.with(|journal| {
            let is_new = |entry: &Entry| journal.entries().iter().all(|one| one.id != entry.id);
            let mut left = of_case.get();
            left.retain(is_new);
            left
        })
    });
    let add = move |_| {
        let left = left.get_untracked();
        let words = format!(
            "{} without a date. The notes themselves stay until you delete them under “My data”.",
            match left.len() {
                1 => "1 note is an entry now,".to_owned(),
                many => format!("{many} notes are entries now,"),
            }
        );
        let added = repository().add_entries(&left);
        if added.is_ok() {
            page.model.saved(Ok(()));
        }
        page.model.changes.tell(&words, added);
    };
    let data = page.model.link(&Route::Data);
    redrawn(move || {
        let number = left.with(Vec::len);
        let full = Journal::has_room(page.count(), number).err();
        let full = full.map(|full| sentence(&full.to_string()));
        let can = full.is_none();
        (number > 0 && !later.get()).then(|| {
            view! {
                <div class="notice notice-warning evidence-notes no-print">
                    <p>
                        "You have notes that you wrote under “Your case” before: "
                        {count(number, "isn’t an entry yet. ", "aren’t entries yet. ")}
                        "Made into entries, they keep their text and get no date. You can delete the notes themselves under "
                        <a href=data.clone()>"My data"</a> "."
                    </p>
                    {full.map(|why| view! { <p>{why}</p> })}
                    <p class="actions">
                        {can.then(|| view! {
                            <button type="button" class="button button-first" on:click=add>"Make them entries"</button>
                        })}
                        <button type="button" class="button-text" on:click=move |_| later.set(true)>"Not now"</button>
                    </p>
                </div>
            }
        })
    })
}
