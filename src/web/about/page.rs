//! `/about/`: purpose, privacy, licences, and links to titles and sources.

use leptos::prelude::*;

use crate::ladder::Ladder;
use crate::route::{Route, Topic};
use crate::web::document::Page;
use crate::web::frame::framed;
use crate::web::site::Site;

const HERE: Route = Route::About;

pub(crate) fn page(site: Site) -> Page {
    framed(
        HERE,
        "About: purpose, privacy, licences",
        "What this explorer is for and for whom, what stays in your browser, and under which terms you may use it.",
        || content(site.ladder),
    )
}

fn content(ladder: &Ladder) -> AnyView {
    let titles = HERE.link(&Route::Topic(Topic::Titles));
    let sources = HERE.link(&Route::Topic(Topic::Sources));
    view! {
        <h1>"About"</h1>
        <p class="lede">{ladder.about.clone()}</p>
        <p>
            "Use it to read what a level asks, to compare two of them, and to find out which work gives you energy. It is for engineers, for the managers beside them, and for whoever writes a ladder. Neither track stands above the other: the same number is the same height."
        </p>
        <h2 id="privacy">"What stays in your browser"</h2>
        <p>
            "Your answers, settings and notes are kept in this browser’s local storage and nowhere else; the app asks for its own files and for nothing else. "
            <a href=HERE.link(&Route::Privacy)>"What is kept, and how to check it"</a> ". "
            <a href=HERE.link(&Route::Data)>"See, back up or delete it"</a> "."
        </p>
        <h2 id="titles">"Titles"</h2>
        <p>
            "The number is what counts, and no title here manages people. "
            <a href=titles>"Roles and titles"</a>
            " has the schemes, the words that mean something else elsewhere, and the levels of other companies."
        </p>
        <h2 id="bases">"What the letters mean"</h2>
        <p>
            "A letter beside a text says whether a source states it, we derived it, or we chose it. "
            <a href=format!("{sources}#basis-S")>"The letters one by one"</a> "."
        </p>
        <h2 id="sources">"Sources"</h2>
        <p>
            "Many ideas come from articles, a table and public ladders; the rest we chose, and the wording is ours. "
            <a href=sources.clone()>"Who says what, and where they disagree"</a> "."
        </p>
        <h2 id="licences">"Licences"</h2>
        <p>
            "Content: " <a href=ladder.licence.url.clone()>{ladder.licence.name.clone()}</a> ". "
            {ladder.licence.credit.clone()}
        </p>
        <p>"Code: MIT or Apache-2.0, as you like."</p>
    }
    .into_any()
}
