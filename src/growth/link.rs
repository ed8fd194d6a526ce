//! Which addresses an entry may have. Handles one address; it is never opened here.

use std::fmt;

use crate::growth::Entry;
use crate::guard::escape_hidden;
use crate::text_merge::TooLong;

/// Why a text is no link of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkFault {
    /// It does not begin with `https://` and the name of a site.
    NotHttps,
    /// It has a space, or a sign that no address has.
    Sign,
    /// It ends with a comma or a semicolon.
    Ending,
    /// It is too long.
    TooLong(TooLong),
}

impl fmt::Display for LinkFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotHttps => f.write_str(
                "does not begin with https:// and the name of a site; write the whole address, or move it into the text",
            ),
            Self::Sign => f.write_str(
                "has a space or a sign that no address has; copy it from the address bar again",
            ),
            Self::Ending => f.write_str("ends with a comma or a semicolon; remove that"),
            Self::TooLong(excess) => write!(f, "is {excess}; use a shorter address"),
        }
    }
}

/// Whether a text can be a link: `https:`, and no sign that would end it early.
pub fn is_link(text: &str) -> bool {
    check_link(text).is_ok()
}

/// Checks that a text can be a link.
pub(super) fn check_link(link: &str) -> Result<(), LinkFault> {
    let start = link.get(..8).unwrap_or_default();
    let is_host = link
        .get(8..)
        .is_some_and(|rest| rest.starts_with(|first: char| first.is_alphanumeric()));
    if !start.eq_ignore_ascii_case("https://") || !is_host {
        return Err(LinkFault::NotHttps);
    }
    TooLong::check(link, Entry::LONGEST_LINK).map_err(LinkFault::TooLong)?;
    if link.chars().any(is_no_sign_of_a_link) {
        return Err(LinkFault::Sign);
    }
    // A list of links may be separated by these.
    match link.ends_with([',', ';']) {
        true => Err(LinkFault::Ending),
        false => Ok(()),
    }
}

fn is_no_sign_of_a_link(letter: char) -> bool {
    match letter.is_ascii() {
        true => letter.is_ascii_control() || r#" "<>\`"#.contains(letter),
        false => letter.is_whitespace() || escape_hidden(&letter.to_string()).starts_with('\\'),
    }
}
