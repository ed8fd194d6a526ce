//! After the last question: the way to the result, and a few optional rows about what the weeks hold at
//! present. Connects a session to components; makes no decisions.

use leptos::prelude::*;

use crate::quiz::{Answer, Event, Input, ItemKind, Quiz, Session, Today};
use crate::web::components::{Notice, TodayLine, TodayRow, Tone};
use crate::web::island::redrawn::redrawn;
use crate::web::island::save_line::SaveLine;
use crate::web::quiz::driver::Driver;
use crate::web::{dom, words};

/// How many kinds of work are asked about at most.
const MOST_ROWS: usize = 8;

/// The end of the questions.
#[component]
pub(crate) fn End(driver: Driver) -> impl IntoView {
    let (counted, open) = driver.with(|quiz, session| (session.counted(quiz), session.open(quiz)));
    let about_another = driver.is_about_another();
    let lines = match about_another {
        true => Vec::new(),
        false => driver.with(felt),
    };
    let rows: Vec<AnyView> = lines.into_iter().map(|line| row(driver, line)).collect();
    view! {
        <h1 id="stage-head">{words::end_heading(open)}</h1>
        <p>{words::open_questions(counted, open)}</p>
        <Finish driver=driver counted=counted />
        {(!rows.is_empty())
            .then(|| {
                view! {
                    <section aria-labelledby="today-head">
                        <h2 id="today-head">"Optional: how much of this do you do now?"</h2>
                        <p class="soft">
                            "You felt strongly about this work. Say how much of it you do now, and you’ll see what you enjoy next to what you do. This doesn’t change the result."
                        </p>
                        <div class="today-rows">{rows}</div>
                    </section>
                }
            })}
    }
}

/// The buttons that leave the questions, and why there is no result if there is none.
#[component]
pub(crate) fn Finish(
    driver: Driver,
    /// How many answers count.
    counted: usize,
    /// Whether this is the review itself.
    #[prop(optional)]
    in_review: bool,
) -> impl IntoView {
    let about_another = driver.is_about_another();
    let (event, other) = match in_review {
        true => (Event::Questions, "Back to the questions"),
        false => (Event::Review, "Check your answers"),
    };
    let event = StoredValue::new(event);
    view! {
        <p class="actions">
            <button
                type="button"
                class="button button-first"
                disabled=counted == 0
                on:click=move |_| driver.send(Event::Finish)
            >
                {if about_another { "Go on to the link" } else { "See your result" }}
            </button>
            <button type="button" class="button" on:click=move |_| driver.send(event.get_value())>
                {other}
            </button>
            {(!in_review)
                .then(|| {
                    view! {
                        <button type="button" class="button-text" on:click=move |_| driver.send(Event::Back)>
                            "Back"
                        </button>
                    }
                })}
        </p>
        <SaveLine kept=driver.kept told=driver.told />
        {redrawn(move || {
            driver.unable.get().map(|why| view! { <Notice tone=Tone::Warning>{why}</Notice> })
        })}
    }
}

/// The work that was rated as energising or draining, the strongest ratings first to be taken, in the
/// order of the questions.
fn felt(quiz: &Quiz, session: &Session) -> Vec<TodayLine> {
    let rated = session.items(quiz).iter().filter_map(|id| {
        let ItemKind::Rating(rating) = &quiz.item(id)?.ask else {
            return None;
        };
        let strength = match session.answer(id)? {
            Answer::Category(0 | 4) => 2,
            Answer::Category(1 | 3) => 1,
            _ => 0,
        };
        // What was said before stays in sight.
        let said = session.today(&rating.behaviour).is_some();
        let behaviour = quiz.behaviour(&rating.behaviour)?;
        let strength = if said { 3 } else { strength };
        (strength > 0 && behaviour.side.is_some()).then(|| {
            let line = TodayLine {
                id: behaviour.id.clone(),
                name: behaviour.name.clone(),
            };
            (strength, line)
        })
    });
    let rated: Vec<(u8, TodayLine)> = rated.collect();
    let mut taken: Vec<(usize, u8)> = rated
        .iter()
        .map(|(strength, _)| *strength)
        .enumerate()
        .collect();
    taken.sort_by_key(|(at, strength)| (std::cmp::Reverse(*strength), *at));
    let said = taken.iter().filter(|(_, strength)| *strength == 3).count();
    taken.truncate(said.max(MOST_ROWS));
    let is_taken = |at: usize| taken.iter().any(|(one, _)| *one == at);
    let rated = rated.into_iter().enumerate();
    rated
        .filter(|(at, _)| is_taken(*at))
        .map(|(_, (_, line))| line)
        .collect()
}

/// One kind of work.
fn row(driver: Driver, line: TodayLine) -> AnyView {
    let (id, behaviour) = (line.id.clone(), line.id.clone());
    let chosen = driver.follow(move |session| session.today(&id).map(u8::from));
    let on_choose = Callback::new(move |value: Option<u8>| {
        let today = value.and_then(|value| Today::try_from(value).ok());
        driver.send(Event::Give(Input::Today(behaviour.clone(), today)));
    });
    let choices = Today::ALL.map(|today| (u8::from(today), words::today(today)));
    view! {
        <TodayRow
            line=line
            choices=choices.into()
            chosen=chosen
            on_choose=on_choose
            on_left_out=Callback::new(|id: String| dom::focus(&id))
        />
    }
    .into_any()
}
