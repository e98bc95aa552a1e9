use leptos::prelude::*;

use crate::platform::lang::use_lang;

/// What happens to a complaint, in four steps.
pub fn steps() -> AnyView {
    let texts = use_lang().home();
    let steps = [
        (texts.step_file, texts.step_file_note),
        (texts.step_verify, texts.step_verify_note),
        (texts.step_follow_up, texts.step_follow_up_note),
        (texts.step_close, texts.step_close_note),
    ];
    let entries = steps.map(|(name, note)| {
        view! {
            <li>
                <h3>{name}</h3>
                <p>{note}</p>
            </li>
        }
    });
    view! {
        <section class="steps" aria-labelledby="steps-name">
            <h2 id="steps-name">{texts.steps}</h2>
            <ol>{entries.into_iter().collect_view()}</ol>
        </section>
    }
    .into_any()
}
