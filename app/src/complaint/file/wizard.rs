use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};

use super::draft::Draft;
use super::form::Form;
use super::step::Step;
use super::summary::summary;
use super::{class, files, place, protection, review, sector, what};
use crate::platform::lang::use_lang;
use crate::platform::settings::use_meta;
use crate::platform::ui::{focus_on, page_heading};

/// The form, at the step that the address names, but never beyond the first that is not yet as it must be.
pub fn wizard(draft: Draft) -> AnyView {
    let form = Form::new(draft, use_meta());
    let query = use_query_map();
    let step = Memo::new(move |_| {
        let wanted = query.with(|query| Step::of_word(query.get_str("langkah")));
        wanted.min(form.first_open())
    });
    view! { <div class="page page-narrow">{move || one_step(form, step.get())}</div> }.into_any()
}

fn one_step(form: Form, step: Step) -> AnyView {
    let texts = use_lang().filing();
    let content = match step {
        Step::Class => class::fields(form),
        Step::What => what::fields(form),
        Step::Place => place::fields(form),
        Step::Sector => sector::fields(form),
        Step::Files => files::fields(form),
        Step::Protection => protection::fields(form),
        Step::Review => return review::review(form, stepper(step)),
    };
    let attempted = RwSignal::new(false);
    let navigate = use_navigate();
    let go_on = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        form.draft.touch_step(step);
        if !untrack(|| form.of_step(step)).is_empty() {
            attempted.set(true);
            focus_on("#summary");
        } else if let Some(after) = step.after() {
            navigate(&after.address(), NavigateOptions::default());
        }
    };
    view! {
        {stepper(step)}
        {page_heading(heading(form, step).to_owned())}
        {summary(form, step, attempted.into())}
        <form class="form" novalidate=true on:submit=go_on>
            {content}
            <div class="form-ways">
                <button type="submit" class="button button-main">
                    {texts.next}
                </button>
                {back(step)}
            </div>
        </form>
    }
    .into_any()
}

/// The way to the step before.
pub fn back(step: Step) -> AnyView {
    let texts = use_lang().filing();
    step.before()
        .map(|before| {
            view! {
                <a class="button button-quiet" href=before.address()>
                    {texts.back}
                </a>
            }
        })
        .into_any()
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

/// Where one stands. The steps' names are for eyes that have room for them; the sentence is for everyone.
fn stepper(current: Step) -> AnyView {
    let lang = use_lang();
    let texts = lang.filing();
    let steps = Step::ALL
        .into_iter()
        .map(|step| {
            let class = if step == current {
                "form-step form-step-current"
            } else if step < current {
                "form-step form-step-done"
            } else {
                "form-step"
            };
            view! {
                <li class=class aria-current=(step == current).then_some("step")>
                    {texts.steps[step.index()]}
                </li>
            }
        })
        .collect_view();
    view! {
        <div class="stepper">
            <p class="stepper-words">{lang.step_of(current.index() + 1, Step::ALL.len())}</p>
            <ol class="form-steps" aria-label=texts.steps_label>
                {steps}
            </ol>
        </div>
    }
    .into_any()
}
