//! The pages: what the build has put into `dist/`, carried inside the binary.
//!
//! A debug build reads the folder at every request, so that a rebuilt page is there at once.

mod encoding;
mod reader;

pub mod chart;
pub mod choice;
mod document;
pub mod failure;
pub mod form;
mod visit;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::Read as _;
use std::sync::{Mutex, PoisonError};

use axum::{
    body::{Body, Bytes},
    response::{IntoResponse, Response},
};
use flate2::read::GzDecoder;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use rust_embed::{Embed, EmbeddedFile};

use super::http::{entity_tag, idle, is_fresh, tag_of_hash};
use crate::error::{self, PageError};
use encoding::Encoding;

pub use document::{Document, Keep, answer as page, refusal};
pub use reader::{Reader, Theme};
pub use visit::{Page, Visit};

/// The shell of the staff's bundle.
const STAFF: &str = "petugas.html";

/// The addresses of the citizens' pages.
pub const PUBLIC_PATHS: [&str; 31] = [
    "/ikuti/{key}",
    "/ikuti/{key}/berhenti",
    "/lacak/{code}/ikuti",
    "/",
    "/adukan",
    "/lacak",
    "/lacak/{code}",
    "/lacak/{code}/berhenti",
    "/lacak/{code}/dukung",
    "/lacak/{code}/permohonan",
    "/lacak/{code}/{verb}",
    "/lacak/{code}/berkas/{id}",
    "/rekap",
    "/informasi",
    "/informasi/atom.xml",
    "/informasi/serta-merta/atom.xml",
    "/informasi/dikecualikan",
    "/informasi/laporan",
    "/informasi/{id}",
    "/sitemap.xml",
    "/sitemap/{name}",
    "/robots.txt",
    "/catalog.jsonld",
    "/catalog.ttl",
    "/permohonan",
    "/permohonan/{number}",
    "/permohonan/{number}/keberatan",
    "/permohonan/{number}/berkas/{id}",
    "/permohonan/{number}/surat",
    "/panduan",
    "/gaya",
];

/// The addresses of the staff's pages.
pub const STAFF_PATHS: [&str; 2] = ["/petugas", "/petugas/{*rest}"];

/// Where an installed app takes what other apps share. The service worker answers there.
pub const SHARE_PATH: &str = "/bagikan";

/// How the names of scripts begin that workers run, which the policy of their own answer holds for.
const WORKERS: [&str; 2] = ["sw.", "assets/follow-"];

/// The folder of files whose names change with their content.
pub const ASSETS_PATH: &str = "/assets/{*file}";

/// Nothing else than the same content will ever be under that name.
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// May be kept, but must be asked for each time whether it is still the same.
const ASK: HeaderValue = HeaderValue::from_static("no-cache");

const NOT_FOUND: &str = include_str!("not_found.html");
const NOT_BUILT: &str = include_str!("not_built.html");

/// Bundles are most of it, and hardly anybody reads them uncompressed: whoever does has them unpacked.
#[derive(Embed)]
#[folder = "../dist/"]
#[exclude = "assets/*.wasm"]
#[allow_missing = true]
struct Dist;

/// Answers with the staff's shell, which the browser's router fills.
pub fn staff(request: &HeaderMap) -> Response {
    find(STAFF, request).unwrap_or_else(|| error::page(PageError::NotBuilt, NOT_BUILT))
}

/// Answers with the file at an address: an asset, an icon, the service worker; with none where there is none.
pub fn file(path: &str, request: &HeaderMap) -> Option<Response> {
    let name = path.trim_start_matches('/');
    // Shells have addresses of their own; the compressed siblings are no files of their own.
    let is_plain = !Encoding::ALL.iter().any(|encoding| name.ends_with(encoding.suffix()));
    let is_shell = name == STAFF || document::HEADS.contains(&name);
    if is_plain && !is_shell { find(name, request) } else { None }
}

/// The address of the asset of a name and an ending, whose own name changes with its content; none where nothing was built.
pub fn asset(name: &str, ending: &str) -> Option<String> {
    let (start, end) = (["assets/", name, "-"].concat(), [".", ending].concat());
    let found = Dist::iter().find(|file| file.starts_with(&start) && file.ends_with(&end))?;
    Some(["/", &found].concat())
}

/// Says in a few bytes that there is no such file: who asks for one is a program, or has lost its styles as well.
pub fn no_file() -> Response {
    error::page(PageError::NotFound, NOT_FOUND)
}

/// A file in the smallest form that the one who asks can read.
fn find(name: &str, request: &HeaderMap) -> Option<Response> {
    let sibling = |encoding: Encoding| Dist::get(&[name, encoding.suffix()].concat());
    let compressed = |encoding| Some((Some(encoding), Form::from(sibling(encoding)?)));
    let accepted = Encoding::accepted(request).into_iter().flatten().find_map(compressed);
    let (encoding, form) = accepted
        .or_else(|| Some((None, Form::from(Dist::get(name)?))))
        .or_else(|| Some((None, kept_unpacked(name, || sibling(Encoding::Gzip))?)))?;
    Some(answer(name, encoding, form, request))
}

