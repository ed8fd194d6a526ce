//! `/link/`: how to link to any part, and how to embed it on another site.

use leptos::prelude::*;

use crate::ladder::{Ladder, LevelCode, Track};
use crate::route::Route;
use crate::web::components::{LinkButton, LinkWindow};
use crate::web::document::Page;
use crate::web::frame::framed;
use crate::web::ladder::ways::next_step;
use crate::web::site::Site;

const HERE: Route = Route::Link;

pub(crate) fn page(site: Site) -> Page {
    framed(
        HERE,
        "Link and embed",
        "Every level, competency, comparison and single expectation has an address of its own, and a bare view for a frame in your wiki.",
        || content(site.ladder),
    )
}

fn content(ladder: &Ladder) -> AnyView {
    let level = LevelCode::on(Track::Broad, 7);
    let twin = LevelCode::on(Track::Deep, 7);
    let item = ladder.competencies.first().map(|item| item.id.clone());
    let examples: Vec<AnyView> = [
        level.map(|code| ("A level", Route::Level(code))),
        item.clone()
            .map(|id| ("A competency", Route::Competency(id))),
        level
            .zip(item)
            .map(|(code, id)| ("A single expectation", Route::Expectation(code, id))),
        twin.zip(level)
            .map(|(from, to)| ("A comparison", Route::Pair(from, to))),
        Some(("The matrix", Route::Matrix)),
    ]
    .into_iter()
    .flatten()
    .map(|(words, target)| example(words, &target))
    .collect();
    view! {
        <h1>"Link and embed"</h1>
        <p class="lede">"Every part has an address that stays."</p>
        <h2>"Addresses"</h2>
        <section class="scroll" tabindex="0" aria-label="What can be linked to">
        <table class="titles">
            <caption class="visually-hidden">"What can be linked to, with an example each"</caption>
            <thead>
                <tr><th scope="col">"Part"</th><th scope="col">"Address"</th><th scope="col">"Forms to copy"</th></tr>
            </thead>
            <tbody>{examples}</tbody>
        </table>
        </section>
        <p>
            "“Link”, beside every level, competency and expectation, offers the address, Markdown, HTML and a frame to copy."
        </p>
        <ul>
            <li>"The matrix keeps its filters in the address: " <code>"matrix/?lean=broad&from=5"</code> "."</li>
            <li>
                "A comparison can be named by two codes: " <code>"compare/?a=t5&b=l6"</code>
                " leads to " <code>"compare/t5/l6/"</code> "."
            </li>
            <li>"A chat that shows previews finds a title, a description and a picture on every page."</li>
        </ul>
        <h2>"A frame in your wiki"</h2>
        <p>
            "Add " <code>"?embed=1"</code>
            " to the address of a level, a competency, an expectation or the matrix. The page then shows its content alone: no head, no foot, no buttons. It starts no program, and it reads and writes nothing that this browser keeps. Its links open in a new tab."
        </p>
        <pre class="snippet"><code>{SNIPPET}</code></pre>
        <p class="soft needs-script">
            "Press “Link” beside the part you want: the last form is this snippet with the address filled in."
        </p>
        {next_step(&HERE, &Route::Matrix, "Choose a part in the matrix")}
        <LinkWindow help=HERE.link(&Route::Link) />
    }
    .into_any()
}

/// The frame's code as a pattern; the link window fills it in.
const SNIPPET: &str = "<iframe src=\"https://…/levels/l7/?embed=1\"\n        title=\"L7 Staff Tech Lead\" width=\"100%\" height=\"480\"\n        loading=\"lazy\" referrerpolicy=\"no-referrer\"></iframe>";

fn example(words: &'static str, target: &Route) -> AnyView {
    let href = HERE.link(target);
    view! {
        <tr>
            <th scope="row">{words}</th>
            <td><a href=href.clone()><code>{target.path()}</code></a></td>
            <td><LinkButton href=href title=words.to_owned() /></td>
        </tr>
    }
    .into_any()
}
