//! What a second view is about: the expectations of some levels of a ladder. Finds them again where the
//! view is opened, or says why they are not the same. For links and for files.

use std::fmt;

use crate::growth::Expected;
use crate::guard::escape_hidden;
use crate::ladder::{Ladder, Level};
use crate::share::tidy_name;

/// The maximum number of levels that a view is about.
const MOST_LEVELS: usize = 8;

/// Why a view cannot be read beside the texts of this page: marks are never moved to other texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OtherTexts {
    /// It is about another ladder.
    Ladder {
        /// The ladder of the view.
        theirs: String,
        /// The ladder of this page.
        ours: String,
    },
    /// It is about another version of this ladder, and the texts of its levels differ.
    Version {
        /// The version of the view.
        theirs: String,
        /// The version of this page.
        ours: String,
    },
    /// It is about this version, but not about its texts.
    Expectations,
}

impl fmt::Display for OtherTexts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let told = match self {
            Self::Ladder { theirs, ours } => format!(
                "This is about another ladder, “{theirs}”; this page has “{ours}”. Open it on a page of that ladder."
            ),
            Self::Version { theirs, ours } => format!(
                "This is about version {theirs} of the ladder; this page has version {ours}, and its words differ. Marks are never moved to other words. Reload the page; if that does not help, ask again with a new link."
            ),
            Self::Expectations => "This is about other words than the ladder of this page has, and marks are never moved to other words. Reload the page; if that does not help, ask again with a new link.".to_owned(),
        };
        f.write_str(&escape_hidden(&told))
    }
}

impl std::error::Error for OtherTexts {}

/// The name of a ladder, its version, and levels of it, as a view names them.
pub(crate) struct About<'a> {
    pub(crate) ladder: &'a str,
    pub(crate) version: &'a str,
    pub(crate) levels: &'a [String],
}

impl About<'_> {
    /// Finds the levels: one to eight, none twice.
    ///
    /// # Errors
    /// If it is about another ladder, or this version lacks one of the levels.
    pub(crate) fn levels<'l>(&self, ladder: &'l Ladder) -> Result<Vec<&'l Level>, OtherTexts> {
        if self.ladder != ladder.id {
            return Err(OtherTexts::Ladder {
                theirs: self.ladder.to_owned(),
                ours: ladder.id.clone(),
            });
        }
        let level = |id: &String| ladder.levels.iter().find(|level| level.id == *id);
        let found: Option<Vec<&Level>> = self.levels.iter().map(level).collect();
        let is_fine = |levels: &Vec<&Level>| {
            let mut pairs = levels.iter().enumerate();
            let twice = pairs.any(|(at, level)| levels.iter().take(at).any(|one| one == level));
            (1..=MOST_LEVELS).contains(&levels.len()) && !twice
        };
        found.filter(is_fine).ok_or_else(|| self.other(ladder))
    }

    /// The error for texts that differ.
    pub(crate) fn other(&self, ladder: &Ladder) -> OtherTexts {
        match self.version == ladder.version {
            true => OtherTexts::Expectations,
            false => OtherTexts::Version {
                theirs: self.version.to_owned(),
                ours: ladder.version.clone(),
            },
        }
    }
}

/// Whether an expectation is the one with this id and these texts.
pub(crate) fn is_same(expected: &Expected, said: &[String]) -> bool {
    crate::growth::said(expected.expectation) == said
}

/// A note for a link or a file: without invisible or bidirectional characters, each line as
/// [`tidy_name`] leaves it, without empty lines at the end.
pub(crate) fn tidy_note(text: &str) -> String {
    let lines = text.lines().map(|line| tidy_name(line).unwrap_or_default());
    let lines: Vec<String> = lines.collect();
    lines.join("\n").trim().to_owned()
}
