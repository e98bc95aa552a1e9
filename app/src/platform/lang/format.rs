//! Numbers and days through the browser's Intl, which knows the words and costs the bundle nothing.
//!
//! Making one of its formats takes a slow phone longer than drawing a bar, so each is made once.

use std::cell::RefCell;

use js_sys::Intl::{DateTimeFormat, NumberFormat};
use js_sys::{Array, Date, Function, Object, Reflect};
use shared::calendar::{Day, Month};
use shared::lang::Lang;
use wasm_bindgen::JsValue;

/// A way of writing.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Count,
    Decimal,
    Percent,
    DayLong,
    DayShort,
    MonthLong,
    MonthShort,
    Moment,
}

impl Style {
    /// What Intl is asked for, besides what every day has.
    const fn options(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Count => &[],
            Self::Decimal => &[("maximumFractionDigits", "1")],
            Self::Percent => &[("style", "percent"), ("maximumFractionDigits", "1")],
            Self::DayLong => {
                &[("weekday", "long"), ("day", "numeric"), ("month", "long"), ("year", "numeric")]
            }
            Self::DayShort => &[("day", "numeric"), ("month", "short"), ("year", "numeric")],
            Self::MonthLong => &[("month", "long"), ("year", "numeric")],
            Self::MonthShort => &[("month", "short")],
            Self::Moment => &[
                ("day", "numeric"),
                ("month", "short"),
                ("year", "numeric"),
                ("hour", "2-digit"),
                ("minute", "2-digit"),
            ],
        }
    }

    const fn is_number(self) -> bool {
        matches!(self, Self::Count | Self::Decimal | Self::Percent)
    }
}

/// A count: `1.234`.
pub fn number(lang: Lang, value: u64) -> String {
    write(lang, Style::Count, &JsValue::from_f64(value as f64))
}

/// A number with at most one decimal: `4,5`.
pub fn decimal(lang: Lang, value: f64) -> String {
    write(lang, Style::Decimal, &JsValue::from_f64(value))
}

/// A share of 0 to 1 with one decimal: `41,4 %` as the language writes it.
pub fn percent(lang: Lang, share: f64) -> String {
    write(lang, Style::Percent, &JsValue::from_f64(share))
}

/// A day in full: `Senin, 30 November 2026`.
pub fn day_long(lang: Lang, day: Day) -> String {
    write_day(lang, Style::DayLong, day)
}

/// A day in short: `30 Nov 2026`.
pub fn day_short(lang: Lang, day: Day) -> String {
    write_day(lang, Style::DayShort, day)
}

/// A month in full: `November 2026`.
pub fn month_long(lang: Lang, month: Month) -> String {
    write_day(lang, Style::MonthLong, month.first_day())
}

/// A month for an axis: `Nov`.
pub fn month_short(lang: Lang, month: Month) -> String {
    write_day(lang, Style::MonthShort, month.first_day())
}

/// A moment (milliseconds since 1970, UTC) on the instance's clock, its fixed offset in minutes:
/// `30 Nov 2026 14.05`. The zone's name is the caller's to add.
pub fn moment(lang: Lang, milliseconds: i64, utc_offset_minutes: i32) -> String {
    let local = milliseconds as f64 + f64::from(utc_offset_minutes) * 60_000.0;
    write_date(lang, Style::Moment, local)
}

fn write_day(lang: Lang, style: Style, day: Day) -> String {
    // Days are handed over as midnight UTC and written in UTC, whatever the phone's zone is.
    let milliseconds = Date::utc(f64::from(day.year()), f64::from(day.month().number() - 1));
    write_date(lang, style, milliseconds + f64::from(day.day() - 1) * 86_400_000.0)
}

fn write_date(lang: Lang, style: Style, milliseconds: f64) -> String {
    write(lang, style, &Date::new(&JsValue::from_f64(milliseconds)))
}

fn write(lang: Lang, style: Style, value: &JsValue) -> String {
    thread_local! {
        static MADE: RefCell<Vec<(Lang, Style, Function)>> = const { RefCell::new(Vec::new()) };
    }
    let found = MADE.with_borrow(|made| {
        made.iter().find(|one| (one.0, one.1) == (lang, style)).map(|(_, _, format)| format.clone())
    });
    let format = found.unwrap_or_else(|| {
        let format = make(lang, style);
        MADE.with_borrow_mut(|made| made.push((lang, style, format.clone())));
        format
    });
    format.call1(&JsValue::NULL, value).ok().and_then(|text| text.as_string()).unwrap_or_default()
}

fn make(lang: Lang, style: Style) -> Function {
    let options = Object::new();
    // Intl takes digits for numbers.
    for (name, value) in style.options() {
        set(&options, name, &JsValue::from_str(value));
    }
    // British English: day before month, as in Indonesian.
    let locales = Array::of1(&JsValue::from_str(match lang {
        Lang::Id => "id-ID",
        Lang::En => "en-GB",
    }));
    if style.is_number() {
        return NumberFormat::new(&locales, &options).format();
    }
    set(&options, "timeZone", &JsValue::from_str("UTC"));
    set(&options, "hour12", &JsValue::FALSE);
    DateTimeFormat::new(&locales, &options).format()
}

fn set(object: &Object, name: &str, value: &JsValue) {
    // Setting a property of a plain object cannot fail.
    let _ = Reflect::set(object, &JsValue::from_str(name), value);
}
