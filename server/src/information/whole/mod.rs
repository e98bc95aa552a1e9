//! The whole Daftar Informasi Publik, or what a filter leaves of it, in the forms that programs read. However long it is, a
//! page of it is in memory at a time.

mod catalogue;
mod column;
mod csv;
mod json;
mod walk;
mod xlsx;

pub use catalogue::{json_ld, turtle};
pub use csv::csv;
pub use json::json;
pub use xlsx::xlsx;

use axum::body::Body;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use shared::information::InformationFilter;

use self::walk::Walk;
use super::store::Listed;
use crate::error::Error;
use crate::platform::http::{Pairs, entity_tag, is_fresh, origin};
use crate::platform::pages::Reader;
use crate::state::AppState;

/// What is asked for, by whom, and under which name this site is known to them.
struct Asked {
    state: AppState,
    reader: Reader,
    /// The site's address, without a slash at its end.
    origin: String,
    filter: InformationFilter,
    /// Changes with every answer that may differ.
    tag: HeaderValue,
    is_known: bool,
}

impl Asked {
    fn read(state: AppState, reader: Reader, headers: &HeaderMap, pairs: &Pairs) -> Result<Self, Error> {
        pairs.only(|name| InformationFilter::NAMES.contains(&name))?;
        let filter = InformationFilter::parse(pairs.iter()).map_err(Error::invalid)?;
        let origin = origin(headers);
        // Whatever changes the list is recorded, and whatever is recorded raises the revision.
        let revision = *state.db.watch_revision().borrow();
        let tag = entity_tag(format!("{revision} {} {origin} {filter:?}", reader.lang.tag()).as_bytes());
        let is_known = is_fresh(headers, &tag);
        Ok(Self { state, reader, origin, filter, tag, is_known })
    }

    /// An answer whose body is written entry by entry.
    async fn answer(
        self,
        media: &'static str,
        name: Option<&str>,
        form: impl Form,
    ) -> Result<Response, Error> {
        let head = self.head(media, name)?;
        if self.is_known {
            return Ok((StatusCode::NOT_MODIFIED, head).into_response());
        }
        let walk = Walk::new(self.state, self.filter);
        Ok((head, Body::from_stream(walk.write(form).await?)).into_response())
    }

    /// What is said before the body; a name makes it a download.
    fn head(&self, media: &'static str, name: Option<&str>) -> Result<HeaderMap, Error> {
        let mut headers = HeaderMap::new();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        headers.insert(header::ETAG, self.tag.clone());
        if let Some(ending) = name {
            let today = self.state.settings().today(&self.state.clock);
            let name = format!("attachment; filename=\"informasi-publik-{today}.{ending}\"");
            headers
                .insert(header::CONTENT_DISPOSITION, HeaderValue::try_from(name).map_err(Error::internal)?);
        }
        Ok(headers)
    }
}

/// A form of the list that is written as it is walked through.
trait Form: Send + 'static {
    /// What stands before the first entry.
    fn begin(&mut self) -> Result<Vec<u8>, Error>;
    /// Some entries.
    fn entries(&mut self, entries: &[Listed]) -> Result<Vec<u8>, Error>;
    /// What stands behind the last.
    fn end(&mut self) -> Result<Vec<u8>, Error>;
}
