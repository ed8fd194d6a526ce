//! What the headings of a document are, by their depth: guessed from which of them name levels, which
//! names come again, and what stands below them.

use std::collections::{BTreeMap, BTreeSet};

use crate::import::asides::{are_tracks, tables_outweigh};
use crate::import::document::{Document, What};
use crate::import::headings::{Heading, explains, headings, level_depth, wide_tables, within};
use crate::import::labels::has_label_paragraphs;
use crate::import::level_words::is_level;
use crate::import::names::key;
use crate::import::rich::Piece;

/// What a heading names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Role {
    Title,
    Track,
    Level,
    Group,
    Competency,
    /// A part of the text below the heading above.
    Text,
    /// Nothing of the ladder.
    #[default]
    None,
}

/// Each with its name in an answer, and in words.
const NAMES: [(Role, &str, &str); 7] = [
    (Role::Title, "title", "a title"),
    (Role::Track, "track", "a track"),
    (Role::Level, "level", "a level"),
    (Role::Group, "group", "a group of competencies"),
    (Role::Competency, "competency", "a competency"),
    (Role::Text, "text", "a part of a text"),
    (Role::None, "none", "not part of the ladder"),
];

/// An answer in words, with the first heading of each depth.
pub(super) fn in_words(answer: &str, headings: &[Option<String>]) -> String {
    let names: Vec<&str> = answer.split(',').collect();
    let words = (0..names.len().max(headings.len())).filter_map(|at| {
        let name = names.get(at).copied();
        let known = name.unwrap_or("none");
        let (.., words) = NAMES.iter().find(|(_, one, _)| *one == known)?;
        let is_below = name.is_some() && headings.iter().skip(at).all(Option::is_none);
        let heading = headings.get(at).and_then(Option::as_ref);
        let said = heading.map(|heading| format!("“{heading}” is {words}"));
        said.or_else(|| is_below.then(|| format!("what is below is {words}")))
    });
    words.collect::<Vec<_>>().join(", ")
}

/// What bold words at the beginning of bullets are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Leads {
    /// Names of competencies.
    Names,
    /// Each place in the list is a competency of its own.
    Places,
    /// Names of levels.
    Levels,
    /// Words of the text.
    #[default]
    Text,
}

impl Leads {
    pub const fn told(self) -> &'static str {
        match self {
            Self::Names => "names",
            Self::Places => "places",
            Self::Levels => "levels",
            Self::Text => "text",
        }
    }

    pub fn of(answer: &str) -> Self {
        let all = [Self::Names, Self::Places, Self::Levels, Self::Text];
        let found = all.into_iter().find(|one| one.told() == answer);
        found.unwrap_or_default()
    }
}

/// How a document is read.
#[derive(Clone, Debug, Default)]
pub(super) struct Plan {
    /// By depth, the outermost first.
    pub roles: [Role; 7],
    pub leads: Leads,
    /// Bold beginnings that come again among those that name levels.
    pub level_leads: BTreeSet<String>,
    /// Whether headings name levels.
    pub has_levels: bool,
    /// Whether headings or tables name competencies.
    pub has_competencies: bool,
    /// The first of the outermost headings.
    pub title: Option<String>,
    has_table: bool,
    /// Whether there is no other.
    has_one_title: bool,
    /// The headings of levels at the depth of levels.
    pub levels: BTreeSet<String>,
    deepest: usize,
}

impl Plan {
    /// The role of one heading. At the depth of levels a heading that names none is left out.
    pub fn role(&self, depth: usize, piece: &Piece) -> Role {
        let role = self
            .roles
            .get(depth.saturating_sub(1))
            .copied()
            .unwrap_or_default();
        let is_other =
            role == Role::Level && !self.levels.is_empty() && !self.levels.contains(&piece.text);
        if is_other { Role::None } else { role }
    }

    /// Whether the document has no table of levels and competencies.
    pub fn has_no_table(&self) -> bool {
        !self.has_table
    }

    /// The roles as an answer.
    pub fn told(&self) -> String {
        let roles = self.roles.iter().take(self.deepest);
        let names = roles.filter_map(|role| NAMES.iter().find(|(one, ..)| one == role));
        names
            .map(|(_, name, _)| *name)
            .collect::<Vec<_>>()
            .join(",")
    }

    /// Takes an answer. Whether it is one.
    pub fn choose(&mut self, answer: &str) -> bool {
        let mut roles = [Role::None; 7];
        for (at, name) in answer.split(',').enumerate() {
            let found = NAMES.iter().find(|(_, one, _)| *one == name.trim());
            let (Some((role, ..)), Some(slot)) = (found, roles.get_mut(at)) else {
                return false;
            };
            *slot = *role;
        }
        self.roles = roles;
        self.levels.clear();
        self.has_levels = roles.contains(&Role::Level);
        self.has_competencies |= roles.contains(&Role::Competency);
        true
    }

