//! One expectation: the headline, the text or list, and what they rest on.

use leptos::prelude::*;

use crate::ladder::{CellItem, Expectation, TextPiece, difference};

/// All that an expectation says beside its headline: the step, the text, the list, examples and notes.
#[component]
pub fn ExpectationBody(
    /// The expectation.
    cell: Expectation,
) -> impl IntoView {
    let step = cell.step.as_ref().filter(|_| !cell.of_step);
    let step = step.map(|(_, step)| view! { <p class="soft small">{step.clone()}</p> });
    let gist = cell.gist.clone().filter(|_| cell.of_step);
    let items = cell.items.iter().map(item).collect_view();
    let items = (!cell.items.is_empty()).then(|| view! { <ul class="cell-items">{items}</ul> });
    let notes = cell
        .notes
        .iter()
        .map(|note| {
            view! { <p class="detail"><strong>{note.name.clone()} ": "</strong>{note.text.clone()}</p> }
        })
        .collect_view();
    view! {
        {step}
        {gist.map(|gist| view! { <p class="detail">{gist}</p> })}
        {cell.text.clone().map(|text| view! { <p class="detail">{text}</p> })}
        {items}
        {examples(&cell.examples)}
        {notes}
    }
}

fn item(item: &CellItem) -> AnyView {
    let links = item
        .links
        .iter()
        .map(|link| view! { " " <a href=link.url.clone() rel="noreferrer">{link.name.clone()}</a> })
        .collect_view();
    view! { <li>{item.text.clone()} {links} {examples(&item.examples)}</li> }.into_any()
}

fn examples(examples: &[String]) -> Option<AnyView> {
    let lines = examples
        .iter()
        .map(|example| view! { <li>{example.clone()}</li> })
        .collect_view();
    (!examples.is_empty()).then(|| {
        view! { <p class="soft small cell-examples-head">"For example:"</p> <ul class="cell-examples soft">{lines}</ul> }
            .into_any()
    })
}

/// A gist with the words set off that its twin lacks. Where the twins share fewer than two words
/// everything differs, and a mark on everything would mark nothing.
pub fn marked(gist: &str, twin: Option<&str>) -> AnyView {
    let pieces = twin.map(|twin| difference(gist, twin)).unwrap_or_default();
    let shared: usize = pieces
        .iter()
        .filter(|piece| piece.shared)
        .map(|piece| piece.words.split(' ').count())
        .sum();
    if shared < 2 {
        return gist.to_owned().into_any();
    }
    pieces
        .into_iter()
        .enumerate()
        .map(|(i, piece)| {
            let space = if i == 0 { "" } else { " " };
            view! { {space}{piece_view(piece)} }
        })
        .collect_view()
        .into_any()
}

fn piece_view(piece: TextPiece) -> AnyView {
    if piece.shared {
        view! { <span class="same">{piece.words}</span> }.into_any()
    } else {
        view! { <b class="differs">{piece.words}</b> }.into_any()
    }
}
