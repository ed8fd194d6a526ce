//! Tables as text: comma-separated values as in RFC 4180, and the same with semicolons or tabs. Handles
//! rows and fields; what a column means is elsewhere.
//!
//! A field that a spreadsheet would take for a formula is written with an apostrophe in front, and read
//! without it: <https://owasp.org/www-community/attacks/CSV_Injection>.

mod write;

use std::fmt;

use crate::guard::{escape_hidden, grouped};
use crate::text_merge::TooLong;

use write::needs_guard;
pub use write::write;

/// How a text is read, and how large it may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rules {
    /// The maximum size of a text, in bytes.
    pub bytes: usize,
    /// The maximum number of rows below the first one.
    pub rows: usize,
    /// The maximum number of columns.
    pub columns: usize,
    /// The maximum number of characters of a field.
    pub field: usize,
    /// The separator; none: the one of comma, semicolon and tab that the first row has most of.
    pub separator: Option<char>,
    /// Whether quotes may be where they should not, as in texts that no program wrote.
    pub loose_quotes: bool,
}

/// A table: its first row, and the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The first row that is not blank.
    pub header: Row,
    /// The rows below it. Blank lines are left out.
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The line of the file on which it begins, counted from 1.
    pub line: usize,
    /// Whether a blank line is above it.
    pub after_blank: bool,
    /// Its fields.
    pub fields: Vec<String>,
}

/// Why a text cannot be read as a table. The sentence says where and how to mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableFault {
    /// It has no row.
    Empty,
    /// It has this many bytes; so many are the most.
    TooLarge(usize, usize),
    /// It has this many rows below the first one; so many are the most.
    TooManyRows(usize, usize),
    /// The row on this line has this many columns; so many are the most.
    TooManyColumns(usize, usize, usize),
    /// A field of the row on this line is too long.
    TooLong(usize, TooLong),
    /// The quote that opens a field on this line is never closed.
    NotClosed(usize),
    /// On this line, this character follows the quote that closes a field.
    AfterQuote(usize, char),
    /// On this line, a quote is inside a field that does not begin with one.
    InsideField(usize),
}

impl fmt::Display for TableFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let told = match self {
            Self::Empty => "the file is empty; choose one with rows".to_owned(),
            Self::TooLarge(bytes, most) => format!(
                "the file has {} bytes, and {} are the most; split it into smaller files",
                grouped(*bytes),
                grouped(*most)
            ),
            Self::TooManyRows(rows, most) => format!(
                "the file has {} rows, and {} are the most; split it into smaller files",
                grouped(*rows),
                grouped(*most)
            ),
            Self::TooManyColumns(line, columns, most) => format!(
                "line {line} has {} columns, and {most} are the most; remove some",
                grouped(*columns)
            ),
            Self::TooLong(line, excess) => {
                format!("line {line} has a field that is {excess}; shorten it")
            }
            Self::NotClosed(line) => {
                format!("line {line} opens a field with a quote that is never closed; close it")
            }
            Self::AfterQuote(line, letter) => format!(
                "line {line} has “{letter}” after the quote that closes a field; write each quote inside a field twice"
            ),
            Self::InsideField(line) => format!(
                "line {line} has a quote inside a field that does not begin with one; put the whole field in quotes and write each quote inside it twice"
            ),
        };
        f.write_str(&escape_hidden(&told))
    }
}

impl std::error::Error for TableFault {}

/// Reads a table.
///
/// # Errors
/// If it exceeds a limit, or a quote is broken. Rows and bytes are counted before anything is read.
pub fn read(text: &str, rules: &Rules) -> Result<Table, TableFault> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (rows, separator) = survey(text);
    if rows > rules.rows + 1 {
        return Err(TableFault::TooManyRows(rows - 1, rules.rows));
    }
    if text.len() > rules.bytes {
        return Err(TableFault::TooLarge(text.len(), rules.bytes));
    }
    let separator = rules.separator.unwrap_or(separator);
    let mut reader = Reader::new(*rules);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied();
        if reader.take(letter, next, separator)? {
            letters.next();
        }
    }
    let mut rows = reader.finish()?.into_iter();
    let header = rows.next().ok_or(TableFault::Empty)?;
    Ok(Table {
        header,
        rows: rows.collect(),
    })
}

