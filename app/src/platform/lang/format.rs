//! Numbers and days through the browser's Intl, which knows the words and costs the bundle nothing.

use js_sys::Intl::{DateTimeFormat, NumberFormat};
use js_sys::{Array, Date, Object, Reflect};
use shared::calendar::{Day, Month};
use shared::lang::Lang;
use wasm_bindgen::JsValue;

/// A count: `1.234`.
pub fn number(lang: Lang, value: u64) -> String {
    write_number(lang, value as f64, &[])
}

/// A number with at most one decimal: `4,5`.
pub fn decimal(lang: Lang, value: f64) -> String {
    write_number(lang, value, &[("maximumFractionDigits", JsValue::from(1))])
}

/// A share of 0 to 1 with one decimal: `41,4 %` as the language writes it.
pub fn percent(lang: Lang, share: f64) -> String {
    write_number(lang, share, &[("style", "percent".into()), ("maximumFractionDigits", JsValue::from(1))])
}

/// A day in full: `Senin, 30 November 2026`.
pub fn day_long(lang: Lang, day: Day) -> String {
    write_day(lang, day, &[("weekday", "long"), ("day", "numeric"), ("month", "long"), ("year", "numeric")])
}

/// A day in short: `30 Nov 2026`.
pub fn day_short(lang: Lang, day: Day) -> String {
    write_day(lang, day, &[("day", "numeric"), ("month", "short"), ("year", "numeric")])
}

/// A month in full: `November 2026`.
pub fn month_long(lang: Lang, month: Month) -> String {
    write_day(lang, month.first_day(), &[("month", "long"), ("year", "numeric")])
}

/// A month for an axis: `Nov`.
pub fn month_short(lang: Lang, month: Month) -> String {
    write_day(lang, month.first_day(), &[("month", "short")])
}

/// A moment (milliseconds since 1970, UTC) on the instance's clock, its fixed offset in minutes:
/// `30 Nov 2026 14.05`. The zone's name is the caller's to add.
pub fn moment(lang: Lang, milliseconds: i64, utc_offset_minutes: i32) -> String {
    let local = milliseconds as f64 + f64::from(utc_offset_minutes) * 60_000.0;
    let parts = [
        ("day", "numeric"),
        ("month", "short"),
        ("year", "numeric"),
        ("hour", "2-digit"),
        ("minute", "2-digit"),
    ];
    write_date(lang, local, &parts)
}

fn write_day(lang: Lang, day: Day, parts: &[(&str, &str)]) -> String {
    // Days are handed over as midnight UTC and written in UTC, whatever the phone's zone is.
    let milliseconds = Date::utc(f64::from(day.year()), f64::from(day.month().number() - 1));
    write_date(lang, milliseconds + f64::from(day.day() - 1) * 86_400_000.0, parts)
}

fn write_date(lang: Lang, milliseconds: f64, parts: &[(&str, &str)]) -> String {
    let options = Object::new();
    for (name, value) in parts.iter().chain(&[("timeZone", "UTC"), ("hour12", "")]) {
        set(&options, name, &if value.is_empty() { JsValue::FALSE } else { JsValue::from_str(value) });
    }
    let format = DateTimeFormat::new(&locales(lang), &options).format();
    written(&format, &Date::new(&JsValue::from_f64(milliseconds)))
}

fn write_number(lang: Lang, value: f64, options: &[(&str, JsValue)]) -> String {
    let object = Object::new();
    for (name, value) in options {
        set(&object, name, value);
    }
    written(&NumberFormat::new(&locales(lang), &object).format(), &JsValue::from_f64(value))
}

fn set(object: &Object, name: &str, value: &JsValue) {
    // Setting a property of a plain object cannot fail.
    let _ = Reflect::set(object, &JsValue::from_str(name), value);
}

/// British English: day before month, as in Indonesian.
fn locales(lang: Lang) -> Array {
    Array::of1(&JsValue::from_str(match lang {
        Lang::Id => "id-ID",
        Lang::En => "en-GB",
    }))
}

fn written(format: &js_sys::Function, value: &JsValue) -> String {
    format.call1(&JsValue::NULL, value).ok().and_then(|text| text.as_string()).unwrap_or_default()
}
