//! Goes through the parts of one document and puts each text where its headings say that it belongs.

use crate::import::asides::aside;
use crate::import::cell::cell;
use crate::import::document::{Part, What};
use crate::import::found::Found;
use crate::import::grid::Grid;
use crate::import::headings::is_way;
use crate::import::level_words::is_level;
use crate::import::names::key;
use crate::import::pay;
use crate::import::rich::{Piece, Rich, nothing};
use crate::import::roles::{Leads, Plan, Role};
use crate::import::shape::{self, Context, Shape};
use crate::import::wide::WHOLE;

/// What is said of a heading of which nothing is left.
pub(super) const UNNAMED: &str = "a heading that names no part of the ladder";

pub(super) struct Walk<'f, 'a> {
    found: &'f mut Found<'a>,
    file: String,
    plan: Plan,
    base: Context,
    context: Context,
    /// What stands below the last heading, and where.
    text: Rich,
    line: usize,
    /// The last heading that is text.
    heading: Option<Piece>,
    /// The headings of groups, and where they are.
    groups: Vec<(String, String)>,
    /// Whether a heading was left out together with what is below it, and its depth.
    left: Option<usize>,
    /// Whether that heading is about pay, so that nothing below it is repeated in the report.
    is_pay: bool,
}

impl<'f, 'a> Walk<'f, 'a> {
    pub fn new(found: &'f mut Found<'a>, file: &str, plan: Plan, base: Context) -> Self {
        Self {
            found,
            file: file.to_owned(),
            plan,
            context: base.clone(),
            base,
            text: Rich::default(),
            line: 1,
            heading: None,
            groups: Vec::new(),
            left: None,
            is_pay: false,
        }
    }

    pub fn parts(mut self, parts: Vec<Part>) {
        for part in parts {
            match part.what {
                What::Heading(depth, piece) => self.heading(part.line, depth, piece),
                What::Text(piece) => {
                    if self.text.is_blank() {
                        self.line = part.line;
                    }
                    self.text.pieces.push(piece);
                }
                What::Table(grid) => {
                    let heading = self.heading.clone().filter(|_| self.left.is_some());
                    self.flush();
                    self.table(grid, heading);
                }
                What::End(depth) => {
                    self.flush();
                    self.leave(depth);
                }
                What::Left(text, why) => {
                    let place = format!("{}, line {}", self.file, part.line);
                    self.found.drop(&place, &text, why);
                }
            }
        }
        self.flush();
        for (place, name) in self.groups {
            if !self.found.has(&name) {
                self.found.drop(&place, &name, UNNAMED);
            }
        }
    }

    /// A table. Beside headings that name the levels, one that names the same levels is read.
    fn table(&mut self, grid: Grid, heading: Option<Piece>) {
        if self.left.is_some() && self.is_pay {
            return;
        }
        let is_below = self.context.level.is_some() || self.context.competency.is_some();
        let mut context = self.context.clone();
        let has_track = self.plan.roles.contains(&Role::Track) || self.context.track.is_some();
        let aside = aside(&self.plan.levels, &grid, has_track);
        match (self.plan.has_levels && !is_below, aside) {
            (false, _) if self.left.is_some() => {
                let why = "below a heading that is left out";
                return shape::left_out(self.found, &grid, why);
            }
            (false, _) => {}
            (true, Some(shape)) => {
                context.aside = Some(shape);
                context.group = context.group.or(heading.map(|piece| piece.text));
            }
            (true, None) => context.aside = Some(Shape::Skip),
        }
        shape::read(self.found, grid, &context);
    }

