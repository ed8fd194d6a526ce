//! The line that says whether something is saved.

use leptos::prelude::*;

use crate::web::components::{Notice, Tone};
use crate::web::island::redrawn::redrawn;
use crate::web::state::{self, SaveState};
use crate::web::words;

/// Shows whether the answers are saved; a failure is announced to screen readers.
#[component]
pub(crate) fn SaveLine(
    kept: RwSignal<SaveState>,
    /// The failure that was last announced. The line is redrawn with each question, and must not
    /// announce it again.
    #[prop(optional)]
    told: Option<StoredValue<Option<String>>>,
) -> impl IntoView {
    // Encryption takes a moment; only then is the text saved.
    Effect::new(move |_| {
        if kept.get() == SaveState::Sealing {
            state::in_the_end(SaveState::Sealing, move |end| {
                // The line may have been removed by then.
                let _left = kept.try_set(end);
            });
        }
    });
    let now = Memo::new(move |_| kept.get());
    redrawn(move || {
        let kept = now.get();
        let problem = words::problem(&kept);
        let again = told.is_some_and(|told| {
            let before = told.get_value();
            told.set_value(problem.clone());
            before == problem
        });
        match (problem, kept) {
            (Some(problem), _) if again => {
                view! { <p class="notice notice-warning"><strong>"Problem: "</strong> {problem}</p> }
                    .into_any()
            }
            (Some(problem), _) => {
                view! { <Notice tone=Tone::Warning>{problem}</Notice> }.into_any()
            }
            (None, SaveState::Saved) => {
                view! { <Notice tone=Tone::Quiet>"Saved in this browser."</Notice> }.into_any()
            }
            (None, SaveState::Sealing) => {
                view! { <Notice tone=Tone::Quiet>"Being encrypted …"</Notice> }.into_any()
            }
            (None, _) => ().into_any(),
        }
    })
}
