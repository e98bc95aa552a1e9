//! Numbers that look thrown and are always the same.

/// A generator (SplitMix64; Steele, Lea and Flood, 2014). Not for secrets.
#[derive(Clone, Debug)]
pub(super) struct Dice(u64);

impl Dice {
    /// The same seed gives the same throws.
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from `low` to `high`, both included.
    pub(super) fn between(&mut self, low: u32, high: u32) -> u32 {
        let width = u64::from(high - low) + 1;
        low + u32::try_from(self.next() % width).unwrap_or(0)
    }

    /// Whether something of so many per cent happens.
    pub(super) fn percent(&mut self, chance: u32) -> bool {
        self.between(1, 100) <= chance
    }

    /// One of several.
    pub(super) fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        let last = u32::try_from(from.len() - 1).unwrap_or(0);
        &from[self.between(0, last) as usize]
    }

    /// One of several by their weights.
    pub(super) fn weighted<'a, T>(&mut self, from: &'a [(T, u32)]) -> &'a T {
        let all: u32 = from.iter().map(|(_, weight)| weight).sum();
        let mut left = self.between(1, all);
        for (item, weight) in from {
            if left <= *weight {
                return item;
            }
            left -= weight;
        }
        &from[0].0
    }
}
