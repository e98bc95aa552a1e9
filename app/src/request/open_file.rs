use leptos::prelude::expect_context;
use shared::request::RequestFile;

use super::opened::Opened;
use super::{black, look_through, paste};
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::queue::Queue;
use crate::platform::reactive::RwSignal;
use crate::platform::redact::{Asked, RedactPart};
use crate::platform::ui::{Button, focus_on, plain_button};

/// What is open below the files.
#[derive(Clone)]
pub enum Open {
    /// A text that passages are blackened in.
    Black(RequestFile),
    /// A copy of which the words are asked that were to be gone.
    LookThrough(RequestFile),
    /// A text that is pasted.
    Paste,
}

/// The panel of files: the request, what is open, and the tool for pictures.
#[derive(Clone, Copy)]
pub struct Panel {
    /// The request.
    pub opened: Opened,
    /// What is open.
    pub open: RwSignal<Option<Open>>,
    /// Where the tool opens.
    pub asked: RwSignal<Option<Asked>>,
    /// The tool.
    pub tool: RedactPart,
}

impl Panel {
    /// Nothing is open.
    pub fn new(opened: Opened) -> Self {
        Self { opened, open: RwSignal::new(None), asked: RwSignal::new(None), tool: expect_context() }
    }

    /// Opens something, with the focus in its first field.
    pub fn opens(self, what: Open) {
        self.open.set(Some(what));
        focus_on(".file-form .input");
    }

    /// Closes what is open.
    pub fn closes(self) {
        self.open.set(None);
        focus_on("#request-files");
    }

    /// What is open.
    pub fn form(self, queue: Queue) -> Part {
        Part::live(move || {
            self.open.get().map(|what| match what {
                Open::Black(file) => black::black(self, file),
                Open::LookThrough(file) => look_through::look_through(self, file),
                Open::Paste => paste::paste(self, queue),
            })
        })
    }

    /// The frame of what is open: its name, its fields, and the ways on.
    pub fn frame(
        self,
        name: &str,
        hint: &'static str,
        fields: impl Into<Part>,
        ways: impl Into<Part>,
    ) -> Tag {
        let cancel = plain_button(Button::Quiet, self.opened.lang.desk().cancel, move || self.closes());
        tag("div")
            .class("form file-form")
            .attr("role", "group")
            .attr("aria-label", name)
            .with(tag("h3").with(name))
            .with(tag("p").class("hint").with(hint))
            .with(fields.into())
            .with(tag("div").class("form-ways").with(ways.into()).with(cancel))
    }
}
