//! The line for a new entry: one press saves it, and the next can be written.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::growth::{Date, Entry, EntryFault, Journal};
use crate::web::dom::{self, repository};
use crate::web::growth::evidence::boxes::Boxes;
use crate::web::growth::evidence::words::sentence;
use crate::web::growth::evidence::{Evidence, named};
use crate::web::growth::model::{Model, today};
use crate::web::island::redrawn::redrawn;
use crate::web::island::save_line::SaveLine;
use crate::web::words;

/// The parameter of the address that names the competency to tick.
const ADD: &str = "add";
const LINE: &str = "new-entry";
const DATE: &str = "new-entry-date";

/// What is in the line.
#[derive(Clone, Copy)]
pub(super) struct NewEntry {
    model: Model,
    text: RwSignal<String>,
    /// The day as in its field; empty for none.
    date: RwSignal<String>,
    ticked: RwSignal<BTreeSet<String>>,
    /// Why it was not added.
    wrong: RwSignal<String>,
    /// What became of the last one.
    said: RwSignal<&'static str>,
}

impl NewEntry {
    pub(super) fn blank(model: Model) -> Self {
        let asked = named(model, ADD);
        if asked.is_some() {
            dom::focus(LINE);
        }
        Self {
            model,
            text: RwSignal::new(String::new()),
            date: RwSignal::new(day_of(today())),
            ticked: RwSignal::new(asked.into_iter().collect()),
            wrong: RwSignal::new(String::new()),
            said: RwSignal::new(""),
        }
    }

    /// Asks for an entry that shows a competency.
    pub(super) fn ask_for(self, competency: &str) {
        self.ticked.set(BTreeSet::from([competency.to_owned()]));
        self.said.set("");
        dom::focus(LINE);
    }

    /// Asks for an entry with this day.
    pub(super) fn ask_on(self, day: Date) {
        self.date.set(day_of(Some(day)));
        self.said
            .set("The date is the first of that month; change it if you know the day.");
        dom::focus(LINE);
    }

    /// The entry, or why there is none.
    fn entry(self) -> Result<Entry, String> {
        let line = self.text.get_untracked();
        let mut entry = match Entry::new(&line, dom::now(), dom::chance()) {
            Ok(entry) => entry,
            Err(EntryFault::Blank) => return Err("Write what you did first.".to_owned()),
            Err(EntryFault::Text(_, excess)) => {
                return Err(words::too_long(excess.by, excess.most, false));
            }
            Err(fault) => return Err(sentence(&fault.to_string())),
        };
        let date = self.date.get_untracked();
        if dom::is_invalid(DATE) {
            return Err(
                "The date isn’t a whole day from 1970 to 2999. Complete it, or choose “No date”."
                    .to_owned(),
            );
        }
        if !date.is_empty() {
            let date = Date::parse(&date).map_err(|fault| sentence(&fault.to_string()))?;
            entry.date = Some(date);
        }
        for id in self.ticked.get_untracked() {
            let told = entry.tag(&id, true);
            told.map_err(|fault| sentence(&fault.to_string()))?;
        }
        Ok(entry)
    }

    /// Saves the entry, and empties the line if that worked.
    fn add(self, page: Evidence) {
        self.said.set("");
        let room = Journal::has_room(page.count(), 1);
        let room = room.map_err(|full| format!("Not added: {full}."));
        let entry = match room.and_then(|()| self.entry()) {
            Ok(entry) => entry,
            Err(why) => {
                self.wrong.set(why);
                dom::focus(LINE);
                return;
            }
        };
        self.wrong.set(String::new());
        let saved = repository().save_entry(&entry);
        let is_saved = saved.is_ok();
        self.model.saved(saved);
        if is_saved {
            self.text.set(String::new());
            self.ticked.set(BTreeSet::new());
            dom::set_parameter(ADD, "");
            let is_found = page
                .found
                .with(|found| found.iter().any(|one| one.id == entry.id));
            self.said.set(match (is_found, entry.date) {
                (false, _) => "Added. The filter below doesn’t show it.",
                (true, Some(_)) => "Added.",
                (true, None) => "Added below, among the entries without a date.",
            });
        }
        dom::focus(LINE);
    }

    fn ticked_names(self) -> String {
        let items = self.model.ladder().competencies.iter();
        let names = self.ticked.with(|ticked| {
            let shown = items.filter(|item| ticked.contains(&item.id));
            let names = shown.map(|item| item.name.as_str());
            names.collect::<Vec<_>>().join(", ")
        });
        match names.is_empty() {
            true => "Which competencies does it show?".to_owned(),
            false => format!("It shows: {names}"),
        }
    }
}

fn day_of(date: Option<Date>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}

/// The line.
#[component]
pub(super) fn AddLine(page: Evidence) -> impl IntoView {
    let new = page.new;
    let on_tick = Callback::new(move |(id, shows): (String, bool)| {
        new.ticked.update(|ticked| {
            match shows {
                true => ticked.insert(id),
                false => ticked.remove(&id),
            };
        });
    });
    dom::ask_before_leaving(move || {
        let text = new.text.try_get_untracked();
        text.is_some_and(|text| !text.trim().is_empty())
    });
    let is_alone = Memo::new(move |_| page.open.with(BTreeSet::is_empty));
    view! {
        <form
            class="evidence-new no-print"
            novalidate=true
            on:submit=move |event| {
                event.prevent_default();
                new.add(page);
            }
        >
            <p class="evidence-did">
                <label for=LINE>"What did you do?"</label>
                <input
                    type="text"
                    id=LINE
                    class="field"
                    autocomplete="off"
                    aria-describedby="new-entry-wrong"
                    aria-invalid=move || (!new.wrong.with(String::is_empty)).then_some("true")
                    prop:value=move || new.text.get()
                    on:input=move |event| new.text.set(event_target_value(&event))
                />
            </p>
            <p class="evidence-when">
                <label for=DATE>"When"</label>
                <input
                    type="date"
                    id=DATE
                    class="field"
                    autocomplete="off"
                    min="1970-01-01"
                    max="2999-12-31"
                    prop:value=move || new.date.get()
                    on:input=move |event| new.date.set(event_target_value(&event))
                />
                <button
                    type="button"
                    class="button-text"
                    prop:textContent=move || if new.date.with(String::is_empty) { "Today" } else { "No date" }
                    on:click=move |_| {
                        let is_dated = !new.date.with_untracked(String::is_empty);
                        // A date that is half written is removed too.
                        dom::fill(DATE, "");
                        new.date.set(if is_dated { String::new() } else { day_of(today()) });
                    }
                ></button>
            </p>
            <p class="evidence-add">
                <button type="submit" class="button button-first">"Add"</button>
            </p>
            <p id="new-entry-wrong" class="too-long" role="status" prop:textContent=move || new.wrong.get()></p>
            <p class="evidence-said soft" role="status" prop:textContent=move || new.said.get()></p>
            <details class="evidence-shows">
                <summary prop:textContent=move || new.ticked_names()></summary>
                <Boxes model=new.model ticked=new.ticked on_tick=on_tick />
            </details>
        </form>
        {redrawn(move || is_alone.get().then(|| view! { <SaveLine kept=new.model.kept /> }))}
    }
}
