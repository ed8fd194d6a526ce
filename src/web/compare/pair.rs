//! `/compare/t5/l6/`: what a move from one level to another adds, removes and carries over, clause by
//! clause.

use leptos::prelude::*;

use crate::ladder::{
    Carried, ComparedLine, ComparedRow, Comparison, Ladder, LevelCode, Relation, Shift, carry_over,
    compare, let_go, take_on,
};
use crate::route::{Route, Topic};
use crate::web::components::{ChangeLine, ChangeList, LeanMark, LevelPicker, LevelTitle, Station};
use crate::web::document::Page;
use crate::web::enhancements;
use crate::web::frame::{framed, rail_class, scheme_switch, stops, titles};
use crate::web::ladder::ways::{link_to, link_window, name};
use crate::web::share_image::pages;
use crate::web::site::Site;

pub(crate) fn page(site: Site, from: LevelCode, to: LevelCode) -> Option<Page> {
    let ladder = site.ladder;
    ladder.level(from)?;
    ladder.level(to)?;
    let comparison = compare(ladder, from, to);
    let counts = comparison.counts();
    let page = framed(
        Route::Pair(from, to),
        format!("{from} to {to}"),
        format!(
            "From {} to {}: {} clauses new, {} the same, {} only at {from}.",
            name(ladder, from),
            name(ladder, to),
            counts.new,
            counts.same,
            counts.gone
        ),
        || side_by_side(ladder, &comparison),
    );
    Some(page.with_image(pages::pair(from, to)))
}

fn side_by_side(ladder: &Ladder, comparison: &Comparison) -> AnyView {
    let (from, to) = (comparison.from, comparison.to);
    let here = Route::Pair(from, to);
    let end = |code: LevelCode| {
        view! {
            <a href=here.link(&Route::Level(code))>
                <Station code=code /> " " <LevelTitle titles=titles(ladder, code) />
            </a>
        }
    };
    let by_amount = comparison.by_amount();
    let rows = by_amount
        .iter()
        .enumerate()
        .map(|(at, row)| {
            let ladder_place = comparison.rows.iter();
            let mut ladder_place = ladder_place.map(|other| &other.competency.id);
            let in_ladder = ladder_place.position(|id| *id == row.competency.id);
            competency(&here, comparison, row, at, in_ladder.unwrap_or(at))
        })
        .collect_view();
    let title = format!("{} to {}", name(ladder, from), name(ladder, to));
    view! {
        <h1 class="pair-head">
            <span class="visually-hidden">"From "</span> {end(from)}
            <span class="pair-to">" to "</span> {end(to)}
        </h1>
        <p class="lede">{stands(comparison.relation)}</p>
        {scheme_switch(ladder)}
        <p class="page-link">
            <a href=here.link(&Route::Pair(to, from))>"The other way round"</a> " "
            {link_to(&here, &here, title)}
        </p>
        {exchange(&here, comparison)}
        {carried(ladder, &here, from, to)}
        <h2>"Competency by competency"</h2>
        {order_switch()}
        <div id=enhancements::ROWS>{rows}</div>
        <LevelPicker action=here.link(&Route::Compare) levels=stops(ladder, &here) from=from to=to />
        {ends(&here, from, to)}
        {link_window(&here)}
    }
    .into_any()
}

