use std::time::Duration;

use js_sys::{Array, Object};
use leptos::prelude::*;
use shared::complaint::Filed;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::File;

use super::draft::{Draft, Saved};
use crate::complaint::receipt::{After, Receipt};
use crate::platform::device::{Kept, Outbox, forget_session, recall_session, remember_session, use_outbox};
use crate::platform::net::decode;
use crate::platform::object::{get, set, text};
use crate::platform::reactive::{spawn, watch};

/// Between two savings while people type.
const PAUSE: Duration = Duration::from_millis(400);
/// What the tab remembers: the draft it is at, for a phone that closes the page to open its camera.
const CURRENT: &str = "draft";
/// Characters of the content that stand for a title that is still missing.
const WORDS: usize = 60;

/// Keeps the draft on the phone from now on: soon after each change, and at once when the page is left.
pub fn keep_up(draft: Draft) {
    let outbox = use_outbox();
    let is_due = StoredValue::new(false);
    let save = move || {
        if is_due.get_value() {
            is_due.set_value(false);
            save(draft, outbox);
        }
    };
    watch(move || {
        // Everything that is written is followed by writing it once.
        let _ = record(draft);
        if !is_due.get_value() && (draft.is_worth_keeping() || draft.known_key().is_some()) {
            is_due.set_value(true);
            set_timeout(save, PAUSE);
        }
    });
    for event in ["pagehide", "visibilitychange"] {
        window_event_listener_untyped(event, move |_| save());
    }
}

/// Takes up what another app handed over, or else what this tab was at before it was closed or loaded anew.
pub fn take_up(draft: Draft) {
    let outbox = use_outbox();
    spawn(async move {
        let shared: Vec<File> =
            outbox.take_shared().await.into_iter().filter_map(|file| file.dyn_into().ok()).collect();
        if !shared.is_empty() {
            draft.attachments.take_in(shared);
            draft.was_shared.set(true);
        } else if let Some(key) = recall_session(CURRENT)
            && !draft.is_worth_keeping()
            && let Some(kept) = outbox.open(&key).await
            // Who was quicker keeps what is typed; the other is in the list.
            && !draft.is_worth_keeping()
        {
            show(draft, key, &kept);
        }
    });
}

/// Puts the present draft aside, where the list of drafts has it.
pub fn put_aside(draft: Draft, outbox: Outbox) {
    save(draft, outbox);
    forget_session(CURRENT);
    draft.clear();
}

/// Opens something kept, in the place of what is in the form, which is put aside.
pub async fn open(draft: Draft, outbox: Outbox, key: &str) -> Option<()> {
    let kept = outbox.open(key).await?;
    put_aside(draft, outbox);
    show(draft, key.to_owned(), &kept);
    Some(())
}

/// Shows something kept: a receipt as such, anything else in the form.
fn show(draft: Draft, key: String, kept: &Kept) {
    remember_session(CURRENT, &key);
    match decode::<Filed>(get(&kept.record, "filed")) {
        Some(filed) => {
            let earlier = get(&kept.record, "earlier").is_truthy();
            draft.receipt.set(Some(Receipt { kept: Some(key), ..Receipt::new(filed, earlier) }));
        }
        None => restore(draft, key, kept),
    }
}

/// Makes way for another form. The receipt stays on the phone, or is wiped from it.
pub fn begin_again(draft: Draft, outbox: Outbox, after: After) {
    let key =
        draft.receipt.with_untracked(|receipt| receipt.as_ref().and_then(|receipt| receipt.kept.clone()));
    forget_session(CURRENT);
    draft.receipt.set(None);
    if let (After::PutAway, Some(key)) = (after, key) {
        spawn(async move {
            outbox.remove(&key).await;
        });
    }
}

/// Makes a filing of the draft that is sent later. Where the phone cannot keep it, it stays in the form.
pub async fn queue(draft: Draft, outbox: Outbox) -> bool {
    draft.key();
    let (record, blobs) = untrack(|| record(draft));
    let body = written(draft);
    let is_kept = hand_over(draft, outbox.queue(&record, &blobs, &body)).await;
    if is_kept {
        forget_session(CURRENT);
        draft.clear();
    }
    is_kept
}

