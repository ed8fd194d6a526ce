//! `/talk/` and `/talk/e4/`: a growth talk between an engineer and a manager, and the sheet of one level
//! for it.

use leptos::prelude::*;

use crate::ladder::{Competency, Ladder, Level};
use crate::route::{GrowthPart, Route, Topic};
use crate::web::components::{LevelName, Station, TalkGroup, TalkLine, TalkSheet};
use crate::web::document::Page;
use crate::web::frame::framed;
use crate::web::ladder::ways::{link_to, link_window, next_step, print_button};
use crate::web::share_image::pages;
use crate::web::site::Site;

/// The page that leads to the sheets.
pub(crate) fn page(site: Site) -> Page {
    framed(
        site,
        Route::Talk,
        "Growth talk",
        "One sheet of paper for an engineer and a manager: what the level expects, where you both see it today, and a plan.",
        || hub(site),
    )
}

fn hub(site: Site) -> AnyView {
    let here = site.at(Route::Talk);
    view! {
        <h1>"Growth talk"</h1>
        <p class="lede">
            "One sheet of paper for an engineer and a manager: what the level expects, where you both see it today, and what to do next."
            " " {link_to(&here, &here, "Growth talk".to_owned())}
        </p>
        <h2>"Choose the level"</h2>
        <p>"Take the level the engineer is at. If the talk is about a promotion, take the next one too."</p>
        <div class="talk-levels">{lists(site.ladder, &here)}</div>
        <h2>"How to use the sheet"</h2>
        <ol>
            <li>"A few days before, each of you marks every line alone. Think of things that happened, not of impressions."</li>
            <li>"Lay the two sheets side by side. Start where the marks differ, and ask for an example."</li>
            <li>"A line can be “no chance so far”: the work hasn’t offered it. That is for the manager to change."</li>
            <li>"Agree on no more than three gaps. For each, write down one thing to do, who helps, and how you’ll both know."</li>
            <li>"Set the date of the next talk before you leave."</li>
        </ol>
        <p>
            "A level is more than a list of ticks, and pay is decided elsewhere. The sheet is for the two of you; nothing on it is saved here."
        </p>
        {for_managers(site, &here)}
        {next_step(&here, &Route::Growth(GrowthPart::SecondView), "Ask for a second view, or start your own")}
        {link_window(&here)}
    }
    .into_any()
}

/// The way to the part of the guide for managers, where a ladder has one.
fn for_managers(site: Site, here: &Route) -> Option<AnyView> {
    let mut topics = site.topics().into_iter();
    let topic = topics.find(|topic| *topic == Topic::Managers)?;
    let href = here.link(&Route::Topic(topic));
    Some(
        view! {
            <p>
                "Managers: " <a href=href>"how to talk about a quiz result, about being stuck, and about work you cannot follow"</a> "."
            </p>
        }
        .into_any(),
    )
}

/// The levels: those that tracks share, then those of each track.
fn lists(ladder: &Ladder, here: &Route) -> Vec<AnyView> {
    let shared = ladder.levels.iter().filter(|level| level.track().is_none());
    let first = ("Shared levels".to_owned(), shared.collect::<Vec<_>>());
    let tracks = ladder.tracks.iter().enumerate().map(|(at, track)| {
        let own = ladder
            .levels
            .iter()
            .filter(|level| level.track() == Some(at));
        (track.name.clone(), own.collect::<Vec<_>>())
    });
    let lists = std::iter::once(first).chain(tracks);
    lists
        .filter(|(_, levels)| !levels.is_empty())
        .map(|(name, levels)| list(ladder, here, name, levels))
        .collect()
}

fn list(ladder: &Ladder, here: &Route, name: String, levels: Vec<&Level>) -> AnyView {
    let several = ladder.tracks.len() > 1;
    let lines = levels.into_iter().map(|level| {
        let href = here.link(&Route::TalkSheet(level.id.clone()));
        let title = level.code.as_ref().map(|_| level.title.clone());
        view! {
            <li class="index-line">
                <a href=href><Station level=level /> {title.map(|title| view! { <span>{title}</span> })}</a>
            </li>
        }
    });
    let lines = lines.collect_view();
    view! {
        <section>
            {several.then(|| view! { <h3>{name}</h3> })}
            <ul class="plain-list">{lines}</ul>
        </section>
    }
    .into_any()
}

/// The sheet of a level.
pub(crate) fn sheet_page(site: Site, id: &str) -> Option<Page> {
    let level = site.ladder.level(id)?;
    let page = framed(
        site,
        Route::TalkSheet(level.id.clone()),
        format!("Growth talk: {}", level.name()),
        format!(
            "What {} expects on one sheet of paper, to mark, discuss and plan from.",
            level.name()
        ),
        || sheet(site, level),
    );
    Some(page.with_image(pages::level(site, level)))
}

fn sheet(site: Site, level: &Level) -> AnyView {
    let ladder = site.ladder;
    let here = site.at(Route::TalkSheet(level.id.clone()));
    let own = here.link(&Route::Level(level.id.clone()));
    let case = here.link(&Route::Growth(GrowthPart::Case));
    let case = format!("{case}?level={}", level.id);
    view! {
        <div class="sheet-head">
            <h1>"Growth talk: " <LevelName level=level titles=ladder.titles(level) large=true /></h1>
            {level.question.clone().map(|asked| view! { <p class="lede">{asked}</p> })}
            <p class="soft no-print">
                {print_button()} " on one sheet. "
                <a href=own>"Read the level in full"</a> ", or "
                <a href=here.link(&Route::Talk)>"how to use the sheet"</a> ". "
                {link_to(&here, &here, format!("Growth talk: {}", level.name()))}
            </p>
        </div>
        <TalkSheet groups=groups(ladder, level) />
        <nav class="page-ends" aria-label="Next step">
            <a class="button" href=case>"What you could point to"</a>
        </nav>
        {link_window(&here)}
    }
    .into_any()
}

/// What the level expects by the outermost groups of the ladder, in its order; last what is in none.
fn groups(ladder: &Ladder, level: &Level) -> Vec<TalkGroup> {
    let lines = |in_group: &dyn Fn(&Competency) -> bool| -> Vec<TalkLine> {
        let items = ladder.competencies.iter().filter(|item| in_group(item));
        items
            .filter_map(|item| {
                Some(TalkLine {
                    name: item.name.clone(),
                    headline: item.at(level)?.headline().to_owned(),
                })
            })
            .collect()
    };
    let outer = ladder.groups.iter().filter(|group| group.depth == 0);
    let mut groups: Vec<TalkGroup> = outer
        .map(|group| TalkGroup {
            name: Some(group.name.clone()),
            lines: lines(&|item| ladder.groups_of(item).contains(&&*group.id)),
        })
        .collect();
    let rest = lines(&|item| ladder.groups_of(item).is_empty());
    groups.push(TalkGroup {
        name: None,
        lines: rest,
    });
    groups.retain(|group| !group.lines.is_empty());
    groups
}