/// The number of rows that are not blank, and the separator of the first of them.
fn survey(text: &str) -> (usize, char) {
    let (mut rows, mut quoted, mut blank) = (0, false, true);
    let mut counts = [(',', 0), (';', 0), ('\t', 0)];
    for letter in text.chars() {
        match letter {
            '\n' | '\r' if !quoted => blank = true,
            _ => {
                rows += usize::from(blank);
                blank = false;
            }
        }
        quoted ^= letter == '"';
        if rows == 1 && !quoted {
            let found = counts.iter_mut().find(|(sign, _)| *sign == letter);
            found.into_iter().for_each(|(_, count)| *count += 1);
        }
    }
    // Of equal counts the last is found, so the comma stands last.
    counts.reverse();
    let most = counts.into_iter().max_by_key(|(_, count)| *count);
    (rows, most.map_or(',', |(sign, _)| sign))
}

/// Where in a field the reader is.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Place {
    #[default]
    Start,
    Plain,
    /// Within quotes.
    Quoted,
    /// Behind the closing quote.
    Closed,
}

struct Reader {
    rules: Rules,
    rows: Vec<Row>,
    fields: Vec<String>,
    field: String,
    place: Place,
    line: usize,
    /// The line on which the row begins.
    start: usize,
    /// The line of the last opening quote.
    open: usize,
    /// Whether the line above was blank.
    after_blank: bool,
}

impl Reader {
    const fn new(rules: Rules) -> Self {
        Self {
            rules,
            rows: Vec::new(),
            fields: Vec::new(),
            field: String::new(),
            place: Place::Start,
            line: 1,
            start: 1,
            open: 1,
            after_blank: false,
        }
    }

    /// Reads one letter. Whether it belongs together with the next one.
    fn take(
        &mut self,
        letter: char,
        next: Option<char>,
        separator: char,
    ) -> Result<bool, TableFault> {
        let is_pair = letter == '\r' && next == Some('\n');
        let ends_line = letter == '\n' || letter == '\r';
        match (self.place, letter) {
            (Place::Quoted, '"') if next == Some('"') => {
                self.field.push('"');
                return Ok(true);
            }
            (Place::Quoted, '"') => self.place = Place::Closed,
            (Place::Quoted, _) => {
                self.field.push(letter);
                self.line += usize::from(letter == '\n' || (letter == '\r' && !is_pair));
            }
            (_, letter) if letter == separator => self.end_field()?,
            _ if ends_line => {
                self.end_row()?;
                self.line += 1;
                self.start = self.line;
                return Ok(is_pair);
            }
            (Place::Start, '"') => {
                self.place = Place::Quoted;
                self.open = self.line;
            }
            (Place::Closed, letter) if !self.rules.loose_quotes => {
                return Err(TableFault::AfterQuote(self.line, letter));
            }
            (_, '"') if !self.rules.loose_quotes => {
                return Err(TableFault::InsideField(self.line));
            }
            (_, letter) => {
                self.field.push(letter);
                self.place = Place::Plain;
            }
        }
        Ok(false)
    }

    fn end_field(&mut self) -> Result<(), TableFault> {
        let field = std::mem::take(&mut self.field);
        TooLong::check(&field, self.rules.field)
            .map_err(|excess| TableFault::TooLong(self.start, excess))?;
        self.fields.push(without_guard(field));
        self.place = Place::Start;
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), TableFault> {
        if self.fields.is_empty() && self.place == Place::Start {
            self.after_blank = true;
            return Ok(());
        }
        self.end_field()?;
        let fields = std::mem::take(&mut self.fields);
        let most = self.rules.columns;
        if fields.len() > most {
            return Err(TableFault::TooManyColumns(self.start, fields.len(), most));
        }
        if self.rows.len() > self.rules.rows {
            return Err(TableFault::TooManyRows(self.rows.len(), self.rules.rows));
        }
        self.rows.push(Row {
            line: self.start,
            after_blank: std::mem::take(&mut self.after_blank),
            fields,
        });
        Ok(())
    }

