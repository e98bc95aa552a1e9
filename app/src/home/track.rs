use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use shared::complaint::TrackingCode;

use crate::platform::lang::use_lang;
use crate::platform::ui::{Field, TextKind, focus_on, text_field};

/// The way to one's own complaint: the code is typed right here, and a mistyped one is told before anything is asked.
pub fn track() -> AnyView {
    let texts = use_lang().home();
    let code = RwSignal::new(String::new());
    let tried = RwSignal::new(false);
    // Only after the first try: a code that is still being typed is not a wrong one.
    let problem = Memo::new(move |_| {
        let problem = code.with(|code| TrackingCode::parse(code).err());
        problem.filter(|_| tried.get())
    });
    let navigate = use_navigate();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        match code.with_untracked(|code| TrackingCode::parse(code)) {
            Ok(code) => navigate(&["/lacak/", &code.to_string()].concat(), Default::default()),
            Err(_) => focus_on("#home-code"),
        }
    };
    let field = Field::new("home-code", texts.code).hint(texts.code_example).problem(problem);
    view! {
        <section class="way way-track" aria-labelledby="way-track">
            <h2 id="way-track">{texts.track}</h2>
            <p class="way-note">{texts.track_note}</p>
            <form class="way-form" on:submit=submit novalidate>
                {text_field(field, TextKind::Code, code)}
                <button class="button button-quiet way-button" type="submit">
                    {texts.track_button}
                </button>
            </form>
        </section>
    }
    .into_any()
}