    /// How a document is read that only explains a ladder.
    pub fn explaining(self) -> Self {
        Self {
            roles: [Role::Title; 7],
            title: self.title,
            ..Self::default()
        }
    }

    /// Guesses how a document is read.
    pub fn guess(document: &Document) -> Self {
        let headings = headings(document);
        let mut plan = Self {
            deepest: headings
                .iter()
                .map(|one| one.depth)
                .max()
                .unwrap_or_default(),
            ..Self::default()
        };
        let mut outermost = headings.iter().filter(|one| one.depth == 1);
        plan.title = outermost.next().map(|one| one.text.clone());
        plan.has_one_title = plan.title.is_some() && outermost.next().is_none();
        plan.has_table = wide_tables(document) > 0;
        let tables = headings.iter().map(|one| one.tables).sum::<usize>();
        match level_depth(&headings) {
            Some(depth) if are_tracks(document, depth) => {
                plan.roles[depth - 1] = Role::Track;
                plan.has_competencies = true;
            }
            Some(depth) if !tables_outweigh(document, &headings, depth) => {
                plan.by_levels(&headings, depth);
            }
            Some(_) => plan.around_tables(document, &headings),
            None if plan.has_table => plan.around_tables(document, &headings),
            None => plan.without_levels(&headings, tables),
        }
        // What is around levels or tables is a title; what is within them is text.
        let is_named = |role: &Role| !matches!(role, Role::Title | Role::Text | Role::None);
        let first = plan.roles.iter().position(is_named).unwrap_or(1);
        for (at, role) in plan.roles.iter_mut().enumerate() {
            if *role == Role::None {
                *role = if at < first { Role::Title } else { Role::Text };
            }
        }
        plan.leads(document, &headings);
        plan
    }

    /// Headings name levels at this depth.
    fn by_levels(&mut self, headings: &[Heading], depth: usize) {
        self.has_levels = true;
        let levels: Vec<&Heading> = headings
            .iter()
            .filter(|one| one.depth == depth && one.weight > 0)
            .collect();
        let named: Vec<&&Heading> = levels.iter().filter(|one| is_level(&one.text)).collect();
        // A heading that is built like those of levels is one.
        let usual: BTreeSet<&String> = named.iter().flat_map(|one| &one.below).collect();
        let names = levels
            .iter()
            .filter(|one| is_level(&one.text) || one.below.iter().any(|name| usual.contains(name)))
            .filter(|one| !explains(&one.text));
        self.levels = names.map(|one| one.text.clone()).collect();
        let distinct: BTreeSet<String> = self.levels.iter().map(|name| key(name)).collect();
        let distinct = distinct.len();
        self.roles[depth - 1] = Role::Level;
        let parents: BTreeSet<usize> = named.iter().filter_map(|one| one.above).collect();
        let parent_depth = parents
            .iter()
            .filter_map(|at| headings.get(*at))
            .map(|one| one.depth)
            .max();
        let inner = headings
            .iter()
            .filter(|one| one.depth > depth && one.weight > 0);
        let inner: Vec<&Heading> = inner.filter(|one| within(headings, one, depth)).collect();
        let comes_again = named.len() * 2 >= distinct * 3;
        if let Some(outer) = parent_depth
            && parents.len() > 1
            && comes_again
            && inner.len() < named.len()
        {
            self.roles[outer - 1] = Role::Competency;
            self.has_competencies = true;
            let groups = headings
                .iter()
                .filter(|one| one.depth < outer && one.weight > 0);
            let depths: Vec<usize> = groups.map(|one| one.depth).collect();
            if let Some(deepest) = depths.iter().max()
                && depths.iter().filter(|one| *one == deepest).count() > 1
            {
                self.roles[deepest - 1] = Role::Group;
            }
            return;
        }
        if let Some(outer) = parent_depth
            && parents.len() > 1
        {
            self.roles[outer - 1] = Role::Track;
        }
        self.inside(&inner, distinct);
    }

