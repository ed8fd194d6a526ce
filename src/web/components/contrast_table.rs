//! Aspects as rows, deep and broad as columns, with an optional column for the shared rungs before
//! them.

use leptos::prelude::*;

/// One aspect.
pub struct ContrastRow {
    /// The aspect.
    pub aspect: String,
    /// Before the tracks separate; none in a table without that column.
    pub shared: Option<String>,
    /// On the deep side.
    pub deep: String,
    /// On the broad side.
    pub broad: String,
    /// The basis of the row.
    pub basis: AnyView,
}

/// The table. On a phone each row becomes a block with its own labels.
#[component]
pub fn ContrastTable(
    /// What the table shows, for anyone who does not see it.
    #[prop(into)]
    caption: String,
    /// The heads: of the aspects, the shared column, deep and broad.
    heads: [String; 4],
    /// The rows.
    rows: Vec<ContrastRow>,
) -> impl IntoView {
    let shared = rows.iter().any(|row| row.shared.is_some());
    let [aspect, before, deep, broad] = heads;
    let body = rows
        .into_iter()
        .map(|row| {
            let before = shared.then(|| {
                view! { <td data-head=before.clone()>{row.shared}</td> }
            });
            view! {
                <tr>
                    <th scope="row">{row.aspect}</th>
                    {before}
                    <td class="side-1" data-head=deep.clone()>{row.deep}</td>
                    <td class="side-2" data-head=broad.clone()>{row.broad} " " {row.basis}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <table class="contrast">
            <caption class="visually-hidden">{caption}</caption>
            <thead>
                <tr>
                    <th scope="col">{aspect}</th>
                    {shared.then(|| view! { <th scope="col">{before}</th> })}
                    <th scope="col" class="side-1">{deep}</th>
                    <th scope="col" class="side-2">{broad}</th>
                </tr>
            </thead>
            <tbody>{body}</tbody>
        </table>
    }
}
