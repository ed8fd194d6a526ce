//! Everything that can be wrong with a link with answers, one variant per cause. The messages are for
//! visitors: the problem and the remedy.

use std::fmt;

use crate::share::OtherTexts;
use crate::share::code::{LONGEST, LONGEST_NAME, LinkKind};

/// Why a link cannot be read or created.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkFault {
    /// Longer than any link of this app.
    TooLong,
    /// Not a link of this app.
    NotOurs,
    /// A link of this app, but of another kind than expected here.
    OtherKind(LinkKind),
    /// Created by a newer app.
    Newer,
    /// Part of it is missing or changed.
    Damaged,
    /// It belongs to another quiz.
    OtherQuiz {
        /// The quiz in the link.
        theirs: String,
        /// The quiz of this page.
        ours: String,
    },
    /// It belongs to another version of this quiz.
    OtherVersion {
        /// The version in the link.
        theirs: u32,
        /// The version of this page.
        ours: u32,
    },
    /// This quiz has no such form.
    UnknownForm(String),
    /// The form has other items, or another order, than when the link was created.
    OtherItems(String),
    /// It is about the expectations of another ladder, or about other texts.
    OtherTexts(OtherTexts),
    /// The name is too long for a link, by this many characters.
    LongName(usize),
    /// The data does not fit into a link, and why.
    CannotHold(&'static str),
}

impl fmt::Display for LinkFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const RELOAD: &str = "Reload the page; if that does not help, ask for a new link.";
        match self {
            Self::TooLong => write!(
                f,
                "This link is too long: links of this app have {LONGEST} characters at most. Copy the link alone, without the text around it."
            ),
            Self::NotOurs => f.write_str(
                "This is not a link that this app made. Copy the whole link, from its first letter to its last, and try again.",
            ),
            Self::OtherKind(LinkKind::Result) => f.write_str(
                "This link holds a result, so it does not belong here. Open it in the address bar of your browser.",
            ),
            Self::OtherKind(LinkKind::Request) => f.write_str(
                "This link asks for a second opinion. Send it to a colleague, and use the link that comes back.",
            ),
            Self::OtherKind(LinkKind::Reply) => f.write_str(
                "This link brings back a second opinion. Open it in the browser that holds the attempt it is about.",
            ),
            Self::OtherKind(LinkKind::ViewRequest) => f.write_str(
                "This link asks for a second view of someone’s growth. Open it in the address bar of your browser.",
            ),
            Self::OtherKind(LinkKind::View) => f.write_str(
                "This link brings a second view of someone’s growth. Open it in the browser that holds their marks.",
            ),
            Self::Newer => f.write_str(
                "A newer version of this app made this link. Reload the page, then open the link again.",
            ),
            Self::Damaged => f.write_str(
                "This link is damaged: part of it is missing or changed. Copy the whole link once more, or ask for it to be sent again.",
            ),
            Self::OtherQuiz { theirs, ours } => write!(
                f,
                "This link belongs to another quiz, “{theirs}”; this page has “{ours}”. Open it in the app that made it."
            ),
            Self::OtherVersion { theirs, ours } if theirs > ours => write!(
                f,
                "This link holds answers to version {theirs} of the questions; this page still has version {ours}. Reload the page, then open the link again."
            ),
            Self::OtherVersion { theirs, ours } => write!(
                f,
                "This link holds answers to version {theirs} of the questions; by now they are at version {ours}, and answers are never read with other questions. Ask for a new link."
            ),
            Self::UnknownForm(form) => write!(
                f,
                "This link names a form of the quiz that this page does not have, “{form}”. {RELOAD}"
            ),
            Self::OtherItems(form) => write!(
                f,
                "The form “{form}” asked other questions when this link was made, and answers are never read with other questions. {RELOAD}"
            ),
            Self::OtherTexts(other) => write!(f, "{other}"),
            Self::LongName(by) => write!(
                f,
                "No link was made: the name is {by} {} too long; {LONGEST_NAME} are the most. Shorten it, and press the button again.",
                if *by == 1 { "character" } else { "characters" }
            ),
            Self::CannotHold(why) => write!(
                f,
                "This cannot be put into a link: {why}. Take it as a file instead."
            ),
        }
    }
}

impl std::error::Error for LinkFault {}
