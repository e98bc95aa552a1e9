use js_sys::{Array, Function, Promise};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, File, FilePropertyBag, HtmlCanvasElement, ImageBitmap};

/// Bytes below which a photo goes as it is.
const SMALL: f64 = 400_000.0;
/// Pixels of a photo's long side: signs and damage are still readable, and a slow network carries it in a minute.
const LONG_SIDE: f64 = 1_600.0;
/// Quality of the JPEG, of one.
const QUALITY: f64 = 0.8;

/// A large photo made small enough for a village's network. Everything hidden in it, such as where it was taken,
/// stays on the phone. Nothing where the file is small, no photo, or not one that this browser can open; then it
/// goes as it is and the server decides.
pub async fn shrink(file: &File) -> Option<File> {
    if file.size() < SMALL || !file.type_().starts_with("image/") {
        return None;
    }
    let picture = window().create_image_bitmap_with_blob(file).ok()?;
    let picture: ImageBitmap = JsFuture::from(picture).await.ok()?.dyn_into().ok()?;
    let blob = draw(&picture).await;
    picture.close();
    let blob = blob?;
    if blob.size() >= file.size() {
        return None;
    }
    let kind = FilePropertyBag::new();
    kind.set_type("image/jpeg");
    let name = file.name();
    let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
    File::new_with_blob_sequence_and_options(&Array::of1(&blob), &[stem, ".jpg"].concat(), &kind).ok()
}

async fn draw(picture: &ImageBitmap) -> Option<Blob> {
    let (width, height) = (f64::from(picture.width()), f64::from(picture.height()));
    let scale = (LONG_SIDE / width.max(height)).min(1.0);
    let (width, height) = ((width * scale).round().max(1.0), (height * scale).round().max(1.0));
    let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    context.draw_image_with_image_bitmap_and_dw_and_dh(picture, 0.0, 0.0, width, height).ok()?;
    let promise = Promise::new(&mut |resolve: Function, reject: Function| {
        let asked = canvas.to_blob_with_type_and_encoder_options(&resolve, "image/jpeg", &QUALITY.into());
        if let Err(error) = asked {
            let _ = reject.call1(&JsValue::NULL, &error);
        }
    });
    JsFuture::from(promise).await.ok()?.dyn_into().ok()
}
