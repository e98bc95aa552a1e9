use leptos::prelude::*;
use leptos::task::spawn_local;
use shared::api::FILE_PATH;
use shared::complaint::{Entry, FileView};
use shared::lang::Lang;
use wasm_bindgen::JsCast;
use web_sys::{HtmlAnchorElement, Url};

use super::case::Case;
use crate::platform::lang::{day_short, use_lang};
use crate::platform::net::{Call, Failure, fetch_blob};
use crate::platform::settings::use_meta;

/// What happened, newest first; texts and files for the reporter alone.
pub fn story(case: Case) -> AnyView {
    (move || {
        let entries =
            case.view.value.with(|view| view.as_ref().map(|view| view.entries.clone()).unwrap_or_default());
        let lines = entries.into_iter().rev().map(|one| line(case, one)).collect_view();
        view! { <ol class="story">{lines}</ol> }
    })
    .into_any()
}

fn line(case: Case, one: Entry) -> AnyView {
    let lang = use_lang();
    let agency = one.agency.as_deref().map(|key| agency_name(lang, key));
    let class = if one.text.is_some() { "story-line story-spoken" } else { "story-line" };
    view! {
        <li class=class>
            <p class="story-head">
                <span class="story-kind">{lang.entry(one.kind)}</span>
                <time class="story-on" datetime=one.on.to_string()>
                    {day_short(lang, one.on)}
                </time>
            </p>
            {agency.map(|agency| view! { <p>{agency}</p> })}
            {one.text.map(|text| view! { <p class="story-text">{text}</p> })}
            {files(case, one.files)}
        </li>
    }
    .into_any()
}

/// An agency's name; its key where the settings do not know it any more.
pub fn agency_name(lang: Lang, key: &str) -> String {
    let meta = use_meta();
    let found = meta.agencies.iter().find(|agency| agency.key == key);
    found.map_or(key.to_owned(), |agency| match lang {
        Lang::Id => agency.label.clone(),
        Lang::En => agency.label_en.clone(),
    })
}

/// Files, each with a button that fetches it: only a header opens them, which a link cannot send.
pub fn files(case: Case, files: Vec<FileView>) -> Option<AnyView> {
    if files.is_empty() {
        return None;
    }
    let rows = files.into_iter().map(|file| file_row(case, file)).collect_view();
    Some(view! { <ul class="attachments">{rows}</ul> }.into_any())
}

fn file_row(case: Case, file: FileView) -> AnyView {
    let lang = use_lang();
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None::<Failure>);
    let (name, shown) = (file.name.clone(), file.name.clone());
    let save = move |_| {
        if busy.get_untracked() {
            return;
        }
        let (id, name) = (file.id.clone(), file.name.clone());
        busy.set(true);
        failure.set(None);
        spawn_local(async move {
            let (code, authorization) = (case.code(), case.authorization());
            let headers = [("authorization", authorization.as_str())];
            let details = Call { path: &[&code, &id], headers: &headers, ..Call::default() };
            match fetch_blob(FILE_PATH, details).await {
                Ok(blob) => hand_over(&blob, &name),
                Err(why) => {
                    failure.try_set(Some(why));
                }
            }
            busy.try_set(false);
        });
    };
    view! {
        <li class="attachment">
            <div class="attachment-words">
                <span class="attachment-name">{shown}</span>
                <span class="attachment-state">{lang.file_size(file.size)}</span>
                <span role="status">{move || failure.get().map(|failure| failure.sentence(lang))}</span>
            </div>
            <button
                type="button"
                class="button button-quiet"
                aria-busy=move || busy.get().then_some("true")
                on:click=save
            >
                {lang.tracking().save_file}
                <span class="visually-hidden">" " {name}</span>
            </button>
        </li>
    }
    .into_any()
}

/// Saves a file as the browser saves downloads.
fn hand_over(blob: &web_sys::Blob, name: &str) {
    let Ok(address) = Url::create_object_url_with_blob(blob) else { return };
    let link = document().create_element("a").ok().and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok());
    if let Some(link) = link {
        link.set_href(&address);
        link.set_download(name);
        link.click();
    }
    // The browser has taken the file; without this it would stay in memory as long as the tab.
    let _ = Url::revoke_object_url(&address);
}
