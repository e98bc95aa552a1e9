use std::future::Future;
use std::pin::Pin;

use leptos::prelude::{GetValue, StoredValue};
use shared::api::{Endpoint, IF_MATCH};
use shared::lang::Lang;
use shared::request::{DeskRequest, RequestAction};

use crate::platform::net::{Call, Failure, Load, call};
use crate::platform::reactive::RwSignal;
use crate::platform::sending::Sending;
use crate::platform::ui::{Tone, focus_on};

/// A request that somebody works on.
#[derive(Clone, Copy)]
pub struct Opened {
    /// The reader's language.
    pub lang: Lang,
    /// Its number.
    pub number: StoredValue<String>,
    /// As the server has it.
    pub load: Load<DeskRequest>,
    /// The form that is open: what it is for.
    pub form: RwSignal<Option<RequestAction>>,
    /// Words about what was done last.
    pub told: RwSignal<Option<(Tone, &'static str)>>,
}

type Answer = Pin<Box<dyn Future<Output = Result<DeskRequest, Failure>>>>;

impl Opened {
    /// Opens the form of an action, with the focus in its first field.
    pub fn opens(self, action: RequestAction) {
        self.told.set(None);
        self.form.set(Some(action));
        focus_on(".action-form .input, .action-form .card-input");
    }

    /// Closes what is open.
    pub fn closes(self) {
        self.form.set(None);
        focus_on("#ways");
    }

    /// Sends a command that rests on the newest version that the page knows, and says what was done.
    pub fn order<E>(self, sending: Sending, body: E::Request, words: &'static str)
    where
        E: Endpoint<Response = DeskRequest> + 'static,
        E::Request: 'static,
    {
        let version = self.load.value.with_untracked(|view| view.as_ref().map_or(0, |view| view.version));
        let number = self.number.get_value();
        let answer = Box::pin(async move {
            let version = version.to_string();
            let headers = [(IF_MATCH, version.as_str())];
            call::<E>(Call { path: &[&number], headers: &headers, ..Call::default() }, &body).await
        });
        self.sends(sending, answer, words);
    }

    /// The same with one of its files; `after` hears that it was done. A form that is open stays as it is typed.
    pub fn order_file<E>(
        self,
        sending: Sending,
        file: &str,
        body: E::Request,
        words: &'static str,
        after: impl FnOnce() + 'static,
    ) where
        E: Endpoint<Response = DeskRequest> + 'static,
        E::Request: 'static,
    {
        let version = self.load.value.with_untracked(|view| view.as_ref().map_or(0, |view| view.version));
        let (number, file) = (self.number.get_value(), file.to_owned());
        let answer = Box::pin(async move {
            let version = version.to_string();
            let headers = [(IF_MATCH, version.as_str())];
            call::<E>(Call { path: &[&number, &file], headers: &headers, ..Call::default() }, &body).await
        });
        let answer: Answer = answer;
        let done = move |now| {
            self.load.value.set(Some(now));
            self.told.set(Some((Tone::Good, words)));
            after();
            focus_on("#request-files");
        };
        sending.run(answer, done, move || self.moved());
    }

    fn sends(self, sending: Sending, answer: Answer, words: &'static str) {
        sending.run(answer, move |now| self.shows(now, words), move || self.moved());
    }

    fn shows(self, now: DeskRequest, words: &'static str) {
        self.load.value.set(Some(now));
        self.form.set(None);
        self.told.set(Some((Tone::Good, words)));
        focus_on("#told");
    }

    /// Loads what has changed meanwhile, and says so. A form that is open keeps what was typed.
    pub fn moved(self) {
        let texts = self.lang.requesting();
        // Answers come, too, after their page was left.
        let Some(is_open) = self.form.try_with_untracked(Option::is_some) else { return };
        let words = if is_open { texts.moved_form } else { texts.moved };
        self.told.set(Some((Tone::Warning, words)));
        self.load.again();
        focus_on("#told");
    }
}
