use std::cell::Cell;

use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::*;

use super::{forget_sessions, recall, remember};
use crate::platform::object::{get, number, text};
use crate::platform::reactive::{RwSignal, spawn};

#[wasm_bindgen(module = "/shell/outbox.js")]
extern "C" {
    #[wasm_bindgen(catch, js_name = save)]
    async fn js_save(record: &JsValue, blobs: &Array) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_name = queue)]
    async fn js_queue(record: &JsValue, blobs: &Array, body: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_name = receive)]
    async fn js_receive(record: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_name = list)]
    async fn js_list() -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_name = open)]
    async fn js_open(key: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_name = remove)]
    async fn js_remove(key: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_name = restore)]
    async fn js_restore(removed: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_name = wipe)]
    async fn js_wipe() -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_name = takeShared)]
    async fn js_take_shared() -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_name = keepSeen)]
    async fn js_keep_seen(name: &str, value: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_name = seen)]
    async fn js_seen(name: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = onChange)]
    fn js_on_change(listener: &Closure<dyn FnMut()>);
    #[wasm_bindgen(js_name = start)]
    fn js_start();
    #[wasm_bindgen(js_name = attempt)]
    fn js_attempt();
}

/// The name and words of the choice to keep nothing.
const STORED_AS: &str = "simpan";
const NOTHING: &str = "tidak";

/// What this phone keeps: drafts, filings that wait, and receipts of those that went by themselves.
#[derive(Clone, Copy)]
pub struct Outbox {
    /// All of it, newest first.
    pub entries: RwSignal<Vec<Entry>>,
    /// Whether anything may be kept.
    pub is_on: RwSignal<bool>,
}

/// One thing kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its idempotency key.
    pub key: String,
    /// Its title, or the first words of its content, as far as there are any.
    pub title: String,
    /// How far it is.
    pub state: EntryState,
}

/// How far something kept is.
#[derive(Clone, Debug, PartialEq)]
pub enum EntryState {
    /// Still being written.
    Draft,
    /// A draft again, because the server refused it; what it said.
    Refused(String),
    /// To be sent, once there is a connection.
    Waiting,
    /// On its way; percent of its files.
    Sending(u32),
    /// There, under a code.
    Received(String),
}

/// A record with its files.
pub struct Kept {
    /// The record.
    pub record: JsValue,
    /// Its files, in the order of the record's own list; one that the phone has lost is undefined.
    pub blobs: Array,
}

/// What was removed, for putting it back.
#[derive(Clone)]
pub struct Removed(JsValue);

impl Entry {
    fn read(record: &JsValue) -> Self {
        let state = match text(record, "state").as_str() {
            "refused" => EntryState::Refused(text(record, "message")),
            "waiting" => EntryState::Waiting,
            "sending" => EntryState::Sending(number(record, "percent") as u32),
            "received" => EntryState::Received(text(&get(record, "filed"), "code")),
            _ => EntryState::Draft,
        };
        let title = Some(text(record, "title")).filter(|title| !title.trim().is_empty());
        Self { key: text(record, "key"), title: title.unwrap_or_else(|| text(record, "words")), state }
    }
}

/// Makes what is kept known to everything below, and sends what waits from now on.
pub fn provide_outbox() -> Outbox {
    let outbox = Outbox { entries: RwSignal::new(Vec::new()), is_on: RwSignal::new(is_keeping()) };
    provide_context(outbox);
    let changed = Closure::<dyn FnMut()>::new(move || spawn(outbox.look()));
    js_on_change(&changed);
    // As long as the page.
    changed.forget();
    spawn(outbox.look());
    js_start();
    outbox
}

/// What is kept.
pub fn use_outbox() -> Outbox {
    expect_context()
}

/// Whether this phone's user lets anything be kept. Read where it counts, since another tab may have changed it.
fn is_keeping() -> bool {
    recall(STORED_AS).as_deref() != Some(NOTHING)
}

impl Outbox {
    async fn look(self) {
        thread_local! {
            static LOOKING: Cell<u32> = const { Cell::new(0) };
        }
        let this = LOOKING.get() + 1;
        LOOKING.set(this);
        let records: Array = js_list().await.unwrap_or_default().dyn_into().unwrap_or_default();
        // A later look knows better.
        if LOOKING.get() == this {
            self.entries.set(records.iter().map(|record| Entry::read(&record)).collect());
        }
    }

    /// Keeps a draft; tells whether it is kept. `blobs` are the files that its own list describes.
    pub async fn save(self, record: &JsValue, blobs: &Array) -> bool {
        is_keeping() && js_save(record, blobs).await.is_ok()
    }

    /// Makes a filing of a draft that is sent as soon as there is a connection; tells whether it is kept.
    pub async fn queue(self, record: &JsValue, blobs: &Array, body: &str) -> bool {
        is_keeping() && js_queue(record, blobs, body).await.is_ok()
    }

    /// Keeps the receipt of a draft that was sent, in its place; tells whether it is kept.
    pub async fn receive(self, record: &JsValue) -> bool {
        is_keeping() && js_receive(record).await.is_ok()
    }

    /// Sends what waits, now.
    pub fn send(self) {
        js_attempt();
    }

    /// Opens something kept. What waits to be sent is a draft again from then on.
    pub async fn open(self, key: &str) -> Option<Kept> {
        let found = js_open(key).await.ok().filter(JsValue::is_object)?;
        let blobs = get(&found, "blobs").dyn_into().unwrap_or_default();
        Some(Kept { record: get(&found, "record"), blobs })
    }

    /// Removes something kept.
    pub async fn remove(self, key: &str) -> Option<Removed> {
        js_remove(key).await.ok().map(Removed)
    }

    /// Puts it back, and is done once it is in the list again.
    pub async fn restore(self, removed: &Removed) {
        // Where there is no room any more it stays removed, as it was asked for.
        let _ = js_restore(&removed.0).await;
        self.look().await;
    }

    /// Wipes all of it, and what this tab remembers.
    pub async fn wipe(self) -> bool {
        forget_sessions();
        js_wipe().await.is_ok()
    }

    /// Lets things be kept from now on, or wipes what is and keeps nothing more; tells whether that worked.
    pub async fn switch(self, is_on: bool) -> bool {
        remember(STORED_AS, if is_on { "ya" } else { NOTHING });
        self.is_on.set(is_on);
        is_on || self.wipe().await
    }

    /// Files that another app handed over; given once.
    pub async fn take_shared(self) -> Vec<JsValue> {
        let files: Array = js_take_shared().await.unwrap_or_default().dyn_into().unwrap_or_default();
        files.to_vec()
    }
}

/// Keeps an answer for reading without a connection.
pub fn keep_seen(name: &'static str, answer: JsValue) {
    if is_keeping() {
        spawn(async move {
            // A phone without room shows what it can load.
            let _ = js_keep_seen(name, &answer).await;
        });
    }
}

/// The answer kept under a name.
pub async fn seen(name: &str) -> Option<JsValue> {
    js_seen(name).await.ok().filter(JsValue::is_object)
}
