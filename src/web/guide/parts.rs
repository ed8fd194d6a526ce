//! Parts shared by the topics: notes and rows of the guide, with their basis.

use leptos::prelude::*;

use crate::guide::{Contrast, Named, Note};
use crate::ladder::{Basis, Ladder};
use crate::route::{Route, Topic};
use crate::web::components::ContrastRow;
use crate::web::frame::basis;

/// The basis of a text of the guide.
pub(crate) fn rests_on(
    ladder: &Ladder,
    topic: Topic,
    letter: Basis,
    sources: &[String],
) -> AnyView {
    basis(ladder, &Route::Topic(topic), letter, sources)
}

/// Notes as a list.
pub(crate) fn notes(ladder: &Ladder, topic: Topic, notes: &[Note]) -> AnyView {
    let items = notes
        .iter()
        .map(|note| {
            let rests = rests_on(ladder, topic, note.basis, &note.sources);
            view! { <li>{note.text.clone()} {rests}</li> }
        })
        .collect_view();
    view! { <ul class="notes">{items}</ul> }.into_any()
}

/// Notes with names, as a list of terms.
pub(crate) fn named(ladder: &Ladder, topic: Topic, notes: &[Named]) -> AnyView {
    let items = notes
        .iter()
        .map(|note| {
            let rests = rests_on(ladder, topic, note.basis, &note.sources);
            view! {
                <div>
                    <dt>{note.name.clone()}</dt>
                    <dd>{note.text.clone()} {rests}</dd>
                </div>
            }
        })
        .collect_view();
    view! { <dl class="named">{items}</dl> }.into_any()
}

/// The rows of a table that compares the tracks.
pub(crate) fn contrast_rows(ladder: &Ladder, topic: Topic, rows: &[Contrast]) -> Vec<ContrastRow> {
    rows.iter()
        .map(|row| ContrastRow {
            aspect: row.aspect.clone(),
            shared: row.shared.clone(),
            deep: row.deep.clone(),
            broad: row.broad.clone(),
            basis: rests_on(ladder, topic, row.basis, &row.sources),
        })
        .collect()
}
