//! The filters of the whole matrix: native radio buttons, a checkbox and two lists. The styles apply
//! them without a script; `data-in-address` is for the script that stores them in the address.

use leptos::prelude::*;

use crate::ladder::LevelCode;

/// The filters.
#[component]
pub fn MatrixFilters(
    /// `(id, name)` of each dimension.
    dimensions: Vec<(String, String)>,
) -> impl IntoView {
    let leans = [
        ("all", "All"),
        ("deep", "Deep"),
        ("broad", "Broad"),
        ("both", "Both"),
    ];
    let leans = leans.map(|(id, words)| (id.to_owned(), words.to_owned()));
    let every = ("all".to_owned(), "All".to_owned());
    view! {
        <div class="matrix-filters no-print">
            {radios("Leans", "lean", leans.into())}
            {radios("Dimension", "dimension", std::iter::once(every).chain(dimensions).collect())}
            <fieldset class="segments">
                <legend>"Rungs"</legend>
                <div class="matrix-range">
                    {rungs("from", "from", 1)} " " {rungs("to", "to", LevelCode::TOP_RUNG)}
                </div>
            </fieldset>
            <label class="matrix-differs">
                <input type="checkbox" id="differs" name="differs" value="1" data-in-address="" />
                <span>"Only what differs"</span>
            </label>
            <button type="button" class="button-text needs-script" data-all="">"Show everything"</button>
        </div>
    }
}

fn radios(legend: &'static str, name: &'static str, choices: Vec<(String, String)>) -> AnyView {
    let radios = choices
        .into_iter()
        .enumerate()
        .map(|(i, (id, words))| {
            view! {
                <label class="segment">
                    <input
                        type="radio"
                        name=name
                        id=format!("{name}-{id}")
                        value=id
                        checked=i == 0
                        data-in-address=""
                    />
                    <span>{words}</span>
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
    .into_any()
}

fn rungs(words: &'static str, name: &'static str, chosen: u8) -> AnyView {
    let options = (1..=LevelCode::TOP_RUNG)
        .map(|rung| {
            view! { <option value=rung.to_string() selected=rung == chosen>{rung.to_string()}</option> }
        })
        .collect_view();
    view! {
        <label>
            {words} " "
            <select id=name name=name data-in-address="" autocomplete="off">{options}</select>
        </label>
    }
    .into_any()
}
