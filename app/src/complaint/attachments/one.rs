use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Object;
use leptos::prelude::*;
use shared::complaint::FILE_BYTES_MAX;
use shared::problem::{Envelope, ErrorCode, Problem};
use wasm_bindgen::JsValue;
use web_sys::File;

use crate::platform::device::{ObjectUrl, shrink};
use crate::platform::net::{Failure, discard_upload};
use crate::platform::object::{get, number, set, text};
use crate::platform::reactive::{RwSignal, spawn};

/// One file.
#[derive(Clone)]
pub struct Attachment {
    /// Tells it from others of the same name, and from what it was before parts of it were covered.
    pub key: u32,
    /// Its name on the phone.
    pub name: String,
    /// Its bytes, as it was taken.
    pub taken: u64,
    /// How many of its parts are covered.
    pub covered: u32,
    /// What it was found to be.
    pub content: RwSignal<Content>,
    /// How far it is.
    pub state: RwSignal<State>,
    /// What goes up: the file, or what it was shrunk to. Going on after a cut needs the same bytes.
    pub(super) file: Rc<RefCell<File>>,
    pub(super) id: ArcStoredValue<Option<String>>,
    /// Whether it was removed, or covered, and nothing of it may stay.
    is_discarded: Rc<Cell<bool>>,
}

/// What a file was found to be.
#[derive(Clone)]
pub enum Content {
    /// Nobody has looked yet.
    Unknown,
    /// A photo, shrunk: the address of just what will leave the phone. Parts of it can be covered.
    Photo(Rc<ObjectUrl>),
    /// Something else, or a photo that this phone cannot open. It goes as it is.
    Other,
}

/// How far a file is.
#[derive(Clone, Debug, PartialEq)]
pub enum State {
    /// Others come first, or it is held back.
    Waiting,
    /// On its way; percent.
    Sending(u32),
    /// There, and found to be good.
    Ready,
    /// The network failed; going on is possible.
    Stuck(Failure),
    /// The file itself cannot be taken.
    Bad(Problem),
}

impl Attachment {
    /// One that was just chosen.
    pub(super) fn new(key: u32, file: File) -> Self {
        let state = first_state(&file);
        Self {
            key,
            name: file.name(),
            taken: file.size() as u64,
            covered: 0,
            content: RwSignal::new(Content::Unknown),
            state: RwSignal::new(state),
            file: Rc::new(RefCell::new(file)),
            id: ArcStoredValue::new(None),
            is_discarded: Rc::default(),
        }
    }

    /// The same photo with parts covered. Nothing of it has left the phone.
    pub(super) fn with_covers(&self, key: u32, file: File, parts: u32) -> Self {
        let covered = Self::shown(file, self.taken, self.covered + parts);
        Self { key, name: self.name.clone(), ..covered }
    }

    /// A photo that was looked at.
    pub(super) fn shown(file: File, taken: u64, covered: u32) -> Self {
        let this = Self::new(0, file);
        this.content.set(photo(&this.file.borrow()));
        Self { taken, covered, ..this }
    }

    /// What is needed to go on with it later, besides the file itself. Follows its getting on.
    pub(super) fn kept(&self) -> Object {
        self.state.track();
        let is_photo = self.content.with(|content| matches!(content, Content::Photo(_)));
        let (file, entry) = (self.file.borrow(), Object::new());
        set(&entry, "key", self.key);
        set(&entry, "name", file.name());
        set(&entry, "size", file.size());
        set(&entry, "taken", self.taken as f64);
        set(&entry, "covered", self.covered);
        set(&entry, "shrunk", is_photo);
        if let Some(id) = self.id.get_value() {
            set(&entry, "upload", id);
        }
        entry
    }

