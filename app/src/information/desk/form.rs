use std::rc::Rc;

use shared::api::{AddInformation, WriteInformation};
use shared::information::{Category, DeskInformation, Form, NewInformation};
use shared::lang::Lang;
use shared::text::MESSAGE_MAX;

use super::opened::command;
use super::own::own_agencies;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::net::{Call, call};
use crate::platform::reactive::RwSignal;
use crate::platform::sending::Sending;
use crate::platform::settings::use_meta;
use crate::platform::ui::{
    Button, Choice, Field, TextKind, button, choices, date_field, plain_button, problem_line, select_field,
    text_area, text_field,
};

/// Where the form is on the page.
const PLACE: &str = ".information-form";

/// What is typed, by field.
#[derive(Clone, Copy)]
struct Sheet {
    title: RwSignal<String>,
    summary: RwSignal<String>,
    category: RwSignal<String>,
    agency: RwSignal<String>,
    official: RwSignal<String>,
    made_on: RwSignal<String>,
    made_at: RwSignal<String>,
    forms: RwSignal<Vec<Form>>,
    keep_until: RwSignal<String>,
    topic: RwSignal<String>,
    plain: RwSignal<String>,
    local: RwSignal<String>,
    link: RwSignal<String>,
}

/// The form of an entry, which rests on the version that `version` tells, or of a new one. `done` is told what became of
/// it, `moved` that somebody else was faster, `close` that it is not wanted any more.
pub fn entry_form(
    entry: Option<DeskInformation>,
    version: impl Fn() -> i64 + 'static,
    done: impl Fn(DeskInformation) + 'static,
    moved: impl Fn() + Clone + 'static,
    close: impl Fn() + 'static,
) -> Tag {
    let lang = use_lang();
    let texts = lang.informing();
    let sending = Sending::idle();
    let meta = use_meta();
    let today = meta.today;
    let agencies = own_agencies(lang);
    let kept = entry.as_ref().map(|entry| entry.id);
    let sheet = Sheet::of(entry.as_ref(), &agencies);
    let line = |id, name| Field::new(id, name).problem(sending.problem(id));
    let done = Rc::new(done);
    let known: Vec<String> = agencies.iter().map(|(key, _)| key.clone()).collect();
    let save = move || {
        let new = sheet.read();
        if let Err(problems) = new.check(today, |key| known.iter().any(|one| one == key)) {
            return sending.blame(problems, PLACE);
        }
        let version = version();
        let answer = async move {
            match kept {
                Some(id) => command::<WriteInformation>(id, version, new).await,
                None => call::<AddInformation>(Call::default(), &new).await,
            }
        };
        let done = Rc::clone(&done);
        sending.run(answer, move |now| done(now), moved.clone());
    };
    let max = Some(today.to_string());
    let cancel = kept.is_some().then(|| plain_button(Button::Quiet, lang.desk().cancel, close));
    let long = |field, value| text_area(field, MESSAGE_MAX, value);
    tag("div")
        .class("form information-form")
        .attr("role", "group")
        .attr("aria-label", texts.new)
        .with(text_field(line("title", texts.title), TextKind::Line, sheet.title))
        .with(long(line("summary", texts.summary), sheet.summary))
        .with(choices(line("category", texts.category), categories(lang), sheet.category))
        .with(select_field(line("agency", texts.agency), texts.choose, agencies, sheet.agency))
        .with(text_field(line("official", texts.official), TextKind::Line, sheet.official))
        .with(date_field(line("made_on", texts.made_on), None, max, sheet.made_on))
        .with(text_field(line("made_at", texts.made_at).optional(), TextKind::Line, sheet.made_at))
        .with(forms_field(lang, line("forms", texts.forms), sheet.forms))
        .with(date_field(
            line("keep_until", texts.keep_until).hint(texts.keep_until_hint).optional(),
            None,
            None,
            sheet.keep_until,
        ))
        .with(text_field(
            line("topic", texts.topic).hint(texts.topic_hint).optional(),
            TextKind::Line,
            sheet.topic,
        ))
        .with(long(line("plain", texts.plain).hint(texts.plain_hint).optional(), sheet.plain))
        .with(long(line("local", texts.local).optional(), sheet.local))
        .with(text_field(
            line("link", texts.link).hint(texts.link_hint).optional(),
            TextKind::Code,
            sheet.link,
        ))
        .with(sending.failed())
        .with(
            tag("div")
                .class("form-ways")
                .with(button(Button::Main, texts.save, sending.busy, save))
                .with(cancel),
        )
}

