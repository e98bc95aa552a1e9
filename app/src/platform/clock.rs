//! The phone's clock, for when the server's cannot be asked.

use js_sys::Date;
use shared::calendar::Day;
use wasm_bindgen::JsValue;

/// The day that the phone has, at a fixed offset from UTC in minutes.
pub fn today(utc_offset_minutes: i32) -> Option<Day> {
    let local = Date::now() + f64::from(utc_offset_minutes) * 60_000.0;
    let written = String::from(Date::new(&JsValue::from_f64(local)).to_iso_string());
    // `2026-11-30T…`: years beyond four digits are no phone's.
    Day::parse(written.get(..10)?).ok()
}
