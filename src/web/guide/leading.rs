//! Signs that you already lead, and templates for a plan. Ticks are neither counted nor saved.

use leptos::prelude::*;

use crate::guide::{ChecklistItem, FocusArea, Guide};
use crate::ladder::Ladder;
use crate::route::{Route, Topic};
use crate::web::components::{Tick, TickList};
use crate::web::guide::Intro;
use crate::web::guide::parts::{links_to_levels, rests_on};
use crate::web::ladder::ways::competency_links;
use crate::web::site::Site;

const HERE: Route = Route::Topic(Topic::Leading);

pub(crate) const INTRO: Intro = Intro {
    title: "You may already be leading",
    line: "Signs that you lead technical work today, what each points to, and templates for a plan.",
    lede: "Tick what is true of you now; then pick one area and plan it.",
    next: (Route::Topic(Topic::Case), "Put your case together"),
};

pub(crate) fn content(site: Site, guide: &Guide) -> AnyView {
    let ladder = site.ladder;
    let here = site.at(HERE);
    let ticks = guide.checklist.iter();
    let ticks: Vec<Tick> = ticks.map(|item| sign(ladder, &here, item)).collect();
    let areas = guide.focus_areas.iter();
    let areas = areas.map(|area| plan(ladder, &here, area)).collect_view();
    let relabel = format!("{}#relabel", here.link(&Route::Topic(Topic::Organisation)));
    let case = here.link(&Route::Topic(Topic::Case));
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

fn sign(ladder: &Ladder, here: &Route, item: &ChecklistItem) -> Tick {
    let then = view! {
        <div class="pointers"><span class="soft">"Look at"</span> {links_to_levels(ladder, here, &item.levels)}</div>
        {competencies(ladder, here, &item.competencies)}
        <p><strong>"Next: "</strong>{item.next.clone()}</p>
        {rests_on(ladder, here, &item.basis, &item.sources)}
    };
    Tick {
        id: format!("sign-{}", item.id),
        text: item.text.clone(),
        then: then.into_any(),
    }
}

/// A template. The block is copied as text, so goal and lines end in line breaks of their own.
fn plan(ladder: &Ladder, here: &Route, area: &FocusArea) -> AnyView {
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
            {competencies(ladder, here, &area.competencies)}
            {rests_on(ladder, here, &area.basis, &area.sources)}
        </section>
    }
    .into_any()
}

/// The line with blanks long enough for handwriting.
fn roomy(line: &str) -> String {
    line.replace("____", "__________")
}

fn competencies(ladder: &Ladder, here: &Route, ids: &[String]) -> AnyView {
    view! {
        <div class="pointers"><span class="soft">"Competencies"</span> {competency_links(ladder, here, ids)}</div>
    }
    .into_any()
}
