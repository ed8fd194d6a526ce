//! `/levels/e4/`: what one level expects, headline by headline, beside the level of the same height.

use leptos::prelude::*;

use crate::growth::mark_id;
use crate::ladder::{Absence, Band, Competency, Ladder, Level};
use crate::route::Route;
use crate::web::components::{
    ExpectationBody, Fact, Facts, Headline, HeadlineHead, Headlines, LevelName, LevelTitle, Station,
};
use crate::web::document::Page;
use crate::web::frame::{
    basis, basis_mark, counterpart, expectation_href, framed, map, rail_class, scheme_switch,
};
use crate::web::ladder::ways::{
    compare_href, headline, link_to, link_window, print_button, to_quiz,
};
use crate::web::share_image::pages;
use crate::web::site::Site;

/// How many facts are in sight: those that an author puts first. The others are one tap away.
const IN_SIGHT: usize = 2;

pub(crate) fn page(site: Site, id: &str) -> Option<Page> {
    let level = site.ladder.level(id)?;
    let said = [level.about.as_deref(), level.question.as_deref()];
    let said: Vec<&str> = said.into_iter().flatten().collect();
    let description = match said.is_empty() {
        true => level.name(),
        false => said.join(" "),
    };
    let page = framed(
        site,
        Route::Level(level.id.clone()),
        level.name(),
        description,
        || content(site, level),
    );
    Some(page.with_image(pages::level(site, level)))
}

fn content(site: Site, level: &Level) -> AnyView {
    let ladder = site.ladder;
    let here = site.at(Route::Level(level.id.clone()));
    let adds = ladder.adds.then_some("A level adds to the ones below.");
    let note = ladder.note.clone().or_else(|| adds.map(str::to_owned));
    view! {
        <div class="level-head">
            <div>
                <div class="level-top">
                    <h1 class="level-name">
                        <LevelName level=level titles=ladder.titles(level) large=true />
                        {track_words(ladder, level).map(|words| view! { " " <span class="soft">{words}</span> })}
                    </h1>
                    {neighbours(ladder, &here, level)}
                </div>
                {level.question.clone().map(|asked| view! { <p class="level-question">{asked}</p> })}
                {level.about.clone().map(|about| view! { <p class="level-about">{about}</p> })}
                {about(ladder, &here, level)}
            </div>
            {map(site, &here, Some(level), true)}
        </div>
        <h2 class="level-expects">{format!("What {} expects", level.label())}</h2>
        <p class="soft level-note">{standing(ladder, level)} " " {note}</p>
        {expectations(site, &here, level)}
        {ends(site, &here, level)}
        {link_window(&here)}
    }
    .into_any()
}

/// The track's name, or that the level is shared; nothing on a ladder of one track.
pub(crate) fn track_words(ladder: &Ladder, level: &Level) -> Option<String> {
    if ladder.tracks.len() < 2 {
        return None;
    }
    Some(match level.track() {
        Some(track) => ladder.tracks.get(track)?.name.clone(),
        None => match (level.tracks.len(), ladder.tracks.len()) {
            (2, 2) => "both tracks".to_owned(),
            (some, all) if some == all => "all tracks".to_owned(),
            (some, _) => format!("{some} tracks"),
        },
    })
}

/// How this level is related to the others of its height, in a sentence; nothing where the ladder
/// does not say how high it is, or has one track.
fn standing(ladder: &Ladder, level: &Level) -> Option<String> {
    let rung = level.rung?;
    let split = ladder.split()?;
    let twins = ladder.twins(level);
    if ladder.is_trunk(level) && level.tracks.len() == ladder.tracks.len() {
        let last = ladder.at(split - 1);
        let last = last.first().map_or("here", |level| level.label());
        return Some(format!("Up to {last} the levels are shared by all tracks."));
    }
    if level.is_shared() {
        return Some("More than one track has this level.".to_owned());
    }
    let (other, them, both) = match twins.as_slice() {
        [] => return None,
        [other] => (other.label(), "the two", "both"),
        _ => ("the others beside it", "them", "more than one"),
    };
    let same = alike(ladder, level).map_or_else(String::new, |alike| format!(" {alike}"));
    Some(match ladder.free_up_to {
        Some(fork) if rung < fork => {
            format!("The same level as {other}; you can move between {them} freely.{same}")
        }
        Some(fork) if rung == fork && fork < ladder.top() => format!(
            "The same level as {other}, and the last where you can do {both} at once and move freely.{same}"
        ),
        Some(_) => format!("The same level as {other}, but a different job.{same}"),
        None => format!("The same level as {other}.{same}"),
    })
}

/// How many expectations two levels of one height have in common, where they have any.
fn alike(ladder: &Ladder, level: &Level) -> Option<String> {
    let twin = counterpart(ladder, level)?;
    let both = ladder.competencies.iter();
    let both: Vec<&Competency> = both
        .filter(|item| item.at(level).is_some() && item.at(twin).is_some())
        .collect();
    let shared = both.iter().filter(|item| item.is_shared_by(level, twin));
    let shared = shared.count();
    let all = both.len();
    (shared > 0).then(|| format!("Both expect the same in {shared} of {all} competencies."))
}

