use shared::api::{EnterCase, IDEMPOTENCY_KEY};
use shared::complaint::Filed;
use shared::complaint::desk::{ENTRY_FILING, NewEntry};
use shared::problem::{ErrorCode, FieldProblem, Problem};

use super::given::given;
use super::office::Office;
use crate::complaint::attachments::work;
use crate::complaint::file::{Draft, whole_form};
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::net::{Call, Failure, call};
use crate::platform::reactive::RwSignal;
use crate::platform::sending::Sending;
use crate::platform::settings::use_meta;
use crate::platform::ui::{Button, Tone, button, focus_on, notice, page_heading};

/// The form on one page, and the receipt after it.
pub fn entry_page() -> Tag {
    let filed = RwSignal::new(None::<Filed>);
    let again = move || {
        filed.set(None);
        focus_on("h1");
    };
    tag("div").live(move || match filed.get() {
        Some(receipt) => given(&receipt, again),
        None => form(filed),
    })
}

fn form(filed: RwSignal<Option<Filed>>) -> Tag {
    let texts = use_lang().entering();
    let (office, sending) = (Office::new(), Sending::idle());
    let draft = Draft::empty(|files| {
        Box::pin(async move {
            work(files);
            Some(())
        })
    });
    let meta = use_meta();
    let send = move || {
        let mut problems: Vec<_> = office.channel().is_none().then(required_channel).into_iter().collect();
        let within = draft.blame(&meta);
        let is_whole = within.is_empty();
        problems.extend(within);
        if !problems.is_empty() {
            sending.blame(problems, ".entry");
            return;
        }
        let (Some(channel), true) = (office.channel(), is_whole) else { return };
        let answer = async move {
            let files = draft.send_files().await.ok_or_else(Failure::not_uploaded)?;
            let mut filing = draft.filing_untracked();
            filing.files = files;
            let received_on = office.received_on.get_untracked();
            let entry = NewEntry { channel, received_on, lapor_id: office.lapor_id(), filing };
            let key = draft.key();
            let headers = [(IDEMPOTENCY_KEY, key.as_str())];
            let answer = call::<EnterCase>(Call { headers: &headers, ..Call::default() }, &entry).await;
            if let Err(Failure::Problem(envelope)) = &answer {
                // Changed, it is another entry.
                draft.set_key(None);
                draft.refuse(&envelope.problems, ENTRY_FILING);
                focus_on(".entry [aria-invalid=true]");
            }
            answer
        };
        let shows = move |receipt| {
            filed.set(Some(receipt));
            focus_on("h1");
        };
        sending.run(answer, shows, || {});
    };
    let lang = use_lang();
    let wrong = move || {
        sending.is_held_back().then(|| notice(Tone::Bad, tag("p").with(lang.error(ErrorCode::Invalid))))
    };
    tag("div")
        .class("page page-narrow entry")
        .with(page_heading(texts.page.to_owned()))
        .with(tag("p").class("lead").with(texts.lead))
        .with(section(texts.office, office.fields(sending)))
        .with(whole_form(draft))
        .live(wrong)
        .with(sending.failed())
        .with(tag("div").class("form-ways").with(button(Button::Main, texts.send, sending.busy, send)))
}

/// A part of the form under its name.
fn section(name: &'static str, fields: Part) -> Tag {
    tag("section").class("panel form").with(tag("h2").with(name)).with(fields)
}

fn required_channel() -> FieldProblem {
    FieldProblem::new("channel", Problem::Required)
}
