//! The second screen of a result: the answers by theme, those that went the other way, and what the
//! visitor enjoys beside what they do.

use leptos::prelude::*;

use crate::web::components::ThemeProfile;
use crate::web::results::result::Whose;
use crate::web::results::result::scored::Scored;
use crate::web::results::result::standing::Standing;
use crate::web::results::result::today::TodayPart;
use crate::web::{dom, words};

/// How many exceptions are listed at most; all are among the answers.
const NAMED: usize = 5;

#[component]
pub(crate) fn Profile(
    scored: Scored,
    standing: Standing,
    root: String,
    whose: Whose,
) -> impl IntoView {
    // Without a verdict the counts would say what the result does not.
    if scored.finding.verdict().is_none() {
        return ().into_any();
    }
    let themes = scored.themes();
    let has_themes = themes.iter().any(|theme| theme.deep + theme.broad > 0);
    let others = scored.exceptions();
    let count = others.len();
    let rest = count.saturating_sub(NAMED);
    let lines = others.into_iter().take(NAMED);
    let lines = lines.map(|words| view! { <li>{words}</li> }).collect_view();
    let exceptions = scored.side().is_some().then(|| {
        let others = words::other_way(count);
        match count {
            0 => view! { <p>{others} "."</p> }.into_any(),
            _ => view! {
                <details class="open-in-print" open=dom::is_wide()>
                    <summary>{others}</summary>
                    <ul class="notes exceptions">{lines}</ul>
                    {(rest > 0).then(|| view! { <p class="soft">{words::more_below(rest)}</p> })}
                </details>
            }
            .into_any(),
        }
    });
    view! {
        <div class="second">
            {has_themes
                .then(|| {
                    view! {
                        <section aria-labelledby="themes-head">
                            <h2 id="themes-head">"Your answers by theme"</h2>
                            <ThemeProfile themes=themes />
                            {exceptions}
                        </section>
                    }
                })}
            <TodayPart scored=scored standing=standing root=root whose=whose />
        </div>
    }
    .into_any()
}
