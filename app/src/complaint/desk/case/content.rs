use leptos::prelude::*;
use shared::api::{CASE_FILE_PATH, fill};
use shared::complaint::FileView;

use super::desk_case::DeskCase;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;

/// What the reporter wrote, with its files, and what everyone reads of it.
pub fn content(case: DeskCase) -> Part {
    let texts = use_lang().desk();
    let words = case.of(|view| (view.title.clone(), view.content.clone(), view.files.clone()));
    let own = move || {
        let (title, content, files) = words.get();
        tag("section")
            .class("panel")
            .with(tag("h2").with(texts.content))
            .with(tag("h3").class("case-name").with(title.unwrap_or_else(|| texts.erased.to_owned())))
            .with(content.map(|content| tag("p").class("story-text").with(content)))
            .with(case_files(case, files))
    };
    let public = case.of(|view| view.public_title.clone().zip(view.public_content.clone()));
    let opened = move || {
        public.get().map(|(title, content)| {
            tag("section")
                .class("panel")
                .with(tag("h2").with(texts.public_content))
                .with(tag("h3").class("case-name").with(title))
                .with(tag("p").class("story-text").with(content))
        })
    };
    [Part::live(own), Part::live(opened)].into()
}

/// Files as links: the session's cookie opens them.
pub fn case_files(case: DeskCase, files: Vec<FileView>) -> Option<Tag> {
    let lang = use_lang();
    let rows: Vec<_> = files
        .into_iter()
        .map(|file| {
            let address = fill(CASE_FILE_PATH, &[&case.code.get_value(), &file.id]);
            let words = tag("div")
                .class("attachment-words")
                .with(tag("span").class("attachment-name").with(file.name.as_str()))
                .with(tag("span").class("attachment-state").with(lang.file_size(file.size)));
            let link = tag("a")
                .class("button button-quiet")
                .attr("href", address)
                .attr("download", &file.name)
                // A file is no page for the router to follow.
                .attr("rel", "external")
                .with(lang.desk().save_file)
                .with(tag("span").class("visually-hidden").with([" ", &file.name].concat()));
            tag("li").class("attachment").with(words).with(link)
        })
        .collect();
    (!rows.is_empty()).then(|| tag("ul").class("attachments").with(rows))
}
