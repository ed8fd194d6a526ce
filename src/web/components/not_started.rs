//! Reports that the program of a page did not start, and the cause as far as the browser can tell. The
//! styles show it and the cause, by attributes that `load.js` and `start.js` set on the root element.

use leptos::prelude::*;

/// The causes by their name in `load.js`. `blocked` is shown if no script ran at all.
const CAUSES: [(&str, &str); 7] = [
    (
        "blocked",
        "This page needs JavaScript. It is off or blocked here, or it was changed on its way to you.",
    ),
    (
        "files",
        "The program couldn’t be loaded, or it isn’t the one that was published. Reload the page. If that doesn’t help, an extension or a filter may block it, or a file is missing on the server: please tell the owner of the site.",
    ),
    (
        "connection",
        "The site isn’t responding. Reload the page when you are online.",
    ),
    (
        "browser",
        "This page needs WebAssembly, which is off in this browser, or the browser is too old. Try another browser.",
    ),
    (
        "file",
        "This page was opened as a file, and browsers don’t run programs from a file. Open it at its web address, or serve this folder on your computer, for example with “python3 -m http.server”.",
    ),
    (
        "frame",
        "This page is in a frame that blocks programs. Open the page in its own tab.",
    ),
    (
        "stopped",
        "The program stopped because of an error. Reload the page. If that doesn’t help, switch off extensions that change pages, or tell the owner of the site.",
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
            <strong>"Problem: "</strong>
            {what} " "
            {causes}
            {children()}
        </p>
    }
}
