//! A text that is written over one that somebody else may have changed meanwhile, and how long a
//! text may be. Knows texts; knows nothing of where they are kept.

use std::fmt;

/// A text with more characters than its field may have. A character is a Unicode scalar value, in
/// every field: an emoji that is made of several counts as several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLong {
    /// By how many characters it is too long.
    pub by: usize,
    /// The most characters that it may have.
    pub most: usize,
}

impl TooLong {
    /// That a text has at most `most` characters.
    ///
    /// # Errors
    /// By how many it has more.
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

/// What came of an edit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edited {
    /// The line holds what was typed.
    Written,
    /// Somebody else has written the line since. It holds both texts now; fill it with this.
    Both(String),
    /// Somebody else has written the line since, and both do not fit. It holds what it held; this
    /// is it. Ask which of the two is to stay, and write that with this as `before`.
    Clash(String),
    /// The text has more characters than the line may have. The line holds what it held.
    TooLong(TooLong),
}

/// How two texts are in one line.
#[derive(Clone, Copy, Debug)]
pub struct Room {
    /// What is between them.
    between: &'static str,
    /// What is before and after a part of the text.
    edge: &'static str,
    /// The most characters.
    most: usize,
}

impl Room {
    /// Texts of several lines, one below the other.
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
    /// What comes of a text that is `typed` over one that was `before`, where `kept` is kept now.
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

    /// What the line is to hold, where this text was typed; none where it stays as it is.
    pub fn text<'a>(&'a self, typed: &'a str) -> Option<&'a str> {
        match self {
            Self::Written => Some(typed),
            Self::Both(text) => Some(text),
            Self::Clash(_) | Self::TooLong(_) => None,
        }
    }
}

/// One text that holds both, if there is room for it.
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

/// Whether `part` is the beginning of `whole`, or is in it from edge to edge.
fn holds(whole: &str, part: &str, edge: &str) -> bool {
    whole.starts_with(part)
        || format!("{edge}{whole}{edge}").contains(&format!("{edge}{part}{edge}"))
}
