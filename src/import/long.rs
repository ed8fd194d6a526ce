//! Tables with one row for a statement, a competency or a level; what a column is, is in its heading.

use std::collections::BTreeSet;

use crate::import::cell::cell;
use crate::import::columns::{Column, OfLevel, column, columns, of_level};
use crate::import::found::Found;
use crate::import::grid::{Grid, GridRow};
use crate::import::names::key;
use crate::import::pay::{self, is_pay, is_pay_of};
use crate::import::rich::{Rich, nothing};
use crate::import::shape::{Context, Layout, NO_HEADER};
use crate::import::steps::Steps;
use crate::import::wide::name_and_about;
use crate::ladder::{CellFile, Fact};

/// The columns of a table by what they are.
struct Kinds {
    headings: Vec<String>,
    kinds: Vec<Option<Column>>,
}

impl Kinds {
    fn of(grid: &Grid, layout: Layout) -> Self {
        let headings = match layout.header {
            NO_HEADER => vec![String::new(); grid.width()],
            row => grid.texts(row),
        };
        Self {
            kinds: columns(&headings),
            headings,
        }
    }

    fn at(&self, column: Column) -> Option<usize> {
        self.kinds.iter().position(|kind| *kind == Some(column))
    }

    fn all(&self, column: Column) -> impl Iterator<Item = usize> {
        let kinds = self.kinds.iter().enumerate();
        kinds
            .filter(move |(_, kind)| **kind == Some(column))
            .map(|(at, _)| at)
    }

    fn text(&self, row: &GridRow, column: Column) -> Option<String> {
        let text = row.text(self.at(column)?);
        nothing(&text).is_none().then_some(text)
    }

    /// Names that never come again are statements, if another column groups them: that names competencies.
    fn name_statements(&mut self, rows: &[GridRow]) {
        let (Some(name), Some(group)) = (self.at(Column::Competency), self.at(Column::Group))
        else {
            return;
        };
        let distinct = |at: usize| {
            let texts = rows.iter().map(|row| row.text(at));
            texts.collect::<BTreeSet<_>>().len()
        };
        let is_competency = |at: usize| {
            let heading = self.headings.get(at);
            heading.and_then(|text| column(text)) == Some(Column::Competency)
        };
        let is_plain = is_competency(name) && is_competency(group);
        if is_plain
            && rows.len() > 3
            && distinct(name) == rows.len()
            && distinct(group) < rows.len()
        {
            self.kinds[name] = Some(Column::Text);
            self.kinds[group] = Some(Column::Competency);
        }
    }

    /// Says once which columns are not read.
    fn note_others(&self, found: &mut Found, grid: &Grid) {
        for (heading, kind) in self.headings.iter().zip(&self.kinds) {
            if kind.is_none() && !heading.is_empty() {
                let why = match is_pay(heading) {
                    true => pay::LEFT,
                    false => "not part of a ladder, so its texts are not kept",
                };
                found.drop(&grid.place_of(0), heading, why);
            }
        }
    }
}

/// The rows below the headings.
fn below(grid: &Grid, layout: Layout) -> &[GridRow] {
    grid.rows
        .get(layout.header.wrapping_add(1)..)
        .unwrap_or_default()
}

/// A level and a competency in each row. What a row leaves out of these is as in the row above.
pub(super) fn rows(found: &mut Found, grid: &Grid, layout: Layout, context: &Context) {
    let mut kinds = Kinds::of(grid, layout);
    kinds.name_statements(below(grid, layout));
    kinds.note_others(found, grid);
    let mut steps = Steps::default();
    let (mut track, mut level, mut name, mut group) =
        (context.track, None, None, context.group.clone());
    for row in below(grid, layout) {
        let place = grid.place(row);
        if let Some(text) = kinds.text(row, Column::Track) {
            let family = kinds.text(row, Column::Family);
            let at = found.track(&text, family.as_deref());
            track = Some(at);
            if let Some(about) = kinds.text(row, Column::TrackAbout)
                && let Some(entry) = found.tracks.get_mut(at)
                && entry.about.is_empty()
            {
                entry.about.push(about);
            }
        }
        if let Some(text) = kinds.text(row, Column::Level) {
            let at = found.level(track, &text);
            level = Some(at);
            if let Some(about) = kinds.text(row, Column::LevelAbout)
                && let Some(entry) = found.levels.get_mut(at)
                && !entry.about.contains(&about)
            {
                entry.about.push(about);
            }
        }
        group = kinds.text(row, Column::Group).or(group);
        name = kinds.text(row, Column::Competency).or(name);
        let (Some(level), Some(name)) = (level, name.as_ref()) else {
            found.drop(
                &place,
                &row.text(0),
                "a row without a level or a competency",
            );
            continue;
        };
        let competency = found.competency(name, group.as_deref());
        describe(found, competency, &kinds, row);
        let mut whole = contents(found, &kinds, row, &place);
        if let Some(text) = kinds.text(row, Column::Step) {
            whole.step = Some(steps.step(&text));
            if let Some(entry) = found.competencies.get_mut(competency) {
                entry.scale = Some(Steps::SCALE.to_owned());
            }
        }
        if whole != CellFile::default() {
            found.cell(competency, level, whole, &place);
        }
    }
    steps.finish(found);
}

