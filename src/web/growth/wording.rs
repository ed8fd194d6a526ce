//! An expectation before and after it was reworded, and how many marks that concerns.

use leptos::prelude::*;

use crate::growth::{Drift, Reworded};
use crate::ladder::TextPiece;
use crate::route::{GrowthPart, Route};
use crate::web::growth::model::{Model, SavedMarks};
use crate::web::growth::named::marking;
use crate::web::growth::words;
use crate::web::island::redrawn::redrawn;

/// Both wordings, folded or not; the words that only one of them has are set off.
pub(crate) fn what_changed(change: Reworded, is_open: bool) -> AnyView {
    view! {
        <details open=is_open>
            <summary>"What changed"</summary>
            <p class="soft small">"Before"</p>
            {lines(change.before)}
            <p class="soft small">"Now"</p>
            {lines(change.now)}
        </details>
    }
    .into_any()
}

fn lines(texts: Vec<Vec<TextPiece>>) -> Vec<AnyView> {
    let line = |pieces: Vec<TextPiece>| {
        let words = pieces
            .into_iter()
            .map(|piece| match piece.shared {
                true => view! { <span class="same">{piece.words}" "</span> }.into_any(),
                false => view! { <b class="differs">{piece.words}" "</b> }.into_any(),
            })
            .collect_view();
        view! { <p>{words}</p> }.into_any()
    };
    texts.into_iter().map(line).collect()
}

/// How many marks are on words that the ladder no longer has, and the way to set them again.
#[component]
pub(crate) fn LookAgain(model: Model, marks: SavedMarks) -> impl IntoView {
    let aim = model.aim();
    let found = Memo::new(move |_| {
        let marks = marks.get().unwrap_or_default().marks;
        let drift = Drift::of(model.ladder(), &marks);
        let reworded: Vec<String> = drift.reworded.into_iter().map(|one| one.id).collect();
        (reworded, drift.removed.len())
    });
    redrawn(move || {
        let (reworded, removed) = found.get();
        let aim = aim.get();
        let ways = reworded.iter();
        let mut ways = ways.filter_map(|id| marking(model, aim.as_ref(), id));
        // Those that the pass asks for come first.
        let marks = model.link(&Route::Growth(GrowthPart::Marks));
        let href = ways
            .clone()
            .find(|way| way.starts_with(&marks))
            .or_else(|| ways.next());
        let told = (!reworded.is_empty()).then(|| {
            format!(
                "The ladder was reworded since you marked it: {} must be looked at again. ",
                words::count(reworded.len(), "mark", "marks")
            )
        });
        let gone = (removed > 0).then(|| {
            format!(
                " {} what the ladder no longer has. You keep them, and they don’t count.",
                words::count(removed, "mark is about", "marks are about")
            )
        });
        (told.is_some() || gone.is_some()).then(|| {
            view! {
                <p class="notice notice-warning" role="note">
                    {told}
                    {href.map(|href| view! { <a href=href>"Look again"</a> })}
                    {gone}
                </p>
            }
        })
    })
}
