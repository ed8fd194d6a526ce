//! What keeps two tracks fair: the levels in use at a size, themes for a calibration talk, and a form
//! to map levels of one's own.

use leptos::prelude::*;

use crate::guide::{Note, Size, Theme};
use crate::ladder::{Ladder, Level, Rung};
use crate::route::Route;
use crate::web::components::Station;
use crate::web::guide::mark::Ground;
use crate::web::guide::parts::{listed, notes};
use crate::web::ladder::ways::competency_links;

// Levels in use ---------------------------------------------------------------------------------

/// The levels in use at each size: a picture that is a table.
pub(super) fn sizes(ladder: &Ladder, here: &Route, sizes: &[Size]) -> AnyView {
    let rungs: Vec<Rung> = ladder.rungs().collect();
    let heads = rungs
        .iter()
        .map(|rung| view! { <th scope="col">{rung.to_string()}</th> })
        .collect_view();
    let rows = sizes
        .iter()
        .map(|size| {
            let cells = rungs.iter().map(|rung| cell(size, *rung)).collect_view();
            view! {
                <tr>
                    <th scope="row">{size.engineers.to_string()}</th>
                    {cells}
                </tr>
            }
        })
        .collect_view();
    let texts = sizes
        .iter()
        .map(|size| {
            let ground = Ground::new(&size.basis, &size.sources);
            view! {
                <li><strong>{size.engineers.to_string()} ": "</strong> {size.text.clone()} " " {ground.mark(ladder, here)}</li>
            }
        })
        .collect_view();
    view! {
        <section class="scroll" tabindex="0" aria-label="Levels in use by the number of engineers">
            <table class="sizes">
                <caption>"Engineers, and the levels in use: ● in use, ○ one or a few people, – empty"</caption>
                <thead><tr><th scope="col">"Engineers"</th>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
        <ul class="notes">{texts}</ul>
    }
    .into_any()
}

fn cell(size: &Size, rung: Rung) -> AnyView {
    let (class, sign, words) = match (size.empty.contains(&rung), size.few.contains(&rung)) {
        (true, _) => ("size-empty", "–", "empty"),
        (_, true) => ("size-few", "○", "one or a few"),
        _ => ("size-used", "●", "in use"),
    };
    view! {
        <td class=class>
            <span aria-hidden="true">{sign}</span>
            <span class="visually-hidden">{words}</span>
        </td>
    }
    .into_any()
}

// Themes ----------------------------------------------------------------------------------------

const QUESTION: &str = "Ask";
const LINES: &str = "Competencies";

pub(super) fn themes(ladder: &Ladder, here: &Route, themes: &[Theme]) -> AnyView {
    let rows = themes
        .iter()
        .map(|theme| {
            view! {
                <tr id=format!("theme-{}", theme.id)>
                    <th scope="row">{theme.name.clone()}</th>
                    <td data-head=QUESTION>{theme.question.clone()}</td>
                    <td data-head=LINES>{competency_links(ladder, here, &theme.competencies)}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <table class="contrast">
            <caption class="visually-hidden">"Themes for a calibration talk"</caption>
            <thead>
                <tr><th scope="col">"Theme"</th><th scope="col">{QUESTION}</th><th scope="col">{LINES}</th></tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

// Mapping ---------------------------------------------------------------------------------------

/// The columns that the reader fills in.
const BLANKS: [&str; 3] = ["Your level", "Same, narrower, wider?", "Two people"];

/// A form with a line for each height: what is here, and blanks for what is there.
pub(super) fn mapping_form(ladder: &Ladder, here: &Route, how: &[Note]) -> AnyView {
    let lines = rows(ladder);
    let fact = common_fact(&lines);
    let heads = BLANKS
        .map(|words| view! { <th scope="col">{words}</th> })
        .collect_view();
    let rows = lines
        .iter()
        .map(|levels| {
            let stations = levels
                .iter()
                .map(|level| view! { <Station level=*level /> " " })
                .collect_view();
            let titles: Vec<&str> = levels.iter().map(|level| level.title.as_str()).collect();
            let scope = fact.as_ref().map(|name| {
                let texts: Vec<&str> = levels
                    .iter()
                    .filter_map(|level| fact_of(level, name))
                    .collect();
                view! { <td data-head=name.clone()>{texts.join(" · ")}</td> }
            });
            let blanks = BLANKS
                .map(|words| view! { <td class="to-fill" data-head=words></td> })
                .collect_view();
            view! {
                <tr>
                    <th scope="row">{stations} <span class="soft">{listed(&titles)}</span></th>
                    {scope}
                    {blanks}
                </tr>
            }
        })
        .collect_view();
    view! {
        {notes(ladder, here, how)}
        <div class="paper-form">
            <table class="contrast mapping-form">
                <caption class="visually-hidden">"A form to map your own levels"</caption>
                <thead>
                    <tr>
                        <th scope="col">"Here"</th>
                        {fact.as_ref().map(|name| view! { <th scope="col">{name.clone()}</th> })}
                        {heads}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// The levels of each height; those without one stand alone.
fn rows(ladder: &Ladder) -> Vec<Vec<&Level>> {
    let heights = ladder.rungs().map(|rung| ladder.at(rung));
    heights.filter(|levels| !levels.is_empty()).collect()
}

/// The first fact, if each level states it in a text.
fn common_fact(rows: &[Vec<&Level>]) -> Option<String> {
    let mut levels = rows.iter().flatten();
    let name = &rows.first()?.first()?.facts.first()?.name;
    levels
        .all(|level| fact_of(level, name).is_some())
        .then(|| name.clone())
}

fn fact_of<'a>(level: &'a Level, name: &str) -> Option<&'a str> {
    let fact = level.facts.iter().find(|fact| fact.name == name)?;
    fact.text.as_deref()
}
