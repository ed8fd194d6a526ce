//! The check-ins, the newest first: what each froze, its note, its deletion.

use leptos::prelude::*;

use crate::growth::{CheckIn, Expected, Judgement, Standing};
use crate::web::components::{Notice, Tone};
use crate::web::dom::{self, repository};
use crate::web::growth::check_ins::lines::{day, levels, plan_counts, standing, tally};
use crate::web::growth::check_ins::{CheckIns, note_key};
use crate::web::growth::named::{levels_of, named};
use crate::web::growth::plan::state_words;
use crate::web::growth::typed::TextField;
use crate::web::growth::words::count;
use crate::web::island::redrawn::redrawn;
use crate::web::island::turns::Turns;
use crate::web::words::store_problem;

/// How many check-ins are drawn at once.
const AT_ONCE: usize = 5;

#[component]
pub(super) fn List(page: CheckIns) -> impl IntoView {
    // Without the notes: a field must not be redrawn while someone types.
    let frozen = Memo::new(move |_| {
        page.entries.get().map(|entries| {
            let bare = |check_in| CheckIn {
                note: String::new(),
                changed: 0.0,
                ..check_in
            };
            let entries = entries.into_iter();
            entries.map(|entry| entry.map(bare)).collect::<Vec<_>>()
        })
    });
    Effect::new(move |_| {
        for check_in in page.readable() {
            page.typed.follow(&note_key(&check_in.id), &check_in.note);
        }
    });
    redrawn(move || {
        let entries = match frozen.get() {
            Ok(entries) => entries,
            Err(error) => {
                let words = store_problem(&error);
                return Some(view! { <Notice tone=Tone::Warning>{words}</Notice> }.into_any());
            }
        };
        let notes = untrack(|| page.readable());
        let is_empty = entries.is_empty();
        let mut turns = Turns::new();
        let rows = entries.chunks(AT_ONCE).map(|entries| {
            let (entries, notes) = (entries.to_vec(), notes.clone());
            turns.next(move || {
                let rows = entries.iter().map(|entry| match entry {
                    Ok(check_in) => {
                        let note = notes.iter().find(|one| one.id == check_in.id);
                        row(page, check_in, note.map_or("", |one| &one.note))
                    }
                    Err(error) => view! { <li class="soft">{store_problem(error)}</li> }.into_any(),
                });
                rows.collect_view()
            })
        });
        let rows = rows.collect_view();
        turns.begin();
        (!is_empty).then(|| {
            view! {
                <section aria-labelledby="check-ins-head">
                    <h2 id="check-ins-head">"Your check-ins"</h2>
                    <ol class="check-ins plain-list">{rows}</ol>
                </section>
            }
            .into_any()
        })
    })
}

fn row(page: CheckIns, check_in: &CheckIn, note: &str) -> AnyView {
    let model = page.model;
    let when = day(check_in);
    let id = check_in.id.clone();
    let remove = move |_| match repository().remove_check_in(&id) {
        Ok(Some(undo)) => model.changes.tell("A check-in was deleted.", Ok(undo)),
        Ok(None) => {}
        Err(error) => model.changes.fail(error),
    };
    let second = check_in.second.as_ref().map(|view| {
        let from = view.from.clone().unwrap_or_else(|| "Someone".to_owned());
        let marks = count(view.marks.len(), "mark", "marks");
        view! { <dt>"Second view"</dt> <dd>{format!("{from}, {marks}")}</dd> }
    });
    let agreed = (!check_in.agreed.is_empty()).then(|| {
        let words = count(check_in.agreed.len(), "expectation", "expectations");
        view! { <dt>"Agreed on"</dt> <dd>{words}</dd> }
    });
    let delete = format!("Delete the check-in of {when}");
    view! {
        <li class="check-in">
            <h3>{when}</h3>
            <dl class="check-in-parts">
                <dt>"Marks"</dt>
                <dd>{tally(check_in)}</dd>
                <dt>"Levels"</dt>
                <dd>{levels(model, check_in)}</dd>
                <dt>"Plan"</dt>
                <dd>{plan_counts(&check_in.plan)}</dd>
                {second}
                {agreed}
                <dt>"Ladder"</dt>
                <dd>{format!("version {}", check_in.ladder_version)}</dd>
            </dl>
            {everything(page, check_in)}
            <TextField typed=Some(page.typed) key=note_key(&check_in.id) label="Note" text=note />
            <p class="no-print">
                <button type="button" class="button-text" aria-label=delete on:click=remove>"Delete"</button>
            </p>
        </li>
    }
    .into_any()
}

