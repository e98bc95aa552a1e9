use leptos::prelude::*;
use shared::api::{CASE_FILE_PATH, fill};
use shared::complaint::FileView;

use super::desk_case::DeskCase;
use crate::complaint::photos::photos;
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
    let public = case.of(|view| {
        let photos = (view.code.clone(), view.public_photos.clone());
        Some((view.public_title.clone()?, view.public_content.clone()?, photos))
    });
    let opened = move || {
        public.get().map(|(title, content, (code, shown))| {
            tag("section")
                .class("panel")
                .with(tag("h2").with(texts.public_content))
                .with(tag("h3").class("case-name").with(title))
                .with(tag("p").class("story-text").with(content))
                .with(photos(&code, &shown))
        })
    };
    [Part::live(own), Part::live(opened)].into()
}

/// Files as links, pictures to look at: the session's cookie opens them.
pub fn case_files(case: DeskCase, files: Vec<FileView>) -> Option<Tag> {
    let rows: Vec<_> = files.into_iter().map(|file| case_file(case, &file)).collect();
    (!rows.is_empty()).then(|| tag("ul").class("attachments").with(rows))
}

fn case_file(case: DeskCase, file: &FileView) -> Tag {
    let lang = use_lang();
    let texts = lang.desk();
    let address = fill(CASE_FILE_PATH, &[&case.code.get_value(), &file.id]);
    let picture = file.is_picture().then(|| {
        let picture = tag("img").class("attachment-picture").attr("alt", "").attr("loading", "lazy");
        picture.attr("decoding", "async").attr("src", &address)
    });
    let words = tag("div")
        .class("attachment-words")
        .with(tag("span").class("attachment-name").with(file.name.as_str()))
        .with(tag("span").class("attachment-state").with(lang.file_size(file.size)))
        .with(file.sealed.then(|| tag("span").class("fine").with(lang.photos().is_sealed)));
    let link = |label: &'static str| {
        tag("a")
            .class("button button-quiet")
            .attr("href", &address)
            // A file is no page for the router to follow.
            .attr("rel", "external noopener")
            .with(label)
            .with(tag("span").class("visually-hidden").with([" ", &file.name].concat()))
    };
    let look = file.is_picture().then(|| link(texts.look).attr("target", "_blank"));
    let save = link(texts.save_file).attr("download", &file.name);
    let ways = tag("div").class("attachment-ways").with(look).with(save);
    tag("li").class("attachment").with(picture).with(words).with(ways)
}
