//! Energy beside today: four quarters. Knows a rating and whether the weeks hold the work;
//! knows nothing of the fit, which this never touches.

/// Where a piece of work stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quarter {
    /// It energises, and the weeks hold it.
    HomeGround,
    /// It energises, and the weeks hold none of it.
    GrowInto,
    /// It drains, and the weeks hold it.
    HiddenCost,
    /// It drains, and the weeks hold none of it.
    LeaveBehind,
}

impl Quarter {
    /// All four, in the order they are read.
    pub const ALL: [Self; 4] = [
        Self::HomeGround,
        Self::GrowInto,
        Self::HiddenCost,
        Self::LeaveBehind,
    ];

    /// The quarter of a rating, 0 (drains) to 4 (energises), and of whether the weeks hold the work
    /// now and then or more. The middle of the scale belongs to none.
    pub const fn of(energy: u8, held: bool) -> Option<Self> {
        match (energy, held) {
            (3.., true) => Some(Self::HomeGround),
            (3.., false) => Some(Self::GrowInto),
            (0 | 1, true) => Some(Self::HiddenCost),
            (0 | 1, false) => Some(Self::LeaveBehind),
            (2, _) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn energy_and_today_decide_and_the_middle_of_the_scale_belongs_nowhere() {
        assert_eq!(Quarter::of(4, true), Some(Quarter::HomeGround));
        assert_eq!(Quarter::of(3, false), Some(Quarter::GrowInto));
        assert_eq!(Quarter::of(1, true), Some(Quarter::HiddenCost));
        assert_eq!(Quarter::of(0, false), Some(Quarter::LeaveBehind));
        assert_eq!((Quarter::of(2, true), Quarter::of(2, false)), (None, None));
    }
}
