//! `GET /catalog.jsonld` and `/catalog.ttl`: the list as a catalogue of data (W3C DCAT 3), for Satu Data and whoever else
//! gathers such. Both forms are written from the same statements.

mod describe;
mod written;

use axum::extract::State;
use axum::response::Response;
use http::HeaderMap;
use oxrdf::Triple;

use self::describe::Describer;
use self::written::{JsonLd, Turtle, Written};
use super::{Asked, Form};
use crate::error::Error;
use crate::information::store::Listed;
use crate::platform::http::Pairs;
use crate::platform::pages::Reader;
use crate::state::AppState;

/// As JSON-LD 1.1.
pub async fn json_ld(
    State(state): State<AppState>,
    reader: Reader,
    headers: HeaderMap,
    pairs: Pairs,
) -> Result<Response, Error> {
    let asked = Asked::read(state, reader, &headers, &pairs)?;
    let form = Catalogue { describer: asked.describer()?, written: JsonLd::new().map_err(Error::internal)? };
    asked.answer("application/ld+json", None, form).await
}

/// As Turtle 1.1.
pub async fn turtle(
    State(state): State<AppState>,
    reader: Reader,
    headers: HeaderMap,
    pairs: Pairs,
) -> Result<Response, Error> {
    let asked = Asked::read(state, reader, &headers, &pairs)?;
    let form = Catalogue { describer: asked.describer()?, written: Turtle::new().map_err(Error::internal)? };
    asked.answer("text/turtle; charset=utf-8", None, form).await
}

impl Asked {
    fn describer(&self) -> Result<Describer, Error> {
        Describer::new(self.state.settings(), self.reader.lang, &self.origin).map_err(Error::internal)
    }
}

struct Catalogue<W> {
    describer: Describer,
    written: W,
}

impl<W: Written> Catalogue<W> {
    fn write(&mut self, statements: &[Triple]) -> Result<Vec<u8>, Error> {
        statements.iter().try_for_each(|one| self.written.put(one.as_ref())).map_err(Error::internal)?;
        Ok(self.written.take())
    }
}

impl<W: Written> Form for Catalogue<W> {
    fn begin(&mut self) -> Result<Vec<u8>, Error> {
        let statements = self.describer.catalogue();
        self.write(&statements)
    }

    fn entries(&mut self, entries: &[Listed]) -> Result<Vec<u8>, Error> {
        let mut statements = Vec::new();
        for entry in entries {
            self.describer.dataset(entry, &mut statements).map_err(Error::internal)?;
        }
        self.write(&statements)
    }

    fn end(&mut self) -> Result<Vec<u8>, Error> {
        self.written.end().map_err(Error::internal)
    }
}
