//! Tables with a competency and a level for each cell, either way round.

use crate::import::cell::cell;
use crate::import::columns::{Column, OfLevel, column, is_money, is_pay, of_level};
use crate::import::found::Found;
use crate::import::grid::{Grid, GridRow};
use crate::import::level_words::{is_code, is_level};
use crate::import::names::{clean, key};
use crate::import::rich::{Rich, nothing};
use crate::import::shape::{Context, Layout, NO_HEADER};
use crate::ladder::Fact;

/// The most characters of the name of a competency; what is longer explains it.
const LONGEST_NAME: usize = 90;
/// Columns after the levels that are no levels.
const NOT_LEVELS: [&str; 8] = [
    "notes",
    "note",
    "comment",
    "comments",
    "examples",
    "description",
    "source",
    "weight",
];

/// Levels in columns, competencies in rows.
pub(super) fn across(found: &mut Found, grid: &Grid, layout: Layout, context: &Context) {
    let header = grid.texts(layout.header);
    let Some(first) = first_level(grid, &header) else {
        return;
    };
    let levels = level_columns(found, grid, layout.header, first, context);
    let sides = sides(grid, layout.header, &header, first);
    let (mut group, mut last) = (context.group.clone(), None);
    // The cell above the names may say what group they are of.
    if let Some(corner) = header.get(sides.name)
        && group.is_none()
        && column(corner).is_none()
        && nothing(corner).is_none()
        && !is_level(corner)
        && found.tables > 1
    {
        group = Some(corner.clone());
    }
    let start = match layout.header {
        NO_HEADER => 0,
        row => row + 1 + usize::from(second_header(grid, row, first)),
    };
    let rows = grid.rows.get(start..).unwrap_or_default();
    for (at, row) in rows.iter().enumerate() {
        let place = grid.place(row);
        let texts = grid.texts(start + at);
        if texts.get(first..).is_some() && texts.get(first..) == header.get(first..) {
            // The headings are repeated; what stands before them may name a group.
            if let Some(text) = texts
                .get(sides.name)
                .filter(|text| header.get(sides.name) != Some(text))
            {
                group = Some(text.clone());
            }
            continue;
        }
        let is_followed = rows.get(at + 1).is_some_and(|next| next.single().is_none());
        if let Some(text) = row.single().filter(|_| is_followed && grid.width() > 2) {
            group = Some(text);
            last = None;
            continue;
        }
        if let Some(column) = sides.group
            && !row.is_blank(column)
        {
            group = Some(row.text(column));
        }
        let heading = row.text(sides.name);
        let values: Vec<&Rich> = levels
            .iter()
            .filter_map(|(at, _)| row.cells.get(*at))
            .collect();
        if is_pay_list(&heading, &values) {
            found.drop(&place, &heading, "pay is left out");
            continue;
        }
        let filled = || levels.iter().filter(|(at, _)| !row.is_blank(*at));
        if let Some(kind) = of_level(&heading) {
            for (at, level) in filled() {
                say(found, *level, kind, &heading, &row.cells[*at]);
            }
            continue;
        }
        let name_is_blank = nothing(&heading).is_some();
        let competency = match last.filter(|_| name_is_blank) {
            // A row without a name goes on with the one above: cells were merged.
            Some(last) => last,
            None if name_is_blank => {
                if let Some((at, _)) = filled().next() {
                    found.drop(&place, &row.text(*at), "a row without a name");
                }
                continue;
            }
            None => named(found, row, &sides, &heading, group.as_deref()),
        };
        last = Some(competency);
        for (at, level) in &levels {
            if let Some(rich) = row.cells.get(*at)
                && let Some(cell) = cell(rich, found, &place)
            {
                found.cell(competency, *level, cell, &place);
            }
        }
        let end = levels.last().map_or(first, |(at, _)| *at);
        let others = (end + 1..row.cells.len()).filter(|at| !row.is_blank(*at));
        for at in others {
            let text = row.text(at);
            match header.get(at).and_then(|heading| column(heading)) {
                Some(Column::Examples) => {
                    if let Some(entry) = found.competencies.get_mut(competency) {
                        entry
                            .evidence
                            .extend(row.cells[at].pieces.iter().map(|piece| piece.text.clone()));
                    }
                }
                _ => found.drop(&place, &text, "a column beside the levels"),
            }
        }
    }
}

