//! `/about/`: purpose, privacy, licences, and links to titles and sources.

use leptos::prelude::*;

use crate::ladder::{Level, Licence};
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
        "What this explorer is for, who it is for, what stays in your browser, and how you may use it.",
        || content(site),
    )
}

fn content(site: Site) -> AnyView {
    let ladder = site.ladder;
    let about = ladder.about.clone().unwrap_or_else(|| ladder.name.clone());
    let equals = ladder.pair().map(|_| match ladder.tracks.len() {
        2 => " Neither track ranks above the other: the same number means the same level of seniority.",
        _ => " No track ranks above another: the same number means the same level of seniority.",
    });
    view! {
        <h1>"About"</h1>
        <p class="lede">{about}</p>
        <p>
            "Use it to read what a level expects, to compare two levels, and to find out which kind of work gives you energy. It is for engineers, their managers, and anyone who writes a ladder."
            {equals}
        </p>
        {ladders(site)}
        <h2 id="privacy">"What stays in your browser"</h2>
        <p>
            "Your answers, settings and notes are saved in this browser and nowhere else. The app loads its own files and nothing from anyone else. "
            <a href=HERE.link(&Route::Privacy)>"What is saved, and how to check it"</a> ". "
            <a href=HERE.link(&Route::Data)>"See it, back it up, or delete it"</a> "."
        </p>
        {words(site)}
        <div class="twins">
        <section>
        <h2 id="own-ladder">"A ladder of your own"</h2>
        <p>
            "The app shows any ladder: one track or several, with or without codes, weights and a guide. "
            <a href=HERE.link(&Route::OwnLadder)>"Bring yours from a sheet or a document"</a>
            ", and take it along as a site of its own. Nothing is uploaded."
        </p>
        {titles(site)}
        </section>
        <section>
        {bases_and_sources(site)}
        </section>
        </div>
        <h2 id="licences">"Licences"</h2>
        {licences(site)}
        <p>"Code: MIT or Apache-2.0, whichever you prefer."</p>
    }
    .into_any()
}

/// The words of this app: in the guide’s glossary, else here, each in a sentence; those of tracks and
/// weights where the ladder has some.
fn words(site: Site) -> AnyView {
    let ladder = site.ladder;
    if site.topics().contains(&Topic::Glossary) {
        let href = HERE.link(&Route::Topic(Topic::Glossary));
        return view! {
            <h2 id="words">"Words used here"</h2>
            <p>"Level, track, competency, gap: "<a href=href>"the glossary"</a>" says what each means."</p>
        }
        .into_any();
    }
    let several = ladder.tracks.len() > 1;
    let tracks: Vec<String> = ladder
        .tracks
        .iter()
        .filter(|_| several)
        .filter_map(|track| Some(format!("{}: {}", track.name, track.about.as_deref()?)))
        .collect();
    let shared = ladder.levels.iter().any(Level::is_shared);
    let rows: Vec<AnyView> = [
        Some((
            "Level",
            "A step of the ladder. Each says what is expected of someone in that role.".to_owned(),
        )),
        several.then(|| {
            (
                "Track",
                ["One way up the ladder.".to_owned()]
                    .into_iter()
                    .chain(tracks)
                    .collect::<Vec<_>>()
                    .join(" "),
            )
        }),
        (several && shared).then(|| {
            (
                "Shared level",
                "One level that belongs to more than one track.".to_owned(),
            )
        }),
        Some((
            "Competency",
            "Something one can be good at, from the first level to the last.".to_owned(),
        )),
        Some((
            "Expectation",
            "What one level expects in one competency. Its headline says it in a few words."
                .to_owned(),
        )),
        ladder.has_weights().then(|| {
            (
                "Weight",
                "How much a competency counts on a track, from 0 to 3.".to_owned(),
            )
        }),
        Some((
            "Gap",
            "An expectation that you don’t meet yet, or can’t show yet.".to_owned(),
        )),
    ]
    .into_iter()
    .flatten()
    .map(|(term, meaning)| view! { <div><dt>{term}</dt><dd>{meaning}</dd></div> }.into_any())
    .collect();
    view! {
        <h2 id="words">"Words used here"</h2>
        <dl class="facts">{rows}</dl>
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
        true => "The number of the level is what counts. ",
        false => {
            "The number of the level is what counts, and no title here means managing people. "
        }
    };
    let href = HERE.link(&Route::Topic(Topic::Titles));
    let view = view! {
        <h2 id="titles">"Titles"</h2>
        <p>
            {words} <a href=href>"Roles and titles"</a>
            " has other names for these levels, titles that mean something else elsewhere, and the levels of other companies."
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
                "The letter beside a text says whether a source states it, we derived it from one, or we chose it. "
                <a href=href>"What each letter means"</a> "."
            </p>
        }
    });
    let sources = (!site.ladder.sources.is_empty()).then(|| {
        let href = href.clone();
        view! {
            <h2 id="sources">"Sources"</h2>
            <p>
                "Every source, with what we took from it. "
                <a href=href>"See the sources"</a> "."
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
