//! The end of a sheet: a note, a name, and the sheet as a link, as a file or on paper.

use leptos::prelude::*;

use crate::growth::View;
use crate::share::{LinkFault, view_file, write_view};
use crate::text_merge::TooLong;
use crate::web::components::{Notice, Tone};
use crate::web::dom;
use crate::web::growth::second_view::address;
use crate::web::growth::second_view::sheet::Sheet;
use crate::web::island::redrawn::redrawn;
use crate::web::island::text_to_copy::{TextToCopy, told};
use crate::web::words::too_long;

const NOTE: &str = "second-note";
const NAME: &str = "second-name";

/// What was made of the sheet.
#[derive(Clone)]
enum Made {
    Link(String),
    /// The name of a file and its text.
    File(String, String),
    Problem(String),
}

/// The end of a sheet.
#[component]
pub(super) fn Send(
    sheet: Sheet,
    is_asked: bool,
    /// The id of the heading.
    head: &'static str,
    /// Goes back to the marks.
    back: Callback<()>,
) -> impl IntoView {
    let made = RwSignal::new(None::<Made>);
    let said = RwSignal::new("");
    // What was made before a text changed must not stay there to be sent.
    let typed = move |field: RwSignal<String>, text: String| {
        field.set(text);
        made.set(None);
        said.set("");
        sheet.changed();
    };
    let length = |field: RwSignal<String>, most| {
        move || {
            let excess = field.with(|text| TooLong::check(text.trim(), most));
            let excess = excess
                .err()
                .map(|excess| too_long(excess.by, excess.most, false));
            excess.unwrap_or_default()
        }
    };
    let make = move |kind: fn(Sheet, &View) -> Made| {
        said.set("");
        made.set(Some(match sheet.view() {
            Ok(view) if view.marks.is_empty() => Made::Problem(
                "Nothing is marked yet. Go back and mark at least one line.".to_owned(),
            ),
            Ok(view) => kind(sheet, &view),
            Err(why) => Made::Problem(why),
        }));
    };
    let (words, button) = match is_asked {
        true => (
            "Make the link, and send it to the person who asked you. It contains your marks, your lines, your note, and your name if you type one.",
            "Make the link to send back",
        ),
        false => (
            "Print the sheet and take it to the talk, or send it: as a link or a file, it opens beside their own marks.",
            "Make the link to send",
        ),
    };
    let (marked, all) = sheet.judged.with_untracked(|judged| sheet.count(judged));
    view! {
        <section aria-labelledby=head>
            <h2 id=head>{if is_asked { "Send it back" } else { "Print it or send it" }}</h2>
            <p>{format!("You marked {marked} of {all}. You can leave the rest open.")}</p>
            <p class="no-print">{words}</p>
            <label class="note-label" for=NOTE>"A note, if you like"</label>
            <textarea
                id=NOTE
                class="field note"
                rows="4"
                autocomplete="off"
                aria-describedby="second-note-length"
                prop:value=sheet.note.get_untracked()
                on:input=move |event| typed(sheet.note, event_target_value(&event))
            ></textarea>
            <p id="second-note-length" class="too-long" role="status" prop:textContent=length(sheet.note, View::LONGEST_NOTE)></p>
            <p class="no-print">
                <label class="note-label" for=NAME>"Your name, if you like"</label>
                <input
                    type="text"
                    id=NAME
                    class="field"
                    autocomplete="off"
                    aria-describedby="second-name-length"
                    prop:value=sheet.name.get_untracked()
                    on:input=move |event| typed(sheet.name, event_target_value(&event))
                />
            </p>
            <p id="second-name-length" class="too-long" role="status" prop:textContent=length(sheet.name, View::LONGEST_NAME)></p>
            <p class="actions">
                <button type="button" class="button button-first" on:click=move |_| make(link)>{button}</button>
                <button type="button" class="button" on:click=move |_| make(file)>"Save it as a file"</button>
                <button type="button" class="button" data-print="" on:click=move |_| sheet.is_safe()>"Print it"</button>
                <button type="button" class="button-text" on:click=move |_| back.run(())>"Back to the marks"</button>
            </p>
            {redrawn(move || made.get().map(|made| match made {
                Made::Link(link) => made_link(link, said),
                Made::File(name, text) => made_file(name, text),
                Made::Problem(why) => view! { <Notice tone=Tone::Warning>{why}</Notice> }.into_any(),
            }))}
            {redrawn(move || sheet.keeps.get().then(|| view! {
                <p class="no-print">
                    <button type="button" class="button" on:click=move |_| sheet.sent()>
                        "I have sent it: delete my draft here"
                    </button>
                </p>
            }))}
            <p class="soft small no-print">
                "No server sees it: a browser never sends the part of a link after the #. Keep in mind that anyone who has the link can read it."
            </p>
        </section>
    }
}

/// The view as a link; if it has more than a link may have, why, and what to do.
fn link(sheet: Sheet, view: &View) -> Made {
    match write_view(view, sheet.model.ladder()) {
        Ok(code) => {
            sheet.is_safe();
            Made::Link(dom::link_with("", &address(sheet.model), &code))
        }
        Err(fault @ LinkFault::CannotHold(_)) => {
            Made::Problem(format!("{fault} Press “Save it as a file”, and send that."))
        }
        Err(fault) => Made::Problem(fault.to_string()),
    }
}

fn file(sheet: Sheet, view: &View) -> Made {
    match view_file(view, sheet.model.ladder()) {
        Ok(text) => {
            let name = format!("second-view-{}.json", dom::day_stamp(dom::now()));
            dom::save_file(&name, "application/json", &text);
            sheet.is_safe();
            Made::File(name, text)
        }
        Err(fault) => Made::Problem(fault.to_string()),
    }
}

fn made_link(link: String, said: RwSignal<&'static str>) -> AnyView {
    let copied = link.clone();
    let copy = move |_| dom::copy(copied.clone(), move |done| said.set(told(done)));
    view! {
        <p class="actions">
            <input type="text" class="field made-link" readonly aria-label="The link" value=link />
            <button type="button" class="button" on:click=copy>"Copy the link"</button>
            <span role="status" prop:textContent=move || said.get()></span>
        </p>
    }
    .into_any()
}

fn made_file(name: String, text: String) -> AnyView {
    let missing = RwSignal::new(false);
    let text = StoredValue::new(text);
    view! {
        <p role="status">{format!("Your browser was asked to save “{name}”. Send that file.")}</p>
        <p>
            <button type="button" class="button-text" on:click=move |_| missing.set(true)>"There is no file"</button>
        </p>
        {redrawn(move || missing.get().then(|| view! {
            <p>"Your browser may ask you first, or it may forbid downloads. Copy the text below and send it instead; it can be pasted where the link would be opened."</p>
            <TextToCopy text=text.get_value() />
        }))}
    }
    .into_any()
}
