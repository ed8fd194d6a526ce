//! The plan for a quarter.

use leptos::prelude::*;

use crate::web::growth::model::Model;

/// The page.
#[component]
pub(crate) fn PlanPart(model: Model) -> impl IntoView {
    let _ = model;
}
