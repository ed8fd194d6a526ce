//! Introducing the second track: reasons, gaps, steps, the announcement, and whom to relabel.

use leptos::prelude::*;

use crate::guide::{Named, Note, Symptom};
use crate::ladder::{Basis, Ladder};
use crate::route::{Route, Topic};
use crate::web::components::{Tick, TickList};
use crate::web::guide::Intro;
use crate::web::guide::parts::{named, notes, rests_on};
use crate::web::ladder::ways::competency_links;
use crate::web::site::Site;

const TOPIC: Topic = Topic::Organisation;
const HERE: Route = Route::Topic(TOPIC);

/// The id of the block to copy.
const ANNOUNCEMENT: &str = "announcement";

pub(crate) const INTRO: Intro = Intro {
    title: "For the organisation",
    line: "Why to add a second track, a check of unmet needs, the steps in order, what to announce and whom to relabel.",
    lede: "Start from what nobody leads today; the posts come last.",
    next: (
        Route::Topic(Topic::Switching),
        "Read the rules for switching",
    ),
};

pub(crate) fn content(site: Site) -> AnyView {
    let ladder = site.ladder;
    let organisation = &site.guide.organisation;
    let needs = organisation
        .needs
        .iter()
        .map(|item| need(ladder, item))
        .collect();
    let steps = organisation
        .steps
        .iter()
        .map(|item| step(ladder, item))
        .collect_view();
    let symptoms = format!("{}#symptoms", HERE.link(&Route::Topic(Topic::Work)));
    view! {
        <h2 id="why">"Why"</h2>
        {named(ladder, TOPIC, &organisation.pressures)}
        <h2 id="needs">"What nobody leads today"</h2>
        <p class="soft">"Tick what you see. Ticks are not added up, and leaving the page clears them."</p>
        <TickList ticks=needs />
        <p>
            "Parts may fit badly even where each has a lead: see the " <a href=symptoms>"symptoms of missing integrators"</a> "."
        </p>
        <h2 id="steps">"The steps, in order"</h2>
        <ol class="notes">{steps}</ol>
        <h2 id="announce">"What to announce"</h2>
        <p>"Sentences to adapt. Send them to all engineers at once."</p>
        {announcement(ladder, &organisation.announce)}
        <h2 id="relabel">"Whom to relabel"</h2>
        {notes(ladder, TOPIC, &organisation.relabel)}
    }
    .into_any()
}

fn need(ladder: &Ladder, item: &Symptom) -> Tick {
    let then = view! {
        <p><strong>"What it usually means: "</strong>{item.means.clone()}</p>
        <p><strong>"What to do: "</strong>{item.remedy.clone()}</p>
        <div class="pointers">
            <span class="soft">"Competencies"</span>
            {competency_links(ladder, &HERE, &item.competencies)}
        </div>
        {rests_on(ladder, TOPIC, item.basis, &item.sources)}
    };
    Tick {
        id: format!("need-{}", item.id),
        text: item.tell.clone(),
        then: then.into_any(),
    }
}

fn step(ladder: &Ladder, item: &Named) -> AnyView {
    view! {
        <li>
            <strong>{item.name.clone()} ". "</strong>
            {item.text.clone()} {rests_on(ladder, TOPIC, item.basis, &item.sources)}
        </li>
    }
    .into_any()
}

/// The sentences in one block to copy; their basis is outside the block, so that it is not copied.
fn announcement(ladder: &Ladder, sentences: &[Note]) -> AnyView {
    let lines = sentences
        .iter()
        .map(|note| {
            let words = note.text.trim_matches(['“', '”']).to_owned();
            view! { <p>{words} "\n"</p> }
        })
        .collect_view();
    let mut grounds: Vec<(Basis, &[String])> = Vec::new();
    for note in sentences {
        let ground = (note.basis, note.sources.as_slice());
        if !grounds.contains(&ground) {
            grounds.push(ground);
        }
    }
    let grounds = grounds
        .into_iter()
        .map(|(letter, sources)| rests_on(ladder, TOPIC, letter, sources))
        .collect_view();
    view! {
        <div class="to-copy" id=ANNOUNCEMENT>{lines}</div>
        <button type="button" class="button needs-script no-print" data-copy-text=ANNOUNCEMENT>
            "Copy these sentences"
        </button>
        <h3 class="small-head">"What they rest on"</h3>
        {grounds}
    }
    .into_any()
}
