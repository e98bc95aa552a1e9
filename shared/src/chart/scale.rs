use super::Px;

/// Where a value lies on a length that stands for 0 to `max`. Rounded to the nearest tenth of a pixel.
pub fn position(value: u64, max: u64, length: Px) -> Px {
    if max == 0 {
        return Px::ZERO;
    }
    // Of numbers beyond a million million the last digits are no pixel any more, and the product stays in range.
    let excess = 24u32.saturating_sub(max.leading_zeros());
    let length = u64::from(length.tenths().max(0).unsigned_abs());
    let (value, max) = (value >> excess, max >> excess);
    let tenths = (value.min(max) * length + max / 2) / max;
    Px::of_tenths(i32::try_from(tenths).unwrap_or(i32::MAX))
}

/// Round numbers from 0 up to the first one that is not below `max`, in about `wanted` steps. Counts are whole, so no
/// step is smaller than one.
pub fn ticks(max: u64, wanted: u64) -> Vec<u64> {
    let least = max.div_ceil(wanted.max(1)).max(1);
    let mut power = 1u64;
    while power <= least / 10 {
        power *= 10;
    }
    let steps = [power, power.saturating_mul(2), power.saturating_mul(5), power.saturating_mul(10)];
    let step = steps.into_iter().find(|step| *step >= least).unwrap_or(least);
    let count = max.max(1).div_ceil(step);
    (0..=count).map(|index| index * step).collect()
}

/// The start and width of the `index`th of `count` bands over a length; `filled` hundredths of a band are its width.
pub fn band(index: usize, count: usize, length: Px, filled: i32) -> (Px, Px) {
    let (index, count) = (index as u64, (count as u64).max(1));
    let (start, end) = (position(index, count, length), position(index + 1, count, length));
    let width = (end - start).percent(filled);
    (start + (end - start - width) / 2, width)
}

/// Divides a length among values, in proportion, without a gap and without a rest. What is not zero gets at least
/// `least`, or it could not be seen; where even that has no room, all get the same.
pub fn parts_of(values: &[u64], length: Px, least: Px) -> Vec<Px> {
    let count = i32::try_from(values.iter().filter(|value| **value > 0).count()).unwrap_or(i32::MAX);
    if count == 0 {
        return vec![Px::ZERO; values.len()];
    }
    let least = least.min(length / count);
    let shared = length - least * count;
    let total: u64 = values.iter().sum();
    let (mut sum, mut end) = (0, Px::ZERO);
    let widths = values.iter().map(|value| {
        if *value == 0 {
            return Px::ZERO;
        }
        sum += value;
        // Positions are rounded, not widths: so errors do not add up.
        let start = std::mem::replace(&mut end, position(sum, total, shared));
        end - start + least
    });
    widths.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_whole() {
        let check =
            |max, wanted, expected: &[u64]| assert_eq!(ticks(max, wanted), expected, "{max}/{wanted}");
        check(0, 4, &[0, 1]);
        check(1, 4, &[0, 1]);
        check(3, 4, &[0, 1, 2, 3]);
        check(7, 4, &[0, 2, 4, 6, 8]);
        check(26, 4, &[0, 10, 20, 30]);
        check(100, 4, &[0, 50, 100]);
        check(180, 4, &[0, 50, 100, 150, 200]);
        check(1_000_000, 4, &[0, 500_000, 1_000_000]);
        check(5, 0, &[0, 5]);
    }

    #[test]
    fn values_have_their_place() {
        let check = |value, max, length, expected| {
            assert_eq!(position(value, max, Px::of_tenths(length)).tenths(), expected, "{value}/{max}");
        };
        check(0, 10, 1000, 0);
        check(10, 10, 1000, 1000);
        check(1, 3, 1000, 333);
        check(2, 3, 1000, 667);
        check(5, 0, 1000, 0);
        check(5, 10, -10, 0);
        check(u64::MAX, u64::MAX, 3600, 3600);
    }

    #[test]
    fn bands_fill_the_length() {
        let check = |index, count, expected: (i32, i32)| {
            let (start, width) = band(index, count, Px::new(100), 80);
            assert_eq!((start.tenths(), width.tenths()), expected, "{index} of {count}");
        };
        check(0, 1, (100, 800));
        check(0, 4, (25, 200));
        check(3, 4, (775, 200));
        check(1, 3, (366, 267));
    }

    #[test]
    fn parts_fill_the_length_and_can_be_seen() {
        let check = |values: &[u64], length, expected: &[i32]| {
            let widths = parts_of(values, Px::of_tenths(length), Px::of_tenths(20));
            let found: Vec<_> = widths.iter().map(|width| width.tenths()).collect();
            assert_eq!(found, expected, "{values:?} on {length}");
        };
        check(&[], 1000, &[]);
        check(&[0, 0], 1000, &[0, 0]);
        check(&[1, 1], 1000, &[500, 500]);
        check(&[1, 0, 3], 1000, &[260, 0, 740]);
        check(&[1, 999], 1000, &[21, 979]);
        check(&[1, 1, 1], 1000, &[333, 334, 333]);
        check(&[5, 1], 30, &[15, 15]);
    }
}