/// The columns before the levels.
struct Sides {
    name: usize,
    group: Option<usize>,
    about: Option<usize>,
}

fn sides(grid: &Grid, header_row: usize, header: &[String], first: usize) -> Sides {
    let kind = |at: usize| header.get(at).and_then(|heading| column(heading));
    let rows = || {
        grid.rows
            .iter()
            .enumerate()
            .filter(|(at, _)| *at != header_row)
            .map(|(_, row)| row)
    };
    let length = |at: usize| -> usize {
        let lengths = rows()
            .filter(|row| !row.is_blank(at))
            .map(|row| row.text(at).chars().count());
        let (sum, count) = lengths.fold((0, 0), |(sum, count), one| (sum + one, count + 1));
        sum.checked_div(count).unwrap_or_default()
    };
    let distinct = |at: usize| {
        let texts = rows()
            .filter(|row| !row.is_blank(at))
            .map(|row| row.text(at));
        texts.collect::<std::collections::BTreeSet<_>>().len()
    };
    let mut all: Vec<usize> = (0..first).collect();
    let about = match all.as_slice() {
        [_, .., last]
            if matches!(kind(*last), Some(Column::About | Column::Text)) || length(*last) > 45 =>
        {
            Some(*last)
        }
        _ => None,
    };
    all.retain(|at| Some(*at) != about);
    let (name, group) = match all.as_slice() {
        [] => (0, None),
        [one] => (*one, None),
        [one, .., other]
            if kind(*other) == Some(Column::Group) || distinct(*other) < distinct(*one) =>
        {
            (*one, Some(*other))
        }
        [one, .., other] => (*other, Some(*one)),
    };
    Sides { name, group, about }
}

/// The competency of a row. What follows the name in its cell explains it.
fn named(
    found: &mut Found,
    row: &GridRow,
    sides: &Sides,
    heading: &str,
    group: Option<&str>,
) -> usize {
    let (name, mut about) = name_and_about(row.cells.get(sides.name), heading);
    let competency = found.competency(&name, group);
    if let Some(at) = sides.about.filter(|at| !row.is_blank(*at)) {
        about.push(row.text(at));
    }
    if let Some(entry) = found.competencies.get_mut(competency) {
        for text in about {
            if !entry.about.contains(&text) {
                entry.about.push(text);
            }
        }
    }
    competency
}

/// The name in a cell, and what explains it there.
pub(super) fn name_and_about(rich: Option<&Rich>, heading: &str) -> (String, Vec<String>) {
    let pieces = rich.map(|rich| rich.pieces.as_slice()).unwrap_or_default();
    if let [first, rest @ ..] = pieces {
        let mut about: Vec<String> = rest.iter().map(|piece| piece.text.clone()).collect();
        if let Some(lead) = first.lead.as_ref().filter(|_| !first.rest.is_empty()) {
            about.insert(0, first.rest.clone());
            return (lead.clone(), about);
        }
        if !rest.is_empty() {
            return (first.text.trim_end_matches(':').to_owned(), about);
        }
    }
    for mark in [": ", " – ", " — ", " - ", ". "] {
        if heading.chars().count() > LONGEST_NAME
            && let Some((name, about)) = heading.split_once(mark)
            && !name.trim().is_empty()
        {
            return (name.trim().to_owned(), vec![about.trim().to_owned()]);
        }
    }
    (heading.trim_end_matches(':').to_owned(), Vec::new())
}