/// The relation of the second level to the first, in a sentence.
fn stands(relation: Relation) -> String {
    let rungs = |count: u8| match count {
        1 => "one rung".to_owned(),
        count => format!("{count} rungs"),
    };
    match relation {
        Relation::Same => "One and the same level.".to_owned(),
        Relation::Up { rungs: count } => format!(
            "{} up on the same path. What lies below stays asked: a level adds to the ones under it.",
            capital(&rungs(count))
        ),
        Relation::Down { rungs: count } => format!(
            "{} down on the same path. Everything here is asked further up as well.",
            capital(&rungs(count))
        ),
        Relation::Across => "The same height on the other track.".to_owned(),
        Relation::AcrossUp { rungs: count } => {
            format!("The other track, and {} up.", rungs(count))
        }
        Relation::AcrossDown { rungs: count } => {
            format!("The other track, and {} down.", rungs(count))
        }
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

/// “What I would take on, what I would let go”.
fn exchange(here: &Route, comparison: &Comparison) -> AnyView {
    let (from, to) = (comparison.from, comparison.to);
    let takes = list(here, to, &take_on(comparison));
    let lets = list(here, from, &let_go(comparison));
    let takes = takes.unwrap_or_else(|| {
        view! { <p class="soft">"Nothing: all of it is asked on the way up to here."</p> }
            .into_any()
    });
    let lets = lets.unwrap_or_else(|| {
        view! { <p class="soft">"Nothing: what you did before stays asked."</p> }.into_any()
    });
    view! {
        <div class="twins">
            <section class=rail_class(to)>
                <h2>"What you would take on"</h2>
                {takes}
            </section>
            <section class=rail_class(from)>
                <h2>"What you would let go"</h2>
                {lets}
            </section>
        </div>
    }
    .into_any()
}

/// The id of the section on what carries over, for links from elsewhere.
pub(crate) const CARRY_OVER: &str = "carry-over";

/// What still counts, and the gaps.
fn carried(ladder: &Ladder, here: &Route, from: LevelCode, to: LevelCode) -> AnyView {
    let carried = carry_over(ladder, from, to);
    let gaps: Vec<AnyView> = carried
        .gaps
        .iter()
        .map(|one| carried_line(here, to, one))
        .collect();
    let counts: Vec<AnyView> = carried
        .counts
        .iter()
        .map(|one| carried_line(here, to, one))
        .collect();
    let gaps = match gaps.is_empty() {
        true => view! { <p class="soft">"No competency opens wider than the rest."</p> }.into_any(),
        false => view! { <ul class="notes">{gaps}</ul> }.into_any(),
    };
    view! {
        <section id=CARRY_OVER>
            <h2>"What carries over"</h2>
            <p class="soft">
                "Worked out from the texts and weights alone: what your path so far asks already, and where the other weighs more than you bring. The formula is ours."
            </p>
            <div class="twins">
                <section>
                    <h3>"Opens as a gap"</h3>
                    {gaps}
                </section>
                <section>
                    <h3>"Still counts"</h3>
                    <details class="open-in-print">
                        <summary>{format!("{} competencies, with evidence you may have", counts.len())}</summary>
                        <ul class="notes">{counts}</ul>
                    </details>
                </section>
            </div>
        </section>
    }
    .into_any()
}

fn carried_line(here: &Route, to: LevelCode, one: &Carried) -> AnyView {
    let href = here.link(&Route::Expectation(to, one.competency.id.clone()));
    view! {
        <li>
            <a href=href>{one.competency.name.clone()}</a> ": " {one.gist.to_owned()} "."
            <span class="soft">" For example: " {one.evidence.join("; ")} "."</span>
        </li>
    }
    .into_any()
}

/// The number of largest changes shown.
const LARGEST: usize = 6;

fn list(here: &Route, code: LevelCode, asked: &[Shift]) -> Option<AnyView> {
    let items: Vec<AnyView> = asked
        .iter()
        .take(LARGEST)
        .map(|one| {
            let id = one.competency.id.clone();
            let href = here.link(&Route::Expectation(code, id));
            view! {
                <li>
                    <a href=href>{one.text.to_owned()}</a>
                    <span class="soft">" " {one.competency.name.clone()}</span>
                </li>
            }
            .into_any()
        })
        .collect();
    let more = asked.len().saturating_sub(LARGEST);
    let more =
        (more > 0).then(|| view! { <p class="soft">{format!("And {more} more below.")}</p> });
    (!items.is_empty()).then(|| view! { <ul class="notes">{items}</ul> {more} }.into_any())
}

/// The two orders; without a script, the largest change is first.
fn order_switch() -> AnyView {
    let orders = [
        ("change", "Largest change first"),
        ("ladder", "As on the ladder"),
    ];
    let radios = orders
        .map(|(value, words)| {
            view! {
                <label class="segment">
                    <input
                        type="radio"
                        name=enhancements::ORDER
                        value=value
                        checked=value == "change"
                        data-in-address=""
                    />
                    <span>{words}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="segments needs-script no-print">
            <legend>"Order"</legend>
            <div class="segment-row">{radios}</div>
        </fieldset>
    }
    .into_any()
}

fn competency(
    here: &Route,
    comparison: &Comparison,
    row: &ComparedRow,
    by_change: usize,
    in_ladder: usize,
) -> AnyView {
    let item = row.competency;
    let lines = row
        .lines
        .iter()
        .map(|line| match line {
            ComparedLine::Same { from, to } => {
                ChangeLine::Same(from.text.to_owned(), to.text.to_owned())
            }
            ComparedLine::New(clause) => ChangeLine::New(clause.text.to_owned()),
            ComparedLine::Gone(clause) => ChangeLine::Gone(clause.text.to_owned()),
        })
        .collect();
    let gone = match comparison.relation {
        Relation::Up { .. } => "Asked below, and still",
        Relation::Down { .. } => "Not asked yet",
        _ => "Falls away",
    };
    let new = match comparison.relation {
        Relation::Down { .. } => "Asked here",
        _ => "New",
    };
    view! {
        <section class="competency" id=item.id.clone() data-change=by_change data-ladder=in_ladder>
            <h3>
                <a href=here.link(&Route::Competency(item.id.clone()))>{item.name.clone()}</a>
                " " <LeanMark lean=item.lean />
                <span class="soft change-amount">{amount(row.amount)}</span>
            </h3>
            <ChangeList lines=lines new=new gone=gone />
        </section>
    }
    .into_any()
}

/// The amount of change in words, to avoid false precision.
const fn amount(share: f64) -> &'static str {
    if share < 0.4 {
        "most words are the same"
    } else if share < 0.75 {
        "many words are the same"
    } else if share < 0.95 {
        "few words are the same"
    } else {
        "hardly a word is the same"
    }
}

fn ends(here: &Route, from: LevelCode, to: LevelCode) -> AnyView {
    let switch = (from.rung() == to.rung()).then(|| {
        let href = here.link(&Route::Topic(Topic::Switching));
        view! { <a href=href>"How to switch, and what carries over"</a> }
    });
    view! {
        <nav class="page-ends" aria-label="Next step">
            <a href=here.link(&Route::Level(from))>"All of " <Station code=from /></a>
            <a href=here.link(&Route::Level(to))>"All of " <Station code=to /></a>
            {switch}
            <a class="button" href=here.link(&Route::Quiz)>"Which side energises you?"</a>
        </nav>
    }
    .into_any()
}
