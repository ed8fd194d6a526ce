//! The matrix: competencies down, deep and broad side by side for one rung.
//! All rungs are in the page; the styles show the chosen one.

use leptos::prelude::*;

use super::{LeanMark, LevelLink, LevelTitle, Station, marked};
use crate::ladder::{Lean, LevelCode};

/// What one level expects in one competency.
#[derive(Clone, Debug)]
pub struct MatrixCell {
    /// The level.
    pub code: LevelCode,
    /// The gist.
    pub gist: String,
    /// The gist of the level's twin.
    pub twin: Option<String>,
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
) -> impl IntoView {
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
    let body = rows.into_iter().map(row).collect_view();
    view! {
        <table class="matrix">
            <caption class="visually-hidden">
                "What each competency asks of the chosen rung, deep and broad side by side"
            </caption>
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

fn row(row: MatrixRow) -> impl IntoView {
    let cells = row
        .cells
        .into_iter()
        .map(|cell| {
            let text = marked(&cell.gist, cell.twin.as_deref());
            view! { <td class=class(cell.code) colspan=span(cell.code)>{text}</td> }
        })
        .collect_view();
    view! {
        <tr>
            <th scope="row">
                <a href=row.href>{row.name}</a>
                " "
                <LeanMark lean=row.lean />
            </th>
            {cells}
        </tr>
    }
}

/// `r7` for the rung, and the track where there are two.
fn class(code: LevelCode) -> String {
    match code.is_trunk() {
        true => format!("r{}", code.rung()),
        false => format!("r{} {}", code.rung(), code.track().id()),
    }
}

/// A trunk level says the same for both tracks, once, across both columns.
fn span(code: LevelCode) -> Option<&'static str> {
    code.is_trunk().then_some("2")
}