/// Each mark with the second view on it and what was agreed on, and the plan. Drawn when it is first
/// opened: somebody may have twenty check-ins with a hundred marks each.
fn everything(page: CheckIns, check_in: &CheckIn) -> Option<AnyView> {
    let is_empty =
        check_in.marks.is_empty() && check_in.second.is_none() && check_in.plan.is_empty();
    let check_in = check_in.clone();
    let draw = move || frozen(page, &check_in);
    let was_open = RwSignal::new(false);
    let open = move |event| {
        if dom::is_unfolded(&event) && !was_open.get_untracked() {
            was_open.set(true);
        }
    };
    (!is_empty).then(|| {
        view! {
            <details class="check-in-all" on:toggle=open>
                <summary>"Everything in it"</summary>
                {redrawn(move || was_open.get().then(&draw))}
            </details>
        }
        .into_any()
    })
}

/// What a check-in froze.
fn frozen(page: CheckIns, check_in: &CheckIn) -> AnyView {
    let second = check_in.second.as_ref();
    let theirs = second.map(|view| &view.marks);
    let from = second.and_then(|view| view.from.clone());
    let from = from.unwrap_or_else(|| "Second view".to_owned());
    let mut ids: Vec<&String> = check_in.marks.keys().collect();
    let others = theirs.into_iter().flat_map(|marks| marks.keys());
    ids.extend(others.chain(check_in.agreed.keys()));
    ids.sort();
    ids.dedup();
    // In the order of the levels and of the ladder; what is not among them comes last.
    let levels = levels_of(page.model, check_in);
    let order = Expected::of_levels(page.model.ladder(), &levels);
    ids.sort_by_key(|id| {
        let place = order.iter().position(|one| one.id == **id);
        place.unwrap_or(order.len())
    });
    let judged = |who: &str, one: Option<&Judgement>| {
        let who = who.to_owned();
        one.map(|one| said(Some(who), one.standing, &one.why))
    };
    let marks = ids.into_iter().map(|id| {
        let mine = check_in.marks.get(id);
        let words = mine.map(|mark| mark.said.clone()).unwrap_or_default();
        let alone = second.is_none() && check_in.agreed.is_empty();
        let label = (!alone).then(|| "Mine".to_owned());
        let mine = mine.map(|mark| said(label, mark.standing, &mark.why));
        view! {
            <li>
                {named(page.model, &levels, id, &words)}
                {mine}
                {judged(&from, theirs.and_then(|marks| marks.get(id)))}
                {judged("Agreed", check_in.agreed.get(id))}
            </li>
        }
    });
    let marks = marks.collect_view();
    let plan = check_in.plan.iter().map(|line| {
        let (sign, words) = state_words(line.state);
        view! { <li><span aria-hidden="true">{sign}</span> {format!(" {words}: ")} {line.aim.clone()}</li> }
    });
    let plan = plan.collect_view();
    view! {
        <div>
            <ul class="check-in-marks plain-list">{marks}</ul>
            <ul class="plain-list">{plan}</ul>
        </div>
    }
    .into_any()
}

/// A standing with who gave it and why.
fn said(who: Option<String>, given: Standing, why: &str) -> AnyView {
    let why = (!why.is_empty()).then(|| format!(": {why}"));
    view! {
        <span class="check-in-said">
            {who.map(|who| view! { <span class="soft">{who} " "</span> })}
            {standing(given)}
            {why}
        </span>
    }
    .into_any()
}
