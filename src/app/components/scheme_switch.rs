//! The choice of titles on the broad side: native radios.

use leptos::prelude::*;

/// One radio a scheme.
#[component]
pub fn SchemeSwitch(
    /// `(id, name)` of each scheme, the default one first.
    schemes: Vec<(String, String)>,
    /// The id of the scheme in force; none until what was kept is read.
    chosen: Signal<Option<String>>,
    /// Called with the new scheme's id.
    on_choose: Callback<String>,
) -> impl IntoView {
    let first = schemes.first().map(|(id, _)| id.clone());
    let radios = schemes
        .into_iter()
        .map(|(id, name)| {
            let (value, wanted) = (id.clone(), id.clone());
            let default = first.clone();
            let checked = move || chosen.get().or_else(|| default.clone()) == Some(wanted.clone());
            view! {
                <label class="segment">
                    <input
                        type="radio"
                        name="scheme"
                        value=value
                        prop:checked=checked
                        on:change=move |_| on_choose.run(id.clone())
                    />
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
