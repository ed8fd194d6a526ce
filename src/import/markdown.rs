//! Markdown as headings, paragraphs, bullets and tables. Reads what ladders use of it, line by line:
//! the reasons are in docs/decisions.md.

use crate::import::document::{Document, What};
use crate::import::entities::decoded;
use crate::import::grid::{Grid, GridRow, Unit};
use crate::import::html;
use crate::import::html_table::MOST_COLUMNS;
use crate::import::inline::inline;
use crate::import::labels::{Labels, without_marks};
use crate::import::names::clean;
use crate::import::rich::{Rich, bullet};

/// Elements that are read as HTML up to their end.
const HTML: [&str; 15] = [
    "table", "ul", "ol", "dl", "picture", "svg", "script", "style", "pre", "h1", "h2", "h3", "h4",
    "h5", "h6",
];
/// The most characters of a line in bold that counts as a heading.
pub(super) const LONGEST_HEADING: usize = 80;

/// Reads a document.
pub(super) fn read(file: &str, text: &str) -> Document {
    let mut reader = Reader {
        document: Document {
            file: file.to_owned(),
            ..Document::default()
        },
        ..Reader::default()
    };
    let lines: Vec<&str> = text.split('\n').collect();
    reader.labels = Labels::of(&lines);
    let mut at = reader.head(&lines);
    while at < lines.len() {
        at += reader.line(&lines[at..], at + 1);
    }
    reader.end();
    without_marks(&mut reader.document);
    reader.document
}

#[derive(Default)]
struct Reader {
    document: Document,
    /// The paragraph or bullet that is being read: line, depth, text.
    open: Option<(usize, usize, String)>,
    /// The indents of the bullets around.
    indents: Vec<usize>,
    depth: usize,
    after_blank: bool,
    labels: Labels,
}

impl Reader {
    /// The head between two lines of hyphens. The number of its lines.
    fn head(&mut self, lines: &[&str]) -> usize {
        if lines.first().is_none_or(|line| line.trim_end() != "---") {
            return 0;
        }
        let end = lines
            .iter()
            .skip(1)
            .position(|line| matches!(line.trim_end(), "---" | "..."));
        let Some(end) = end else { return 0 };
        for line in &lines[1..=end] {
            let Some((name, value)) = line.split_once(':') else {
                continue;
            };
            let value = value.trim().trim_matches(['"', '\'']);
            if matches!(name, "title" | "name")
                && !value.is_empty()
                && self.document.title.is_none()
            {
                self.document.title = Some(clean(&decoded(value)));
            }
        }
        self.document.head = lines[1..=end].join("\n");
        end + 2
    }

    /// Reads at the first of these lines. The number of lines that were read.
    fn line(&mut self, lines: &[&str], number: usize) -> usize {
        let whole = lines[0];
        let line = whole.trim();
        let line = line.strip_prefix('>').map_or(line, str::trim_start);
        if line.is_empty() {
            self.end();
            self.after_blank = true;
            return 1;
        }
        if let Some(fence) = ["```", "~~~"]
            .into_iter()
            .find(|fence| line.starts_with(fence))
        {
            self.end();
            let end = lines
                .iter()
                .skip(1)
                .position(|line| line.trim().starts_with(fence));
            let end = end.map_or(lines.len() - 1, |end| end + 1);
            let text = lines[1..end.max(1)].join(" ");
            self.document
                .push(number, What::Left(text, "a block of code"));
            return end + 1;
        }
        if let Some(read) = self.html(lines, line, number) {
            return read;
        }
        let hashes = line.bytes().take_while(|byte| *byte == b'#').count();
        if (1..=6).contains(&hashes) {
            let text = line[hashes..].trim().trim_end_matches('#').trim();
            let is_heading =
                line[hashes..].starts_with([' ', '\t']) || text.starts_with(char::is_alphabetic);
            if is_heading {
                self.end();
                self.indents.clear();
                self.depth = hashes;
                self.heading(number, hashes, text);
                return 1;
            }
        }
        if let Some(read) = self.table(lines, number) {
            return read;
        }
        let is_rule = line.len() >= 3
            && ["-", "*", "_", "="].iter().any(|sign| {
                line.replace([' '], "")
                    .chars()
                    .all(|one| sign.starts_with(one))
            });
        if is_rule {
            // A line of signs below a single line makes it a heading.
            let sign = line.chars().next().unwrap_or_default();
            if let Some((start, 0, text)) = self
                .open
                .take_if(|_| matches!(sign, '=' | '-') && !line.contains(' '))
            {
                self.depth = if sign == '=' { 1 } else { 2 };
                self.heading(start, self.depth, &text);
            }
            self.end();
            return 1;
        }
        self.text(whole, line, number);
        1
    }

