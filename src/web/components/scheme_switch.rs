//! The choice of titles on the broad side: native radio buttons.

use leptos::prelude::*;

/// One radio button per scheme.
#[component]
pub fn SchemeSwitch(
    /// `(id, name)` of each scheme, the default one first.
    schemes: Vec<(String, String)>,
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
            <legend>"Titles on the broad side"</legend>
            <div class="segment-row">{radios}</div>
        </fieldset>
    }
}
