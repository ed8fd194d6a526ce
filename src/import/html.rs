//! HTML as text: headings, paragraphs, bullets, tables, bold beginnings and addresses. Forgiving of what
//! is not closed. Nothing of the markup is kept, and nothing in it is run.

use crate::import::document::{Document, What};
use crate::import::entities::decoded;
use crate::import::grid::{Grid, Unit};
use crate::import::html_table::Table;
use crate::import::inline::inline;
use crate::import::names::clean;
use crate::import::rich::{Piece, Rich, bullet};
use crate::import::tags::{attribute, tag_end};

/// Elements whose content is not text to read.
const UNREAD: [&str; 13] = [
    "nav", "button", "select", "script", "style", "svg", "noscript", "template", "iframe",
    "object", "math", "textarea", "title",
];
/// Elements that begin and end a paragraph.
const BLOCKS: &str = " p div br ul ol dl dt dd section article header footer main aside blockquote pre hr figure figcaption tr td th table thead tbody tfoot caption details summary h1 h2 h3 h4 h5 h6 li body html center form ";
/// The most rows and columns that one cell covers.
pub(super) const MOST_SPAN: usize = 200;

/// Whether a text has markup or entities in it.
pub(super) fn is_markup(text: &str) -> bool {
    let is_tag = |rest: &str| {
        let name = rest.trim_start_matches('/');
        let end = name.find(|letter: char| !letter.is_ascii_alphanumeric());
        let name = &name[..end.unwrap_or(name.len())];
        let known = [
            "b", "i", "em", "strong", "a", "span", "font", "u", "img", "code", "sup", "sub",
        ];
        known.contains(&name.to_lowercase().as_str()) || is_block(&name.to_lowercase())
    };
    let has_entity = text.match_indices('&').any(|(at, _)| {
        let rest: String = text[at..].chars().take(12).collect();
        decoded(&rest) != rest
    });
    let closes = text.contains('>');
    has_entity
        || (closes
            && text
                .match_indices('<')
                .any(|(at, _)| is_tag(&text[at + 1..])))
}

fn is_block(name: &str) -> bool {
    !name.is_empty() && !name.contains(' ') && BLOCKS.contains(&format!(" {name} "))
}

/// A cell or a part of a text with markup in it.
pub(super) fn fragment(text: &str) -> Rich {
    let has_blocks = ["<br", "<p", "<li", "<div", "<BR", "<LI", "<P"]
        .iter()
        .any(|tag| text.contains(tag));
    let lines = if has_blocks {
        text.to_owned()
    } else {
        text.replace('\n', "<br>")
    };
    let mut reader = Reader::new("");
    reader.read(&lines, 1);
    let mut rich = Rich::default();
    for part in reader.document.parts {
        match part.what {
            What::Text(piece) | What::Heading(_, piece) => rich.pieces.push(piece),
            What::Table(grid) => {
                let rows = grid.rows.into_iter();
                rich.pieces
                    .extend(rows.flat_map(|row| row.cells).flat_map(|cell| cell.pieces));
            }
            What::End(_) | What::Left(..) => {}
        }
    }
    rich
}

/// A whole document.
pub(super) fn read(file: &str, text: &str) -> Document {
    let mut reader = Reader::new(file);
    reader.read(text, 1);
    reader.document
}

/// Adds the parts of a piece of HTML that begins on `line` to a document.
pub(super) fn append(document: &mut Document, text: &str, line: usize) {
    let mut reader = Reader::new(&document.file);
    reader.read(text, line);
    document.parts.extend(reader.document.parts);
}

#[derive(Default)]
struct Reader {
    document: Document,
    line: usize,
    text: String,
    links: Vec<(String, String)>,
    /// The address of an open link, and where its words begin.
    link: Option<(String, usize)>,
    /// Where bold words at the beginning end.
    bold: Option<usize>,
    is_bold: bool,
    lists: usize,
    in_item: bool,
    heading: Option<usize>,
    depth: usize,
    tables: Vec<Table>,
}

