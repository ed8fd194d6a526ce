//! The guided pass: one competency at a time, what the visitor's own level and the target expect of it,
//! and a mark for each. Each mark is saved at once.

use leptos::prelude::*;

use crate::growth::{Expected, Mark, Marked, Reworded, Standing, mark_id, marked, said};
use crate::ladder::{Competency, Level};
use crate::route::{GrowthPart, Route};
use crate::web::components::{ExpectationBody, MarkForm, Notice, Station, Tone, hue_class};
use crate::web::dom::{self, repository};
use crate::web::growth::levels::ChooseLevels;
use crate::web::growth::model::Model;
use crate::web::growth::steps::all_steps;
use crate::web::growth::wording::what_changed;
use crate::web::growth::words;
use crate::web::island::redrawn::redrawn;
use crate::web::island::save_line::SaveLine;
use crate::web::words::{store_problem, too_long as told};

/// The parameter of the address that names the competency.
const AT: &str = "at";

/// The pass, or first the choice of two levels.
#[component]
pub(crate) fn MarksPart(model: Model) -> impl IntoView {
    let aim = model.aim();
    let ladder = model.ladder();
    view! {
        <ChooseLevels model=model />
        {redrawn(move || {
            let aim = aim.get()?;
            let (own, target) = aim.levels(ladder)?;
            Some(view! { <Pass model=model own=own target=target /> })
        })}
    }
}

/// The competencies, in the ladder's order, in which one of the two levels expects something.
fn asked(model: Model, own: &Level, target: &Level) -> Vec<&'static Competency> {
    let items = model.ladder().competencies.iter();
    let asks = |item: &&Competency| item.at(own).is_some() || item.at(target).is_some();
    items.filter(asks).collect()
}

#[component]
fn Pass(model: Model, own: &'static Level, target: &'static Level) -> impl IntoView {
    let items = StoredValue::new(asked(model, own, target));
    let marks = model.marks();
    let first = items.with_value(|items| start(model, items, own, target));
    let at = RwSignal::new(first);
    // What was unfolded once stays so from one competency to the next.
    let unfolded = RwSignal::new(false);
    dom::on_back(move || {
        let named = items.with_value(|items| named(items));
        // The pass may have been redrawn since.
        let _gone = at.try_set(named.unwrap_or(first));
    });
    let go = move |to: usize| {
        let id = items.with_value(|items| items.get(to).map(|item| item.id.clone()));
        if let Some(id) = id {
            dom::set_query(&format!("?{AT}={id}"), true);
            at.set(to);
            dom::focus("marking-head");
            dom::bring_to_top("marking-head");
        }
    };
    // Only what the list shows: it is not redrawn while a reason is typed.
    let known = Memo::new(move |_| {
        let marks = marks.get().unwrap_or_default().marks;
        let mark = |item: &Competency, level| marked(model.ladder(), &marks, item, level);
        items.with_value(|items| {
            let both = items
                .iter()
                .map(|item| [mark(item, own), mark(item, target)]);
            both.collect::<Vec<_>>()
        })
    });
    let heads = format!("{} · {}", own.label(), target.label());
    let problem = move || match marks.get() {
        Err(error) => Some(store_problem(&error)),
        Ok(_) => None,
    };
    view! {
        {redrawn(move || problem().map(|why| view! { <Notice tone=Tone::Warning>{why}</Notice> }))}
        <StillReworded known=known go=Callback::new(go) />
        <div class="marking">
            {redrawn(move || {
                let to = at.get();
                let (item, count) = items.with_value(|items| (items.get(to).copied(), items.len()));
                item.map(|item| one(model, item, (own, target), (to, count), unfolded, go))
            })}
            {redrawn(move || {
                let signs = known.get().into_iter().map(|both| both.map(words::sign).to_vec());
                all_steps(&heads, items.get_value().into_iter().zip(signs), at.get(), go)
            })}
        </div>
    }
}