    /// One as [`Attachment::kept`] described it.
    pub(super) fn taken_up(entry: &JsValue, file: File) -> Self {
        let this = Self::new(number(entry, "key") as u32, file);
        this.id.set_value(Some(text(entry, "upload")).filter(|id| !id.is_empty()));
        if get(entry, "shrunk").is_truthy() {
            this.content.set(photo(&this.file.borrow()));
        } else if this.id.with_value(Option::is_some) {
            // An upload that was begun goes on with the same bytes.
            this.content.set(Content::Other);
        }
        let taken = get(entry, "taken").as_f64().map_or(this.taken, |taken| taken as u64);
        Self { taken, covered: number(entry, "covered") as u32, ..this }
    }

    /// Looks at it: a photo is shrunk, and shows what will leave the phone.
    pub(super) async fn look(&self) {
        let file = self.file.borrow().clone();
        let smaller = shrink(&file).await;
        let content = smaller.as_ref().map_or(Content::Other, photo);
        if let Some(smaller) = smaller {
            self.file.replace(smaller);
        }
        if self.bytes() > FILE_BYTES_MAX {
            self.state.set(State::Bad(Problem::FileTooLarge(FILE_BYTES_MAX as u32)));
        }
        self.content.set(content);
    }

    /// Its bytes, as they leave the phone.
    pub fn bytes(&self) -> u64 {
        self.file.borrow().size() as u64
    }

    /// Its bytes themselves.
    pub fn file(&self) -> File {
        self.file.borrow().clone()
    }

    /// Whether nobody has looked yet.
    pub(super) fn is_new(&self) -> bool {
        self.content.with_untracked(|content| matches!(content, Content::Unknown)) && self.is_waiting()
    }

    /// Whether it is a photo whose parts can be covered.
    pub(super) fn is_photo(&self) -> bool {
        self.content.with_untracked(|content| matches!(content, Content::Photo(_)))
    }

    pub(super) fn is_waiting(&self) -> bool {
        self.state.with_untracked(|state| *state == State::Waiting)
    }

    /// Takes it out of the form for good, and back from the server. Not waited for: no filing will name it.
    pub(super) fn discard(&self) {
        self.is_discarded.set(true);
        self.take_back();
    }

    /// Takes it back from the server if it was discarded, perhaps before the server had told its id. One that merely
    /// left the form, for the outbox, stays.
    pub(super) fn settle(&self) {
        if self.is_discarded.get() {
            self.take_back();
        }
    }

    fn take_back(&self) {
        if let Some(id) = self.id.try_update_value(Option::take).flatten() {
            spawn(async move { discard_upload(&id).await });
        }
    }

    /// What a failed upload makes of it.
    pub(super) fn fail(&self, failure: Failure) {
        let state = state_of(failure);
        if matches!(state, State::Bad(_)) {
            // The server keeps nothing of what it refuses.
            self.id.set_value(None);
        }
        self.state.set(state);
    }
}

fn photo(file: &File) -> Content {
    ObjectUrl::of(file).map_or(Content::Other, |url| Content::Photo(Rc::new(url)))
}

/// What can be told without sending a single byte.
fn first_state(file: &File) -> State {
    let accepted = ["image/jpeg", "image/png", "image/webp", "application/pdf"];
    let kind = file.type_();
    // A photo that is too large may be small enough once it was shrunk.
    if file.size() > FILE_BYTES_MAX as f64 && !kind.starts_with("image/") {
        State::Bad(Problem::FileTooLarge(FILE_BYTES_MAX as u32))
    } else if file.size() == 0.0 {
        State::Bad(Problem::FileBroken)
    } else if !kind.is_empty() && !accepted.contains(&kind.as_str()) {
        State::Bad(Problem::FileKind)
    } else {
        State::Waiting
    }
}

/// Whether it was the network or the file.
fn state_of(failure: Failure) -> State {
    match &failure {
        Failure::Problem(Envelope { problems, .. }) if !problems.is_empty() => {
            State::Bad(problems[0].problem)
        }
        Failure::Problem(Envelope { code: ErrorCode::UnsupportedMedia, .. }) => State::Bad(Problem::FileKind),
        Failure::Problem(Envelope { code: ErrorCode::TooLarge, .. }) => {
            State::Bad(Problem::FileTooLarge(FILE_BYTES_MAX as u32))
        }
        _ => State::Stuck(failure),
    }
}
