//! What the lean means where the visitor stands, and the expectations their answers touch.
//! Keeps the rung among the settings; scores nothing.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::quiz_part::KeptLine;
use super::super::rehearsal::rehearse;
use crate::app::browser;
use crate::app::components::{LevelTitle, RungSwitch, Station};
use crate::app::state::{self, Kept, ResultData};
use crate::ladder::{LevelCode, Rung, Track};
use crate::quiz::{ItemKind, Quiz, Reason, Verdict};
use crate::route::{Route, Topic};

/// How many competencies are shown for each track.
const COMPETENCIES: usize = 4;

/// The competencies that the answers touch on either side, the strongest first.
#[derive(Clone)]
pub(super) struct Touched {
    deep: Vec<String>,
    broad: Vec<String>,
}

impl Touched {
    /// Goes through the answers on each side, the most energising first.
    pub(super) fn of(quiz: &Quiz, reasons: &[Reason]) -> Self {
        let side = |track: Track| {
            let mut drawn: Vec<(u8, f64, &str)> = reasons
                .iter()
                .filter_map(|reason| {
                    let (pull, behaviour) = pull(reason, track)?;
                    let behaviour = quiz.behaviour(behaviour)?;
                    (behaviour.side == track && pull >= 3).then_some((
                        pull,
                        reason.delta_p.abs(),
                        behaviour.id.as_str(),
                    ))
                })
                .collect();
            drawn.sort_by(|a, b| b.0.cmp(&a.0).then(b.1.total_cmp(&a.1)));
            let mut ids: Vec<String> = Vec::new();
            for (_, _, behaviour) in drawn {
                for id in quiz
                    .behaviour(behaviour)
                    .into_iter()
                    .flat_map(|b| &b.competencies)
                {
                    if !ids.contains(id) {
                        ids.push(id.clone());
                    }
                }
            }
            ids.truncate(COMPETENCIES);
            ids
        };
        Self {
            deep: side(Track::Deep),
            broad: side(Track::Broad),
        }
    }

    fn on(&self, track: Track) -> &[String] {
        match track {
            Track::Deep => &self.deep,
            Track::Broad => &self.broad,
        }
    }
}

/// How much an answer is drawn to `track`, 0 to 4, and by which behaviour.
fn pull<'a>(reason: &Reason<'a>, track: Track) -> Option<(u8, &'a str)> {
    match &reason.item.ask {
        ItemKind::Pair(pair) => Some(match track {
            Track::Deep => (4 - reason.category, pair.deep_behaviour.as_str()),
            Track::Broad => (reason.category, pair.broad_behaviour.as_str()),
        }),
        ItemKind::Rating(rating) => Some((reason.category, rating.behaviour.as_str())),
    }
}

#[component]
pub(super) fn AtYourRung(
    data: ResultData,
    touched: Touched,
    verdict: Verdict,
    rung: RwSignal<Rung>,
    root: String,
    /// Whether this is somebody else's result, of which nothing is kept.
    read_only: bool,
) -> impl IntoView {
    let kept = RwSignal::new(Kept::NotYet);
    let on_choose = Callback::new(move |chosen: Rung| {
        rung.set(chosen);
        if !read_only {
            // What was asked for comes first.
            browser::after_frame(move || {
                kept.set(state::change_settings(|settings| {
                    settings.rung = Some(chosen);
                }));
            });
        }
    });
    let at_rung = Arc::new(move |rung: Rung| {
        if rung < LevelCode::FIRST_BROAD_RUNG {
            below_the_fork(rung, verdict, &root).into_any()
        } else {
            both_tracks(&data, &touched, rung, &root)
        }
    });
    let now = rung.get_untracked();
    let rehearsed = Arc::clone(&at_rung);
    rehearse(vec![now, now], move |rung| rehearsed(rung));
    view! {
        <div class="no-print">
            <RungSwitch legend="Where are you now?" chosen=now on_choose=on_choose />
            <KeptLine kept=kept />
        </div>
        {move || at_rung(rung.get())}
    }
}

fn both_tracks(data: &ResultData, touched: &Touched, rung: Rung, root: &str) -> AnyView {
    let columns = Track::BOTH
        .into_iter()
        .filter_map(|track| LevelCode::on(track, rung))
        .map(|code| column(data, touched, code, root))
        .collect_view();
    let twins = LevelCode::on(Track::Deep, rung).zip(LevelCode::on(Track::Broad, rung));
    let compare = twins.map(|(deep, broad)| {
        let href = format!("{root}{}", Route::Pair(deep, broad).path());
        view! { <a href=href>{format!("Compare {deep} with {broad}")}</a> }
    });
    let switching = format!("{root}{}", Route::Topic(Topic::Switching).path());
    view! {
        <p>
            {free_movement(rung)} " " {compare} ". "
            <a href=switching>"How switching works"</a> "."
        </p>
        <div class="twins">{columns}</div>
    }
    .into_any()
}

/// What a lean means at this rung.
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

fn below_the_fork(rung: Rung, verdict: Verdict, root: &str) -> impl IntoView + use<> {
    let link = LevelCode::on(Track::Deep, rung).map(|code| {
        let href = format!("{root}{}", Route::Level(code).path());
        view! { <a href=href>{format!("Read what {code} asks")}</a> }
    });
    let lean = verdict.track().map(|track| {
        format!(
            "The pull towards {} work that your answers show is worth knowing when rung 5 comes. ",
            track.id()
        )
    });
    view! {
        <p>
            "Up to rung 4 both tracks are one path, so there is nothing to choose yet. " {lean}
            {link} "."
        </p>
    }
}

fn column(
    data: &ResultData,
    touched: &Touched,
    code: LevelCode,
    root: &str,
) -> impl IntoView + use<> {
    let track = code.track();
    let level = data.excerpt.level(code);
    let titles = level.map_or_else(Vec::new, |level| level.titles.clone().into_iter().collect());
    let question = level.map(|level| level.question.clone());
    let href = format!("{root}{}", Route::Level(code).path());
    let cells = touched
        .on(track)
        .iter()
        .filter_map(|id| {
            let item = data.excerpt.competency(id)?;
            let gist = item.gists.get(&code)?.clone();
            let href = format!("{root}{}", Route::Expectation(code, id.clone()).path());
            Some(view! { <li><a href=href>{item.name.clone()}</a> ": " {gist}</li> })
        })
        .collect::<Vec<_>>();
    let nothing = cells.is_empty().then(|| {
        view! {
            <p class="soft">
                {format!(
                    "None of your answers was drawn to the {} side, so nothing is singled out here.",
                    track.id(),
                )}
            </p>
        }
    });
    let intro = (!cells.is_empty()).then(|| {
        view! {
            <p class="soft">
                {format!("Where your {} answers would meet this level:", track.id())}
            </p>
        }
    });
    view! {
        <section class=format!("rail rail-{}", track.id())>
            <h3>
                <a href=href><Station code=code /> " " <LevelTitle titles=titles /></a>
            </h3>
            <p class="question-of-level">{question}</p>
            {intro}
            <ul>{cells}</ul>
            {nothing}
        </section>
    }
}
