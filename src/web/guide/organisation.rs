//! Introducing the second track: reasons, gaps, steps, the announcement, and whom to relabel.

use leptos::prelude::*;

use crate::guide::{Guide, Named, Note, Symptom};
use crate::ladder::Ladder;
use crate::route::{Route, Topic};
use crate::web::components::{Tick, TickList};
use crate::web::guide::Intro;
use crate::web::guide::parts::{named, notes, rests_on};
use crate::web::ladder::ways::competency_links;
use crate::web::site::Site;

const HERE: Route = Route::Topic(Topic::Organisation);

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

pub(crate) fn content(site: Site, guide: &Guide) -> AnyView {
    let ladder = site.ladder;
    let here = site.at(HERE);
    let organisation = &guide.organisation;
    let needs = organisation.needs.iter();
    let needs: Vec<Tick> = needs.map(|item| need(ladder, &here, item)).collect();
    let steps = organisation.steps.iter();
    let steps = steps.map(|item| step(ladder, &here, item)).collect_view();
    let symptoms = format!("{}#symptoms", here.link(&Route::Topic(Topic::Work)));
    view! {
        <h2 id="why">"Why"</h2>
        {named(ladder, &here, &organisation.pressures)}
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
        {announcement(ladder, &here, &organisation.announce)}
        <h2 id="relabel">"Whom to relabel"</h2>
        {notes(ladder, &here, &organisation.relabel)}
    }
    .into_any()
}

fn need(ladder: &Ladder, here: &Route, item: &Symptom) -> Tick {
    let then = view! {
        <p><strong>"What it usually means: "</strong>{item.means.clone()}</p>
        <p><strong>"What to do: "</strong>{item.remedy.clone()}</p>
        <div class="pointers">
            <span class="soft">"Competencies"</span>
            {competency_links(ladder, here, &item.competencies)}
        </div>
        {rests_on(ladder, here, &item.basis, &item.sources)}
    };
    Tick {
        id: format!("need-{}", item.id),
        text: item.tell.clone(),
        then: then.into_any(),
    }
}

fn step(ladder: &Ladder, here: &Route, item: &Named) -> AnyView {
    view! {
        <li>
            <strong>{item.name.clone()} ". "</strong>
            {item.text.clone()} {rests_on(ladder, here, &item.basis, &item.sources)}
        </li>
    }
    .into_any()
}

/// The sentences in one block to copy; what they rest on is below it, so as not to be copied.
fn announcement(ladder: &Ladder, here: &Route, sentences: &[Note]) -> AnyView {
    let lines = sentences
        .iter()
        .map(|note| {
            let words = note.text.trim_matches(['“', '”']).to_owned();
            view! { <p>{words} "\n"</p> }
        })
        .collect_view();
    let mut grounds: Vec<(&str, &[String])> = Vec::new();
    for note in sentences {
        let ground = (note.basis.as_str(), note.sources.as_slice());
        if !grounds.contains(&ground) {
            grounds.push(ground);
        }
    }
    let grounds = grounds
        .into_iter()
        .map(|(letter, sources)| rests_on(ladder, here, letter, sources))
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
