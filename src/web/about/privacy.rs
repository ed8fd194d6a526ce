//! `/privacy/`: what is saved, where, and how to check each promise in two minutes.

use leptos::prelude::*;

use crate::route::{Route, Topic};
use crate::web::components::IDLE_MINUTES;
use crate::web::document::Page;
use crate::web::frame::framed;
use crate::web::site::Site;

const HERE: Route = Route::Privacy;

pub(crate) fn page(site: Site) -> Page {
    framed(
        site,
        HERE,
        "Privacy, to check for yourself",
        "What this app keeps, where, and how you can watch the network stay silent and read the code that proves it. Two minutes.",
        content,
    )
}

fn content() -> AnyView {
    let data = HERE.link(&Route::Data);
    let case = HERE.link(&Route::Topic(Topic::Case));
    view! {
        <h1>"Privacy, to check for yourself"</h1>
        <p class="lede">
            "Your answers are yours. They stay in this browser; there is no server, no account and no count of visits. You need not believe that: check it."
        </p>
        <h2 id="kept">"What is kept, and where"</h2>
        <p>
            "In this browser’s local storage, one record each, under names that begin with “ladder-explorer/v2/” and the id of this copy of the app. "
            <a href=data.clone()>"My data"</a> " lists every one with its size."
        </p>
        <ul>
            <li>"Attempts at the quiz: your answers, what your weeks hold, a name and a note if you write one, and when. No verdict: it is worked out from the answers each time."</li>
            <li>"Second opinions that colleagues sent you."</li>
            <li>"Your " <a href=case>"case"</a> ": your notes and your passport."</li>
            <li>"Settings: the titles you chose, your rung, the key that opens the search, a reminder."</li>
            <li>"When you took the last backup, and which notices you have seen."</li>
        </ul>
        <p>
            "For the time a tab is open, the browser’s session storage may hold when a page was last fetched anew, and the key of your journal if you lock it and have unlocked it. Ticks, the week’s log and what you search for are not kept at all."
        </p>
        <h2 id="lock">"What a browser may write while a journal is open"</h2>
        <ul>
            <li>"The key of an open journal is in the session storage of its tab. Browsers write session storage to their own files, to bring tabs back after a crash; Firefox does so every few seconds. The key goes when you lock, when you close the tab, and after " {IDLE_MINUTES} " minutes without you. It is never in local storage."</li>
            <li>"With “Ask for the passphrase on every page” on " <a href=data.clone()>"My data"</a> ", the key is written nowhere: it is in the memory of one page only."</li>
            <li>"Fields in which you write are marked so that browsers do not keep their text."</li>
            <li>"No page can prevent what follows: extensions that you let read pages, other pages of the same host while the journal is open, the memory of the machine, and files that it writes when a program crashes."</li>
        </ul>
        <h2 id="network">"Watch the network stay silent: one minute"</h2>
        <ol>
            <li>"Open the developer tools (F12, or Ctrl+Shift+I; on a Mac, Command+Option+I) and choose “Network”."</li>
            <li>"Load the quiz. Every line names this site: pages and programs of the app, and nothing else."</li>
            <li>"Clear the list and answer a few questions. The list stays empty."</li>
            <li>"Pull the plug: go offline and go on answering. It works, since nothing is asked of anybody."</li>
        </ol>
        <h2 id="rules">"Read the rule that forbids it: half a minute"</h2>
        <p>
            "Look at the source of any page (Ctrl+U). Its first lines hold a Content-Security-Policy: “default-src 'none'” forbids everything, and what follows allows this site’s own files alone. The browser enforces it, also against a mistake of ours: no request to another site, no script that was not there when the page was built. Each program carries a checksum; a file that was changed on its way is not started, and the page says so."
        </p>
        <h2 id="code">"Read the code that proves it: half a minute"</h2>
        <ul>
            <li>"In Rust, all calls to the browser are in one folder, src/web/dom/, and local_store.rs alone opens local storage; a test fails otherwise. The JavaScript in src/web/boot/ and src/web/lock/ uses it too."</li>
            <li>"What is kept stands in src/store/, one file for each kind of record."</li>
            <li>"tests/e2e/ walks the whole journey in a real browser and fails at the first request to another site."</li>
        </ul>
        <h2 id="links">"Links that carry answers"</h2>
        <p>
            "Only if you ask for one: a link to your result, a question to a colleague, and the answer back. What it carries stands behind the “#”, which browsers do not send to servers. Whoever has the link can read it, and you cannot call it back."
        </p>
        <h2 id="shared">"Where pages share a storage"</h2>
        <p>
            "Local storage belongs to a host name, not to a page. On a host such as github.io, every project of one owner shares it, so their other pages could read what you keep here. What helps:"
        </p>
        <ul>
            <li>"Lock your journal with a passphrase, on " <a href=data.clone()>"My data"</a> ". Others then see only that something is kept."</li>
            <li>"Take a backup and delete everything when you are done."</li>
            <li>"Host the app under a name of its own. It is static files; the read-me says how."</li>
        </ul>
        <h2 id="cannot">"What a browser cannot promise"</h2>
        <ul>
            <li>"That your data lasts. A browser may clear it when room is short, some after a week without a visit, and a crash can take the last seconds. So take backups."</li>
            <li>"That nobody at your machine reads it. Whoever can open your browser profile can, and so can extensions that you let read pages. A lock helps only while it is closed."</li>
            <li>"That deleted text is gone from the disk at once. The browser overwrites its own files in its own time."</li>
            <li>"That a forgotten passphrase can be replaced. It cannot: nobody else has the key."</li>
            <li>"That a locked journal keeps the very last word. Encrypting takes about a millisecond, and a tab that closes does not wait for it; what you type in one tab while another one locks the journal may lose its last half second."</li>
            <li>"That the address bar never leads elsewhere. The rules above do not stop a link that you follow, and every link to another site is one that you press."</li>
            <li>"That this page is not shown in a frame: a static host cannot forbid it. In a frame, the app reads nothing that is kept."</li>
        </ul>
        <p class="actions">
            <a class="button button-first" href=data>"See what is kept"</a>
        </p>
    }
    .into_any()
}
