use std::time::Duration;

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use shared::api::{FileComplaint, IDEMPOTENCY_KEY};
use shared::complaint::Filed;
use shared::problem::{Envelope, ErrorCode};
use wasm_bindgen::JsValue;

use super::FormParts;
use super::form::Form;
use super::kept::{self, Arrived};
use super::step::Step;
use crate::platform::device::{Outbox, rest, use_outbox};
use crate::platform::net::{Call, Failure, call_written};
use crate::platform::reactive::{RwSignal, spawn};
use crate::platform::ui::{LatePage, focus_on};

/// How sending goes.
#[derive(Clone, Copy)]
pub struct Sending {
    /// Whether it is under way.
    pub busy: RwSignal<bool>,
    /// Whether it waits for files that are still on their way.
    pub waits_for_files: RwSignal<bool>,
    /// Why it did not work.
    pub failure: RwSignal<Option<Failure>>,
    outbox: Outbox,
    receipt: LatePage,
}

impl Sending {
    /// Not yet begun.
    pub fn new() -> Self {
        Self {
            busy: RwSignal::new(false),
            waits_for_files: RwSignal::new(false),
            failure: RwSignal::new(None),
            outbox: use_outbox(),
            receipt: expect_context::<FormParts>().receipt,
        }
    }
}

/// How often unfinished uploads are looked at.
const GLANCE: Duration = Duration::from_millis(300);

/// Files the form, once: every attempt carries the same key. Without a connection the phone keeps it and sends it
/// later by itself.
pub fn send(form: Form, sending: Sending, navigate: impl Fn(&str, NavigateOptions) + 'static) {
    let draft = form.draft;
    let outbox = sending.outbox;
    sending.busy.set(true);
    sending.failure.set(None);
    let replace = NavigateOptions { replace: true, ..NavigateOptions::default() };
    // Not bound to the page: who goes elsewhere meanwhile still gets the receipt.
    spawn(async move {
        draft.attachments.retry_all();
        let attachments = draft.attachments;
        let is_awaited = || attachments.is_under_way() && window().navigator().on_line();
        // Also where there is no connection: a photo as it was taken says where that was, and must not be kept to be sent.
        while attachments.is_looking() || is_awaited() {
            sending.waits_for_files.set(true);
            attachments.go_on();
            rest(GLANCE).await;
        }
        sending.waits_for_files.set(false);
        let open = untrack(|| form.first_open());
        let has_bad = draft.attachments.has_bad();
        if open != Step::Review || has_bad {
            let step = if has_bad { open.min(Step::Files) } else { open };
            draft.touch_step(step);
            navigate(&step.address(), NavigateOptions::default());
        } else {
            match file(form).await {
                Ok(arrived) => {
                    let receipt = kept::finish(draft, outbox, arrived).await;
                    draft.receipt.set(Some(receipt));
                    navigate(&Step::Class.address(), replace);
                    // Where its code is still on its way, its heading is not there yet to take the focus.
                    let _ = (sending.receipt.load)().await;
                    focus_on("h1");
                }
                Err(Failure::Problem(Envelope { code: ErrorCode::Invalid, problems, .. }))
                    if !problems.is_empty() =>
                {
                    let step = problems.iter().map(Step::of_problem).min().unwrap_or(Step::Review);
                    draft.refused.set(problems);
                    navigate(&step.address(), NavigateOptions::default());
                }
                Err(Failure::Offline) if kept::queue(draft, outbox).await => {
                    navigate(&Step::Class.address(), replace);
                }
                Err(failure) => {
                    sending.failure.set(Some(failure));
                }
            }
        }
        sending.busy.set(false);
    });
}

async fn file(form: Form) -> Result<Arrived, Failure> {
    let draft = form.draft;
    if draft.attachments.has_unsent() {
        return Err(Failure::Offline);
    }
    let filing = kept::written(draft);
    let key = draft.key();
    let mut earlier = false;
    let mut answer = post(filing.clone(), &key).await;
    if let Err(Failure::Problem(Envelope { code: ErrorCode::KeyReused, .. })) = &answer
        && let Some(sent) = draft.sent.get_value()
    {
        // An attempt whose answer was lost had arrived after all, and something was changed since. What was sent
        // then brings its receipt.
        earlier = true;
        answer = post(sent, &key).await;
    } else if answer.as_ref().is_err_and(Failure::is_passing) {
        draft.sent.set_value(Some(filing));
    }
    let (filed, answer) = answer?;
    Ok(Arrived { filed, answer, earlier })
}

async fn post(filing: String, key: &str) -> Result<(Filed, JsValue), Failure> {
    let details = Call { headers: &[(IDEMPOTENCY_KEY, key)], ..Call::default() };
    call_written::<FileComplaint>(details, Some(filing)).await
}
