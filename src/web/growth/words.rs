//! Sentences of My growth.

use crate::growth::{Marked, Standing};

/// A standing in words.
pub(crate) const fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::NotYet => "Not yet",
        Standing::Sometimes => "Sometimes",
        Standing::Reliably => "Reliably",
        Standing::NoChance => "No chance yet",
    }
}

/// What is known of an expectation, in words.
pub(crate) const fn marked(marked: Marked) -> &'static str {
    match marked {
        Marked::NothingExpected => "Nothing expected",
        Marked::Unmarked => "Not marked",
        Marked::As(as_marked) => standing(as_marked),
        Marked::Reworded(_) => "Reworded since you marked it",
    }
}

/// How much a competency counts on a track, 0 to 3.
pub(crate) const fn weight(weight: u8) -> &'static str {
    match weight {
        0 => "counts least here",
        1 => "counts a little here",
        2 => "counts here",
        _ => "counts most here",
    }
}

/// “1 entry”, “3 entries”.
pub(crate) fn count(number: usize, one: &str, several: &str) -> String {
    match number {
        1 => format!("1 {one}"),
        _ => format!("{number} {several}"),
    }
}

/// What is known of an expectation as the name that signs and classes have for it.
pub(crate) fn class(marked: Marked) -> &'static str {
    match marked {
        Marked::NothingExpected => "nothing",
        Marked::Unmarked => "unmarked",
        Marked::As(standing) => standing.id(),
        Marked::Reworded(_) => "reworded",
    }
}
