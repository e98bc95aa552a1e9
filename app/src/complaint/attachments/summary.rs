use shared::lang::Lang;

use super::list::Attachments;
use super::one::Attachment;
use super::row::{classes, preview, progress};
use crate::platform::dom::{Part, Tag, tag};

/// The files once more, with how far each is; nothing to be done about them.
pub fn attached(lang: Lang, files: Attachments) -> Part {
    Part::live(move || -> Part {
        let rows: Vec<_> = files.all().iter().map(|one| line(lang, files, one)).collect();
        match rows.is_empty() {
            true => lang.filing().not_given.into(),
            false => tag("ul").class("attachments").with(rows).into(),
        }
    })
}

fn line(lang: Lang, files: Attachments, one: &Attachment) -> Tag {
    let [line, bar] = progress(lang, files, one);
    let words = tag("div")
        .class("attachment-words")
        .with(tag("span").class("attachment-name").with(one.name.as_str()))
        .with(tag("span").class("attachment-state").with(line))
        .with(bar);
    tag("li").live_attr("class", classes(one.state)).with(preview(lang, one)).with(words)
}
