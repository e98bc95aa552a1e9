use shared::complaint::{At, Milestone, milestones};
use shared::lang::Lang;

use super::case::Case;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::{day_short, use_lang};

/// How far a complaint is, as a vertical line of stages.
pub fn progress(case: Case) -> Part {
    let lang = use_lang();
    Part::live(move || {
        let milestones = case.view.value.with(|view| view.as_ref().map(milestones)).unwrap_or_default();
        let reason = case.view.value.with(|view| view.as_ref().and_then(|view| view.archive_reason));
        let reason = reason
            .map(|reason| [lang.tracking().archived, ": ", lang.archive_reason(reason)].concat())
            .map(|reason| tag("p").with(reason));
        let other = case.view.value.with(|view| view.as_ref().and_then(|view| view.merged_into.clone()));
        let other = other.map(|code| {
            let link = tag("a").attr("href", ["/lacak/", &code].concat()).with(code);
            tag("p").with([lang.tracking().merged_into, " "].concat()).with(link)
        });
        let parts: [Part; 3] = [course(&milestones).into(), reason.into(), other.into()];
        Part::from(parts)
    })
}

/// Stages as a vertical line: behind, here and ahead.
pub fn course(milestones: &[Milestone]) -> Tag {
    let lang = use_lang();
    let lines: Vec<_> = milestones.iter().map(|milestone| line(lang, milestone)).collect();
    tag("ol").class("course").with(lines)
}

fn line(lang: Lang, milestone: &Milestone) -> Tag {
    let texts = lang.tracking();
    let (class, unseen) = match milestone.at {
        At::Done => ("course-step course-done", Some(texts.done)),
        At::Here => ("course-step course-here", Some(texts.current)),
        At::Ahead => ("course-step", None),
    };
    let on = milestone.on.map(|on| tag("span").class("course-on").with(day_short(lang, on)));
    let unseen = unseen.map(|words| tag("span").class("visually-hidden").with([words, " "].concat()));
    tag("li")
        .class(class)
        .attr_some("aria-current", (milestone.at == At::Here).then_some("step"))
        .with(unseen)
        .with(tag("span").class("course-name").with(lang.stage(milestone.stage)))
        .with(on)
}
