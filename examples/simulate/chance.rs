//! Chance that repeats: the same seed gives the same numbers on every machine, in every thread.
//! Knows nothing of what the numbers are for.

/// The generator PCG-XSH-RR (O’Neill, 2014).
pub struct Chance {
    state: u64,
    increment: u64,
    /// The second normal number of a Box–Muller pair.
    spare: Option<f64>,
}

impl Chance {
    /// Streams of one seed are independent of one another, so a thread can have its own.
    pub fn new(seed: u64, stream: u64) -> Self {
        let mut chance = Self {
            state: mixed(seed),
            increment: mixed(stream ^ mixed(seed)) | 1,
            spare: None,
        };
        chance.next();
        chance
    }

    fn next(&mut self) -> u32 {
        let old = self.state;
        self.state = old
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(self.increment);
        let shifted = (((old >> 18) ^ old) >> 27) as u32;
        shifted.rotate_right((old >> 59) as u32)
    }

    /// Above 0 and below 1.
    pub fn uniform(&mut self) -> f64 {
        let (high, low) = (f64::from(self.next()), f64::from(self.next() >> 12));
        (high * f64::from(1 << 20) + low + 0.5) / (1_u64 << 52) as f64
    }

    /// One of 0 to 4, all alike.
    pub fn category(&mut self) -> u8 {
        (self.uniform() * 5.0) as u8
    }

    /// A number of the standard normal distribution.
    pub fn normal(&mut self) -> f64 {
        if let Some(spare) = self.spare.take() {
            return spare;
        }
        let radius = (-2.0 * self.uniform().ln()).sqrt();
        let (sine, cosine) = (std::f64::consts::TAU * self.uniform()).sin_cos();
        self.spare = Some(radius * sine);
        radius * cosine
    }
}

/// SplitMix64: neighbouring seeds give numbers that have nothing in common.
fn mixed(seed: u64) -> u64 {
    let mut z = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
