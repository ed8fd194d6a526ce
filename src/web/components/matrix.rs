//! The matrix: competencies as rows, deep and broad as columns, for one rung or for all. All rungs are
//! in the page; the styles show the chosen ones.

use leptos::prelude::*;

use crate::ladder::{Lean, LevelCode};
use crate::web::components::{LeanMark, LevelLink, LevelTitle, Station, marked};

/// What one level expects in one competency.
#[derive(Clone, Debug)]
pub struct MatrixCell {
    /// The level.
    pub code: LevelCode,
    /// The gist.
    pub gist: String,
    /// The gist of the level's twin.
    pub twin: Option<String>,
    /// Whether the twin expects nearly the same, in gist and detail.
    pub alike: bool,
    /// The address of the expectation; none if the cell is not a link.
    pub href: Option<String>,
}

/// One competency.
#[derive(Clone, Debug)]
pub struct MatrixRow {
    /// Its name.
    pub name: String,
    /// The address of its page.
    pub href: String,
    /// Its lean.
    pub lean: Lean,
    /// The id of its dimension.
    pub dimension: String,
    /// Its cells, from T1 up.
    pub cells: Vec<MatrixCell>,
}

/// The table.
#[component]
pub fn Matrix(
    /// The columns, from T1 up.
    levels: Vec<LevelLink>,
    /// The competencies.
    rows: Vec<MatrixRow>,
    /// Whether all rungs are shown at once, in a frame that scrolls in both directions.
    #[prop(optional)]
    whole: bool,
) -> impl IntoView {
    let span = |code| if whole { None } else { span(code) };
    let heads = levels
        .into_iter()
        .map(|LevelLink { code, titles, href }| {
            view! {
                <th scope="col" class=class(code) colspan=span(code)>
                    <a href=href>
                        <Station code=code />
                        " "
                        <LevelTitle titles=titles />
                    </a>
                </th>
            }
        })
        .collect_view();
    let body = rows.into_iter().map(|one| row(one, whole)).collect_view();
    let (kind, caption) = match whole {
        true => (
            "matrix matrix-whole",
            "What each competency asks of every level of both tracks",
        ),
        false => (
            "matrix matrix-one",
            "What each competency asks of the chosen rung, deep and broad side by side",
        ),
    };
    view! {
        <table class=kind data-grid=whole.then_some("")>
            <caption class="visually-hidden">{caption}</caption>
            <thead>
                <tr>
                    <th scope="col">"Competency"</th>
                    {heads}
                </tr>
            </thead>
            <tbody>{body}</tbody>
        </table>
    }
}

fn row(row: MatrixRow, whole: bool) -> impl IntoView {
    let alike = row.cells.iter().all(|cell| cell.alike);
    let cells = row
        .cells
        .into_iter()
        .map(|cell| {
            let text = marked(&cell.gist, cell.twin.as_deref());
            let text = match cell.href {
                Some(href) => view! { <a href=href>{text}</a> }.into_any(),
                None => text,
            };
            let span = if whole { None } else { span(cell.code) };
            let alike = if cell.alike { " alike" } else { "" };
            view! { <td class=class(cell.code) + alike colspan=span>{text}</td> }
        })
        .collect_view();
    view! {
        <tr
            class=alike.then_some("alike")
            data-lean=lean(row.lean)
            data-dimension=row.dimension
        >
            <th scope="row">
                <a href=row.href>{row.name}</a>
                " "
                <LeanMark lean=row.lean />
            </th>
            {cells}
        </tr>
    }
}

/// The lean as a value of the filter.
const fn lean(lean: Lean) -> &'static str {
    match lean {
        Lean::Deep => "deep",
        Lean::Broad => "broad",
        Lean::Both => "both",
    }
}

/// `r7` for the rung, and the track if the rung has two, else `trunk`.
fn class(code: LevelCode) -> String {
    match code.is_trunk() {
        true => format!("r{} trunk", code.rung()),
        false => format!("r{} {}", code.rung(), code.track().id()),
    }
}

/// A trunk level is the same for both tracks: one cell across both columns.
fn span(code: LevelCode) -> Option<&'static str> {
    code.is_trunk().then_some("2")
}
