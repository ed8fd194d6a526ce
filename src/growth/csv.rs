//! Tables as text: comma-separated values as in RFC 4180, and the same with semicolons or tabs. Handles
//! rows and fields; what a column means is elsewhere.
//!
//! A field that a spreadsheet would take for a formula is written with an apostrophe in front, and read
//! without it: <https://owasp.org/www-community/attacks/CSV_Injection>.

use std::fmt;

use crate::growth::number::grouped;
use crate::guard::escape_hidden;
use crate::text_merge::TooLong;

/// The maximum size of a file, in bytes.
pub const MOST_BYTES: usize = 16 * 1024 * 1024;
/// The maximum number of rows below the first one.
pub const MOST_ROWS: usize = 5_000;
/// The maximum number of columns.
pub const MOST_COLUMNS: usize = 40;
/// The maximum number of characters of a field.
pub const LONGEST_FIELD: usize = 10_000;
/// The characters with which a formula begins.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

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
    /// Its fields.
    pub fields: Vec<String>,
}

/// Why a text cannot be read as a table. The sentence says where and how to mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CsvFault {
    /// It has no row.
    Empty,
    /// It has this many bytes.
    TooLarge(usize),
    /// It has this many rows below the first one.
    TooManyRows(usize),
    /// The row on this line has this many columns.
    TooManyColumns(usize, usize),
    /// A field of the row on this line is too long.
    TooLong(usize, TooLong),
    /// The quote that opens a field on this line is never closed.
    NotClosed(usize),
    /// On this line, this character follows the quote that closes a field.
    AfterQuote(usize, char),
    /// On this line, a quote is inside a field that does not begin with one.
    InsideField(usize),
}

impl fmt::Display for CsvFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let told = match self {
            Self::Empty => "the file is empty; choose one with rows".to_owned(),
            Self::TooLarge(bytes) => format!(
                "the file has {} bytes, and {} are the most; split it into smaller files",
                grouped(*bytes),
                grouped(MOST_BYTES)
            ),
            Self::TooManyRows(rows) => format!(
                "the file has {} rows, and {} are the most; split it into smaller files",
                grouped(*rows),
                grouped(MOST_ROWS)
            ),
            Self::TooManyColumns(line, columns) => format!(
                "line {line} has {} columns, and {MOST_COLUMNS} are the most; remove some",
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

impl std::error::Error for CsvFault {}

/// Reads a table. The separator is the one of comma, semicolon and tab that the first row has most of.
///
/// # Errors
/// If it exceeds a limit, or a quote is broken. Rows and bytes are counted before anything is read.
pub fn read(text: &str) -> Result<Table, CsvFault> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (rows, separator) = survey(text);
    if rows > MOST_ROWS + 1 {
        return Err(CsvFault::TooManyRows(rows - 1));
    }
    if text.len() > MOST_BYTES {
        return Err(CsvFault::TooLarge(text.len()));
    }
    let mut reader = Reader::default();
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied();
        if reader.take(letter, next, separator)? {
            letters.next();
        }
    }
    let mut rows = reader.finish()?.into_iter();
    let header = rows.next().ok_or(CsvFault::Empty)?;
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
    rows: Vec<Row>,
    fields: Vec<String>,
    field: String,
    place: Place,
    line: usize,
    /// The line on which the row begins.
    start: usize,
    /// The line of the last opening quote.
    open: usize,
}

impl Default for Reader {
    fn default() -> Self {
        Self {
            rows: Vec::new(),
            fields: Vec::new(),
            field: String::new(),
            place: Place::Start,
            line: 1,
            start: 1,
            open: 1,
        }
    }
}

