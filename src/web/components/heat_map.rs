//! The whole ladder as one table: competencies down, levels across, a sign and a tint in each cell. It is
//! as wide as the page lets it be; each cell and each name leads to its words.

use leptos::prelude::*;

use crate::ladder::{Change, Rung};
use crate::web::components::{LevelLink, hue_class};

/// Levels that stand together: those that tracks share, or those of one track.
#[derive(Clone, Debug)]
pub struct HeatGroup {
    /// The name over them.
    pub name: String,
    /// The levels, the lowest first.
    pub levels: Vec<LevelLink>,
}

/// What one level expects in one competency, as a mark.
#[derive(Clone, Debug)]
pub struct HeatCell {
    /// Where its words are on this page; none where the level expects nothing.
    pub href: Option<String>,
    /// What the mark says, or why there is none.
    pub label: String,
    /// How it differs from the level below, where the authors say it.
    pub change: Option<Change>,
    /// How much the competency counts on the level's track, 0 to 3, where the ladder says it.
    pub weight: Option<u8>,
}

/// One competency.
#[derive(Clone, Debug)]
pub struct HeatRow {
    /// Its name.
    pub name: String,
    /// Where its words are on this page.
    pub href: String,
    /// The id of the track it counts more for, or that of “both”.
    pub lean: Option<String>,
    /// The ids of its groups, with a space between.
    pub groups: String,
    /// Its cells, in the order of the levels.
    pub cells: Vec<HeatCell>,
}

/// The sign of a step.
pub const fn change_sign(change: Change) -> &'static str {
    match change {
        Change::Same => "=",
        Change::More => "+",
        Change::New => "◆",
    }
}

/// With more levels than this the table scrolls.
const MOST_LEVELS: usize = 20;
/// Longer labels than this are written upwards.
const LONGEST_LABEL: usize = 3;

/// The table. Its links stay in their own window where the page is shown in a frame.
#[component]
pub fn HeatMap(
    /// The levels, in groups.
    groups: Vec<HeatGroup>,
    /// The competencies.
    rows: Vec<HeatRow>,
    /// What it shows, for those who do not see it.
    caption: String,
) -> impl IntoView {
    let levels: Vec<(Option<String>, LevelLink)> = groups
        .into_iter()
        .flat_map(|group| {
            let mut name = Some(group.name);
            let levels = group.levels.into_iter();
            levels.map(move |level| (name.take(), level))
        })
        .collect();
    let classes: Vec<String> = levels
        .iter()
        .map(|(name, level)| class(level.rung, level, name.is_some()))
        .collect();
    let long = |(_, level): &(_, LevelLink)| level.sign.label.chars().count() > LONGEST_LABEL;
    let is_tall = levels.iter().any(long);
    let scrolls = levels.len() > MOST_LEVELS;
    let heads = levels
        .into_iter()
        .zip(&classes)
        .map(|((name, level), class)| {
            let name = name.map(|name| view! { <span class="heat-track">{name}</span> " " });
            view! {
                <th scope="col" class=class.clone()>
                    {name}
                    <a href=level.href title=level.name>{level.sign.label}</a>
                </th>
            }
        })
        .collect_view();
    let body = rows
        .into_iter()
        .map(|one| row(one, &classes))
        .collect_view();
    let mut kind = "heat".to_owned();
    if is_tall {
        kind.push_str(" heat-tall");
    }
    let table = view! {
        <table class=kind data-grid="">
            <caption class="visually-hidden">{caption}</caption>
            <thead>
                <tr>
                    <th scope="col">"Competency"</th>
                    {heads}
                </tr>
            </thead>
            <tbody>{body}</tbody>
        </table>
    };
    match scrolls {
        true => view! {
            <section class="scroll heat-scroll" tabindex="0" aria-label="The ladder at a glance">{table}</section>
        }
        .into_any(),
        false => table.into_any(),
    }
}

fn row(row: HeatRow, classes: &[String]) -> impl IntoView + use<> {
    let cells = row
        .cells
        .into_iter()
        .zip(classes.to_vec())
        .map(|(cell, mut class)| {
            if let Some(weight) = cell.weight {
                class.push_str(&format!(" w{weight}"));
            }
            let mark = cell.change.map(change_sign);
            match cell.href {
                Some(href) => view! { <td class=class><a href=href target="_self" aria-label=cell.label>{mark}</a></td> }
                    .into_any(),
                None => {
                    class.push_str(" heat-none");
                    view! { <td class=class><span class="visually-hidden">{cell.label}</span></td> }
                        .into_any()
                }
            }
        })
        .collect_view();
    view! {
        <tr data-lean=row.lean data-dimension=row.groups>
            <th scope="row"><a href=row.href target="_self">{row.name}</a></th>
            {cells}
        </tr>
    }
}

/// `r7` for the rung, the class of the track, and whether a group of levels begins.
fn class(rung: Option<Rung>, level: &LevelLink, first: bool) -> String {
    let mut class = hue_class(level.sign.hue);
    if let Some(rung) = rung {
        class.push_str(&format!(" r{rung}"));
    }
    if first {
        class.push_str(" heat-first");
    }
    class
}
