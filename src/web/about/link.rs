//! `/link/`: how to link to any part, and how to embed it on another site.

use leptos::prelude::*;

use crate::ladder::{Ladder, Lean, Level};
use crate::route::Route;
use crate::web::about::example::{Example, pair};
use crate::web::components::{LinkButton, LinkWindow};
use crate::web::document::Page;
use crate::web::frame::framed;
use crate::web::ladder::ways::next_step;
use crate::web::site::Site;

const HERE: Route = Route::Link;

pub(crate) fn page(site: Site) -> Page {
    framed(
        site,
        HERE,
        "Link and embed",
        "Every level, competency, comparison and single expectation has an address of its own, and a bare view for a frame in your wiki.",
        || content(site),
    )
}

fn content(site: Site) -> AnyView {
    let chosen = Example::of(site);
    let chosen = chosen.as_ref();
    let item = chosen.and_then(Example::competency);
    let examples: Vec<AnyView> = [
        chosen.map(|one| ("A level", Route::Level(one.level.id.clone()))),
        item.map(|item| ("A competency", Route::Competency(item.id.clone()))),
        chosen
            .zip(item)
            .and_then(|(one, item)| Some(("A single expectation", one.expectation(item)?))),
        chosen
            .and_then(Example::twins)
            .map(|levels| ("A comparison", pair(levels))),
        Some(("The matrix", Route::Matrix)),
    ]
    .into_iter()
    .flatten()
    .map(|(words, target)| example(words, &target))
    .collect();
    let filters = filters(site.ladder).map(|address| {
        view! {
            <li>"The matrix keeps its filters in the address: " <code>{address}</code> "."</li>
        }
    });
    let across = chosen.and_then(Example::across).map(|levels| {
        let [from, to] = levels;
        view! {
            <li>
                "A comparison can be named by two levels: "
                <code>{format!("compare/?a={}&b={}", from.id, to.id)}</code> " leads to "
                <code>{pair(levels).path()}</code> "."
            </li>
        }
    });
    let snippet =
        chosen.map(|one| view! { <pre class="snippet"><code>{snippet(one.level)}</code></pre> });
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
            {filters}
            {across}
            <li>"A chat that shows previews finds a title, a description and a picture on every page."</li>
        </ul>
        <h2>"A frame in your wiki"</h2>
        <p>
            "Add " <code>"?embed=1"</code>
            " to the address of a level, a competency, an expectation or the matrix. The page then shows its content alone: no head, no foot, no buttons. It starts no program, and it reads and writes nothing that this browser keeps. Its links open in a new tab."
        </p>
        {snippet}
        <p class="soft needs-script">
            "Press “Link” beside the part you want: the last form is this snippet with the address filled in."
        </p>
        {next_step(&HERE, &Route::Matrix, "Choose a part in the matrix")}
        <LinkWindow help=HERE.link(&Route::Link) />
    }
    .into_any()
}

/// The matrix with those filters in its address that this ladder has; none where it has none.
fn filters(ladder: &Ladder) -> Option<String> {
    let leans: Vec<Lean> = ladder
        .competencies
        .iter()
        .filter_map(|item| ladder.lean(item))
        .collect();
    let tracks = ladder.tracks.iter().enumerate().rev();
    let mut leaning = tracks.filter(|(at, _)| leans.contains(&Lean::Towards(*at)));
    let lean = leaning
        .next()
        .map(|(_, track)| format!("lean={}", track.id));
    let rung = ladder.split().map(|rung| format!("rung={rung}"));
    let filters: Vec<String> = lean.into_iter().chain(rung).collect();
    let path = Route::Matrix.path();
    (!filters.is_empty()).then(|| format!("{path}?{}", filters.join("&")))
}

/// The frame as a pattern; the window of a link fills it in.
fn snippet(level: &Level) -> String {
    let path = Route::Level(level.id.clone()).path();
    let title = level.name().replace('&', "&amp;").replace('"', "&quot;");
    format!(
        "<iframe src=\"https://…/{path}?embed=1\"\n        title=\"{title}\" width=\"100%\" height=\"480\"\n        loading=\"lazy\" referrerpolicy=\"no-referrer\"></iframe>"
    )
}

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
