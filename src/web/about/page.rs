//! `/about/`: purpose, privacy, licences, and links to titles and sources.

use leptos::prelude::*;

use crate::ladder::Licence;
use crate::route::{Route, Topic};
use crate::web::document::Page;
use crate::web::frame::framed;
use crate::web::site::Site;

const HERE: Route = Route::About;

pub(crate) fn page(site: Site) -> Page {
    framed(
        site,
        HERE,
        "About: purpose, privacy, licences",
        "What this explorer is for and for whom, what stays in your browser, and under which terms you may use it.",
        || content(site),
    )
}

fn content(site: Site) -> AnyView {
    let ladder = site.ladder;
    let about = ladder.about.clone().unwrap_or_else(|| ladder.name.clone());
    let equals = ladder.pair().map(|_| match ladder.tracks.len() {
        2 => " Neither track stands above the other: the same number is the same height.",
        _ => " No track stands above another: the same number is the same height.",
    });
    view! {
        <h1>"About"</h1>
        <p class="lede">{about}</p>
        <p>
            "Use it to read what a level asks, to compare two of them, and to find out which work gives you energy. It is for engineers, for the managers beside them, and for whoever writes a ladder."
            {equals}
        </p>
        {ladders(site)}
        <h2 id="privacy">"What stays in your browser"</h2>
        <p>
            "Your answers, settings and notes are kept in this browser’s local storage and nowhere else; the app asks for its own files and for nothing else. "
            <a href=HERE.link(&Route::Privacy)>"What is kept, and how to check it"</a> ". "
            <a href=HERE.link(&Route::Data)>"See, back up or delete it"</a> "."
        </p>
        {titles(site)}
        {bases_and_sources(site)}
        <h2 id="licences">"Licences"</h2>
        {licences(site)}
        <p>"Code: MIT or Apache-2.0, as you like."</p>
    }
    .into_any()
}

/// The ladders of the site, where there are several.
fn ladders(site: Site) -> Option<AnyView> {
    let all = site.each();
    let lines: Vec<AnyView> = all
        .iter()
        .map(|one| {
            let href = HERE.link(&one.at(Route::Home));
            let about = one.ladder.about.clone().map(|about| format!(": {about}"));
            view! { <li><a href=href>{one.ladder.name.clone()}</a> {about}</li> }.into_any()
        })
        .collect();
    (lines.len() > 1).then(|| {
        view! {
            <h2 id="ladders">"The ladders here"</h2>
            <ul class="notes">{lines}</ul>
        }
        .into_any()
    })
}

fn titles(site: Site) -> Option<AnyView> {
    site.guide?;
    let manages = site.ladder.tracks.iter().any(|track| track.manages);
    let words = match manages {
        true => "The number is what counts. ",
        false => "The number is what counts, and no title here manages people. ",
    };
    let href = HERE.link(&Route::Topic(Topic::Titles));
    let view = view! {
        <h2 id="titles">"Titles"</h2>
        <p>
            {words} <a href=href>"Roles and titles"</a>
            " has the schemes, the words that mean something else elsewhere, and the levels of other companies."
        </p>
    };
    Some(view.into_any())
}

/// What the letters mean and who says what; each where the ladder has it.
fn bases_and_sources(site: Site) -> Option<AnyView> {
    let page = Topic::Sources;
    if !site.topics().contains(&page) {
        return None;
    }
    let href = HERE.link(&Route::Topic(page));
    let bases = site.ladder.bases.first().map(|basis| {
        let href = format!("{href}#basis-{}", basis.letter);
        view! {
            <h2 id="bases">"What the letters mean"</h2>
            <p>
                "A letter beside a text says whether a source states it, we derived it, or we chose it. "
                <a href=href>"The letters one by one"</a> "."
            </p>
        }
    });
    let sources = (!site.ladder.sources.is_empty()).then(|| {
        let href = href.clone();
        view! {
            <h2 id="sources">"Sources"</h2>
            <p>
                "Each source, with what was taken from it. "
                <a href=href>"Who says what"</a> "."
            </p>
        }
    });
    Some(view! { {bases} {sources} }.into_any())
}

/// The terms of each ladder's content.
fn licences(site: Site) -> Vec<AnyView> {
    let all = site.each();
    let several = all.len() > 1;
    all.iter()
        .filter_map(|one| Some((one.ladder, one.ladder.licence.as_ref()?)))
        .map(|(ladder, licence)| {
            let what = match several {
                true => format!("Content of “{}”: ", ladder.name),
                false => "Content: ".to_owned(),
            };
            let credit = licence.credit.clone();
            view! { <p>{what} {name_of(licence)} ". " {credit}</p> }.into_any()
        })
        .collect()
}

/// The name of a licence, as a link where its text is on the web.
fn name_of(licence: &Licence) -> AnyView {
    let name = licence.name.clone();
    match licence.url.clone() {
        Some(url) => view! { <a href=url>{name}</a> }.into_any(),
        None => name.into_any(),
    }
}
