use maud::{Markup, html};
use shared::lang::Lang;
use shared::request::{GivenAs, RequestFile, RequestView};

use super::address;
use crate::platform::pages::form::hidden;

/// The files that the applicant is given, each with the way to it.
pub(super) fn files(lang: Lang, view: &RequestView, secret: &str, readable: &[(String, String)]) -> Markup {
    let texts = lang.request();
    html! {
        @if !view.files.is_empty() {
            section class="panel no-print" {
                h2 { (texts.files) }
                p class="hint" { (texts.files_lead) }
                ul class="attachments" {
                    @for file in &view.files { (row(lang, view, file, secret)) }
                }
                @for (file, text) in view.files.iter().filter_map(|file| Some((file, text_of(readable, file)?))) {
                    details {
                        summary { (texts.read_here) " " span translate="no" { (file.name) } }
                        div class="story-text" translate="no" { (text) }
                    }
                }
            }
        }
    }
}

fn text_of<'a>(readable: &'a [(String, String)], file: &RequestFile) -> Option<&'a str> {
    readable.iter().find(|(id, _)| *id == file.id).map(|(_, text)| text.as_str())
}

fn row(lang: Lang, view: &RequestView, file: &RequestFile, secret: &str) -> Markup {
    let texts = lang.request();
    let path = [&address(&view.number), "/berkas/", &file.id].concat();
    html! {
        li class="attachment attachment-ready" {
            div class="attachment-words" {
                span class="attachment-name" { (file.name) }
                " " span class="attachment-state" { (lang.file_size(file.size)) }
                @if file.given_as.is_some_and(GivenAs::is_in_part) {
                    " " span class="attachment-state" { (texts.in_part) }
                }
            }
            form class="attachment-ways" method="post" action=(path) {
                (hidden("secret", secret))
                button type="submit" class="button button-quiet" {
                    (texts.download) span class="visually-hidden" { " " (file.name) }
                }
            }
        }
    }
}
