use shared::api::GetProtection;
use shared::complaint::desk::IdentityReading;
use shared::lang::Lang;
use shared::protection::{ProtectionBoard, RequestRetention, Retention};

use super::breach::breaches;
use super::erase::erasing;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::{moment, use_lang};
use crate::platform::net::{Call, call, load};
use crate::platform::reactive::{RwSignal, memo};
use crate::platform::session::use_session;
use crate::platform::settings::use_meta;
use crate::platform::ui::{failure_notice, page_heading, skeleton};

/// All of it.
pub fn protection_page() -> Tag {
    let texts = use_lang().protection();
    let session = use_session();
    let board = load(|| call::<GetProtection>(Call::default(), &()));
    let is_here = memo(move || board.value.with(Option::is_some));
    let open = RwSignal::new(None);
    let content = move || -> Part {
        if !is_here.get() {
            return match board.failure.get() {
                Some(failure) => {
                    session.note(&failure);
                    failure_notice(&failure, move || board.again()).into()
                }
                None => skeleton(6).into(),
            };
        }
        let of = move |draw: fn(&ProtectionBoard) -> Part| {
            Part::live(move || board.value.with(|board| board.as_ref().map_or(Part::Nothing, draw)))
        };
        let parts: [Part; 4] = [
            breaches(board, open).into(),
            erasing().into(),
            of(readings),
            of(|board| retention(board.retention, board.request_retention)),
        ];
        parts.into()
    };
    tag("div")
        .class("page page-narrow")
        .with(page_heading(texts.page.to_owned()))
        .with(tag("p").class("lead").with(texts.lead))
        .live(content)
}

fn readings(board: &ProtectionBoard) -> Part {
    let lang = use_lang();
    let texts = lang.protection();
    let offset = use_meta().instance.utc_offset_minutes;
    let rows: Vec<_> = board.readings.iter().map(|one| reading(lang, offset, one)).collect();
    let list: Part = match rows.is_empty() {
        true => tag("p").with(texts.no_readings).into(),
        false => tag("ul").class("rows").with(rows).into(),
    };
    tag("section").class("panel").with(tag("h2").with(texts.readings)).with(list).into()
}

fn reading(lang: Lang, offset: i32, one: &IdentityReading) -> Tag {
    let reason = one.reason.as_deref().unwrap_or(lang.protection().no_reason);
    let about = [&moment(lang, one.at, offset), " · ", &one.code].concat();
    let words = tag("div")
        .class("row-words")
        .with(tag("span").class("row-name").with(one.by.as_str()))
        .with(tag("span").class("fine").with(about))
        .with(tag("p").with(reason));
    tag("li").class("row row-tall").with(words)
}

fn retention(kept: Retention, of_requests: RequestRetention) -> Part {
    let texts = use_lang().protection();
    let rows = [
        (texts.identity_months, kept.identity_months),
        (texts.files_months, kept.files_months),
        (texts.words_months, kept.words_months),
        (texts.applicant_months, of_requests.applicant_months),
        (texts.request_words_months, of_requests.words_months),
    ];
    let rows = rows.map(|(name, months)| {
        tag("div").class("fact").with(tag("dt").with(name)).with(tag("dd").with(months.to_string()))
    });
    tag("section")
        .class("panel")
        .with(tag("h2").with(texts.retention))
        .with(tag("p").with(texts.retention_lead))
        .with(tag("dl").class("facts").with(rows))
        .into()
}
