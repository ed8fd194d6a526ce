//! Which view fills a page of the program of My growth.

use leptos::prelude::*;

use crate::route::GrowthPart;
use crate::web::components::{Notice, Tone};
use crate::web::dom::LocalStore;
use crate::web::growth::check_ins::CheckInsPart;
use crate::web::growth::data::{GrowthData, GrowthPage};
use crate::web::growth::marks::MarksPart;
use crate::web::growth::model::Model;
use crate::web::growth::overview::Overview;
use crate::web::growth::plan::PlanPart;
use crate::web::growth::second_view::SecondViewPart;
use crate::web::island::changes::ChangesMade;
use crate::web::island::shared_origin::SharedOrigin;
use crate::web::island::{Island, mount_with};
use crate::web::state::of_this_page;
use crate::web::words::NOT_KEPT;

/// The content of a page.
#[component]
pub(crate) fn GrowthIsland(
    /// The path to the app's root.
    root: String,
    data: GrowthData,
    part: GrowthPart,
) -> impl IntoView {
    let model = Model::new(data, part);
    let content = match part {
        GrowthPart::Marks => view! { <MarksPart model=model /> }.into_any(),
        GrowthPart::Plan => view! { <PlanPart model=model /> }.into_any(),
        GrowthPart::CheckIns => view! { <CheckInsPart model=model /> }.into_any(),
        GrowthPart::SecondView => view! { <SecondViewPart model=model /> }.into_any(),
        _ => view! { <Overview model=model /> }.into_any(),
    };
    view! { <Around root=root model=model>{content}</Around> }
}

/// What every page of My growth has around its own content.
#[component]
pub(crate) fn Around(root: String, model: Model, children: Children) -> impl IntoView {
    view! {
        <SharedOrigin root=root />
        {(!LocalStore::lasts()).then(|| view! { <Notice tone=Tone::Warning>{NOT_KEPT}</Notice> })}
        <ChangesMade changes=model.changes />
        {children()}
    }
}

/// Mounts the island.
pub(super) fn start() {
    let page: Option<GrowthPage> = of_this_page();
    let part = page.as_ref().map_or(GrowthPart::Overview, |page| page.part);
    let file = page.map(|page| page.file);
    mount_with(Island::Growth, file.as_deref(), move |root, data| {
        view! { <GrowthIsland root=root data=data part=part /> }
    });
}
