//! How one grows: signs of leading, stages of impact, plans, and ways of working. Ticks are neither
//! counted nor saved.

use leptos::prelude::*;

use crate::guide::{Attribute, ChecklistItem, FocusArea, GrowthStage, Guide};
use crate::ladder::{Ladder, Side};
use crate::route::{GrowthPart, Route, Topic};
use crate::web::components::{Tick, TickList};
use crate::web::guide::Intro;
use crate::web::guide::mark::Ground;
use crate::web::guide::part::Part;
use crate::web::guide::parts::{concerns, links_to_levels, notes, rests_on, side_class, side_name};
use crate::web::ladder::ways::competency_links;
use crate::web::site::Site;

const HERE: Route = Route::Topic(Topic::Growing);

pub(crate) const INTRO: Intro = Intro {
    title: "How you grow",
    line: "Signs that you lead already, the stages in which impact grows, plans for the coming months, and ways of working.",
    lede: "See where you are, read the next stage, and plan one thing.",
    tags: "growth plan development goals impact gap next step promotion already leading how to be",
};

pub(crate) fn content(site: Site, guide: &Guide) -> Vec<Part> {
    let ladder = site.ladder;
    let here = site.at(HERE);
    vec![
        Part::open(
            "signs",
            "You may already be leading",
            signs(ladder, &here, guide),
        ),
        Part::open("stages", "How impact grows", stages(ladder, &here, guide)),
        Part::open("plans", "Plan one thing", plans(ladder, &here, guide)),
        Part::folded(
            "ways-of-working",
            "Ways of working",
            "Competencies say what you do; these say how, on either track.",
            ways(ladder, &here, guide),
        ),
        Part::folded(
            "dynamics",
            "When several of you grow at once",
            "Projects and your manager’s time can seem to run short. Talk about it early.",
            view! {
                {notes(ladder, &here, &guide.dynamics)}
                <p id="routes">
                    <a href=format!("{}#routes", here.link(&Route::Topic(Topic::Managers)))>
                        "How a manager’s impact grows"
                    </a>
                </p>
            }
            .into_any(),
        ),
    ]
}

// Signs -----------------------------------------------------------------------------------------

fn signs(ladder: &Ladder, here: &Route, guide: &Guide) -> AnyView {
    let ticks = guide.checklist.iter();
    let ticks: Vec<Tick> = ticks.map(|item| sign(ladder, here, item)).collect();
    let relabel = format!("{}#relabel", here.link(&Route::Topic(Topic::Organisation)));
    let case = here.link(&Route::Growth(GrowthPart::Case));
    view! {
        <p class="soft">"Tick what is true of you. Each tick shows where to look; leaving the page clears them."</p>
        <TickList ticks=ticks />
        <p>
            "If several fit, you may do the work of a broad level under another label. Show your manager "
            <a href=relabel>"whom to relabel"</a> ", and bring " <a href=case>"your case"</a> "."
        </p>
    }
    .into_any()
}

fn sign(ladder: &Ladder, here: &Route, item: &ChecklistItem) -> Tick {
    let ground = Ground::new(&item.basis, &item.sources);
    let then = view! {
        <p><strong>"Next: "</strong>{item.next.clone()}</p>
        <div class="pointers"><span class="soft">"Levels"</span> {links_to_levels(ladder, here, &item.levels)}</div>
        {concerns(ladder, here, &item.competencies, ground)}
    };
    Tick {
        id: format!("sign-{}", item.id),
        text: item.text.clone(),
        then: then.into_any(),
    }
}

// Stages ----------------------------------------------------------------------------------------

fn stages(ladder: &Ladder, here: &Route, guide: &Guide) -> AnyView {
    let stages = (1_usize..).zip(&guide.stages);
    let stages = stages
        .map(|(number, entry)| stage(ladder, here, number, entry))
        .collect_view();
    view! {
        {(!guide.impact.is_empty()).then(|| notes(ladder, here, &guide.impact))}
        <ol class="plain-list path">{stages}</ol>
    }
    .into_any()
}

fn stage(ladder: &Ladder, here: &Route, number: usize, stage: &GrowthStage) -> AnyView {
    view! {
        <li id=format!("stage-{number}")>
            <h3><span class="path-number">{number.to_string()}</span> " " {stage.name.clone()}</h3>
            <div>{stage.text.clone()} " " {rests_on(ladder, here, &stage.basis, &stage.sources)}</div>
            <div class="stage-place">
                <span class="soft">{stage.place.clone()}</span>
                {links_to_levels(ladder, here, &stage.levels)}
                {competency_links(ladder, here, &stage.competencies)}
            </div>
        </li>
    }
    .into_any()
}

// Plans -----------------------------------------------------------------------------------------

fn plans(ladder: &Ladder, here: &Route, guide: &Guide) -> AnyView {
    let areas = guide.focus_areas.iter();
    let areas = areas.map(|area| plan(ladder, here, area)).collect_view();
    view! {
        <p>"Choose one area for the coming months. Copy its lines to where you keep plans, or print them, and fill the blanks."</p>
        {areas}
    }
    .into_any()
}

/// A template. The block is copied as text, so goal and lines end in line breaks of their own.
fn plan(ladder: &Ladder, here: &Route, area: &FocusArea) -> AnyView {
    let block = format!("plan-{}", area.id);
    let lines = area
        .plan
        .iter()
        .chain(area.success.as_ref())
        .map(|line| view! { <li>{roomy(line)} "\n"</li> })
        .collect_view();
    let ground = Ground::new(&area.basis, &area.sources);
    view! {
        <details class="fold fold-small">
            <summary>
                <h3>{area.name.clone()}</h3>
                <span class="soft">{area.goal.clone()}</span>
            </summary>
            <div class="plan-area" id=area.id.clone()>
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
                {concerns(ladder, here, &area.competencies, ground)}
            </div>
        </details>
    }
    .into_any()
}

/// The line with blanks long enough for handwriting.
fn roomy(line: &str) -> String {
    line.replace("____", "__________")
}

// Ways of working -------------------------------------------------------------------------------

fn ways(ladder: &Ladder, here: &Route, guide: &Guide) -> AnyView {
    let attributes = guide.attributes.iter();
    attributes
        .map(|entry| attribute(ladder, here, entry))
        .collect_view()
        .into_any()
}

fn attribute(ladder: &Ladder, here: &Route, attribute: &Attribute) -> AnyView {
    let sides = Side::BOTH.map(|side| one_side(ladder, attribute, side));
    let ground = Ground::new(&attribute.basis, &attribute.sources);
    view! {
        <section id=attribute.id.clone()>
            <h3>{attribute.name.clone()}</h3>
            <p>{attribute.meaning.clone()}</p>
            <div class="twins">{sides.collect_view()}</div>
            {concerns(ladder, here, &attribute.competencies, ground)}
        </section>
    }
    .into_any()
}

fn one_side(ladder: &Ladder, attribute: &Attribute, side: Side) -> AnyView {
    let lines = match side {
        Side::Deep => &attribute.deep,
        Side::Broad => &attribute.broad,
    };
    let lines = lines
        .iter()
        .map(|line| view! { <li>{line.clone()}</li> })
        .collect_view();
    view! {
        <section class=side_class(ladder, side)>
            <h4>{side_name(ladder, side)}</h4>
            <ul class="notes">{lines}</ul>
        </section>
    }
    .into_any()
}
