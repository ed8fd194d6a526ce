//! `/compare/t5/l6/`: what a move from one level to another adds, removes and carries over, clause by
//! clause.

use leptos::prelude::*;

use crate::ladder::{
    Carried, ComparedLine, ComparedRow, Comparison, Ladder, Level, Relation, Rung, Shift,
    carry_over, compare, let_go, take_on,
};
use crate::route::{Route, Topic};
use crate::web::components::{ChangeLine, ChangeList, LeanMark, LevelName, LevelPicker, Station};
use crate::web::document::Page;
use crate::web::enhancements;
use crate::web::frame::{
    change_words, expectation_href, framed, lean_sign, rail_class, scheme_switch, stops,
};
use crate::web::ladder::levels::capital;
use crate::web::ladder::ways::{link_to, link_window, to_quiz};
use crate::web::share_image::pages;
use crate::web::site::Site;

pub(crate) fn page(site: Site, from: &str, to: &str) -> Option<Page> {
    let ladder = site.ladder;
    let (from, to) = (ladder.level(from)?, ladder.level(to)?);
    let comparison = compare(ladder, from, to);
    let counts = comparison.counts();
    let page = framed(
        site,
        Route::Pair(from.id.clone(), to.id.clone()),
        format!("{} to {}", from.label(), to.label()),
        format!(
            "From {} to {}: {} new, {} the same, {} only at {}.",
            from.name(),
            to.name(),
            match counts.new {
                1 => "1 clause".to_owned(),
                new => format!("{new} clauses"),
            },
            counts.same,
            counts.gone,
            from.label()
        ),
        || side_by_side(site, &comparison),
    );
    Some(page.with_image(pages::pair(site, from, to)))
}

fn side_by_side(site: Site, comparison: &Comparison<'static>) -> AnyView {
    let ladder = site.ladder;
    let (from, to) = (comparison.from, comparison.to);
    let here = site.at(Route::Pair(from.id.clone(), to.id.clone()));
    let end = |level: &Level| {
        let href = here.link(&Route::Level(level.id.clone()));
        view! { <a href=href><LevelName level=level titles=ladder.titles(level) /></a> }
    };
    let by_amount = comparison.by_amount();
    let rows = by_amount
        .iter()
        .enumerate()
        .map(|(at, row)| {
            let mut in_ladder = comparison.rows.iter().map(|other| &other.competency.id);
            let in_ladder = in_ladder.position(|id| *id == row.competency.id);
            competency(ladder, &here, comparison, row, at, in_ladder.unwrap_or(at))
        })
        .collect_view();
    let title = format!("{} to {}", from.name(), to.name());
    let picker = site.compares_all().then(|| {
        view! {
            <LevelPicker
                action=here.link(&Route::Compare)
                levels=stops(site, &here)
                from=from.id.clone()
                to=to.id.clone()
            />
        }
    });
    let back = Route::Pair(to.id.clone(), from.id.clone());
    view! {
        <h1 class="pair-head">
            <span class="visually-hidden">"From "</span> {end(from)}
            <span class="pair-to">" to "</span> {end(to)}
        </h1>
        <p class="lede">{stands(comparison, ladder)}</p>
        {scheme_switch(ladder)}
        <p class="page-link">
            <a href=here.link(&back)>"The other way round"</a> " "
            {link_to(&here, &here, title)}
        </p>
        {exchange(site, &here, comparison)}
        {carried(site, &here, from, to)}
        <h2>"Competency by competency"</h2>
        {order_switch()}
        <div id=enhancements::ROWS>{rows}</div>
        {picker}
        {ends(site, &here, from, to)}
        {link_window(&here)}
    }
    .into_any()
}

/// How the second level is related to the first, in a sentence.
fn stands(comparison: &Comparison, ladder: &Ladder) -> String {
    let (relation, to) = (comparison.relation, comparison.to);
    let mut tracks = comparison.from.tracks.iter();
    let share = tracks.any(|track| to.tracks.contains(track));
    let adds = ladder.adds;
    let other = match ladder.tracks.len() {
        0..=2 => "the other track",
        _ => "another track",
    };
    let rungs = |count: Rung| match count {
        1 => "one rung".to_owned(),
        count => format!("{count} rungs"),
    };
    // Two levels of one track may be equally high.
    let other = if share { "the same track" } else { other };
    match relation {
        Relation::Same => "One and the same level.".to_owned(),
        Relation::Up { rungs: count } => match adds {
            true => format!(
                "{} up on the same path. What lies below stays asked: a level adds to the ones under it.",
                capital(&rungs(count))
            ),
            false => format!("{} up on the same path.", capital(&rungs(count))),
        },
        Relation::Down { rungs: count } => match adds {
            true => format!(
                "{} down on the same path. Everything here is asked further up as well.",
                capital(&rungs(count))
            ),
            false => format!("{} down on the same path.", capital(&rungs(count))),
        },
        Relation::Across => format!("The same height on {other}."),
        Relation::AcrossUp { rungs: count } => {
            format!("{}, and {} up.", capital(other), rungs(count))
        }
        Relation::AcrossDown { rungs: count } => {
            format!("{}, and {} down.", capital(other), rungs(count))
        }
        Relation::Unranked => {
            "This ladder does not say how high both levels are, so they cannot be ranked."
                .to_owned()
        }
    }
}

