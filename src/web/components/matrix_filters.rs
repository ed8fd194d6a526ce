//! What to show of the whole matrix: native radios, a box and two lists. The styles follow them
//! without a script; `data-in-address` is for the script that saves them in the address.

use leptos::prelude::*;

use crate::ladder::Rung;

/// The filters. Those that this ladder has nothing for are left out.
#[component]
pub fn MatrixFilters(
    /// `(id, name)` of each track that a competency may count more for, and of “both”.
    leans: Vec<(String, String)>,
    /// `(id, name)` of each group.
    groups: Vec<(String, String)>,
    /// The rungs.
    rungs: Vec<Rung>,
    /// Whether any two levels of one height can be told apart or not.
    differs: bool,
) -> impl IntoView {
    let every = || ("all".to_owned(), "All".to_owned());
    let with_all = |choices: Vec<(String, String)>| {
        let all: Vec<_> = std::iter::once(every()).chain(choices).collect();
        (all.len() > 2).then_some(all)
    };
    let leans = with_all(leans).map(|choices| radios("Leans", "lean", choices));
    let groups = with_all(groups).map(|choices| radios("Dimension", "dimension", choices));
    let range = rungs.first().copied().zip(rungs.last().copied());
    let range = range.filter(|(low, high)| low < high).map(|(low, high)| {
        view! {
            <fieldset class="segments">
                <legend>"Rungs"</legend>
                <div class="matrix-range">
                    {list("from", &rungs, low)} " " {list("to", &rungs, high)}
                </div>
            </fieldset>
        }
    });
    let differs = differs.then(|| {
        view! {
            <label class="matrix-differs">
                <input type="checkbox" id="differs" name="differs" value="1" data-in-address="" />
                <span>"Only what differs"</span>
            </label>
        }
    });
    let any = leans.is_some() || groups.is_some() || range.is_some() || differs.is_some();
    any.then(|| {
        view! {
            <div class="matrix-filters no-print">
                {leans}
                {groups}
                {range}
                {differs}
                <button type="button" class="button-text needs-script" data-all="">"Show everything"</button>
            </div>
        }
    })
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

fn list(name: &'static str, rungs: &[Rung], chosen: Rung) -> AnyView {
    let options = rungs
        .iter()
        .map(|rung| {
            let is_chosen = *rung == chosen;
            view! { <option value=rung.to_string() selected=is_chosen>{rung.to_string()}</option> }
        })
        .collect_view();
    view! {
        <label>
            {name} " "
            <select id=name name=name data-in-address="" autocomplete="off">{options}</select>
        </label>
    }
    .into_any()
}
