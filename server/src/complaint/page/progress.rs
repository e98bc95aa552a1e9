//! How far a complaint is, as a vertical line of stages.

use maud::{Markup, html};
use shared::complaint::{At, ComplaintView, Milestone, milestones};
use shared::lang::Lang;

/// The line of stages, and why it ended where it was archived.
pub(super) fn progress(lang: Lang, view: &ComplaintView) -> Markup {
    html! {
        ol class="course" { @for milestone in milestones(view) { (line(lang, milestone)) } }
        @if let Some(reason) = view.archive_reason {
            p { (lang.tracking().archived) ": " (lang.archive_reason(reason)) }
        }
        @if let Some(code) = &view.merged_into {
            p { (lang.tracking().merged_into) " " a href={ "/lacak/" (code) } { (code) } }
        }
    }
}

fn line(lang: Lang, milestone: Milestone) -> Markup {
    let texts = lang.tracking();
    let (class, unseen) = match milestone.at {
        At::Done => ("course-step course-done", Some(texts.done)),
        At::Here => ("course-step course-here", Some(texts.current)),
        At::Ahead => ("course-step", None),
    };
    html! {
        li class=(class) aria-current=[(milestone.at == At::Here).then_some("step")] {
            @if let Some(words) = unseen { span class="visually-hidden" { (words) " " } }
            span class="course-name" { (lang.stage(milestone.stage)) }
            @if let Some(on) = milestone.on { " " span class="course-on" { (lang.day_short(on)) } }
        }
    }
}
