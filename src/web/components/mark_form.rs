//! The form of one mark: four standings as native radio buttons, and a line why.

use leptos::prelude::*;

/// Each standing with its name in records and its words.
const STANDINGS: [(&str, &str); 4] = [
    ("not-yet", "Not yet"),
    ("sometimes", "Sometimes"),
    ("reliably", "Reliably"),
    ("no-chance", "No chance yet"),
];

/// The sign of a standing, or of what is known instead, by its name.
pub fn standing_sign(name: &str) -> &'static str {
    match name {
        "not-yet" => "○",
        "sometimes" => "◐",
        "reliably" => "●",
        "no-chance" => "–",
        "reworded" => "↻",
        "unmarked" => "·",
        _ => "",
    }
}

/// The form.
#[component]
pub fn MarkForm(
    /// A name of its own on the page.
    #[prop(into)]
    name: String,
    /// What is marked.
    legend: String,
    /// The standing that is marked, by its name.
    chosen: Option<&'static str>,
    /// Called with the name of the chosen standing; none to remove the mark.
    on_choose: Callback<Option<&'static str>>,
    /// The line why.
    why: String,
    /// Called with that line once it was changed.
    on_why: Callback<String>,
    /// What is wrong with the line, if something is.
    said: RwSignal<Option<String>>,
) -> impl IntoView {
    let radios = STANDINGS
        .map(|(standing, words)| {
            view! {
                <label class="segment">
                    <input
                        type="radio"
                        id=format!("{name}-{standing}")
                        name=name.clone()
                        value=standing
                        autocomplete="off"
                        checked=chosen == Some(standing)
                        on:change=move |_| on_choose.run(Some(standing))
                    />
                    <span><span class="standing" aria-hidden="true">{standing_sign(standing)}</span> " " {words}</span>
                </label>
            }
        })
        .into_iter()
        .collect_view();
    let more = chosen.map(|_| {
        let (id, length) = (format!("{name}-why"), format!("{name}-why-length"));
        view! {
            <p class="mark-why">
                <label for=id.clone()>"Why, in a line"</label>
                <input
                    type="text"
                    id=id
                    class="field"
                    autocomplete="off"
                    value=why
                    aria-describedby=length.clone()
                    on:change=move |event| on_why.run(event_target_value(&event))
                />
            </p>
            <p id=length class="too-long" role="status" prop:textContent=move || said.get().unwrap_or_default()></p>
            <p>
                <button type="button" class="button-text" on:click=move |_| on_choose.run(None)>
                    "Remove this mark"
                </button>
            </p>
        }
    });
    view! {
        <fieldset class="segments mark-form">
            <legend class="visually-hidden">{legend}</legend>
            <div class="segment-row">{radios}</div>
        </fieldset>
        {more}
    }
}
