//! `/guide/`: every topic with one line, grouped by the reader's question.

use leptos::prelude::*;

use crate::route::{Route, Topic};
use crate::web::document::Page;
use crate::web::frame::framed;
use crate::web::guide::intro;
use crate::web::ladder::ways::next_step;

const HERE: Route = Route::Guide;

/// The heading of the group with the comparison and the matrix.
const FIRST: &str = "Which way?";

/// The topics in groups, each under the question that it answers.
const GROUPS: [(&str, &[Topic]); 4] = [
    (
        FIRST,
        &[
            Topic::Divergence,
            Topic::Fork,
            Topic::Switching,
            Topic::HandsOn,
        ],
    ),
    (
        "Where do you stand?",
        &[
            Topic::Leading,
            Topic::Work,
            Topic::Impact,
            Topic::Attributes,
            Topic::Traps,
            Topic::Case,
        ],
    ),
    (
        "With whom, and under which name?",
        &[Topic::Pairing, Topic::Titles, Topic::Organisation],
    ),
    ("Who says so?", &[Topic::Sources]),
];

/// The list of topics.
pub(crate) fn page() -> Page {
    framed(
        HERE,
        "Guide to both tracks",
        "The fork, switching, pairing, hands-on time, titles, traps, plans, and how to introduce a second track.",
        content,
    )
}

fn content() -> AnyView {
    let groups = GROUPS
        .map(|(head, topics)| {
            let lines = topics
                .iter()
                .map(|topic| {
                    let intro = intro(*topic);
                    view! {
                        <li class="index-line">
                            <a href=HERE.link(&Route::Topic(*topic))>{intro.title}</a>
                            <span class="soft">{intro.line}</span>
                        </li>
                    }
                })
                .collect_view();
            let compare = (head == FIRST).then(|| view! {
                <li class="index-line">
                    <a href=HERE.link(&Route::Compare)>"Compare two levels"</a>
                    <span class="soft">"Any two, clause by clause: what is the same, what is new, what falls away."</span>
                </li>
                <li class="index-line">
                    <a href=HERE.link(&Route::Matrix)>"The whole matrix"</a>
                    <span class="soft">"Every competency on every level of both tracks, with filters."</span>
                </li>
            });
            view! {
                <section>
                    <h2>{head}</h2>
                    <ul class="plain-list">{compare} {lines}</ul>
                </section>
            }
        })
        .collect_view();
    view! {
        <h1>"Guide to both tracks"</h1>
        <p class="lede">"What stands around the ladder: how to choose, move, work together and name it."</p>
        <div class="twins">{groups}</div>
        {next_step(&HERE, &Route::Quiz, "Which side energises you?")}
    }
    .into_any()
}
