//! `/about/`: titles and their clashes, what the letters mean, sources, privacy, licences.

use leptos::prelude::*;

use super::frame::framed;
use crate::app::components::Station;
use crate::app::document::Page;
use crate::app::site::Site;
use crate::ladder::{Ladder, LevelCode, Source, TitleScheme, Track};
use crate::route::Route;

pub(super) fn page(site: Site) -> Page {
    framed(
        Route::About,
        "About: titles, sources, privacy",
        "Three ways to name the broad levels, what every text rests on, what stays in your browser, and the licences.",
        || content(site.ladder),
    )
}

fn content(ladder: &Ladder) -> AnyView {
    let bases = ladder
        .bases
        .iter()
        .map(|note| {
            view! {
                <div id=format!("basis-{}", note.letter.letter())>
                    <dt>{note.letter.letter().to_string()} " · " {note.name.clone()}</dt>
                    <dd>{note.meaning.clone()}</dd>
                </div>
            }
        })
        .collect_view();
    let sources = ladder.sources.iter().map(source).collect_view();
    let notes = ladder.title_schemes.iter().map(scheme_note).collect_view();
    view! {
        <h1>"About"</h1>
        <p class="lede">{ladder.about.clone()}</p>
        <h2 id="privacy">"What stays in your browser"</h2>
        <ul>
            <li>"Your answers, the titles you chose and your rung are kept in this browser’s local storage, one record each, under names that begin with “ladder-explorer/v1/”."</li>
            <li>"Results are not kept: they are worked out from your answers each time."</li>
            <li>"The app asks for its own files and for nothing else. Open the network view of your browser and watch it stay silent while you answer."</li>
            <li>"Other pages on the same host name can read local storage. On a shared host such as github.io, delete your attempts when you are done, or host the app under a name of its own."</li>
            <li>"Deleting an attempt removes its record. Clearing the site’s data in your browser removes all of them."</li>
        </ul>
        <h2 id="titles">"Titles"</h2>
        <p>
            "The number is what counts. Titles on the broad side run one adjective behind the deep side, so Staff Engineer is T6 and Staff Tech Lead is L7. None of these titles manages people."
        </p>
        {titles_table(ladder)}
        {notes}
        <h2 id="bases">"What the letters mean"</h2>
        <dl class="facts">{bases}</dl>
        <h2 id="sources">"Sources"</h2>
        <p>
            "Every expectation names what it rests on. Ideas and facts come from these; the wording is ours."
        </p>
        <ul class="sources plain-list">{sources}</ul>
        <h2 id="licences">"Licences"</h2>
        <p>
            "Content: " <a href=ladder.licence.url.clone()>{ladder.licence.name.clone()}</a> ". "
            {ladder.licence.credit.clone()}
        </p>
        <p>"Code: MIT or Apache-2.0, as you like."</p>
    }
    .into_any()
}

fn titles_table(ladder: &Ladder) -> AnyView {
    let heads = ladder
        .title_schemes
        .iter()
        .map(|scheme| view! { <th scope="col">{scheme.name.clone()}</th> })
        .collect_view();
    let rows = (LevelCode::FIRST_BROAD_RUNG..=LevelCode::TOP_RUNG)
        .filter_map(|rung| {
            let deep = LevelCode::on(Track::Deep, rung)?;
            let broad = LevelCode::on(Track::Broad, rung)?;
            let titles = ladder
                .title_schemes
                .iter()
                .map(|scheme| view! { <td>{scheme.titles.get(&broad).cloned()}</td> })
                .collect_view();
            let own = ladder.level(deep).map(|level| level.title.clone());
            Some(view! {
                <tr>
                    <th scope="row"><Station code=deep /> " " {own}</th>
                    <td><Station code=broad /></td>
                    {titles}
                </tr>
            })
        })
        .collect_view();
    view! {
        <section class="scroll" tabindex="0" aria-label="Titles by scheme">
            <table class="titles">
                <caption class="visually-hidden">"Titles at the same height, by scheme"</caption>
                <thead>
                    <tr><th scope="col">"Deep"</th><th scope="col">"Broad"</th>{heads}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}

fn scheme_note(scheme: &TitleScheme) -> AnyView {
    let clashes = scheme
        .clashes
        .iter()
        .map(|clash| view! { <li>"“" {clash.word.clone()} "”: " {clash.note.clone()}</li> })
        .collect_view();
    view! {
        <h3>{scheme.name.clone()}</h3>
        <p>{scheme.about.clone()}</p>
        <ul>{clashes}</ul>
    }
    .into_any()
}

fn source(source: &Source) -> AnyView {
    let title = match source.url.clone() {
        Some(url) => view! { <a href=url>{source.title.clone()}</a> }.into_any(),
        None => source.title.clone().into_any(),
    };
    let date = source.date.clone().map(|date| format!(", {date}"));
    view! {
        <li class="index-line" id=format!("source-{}", source.id)>
            <span>{title} ", " {source.author.clone()} {date}</span>
            <span class="soft">{source.took.clone()} ". Licence: " {source.licence.clone()} "."</span>
        </li>
    }
    .into_any()
}
