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
        "That isn’t the passphrase. Check Caps Lock and the keyboard language, and try again.",
    ),
    (
        "damaged-lock",
        "The record of the lock is damaged, so no passphrase can open it. Nothing was changed. If you have a backup, delete the locked data and restore the backup.",
    ),
    (
        "newer-lock",
        "A newer version of this app made this lock. Reload the page to get it.",
    ),
    (
        "no-crypto",
        "This page wasn’t opened over https, so the browser offers no encryption. Open it over https to unlock your data.",
    ),
    (
        "busy",
        "Another tab is changing the lock. Wait a moment and try again.",
    ),
    (
        "other",
        "That didn’t work, and nothing was changed. Reload the page and try again.",
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
                    <strong>"Problem: "</strong>
                    {words}
                </p>
            }
        })
        .into_iter()
        .collect_view();
    view! {
        <form id="unlock" class="unlock" hidden=true data-settings=settings.then_some("")>
            <h2>"Your data is locked"</h2>
            <p>"Enter your passphrase to see your saved data. It opens in this tab until you close the tab, lock your data, or do nothing for " {IDLE_MINUTES} " minutes."</p>
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
                <p>"The locked data and the lock are deleted."</p>
                <p class="actions">
                    <button type="button" class="button" data-do="undo">"Undo"</button>
                    <button type="button" class="button" data-do="go">"Continue"</button>
                </p>
            </div>
            <details>
                <summary>"Forgot the passphrase?"</summary>
                <p>
                    "No one can open your data without it; there is no other key. If you have a backup file, delete the locked data here, then restore the backup under “My data”."
                </p>
                <p class="actions">
                    <button type="button" class="button" data-do="forget">"Delete the locked data"</button>
                </p>
            </details>
        </form>
    }
}
