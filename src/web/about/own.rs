//! `/own-ladder/`: how a company gets an explorer of its own, for four kinds of reader.

use leptos::prelude::*;

use crate::route::Route;
use crate::web::document::Page;
use crate::web::frame::framed;
use crate::web::site::Site;

const HERE: Route = Route::OwnLadder;

pub(crate) fn page(site: Site) -> Page {
    framed(
        site,
        HERE,
        "Use your own ladder",
        "From a sheet or a document to an explorer of your own for any host, in a quarter of an hour, with nothing installed and nothing uploaded.",
        content,
    )
}

fn content() -> AnyView {
    let studio = HERE.link(&Route::Studio);
    let privacy = HERE.link(&Route::Privacy);
    view! {
        <h1>"Use your own ladder"</h1>
        <p class="lede">
            "This explorer shows any ladder. Bring yours as a sheet or a document; a quarter of an hour later you have a site, as an archive for any host. Nothing is installed, and nothing is uploaded."
        </p>
        <p class="actions"><a class="button button-first" href=studio.clone()>"Open the Studio"</a></p>
        <ul class="notes">
            <li><a href="#director">"You lead engineering, and want to see it before the meeting begins"</a></li>
            <li><a href="#sheet">"You keep the ladder in a sheet"</a></li>
            <li><a href="#github">"You are an engineer with GitHub"</a></li>
            <li><a href="#host">"You have another host"</a></li>
        </ul>

        <h2 id="director">"In a quarter of an hour"</h2>
        {way()}
        <ol>
            <li>"In your sheet, save the table as CSV (in Excel: File, Save as, CSV), or copy its cells. In a wiki, copy the table. A document in Markdown works too, and so does YAML or JSON of another ladder tool."</li>
            <li>"Open " <a href=studio.clone()>"the Studio"</a> " and choose the file, or paste. It says what it read, what it left out, and what it had to guess."</li>
            <li>"Confirm the guesses: how the table is laid out, which level is the lowest, which tracks there are."
                {picture(1, 1067, "The Studio says: from engineering-levels.csv, 3 levels, 5 competencies, 15 expectations. Below are seven questions, each with an answer chosen, and the button “Use these answers”.")}
            </li>
            <li>"Correct names, order and single texts in the tables. Each step can be undone."
                {picture(2, 1100, "Tables with a row for each level, its title, code, height and tracks, and a row for each competency with its group.")}
            </li>
            <li>"Look at your pages under “See it”, and at “Checks” for what is still missing."
                {picture(3, 858, "The first page of the new ladder in the Studio: its name, the quiz, My growth, a talk, and the levels one above the other.")}
            </li>
            <li>"Choose an id of your own, press “Make the site”, and give the archive to the people who run your web pages. Or save the ladder as a file, and go on another day."
                {picture(4, 315, "“Make the site” says how many pages the site has, how large the archive is, and what to do next.")}
            </li>
        </ol>
        <p class="soft">
            "A ladder with pay in it: rows and columns that are about pay by their heading are left out, and the report names them. Look through your pages before you publish them all the same. What the Studio keeps stays in your browser: "
            <a href=privacy>"see for yourself"</a> "."
        </p>

        <h2 id="sheet">"With a sheet"</h2>
        <p>"Any table with levels along one side and competencies along the other can be read, either way round:"</p>
        <div class="scroll" tabindex="0" role="group" aria-label="An example of a sheet">
            <table class="titles">
                <thead>
                    <tr><th scope="col">"Group"</th><th scope="col">"Competency"</th><th scope="col">"Junior"</th><th scope="col">"Senior"</th></tr>
                </thead>
                <tbody>
                    <tr><td>"Craft"</td><td>"Testing"</td><td>"Writes tests for own changes"</td><td>"Decides what is worth a test"</td></tr>
                    <tr><td>"People"</td><td>"Feedback"</td><td>"Asks for it"</td><td>"Gives it early, and kindly"</td></tr>
                </tbody>
            </table>
        </div>
        <ul class="notes">
            <li>"You can leave out the groups, or give each one a row of its own."</li>
            <li>"Several statements in one cell: a line each, with or without a bullet. They become a list."</li>
            <li>"A row for each cell works as well, with the columns level, competency and text."</li>
            <li>"“n/a” means that nothing is expected; “TODO” and “-” leave the cell open."</li>
            <li>"One sheet for each track? Choose all files at once."</li>
        </ul>

        <h2 id="github">"With GitHub"</h2>
        <p>
            "Save the ladder as a file in the Studio. The builder of this project is a small program for Node, among the downloads of each release: ladder-explorer-builder.tar.gz. It has a template of a repository, whose workflow checks your ladder at each push and puts the site on GitHub Pages, in seconds. The README of the template leads you through it: put your file into the folder “ladders” and its name into site.json, choose an id for the site there, say where the builder is, switch Pages on, and push."
        </p>
        <pre class="scroll" tabindex="0"><code>"node ladder-explorer.mjs check our-ladder.json\nnode ladder-explorer.mjs build our-ladder.json --out site --id acme-ladders"</code></pre>

        <h2 id="host">"On another host"</h2>
        <p>
            "The archive of the Studio, and the folder that the builder writes, are plain files: no server program, no database, no account. Unpack them into any folder that your host serves, under any path: an intranet or a bucket. Three things matter:"
        </p>
        <ul class="notes">
            <li>"It must be served over https, or from the same machine. Over plain http a browser offers no encryption, so your colleagues can’t lock their data with a passphrase."</li>
            <li>"An address that ends in a slash must lead to the file index.html in that folder, as on nearly every host."</li>
            <li>"Files ending in .wasm must be served as application/wasm. Nearly every host does that by itself; if pages say that a part did not start, look there first."</li>
        </ul>
        <p>"To update the site, replace the files. Nobody’s marks and notes are lost: they are in each person’s browser, under the ladder’s id."</p>
    }
    .into_any()
}