/// How many competencies were reworded since they were marked, the way to the next of them, and the end
/// of it.
#[component]
fn StillReworded(known: Memo<Vec<[Marked; 2]>>, go: Callback<usize>) -> impl IntoView {
    let is_reworded =
        |both: &[Marked; 2]| both.iter().any(|one| matches!(one, Marked::Reworded(_)));
    let left = Memo::new(move |_| {
        let places = known.get().into_iter().enumerate();
        places
            .filter_map(|(place, both)| is_reworded(&both).then_some(place))
            .collect::<Vec<usize>>()
    });
    let any_at_first = left.with_untracked(|left| !left.is_empty());
    redrawn(move || {
        let left = left.get();
        any_at_first.then(|| match left.first().copied() {
            None => view! {
                <p class="notice" role="status">"That was all: no mark is on old words any more."</p>
            }
            .into_any(),
            Some(first) => {
                view! {
                    <p class="notice">
                        {format!("Reworded since you marked them: {}. ", words::count(left.len(), "competency", "competencies"))}
                        <button type="button" class="button-text" on:click=move |_| go.run(first)>
                            "Look again"
                        </button>
                    </p>
                }
                .into_any()
            }
        })
    })
}

/// The competency that the address names.
fn named(items: &[&Competency]) -> Option<usize> {
    let id = dom::query(AT)?;
    items.iter().position(|item| item.id == id)
}

/// Where the pass starts: at the competency in the address, else at the first that is not marked yet.
fn start(model: Model, items: &[&Competency], own: &Level, target: &Level) -> usize {
    let marks = repository().marks().unwrap_or_default().marks;
    let is_open = |item: &&Competency| {
        [own, target].into_iter().any(|level| {
            let known = marked(model.ladder(), &marks, item, level);
            matches!(known, Marked::Unmarked | Marked::Reworded(_))
        })
    };
    let open = || items.iter().position(&is_open);
    named(items).or_else(open).unwrap_or_default()
}

/// One competency: what both levels expect, and the ways on.
fn one(
    model: Model,
    item: &'static Competency,
    (own, target): (&'static Level, &'static Level),
    (at, count): (usize, usize),
    unfolded: RwSignal<bool>,
    go: impl Fn(usize) + Copy + Send + 'static,
) -> AnyView {
    let ladder = model.ladder();
    let same = mark_id(ladder, item, own) == mark_id(ladder, item, target);
    let cards = match same {
        true => vec![card(model, item, &[own, target], "mine", unfolded)],
        false => vec![
            card(model, item, &[own], "mine", unfolded),
            card(model, item, &[target], "target", unfolded),
        ],
    };
    let is_last = at + 1 == count;
    let profile = model.link(&Route::Growth(GrowthPart::Overview));
    view! {
        <section class="marking-one" aria-labelledby="marking-head">
            <p class="soft small">{format!("Competency {} of {count}", at + 1)}</p>
            <h2 id="marking-head">{item.name.clone()}</h2>
            {item.about.clone().map(|about| view! { <p class="soft">{about}</p> })}
            <div class="marking-cards">{cards}</div>
            <div class="save-place">
                <SaveLine kept=model.kept />
            </div>
            <p class="actions">
                {(!is_last).then(|| view! {
                    <button type="button" class="button button-first" on:click=move |_| go(at + 1)>"Next"</button>
                })}
                {(at > 0).then(|| view! {
                    <button type="button" class="button" on:click=move |_| go(at - 1)>"Back"</button>
                })}
                <a class=if is_last { "button button-first" } else { "button" } href=profile>
                    {if is_last { "See where you are" } else { "Stop for now" }}
                </a>
            </p>
        </section>
    }
    .into_any()
}

