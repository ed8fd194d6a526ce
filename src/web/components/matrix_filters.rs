//! Which competencies of the ladder to show: native radios and a list. The styles follow them without a
//! script; `data-in-address` is for the script that saves them in the address.

use leptos::prelude::*;

/// The filters. Those that this ladder has nothing for are left out.
#[component]
pub fn MatrixFilters(
    /// `(id, name)` of each track that a competency may count more for, and of “both”.
    leans: Vec<(String, String)>,
    /// `(id, name)` of each group.
    groups: Vec<(String, String)>,
) -> impl IntoView {
    let with_all = |choices: Vec<(String, String)>| {
        let all = std::iter::once(("all".to_owned(), "All".to_owned()));
        let all: Vec<_> = all.chain(choices).collect();
        (all.len() > 2).then_some(all)
    };
    let leans = with_all(leans).map(radios);
    let groups = with_all(groups).map(list);
    let any = leans.is_some() || groups.is_some();
    any.then(|| {
        view! {
            <div class="matrix-filters no-print">
                {leans}
                {groups}
                <button type="button" class="button-text needs-script" data-all="">"Show all"</button>
            </div>
        }
    })
}

fn radios(choices: Vec<(String, String)>) -> AnyView {
    let radios = choices
        .into_iter()
        .enumerate()
        .map(|(i, (id, words))| {
            view! {
                <label class="segment">
                    <input
                        type="radio"
                        name="lean"
                        id=format!("lean-{id}")
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
            <legend>"Counts more for"</legend>
            <div class="segment-row">{radios}</div>
        </fieldset>
    }
    .into_any()
}

fn list(choices: Vec<(String, String)>) -> AnyView {
    let options = choices
        .into_iter()
        .enumerate()
        .map(|(i, (id, words))| view! { <option value=id selected=i == 0>{words}</option> })
        .collect_view();
    view! {
        <label class="matrix-list">
            <span>"Group"</span>
            <select id="dimension" name="dimension" data-in-address="" autocomplete="off">{options}</select>
        </label>
    }
    .into_any()
}