impl Sheet {
    fn of(entry: Option<&DeskInformation>, agencies: &[(String, String)]) -> Self {
        let text = |read: fn(&DeskInformation) -> String| RwSignal::new(entry.map(read).unwrap_or_default());
        let said = |text: &Option<String>| text.clone().unwrap_or_default();
        let optional = |read: fn(&DeskInformation) -> &Option<String>| {
            RwSignal::new(entry.map(read).map(said).unwrap_or_default())
        };
        let agency = match entry {
            Some(entry) => entry.newest.agency.clone(),
            // Who may write for one agency alone need not choose it.
            None if agencies.len() == 1 => agencies[0].0.clone(),
            None => String::new(),
        };
        let keep_until = |entry: &DeskInformation| entry.newest.keep_until.map(|day| day.to_string());
        Self {
            title: text(|entry| entry.newest.title.clone()),
            summary: text(|entry| entry.newest.summary.clone()),
            category: text(|entry| entry.newest.category.as_str().to_owned()),
            agency: RwSignal::new(agency),
            official: text(|entry| entry.newest.official.clone()),
            made_on: text(|entry| entry.newest.made_on.to_string()),
            made_at: optional(|entry| &entry.newest.made_at),
            forms: RwSignal::new(entry.map(|entry| entry.newest.forms.clone()).unwrap_or_default()),
            keep_until: RwSignal::new(entry.and_then(keep_until).unwrap_or_default()),
            topic: optional(|entry| &entry.newest.topic),
            plain: optional(|entry| &entry.newest.plain),
            local: optional(|entry| &entry.newest.local),
            link: optional(|entry| &entry.newest.link),
        }
    }

    fn read(self) -> NewInformation {
        let optional =
            |text: RwSignal<String>| Some(text.get_untracked()).filter(|text| !text.trim().is_empty());
        NewInformation {
            title: self.title.get_untracked(),
            summary: self.summary.get_untracked(),
            category: self.category.with_untracked(|word| word.parse().ok()),
            agency: self.agency.get_untracked(),
            official: self.official.get_untracked(),
            made_on: self.made_on.get_untracked(),
            made_at: optional(self.made_at),
            forms: self.forms.get_untracked(),
            keep_until: optional(self.keep_until),
            topic: optional(self.topic),
            plain: optional(self.plain),
            local: optional(self.local),
            link: optional(self.link),
        }
    }
}

fn categories(lang: Lang) -> Vec<Choice> {
    let texts = lang.informing();
    let choice = |category: &Category| Choice {
        value: category.as_str().to_owned(),
        label: lang.information_category(*category).to_owned(),
        hint: Some(match category {
            Category::Regular => texts.regular_hint,
            Category::Immediate => texts.immediate_hint,
            Category::AnyTime => texts.any_time_hint,
        }),
    };
    Category::ALL.iter().map(choice).collect()
}

/// Boxes to tick.
fn forms_field(lang: Lang, field: Field, forms: RwSignal<Vec<Form>>) -> Tag {
    let ticked = |(index, form): (usize, &Form)| {
        let form = *form;
        let id = if index == 0 { field.id.to_owned() } else { [field.id, "-", form.as_str()].concat() };
        let input = tag("input")
            .id(&id)
            .attr("type", "checkbox")
            .live_attr("aria-invalid", field.invalid())
            .live_property("checked", move || forms.with(|all| all.contains(&form)).into())
            .on_value("change", move |_| {
                forms.update(|all| match all.iter().position(|one| *one == form) {
                    Some(place) => drop(all.remove(place)),
                    None => all.push(form),
                });
            });
        tag("li").with(input).with(" ").with(tag("label").attr("for", id).with(lang.information_form(form)))
    };
    let boxes: Vec<_> = Form::ALL.iter().enumerate().map(ticked).collect();
    tag("fieldset")
        .class("field ticks")
        .live_class("field-bad", move || field.problem.get().is_some())
        .live_attr("aria-describedby", field.described_by())
        .with(tag("legend").class("label").with(field.label))
        .with(problem_line(field))
        .with(Part::from(tag("ul").class("plain-list").with(boxes)))
}
