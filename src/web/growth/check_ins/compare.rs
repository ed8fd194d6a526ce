//! Two check-ins beside each other, or one beside today: what changed in the marks, in the plan, and in
//! the ladder itself.

use leptos::prelude::*;

use crate::growth::{
    Aim, CheckIn, CheckInChange, Expected, FrozenMark, PlanChange, Reworded, said,
};
use crate::store::StoredMarks;
use crate::web::growth::check_ins::CheckIns;
use crate::web::growth::check_ins::lines::{day, levels, standing};
use crate::web::growth::named::{Levels, levels_of, marking, named};
use crate::web::growth::wording::what_changed;
use crate::web::growth::words::count;
use crate::web::island::redrawn::redrawn;

/// The entry of both lists for what is not saved yet.
const NOW: &str = "now";

/// What is compared, by the values of the lists; none for what is compared unless something is chosen.
type Chosen = RwSignal<Option<String>>;

/// Two check-ins with what is needed to say what changed between them.
struct Two<'a> {
    page: CheckIns,
    earlier: &'a CheckIn,
    later: &'a CheckIn,
    /// The marks as they are now.
    marks: StoredMarks,
    aim: Option<Aim>,
    /// The levels of the later one.
    levels: Levels,
    /// Whether the later one is what is not saved yet.
    is_now: bool,
}

#[component]
pub(super) fn Compare(page: CheckIns) -> impl IntoView {
    let chosen: [Chosen; 2] = [RwSignal::new(None), RwSignal::new(None)];
    let aim = page.model.aim();
    // What is there to compare, the newest first, without what may still be written.
    let sides = Memo::new(move |_| {
        let mut sides: Vec<(String, CheckIn)> = Vec::new();
        sides.extend(page.now.get().map(|now| (NOW.to_owned(), now)));
        for check_in in page.readable() {
            let bare = CheckIn {
                note: String::new(),
                changed: 0.0,
                ..check_in
            };
            sides.push((bare.id.to_string(), bare));
        }
        sides
    });
    let names = Memo::new(move |_| {
        let words = |(value, check_in): &(String, CheckIn)| {
            let day = day(check_in);
            let words = if value == NOW {
                format!("Now, {day}")
            } else {
                day
            };
            (value.clone(), words)
        };
        sides.with(|sides| sides.iter().map(words).collect::<Vec<_>>())
    });
    let places = Memo::new(move |_| {
        let [first, second] = chosen.map(|chosen| chosen.get());
        names.with(|names| places(names, first.as_deref(), second.as_deref()))
    });
    redrawn(move || {
        let has_one = names.with(Vec::len) > 1;
        has_one.then(|| {
            view! {
                <section aria-labelledby="compare-head">
                    <h2 id="compare-head">"What changed"</h2>
                    <div class="growth-levels no-print">
                        {list("compare-from", "From", names, chosen, places, 0)}
                        {list("compare-to", "To", names, chosen, places, 1)}
                    </div>
                    {redrawn(move || {
                        let [from, to] = places.get();
                        let sides = sides.get();
                        let (earlier, later) = (sides.get(from)?, sides.get(to)?);
                        if from == to {
                            let words = "Choose two different ones.";
                            return Some(view! { <p class="soft">{words}</p> }.into_any());
                        }
                        Some(compared(&Two {
                            page,
                            earlier: &earlier.1,
                            later: &later.1,
                            marks: page.marks.get().unwrap_or_default(),
                            aim: aim.get(),
                            levels: levels_of(page.model, &later.1),
                            is_now: later.0 == NOW,
                        }))
                    })}
                </section>
            }
        })
    })
}