/// A file in one of its forms.
#[derive(Clone)]
struct Form {
    data: Bytes,
    tag: HeaderValue,
}

impl From<EmbeddedFile> for Form {
    fn from(file: EmbeddedFile) -> Self {
        let tag = tag_of_hash(&file.metadata.sha256_hash());
        let data = match file.data {
            Cow::Borrowed(data) => Bytes::from_static(data),
            Cow::Owned(data) => Bytes::from(data),
        };
        Self { data, tag }
    }
}

/// Files that were asked for unpacked. There are no more of them than bundles, two megabytes in all.
static UNPACKED: Mutex<BTreeMap<String, Form>> = Mutex::new(BTreeMap::new());

/// An unpacked file, unpacked when it is first asked for.
fn kept_unpacked(name: &str, packed: impl FnOnce() -> Option<EmbeddedFile>) -> Option<Form> {
    let mut all = UNPACKED.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(form) = all.get(name) {
        return Some(form.clone());
    }
    let form = unpacked(&packed()?.data)?;
    all.insert(name.to_owned(), form.clone());
    Some(form)
}

fn unpacked(packed: &[u8]) -> Option<Form> {
    let mut data = Vec::new();
    GzDecoder::new(packed).read_to_end(&mut data).ok()?;
    Some(Form { tag: entity_tag(&data), data: data.into() })
}

fn answer(name: &str, encoding: Option<Encoding>, form: Form, request: &HeaderMap) -> Response {
    let Form { data, tag } = form;
    let fresh = is_fresh(request, &tag);
    let mut response =
        if fresh { StatusCode::NOT_MODIFIED.into_response() } else { Body::from(data).into_response() };
    let headers = response.headers_mut();
    headers.insert(header::ETAG, tag);
    headers.insert(header::CACHE_CONTROL, if name.starts_with("assets/") { FOR_EVER } else { ASK });
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if name.ends_with(".js") && !WORKERS.iter().any(|worker| name.starts_with(worker)) {
        idle(headers);
    }
    if !fresh {
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type(name)));
        if let Some(encoding) = encoding {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding.name()));
        }
    }
    response
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "webp" => "image/webp",
        "woff2" => "font/woff2",
        "xml" => "application/xml",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_not_there_is_a_page_in_both_languages() {
        for path in ["/none", "/assets/none.js", "/assets/../Cargo.toml", "/../Cargo.toml", "/petugas.html"] {
            assert!(file(path, &HeaderMap::new()).is_none(), "{path}");
        }
        let response = no_file();
        assert_eq!(response.status().as_u16(), 404);
        assert_eq!(response.headers()[header::CONTENT_TYPE], "text/html; charset=utf-8");
        assert!(NOT_FOUND.contains("lang=\"id\"") && NOT_FOUND.contains("lang=\"en\""));
    }

    #[test]
    fn what_is_there_packed_alone_is_unpacked() {
        use std::io::Write as _;
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        packed.write_all(b"\0asm").unwrap();
        let form = unpacked(&packed.finish().unwrap()).unwrap();
        assert_eq!((&*form.data, form.tag), (&b"\0asm"[..], entity_tag(b"\0asm")));
        assert!(unpacked(b"no gzip").is_none());
    }

    #[test]
    fn an_asset_is_kept_for_ever_and_a_page_is_asked_for() {
        let data = || Form { data: Bytes::from_static(b"abc"), tag: HeaderValue::from_static("\"abc\"") };
        let asset = answer("assets/a.wasm", Some(Encoding::Brotli), data(), &HeaderMap::new());
        assert_eq!(asset.headers()[header::CACHE_CONTROL], FOR_EVER);
        assert_eq!(asset.headers()[header::CONTENT_TYPE], "application/wasm");
        assert_eq!(asset.headers()[header::CONTENT_ENCODING], "br");
        let policy = |name| {
            let answer = answer(name, None, data(), &HeaderMap::new());
            answer.headers().contains_key(header::CONTENT_SECURITY_POLICY)
        };
        assert!(policy("assets/public-1.js") && !policy("assets/follow-1.js") && !policy("sw.js"));
        let page = answer("petugas.html", None, data(), &HeaderMap::new());
        assert_eq!(page.headers()[header::CACHE_CONTROL], ASK);
        let tag = page.headers()[header::ETAG].clone();
        let known = HeaderMap::from_iter([(header::IF_NONE_MATCH, tag)]);
        assert_eq!(answer("petugas.html", None, data(), &known).status(), StatusCode::NOT_MODIFIED);
    }
}
