//! Which view fills a page of the program of the journal.

use leptos::prelude::*;

use crate::route::GrowthPart;
use crate::web::growth::case::CasePart;
use crate::web::growth::data::{GrowthData, GrowthPage};
use crate::web::growth::evidence::EvidencePart;
use crate::web::growth::island::Around;
use crate::web::growth::model::Model;
use crate::web::island::{Island, mount_with};
use crate::web::state::of_this_page;

/// The content of a page.
#[component]
fn JournalIsland(
    /// The path to the app's root.
    root: String,
    data: GrowthData,
    part: GrowthPart,
) -> impl IntoView {
    let model = Model::new(data, part);
    let content = match part {
        GrowthPart::Case => view! { <CasePart model=model /> }.into_any(),
        _ => view! { <EvidencePart model=model /> }.into_any(),
    };
    view! { <Around root=root model=model>{content}</Around> }
}

/// Mounts the island.
pub(super) fn start() {
    let page: Option<GrowthPage> = of_this_page();
    let part = page.as_ref().map_or(GrowthPart::Evidence, |page| page.part);
    let file = page.map(|page| page.file);
    mount_with(Island::Journal, file.as_deref(), move |root, data| {
        view! { <JournalIsland root=root data=data part=part /> }
    });
}
