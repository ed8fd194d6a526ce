//! A saved view beside the visitor's own marks. Nothing says who is right.

use leptos::prelude::*;

use crate::growth::{Expected, GrowthId, Judgement, Mark, Marks, SideBySide, View};
use crate::route::{GrowthPart, Route};
use crate::web::components::{Notice, Station, Tone};
use crate::web::dom;
use crate::web::growth::model::Model;
use crate::web::growth::second_view::agenda::Agenda;
use crate::web::growth::second_view::agreed::Talk;
use crate::web::growth::second_view::row::{Pair, rows};
use crate::web::growth::second_view::{address, level_names, who};
use crate::web::growth::words;
use crate::web::island::redrawn::redrawn;
use crate::web::island::save_line::SaveLine;
use crate::web::words::store_problem;

/// How many differences come first.
const FIRST: usize = 3;

#[component]
pub(super) fn Beside(model: Model, id: GrowthId) -> impl IntoView {
    let found = model.read(move |kept| {
        let views = kept.views()?.into_iter().flatten();
        let view = { views }.find(|view| view.id == id);
        Ok::<_, crate::store::StoreError>(view.zip(Some(kept.marks()?.marks)))
    });
    redrawn(move || match found.get() {
        Err(error) => {
            view! { <Notice tone=Tone::Warning>{store_problem(&error)}</Notice> }.into_any()
        }
        Ok(None) => view! {
            <h2 id="second-head">"This view is not saved here"</h2>
            <p>"It was deleted, or it is saved in another browser."</p>
            <p>
                <a href=address(model)>"To your second views"</a>
            </p>
        }
        .into_any(),
        Ok(Some((view, marks))) => untrack(|| both(model, view, marks)),
    })
}