/// What a competency is, from its row.
fn describe(found: &mut Found, competency: usize, kinds: &Kinds, row: &GridRow) {
    let about = kinds.text(row, Column::About);
    if let Some(entry) = found.competencies.get_mut(competency)
        && let Some(about) = about
        && !entry.about.contains(&about)
    {
        entry.about.push(about);
    }
}

/// What the columns of texts and examples say.
fn contents(found: &mut Found, kinds: &Kinds, row: &GridRow, place: &str) -> CellFile {
    let mut whole = CellFile::default();
    for at in kinds.all(Column::Text) {
        let rich = row.cells.get(at).cloned().unwrap_or_default();
        if let Some(one) = cell(&rich, found, place) {
            match whole == CellFile::default() {
                true => whole = one,
                false => {
                    crate::import::cell::join(&mut whole, one);
                }
            }
        }
    }
    for at in kinds.all(Column::Examples) {
        let pieces = row
            .cells
            .get(at)
            .map(|rich| rich.pieces.as_slice())
            .unwrap_or_default();
        let texts = pieces.iter().filter(|piece| nothing(&piece.text).is_none());
        whole.examples.extend(texts.map(|piece| piece.text.clone()));
    }
    whole
}

/// A competency in each row. What it says holds of the level above the table, or explains it.
pub(super) fn competencies(found: &mut Found, grid: &Grid, layout: Layout, context: &Context) {
    let kinds = Kinds::of(grid, layout);
    let (name_at, is_plain) = match kinds.at(Column::Competency) {
        Some(at) => (at, false),
        None => (0, true),
    };
    if context.level.is_some() && !is_plain {
        kinds.note_others(found, grid);
    }
    if let ([row], Some(level), true) = (below(grid, layout), context.level, is_plain)
        && layout.header != NO_HEADER
        && grid.width() > 2
    {
        return columns_of(found, grid, layout, row, level, context);
    }
    let mut group = context.group.clone();
    for row in below(grid, layout) {
        let place = grid.place(row);
        if let Some(text) = row
            .single()
            .filter(|_| grid.width() > 1 && context.level.is_some())
        {
            group = Some(text);
            continue;
        }
        let heading = row.text(name_at);
        group = kinds.text(row, Column::Group).or(group);
        if nothing(&heading).is_some() {
            let text = row
                .filled()
                .first()
                .map(|at| row.text(*at))
                .unwrap_or_default();
            found.drop(&place, &text, "a row without a name");
            continue;
        }
        let (name, explained) = name_and_about(row.cells.get(name_at), &heading);
        let competency = found.competency(&name, group.as_deref());
        describe(found, competency, &kinds, row);
        if let Some(entry) = found.competencies.get_mut(competency) {
            let new = explained.into_iter();
            let new: Vec<String> = new.filter(|text| !entry.about.contains(text)).collect();
            entry.about.extend(new);
        }
        let texts: Vec<usize> = match is_plain {
            true => (1..row.cells.len()).collect(),
            false => kinds.all(Column::Text).collect(),
        };
        if let Some(level) = context.level {
            if !is_plain {
                let cell = contents(found, &kinds, row, &place);
                if cell != CellFile::default() {
                    found.cell(competency, level, cell, &place);
                }
                continue;
            }
            for at in texts {
                let rich = row.cells.get(at).cloned().unwrap_or_default();
                if let Some(cell) = cell(&rich, found, &place) {
                    found.cell(competency, level, cell, &place);
                }
            }
        } else if let Some(entry) = found.competencies.get_mut(competency) {
            let texts = texts
                .into_iter()
                .map(|at| row.text(at))
                .filter(|text| nothing(text).is_none());
            entry.about.extend(texts);
        }
        tags(found, competency, &kinds, row, &place);
    }
}

