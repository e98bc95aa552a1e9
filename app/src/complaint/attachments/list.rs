use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Array, Object};
use leptos::prelude::*;
use shared::complaint::{FILE_BYTES_MAX, FILES_MAX};
use shared::problem::{Envelope, ErrorCode, Problem};
use wasm_bindgen::JsCast;
use web_sys::File;

use crate::platform::device::shrink;
use crate::platform::net::{Failure, UploadStep, upload};
use crate::platform::object::{get, number, set};
use crate::platform::reactive::{RwSignal, spawn};

/// The files of one form. They go up one after the other: on a slow network one finished photo is worth more than
/// three halves.
#[derive(Clone, Copy)]
pub struct Attachments {
    list: RwSignal<Vec<Attachment>>,
    running: StoredValue<bool>,
    next_key: StoredValue<u32>,
}

/// One file.
#[derive(Clone)]
pub struct Attachment {
    /// Tells it from others of the same name.
    pub key: u32,
    /// Its name on the phone.
    pub name: String,
    /// Its bytes.
    pub size: u64,
    /// How far it is.
    pub state: RwSignal<State>,
    /// What goes up: the file, or what it was shrunk to. Going on after a cut needs the same bytes.
    file: Rc<RefCell<File>>,
    is_shrunk: Rc<Cell<bool>>,
    id: ArcStoredValue<Option<String>>,
}

/// How far a file is.
#[derive(Clone, Debug, PartialEq)]
pub enum State {
    /// Others come first.
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

impl Attachments {
    /// None yet.
    pub fn new() -> Self {
        Self {
            list: RwSignal::new(Vec::new()),
            running: StoredValue::new(false),
            next_key: StoredValue::new(0),
        }
    }

    /// All files, followed as a signal.
    pub fn all(self) -> Vec<Attachment> {
        self.list.get()
    }

    /// What is needed to go on with them later, and the files themselves. Follows their coming, going and getting on.
    pub fn kept(self) -> (Array, Array) {
        let (described, files) = (Array::new(), Array::new());
        self.list.with(|list| {
            for one in list {
                one.state.track();
                let file = one.file.borrow();
                let entry = Object::new();
                set(&entry, "key", one.key);
                set(&entry, "name", file.name());
                set(&entry, "size", file.size());
                if let Some(id) = one.id.get_value() {
                    set(&entry, "upload", id);
                }
                described.push(&entry);
                files.push(&file);
            }
        });
        (described, files)
    }

    /// Goes on with files as [`Attachments::kept`] described them. One that the phone has lost is left out.
    pub fn take_up(self, described: &Array, files: &Array) {
        for (entry, file) in described.iter().zip(files.iter()) {
            let Ok(file) = file.dyn_into::<File>() else { continue };
            let key = number(&entry, "key") as u32;
            self.next_key.set_value(self.next_key.get_value().max(key + 1));
            let one = Attachment::new(key, file);
            one.id.set_value(get(&entry, "upload").as_string());
            // An upload that was begun goes on with the same bytes.
            one.is_shrunk.set(one.id.with_value(Option::is_some));
            self.list.update(|list| list.push(one));
        }
        self.go_on();
    }

    /// Ids of the finished ones, in order.
    pub fn ids(self) -> Vec<String> {
        self.list.with(|list| {
            let ready = list.iter().filter(|one| one.state.get() == State::Ready);
            ready.filter_map(|one| one.id.get_value()).collect()
        })
    }

    /// Names, in order.
    pub fn names(self) -> Vec<String> {
        self.list.with_untracked(|list| list.iter().map(|one| one.name.clone()).collect())
    }

    /// Whether there are none.
    pub fn is_empty_untracked(self) -> bool {
        self.list.with_untracked(Vec::is_empty)
    }

    /// Whether some are on their way.
    pub fn is_under_way(self) -> bool {
        self.any(|state| matches!(state, State::Waiting | State::Sending(_)))
    }

    /// Whether some have not arrived.
    pub fn has_unsent(self) -> bool {
        self.any(|state| *state != State::Ready)
    }

