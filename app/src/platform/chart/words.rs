//! Sentences with values in them.

use std::cell::RefCell;

use shared::calendar::Month;
use shared::lang::{Lang, fill};

use crate::platform::lang::{decimal, month_long, month_short, number};

/// A count. Up to 999 both languages write it as it is, and asking the browser for each of a chart's numbers would be
/// most of what an update costs.
pub fn digits(lang: Lang, count: u64) -> String {
    if count < 1_000 { count.to_string() } else { number(lang, count) }
}

type KnownMonth = (Lang, Month, (String, String));

/// A month's short and long names. Kept, for the same reason as [`digits`]: an update names each column's.
pub fn month_names(lang: Lang, month: Month) -> (String, String) {
    thread_local! {
        static KNOWN: RefCell<Vec<KnownMonth>> = const { RefCell::new(Vec::new()) };
    }
    KNOWN.with_borrow_mut(|known| {
        let found = known.iter().find(|(of, which, _)| *of == lang && *which == month);
        if let Some((_, _, names)) = found {
            return names.clone();
        }
        let names = (month_short(lang, month), month_long(lang, month));
        known.push((lang, month, names.clone()));
        names
    })
}

/// A count of complaints, with its noun.
pub fn complaints(lang: Lang, count: u64) -> String {
    match count {
        1 => lang.recap().one_complaint.to_owned(),
        _ => fill(lang.recap().complaints, &[("n", &digits(lang, count))]),
    }
}

/// A number of working days.
pub fn working_days(lang: Lang, count: u64) -> String {
    match count {
        1 => lang.recap().one_working_day.to_owned(),
        _ => fill(lang.recap().working_days, &[("n", &digits(lang, count))]),
    }
}

/// A median of working days, which may lie between two.
pub fn days(lang: Lang, days: f64) -> String {
    fill(lang.recap().working_days, &[("n", &decimal(lang, days))])
}
