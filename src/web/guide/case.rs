//! How to write a case: the steps, what makes evidence good, and examples that are filled in.

use leptos::prelude::*;

use crate::guide::{ExampleCase, ExampleEvidence, ExampleGap, ExampleLine, HowOften};
use crate::ladder::{Competency, Level};
use crate::route::{GrowthPart, Route, Topic};
use crate::web::frame::expectation_href;
use crate::web::guide::Intro;
use crate::web::guide::part::Part;
use crate::web::guide::parts::{capital, counted};
use crate::web::site::Site;

const HERE: Route = Route::Topic(Topic::Case);

pub(crate) const INTRO: Intro = Intro {
    title: "How to write a case",
    line: "How to put what you did beside what a level expects, what makes evidence good, and cases that are filled in.",
    lede: "A case puts what you did beside what a level expects, so that others can judge for themselves.",
    tags: "promotion packet brag document evidence gap example self-review",
};

/// The steps: what to do, and how.
const STEPS: [(&str, &str); 6] = [
    (
        "Choose one level",
        "Take the one whose work you do already, or the next one you want. The case is for its expectations and no others.",
    ),
    (
        "Mark what you show",
        "For each expectation: not yet, sometimes, reliably, or no chance to show it. Go by what it says, not by what you would like.",
    ),
    (
        "Choose the evidence",
        "One or two pieces for each expectation are enough. Take the newest, and the one that was hardest.",
    ),
    (
        "Name the gaps",
        "Others see them anyway. They believe the rest more easily when you say first what is missing, and what you do about it.",
    ),
    (
        "Ask for a second view",
        "Someone who saw the work marks the same expectations, without seeing your marks. Where you two differ, talk before you send anything.",
    ),
    (
        "Open with a summary",
        "Three sentences: what you look after, what changed because of you, what you can’t show yet. Write it last.",
    ),
];

/// What makes evidence good: the rule, and why.
const EVIDENCE: [(&str, &str); 6] = [
    (
        "It says what came of it",
        "What is different now, or what would have happened without you? A number helps if you can say where it comes from.",
    ),
    (
        "It can be looked at",
        "A document, a graph, a date, a link. What no one can look up has to be believed.",
    ),
    (
        "Someone saw it",
        "Name people who can tell what you did, best of all some outside your team. Ask them first.",
    ),
    (
        "It says which part was yours",
        "Write “I” for your part and “we” for what you did together. Giving others their share makes yours clearer.",
    ),
    (
        "It fits the words",
        "Read the expectation once more beside it. Good work that shows something else belongs to something else.",
    ),
    (
        "It is recent",
        "Work from more than two years ago shows what you could do then. Keep it only if nothing newer shows the same.",
    ),
];

