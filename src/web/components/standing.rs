//! Where someone is at one expectation, as a sign with its words. The signs differ by shape alone.

use leptos::prelude::*;

/// Each standing with its name in records and its words.
pub const STANDINGS: [(&str, &str); 4] = [
    ("not-yet", "Not yet"),
    ("sometimes", "Sometimes"),
    ("reliably", "Reliably"),
    ("no-chance", "No chance yet"),
];

/// The sign of a standing, or of what is known instead, as a text, by its name: for a program that draws
/// nothing.
pub fn standing_sign(name: &str) -> &'static str {
    match name {
        "not-yet" => "○",
        "sometimes" => "◐",
        "reliably" => "●",
        "no-chance" => "–",
        "reworded" => "↻",
        "unmarked" => "·",
        _ => "",
    }
}

/// What a sign says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StandingSign {
    /// Not yet shown: a ring.
    NotYet,
    /// Sometimes shown: a ring, half full.
    Sometimes,
    /// Reliably shown: a full ring.
    Reliably,
    /// No chance to show it yet: a dash.
    NoChance,
    /// Not marked: a dot.
    Unmarked,
    /// Reworded since it was marked: an arrow that turns back.
    Reworded,
    /// The level expects nothing: no sign.
    NothingExpected,
}

impl StandingSign {
    /// The four that one can choose, in the order of a form, each with its id in records.
    pub const CHOICES: [(Self, &'static str); 4] = [
        (Self::NotYet, "not-yet"),
        (Self::Sometimes, "sometimes"),
        (Self::Reliably, "reliably"),
        (Self::NoChance, "no-chance"),
    ];

    /// The sign of a standing by its id in records, of `unmarked` or of `reworded`; none for any other
    /// name.
    pub fn of(name: &str) -> Self {
        let known = Self::CHOICES.into_iter().find(|(_, id)| *id == name);
        match (known, name) {
            (Some((sign, _)), _) => sign,
            (None, "unmarked") => Self::Unmarked,
            (None, "reworded") => Self::Reworded,
            (None, _) => Self::NothingExpected,
        }
    }

    /// The words, as after a colon.
    pub const fn words(self) -> &'static str {
        match self {
            Self::NotYet => "not yet",
            Self::Sometimes => "sometimes",
            Self::Reliably => "reliably",
            Self::NoChance => "no chance yet",
            Self::Unmarked => "not marked",
            Self::Reworded => "reworded since you marked it",
            Self::NothingExpected => "nothing expected",
        }
    }

    /// The outline, and what is filled.
    const fn shape(self) -> (&'static str, &'static str) {
        const RING: &str = "M10 3a7 7 0 1 0 0 14a7 7 0 1 0 0-14z";
        match self {
            Self::NotYet => (RING, ""),
            Self::Sometimes => (RING, "M10 3a7 7 0 1 0 0 14z"),
            Self::Reliably => (RING, RING),
            Self::NoChance => ("M4 10h12", ""),
            Self::Unmarked => ("", "M10 8a2 2 0 1 0 0 4a2 2 0 1 0 0-4z"),
            Self::Reworded => ("M15 5.5a7 7 0 1 0 2 5M15.5 1.5v4.5h-4.5", ""),
            Self::NothingExpected => ("", ""),
        }
    }
}

/// The sign. It has no words of its own: they are beside it, for everybody or for screen readers.
#[component]
pub fn StandingMark(
    /// What it says.
    sign: StandingSign,
) -> impl IntoView {
    let (line, full) = sign.shape();
    view! {
        <svg class="standing" viewBox="0 0 20 20" aria-hidden="true">
            <path class="standing-full" d=full />
            <path class="standing-line" d=line />
        </svg>
    }
}
