//! The entries: the newest first, those without a date at the end. A row that is being edited stays where
//! it is until its form is closed, whatever it says by then.

use leptos::prelude::*;

use crate::growth::{Entry, GrowthId};
use crate::route::Route;
use crate::web::components::{Notice, Tone};
use crate::web::dom;
use crate::web::growth::evidence::boxes::other_name;
use crate::web::growth::evidence::editing::Editing;
use crate::web::growth::evidence::{AT_ONCE, Evidence, HEAD, words};
use crate::web::growth::model::today;
use crate::web::island::redrawn::redrawn;
use crate::web::words::store_problem;

/// An entry on the page.
#[derive(Clone, PartialEq)]
struct Row {
    entry: Entry,
    is_open: bool,
    is_dated: bool,
}

impl Row {
    fn closed(entry: &Entry) -> Self {
        Self {
            entry: entry.clone(),
            is_open: false,
            is_dated: entry.date.is_some(),
        }
    }

    /// What makes it another row: a form stays as it is while its entry changes.
    fn key(&self) -> (GrowthId, Option<u64>) {
        let state = (!self.is_open).then(|| self.entry.changed.to_bits());
        (self.entry.id.clone(), state)
    }
}

/// The rows by now, if they were `before`.
fn rows(page: Evidence, before: Option<&Vec<Row>>) -> Vec<Row> {
    let open = page.open.get();
    let most = page.most.get();
    let mut rows: Vec<Row> = page.found.with(|found| {
        let closed = found.iter().filter(|entry| !open.contains(&entry.id));
        closed.take(most).map(Row::closed).collect()
    });
    let before = before.into_iter().flatten().enumerate();
    for (at, row) in before.filter(|(_, row)| open.contains(&row.entry.id)) {
        let is_open = true;
        let row = Row {
            is_open,
            ..row.clone()
        };
        rows.insert(at.min(rows.len()), row);
    }
    rows
}

/// The list.
#[component]
pub(super) fn EntryList(page: Evidence) -> impl IntoView {
    let all = Memo::new(move |before| rows(page, before));
    let dated = Memo::new(move |_| part(&all, true));
    let undated = Memo::new(move |_| part(&all, false));
    let left = Memo::new(move |_| {
        let shown = all.with(Vec::len);
        page.found.with(Vec::len).saturating_sub(shown)
    });
    let strange = Memo::new(move |_| {
        let entries = page.entries.get().unwrap_or_default().into_iter();
        let strange = entries.filter_map(Result::err);
        strange
            .map(|error| store_problem(&error))
            .collect::<Vec<_>>()
    });
    let more = move |_| {
        let next = page.found.with_untracked(|found| {
            let next = found.get(page.most.get_untracked());
            next.map(|entry| edit_id(&entry.id))
        });
        page.most.update(|most| *most += AT_ONCE);
        // The button goes once everything is shown.
        if let Some(next) = next.filter(|_| left.get_untracked() == 0) {
            dom::focus(&next);
        }
    };
    let told = move || match left.get() {
        0 => String::new(),
        left => format!("Show more: {left} left"),
    };
    view! {
        <ol class="entries plain-list" hidden=move || dated.with(Vec::is_empty)>
            <For each=move || dated.get() key=Row::key children=move |row| view_of(page, row) />
        </ol>
        <section aria-labelledby="undated-head" hidden=move || undated.with(Vec::is_empty)>
            <h3 id="undated-head">"Without a date"</h3>
            <ol class="entries plain-list">
                <For each=move || undated.get() key=Row::key children=move |row| view_of(page, row) />
            </ol>
        </section>
        <p class="no-print" hidden=move || left.get() == 0>
            <button type="button" class="button" prop:textContent=told on:click=more></button>
        </p>
        {redrawn(move || {
            let strange = strange.get().into_iter();
            let strange = strange.map(|why| view! { <Notice tone=Tone::Quiet>{why}</Notice> });
            view! { <div>{strange.collect_view()}</div> }
        })}
    }
}

