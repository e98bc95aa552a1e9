//! A template while an answer is made from it: its fields beside the words, until somebody writes on by hand.

use leptos::prelude::StoredValue;
use leptos::prelude::{GetValue, WithValue};
use shared::calendar::Day;
use shared::complaint::desk::template::{Template, fields, filled, known};
use shared::lang::Lang;

use super::desk_case::DeskCase;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::{day_long, use_lang};
use crate::platform::reactive::{RwSignal, memo, watch};
use crate::platform::settings::agency_name;
use crate::platform::ui::{Button, focus_on, plain_button};

/// What is known of the case, for fields of the same names.
type Known = Vec<(&'static str, String)>;

/// An answer on the way from a template to its words.
#[derive(Clone, Copy)]
pub struct Draft {
    /// The template that it began with.
    pub template: RwSignal<Option<Template>>,
    /// What it brings, as a stable word.
    pub outcome: RwSignal<String>,
    /// The promised day, as it is typed.
    pub promised: RwSignal<String>,
    /// Its words.
    pub text: RwSignal<String>,
    values: RwSignal<Vec<(String, String)>>,
    is_by_hand: RwSignal<bool>,
    /// Words written by hand that a template has taken the place of.
    before: RwSignal<Option<String>>,
    known: StoredValue<Known>,
    sector: StoredValue<Option<String>>,
}

impl Draft {
    /// Nothing yet.
    pub fn new(case: DeskCase, text: RwSignal<String>) -> Self {
        let draft = Self {
            template: RwSignal::new(None),
            outcome: RwSignal::new(String::new()),
            promised: RwSignal::new(String::new()),
            text,
            values: RwSignal::new(Vec::new()),
            is_by_hand: RwSignal::new(false),
            before: RwSignal::new(None),
            known: StoredValue::new(known_of(case)),
            sector: StoredValue::new(case.now(|view| view.sector.clone()).flatten()),
        };
        watch(move || {
            let words = draft.template.with(|template| {
                template.as_ref().map(|template| filled(&template.text, |name| draft.value(name)))
            });
            if let Some(words) = words.filter(|_| !draft.is_by_hand.get()) {
                draft.text.set(words);
            }
        });
        draft
    }

    /// Whether a template is for the case.
    pub fn fits(self, template: &Template) -> bool {
        template.sector.is_none() || self.sector.with_value(|sector| *sector == template.sector)
    }

    /// Begins with a template, or without one.
    pub fn begin(self, template: Option<Template>) {
        let is_written = self.is_by_hand.get_untracked() || self.template.with_untracked(Option::is_none);
        let written = self.text.get_untracked();
        self.before.set(Some(written).filter(|text| is_written && !text.trim().is_empty()));
        match &template {
            Some(template) => self.outcome.set(template.outcome.to_string()),
            None => self.text.set(String::new()),
        }
        self.is_by_hand.set(false);
        self.template.set(template);
    }

    /// Takes words that were typed.
    pub fn write(self, text: String) {
        self.is_by_hand.set(true);
        self.text.set(text);
    }

    /// The promised day, if it is one.
    pub fn promised_on(self) -> Option<Day> {
        self.promised.with(|raw| Day::parse(raw.trim()).ok())
    }

    /// The fields that only whoever answers can fill in.
    pub fn fields(self) -> Part {
        let texts = use_lang().answers();
        let open = memo(move || {
            if self.is_by_hand.get() {
                return Vec::new();
            }
            self.template.with(|template| {
                let text = template.as_ref().map_or("", |template| &template.text);
                let open = fields(text).into_iter().filter(|name| !self.is_known(name));
                open.map(str::to_owned).collect()
            })
        });
        let inputs = move || {
            let inputs: Vec<_> =
                open.get().into_iter().enumerate().map(|(at, name)| self.input(at, name)).collect();
            (!inputs.is_empty()).then(|| {
                tag("fieldset")
                    .class("field template-fields")
                    .with(tag("legend").class("label").with(texts.fields))
                    .with(inputs)
            })
        };
        let undo = move || {
            let before = self.before.get()?;
            let back = move || {
                self.template.set(None);
                self.write(before.clone());
                self.before.set(None);
                focus_on("#text");
            };
            Some(plain_button(Button::Quiet, texts.restore, back))
        };
        [Part::live(undo), Part::live(inputs)].into()
    }

    fn input(self, at: usize, name: String) -> Tag {
        let id = format!("template-field-{at}");
        let (shown, typed) = (name.clone(), name.clone());
        let input = tag("input")
            .class("input")
            .id(&id)
            .attr("type", "text")
            .attr("autocomplete", "off")
            .live_property("value", move || self.typed(&shown).unwrap_or_default().into())
            .on_value("input", move |value| self.fill_in(&typed, value));
        tag("div").class("field").with(tag("label").class("label").attr("for", id).with(name)).with(input)
    }

    fn is_known(self, name: &str) -> bool {
        name == known::PROMISED || self.known.with_value(|known| known.iter().any(|(own, _)| *own == name))
    }

    fn typed(self, name: &str) -> Option<String> {
        self.values.with(|values| values.iter().find(|(own, _)| own == name).map(|(_, value)| value.clone()))
    }

    fn fill_in(self, name: &str, value: String) {
        self.values.update(|values| match values.iter_mut().find(|(own, _)| own == name) {
            Some((_, old)) => *old = value,
            None => values.push((name.to_owned(), value)),
        });
    }

    fn value(self, name: &str) -> Option<String> {
        if name == known::PROMISED {
            return self.promised_on().map(|day| day_long(Lang::Id, day));
        }
        let of_case = self
            .known
            .with_value(|known| known.iter().find(|(own, _)| *own == name).map(|(_, value)| value.clone()));
        of_case.or_else(|| self.typed(name)).filter(|value| !value.trim().is_empty())
    }
}

/// Templates are Indonesian, and so is what is put into them.
fn known_of(case: DeskCase) -> Known {
    let of_view = case.now(|view| {
        let title = view.title.clone().map(|title| (known::TITLE, title));
        let agency = view.agency.as_deref().map(|key| (known::AGENCY, agency_name(Lang::Id, key)));
        let received = (known::RECEIVED, day_long(Lang::Id, view.received_on));
        title.into_iter().chain(agency).chain([received]).collect::<Known>()
    });
    let mut all = of_view.unwrap_or_default();
    all.push((known::CODE, case.code.get_value()));
    all
}
