//! Statements as text, taken away piece by piece.

use std::io::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};

use oxjsonld::{JsonLdSerializer, WriterJsonLdSerializer};
use oxrdf::{GraphNameRef, TripleRef};
use oxttl::TurtleSerializer;
use oxttl::turtle::WriterTurtleSerializer;

/// Short names of the vocabularies.
const PREFIXES: [(&str, &str); 6] = [
    ("dcat", "http://www.w3.org/ns/dcat#"),
    ("dct", "http://purl.org/dc/terms/"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("spdx", "http://spdx.org/rdf/terms#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// A form that statements are written in.
pub(super) trait Written: Send + 'static {
    /// Writes a statement.
    fn put(&mut self, statement: TripleRef<'_>) -> io::Result<()>;
    /// What has been written since this was asked last.
    fn take(&mut self) -> Vec<u8>;
    /// Ends the document; the rest of it.
    fn end(&mut self) -> io::Result<Vec<u8>>;
}

/// Where a writer leaves what was not taken yet.
#[derive(Clone, Default)]
struct Basket(Arc<Mutex<Vec<u8>>>);

impl Basket {
    fn take(&self) -> Vec<u8> {
        std::mem::take(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Write for Basket {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

pub(super) struct JsonLd {
    basket: Basket,
    /// None behind the end.
    writer: Option<WriterJsonLdSerializer<Basket>>,
}

impl JsonLd {
    pub(super) fn new() -> Result<Self, impl std::error::Error> {
        let mut form = JsonLdSerializer::new();
        for (short, vocabulary) in PREFIXES {
            form = form.with_prefix(short, vocabulary)?;
        }
        let basket = Basket::default();
        Ok::<_, oxrdf::IriParseError>(Self { writer: Some(form.for_writer(basket.clone())), basket })
    }
}

impl Written for JsonLd {
    fn put(&mut self, statement: TripleRef<'_>) -> io::Result<()> {
        let writer = self.writer.as_mut().ok_or_else(over)?;
        writer.serialize_quad(statement.in_graph(GraphNameRef::DefaultGraph))
    }

    fn take(&mut self) -> Vec<u8> {
        self.basket.take()
    }

    fn end(&mut self) -> io::Result<Vec<u8>> {
        self.writer.take().ok_or_else(over)?.finish()?;
        Ok(self.basket.take())
    }
}

pub(super) struct Turtle {
    basket: Basket,
    /// None behind the end.
    writer: Option<WriterTurtleSerializer<Basket>>,
}

impl Turtle {
    pub(super) fn new() -> Result<Self, impl std::error::Error> {
        let mut form = TurtleSerializer::new();
        for (short, vocabulary) in PREFIXES {
            form = form.with_prefix(short, vocabulary)?;
        }
        let basket = Basket::default();
        Ok::<_, oxrdf::IriParseError>(Self { writer: Some(form.for_writer(basket.clone())), basket })
    }
}

impl Written for Turtle {
    fn put(&mut self, statement: TripleRef<'_>) -> io::Result<()> {
        self.writer.as_mut().ok_or_else(over)?.serialize_triple(statement)
    }

    fn take(&mut self) -> Vec<u8> {
        self.basket.take()
    }

    fn end(&mut self) -> io::Result<Vec<u8>> {
        self.writer.take().ok_or_else(over)?.finish()?;
        Ok(self.basket.take())
    }
}

fn over() -> io::Error {
    io::Error::other("the document has ended")
}
