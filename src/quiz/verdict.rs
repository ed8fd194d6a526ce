//! What a fit amounts to: clear, leans, no clear lean, or withheld; and when it is enough.
//! Knows the cut-offs and their names; the sentences are elsewhere.

use crate::ladder::Side;
use crate::quiz::Fit;

/// P at or beyond which a verdict is clear.
pub const CLEAR: f64 = 0.95;
/// P at or beyond which answers lean.
pub const LEANS: f64 = 0.80;
/// l_z below which answers contradict one another too much for a verdict.
pub const INCONSISTENT: f64 = -1.0;

/// Answers from which on a session may end before its form does.
pub const EARLY_ANSWERS: usize = 12;
/// P at or beyond which it may: past the cut-off of a clear verdict, so that a few more answers the
/// other way would not undo it.
pub const EARLY_P: f64 = 0.97;
/// The standard error at or below which it may, whatever P: the rest of the form adds little.
pub const EARLY_SE: f64 = 0.35;

/// Whether the session may end here. To be offered, never forced; and not where the verdict would be
/// withheld, since more answers are what helps there.
pub fn may_finish_early(fit: &Fit) -> bool {
    let sure = fit.p_broad.max(fit.p_deep()) >= EARLY_P;
    let enough = fit.answers >= EARLY_ANSWERS && (sure || fit.se <= EARLY_SE);
    enough && Verdict::of(fit) != Verdict::Withheld
}

/// The verdict on a fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// P ≥ .95 for this track.
    Clear(Side),
    /// P ≥ .80 for this track.
    Leans(Side),
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
            Side::Broad
        } else {
            Side::Deep
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

    /// Whether both are of the same kind and for the same track. The [`Balance`] under “no clear
    /// lean” makes no difference: it qualifies a verdict and is none.
    pub fn says_the_same_as(self, other: Self) -> bool {
        std::mem::discriminant(&self) == std::mem::discriminant(&other)
            && self.side() == other.side()
    }

    /// The track that a clear or leaning verdict points to.
    pub const fn side(self) -> Option<Side> {
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
