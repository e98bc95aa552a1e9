//! Rupiah as they are typed and as they are read.

use shared::lang::Lang;
use shared::problem::Problem;

use crate::platform::lang::number;

/// Reads a cost: `15000`, `15.000`, `Rp 15.000`; nothing is free.
///
/// # Errors
/// What is wrong with it.
pub fn read_cost(raw: &str) -> Result<u32, Problem> {
    let raw = raw.trim().trim_start_matches(['R', 'r', 'p', 'P', '.', ' ']);
    if raw.is_empty() {
        return Ok(0);
    }
    // A comma begins hundredths, which nobody is charged; taken for a thousand it would be a hundredfold.
    if !raw.bytes().all(|sign| sign.is_ascii_digit() || matches!(sign, b'.' | b' ')) {
        return Err(Problem::WrongType);
    }
    // A point between digits stands before three of them.
    if raw.split('.').skip(1).any(|digits| digits.len() != 3) {
        return Err(Problem::WrongType);
    }
    raw.replace(['.', ' '], "").parse().map_err(|_| Problem::WrongType)
}

/// A cost as people read it; words where there is none.
pub fn written_cost(lang: Lang, cost: u32) -> String {
    match cost {
        0 => lang.request().free.to_owned(),
        cost => ["Rp", &number(lang, u64::from(cost))].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn costs_are_read_as_they_are_typed() {
        let check = |raw: &str, expected| assert_eq!(read_cost(raw), expected, "{raw}");
        check("", Ok(0));
        check(" 0 ", Ok(0));
        check("15000", Ok(15_000));
        check("15.000", Ok(15_000));
        check("Rp 1.500.000", Ok(1_500_000));
        check("rp. 500", Ok(500));
        check("15 000", Ok(15_000));
        for bad in ["15,5", "1.5", "15.00", "lima ribu", "-5", "99999999999"] {
            check(bad, Err(Problem::WrongType));
        }
    }
}
