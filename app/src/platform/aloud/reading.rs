use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use leptos::prelude::document;
use shared::lang::Lang;
use web_sys::{Element, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition, SpeechSynthesisVoice};

use super::passages::{Passage, passages};
use super::utterance::{End, Utterance};
use super::voices::voice_for;
use crate::platform::reactive::RwSignal;

/// How far the reading is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Something is being said.
    Reading,
    /// It rests.
    Paused,
    /// Everything has been said.
    Done,
    /// The voice does not work.
    Failed,
}

/// The voice's own pace, and one for those who are not used to it.
const RATES: [f32; 2] = [1.0, 0.75];
/// Marks the passage that is being read.
const MARK: &str = "aloud-now";

/// A reading of what the page shows.
pub(super) struct Reading {
    passages: Vec<Passage>,
    voice: SpeechSynthesisVoice,
    /// Which passage is read, from zero.
    pub at: RwSignal<usize>,
    /// How far it is.
    pub state: RwSignal<State>,
    /// Whether it is read slowly.
    pub is_slow: RwSignal<bool>,
    piece: Cell<usize>,
    now: RefCell<Option<Utterance>>,
}

impl Reading {
    /// Takes in what the page shows now. Nothing where there is nothing to read, or nobody who could.
    pub(super) fn of_page(lang: Lang) -> Option<Rc<Self>> {
        let main = document().query_selector("main").ok().flatten()?;
        let (passages, voice) = (passages(&main, lang), voice_for(lang)?);
        let at = RwSignal::new(0);
        let (state, is_slow) = (RwSignal::new(State::Paused), RwSignal::new(false));
        let reading =
            Self { passages, voice, at, state, is_slow, piece: Cell::new(0), now: RefCell::default() };
        (!reading.passages.is_empty()).then(|| Rc::new(reading))
    }

    /// How many passages there are.
    pub(super) fn all(&self) -> usize {
        self.passages.len()
    }

    /// Rests, goes on after a rest, or begins again.
    pub(super) fn toggle(self: &Rc<Self>) {
        match self.state.get_untracked() {
            State::Reading => {
                // The browsers' own way to rest does nothing on many phones; so what was being said is begun again.
                self.silence();
                self.state.set(State::Paused);
            }
            State::Paused | State::Failed => self.say(),
            State::Done => self.go_to(0),
        }
    }

    /// Goes so many passages on or back, and reads there.
    pub(super) fn step(self: &Rc<Self>, by: isize) {
        let last = self.all() - 1;
        self.go_to(self.at.get_untracked().saturating_add_signed(by).min(last));
    }

    /// Reads slowly, or no longer.
    pub(super) fn turn_slow(self: &Rc<Self>) {
        self.is_slow.set(!self.is_slow.get_untracked());
        if self.state.get_untracked() == State::Reading {
            self.say();
        }
    }

    /// Ends it.
    pub(super) fn end(&self) {
        self.silence();
        unmark();
    }

    fn silence(&self) {
        drop(self.now.take());
    }

    fn go_to(self: &Rc<Self>, passage: usize) {
        self.piece.set(0);
        self.at.set(passage);
        self.say();
    }

    /// Says the piece that it is at.
    fn say(self: &Rc<Self>) {
        self.silence();
        let Passage { element, pieces } = &self.passages[self.at.get_untracked()];
        mark(element);
        let rate = RATES[usize::from(self.is_slow.get_untracked())];
        let reading: Weak<Self> = Rc::downgrade(self);
        let then = move |end| {
            if let Some(reading) = reading.upgrade() {
                reading.go_on(end);
            }
        };
        let now = Utterance::say(&pieces[self.piece.get()], &self.voice, rate, then);
        self.state.set(if now.is_some() { State::Reading } else { State::Failed });
        self.now.replace(now);
    }

    fn go_on(self: &Rc<Self>, end: End) {
        if end == End::Failed {
            self.silence();
            return self.state.set(State::Failed);
        }
        let at = self.at.get_untracked();
        if self.piece.get() + 1 < self.passages[at].pieces.len() {
            self.piece.set(self.piece.get() + 1);
            self.say();
        } else if at + 1 < self.all() {
            self.go_to(at + 1);
        } else {
            self.end();
            self.piece.set(0);
            self.state.set(State::Done);
        }
    }
}

/// Shows which passage is being read.
fn mark(element: &Element) {
    unmark();
    // Fails for impossible names alone.
    let _ = element.class_list().add_1(MARK);
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    options.set_behavior(ScrollBehavior::Auto);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

fn unmark() {
    if let Ok(Some(marked)) = document().query_selector(&[".", MARK].concat()) {
        let _ = marked.class_list().remove_1(MARK);
    }
}