    /// Whether some never will.
    pub fn has_bad(self) -> bool {
        self.any(|state| match state {
            State::Bad(_) => true,
            State::Stuck(failure) => !failure.is_passing(),
            _ => false,
        })
    }

    fn any(self, test: fn(&State) -> bool) -> bool {
        self.list.with_untracked(|list| list.iter().any(|one| one.state.with_untracked(test)))
    }

    /// Adds files. Those beyond the limit are left out; tells whether there were any.
    pub fn add(self, files: Vec<File>) -> bool {
        let room = FILES_MAX - self.list.with_untracked(Vec::len).min(FILES_MAX);
        let too_many = files.len() > room;
        let added = files.into_iter().take(room).map(|file| {
            let key = self.next_key.get_value();
            self.next_key.set_value(key + 1);
            Attachment::new(key, file)
        });
        let added: Vec<Attachment> = added.collect();
        self.list.update(|list| list.extend(added));
        self.go_on();
        too_many
    }

    /// Removes one. If it is on its way it stops after the present piece.
    pub fn remove(self, key: u32) {
        self.list.update(|list| list.retain(|one| one.key != key));
    }

    /// Removes all.
    pub fn clear(self) {
        self.list.update(Vec::clear);
    }

    /// Goes on with one that got stuck.
    pub fn retry(self, key: u32) {
        let found = self.list.with_untracked(|list| list.iter().find(|one| one.key == key).cloned());
        if let Some(one) = found {
            one.state.set(State::Waiting);
            self.go_on();
        }
    }

    /// Goes on with all that got stuck.
    pub fn retry_all(self) {
        for one in self.list.get_untracked() {
            if one.state.with_untracked(|state| matches!(state, State::Stuck(_))) {
                one.state.set(State::Waiting);
            }
        }
        self.go_on();
    }

    fn go_on(self) {
        if self.running.get_value() {
            return;
        }
        self.running.set_value(true);
        spawn(async move {
            while let Some(one) = self.next_waiting() {
                self.send(&one).await;
            }
            self.running.try_set_value(false);
        });
    }

    fn next_waiting(self) -> Option<Attachment> {
        let is_waiting = |one: &&Attachment| one.state.with_untracked(|state| *state == State::Waiting);
        self.list.try_with_untracked(|list| list.iter().find(is_waiting).cloned()).flatten()
    }

    fn holds(self, key: u32) -> bool {
        self.list.try_with_untracked(|list| list.iter().any(|one| one.key == key)).unwrap_or(false)
    }

    async fn send(self, one: &Attachment) {
        one.state.set(State::Sending(0));
        let mut file = one.file.borrow().clone();
        if !one.is_shrunk.replace(true)
            && let Some(smaller) = shrink(&file).await
        {
            file = smaller;
            one.file.replace(file.clone());
        }
        let size = file.size() as u64;
        if size > FILE_BYTES_MAX {
            one.state.set(State::Bad(Problem::FileTooLarge(FILE_BYTES_MAX as u32)));
            return;
        }
        let begun = one.id.get_value();
        let sent = upload(&file, begun.as_deref(), |step| {
            match step {
                UploadStep::Started(id) => one.id.set_value(Some(id.to_owned())),
                UploadStep::Sent(bytes) => {
                    let percent = (bytes * 100).checked_div(size).unwrap_or(100);
                    one.state.set(State::Sending(percent as u32));
                }
            }
            self.holds(one.key)
        });
        one.state.set(match sent.await {
            Ok(_) => State::Ready,
            Err(failure) => state_of(failure),
        });
    }
}

impl Attachment {
    fn new(key: u32, file: File) -> Self {
        let state = first_state(&file);
        Self {
            key,
            name: file.name(),
            size: file.size() as u64,
            state: RwSignal::new(state),
            file: Rc::new(RefCell::new(file)),
            is_shrunk: Rc::default(),
            id: ArcStoredValue::new(None),
        }
    }
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
