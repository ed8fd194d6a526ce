//! One expectation: the gist, the detail, and their basis.

use leptos::prelude::*;

use crate::ladder::{TextPiece, difference};

/// The gist with differences from the twin marked, the detail, and a slot for the basis below.
#[component]
pub fn ExpectationText(
    /// The gist.
    gist: String,
    /// The twin's gist, to mark what differs.
    #[prop(optional_no_strip)]
    twin: Option<String>,
    /// What a person at this level visibly does.
    #[prop(optional_no_strip)]
    detail: Option<String>,
    /// The basis.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="expectation">
            <p class="gist">{marked(&gist, twin.as_deref())}</p>
            {detail.map(|detail| view! { <p class="detail">{detail}</p> })}
            {children()}
        </div>
    }
}

/// A gist with the words marked that its twin lacks. If the twins share fewer than two words, nothing
/// is marked: a mark on everything would be meaningless.
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
