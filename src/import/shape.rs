//! Which way round a table is: levels across or down, one row for each statement, a list, names of
//! equal standing. A guess that is asked, then the reader for it.

use std::collections::BTreeSet;

use crate::import::columns::{Column, columns};
use crate::import::found::Found;
use crate::import::grid::Grid;
use crate::import::heads::{
    HEADINGS_WITHIN, LOOKED_AT, best_column, best_row, has_bold_header, header_above, is_list,
};
use crate::import::level_words::is_level;
use crate::import::steps::Steps;
use crate::import::{down, long, wide};

/// What the headings above a table say of it.
#[derive(Clone, Debug, Default)]
pub(super) struct Context {
    pub track: Option<usize>,
    pub group: Option<String>,
    pub level: Option<usize>,
    pub competency: Option<usize>,
    /// Where headings name the levels, what a table is that is below none of them.
    pub aside: Option<Shape>,
}

/// Which way round a table is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// A level in each column, a competency in each row.
    Across,
    /// A level in each row, a competency in each column.
    Down,
    /// A level and a competency in each row, named in two columns.
    Long,
    /// A competency in each row, without a level, or with the one above the table.
    Competencies,
    /// A level in each row, described in the other columns.
    Levels,
    /// Names of levels only; those of one row have equal standing.
    Standing,
    /// Not part of the ladder.
    Skip,
}

/// Each with its id, and what it is called in a question.
const SHAPES: [(Shape, (&str, &str)); 7] = [
    (
        Shape::Across,
        (
            "levels-across",
            "Each column is a level, each row a competency",
        ),
    ),
    (
        Shape::Down,
        (
            "levels-down",
            "Each row is a level, each column a competency",
        ),
    ),
    (
        Shape::Long,
        (
            "one-a-row",
            "Each row names a level and a competency, and what is expected",
        ),
    ),
    (
        Shape::Competencies,
        ("competencies", "Each row is a competency, without levels"),
    ),
    (
        Shape::Levels,
        (
            "levels",
            "There are no competencies; each row describes a level",
        ),
    ),
    (
        Shape::Standing,
        (
            "standing",
            "There are only names of levels; those in one row are equally high",
        ),
    ),
    (
        Shape::Skip,
        ("skip", "Not part of the ladder; leave it out"),
    ),
];

/// What is known of a table before it is read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Layout {
    pub shape: Shape,
    /// The row of the headings; `usize::MAX` for none.
    pub header: usize,
    /// The column of the levels, where they are down.
    pub column: usize,
}

/// The row of the headings where there is none.
pub(super) const NO_HEADER: usize = usize::MAX;
/// The most characters of a row in a question.
const LONGEST_ROW: usize = 60;

/// What a shape is called, where it helps with names of levels from the table.
fn in_words(grid: &Grid, shape: Shape, words: &str) -> String {
    let rows = grid.rows.iter().take(HEADINGS_WITHIN);
    let mut names: Vec<Vec<String>> = rows
        .map(|row| (0..row.cells.len()).map(|at| row.text(at)).collect())
        .collect();
    names
        .iter_mut()
        .for_each(|texts| texts.retain(|text| is_level(text)));
    let pair = names.iter().find(|texts| texts.len() > 1);
    match (
        shape,
        names.iter().flatten().next(),
        pair.map(Vec::as_slice),
    ) {
        (Shape::Levels, Some(one), _) => format!("{words}, such as “{one}”"),
        (Shape::Standing, _, Some([one, other, ..])) => {
            format!("{words}, such as “{one}” and “{other}”")
        }
        _ => words.to_owned(),
    }
}

/// Reads a table, or the several that it is.
pub(super) fn read(found: &mut Found, grid: Grid, context: &Context) {
    let mut title = None;
    let mut parts = Vec::new();
    for part in grid.parts(begins) {
        let mut part = part.even();
        // A part or a first row of one text is the title of what follows it.
        while let Some(row) = part.rows.first()
            && (part.width() != 2 || !row.is_blank(0))
            && let Some(text) = row.single()
        {
            let place = part.place(row);
            match title {
                None => title = Some((place, text)),
                Some(_) => found.drop(&place, &text, "a text above a table"),
            }
            part.rows.remove(0);
        }
        if !part.rows.is_empty() {
            parts.push((title.take(), part.even()));
        }
    }
    if let Some((place, text)) = title {
        found.drop(&place, &text, "a text below or between tables");
    }
    let are_tracks = parts.len() > 1 && parts.iter().all(|(title, _)| title.is_some());
    for (title, part) in parts {
        one(found, part, context, title, are_tracks);
    }
}