/// Both side by side.
fn both(model: Model, view: View, marks: Marks) -> AnyView {
    let ladder = model.ladder();
    let talk = Talk::new(model, view.clone());
    let found = SideBySide::new(ladder, &marks, &view);
    let pair = |one: &Expected<'static>| Pair::new(one.clone(), &marks, &view);
    let of_both = |all: &[crate::growth::BothMarked<'static>]| -> Vec<Pair> {
        all.iter().map(|both| pair(&both.expected)).collect()
    };
    let of_one = |all: &[Expected<'static>]| -> Vec<Pair> { all.iter().map(&pair).collect() };
    let (mut first, alike) = (of_both(&found.differences), of_both(&found.alike));
    let more = first.split_off(FIRST.min(first.len()));
    let (mine, theirs) = (of_one(&found.only_mine), of_one(&found.only_theirs));
    let from = who(&view);
    let counted = format!(
        "You both marked {}: on {} you say the same, on {} you differ.",
        words::count(
            alike.len() + found.differences.len(),
            "expectation",
            "expectations"
        ),
        alike.len(),
        found.differences.len(),
    );
    let note = (!view.note.is_empty()).then(|| {
        view! {
            <section aria-labelledby="note-head">
                <h3 id="note-head">{format!("What {from} wrote")}</h3>
                <p class="second-quote">{view.note.clone()}</p>
            </section>
        }
    });
    let agreeing = agree_on_alike(talk, &alike);
    view! {
        <div class="no-print">
            <p><a href=address(model)>"All second views"</a></p>
            <h2 id="second-head">{format!("Your marks beside those of {from}")}</h2>
            <p class="soft small">
                {format!("{}. Saved {}.", level_names(ladder, &view.levels), dom::local_date(view.received))}
            </p>
            <p>{counted} " Neither of you is right by default: where you differ, ask each other for an example."</p>
            {note}
            {talking(talk)}
            {differ_most(first, |pairs| rows(talk, pairs, &view))}
            {fold("More differences", more, |pairs| rows(talk, pairs, &view))}
            {fold("Where you agree", alike, |pairs| view! { {agreeing} {rows(talk, pairs, &view)} }.into_any())}
            {fold("Only you marked", mine, |pairs| rows(talk, pairs, &view))}
            {fold(&format!("Only {from} marked"), theirs, |pairs| rows(talk, pairs, &view))}
            {reworded(model, &found, (&marks, &from))}
        </div>
        <Agenda talk=talk view=view marks=marks />
    }
    .into_any()
}

/// The largest differences; nothing where there are none.
fn differ_most(pairs: Vec<Pair>, show: impl FnOnce(Vec<Pair>) -> AnyView) -> Option<AnyView> {
    (!pairs.is_empty()).then(|| {
        let body = show(pairs);
        view! {
            <section>
                <h3>"Where you differ most"</h3>
                {body}
            </section>
        }
        .into_any()
    })
}

/// A part that is folded.
fn fold(head: &str, pairs: Vec<Pair>, show: impl FnOnce(Vec<Pair>) -> AnyView) -> Option<AnyView> {
    let head = format!("{head} ({})", pairs.len());
    (!pairs.is_empty()).then(|| {
        let body = show(pairs);
        view! {
            <details class="fold">
                <summary><h3>{head}</h3></summary>
                {body}
            </details>
        }
        .into_any()
    })
}

/// What cannot be compared: reworded since, or gone from the ladder.
fn reworded(
    model: Model,
    found: &SideBySide<'static>,
    (marks, from): (&Marks, &str),
) -> Option<AnyView> {
    let lines = found
        .reworded
        .iter()
        .map(|one| {
            let href = model.marking(one.competency);
            let is_due = |mark: &Mark| !mark.is_on(one.expectation);
            let what = match marks.get(&one.id).is_some_and(is_due) {
                true => ": mark it again".to_owned(),
                false => format!(": ask {from} again"),
            };
            view! { <li><Station level=one.level /> " " <a href=href>{one.competency.name.clone()}</a> {what}</li> }
        })
        .collect_view();
    let gone = found.gone.len();
    (gone > 0 || !found.reworded.is_empty()).then(|| {
        view! {
            <section>
                <h3>"Not compared"</h3>
                {(!found.reworded.is_empty()).then(|| view! {
                    <p>"The ladder was reworded here after one of you marked it."</p>
                    <ul class="plain-list">{lines}</ul>
                })}
                {(gone > 0).then(|| view! {
                    <p>{format!("{} on what the ladder no longer has.", words::count(gone, "mark is", "marks are"))}</p>
                })}
            </section>
        }
        .into_any()
    })
}

/// The way to the third column and to paper, and where the column is saved.
fn talking(talk: Talk) -> AnyView {
    let check_ins = talk.model.link(&Route::Growth(GrowthPart::CheckIns));
    let is_there = Memo::new(move |_| talk.check_in.with(Option::is_some));
    let pressed = move || if talk.is_open.get() { "true" } else { "false" };
    view! {
        <p class="actions">
            <button
                type="button"
                class="button"
                aria-pressed=pressed
                on:click=move |_| talk.is_open.update(|open| *open = !*open)
            >
                "Note what we agreed on"
            </button>
            <button type="button" class="button" data-print="">"Print the agenda"</button>
        </p>
        <div hidden=move || !talk.is_open.get()>
            {redrawn(move || match is_there.get() {
                false => view! {
                    <p>"Your first note makes a check-in of today. It keeps your marks, your plan and this view as they are now, and what you agree on."</p>
                }.into_any(),
                true => view! {
                    <p>"What you note is saved in today’s check-in. " <a href=check_ins.clone()>"Your check-ins"</a></p>
                }.into_any(),
            })}
            <SaveLine kept=talk.model.kept />
        </div>
    }
    .into_any()
}

/// One press for everything that both see alike and that nothing is noted for yet.
fn agree_on_alike(talk: Talk, alike: &[Pair]) -> AnyView {
    let all = alike.iter().filter_map(|pair| {
        let (standing, _) = pair.mine.clone()?;
        Some((pair.expected.id.clone(), standing))
    });
    let all = StoredValue::new(all.collect::<Vec<_>>());
    let agree = move |_| {
        talk.change(|agreed| {
            for (id, standing) in all.get_value() {
                agreed.entry(id).or_insert(Judgement {
                    standing,
                    why: String::new(),
                });
            }
        });
    };
    view! {
        <p hidden=move || !talk.is_open.get()>
            <button type="button" class="button" on:click=agree>"We agree on all of these"</button>
        </p>
    }
    .into_any()
}