/// The parts of the page.
pub(crate) fn content(site: Site) -> Vec<Part> {
    let here = site.at(HERE);
    let to = |part| here.link(&Route::Growth(part));
    let (case, journal) = (to(GrowthPart::Case), to(GrowthPart::Evidence));
    let data = here.link(&Route::Data);
    let link = || {
        view! { <p class="no-print"><a class="button button-first" href=case.clone()>"Write yours in My growth"</a></p> }
    };
    let guide = site.guide;
    let examples = guide.map_or(&[][..], |guide| guide.examples.as_slice());
    let all = examples.iter();
    let all: Vec<AnyView> = all.filter_map(|one| example(site, &here, one)).collect();
    let (is_empty, title) = (all.is_empty(), heading(all.len()));
    let steps = view! {
        {list(&STEPS)}
        <p>"A case is no sum. No number of marks makes a level, no one is equally strong everywhere, and in the end people decide."</p>
        {link()}
        <p class="soft small no-print">
            "Did you write notes on this page before? They are still saved in your browser: "
            <a href=journal.clone()>"Evidence"</a> " takes them over, and " <a href=data>"My data"</a> " lists them."
        </p>
    };
    let evidence = view! {
        {list(&EVIDENCE)}
        <p>"Instead of “Improved the billing job”, write: “The billing job ran for nine hours and failed twice a month. I split it by country; now it takes forty minutes, and in half a year it has not failed. Noor, who is on call for it, was there.”"</p>
        <p class="no-print">
            "Write such a line on the day it happened, in your " <a href=journal>"evidence"</a>
            ". When you need a case, it is there."
        </p>
    };
    let examples = view! {
        <p>"The people and the work are invented. Look at how much is said, and how little of it is praise."</p>
        {all}
        {link()}
    };
    [
        Some(Part::open("steps", "Six steps", steps.into_any())),
        Some(Part::open(
            "evidence",
            "What makes evidence good",
            evidence.into_any(),
        )),
        Part::open("examples", title, examples.into_any()).unless(is_empty),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn heading(count: usize) -> String {
    let cases = capital(&counted(count, "case", "cases"));
    format!("{cases}, filled in")
}

fn list(rules: &[(&'static str, &'static str)]) -> AnyView {
    let items = rules
        .iter()
        .map(|(name, text)| view! { <div><dt>{*name}</dt><dd>{*text}</dd></div> });
    view! { <dl class="named">{items.collect_view()}</dl> }.into_any()
}

// Examples --------------------------------------------------------------------------------------

fn example(site: Site, here: &Route, example: &ExampleCase) -> Option<AnyView> {
    let level = site.ladder.level(&example.level)?;
    let lines = example.lines.iter();
    let lines: Vec<AnyView> = lines
        .filter_map(|one| line(site, here, level, example, one))
        .collect();
    let gaps = example.gaps.iter();
    let gaps: Vec<AnyView> = gaps.filter_map(|one| gap(site, here, level, one)).collect();
    Some(
        view! {
            <details class="fold fold-small">
                <summary>
                    <h3>{level.name()}</h3>
                    <span class="soft">{example.about.clone()}</span>
                </summary>
                <div id=format!("example-{}", level.id)>
                    <p>{example.summary.clone()}</p>
                    {lines}
                    <h4>"Honest gaps"</h4>
                    <ul class="notes">{gaps}</ul>
                </div>
            </details>
        }
        .into_any(),
    )
}

fn line(
    site: Site,
    here: &Route,
    level: &Level,
    example: &ExampleCase,
    line: &ExampleLine,
) -> Option<AnyView> {
    let item = site.ladder.competency(&line.competency)?;
    let evidence = line.evidence.iter().map(evidence).collect_view();
    let second = line.second.as_ref().map(|second| {
        view! {
            <p>
                "Second view, " {example.second_from.clone()} ": "
                <strong>{words(second.standing)}</strong> " " {second.line.clone()}
            </p>
        }
    });
    Some(
        view! {
            <h4>{headline(site, here, level, item)}</h4>
            <p><strong>{words(line.standing)}</strong> " " {line.why.clone()}</p>
            <ul class="notes">{evidence}</ul>
            {second}
        }
        .into_any(),
    )
}

/// What the level expects, as a link to it.
fn headline(site: Site, here: &Route, level: &Level, item: &Competency) -> AnyView {
    let href = expectation_href(site, here, level, item);
    let says = item.at(level).map(|cell| cell.headline().to_owned());
    view! { <a href=href>{says}</a> }.into_any()
}

fn evidence(one: &ExampleEvidence) -> AnyView {
    view! {
        <li>
            <strong>{format!("{}:", one.date)}</strong> " " {one.did.clone()} " "
            <strong>"What came of it:"</strong> " " {one.outcome.clone()} " "
            <span class="soft">"Seen by " {one.witnesses.clone()} "."</span>
        </li>
    }
    .into_any()
}

fn gap(site: Site, here: &Route, level: &Level, gap: &ExampleGap) -> Option<AnyView> {
    let item = site.ladder.competency(&gap.competency)?;
    Some(
        view! {
            <li>
                {headline(site, here, level, item)} ": "
                <strong>{words(gap.standing)}</strong> " " {gap.why.clone()}
            </li>
        }
        .into_any(),
    )
}

const fn words(standing: HowOften) -> &'static str {
    match standing {
        HowOften::NotYet => "Not yet.",
        HowOften::Sometimes => "Sometimes.",
        HowOften::Reliably => "Reliably.",
        HowOften::NoChance => "No chance to show it yet.",
    }
}