/// How wide the pictures of the Studio are, in pixels.
const WIDTH: u32 = 880;

/// A picture of the Studio with its height in pixels. `tests/e2e/own-ladder-pictures.mjs` takes them.
fn picture(number: u32, height: u32, alt: &'static str) -> AnyView {
    let file = format!("{}own-ladder-{number}.webp", HERE.root());
    let (width, height) = (WIDTH.to_string(), height.to_string());
    view! {
        <img class="own-picture" src=file alt=alt width=width height=height loading="lazy" />
    }
    .into_any()
}

/// The way in three pictures: a sheet, the Studio, a site.
fn way() -> AnyView {
    let step = |x: u32, words: &'static str| {
        view! { <text x=x.to_string() y="128" text-anchor="middle">{words}</text> }
    };
    view! {
        <figure class="own-way">
            <svg viewBox="0 0 600 140" role="img" aria-label="A sheet becomes a draft in the Studio, and the draft a site.">
                <g class="own-lines">
                    <rect x="30" y="20" width="140" height="84" rx="4" />
                    <path d="M30 41H170M30 62H170M30 83H170M77 20V104M123 20V104" />
                    <path d="M190 62H220M212 54L220 62L212 70" />
                    <rect x="230" y="20" width="140" height="84" rx="4" />
                    <path d="M250 88V58M285 88V44M320 88V34M250 58L285 44L320 34" />
                    <circle cx="250" cy="58" r="6" />
                    <circle cx="285" cy="44" r="6" />
                    <circle cx="320" cy="34" r="6" />
                    <path d="M390 62H420M412 54L420 62L412 70" />
                    <rect x="430" y="20" width="140" height="84" rx="4" />
                    <path d="M430 38H570M446 56H510M446 70H540M446 84H496" />
                    <circle cx="440" cy="29" r="3" />
                </g>
                <g class="own-words">
                    {step(100, "Your sheet")}
                    {step(300, "The Studio")}
                    {step(500, "Your site")}
                </g>
            </svg>
        </figure>
    }
    .into_any()
}
