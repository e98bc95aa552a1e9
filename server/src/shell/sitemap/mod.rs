//! `GET /sitemap.xml` and the parts that it names, for search engines (sitemaps.org 0.9); and `GET /robots.txt`, which names
//! it. What is public has a part for each ten thousand numbers, so that a part costs what it holds.

mod xml;

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http::{HeaderMap, HeaderValue, header};
use shared::calendar::Day;

use crate::complaint::publication;
use crate::error::Error;
use crate::information;
use crate::platform::http::{entity_tag, origin, tagged};
use crate::platform::kept::Moment;
use crate::state::AppState;

/// Where the parts are.
pub const PART_PATH: &str = "/sitemap/{name}";
/// The part with the pages that are always there.
const PAGES: &str = "pages.xml";
/// Those pages.
const ALWAYS: [&str; 6] = ["/", "/adukan", "/informasi", "/informasi/dikecualikan", "/rekap", "/panduan"];
const RULES: &str = include_str!("../../../../public/robots.txt");
/// Numbers of a part; the standard allows fifty thousand addresses.
const PART: i64 = 10_000;

const XML: HeaderValue = HeaderValue::from_static("application/xml; charset=utf-8");
const ASK: HeaderValue = HeaderValue::from_static("no-cache");

/// An address, and the day on which what is there changed last.
type Address = (String, Option<Day>);

/// The parts.
pub async fn index(State(state): State<AppState>, headers: HeaderMap) -> Result<Response, Error> {
    let origin = origin(&headers);
    let index = kept(&state, format!("sitemap {origin}"), async || {
        let mut connection = state.db.read().await?;
        let mut names = vec![PAGES.to_owned()];
        for kind in Kind::ALL {
            let parts = match kind {
                Kind::Information => information::public_parts(&mut connection, PART).await?,
                Kind::Complaint => publication::public_parts(&mut connection, PART).await?,
            };
            names.extend(parts.iter().map(|part| format!("{}-{part}.xml", kind.word())));
        }
        Ok(xml::index(&origin, &names))
    });
    Ok(answer(&headers, index.await?))
}

/// One of them.
pub async fn part(
    State(state): State<AppState>,
    Path(name): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let origin = origin(&headers);
    let addresses = if name == PAGES {
        ALWAYS.iter().map(|path| ((*path).to_owned(), None)).collect()
    } else {
        let (kind, part) = Kind::of_name(&name).ok_or_else(Error::not_found)?;
        let first = part.checked_mul(PART).ok_or_else(Error::not_found)?;
        let numbers = first..first.saturating_add(PART);
        let mut connection = state.db.read().await?;
        match kind {
            Kind::Information => information::public_addresses(&mut connection, numbers).await?,
            Kind::Complaint => publication::public_addresses(&mut connection, numbers).await?,
        }
    };
    if addresses.is_empty() {
        return Err(Error::not_found());
    }
    Ok(answer(&headers, xml::part(&origin, &addresses).into()))
}

/// What robots may read, and where the sitemap is: its address has to be a whole one.
pub async fn robots(headers: HeaderMap) -> Response {
    let rules = format!("{RULES}\nSitemap: {}/sitemap.xml\n", origin(&headers));
    ([(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"))], rules).into_response()
}

/// What parts hold.
#[derive(Clone, Copy)]
enum Kind {
    Information,
    Complaint,
}

impl Kind {
    const ALL: [Self; 2] = [Self::Information, Self::Complaint];

    fn word(self) -> &'static str {
        match self {
            Self::Information => "information",
            Self::Complaint => "complaints",
        }
    }

    /// The kind and the number of a part by its name, as it is written.
    fn of_name(name: &str) -> Option<(Self, i64)> {
        let (word, part) = name.strip_suffix(".xml")?.rsplit_once('-')?;
        let kind = Self::ALL.into_iter().find(|kind| kind.word() == word)?;
        let number: i64 = part.parse().ok()?;
        (number >= 0 && number.to_string() == part).then_some((kind, number))
    }
}

/// An answer that is made once while nothing changes.
async fn kept(
    state: &AppState,
    name: String,
    make: impl AsyncFnOnce() -> Result<String, Error>,
) -> Result<Bytes, Error> {
    let settings = state.settings();
    let revision = *state.db.watch_revision().borrow();
    let moment = Moment { revision, today: settings.today(&state.clock), settings };
    state.kept.get_or(moment, name, async || make().await.map(String::into_bytes)).await
}

fn answer(headers: &HeaderMap, body: Bytes) -> Response {
    let tag = entity_tag(&body);
    tagged(headers, tag, (XML, ASK), body)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_has_one_name() {
        let number = |name: &str| Kind::of_name(name).map(|(_, number)| number);
        assert_eq!(number("information-0.xml"), Some(0));
        assert_eq!(number("complaints-12.xml"), Some(12));
        for wrong in
            ["information-.xml", "information-01.xml", "information--1.xml", "x-1.xml", "information-1", "+1"]
        {
            assert_eq!(number(wrong), None, "{wrong}");
        }
    }
}
