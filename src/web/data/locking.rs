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
            <h2 id="lock-head">"Lock your journal"</h2>
            <div role="status">
                {redrawn(move || match said.get() {
                    Some(Ok(done)) => view! { <p class="notice">{done}</p> }.into_any(),
                    Some(Err(why)) => {
                        view! { <Notice tone=Tone::Warning>{why}</Notice> }.into_any()
                    }
                    None if busy.get() => {
                        view! { <p class="soft">"One moment: this is slow on purpose."</p> }
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
                            "Not possible here: the browser offers encryption only on pages that were opened over https and may keep something."
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
                "Locked. From now on what you write is encrypted before it is kept.",
            )),
            Err(why) => said.set(Some(Err(why))),
        }
    };
    view! {
        <p>
            "With a passphrase, your attempts, opinions and notes are encrypted before they are kept. Whoever else can read this browser’s storage then sees that something is there, how much, and when it changed; not what."
        </p>
        <ul>
            <li>
                <strong>"A forgotten passphrase cannot be replaced."</strong>
                " Nobody has another key. Write it down, or take a backup first; the backup file is not locked."
            </li>
            <li>"It opens for one tab, until you close it, lock it, or leave it alone for " {IDLE_MINUTES} " minutes."</li>
            <li>"Your settings stay readable: titles, rung, reminder."</li>
            <li>"While it is open, the key is in this tab’s session storage, so that the next page need not ask. A browser may write that to its own files, to bring tabs back after a crash; Firefox does so every few seconds. It goes when you lock, and when you close the tab. If you want nothing of it there, let each page ask."</li>
            <li>"Text that the browser kept before may linger in its own files until it tidies up."</li>
        </ul>
        <form on:submit=submit>
            <p class="actions">
                {field("Passphrase, 8 letters or more", "new-password", NEW)}
                {field("The same again", "new-password", AGAIN)}
                <button type="submit" class="button" disabled=move || busy.get()>
                    "Lock my journal"
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
                "The passphrase is changed. The old one opens nothing any more.",
            )),
            Err(why) => said.set(Some(Err(why))),
        }
    };
    let lock = move |_| act.run(("lock", Vec::new(), "Locked in every tab."));
    let off = move |_| {
        act.run((
            "off",
            Vec::new(),
            "The lock is off. What is kept is readable text again.",
        ));
    };
    let finish = move |_| act.run(("finish", Vec::new(), "Done: everything is in order."));
    view! {
        <p>"Your journal is locked with a passphrase and open in this tab."</p>
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
                    {field("Present passphrase", "current-password", PRESENT)}
                    {field("New passphrase, 8 letters or more", "new-password", NEW)}
                    {field("The new one again", "new-password", AGAIN)}
                    <button type="submit" class="button" disabled=move || busy.get()>
                        "Change it"
                    </button>
                </p>
                <p class="soft">
                    "If somebody else knows the present one, switch the lock off and on again instead: that makes a new key too."
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
            None if on => Some(Ok("From now on each page asks, and no key is written anywhere.")),
            None => Some(Ok("From the next time you unlock it, it stays open from page to page.")),
            Some(_) => Some(Err("This choice could not be saved. Allow storage for this site, or make room under “What is kept”.")),
        });
    };
    view! {
        <p>
            <label class="check">
                <input type="checkbox" prop:checked=move || asks.get() on:change=set />
                <span>"Ask for the passphrase on every page, and write the key nowhere"</span>
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
        () if first != again => Err("The two differ. Type the same passphrase twice."),
        () => Ok(first.to_owned()),
    }
}
