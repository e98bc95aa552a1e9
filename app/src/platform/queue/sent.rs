use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use leptos::prelude::*;
use shared::complaint::UploadState;
use shared::problem::Problem;
use web_sys::File;

use crate::platform::net::{Failure, UploadStep};
use crate::platform::reactive::{RwSignal, spawn};

/// How far a file is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// Another is being sent.
    Waiting,
    /// So many of a hundred are there.
    Sending(u32),
    /// The line broke; it can go on.
    Stuck,
    /// It is refused.
    Bad(Problem),
}

/// Hears how far a file is, and answers whether it is still wanted.
pub type Tell = Box<dyn FnMut(UploadStep<'_>) -> bool>;
/// What becomes of a file that is sent.
pub type Answer = Pin<Box<dyn Future<Output = Result<UploadState, Failure>>>>;

/// Where files go.
#[derive(Clone)]
pub struct Place {
    /// Bytes of the largest.
    pub most: u64,
    /// Sends a file, or what is missing of one that the server knows under an id.
    pub send: Rc<dyn Fn(File, Option<String>, Tell) -> Answer>,
    /// Hears that one is there.
    pub arrived: Rc<dyn Fn()>,
    /// Hears that no more are taken there.
    pub moved: Rc<dyn Fn()>,
}

/// A file on its way.
#[derive(Clone, Copy)]
pub struct Sent {
    /// Tells it from others.
    pub key: usize,
    /// The file itself.
    pub file: StoredValue<File, LocalStorage>,
    /// How far it is.
    pub state: RwSignal<State>,
    /// What the server called it, to go on after a cut.
    begun: StoredValue<Option<String>>,
}

/// Files on their way, one after the other.
#[derive(Clone, Copy)]
pub struct Queue {
    /// All that are not there yet.
    pub all: RwSignal<Vec<Sent>>,
    next: StoredValue<usize>,
    is_busy: StoredValue<bool>,
    place: StoredValue<Place, LocalStorage>,
}

impl Queue {
    /// Nothing yet.
    pub fn new(place: Place) -> Self {
        let place = StoredValue::new_local(place);
        let (next, is_busy) = (StoredValue::new(0), StoredValue::new(false));
        Self { all: RwSignal::new(Vec::new()), next, is_busy, place }
    }

    /// Takes files in and sends them.
    pub fn take_in(self, files: Vec<File>) {
        let most = self.place.with_value(|place| place.most);
        for file in files {
            let key = self.next.get_value();
            self.next.set_value(key + 1);
            let problem = match file.size() as u64 {
                0 => Some(Problem::Required),
                size if size <= most => None,
                _ => Some(Problem::FileTooLarge(most as u32)),
            };
            let state = RwSignal::new(problem.map_or(State::Waiting, State::Bad));
            let sent = Sent { key, file: StoredValue::new_local(file), state, begun: StoredValue::new(None) };
            self.all.update(|all| all.push(sent));
        }
        self.work();
    }

    /// Goes on with a file whose line broke.
    pub fn again(self, sent: Sent) {
        sent.state.set(State::Waiting);
        self.work();
    }

    /// Takes a file out of the list. One that is on its way stops; the server forgets it after a week.
    pub fn drop_one(self, key: usize) {
        self.all.update(|all| all.retain(|one| one.key != key));
    }

    fn work(self) {
        if self.is_busy.get_value() {
            return;
        }
        self.is_busy.set_value(true);
        spawn(async move {
            loop {
                // The page may be left meanwhile, and all of this with it.
                let next = self.all.try_with_untracked(|all| {
                    let waits = |one: &&Sent| one.state.with_untracked(|state| *state == State::Waiting);
                    all.iter().find(waits).copied()
                });
                let Some(sent) = next.flatten() else { break };
                self.send(sent).await;
            }
            self.is_busy.try_set_value(false);
        });
    }

    async fn send(self, sent: Sent) {
        sent.state.set(State::Sending(0));
        let file = sent.file.get_value();
        let size = file.size() as u64;
        let is_wanted = move || {
            self.all.try_with_untracked(|all| all.iter().any(|one| one.key == sent.key)) == Some(true)
        };
        let begun = sent.begun.get_value();
        let tell = move |step: UploadStep<'_>| {
            match step {
                UploadStep::Started(name) => {
                    sent.begun.try_set_value(Some(name.to_owned()));
                }
                UploadStep::Sent(bytes) => {
                    let percent = (bytes * 100).checked_div(size).unwrap_or(100);
                    sent.state.set(State::Sending(percent as u32));
                }
            }
            is_wanted()
        };
        let place = self.place.get_value();
        match (place.send)(file, begun, Box::new(tell)).await {
            _ if !is_wanted() => {}
            Ok(_) => {
                self.drop_one(sent.key);
                (place.arrived)();
            }
            Err(Failure::Problem(envelope)) if !envelope.problems.is_empty() => {
                sent.begun.set_value(None);
                sent.state.set(State::Bad(envelope.problems[0].problem));
            }
            Err(failure) => {
                if failure.code() == Some(shared::problem::ErrorCode::Conflict) {
                    self.drop_one(sent.key);
                    return (place.moved)();
                }
                sent.state.set(State::Stuck);
            }
        }
    }
}