impl Reader {
    /// Reads one letter. Whether it belongs together with the next one.
    fn take(
        &mut self,
        letter: char,
        next: Option<char>,
        separator: char,
    ) -> Result<bool, CsvFault> {
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
            (Place::Closed, letter) => return Err(CsvFault::AfterQuote(self.line, letter)),
            (_, '"') => return Err(CsvFault::InsideField(self.line)),
            (_, letter) => {
                self.field.push(letter);
                self.place = Place::Plain;
            }
        }
        Ok(false)
    }

    fn end_field(&mut self) -> Result<(), CsvFault> {
        let field = std::mem::take(&mut self.field);
        TooLong::check(&field, LONGEST_FIELD)
            .map_err(|excess| CsvFault::TooLong(self.start, excess))?;
        self.fields.push(without_guard(field));
        self.place = Place::Start;
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), CsvFault> {
        if self.fields.is_empty() && self.place == Place::Start {
            return Ok(());
        }
        self.end_field()?;
        let fields = std::mem::take(&mut self.fields);
        if fields.len() > MOST_COLUMNS {
            return Err(CsvFault::TooManyColumns(self.start, fields.len()));
        }
        self.rows.push(Row {
            line: self.start,
            fields,
        });
        Ok(())
    }

    fn finish(mut self) -> Result<Vec<Row>, CsvFault> {
        if self.place == Place::Quoted {
            return Err(CsvFault::NotClosed(self.open));
        }
        self.end_row()?;
        Ok(self.rows)
    }
}

/// Writes rows with commas. Lines end as in RFC 4180.
pub fn write<S: AsRef<str>>(rows: &[Vec<S>]) -> String {
    let mut out = String::new();
    for row in rows {
        for (at, field) in row.iter().enumerate() {
            if at > 0 {
                out.push(',');
            }
            write_field(&mut out, field.as_ref());
        }
        out.push_str("\r\n");
    }
    out
}

fn write_field(out: &mut String, field: &str) {
    let guard = if needs_guard(field) { "'" } else { "" };
    if field.contains([',', '"', '\r', '\n', ';', '\t']) {
        let field = field.replace('"', "\"\"");
        out.extend(["\"", guard, &field, "\""]);
    } else {
        out.extend([guard, field]);
    }
}

/// Whether a field begins like a formula, or like one with the guard in front.
fn needs_guard(field: &str) -> bool {
    field.trim_start_matches('\'').starts_with(FORMULA)
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

    fn fields(text: &str) -> Vec<Vec<String>> {
        let table = read(text).unwrap();
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
        let table = read("a\n\n\"b\r\nc\"\r\nd").unwrap();
        let lines: Vec<_> = table.rows.iter().map(|row| row.line).collect();
        assert_eq!(lines, [3, 5]);
    }

    #[test]
    fn a_broken_quote_is_refused_with_its_line() {
        for (text, fault) in [
            ("a\n\"b\nc", CsvFault::NotClosed(2)),
            ("a\n\"b\nc\"d", CsvFault::AfterQuote(3, 'd')),
            ("a\nb\"c", CsvFault::InsideField(2)),
            ("a, \"b\"", CsvFault::InsideField(1)),
        ] {
            assert_eq!(read(text), Err(fault), "{text:?}");
        }
        assert_eq!(
            CsvFault::NotClosed(2).to_string(),
            "line 2 opens a field with a quote that is never closed; close it"
        );
    }

    #[test]
    fn limits_are_told_with_the_number_and_the_limit() {
        let told = |text: &str| read(text).unwrap_err().to_string();
        assert_eq!(
            told(&"did\n".repeat(100_001)),
            "the file has 100,000 rows, and 5,000 are the most; split it into smaller files"
        );
        assert!(read(&"did\n".repeat(5_001)).is_ok());
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
            assert_eq!(read(text), Err(CsvFault::Empty), "{text:?}");
        }
    }

    #[test]
    fn no_field_is_a_formula_and_each_is_read_as_it_was() {
        let all = [
            "=1+1", "+1", "-1", "@a", "\tb", "\rc", "'=1", "''-1", "'tis", "'", "a=1", "", " =1",
        ];
        let text = write(&[vec!["x"; all.len()], all.to_vec()]);
        assert_eq!(fields(&text)[1], all);
        let (_, row) = text.split_once("\r\n").unwrap();
        assert!(row.starts_with("'=1+1,'+1,'-1,'@a,\"'\tb\",\"'\rc\",''=1,'''-1,'tis,"));
    }
}