/// Facts, bands and points of a level, in this order.
pub(crate) fn facts(level: &Level) -> Vec<Fact> {
    let facts = level.facts.iter().map(|fact| Fact {
        term: fact.name.clone(),
        value: fact.text.clone().unwrap_or_default(),
        items: fact.items.clone(),
        basis: None,
    });
    let bands = level
        .bands
        .iter()
        .map(|band| plain(&band.name, band_text(band)));
    let points = level
        .points
        .map(|points| plain("Points from", points.to_string()));
    facts.chain(bands).chain(points).collect()
}

/// The first facts in sight, the others and what all rest on one tap away.
fn about(ladder: &Ladder, here: &Route, level: &Level) -> Option<AnyView> {
    let mut first = facts(level);
    for (fact, file) in first.iter_mut().zip(&level.facts) {
        fact.basis = basis_mark(ladder, here, file.basis.as_deref(), &file.sources);
    }
    if first.is_empty() {
        return None;
    }
    let rest = first.split_off(first.len().min(IN_SIGHT));
    let names: Vec<String> = rest.iter().map(|fact| fact.term.to_lowercase()).collect();
    let rests_on = basis(ladder, here, level.basis.as_deref(), &level.sources);
    let more = (!rest.is_empty()).then(|| {
        view! {
            <details class="level-more open-in-print">
                <summary>"Also: " {names.join(", ")}</summary>
                <Facts facts=rest />
                {rests_on}
            </details>
        }
    });
    Some(view! { <div class="level-facts"><Facts facts=first /></div> {more} }.into_any())
}

fn plain(term: &str, value: String) -> Fact {
    Fact {
        term: term.to_owned(),
        value,
        items: Vec::new(),
        basis: None,
    }
}

fn band_text(band: &Band) -> String {
    match (&band.text, band.points) {
        (Some(text), Some(points)) => format!("{text} (from {points} points)"),
        (Some(text), None) => text.clone(),
        (None, Some(points)) => format!("from {points} points"),
        (None, None) => "–".to_owned(),
    }
}

/// The levels below, above, and of the same height.
fn neighbours(ladder: &Ladder, here: &Route, level: &Level) -> Option<AnyView> {
    let step = |words: &'static str, levels: Vec<&Level>| -> Vec<AnyView> {
        let link = |to: &Level| {
            let href = here.link(&Route::Level(to.id.clone()));
            view! { <li>{words} " " <a href=href><Station level=to /></a></li> }.into_any()
        };
        levels.into_iter().map(link).collect()
    };
    let links: Vec<AnyView> = step("Below", ladder.below(level))
        .into_iter()
        .chain(step("Above", ladder.above(level)))
        .chain(step("Other track", ladder.twins(level)))
        .collect();
    (!links.is_empty()).then(|| {
        view! {
            <nav class="level-steps" aria-label="Neighbouring levels">
                <ul class="inline-list">{links}</ul>
            </nav>
        }
        .into_any()
    })
}

/// The level set beside: the other one of this height; of a level that tracks share the next one, if
/// it is one.
fn beside<'a>(ladder: &'a Ladder, level: &Level) -> Option<&'a Level> {
    counterpart(ladder, level).or_else(|| match ladder.above(level).as_slice() {
        [next] if ladder.twins(level).is_empty() => Some(*next),
        _ => None,
    })
}

/// The headlines, with those of the other level of this height beside them.
fn expectations(site: Site, here: &Route, level: &Level) -> AnyView {
    let ladder = site.ladder;
    let twin = beside(ladder, level);
    let mut columns: Vec<&Level> = twin.into_iter().chain([level]).collect();
    columns.sort_by_key(|level| (level.tracks.first().copied(), level.rung));
    let heads = columns
        .iter()
        .map(|column| HeadlineHead {
            sign: (*column).into(),
            title: view! {
                <LevelTitle titles=ladder.titles(column) />
                {(column.rung > level.rung).then_some(", the next level")}
            }
            .into_any(),
            href: (*column != level).then(|| here.link(&Route::Level(column.id.clone()))),
        })
        .collect();
    // What belongs to other tracks alone is not part of this page.
    let items = ladder.competencies.iter();
    let rows = items
        .filter(|item| item.absence(level) != Some(Absence::OtherTrack))
        .map(|item| row(site, here, item, level, twin, &columns))
        .collect();
    view! { <Headlines heads=heads rows=rows /> }.into_any()
}

