//! The verdict on a fit: clear, leans, no clear lean, or withheld; and whether the answers are enough.
//! Defines the cut-offs and their names; the sentences are elsewhere.

use crate::ladder::Side;
use crate::quiz::Fit;

/// P at or above which a verdict is clear.
pub const CLEAR: f64 = 0.95;
/// P at or above which a verdict leans.
pub const LEANS: f64 = 0.80;
/// l_z below which answers are too inconsistent for a verdict.
pub const INCONSISTENT: f64 = -1.0;

/// The minimum number of answers for ending a session early.
pub const EARLY_ANSWERS: usize = 12;
/// P at or above which a session may end early: above the cut-off of a clear verdict, so that a few
/// contrary answers would not reverse it.
pub const EARLY_P: f64 = 0.97;
/// The standard error at or below which a session may end early, whatever P: the rest of the form adds
/// little.
pub const EARLY_SE: f64 = 0.35;

/// Whether the session may end here. This is offered, never forced; and not if the verdict would be
/// withheld, since more answers help in that case.
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
    /// Neither energises at the moment: P(θ_D + θ_B > 0) ≤ .20.
    NeitherDoes,
    /// The answers do not decide between these two.
    Open,
}

impl Verdict {
    /// The verdict on a fit.
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

    /// Whether both are of the same kind and for the same track. The [`Balance`] of “no clear lean” is
    /// ignored: it only qualifies the verdict.
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