/// The first column that is a level, or stands where levels do.
fn first_level(grid: &Grid, header: &[String]) -> Option<usize> {
    let by_name = header
        .iter()
        .enumerate()
        .skip(1)
        .find(|(_, text)| is_level(text) && column(text).is_none());
    let found = by_name.map(|(at, _)| at);
    found.or((grid.width() > 1).then_some(1))
}

/// Whether the row below the headings names the same levels again: their titles, or their codes.
fn second_header(grid: &Grid, header: usize, first: usize) -> bool {
    let (above, below) = (grid.texts(header), grid.texts(header + 1));
    let names: Vec<&String> = below
        .iter()
        .skip(first)
        .filter(|text| !text.is_empty())
        .collect();
    let lead = below.first().map(String::as_str).unwrap_or_default();
    let is_named = !lead.is_empty() && of_level(lead).is_none() && column(lead).is_none();
    let is_repeated = below.get(first..) == above.get(first..);
    !is_named && !is_repeated && names.len() >= 2 && names.iter().all(|text| is_level(text))
}

/// The columns of levels with the place of each level.
fn level_columns(
    found: &mut Found,
    grid: &Grid,
    header: usize,
    first: usize,
    context: &Context,
) -> Vec<(usize, usize)> {
    let names = grid.texts(header);
    let other = match header != NO_HEADER && second_header(grid, header, first) {
        true => grid.texts(header + 1),
        false => Vec::new(),
    };
    // A row above with fewer texts names the tracks, each over its first column.
    let above = header
        .checked_sub(1)
        .filter(|_| header != NO_HEADER)
        .map(|row| grid.texts(row));
    let above = above.filter(|texts| {
        texts
            .iter()
            .skip(first)
            .filter(|text| !text.is_empty())
            .count()
            > 1
    });
    let (mut track, mut levels) = (context.track, Vec::new());
    for (at, name) in names.iter().enumerate().skip(first) {
        if let Some(text) = above.as_ref().and_then(|texts| texts.get(at))
            && !text.is_empty()
        {
            track = Some(found.track(text, None));
        }
        let beside = other.get(at).map(String::as_str).unwrap_or_default();
        let is_other = NOT_LEVELS.contains(&clean(name).to_lowercase().as_str());
        if is_pay(name) {
            found.drop(
                &format!("{}, line {}", grid.file, grid.rows[header].line),
                name,
                "pay is left out",
            );
            continue;
        }
        if is_other || (name.is_empty() && beside.is_empty()) {
            if levels.is_empty() || is_other {
                continue;
            }
            break;
        }
        let level = found.level(track, &joined(name, beside));
        levels.push((at, level));
    }
    levels
}

/// One name of a code and a title in two cells.
pub(super) fn joined(name: &str, beside: &str) -> String {
    match (is_code(name), is_code(beside)) {
        _ if beside.is_empty() || key(name) == key(beside) => name.to_owned(),
        _ if name.is_empty() => beside.to_owned(),
        (true, false) => format!("{beside} ({name})"),
        (false, true) => format!("{name} ({beside})"),
        _ => format!("{name} {beside}"),
    }
}

pub(super) fn is_pay_list(heading: &str, values: &[&Rich]) -> bool {
    let texts: Vec<String> = values
        .iter()
        .map(|rich| rich.line())
        .filter(|text| !text.is_empty())
        .collect();
    let money = texts.iter().filter(|text| is_money(text)).count();
    is_pay(heading) || (!texts.is_empty() && money * 10 >= texts.len() * 6)
}

/// What a row or column says of a level itself.
pub(super) fn say(found: &mut Found, level: usize, kind: OfLevel, heading: &str, rich: &Rich) {
    let text = rich.line();
    let Some(entry) = found
        .levels
        .get_mut(level)
        .filter(|_| nothing(&text).is_none())
    else {
        return;
    };
    match kind {
        OfLevel::About => entry.about.push(text),
        OfLevel::Title => entry.title = text,
        OfLevel::Fact => entry.facts.push(Fact {
            name: heading.to_owned(),
            text: Some(text),
            ..Fact::default()
        }),
    }
}
