//! A second view, beside one’s own marks.

use leptos::prelude::*;

use crate::web::growth::model::Model;

/// The page.
#[component]
pub(crate) fn SecondViewPart(model: Model) -> impl IntoView {
    let _ = model;
}
