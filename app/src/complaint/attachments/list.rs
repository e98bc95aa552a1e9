use std::time::Duration;

use js_sys::Array;
use leptos::prelude::*;
use shared::complaint::FILES_MAX;
use wasm_bindgen::JsCast;
use web_sys::File;

use super::one::{Attachment, State};
use crate::platform::device::rest;
use crate::platform::reactive::{RwSignal, spawn};
use crate::platform::ui::Drawn;

/// How often unfinished uploads are looked at.
const GLANCE: Duration = Duration::from_millis(300);

/// The files of one form. They go up one after the other: on a slow network one finished photo is worth more than
/// three halves.
///
/// Photos are held back until people have gone past the place where they can cover faces in them: what has not left the
/// phone need not be taken back. Documents, and what this phone cannot show, go at once.
#[derive(Clone, Copy)]
pub struct Attachments {
    list: RwSignal<Vec<Attachment>>,
    is_held: StoredValue<bool>,
    looking: StoredValue<bool>,
    sending: StoredValue<bool>,
    next_key: StoredValue<u32>,
    work: Work,
}

/// What looks at files and sends them; its code comes once it is needed.
pub type Work = fn(Attachments) -> Drawn<()>;

/// What works on files; one of each kind at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Worker {
    /// Shrinks photos and shows them.
    Looks,
    /// Sends what may go.
    Sends,
}

impl Attachments {
    /// None yet; photos are held back.
    pub fn new(work: Work) -> Self {
        Self {
            work,
            list: RwSignal::new(Vec::new()),
            is_held: StoredValue::new(true),
            looking: StoredValue::new(false),
            sending: StoredValue::new(false),
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
                described.push(&one.kept());
                files.push(&one.file());
            }
        });
        (described, files)
    }

    /// Goes on with files as [`Attachments::kept`] described them. One that the phone has lost is left out.
    pub fn take_up(self, described: &Array, files: &Array) {
        for (entry, file) in described.iter().zip(files.iter()) {
            let Ok(file) = file.dyn_into::<File>() else { continue };
            let one = Attachment::taken_up(&entry, file);
            self.next_key.set_value(self.next_key.get_value().max(one.key + 1));
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

    /// Whether there are none.
    pub fn is_empty_untracked(self) -> bool {
        self.list.with_untracked(Vec::is_empty)
    }

    /// Whether some are on their way, or about to be.
    pub fn is_under_way(self) -> bool {
        self.any(|one| match one.state.get_untracked() {
            State::Waiting => !self.is_held(one),
            State::Sending(_) => true,
            _ => false,
        })
    }

    /// Whether photos are still being looked at and shrunk.
    pub fn is_looking(self) -> bool {
        self.any(Attachment::is_new)
    }

    /// Whether some have not arrived.
    pub fn has_unsent(self) -> bool {
        self.any(|one| one.state.with_untracked(|state| *state != State::Ready))
    }

    /// Whether some never will.
    pub fn has_bad(self) -> bool {
        self.any(|one| match one.state.get_untracked() {
            State::Bad(_) => true,
            State::Stuck(failure) => !failure.is_passing(),
            _ => false,
        })
    }

    fn any(self, test: impl Fn(&Attachment) -> bool) -> bool {
        self.list.try_with_untracked(|list| list.iter().any(test)).unwrap_or(false)
    }

    /// Adds files. Those beyond the limit are left out; tells whether there were any.
    pub fn take_in(self, files: Vec<File>) -> bool {
        let room = FILES_MAX - self.list.with_untracked(Vec::len).min(FILES_MAX);
        let too_many = files.len() > room;
        let added = files.into_iter().take(room).map(|file| Attachment::new(self.fresh_key(), file));
        let added: Vec<Attachment> = added.collect();
        self.list.update(|list| list.extend(added));
        self.go_on();
        too_many
    }

    /// Puts a photo with covered parts in the place of the one it was made of, of which nothing stays: neither here nor
    /// on the server. Tells the key of the new one.
    pub fn cover(self, key: u32, file: File, parts: u32) -> u32 {
        let new_key = self.fresh_key();
        self.list.update(|list| {
            for one in list.iter_mut().filter(|one| one.key == key) {
                let covered = one.with_covers(new_key, file.clone(), parts);
                std::mem::replace(one, covered).discard();
            }
        });
        self.go_on();
        new_key
    }

    /// Removes one, also from the server. If it is on its way it stops after the present piece.
    pub fn remove(self, key: u32) {
        self.list.update(|list| {
            list.retain(|one| {
                let stays = one.key != key;
                if !stays {
                    one.discard();
                }
                stays
            });
        });
    }

    /// Removes all from the form.
    pub fn clear(self) {
        self.list.update(Vec::clear);
    }

    /// Holds photos back, or lets them go.
    pub fn hold(self, is_held: bool) {
        self.is_held.try_set_value(is_held);
        if !is_held {
            self.go_on();
        }
    }

    /// Whether one stays on the phone for now. One whose upload was begun goes on.
    pub fn is_held(self, one: &Attachment) -> bool {
        self.is_held.try_get_value() == Some(true) && one.is_photo() && one.id.with_value(Option::is_none)
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

    /// Lets all go, and waits until none is under way; their ids in order, where all have arrived.
    pub async fn send_all(self) -> Option<Vec<String>> {
        self.hold(false);
        self.retry_all();
        while self.is_looking() || self.is_under_way() {
            rest(GLANCE).await;
        }
        // Nothing as well where the page was left meanwhile.
        let ready = |one: &Attachment| {
            one.id.get_value().filter(|_| one.state.with_untracked(|state| *state == State::Ready))
        };
        self.list.try_with_untracked(|list| list.iter().map(ready).collect()).flatten()
    }

    fn fresh_key(self) -> u32 {
        let key = self.next_key.get_value();
        self.next_key.set_value(key + 1);
        key
    }

    /// Has what was chosen looked at and sent. Where the code for that does not come it is asked for again with the next
    /// change, and at the latest when the form is sent.
    pub fn go_on(self) {
        spawn(async move {
            let _ = (self.work)(self).await;
        });
    }

    /// Lets one worker run at a time, of those that look or of those that send.
    pub(super) fn begin(self, worker: Worker) -> bool {
        let is_at_work = self.place(worker);
        let is_free = is_at_work.try_get_value() == Some(false);
        is_at_work.try_set_value(true);
        is_free
    }

    /// Ends it.
    pub(super) fn end(self, worker: Worker) {
        self.place(worker).try_set_value(false);
    }

    fn place(self, worker: Worker) -> StoredValue<bool> {
        match worker {
            Worker::Looks => self.looking,
            Worker::Sends => self.sending,
        }
    }

    /// Whether one may leave the phone now.
    pub(super) fn may_go(self, one: &Attachment) -> bool {
        one.is_waiting() && !one.is_new() && !self.is_held(one)
    }

    /// The first of a kind, while the form lives.
    pub(super) fn first(self, test: impl Fn(&&Attachment) -> bool) -> Option<Attachment> {
        self.list.try_with_untracked(|list| list.iter().find(test).cloned()).flatten()
    }

    /// Whether one is still wanted.
    pub(super) fn holds(self, key: u32) -> bool {
        self.list.try_with_untracked(|list| list.iter().any(|one| one.key == key)).unwrap_or(false)
    }
}