/// “What I would take on, what I would let go”.
fn exchange(site: Site, here: &Route, comparison: &Comparison<'static>) -> AnyView {
    let (from, to) = (comparison.from, comparison.to);
    let takes = list(site, here, to, &take_on(site.ladder, comparison));
    let lets = list(site, here, from, &let_go(site.ladder, comparison));
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

/// What still counts and what opens as a gap.
fn carried(site: Site, here: &Route, from: &'static Level, to: &'static Level) -> AnyView {
    let carried = carry_over(site.ladder, from, to);
    let rests_on = match carried.weighted {
        true => {
            "Worked out from the texts and weights alone: what your path so far asks already, and where the other weighs more than you bring. The formula is ours."
        }
        false => {
            "Worked out from the texts alone: what your path so far asks already. This ladder does not weigh its competencies, so all count alike. The formula is ours."
        }
    };
    let gaps: Vec<AnyView> = carried
        .gaps
        .iter()
        .map(|one| carried_line(site, here, to, one))
        .collect();
    let counts: Vec<AnyView> = carried
        .counts
        .iter()
        .map(|one| carried_line(site, here, to, one))
        .collect();
    let gaps = match gaps.is_empty() {
        true => view! { <p class="soft">"No competency opens wider than the rest."</p> }.into_any(),
        false => view! { <ul class="notes">{gaps}</ul> }.into_any(),
    };
    view! {
        <section id=CARRY_OVER>
            <h2>"What carries over"</h2>
            <p class="soft">{rests_on}</p>
            <div class="twins">
                <section>
                    <h3>"Opens as a gap"</h3>
                    {gaps}
                </section>
                <section>
                    <h3>"Still counts"</h3>
                    <details class="open-in-print">
                        <summary>{match counts.len() {
                            1 => "1 competency, with evidence you may have".to_owned(),
                            count => format!("{count} competencies, with evidence you may have"),
                        }}</summary>
                        <ul class="notes">{counts}</ul>
                    </details>
                </section>
            </div>
        </section>
    }
    .into_any()
}

fn carried_line(site: Site, here: &Route, to: &Level, one: &Carried) -> AnyView {
    let href = expectation_href(site, here, to, one.competency);
    let gist = one.gist.trim_end_matches('.').to_owned();
    let examples = one.evidence.join("; ");
    let examples = (!examples.is_empty()).then(|| {
        let examples = examples.trim_end_matches('.').to_owned();
        view! { <span class="soft">" For example: " {examples} "."</span> }
    });
    view! {
        <li>
            <a href=href>{one.competency.name.clone()}</a> ": " {gist} "."
            {examples}
        </li>
    }
    .into_any()
}

/// The number of largest changes shown.
const LARGEST: usize = 6;

fn list(site: Site, here: &Route, level: &Level, asked: &[Shift]) -> Option<AnyView> {
    let items: Vec<AnyView> = asked
        .iter()
        .take(LARGEST)
        .map(|one| {
            let href = expectation_href(site, here, level, one.competency);
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
    ladder: &Ladder,
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
        Relation::Up { .. } if ladder.adds => "Asked below, and still",
        Relation::Down { .. } if ladder.adds => "Not asked yet",
        _ => "Falls away",
    };
    let new = match comparison.relation {
        Relation::Down { .. } if ladder.adds => "Asked here",
        _ => "New",
    };
    view! {
        <section class="competency" id=item.id.clone() data-change=by_change data-ladder=in_ladder>
            <h3>
                <a href=here.link(&Route::Competency(item.id.clone()))>{item.name.clone()}</a>
                " " <LeanMark lean=lean_sign(ladder, item) />
                <span class="soft change-amount">{size(row)}</span>
            </h3>
            <ChangeList lines=lines new=new gone=gone />
        </section>
    }
    .into_any()
}

/// How large the step is: as the authors say it, by the steps of a scale, else by the words shared.
fn size(row: &ComparedRow) -> String {
    match (row.change, row.steps) {
        (Some(change), _) => change_words(change).to_owned(),
        (None, Some(0)) => "the same step".to_owned(),
        (None, Some(steps)) => {
            let count = steps.unsigned_abs();
            let unit = if count == 1 { "step" } else { "steps" };
            let way = if steps > 0 { "up" } else { "down" };
            format!("{count} {unit} {way}")
        }
        (None, None) => amount(row.amount).to_owned(),
    }
}

/// How much changes, in words rather than in false precision.
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

fn ends(site: Site, here: &Route, from: &Level, to: &Level) -> AnyView {
    let can_switch = from.rung.is_some() && from.rung == to.rung;
    let switch = (can_switch && site.topics().contains(&Topic::Switching)).then(|| {
        let href = here.link(&Route::Topic(Topic::Switching));
        view! { <a href=href>"How to switch, and what carries over"</a> }
    });
    let all = |level: &Level| {
        let href = here.link(&Route::Level(level.id.clone()));
        view! { <a href=href>"All of " <Station level=level /></a> }
    };
    view! {
        <nav class="page-ends" aria-label="Next step">
            {all(from)}
            {all(to)}
            {switch}
            {to_quiz(site, here)}
        </nav>
    }
    .into_any()
}
