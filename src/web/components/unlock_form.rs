//! The form that opens a locked journal. Hidden until it is needed; `unlock.js` activates it before any
//! program starts.

use leptos::prelude::*;

/// The minutes without keyboard or pointer input after which an open journal locks itself.
/// `web/lock/browser.mjs` has the same number.
pub const IDLE_MINUTES: u32 = 15;

/// The message for each error code, and after the deletion.
const SAID: [(&str, &str); 6] = [
    (
        "wrong-passphrase",
        "This passphrase does not open it. Check Caps Lock and the keyboard’s language, and try again.",
    ),
    (
        "damaged-lock",
        "The record that holds the lock is damaged, so no passphrase can open it. Nothing was changed. If you have a backup, delete what is locked and bring the backup back.",
    ),
    (
        "newer-lock",
        "A newer version of this app made this lock. Reload the page to get the newest app.",
    ),
    (
        "no-crypto",
        "This page was not opened over https, so the browser offers no encryption. Open it over https to unlock your journal.",
    ),
    (
        "busy",
        "Another tab is at work on the lock. Wait a moment and try again.",
    ),
    (
        "other",
        "That did not work. Nothing was changed. Reload the page and try again.",
    ),
];

/// The form.
#[component]
pub fn UnlockForm(
    /// Whether the page has the settings of the lock, and so needs its program in any case.
    #[prop(default = false)]
    settings: bool,
) -> impl IntoView {
    let said = SAID
        .map(|(code, words)| {
            view! {
                <p class="notice notice-warning" data-code=code hidden=true role="alert">
                    <strong>"Note: "</strong>
                    {words}
                </p>
            }
        })
        .into_iter()
        .collect_view();
    view! {
        <form id="unlock" class="unlock" hidden=true data-settings=settings.then_some("")>
            <h2>"Your journal is locked"</h2>
            <p>"Type your passphrase to read what this browser keeps. It opens for this tab, until you close it, lock it, or leave it alone for " {IDLE_MINUTES} " minutes."</p>
            <p class="actions">
                <label>
                    "Passphrase "
                    <input
                        type="password"
                        class="field"
                        name="passphrase"
                        autocomplete="current-password"
                        required=true
                    />
                </label>
                <button type="submit" class="button button-first" data-do="open">"Unlock"</button>
            </p>
            {said}
            <div class="notice notice-warning" data-code="gone" hidden=true role="alert">
                <p>"What was locked is deleted, and the lock is gone."</p>
                <p class="actions">
                    <button type="button" class="button" data-do="undo">"Undo"</button>
                    <button type="button" class="button" data-do="go">"Go on"</button>
                </p>
            </div>
            <details>
                <summary>"Lost the passphrase?"</summary>
                <p>
                    "Nobody can open the journal without it; there is no other key. If you have a backup file, delete what is locked here and bring the backup back on “My data”."
                </p>
                <p class="actions">
                    <button type="button" class="button" data-do="forget">"Delete what is locked"</button>
                </p>
            </details>
        </form>
    }
}