fn row(
    site: Site,
    here: &Route,
    item: &Competency,
    level: &Level,
    twin: Option<&Level>,
    columns: &[&Level],
) -> Headline {
    let column = |level: &Level| columns.iter().position(|column| *column == level);
    let shared = twin.filter(|twin| item.is_shared_by(level, twin));
    let beside =
        twin.filter(|twin| shared.is_none() && item.absence(twin) != Some(Absence::OtherTrack));
    let ladder = site.ladder;
    let own_column = column(level).filter(|_| shared.is_none());
    let mut own = headline(ladder, item, level, own_column);
    own.is_main = true;
    if let Some(twin) = shared {
        let words = format!("the same for {}", twin.label());
        own.text = view! { {own.text} " " <span class="same-for">{words}</span> }.into_any();
    }
    let cells = [own].into_iter();
    let cells = cells.chain(beside.map(|twin| headline(ladder, item, twin, column(twin))));
    let place = |level: &Level| match (shared, column(level)) {
        (None, Some(at)) => format!("{} column-{at}", rail_class(level)),
        _ => rail_class(level),
    };
    let opened = view! {
        <div class=place(level) data-set-mark=mark_id(ladder, item, level)>
            {said(item, level)}
            {evidence(item, level)}
            {foot(site, here, item, level)}
        </div>
        {beside.map(|twin| view! {
            <div class=format!("{} is-beside", place(twin))>
                <p class="headline-twin"><Station level=twin /> " " {item.at(twin).map(|cell| cell.headline().to_owned())}</p>
                {said(item, twin)}
            </div>
        })}
    };
    Headline {
        id: item.id.clone(),
        name: item.name.clone(),
        cells: cells.collect(),
        mark: None,
        places: None,
        body: opened.into_any(),
    }
}

/// All that a level says of a competency beside the headline.
pub(crate) fn said(item: &Competency, level: &Level) -> Option<AnyView> {
    let cell = item.at(level)?;
    // Without a gist the first sentence is the headline, and not all of it.
    Some(view! { <ExpectationBody cell=cell.clone() /> }.into_any())
}

/// Examples of the level’s own track; a shared level has none of its own.
pub(crate) fn evidence(item: &Competency, level: &Level) -> Option<AnyView> {
    let track = level.track()?;
    let examples: Vec<AnyView> = item
        .evidence_on(track)
        .map(|example| view! { <li>{example.to_owned()}</li> }.into_any())
        .collect();
    (item.at(level).is_some() && !examples.is_empty()).then(|| {
        view! {
            <div class="evidence">
                <p class="evidence-head">"What you could point to"</p>
                <ul>{examples}</ul>
            </div>
        }
        .into_any()
    })
}

/// What an expectation rests on, and where to read on.
fn foot(site: Site, here: &Route, item: &Competency, level: &Level) -> AnyView {
    let cell = item.at(level);
    let rests_on = cell.map(|cell| basis(site.ladder, here, cell.basis.as_deref(), &cell.sources));
    let own = (site.has_expectation_pages() && cell.is_some()).then(|| {
        let href = expectation_href(site, here, level, item);
        let words = format!("{} at {}", item.name, level.label());
        view! { <a href=href>{words}</a> }
    });
    let competency = here.link(&Route::Competency(item.id.clone()));
    view! {
        {rests_on}
        <p class="headline-more">
            {own}
            <a href=format!("{competency}#{}", level.id)>{format!("{} at every level", item.name)}</a>
        </p>
    }
    .into_any()
}

/// What changes from here, the settings of the page, and the quiz.
fn ends(site: Site, here: &Route, level: &Level) -> AnyView {
    let ladder = site.ladder;
    let pairs = ladder.above(level).into_iter().chain(ladder.twins(level));
    let links: Vec<AnyView> = pairs
        .filter(|other| site.compares(level, other))
        .map(|other| {
            let href = here.link(&Route::Pair(level.id.clone(), other.id.clone()));
            let (from, to) = (level.label().to_owned(), other.label().to_owned());
            view! { <li><a href=href>{from} " to " {to}</a></li> }.into_any()
        })
        .collect();
    let any = site
        .has_picker()
        .then(|| view! { <li><a href=compare_href(here, level)>"any level …"</a></li> });
    let has_some = any.is_some() || !links.is_empty();
    let titled = [Some(level), counterpart(ladder, level)];
    let mut titled = titled.into_iter().flatten();
    let has_titles = titled.any(|level| {
        let mut titles = level.titles.values();
        let first = titles.next();
        titles.any(|title| Some(title) != first)
    });
    view! {
        <div class="level-tools no-print">
            {has_some.then(|| view! {
                <div class="compare-with">
                    <span class="soft">"What changes:"</span>
                    <ul class="inline-list">{links} {any}</ul>
                </div>
            })}
            {has_titles.then(|| scheme_switch(ladder))}
            <a href=here.link(&Route::TalkSheet(level.id.clone()))>"A sheet for a growth talk"</a>
            {print_button()}
            {link_to(here, here, level.label().to_owned())}
        </div>
        <nav class="page-ends" aria-label="Next step">{to_quiz(site, here)}</nav>
    }
    .into_any()
}
