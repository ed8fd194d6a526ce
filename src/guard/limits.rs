//! The limits of JSON text, held in one pass over its bytes that allocates nothing.
//! Knows strings and brackets; whether the rest is JSON is for the parser to say.

use std::fmt;

/// The most that a text may have of each [`Measure`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the whole.
    pub bytes: usize,
    /// Lists and groups inside one another.
    pub depth: usize,
    /// Values, empty lists and groups counted as one more.
    pub values: usize,
    /// Bytes of one string as it is written, without its quotes.
    pub string: usize,
}

/// What a limit is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Bytes of the whole.
    Bytes,
    /// Lists and groups inside one another.
    Depth,
    /// Values.
    Values,
    /// Bytes of one string.
    String,
}

/// Which limit a text exceeds, and where it does first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excess {
    /// What there is too much of.
    pub measure: Measure,
    /// How much there may be.
    pub most: usize,
    /// The byte, counted from 0; of a string, its opening quote.
    pub offset: usize,
    /// The line of that byte, counted from 1.
    pub line: usize,
    /// The byte within that line, counted from 1.
    pub column: usize,
}

impl Limits {
    /// One record. The fullest case that can be typed, in any script, has about 400,000 bytes.
    pub const RECORD: Self = Self {
        bytes: 512 * 1024,
        depth: 16,
        values: 50_000,
        string: 64 * 1024,
    };
    /// A backup. Its strings are whole records.
    pub const BACKUP: Self = Self {
        bytes: 1024 * 1024,
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

    /// Whether `text` keeps to the limits.
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

/// Goes on to the end of a string whose quote was passed, and says how many bytes it has.
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
    /// What there is too much of and what to do, without the place.
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
