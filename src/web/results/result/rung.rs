//! What the lean means at the visitor's rung, and the expectations related to their answers. Saves the
//! rung as a setting; scoring is elsewhere.

use leptos::prelude::*;

use crate::ladder::{LevelCode, Rung, Track};
use crate::quiz::Verdict;
use crate::route::{Route, Topic};
use crate::web::components::{LevelTitle, RungSwitch, Station};
use crate::web::dom;
use crate::web::island::redrawn::redrawn;
use crate::web::island::save_line::SaveLine;
use crate::web::results::result::standing::{Standing, Touched};
use crate::web::state::{self, SaveState};

#[component]
pub(crate) fn AtYourRung(
    standing: Standing,
    touched: Touched,
    verdict: Verdict,
    /// Whether this is another person's result, so that nothing is saved.
    read_only: bool,
) -> impl IntoView {
    let rung = standing.rung;
    let kept = RwSignal::new(SaveState::NotYet);
    let on_choose = Callback::new(move |chosen| {
        rung.set(chosen);
        if !read_only {
            kept.set(state::change_settings(|settings| {
                settings.rung = Some(chosen);
            }));
        }
    });
    let now = rung.get_untracked();
    view! {
        <div class="no-print">
            <RungSwitch legend="Where are you now?" chosen=now on_choose=on_choose />
            <SaveLine kept=kept />
        </div>
        {redrawn(move || {
            let [deep, broad] = Track::BOTH.map(|track| standing.level(track));
            match (deep, broad) {
                (Some(deep), Some(broad)) if deep != broad => {
                    both_tracks(standing, [deep, broad], &touched)
                }
                (Some(code), _) => below_the_fork(standing, code, verdict),
                _ => ().into_any(),
            }
        })}
    }
}

/// Shows a rung that was chosen elsewhere.
pub(crate) fn show(rung: RwSignal<Rung>, chosen: Rung) {
    // The page may show something else by now.
    if rung
        .try_get_untracked()
        .is_some_and(|shown| shown != chosen)
    {
        dom::choose("rung", &chosen.to_string());
        rung.set(chosen);
    }
}

fn both_tracks(standing: Standing, codes: [LevelCode; 2], touched: &Touched) -> AnyView {
    let [deep, broad] = codes;
    let columns = codes.map(|code| column(standing, code, touched));
    let href = |route: &Route| standing.look(|facts| facts.href(route));
    let (pair, switching) = (
        href(&Route::Pair(deep, broad)),
        href(&Route::Topic(Topic::Switching)),
    );
    view! {
        <p>
            {free_movement(deep.rung())} " "
            <a href=pair>{format!("Compare {deep} with {broad}")}</a> ". "
            <a href=switching>"How switching works"</a> "."
        </p>
        <div class="twins">{columns.collect_view()}</div>
    }
    .into_any()
}

/// The meaning of a lean from the fork up.
const fn free_movement(rung: Rung) -> &'static str {
    match rung {
        5 => {
            "At rung 5 the lead's part is a hat: put it on or take it off, and the level stays the same."
        }
        6 => "At rung 6 you may move between the tracks freely, both ways, at the same rung.",
        _ => {
            "From rung 7 up, changing tracks is a change of job. Keep the number, and plan the way in."
        }
    }
}

fn below_the_fork(standing: Standing, code: LevelCode, verdict: Verdict) -> AnyView {
    let lean = verdict.track().map(|track| {
        format!(
            "The pull towards {} work that your answers show is worth knowing when rung 5 comes. ",
            track.id()
        )
    });
    let href = standing.look(|facts| facts.level_href(code));
    view! {
        <p>
            "Up to rung 4 both tracks are one path, so there is nothing to choose yet. " {lean}
            <a href=href>{format!("Read what {code} asks")}</a> "."
        </p>
    }
    .into_any()
}

/// A level, with the expectations related to the answers.
fn column(standing: Standing, code: LevelCode, touched: &Touched) -> AnyView {
    let track = code.track();
    let lines: Vec<AnyView> = touched
        .on(track)
        .iter()
        .filter_map(|id| line(standing, code, id))
        .collect();
    let touching = if lines.is_empty() {
        format!(
            "None of your answers was drawn to the {} side, so nothing is singled out here.",
            track.id(),
        )
    } else {
        format!("Where your {} answers would meet this level:", track.id())
    };
    let (href, titles, question) = standing.look(|facts| {
        (
            facts.level_href(code),
            facts.titles(code),
            facts.question(code),
        )
    });
    view! {
        <section class=format!("rail rail-{}", track.id())>
            <h3>
                <a href=href>
                    <Station code=code /> " " <LevelTitle titles=titles />
                </a>
            </h3>
            <p class="question-of-level">{question}</p>
            <p class="soft">{touching}</p>
            {(!lines.is_empty()).then(|| view! { <ul>{lines}</ul> })}
        </section>
    }
    .into_any()
}

/// An expectation related to the answers.
fn line(standing: Standing, code: LevelCode, id: &str) -> Option<AnyView> {
    let (name, href, gist) = standing.look(|facts| {
        Some((
            facts.name(id)?,
            facts.expectation_href(code, id),
            facts.gist(code, id),
        ))
    })?;
    let line = view! { <li><a href=href>{name}</a> ": " {gist}</li> };
    Some(line.into_any())
}
