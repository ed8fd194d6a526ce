//! Tables with a competency and a level for each cell, either way round.

use crate::import::columns::{Column, OfLevel, column, of_level};
use crate::import::found::Found;
use crate::import::grid::{Grid, GridRow};
use crate::import::level_words::{is_code, is_level};
use crate::import::names::key;
use crate::import::pay::{self, is_pay_list};
use crate::import::rich::{Rich, nothing};
use crate::import::same::Row;
use crate::import::shape::{Context, Layout, NO_HEADER};
use crate::import::sides::{
    Sides, examples_of, first_level, is_pay_column, level_columns, second_header, sides,
};
use crate::import::steps::Steps;
use crate::ladder::{CellFile, Fact};

/// The competency of texts that stand below no name of one.
pub(super) const WHOLE: &str = "Expectations";
/// The most characters of the name of a competency; what is longer explains it.
const LONGEST_NAME: usize = 90;
/// Levels in columns, competencies in rows.
pub(super) fn across(found: &mut Found, grid: &Grid, layout: Layout, context: &Context) {
    let header = grid.texts(layout.header);
    let Some(first) = first_level(grid, &header) else {
        return;
    };
    let levels = level_columns(found, grid, layout.header, first, context);
    let of_pay = header.iter().enumerate();
    let of_pay = of_pay.map(|(at, text)| is_pay_column(grid, layout.header, at, text));
    let is_pay: Vec<bool> = of_pay.collect();
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
    // Without a column of names, the heading above is the competency.
    let whole = (first == 0).then(|| {
        let name = group.take().unwrap_or_else(|| WHOLE.to_owned());
        found.competency(&name, None)
    });
    let values = rows
        .iter()
        .flat_map(|row| levels.iter().filter_map(|(at, _)| row.cells.get(*at)));
    let mut steps = Steps::of(values);
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
        let next = rows.get(at + 1);
        let is_followed = next.is_some_and(|next| next.single().is_none());
        let filled = row.filled();
        let is_before = filled.len() > 1 || filled.first().is_some_and(|at| *at < first.max(1));
        let single = row.single().filter(|_| is_before && grid.width() > 2);
        if let Some(text) = single.as_ref().filter(|_| is_followed) {
            group = Some(text.clone());
            last = None;
            continue;
        }
        let is_nameless = whole.is_none() && row.is_blank(sides.name);
        if let Some(text) = single.filter(|_| is_nameless) {
            found.drop(&place, &text, "a text below the rows of competencies");
            continue;
        }
        let of_group = sides.group.filter(|column| !row.is_blank(*column));
        let of_group = of_group.map(|column| row.text(column));
        // A row that says something where groups stand, without a name, is one of its own, unless the
        // names of that group are below it.
        let has_names = next.is_some_and(|next| {
            let is_open = sides.group.is_none_or(|column| next.is_blank(column));
            is_open && !next.is_blank(sides.name)
        });
        let is_own = is_nameless && of_group.is_some();
        let row_group = match is_own && !has_names {
            true => context.group.clone(),
            false => {
                group = of_group.clone().or(group);
                group.clone()
            }
        };
        let heading = match (whole, of_group) {
            (Some(_), _) => String::new(),
            (None, Some(text)) if is_own => text,
            _ => row.text(sides.name),
        };
        let values = levels.iter().filter_map(|(at, _)| row.cells.get(*at));
        if is_pay_list(&heading, values) {
            pay::tell(found, &place, &heading);
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
        let competency = match whole.or(last.filter(|_| name_is_blank)) {
            // A row without a name goes on with the one above: cells were merged.
            Some(last) => last,
            None if name_is_blank => {
                if let Some((at, _)) = filled().next() {
                    found.drop(&place, &row.text(*at), "a row without a name");
                }
                continue;
            }
            None => named(found, row, &sides, &heading, row_group.as_deref()),
        };
        last = Some(competency);
        let mut cells = Row::new(competency);
        for (at, level) in &levels {
            if let Some(rich) = row.cells.get(*at) {
                match &mut steps {
                    Some(steps) => steps.cell(found, competency, *level, rich, &place),
                    None => cells.add(found, *level, rich, &place),
                }
            }
        }
        let is_read = |at: usize| {
            levels.iter().any(|(one, _)| *one == at) || (whole.is_none() && sides.has(at))
        };
        let others = (0..row.cells.len()).filter(|at| !row.is_blank(*at) && !is_read(*at));
        for at in others {
            let heading = header.get(at).map(String::as_str).unwrap_or_default();
            if let Some(level) = examples_of(found, &levels, heading) {
                let pieces = row.cells[at].pieces.iter();
                let examples = CellFile {
                    examples: pieces.map(|piece| piece.text.clone()).collect(),
                    ..CellFile::default()
                };
                found.cell(competency, level, examples, &place);
                continue;
            }
            match column(heading) {
                Some(Column::Examples) => {
                    if let Some(entry) = found.competencies.get_mut(competency) {
                        entry
                            .evidence
                            .extend(row.cells[at].pieces.iter().map(|piece| piece.text.clone()));
                    }
                }
                Some(Column::Id) => {}
                _ if is_pay.get(at) == Some(&true) => pay::tell(found, &place, heading),
                _ => found.drop(
                    &place,
                    &row.text(at),
                    "not a level, so its texts are not kept",
                ),
            }
        }
    }
    if let Some(steps) = steps {
        steps.finish(found);
    }
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
