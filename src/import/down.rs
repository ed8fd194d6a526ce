//! Tables with a level in each row and a competency in each column.

use std::collections::BTreeMap;

use crate::import::columns::{Column, column, is_beside, of_level};
use crate::import::found::Found;
use crate::import::grid::Grid;
use crate::import::level_words::is_level;
use crate::import::names::words;
use crate::import::pay::{self, is_money, is_pay, is_pay_list};
use crate::import::rich::nothing;
use crate::import::same::Row;
use crate::import::shape::{Context, Layout, NO_HEADER};
use crate::import::wide::{joined, name_and_about, say};

/// Whether a heading says no more than that texts are below it.
fn is_general(heading: &str) -> bool {
    heading.is_empty() || matches!(column(heading), Some(Column::Text | Column::About))
}

/// Levels in rows, competencies in columns.
pub(super) fn down(found: &mut Found, grid: &Grid, layout: Layout, context: &Context) {
    let header = match layout.header {
        NO_HEADER => vec![String::new(); grid.width()],
        row => grid.texts(row),
    };
    let rows = grid
        .rows
        .get(layout.header.wrapping_add(1)..)
        .unwrap_or_default();
    let level_at = layout.column;
    // The column with the track of each level, and one with the family of that.
    let of_kind = |kind| header.iter().position(|text| column(text) == Some(kind));
    let family_at = of_kind(Column::Family).filter(|at| *at != level_at);
    let own = of_kind(Column::Track).filter(|at| *at != level_at);
    let (track_at, family_at) = match (own, family_at) {
        (Some(own), family) => (Some(own), family),
        (None, Some(family)) => (Some(family), None),
        // Before the levels, functions are tracks.
        (None, None) => {
            let functions = header.iter().take(level_at);
            let mut functions = functions.map(|text| words(text) == ["function"]);
            (functions.position(|is_one| is_one), None)
        }
    };
    // A column beside the levels with their titles or codes.
    let beside = [level_at + 1, level_at.wrapping_sub(1)]
        .into_iter()
        .find(|at| {
            let texts: Vec<String> = rows
                .iter()
                .map(|row| row.text(*at))
                .filter(|text| !text.is_empty())
                .collect();
            let levels = texts.iter().filter(|text| is_level(text)).count();
            !texts.is_empty()
                && *at < grid.width()
                && levels * 5 >= texts.len() * 4
                && ![track_at, family_at].contains(&Some(*at))
        });
    // A row above with fewer texts names the groups of competencies.
    let above = layout
        .header
        .checked_sub(1)
        .filter(|_| layout.header != NO_HEADER);
    let above = above.map(|row| grid.texts(row)).unwrap_or_default();
    let (mut group, mut last_group) = (Vec::new(), context.group.clone());
    for at in 0..grid.width() {
        if let Some(text) = above.get(at).filter(|text| !text.is_empty()) {
            last_group = Some(text.clone());
        }
        group.push(last_group.clone());
    }
    // With one column of texts, the heading above the table is the competency.
    let texts = (0..grid.width()).filter(|at| {
        let is_read = *at == level_at || [beside, track_at, family_at].contains(&Some(*at));
        !is_read && !header.get(*at).is_some_and(|text| is_pay(text))
    });
    let mut context = context.clone();
    if let [only] = texts.collect::<Vec<_>>().as_slice()
        && let Some(name) = context
            .group
            .as_ref()
            .filter(|_| context.competency.is_none())
        && is_general(&header[*only])
    {
        context.competency = Some(found.competency(name, None));
    }
    let (mut competencies, mut unread) = (Vec::new(), Vec::new());
    for (at, heading) in header.iter().enumerate() {
        let is_level_column = at == level_at || [beside, track_at, family_at].contains(&Some(at));
        let values = rows.iter().filter_map(|row| row.cells.get(at));
        if is_level_column {
            continue;
        }
        if is_pay_list(heading, values) {
            pay::tell(found, &grid.place_of(layout.header), heading);
            unread.push(at);
            continue;
        }
        if is_beside(heading) {
            continue;
        }
        if let Some(one) = context.competency {
            competencies.push((at, Ok(one)));
        } else if let Some(kind) = of_level(heading) {
            competencies.push((at, Err(kind)));
        } else if nothing(heading).is_none() {
            let (name, about) = name_and_about(
                grid.rows
                    .get(layout.header)
                    .and_then(|row| row.cells.get(at)),
                heading,
            );
            let one = found.competency(&name, group.get(at).and_then(Option::as_deref));
            if let Some(entry) = found.competencies.get_mut(one) {
                entry.about.extend(about);
            }
            competencies.push((at, Ok(one)));
        }
    }
    let (mut track, mut family, mut last) = (context.track, None, None);
    let mut columns: BTreeMap<usize, Row> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate() {
        let place = grid.place(row);
        if let Some(text) = row.single() {
            let is_followed = rows.get(at + 1).is_some_and(|next| next.single().is_none());
            if is_followed && grid.width() > 2 && !row.is_blank(0) {
                track = Some(found.track(&text, None));
                last = None;
                continue;
            }
        }
        if let Some(at) = family_at.filter(|at| !row.is_blank(*at)) {
            family = Some(row.text(at));
        }
        if let Some(at) = track_at.filter(|at| !row.is_blank(*at)) {
            track = Some(found.track(&row.text(at), family.as_deref()));
        }
        let name = row.text(level_at);
        let other = beside.map(|at| row.text(at)).unwrap_or_default();
        let level = match last {
            Some(last) if name.is_empty() && other.is_empty() => last,
            _ if nothing(&name).is_some() && nothing(&other).is_some() => {
                let first = row
                    .filled()
                    .first()
                    .map(|at| row.text(*at))
                    .unwrap_or_default();
                found.drop(&place, &first, "a row without a level");
                continue;
            }
            _ => found.level(track, &joined(&name, &other)),
        };
        last = Some(level);
        for (at, kind) in &competencies {
            let Some(rich) = row.cells.get(*at) else {
                continue;
            };
            match kind {
                Err(kind) => say(found, level, *kind, &header[*at], rich),
                Ok(competency) => {
                    let cells = columns.entry(*at).or_insert_with(|| Row::new(*competency));
                    cells.add(found, level, rich, &place);
                }
            }
        }
        for at in row.filled() {
            let is_read = at == level_at
                || [beside, track_at, family_at].contains(&Some(at))
                || unread.contains(&at)
                || competencies.iter().any(|(one, _)| *one == at);
            if !is_read && !is_money(&row.text(at)) {
                let why = match header[at].is_empty() {
                    true => "a column without a heading",
                    false => "not a competency, so its texts are not kept",
                };
                found.drop(&place, &row.text(at), why);
            }
        }
    }
}
