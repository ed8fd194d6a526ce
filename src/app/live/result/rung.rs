//! What the lean means where the visitor stands, and the expectations their answers touch.
//! Keeps the rung among the settings; scores nothing.

use leptos::prelude::*;

use super::super::quiz_part::KeptLine;
use super::super::rehearsal::rehearse;
use super::standing::{Facts, Standing, Touched, twins};
use crate::app::browser;
use crate::app::components::{RungSwitch, StationSign, TitleInPlace};
use crate::app::state::{self, Kept};
use crate::ladder::{LevelCode, Rung, Track};
use crate::quiz::Verdict;
use crate::route::{Route, Topic};

#[component]
pub(super) fn AtYourRung(
    standing: Standing,
    /// The same a frame later, for the addresses of links: nobody follows one before they see it.
    later: Standing,
    touched: Touched,
    verdict: Verdict,
    /// Whether this is somebody else's result, of which nothing is kept.
    read_only: bool,
) -> impl IntoView {
    let rung = standing.rung;
    let kept = RwSignal::new(Kept::NotYet);
    let on_choose = chooser(rung, kept, read_only);
    let now = rung.get_untracked();
    let rehearsed = touched.clone();
    rehearse(move || {
        let tried = RwSignal::new(LevelCode::TOP_RUNG);
        let standing = standing.at(tried);
        let view = at_rung(standing, standing, rehearsed, verdict).into_any();
        let on_choose = chooser(tried, RwSignal::new(Kept::NotYet), true);
        (view, move || on_choose.run(LevelCode::FORK_RUNG))
    });
    view! {
        <div class="no-print">
            <RungSwitch legend="Where are you now?" chosen=now on_choose=on_choose />
            <KeptLine kept=kept />
        </div>
        {at_rung(standing, later, touched, verdict)}
    }
}

/// Shows a rung, and keeps it among the settings.
fn chooser(rung: RwSignal<Rung>, kept: RwSignal<Kept>, read_only: bool) -> Callback<Rung> {
    Callback::new(move |chosen| {
        rung.set(chosen);
        if !read_only {
            // What was asked for comes first.
            browser::after_frame(move || {
                kept.set(state::change_settings(|settings| {
                    settings.rung = Some(chosen);
                }));
                // Another tab may have written its own before this one.
                show(rung, chosen);
            });
        }
    })
}

/// Shows a rung that was chosen elsewhere.
pub(super) fn show(rung: RwSignal<Rung>, chosen: Rung) {
    // The page may show something else by now.
    if rung
        .try_get_untracked()
        .is_some_and(|shown| shown != chosen)
    {
        browser::choose("rung", &chosen.to_string());
        rung.set(chosen);
    }
}

/// What the lean means at a rung.
fn at_rung(
    standing: Standing,
    later: Standing,
    touched: Touched,
    verdict: Verdict,
) -> impl IntoView {
    let is_forked = Memo::new(move |_| standing.rung.get() >= LevelCode::FIRST_BROAD_RUNG);
    move || {
        if is_forked.get() {
            both_tracks(standing, later, &touched)
        } else {
            below_the_fork(standing, later, verdict)
        }
    }
}

fn both_tracks(standing: Standing, later: Standing, touched: &Touched) -> AnyView {
    let columns = Track::BOTH.map(|track| column(standing, later, touched, track));
    let switching = standing.look(|facts| facts.href(&Route::Topic(Topic::Switching)));
    view! {
        <p>
            {standing.words(Track::Deep, free_movement, "")} " "
            <a href=later.words(Track::Deep, Facts::pair_href, "")>
                {standing.words(Track::Deep, compare, "")}
            </a> ". " <a href=switching>"How switching works"</a> "."
        </p>
        <div class="twins">{columns.collect_view()}</div>
    }
    .into_any()
}

fn compare(_: &Facts, code: LevelCode, _: &str) -> String {
    let words = |(deep, broad)| format!("Compare {deep} with {broad}");
    twins(code).map(words).unwrap_or_default()
}

/// What a lean means from the fork up.
fn free_movement(_: &Facts, code: LevelCode, _: &str) -> String {
    let words = match code.rung() {
        5 => {
            "At rung 5 the lead's part is a hat: put it on or take it off, and the level stays the same."
        }
        6 => "At rung 6 you may move between the tracks freely, both ways, at the same rung.",
        _ => {
            "From rung 7 up, changing tracks is a change of job. Keep the number, and plan the way in."
        }
    };
    words.to_owned()
}

fn below_the_fork(standing: Standing, later: Standing, verdict: Verdict) -> AnyView {
    let lean = verdict.track().map(|track| {
        format!(
            "The pull towards {} work that your answers show is worth knowing when rung 5 comes. ",
            track.id()
        )
    });
    let read = |_: &Facts, code: LevelCode, _: &str| format!("Read what {code} asks");
    view! {
        <p>
            "Up to rung 4 both tracks are one path, so there is nothing to choose yet. " {lean}
            <a href=later.words(Track::Deep, Facts::level_href, "")>
                {standing.words(Track::Deep, read, "")}
            </a> "."
        </p>
    }
    .into_any()
}

/// A level of one track, with the expectations that the answers touch.
fn column(standing: Standing, later: Standing, touched: &Touched, track: Track) -> AnyView {
    let schemes = standing.look(Facts::schemes).into_iter();
    let titles = schemes.map(|scheme| {
        let title = standing.words(track, Facts::title, &scheme);
        (scheme, title)
    });
    let touched = touched.on(track).iter();
    let lines: Vec<AnyView> = touched
        .filter_map(|id| line(standing, later, track, id))
        .collect();
    let touching = if lines.is_empty() {
        format!(
            "None of your answers was drawn to the {} side, so nothing is singled out here.",
            track.id(),
        )
    } else {
        format!("Where your {} answers would meet this level:", track.id())
    };
    let code = |_: &Facts, code: LevelCode, _: &str| code.to_string();
    view! {
        <section class=format!("rail rail-{}", track.id())>
            <h3>
                <a href=later.words(track, Facts::level_href, "")>
                    <StationSign track=track code=standing.words(track, code, "") /> " "
                    <TitleInPlace titles=titles.collect() />
                </a>
            </h3>
            <p class="question-of-level">{standing.words(track, Facts::question, "")}</p>
            <p class="soft">{touching}</p>
            {(!lines.is_empty()).then(|| view! { <ul>{lines}</ul> })}
        </section>
    }
    .into_any()
}

/// An expectation that the answers touch.
fn line(standing: Standing, later: Standing, track: Track, id: &str) -> Option<AnyView> {
    let name = standing.look(|facts| facts.name(id))?;
    let line = view! {
        <li>
            <a href=later.words(track, Facts::expectation_href, id)>{name}</a> ": "
            {standing.words(track, Facts::gist, id)}
        </li>
    };
    Some(line.into_any())
}
