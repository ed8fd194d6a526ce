//! The summary in the visitor's own words. Another tab may write it at the same time.

use leptos::prelude::*;

use crate::ladder::Level;
use crate::text_merge::{Edited, Lines};
use crate::web::components::{Notice, Tone};
use crate::web::dom::{self, repository};
use crate::web::growth::model::Model;
use crate::web::island::redrawn::redrawn;
use crate::web::state::SaveState;
use crate::web::words;

/// The summary in this tab.
#[derive(Clone, Copy)]
struct Text {
    model: Model,
    level: &'static Level,
    known: StoredValue<Lines<()>>,
    typed: RwSignal<String>,
    /// What happened with another tab.
    said: RwSignal<Option<&'static str>>,
    length: RwSignal<String>,
}

impl Text {
    fn show(self, text: &str) {
        self.known.update_value(|known| known.set((), text));
        self.length.set(String::new());
        self.typed.set(text.to_owned());
    }

    /// Text that is not saved yet stays in the field, whatever another tab writes.
    fn hold(self) {
        self.known.update_value(|known| known.hold(()));
    }

    /// Saves what is typed; what another tab saved since is added to it.
    fn write(self) {
        // The page may show another level by now.
        let Some(text) = self.typed.try_get_untracked() else {
            return;
        };
        let before = self.known.with_value(|known| known.text(&()).to_owned());
        if text == before {
            self.show(&text);
            return;
        }
        let edit = repository().edit_case_choice(&self.level.id, dom::now(), |choice| {
            choice.edit_summary(&before, &text)
        });
        self.said.set(None);
        self.length.set(String::new());
        let edited = match edit {
            Ok(edited) => edited,
            Err(error) => {
                self.hold();
                return self.model.saved(Err(error));
            }
        };
        let stored = match &edited {
            Edited::Written if text.trim().is_empty() => "",
            Edited::Both(both) => both,
            _ => text.as_str(),
        };
        match edited {
            Edited::Written | Edited::Both(_) => {
                self.show(stored);
                let both = matches!(edited, Edited::Both(_));
                self.said.set(both.then_some(words::BOTH_TABS));
                self.model.saved(Ok(()));
            }
            Edited::TooLong(excess) => {
                self.hold();
                let told = words::too_long(excess.by, excess.most, !before.is_empty());
                self.length.set(told);
                self.model.kept.set(SaveState::NotYet);
            }
            Edited::Clash(_) => {
                self.hold();
                self.said.set(Some(words::CLASH));
                self.model.kept.set(SaveState::NotYet);
            }
        }
    }
}

/// The field, and on paper its text.
#[component]
pub(super) fn Summary(model: Model, level: &'static Level) -> impl IntoView {
    let stored = model.read(move |kept| {
        let choice = kept.case_choice(&level.id).ok().flatten();
        choice.map(|choice| choice.summary).unwrap_or_default()
    });
    let text = Text {
        model,
        level,
        known: StoredValue::new(Lines::default()),
        typed: RwSignal::new(String::new()),
        said: RwSignal::new(None),
        length: RwSignal::new(String::new()),
    };
    text.show(&stored.get_untracked());
    Effect::new(move |_| {
        let stored = stored.get();
        if text
            .known
            .with_value(|known| known.is_outdated(&(), &stored))
        {
            text.show(&stored);
        }
    });
    dom::on_hide(move || text.write());
    let said = Memo::new(move |_| text.said.get());
    view! {
        <div class="case-summary no-print">
            <label class="note-label" for="case-summary">"Summary"</label>
            <p id="case-summary-hint" class="soft small">
                "Why this level, in a few sentences of your own. It stands above the list."
            </p>
            <textarea
                id="case-summary"
                class="field note"
                rows="4"
                autocomplete="off"
                aria-describedby="case-summary-hint case-summary-length"
                aria-invalid=move || (!text.length.with(String::is_empty)).then_some("true")
                prop:value=move || text.typed.get()
                on:input=move |event| {
                    text.hold();
                    text.typed.set(event_target_value(&event));
                }
                on:change=move |_| text.write()
            ></textarea>
            <p
                id="case-summary-length"
                class="too-long"
                role="status"
                prop:textContent=move || text.length.get()
            ></p>
            {redrawn(move || said.get().map(|words| view! { <Notice tone=Tone::Warning>{words}</Notice> }))}
        </div>
    }
}
