//! The limits of JSON text, checked in one pass over its bytes without allocation. Handles strings and
//! brackets; whether the rest is JSON is left to the parser.

use std::fmt;

/// The maximum of each [`Measure`] in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the whole text.
    pub bytes: usize,
    /// Nesting of lists and objects.
    pub depth: usize,
    /// Values; empty lists and objects count as one more.
    pub values: usize,
    /// Bytes of one string in its source form, without the quotes.
    pub string: usize,
}

/// What a limit applies to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Bytes of the whole text.
    Bytes,
    /// Nesting of lists and objects.
    Depth,
    /// Values.
    Values,
    /// Bytes of one string.
    String,
}

/// The first limit that a text exceeds, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excess {
    /// The measure that is exceeded.
    pub measure: Measure,
    /// The limit.
    pub most: usize,
    /// The byte offset, counted from 0; for a string, of its opening quote.
    pub offset: usize,
    /// The line of that byte, counted from 1.
    pub line: usize,
    /// The byte within that line, counted from 1.
    pub column: usize,
}

impl Limits {
    /// One record. The largest case that can be typed, in any script, has about 400,000 bytes.
    pub const RECORD: Self = Self {
        bytes: 512 * 1024,
        depth: 16,
        values: 50_000,
        string: 64 * 1024,
    };
    /// A backup. Its strings are whole records. Browsers give one host about 5 million characters, of up
    /// to three bytes each: a backup holds all that can be saved.
    pub const BACKUP: Self = Self {
        bytes: 16 * 1024 * 1024,
        depth: 16,
        values: 50_000,
        string: 1024 * 1024,
    };
    /// A ladder, a guide or a quiz.
    pub const PACK: Self = Self {
        bytes: 4 * 1024 * 1024,
        depth: 32,
        values: 200_000,
        string: 64 * 1024,
    };

    /// Checks `text` against the limits.
    ///
    /// # Errors
    /// The first limit exceeded.
    pub fn check(&self, text: &str) -> Result<(), Excess> {
        if text.len() > self.bytes {
            return Err(excess(Measure::Bytes, self.bytes, text, self.bytes));
        }
        let (mut depth, mut values) = (0_usize, 1_usize);
        let mut bytes = text.bytes().enumerate();
        while let Some((offset, byte)) = bytes.next() {
            match byte {
                b'"' if string(&mut bytes) > self.string => {
                    return Err(excess(Measure::String, self.string, text, offset));
                }
                b'[' | b'{' => {
                    depth += 1;
                    values += 1;
                }
                b']' | b'}' => depth = depth.saturating_sub(1),
                b',' => values += 1,
                _ => {}
            }
            if depth > self.depth {
                return Err(excess(Measure::Depth, self.depth, text, offset));
            }
            if values > self.values {
                return Err(excess(Measure::Values, self.values, text, offset));
            }
        }
        Ok(())
    }
}

/// Skips to the end of a string after its opening quote, and returns its length in bytes.
fn string(bytes: &mut impl Iterator<Item = (usize, u8)>) -> usize {
    let mut length = 0;
    while let Some((_, byte)) = bytes.next() {
        match byte {
            b'"' => return length,
            b'\\' => {
                bytes.next();
                length += 2;
            }
            _ => length += 1,
        }
    }
    length
}

fn excess(measure: Measure, most: usize, text: &str, offset: usize) -> Excess {
    let before = text.as_bytes().get(..offset).unwrap_or_default();
    let lines = before.split(|byte| *byte == b'\n');
    let (line, last) = lines.fold((0, 0), |(line, _), part| (line + 1, part.len()));
    Excess {
        measure,
        most,
        offset,
        line,
        column: last + 1,
    }
}

impl Excess {
    /// What exceeds the limit and the remedy, without the location.
    pub fn problem(&self) -> String {
        let most = self.most;
        let (what, remedy) = match self.measure {
            Measure::Bytes => (format!("has more than {most} bytes"), "shorten it"),
            Measure::Depth => (
                format!("has more than {most} lists and groups inside one another"),
                "take some out",
            ),
            Measure::Values => (format!("has more than {most} values"), "take some out"),
            Measure::String => (
                format!("has a text of more than {most} bytes"),
                "shorten the text",
            ),
        };
        format!("{what}; {remedy}")
    }
}

impl fmt::Display for Excess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (line, column) = (self.line, self.column);
        write!(f, "line {line}, column {column}: {}", self.problem())
    }
}

impl std::error::Error for Excess {}
