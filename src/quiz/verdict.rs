//! What a fit amounts to: clear, leans, no clear lean, or withheld.
//! Knows the cut-offs and their names; the sentences are elsewhere.

use super::Fit;
use crate::ladder::Track;

/// P at or beyond which a verdict is clear.
pub const CLEAR: f64 = 0.95;
/// P at or beyond which answers lean.
pub const LEANS: f64 = 0.80;
/// l_z below which answers contradict one another too much for a verdict.
pub const INCONSISTENT: f64 = -1.0;

/// The verdict on a fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// P ≥ .95 for this track.
    Clear(Track),
    /// P ≥ .80 for this track.
    Leans(Track),
    /// Neither track reaches .80.
    NoClearLean(Balance),
    /// l_z < −1: the answers pull in different directions.
    Withheld,
}

/// Why there is no clear lean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Balance {
    /// Both kinds of work energise: P(θ_D + θ_B > 0) ≥ .80.
    BothEnergise,
    /// Neither does at the moment: P(θ_D + θ_B > 0) ≤ .20.
    NeitherDoes,
    /// The answers do not tell which of the two.
    Open,
}

impl Verdict {
    /// Reads the verdict off a fit.
    pub fn of(fit: &Fit) -> Self {
        if fit.lz.is_some_and(|lz| lz < INCONSISTENT) {
            return Self::Withheld;
        }
        let track = if fit.p_broad >= 0.5 {
            Track::Broad
        } else {
            Track::Deep
        };
        match fit.p_broad.max(fit.p_deep()) {
            p if p >= CLEAR => Self::Clear(track),
            p if p >= LEANS => Self::Leans(track),
            _ => Self::NoClearLean(Balance::of(fit)),
        }
    }

    /// The verdict's name: `clear`, `leans`, `no clear lean` or `withheld`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Clear(_) => "clear",
            Self::Leans(_) => "leans",
            Self::NoClearLean(_) => "no clear lean",
            Self::Withheld => "withheld",
        }
    }

    /// The track that a clear or leaning verdict points to.
    pub const fn track(self) -> Option<Track> {
        match self {
            Self::Clear(track) | Self::Leans(track) => Some(track),
            Self::NoClearLean(_) | Self::Withheld => None,
        }
    }
}

impl Balance {
    fn of(fit: &Fit) -> Self {
        match fit.p_energy {
            p if p >= LEANS => Self::BothEnergise,
            p if 1.0 - p >= LEANS => Self::NeitherDoes,
            _ => Self::Open,
        }
    }
}
