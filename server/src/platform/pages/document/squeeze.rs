//! Pages made smaller for the way to the phone.
//!
//! The same page goes to many, so each is compressed once and kept for a while.

use std::collections::HashMap;
use std::io::Write;
use std::sync::{LazyLock, Mutex, PoisonError};

use brotli::enc::BrotliEncoderParams;
use bytes::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;
use http::HeaderValue;

use super::super::encoding::Encoding;

/// Compressed pages that are kept; a page of the recap has about ten thousand bytes.
const MOST: usize = 256;

/// About a millisecond's work for a page, a tenth larger than the best that takes thirty.
const BROTLI_QUALITY: i32 = 5;

type Shelf = HashMap<(HeaderValue, Encoding), Bytes>;

/// What depends on nothing but a page's own bytes is the same for every server in the process.
static KEPT: LazyLock<Mutex<Shelf>> = LazyLock::new(Mutex::default);

/// The page of an entity tag in a form, or as it is where that form cannot be made.
pub(super) fn squeezed(page: &Bytes, tag: &HeaderValue, encoding: Encoding) -> Option<Bytes> {
    let name = (tag.clone(), encoding);
    let kept = || KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = kept().get(&name) {
        return Some(known.clone());
    }
    let made = Bytes::from(match encoding {
        Encoding::Brotli => brotli(page)?,
        Encoding::Gzip => gzip(page)?,
    });
    let mut kept = kept();
    if kept.len() >= MOST {
        // After a change of the figures all of them are old ones.
        kept.clear();
    }
    kept.insert(name, made.clone());
    Some(made)
}

fn brotli(page: &[u8]) -> Option<Vec<u8>> {
    let parameters =
        BrotliEncoderParams { quality: BROTLI_QUALITY, size_hint: page.len(), ..Default::default() };
    let mut made = Vec::with_capacity(page.len() / 4);
    brotli::BrotliCompress(&mut &*page, &mut made, &parameters).ok()?;
    Some(made)
}

fn gzip(page: &[u8]) -> Option<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::with_capacity(page.len() / 4), Compression::default());
    encoder.write_all(page).ok()?;
    encoder.finish().ok()
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn what_is_squeezed_comes_back_whole() {
        let page = Bytes::from("<p>Adukan, lacak, rekap.</p>".repeat(200));
        let tag = HeaderValue::from_static("\"a-page-of-this-test\"");
        for encoding in Encoding::ALL {
            let small = squeezed(&page, &tag, encoding).unwrap();
            assert!(small.len() < page.len() / 20, "{encoding:?}: {}", small.len());
            let mut whole = Vec::new();
            match encoding {
                Encoding::Brotli => brotli::BrotliDecompress(&mut &small[..], &mut whole).unwrap(),
                Encoding::Gzip => {
                    flate2::read::GzDecoder::new(&small[..]).read_to_end(&mut whole).map(drop).unwrap();
                }
            }
            assert_eq!(whole, page);
            assert_eq!(squeezed(&Bytes::new(), &tag, encoding), Some(small), "it is kept");
        }
    }
}
