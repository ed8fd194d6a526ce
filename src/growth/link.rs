//! Which addresses an entry may have. Handles addresses; none is opened here.

use std::fmt;

use crate::growth::{Entry, EntryFault};
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

impl Entry {
    /// Takes the links of a text, which had those of `before`: adds the new ones, and removes those that
    /// are no longer in it. What another tab did to the others stays. They are separated by white space.
    ///
    /// # Errors
    /// The first that cannot be added, with its number in the text; the others are.
    pub fn edit_links(&mut self, before: &[String], text: &str) -> Result<(), EntryFault> {
        let typed = text.split_whitespace();
        let typed = typed.map(|link| link.trim_end_matches([',', ';']));
        let typed: Vec<&str> = typed.filter(|link| !link.is_empty()).collect();
        for link in before.iter().filter(|link| !typed.contains(&link.as_str())) {
            self.remove_link(link);
        }
        let mut done = Ok(());
        for (at, link) in typed.into_iter().enumerate() {
            if !before.iter().any(|one| one == link)
                && let Err(fault) = self.add_link(link)
            {
                done = done.and(Err(fault.at_link(at + 1)));
            }
        }
        done
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_links_of_a_text_are_taken_as_far_as_they_are_links() {
        let mut entry = Entry::new("a", 1.0, 0.5).unwrap();
        entry
            .edit_links(&[], "https://a.org,\n\n https://b.org ;")
            .unwrap();
        assert_eq!(entry.links, ["https://a.org", "https://b.org"]);
        // Another tab adds one and removes one.
        let before = entry.links.clone();
        entry.add_link("https://theirs.org").unwrap();
        entry.remove_link("https://b.org");
        let told = entry.edit_links(
            &before,
            "https://b.org http://c.org https://d.org ftp://e.org",
        );
        let told = told.unwrap_err().to_string();
        assert!(told.starts_with("link 2 (“http://c.org”)"), "{told}");
        assert_eq!(entry.links, ["https://theirs.org", "https://d.org"]);
    }
}
