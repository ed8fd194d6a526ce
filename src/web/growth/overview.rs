//! Where the visitor is: what goes on, the profile beside the target, what to work on.

use leptos::prelude::*;

use crate::growth::{
    Marked, Marks, PlanItem, PlanState, Profile, ProfileRow, mark_id, newest_first,
};
use crate::ladder::Level;
use crate::route::{GrowthPart, Route};
use crate::store::Repository;
use crate::web::components::{
    LevelLink, Notice, ProfileChart, ProfileGroup, ProfileLine, StandingMark, Tone,
};
use crate::web::dom::{LocalStore, repository};
use crate::web::frame::capital;
use crate::web::growth::dates;
use crate::web::growth::levels::ChooseLevels;
use crate::web::growth::model::{Model, today};
use crate::web::growth::plan::by_words;
use crate::web::growth::wording::LookAgain;
use crate::web::growth::words;
use crate::web::island::redrawn::redrawn;
use crate::web::island::save_line::SaveLine;
use crate::web::words::store_problem;

/// How many gaps are offered at once.
const SHOWN_GAPS: usize = 3;

/// The page.
#[component]
pub(crate) fn Overview(model: Model) -> impl IntoView {
    let aim = model.aim();
    let marks = model.marks();
    let plan = model.read(open_plan);
    let ladder = model.ladder();
    view! {
        <ChooseLevels model=model />
        <SaveLine kept=model.kept />
        <LookAgain model=model marks=marks />
        <Now model=model plan=plan />
        {redrawn(move || match marks.get() {
            Err(error) => {
                view! { <Notice tone=Tone::Warning>{store_problem(&error)}</Notice> }.into_any()
            }
            Ok(marks) => {
                let levels = aim.get();
                let levels = levels.as_ref().and_then(|aim| aim.levels(ladder));
                match levels {
                    None => start(model),
                    Some(levels) => standing(model, &marks.marks, levels, &plan.get()),
                }
            }
        })}
        <Ways model=model />
        <ShowMarks model=model />
    }
}

/// Before two levels are chosen.
fn start(model: Model) -> AnyView {
    let others = model.link(&Route::Growth(GrowthPart::SecondView));
    let others = format!("{others}?for=other");
    view! {
        <p>
            "Choose both levels above. Then mark what they expect, one competency at a time; it takes about ten minutes, and you can stop whenever you like. You see what you show already, and three gaps worth working on. Nothing computes a level: that stays a talk between people."
        </p>
        <p>
            <a href=others>"I’m preparing a talk about someone else"</a>
        </p>
    }
    .into_any()
}

/// The profile and what follows from it.
fn standing(
    model: Model,
    marks: &Marks,
    (own, target): (&'static Level, &'static Level),
    plan: &[PlanItem],
) -> AnyView {
    let profile = Profile::new(model.ladder(), marks, own, target);
    // What was reworded is asked for above.
    let open = profile.unmarked().len();
    let all = profile.rows.iter();
    let all = all
        .filter(|row| row.target != Marked::NothingExpected)
        .count();
    let marking = model.link(&Route::Growth(GrowthPart::Marks));
    let go_on = match open {
        0 => None,
        open if open == all => Some("Start marking".to_owned()),
        open => Some(format!(
            "Go on marking: {}",
            words::count(open, "is open", "are open")
        )),
    };
    let go_on = go_on.map(|words| {
        view! {
            <p class="actions">
                <a class="button button-first" href=marking.clone()>{words}</a>
            </p>
        }
    });
    let at = target.label();
    view! {
        {go_on}
        {picture(model, &profile, own, target)}
        {gaps(model, &profile.gaps(), target, plan)}
        {(own != target).then(|| own_gaps(model, &profile.own_gaps(), own))}
        {lines(model, &format!("No chance yet at {at}"), "These are no gaps. Who could give you the chance, and when?", &profile.no_chance(), of_target)}
        {lines(model, &format!("What you show reliably at {at}"), "", &profile.solid(), of_target)}
    }
    .into_any()
}