impl Reader {
    fn new(file: &str) -> Self {
        Self {
            document: Document {
                file: file.to_owned(),
                ..Document::default()
            },
            ..Self::default()
        }
    }

    fn read(&mut self, text: &str, line: usize) {
        self.line = line;
        let mut rest = text;
        while !rest.is_empty() {
            let at = rest.find('<').unwrap_or(rest.len());
            self.words(&rest[..at]);
            rest = &rest[at..];
            if let Some(comment) = rest.strip_prefix("<!--") {
                let end = comment.find("-->").map_or(comment.len(), |end| end + 3);
                self.count_lines(&comment[..end]);
                rest = &comment[end..];
                continue;
            }
            let is_tag = rest[1.min(rest.len())..]
                .starts_with(|letter: char| letter.is_ascii_alphabetic() || "/!?".contains(letter));
            if !is_tag {
                let end = 1.min(rest.len());
                self.words(&rest[..end]);
                rest = &rest[end..];
                continue;
            }
            let end = tag_end(rest);
            let (tag, behind) = rest.split_at(end);
            self.count_lines(tag);
            rest = behind;
            let inner = tag.trim_start_matches('<').trim_end_matches('>');
            let name: String = inner
                .trim_start_matches('/')
                .chars()
                .take_while(char::is_ascii_alphanumeric)
                .collect();
            let name = name.to_lowercase();
            if UNREAD.contains(&name.as_str()) && !inner.starts_with('/') && !inner.ends_with('/') {
                let close = format!("</{name}");
                let lower = rest
                    .as_bytes()
                    .windows(close.len())
                    .position(|part| part.eq_ignore_ascii_case(close.as_bytes()));
                let end = lower.unwrap_or(rest.len());
                if name == "title" && self.document.title.is_none() {
                    let title = clean(&decoded(&rest[..end]));
                    self.document.title = Some(title).filter(|title| !title.is_empty());
                }
                self.count_lines(&rest[..end]);
                rest = &rest[end..];
            } else if inner.starts_with('/') {
                self.close(&name);
            } else {
                self.open(&name, inner);
            }
        }
        self.end();
        while !self.tables.is_empty() {
            self.end_table();
        }
    }

    fn count_lines(&mut self, text: &str) {
        self.line += text.matches('\n').count();
    }

    fn words(&mut self, text: &str) {
        self.count_lines(text);
        self.text.push_str(&decoded(text));
    }

