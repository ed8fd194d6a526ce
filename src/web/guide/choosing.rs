//! Which track suits whom: why there are two, and the two kinds of work side by side.

use leptos::prelude::*;

use crate::guide::Guide;
use crate::route::{Route, Topic};
use crate::web::guide::Intro;
use crate::web::guide::part::Part;
use crate::web::guide::parts::{contrast, named};
use crate::web::ladder::ways::to_quiz;
use crate::web::site::Site;

const HERE: Route = Route::Topic(Topic::Choosing);

pub(crate) const INTRO: Intro = Intro {
    title: "Which track suits you?",
    line: "Why there are two tracks, what each is for, and the two kinds of work side by side.",
    lede: "Choose by the work you look forward to. Doing a kind of work well is not yet a reason to do more of it.",
    tags: "deep broad implementer integrator energy Peter principle management decide",
};

pub(crate) fn content(site: Site, guide: &Guide) -> Vec<Part> {
    let (ladder, work) = (site.ladder, &guide.work);
    let here = site.at(HERE);
    let start = view! {
        <p class="actions no-print">
            {to_quiz(site, &here)}
            <a href=here.link(&Route::Topic(Topic::Divergence))>"Where the tracks part"</a>
        </p>
    };
    let heads = ["Aspect", "", "Implementer work", "Integrator work"].map(str::to_owned);
    let kinds = view! {
        {contrast(ladder, &here, "Implementer work and integrator work, aspect by aspect", heads, &work.facets)}
        <p>
            "No one does only one of them. "
            <a href=here.link(&Route::Topic(Topic::HandsOn))>"Log the hours of a week"</a>
            " to see your own mix."
        </p>
    };
    // Once a part of this page.
    let symptoms = format!("{}#symptoms", here.link(&Route::Topic(Topic::Organisation)));
    let need = view! {
        {named(ladder, &here, &work.notes)}
        <p id="symptoms">
            <a href=symptoms>"Does your organisation lack integrators?"</a>
        </p>
    };
    [
        Some(Part::untitled(start.into_any())),
        Part::open("why", "Why two tracks", named(ladder, &here, &guide.reasons))
            .unless(guide.reasons.is_empty()),
        Some(Part::open("facets", "Two kinds of work", kinds.into_any())),
        Some(Part::folded(
            "notes",
            "When each kind is needed",
            "Young companies need builders; older ones find out that they need people who fit the parts together.",
            need.into_any(),
        )),
    ]
    .into_iter()
    .flatten()
    .collect()
}
