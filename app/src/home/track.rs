use leptos_router::hooks::use_navigate;
use shared::complaint::TrackingCode;

use super::way;
use crate::platform::dom::{Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::reactive::{RwSignal, memo};
use crate::platform::ui::{Button, Field, TextKind, focus_on, submit_button, text_field};

/// The way to one's own complaint: the code is typed right here, and a mistyped one is told before anything is asked.
pub fn track() -> Tag {
    let texts = use_lang().home();
    let code = RwSignal::new(String::new());
    let tried = RwSignal::new(false);
    // Only after the first try: a code that is still being typed is not a wrong one.
    let problem = memo(move || {
        let problem = code.with(|code| TrackingCode::parse(code).err());
        problem.filter(|_| tried.get())
    });
    let navigate = use_navigate();
    let submit = move |event: web_sys::Event| {
        event.prevent_default();
        tried.set(true);
        match code.with_untracked(|code| TrackingCode::parse(code)) {
            Ok(code) => navigate(&["/lacak/", &code.to_string()].concat(), Default::default()),
            Err(_) => focus_on("#home-code"),
        }
    };
    let field = Field::new("home-code", texts.code).hint(texts.code_example).problem(problem);
    let form = tag("form")
        .class("way-form")
        .attr("novalidate", "")
        .on("submit", submit)
        .with(text_field(field, TextKind::Code, code))
        .with(submit_button(Button::Quiet, texts.track_button));
    way("way-track", texts.track).with(tag("p").class("way-note").with(texts.track_note)).with(form)
}