/// The places of the two that are compared among all, which are the newest first: the chosen ones, or
/// else the newest two check-ins, or the only one and today. The earlier one comes first.
fn places(names: &[(String, String)], first: Option<&str>, second: Option<&str>) -> [usize; 2] {
    let of = |value: Option<&str>| {
        names
            .iter()
            .position(|(one, _)| Some(one.as_str()) == value)
    };
    let newest = usize::from(names.first().is_some_and(|(one, _)| one == NOW) && names.len() > 2);
    let (first, second) = (
        of(first).unwrap_or(newest + 1),
        of(second).unwrap_or(newest),
    );
    [first.max(second), first.min(second)]
}

fn list(
    id: &'static str,
    label: &'static str,
    names: Memo<Vec<(String, String)>>,
    chosen: [Chosen; 2],
    places: Memo<[usize; 2]>,
    side: usize,
) -> AnyView {
    let here = places.get_untracked()[side];
    let options = names
        .get_untracked()
        .into_iter()
        .enumerate()
        .map(|(at, (value, words))| {
            view! { <option value=value selected=at == here>{words}</option> }
        });
    let options = options.collect_view();
    view! {
        <label for=id>
            <span>{label}</span>
            <select
                id=id
                class="field"
                autocomplete="off"
                on:change=move |event| chosen[side].set(Some(event_target_value(&event)))
            >
                {options}
            </select>
        </label>
    }
    .into_any()
}

fn compared(two: &Two) -> AnyView {
    let model = two.page.model;
    let (earlier, later) = (two.earlier, two.later);
    let change = CheckInChange::between(earlier, later);
    let change = change.with_reworded(model.ladder(), (earlier, later), two.is_now);
    let is_chance = |id: &&String| {
        let mark = later.marks.get(*id);
        mark.is_some_and(|mark| mark.standing.degree().is_some())
    };
    let (had, had_none): (Vec<&String>, Vec<&String>) = change.chance.iter().partition(is_chance);
    let versions = (earlier.ladder_version != later.ladder_version).then(|| {
        let (from, to) = (&earlier.ladder_version, &later.ladder_version);
        view! { <p>{format!("The ladder changed from version {from} to {to}.")}</p> }
    });
    let same_levels = (&earlier.own, &earlier.target) == (&later.own, &later.target);
    let moved = (!same_levels).then(|| {
        view! { <p>"Levels: " {levels(model, earlier)} "; then " {levels(model, later)} "."</p> }
    });
    let same = lines(two, &refs(&change.same));
    let same = same.map(|lines| {
        let words = format!("The same: {}", count(change.same.len(), "mark", "marks"));
        view! { <details><summary>{words}</summary> {lines}</details> }
    });
    let groups = [
        ("You show more often", lines(two, &refs(&change.rose))),
        ("You show less often", lines(two, &refs(&change.fell))),
        ("Had a chance since", lines(two, &had)),
        ("No chance since", lines(two, &had_none)),
        ("Newly marked", lines(two, &refs(&change.new))),
        ("No longer marked", lines(two, &refs(&change.gone))),
        (
            "Reworded in the ladder meanwhile",
            reworded(two, &change.reworded),
        ),
        ("Your plan", plan(two)),
    ];
    let groups: Vec<AnyView> = groups
        .into_iter()
        .filter_map(|(head, lines)| {
            let lines = lines?;
            Some(
                view! { <section class="change-group"><h3>{head}</h3> {lines}</section> }
                    .into_any(),
            )
        })
        .collect();
    let span = match two.is_now {
        true => format!("From {} to now.", day(earlier)),
        false => format!("From {} to {}.", day(earlier), day(later)),
    };
    let nothing = groups.is_empty().then(|| {
        view! { <p>"No mark changed, and nothing in the plan."</p> }
    });
    view! {
        <p class="soft">{span}</p>
        {versions}
        {moved}
        {nothing}
        <div class="change-groups">{groups}</div>
        {same}
    }
    .into_any()
}

fn refs(ids: &[String]) -> Vec<&String> {
    ids.iter().collect()
}

