use leptos::prelude::*;
use shared::api::{ChangeSetup, IF_MATCH};
use shared::problem::FieldProblem;
use shared::setup::{Setup, SetupChange, check};

use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::net::{Call, Load, call};
use crate::platform::reactive::RwSignal;
use crate::platform::sending::Sending;
use crate::platform::ui::{Button, Tone, button, focus_on, plain_button};

/// Where a form is on the page.
const PLACE: &str = ".setup-form";

/// The page: what is kept, and which form is open.
#[derive(Clone, Copy)]
pub struct Keeping {
    /// All of it.
    pub setup: Load<Setup>,
    /// Whose form is open: its section and its key, which is empty for a new one.
    pub open: RwSignal<Option<(Section, String)>>,
    /// Words about what was done last, and where.
    pub told: RwSignal<Option<(Section, Tone, &'static str)>>,
    /// Whether something was changed.
    pub changed: StoredValue<bool>,
    /// The year whose holidays are shown.
    pub year: RwSignal<String>,
}

/// The page's sections.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// Agencies.
    Agencies,
    /// Sectors.
    Sectors,
    /// Holidays.
    Holidays,
    /// Profiles.
    Profiles,
    /// Checks and reminders.
    Rules,
}

impl Section {
    /// Its id in the page.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Agencies => "setup-agencies",
            Self::Sectors => "setup-sectors",
            Self::Holidays => "setup-holidays",
            Self::Profiles => "setup-profiles",
            Self::Rules => "setup-rules",
        }
    }
}

impl Keeping {
    /// Whether a form is open.
    pub fn is_open(self, section: Section, key: &str) -> bool {
        self.open.with(|open| open.as_ref().is_some_and(|open| open.0 == section && open.1 == key))
    }

    /// Opens one.
    pub fn begin(self, section: Section, key: &str) {
        self.told.set(None);
        self.open.set(Some((section, key.to_owned())));
        focus_on(".setup-form input");
    }

    fn end(self, section: Section) {
        self.open.set(None);
        focus_on(&["#", section.id(), " > summary"].concat());
    }

    /// A form's buttons.
    pub fn ways(
        self,
        section: Section,
        sending: Sending,
        make: impl Fn() -> Result<SetupChange, Vec<FieldProblem>> + 'static,
    ) -> Tag {
        let texts = use_lang().answers();
        let save = move || match make() {
            Ok(change) => self.send(section, sending, change),
            Err(problems) => sending.blame(problems, PLACE),
        };
        tag("div")
            .class("form-ways")
            .with(button(Button::Main, texts.save, sending.busy, save))
            .with(plain_button(Button::Quiet, use_lang().desk().cancel, move || self.end(section)))
    }

    /// Makes a change.
    pub fn send(self, section: Section, sending: Sending, change: SetupChange) {
        let change = match check(change) {
            Ok(change) => change,
            Err(problems) => return sending.blame(problems, PLACE),
        };
        let texts = use_lang().setup();
        let version =
            self.setup.value.with_untracked(|setup| setup.as_ref().map_or(1, |setup| setup.version));
        let answer = async move {
            let version = version.to_string();
            let headers = [(IF_MATCH, version.as_str())];
            call::<ChangeSetup>(Call { headers: &headers, ..Call::default() }, &change).await
        };
        let done = move |setup| {
            self.setup.value.set(Some(setup));
            self.changed.set_value(true);
            self.told.set(Some((section, Tone::Good, texts.saved)));
            self.end(section);
        };
        let moved = move || {
            // What was typed stays: it can be sent again on top of what is there now.
            self.told.set(Some((section, Tone::Warning, texts.changed)));
            self.setup.again();
        };
        sending.run(answer, done, moved);
    }
}

/// A form of the page.
pub fn setup_form(label: &str, fields: impl Into<Part>, sending: Sending, ways: Tag) -> Tag {
    tag("div")
        .class("form template-form setup-form")
        .attr("role", "group")
        .attr("aria-label", label)
        .with(fields)
        .with(sending.failed())
        .with(ways)
}
