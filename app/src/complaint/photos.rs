use shared::api::{PHOTO_PATH, SMALL_PHOTO_PATH, fill};
use shared::complaint::PublicPhoto;

use crate::platform::dom::{Tag, tag};
use crate::platform::lang::use_lang;

/// The photos of a published complaint as everyone sees them: small, each leading to the whole one.
pub(super) fn photos(code: &str, shown: &[PublicPhoto]) -> Option<Tag> {
    let lang = use_lang();
    let address = |path, photo: &PublicPhoto| fill(path, &[code, &photo.id]);
    let one = |(place, photo): (usize, &PublicPhoto)| {
        let picture = tag("img")
            .class("photo")
            // Before its address: else it would be fetched at once.
            .attr("loading", "lazy")
            .attr("decoding", "async")
            .attr("width", photo.width.to_string())
            .attr("height", photo.height.to_string())
            .attr("alt", lang.photo(photo, place, shown.len()))
            .attr("src", address(SMALL_PHOTO_PATH, photo));
        let whole = tag("a").attr("href", address(PHOTO_PATH, photo)).attr("rel", "external").with(picture);
        tag("li").with(whole)
    };
    let rows: Vec<_> = shown.iter().enumerate().map(one).collect();
    (!rows.is_empty()).then(|| tag("ul").class("photos").with(rows))
}
