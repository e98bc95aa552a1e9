use js_sys::{Object, Promise, Reflect};
use leptos::prelude::window;
use shared::region::Point;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::PositionOptions;

/// Why the phone did not tell where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PositionFailure {
    /// Its owner, or the browser at an insecure address, does not allow it.
    Refused,
    /// It does not know.
    Unknown,
}

/// Code of a refusal in the browser's error.
const PERMISSION_DENIED: f64 = 1.0;
/// Milliseconds until a phone without a view of the sky gives up.
const PATIENCE: u32 = 20_000;

/// Asks the phone where it is.
///
/// # Errors
/// [`PositionFailure`] tells a refusal from not knowing.
pub async fn position() -> Result<Point, PositionFailure> {
    let geolocation = window().navigator().geolocation().map_err(|_| PositionFailure::Unknown)?;
    let promise = Promise::new(&mut |resolve, reject| {
        let options = PositionOptions::new();
        options.set_enable_high_accuracy(true);
        options.set_timeout(PATIENCE);
        let asked = geolocation.get_current_position_with_error_callback_and_options(
            &resolve,
            Some(&reject),
            &options,
        );
        if let Err(error) = asked {
            let _ = reject.call1(&JsValue::NULL, &error);
        }
    });
    let found = JsFuture::from(promise).await.map_err(|error| {
        let code = number(&error, "code");
        if code == Some(PERMISSION_DENIED) { PositionFailure::Refused } else { PositionFailure::Unknown }
    })?;
    let coordinates = Reflect::get(&found, &"coords".into()).unwrap_or(Object::new().into());
    let point = number(&coordinates, "latitude")
        .zip(number(&coordinates, "longitude"))
        .map(|(latitude, longitude)| Point { latitude, longitude });
    point.and_then(|point| point.checked().ok()).ok_or(PositionFailure::Unknown)
}

fn number(object: &JsValue, name: &str) -> Option<f64> {
    Reflect::get(object, &JsValue::from_str(name)).ok()?.as_f64()
}
