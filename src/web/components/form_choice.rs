//! The choice of a form: native radio buttons, each with its length and its accuracy.

use leptos::prelude::*;

/// One form.
#[derive(Clone, Debug)]
pub struct FormLine {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The number of questions and minutes.
    pub size: String,
    /// Its accuracy, in a sentence.
    pub buys: String,
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
                <label class="form-choice">
                    <input
                        type="radio"
                        name="form"
                        value=form.id
                        checked=checked
                        on:change=move |_| on_choose.run(id.clone())
                    />
                    <span>
                        <strong>{form.name}</strong> " " {form.size}
                        <span class="soft form-buys">{form.buys}</span>
                    </span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="form-choices needs-script">
            <legend>"How long have you got?"</legend>
            {radios}
        </fieldset>
    }
}
