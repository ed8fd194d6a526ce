//! Chance with a seed: the same seed, the same numbers. Knows nothing of what they decide.

/// The linear congruence of Numerical Recipes, as the native tests use it.
pub struct Chance(u64);

impl Chance {
    /// Chance from a seed.
    pub fn new(seed: u32) -> Self {
        let mut chance = Self(u64::from(seed));
        chance.below(2);
        chance
    }

    /// A number from 0 up to `end`, itself excluded; 0 where there is none.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % end.max(1)
    }

    /// Whether it comes to pass, once in `times`.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// One of a list that is not empty.
    pub fn one<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}
