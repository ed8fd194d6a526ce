//! What carries over from one level to another: what you would need to build, can reuse, and no longer need.

use leptos::prelude::*;

use crate::ladder::{Absence, Carried, Comparison, Level, StepSize, carry_over, let_go};
use crate::route::Route;
use crate::web::frame::expectation_href;
use crate::web::site::Site;

/// The id of the section, for links from elsewhere.
pub(crate) const CARRY_OVER: &str = "carry-over";

/// The number of largest changes shown.
const LARGEST: usize = 6;

/// What you can reuse and what you would need to build; `gone` is what is no longer expected.
pub(super) fn carried(
    site: Site,
    here: &Route,
    from: &'static Level,
    to: &'static Level,
    gone: Option<AnyView>,
) -> AnyView {
    let carried = carry_over(site.ladder, from, to);
    let rests_on = match carried.weighted {
        true => {
            "Worked out from the texts and weights by a formula of ours; it knows nothing about you."
        }
        false => {
            "Worked out from the texts by a formula of ours; all competencies count alike, and it knows nothing about you."
        }
    };
    let lines = |list: &[Carried]| -> Vec<AnyView> {
        let list = list.iter();
        list.map(|one| line(site, here, to, one)).collect()
    };
    // What the authors call a new kind of work is not reused, be it a large gap or a small one.
    let is_new = |one: &Carried| {
        let size = site.ladder.step(one.competency, from, to);
        one.held < 1.0 && size == Some(StepSize::New)
    };
    let (mut new, counts): (Vec<Carried>, Vec<Carried>) =
        carried.counts.into_iter().partition(is_new);
    for one in &mut new {
        one.evidence.clear();
    }
    // Where nothing is large enough, the sentence at the head of the page says how the rest differs.
    let gaps = (!carried.gaps.is_empty() || !new.is_empty()).then(|| {
        view! {
            <section>
                <h3>"You’d need to build"</h3>
                <ul class="notes">{lines(&carried.gaps)} {lines(&new)}</ul>
            </section>
        }
    });
    let names: Vec<AnyView> = counts
        .iter()
        .map(|one| view! { <li>{one.competency.name.clone()}</li> }.into_any())
        .collect();
    let reuse = match names.is_empty() {
        true => view! { <p class="soft">"Nothing that stands out."</p> }.into_any(),
        false => view! {
            <ul>{names}</ul>
            <details class="open-in-print">
                <summary>"With evidence you may have"</summary>
                <ul class="notes">{lines(&counts)}</ul>
            </details>
        }
        .into_any(),
    };
    view! {
        <section id=CARRY_OVER>
            <h2>"What carries over"</h2>
            <div class="carried">
                {gaps}
                <section>
                    <h3>"You can reuse"</h3>
                    {reuse}
                </section>
                {gone}
            </div>
            <p class="soft small">{rests_on}</p>
        </section>
    }
    .into_any()
}

fn line(site: Site, here: &Route, to: &Level, one: &Carried) -> AnyView {
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

/// What only the first level expects, the largest first; nothing where all of it still counts, or is the
/// same with another emphasis.
pub(super) fn no_longer(
    site: Site,
    here: &Route,
    comparison: &Comparison<'static>,
) -> Option<AnyView> {
    let from = comparison.from;
    let mut gone = let_go(site.ladder, comparison);
    gone.retain(|one| {
        let size = site.ladder.step(one.competency, from, comparison.to);
        // Where nobody has written the destination, nothing is known to have gone.
        let is_known = one.competency.absence(comparison.to) != Some(Absence::NotWritten);
        is_known && !matches!(size, Some(StepSize::Same | StepSize::Emphasis))
    });
    let more = gone.len().saturating_sub(LARGEST);
    let more = (more > 0).then(|| view! { <li class="soft">{format!("and {more} more")}</li> });
    let lines: Vec<AnyView> = gone
        .iter()
        .take(LARGEST)
        .map(|one| {
            let href = expectation_href(site, here, from, one.competency);
            let text = one.text.trim_end_matches('.').to_owned();
            view! { <li><a href=href>{one.competency.name.clone()}</a> ": " {text} "."</li> }
                .into_any()
        })
        .collect();
    (!lines.is_empty()).then(|| {
        view! {
            <section>
                <h3>"No longer expected"</h3>
                <ul class="notes">{lines} {more}</ul>
            </section>
        }
        .into_any()
    })
}
