//! Introducing the second track, and keeping it fair: reasons, gaps, steps, the announcement, whom to
//! relabel; the levels in use, promotions, late results, calibration, and a form to map levels.

use leptos::prelude::*;

use crate::guide::{Guide, Named, Note, Symptom};
use crate::ladder::Ladder;
use crate::route::{Route, Topic};
use crate::web::components::{Tick, TickList};
use crate::web::guide::Intro;
use crate::web::guide::fairness::{mapping_form, sizes, themes};
use crate::web::guide::mark::Ground;
use crate::web::guide::part::Part;
use crate::web::guide::parts::{concerns, named, named_text, notes};
use crate::web::site::Site;

const HERE: Route = Route::Topic(Topic::Organisation);

/// The id of the block to copy.
const ANNOUNCEMENT: &str = "announcement";

pub(crate) const INTRO: Intro = Intro {
    title: "For the organisation",
    line: "Why and how to add a second track, which levels to leave empty, who decides on promotions, and a form to map your own levels.",
    lede: "Start from what no one leads today. Create roles last.",
    tags: "director promotion committee calibration review mapping announce rollout introduce small company",
};

pub(crate) fn content(site: Site, guide: &Guide) -> Vec<Part> {
    let ladder = site.ladder;
    let here = site.at(HERE);
    let organisation = &guide.organisation;
    let steps = organisation.steps.iter();
    let steps = steps.map(|item| step(ladder, &here, item)).collect_view();
    [
        Some(Part::open("needs", "What no one leads today", needs(ladder, &here, &organisation.needs))),
        Some(Part::folded(
            "symptoms",
            "Do you lack integrators?",
            "The parts may fit badly even where each has a lead. Tick what you have seen.",
            symptoms(ladder, &here, &guide.work.symptoms),
        )),
        Some(Part::folded(
            "why",
            "Why add a second track",
            "The business outgrows one architect, and engineers outgrow a ladder that counts only what they build.",
            named(ladder, &here, &organisation.pressures),
        )),
        Some(Part::open("steps", "The steps, in order", view! { <ol class="notes">{steps}</ol> }.into_any())),
        Some(Part::folded(
            "announce",
            "What to announce",
            "Sentences to adapt. Send them to all engineers at once.",
            announcement(ladder, &here, &organisation.announce),
        )),
        Some(Part::folded(
            "relabel",
            "Whom to relabel",
            "Look for people who do the work already, ask them first, and agree what ends.",
            notes(ladder, &here, &organisation.relabel),
        )),
        Part::open("sizes", "Which levels to leave empty", sizes(ladder, &here, &organisation.sizes))
            .unless(organisation.sizes.is_empty()),
        Part::folded(
            "promotions",
            "Who decides on promotions",
            "Not the manager alone: three people, line by line, with evidence that has a date and a witness.",
            named(ladder, &here, &organisation.promotions),
        )
        .unless(organisation.promotions.is_empty()),
        Part::folded(
            "late-results",
            "Review work whose results show late",
            "Agree on early signs, judge decisions by what was known, and look back a second time.",
            named(ladder, &here, &organisation.late),
        )
        .unless(organisation.late.is_empty()),
        Part::folded(
            "themes",
            "The competencies in a few themes",
            "For a calibration talk: one question for each theme, the lines behind it only when you disagree.",
            themes(ladder, &here, &organisation.themes),
        )
        .unless(organisation.themes.is_empty()),
        Part::folded(
            "mapping",
            "Map your own levels",
            "A form to print: your levels beside these.",
            mapping_form(ladder, &here, &organisation.mapping),
        )
        .unless(organisation.mapping.is_empty()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

const CLEARED: &str =
    "Tick what you see. Ticks are not added up, and leaving the page clears them.";

fn needs(ladder: &Ladder, here: &Route, needs: &[Symptom]) -> AnyView {
    let ticks = needs.iter();
    let ticks: Vec<Tick> = ticks.map(|item| tick(ladder, here, item, "need")).collect();
    view! {
        <p class="soft">{CLEARED}</p>
        <TickList ticks=ticks />
    }
    .into_any()
}

fn symptoms(ladder: &Ladder, here: &Route, symptoms: &[Symptom]) -> AnyView {
    let ticks = symptoms.iter();
    let ticks: Vec<Tick> = ticks
        .map(|item| tick(ladder, here, item, "symptom"))
        .collect();
    let kinds = format!("{}#facets", here.link(&Route::Topic(Topic::Choosing)));
    view! {
        <p class="soft">{CLEARED} " " <a href=kinds>"What integrators do"</a></p>
        <TickList ticks=ticks />
    }
    .into_any()
}

fn tick(ladder: &Ladder, here: &Route, item: &Symptom, kind: &str) -> Tick {
    let ground = Ground::new(&item.basis, &item.sources);
    let then = view! {
        <p><strong>"What it usually means: "</strong>{item.means.clone()}</p>
        <p><strong>"What to do: "</strong>{item.remedy.clone()}</p>
        {concerns(ladder, here, &item.competencies, ground)}
    };
    Tick {
        id: format!("{kind}-{}", item.id),
        text: item.tell.clone(),
        then: then.into_any(),
    }
}

fn step(ladder: &Ladder, here: &Route, item: &Named) -> AnyView {
    view! {
        <li>
            <strong>{item.name.clone()} ". "</strong>
            {named_text(ladder, here, item, true)}
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
    let mut grounds: Vec<Ground<'_>> = Vec::new();
    for note in sentences {
        let ground = Ground::new(&note.basis, &note.sources);
        if !grounds.contains(&ground) {
            grounds.push(ground);
        }
    }
    let grounds = grounds
        .into_iter()
        .map(|ground| ground.mark(ladder, here))
        .collect_view();
    view! {
        <div class="to-copy" id=ANNOUNCEMENT>{lines}</div>
        <button type="button" class="button needs-script no-print" data-copy-text=ANNOUNCEMENT>
            "Copy these sentences"
        </button>
        <p class="pointers"><span class="soft">"Some sentences are stated in the sources, some are ours."</span></p>
        <div class="pointers">{grounds}</div>
    }
    .into_any()
}
