//! The public transparency page: what waits, what moves, as of any day.

mod filter;

mod chips;
mod dates;
mod figures;
mod filters;
mod headline;
mod waiting;

pub mod parts;

use leptos::prelude::*;

use self::chips::chips;
use self::figures::figures;
use self::filter::{Asked, parameter_name, use_filter};
use self::filters::filters;
use crate::platform::dom::{Part, tag};
use crate::platform::lang::use_lang;
use crate::platform::reactive::{Memo, memo};
use crate::platform::ui::{Tone, notice, page_heading};

/// The transparency page.
pub fn recap_page() -> AnyView {
    let texts = use_lang().recap();
    let asked = use_filter();
    let is_good = memo(move || asked.with(Result::is_ok));
    let filter = memo(move || asked.get().unwrap_or_default());
    let content = move || match is_good.get() {
        true => figures(filter.into()),
        false => bad_filter(asked),
    };
    tag("div")
        .class("page recap")
        .with(page_heading(texts.title.to_owned()))
        .with(tag("p").class("lead").with(texts.lead))
        .with(filters(filter.into()))
        .with(chips(filter.into()))
        .live(content)
        .any()
}

/// What cannot be understood of the address, and the way out.
fn bad_filter(asked: Memo<Asked>) -> Part {
    let lang = use_lang();
    let texts = lang.recap();
    let problems = asked.get().err().unwrap_or_default();
    let lines: Vec<_> = problems
        .into_iter()
        .map(|problem| {
            let sentence = lang.problem(problem.problem);
            tag("li")
                .with(tag("strong").with(parameter_name(lang, &problem.field)))
                .with([": ", &sentence].concat())
        })
        .collect();
    let out = tag("a").class("button button-quiet").attr("href", "/rekap").with(texts.remove_all);
    let parts = [
        tag("p").with(tag("strong").with(texts.bad_filter)),
        tag("ul").with(lines),
        tag("p").with(texts.bad_filter_hint),
        out,
    ];
    notice(Tone::Warning, parts).into()
}
