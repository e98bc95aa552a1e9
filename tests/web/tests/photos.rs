//! Photos on their way up: small, upright, and with nothing hidden in them.

use app::platform::device::shrink;
use js_sys::{Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::File;

/// Twelve megapixels of noise, which compresses worse than any street.
pub const NOISE: &str = "
    const canvas = new OffscreenCanvas(4000, 3000), context = canvas.getContext('2d');
    const tile = context.createImageData(500, 500);
    for (let at = 0; at < tile.data.length; at += 65536)
        crypto.getRandomValues(tile.data.subarray(at, Math.min(at + 65536, tile.data.length)));
    for (let at = 3; at < tile.data.length; at += 4) tile.data[at] = 255;
    for (let x = 0; x < 4000; x += 500) for (let y = 0; y < 3000; y += 500) context.putImageData(tile, x, y);
    return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })
        .then(blob => new File([blob], 'jalan.rusak.JPG', { type: 'image/jpeg' }))";

/// A small JPEG whose EXIF says that its upper left corner is to be drawn at the upper right, and names a place.
pub const TURNED: &str = "
    const canvas = new OffscreenCanvas(60, 40), context = canvas.getContext('2d');
    context.fillStyle = 'red'; context.fillRect(0, 0, 60, 40);
    const text = new TextEncoder();
    const exif = [...text.encode('Exif'), 0, 0, 0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1,
        0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0, ...text.encode('GPS Palu')];
    return canvas.convertToBlob({ type: 'image/jpeg' }).then(blob => blob.arrayBuffer()).then(buffer => {
        const bytes = new Uint8Array(buffer), size = exif.length + 2;
        return new File([bytes.slice(0, 2), new Uint8Array([0xff, 0xe1, size >> 8, size & 255, ...exif]), bytes.slice(2)],
            'kecil.jpg', { type: 'image/jpeg' });
    })";

pub async fn made(script: &str) -> File {
    let promise: Promise =
        Function::new_no_args(script).call0(&JsValue::NULL).expect("the script runs").unchecked_into();
    JsFuture::from(promise).await.expect("the file is made").unchecked_into()
}

pub async fn size_of(file: &File) -> (f64, f64) {
    let window = web_sys::window().expect("a page has a window");
    let promise = Reflect::get(&window, &"createImageBitmap".into())
        .expect("a window has properties")
        .unchecked_into::<Function>();
    let promise: Promise = promise.call1(&window, file).expect("it takes a file").unchecked_into();
    let picture = JsFuture::from(promise).await.expect("it is a picture");
    let number = |name: &str| {
        let value = Reflect::get(&picture, &name.into()).expect("a picture has properties");
        value.as_f64().expect("and sizes are numbers")
    };
    (number("width"), number("height"))
}

pub async fn text_of(file: &File) -> String {
    let buffer = JsFuture::from(file.array_buffer()).await.expect("it is in memory");
    String::from_utf8_lossy(&Uint8Array::new(&buffer).to_vec()).into_owned()
}

#[wasm_bindgen_test]
async fn a_large_photo_fits_and_keeps_its_shape() {
    let photo = made(NOISE).await;
    assert!(photo.size() > 4e6, "{}", photo.size());
    let small = shrink(&photo).await.expect("it is a photo");
    assert!(small.size() <= 400_000.0, "{}", small.size());
    assert_eq!((small.name(), small.type_()), ("jalan.rusak.jpg".into(), "image/jpeg".into()));
    let (width, height) = size_of(&small).await;
    assert!(width >= 800.0 && (width / height - 4.0 / 3.0).abs() < 0.01, "{width} × {height}");
}

#[wasm_bindgen_test]
async fn a_small_one_is_upright_and_tells_no_place() {
    let photo = made(TURNED).await;
    assert!(text_of(&photo).await.contains("GPS Palu"));
    let clean = shrink(&photo).await.expect("it is a photo");
    assert!(!text_of(&clean).await.contains("Exif"), "metadata has left the phone");
    assert_eq!(size_of(&clean).await, (40.0, 60.0), "turned as the camera was held");
}

#[wasm_bindgen_test]
async fn what_is_no_picture_goes_as_it_is() {
    let file =
        made("return Promise.resolve(new File(['%PDF-1.7'], 'surat.pdf', { type: 'application/pdf' }))")
            .await;
    assert!(shrink(&file).await.is_none());
    let file = made("return Promise.resolve(new File(['<p>'], 'foto.png', { type: 'image/png' }))").await;
    assert!(shrink(&file).await.is_none());
}
