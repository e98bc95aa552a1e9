//! Numbers and days as a language writes them, as browsers' Intl does for `id-ID` and `en-GB`: what the server writes
//! and what the page writes a moment later must be the same words.

use super::Lang;
use crate::calendar::{Day, Month};

/// Names of a month: in full, and short.
type Names = [(&'static str, &'static str); 12];

const MONTHS_ID: Names = [
    ("Januari", "Jan"),
    ("Februari", "Feb"),
    ("Maret", "Mar"),
    ("April", "Apr"),
    ("Mei", "Mei"),
    ("Juni", "Jun"),
    ("Juli", "Jul"),
    ("Agustus", "Agu"),
    ("September", "Sep"),
    ("Oktober", "Okt"),
    ("November", "Nov"),
    ("Desember", "Des"),
];

const MONTHS_EN: Names = [
    ("January", "Jan"),
    ("February", "Feb"),
    ("March", "Mar"),
    ("April", "Apr"),
    ("May", "May"),
    ("June", "Jun"),
    ("July", "Jul"),
    ("August", "Aug"),
    ("September", "Sept"),
    ("October", "Oct"),
    ("November", "Nov"),
    ("December", "Dec"),
];

/// From Monday.
const WEEKDAYS_ID: [&str; 7] = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"];
/// From Monday.
const WEEKDAYS_EN: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

impl Lang {
    /// A count: `1.234`.
    pub fn number(self, value: u64) -> String {
        let digits = value.to_string();
        let mut written = String::with_capacity(digits.len() + digits.len() / 3);
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                written.push_str(self.pick(".", ","));
            }
            written.push(digit);
        }
        written
    }

    /// A number that is not negative, with at most one decimal: `4,5`.
    pub fn decimal(self, value: f64) -> String {
        self.tenths(tenths(value, 0))
    }

    /// A share of 0 to 1 with at most one decimal: `41,4%`.
    pub fn percent(self, share: f64) -> String {
        self.tenths(tenths(share, 2)) + "%"
    }

    /// A day in full: `Senin, 30 November 2026`.
    pub fn day_long(self, day: Day) -> String {
        let weekdays = if self == Self::Id { &WEEKDAYS_ID } else { &WEEKDAYS_EN };
        let weekday = day.date().weekday().to_monday_zero_offset();
        let weekday = weekdays[usize::try_from(weekday).unwrap_or_default()];
        format!("{weekday}, {} {}", day.day(), self.month_long(day.month()))
    }

    /// A day in short: `30 Nov 2026`.
    pub fn day_short(self, day: Day) -> String {
        format!("{} {} {}", day.day(), self.month_short(day.month()), day.year())
    }

    /// A month in full: `November 2026`.
    pub fn month_long(self, month: Month) -> String {
        format!("{} {}", self.month_names(month).0, month.year())
    }

    /// A month's short name: `Nov`.
    pub fn month_short(self, month: Month) -> &'static str {
        self.month_names(month).1
    }

    /// A moment (milliseconds since 1970, UTC) on a clock of a fixed offset in minutes: `30 Nov 2026, 14.05`.
    pub fn moment(self, milliseconds: i64, utc_offset_minutes: i32) -> String {
        let minutes = milliseconds.div_euclid(60_000) + i64::from(utc_offset_minutes);
        let (days, minute) = (minutes.div_euclid(1_440), minutes.rem_euclid(1_440));
        let epoch = Day::new(1970, 1, 1).expect("is a day of the calendar");
        let day = self.day_short(epoch.plus(i32::try_from(days).unwrap_or_default()));
        format!("{day}, {:02}{}{:02}", minute / 60, self.pick(".", ":"), minute % 60)
    }

    /// The full name of a month by its short one; nothing where no month is called so.
    pub(crate) fn month_of_short(self, short: &str) -> Option<&'static str> {
        self.months().iter().find(|(_, name)| *name == short).map(|(name, _)| *name)
    }

    fn month_names(self, month: Month) -> (&'static str, &'static str) {
        self.months()[usize::try_from(month.number() - 1).unwrap_or_default()]
    }

    fn months(self) -> &'static Names {
        if self == Self::Id { &MONTHS_ID } else { &MONTHS_EN }
    }

    fn tenths(self, tenths: u64) -> String {
        match tenths % 10 {
            0 => self.number(tenths / 10),
            tenth => format!("{}{}{tenth}", self.number(tenths / 10), self.pick(",", ".")),
        }
    }
}

/// Tenths of a number times ten to the power of `shift`. A half goes up, and what is a half is told by the number as it
/// is written: 1.05 is one, though the closest that a machine can hold lies below.
fn tenths(value: f64, shift: usize) -> u64 {
    let text = value.abs().to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let mut digits = fraction.bytes().chain(std::iter::repeat(b'0'));
    let kept: Vec<u8> = whole.bytes().chain(digits.by_ref().take(shift + 1)).collect();
    let kept = std::str::from_utf8(&kept).ok().and_then(|kept| kept.parse::<u64>().ok()).unwrap_or_default();
    kept + u64::from(digits.next() >= Some(b'5'))
}

