//! The choice of a form: native radio buttons in one row, each with its name and its length.

use leptos::prelude::*;

/// One form.
#[derive(Clone, Debug)]
pub struct FormLine {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// How long it takes, in a few words.
    pub size: String,
}

/// One radio button per form.
#[component]
pub fn FormChoice(
    /// The forms, the shortest first.
    forms: Vec<FormLine>,
    /// The id of the form selected at first.
    chosen: String,
    /// Called with the id of the selected form.
    on_choose: Callback<String>,
) -> impl IntoView {
    let radios = forms
        .into_iter()
        .map(|form| {
            let checked = form.id == chosen;
            let id = form.id.clone();
            view! {
                <label class="segment">
                    <input
                        type="radio"
                        name="form"
                        value=form.id
                        checked=checked
                        on:change=move |_| on_choose.run(id.clone())
                    />
                    <span>{form.name} ": " {form.size}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="segments form-choices needs-script">
            <legend>"Length"</legend>
            <div class="segment-row">{radios}</div>
        </fieldset>
    }
}
