use std::time::Duration;

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate, use_query_map};
use web_sys::Event;

use super::FormParts;
use super::draft::{Draft, Saved};
use super::form::Form;
use super::shelf::saved_line;
use super::step::Step;
use super::stepper::{back, stepper};
use super::summary::summary;
use super::{class, place, protection, review, sector, what};
use crate::platform::device::{rest, use_outbox};
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::reactive::{Memo, RwSignal, spawn, watch};
use crate::platform::settings::use_meta;
use crate::platform::ui::{Button, LatePage, focus_on, late, late_part, page_heading, submit_button};

/// How long nobody is through with a step, on a slow line.
const READING: Duration = Duration::from_secs(2);

/// The form, at the step that the address names, but never beyond the first that is not yet as it must be.
pub fn wizard(draft: Draft) -> Tag {
    let form = Form::new(draft, use_meta());
    let (query, path) = (use_query_map(), use_location().pathname);
    // On the way to another page the address changes first; then this page keeps what it has.
    let step = Memo::new(move |before: Option<&Step>| {
        let wanted = query.with(|query| Step::of_word(query.get_str("langkah")));
        let is_here = path.with(|path| path.starts_with("/adukan"));
        before.filter(|_| !is_here).copied().unwrap_or_else(|| wanted.min(form.first_open()))
    });
    // Needed at the latest once the form is sent, when there may be no connection any more; but not before the second
    // step is read, for until then they would only be in the way of what people look at.
    let parts: FormParts = expect_context();
    let is_begun = Memo::new(move |before: Option<&bool>| before == Some(&true) || step.get() != Step::Class);
    watch(move || {
        if is_begun.get() {
            spawn(async move {
                rest(READING).await;
                let _ = (parts.files.load)().await;
                let _ = (parts.shelf.load)().await;
                let _ = (parts.receipt.load)().await;
            });
        }
    });
    tag("div").class("page page-narrow").live(move || one_step(form, step.get()))
}

fn one_step(form: Form, step: Step) -> Part {
    let texts = use_lang().filing();
    // Photos leave the phone once people have gone past the step where they can cover faces in them.
    form.draft.attachments.hold(step <= Step::Files);
    let parts: FormParts = expect_context();
    let content = match step {
        Step::Class => class::fields(form),
        Step::What => what::fields(form),
        Step::Place => place::fields(form),
        Step::Sector => sector::fields(form),
        Step::Files => late(parts.files),
        Step::Protection => protection::fields(form),
        Step::Review => return review::review(form),
    };
    let attempted = RwSignal::new(false);
    let navigate = use_navigate();
    let go_on = move |event: Event| {
        event.prevent_default();
        form.draft.touch_step(step);
        if !untrack(|| form.of_step(step)).is_empty() {
            attempted.set(true);
            focus_on("#summary");
        } else if let Some(after) = step.after() {
            navigate(&after.address(), NavigateOptions::default());
        }
    };
    let ways = tag("div").class("form-ways").with(submit_button(Button::Main, texts.next)).with(back(step));
    let form_tag = tag("form").class("form").attr("novalidate", "").on("submit", go_on);
    let is_first = step == Step::Class;
    let parts: [Part; 7] = [
        stepper(step).into(),
        page_heading(heading(form, step).to_owned()).into(),
        is_first.then(|| kept_part(form, parts.shelf)).into(),
        summary(form, step, attempted.into()),
        form_tag.with(content).with(ways).into(),
        saved_line(form).into(),
        is_first.then(|| kept_part(form, parts.storing)).into(),
    ];
    parts.into()
}

/// A part about what the phone keeps, from when there is something to say of it.
fn kept_part(form: Form, part: LatePage) -> Part {
    let outbox = use_outbox();
    let is_wanted = Memo::new(move |before: Option<&bool>| {
        before == Some(&true)
            || outbox.entries.with(|entries| !entries.is_empty())
            || !outbox.is_on.get()
            || form.draft.saved.get() != Saved::NotYet
            || form.draft.was_shared.get()
    });
    Part::live(move || is_wanted.get().then(|| late_part(part)))
}

fn heading(form: Form, step: Step) -> &'static str {
    let texts = use_lang().filing();
    match step {
        Step::Class => texts.class_heading,
        Step::What => form.draft.class.with_untracked(|class| what::heading(texts, class)),
        Step::Place => texts.place_heading,
        Step::Sector => texts.sector_heading,
        Step::Files => texts.files_heading,
        Step::Protection => texts.protection_heading,
        Step::Review => texts.review_heading,
    }
}