    fn heading(&mut self, line: usize, depth: usize, piece: Piece) {
        if is_way(&piece) {
            return;
        }
        let role = self.plan.role(depth, &piece);
        let is_named = matches!(role, Role::Title | Role::Track | Role::Level);
        let is_pay = !is_named && pay::is_pay(&piece.text);
        if role == Role::Text && self.left.is_none() && !is_pay {
            // A heading within a cell is text of that cell.
            if self.context.competency.is_some() || self.context.level.is_some() {
                self.text.pieces.push(Piece { depth: 0, ..piece });
                return;
            }
        }
        self.flush();
        if self.left.is_some_and(|left| depth > left) {
            self.heading = Some(piece);
            return;
        }
        self.left = None;
        self.line = line;
        let place = format!("{}, line {line}", self.file);
        self.leave(depth);
        self.is_pay = is_pay;
        if is_pay {
            self.left = Some(depth);
            return pay::tell(self.found, &place, &piece.text);
        }
        match role {
            Role::Track => self.context.track = Some(self.found.track(&piece.text, None)),
            Role::Level => {
                self.context.level = Some(self.found.level(self.context.track, &piece.text))
            }
            Role::Group => {
                self.context.group = Some(piece.text.clone());
                self.groups.push((place, piece.text.clone()));
            }
            Role::Competency => {
                let name = piece.text.trim_end_matches(':');
                self.context.competency =
                    Some(self.found.competency(name, self.context.group.as_deref()));
            }
            Role::None => {
                self.left = Some(depth);
                if nothing(&piece.text).is_none() && piece.links.is_empty() {
                    self.found.drop(
                        &place,
                        &piece.text,
                        "a heading that is not part of the ladder",
                    );
                }
            }
            Role::Title | Role::Text => {
                let is_title = self.plan.title.as_ref() == Some(&piece.text);
                if !is_title && nothing(&piece.text).is_none() {
                    self.found.drop(&place, &piece.text, UNNAMED);
                }
            }
        }
        self.heading = Some(piece);
    }

    /// Forgets what headings of this depth and of those within said.
    fn leave(&mut self, depth: usize) {
        self.left = self.left.filter(|left| depth > *left);
        for (at, one) in self.plan.roles.iter().enumerate() {
            if at + 1 < depth {
                continue;
            }
            match one {
                Role::Track => self.context.track = self.base.track,
                Role::Level => self.context.level = self.base.level,
                Role::Group => self.context.group = self.base.group.clone(),
                Role::Competency => self.context.competency = self.base.competency,
                Role::Title | Role::Text | Role::None => {}
            }
        }
    }

    /// Puts what stands below the last heading where it belongs.
    fn flush(&mut self) {
        let text = std::mem::take(&mut self.text);
        let heading = self.heading.take();
        if text.is_blank() {
            return;
        }
        let place = format!("{}, line {}", self.file, self.line);
        if self.left.is_some() && self.is_pay {
            return;
        }
        if self.left.is_some() {
            self.found
                .drop(&place, &text.line(), "below a heading that is left out");
            return;
        }
        match (self.context.level, self.context.competency) {
            (Some(level), Some(competency)) => {
                if let Some(cell) = cell(&text, self.found, &place) {
                    self.found.cell(competency, level, cell, &place);
                }
            }
            (Some(level), None) => self.below_level(level, text, &place),
            (None, Some(competency)) => self.below_competency(competency, text, &place),
            (None, None) => {
                let is_first = self.found.levels.is_empty() && self.found.competencies.is_empty();
                let named = heading.filter(|one| {
                    let first = self.plan.roles.first();
                    first != Some(&Role::Title) || self.plan.title.as_ref() != Some(&one.text)
                });
                let is_title = named.is_none();
                if let Some(track) = self.context.track.filter(|_| is_title)
                    && let Some(entry) = self.found.tracks.get_mut(track)
                    && entry.about.is_empty()
                    && text.pieces.iter().all(|piece| piece.depth == 0)
                {
                    entry.about = text.pieces.into_iter().map(|piece| piece.text).collect();
                    return;
                }
                let first = text.pieces.first();
                if let Some(piece) = first.filter(|piece| {
                    is_first && is_title && piece.depth == 0 && self.found.about.is_empty()
                }) {
                    self.found.about.push(piece.text.clone());
                    let rest = Rich {
                        pieces: text.pieces[1..].to_vec(),
                    };
                    if !rest.is_blank() {
                        self.found
                            .drop(&place, &rest.line(), "below no level and no competency");
                    }
                } else {
                    let heading = named.map(|one| format!("{}: ", one.text));
                    let told = heading.unwrap_or_default() + &text.line();
                    let why = "below no level and no competency";
                    self.found.drop(&place, &told, why);
                }
            }
        }
    }

