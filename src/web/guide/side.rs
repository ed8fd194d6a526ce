//! The ways between topics: the list of all of them beside the page, and the ones before and after.

use leptos::prelude::*;

use crate::route::{Route, Topic};
use crate::web::guide::title;
use crate::web::site::Site;

/// The topics in groups, each under what they are for.
pub(super) const GROUPS: [(&str, &[Topic]); 4] = [
    (
        "Choose",
        &[Topic::Choosing, Topic::Divergence, Topic::Switching],
    ),
    (
        "Grow",
        &[Topic::Growing, Topic::HandsOn, Topic::Traps, Topic::Case],
    ),
    (
        "Manage",
        &[Topic::Managers, Topic::Organisation, Topic::Titles],
    ),
    ("Look up", &[Topic::Glossary, Topic::Sources]),
];

/// The list of all topics. Beside the page on a wide screen; folded above it on a narrow one.
pub(super) fn topics(site: Site, current: Topic) -> AnyView {
    let has = site.topics();
    let here = site.at(Route::Topic(current));
    let groups = GROUPS
        .into_iter()
        .filter_map(|(head, topics)| {
            let topics = topics.iter().filter(|topic| has.contains(topic));
            let links: Vec<AnyView> = topics
                .map(|topic| {
                    let href = here.link(&Route::Topic(*topic));
                    let marked = (*topic == current).then_some("page");
                    view! { <li><a href=href aria-current=marked>{title(*topic)}</a></li> }
                        .into_any()
                })
                .collect();
            (!links.is_empty()).then(|| {
                view! { <li><span class="guide-group">{head}</span><ul>{links}</ul></li> }
            })
        })
        .collect_view();
    view! {
        <nav class="guide-side no-print" aria-label="Topics of the guide">
            <details>
                <summary>"All topics of the guide"</summary>
                <ul class="guide-topics">{groups}</ul>
            </details>
        </nav>
    }
    .into_any()
}

/// The topics before and after one.
pub(super) fn neighbours(site: Site, current: Topic) -> AnyView {
    let all = site.topics();
    let here = site.at(Route::Topic(current));
    let at = all.iter().position(|topic| *topic == current);
    let before = at.and_then(|at| at.checked_sub(1));
    let before = before.and_then(|at| all.get(at).copied());
    let after = at.and_then(|at| all.get(at + 1).copied());
    let before = before.map(|topic| {
        let href = here.link(&Route::Topic(topic));
        view! { <a class="guide-way" href=href rel="prev"><span class="soft">"Previous "</span> {title(topic)}</a> }
    });
    let (next, words) = match after {
        Some(topic) => (Route::Topic(topic), title(topic)),
        None => (Route::Whole, "The whole ladder"),
    };
    view! {
        <nav class="page-ends guide-ends no-print" aria-label="Previous and next topic">
            {before}
            <a class="button guide-way" href=here.link(&next) rel="next"><span>"Next: "</span> {words}</a>
        </nav>
    }
    .into_any()
}
