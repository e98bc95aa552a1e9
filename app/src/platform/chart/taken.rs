use send_wrapper::SendWrapper;
use shared::recap::{Dimension, Figures, Row};
use wasm_bindgen::JsValue;

use crate::platform::device::keep_seen;
use crate::platform::net::decode;
use crate::platform::object::{get, number};

/// All figures of one moment, as the server's board holds them. Its rows stay what the browser has parsed until a chart
/// wants them: on a slow phone reading all of them takes as long as drawing one.
#[derive(Clone)]
pub struct Taken {
    /// The figures.
    pub figures: Figures,
    /// See [`shared::recap::Recap::revision`].
    pub revision: i64,
    /// See [`shared::recap::Recap::taken_at`].
    pub taken_at: i64,
    answer: SendWrapper<JsValue>,
}

impl PartialEq for Taken {
    fn eq(&self, other: &Self) -> bool {
        // An answer is never changed: it is the same one, or another one with its own moment.
        self.taken_at == other.taken_at && self.revision == other.revision && self.figures == other.figures
    }
}

impl Taken {
    /// Reads an answer; nothing where it is none.
    pub fn read(answer: JsValue) -> Option<Self> {
        let figures = decode(get(&answer, "figures"))?;
        let (revision, taken_at) = (number(&answer, "revision") as i64, number(&answer, "taken_at") as i64);
        Some(Self { figures, revision, taken_at, answer: SendWrapper::new(answer) })
    }

    /// Keeps them on the phone under a name, for when there is no connection.
    pub fn keep(&self, name: &'static str) {
        keep_seen(name, (*self.answer).clone());
    }

    /// The rows of a dimension that the board has.
    pub fn rows(&self, by: Dimension) -> Vec<Row> {
        let name = match by {
            Dimension::Sector => "sectors",
            Dimension::Stage => "stages",
            Dimension::Month => "months",
            Dimension::Region => "regions",
            Dimension::Agency => "agencies",
            _ => return Vec::new(),
        };
        decode(get(&self.answer, name)).unwrap_or_default()
    }
}
