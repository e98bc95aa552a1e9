use leptos::ev;
use leptos::prelude::*;
use shared::complaint::{Class, Filing, KnownKeys, Reporter};
use shared::instance::Meta;
use shared::problem::{FieldProblem, Problem};
use shared::region::{Point, RegionCode};

use super::step::{Step, field_of};
use crate::complaint::attachments::{Attachments, Work};
use crate::complaint::receipt::Receipt;
use crate::platform::reactive::RwSignal;
use crate::platform::secret::uuid;

/// What has been filled in so far. It lives as long as the visit, so that going to another page and back, or
/// switching the language, loses nothing.
#[derive(Clone, Copy)]
pub struct Draft {
    pub(super) class: RwSignal<String>,
    pub(super) title: RwSignal<String>,
    pub(super) content: RwSignal<String>,
    pub(super) event_date: RwSignal<String>,
    pub(super) regency: RwSignal<String>,
    pub(super) district: RwSignal<String>,
    pub(super) village: RwSignal<String>,
    /// Names of the chosen regency, district and village, as they were read when they were chosen.
    pub(super) region_names: RwSignal<[String; 3]>,
    pub(super) point: RwSignal<Option<Point>>,
    pub(super) place: RwSignal<String>,
    pub(super) sector: RwSignal<String>,
    pub(super) attachments: Attachments,
    pub(super) officials: RwSignal<String>,
    pub(super) anonymous: RwSignal<bool>,
    pub(super) confidential: RwSignal<bool>,
    pub(super) name: RwSignal<String>,
    pub(super) phone: RwSignal<String>,
    pub(super) email: RwSignal<String>,
    /// Fields whose problems people have had a chance to avoid.
    pub(super) touched: RwSignal<Vec<&'static str>>,
    /// What the server said and has not been changed since.
    pub(super) refused: RwSignal<Vec<FieldProblem>>,
    /// The key under which this form is filed, once, however often it is sent.
    key: StoredValue<Option<String>>,
    /// What was sent under the key with an unknown outcome, as JSON.
    pub(super) sent: StoredValue<Option<String>>,
    /// Whether it is being taken over by what has sent it or will, and must not be written beside that.
    pub(super) is_handed_over: StoredValue<bool>,
    pub(super) receipt: RwSignal<Option<Receipt>>,
    /// Whether the phone has it as it stands.
    pub(super) saved: RwSignal<Saved>,
    /// Whether it began with files that another app handed over.
    pub(super) was_shared: RwSignal<bool>,
}

/// Whether the phone has a draft as it stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Saved {
    /// There is nothing to keep, or it is about to be kept.
    #[default]
    NotYet,
    /// It survives closing the browser.
    Kept,
    /// The phone has no room or does not allow it.
    Failed,
}

/// The choice of sector for those who do not know it.
pub(super) const SECTOR_UNKNOWN: &str = "?";

/// Makes the draft known to everything below, and guards it against being closed by accident.
pub fn provide(work: Work) -> Draft {
    let draft = Draft::empty(work);
    provide_context(draft);
    let guard = window_event_listener(ev::beforeunload, move |event| {
        if draft.is_worth_keeping() && draft.saved.get_untracked() != Saved::Kept {
            event.prevent_default();
            // Browsers show their own words; older ones want a text all the same.
            event.set_return_value("?");
        }
    });
    on_cleanup(move || guard.remove());
    draft
}

impl Draft {
    /// Nothing filled in yet.
    pub fn empty(work: Work) -> Self {
        let text = || RwSignal::new(String::new());
        Self {
            class: text(),
            title: text(),
            content: text(),
            event_date: text(),
            regency: text(),
            district: text(),
            village: text(),
            region_names: RwSignal::default(),
            point: RwSignal::new(None),
            place: text(),
            sector: text(),
            attachments: Attachments::new(work),
            officials: text(),
            anonymous: RwSignal::new(true),
            confidential: RwSignal::new(false),
            name: text(),
            phone: text(),
            email: text(),
            touched: RwSignal::new(Vec::new()),
            refused: RwSignal::new(Vec::new()),
            key: StoredValue::new(None),
            sent: StoredValue::new(None),
            is_handed_over: StoredValue::new(false),
            receipt: RwSignal::new(None),
            saved: RwSignal::default(),
            was_shared: RwSignal::new(false),
        }
    }

