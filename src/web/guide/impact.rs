//! Stages of impact: the six stages as a path, the routes for managers, and how to grow, side by side.

use leptos::prelude::*;

use crate::guide::GrowthStage;
use crate::ladder::Ladder;
use crate::route::{Route, Topic};
use crate::web::guide::Intro;
use crate::web::guide::parts::{named, notes, rests_on};
use crate::web::ladder::ways::{competency_links, level_links};
use crate::web::site::Site;

const TOPIC: Topic = Topic::Impact;
const HERE: Route = Route::Topic(TOPIC);

pub(crate) const INTRO: Intro = Intro {
    title: "Stages of impact",
    line: "Six stages in which an engineer’s effect grows, three routes for managers, and what happens among peers who grow at once.",
    lede: "Each stage adds a way to have effect; none replaces the ones before.",
    next: (Route::Topic(Topic::Leading), "See whether you lead already"),
};

pub(crate) fn content(site: Site) -> AnyView {
    let stages = (1..).zip(&site.guide.stages);
    let stages = stages
        .map(|(number, entry)| stage(site.ladder, number, entry))
        .collect_view();
    view! {
        <h2 id="stages">"The path"</h2>
        <p>
            "Find the stage you are at, then read the next one. Stages overlap: on the deep track the first goes on to the top, while the last belongs to the broad track."
        </p>
        <ol class="plain-list path">{stages}</ol>
        <h2 id="routes">"Beside it, a manager’s three routes"</h2>
        {named(site.ladder, TOPIC, &site.guide.pairing.routes)}
        <p>
            <a href=HERE.link(&Route::Topic(Topic::Pairing))>"How the two of you work together"</a>
        </p>
        <h2 id="dynamics">"When several of you grow at once"</h2>
        {notes(site.ladder, TOPIC, &site.guide.dynamics)}
    }
    .into_any()
}

fn stage(ladder: &Ladder, number: u8, stage: &GrowthStage) -> AnyView {
    view! {
        <li id=format!("stage-{number}")>
            <h3><span class="path-number">{number.to_string()}</span> " " {stage.name.clone()}</h3>
            <p>{stage.text.clone()}</p>
            <dl class="facts">
                <div><dt>"Where"</dt><dd>{stage.place.clone()}</dd></div>
                <div><dt>"Levels"</dt><dd>{level_links(&HERE, &stage.levels)}</dd></div>
                <div><dt>"Grows"</dt><dd>{competency_links(ladder, &HERE, &stage.competencies)}</dd></div>
            </dl>
            {rests_on(ladder, TOPIC, stage.basis, &stage.sources)}
        </li>
    }
    .into_any()
}
