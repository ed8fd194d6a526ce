//! One expectation of the side by side: what it says, both marks with their lines, and what the two
//! agreed on.

use leptos::prelude::*;

use crate::growth::{AgreedMark, Expected, Mark, Marks, Standing, View};
use crate::web::components::{StandingMark, StandingSign, Station, hue_class};
use crate::web::growth::dates;
use crate::web::growth::second_view::agreed::Talk;
use crate::web::growth::second_view::form::{Held, HeldForm};
use crate::web::growth::second_view::label;
use crate::web::growth::words;
use crate::web::island::redrawn::redrawn;

/// An expectation with both marks, as far as there are any.
#[derive(Clone)]
pub(super) struct Pair {
    pub(super) expected: Expected<'static>,
    pub(super) mine: Held,
    pub(super) theirs: Held,
}

impl Pair {
    pub(super) fn new(expected: Expected<'static>, marks: &Marks, view: &View) -> Self {
        let mine = marks.get(&expected.id);
        let theirs = view.marks.get(&expected.id);
        Self {
            mine: mine.map(|mark| (mark.standing, mark.why.clone())),
            theirs: theirs.map(|mark| (mark.standing, mark.line.clone())),
            expected,
        }
    }

    /// What is known of how far the two are apart.
    fn apart(&self) -> Option<&'static str> {
        let (mine, theirs) = (self.mine.as_ref()?.0, self.theirs.as_ref()?.0);
        match (mine.degree(), theirs.degree()) {
            (Some(mine), Some(theirs)) => match mine.abs_diff(theirs) {
                0 => None,
                1 => Some("You are one step apart"),
                _ => Some("You are two steps apart"),
            },
            (None, None) => None,
            _ => Some("One of you saw no chance to show it"),
        }
    }
}

/// A standing as a sign and in words.
pub(super) fn standing(standing: Standing) -> AnyView {
    let sign = StandingSign::of(standing.id());
    view! { <StandingMark sign=sign /> " " {words::standing(standing)} }.into_any()
}

/// A mark in words, with its line.
fn said(held: &Held) -> AnyView {
    let Some((marked, line)) = held else {
        return view! { <span class="soft">"Not marked"</span> }.into_any();
    };
    let line =
        (!line.is_empty()).then(|| view! { <span class="beside-line">{line.clone()}</span> });
    view! { <span class="beside-mark">{standing(*marked)}</span> {line} }.into_any()
}

/// What an earlier talk agreed on, with its day.
fn agreed_before(one: &AgreedMark) -> AnyView {
    let day = dates::day(one.date);
    let when = match &one.from {
        Some(from) => format!("With {from}, {day}: "),
        None => format!("{day}: "),
    };
    let judgement = &one.judgement;
    let why = (!judgement.why.is_empty())
        .then(|| view! { <span class="beside-line">{judgement.why.clone()}</span> });
    view! { <p>{when} <span class="beside-mark">{standing(judgement.standing)}</span> {why}</p> }
        .into_any()
}

/// The expectation.
#[component]
pub(super) fn Row(talk: Talk, pair: Pair, from: String) -> impl IntoView {
    let one = &pair.expected;
    let id = StoredValue::new(one.id.clone());
    let href = talk.model.expectation(one.level, one.competency);
    let headline = one.expectation.headline().to_owned();
    let held = talk.on(one.id.clone());
    let legend =
        view! { <span class="visually-hidden">"What you agreed on: " {headline.clone()}</span> };
    let legend = legend.into_any();
    let on_change = Callback::new(move |now: Held| id.with_value(|id| talk.set(id, now)));
    let before = Memo::new(move |_| id.with_value(|id| talk.before(id)));
    view! {
        <li class=format!("beside-row rail {}", hue_class(one.level.hue))>
            <div class="beside-says">
                <h4><Station level=one.level /> " " <a href=href>{one.competency.name.clone()}</a></h4>
                <p>{headline.clone()}</p>
                {pair.apart().map(|apart| view! { <p class="soft small">{apart}</p> })}
            </div>
            <dl class="beside-two">
                <div>
                    <dt>"You"</dt>
                    <dd>{said(&pair.mine)}</dd>
                </div>
                <div>
                    <dt>{from}</dt>
                    <dd>{said(&pair.theirs)}</dd>
                </div>
                <div class="beside-both" hidden=move || !talk.is_open.get()>
                    <dt>"Agreed"</dt>
                    <dd>
                        {redrawn(move || before.get().map(|one| agreed_before(&one)))}
                        <HeldForm
                            name=format!("agreed-{}", one.id.replace('.', "-"))
                            legend=legend
                            held=held
                            on_change=on_change
                            most=Mark::LONGEST_WHY
                        />
                    </dd>
                </div>
            </dl>
        </li>
    }
}

/// Several, as a list.
pub(super) fn rows(talk: Talk, pairs: Vec<Pair>, view: &View) -> AnyView {
    let from = label(view);
    let lines = pairs
        .into_iter()
        .map(|pair| view! { <Row talk=talk pair=pair from=from.clone() /> })
        .collect_view();
    view! { <ul class="plain-list beside">{lines}</ul> }.into_any()
}