/// A competency in each column, with what one level expects in the only row.
fn columns_of(
    found: &mut Found,
    grid: &Grid,
    layout: Layout,
    row: &GridRow,
    level: usize,
    context: &Context,
) {
    let place = grid.place(row);
    for (at, rich) in row.cells.iter().enumerate() {
        let named = grid
            .rows
            .get(layout.header)
            .and_then(|row| row.cells.get(at));
        let heading = named.map(Rich::line).unwrap_or_default();
        if nothing(&heading).is_some() {
            if !rich.is_blank() {
                found.drop(&place, &rich.line(), "a column without a heading");
            }
            continue;
        }
        let (name, about) = name_and_about(named, &heading);
        let competency = found.competency(&name, context.group.as_deref());
        if let Some(entry) = found.competencies.get_mut(competency) {
            for text in about {
                if !entry.about.contains(&text) {
                    entry.about.push(text);
                }
            }
        }
        if let Some(cell) = cell(rich, found, &place) {
            found.cell(competency, level, cell, &place);
        }
    }
}

/// Lists of words in columns without a meaning here, such as tools, become words to find it by.
fn tags(found: &mut Found, competency: usize, kinds: &Kinds, row: &GridRow, place: &str) {
    for (at, _) in kinds
        .kinds
        .iter()
        .enumerate()
        .filter(|(_, kind)| kind.is_none())
    {
        let text = row.text(at);
        let heading = kinds
            .headings
            .get(at)
            .map(String::as_str)
            .unwrap_or_default();
        if nothing(&text).is_some() || heading.is_empty() {
            continue;
        }
        if is_pay_of(heading, std::slice::from_ref(&text)) {
            pay::tell(found, place, heading);
            continue;
        }
        if let Some(entry) = found.competencies.get_mut(competency) {
            let words = text
                .split(['|', ';'])
                .map(str::trim)
                .filter(|word| !word.is_empty());
            for word in words.map(str::to_owned) {
                if !entry.tags.contains(&word) {
                    entry.tags.push(word);
                }
            }
        }
    }
}

/// A level in each row, described in the other columns.
pub(super) fn levels(found: &mut Found, grid: &Grid, layout: Layout, context: &Context) {
    let kinds = Kinds::of(grid, layout);
    for heading in kinds.headings.iter().filter(|heading| is_pay(heading)) {
        pay::tell(found, &grid.place_of(layout.header), heading);
    }
    let number_at = kinds.at(Column::Level);
    let name_at = kinds
        .at(Column::Competency)
        .or(number_at)
        .unwrap_or(layout.column);
    let mut rows: Vec<&GridRow> = below(grid, layout).iter().collect();
    if let Some(at) = number_at.filter(|at| *at != name_at) {
        rows.sort_by_key(|row| row.text(at).parse::<u32>().unwrap_or(u32::MAX));
    }
    let mut track = context.track;
    for row in rows {
        if let Some(text) = kinds.text(row, Column::Track) {
            track = Some(found.track(&text, None));
        }
        let name = row.text(name_at);
        if name.is_empty() {
            continue;
        }
        let level = found.level(track, &name);
        for at in row.filled() {
            let (text, heading) = (row.text(at), kinds.headings.get(at));
            let Some(entry) = found.levels.get_mut(level) else {
                continue;
            };
            match kinds.kinds.get(at).copied().flatten() {
                _ if at == name_at || nothing(&text).is_some() => {}
                _ if heading.is_some_and(|one| is_pay(one)) => {}
                None if heading.and_then(|one| of_level(one)) == Some(OfLevel::Title) => {
                    entry.title = text;
                }
                Some(Column::Level) => {
                    entry.code.get_or_insert(text);
                }
                Some(Column::Text | Column::LevelAbout | Column::About) => entry.about.push(text),
                Some(Column::Track | Column::Id) => {}
                _ => entry.facts.push(Fact {
                    name: heading
                        .filter(|text| !text.is_empty())
                        .map_or_else(|| "Note".to_owned(), |text| spoken(text)),
                    text: Some(text),
                    ..Fact::default()
                }),
            }
        }
    }
}

/// A heading of a database as words.
fn spoken(heading: &str) -> String {
    let text = heading.replace('_', " ");
    let mut letters = text.chars();
    match letters.next() {
        Some(first) if key(heading).len() > 1 => first.to_uppercase().chain(letters).collect(),
        _ => text,
    }
}
