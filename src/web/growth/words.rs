//! Sentences of My growth.

use crate::growth::{Marked, Standing};
use crate::web::components::StandingSign;

/// A standing in words.
pub(crate) const fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::NotYet => "Not yet",
        Standing::Sometimes => "Sometimes",
        Standing::Reliably => "Reliably",
        Standing::NoChance => "No chance yet",
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

/// The sign for what is known of an expectation.
pub(crate) fn sign(marked: Marked) -> StandingSign {
    match marked {
        Marked::NothingExpected => StandingSign::NothingExpected,
        Marked::Unmarked => StandingSign::Unmarked,
        Marked::As(standing) => StandingSign::of(standing.id()),
        Marked::Reworded(_) => StandingSign::Reworded,
    }
}