    /// A bullet, or a line of a paragraph.
    fn text(&mut self, whole: &str, line: &str, number: usize) {
        let indent = whole
            .chars()
            .take_while(|letter| letter.is_whitespace())
            .map(|letter| if letter == '\t' { 4 } else { 1 })
            .sum();
        let (depth, rest) = bullet(line);
        let is_bullet = depth > 0 && !line.starts_with("**");
        if is_bullet {
            self.end();
            while self
                .indents
                .last()
                .is_some_and(|last| *last >= indent + 2 || *last > indent)
            {
                self.indents.pop();
            }
            if self
                .indents
                .last()
                .is_none_or(|last| *last + 1 < indent || self.indents.is_empty())
            {
                self.indents.push(indent);
            }
            let rest = ["[ ] ", "[x] ", "[X] "]
                .iter()
                .find_map(|sign| rest.strip_prefix(sign))
                .unwrap_or(rest);
            self.open = Some((number, self.indents.len(), rest.to_owned()));
        } else if indent == 0 && self.labels.begins(line) {
            self.end();
            self.indents.clear();
            self.open = Some((number, 0, line.to_owned()));
            if self.labels.is_whole(line) {
                self.end();
            }
        } else if let Some((_, _, text)) = &mut self.open {
            text.push(' ');
            text.push_str(line);
        } else {
            // A paragraph that is set in goes on with the bullet above it.
            let within = self.after_blank && indent >= 2 && !self.indents.is_empty();
            if !within {
                self.indents.clear();
            }
            self.open = Some((
                number,
                if within { self.indents.len() } else { 0 },
                line.to_owned(),
            ));
        }
        self.after_blank = false;
    }

    fn heading(&mut self, line: usize, depth: usize, text: &str) {
        let piece = inline(text);
        if !piece.text.is_empty() {
            self.document.push(line, What::Heading(depth, piece));
        }
    }

    /// Ends a paragraph or a bullet. A paragraph of bold words is a heading.
    fn end(&mut self) {
        let Some((line, depth, text)) = self.open.take() else {
            return;
        };
        let mut piece = inline(&text);
        piece.depth = depth;
        let is_short = piece.text.chars().count() <= LONGEST_HEADING;
        let is_bold = piece.lead.is_some() && piece.rest.is_empty();
        if depth == 0 && self.labels.is_heading(&piece) {
            let lead = piece.lead.take().unwrap_or_default();
            self.heading(line, (self.depth + 1).min(7), &lead);
            piece.text = std::mem::take(&mut piece.rest);
            self.document.push(line, What::Text(piece));
        } else if depth == 0 && is_bold && is_short && !piece.text.ends_with('.') {
            self.document
                .push(line, What::Heading((self.depth + 1).min(7), piece));
        } else if piece.is_way() {
            self.document
                .left(line, &piece.text, "a link to another page");
        } else if !piece.text.is_empty() {
            self.document.push(line, What::Text(piece));
        }
        for picture in pictures(&text) {
            self.document.push(line, What::Left(picture, "a picture"));
        }
    }

