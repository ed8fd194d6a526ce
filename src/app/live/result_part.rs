//! One result in full: the sentence, the line, the reasons, both tracks for you, the limits.
//! Recomputed from the answers each time; keeps nothing.

use leptos::prelude::*;

use super::quiz_part::KeptLine;
use crate::app::components::{LeanLine, LevelTitle, ReasonLine, ReasonList, RungSwitch, Station};
use crate::app::state::{self, Kept, PageData};
use crate::app::words;
use crate::ladder::{LevelCode, Rung, Track};
use crate::quiz::{Fit, ItemKind, Quiz, Reason, Response, Verdict, fit, reasons};
use crate::route::Route;
use crate::store::Attempt;

/// How many answers stand in the text; the table has all.
const HEAVIEST: usize = 6;
/// How many competencies are shown for each track.
const COMPETENCIES: usize = 4;

/// The fit of an attempt; none for one made at another quiz or another version of this one.
pub fn fit_of(quiz: &Quiz, attempt: &Attempt) -> Option<Fit> {
    if !state::fits(quiz, attempt) {
        return None;
    }
    let form = quiz.form(&attempt.form)?;
    let responses: Vec<Response> = attempt
        .answers
        .responses(quiz, form)
        .into_iter()
        .map(|(_, response)| response)
        .collect();
    Some(fit(&quiz.model, &responses))
}

/// One result.
#[component]
pub fn ResultView(
    /// The quiz and the excerpt of the ladder.
    data: PageData,
    /// The answers.
    attempt: Attempt,
    /// The way up to the app's root.
    root: String,
) -> impl IntoView {
    let quiz = &data.quiz;
    let Some((fit, form)) = fit_of(quiz, &attempt).zip(quiz.form(&attempt.form)) else {
        return view! {
            <p>"These answers were given to another version of the quiz. They are kept, and not reinterpreted."</p>
        }
        .into_any();
    };
    let verdict = Verdict::of(&fit);
    let reasons = reasons(quiz, form, &attempt.answers);
    let order = match verdict.track() {
        Some(track) => [track, track.other()],
        None => Track::BOTH,
    };
    // Where nothing is decided and no answer weighs anything, naming some would be invention.
    let scattered = verdict.track().is_none() && words::no_single_answer(&reasons).is_some();
    let sentences: Vec<String> = order
        .into_iter()
        .filter(|_| !scattered)
        .filter_map(|track| words::rests_on(quiz, &reasons, track))
        .collect();
    let lines: Vec<ReasonLine> = reasons.iter().map(|r| line(quiz, r)).collect();
    let short: Vec<ReasonLine> = lines.iter().take(HEAVIEST).cloned().collect();
    let more = lines.len() > HEAVIEST;
    let all_caption = format!("All {} answers that count", lines.len());
    let limits = data
        .quiz
        .limits
        .iter()
        .map(|limit| view! { <li>{limit.text.clone()}</li> })
        .collect_view();
    let line_words = words::line_words(&fit);
    let drawn = (verdict != Verdict::Withheld)
        .then(|| view! { <LeanLine lean=fit.lean interval=fit.interval80 words=line_words /> });
    let touched = Touched::of(quiz, &reasons);
    view! {
        <h1 id="stage-head" class="verdict" tabindex="-1">{words::headline(verdict)}</h1>
        <p class="lede">{words::certainty(verdict, &fit)}</p>
        {drawn}
        <h2>"What carried it"</h2>
        {words::no_single_answer(&reasons).map(|sentence| view! { <p>{sentence}</p> })}
        {sentences.into_iter().map(|sentence| view! { <p>{sentence}</p> }).collect_view()}
        <ReasonList
            caption="The heaviest answers: by how much the chance would change without each".to_owned()
            reasons=short
        />
        {more
            .then(|| {
                view! {
                    <details class="open-in-print">
                        <summary class="no-print">"Every answer with its weight"</summary>
                        <ReasonList caption=all_caption reasons=lines />
                    </details>
                }
            })}
        <h2>"What each track would look like for you"</h2>
        <AtYourRung data=data touched=touched root=root.clone() />
        <h2>"What this cannot tell you"</h2>
        <ul class="limits">{limits}</ul>
        <p class="actions no-print">
            <a class="button button-first" href=format!("{root}{}", Route::Home.path())>
                "See both tracks side by side"
            </a>
            <a class="button" href=format!("{root}{}", Route::Quiz.path())>"Take the quiz again"</a>
            <a href=format!("{root}{}", Route::Results.path())>"All your results"</a>
        </p>
    }
    .into_any()
}

fn line(quiz: &Quiz, reason: &Reason) -> ReasonLine {
    ReasonLine {
        words: words::answer_words(quiz, reason.item, reason.category),
        towards: words::speaks_for(reason),
        points: reason.delta_p.abs() * 100.0,
    }
}

/// The competencies that the answers touch on either side, the strongest first.
#[derive(Clone)]
struct Touched {
    deep: Vec<String>,
    broad: Vec<String>,
}

impl Touched {
    /// Goes through the answers on each side, the most energising first.
    fn of(quiz: &Quiz, reasons: &[Reason]) -> Self {
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
fn AtYourRung(data: PageData, touched: Touched, root: String) -> impl IntoView {
    let first = state::settings().rung.unwrap_or(LevelCode::FORK_RUNG);
    let rung = RwSignal::new(first);
    let kept = RwSignal::new(Kept::NotYet);
    let on_choose = Callback::new(move |chosen: Rung| {
        rung.set(chosen);
        kept.set(state::change_settings(|settings| {
            settings.rung = Some(chosen);
        }));
    });
    view! {
        <div class="no-print">
            <RungSwitch legend="Where are you now?" chosen=first on_choose=on_choose />
            <KeptLine kept=kept />
        </div>
        {move || {
            let rung = rung.get();
            if rung < LevelCode::FIRST_BROAD_RUNG {
                below_the_fork(rung, &root).into_any()
            } else {
                let columns = Track::BOTH
                    .into_iter()
                    .filter_map(|track| LevelCode::on(track, rung))
                    .map(|code| column(&data, &touched, code, &root))
                    .collect_view();
                let twins = LevelCode::on(Track::Deep, rung).zip(LevelCode::on(Track::Broad, rung));
                let compare = twins.map(|(deep, broad)| {
                    let href = format!("{root}{}", Route::Pair(deep, broad).path());
                    view! { <a href=href>{format!("Compare {deep} with {broad}")}</a> }
                });
                view! {
                    <p>{free_movement(rung)} " " {compare}</p>
                    <div class="twins">{columns}</div>
                }
                    .into_any()
            }
        }}
    }
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

fn below_the_fork(rung: Rung, root: &str) -> impl IntoView + use<> {
    let link = LevelCode::on(Track::Deep, rung).map(|code| {
        let href = format!("{root}{}", Route::Level(code).path());
        view! { <a href=href>{format!("Read what {code} asks")}</a> }
    });
    view! {
        <p>
            "Up to rung 4 both tracks are one path, so there is nothing to choose yet. " {link} "."
        </p>
    }
}

fn column(
    data: &PageData,
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
            let href = format!(
                "{root}{}#{}",
                Route::Competency(id.clone()).path(),
                code.slug()
            );
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
