//! Your case: a level's expectations beside your own notes of evidence, saved in this browser, to
//! print.

use leptos::prelude::*;

use crate::guide::PassportField;
use crate::ladder::{Competency, Ladder, LevelCode};
use crate::route::{Route, Topic};
use crate::web::components::Station;
use crate::web::growth::names;
use crate::web::ladder::ways::name;
use crate::web::site::Site;

const TOPIC: Topic = Topic::Case;

/// The level selected at first.
const FIRST: &str = "t6";

pub(crate) fn content(site: Site) -> AnyView {
    let ladder = site.ladder;
    let levels = LevelCode::all()
        .map(|code| {
            let slug = code.slug();
            view! { <option value=slug.clone() selected=slug == FIRST>{name(ladder, code)}</option> }
        })
        .collect_view();
    let lines = ladder
        .competencies
        .iter()
        .map(|item| line(ladder, item))
        .collect_view();
    let passport = site
        .guide
        .switching
        .passport
        .iter()
        .map(stamp)
        .collect_view();
    view! {
        <p>
            "Name three things for each note: something to look at, what would have happened otherwise, and somebody who saw it. Nobody meets every line alike; leave empty what does not speak for you."
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
            <h2>"Skills passport"</h2>
            <p class="soft">"What makes a return to the other track planned rather than lucky."</p>
            {passport}
        </div>
    }
    .into_any()
}

fn line(ladder: &Ladder, item: &Competency) -> AnyView {
    let here = Route::Topic(TOPIC);
    let asked = LevelCode::all()
        .filter_map(|code| {
            let cell = item.expectations.get(&code)?;
            let href = here.link(&Route::Expectation(code, item.id.clone()));
            Some(view! {
                <p class=format!("case-asks at-{}", code.slug())>
                    <a href=href><Station code=code /></a> " "
                    <span data-at=code.slug()>{cell.gist.clone()}</span>
                </p>
            })
        })
        .collect_view();
    let id = format!("note-{}", item.id);
    let length = format!("{id}-length");
    let dimension = ladder
        .dimensions
        .iter()
        .find(|one| one.id == item.dimension);
    view! {
        <section class="case-line">
            <h3><label for=id.clone() data-competency-name="">{item.name.clone()}</label></h3>
            <p class="soft small">{dimension.map(|one| one.name.clone())}</p>
            {asked}
            <textarea id=id rows="3" autocomplete="off" data-note=item.id.clone() aria-describedby=length.clone()></textarea>
            <p id=length class="too-long" role="status"></p>
        </section>
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
