//! A document as a row of headings, pieces of text and tables, whatever it was written in.

use crate::import::grid::Grid;
use crate::import::rich::Piece;

/// A document.
#[derive(Clone, Debug, Default)]
pub(super) struct Document {
    /// The name of the file.
    pub file: String,
    /// The title that its head gives it.
    pub title: Option<String>,
    /// What its head says besides, as it stands there.
    pub head: String,
    pub parts: Vec<Part>,
}

/// A part, and the line on which it begins.
#[derive(Clone, Debug)]
pub(super) struct Part {
    pub line: usize,
    pub what: What,
}

/// What a part is.
#[derive(Clone, Debug)]
pub(super) enum What {
    /// A heading of a depth from 1 to 7, and its text.
    Heading(usize, Piece),
    /// A paragraph or a bullet.
    Text(Piece),
    /// A table.
    Table(Grid),
    /// The end of what is below a heading of this depth.
    End(usize),
    /// What is not read: a text and why.
    Left(String, &'static str),
}

impl Document {
    /// Says that a text is not read, together with those before it that are left for the same reason.
    pub fn left(&mut self, line: usize, text: &str, why: &'static str) {
        if let Some(Part {
            what: What::Left(all, known),
            ..
        }) = self.parts.last_mut()
            && *known == why
        {
            all.push_str(" · ");
            all.push_str(text);
        } else {
            self.push(line, What::Left(text.to_owned(), why));
        }
    }

    pub fn push(&mut self, line: usize, what: What) {
        self.parts.push(Part { line, what });
    }
}