fn part(all: &Memo<Vec<Row>>, is_dated: bool) -> Vec<Row> {
    let all = all.get().into_iter();
    all.filter(|row| row.is_dated == is_dated).collect()
}

/// The id of the button that opens an entry.
fn edit_id(id: &GrowthId) -> String {
    format!("edit-{id}")
}

/// Closes the form of an entry, and moves the focus back to the button that opened it.
pub(super) fn leave(page: Evidence, id: &GrowthId) {
    page.close(id);
    let is_found = page
        .found
        .with_untracked(|found| found.iter().any(|one| one.id == *id));
    let is_left = page
        .journal
        .with_untracked(|journal| !journal.entries().is_empty());
    dom::focus(&match (is_found, is_left) {
        (true, _) => edit_id(id),
        (false, true) => HEAD.to_owned(),
        (false, false) => "stage-head".to_owned(),
    });
}

fn view_of(page: Evidence, row: Row) -> AnyView {
    match row.is_open {
        true => view! { <li class="entry"><Editing page=page entry=row.entry /></li> }.into_any(),
        false => closed(page, row.entry),
    }
}

fn closed(page: Evidence, entry: Entry) -> AnyView {
    let when = entry.date.map(|date| {
        let age = today().map(|today| words::age(today.days_since(date)));
        let age = age.map(|(told, is_old)| {
            let class = if is_old {
                "entry-age entry-old"
            } else {
                "entry-age"
            };
            view! { <span class=class>{told}</span> }
        });
        view! { <time datetime=date.to_string()>{words::day(date)}</time> " " {age} }
    });
    let outcome = (!entry.outcome.is_empty())
        .then(|| view! { <p class="entry-text soft">{entry.outcome.clone()}</p> });
    let witnesses = (!entry.witnesses.is_empty())
        .then(|| view! { <li>"Seen by " {entry.witnesses.clone()}</li> });
    let links = entry.links.iter().map(|link| {
        let shown = words::first_words(link.get(8..).unwrap_or_default());
        view! { <li><a href=link.clone() rel="noreferrer">{shown}</a></li> }
    });
    let name = words::first_words(&entry.did);
    let (edited, deleted) = (entry.id.clone(), entry.id.clone());
    let edit = move |_| {
        let id = edited.clone();
        dom::focus(&format!("did-{id}"));
        page.open.update(|open| {
            open.insert(id);
        });
    };
    let is_bare =
        entry.competencies.is_empty() && entry.links.is_empty() && entry.witnesses.is_empty();
    let more = (!is_bare).then(|| {
        view! {
            <ul class="entry-more plain-list">
                {competencies(page, &entry)} {witnesses} {links.collect_view()}
            </ul>
        }
    });
    view! {
        <li class="entry">
            <p class="entry-when">{when}</p>
            <div class="entry-said">
                <p class="entry-text">{entry.did.clone()}</p>
                {outcome}
                {more}
            </div>
            <p class="entry-does no-print">
                <button
                    type="button"
                    class="button-text"
                    id=edit_id(&entry.id)
                    aria-label=format!("Edit: {name}")
                    on:click=edit
                >
                    "Edit"
                </button>
                <button
                    type="button"
                    class="button-text"
                    aria-label=format!("Delete: {name}")
                    on:click=move |_| page.remove(&deleted)
                >
                    "Delete"
                </button>
            </p>
        </li>
    }
    .into_any()
}

/// What an entry shows, each leading to its page.
fn competencies(page: Evidence, entry: &Entry) -> Vec<AnyView> {
    let all = &page.model.ladder().competencies;
    let known = all
        .iter()
        .filter(|item| entry.competencies.contains(&item.id));
    let known = known.map(|item| {
        let href = page.model.link(&Route::Competency(item.id.clone()));
        view! { <li><a href=href>{item.name.clone()}</a></li> }.into_any()
    });
    let is_here = |id: &String| all.iter().any(|item| item.id == *id);
    let others = entry.competencies.iter().filter(|id| !is_here(id));
    let others = others.map(|id| view! { <li>{other_name(id)}</li> }.into_any());
    known.chain(others).collect()
}
