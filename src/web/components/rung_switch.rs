//! The choice of a rung: native radios. The styles follow them without a script.

use leptos::prelude::*;

use crate::ladder::Rung;

/// One radio for each rung.
#[component]
pub fn RungSwitch(
    /// The label of the choice.
    legend: &'static str,
    /// The rungs on offer.
    rungs: Vec<Rung>,
    /// The rung chosen at first.
    chosen: Rung,
    /// Whether the choice is stored in the address.
    #[prop(optional)]
    in_address: bool,
    /// Called with the new rung.
    on_choose: Callback<Rung>,
) -> impl IntoView {
    let radios = rungs
        .into_iter()
        .map(|rung| {
            view! {
                <label class="segment">
                    <input
                        type="radio"
                        name="rung"
                        id=format!("rung-{rung}")
                        value=rung.to_string()
                        checked=rung == chosen
                        data-in-address=in_address.then_some("")
                        on:change=move |_| on_choose.run(rung)
                    />
                    <span>{rung.to_string()}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="segments">
            <legend>{legend}</legend>
            <div class="segment-row">{radios}</div>
        </fieldset>
    }
}
