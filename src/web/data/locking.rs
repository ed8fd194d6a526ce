//! The lock of the journal: explained before it is set, then set, changed, closed and removed.

use leptos::prelude::*;

use crate::web::components::{IDLE_MINUTES, Notice, Tone};
use crate::web::data::island::DataModel;
use crate::web::dom::{self, LockState};
use crate::web::island::redrawn::redrawn;
use crate::web::{state, words};

/// The minimum number of characters of a passphrase.
const SHORTEST: usize = 8;
/// The fields: the present passphrase, a new one, and the new one repeated.
const PRESENT: &str = "passphrase-present";
const NEW: &str = "passphrase-new";
const AGAIN: &str = "passphrase-again";

#[component]
pub(crate) fn Locking(model: DataModel) -> impl IntoView {
    let state = RwSignal::new(dom::lock_state());
    // A form is redrawn only if it is replaced: redrawing would clear what was typed.
    let now = Memo::new(move |_| state.get());
    let said = RwSignal::new(None::<Result<&'static str, &'static str>>);
    let busy = RwSignal::new(false);
    let act = Callback::new(
        move |(what, passphrases, done): (&'static str, Vec<String>, &'static str)| {
            busy.set(true);
            said.set(None);
            let passphrases: Vec<&str> = passphrases.iter().map(String::as_str).collect();
            dom::about_lock(what, &passphrases, move |ended| {
                busy.set(false);
                said.set(Some(match ended {
                    Ok(()) => Ok(done),
                    Err(code) => Err(words::lock_problem(&code)),
                }));
                state.set(dom::lock_state());
                model.reread();
                // The form that had the focus may have been removed.
                dom::focus("lock-head");
            });
        },
    );
    view! {
        <section aria-labelledby="lock-head">
            <h2 id="lock-head">"Lock your data"</h2>
            <div role="status">
                {redrawn(move || match said.get() {
                    Some(Ok(done)) => view! { <p class="notice">{done}</p> }.into_any(),
                    Some(Err(why)) => {
                        view! { <Notice tone=Tone::Warning>{why}</Notice> }.into_any()
                    }
                    None if busy.get() => {
                        view! { <p class="soft">"One moment. This is slow on purpose."</p> }
                            .into_any()
                    }
                    None => ().into_any(),
                })}
            </div>
            {redrawn(move || match now.get() {
                LockState::Off => view! { <SwitchOn act=act busy=busy said=said /> }.into_any(),
                LockState::Open => view! { <Opened act=act busy=busy said=said /> }.into_any(),
                LockState::Shut => view! { <p>"It is locked. Reload the page to open it."</p> }.into_any(),
                LockState::Impossible => {
                    view! {
                        <p>
                            "A lock isn’t possible here. Browsers offer encryption only on pages that were opened over https and are allowed to save something."
                        </p>
                    }
                        .into_any()
                }
            })}
        </section>
    }
}

/// An action, its passphrases, and the message for when it is done.
type Act = Callback<(&'static str, Vec<String>, &'static str)>;
type Said = RwSignal<Option<Result<&'static str, &'static str>>>;

#[component]
fn SwitchOn(act: Act, busy: RwSignal<bool>, said: Said) -> impl IntoView {
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match fit(&typed(NEW), &typed(AGAIN)) {
            Ok(passphrase) => act.run((
                "on",
                vec![passphrase],
                "Your data has a lock now. It stays open in this tab; everything you write is encrypted before it is saved.",
            )),
            Err(why) => said.set(Some(Err(why))),
        }
    };
    view! {
        <p>
            "With a passphrase, your attempts, opinions and notes are encrypted before they are saved. Anyone else who can read this browser’s storage sees that something is there, how much, and when it changed, but not what it says."
        </p>
        <ul>
            <li>
                <strong>"A forgotten passphrase can’t be recovered."</strong>
                " No one has another key. Write it down, or make a backup first; the backup file isn’t locked."
            </li>
            <li>"It opens in one tab, until you close the tab, lock your data, or do nothing for " {IDLE_MINUTES} " minutes."</li>
            <li>"Your settings stay readable: titles, level, reminder."</li>
            <li>"While it is open, the key is in this tab’s session storage, so that the next page doesn’t have to ask. Browsers may write that to their own files to restore tabs after a crash; Firefox does it every few seconds. The key is removed when you lock your data and when you close the tab. If you don’t want it there at all, let every page ask."</li>
            <li>"Text that was saved before may stay in the browser’s own files until it cleans up."</li>
        </ul>
        <form on:submit=submit>
            <p class="actions">
                {field("Passphrase, 8 characters or more", "new-password", NEW)}
                {field("Passphrase again", "new-password", AGAIN)}
                <button type="submit" class="button" disabled=move || busy.get()>
                    "Lock my data"
                </button>
            </p>
        </form>
        <AskOnEveryPage said=said />
    }
}