fn one(
    found: &mut Found,
    grid: Grid,
    context: &Context,
    title: Option<(String, String)>,
    are_tracks: bool,
) {
    found.tables += 1;
    let id = format!("table-{}", found.tables);
    let mut layout = guess(&grid, context);
    // A name and a text without any level, beside other tables, is a list of something else.
    if layout.shape == Shape::Across && found.tables > 1 && is_list(&grid) {
        layout.shape = Shape::Skip;
    }
    let name = SHAPES
        .iter()
        .find(|(shape, _)| *shape == layout.shape)
        .map_or("skip", |(_, (name, _))| name);
    let words = SHAPES.map(|(shape, (id, words))| (id, in_words(&grid, shape, words)));
    let options: Vec<(&str, &str)> = words.iter().map(|(id, one)| (*id, one.as_str())).collect();
    let question = format!("How is {} laid out?", grid.called());
    let is_told = context.level.is_some() || context.competency.is_some();
    let shape_id = format!("{id}.shape");
    // Below the heading of a level or a competency it is plain what a table is.
    let answer = match is_told {
        true => found.chosen(&shape_id).unwrap_or(name).to_owned(),
        false => found.ask(&shape_id, &question, name, &options),
    };
    let chosen = SHAPES.iter().find(|(_, (name, _))| *name == answer);
    if let Some((shape, _)) = chosen
        && *shape != layout.shape
    {
        layout = as_shape(&grid, *shape);
    }
    if !is_told && !matches!(layout.shape, Shape::Skip | Shape::Standing) {
        header(found, &grid, &id, &mut layout);
    }
    let mut context = context.clone();
    if let Some((place, text)) = title {
        match layout.shape {
            Shape::Across | Shape::Down if are_tracks && context.track.is_none() => {
                context.track = Some(found.track(&text, None));
            }
            _ if found.tables == 1 => found.name = Some(text),
            Shape::Across if context.group.is_none() => context.group = Some(text),
            _ => found.drop(&place, &text, "a text above a table"),
        }
    }
    match layout.shape {
        Shape::Across => wide::across(found, &grid, layout, &context),
        Shape::Down => down::down(found, &grid, layout, &context),
        Shape::Long => long::rows(found, &grid, layout, &context),
        Shape::Competencies => long::competencies(found, &grid, layout, &context),
        Shape::Levels => long::levels(found, &grid, layout, &context),
        Shape::Standing => {
            let rows = (0..grid.rows.len()).map(|row| grid.texts(row));
            found.standings.push(rows.collect());
        }
        Shape::Skip => {
            left_out(found, &grid, "that is not part of the ladder");
        }
    }
}

/// Says that a table is left out, row by row.
pub(super) fn left_out(found: &mut Found, grid: &Grid, why: &str) {
    let why = format!("a table of {} rows {why}", grid.rows.len());
    for (at, row) in grid.rows.iter().enumerate() {
        let texts = grid.texts(at).join(" | ");
        found.drop(&grid.place(row), &texts, &why);
    }
}

/// Asks which row has the headings.
fn header(found: &mut Found, grid: &Grid, id: &str, layout: &mut Layout) {
    let guess = match layout.header {
        NO_HEADER => "none".to_owned(),
        row => (row + 1).to_string(),
    };
    let question = format!("Which row of {} has the headings?", grid.called());
    let most = grid.rows.len().min(HEADINGS_WITHIN);
    let rows = (0..most).map(|row| {
        let texts: Vec<String> = grid.texts(row);
        let texts = texts.into_iter().filter(|text| !text.is_empty());
        let all = texts.collect::<Vec<_>>().join(", ");
        let mut short: String = all.chars().take(LONGEST_ROW).collect();
        if short.len() < all.len() {
            short.push('…');
        }
        ((row + 1).to_string(), format!("Row {}: {short}", row + 1))
    });
    let rows: Vec<(String, String)> = rows.collect();
    let mut options: Vec<(&str, &str)> = rows
        .iter()
        .map(|(id, words)| (id.as_str(), words.as_str()))
        .collect();
    options.push(("none", "None: the first row is like the others"));
    let answer = found.ask(&format!("{id}.header"), &question, &guess, &options);
    layout.header = answer
        .parse::<usize>()
        .map_or(NO_HEADER, |row| row.wrapping_sub(1));
}

