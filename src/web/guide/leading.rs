//! Signs that you already lead, and templates for a plan. Ticks are neither counted nor saved.

use leptos::prelude::*;

use crate::guide::{ChecklistItem, FocusArea};
use crate::ladder::Ladder;
use crate::route::{Route, Topic};
use crate::web::components::{Tick, TickList};
use crate::web::guide::Intro;
use crate::web::guide::parts::rests_on;
use crate::web::ladder::ways::{competency_links, level_links};
use crate::web::site::Site;

const TOPIC: Topic = Topic::Leading;
const HERE: Route = Route::Topic(TOPIC);

pub(crate) const INTRO: Intro = Intro {
    title: "You may already be leading",
    line: "Signs that you lead technical work today, what each points to, and templates for a plan.",
    lede: "Tick what is true of you now; then pick one area and plan it.",
    next: (Route::Topic(Topic::Case), "Put your case together"),
};

pub(crate) fn content(site: Site) -> AnyView {
    let ladder = site.ladder;
    let ticks = site
        .guide
        .checklist
        .iter()
        .map(|item| sign(ladder, item))
        .collect();
    let areas = site
        .guide
        .focus_areas
        .iter()
        .map(|area| plan(ladder, area))
        .collect_view();
    let relabel = format!("{}#relabel", HERE.link(&Route::Topic(Topic::Organisation)));
    let case = HERE.link(&Route::Topic(Topic::Case));
    view! {
        <h2 id="signs">"Signs"</h2>
        <p class="soft">"Ticks are not added up, and leaving the page clears them. Each one says where to look."</p>
        <TickList ticks=ticks />
        <p>
            "If several fit, you may do the work of a broad level under another label. Show your manager "
            <a href=relabel>"whom to relabel"</a> ", and bring " <a href=case>"your case"</a>
            ". If one fits, its next step is enough for now."
        </p>
        <h2 id="plans">"Areas to plan in"</h2>
        <p>"Take one for the coming months. Copy its lines to where you keep plans, or print this page, and fill the blanks."</p>
        {areas}
    }
    .into_any()
}

fn sign(ladder: &Ladder, item: &ChecklistItem) -> Tick {
    let then = view! {
        <div class="pointers"><span class="soft">"Look at"</span> {level_links(&HERE, &item.levels)}</div>
        {competencies(ladder, &item.competencies)}
        <p><strong>"Next: "</strong>{item.next.clone()}</p>
        {rests_on(ladder, TOPIC, item.basis, &item.sources)}
    };
    Tick {
        id: format!("sign-{}", item.id),
        text: item.text.clone(),
        then: then.into_any(),
    }
}

/// A template. The block is copied as text, so the goal and lines end with line breaks.
fn plan(ladder: &Ladder, area: &FocusArea) -> AnyView {
    let block = format!("plan-{}", area.id);
    let lines = area
        .plan
        .iter()
        .map(|line| view! { <li>{roomy(line)} "\n"</li> })
        .collect_view();
    view! {
        <section class="plan-area" id=area.id.clone()>
            <h3>{area.name.clone()}</h3>
            <div class="to-copy" id=block.clone()>
                <p>{area.goal.clone()} "\n"</p>
                <ul>{lines}</ul>
            </div>
            <button
                type="button"
                class="button needs-script no-print"
                data-copy-text=block
                aria-label=format!("Copy this plan: {}", area.name)
            >
                "Copy this plan"
            </button>
            {competencies(ladder, &area.competencies)}
            {rests_on(ladder, TOPIC, area.basis, &area.sources)}
        </section>
    }
    .into_any()
}

/// The line with blanks long enough for handwriting.
fn roomy(line: &str) -> String {
    line.replace("____", "__________")
}

fn competencies(ladder: &Ladder, ids: &[String]) -> AnyView {
    view! {
        <div class="pointers"><span class="soft">"Competencies"</span> {competency_links(ladder, &HERE, ids)}</div>
    }
    .into_any()
}