/// Each expectation with what was marked before and after.
fn lines(two: &Two, ids: &[&String]) -> Option<AnyView> {
    let lines = ids.iter().map(|id| {
        let (before, after) = (two.earlier.marks.get(*id), two.later.marks.get(*id));
        view! { <li>{named(two.page.model, &two.levels, id, words(before, after))} " " {step(before, after)}</li> }
    });
    let lines = lines.collect_view();
    (!ids.is_empty()).then(|| view! { <ul class="plain-list change-lines">{lines}</ul> }.into_any())
}

/// What an expectation said when it was marked last.
fn words<'a>(before: Option<&'a FrozenMark>, after: Option<&'a FrozenMark>) -> &'a [String] {
    after.or(before).map_or(&[], |mark| &mark.said)
}

/// What was marked before and after; one of them if that is all there is, or both are the same.
fn step(before: Option<&FrozenMark>, after: Option<&FrozenMark>) -> AnyView {
    let is_step = before
        .zip(after)
        .filter(|(before, after)| before.standing != after.standing);
    match (is_step, after.or(before)) {
        (Some((before, after)), _) => view! {
            <span class="change-step">
                {standing(before.standing)}
                " "
                <span aria-hidden="true">"→"</span>
                <span class="visually-hidden">"then"</span>
                " "
                {standing(after.standing)}
            </span>
        }
        .into_any(),
        (None, Some(mark)) => {
            view! { <span class="change-step">{standing(mark.standing)}</span> }.into_any()
        }
        (None, None) => ().into_any(),
    }
}

/// The expectations that say something else by now, each with both wordings, and whether it was marked
/// again.
fn reworded(two: &Two, ids: &[String]) -> Option<AnyView> {
    let model = two.page.model;
    let line = |id: &String| {
        let (before, after) = (two.earlier.marks.get(id), two.later.marks.get(id));
        let expected = Expected::find(model.ladder(), id);
        let now = expected.as_ref().map(|one| said(one.expectation));
        let before_words = before.or(after).map_or(&[][..], |mark| &mark.said);
        let later_words = after.map(|mark| mark.said.clone());
        // The later mark is on the words before, unless it was set again.
        let is_again = later_words.as_deref() != Some(before_words);
        let now_words = later_words.filter(|_| is_again).or(now).unwrap_or_default();
        let change = what_changed(Reworded::new(id, before_words, &now_words), false);
        let mark = two.marks.marks.get(id).zip(expected);
        let is_due = mark.is_some_and(|(mark, expected)| !mark.is_on(expected.expectation));
        let way = marking(model, two.aim.as_ref(), id).filter(|_| is_due);
        let way = way.map(|href| view! { <p><a href=href>"Mark it again"</a></p> });
        view! {
            <li>
                {named(model, &two.levels, id, words(before, after))} " " {step(before, after)}
                {is_again.then(|| view! { <span class="soft">" marked again on the new words"</span> })}
                {change}
                {way}
            </li>
        }
    };
    let lines = ids.iter().map(line).collect_view();
    (!ids.is_empty()).then(|| view! { <ul class="plain-list change-lines">{lines}</ul> }.into_any())
}

/// What became of the plan.
fn plan(two: &Two) -> Option<AnyView> {
    let change = PlanChange::between(&two.earlier.plan, &two.later.plan);
    let groups = [
        ("✓ Done", change.done),
        ("→ Kept for later", change.kept),
        ("✕ Dropped", change.dropped),
        ("○ Planned", change.planned),
        ("No longer in the plan", change.removed),
    ];
    let lines = groups.into_iter().flat_map(|(state, aims)| {
        let line = move |aim: String| {
            let state = format!("{state}: ");
            view! { <li><span class="soft">{state}</span> {aim}</li> }.into_any()
        };
        aims.into_iter().map(line)
    });
    let lines: Vec<AnyView> = lines.collect();
    (!lines.is_empty())
        .then(|| view! { <ul class="plain-list change-lines">{lines}</ul> }.into_any())
}
