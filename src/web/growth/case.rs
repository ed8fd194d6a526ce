//! The case for a level.

use leptos::prelude::*;

use crate::web::growth::model::Model;

/// The page.
#[component]
pub(crate) fn CasePart(model: Model) -> impl IntoView {
    let _ = model;
}
