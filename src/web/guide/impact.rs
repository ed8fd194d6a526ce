//! Stages of impact: the stages as a path, a manager's routes, and growing side by side.

use leptos::prelude::*;

use crate::guide::{GrowthStage, Guide};
use crate::ladder::Ladder;
use crate::route::{Route, Topic};
use crate::web::guide::Intro;
use crate::web::guide::parts::{capital, counted, links_to_levels, named, notes, rests_on};
use crate::web::ladder::ways::competency_links;
use crate::web::site::Site;

const HERE: Route = Route::Topic(Topic::Impact);

pub(crate) const INTRO: Intro = Intro {
    title: "Stages of impact",
    line: "How an engineer’s effect grows, and what happens among peers who grow at once.",
    lede: "Each stage adds a way to have effect; none replaces the ones before.",
    next: (Route::Topic(Topic::Leading), "See whether you lead already"),
};

/// How many stages and routes there are.
pub(crate) fn line(guide: &Guide) -> String {
    let stages = counted(guide.stages.len(), "stage", "stages");
    format!(
        "{} in which an engineer’s effect grows, {} for managers, and what happens among peers who grow at once.",
        capital(&stages),
        routes(guide)
    )
}

fn routes(guide: &Guide) -> String {
    counted(guide.pairing.routes.len(), "route", "routes")
}

pub(crate) fn content(site: Site, guide: &Guide) -> AnyView {
    let ladder = site.ladder;
    let here = site.at(HERE);
    let stages = (1_usize..).zip(&guide.stages);
    let stages = stages
        .map(|(number, entry)| stage(ladder, &here, number, entry))
        .collect_view();
    view! {
        <h2 id="stages">"The path"</h2>
        <p>
            "Find the stage you are at, then read the next one. Stages overlap; each names the levels where it mostly happens."
        </p>
        <ol class="plain-list path">{stages}</ol>
        <h2 id="routes">{format!("Beside it, a manager’s {}", routes(guide))}</h2>
        {named(ladder, &here, &guide.pairing.routes)}
        <p>
            <a href=here.link(&Route::Topic(Topic::Pairing))>"How the two of you work together"</a>
        </p>
        <h2 id="dynamics">"When several of you grow at once"</h2>
        {notes(ladder, &here, &guide.dynamics)}
    }
    .into_any()
}

fn stage(ladder: &Ladder, here: &Route, number: usize, stage: &GrowthStage) -> AnyView {
    view! {
        <li id=format!("stage-{number}")>
            <h3><span class="path-number">{number.to_string()}</span> " " {stage.name.clone()}</h3>
            <p>{stage.text.clone()}</p>
            <dl class="facts">
                <div><dt>"Where"</dt><dd>{stage.place.clone()}</dd></div>
                <div><dt>"Levels"</dt><dd>{links_to_levels(ladder, here, &stage.levels)}</dd></div>
                <div><dt>"Grows"</dt><dd>{competency_links(ladder, here, &stage.competencies)}</dd></div>
            </dl>
            {rests_on(ladder, here, &stage.basis, &stage.sources)}
        </li>
    }
    .into_any()
}
