//! Days of what has happened, as people type them.

use super::Day;
use crate::problem::Problem;

impl Day {
    /// Reads a day that is not later than `today`.
    ///
    /// # Errors
    /// That it is missing, no day, or still to come.
    pub fn parse_past(raw: &str, today: Self) -> Result<Self, Problem> {
        if raw.trim().is_empty() {
            return Err(Problem::Required);
        }
        Self::parse(raw.trim())?.as_past(today)
    }

    /// The same for what happened so few years ago that an earlier day is a typing error.
    ///
    /// # Errors
    /// As before; that it is too old.
    pub fn parse_recent(raw: &str, today: Self, years: u32) -> Result<Self, Problem> {
        Self::parse_past(raw, today)?.as_recent(today, years)
    }

    /// The day, if it is not later than `today` and of one of the last so many years.
    ///
    /// # Errors
    /// That it is still to come, or too old.
    pub fn as_recent(self, today: Self, years: u32) -> Result<Self, Problem> {
        let day = self.as_past(today)?;
        let age = u32::try_from(i32::from(today.year()) - i32::from(day.year())).unwrap_or_default();
        if age > years { Err(Problem::TooOld(years)) } else { Ok(day) }
    }

    fn as_past(self, today: Self) -> Result<Self, Problem> {
        if self > today { Err(Problem::InFuture) } else { Ok(self) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_happened_has_a_day_behind_us() {
        let today = Day::parse("2026-06-10").unwrap();
        let check = |raw, expected: Result<&str, Problem>| {
            let day = Day::parse_recent(raw, today, 2);
            assert_eq!(day, expected.map(|day| Day::parse(day).unwrap()), "{raw}");
        };
        check(" 2026-06-10 ", Ok("2026-06-10"));
        check("2024-01-01", Ok("2024-01-01"));
        check("2023-12-31", Err(Problem::TooOld(2)));
        check("2026-06-11", Err(Problem::InFuture));
        check("2026-06-31", Err(Problem::NotADate));
        check(" ", Err(Problem::Required));
    }
}