/// What one level, or two that share the text, expect, and the mark on it.
fn card(
    model: Model,
    item: &'static Competency,
    levels: &[&'static Level],
    name: &'static str,
    unfolded: RwSignal<bool>,
) -> AnyView {
    let ladder = model.ladder();
    let Some(level) = levels.first().copied() else {
        return ().into_any();
    };
    let signs = match levels {
        [a, b] if a == b => vec![level],
        levels => levels.to_vec(),
    };
    let signs = signs
        .into_iter()
        .map(|level| view! { <Station level=level /> " " })
        .collect_view();
    let expected = mark_id(ladder, item, level).and_then(|id| Expected::find(ladder, &id));
    let Some(expected) = expected else {
        return view! {
            <div class="marking-card rail">
                <p>{signs}</p>
                <p class="soft">"Nothing is expected here at this level."</p>
            </div>
        }
        .into_any();
    };
    let headline = expected.expectation.headline().to_owned();
    let evidence = evidence(item, level);
    let href = model.expectation(level, item);
    view! {
        <div class=format!("marking-card rail {}", hue_class(level.hue))>
            <p>{signs} <strong class="marking-headline">{headline.clone()}</strong></p>
            <details
                class="marking-means"
                prop:open=move || unfolded.get()
                on:toggle=move |event| unfolded.set(dom::is_unfolded(&event))
            >
                <summary>"What it means"</summary>
                <ExpectationBody cell=expected.expectation.clone() />
                {evidence}
                <p><a href=href>"More about it"</a></p>
            </details>
            <MarkOf model=model expected=expected name=name />
        </div>
    }
    .into_any()
}

/// What one could point to.
pub(super) fn evidence(item: &Competency, level: &Level) -> Option<AnyView> {
    let track = level.tracks.first().copied()?;
    let lines: Vec<AnyView> = item
        .evidence_on(track)
        .map(|line| view! { <li>{line.to_owned()}</li> }.into_any())
        .collect();
    (!lines.is_empty()).then(|| {
        view! {
            <p class="soft small">"What you could point to:"</p>
            <ul class="cell-examples soft">{lines}</ul>
        }
        .into_any()
    })
}

/// The mark on an expectation, saved as it changes.
#[component]
fn MarkOf(model: Model, expected: Expected<'static>, name: &'static str) -> impl IntoView {
    let ladder = model.ladder();
    let id = StoredValue::new(expected.id.clone());
    let cell = expected.expectation;
    let stored = {
        let id = expected.id;
        model.read(move |kept| kept.mark(&id))
    };
    let held = Memo::new(move |_| stored.get().ok().flatten());
    let current = move || held.get().filter(|mark| mark.is_on(cell));
    let chosen = Memo::new(move |_| current().map(|mark| mark.standing.id()));
    let why = Memo::new(move |_| current().map(|mark| mark.why).unwrap_or_default());
    let before = Memo::new(move |_| held.get().filter(|mark| !mark.is_on(cell)));
    let unreadable = Memo::new(move |_| stored.get().err().map(|error| store_problem(&error)));
    let too_long = RwSignal::new(None::<String>);
    let write = move |standing: Standing, why: &str| match Mark::new(
        ladder,
        cell,
        standing,
        why,
        dom::now(),
    ) {
        Ok(mark) => {
            too_long.set(None);
            model.saved(repository().save_mark(&id.get_value(), &mark));
        }
        Err(excess) => too_long.set(Some(told(excess.by, excess.most, !why.is_empty()))),
    };
    let on_choose =
        Callback::new(
            move |chosen: Option<&'static str>| match chosen.and_then(Standing::of) {
                // A line about other words stays, too: it is the visitor's to change.
                Some(standing) => {
                    let why = held.get_untracked().map(|mark| mark.why);
                    write(standing, &why.unwrap_or_default());
                }
                None => match repository().remove_mark(&id.get_value()) {
                    Ok(Some(undo)) => model.changes.tell("The mark was removed.", Ok(undo)),
                    Ok(None) => {}
                    Err(error) => model.changes.fail(error),
                },
            },
        );
    let on_why = Callback::new(move |why: String| {
        if let Some(mark) = held.get_untracked() {
            write(mark.standing, &why);
        }
    });
    let headline = cell.headline().to_owned();
    let legend =
        view! { "How often do you show this? " <span class="visually-hidden">{headline}</span> };
    let legend = legend.into_any();
    view! {
        {redrawn(move || unreadable.get().map(|why| view! { <Notice tone=Tone::Warning>{why}</Notice> }))}
        {redrawn(move || {
            let before = before.get();
            before.map(|mark| asked_again(&mark, &said(cell), &id.get_value()))
        })}
        <MarkForm
            name=name
            legend=legend
            chosen=chosen
            on_choose=on_choose
            why=why
            on_why=on_why
            said=too_long
        />
    }
}

/// An expectation that was reworded since it was marked: both wordings, and the mark asked again.
fn asked_again(mark: &Mark, now: &[String], id: &str) -> AnyView {
    let change = Reworded::new(id, &mark.said, now);
    let why = (!mark.why.is_empty()).then(|| {
        view! { <p>"You wrote “"{mark.why.clone()}"”; that stays with your new mark."</p> }
    });
    view! {
        <div class="notice" role="note">
            <p>
                <strong>"Reworded since you marked it “"{words::standing(mark.standing)}"”. "</strong>
                "Please mark it again."
            </p>
            {why}
            {what_changed(change, true)}
        </div>
    }
    .into_any()
}
