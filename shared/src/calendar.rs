//! Days, months and the working days between them.

mod past;
mod written;

use std::collections::BTreeMap;
use std::fmt;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::problem::Problem;
pub use written::read_day;

/// A day of the local calendar, written `YYYY-MM-DD` everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(Date);

impl Day {
    /// A day from its parts; `None` where the calendar has no such day.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        Date::new(year, month, day).ok().map(Self)
    }

    /// Reads `YYYY-MM-DD`, and only that.
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        let bytes = raw.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return Err(Problem::NotADate);
        }
        let part = |from: usize, to: usize| number(&bytes[from..to]).ok_or(Problem::NotADate);
        let (year, month, day) = (part(0, 4)?, part(5, 7)?, part(8, 10)?);
        let narrow = |number: i16| i8::try_from(number).map_err(|_| Problem::NotADate);
        Self::new(year, narrow(month)?, narrow(day)?).ok_or(Problem::NotADate)
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// The month it lies in.
    pub fn month(self) -> Month {
        Month { year: self.0.year(), month: self.0.month() }
    }

    /// The day of the month.
    pub fn day(self) -> i8 {
        self.0.day()
    }

    /// The day `count` calendar days later, earlier where negative. Stays at the calendar's ends.
    pub fn plus(self, count: i32) -> Self {
        Self(self.0.saturating_add(i64::from(count).days()))
    }

    /// Calendar days from `earlier` to this day; negative where this day comes first.
    pub fn days_since(self, earlier: Self) -> i32 {
        earlier.0.until(self.0).map_or(0, |span| span.get_days())
    }

    /// Whether it is a Saturday or Sunday.
    pub fn is_weekend(self) -> bool {
        matches!(self.0.weekday(), Weekday::Saturday | Weekday::Sunday)
    }

    /// The day as the date library has it.
    pub fn date(self) -> Date {
        self.0
    }
}

impl From<Date> for Day {
    fn from(date: Date) -> Self {
        Self(date)
    }
}

fn number(digits: &[u8]) -> Option<i16> {
    digits
        .iter()
        .try_fold(0i16, |sum, digit| digit.is_ascii_digit().then(|| sum * 10 + i16::from(digit - b'0')))
}

impl fmt::Display for Day {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}-{:02}-{:02}", self.0.year(), self.0.month(), self.0.day())
    }
}

/// A calendar month, written `YYYY-MM`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    year: i16,
    month: i8,
}

impl Month {
    /// Reads `YYYY-MM`, and only that.
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        let bytes = raw.as_bytes();
        if bytes.len() != 7 || bytes[4] != b'-' {
            return Err(Problem::NotAMonth);
        }
        let year = number(&bytes[..4]).ok_or(Problem::NotAMonth)?;
        let month = number(&bytes[5..]).filter(|month| (1..=12).contains(month)).ok_or(Problem::NotAMonth)?;
        Ok(Self { year, month: i8::try_from(month).map_err(|_| Problem::NotAMonth)? })
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.year
    }

    /// The month of the year, 1 to 12.
    pub fn number(self) -> i8 {
        self.month
    }

    /// The month `count` months later, earlier where negative.
    pub fn plus(self, count: i32) -> Self {
        let months = i32::from(self.year) * 12 + i32::from(self.month) - 1 + count;
        let year = i16::try_from(months.div_euclid(12)).unwrap_or(self.year);
        Self { year, month: i8::try_from(months.rem_euclid(12) + 1).unwrap_or(self.month) }
    }

    /// The first day of the month.
    pub fn first_day(self) -> Day {
        Day(Date::constant(self.year, self.month, 1))
    }
}

impl fmt::Display for Month {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}-{:02}", self.year, self.month)
    }
}

macro_rules! written_as_text {
    ($name:ident) => {
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let raw = <std::borrow::Cow<'de, str>>::deserialize(from)?;
                Self::parse(&raw).map_err(|_| de::Error::custom("not a day or month of the calendar"))
            }
        }

        #[cfg(feature = "openapi")]
        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
                utoipa::openapi::ObjectBuilder::new()
                    .schema_type(utoipa::openapi::schema::Type::String)
                    .into()
            }
        }

        #[cfg(feature = "openapi")]
        impl utoipa::ToSchema for $name {}
    };
}

written_as_text!(Day);
written_as_text!(Month);

/// How sure a computed day is: it depends on the yearly decree about holidays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// All years it runs through have decreed holidays.
    Known,
    /// A year's holidays are estimates until the yearly joint decree.
    Estimated,
    /// There is no holiday data for a year; only weekends were left out.
    NoData,
}

/// Public holidays and joint leave (cuti bersama): the days that are not working days besides weekends.
#[derive(Clone, Debug, Default)]
pub struct Holidays {
    days: BTreeMap<Day, bool>,
    years: BTreeMap<i16, bool>,
}

