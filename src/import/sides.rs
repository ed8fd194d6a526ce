//! Which columns of a table with levels across are levels, and what those before them are.

use std::collections::BTreeSet;

use crate::import::columns::{Column, column, is_beside, of_level};
use crate::import::found::Found;
use crate::import::grid::Grid;
use crate::import::level_words::{is_level, rank};
use crate::import::names::{clean, key};
use crate::import::pay::{self, is_pay, is_pay_of};
use crate::import::shape::{Context, NO_HEADER};
use crate::import::wide::joined;

/// Columns after the levels that are no levels.
const NOT_LEVELS: [&str; 2] = ["examples", "description"];
/// The fewest characters, on average, of texts that say what competencies are.
const SHORTEST_ABOUT: usize = 15;

/// The columns before the levels.
pub(super) struct Sides {
    pub name: usize,
    pub group: Option<usize>,
    pub about: Option<usize>,
}

impl Sides {
    /// Whether a column is one of these.
    pub fn has(&self, at: usize) -> bool {
        at == self.name || Some(at) == self.group || Some(at) == self.about
    }
}

pub(super) fn sides(grid: &Grid, header_row: usize, header: &[String], first: usize) -> Sides {
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
        texts.collect::<BTreeSet<_>>().len()
    };
    let is_of_use = |at: &usize| {
        let heading = header.get(*at).map(String::as_str).unwrap_or_default();
        let is_pay = is_pay_column(grid, header_row, *at, heading);
        kind(*at) != Some(Column::Id) && !is_beside(heading) && !is_pay
    };
    let mut all: Vec<usize> = (0..first).filter(is_of_use).collect();
    // Texts of their own behind the name of most competencies say what these are.
    let explains = |name: usize, at: usize| {
        let count = rows().filter(|row| !row.is_blank(name)).count();
        let both = rows().filter(|row| !row.is_blank(name) && !row.is_blank(at));
        let is_named = kind(name) == Some(Column::Competency) || all.len() > 2;
        is_named
            && kind(at).is_none()
            && both.count() * 10 >= count * 6
            && distinct(name) * 10 >= count * 9
            && distinct(at) * 10 >= count * 6
            && length(at) >= SHORTEST_ABOUT.max(length(name) * 3 / 2)
    };
    let about = match all.as_slice() {
        [.., name, last]
            if matches!(kind(*last), Some(Column::About | Column::Text))
                || length(*last) > 45
                || explains(*name, *last) =>
        {
            Some(*last)
        }
        _ => None,
    };
    all.retain(|at| Some(*at) != about);
    let (name, group) = match all.as_slice() {
        [] => (0, None),
        [one] => (*one, None),
        [first, .., last] if all.iter().any(|at| kind(*at) == Some(Column::Competency)) => {
            let of = |wanted| all.iter().copied().find(|at| kind(*at) == Some(wanted));
            let name = all.iter().rev().copied();
            let name = name
                .clone()
                .find(|at| kind(*at) == Some(Column::Competency));
            let name = name.unwrap_or(*last);
            let other = if name == *first { *last } else { *first };
            (name, of(Column::Group).or(Some(other)))
        }
        [one, .., other]
            if kind(*other) == Some(Column::Group) || distinct(*other) < distinct(*one) =>
        {
            (*one, Some(*other))
        }
        [one, .., other] => (*other, Some(*one)),
    };
    Sides { name, group, about }
}

/// The first column that is a level, or stands where levels do.
pub(super) fn first_level(grid: &Grid, header: &[String]) -> Option<usize> {
    if is_without_names(header) {
        return Some(0);
    }
    let is_named = |text: &String| is_level(text) && column(text).is_none();
    let found = header.iter().skip(1).position(is_named).map(|at| at + 1);
    let first = found.or((grid.width() > 1).then_some(1))?;
    // Several columns without a word for them, between the names and the levels, are levels too.
    let is_other = |text: &String| {
        !text.is_empty()
            && column(text).is_none()
            && of_level(text).is_none()
            && !is_beside(text)
            && !is_pay(text)
    };
    let before = header.get(..first).unwrap_or_default();
    let others = before
        .iter()
        .rev()
        .take_while(|text| is_other(text))
        .count();
    let is_known = before.len() > others
        && before
            .iter()
            .any(|text| column(text) == Some(Column::Competency));
    Some(if is_known && others > 1 {
        first - others
    } else {
        first
    })
}

/// Whether the first column is a level like all others, so that no column has names.
fn is_without_names(header: &[String]) -> bool {
    let named: Vec<&String> = header.iter().filter(|text| !text.is_empty()).collect();
    let ranks: Vec<Option<i32>> = named.iter().map(|text| rank(text)).collect();
    let is_level = |text: &&String| is_level(text) && column(text).is_none();
    named.len() > 2
        && header.first().is_some_and(|text| !text.is_empty())
        && named.iter().all(is_level)
        && ranks.iter().all(Option::is_some)
        && ranks.is_sorted()
}

/// The level whose examples a column has, by its heading: its name, and a word for examples.
pub(super) fn examples_of(
    found: &Found,
    levels: &[(usize, usize)],
    heading: &str,
) -> Option<usize> {
    let heading = clean(heading);
    let (name, word) = heading.trim_end_matches(')').rsplit_once([' ', '('])?;
    let is_word = column(word) == Some(Column::Examples);
    let name = name.trim_end_matches([' ', '-', '–', ':', '(']);
    let mut named = levels.iter().filter(|(_, level)| {
        let known = found.levels.get(*level);
        known.is_some_and(|known| {
            [&known.name, &known.title]
                .iter()
                .any(|one| key(one) == key(name))
        })
    });
    named.next().filter(|_| is_word).map(|(_, level)| *level)
}

/// Whether the row below the headings names the same levels again: their titles, or their codes.
pub(super) fn second_header(grid: &Grid, header: usize, first: usize) -> bool {
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
pub(super) fn level_columns(
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
        let is_other = is_beside(name) || NOT_LEVELS.contains(&clean(name).to_lowercase().as_str());
        if is_pay_column(grid, header, at, name) {
            if let Some(row) = grid.rows.get(header) {
                pay::tell(found, &grid.place(row), name);
            }
            continue;
        }
        if examples_of(found, &levels, name).is_some() {
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

/// Whether a column is about pay, by its heading and the texts below it.
pub(super) fn is_pay_column(grid: &Grid, header: usize, at: usize, heading: &str) -> bool {
    let below = grid.rows.iter().skip(header.saturating_add(1));
    let texts: Vec<String> = below.map(|row| row.text(at)).collect();
    // A column of money below the name of a level has pay in its rows.
    is_pay(heading) || (!is_level(heading) && is_pay_of(heading, &texts))
}