/// The profile as a picture, group by group.
fn picture(
    model: Model,
    profile: &Profile<'static>,
    own: &'static Level,
    target: &'static Level,
) -> AnyView {
    let ladder = model.ladder();
    let mut groups: Vec<(Option<&str>, Vec<ProfileLine>)> = Vec::new();
    for row in &profile.rows {
        let item = row.competency;
        let group = item.group.as_deref();
        let line = ProfileLine {
            name: item.name.clone(),
            href: model.marking(item),
            says: item
                .at(target)
                .map(|cell| cell.headline().to_owned())
                .unwrap_or_default(),
            own: words::sign(row.own),
            target: words::sign(row.target),
            weight: row.weight,
        };
        match groups.iter_mut().find(|(known, _)| *known == group) {
            Some((_, lines)) => lines.push(line),
            None => groups.push((group, vec![line])),
        }
    }
    let groups = groups
        .into_iter()
        .map(|(group, lines)| ProfileGroup {
            name: group
                .and_then(|id| ladder.group(id))
                .map(|group| group.name.clone()),
            lines,
        })
        .collect();
    let link = |level: &Level| LevelLink {
        id: level.id.clone(),
        name: level.name(),
        sign: level.into(),
        titles: vec![(String::new(), level.title.clone())],
        href: model.link(&Route::Level(level.id.clone())),
        rung: level.rung,
    };
    let own = (own != target).then(|| link(own));
    view! { <ProfileChart own=own target=link(target) groups=groups /> }.into_any()
}

