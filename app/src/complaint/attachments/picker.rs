use leptos::ev;
use leptos::prelude::*;
use shared::complaint::FILES_MAX;
use shared::lang::Lang;
use shared::problem::Problem;
use web_sys::{File, HtmlInputElement};

use super::list::{Attachment, Attachments, State};
use crate::platform::lang::use_lang;
use crate::platform::ui::{Field, problem_line};

const ACCEPTED: &str = "image/jpeg,image/png,image/webp,application/pdf";

/// Chooses files, and shows how far each is.
pub fn attachments(field: Field, files: Attachments) -> AnyView {
    let lang = use_lang();
    let texts = lang.filing();
    let too_many = RwSignal::new(false);
    let outer = field.problem;
    let field = field.problem(Signal::derive(move || {
        too_many.get().then_some(Problem::TooMany(FILES_MAX as u32)).or_else(|| outer.get())
    }));
    let chosen = move |event: ev::Event| {
        let input: HtmlInputElement = event_target(&event);
        let list = input.files();
        let picked: Vec<File> =
            list.iter().flat_map(|list| (0..list.length()).filter_map(|at| list.get(at))).collect();
        too_many.set(files.add(picked));
        // So that the same file can be chosen again after it was removed.
        input.set_value("");
    };
    let camera_id = [field.id, "-camera"].concat();
    let hint_id = [field.id, "-hint"].concat();
    let rows = move || {
        let all = files.all();
        (!all.is_empty()).then(|| {
            let rows = all.into_iter().map(|one| row(lang, files, one)).collect_view();
            view! { <ul class="attachments">{rows}</ul> }
        })
    };
    view! {
        <fieldset class="field" class:field-bad=move || field.problem.get().is_some()>
            <legend class="label">
                {field.label} <span class="optional">{lang.shell().optional}</span>
            </legend>
            <p class="hint" id=hint_id.clone()>
                {field.hint}
            </p>
            <div class="pickers">
                <input
                    id=camera_id.clone()
                    class="picker picker-camera"
                    type="file"
                    accept="image/*"
                    capture="environment"
                    on:change=chosen
                />
                <label class="button button-quiet picker-camera-label" for=camera_id>
                    {texts.take_photo}
                </label>
                <input
                    id=field.id
                    class="picker"
                    type="file"
                    multiple=true
                    accept=ACCEPTED
                    aria-describedby=hint_id
                    on:change=chosen
                />
                <label class="button button-quiet" for=field.id>
                    {texts.choose_files}
                </label>
            </div>
            {problem_line(field)}
            {rows}
        </fieldset>
    }
    .into_any()
}

fn row(lang: Lang, files: Attachments, one: Attachment) -> AnyView {
    let texts = lang.filing();
    let Attachment { key, name, size, state, .. } = one;
    let line = {
        let state = state.clone();
        move || match state.get() {
            State::Waiting => texts.file_waiting.to_owned(),
            State::Sending(percent) => lang.uploaded(percent),
            State::Ready => texts.file_ready.to_owned(),
            State::Stuck(_) => texts.file_stuck.to_owned(),
            State::Bad(problem) => lang.problem(problem),
        }
    };
    let class = {
        let state = state.clone();
        move || match state.get() {
            State::Ready => "attachment attachment-ready",
            State::Stuck(_) | State::Bad(_) => "attachment attachment-bad",
            State::Waiting | State::Sending(_) => "attachment",
        }
    };
    let bar = {
        let (state, label) = (state.clone(), name.clone());
        move || match state.get() {
            State::Sending(percent) => Some(
                view! { <progress class="bar" max="100" value=percent.to_string() aria-label=label.clone()></progress> },
            ),
            _ => None,
        }
    };
    let again = move || {
        matches!(state.get(), State::Stuck(_)).then(|| {
            view! {
                <button type="button" class="button button-quiet" on:click=move |_| files.retry(key)>
                    {texts.file_again}
                </button>
            }
        })
    };
    view! {
        <li class=class>
            <div class="attachment-words">
                <span class="attachment-name">{name.clone()}</span>
                <span class="attachment-state">
                    <span>{lang.file_size(size)}</span>
                    <span role="status">{line}</span>
                </span>
                {bar}
            </div>
            {again}
            <button type="button" class="button button-quiet" on:click=move |_| files.remove(key)>
                {texts.remove_file}
                <span class="visually-hidden">" " {name}</span>
            </button>
        </li>
    }
    .into_any()
}