/// Lets something take the draft's place, while nothing writes it beside that.
async fn hand_over<T>(draft: Draft, taking: impl Future<Output = T>) -> T {
    draft.is_handed_over.set_value(true);
    let taken = taking.await;
    draft.is_handed_over.set_value(false);
    taken
}

/// A filing that the server has received while its reporter watched.
pub struct Arrived {
    /// The answer.
    pub filed: Filed,
    /// The same as it came.
    pub answer: JsValue,
    /// Whether an earlier sending had arrived, and not what was changed since.
    pub earlier: bool,
}

/// The draft has become a complaint. Its receipt stays on the phone, and in this tab, until its reporter has noted it
/// down: a cheap phone closes pages when one opens another app to do so.
pub async fn finish(draft: Draft, outbox: Outbox, arrived: Arrived) -> Receipt {
    let Arrived { filed, answer, earlier } = arrived;
    let key = draft.key();
    let record = Object::new();
    set(&record, "key", key.as_str());
    set(&record, "title", draft.title.get_untracked());
    set(&record, "filed", answer);
    set(&record, "earlier", earlier);
    let is_kept = hand_over(draft, outbox.receive(&record)).await;
    draft.clear();
    let kept = is_kept.then_some(key);
    Receipt { kept, ..Receipt::new(filed, earlier) }
}

/// The filing as it is sent.
pub fn written(draft: Draft) -> String {
    serde_json::to_string(&untrack(|| draft.filing())).expect("texts and numbers can be written")
}

/// Keeps the draft as it stands; forgets one that nobody would miss.
pub fn save(draft: Draft, outbox: Outbox) {
    if draft.is_handed_over.get_value() {
        return;
    }
    if !draft.is_worth_keeping() {
        if let Some(key) = draft.known_key() {
            spawn(async move {
                outbox.remove(&key).await;
            });
        }
        draft.saved.set(Saved::NotYet);
        return;
    }
    let key = draft.key();
    remember_session(CURRENT, &key);
    let (record, blobs) = untrack(|| record(draft));
    spawn(async move {
        let is_kept = outbox.save(&record, &blobs).await;
        if draft.known_key() == Some(key) {
            draft.saved.set(if is_kept { Saved::Kept } else { Saved::Failed });
        }
    });
}

/// The draft as it is kept, and its files. Follows everything in it.
fn record(draft: Draft) -> (Object, Array) {
    let record = Object::new();
    for (name, signal) in draft.texts() {
        set(&record, name, signal.get());
    }
    // What the list calls it stands in the place of a title that is still missing.
    let content = draft.content.with(|content| content.trim().chars().take(WORDS).collect::<String>());
    set(&record, "words", content);
    let names = draft.region_names.get().iter().map(|name| JsValue::from_str(name)).collect::<Array>();
    set(&record, "region_names", names);
    if let Some(point) = draft.point.get() {
        let place = Object::new();
        set(&place, "latitude", point.latitude);
        set(&place, "longitude", point.longitude);
        set(&record, "point", place);
    }
    set(&record, "anonymous", draft.anonymous.get());
    set(&record, "confidential", draft.confidential.get());
    let (described, files) = draft.attachments.kept();
    set(&record, "files", described);
    if let Some(sent) = draft.sent.get_value() {
        set(&record, "sent", sent);
    }
    if let Some(key) = draft.known_key() {
        set(&record, "key", key);
    }
    (record, files)
}

/// Fills the form with what was kept, under the key it had.
fn restore(draft: Draft, key: String, kept: &Kept) {
    let record = &kept.record;
    draft.set_key(Some(key));
    draft.sent.set_value(get(record, "sent").as_string());
    for (name, signal) in draft.texts() {
        signal.set(text(record, name));
    }
    let names: Vec<String> = decode(get(record, "region_names")).unwrap_or_default();
    draft.region_names.set(names.try_into().unwrap_or_default());
    draft.point.set(decode(get(record, "point")).unwrap_or_default());
    draft.anonymous.set(get(record, "anonymous").as_bool().unwrap_or(true));
    draft.confidential.set(get(record, "confidential").is_truthy());
    let described: Array = get(record, "files").dyn_into().unwrap_or_default();
    draft.attachments.take_up(&described, &kept.blobs);
    draft.refused.set(decode(get(record, "problems")).unwrap_or_default());
    draft.saved.set(Saved::Kept);
}
