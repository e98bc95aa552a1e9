use js_sys::{Array, Function, Promise};
use leptos::prelude::{document, window};
use shared::redact::{Cover, Extent};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, File, FilePropertyBag, HtmlCanvasElement, ImageBitmap};

/// Bytes of a photo on its way up, at most: a village's network carries it in some seconds.
const MOST: f64 = 400_000.0;
/// Pixels of the long side and quality of the JPEG, of one: what is tried, one after the other. With the first, signs and
/// damage are as clear as on the phone's screen; the last is for leaves, gravel and other noise.
const TRIES: [(f64, f64); 6] =
    [(1_600.0, 0.8), (1_600.0, 0.65), (1_280.0, 0.65), (1_280.0, 0.5), (1_024.0, 0.45), (800.0, 0.4)];

/// A photo as it may leave the phone: upright, of at most 400 kB, and without anything hidden in it, such as where it was
/// taken. Nothing where the file is no picture, or not one that this browser can open; then it goes as it is and the
/// server decides.
pub async fn shrink(file: &File) -> Option<File> {
    if !file.type_().starts_with("image/") {
        return None;
    }
    Picture::open(file).await?.write(&[]).await
}

/// A picture that was opened, upright. Its memory is given back when it goes.
pub struct Picture {
    bitmap: ImageBitmap,
    name: String,
}

impl Drop for Picture {
    fn drop(&mut self) {
        self.bitmap.close();
    }
}

impl Picture {
    /// Opens a picture; nothing where this browser cannot.
    pub async fn open(file: &File) -> Option<Self> {
        // The browser turns it upright as it opens it.
        let opened = window().create_image_bitmap_with_blob(file).ok()?;
        let bitmap = JsFuture::from(opened).await.ok()?.dyn_into().ok()?;
        Some(Self { bitmap, name: file.name() })
    }

    /// How large it is.
    pub fn extent(&self) -> Extent {
        Extent { width: self.bitmap.width().into(), height: self.bitmap.height().into() }
    }

    /// Writes it as it may leave the phone. What is covered is black in every pixel, and nothing of what was there is in
    /// the file. Nothing where the phone lacks the memory.
    pub async fn write(&self, covers: &[Cover]) -> Option<File> {
        let mut smallest = None;
        for (long_side, quality) in TRIES {
            smallest = self.draw(long_side, quality, covers).await;
            if smallest.as_ref().is_none_or(|blob| blob.size() <= MOST) {
                break;
            }
        }
        let kind = FilePropertyBag::new();
        kind.set_type("image/jpeg");
        let stem = self.name.rsplit_once('.').map_or(self.name.as_str(), |(stem, _)| stem);
        let parts = Array::of1(smallest?.as_ref());
        File::new_with_blob_sequence_and_options(&parts, &[stem, ".jpg"].concat(), &kind).ok()
    }

    async fn draw(&self, long_side: f64, quality: f64, covers: &[Cover]) -> Option<Blob> {
        let Extent { width, height } = self.extent();
        let scale = (long_side / width.max(height)).min(1.0);
        let (width, height) = ((width * scale).round().max(1.0), (height * scale).round().max(1.0));
        let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.dyn_into().ok()?;
        canvas.set_width(width as u32);
        canvas.set_height(height as u32);
        let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
        // What is transparent becomes paper, not night.
        context.set_fill_style_str("#fff");
        context.fill_rect(0.0, 0.0, width, height);
        let drawn = context.draw_image_with_image_bitmap_and_dw_and_dh(&self.bitmap, 0.0, 0.0, width, height);
        drawn.ok()?;
        context.set_fill_style_str("#000");
        for cover in covers {
            let [left, top, width, height] = cover.pixels(scale);
            context.fill_rect(left, top, width, height);
        }
        let promise = Promise::new(&mut |resolve: Function, reject: Function| {
            let asked = canvas.to_blob_with_type_and_encoder_options(&resolve, "image/jpeg", &quality.into());
            if let Err(error) = asked {
                let _ = reject.call1(&JsValue::NULL, &error);
            }
        });
        JsFuture::from(promise).await.ok()?.dyn_into().ok()
    }
}
