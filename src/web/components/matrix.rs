//! The matrix: competencies down, levels across, for one rung or for all.
//! All rungs are in the page; the styles show those that were chosen.

use leptos::prelude::*;

use crate::ladder::Rung;
use crate::web::components::{LeanMark, LeanSign, LevelLink, LevelName, Sign, hue_class, marked};

/// What one level expects in one competency.
#[derive(Clone, Debug)]
pub struct MatrixCell {
    /// The level's rung.
    pub rung: Option<Rung>,
    /// The level's sign.
    pub sign: Sign,
    /// The expectation in a few words, or why there is none.
    pub text: Result<String, &'static str>,
    /// The same at the other level of that height, to mark what differs.
    pub twin: Option<String>,
    /// Whether the other level expects nearly the same, in all its words.
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
    /// Which track it counts more for.
    pub lean: Option<LeanSign>,
    /// The ids of its group and of the groups around that, with a space between.
    pub groups: String,
    /// Its cells, in the order of the columns.
    pub cells: Vec<MatrixCell>,
}

/// The table.
#[component]
pub fn Matrix(
    /// The columns.
    levels: Vec<LevelLink>,
    /// The competencies.
    rows: Vec<MatrixRow>,
    /// Whether all rungs are shown at once, in a frame that scrolls in both directions.
    #[prop(optional)]
    whole: bool,
) -> impl IntoView {
    let spans = match whole {
        true => vec![None; levels.len()],
        false => spans(&levels),
    };
    let heads = levels
        .iter()
        .zip(&spans)
        .map(|(level, span)| {
            let class = class(level.rung, &level.sign);
            view! {
                <th scope="col" class=class colspan=span.map(|span| span.to_string())>
                    <a href=level.href.clone()>
                        <LevelName level=level.sign.clone() titles=level.titles.clone() />
                    </a>
                </th>
            }
        })
        .collect_view();
    let body = rows.into_iter().map(|one| row(one, &spans)).collect_view();
    let (kind, caption) = match whole {
        true => (
            "matrix matrix-whole",
            "What each competency asks of every level",
        ),
        false => (
            "matrix matrix-one",
            "What each competency asks of the chosen rung, track beside track",
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

/// Where one rung shows at a time, its last level takes the columns that wider rungs have more.
fn spans(levels: &[LevelLink]) -> Vec<Option<usize>> {
    let at = |rung| levels.iter().filter(|level| level.rung == rung).count();
    let most = levels.iter().map(|level| at(level.rung)).max().unwrap_or(1);
    let places = levels.iter().enumerate();
    places
        .map(|(i, level)| {
            let is_last = levels.get(i + 1).is_none_or(|next| next.rung != level.rung);
            let span = most + 1 - at(level.rung);
            (is_last && span > 1).then_some(span)
        })
        .collect()
}

fn row(row: MatrixRow, spans: &[Option<usize>]) -> impl IntoView + use<> {
    let alike = row.cells.iter().all(|cell| cell.alike);
    let lean = row.lean.as_ref().map(|lean| lean.id.clone());
    let cells = row
        .cells
        .into_iter()
        .zip(spans.to_vec())
        .map(|(cell, span)| {
            let mut class = class(cell.rung, &cell.sign);
            if cell.alike {
                class.push_str(" alike");
            }
            let text = match cell.text {
                Ok(text) => {
                    let text = marked(&text, cell.twin.as_deref());
                    match cell.href {
                        Some(href) => view! { <a href=href>{text}</a> }.into_any(),
                        None => text,
                    }
                }
                Err(why) => view! { <span class="absent">{why}</span> }.into_any(),
            };
            view! {
                <td class=class colspan=span.map(|span| span.to_string()) data-level=cell.sign.label>{text}</td>
            }
        })
        .collect_view();
    view! {
        <tr
            class=alike.then_some("alike")
            data-lean=lean
            data-dimension=row.groups
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

/// `r7` for the rung, and the class of the level's track.
fn class(rung: Option<Rung>, sign: &Sign) -> String {
    let hue = hue_class(sign.hue);
    match rung {
        Some(rung) => format!("r{rung} {hue}"),
        None => hue,
    }
}