#[component]
fn Opened(act: Act, busy: RwSignal<bool>, said: Said) -> impl IntoView {
    let change = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match fit(&typed(NEW), &typed(AGAIN)) {
            Ok(passphrase) => act.run((
                "change",
                vec![typed(PRESENT), passphrase],
                "The passphrase is changed. The old one no longer works.",
            )),
            Err(why) => said.set(Some(Err(why))),
        }
    };
    let lock = move |_| act.run(("lock", Vec::new(), "Locked in every tab."));
    let off = move |_| {
        act.run((
            "off",
            Vec::new(),
            "The lock is off. Your data is saved as plain text again.",
        ));
    };
    let finish = move |_| act.run(("finish", Vec::new(), "Done. Everything is in order."));
    view! {
        <p>"Your data has a lock with a passphrase. It is open in this tab."</p>
        <p class="actions">
            <button type="button" class="button" disabled=move || busy.get() on:click=lock>
                "Lock now"
            </button>
            <button type="button" class="button" disabled=move || busy.get() on:click=off>
                "Switch the lock off"
            </button>
            {redrawn(move || {
                matches!(said.get(), Some(Err(_)))
                    .then(|| {
                        view! {
                            <button type="button" class="button" on:click=finish>
                                "Try to finish"
                            </button>
                        }
                    })
            })}
        </p>
        <AskOnEveryPage said=said />
        <details>
            <summary>"Change the passphrase"</summary>
            <form on:submit=change>
                <p class="actions">
                    {field("Current passphrase", "current-password", PRESENT)}
                    {field("New passphrase, 8 characters or more", "new-password", NEW)}
                    {field("New passphrase again", "new-password", AGAIN)}
                    <button type="submit" class="button" disabled=move || busy.get()>
                        "Change passphrase"
                    </button>
                </p>
                <p class="soft">
                    "If someone else knows the current one, switch the lock off and on again instead. That makes a new key, too."
                </p>
            </form>
        </details>
    }
}

/// Whether the key is passed from page to page.
#[component]
fn AskOnEveryPage(said: Said) -> impl IntoView {
    let asks = RwSignal::new(state::settings().ask_on_every_page == Some(true));
    state::follow_settings(move |settings| {
        // The form may have been removed by now.
        let _gone = asks.try_set(settings.ask_on_every_page == Some(true));
    });
    let set = move |event: leptos::ev::Event| {
        let on = event_target_checked(&event);
        let kept = state::change_settings(|settings| {
            settings.ask_on_every_page = on.then_some(true);
        });
        asks.set(state::settings().ask_on_every_page == Some(true));
        dom::touch_lock();
        said.set(match words::problem(&kept) {
            None if on => Some(Ok("From now on every page asks, and the key is written nowhere.")),
            None => Some(Ok("The next time you unlock it, it stays open from page to page.")),
            Some(_) => Some(Err("This setting couldn’t be saved. Allow storage for this site, or delete something under “What is saved”.")),
        });
    };
    view! {
        <p>
            <label class="check">
                <input type="checkbox" prop:checked=move || asks.get() on:change=set />
                <span>"Ask for the passphrase on every page, and never write the key down"</span>
            </label>
        </p>
    }
}

fn field(words: &'static str, complete: &'static str, id: &'static str) -> AnyView {
    view! {
        <label>
            {words} " "
            <input type="password" class="field" id=id autocomplete=complete required=true />
        </label>
    }
    .into_any()
}

/// The text of a field when the form is submitted: a password manager fills it in without an event.
fn typed(id: &str) -> String {
    dom::filled(id).unwrap_or_default()
}

/// Checks that a passphrase is long enough and that both entries are equal.
fn fit(first: &str, again: &str) -> Result<String, &'static str> {
    match () {
        () if first.chars().count() < SHORTEST => Err(words::lock_problem("short-passphrase")),
        () if first != again => Err("The two passphrases differ. Type the same one twice."),
        () => Ok(first.to_owned()),
    }
}
