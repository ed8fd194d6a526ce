//! Energy compared with today: four quarters. Takes a rating and whether the work occurs at present.
//! Independent of the fit.

/// The quarter of a piece of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quarter {
    /// It energises, and occurs at present.
    HomeGround,
    /// It energises, and does not occur at present.
    GrowInto,
    /// It drains, and occurs at present.
    HiddenCost,
    /// It drains, and does not occur at present.
    LeaveBehind,
}

impl Quarter {
    /// All four, in reading order.
    pub const ALL: [Self; 4] = [
        Self::HomeGround,
        Self::GrowInto,
        Self::HiddenCost,
        Self::LeaveBehind,
    ];

    /// The quarter from a rating, 0 (drains) to 4 (energises), and whether the work occurs at least now
    /// and then. None for the middle of the scale.
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
