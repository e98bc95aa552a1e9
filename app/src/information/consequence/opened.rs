use shared::api::{Endpoint, IF_MATCH};
use shared::information::consequence::{ConsequenceAction, DeskConsequenceTest};
use shared::lang::Lang;

use crate::platform::net::{Call, Failure, Load, call};
use crate::platform::reactive::RwSignal;
use crate::platform::ui::{Tone, focus_on};

/// A consequence test that somebody works on.
#[derive(Clone, Copy)]
pub struct Opened {
    /// The reader's language.
    pub lang: Lang,
    /// As the server has it.
    pub load: Load<DeskConsequenceTest>,
    /// The form that is open: what it is for.
    pub form: RwSignal<Option<ConsequenceAction>>,
    /// Words about what was done last.
    pub told: RwSignal<Option<(Tone, &'static str)>>,
}

/// Sends a command that rests on a version of a consequence test.
///
/// # Errors
/// As [`call`].
pub async fn command<E: Endpoint<Response = DeskConsequenceTest>>(
    id: i64,
    version: i64,
    body: E::Request,
) -> Result<DeskConsequenceTest, Failure> {
    let (id, version) = (id.to_string(), version.to_string());
    let headers = [(IF_MATCH, version.as_str())];
    call::<E>(Call { path: &[&id], headers: &headers, ..Call::default() }, &body).await
}

impl Opened {
    /// Opens the form of an action, with the focus in a field of it.
    pub fn opens(self, action: ConsequenceAction, field: &str) {
        self.told.set(None);
        self.form.set(Some(action));
        focus_on(field);
    }

    /// Closes what is open.
    pub fn closes(self) {
        self.form.set(None);
        focus_on("#ways");
    }

    /// Shows a test as it is now, and says what was done.
    pub fn shows(self, now: DeskConsequenceTest, words: &'static str) {
        self.load.value.set(Some(now));
        self.form.set(None);
        self.told.set(Some((Tone::Good, words)));
        focus_on("#told");
    }

    /// The version that a command rests on: the newest that the page knows.
    pub fn version(self) -> i64 {
        self.load.value.with_untracked(|test| test.as_ref().map_or(0, |test| test.version))
    }

    /// Loads what somebody else has changed meanwhile, and says so. A form that is open keeps what was typed.
    pub fn moved(self) {
        let texts = self.lang.excluding();
        // Answers come, too, after their page was left.
        let Some(is_open) = self.form.try_with_untracked(Option::is_some) else { return };
        let words = if is_open { texts.moved_form } else { texts.moved };
        self.told.set(Some((Tone::Warning, words)));
        self.load.again();
        focus_on("#told");
    }
}
