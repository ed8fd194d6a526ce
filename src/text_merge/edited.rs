//! Writing over a text that may have changed elsewhere meanwhile, and the maximum length of a text.
//! Handles texts; independent of the storage.

use std::fmt;

/// A text with more characters than its field allows. A character is a Unicode scalar value, in every
/// field: an emoji may consist of several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLong {
    /// By how many characters it is too long.
    pub by: usize,
    /// The maximum number of characters.
    pub most: usize,
}

impl TooLong {
    /// Checks that a text has at most `most` characters.
    ///
    /// # Errors
    /// The number of characters above the limit.
    pub fn check(text: &str, most: usize) -> Result<(), Self> {
        match text.chars().count().saturating_sub(most) {
            0 => Ok(()),
            by => Err(Self { by, most }),
        }
    }
}

impl fmt::Display for TooLong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { by, most } = self;
        let unit = if *by == 1 { "character" } else { "characters" };
        write!(f, "{by} {unit} too long; {most} are the most")
    }
}

impl std::error::Error for TooLong {}

/// The outcome of an edit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edited {
    /// The line holds the typed text.
    Written,
    /// The line was changed elsewhere since. It holds both texts now; fill the field with this.
    Both(String),
    /// The line was changed elsewhere since, and both texts do not fit. It stays unchanged, and this is
    /// its text. Ask which of the two should stay, and write that with this as `before`.
    Clash(String),
    /// The text has more characters than the line allows. The line stays unchanged.
    TooLong(TooLong),
}

/// How two texts are combined in one line.
#[derive(Clone, Copy, Debug)]
pub struct Room {
    /// The separator between them.
    between: &'static str,
    /// The boundary of a part of the text.
    edge: &'static str,
    /// The maximum number of characters.
    most: usize,
}

impl Room {
    /// Multi-line texts, one below the other.
    pub const fn lines(most: usize) -> Self {
        Self {
            between: "\n\n",
            edge: "\n",
            most,
        }
    }

    /// Names, one beside the other.
    pub const fn names(most: usize) -> Self {
        Self {
            between: " / ",
            edge: " / ",
            most,
        }
    }
}

impl Edited {
    /// The outcome of writing `typed` over `before`, if the stored text is now `kept`.
    pub fn of(kept: &str, before: &str, typed: &str, room: &Room) -> Self {
        if kept == typed {
            return Self::Written;
        }
        if let Err(excess) = TooLong::check(typed, room.most) {
            return Self::TooLong(excess);
        }
        if kept == before || kept.is_empty() {
            return Self::Written;
        }
        match both(kept, typed, room) {
            None => Self::Clash(kept.to_owned()),
            Some(text) if text == typed => Self::Written,
            Some(text) => Self::Both(text),
        }
    }

    /// Whether the line was written.
    pub const fn is_written(&self) -> bool {
        matches!(self, Self::Written | Self::Both(_))
    }

    /// The new text of the line after `typed` was entered; none if the line stays unchanged.
    pub fn text<'a>(&'a self, typed: &'a str) -> Option<&'a str> {
        match self {
            Self::Written => Some(typed),
            Self::Both(text) => Some(text),
            Self::Clash(_) | Self::TooLong(_) => None,
        }
    }
}

/// One text with both, if there is room for it.
fn both(first: &str, second: &str, room: &Room) -> Option<String> {
    if holds(first, second, room.edge) {
        return Some(first.to_owned());
    }
    if holds(second, first, room.edge) {
        return Some(second.to_owned());
    }
    let text = format!("{first}{}{second}", room.between);
    (text.chars().count() <= room.most).then_some(text)
}

/// Whether `part` is the beginning of `whole`, or occurs in it between boundaries.
fn holds(whole: &str, part: &str, edge: &str) -> bool {
    whole.starts_with(part)
        || format!("{edge}{whole}{edge}").contains(&format!("{edge}{part}{edge}"))
}
