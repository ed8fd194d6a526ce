//! Where the visitor is: the profile beside the target, what to work on, what is due.

use leptos::prelude::*;

use crate::growth::{Marked, Marks, Profile, ProfileRow, due};
use crate::ladder::Level;
use crate::route::{GrowthPart, Route};
use crate::web::components::{
    LevelLink, Notice, ProfileChart, ProfileGroup, ProfileLine, StandingMark, Tone,
};
use crate::web::dom::repository;
use crate::web::frame::capital;
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
    let marks = model.read(|kept| kept.marks());
    let ladder = model.ladder();
    view! {
        <ChooseLevels model=model />
        <SaveLine kept=model.kept />
        <LookAgain model=model />
        {redrawn(move || match marks.get() {
            Err(error) => {
                view! { <Notice tone=Tone::Warning>{store_problem(&error)}</Notice> }.into_any()
            }
            Ok(marks) => {
                let levels = aim.get();
                let levels = levels.as_ref().and_then(|aim| aim.levels(ladder));
                match levels {
                    None => start(model),
                    Some((own, target)) => standing(model, &marks.marks, own, target),
                }
            }
        })}
        <Due model=model />
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
fn standing(model: Model, marks: &Marks, own: &'static Level, target: &'static Level) -> AnyView {
    let profile = Profile::new(model.ladder(), marks, own, target);
    let open = profile.unmarked().len() + profile.reworded().len();
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
    view! {
        {go_on}
        {picture(model, &profile, own, target)}
        {gaps(model, &profile.gaps(), target)}
        {lines(model, "No chance yet", "These are no gaps. Who could give you the chance, and when?", &profile.no_chance())}
        {lines(model, "Reworded since you marked it", "The ladder says something else by now, so the mark doesn’t count.", &profile.reworded())}
        {lines(model, "What you show reliably", "", &profile.solid())}
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
fn gaps(model: Model, gaps: &[&ProfileRow<'static>], target: &'static Level) -> Option<AnyView> {
    let shown = gaps
        .iter()
        .take(SHOWN_GAPS)
        .map(|row| gap(model, row, target));
    let shown = shown.collect_view();
    let rest: Vec<&ProfileRow<'static>> = gaps.iter().skip(SHOWN_GAPS).copied().collect();
    (!gaps.is_empty()).then(|| {
        view! {
            <section aria-labelledby="gaps-head">
                <h2 id="gaps-head">"Worth working on"</h2>
                <ul class="growth-gaps plain-list">{shown}</ul>
                {lines(model, "More gaps", "", &rest)}
            </section>
        }
        .into_any()
    })
}

fn gap(model: Model, row: &ProfileRow<'static>, target: &'static Level) -> AnyView {
    let item = row.competency;
    let headline = item.at(target).map(|cell| cell.headline().to_owned());
    let plan = model.link(&Route::Growth(GrowthPart::Plan));
    let plan = format!("{plan}?for={}", item.id);
    let weight = row.weight.map(words::weight);
    view! {
        <li class="growth-gap">
            <h3><a href=model.expectation(target, item)>{item.name.clone()}</a></h3>
            <p>{headline}</p>
            <p class="soft small">
                <StandingMark sign=words::sign(row.target) /> " "
                {capital(words::sign(row.target).words())} {weight.map(|words| format!(" · {words}"))}
            </p>
            <p><a class="button" href=plan>"Plan this"</a></p>
        </li>
    }
    .into_any()
}

/// Competencies in a list, each leading to where it is marked; nothing for an empty one.
fn lines(
    model: Model,
    head: &'static str,
    about: &'static str,
    rows: &[&ProfileRow<'static>],
) -> Option<AnyView> {
    let lines = rows
        .iter()
        .map(|row| {
            let item = row.competency;
            view! { <li><StandingMark sign=words::sign(row.target) /> " " <a href=model.marking(item)>{item.name.clone()}</a></li> }
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

/// What the plan says is due.
#[component]
fn Due(model: Model) -> impl IntoView {
    let plan = model.read(|kept| kept.plan().unwrap_or_default());
    let page = model.link(&Route::Growth(GrowthPart::Plan));
    redrawn(move || {
        let items: Vec<_> = plan.get().into_iter().filter_map(Result::ok).collect();
        let now = today()?;
        let due = due(&items, now);
        let lines = due
            .iter()
            .map(|item| {
                let by = by_words(item, now);
                view! { <li>{by} " · " {item.aim.clone()}</li> }
            })
            .collect_view();
        (!due.is_empty()).then(|| {
            view! {
                <section aria-labelledby="due-head">
                    <h2 id="due-head">"Due"</h2>
                    <ul>{lines}</ul>
                    <p><a href=page.clone()>"Your plan"</a></p>
                </section>
            }
        })
    })
}

/// The other things that are here.
#[component]
fn Ways(model: Model) -> impl IntoView {
    let results = model.link(&Route::Results);
    view! {
        <p class="growth-ways">
            <a href=results>"Your quiz results"</a>
        </p>
    }
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
