//! Two kinds of work: implementer and integrator work, and what it looks like when one is missing.

use leptos::prelude::*;

use crate::guide::{Guide, Symptom};
use crate::ladder::Ladder;
use crate::route::{Route, Topic};
use crate::web::components::{ContrastTable, Tick, TickList};
use crate::web::guide::Intro;
use crate::web::guide::parts::{contrast_rows, named, rests_on};
use crate::web::ladder::ways::competency_links;
use crate::web::site::Site;

const HERE: Route = Route::Topic(Topic::Work);

pub(crate) const INTRO: Intro = Intro {
    title: "Two kinds of work",
    line: "Implementer and integrator work side by side, and a list of signs that an organisation lacks one of them.",
    lede: "Some work makes a part, some makes the parts fit; every rung asks for both.",
    next: (
        Route::Topic(Topic::Organisation),
        "Make room for both in your organisation",
    ),
};

pub(crate) fn content(site: Site, guide: &Guide) -> AnyView {
    let (ladder, work) = (site.ladder, &guide.work);
    let here = site.at(HERE);
    let symptoms = work.symptoms.iter();
    let ticks: Vec<Tick> = symptoms.map(|one| symptom(ladder, &here, one)).collect();
    view! {
        <h2 id="facets">"Side by side"</h2>
        <ContrastTable
            caption="Implementer work and integrator work, facet by facet"
            heads=["Facet", "", "Implementer work", "Integrator work"].map(str::to_owned)
            rows=contrast_rows(ladder, &here, &work.facets)
        />
        <p>
            "Your own mix? "
            <a href=here.link(&Route::Topic(Topic::HandsOn))>"Log the hours of a week"</a> "."
        </p>
        <h2 id="notes">"How the need changes"</h2>
        {named(ladder, &here, &work.notes)}
        <h2 id="symptoms">"Does your organisation lack integrators?"</h2>
        <p>
            "Tick what you have seen in the last three months. Each tick shows what it may mean and what to try."
        </p>
        <p class="soft">"Nothing is kept: leave this page, and the ticks are gone."</p>
        <TickList ticks=ticks />
    }
    .into_any()
}

fn symptom(ladder: &Ladder, here: &Route, symptom: &Symptom) -> Tick {
    let then = view! {
        <p>{symptom.means.clone()}</p>
        <p><strong>"Try this. "</strong> {symptom.remedy.clone()}</p>
        {competency_links(ladder, here, &symptom.competencies)}
        {rests_on(ladder, here, &symptom.basis, &symptom.sources)}
    };
    Tick {
        id: format!("symptom-{}", symptom.id),
        text: symptom.tell.clone(),
        then: then.into_any(),
    }
}