    fn html(&mut self, lines: &[&str], line: &str, number: usize) -> Option<usize> {
        let inner = line.strip_prefix('<')?;
        let name: String = inner
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect();
        let name = name.to_lowercase();
        if HTML.contains(&name.as_str()) && !inner.starts_with('/') {
            self.end();
            let close = format!("</{name}");
            // Tables may be in tables: the last end counts.
            let (mut depth, mut end) = (0_usize, lines.len());
            let open = format!("<{name}");
            for (at, line) in lines.iter().enumerate() {
                let lower = line.to_ascii_lowercase();
                depth += lower.matches(&open).count();
                depth = depth.saturating_sub(lower.matches(&close).count());
                if depth == 0 {
                    end = at + 1;
                    break;
                }
            }
            html::append(&mut self.document, &lines[..end].join("\n"), number);
            if let Some(depth) = name.strip_prefix('h').and_then(|depth| depth.parse().ok()) {
                self.depth = depth;
                self.indents.clear();
            }
            return Some(end);
        }
        if let Some((_, rest)) = line.split_once("<summary>") {
            self.end();
            let end = lines.iter().position(|line| line.contains("</summary>"));
            let end = end.unwrap_or_default();
            let inner = lines.get(1..=end).unwrap_or_default().join(" ");
            let text = format!("{rest} {inner}");
            let text = text.split("</summary>").next().unwrap_or_default();
            let text = Rich::plain(text).line();
            self.heading(number, (self.depth + 1).min(7), &text);
            return Some(end + 1);
        }
        if line.starts_with("<!--") {
            let end = lines.iter().position(|line| line.contains("-->"));
            return Some(end.map_or(lines.len(), |end| end + 1));
        }
        if line.starts_with("</details>") {
            self.end();
            let depth = (self.depth + 1).min(7);
            self.document.push(number, What::End(depth));
            return Some(1);
        }
        let blocks = [
            "details", "div", "section", "center", "br", "hr", "p", "a", "img", "source", "summary",
        ];
        let text = Rich::plain(line).line();
        if blocks.contains(&name.as_str()) && text.is_empty() {
            for picture in pictures(line) {
                self.document.push(number, What::Left(picture, "a picture"));
            }
            return Some(1);
        }
        None
    }

    /// A table of pipes: rows below a line of hyphens, or several rows that begin with a pipe.
    fn table(&mut self, lines: &[&str], number: usize) -> Option<usize> {
        let is_rule = |line: &str| {
            line.contains('-')
                && line.contains('|')
                && line.chars().all(|letter| "|-: \t".contains(letter))
        };
        let has_pipe = |line: &&str| line.contains('|') && !line.trim().is_empty();
        if !lines.first().is_some_and(has_pipe) {
            return None;
        }
        let next = lines.get(1).copied().unwrap_or_default();
        let is_table = is_rule(next.trim())
            || (lines[0].trim().starts_with('|') && next.trim().starts_with('|'));
        if !is_table {
            return None;
        }
        self.end();
        let count = lines.iter().take_while(|line| has_pipe(line)).count();
        let mut grid = Grid {
            unit: Unit::Line,
            file: self.document.file.clone(),
            rows: Vec::new(),
        };
        for (at, line) in lines[..count].iter().enumerate() {
            if !is_rule(line.trim()) {
                grid.rows.push(GridRow {
                    line: number + at,
                    after_blank: false,
                    cells: pipes(line)
                        .iter()
                        .take(MOST_COLUMNS)
                        .map(|text| Rich::plain(text))
                        .collect(),
                });
            }
        }
        if lines[..count]
            .iter()
            .any(|line| pipes(line).len() > MOST_COLUMNS)
        {
            let why = "a table with too many cells; the others are left out";
            self.document.push(number, What::Left(String::new(), why));
        }
        self.document.push(number, What::Table(grid));
        Some(count)
    }
}

/// The cells of a row of pipes. A pipe behind a backslash is text.
fn pipes(line: &str) -> Vec<String> {
    let line = line.trim();
    let line = line.strip_prefix('|').unwrap_or(line);
    let (mut cells, mut cell, mut is_escaped) = (Vec::new(), String::new(), false);
    for letter in line.chars() {
        match letter {
            '|' if is_escaped => {
                cell.pop();
                cell.push('|');
            }
            '|' => cells.push(std::mem::take(&mut cell).trim().to_owned()),
            _ => cell.push(letter),
        }
        is_escaped = letter == '\\' && !is_escaped;
    }
    if !cell.trim().is_empty() || !line.ends_with('|') {
        cells.push(cell.trim().to_owned());
    }
    cells
}

fn pictures(text: &str) -> Vec<String> {
    let parts = text.split("![").skip(1);
    let parts = parts.filter_map(|part| part.split_once("](").map(|(told, _)| clean(told)));
    let tags = text.matches("<img").map(|_| String::new());
    parts.chain(tags).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_of_pipes_has_cells() {
        assert_eq!(pipes("| a | b \\| c |  |"), ["a", "b | c", ""]);
        assert_eq!(pipes("a | b"), ["a", "b"]);
    }
}
