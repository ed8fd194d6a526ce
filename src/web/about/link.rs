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
        "Every level, competency, comparison and single expectation has its own address, and can be shown in a frame in your wiki.",
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
        Some(("The whole ladder", Route::Matrix)),
    ]
    .into_iter()
    .flatten()
    .map(|(words, target)| example(words, &target))
    .collect();
    let filters = filters(site.ladder).map(|address| {
        view! {
            <li>"The filters of the whole ladder are part of its address: " <code>{address}</code> "."</li>
        }
    });
    let across = chosen.and_then(Example::across).map(|levels| {
        let [from, to] = levels;
        view! {
            <li>
                "You can write a comparison with the names of two levels: "
                <code>{format!("compare/?a={}&b={}", from.id, to.id)}</code> " leads to "
                <code>{pair(levels).path()}</code> "."
            </li>
        }
    });
    let snippet =
        chosen.map(|one| view! { <pre class="snippet"><code>{snippet(one.level)}</code></pre> });
    view! {
        <h1>"Link and embed"</h1>
        <p class="lede">"Every part of the ladder has an address that won’t change."</p>
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
            "Press “Link” beside a level, competency or expectation to copy its address, Markdown, HTML, or a frame."
        </p>
        <ul>
            {filters}
            {across}
            <li>"Every page has a title, a description and a picture for link previews in chats."</li>
        </ul>
        <h2>"A frame in your wiki"</h2>
        <p>
            "Add one of these to the address of a level, a competency or an expectation; the first also to the whole ladder or a comparison. The frame starts no program and reads nothing that is saved in the reader’s browser."
        </p>
        <dl class="facts">
            <div>
                <dt><code>"?embed=1"</code></dt>
                <dd>"The content of the page, without header, footer and buttons."</dd>
            </div>
            <div>
                <dt><code>"?embed=card"</code></dt>
                <dd>"A card about 150 pixels high: the main sentence, the level with its title and track, and a link to the page."</dd>
            </div>
            <div>
                <dt><code>"&theme=light"</code> " or " <code>"&theme=dark"</code></dt>
                <dd>"Say whether your wiki is light or dark, and its background shows through. Without it the frame is light. "<code>"&theme=auto"</code>" follows each reader’s system."</dd>
            </div>
        </dl>
        {snippet}
        <p class="soft needs-script">
            "“Link” gives you this HTML with the address filled in. Links in a frame open in a new tab or, if your wiki forbids that, in the frame."
        </p>
        {next_step(&HERE, &Route::Matrix, "Choose a part of the ladder")}
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
        "<iframe src=\"https://…/{path}?embed=card&amp;theme=light\"\n        title=\"{title}\" width=\"100%\" height=\"150\"\n        loading=\"lazy\" referrerpolicy=\"no-referrer\"></iframe>"
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
