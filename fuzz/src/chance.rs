//! Seeded random numbers: the same seed produces the same numbers.

/// The linear congruential generator of Numerical Recipes, as in the native tests.
pub struct Chance(u64);

impl Chance {
    /// A generator with a seed.
    pub fn new(seed: u32) -> Self {
        let mut chance = Self(u64::from(seed));
        chance.below(2);
        chance
    }

    /// A number from 0 up to but not including `end`; 0 if `end` is 0.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % end.max(1)
    }

    /// True with a probability of one in `times`.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// A random element of a list that is not empty.
    pub fn one<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}
