/// A share, 0 to 1; nothing where there is nothing to divide by.
pub fn rate(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

/// The lower end of the 95 % Wilson score interval of `part` in `whole`: what the share is at least, given how few
/// cases there are. Rankings order by it, so that one answered complaint of one does not lead the list.
///
/// Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", 1927.
pub fn wilson_lower_bound(part: u64, whole: u64) -> Option<f64> {
    const Z: f64 = 1.959_963_984_540_054;
    let share = rate(part, whole)?;
    let n = whole as f64;
    let centre = share + Z * Z / (2.0 * n);
    let spread = Z * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt();
    Some(((centre - spread) / (1.0 + Z * Z / n)).max(0.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_of_jambi_2020() {
        // 215 in all, 77 closed, 12 in progress.
        assert_eq!(rate(77 + 12, 215).map(|share| (share * 1000.0).round()), Some(414.0));
        assert_eq!(rate(77, 215).map(|share| (share * 1000.0).round()), Some(358.0));
        assert_eq!(rate(0, 0), None);
    }

    #[test]
    fn small_numbers_do_not_lead() {
        let check = |part, whole, expected: f64| {
            let found = wilson_lower_bound(part, whole).expect("whole is not zero");
            assert!((found - expected).abs() < 0.000_05, "{part}/{whole}: {found}");
        };
        check(89, 215, 0.3502);
        check(1, 1, 0.2065);
        check(10, 10, 0.7225);
        check(0, 5, 0.0);
    }
}