#[cfg(test)]
mod tests {
    use super::*;

    // What is expected was written by Chromium's Intl.

    fn day(raw: &str) -> Day {
        Day::parse(raw).expect("a day of the calendar")
    }

    #[test]
    fn counts_are_grouped_by_thousands() {
        let check = |value, id: &str, en: &str| {
            assert_eq!((Lang::Id.number(value), Lang::En.number(value)), (id.to_owned(), en.to_owned()));
        };
        check(0, "0", "0");
        check(999, "999", "999");
        check(1_000, "1.000", "1,000");
        check(12_345, "12.345", "12,345");
        check(999_999, "999.999", "999,999");
        check(12_345_678, "12.345.678", "12,345,678");
    }

    #[test]
    fn decimals_are_rounded_as_they_are_written() {
        let check = |value: f64, id: &str, en: &str| {
            assert_eq!((Lang::Id.decimal(value), Lang::En.decimal(value)), (id.to_owned(), en.to_owned()));
        };
        check(0.0, "0", "0");
        check(0.04, "0", "0");
        check(0.05, "0,1", "0.1");
        check(0.35, "0,4", "0.4");
        check(1.05, "1,1", "1.1");
        check(2.45, "2,5", "2.5");
        check(4.0, "4", "4");
        check(4.5, "4,5", "4.5");
        check(12.04, "12", "12");
        check(1_234.56, "1.234,6", "1,234.6");
    }

    #[test]
    fn shares_are_written_in_hundredths() {
        let check = |share: f64, id: &str, en: &str| {
            assert_eq!((Lang::Id.percent(share), Lang::En.percent(share)), (id.to_owned(), en.to_owned()));
        };
        check(0.0, "0%", "0%");
        check(1.0, "100%", "100%");
        check(89.0 / 215.0, "41,4%", "41.4%");
        check(77.0 / 215.0, "35,8%", "35.8%");
        check(1.0 / 3.0, "33,3%", "33.3%");
        check(0.0625, "6,3%", "6.3%");
        check(0.1235, "12,4%", "12.4%");
        check(0.0005, "0,1%", "0.1%");
        check(0.000_49, "0%", "0%");
        check(0.9995, "100%", "100%");
        check(0.999_49, "99,9%", "99.9%");
        check(1e-12, "0%", "0%");
    }

    #[test]
    fn days_are_written_in_full_and_short() {
        let check = |raw: &str, id: [&str; 2], en: [&str; 2]| {
            for (lang, expected) in [(Lang::Id, id), (Lang::En, en)] {
                assert_eq!([lang.day_long(day(raw)), lang.day_short(day(raw))], expected, "{raw}");
            }
        };
        check(
            "2026-11-30",
            ["Senin, 30 November 2026", "30 Nov 2026"],
            ["Monday, 30 November 2026", "30 Nov 2026"],
        );
        check("2026-08-07", ["Jumat, 7 Agustus 2026", "7 Agu 2026"], ["Friday, 7 August 2026", "7 Aug 2026"]);
        check("2020-05-03", ["Minggu, 3 Mei 2020", "3 Mei 2020"], ["Sunday, 3 May 2020", "3 May 2020"]);
        check(
            "2026-09-01",
            ["Selasa, 1 September 2026", "1 Sep 2026"],
            ["Tuesday, 1 September 2026", "1 Sept 2026"],
        );
        check(
            "2024-02-29",
            ["Kamis, 29 Februari 2024", "29 Feb 2024"],
            ["Thursday, 29 February 2024", "29 Feb 2024"],
        );
    }

    #[test]
    fn months_have_their_names() {
        let month = |raw: &str| Month::parse(raw).expect("a month");
        assert_eq!(Lang::Id.month_long(month("2026-10")), "Oktober 2026");
        assert_eq!(Lang::En.month_long(month("2026-12")), "December 2026");
        assert_eq!(Lang::Id.month_short(month("2026-12")), "Des");
        assert_eq!(Lang::En.month_short(month("2026-09")), "Sept");
    }

    #[test]
    fn moments_are_of_the_instances_clock() {
        let check = |milliseconds, offset, id: &str, en: &str| {
            let found = [Lang::Id, Lang::En].map(|lang| lang.moment(milliseconds, offset));
            assert_eq!(found, [id, en], "{milliseconds}");
        };
        check(0, 0, "1 Jan 1970, 00.00", "1 Jan 1970, 00:00");
        check(1_796_018_700_000, 480, "30 Nov 2026, 14.05", "30 Nov 2026, 14:05");
        check(1_788_191_999_999, 480, "31 Agu 2026, 23.59", "31 Aug 2026, 23:59");
        check(1_788_192_000_000, 480, "1 Sep 2026, 00.00", "1 Sept 2026, 00:00");
        check(-1, 0, "31 Des 1969, 23.59", "31 Dec 1969, 23:59");
    }
}