/// Whether a part below a blank row is a table of its own.
fn begins(above: &Grid, part: &Grid) -> bool {
    if part.rows.len() < 2 {
        let is_title = part.rows.first().is_some_and(|row| row.single().is_some());
        return is_title && above.rows.len() > 1;
    }
    // The headings stand first, or below a row of merged ones.
    let first = part.rows.iter().position(|row| row.single().is_none());
    if let (Some((row, _)), Some(first)) = (best_row(part), first)
        && row <= first + usize::from(part.rows[first].is_blank(0))
    {
        return true;
    }
    let above_is_across = best_row(above).is_some();
    above_is_across && best_column(part).is_some()
}

fn guess(grid: &Grid, context: &Context) -> Layout {
    let first = |shape| Layout {
        shape,
        header: 0,
        column: 0,
    };
    let kinds = columns(&grid.texts(0));
    let has = |column| kinds.contains(&Some(column));
    let known = kinds.iter().flatten().count();
    let across = best_row(grid);
    let down = best_column(grid);
    if context.level.is_some() {
        return match across {
            Some((header, levels)) if levels > 2 => Layout {
                shape: Shape::Across,
                header,
                column: 0,
            },
            _ => as_shape(grid, Shape::Competencies),
        };
    }
    if context.competency.is_some() {
        return as_shape(grid, Shape::Down);
    }
    let is_level_list = || {
        let column = kinds.iter().position(|kind| *kind == Some(Column::Level));
        let column = column.unwrap_or_default();
        let mut seen = BTreeSet::new();
        let rows = grid.rows.iter().skip(1);
        has(Column::Competency)
            && rows.clone().count() <= 30
            && rows.clone().all(|row| {
                row.text(column)
                    .parse::<u32>()
                    .is_ok_and(|n| seen.insert(n))
            })
    };
    if across.is_none() && has(Column::Level) && known >= 2 && is_level_list() {
        return first(Shape::Levels);
    }
    let says = has(Column::Text) || has(Column::Step) || has(Column::Examples);
    if has(Column::Level) && has(Column::Competency) && says {
        return first(Shape::Long);
    }
    let all = (0..grid.rows.len().min(LOOKED_AT)).flat_map(|row| grid.texts(row));
    let all: Vec<String> = all.filter(|text| !text.is_empty()).collect();
    let has_letter = |text: &&String| text.chars().any(char::is_alphabetic);
    let names = all.iter().filter(has_letter).filter(|text| is_level(text));
    let names: Vec<&String> = names.collect();
    let below = grid
        .rows
        .iter()
        .skip(1)
        .flat_map(|row| row.cells.iter().skip(1));
    let are_steps = Steps::of(below).is_some();
    let is_standing = names.len() >= 4
        && names.len() * 10 >= all.len() * 7
        && !has(Column::Competency)
        && !are_steps;
    if grid.width() > 1 && is_standing {
        return first(Shape::Standing);
    }
    if let Some(shape) = context.aside {
        return as_shape(grid, shape);
    }
    match (across, down.filter(|_| !are_steps)) {
        (Some((header, levels)), other)
            if other.is_none_or(|(_, others)| {
                // The wider share wins: of the columns, or of the rows.
                levels * grid.rows.len() >= others * grid.width()
            }) =>
        {
            Layout {
                shape: Shape::Across,
                header,
                column: 0,
            }
        }
        (_, Some((column, _))) => {
            let width = grid.width();
            let about_levels = kinds
                .iter()
                .flatten()
                .all(|kind| !matches!(kind, Column::Competency | Column::Group));
            let is_list = known == width && about_levels && !says;
            let shape = if is_list { Shape::Levels } else { Shape::Down };
            Layout {
                shape,
                header: header_above(grid, column),
                column,
            }
        }
        _ if has(Column::Competency) && known >= 2 => first(Shape::Competencies),
        _ if grid.width() < 2 => first(Shape::Skip),
        _ => first(Shape::Across),
    }
}

/// The layout for a shape that was chosen.
fn as_shape(grid: &Grid, shape: Shape) -> Layout {
    let known = columns(&grid.texts(0)).iter().flatten().count();
    let (mut header, mut column) = (0, 0);
    match shape {
        Shape::Across => header = best_row(grid).map_or(0, |(row, _)| row),
        Shape::Down | Shape::Levels => {
            column = best_column(grid).map_or(0, |(column, _)| column);
            header = header_above(grid, column);
        }
        Shape::Competencies if known < 2 && !has_bold_header(grid) => header = NO_HEADER,
        _ => {}
    }
    Layout {
        shape,
        header,
        column,
    }
}
