//! What levels expect, competency by competency: the levels of one height side by side, the first track
//! at the left. All heights are in the page; the styles show the chosen one, and all of a competency
//! whose mark was chosen in the heat map.

use leptos::prelude::*;

use crate::ladder::{Change, Rung};
use crate::web::components::{
    LeanMark, LeanSign, LevelLink, LevelName, Sign, Station, change_sign, hue_class,
};

/// What one level expects in one competency.
#[derive(Clone, Debug)]
pub struct WordsCell {
    /// The id of these words on the page, where the heat map leads to them.
    pub id: Option<String>,
    /// The level’s rung.
    pub rung: Option<Rung>,
    /// The signs of the levels that expect this: one, or two that expect the same.
    pub signs: Vec<Sign>,
    /// Its place: the column of its track from 1, or 0 for all columns.
    pub column: usize,
    /// The expectation in a few words, or why there is none.
    pub text: Result<String, &'static str>,
    /// The address of the expectation.
    pub href: Option<String>,
    /// How it differs from the level below, with the words for it.
    pub change: Option<(Change, &'static str)>,
}

/// One competency.
#[derive(Clone, Debug)]
pub struct WordsRow {
    /// The id of this row on the page, where the heat map leads to it.
    pub id: Option<String>,
    /// Its name.
    pub name: String,
    /// The address of its page.
    pub href: String,
    /// Which track it counts more for.
    pub lean: Option<LeanSign>,
    /// The ids of its group and of the groups around that, with a space between.
    pub groups: String,
    /// Its cells, the lowest rung first.
    pub cells: Vec<WordsCell>,
}

/// The rows, under the names of the levels.
#[component]
pub fn LevelWords(
    /// The levels, each with its column; the lowest rung first.
    levels: Vec<(LevelLink, usize)>,
    /// The competencies.
    rows: Vec<WordsRow>,
    /// How many columns there are.
    columns: usize,
    /// The way back from a row that was chosen in the heat map.
    #[prop(optional)]
    back: Option<&'static str>,
) -> impl IntoView {
    let heads = levels
        .into_iter()
        .map(|(level, column)| {
            let class = class(level.rung, level.sign.hue, column);
            view! {
                <li class=class>
                    <a href=level.href><LevelName level=level.sign titles=level.titles /></a>
                </li>
            }
        })
        .collect_view();
    let rows = rows.into_iter().map(|one| row(one, back)).collect_view();
    view! {
        <div class=format!("words words-{columns}")>
            <ul class="words-row words-head">{heads}</ul>
            {rows}
        </div>
    }
}

fn row(row: WordsRow, back: Option<&'static str>) -> impl IntoView {
    let cells = row.cells.into_iter().map(cell).collect_view();
    let lean = row.lean.as_ref().map(|lean| lean.id.clone());
    let back = back.filter(|_| row.id.is_some());
    view! {
        <section class="words-row" id=row.id data-lean=lean data-dimension=row.groups>
            <div class="words-name">
                <h3><a href=row.href>{row.name}</a></h3>
                <LeanMark lean=row.lean />
                {back.map(|back| view! { <a class="words-back" href=back target="_self">"Close"</a> })}
            </div>
            <ul>{cells}</ul>
        </section>
    }
}

fn cell(cell: WordsCell) -> AnyView {
    let hue = cell.signs.first().and_then(|sign| sign.hue);
    let hue = hue.filter(|_| cell.column > 0);
    let class = class(cell.rung, hue, cell.column);
    let signs = cell
        .signs
        .into_iter()
        .map(|sign| view! { <Station level=sign /> " " })
        .collect_view();
    let words = match cell.text {
        Ok(text) => match cell.href {
            Some(href) => view! { <a href=href>{text}</a> }.into_any(),
            None => text.into_any(),
        },
        Err(why) => view! { <span class="absent">{why}</span> }.into_any(),
    };
    let change = cell.change.map(|(change, words)| {
        view! { <small><span aria-hidden="true">{change_sign(change)}</span> " " {words}</small> }
    });
    view! { <li id=cell.id class=class>{signs} {words} {change}</li> }.into_any()
}

/// `r7` for the rung, the class of the track, and the column.
fn class(rung: Option<Rung>, hue: Option<u8>, column: usize) -> String {
    let class = format!("{} c{column}", hue_class(hue));
    match rung {
        Some(rung) => format!("{class} r{rung}"),
        None => class,
    }
}
