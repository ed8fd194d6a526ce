//! `/privacy/`: what is saved, where, and how to check each promise in two minutes.

use leptos::prelude::*;

use crate::route::{GrowthPart, Route};
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
        "What this app saves, where, and how to check in two minutes that nothing leaves your browser.",
        content,
    )
}

fn content() -> AnyView {
    let data = HERE.link(&Route::Data);
    let growth = HERE.link(&Route::Growth(GrowthPart::Overview));
    view! {
        <h1>"Privacy, to check for yourself"</h1>
        <p class="lede">
            "Your answers stay in this browser. There is no server, no account, and no one counts visits. You don’t have to believe that: you can check it in two minutes."
        </p>
        <h2 id="kept">"What is saved, and where"</h2>
        <p>
            "Everything is in this browser’s local storage, under names that begin with “ladder-explorer/v2/” and the id of this copy of the app. "
            <a href=data.clone()>"My data"</a> " lists all of it."
        </p>
        <ul>
            <li>"Your attempts at the quiz: the answers, how much of each kind of work you do now, the date, and a name and a note if you write one. The result itself is not saved; it is worked out from the answers each time."</li>
            <li>"Second opinions that colleagues sent you."</li>
            <li><a href=growth>"My growth"</a> ": the levels you chose, your marks with a line why, evidence, plans, check-ins, and second views that you saved. A view that you write about someone else is not saved unless you ask for it."</li>
            <li>"Notes for a case that an earlier version saved, until you delete them."</li>
            <li>"Settings: the titles you chose, your level, the key that opens the search, a reminder."</li>
            <li>"When you made your last backup, and which notices you have dismissed."</li>
        </ul>
        <p>
            "While a tab is open, the browser’s session storage may also hold when a page was last reloaded, and the key to your data if you locked it and unlocked it in that tab. Ticks, the log of your week, and what you search for are not saved at all."
        </p>
        <h2 id="lock">"What a browser may write while your locked data is open"</h2>
        <ul>
            <li>"While your locked data is open, the key is in the session storage of that tab. Browsers write session storage to their own files, so that they can restore tabs after a crash; Firefox does it every few seconds. The key is removed when you lock your data, when you close the tab, and after " {IDLE_MINUTES} " minutes without activity. It is never in local storage."</li>
            <li>"If you choose “Ask for the passphrase on every page” under " <a href=data.clone()>"My data"</a> ", the key is written nowhere. It is only in the memory of the open page."</li>
            <li>"Text fields are marked so that browsers don’t save what you type in them."</li>
            <li>"No page can protect you from these: extensions that you allow to read pages, other pages on the same host while your data is open, the memory of the computer, and files it writes when a program crashes."</li>
        </ul>
        <h2 id="network">"Watch the network: one minute"</h2>
        <ol>
            <li>"Open the developer tools (F12, or Ctrl+Shift+I; on a Mac, Command+Option+I) and choose “Network”."</li>
            <li>"Load the quiz. Every line is a page or a program of this site."</li>
            <li>"Clear the list and answer a few questions. The list stays empty."</li>
            <li>"Go offline and keep answering. It still works, because nothing is requested."</li>
        </ol>
        <h2 id="rules">"Read the rule that forbids it: half a minute"</h2>
        <p>
            "View the source of any page (Ctrl+U). Near the top is a Content-Security-Policy. “default-src 'none'” forbids everything, and the rest allows only this site’s own files. The browser enforces it, even against our own mistakes: no requests to other sites, and no scripts that weren’t there when the page was built. Every program also has a checksum. If a file was changed on its way to you, it doesn’t start, and the page tells you."
        </p>
        <h2 id="code">"Read the code that proves it: half a minute"</h2>
        <ul>
            <li>"In Rust, all calls to the browser are in one folder, src/web/dom/, and only local_store.rs opens local storage; otherwise a test fails. The JavaScript in src/web/boot/ and src/web/lock/ uses it too."</li>
            <li>"What is saved is defined in src/store/, one file for each kind of record."</li>
            <li>"tests/e2e/ goes through the whole app in a real browser and fails at the first request to another site."</li>
        </ul>
        <h2 id="links">"Links that carry answers"</h2>
        <p>
            "A link carries answers only if you ask for one: a link to your result, a question to a colleague, and the reply. The answers are in the part after “#”, which browsers don’t send to servers. Anyone who has the link can read it, and you can’t take it back."
        </p>
        <h2 id="shared">"If other pages share the storage"</h2>
        <p>
            "Local storage belongs to a host name, not to a page. On a host such as github.io, all projects of one owner share it, so their other pages could read what you save here. You can:"
        </p>
        <ul>
            <li>"Lock your data with a passphrase under " <a href=data.clone()>"My data"</a> ". Other pages then see only that something is saved."</li>
            <li>"Make a backup and delete everything when you are done."</li>
            <li>"Host the app under a name of its own. It is only static files; the README explains how."</li>
        </ul>
        <h2 id="cannot">"What no browser can promise"</h2>
        <ul>
            <li>"That your data lasts. A browser may delete it when space is short, some do after a week without a visit, and a crash can lose the last few seconds. So make backups."</li>
            <li>"That no one at your computer reads it. Anyone who can open your browser profile can, and so can extensions that you allow to read pages. A lock helps only while it is locked."</li>
            <li>"That deleted text leaves the disk at once. The browser overwrites its files in its own time."</li>
            <li>"That a forgotten passphrase can be recovered. It can’t: no one else has the key."</li>
            <li>"That locked data includes the very last word. Encryption takes about a millisecond, and a closing tab doesn’t wait for it. If another tab locks your data while you type, the last half second may be lost."</li>
            <li>"That every address stays on this site. The rules above don’t stop a link that you click; every link to another site is one that you choose to open."</li>
            <li>"That this page isn’t shown in a frame on another site: a static host can’t forbid it. In a frame, the app reads nothing that is saved."</li>
        </ul>
        <p class="actions">
            <a class="button button-first" href=data>"See what is saved"</a>
        </p>
    }
    .into_any()
}
