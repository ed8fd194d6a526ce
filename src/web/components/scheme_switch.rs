//! The choice of titles: native radios.

use leptos::prelude::*;

/// One radio button per scheme.
#[component]
pub fn SchemeSwitch(
    /// `(id, name)` of each scheme, the default one first.
    schemes: Vec<(String, String)>,
    /// What is chosen here.
    legend: String,
) -> impl IntoView {
    let radios = schemes
        .into_iter()
        .enumerate()
        .map(|(i, (id, name))| {
            view! {
                <label class="segment">
                    <input type="radio" name="scheme" value=id checked=i == 0 />
                    <span>{name}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="segments scheme-switch">
            <legend>{legend}</legend>
            <div class="segment-row">{radios}</div>
        </fieldset>
    }
}
