use super::class::words;
use crate::calendar::Day;
use crate::problem::Problem;

words! {
    /// What an answer brings.
    Outcome {
        /// What was asked for is done.
        Done = "done",
        /// A part of it is.
        Partly = "partly",
        /// It will be, by a promised day.
        Planned = "planned",
        /// It needs no deed: it is explained.
        Explained = "explained",
        /// It cannot be, for now, and why.
        NotPossible = "not_possible",
    }
}

/// The furthest that a promise reaches, in days: a year, as budgets do.
pub const PROMISE_DAYS_MAX: u32 = 366;

/// Whether an answer may promise this: a day after today and within [`PROMISE_DAYS_MAX`]; and who plans says until when.
///
/// # Errors
/// What is wrong with the day.
pub fn check_promise(outcome: Option<Outcome>, promised_on: Option<Day>, today: Day) -> Result<(), Problem> {
    match promised_on {
        None if outcome == Some(Outcome::Planned) => Err(Problem::Required),
        None => Ok(()),
        Some(day) if day <= today => Err(Problem::NotInFuture),
        Some(day) if day > today.plus(PROMISE_DAYS_MAX as i32) => Err(Problem::TooFarAhead(PROMISE_DAYS_MAX)),
        Some(_) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_promise_is_about_a_day_that_comes() {
        let today = Day::parse("2026-11-26").expect("is a day");
        let check = |outcome, promised: Option<&str>, expected| {
            let promised_on = promised.map(|raw| Day::parse(raw).expect("is a day"));
            assert_eq!(check_promise(outcome, promised_on, today), expected, "{outcome:?} {promised:?}");
        };
        check(None, None, Ok(()));
        check(Some(Outcome::Done), None, Ok(()));
        check(Some(Outcome::Planned), None, Err(Problem::Required));
        check(Some(Outcome::Planned), Some("2026-11-27"), Ok(()));
        check(Some(Outcome::Partly), Some("2027-11-27"), Ok(()));
        check(Some(Outcome::Partly), Some("2027-11-28"), Err(Problem::TooFarAhead(366)));
        check(None, Some("2026-11-26"), Err(Problem::NotInFuture));
    }
}