    fn finish(mut self) -> Result<Vec<Row>, TableFault> {
        if self.place == Place::Quoted {
            return Err(TableFault::NotClosed(self.open));
        }
        self.end_row()?;
        Ok(self.rows)
    }
}

fn without_guard(mut field: String) -> String {
    if field.starts_with('\'') && needs_guard(&field) {
        field.remove(0);
    }
    field
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULES: Rules = Rules {
        bytes: 16 * 1024 * 1024,
        rows: 5_000,
        columns: 40,
        field: 10_000,
        separator: None,
        loose_quotes: false,
    };

    fn fields(text: &str) -> Vec<Vec<String>> {
        let table = read(text, &RULES).unwrap();
        let rows = std::iter::once(table.header).chain(table.rows);
        rows.map(|row| row.fields).collect()
    }

    #[test]
    fn fields_are_read_with_each_separator_and_each_end_of_line() {
        for separator in [",", ";", "\t"] {
            for end in ["\n", "\r\n", "\r"] {
                let text = format!("\u{feff}date,did{end}{end}1,\"a \"\"b\"\"{end}c, d\"{end},")
                    .replace(',', separator);
                let long = format!("a \"b\"{end}c{separator} d");
                let told = [["date", "did"], ["1", &long], ["", ""]];
                assert_eq!(fields(&text), told, "{text:?}");
            }
        }
        assert_eq!(fields("\"a;b;c\",d\n"), [["a;b;c", "d"]]);
        assert_eq!(fields("a\n\"\""), [["a"], [""]]);
    }

    #[test]
    fn a_row_knows_its_line() {
        let table = read("a\n\n\"b\r\nc\"\r\nd", &RULES).unwrap();
        let lines: Vec<_> = table.rows.iter().map(|row| row.line).collect();
        assert_eq!(lines, [3, 5]);
    }

    #[test]
    fn a_broken_quote_is_refused_with_its_line() {
        for (text, fault) in [
            ("a\n\"b\nc", TableFault::NotClosed(2)),
            ("a\n\"b\nc\"d", TableFault::AfterQuote(3, 'd')),
            ("a\nb\"c", TableFault::InsideField(2)),
            ("a, \"b\"", TableFault::InsideField(1)),
        ] {
            assert_eq!(read(text, &RULES), Err(fault), "{text:?}");
        }
        assert_eq!(
            TableFault::NotClosed(2).to_string(),
            "line 2 opens a field with a quote that is never closed; close it"
        );
    }

    #[test]
    fn loose_quotes_are_letters() {
        let rules = Rules {
            loose_quotes: true,
            ..RULES
        };
        let table = read("a,b\nsays \"so\",\"c\" d\n\ne", &rules).unwrap();
        assert_eq!(table.rows[0].fields, ["says \"so\"", "c d"]);
        assert!(table.rows[1].after_blank && !table.rows[0].after_blank);
    }

    #[test]
    fn limits_are_told_with_the_number_and_the_limit() {
        let told = |text: &str| read(text, &RULES).unwrap_err().to_string();
        assert_eq!(
            told(&"did\n".repeat(100_001)),
            "the file has 100,000 rows, and 5,000 are the most; split it into smaller files"
        );
        assert!(read(&"did\n".repeat(5_001), &RULES).is_ok());
        assert_eq!(
            told(&format!("{}\n", "a,".repeat(8_400_000))),
            "the file has 16,800,001 bytes, and 16,777,216 are the most; split it into smaller files"
        );
        assert_eq!(
            told(&format!("a\n{}", ",".repeat(40))),
            "line 2 has 41 columns, and 40 are the most; remove some"
        );
        assert_eq!(
            told(&format!("a\n{}", "é".repeat(10_001))),
            "line 2 has a field that is 1 character too long; 10000 are the most; shorten it"
        );
        for text in ["", "\u{feff}", "\r\n\n"] {
            assert_eq!(read(text, &RULES), Err(TableFault::Empty), "{text:?}");
        }
    }
}