    fn open(&mut self, name: &str, tag: &str) {
        if is_block(name) {
            self.end();
        }
        match name {
            "b" | "strong" if self.text.trim().is_empty() => {
                self.text.clear();
                self.bold = None;
                self.is_bold = true;
            }
            // Bold words that go on behind a gap are one beginning.
            "b" | "strong" if self.is_still_bold() => {
                self.is_bold = true;
            }
            "a" => {
                let url = attribute(tag, "href").unwrap_or_default();
                self.link =
                    (!url.starts_with('#') && !url.is_empty()).then_some((url, self.text.len()));
            }
            "img" => {
                let told = attribute(tag, "alt").unwrap_or_default();
                self.document.push(self.line, What::Left(told, "a picture"));
            }
            "ul" | "ol" => self.lists += 1,
            "li" => self.in_item = true,
            // A name in a list of meanings, and what it means.
            "dt" => {
                self.lists = 1;
                self.is_bold = true;
            }
            "dd" => self.lists = 2,
            "p" | "div" => {}
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.depth = name[1..].parse().unwrap_or(1);
                self.heading = Some(self.depth);
            }
            "summary" => self.heading = Some((self.depth + 1).min(7)),
            "table" => self.tables.push(Table::new(self.line)),
            "tr" => {
                if let [table] = self.tables.as_mut_slice() {
                    table.end_cell();
                    table.begin_row(self.line);
                }
            }
            "td" | "th" => {
                let span =
                    |name| attribute(tag, name).and_then(|text| text.trim().parse::<usize>().ok());
                let wide = span("colspan").unwrap_or(1).clamp(1, MOST_SPAN);
                let high = span("rowspan").unwrap_or(1).clamp(1, MOST_SPAN);
                let line = self.line;
                if let [table] = self.tables.as_mut_slice() {
                    table.end_cell();
                    if table.rows.is_empty() {
                        table.begin_row(line);
                    }
                    table.cell = Some((Rich::default(), wide, high));
                }
                (self.lists, self.in_item) = (0, false);
            }
            _ => {}
        }
    }

    /// Whether the bold words at the beginning have nothing behind them yet.
    fn is_still_bold(&self) -> bool {
        let behind = self.bold.and_then(|at| self.text.get(at..));
        behind.is_some_and(|behind| behind.trim().is_empty())
    }

    fn close(&mut self, name: &str) {
        match name {
            "b" | "strong" | "dt" if self.is_bold => {
                self.is_bold = false;
                self.bold = Some(self.text.len());
            }
            "a" => {
                if let Some((url, start)) = self.link.take() {
                    let words = clean(self.text.get(start..).unwrap_or_default());
                    self.links.push((words, url));
                }
            }
            _ => {}
        }
        if is_block(name) {
            self.end();
        }
        match name {
            "dl" => self.lists = 0,
            "ul" | "ol" => self.lists = self.lists.saturating_sub(1),
            "li" => self.in_item = false,
            "td" | "th" => {
                if let [table] = self.tables.as_mut_slice() {
                    table.end_cell();
                }
            }
            "table" => self.end_table(),
            "details" => {
                let depth = (self.depth + 1).min(7);
                self.document.push(self.line, What::End(depth));
            }
            _ => {}
        }
    }

    /// Ends a paragraph, a bullet or a heading.
    fn end(&mut self) {
        let text = std::mem::take(&mut self.text);
        let bold = self.bold.take();
        self.is_bold = false;
        let mut piece = Piece {
            text: clean(&text),
            links: std::mem::take(&mut self.links),
            ..Piece::default()
        };
        self.link = None;
        if piece.text.is_empty() {
            return;
        }
        if let Some((lead, rest)) = bold.and_then(|at| text.split_at_checked(at)) {
            let lead = clean(lead);
            piece.lead = Some(lead.trim_end_matches([':', '.']).trim().to_owned())
                .filter(|lead| !lead.is_empty());
            piece.rest = clean(rest)
                .trim_start_matches([':', '–', '—', '-', ' '])
                .to_owned();
        } else if text.contains("**") || text.contains("](") {
            let links = std::mem::take(&mut piece.links);
            piece = inline(&text);
            piece.links.extend(links);
        }
        piece.depth = if self.in_item || self.lists > 0 {
            self.lists.max(1)
        } else {
            0
        };
        if piece.depth == 0 && self.heading.is_none() {
            let (depth, rest) = bullet(&piece.text);
            if depth > 0 {
                let rest = rest.to_owned();
                piece.text = rest;
                piece.depth = depth;
            }
        }
        let is_way = self.heading.is_none() && self.tables.is_empty() && piece.is_way();
        if is_way && !self.document.file.is_empty() {
            self.document
                .left(self.line, &piece.text, "a link to another page");
        } else if let Some(cell) = self
            .tables
            .first_mut()
            .and_then(|table| table.cell.as_mut())
        {
            cell.0.pieces.push(piece);
        } else if let Some(depth) = self.heading.take() {
            self.document.push(self.line, What::Heading(depth, piece));
        } else {
            self.document.push(self.line, What::Text(piece));
        }
    }

    fn end_table(&mut self) {
        let Some(mut table) = self.tables.pop() else {
            return;
        };
        // A table within a cell is text of that cell.
        if !self.tables.is_empty() {
            return;
        }
        table.end_cell();
        table.fill_hanging();
        if table.is_cut {
            let why = "a table with too many cells; the others are left out";
            self.document
                .push(table.line, What::Left(String::new(), why));
        }
        let grid = Grid {
            unit: Unit::Line,
            file: self.document.file.clone(),
            rows: table.rows,
        };
        self.document.push(table.line, What::Table(grid));
    }
}
