use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use shared::complaint::TrackingCode;
use shared::problem::Problem;
use web_sys::Event;

use crate::platform::dom::{Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::reactive::{RwSignal, Signal};
use crate::platform::ui::{Button, Field, TextKind, focus_on, page_heading, submit_button, text_field};

/// Where a code is entered.
pub fn track_page() -> AnyView {
    entry(String::new(), None).any()
}

/// The form for a code, with what was typed and what is wrong with it so far. The check character tells typing
/// errors before the server is asked.
pub fn entry(typed: String, said: Option<Problem>) -> Tag {
    let texts = use_lang().tracking();
    let code = RwSignal::new(typed);
    let attempted = RwSignal::new(said.is_some());
    let problem = Signal::derive(move || {
        let problem = code.with(|code| TrackingCode::parse(code).err());
        attempted.get().then_some(problem).flatten()
    });
    let field = Field::new("code", texts.code).hint(texts.code_hint).problem(problem);
    let navigate = use_navigate();
    let submitted = move |event: Event| {
        event.prevent_default();
        match code.with_untracked(|code| TrackingCode::parse(code)) {
            Ok(code) => navigate(&["/lacak/", &code.to_string()].concat(), Default::default()),
            Err(_) => {
                attempted.set(true);
                focus_on("#code");
            }
        }
    };
    let form = tag("form")
        .class("form form-line")
        .attr("novalidate", "")
        .on("submit", submitted)
        .with(text_field(field, TextKind::Code, code))
        .with(submit_button(Button::Main, texts.look_up));
    tag("div")
        .class("page page-narrow")
        .with(page_heading(texts.heading.to_owned()))
        .with(tag("p").class("lead").with(texts.lead))
        .with(form)
        .with(tag("p").class("fine").with(texts.lost))
}
