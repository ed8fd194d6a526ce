//! Check-ins, and what changed between two of them.

use leptos::prelude::*;

use crate::web::growth::model::Model;

/// The page.
#[component]
pub(crate) fn CheckInsPart(model: Model) -> impl IntoView {
    let _ = model;
}
