use std::rc::Rc;

use leptos::prelude::{expect_context, provide_context};
use shared::redact::Cover;
use web_sys::File;

use crate::platform::device::late_style;
use crate::platform::dom::Part;
use crate::platform::reactive::{RwSignal, spawn};
use crate::platform::ui::{LatePage, focus_on, late_part};

/// What its styles are called.
const STYLE: &str = "redact";

/// The tool, whose code comes when it is first needed.
#[derive(Clone, Copy)]
pub struct RedactPart(pub LatePage);

/// A photo with parts covered.
#[derive(Clone)]
pub struct Covered {
    /// What may leave the phone.
    pub file: File,
    /// What is covered, in the pixels of the photo that was asked for.
    pub covers: Vec<Cover>,
}

/// What a tool that is open was asked for.
#[derive(Clone)]
pub struct Asked {
    /// The photo.
    pub file: File,
    /// What becomes of what lies under the boxes, where it is not gone for good.
    pub fate: Option<&'static str>,
    done: Rc<dyn Fn(Option<Covered>) -> String>,
}

impl Asked {
    /// Asks for a photo to be covered. `done` hears what came of it, nothing where people changed their mind, and tells
    /// the id of the element that has the focus afterwards.
    pub fn new(file: File, done: impl Fn(Option<Covered>) -> String + 'static) -> Self {
        Self { file, fate: None, done: Rc::new(done) }
    }

    /// The same, where not everything is gone for good.
    #[must_use]
    pub fn with_fate(self, fate: &'static str) -> Self {
        Self { fate: Some(fate), ..self }
    }
}

/// The place of the tool in what it was asked for.
#[derive(Clone, Copy)]
pub(super) struct Place(RwSignal<Option<Asked>>);

impl Place {
    /// The photo; nothing once the tool is closed.
    pub(super) fn file(self) -> Option<File> {
        self.0.try_with_untracked(|asked| asked.as_ref().map(|asked| asked.file.clone())).flatten()
    }

    /// What becomes of what lies under the boxes, where it is not gone for good.
    pub(super) fn fate(self) -> Option<&'static str> {
        self.0.try_with_untracked(|asked| asked.as_ref().and_then(|asked| asked.fate)).flatten()
    }

    /// Closes the tool and tells what came of it, once.
    pub(super) fn close(self, covered: Option<Covered>) {
        let Some(asked) = self.0.try_get_untracked().flatten() else { return };
        self.0.set(None);
        focus_on(&["#", &(asked.done)(covered)].concat());
    }
}

/// Where the tool opens: it goes with the page that asked for it.
pub fn redact_place(asked: RwSignal<Option<Asked>>) -> Part {
    let part: RedactPart = expect_context();
    Part::live(move || {
        asked.with(Option::is_some).then(|| {
            provide_context(Place(asked));
            late_part(part.0)
        })
    })
}

/// How the opening of the tool goes, for the button that does it.
#[derive(Clone, Copy)]
pub struct Opening {
    /// Whether its code is on its way.
    pub busy: RwSignal<bool>,
    /// Whether it did not come.
    pub has_failed: RwSignal<bool>,
}

impl Opening {
    /// Not yet asked for.
    pub fn idle() -> Self {
        Self { busy: RwSignal::new(false), has_failed: RwSignal::new(false) }
    }

    /// Fetches the code and opens the tool.
    pub fn open(self, part: RedactPart, place: RwSignal<Option<Asked>>, asked: Asked) {
        self.busy.set(true);
        self.has_failed.set(false);
        spawn(async move {
            let is_here = (part.0.load)().await.is_some() && late_style(STYLE).await;
            self.busy.set(false);
            if is_here {
                place.set(Some(asked));
            } else {
                self.has_failed.set(true);
            }
        });
    }
}
