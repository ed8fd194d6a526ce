//! The ways to take a case along: copied with its headings, lists and links, as Markdown, as a file, or
//! on paper.

use leptos::prelude::*;

use crate::growth::LevelCase;
use crate::share::{level_case_json, level_case_text};
use crate::web::dom;
use crate::web::growth::case::sources::Sources;
use crate::web::growth::dates;
use crate::web::island::redrawn::redrawn;
use crate::web::island::text_to_copy::{TEXT, TextToCopy};

/// The buttons, and what came of them.
#[component]
pub(super) fn WaysOut(sources: Sources) -> impl IntoView {
    let said = RwSignal::new("");
    // The text that the browser refused to copy.
    let by_hand = RwSignal::new(None::<String>);
    let tell = move |words: &'static str, text: Option<String>| {
        let refused = text.is_some();
        said.set(words);
        by_hand.set(text);
        if refused {
            dom::focus(TEXT);
        }
    };
    let now = move |look: fn(&LevelCase) -> String| untrack(|| sources.case(look));
    let copy_rich = move |_| {
        let text = untrack(|| sources.case(|case| level_case_text(case, &dates::day)));
        let Some(text) = text else { return };
        let plain = text.to_plain();
        dom::copy_rich(&text.to_html(), &plain.clone(), move |done| match done {
            true => tell(
                "Copied, with headings, lists and links. Paste it into a document.",
                None,
            ),
            // Some browsers copy plain text only.
            false => dom::copy(plain.clone(), move |done| match done {
                true => tell(
                    "This browser refused to copy headings and links, so only the plain text was copied.",
                    None,
                ),
                false => tell(REFUSED, Some(plain)),
            }),
        });
    };
    let copy_markdown = move |_| {
        let Some(text) = now(|case| level_case_text(case, &dates::day).to_markdown()) else {
            return;
        };
        dom::copy(text.clone(), move |done| match done {
            true => tell("Copied as Markdown.", None),
            false => tell(REFUSED, Some(text)),
        });
    };
    let save = move |_| {
        let name = now(|case| format!("case-{}-{}.json", case.level.id, case.date));
        if let Some((name, text)) = name.zip(now(level_case_json)) {
            dom::save_file(&name, "application/json", &text);
            tell("", None);
        }
    };
    view! {
        <div class="case-ways no-print" role="group" aria-label="Take the case along">
            <p class="actions">
                <button type="button" class="button button-first" on:click=copy_rich>"Copy as rich text"</button>
                <button type="button" class="button" on:click=copy_markdown>"Copy as Markdown"</button>
                <button type="button" class="button" on:click=save>"Save as JSON"</button>
                <button type="button" class="button" on:click=move |_| dom::print()>"Print"</button>
            </p>
            <p class="case-said small" role="status" prop:textContent=move || said.get()></p>
            {redrawn(move || by_hand.get().map(|text| view! { <TextToCopy text=text /> }))}
        </div>
    }
}

const REFUSED: &str =
    "The browser refused to copy. Here is the text: select it and copy it by hand.";
