use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use shared::access::Duty;
use shared::api::DraftFromRequest;
use shared::information::RequestToPublish;
use shared::request::{DeskRequest, NoticeKind};

use super::opened::Opened;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::net::{Call, call};
use crate::platform::reactive::memo;
use crate::platform::sending::Sending;
use crate::platform::session::use_session;
use crate::platform::ui::{Button, Tone, button, notice};

/// The way from what was granted to one to what everyone reads, for whoever writes that.
pub fn publish(opened: Opened) -> Tag {
    let texts = opened.lang.requesting();
    let keeps = use_session().keeps(Duty::Information);
    let is_granted = memo(move || opened.load.value.with(|view| view.as_ref().is_some_and(is_granted)));
    let navigate = use_navigate();
    let sending = Sending::idle();
    let send = move || {
        let new = RequestToPublish { number: opened.number.get_value() };
        let navigate = navigate.clone();
        let answer = async move { call::<DraftFromRequest>(Call::default(), &new).await };
        let done = move |entry: shared::information::DeskInformation| {
            navigate(&["/petugas/informasi/", &entry.id.to_string()].concat(), Default::default());
        };
        sending.run(answer, done, || {});
    };
    let taken = move || {
        sending.problem("title").get().map(|_| notice(Tone::Warning, tag("p").with(texts.publish_taken)))
    };
    let content = move || -> Part {
        if !keeps || !is_granted.get() {
            return Part::Nothing;
        }
        tag("section")
            .class("panel no-print")
            .with(tag("h2").with(texts.publish))
            .with(tag("p").with(texts.publish_lead))
            .live(taken)
            .with(sending.failed())
            .with(button(Button::Quiet, texts.publish_now, sending.busy, send.clone()))
            .into()
    };
    tag("div").live(content)
}

/// Whether what was granted is an agency's, which an entry must be.
fn is_granted(view: &DeskRequest) -> bool {
    let newest = view.request.notices.first().map(|notice| notice.kind);
    view.request.agency.is_some() && matches!(newest, Some(NoticeKind::Grant | NoticeKind::GrantInPart))
}
