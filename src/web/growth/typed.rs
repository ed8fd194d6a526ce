//! Fields whose texts are saved once they are left or the page is hidden. Another tab may write the same
//! texts. Handles fields and outcomes; what a text belongs to is elsewhere.

use leptos::prelude::*;

use crate::store::StoreError;
use crate::text_merge::{Edited, Lines};
use crate::web::components::{Notice, Tone};
use crate::web::dom;
use crate::web::growth::model::Model;
use crate::web::island::redrawn::redrawn;
use crate::web::island::save_line::SaveLine;
use crate::web::state::SaveState;
use crate::web::words;

/// Marks a field by its key, which is also its id in the page.
const TYPED: &str = "data-typed";

/// A text to save: the key of its field, the text when it was last shown or saved, the new text.
pub(crate) struct Text {
    pub(crate) key: String,
    pub(crate) before: String,
    pub(crate) text: String,
}

/// What became of a text.
pub(crate) enum Wrote {
    /// It was written, or not, as an edit says.
    Edited(Edited),
    /// What it belongs to is gone.
    Gone,
    /// It cannot be written, for this reason.
    Refused(String),
}

/// The fields of a page.
#[derive(Clone, Copy)]
pub(crate) struct Typed {
    model: Model,
    known: StoredValue<Lines<String>>,
    /// What happened with another tab.
    said: RwSignal<Option<&'static str>>,
    save: Callback<Text, Result<Wrote, StoreError>>,
}

impl Typed {
    /// The fields of a page, each saved by `save`.
    pub(crate) fn new(
        model: Model,
        save: impl Fn(Text) -> Result<Wrote, StoreError> + Send + Sync + 'static,
    ) -> Self {
        let typed = Self {
            model,
            known: StoredValue::new(Lines::default()),
            said: RwSignal::new(None),
            save: Callback::new(save),
        };
        // A text that is too long says at each key by how much, and is saved once it fits.
        dom::on_field("input", TYPED, move |key, text| {
            if typed.known.with_value(|known| known.is_held(&key)) {
                typed.write(key, text);
            }
        });
        dom::on_field("change", TYPED, move |key, text| {
            typed.write(key, text);
        });
        dom::on_hide(move || {
            typed.write_all();
        });
        typed
    }

    /// Saves what is in every field; whether all of it is saved.
    pub(crate) fn write_all(self) -> bool {
        let fields = dom::fields(TYPED).into_iter();
        let wrote: Vec<bool> = fields.map(|(key, text)| self.write(key, text)).collect();
        wrote.into_iter().all(|saved| saved)
    }

    fn write(self, key: String, text: String) -> bool {
        let before = self.known.with_value(|known| known.text(&key).to_owned());
        if text == before {
            dom::say_invalid(&key, "");
            return true;
        }
        let wrote = self.save.run(Text {
            key: key.clone(),
            before: before.clone(),
            text: text.clone(),
        });
        self.said.set(None);
        let hold = || self.known.update_value(|known| known.hold(key.clone()));
        let set = |text: &str| {
            self.known
                .update_value(|known| known.set(key.clone(), text));
            dom::say_invalid(&key, "");
            self.model.saved(Ok(()));
            true
        };
        let refuse = |words: &str| {
            hold();
            dom::say_invalid(&key, words);
            self.model.kept.set(SaveState::NotYet);
            false
        };
        match wrote {
            Ok(Wrote::Edited(Edited::Written)) => set(&text),
            Ok(Wrote::Edited(Edited::Both(both))) => {
                dom::fill(&key, &both);
                self.said.set(Some(words::BOTH_TABS));
                set(&both)
            }
            Ok(Wrote::Edited(Edited::Clash(_))) => {
                hold();
                self.said.set(Some(words::CLASH));
                false
            }
            Ok(Wrote::Edited(Edited::TooLong(excess))) => {
                refuse(&words::too_long(excess.by, excess.most, !before.is_empty()))
            }
            Ok(Wrote::Refused(why)) => refuse(&why),
            Ok(Wrote::Gone) => {
                hold();
                false
            }
            Err(error) => {
                hold();
                self.model.saved(Err(error));
                false
            }
        }
    }

    /// Shows what another tab saved in a field, unless something else is being typed there.
    pub(crate) fn follow(self, key: &str, held: &str) {
        let key = key.to_owned();
        let is_idle = self.known.with_value(|known| {
            known.is_outdated(&key, held) && dom::filled(&key).as_deref() == Some(known.text(&key))
        });
        if is_idle {
            dom::fill(&key, held);
            self.known.update_value(|known| known.set(key, held));
        }
    }
}

/// Whether the texts are saved, and what happened with another tab, if something did. It has room for a
/// line: a field is saved when a press begins elsewhere, and what is pressed must not move.
#[component]
pub(crate) fn TypedLine(typed: Typed) -> impl IntoView {
    view! {
        <div class="typed-line no-print">
            <SaveLine kept=typed.model.kept />
            {redrawn(move || {
                let said = typed.said.get();
                said.map(|words| view! { <Notice tone=Tone::Warning>{words}</Notice> })
            })}
        </div>
    }
}

/// A field for a text, and a line below it that says what is wrong.
#[component]
pub(crate) fn TextField(
    /// The fields that it is one of; none if nothing is saved by itself.
    typed: Option<Typed>,
    /// Its key.
    key: String,
    label: &'static str,
    #[prop(optional, into)] text: String,
    /// How many lines it shows.
    #[prop(default = 2)]
    rows: u8,
) -> impl IntoView {
    let about = format!("{key}-about");
    let marker = typed.map(|typed| {
        typed
            .known
            .update_value(|known| known.set(key.clone(), &text));
        key.clone()
    });
    view! {
        <div class="typed">
            <label for=key.clone()>{label}</label>
            <textarea
                id=key
                class="field"
                rows=rows.to_string()
                data-typed=marker
                autocomplete="off"
                aria-describedby=about.clone()
                prop:value=text
            ></textarea>
            <p id=about class="too-long" role="status"></p>
        </div>
    }
}
