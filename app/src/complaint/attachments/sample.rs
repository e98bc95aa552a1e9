//! Rows of invented files, for the page that shows every part.

use std::rc::Rc;

use js_sys::Array;
use shared::lang::Lang;
use web_sys::{File, FilePropertyBag};

use super::list::Attachments;
use super::one::{Attachment, State};
use super::row::{Ways, row};
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::reactive::RwSignal;
use crate::platform::redact::{Asked, redact_place};

/// What is invented of a file.
pub struct Sample {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub size: usize,
    /// How far it is.
    pub state: State,
    /// Bytes before it was shrunk, and how many of its parts are covered, where it is a photo.
    pub photo: Option<(u64, u32)>,
}

/// A road under a sky, and what may cover a number plate on it.
const ROAD: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 80"><path fill="#9cc4d0" d="M0 0h80v80H0z"/>
<path fill="#6f8f5a" d="M0 40h80v40H0z"/><path fill="#6b6b6b" d="M34 40h12l26 40H8z"/>"##;
const COVER: &str = r#"<path d="M30 56h20v10H30z"/>"#;

/// Rows as the form draws them, with the tool that covers parts of a photo.
pub fn sample_rows(lang: Lang, samples: Vec<Sample>) -> Part {
    let asked: RwSignal<Option<Asked>> = RwSignal::new(None);
    // Nothing of them is sent anywhere.
    let files = Attachments::new(|_| Box::pin(async { None }));
    let ways = Ways { files, asked, changed: Rc::new(|| {}) };
    let rows: Vec<Tag> =
        samples.into_iter().map(|sample| row(lang, ways.clone(), attachment(sample))).collect();
    Part::Many(vec![tag("ul").class("attachments").with(rows).into(), redact_place(asked)])
}

fn attachment(sample: Sample) -> Attachment {
    let Sample { name, size, state, photo } = sample;
    let cover = if photo.is_some_and(|(_, covered)| covered > 0) { COVER } else { "" };
    let mut content = [ROAD, cover, "</svg>"].concat();
    content.push_str(&" ".repeat(size.saturating_sub(content.len())));
    let kind = FilePropertyBag::new();
    kind.set_type(if photo.is_some() { "image/svg+xml" } else { "application/pdf" });
    let parts = Array::of1(&content.into());
    let file =
        File::new_with_str_sequence_and_options(&parts, &name, &kind).expect("browsers make files of texts");
    let one = match photo {
        Some((taken, covered)) => Attachment::shown(file, taken, covered),
        None => Attachment::new(0, file),
    };
    one.state.set(state);
    one
}
