//! A name and a note for one attempt, and the reminder. Connects fields to the repository; another tab
//! may write them at the same time.

use leptos::prelude::*;

use crate::store::{Attempt, TextField};
use crate::text_merge::{Edited, Lines, TooLong};
use crate::web::components::{Notice, Tone};
use crate::web::dom::{self, repository};
use crate::web::island::redrawn::redrawn;
use crate::web::island::save_line::SaveLine;
use crate::web::results::result::Fold;
use crate::web::state::{self, SaveState};
use crate::web::words;

/// Half a year in milliseconds.
const HALF_A_YEAR: f64 = 182.5 * 24.0 * 3_600_000.0;

/// The name and note of an attempt in this tab, and the state of saving them.
#[derive(Clone, Copy)]
struct NameAndNote {
    attempt: StoredValue<Attempt>,
    known: StoredValue<Lines<TextField>>,
    name: RwSignal<String>,
    note: RwSignal<String>,
    kept: RwSignal<SaveState>,
    said: RwSignal<Option<&'static str>>,
    /// The messages below the name and below the note, if one of them is too long.
    length: [RwSignal<String>; 2],
    gone: RwSignal<bool>,
}

impl NameAndNote {
    fn of(attempt: Attempt) -> Self {
        let fields = Self {
            known: StoredValue::new(Lines::default()),
            name: RwSignal::new(String::new()),
            note: RwSignal::new(String::new()),
            kept: RwSignal::new(SaveState::NotYet),
            said: RwSignal::new(None),
            length: [RwSignal::new(String::new()), RwSignal::new(String::new())],
            gone: RwSignal::new(false),
            attempt: StoredValue::new(attempt.clone()),
        };
        for which in [TextField::Name, TextField::Note] {
            fields.show(which, attempt.words(which));
        }
        fields
    }

    const fn field(self, which: TextField) -> RwSignal<String> {
        match which {
            TextField::Name => self.name,
            TextField::Note => self.note,
        }
    }

    const fn length(self, which: TextField) -> RwSignal<String> {
        let [name, note] = self.length;
        match which {
            TextField::Name => name,
            TextField::Note => note,
        }
    }

    /// Reports by how much a text is too long; the text stays in its field and is not saved.
    fn say_too_long(self, which: TextField, excess: TooLong) {
        let saved = self
            .known
            .with_value(|known| !known.text(&which).is_empty());
        self.known.update_value(|known| known.hold(which));
        self.length(which)
            .set(words::too_long(excess.by, excess.most, saved));
    }

    fn show(self, which: TextField, text: &str) {
        self.known.update_value(|known| known.set(which, text));
        self.length(which).set(String::new());
        self.field(which).set(text.to_owned());
    }

    fn typed(self, which: TextField, text: &str) {
        self.field(which).set(text.to_owned());
        self.write(which, text);
    }

    /// Saves a text; what another tab saved there since is added to it.
    fn write(self, which: TextField, text: &str) {
        let now = dom::now();
        let id = self.attempt.with_value(|attempt| attempt.id.clone());
        let before = self.known.with_value(|known| known.text(&which).to_owned());
        let wrote = |text: &str| self.known.update_value(|known| known.set(which, text));
        let hold = || self.known.update_value(|known| known.hold(which));
        self.said.set(None);
        self.length(which).set(String::new());
        match repository().edit_attempt(&id, which, (&before, text), now) {
            Ok(None) => {
                hold();
                self.gone.set(true);
            }
            Err(error) => {
                hold();
                self.kept.set(SaveState::Failed(error));
            }
            Ok(Some(edited)) => {
                match &edited {
                    Edited::Written => wrote(which.kept(text)),
                    Edited::TooLong(excess) => self.say_too_long(which, *excess),
                    Edited::Both(both) => {
                        wrote(both);
                        self.field(which).set(both.clone());
                        self.said.set(Some(words::BOTH_TABS));
                    }
                    Edited::Clash(_) => {
                        hold();
                        self.said.set(Some(words::CLASH));
                    }
                }
                self.kept.set(match edited {
                    Edited::Clash(_) | Edited::TooLong(_) => SaveState::NotYet,
                    _ => state::save_state(Ok(())),
                });
            }
        }
    }

