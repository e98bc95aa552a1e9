//! The public transparency page: what waits, what moves, as of any day.

mod filter;

mod chips;
mod figures;
mod filters;
mod headline;
mod waiting;

use leptos::prelude::*;

use self::chips::chips;
use self::figures::figures;
use self::filter::{Asked, use_filter};
use self::filters::filters;
use crate::platform::lang::use_lang;
use crate::platform::ui::page_heading;

/// The transparency page.
pub fn recap_page() -> AnyView {
    let texts = use_lang().recap();
    let asked = use_filter();
    let is_good = Memo::new(move |_| asked.with(Result::is_ok));
    let filter = Memo::new(move |before: Option<&shared::recap::Filter>| match asked.get() {
        Ok(filter) => filter,
        // While the address cannot be read nothing is shown; the last good one keeps the page steady.
        Err(_) => before.cloned().unwrap_or_default(),
    });
    let content = move || match is_good.get() {
        true => figures(filter.into()),
        false => bad_filter(asked),
    };
    view! {
        <div class="page recap">
            {page_heading(texts.title.to_owned())}
            <p class="lead">{texts.lead}</p>
            {filters(filter.into())}
            {chips(filter.into())}
            {content}
        </div>
    }
    .into_any()
}

/// What cannot be understood of the address, and the way out.
fn bad_filter(asked: Memo<Asked>) -> AnyView {
    use crate::platform::ui::{Tone, notice};
    let lang = use_lang();
    let texts = lang.recap();
    let problems = asked.get_untracked().err().unwrap_or_default();
    let lines = problems.into_iter().map(|problem| {
        let sentence = lang.problem(problem.problem);
        view! { <li><strong>{problem.field}</strong> ": " {sentence}</li> }
    });
    let content = view! {
        <p><strong>{texts.bad_filter}</strong></p>
        <ul>{lines.collect_view()}</ul>
        <p>{texts.bad_filter_hint}</p>
        <p><a class="button button-quiet" href="/rekap">{texts.remove_all}</a></p>
    };
    notice(Tone::Warning, content.into_any())
}