    /// Its texts, by the names that the server has for them.
    pub(super) fn texts(self) -> [(&'static str, RwSignal<String>); 13] {
        [
            ("class", self.class),
            ("title", self.title),
            ("content", self.content),
            ("event_date", self.event_date),
            ("region", self.regency),
            ("district", self.district),
            ("village", self.village),
            ("place", self.place),
            ("sector", self.sector),
            ("about_officials", self.officials),
            ("reporter.name", self.name),
            ("reporter.phone", self.phone),
            ("reporter.email", self.email),
        ]
    }

    /// What would be sent. Follows every field.
    pub(super) fn filing(self) -> Filing {
        let given = |signal: RwSignal<String>| Some(signal.get()).filter(|text| !text.trim().is_empty());
        let reporter = Reporter { name: self.name.get(), phone: self.phone.get(), email: self.email.get() };
        let is_named =
            [&reporter.name, &reporter.phone, &reporter.email].iter().any(|text| !text.trim().is_empty());
        Filing {
            class: self.class.get(),
            title: self.title.get(),
            content: self.content.get(),
            event_date: given(self.event_date).filter(|_| self.has_day()),
            region: given(self.village).or_else(|| given(self.district)).or_else(|| given(self.regency)),
            point: self.point.get(),
            place: given(self.place),
            sector: given(self.sector).filter(|sector| sector != SECTOR_UNKNOWN),
            files: self.attachments.ids(),
            reporter: is_named.then_some(reporter),
            anonymous: self.anonymous.get(),
            confidential: self.confidential.get(),
            about_officials: self.officials.with(|answer| answer == "yes"),
        }
    }

    /// Whether it is about something that happened; a wish or a question has no day.
    pub(super) fn has_day(self) -> bool {
        self.class.with(|class| class == Class::Complaint.as_str())
    }

    /// Everything that is wrong with it now, in the order of the form.
    pub(super) fn problems(self, meta: &Meta) -> Vec<FieldProblem> {
        let mut problems = self.filing().check(meta.today, &Known(meta)).err().unwrap_or_default();
        // The rules take silence for a no. A question that decides who may read must not be overlooked.
        if self.officials.with(String::is_empty) {
            problems.push(FieldProblem::new("about_officials", Problem::Required));
        }
        problems
    }

    /// Shows the problems of a field from now on.
    pub(super) fn touch(self, field: &'static str) {
        if !self.touched.with_untracked(|touched| touched.contains(&field)) {
            self.touched.update(|touched| touched.push(field));
        }
    }

    /// Shows the problems of a whole step from now on.
    pub(super) fn touch_step(self, step: Step) {
        for field in step.fields() {
            self.touch(field);
        }
    }

    /// Forgets what the server said about a field, because it was changed.
    pub(super) fn changed(self, field: &str) {
        let is_of = |problem: &FieldProblem| field_of(problem) == field;
        if self.refused.with_untracked(|refused| refused.iter().any(is_of)) {
            self.refused.update(|refused| refused.retain(|problem| !is_of(problem)));
        }
    }

    /// The key of this form; made when it is first needed.
    pub fn key(self) -> String {
        if let Some(key) = self.key.get_value() {
            return key;
        }
        let key = uuid();
        self.key.set_value(Some(key.clone()));
        key
    }

    /// The key, as far as it was needed.
    pub(super) fn known_key(self) -> Option<String> {
        self.key.get_value()
    }

    /// Goes on under a key that was made before, or under none.
    pub fn set_key(self, key: Option<String>) {
        self.key.set_value(key);
    }

    /// Empties the form.
    pub(super) fn clear(self) {
        // First, so that what follows is not taken for changes of what was there.
        self.key.set_value(None);
        self.sent.set_value(None);
        for (_, text) in self.texts() {
            text.set(String::new());
        }
        self.region_names.set(Default::default());
        self.point.set(None);
        self.attachments.clear();
        self.anonymous.set(true);
        self.confidential.set(false);
        self.touched.set(Vec::new());
        self.refused.set(Vec::new());
        self.saved.set(Saved::NotYet);
        self.was_shared.set(false);
    }

    /// Whether somebody would miss it.
    pub(super) fn is_worth_keeping(self) -> bool {
        let texts = [self.title, self.content, self.place];
        texts.iter().any(|text| text.with_untracked(|text| !text.trim().is_empty()))
            || !self.attachments.is_empty_untracked()
    }
}

/// The instance's keys, as far as a form can know them.
struct Known<'a>(&'a Meta);

impl KnownKeys for Known<'_> {
    fn has_sector(&self, key: &str) -> bool {
        self.0.sectors.iter().any(|sector| sector.key == key && !sector.retired)
    }

    fn has_region(&self, code: &RegionCode) -> bool {
        // Districts and villages come from the server's own lists, so their regency is enough to look at.
        code.regency().is_some_and(|regency| self.0.regencies.iter().any(|known| known.code == regency))
    }
}
