use web_sys::{Blob, File, FilePropertyBag};

/// Bytes as a file of a name; nothing where the browser cannot make one.
pub fn named_file(blob: &Blob, name: &str) -> Option<File> {
    let kind = FilePropertyBag::new();
    kind.set_type(&blob.type_());
    let parts = js_sys::Array::of1(blob.as_ref());
    File::new_with_blob_sequence_and_options(&parts, name, &kind).ok()
}

/// A text as a file of a name; nothing where the browser cannot make one.
pub fn text_file(text: &str, name: &str) -> Option<File> {
    let kind = FilePropertyBag::new();
    kind.set_type("text/plain");
    let parts = js_sys::Array::of1(&text.into());
    File::new_with_str_sequence_and_options(&parts, name, &kind).ok()
}
