//! Your case: a level's expectations beside your own notes of evidence, saved in this browser, to
//! print.

use leptos::prelude::*;

use crate::guide::PassportField;
use crate::ladder::{Absence, Competency, Ladder, Level};
use crate::route::{GrowthPart, Route, Topic};
use crate::web::components::Station;
use crate::web::frame::expectation_href;
use crate::web::growth::names;
use crate::web::site::Site;

const HERE: Route = Route::Topic(Topic::Case);

pub(crate) fn content(site: Site) -> AnyView {
    let ladder = site.ladder;
    let here = site.at(HERE);
    let first = first(ladder).map(|level| level.id.as_str());
    let levels = ladder.levels.iter();
    let levels = levels
        .map(|level| {
            let chosen = first == Some(level.id.as_str());
            view! { <option value=level.id.clone() selected=chosen>{level.name()}</option> }
        })
        .collect_view();
    let lines = ladder.competencies.iter();
    let lines = lines.map(|item| line(site, &here, item)).collect_view();
    let passport = site.guide.map(|guide| passport(&guide.switching.passport));
    let evidence = here.link(&Route::Growth(GrowthPart::Evidence));
    let case = here.link(&Route::Growth(GrowthPart::Case));
    view! {
        <p class="no-print">
            <a href=case>"Your case"</a> " in My growth is put together from your marks and from "
            <a href=evidence>"evidence"</a>
            " with dates, links and witnesses. There you can also take over the notes that you write here."
        </p>
        <p>
            "In each note, give three things: something others can look at, what would have happened without you, and someone who saw it. No one is equally strong on every line, so leave a line empty if you have nothing for it."
        </p>
        <div class="case">
            <div class="case-bar no-print">
                <label>
                    "Your case for "
                    <select id=names::LEVEL name="level" data-in-address="" autocomplete="off">{levels}</select>
                </label>
                <button type="button" class="button needs-script" data-case-markdown="">"Copy as Markdown"</button>
                <button type="button" class="button-text needs-script" data-delete-case="">"Delete your case"</button>
                <span id="case-undo" hidden>
                    <button type="button" class="button" data-undo-case="">"Undo"</button>
                </span>
            </div>
            <textarea
                id=names::TEXT
                class="field note no-print"
                rows="6"
                readonly
                hidden
                autocomplete="off"
                aria-label="Your case as Markdown"
            ></textarea>
            <p class="notice" id=names::KEPT role="status"></p>
            <h2>"Evidence"</h2>
            {lines}
            {passport}
        </div>
    }
    .into_any()
}

/// The level shown at first: where the tracks part, else in the middle.
fn first(ladder: &Ladder) -> Option<&Level> {
    let fork = ladder.fork().map(|rung| ladder.at(rung));
    let fork = fork.and_then(|levels| levels.first().copied());
    fork.or_else(|| ladder.levels.get(ladder.levels.len() / 2))
}

fn line(site: Site, here: &Route, item: &Competency) -> AnyView {
    let levels = site.ladder.levels.iter();
    let asked = levels
        .map(|level| asked(site, here, item, level))
        .collect_view();
    let id = format!("note-{}", item.id);
    let length = format!("{id}-length");
    let group = item.group.as_ref();
    let group = group.and_then(|id| site.ladder.group(id));
    view! {
        <section class="case-line">
            <h3><label for=id.clone() data-competency-name="">{item.name.clone()}</label></h3>
            {group.map(|group| view! { <p class="soft small">{group.name.clone()}</p> })}
            {asked}
            <textarea id=id rows="3" autocomplete="off" data-note=item.id.clone() aria-describedby=length.clone()></textarea>
            <p id=length class="too-long" role="status"></p>
        </section>
    }
    .into_any()
}

/// What a level expects, or why it expects nothing. Every level has its line, so that the program finds
/// them in the order of the competencies.
fn asked(site: Site, here: &Route, item: &Competency, level: &Level) -> AnyView {
    let class = format!("case-asks at-{}", level.id);
    let at = level.id.clone();
    if let Some(cell) = item.at(level) {
        let href = expectation_href(site, here, level, item);
        return view! {
            <p class=class>
                <a href=href><Station level=level /></a> " "
                <span data-at=at>{cell.headline().to_owned()}</span>
            </p>
        }
        .into_any();
    }
    let why = match item.absence(level) {
        Some(Absence::NotExpected) => "Not expected at this level.",
        Some(Absence::NotWritten) => "Not written.",
        Some(Absence::OtherTrack) | None => {
            return view! { <span data-at=at hidden></span> }.into_any();
        }
    };
    view! {
        <p class=class>
            <Station level=level /> " " <span class="soft" data-at=at>{why}</span>
        </p>
    }
    .into_any()
}

/// What to write down for a way back, where the guide says it.
fn passport(fields: &[PassportField]) -> AnyView {
    view! {
        <h2>"Skills passport"</h2>
        <p class="soft">"Keep a record of what you know, so that you can plan a return to the other track and not leave it to luck."</p>
        {fields.iter().map(stamp).collect_view()}
    }
    .into_any()
}

fn stamp(field: &PassportField) -> AnyView {
    let id = format!("passport-{}", field.id);
    let length = format!("{id}-length");
    view! {
        <section class="case-line">
            <h3><label for=id.clone() data-passport-name="">{field.name.clone()}</label></h3>
            <p class="soft">{field.why.clone()}</p>
            <textarea id=id rows="2" autocomplete="off" data-passport=field.id.clone() aria-describedby=length.clone()></textarea>
            <p id=length class="too-long" role="status"></p>
        </section>
    }
    .into_any()
}
