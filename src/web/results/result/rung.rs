//! What the lean means at the visitor's rung, and the expectations related to their answers. Saves the
//! rung as a setting; scoring is elsewhere.

use leptos::prelude::*;

use crate::ladder::{LevelLine, Rung, Side};
use crate::route::{Route, Topic};
use crate::web::components::{LevelName, RungSwitch, hue_class};
use crate::web::dom;
use crate::web::island::redrawn::redrawn;
use crate::web::island::save_line::SaveLine;
use crate::web::results::result::standing::{Standing, Touched};
use crate::web::state::{self, SaveState};

#[component]
pub(crate) fn AtYourRung(
    standing: Standing,
    touched: Touched,
    /// The side of a clear or leaning verdict.
    side: Option<Side>,
    /// Whether this is another person's result, so that nothing is saved.
    read_only: bool,
) -> impl IntoView {
    let rung = standing.rung;
    let kept = RwSignal::new(SaveState::NotYet);
    let on_choose = Callback::new(move |chosen| {
        rung.set(Some(chosen));
        if !read_only {
            kept.set(state::change_settings(|settings| {
                settings.rung = Some(chosen);
            }));
        }
    });
    // Nothing is chosen before the visitor said where they are.
    let now = rung.get_untracked().unwrap_or(Rung::MAX);
    let rungs = standing.rungs();
    view! {
        <div class="no-print">
            <RungSwitch legend="Where are you now?" rungs=rungs chosen=now on_choose=on_choose />
            <SaveLine kept=kept />
        </div>
        {redrawn(move || {
            rung.get().is_none().then(|| view! { <p class="soft">"Choose your level to see it on each track."</p> })
        })}
        {redrawn(move || match Side::BOTH.map(|side| standing.level(side)) {
            [Some(deep), Some(broad)] if deep != broad => {
                both_tracks(standing, [deep, broad], &touched)
            }
            [Some(level), Some(_)] => on_one_path(standing, &level, side),
            [Some(level), None] => one_track(standing, &level, Side::Deep, &touched),
            [None, Some(level)] => one_track(standing, &level, Side::Broad, &touched),
            [None, None] => ().into_any(),
        })}
    }
}

/// Shows a rung that was chosen elsewhere.
pub(crate) fn show(rung: RwSignal<Option<Rung>>, chosen: Rung) {
    // The page may show something else by now.
    if rung
        .try_get_untracked()
        .is_some_and(|shown| shown != Some(chosen))
    {
        dom::choose("rung", &chosen.to_string());
        rung.set(Some(chosen));
    }
}

fn both_tracks(standing: Standing, levels: [LevelLine; 2], touched: &Touched) -> AnyView {
    let [deep, broad] = &levels;
    let columns: Vec<AnyView> = Side::BOTH
        .into_iter()
        .map(|side| column(standing, side.of(&levels), side, touched))
        .collect();
    let pair = Route::Pair(deep.id.clone(), broad.id.clone());
    let words = format!("Compare {} with {}", deep.label, broad.label);
    let (pair, switching, free) = standing.look(|facts| {
        let switching = facts.href(&Route::Topic(Topic::Switching));
        let switching = facts.has_guide().then_some(switching);
        (facts.href(&pair), switching, facts.free_up_to())
    });
    view! {
        <p>
            {free.map(|fork| free_movement(standing.rung.get_untracked().unwrap_or(fork), fork))} " " <a href=pair>{words}</a> ". "
            {switching.map(|href| view! { <a href=href>"How moving works"</a> "." })}
        </p>
        <div class="twins">{columns}</div>
    }
    .into_any()
}

/// What a lean means where both tracks have a level of their own.
fn free_movement(rung: Rung, fork: Rung) -> String {
    if rung <= fork {
        return format!("At level {rung} you can move between the tracks freely, both ways.");
    }
    format!(
        "From level {} up, the tracks are two jobs. Changing is possible at the same level, and needs a plan.",
        fork + 1
    )
}

/// Where both tracks have the same level.
fn on_one_path(standing: Standing, level: &LevelLine, side: Option<Side>) -> AnyView {
    let rung = standing.rung.get_untracked().unwrap_or_default();
    let (href, shared, parting) =
        standing.look(|facts| (facts.level_href(level), facts.shared(), facts.parting()));
    let words = match shared.filter(|shared| rung <= *shared) {
        Some(shared) => format!(
            "Up to level {shared} both tracks share their levels, so there is nothing to choose yet. "
        ),
        None => format!("At level {rung} both tracks share one level. "),
    };
    let ahead = parting.filter(|parting| rung < *parting);
    let lean = side.zip(ahead).map(|(side, parting)| {
        format!(
            "Your lean towards {} work begins to matter at level {parting}. ",
            side.id()
        )
    });
    view! {
        <p>{words} {lean} <a href=href>{format!("What {} expects", level.label)}</a> "."</p>
    }
    .into_any()
}

/// Where only one of the two tracks has a level.
fn one_track(standing: Standing, level: &LevelLine, side: Side, touched: &Touched) -> AnyView {
    let rung = standing.rung.get_untracked().unwrap_or_default();
    view! {
        <p>{format!("At level {rung} only the {} track has a level.", side.id())}</p>
        <div class="twins">{column(standing, level, side, touched)}</div>
    }
    .into_any()
}

/// A level, with the expectations that the answers touch.
fn column(standing: Standing, level: &LevelLine, side: Side, touched: &Touched) -> AnyView {
    let lines: Vec<AnyView> = touched
        .on(side)
        .iter()
        .filter_map(|id| line(standing, level, id))
        .collect();
    let touching = if touched.on(side).is_empty() {
        format!(
            "None of your answers favoured {} work, so nothing is listed here.",
            side.id(),
        )
    } else if lines.is_empty() {
        format!(
            "This level says nothing about what drew you to {} work.",
            side.id()
        )
    } else {
        format!(
            "What drew you to {} work, and what this level expects of it:",
            side.id()
        )
    };
    let href = standing.look(|facts| facts.level_href(level));
    let question = (!level.question.is_empty()).then(|| level.question.clone());
    view! {
        <section class=format!("rail {}", hue_class(level.hue))>
            <h3>
                <a href=href>
                    <LevelName level=level titles=level.titles.clone() />
                </a>
            </h3>
            {question.map(|question| view! { <p class="question-of-level">{question}</p> })}
            <p class="soft">{touching}</p>
            {(!lines.is_empty()).then(|| view! { <ul>{lines}</ul> })}
        </section>
    }
    .into_any()
}

/// An expectation that the answers touch.
fn line(standing: Standing, level: &LevelLine, id: &str) -> Option<AnyView> {
    let (name, href, gist) = standing.look(|facts| {
        let href = facts.expectation_href(level, id)?;
        Some((facts.name(id)?, href, facts.gist(level, id)))
    })?;
    let gist = gist.map(|gist| format!(": {gist}"));
    Some(view! { <li><a href=href>{name}</a> {gist}</li> }.into_any())
}
