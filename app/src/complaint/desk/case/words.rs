use shared::problem::Problem;
use shared::text::Message;

use super::command::DeskCommand;
use crate::platform::reactive::{RwSignal, Signal};
use crate::platform::ui::focus_on;

/// The words of a form, whose problems show once somebody has tried to send it.
#[derive(Clone, Copy)]
pub struct Text {
    /// What is written.
    pub text: RwSignal<String>,
    attempted: RwSignal<bool>,
    check: fn(&str) -> Result<(), Problem>,
    said: Signal<Option<Problem>>,
}

impl Text {
    /// Nothing yet.
    pub fn new(command: DeskCommand) -> Self {
        Self::checked_by(command, |text| Message::parse(text).map(drop))
    }

    /// Nothing yet, with a check of its own.
    pub fn checked_by(command: DeskCommand, check: fn(&str) -> Result<(), Problem>) -> Self {
        Self {
            text: RwSignal::new(String::new()),
            attempted: RwSignal::new(false),
            check,
            said: command.problem("text"),
        }
    }

    /// What is wrong with it.
    pub fn problem(self) -> Signal<Option<Problem>> {
        Signal::derive(move || {
            let own = self.text.with(|text| (self.check)(text).err());
            self.attempted.get().then_some(own).flatten().or_else(|| self.said.get())
        })
    }

    /// The words, if there are some that can be sent; else the field has the focus.
    pub fn checked(self) -> Option<String> {
        self.attempted.set(true);
        let text = self.text.get_untracked();
        if (self.check)(&text).is_ok() {
            return Some(text);
        }
        focus_on("#text");
        None
    }
}
