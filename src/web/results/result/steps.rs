//! The third screen of a result: something to try, a talk to have, and where to ask and read on.

use leptos::prelude::*;

use crate::ladder::Side;
use crate::route::{Route, Topic};
use crate::web::dom;
use crate::web::results::result::scored::Scored;
use crate::web::results::result::standing::{Facts, Standing};
use crate::web::words::Advice;

#[component]
pub(crate) fn NextSteps(scored: Scored, standing: Standing) -> impl IntoView {
    if scored.finding.verdict().is_none() {
        return ().into_any();
    }
    let advice = Advice::of(scored.finding);
    // On a phone a step is read in one glance.
    let wide = dom::is_wide();
    let lines = |lines: &[&'static str]| {
        let lines = lines.iter().map(|line| view! { <li>{*line}</li> });
        lines.collect_view()
    };
    let tries = advice.experiment().iter();
    let tries = tries.map(|text| view! { <p>{*text}</p> }).collect_view();
    let pages = standing.look(|facts| pages(facts, advice)).into_iter();
    let pages = pages.map(|(href, words)| view! { <li><a href=href>{words}</a></li> });
    view! {
        <section class="next" aria-labelledby="next-head">
            <h2 id="next-head">"Three next steps"</h2>
            <ol class="next-steps plain-list">
                <li>
                    <h3>"1. Try it"</h3>
                    {tries}
                    <p class="soft">{advice.notice()}</p>
                </li>
                <li>
                    <h3>"2. Talk with your manager"</h3>
                    <p>"Bring this page. Ask what your work here could offer you."</p>
                    <details class="open-in-print" open=wide>
                        <summary>"Five questions for the talk"</summary>
                        <ul class="notes">{lines(&advice.questions())}</ul>
                    </details>
                </li>
                <li>
                    <h3>"3. Ask and read on"</h3>
                    <p>{advice.people()}</p>
                    <ul class="notes">{pages.collect_view()}</ul>
                    <details class="open-in-print" open=wide>
                        <summary>"Three books"</summary>
                        <ul class="notes">{lines(advice.books())}</ul>
                    </details>
                </li>
            </ol>
        </section>
    }
    .into_any()
}

/// Three pages to go on with, as far as this site has them.
fn pages(facts: &Facts, advice: Advice) -> Vec<(String, String)> {
    let level = |side: Side| {
        let level = facts.first_of(side)?;
        let words = format!("What {} expects, where the tracks part", level.label);
        Some((facts.level_href(&level), words))
    };
    let mut pages: Vec<(String, String)> = Vec::new();
    match advice {
        Advice::Towards(side) => pages.extend(level(side)),
        Advice::Both | Advice::Open => pages.extend(Side::BOTH.into_iter().filter_map(level)),
        Advice::Neither => {}
    }
    if facts.has_guide() {
        for (topic, words) in [
            (Topic::HandsOn, "Where the hours of a week go"),
            (Topic::Switching, "Moving between the tracks"),
        ] {
            pages.push((facts.href(&Route::Topic(topic)), words.to_owned()));
        }
    }
    pages.push((facts.href(&Route::Levels), "All levels".to_owned()));
    pages.truncate(3);
    pages
}
