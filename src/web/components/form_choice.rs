//! The choice of a form: native radios, each with what it takes and what it buys.

use leptos::prelude::*;

/// One form.
#[derive(Clone, Debug)]
pub struct FormLine {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// How many questions and minutes.
    pub size: String,
    /// What it buys, in a sentence.
    pub buys: String,
}

/// One radio a form.
#[component]
pub fn FormChoice(
    /// The forms, the shortest first.
    forms: Vec<FormLine>,
    /// The id of the one chosen at first.
    chosen: String,
    /// Called with the id of the one chosen.
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
