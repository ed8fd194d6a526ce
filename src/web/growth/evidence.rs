//! The journal of evidence.

use leptos::prelude::*;

use crate::web::growth::model::Model;

/// The page.
#[component]
pub(crate) fn EvidencePart(model: Model) -> impl IntoView {
    let _ = model;
}