impl Holidays {
    /// Takes `(day, estimated)` pairs. A year counts as estimated when any of its days is.
    pub fn new(days: impl IntoIterator<Item = (Day, bool)>) -> Self {
        let mut holidays = Self::default();
        for (day, estimated) in days {
            holidays.days.insert(day, estimated);
            *holidays.years.entry(day.year()).or_default() |= estimated;
        }
        holidays
    }

    /// Monday to Friday, unless it is a holiday.
    pub fn is_working_day(&self, day: Day) -> bool {
        !day.is_weekend() && !self.days.contains_key(&day)
    }

    /// The day on which a limit of `limit` working days ends: day zero is `from`, day one the next working day.
    pub fn add_working_days(&self, from: Day, limit: u32) -> Day {
        let mut day = from;
        let mut left = limit;
        while left > 0 {
            let next = day.plus(1);
            if next == day {
                break;
            }
            day = next;
            left -= u32::from(self.is_working_day(day));
        }
        day
    }

    /// Working days after `from` up to and including `to`; zero where `to` does not come later.
    pub fn working_days_between(&self, from: Day, to: Day) -> u32 {
        let calendar_days = to.days_since(from);
        if calendar_days <= 0 {
            return 0;
        }
        // Whole weeks hold five weekdays wherever they start; only the rest is walked.
        let weeks = calendar_days / 7;
        let mut count = u32::try_from(weeks).unwrap_or(0) * 5;
        let mut day = from.plus(weeks * 7);
        while day < to {
            day = day.plus(1);
            count += u32::from(!day.is_weekend());
        }
        let first = from.plus(1);
        let off = self.days.range(first..=to).filter(|(day, _)| !day.is_weekend()).count();
        count - u32::try_from(off).unwrap_or(0)
    }

    /// How sure a span from `from` to `to` is.
    pub fn certainty(&self, from: Day, to: Day) -> Certainty {
        (from.year()..=to.year().max(from.year()))
            .map(|year| match self.years.get(&year) {
                None => Certainty::NoData,
                Some(true) => Certainty::Estimated,
                Some(false) => Certainty::Known,
            })
            .max()
            .unwrap_or(Certainty::NoData)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(raw: &str) -> Day {
        Day::parse(raw).expect("a day of the calendar")
    }

    fn june_2020() -> Holidays {
        Holidays::new([(day("2020-06-01"), false), (day("2027-01-01"), true)])
    }

    #[test]
    fn days_are_read_strictly() {
        for bad in
            ["2026-02-30", "2026-2-3", "30-02-2026", "2026-13-01", "", "2026-01-01T00:00", "２０26-01-01"]
        {
            assert_eq!(Day::parse(bad), Err(Problem::NotADate), "{bad}");
        }
        assert_eq!(day("2024-02-29").to_string(), "2024-02-29");
        assert_eq!(Month::parse("2020-13"), Err(Problem::NotAMonth));
        assert_eq!(Month::parse("2020-12").map(|month| month.plus(1).to_string()), Ok("2021-01".into()));
        assert_eq!(Month::parse("2020-01").map(|month| month.plus(-1).to_string()), Ok("2019-12".into()));
    }

    #[test]
    fn limits_end_on_working_days() {
        let check = |from: &str, limit: u32, expected: &str| {
            assert_eq!(june_2020().add_working_days(day(from), limit), day(expected), "{from} + {limit}");
        };
        check("2020-05-28", 1, "2020-05-29");
        check("2020-05-29", 1, "2020-06-02");
        check("2020-05-30", 1, "2020-06-02");
        check("2020-05-29", 5, "2020-06-08");
        check("2020-06-03", 0, "2020-06-03");
    }

    #[test]
    fn counting_agrees_with_walking() {
        let holidays = june_2020();
        let start = day("2020-05-20");
        for from in 0..30 {
            for length in 0..40 {
                let (from, to) = (start.plus(from), start.plus(from + length));
                let walked =
                    (1..=to.days_since(from)).filter(|n| holidays.is_working_day(from.plus(*n))).count();
                assert_eq!(holidays.working_days_between(from, to) as usize, walked, "{from} to {to}");
            }
        }
        assert_eq!(holidays.working_days_between(day("2020-06-10"), day("2020-06-01")), 0);
    }

    #[test]
    fn years_without_data_are_said() {
        let holidays = june_2020();
        assert_eq!(holidays.certainty(day("2020-06-01"), day("2020-12-31")), Certainty::Known);
        assert_eq!(holidays.certainty(day("2027-01-04"), day("2027-01-06")), Certainty::Estimated);
        assert_eq!(holidays.certainty(day("2027-12-30"), day("2028-01-04")), Certainty::NoData);
    }
}