    /// Shows what another tab saved.
    fn outside(self) {
        let id = self.attempt.with_value(|attempt| attempt.id.clone());
        let Ok(found) = repository().attempt(&id) else {
            return;
        };
        let was_gone = self.gone.get_untracked();
        self.gone.set(found.is_none());
        let Some(kept) = found else { return };
        self.attempt.set_value(kept.clone());
        for which in [TextField::Name, TextField::Note] {
            let shown = self.field(which).get_untracked();
            let is_known = |known: &Lines<TextField>| known.text(&which) == which.kept(&shown);
            // Text typed while the attempt was deleted is saved now that it is restored.
            if was_gone && !self.known.with_value(is_known) {
                self.typed(which, &shown);
                continue;
            }
            let held = kept.words(which);
            if self
                .known
                .with_value(|known| known.is_outdated(&which, held))
            {
                self.show(which, held);
            }
        }
    }

    /// Restores an attempt that another tab deleted, with what was typed here since.
    fn keep_after_all(self) {
        let mut attempt = self.attempt.get_value();
        let done = [
            (
                TextField::Name,
                attempt.set_name(&self.name.get_untracked()),
            ),
            (
                TextField::Note,
                attempt.set_note(&self.note.get_untracked()),
            ),
        ];
        attempt.changed = dom::now();
        let kept = state::save(&attempt);
        if !matches!(kept, SaveState::Failed(_)) {
            for (which, done) in done {
                match done {
                    Ok(()) => self.show(which, attempt.words(which)),
                    Err(excess) => self.say_too_long(which, excess),
                }
            }
            self.gone.set(false);
            dom::focus("named-head");
        }
        self.kept.set(kept);
    }
}

/// A name and a note for the attempt, and a reminder.
#[component]
pub(crate) fn Named(attempt: Attempt) -> impl IntoView {
    // What the visitor wrote is in sight.
    let has_words = attempt.name.is_some() || attempt.note.is_some();
    let fields = NameAndNote::of(attempt);
    let kept = fields.kept;
    dom::on_outside_change(move |_| {
        // The page may show something else by now.
        if !kept.is_disposed() {
            fields.outside();
        }
    });
    let said = Memo::new(move |_| fields.said.get());
    let remind = RwSignal::new(state::settings().remind_at);
    state::follow_settings(move |settings| {
        // The page may show something else by now.
        let _gone = remind.try_set(settings.remind_at);
    });
    let set_reminder = move |_| {
        let at = match remind.get_untracked() {
            None => Some(dom::now() + HALF_A_YEAR),
            Some(_) => None,
        };
        kept.set(state::change_settings(|settings| settings.remind_at = at));
        remind.set(at);
    };
    view! {
        <Fold id="named-head" heading="Name, note and reminder" open=has_words>
            {redrawn(move || fields.gone.get().then(|| deleted_elsewhere(fields)))}
            <p class="actions">
                <label>
                    "Name of this attempt "
                    <input
                        type="text"
                        class="field"
                        autocomplete="off"
                        aria-describedby="attempt-name-length"
                        aria-invalid=move || is_long(fields, TextField::Name)
                        prop:value=move || fields.name.get()
                        on:input=move |event| fields.typed(TextField::Name, &event_target_value(&event))
                    />
                </label>
            </p>
            <p
                id="attempt-name-length"
                class="too-long"
                role="status"
                prop:textContent=move || fields.length(TextField::Name).get()
            ></p>
            <label class="note-label" for="attempt-note">"Note"</label>
            <textarea
                id="attempt-note"
                class="field note"
                rows="3"
                aria-describedby="attempt-note-length"
                aria-invalid=move || is_long(fields, TextField::Note)
                autocomplete="off"
                prop:value=move || fields.note.get()
                on:input=move |event| fields.typed(TextField::Note, &event_target_value(&event))
            ></textarea>
            <p
                id="attempt-note-length"
                class="too-long"
                role="status"
                prop:textContent=move || fields.length(TextField::Note).get()
            ></p>
            <p>
                <label class="check">
                    <input type="checkbox" prop:checked=move || remind.get().is_some() on:change=set_reminder />
                    <span>"Remind me in six months, when I come back here. The date stays in this browser."</span>
                </label>
            </p>
            {redrawn(move || {
                remind.get().map(|at| view! { <p class="soft">"Set for " {dom::local_day(at)} "."</p> })
            })}
            {redrawn(move || {
                said.get()
                    .map(|words| view! { <Notice tone=Tone::Warning>{words}</Notice> })
            })}
            <SaveLine kept=kept />
        </Fold>
    }
}

fn is_long(fields: NameAndNote, which: TextField) -> Option<&'static str> {
    (!fields.length(which).with(String::is_empty)).then_some("true")
}

fn deleted_elsewhere(fields: NameAndNote) -> impl IntoView {
    view! {
        <p class="notice notice-warning" role="alert">
            "Another tab deleted this attempt. What you see here is not saved any more. "
            <button type="button" class="button-text" on:click=move |_| fields.keep_after_all()>
                "Save it after all"
            </button>
        </p>
    }
}