/// The gaps that count most, each with the way to plan it.
fn gaps(
    model: Model,
    gaps: &[&ProfileRow<'static>],
    target: &'static Level,
    plan: &[PlanItem],
) -> Option<AnyView> {
    let at = target.label();
    let rule = match gaps.iter().any(|row| row.weight.is_some()) {
        true => format!(
            "Of what you don’t show reliably yet at {at}, what counts most there comes first, then what is furthest away."
        ),
        false => format!(
            "Of what you don’t show reliably yet at {at}, what is furthest away comes first."
        ),
    };
    let shown = gaps
        .iter()
        .take(SHOWN_GAPS)
        .map(|row| gap(model, row, target, plan));
    let shown = shown.collect_view();
    let rest: Vec<&ProfileRow<'static>> = gaps.iter().skip(SHOWN_GAPS).copied().collect();
    (!gaps.is_empty()).then(|| {
        view! {
            <section aria-labelledby="gaps-head">
                <h2 id="gaps-head">"Worth working on"</h2>
                <p class="soft">{rule}</p>
                <ul class="growth-gaps plain-list">{shown}</ul>
                {lines(model, &format!("More gaps at {at}"), "", &rest, of_target)}
            </section>
        }
        .into_any()
    })
}

/// What is not reliable yet at the visitor's own level.
fn own_gaps(model: Model, gaps: &[&ProfileRow<'static>], own: &Level) -> Option<AnyView> {
    let head = format!("Not reliable yet at your own level, {}", own.label());
    lines(model, &head, "", gaps, |row| row.own)
}

fn of_target(row: &ProfileRow<'_>) -> Marked {
    row.target
}

fn gap(
    model: Model,
    row: &ProfileRow<'static>,
    target: &'static Level,
    plan: &[PlanItem],
) -> AnyView {
    let item = row.competency;
    let mark = mark_id(model.ladder(), item, target);
    let planned = plan.iter().find(|one| Some(&one.mark) == mark.as_ref());
    let headline = item.at(target).map(|cell| cell.headline().to_owned());
    let page = model.link(&Route::Growth(GrowthPart::Plan));
    let (way, words) = match planned {
        Some(planned) => (format!("{page}#item-{}", planned.id), "See it in your plan"),
        None => (format!("{page}?for={}", item.id), "Plan this"),
    };
    let weight = row.weight.map(words::weight);
    view! {
        <li class="growth-gap">
            <h3><a href=model.expectation(target, item)>{item.name.clone()}</a></h3>
            <p>{headline}</p>
            <p class="soft small">
                <StandingMark sign=words::sign(row.target) /> " "
                {capital(words::sign(row.target).words())} {weight.map(|words| format!(" · {words}"))}
            </p>
            <p><a class="button" href=way>{words}</a></p>
        </li>
    }
    .into_any()
}

/// Competencies in a list, each leading to where it is marked; nothing for an empty one.
fn lines(
    model: Model,
    head: &str,
    about: &'static str,
    rows: &[&ProfileRow<'static>],
    marked: fn(&ProfileRow<'static>) -> Marked,
) -> Option<AnyView> {
    let head = head.to_owned();
    let lines = rows
        .iter()
        .map(|row| {
            let item = row.competency;
            view! { <li><StandingMark sign=words::sign(marked(row)) /> " " <a href=model.marking(item)>{item.name.clone()}</a></li> }
        })
        .collect_view();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="growth-lines">
                <h3>{head}</h3>
                {(!about.is_empty()).then(|| view! { <p class="soft">{about}</p> })}
                <ul class="plain-list">{lines}</ul>
            </section>
        }
        .into_any()
    })
}

/// The items of the plan that are still to be done.
fn open_plan(kept: &Repository<LocalStore>) -> Vec<PlanItem> {
    let plan = kept.plan().unwrap_or_default().into_iter().flatten();
    plan.filter(|item| item.state == PlanState::Open).collect()
}

/// What goes on: the open items of the plan, the last entry, the last check-in. Nothing at first.
#[component]
fn Now(model: Model, plan: Memo<Vec<PlanItem>>) -> impl IntoView {
    let to = move |part| model.link(&Route::Growth(part));
    let last = model.read(|kept| {
        let entries = kept.evidence().unwrap_or_default().into_iter().flatten();
        let entry = entries.min_by(newest_first);
        let mut check_ins = kept.check_ins().unwrap_or_default().into_iter().flatten();
        (
            entry.map(|entry| (entry.date, entry.did)),
            check_ins.next().map(|one| one.date),
        )
    });
    redrawn(move || {
        let now = today()?;
        let mut items = plan.get();
        items.sort_by_key(|item| (item.by.is_none(), item.by));
        let items = items
            .iter()
            .map(|item| {
                let by = by_words(item, now).map(|by| format!(" · {by}"));
                let href = format!("{}#item-{}", to(GrowthPart::Plan), item.id);
                view! { <li><a href=href>{item.aim.clone()}</a> {by}</li> }.into_any()
            })
            .collect::<Vec<_>>();
        let (entry, check_in) = last.get();
        let entry = entry.map(|(date, did)| {
            let when = date.map(|date| format!(", {}", dates::day(date)));
            let line = did.lines().next().unwrap_or_default().to_owned();
            let href = to(GrowthPart::Evidence);
            view! { <li><a href=href>"Last evidence"</a> {when} ": " {line}</li> }.into_any()
        });
        let check_in = check_in.map(|date| {
            let href = to(GrowthPart::CheckIns);
            view! { <li><a href=href>"Last check-in"</a> ": " {dates::day(date)}</li> }.into_any()
        });
        let lines: Vec<AnyView> = items.into_iter().chain(entry).chain(check_in).collect();
        (!lines.is_empty()).then(|| {
            view! {
                <section class="growth-now" aria-labelledby="now-head">
                    <h2 id="now-head">"Now"</h2>
                    <ul>{lines}</ul>
                </section>
            }
        })
    })
}

/// The other things that are here: quiz results, once there are some.
#[component]
fn Ways(model: Model) -> impl IntoView {
    let results = model.link(&Route::Results);
    let has_results = model.read(|kept| kept.attempts().is_ok_and(|all| !all.is_empty()));
    redrawn(move || {
        has_results.get().then(|| {
            view! {
                <p class="growth-ways">
                    <a href=results.clone()>"Your quiz results"</a>
                </p>
            }
        })
    })
}

/// Whether marks show on the pages of the ladder. By default they do not: screens are shared.
#[component]
fn ShowMarks(model: Model) -> impl IntoView {
    let shown = model.read(|kept| {
        kept.settings()
            .is_ok_and(|all| all.show_marks == Some(true))
    });
    let set = move |event: leptos::ev::Event| {
        let on = event_target_checked(&event);
        let kept = repository().change_settings(|all| all.show_marks = on.then_some(true));
        model.saved(kept);
    };
    view! {
        <p class="no-print">
            <label class="check">
                <input type="checkbox" autocomplete="off" prop:checked=move || shown.get() on:change=set />
                <span>"Show my marks on the pages of the ladder, and set them there"</span>
            </label>
        </p>
    }
}
