//! The list of every record, with its last change and its deletion. Its size and its names in the storage
//! show once asked for.

use leptos::prelude::*;

use crate::store::{AttemptId, InventoryEntry, RecordKind, RecordState, is_plausible};
use crate::web::components::{Notice, Tone};
use crate::web::data::island::DataModel;
use crate::web::dom::{self, LocalStore, LockState, repository};
use crate::web::island::redrawn::redrawn;
use crate::web::words;

/// How many names in the storage one row shows.
const MOST_KEYS: usize = 50;

#[component]
pub(crate) fn Records(model: DataModel) -> impl IntoView {
    let remove_all = move |_| {
        model
            .changes
            .tell("Everything was deleted.", repository().remove_all());
    };
    // Only what differs is redrawn: otherwise the focused row would lose the focus.
    let now = Memo::new(move |_| (model.kept.get(), dom::lock_state()));
    view! {
        <section aria-labelledby="records-head">
            <h2 id="records-head">"What is saved"</h2>
            {redrawn(move || match now.get().0 {
                Err(error) => {
                    view! { <Notice tone=Tone::Warning>{words::store_problem(&error)}</Notice> }
                        .into_any()
                }
                Ok(kept) if kept.entries.is_empty() && !LocalStore::lasts() => {
                    view! {
                        <p>
                            "This browser refuses storage on this page. Anything saved before can’t be seen from here."
                        </p>
                    }
                        .into_any()
                }
                Ok(kept) if kept.entries.is_empty() => {
                    view! {
                        <p>"Nothing is saved in this browser yet."</p>
                        <ul class="records plain-list">{lock_row()}</ul>
                    }
                        .into_any()
                }
                Ok(kept) => {
                    let rows: Vec<AnyView> = rows(kept.entries)
                        .into_iter()
                        .filter_map(|entries| row(model, entries))
                        .collect();
                    view! {
                        <ul class="records plain-list">{rows} {lock_row()}</ul>
                        <p class="actions">
                            <button type="button" class="button" on:click=remove_all>
                                "Delete everything"
                            </button>
                            <span class="soft">"You can undo it until you leave this page."</span>
                        </p>
                    }
                        .into_any()
                }
            })}
        </section>
    }
}

/// The row of the lock. It has no deletion; it is removed by switching it off: without it, no record
/// could be decrypted.
fn lock_row() -> Option<AnyView> {
    (dom::lock_state() == LockState::Open).then(|| {
        view! {
            <li class="record">
                <span class="record-name">
                    <strong>{words::record_name(RecordKind::Lock, None, None)}</strong>
                </span>
                <span class="record-state">"Switch it off below."</span>
            </li>
        }
        .into_any()
    })
}

/// Groups records into rows: the settings in one, backup times in one, those of a kind of My growth in
/// one for each ladder, and each other record in its own.
fn rows(entries: Vec<InventoryEntry>) -> Vec<Vec<InventoryEntry>> {
    let mut rows: Vec<Vec<InventoryEntry>> = Vec::new();
    for entry in entries {
        let group = group_of(&entry);
        let same = |row: &&mut Vec<InventoryEntry>| {
            group.is_some() && row.first().and_then(group_of) == group
        };
        match rows.iter_mut().find(same) {
            Some(row) => row.push(entry),
            None => rows.push(vec![entry]),
        }
    }
    rows
}

fn group_of(entry: &InventoryEntry) -> Option<(RecordKind, Option<String>)> {
    match (&entry.state, entry.kind) {
        (RecordState::Readable, RecordKind::Setting | RecordKind::Choice) => {
            Some((RecordKind::Setting, None))
        }
        (RecordState::Readable, RecordKind::Backup | RecordKind::Notice) => {
            Some((RecordKind::Backup, None))
        }
        (_, RecordKind::Draft) if entry.name.is_some() => None,
        (RecordState::Readable, kind) if kind.is_of_growth() => Some((kind, entry.ladder.clone())),
        _ => None,
    }
}

fn row(model: DataModel, entries: Vec<InventoryEntry>) -> Option<AnyView> {
    let keys: Vec<String> = entries.iter().map(|entry| entry.key.clone()).collect();
    let units = entries.iter().map(|entry| entry.units).sum();
    let count = entries.len();
    let times = entries.iter().filter_map(|entry| entry.changed);
    let changed = times.fold(None, |latest: Option<f64>, time| {
        Some(latest.map_or(time, |latest| latest.max(time)))
    });
    let more = keys.len().saturating_sub(MOST_KEYS);
    let more = (more > 0).then(|| view! { <span>{format!("and {more} more")}</span> });
    let shown: Vec<AnyView> = keys
        .iter()
        .take(MOST_KEYS)
        .map(|key| view! { <code class="record-key">{key.clone()}</code> }.into_any())
        .collect();
    let entry = entries.into_iter().next()?;
    let name = words::record_name(entry.kind, entry.name.as_deref(), entry.ladder.as_deref());
    let name = match entry.kind.is_of_growth() && count > 1 {
        true => format!("{name}, {count}"),
        false => name,
    };
    let changed = changed.map(|time| {
        let date = dom::local_date(time);
        words::changed(&date, is_plausible(time, dom::now()))
    });
    let size = words::size(units);
    let state = words::record_state(&entry.state);
    let label = changed
        .clone()
        .map_or_else(|| name.clone(), |when| format!("{name}, {when}"));
    let remove = {
        let (entry, name) = (entry.clone(), name.clone());
        move |_| {
            let id = AttemptId::parse(&entry.id);
            let done = match (entry.kind, &entry.state, id) {
                // The opinions on an attempt are deleted with it.
                (RecordKind::Attempt, RecordState::Readable, Some(id)) => {
                    repository().remove_attempt_whole(&id)
                }
                _ => repository().remove_keys(&keys),
            };
            model.changes.tell(&words::deleted(&name), done);
        }
    };
    let row = view! {
        <li class="record">
            <span class="record-name"><strong>{name}</strong> {changed.map(|when| format!(", {when}"))}</span>
            <span class="record-actions">
                <button
                    type="button"
                    class="button-text"
                    aria-label=format!("Delete: {label}")
                    on:click=remove
                >
                    "Delete"
                </button>
            </span>
            {state.map(|state| view! { <span class="record-state">{state}</span> })}
            <details class="record-more no-print">
                <summary>"In storage"</summary>
                <span class="record-size">{size}</span>
                {shown} {more}
            </details>
        </li>
    };
    Some(row.into_any())
}
