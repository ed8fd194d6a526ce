//! The view of the form of an entry.

use leptos::prelude::*;

use crate::growth::{Entry, EntryField, GrowthId};
use crate::web::components::{Notice, Tone};
use crate::web::growth::evidence::Evidence;
use crate::web::growth::evidence::boxes::Boxes;
use crate::web::growth::evidence::form::{EntryForm, FormField, date_id, field_id};
use crate::web::growth::evidence::list::leave;
use crate::web::growth::evidence::words::first_words;
use crate::web::island::redrawn::redrawn;
use crate::web::island::save_line::SaveLine;

/// The form of an entry of the list.
#[component]
pub(super) fn Editing(page: Evidence, entry: Entry) -> impl IntoView {
    let form = EntryForm::of(page.model, &entry);
    let id = entry.id.clone();
    page.forms.update_value(|forms| {
        forms.insert(id.clone(), form);
    });
    Effect::new(move |_| {
        let found = page.journal.with(|journal| {
            let mut entries = journal.entries().iter();
            entries.find(|one| one.id == id).cloned()
        });
        form.outside(found);
    });
    let id = StoredValue::new(entry.id.clone());
    let on_tick = Callback::new(move |(id, shows): (String, bool)| form.tag(&id, shows));
    let done = move |_| {
        // Everything is checked, so that each field says what is wrong with it.
        let is_date = form.check_date();
        if form.write_all() && is_date {
            leave(page, &id.get_value());
        }
    };
    let said = Memo::new(move |_| form.said.get());
    let gone = Memo::new(move |_| form.gone.get());
    let date = date_id(&entry.id);
    let name = format!("Edit: {}", first_words(&entry.did));
    let check = move |_| {
        form.check_date();
    };
    view! {
        <div class="entry-form" role="group" aria-label=name>
            {text_field(form, EntryField::Did, "What I did")}
            {text_field(form, EntryField::Outcome, "What came of it, or what would have happened otherwise")}
            {text_field(form, EntryField::Witnesses, "Who saw it")}
            {links_field(form, &entry.id)}
            <p>
                <label for=date.clone()>"When (can stay empty)"</label>
                <input
                    type="date"
                    id=date.clone()
                    class="field"
                    autocomplete="off"
                    min="1970-01-01"
                    max="2999-12-31"
                    aria-describedby=format!("{date}-wrong")
                    prop:value=move || form.date.text.get()
                    on:change=move |event| form.write_date(event_target_value(&event))
                    on:blur=check
                />
            </p>
            {wrong(&date, form.date)}
            <Boxes model=page.model ticked=form.ticked on_tick=on_tick />
            {redrawn(move || gone.get().then(|| deleted_elsewhere(page, form)))}
            {redrawn(move || said.get().map(|words| view! { <Notice tone=Tone::Warning>{words}</Notice> }))}
            // The state is beside the button, so that saving moves nothing that is about to be pressed.
            // The press leaves the focus where it is: a message that went away with it would do the same.
            <div class="actions entry-end">
                <button
                    type="button"
                    class="button button-first"
                    on:mousedown=|event| event.prevent_default()
                    on:click=done
                >
                    "Done"
                </button>
                <SaveLine kept=page.model.kept />
            </div>
        </div>
    }
}

fn deleted_elsewhere(page: Evidence, form: EntryForm) -> AnyView {
    view! {
        <p class="notice notice-warning" role="alert">
            "Another tab deleted this entry. What you see here is not saved any more. "
            <button type="button" class="button-text" on:click=move |_| form.save_after_all(page)>
                "Save it after all"
            </button>
            " "
            <button type="button" class="button-text" on:click=move |_| leave(page, &form.id())>
                "Let it go"
            </button>
        </p>
    }
    .into_any()
}

/// What is wrong with a field.
fn wrong(id: &str, field: FormField) -> impl IntoView + use<> {
    let id = format!("{id}-wrong");
    view! { <p id=id class="too-long" role="status" prop:textContent=move || field.wrong.get()></p> }
}

/// One of the three texts; the witnesses have one line.
fn text_field(form: EntryForm, which: EntryField, label: &'static str) -> AnyView {
    let id = field_id(which, &form.id());
    let field = form.field(which);
    let described = format!("{id}-wrong");
    let invalid = move || (!field.wrong.with(String::is_empty)).then_some("true");
    let typed = move |event| field.text.set(event_target_value(&event));
    let write = move |_| {
        form.write(which);
    };
    let input = match which {
        EntryField::Witnesses => view! {
            <input
                type="text"
                id=id.clone()
                class="field"
                autocomplete="off"
                aria-describedby=described
                aria-invalid=invalid
                prop:value=move || field.text.get()
                on:input=typed
                on:change=write
            />
        }
        .into_any(),
        _ => view! {
            <textarea
                id=id.clone()
                class="field"
                rows="3"
                autocomplete="off"
                aria-describedby=described
                aria-invalid=invalid
                prop:value=move || field.text.get()
                on:input=typed
                on:change=write
            ></textarea>
        }
        .into_any(),
    };
    view! {
        <p>
            <label for=id.clone()>{label}</label>
            {input}
        </p>
        {wrong(&id, field)}
    }
    .into_any()
}

fn links_field(form: EntryForm, entry: &GrowthId) -> AnyView {
    let id = format!("links-{entry}");
    let field = form.links;
    let write = move |_| {
        form.write_links();
    };
    view! {
        <p>
            <label for=id.clone()>"Links, one on each line"</label>
            <textarea
                id=id.clone()
                class="field"
                rows="2"
                autocomplete="off"
                spellcheck="false"
                placeholder="https://"
                aria-describedby=format!("{id}-wrong")
                aria-invalid=move || (!field.wrong.with(String::is_empty)).then_some("true")
                prop:value=move || field.text.get()
                on:input=move |event| field.text.set(event_target_value(&event))
                on:change=write
            ></textarea>
        </p>
        {wrong(&id, field)}
    }
    .into_any()
}