    /// The headings within levels: groups and competencies.
    fn inside(&mut self, inner: &[&Heading], levels: usize) {
        let mut by_depth: BTreeMap<usize, Vec<&Heading>> = BTreeMap::new();
        for one in inner {
            by_depth.entry(one.depth).or_default().push(one);
        }
        by_depth.retain(|_, list| list.len() > 1 || levels < 2);
        let depths: Vec<usize> = by_depth.keys().copied().collect();
        let tables = |depth: usize| {
            by_depth[&depth].iter().filter(|one| one.tables > 0).count() * 2
                > by_depth[&depth].len()
        };
        let often = |depth: usize| {
            let list = &by_depth[&depth];
            let names: BTreeSet<String> = list.iter().map(|one| key(&one.text)).collect();
            levels < 2 || list.len() * 2 >= names.len() * 3
        };
        self.has_competencies = !depths.is_empty();
        match depths.as_slice() {
            [] => {}
            [one, ..] if tables(*one) => {
                self.roles[one - 1] = Role::Group;
            }
            [one, two, ..] if often(*two) => {
                self.roles[one - 1] = Role::Group;
                self.roles[two - 1] = if tables(*two) {
                    Role::Text
                } else {
                    Role::Competency
                };
            }
            [one, ..] => self.roles[one - 1] = Role::Competency,
        }
    }

    /// Tables name levels and competencies; headings say what they are about.
    fn around_tables(&mut self, document: &Document, headings: &[Heading]) {
        self.has_competencies = true;
        let with: Vec<&Heading> = headings.iter().filter(|one| one.tables > 0).collect();
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        for one in &with {
            *counts.entry(one.depth).or_default() += 1;
        }
        let Some((depth, count)) = counts.into_iter().max_by_key(|(_, count)| *count) else {
            return;
        };
        let parents: BTreeSet<usize> = with
            .iter()
            .filter(|one| one.depth == depth)
            .filter_map(|one| one.above)
            .collect();
        if are_tracks(document, depth) {
            self.roles[depth - 1] = Role::Track;
        } else if count > 1 || depth > 1 {
            self.roles[depth - 1] = Role::Group;
        }
        let outer = parents
            .iter()
            .filter_map(|at| headings.get(*at))
            .map(|one| one.depth)
            .max();
        if let Some(outer) = outer.filter(|_| parents.len() > 1) {
            self.roles[outer - 1] = Role::Track;
        }
    }

    /// No heading names a level: the file is one, or bullets name them.
    fn without_levels(&mut self, headings: &[Heading], tables: usize) {
        let inner: Vec<&Heading> = headings
            .iter()
            .filter(|one| one.weight > 0 && !(one.depth == 1 && self.has_one_title))
            .collect();
        if tables > 0 {
            self.has_competencies = true;
        }
        self.inside(&inner, 1);
    }

    /// What bold beginnings of bullets are.
    fn leads(&mut self, document: &Document, headings: &[Heading]) {
        // By the place of the level or competency that they are below.
        let mut lists: Vec<Vec<String>> = Vec::new();
        let (mut all, mut names_levels, mut is_below) = (0_usize, 0_usize, false);
        for part in &document.parts {
            match &part.what {
                What::Heading(depth, piece) => {
                    let role = self.role(*depth, piece);
                    is_below =
                        matches!(role, Role::Level | Role::Competency) || (headings.is_empty());
                    if is_below {
                        lists.push(Vec::new());
                    }
                }
                What::Text(piece) if is_below => {
                    all += usize::from(piece.depth == 1 || piece.lead.is_some());
                    if let Some(lead) = piece.lead.as_ref() {
                        names_levels += usize::from(is_level(lead));
                        if let Some(list) = lists.last_mut() {
                            list.push(key(lead));
                        }
                    }
                }
                _ => {}
            }
        }
        lists.retain(|list| !list.is_empty());
        let count: usize = lists.iter().map(Vec::len).sum();
        if count < 2 || count * 5 < all * 3 {
            return;
        }
        if !self.has_levels && self.has_competencies && names_levels * 3 >= count * 2 {
            self.leads = Leads::Levels;
            // What stands among the names of levels below several competencies is one, whatever its word.
            let mut counts: BTreeMap<&String, usize> = BTreeMap::new();
            for list in &lists {
                for name in list.iter().collect::<BTreeSet<_>>() {
                    *counts.entry(name).or_default() += 1;
                }
            }
            let again = counts.into_iter().filter(|(_, count)| *count > 1);
            self.level_leads = again.map(|(name, _)| name.clone()).collect();
            return;
        }
        if self.has_competencies {
            if self.has_levels
                && has_label_paragraphs(document, |depth, piece| {
                    self.role(depth, piece) == Role::Level
                })
            {
                self.leads = Leads::Names;
            }
            return;
        }
        let distinct: BTreeSet<&String> = lists.iter().flatten().collect();
        let sizes: BTreeSet<usize> = lists.iter().map(Vec::len).collect();
        let is_usual = distinct.len() * lists.len() * 2 <= count * 3 || lists.len() == 1;
        self.leads = match sizes.len() {
            _ if is_usual => Leads::Names,
            1 => Leads::Places,
            _ => Leads::Text,
        };
    }
}
