//! Which program has which page of My growth, and what every page has around its own content.

use leptos::prelude::*;

use crate::route::GrowthPart;
use crate::web::components::{Notice, Tone};
use crate::web::dom::LocalStore;
use crate::web::growth::case::CasePart;
use crate::web::growth::check_ins::CheckInsPart;
use crate::web::growth::data::{GrowthData, GrowthPage};
use crate::web::growth::evidence::EvidencePart;
use crate::web::growth::marks::MarksPart;
use crate::web::growth::model::Model;
use crate::web::growth::over_time::OverTime;
use crate::web::growth::overview::Overview;
use crate::web::growth::plan::PlanPart;
use crate::web::growth::second_view::SecondViewPart;
use crate::web::island::changes::ChangesMade;
use crate::web::island::shared_origin::SharedOrigin;
use crate::web::island::{Island, mount_with};
use crate::web::state::of_this_page;
use crate::web::words::NOT_KEPT;

/// Starts the overview or the marks.
pub fn start_growth() {
    start(|model, page| match page.part {
        GrowthPart::Marks => view! { <MarksPart model=model /> }.into_any(),
        _ => view! { <Overview model=model /> }.into_any(),
    });
}

/// Starts the plan, the check-ins or the second view.
pub fn start_review() {
    start(|model, page| match page.part {
        GrowthPart::Plan => view! { <PlanPart model=model /> }.into_any(),
        GrowthPart::CheckIns => view! { <CheckInsPart model=model /> }.into_any(),
        _ => view! { <SecondViewPart model=model /> }.into_any(),
    });
}

/// Starts the evidence or the case.
pub fn start_journal() {
    start(|model, page| match page.part {
        GrowthPart::Case => view! { <CasePart model=model /> }.into_any(),
        _ => view! { <EvidencePart model=model /> }.into_any(),
    });
}

/// Starts the time axis.
pub fn start_over_time() {
    start(|model, page| {
        let axis = page
            .quiz
            .map(|quiz| view! { <OverTime model=model quiz=quiz /> });
        axis.into_any()
    });
}

fn start(content: fn(Model, GrowthPage) -> AnyView) {
    let page: Option<GrowthPage> = of_this_page();
    let file = page.as_ref().map(|page| page.file.clone());
    mount_with(
        Island::Growth,
        file.as_deref(),
        move |root, data: GrowthData| {
            page.map(|page| {
                let model = Model::new(data, page.part);
                view! {
                    <SharedOrigin root=root />
                    {(!LocalStore::lasts()).then(|| view! { <Notice tone=Tone::Warning>{NOT_KEPT}</Notice> })}
                    <ChangesMade changes=model.changes />
                    {content(model, page)}
                }
            })
        },
    );
}
