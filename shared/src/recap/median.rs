/// The median of values given with their counts, in order; between the two middle ones where there are two.
pub fn median(counts: &[(u32, u64)]) -> Option<f64> {
    let all: u64 = counts.iter().map(|(_, count)| count).sum();
    let at = |place: u64| {
        let mut before = 0;
        counts.iter().find(|(_, count)| {
            before += count;
            before > place
        })
    };
    let (lower, upper) = (at(all.checked_sub(1)? / 2)?, at(all / 2)?);
    Some((f64::from(lower.0) + f64::from(upper.0)) / 2.0)
}
