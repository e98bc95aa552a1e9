use leptos::prelude::untrack;
use shared::complaint::Class;
use shared::lang::public::FilingTexts;
use shared::text::CONTENT_MAX;

use super::form::Form;
use crate::platform::dom::Part;
use crate::platform::lang::use_lang;
use crate::platform::settings::use_meta;
use crate::platform::ui::{Field, TextKind, date_field, text_area, text_field};

/// Title, content and day.
pub fn fields(form: Form) -> Part {
    let texts = use_lang().filing();
    let draft = form.draft;
    let title = Field::new("title", texts.title).hint(texts.title_hint).problem(form.problem("title"));
    let content =
        Field::new("content", texts.content).hint(texts.content_hint).problem(form.problem("content"));
    let event_date = Field::new("event-date", texts.event_date)
        .hint(texts.event_date_hint)
        .optional()
        .problem(form.problem("event_date"));
    let today = use_meta().today.to_string();
    let has_day = untrack(|| draft.has_day());
    let parts = vec![
        text_field(title, TextKind::Line, form.bound("title", draft.title)),
        text_area(content, CONTENT_MAX, form.bound("content", draft.content)),
    ];
    let day = has_day
        .then(|| date_field(event_date, None, Some(today), form.bound("event_date", draft.event_date)));
    parts.into_iter().chain(day).collect::<Vec<_>>().into()
}

/// The step's heading, which depends on the class.
pub fn heading(texts: &FilingTexts, class: &str) -> &'static str {
    match class.parse() {
        Ok(Class::Aspiration) => texts.what_heading_aspiration,
        Ok(Class::InformationRequest) => texts.what_heading_information,
        _ => texts.what_heading,
    }
}
