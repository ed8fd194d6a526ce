//! Reports that the program of a page did not start, and the cause as far as the browser can tell. The
//! styles show it and the cause, by attributes that `load.js` and `start.js` set on the root element.

use leptos::prelude::*;

/// The causes by their name in `load.js`. `blocked` is shown if no script ran at all.
const CAUSES: [(&str, &str); 7] = [
    (
        "blocked",
        "This page needs JavaScript, which is off or blocked here, or was changed on its way.",
    ),
    (
        "files",
        "The program could not be loaded, or is not what was published. Reload the page. If this stays, an extension or a filter may block it, or a file is missing at the host: tell the owner of the site.",
    ),
    (
        "connection",
        "The site does not answer. Reload the page when you are connected.",
    ),
    (
        "browser",
        "This page needs WebAssembly, which is off in this browser, or the browser is too old. Try another browser.",
    ),
    (
        "file",
        "This page was opened as a file, and a browser starts no program from a file. Open the address where the site is published, or serve this folder on your machine, for example with “python3 -m http.server”.",
    ),
    (
        "frame",
        "The frame around this page allows no program. Open the page in a tab of its own.",
    ),
    (
        "stopped",
        "The program stopped because of an error. Reload the page. If this stays, switch off extensions that change pages, or tell the owner of the site.",
    ),
];

/// The notice. Hidden unless there is a problem.
#[component]
pub fn NotStarted(
    /// What does not work.
    what: &'static str,
    /// Whether it is also shown if no script runs: for a page that needs its program.
    if_blocked: bool,
    /// What still works.
    children: Children,
) -> impl IntoView {
    let class = match if_blocked {
        true => "notice notice-warning if-failed if-blocked",
        false => "notice notice-warning if-failed",
    };
    let causes = CAUSES
        .into_iter()
        .filter(|(cause, _)| if_blocked || *cause != "blocked")
        .map(|(cause, words)| view! { <span data-cause=cause>{words} " "</span> })
        .collect_view();
    view! {
        <p class=class role="alert">
            <strong>"Note: "</strong>
            {what} " "
            {causes}
            {children()}
        </p>
    }
}
