//! Whether data is saved, how much space it takes, and whether the browser has promised persistent
//! storage.

use leptos::prelude::*;

use crate::store::Inventory;
use crate::web::data::island::DataModel;
use crate::web::dom::{self, LocalStore};
use crate::web::island::redrawn::redrawn;
use crate::web::{state, words};

#[component]
pub(crate) fn Status(model: DataModel) -> impl IntoView {
    let promised = RwSignal::new(None::<bool>);
    dom::is_persistent(move |answer| promised.set(answer));
    let asked = RwSignal::new(None::<bool>);
    let ask = move |_| {
        dom::ask_to_persist(move |answer| {
            asked.set(Some(answer));
            promised.set(Some(answer));
        });
    };
    let ours = move || {
        let units = |kept: &Inventory| kept.units;
        model.kept.with(|kept| kept.as_ref().map_or(0, units))
    };
    let all = Memo::new(move |_| {
        model.kept.track();
        LocalStore::units()
    });
    let used = move || words::room(ours(), all.get(), Inventory::QUOTA);
    let exact = move || words::room_in_numbers(ours(), all.get(), Inventory::QUOTA);
    // A new test each time the data is read again, so that the sentence is never outdated.
    let kept = move || {
        model.kept.track();
        words::save_status(&state::probe())
    };
    view! {
        <section aria-labelledby="status-head">
            <h2 id="status-head">"How it is saved"</h2>
            <dl class="facts">
                <div><dt>"Saving"</dt>
                <dd prop:textContent=kept></dd></div>
                <div><dt>"Space"</dt>
                <dd>
                    <span prop:textContent=used></span>
                    <details class="record-more no-print">
                        <summary>"In numbers"</summary>
                        <span prop:textContent=exact></span>
                    </details>
                </dd></div>
                <div><dt>"Safe from cleaning up"</dt>
                <dd>
                    <span prop:textContent=move || words::promise(promised.get(), asked.get())></span> " "
                    {redrawn(move || {
                        (promised.get() == Some(false) && asked.get().is_none())
                            .then(|| {
                                view! {
                                    <button type="button" class="button-text" on:click=ask>
                                        "Ask the browser not to delete it"
                                    </button>
                                }
                            })
                    })}
                </dd></div>
            </dl>
        </section>
    }
}
