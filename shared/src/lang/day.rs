//! Days in words, where no browser writes them.

use jiff::civil::Weekday;

use super::Lang;
use crate::calendar::Day;

const MONTHS_ID: [&str; 12] = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const SHORT_ID: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"];
const SHORT_EN: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"];

impl Lang {
    /// A day in full: `Senin, 30 November 2026`.
    pub fn day_long(self, day: Day) -> String {
        let names = if self == Self::Id { &MONTHS_ID } else { &MONTHS_EN };
        let after = self.pick(", ", " ");
        [self.weekday(day), after, &written(day, names)].concat()
    }

    /// A day in short: `30 Nov 2026`.
    pub fn day_short(self, day: Day) -> String {
        written(day, if self == Self::Id { &SHORT_ID } else { &SHORT_EN })
    }

    fn weekday(self, day: Day) -> &'static str {
        match day.date().weekday() {
            Weekday::Monday => self.pick("Senin", "Monday"),
            Weekday::Tuesday => self.pick("Selasa", "Tuesday"),
            Weekday::Wednesday => self.pick("Rabu", "Wednesday"),
            Weekday::Thursday => self.pick("Kamis", "Thursday"),
            Weekday::Friday => self.pick("Jumat", "Friday"),
            Weekday::Saturday => self.pick("Sabtu", "Saturday"),
            Weekday::Sunday => self.pick("Minggu", "Sunday"),
        }
    }
}

fn written(day: Day, months: &[&str; 12]) -> String {
    let index = usize::try_from(day.month().number() - 1).unwrap_or(0);
    [&day.day().to_string(), " ", months[index.min(11)], " ", &day.year().to_string()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_as_browsers_write_them() {
        let check = |day: &str, lang: Lang, long: &str, short: &str| {
            let day = Day::parse(day).expect("is a day");
            assert_eq!((lang.day_long(day).as_str(), lang.day_short(day).as_str()), (long, short));
        };
        check("2026-11-30", Lang::Id, "Senin, 30 November 2026", "30 Nov 2026");
        check("2026-11-30", Lang::En, "Monday 30 November 2026", "30 Nov 2026");
        check("2026-09-04", Lang::Id, "Jumat, 4 September 2026", "4 Sep 2026");
        check("2026-09-04", Lang::En, "Friday 4 September 2026", "4 Sept 2026");
    }
}
