use leptos::prelude::*;
use shared::api::{AddMessage, IDEMPOTENCY_KEY};
use shared::complaint::{EntryKind, NewMessage};
use shared::problem::{Envelope, ErrorCode, FieldProblem, Problem};
use shared::text::{MESSAGE_MAX, Message};

use super::case::Case;
use super::command::Command;
use super::story::last_words;
use crate::complaint::FormParts;
use crate::complaint::attachments::{Attachments, attachments};
use crate::platform::dom::{Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::net::{Call, Failure, call};
use crate::platform::reactive::{RwSignal, Signal};
use crate::platform::secret::uuid;
use crate::platform::ui::{Button, Field, button, focus_on, text_area};

/// The words around a reply.
struct Words {
    heading: &'static str,
    lead: Option<&'static str>,
    /// The entries whose last words are replied to.
    replies_to: Option<EntryKind>,
    label: &'static str,
    hint: Option<&'static str>,
    send: &'static str,
}

/// An addition at any time.
pub fn message(case: Case) -> Tag {
    let texts = use_lang().tracking();
    reply(
        case,
        Words {
            heading: texts.message,
            lead: None,
            replies_to: None,
            label: texts.message_label,
            hint: Some(texts.message_hint),
            send: texts.send_message,
        },
    )
}

/// What was asked for.
pub fn complete(case: Case) -> Tag {
    let texts = use_lang().tracking();
    reply(
        case,
        Words {
            heading: texts.complete,
            lead: Some(texts.complete_lead),
            replies_to: Some(EntryKind::Postponed),
            label: texts.complete_label,
            hint: None,
            send: texts.send_complete,
        },
    )
}

fn reply(case: Case, words: Words) -> Tag {
    let lang = use_lang();
    let text = RwSignal::new(String::new());
    let parts: FormParts = expect_context();
    let files = Attachments::new(parts.work);
    let attempted = RwSignal::new(false);
    let sent = RwSignal::new(false);
    let command = Command::new();
    // One key for one message, however often it is sent; the next message gets its own.
    let key = StoredValue::new(uuid());
    let problem = Signal::derive(move || {
        let own = text.with(|text| Message::parse(text).err());
        attempted.get().then_some(own).flatten().or_else(|| command.problem("text"))
    });
    let field = Field { hint: words.hint, ..Field::new("message", words.label) }.problem(problem);
    let attached = Field::new("message-files", lang.filing().files)
        .hint(lang.filing().files_hint)
        .problem(Signal::derive(move || command.problem("files")));
    let waits = RwSignal::new(false);
    let label = Signal::derive(move || if waits.get() { lang.filing().files_pending } else { words.send });
    let send = move || {
        sent.set(false);
        if text.with_untracked(|text| Message::parse(text).is_err()) {
            attempted.set(true);
            focus_on("#message");
            return;
        }
        // Read now: while files go up the page may be left.
        let (text_now, code, authorization, key_now) =
            (text.get_untracked(), case.code(), case.authorization(), key.get_value());
        let answer = async move {
            waits.set(true);
            let uploaded = files.send_all().await;
            waits.set(false);
            let body = NewMessage { text: text_now, files: uploaded.ok_or_else(not_uploaded)? };
            let headers = [("authorization", authorization.as_str()), (IDEMPOTENCY_KEY, &key_now)];
            call::<AddMessage>(Call { path: &[&code], headers: &headers, ..Call::default() }, &body).await
        };
        command.run(case, answer, move || {
            key.try_set_value(uuid());
            text.set(String::new());
            files.clear();
            files.hold(true);
            attempted.set(false);
            sent.set(true);
        });
    };
    let said = move || sent.get().then_some(lang.tracking().sent);
    let form = tag("div")
        .class("form")
        .with(text_area(field, MESSAGE_MAX, text))
        .with(attachments(attached, files, || {}))
        .with(command.failed(lang))
        .with(tag("div").class("form-ways").with(button(Button::Main, label, command.busy, send)))
        .with(tag("p").class("copied").attr("role", "status").live(said));
    tag("section")
        .class(if words.replies_to.is_some() { "panel panel-asks no-print" } else { "panel no-print" })
        .with(tag("h2").with(words.heading))
        .with(words.lead.map(|lead| tag("p").with(lead)))
        .with(words.replies_to.map(|kind| last_words(case, kind)))
        .with(form)
}

/// That not all files have arrived, as the server would say it.
fn not_uploaded() -> Failure {
    let problems = vec![FieldProblem::new("files", Problem::NotUploaded)];
    let code = ErrorCode::Invalid;
    let message = String::new();
    Failure::Problem(Envelope { status: 422, code, message, problems, rule: None, version: None })
}
