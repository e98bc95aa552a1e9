use leptos::prelude::*;
use shared::api::{GetInformationFile, INFORMATION_PIECE_PATH, StartInformationFile};
use shared::information::INFORMATION_FILE_BYTES_MAX;
use shared::problem::Problem;
use web_sys::File;

use super::opened::Opened;
use crate::platform::net::{Failure, UploadStep, upload_to};
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

/// A file on its way into a draft.
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

/// Files on their way into a draft, one after the other.
#[derive(Clone, Copy)]
pub struct Queue {
    /// All that are not there yet.
    pub all: RwSignal<Vec<Sent>>,
    next: StoredValue<usize>,
    is_busy: StoredValue<bool>,
    opened: Opened,
}

impl Queue {
    /// Nothing yet.
    pub fn new(opened: Opened) -> Self {
        let (next, is_busy) = (StoredValue::new(0), StoredValue::new(false));
        Self { all: RwSignal::new(Vec::new()), next, is_busy, opened }
    }

    /// Takes files in and sends them.
    pub fn take_in(self, files: Vec<File>) {
        for file in files {
            let key = self.next.get_value();
            self.next.set_value(key + 1);
            let problem = match file.size() as u64 {
                0 => Some(Problem::Required),
                1..=INFORMATION_FILE_BYTES_MAX => None,
                _ => Some(Problem::FileTooLarge(INFORMATION_FILE_BYTES_MAX as u32)),
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
        let id = self.opened.id();
        spawn(async move {
            loop {
                // The page may be left meanwhile, and all of this with it.
                let next = self.all.try_with_untracked(|all| {
                    let waits = |one: &&Sent| one.state.with_untracked(|state| *state == State::Waiting);
                    all.iter().find(waits).copied()
                });
                let Some(sent) = next.flatten() else { break };
                self.send(id, sent).await;
            }
            self.is_busy.try_set_value(false);
        });
    }

    async fn send(self, id: i64, sent: Sent) {
        sent.state.set(State::Sending(0));
        let file = sent.file.get_value();
        let size = file.size() as u64;
        let is_wanted = move || {
            self.all.try_with_untracked(|all| all.iter().any(|one| one.key == sent.key)) == Some(true)
        };
        let (begun, id) = (sent.begun.get_value(), id.to_string());
        let tell = |step: UploadStep<'_>| {
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
        let place = (INFORMATION_PIECE_PATH, &[id.as_str()][..]);
        let answer =
            upload_to::<StartInformationFile, GetInformationFile>(place, &file, begun.as_deref(), tell).await;
        match answer {
            _ if !is_wanted() => {}
            Ok(_) => {
                self.drop_one(sent.key);
                self.opened.load.again();
            }
            Err(Failure::Problem(envelope)) if !envelope.problems.is_empty() => {
                sent.begun.set_value(None);
                sent.state.set(State::Bad(envelope.problems[0].problem));
            }
            Err(failure) => {
                if failure.code() == Some(shared::problem::ErrorCode::Conflict) {
                    // It is no draft any more.
                    self.drop_one(sent.key);
                    return self.opened.moved();
                }
                sent.state.set(State::Stuck);
            }
        }
    }
}