    /// Text below a level: what the level is for, and bullets that are its competencies.
    fn below_level(&mut self, level: usize, text: Rich, place: &str) {
        let is_list = self.plan.leads != Leads::Text;
        let (mut number, mut others, mut last) = (0, Rich::default(), None);
        for piece in text.pieces {
            let Some(lead) = piece
                .lead
                .clone()
                .filter(|_| is_list && (piece.depth > 0 || !piece.rest.is_empty()))
            else {
                // What follows a paragraph with a label goes on with it.
                match last {
                    Some(competency) => {
                        if let Some(cell) = cell(
                            &Rich {
                                pieces: vec![piece],
                            },
                            self.found,
                            place,
                        ) {
                            self.found.cell(competency, level, cell, place);
                        }
                    }
                    None => others.pieces.push(piece),
                }
                continue;
            };
            number += 1;
            let rest = Piece {
                depth: 0,
                text: piece.rest.clone(),
                links: piece.links.clone(),
                ..Piece::default()
            };
            let name = match self.plan.leads {
                Leads::Places => format!("Area {number}"),
                _ => lead.clone(),
            };
            let competency = self.found.competency(&name, self.context.group.as_deref());
            last = (piece.depth == 0).then_some(competency);
            let rich = Rich { pieces: vec![rest] };
            if let Some(mut cell) = cell(&rich, self.found, place) {
                if self.plan.leads == Leads::Places {
                    cell.gist = Some(lead);
                }
                self.found.cell(competency, level, cell, place);
            }
        }
        if others.is_blank() {
            return;
        }
        let is_plain = !self.plan.has_competencies && !is_list;
        let (about, list): (Vec<Piece>, Vec<Piece>) = others
            .pieces
            .into_iter()
            .partition(|piece| piece.depth == 0 && !is_plain);
        if let Some(entry) = self.found.levels.get_mut(level) {
            entry
                .about
                .extend(about.into_iter().map(|piece| piece.text));
        }
        if list.is_empty() {
            return;
        }
        let competency = self.found.competency(WHOLE, self.context.group.as_deref());
        if let Some(cell) = cell(&Rich { pieces: list }, self.found, place) {
            self.found.cell(competency, level, cell, place);
        }
    }

    /// Text below a competency and no level: what it is, and bullets that begin with a level.
    fn below_competency(&mut self, competency: usize, text: Rich, place: &str) {
        let (mut level, mut depth) = (None, 0);
        for piece in text.pieces {
            let named = piece
                .lead
                .as_ref()
                .filter(|_| self.plan.leads == Leads::Levels)
                .filter(|lead| is_level(lead) || self.plan.level_leads.contains(&key(lead)));
            if let Some(lead) = named {
                let at = self.found.level(self.context.track, lead);
                (level, depth) = (Some(at), piece.depth);
                if piece.rest.is_empty() {
                    continue;
                }
            }
            // What is further out than the names of levels belongs to none of them.
            match level.filter(|_| piece.depth >= depth) {
                Some(level) => {
                    let text = if named.is_some() {
                        piece.rest.clone()
                    } else {
                        piece.text.clone()
                    };
                    let depth = if named.is_some() {
                        0
                    } else {
                        piece.depth.saturating_sub(1)
                    };
                    let rest = Piece {
                        text,
                        depth,
                        lead: None,
                        ..piece
                    };
                    if let Some(cell) = cell(&Rich { pieces: vec![rest] }, self.found, place) {
                        self.found.cell(competency, level, cell, place);
                    }
                }
                None => {
                    if let Some(entry) = self.found.competencies.get_mut(competency) {
                        entry.about.push(piece.text);
                    }
                }
            }
        }
    }
}
