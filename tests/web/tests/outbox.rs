//! What the phone keeps, and the sender of what waits. The browser's own database is used; what is laid ready is the far
//! end of the wire.

use std::time::Duration;

use app::platform::device::{Entry, EntryState, Outbox, provide_outbox, rest};
use app::platform::object::{get, number, set, text};
use js_sys::{Array, Object, Uint8Array};
use leptos::prelude::{Owner, document};
use shared::api::{IDEMPOTENCY_KEY, UPLOAD_OFFSET};
use tests_web::{Asked, Network, Room, answer};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{File, HtmlDocument};

const KEY: &str = "5e0e8400-e29b-41d4-a716-446655440000";
const PIECE: u64 = 256 * 1024;
const SIZE: u32 = 300_000;
const BODY: &str = r#"{"class":"complaint","title":"Air keruh"}"#;
const FILED: &str = r#"{"code":"ABC-DEF-GHJ-K","secret":"s","stage":"received"}"#;

/// Hundredths of a second: a machine that builds something beside is slow.
const PATIENCE: u32 = 3_000;

/// An outbox of its own, with nothing in it.
struct Phone {
    outbox: Outbox,
    _owner: Owner,
    _room: Room,
}

impl Phone {
    async fn new() -> Self {
        // Something must be mounted for tasks to run.
        let room = Room::with(|| "").await;
        let owner = Owner::new();
        let outbox = owner.with(provide_outbox);
        assert!(outbox.switch(true).await && outbox.wipe().await, "the browser keeps nothing");
        Self { outbox, _owner: owner, _room: room }
    }

    fn entries(&self) -> Vec<Entry> {
        self.outbox.entries.get_untracked()
    }

    /// Waits until the only entry is in a state.
    async fn is(&self, wanted: EntryState) {
        for _ in 0..PATIENCE {
            if matches!(self.entries().as_slice(), [entry] if entry.state == wanted) {
                return;
            }
            rest(Duration::from_millis(10)).await;
        }
        panic!("waited in vain for {wanted:?}; there is {:?}", self.entries());
    }

    /// Waits until a number of requests was made.
    async fn asked(&self, network: &Network, wanted: usize) -> Vec<Asked> {
        for _ in 0..PATIENCE {
            if network.asked().len() >= wanted {
                break;
            }
            rest(Duration::from_millis(10)).await;
        }
        network.asked()
    }
}

fn file(size: u32) -> JsValue {
    let bytes = Uint8Array::new_with_length(size);
    bytes.set_index(0, 7);
    let content: JsValue = Array::of1(&bytes).into();
    File::new_with_u8_array_sequence(&content, "foto.jpg").expect("is a file").into()
}

/// A record as the form writes it, with as many files as sizes are given.
fn record(title: &str, sizes: &[u32], upload: Option<&str>) -> (Object, Array) {
    let (record, files, blobs) = (Object::new(), Array::new(), Array::new());
    for (at, size) in sizes.iter().enumerate() {
        let described = Object::new();
        set(&described, "key", at as u32);
        set(&described, "name", "foto.jpg");
        set(&described, "size", *size);
        if let Some(upload) = upload {
            set(&described, "upload", upload);
        }
        files.push(&described);
        blobs.push(&file(*size));
    }
    set(&record, "key", KEY);
    set(&record, "title", title);
    set(&record, "files", files);
    (record, blobs)
}

fn upload_state(offset: u64, ready: bool) -> String {
    format!(r#"{{"id":"u1","offset":{offset},"size":{SIZE},"ready":{ready}}}"#)
}

fn lines(asked: &[Asked]) -> Vec<String> {
    let line = |asked: &Asked| {
        let offset = asked.header(UPLOAD_OFFSET).unwrap_or_default();
        format!("{} {} {offset}", asked.method(), asked.address()).trim_end().to_owned()
    };
    asked.iter().map(line).collect()
}

async fn body(asked: &Asked) -> serde_json::Value {
    serde_json::from_slice(&asked.body().await).expect("is JSON")
}

#[wasm_bindgen_test]
async fn a_draft_keeps_its_files_and_can_be_put_back() {
    let phone = Phone::new().await;
    let (with_file, blobs) = record("Air keruh", &[10], None);
    assert!(phone.outbox.save(&with_file, &blobs).await);
    phone.is(EntryState::Draft).await;
    assert_eq!((phone.entries()[0].key.as_str(), phone.entries()[0].title.as_str()), (KEY, "Air keruh"));

    let kept = phone.outbox.open(KEY).await.expect("is there");
    let found: File = kept.blobs.get(0).dyn_into().expect("is a file");
    let bytes = JsFuture::from(found.array_buffer()).await.expect("can be read");
    let bytes = Uint8Array::new(&bytes).to_vec();
    assert_eq!((found.name().as_str(), bytes.len(), bytes[0]), ("foto.jpg", 10, 7));

    let removed = phone.outbox.remove(KEY).await.expect("is removed");
    assert!(phone.outbox.open(KEY).await.is_none());
    phone.outbox.restore(&removed).await;
    let kept = phone.outbox.open(KEY).await.expect("is back");
    assert!(kept.blobs.get(0).is_instance_of::<File>());

    // A file that was taken out of the form is forgotten.
    let (without, blobs) = record("Air keruh", &[], None);
    assert!(phone.outbox.save(&without, &blobs).await);
    assert!(phone.outbox.save(&with_file, &Array::of1(&JsValue::UNDEFINED)).await);
    let kept = phone.outbox.open(KEY).await.expect("is there");
    assert!(kept.blobs.get(0).is_undefined(), "the file outlived its removal");
}

#[wasm_bindgen_test]
async fn without_a_title_its_first_words_stand_for_it() {
    let phone = Phone::new().await;
    let (untitled, blobs) = record(" ", &[], None);
    set(&untitled, "words", "Sejak kemarin");
    assert!(phone.outbox.save(&untitled, &blobs).await);
    phone.is(EntryState::Draft).await;
    assert_eq!(phone.entries()[0].title, "Sejak kemarin");
}

#[wasm_bindgen_test]
async fn a_filing_goes_on_after_a_cut_and_is_sent_once() {
    let phone = Phone::new().await;
    let network = Network::answering([
        answer(201, &upload_state(0, false)),
        // The first piece arrives, but its answer is lost.
        None,
        answer(200, &upload_state(PIECE, false)),
        answer(200, &upload_state(u64::from(SIZE), true)),
        answer(201, FILED),
    ]);
    let (record, blobs) = record("Air keruh", &[SIZE], None);
    assert!(phone.outbox.queue(&record, &blobs, BODY).await);
    phone.asked(&network, 2).await;
    phone.is(EntryState::Waiting).await;
    phone.outbox.send();
    phone.is(EntryState::Received("ABC-DEF-GHJ-K".to_owned())).await;

    let asked = network.asked();
    assert_eq!(
        lines(&asked),
        [
            "POST /api/v1/uploads",
            "PATCH /api/v1/uploads/u1 0",
            "GET /api/v1/uploads/u1",
            "PATCH /api/v1/uploads/u1 262144",
            "POST /api/v1/complaints",
        ]
    );
    assert_eq!(asked[3].body().await.len() as u64, u64::from(SIZE) - PIECE);
    assert_eq!(asked[4].header(IDEMPOTENCY_KEY).as_deref(), Some(KEY));
    let expected = serde_json::json!({ "class": "complaint", "title": "Air keruh", "files": ["u1"] });
    assert_eq!(body(&asked[4]).await, expected);

    // Whatever makes a page try again, nothing is left to send. Looking at the receipt changes nothing.
    let kept = phone.outbox.open(KEY).await.expect("the receipt is kept");
    assert_eq!(text(&get(&kept.record, "filed"), "secret"), "s");
    phone.outbox.send();
    phone.is(EntryState::Received("ABC-DEF-GHJ-K".to_owned())).await;
    assert_eq!(network.asked().len(), 5);
}

#[wasm_bindgen_test]
async fn an_upload_that_the_server_has_forgotten_begins_anew() {
    let phone = Phone::new().await;
    let network = Network::answering([
        answer(404, r#"{"status":404,"code":"not_found","message":"Tidak ada."}"#),
        answer(201, &upload_state(0, false)),
        answer(200, &upload_state(PIECE, false)),
        answer(200, &upload_state(u64::from(SIZE), true)),
        answer(201, FILED),
    ]);
    let (record, blobs) = record("Air keruh", &[SIZE], Some("u0"));
    assert!(phone.outbox.queue(&record, &blobs, BODY).await);
    phone.is(EntryState::Received("ABC-DEF-GHJ-K".to_owned())).await;
    let asked = network.asked();
    assert_eq!(lines(&asked[..2]), ["GET /api/v1/uploads/u0", "POST /api/v1/uploads"]);
    assert_eq!(body(&asked[4]).await["files"], serde_json::json!(["u1"]));
}

#[wasm_bindgen_test]
async fn how_much_is_there_is_written_down() {
    let phone = Phone::new().await;
    let state = format!(r#"{{"id":"u1","offset":{PIECE},"size":{},"ready":false}}"#, PIECE * 2);
    let network = Network::answering([answer(201, &state), None]);
    let (record, blobs) = record("Air keruh", &[PIECE as u32 * 2], None);
    assert!(phone.outbox.queue(&record, &blobs, BODY).await);
    phone.asked(&network, 2).await;
    phone.is(EntryState::Waiting).await;
    let mut kept = phone.outbox.open(KEY).await.expect("is there");
    // What is shown is written down a moment later.
    for _ in 0..PATIENCE {
        if number(&kept.record, "percent") > 0.0 {
            break;
        }
        rest(Duration::from_millis(10)).await;
        kept = phone.outbox.open(KEY).await.expect("is there");
    }
    assert_eq!(number(&kept.record, "percent"), 50.0);
    // What the server knows of the file goes along, so that half of it need not be sent again.
    let files: Array = get(&kept.record, "files").dyn_into().expect("are there");
    assert_eq!(text(&files.get(0), "upload"), "u1");
}

#[wasm_bindgen_test]
async fn what_is_refused_is_a_draft_again() {
    let phone = Phone::new().await;
    let refusal = r#"{"status":422,"code":"invalid","message":"Ada yang salah.",
        "problems":[{"field":"sector","problem":{"code":"unknown_value"},"message":"Tidak dikenal."}]}"#;
    let _network = Network::answering([answer(422, refusal)]);
    let (record, blobs) = record("Air keruh", &[], None);
    assert!(phone.outbox.queue(&record, &blobs, BODY).await);
    phone.is(EntryState::Refused("Ada yang salah.".to_owned())).await;
    let kept = phone.outbox.open(KEY).await.expect("is there");
    let problems: Array = get(&kept.record, "problems").dyn_into().expect("are there");
    assert_eq!(text(&problems.get(0), "field"), "sector");
}

#[wasm_bindgen_test]
async fn a_server_in_trouble_is_asked_again() {
    let phone = Phone::new().await;
    let trouble = r#"{"status":503,"code":"unavailable","message":"Nanti."}"#;
    let portal = "<!doctype html><title>Masuk ke Wi-Fi</title>";
    let network = Network::answering([answer(503, trouble), answer(200, portal), answer(201, FILED)]);
    let (record, blobs) = record("Air keruh", &[], None);
    assert!(phone.outbox.queue(&record, &blobs, BODY).await);
    for times in 1..=2 {
        phone.asked(&network, times).await;
        phone.is(EntryState::Waiting).await;
        phone.outbox.send();
    }
    phone.is(EntryState::Received("ABC-DEF-GHJ-K".to_owned())).await;
    let keys: Vec<_> = network.asked().iter().map(|asked| asked.header(IDEMPOTENCY_KEY)).collect();
    assert_eq!(keys, vec![Some(KEY.to_owned()); 3]);
}

#[wasm_bindgen_test]
async fn an_attempt_that_had_arrived_brings_its_receipt() {
    let phone = Phone::new().await;
    let reused = r#"{"status":422,"code":"key_reused","message":"Kunci sudah dipakai."}"#;
    let network = Network::answering([answer(422, reused), answer(201, FILED)]);
    let (record, blobs) = record("Air keruh sekali", &[], None);
    let sent = r#"{"title":"Air keruh"}"#;
    set(&record, "sent", sent);
    assert!(phone.outbox.queue(&record, &blobs, BODY).await);
    phone.is(EntryState::Received("ABC-DEF-GHJ-K".to_owned())).await;
    assert_eq!(network.asked()[1].body().await, sent.as_bytes());
    let kept = phone.outbox.open(KEY).await.expect("the receipt is kept");
    assert!(get(&kept.record, "earlier").is_truthy());
}

#[wasm_bindgen_test]
async fn what_is_taken_back_is_not_sent() {
    let phone = Phone::new().await;
    let network = Network::answering([None]);
    let (record, blobs) = record("Air keruh", &[], None);
    assert!(phone.outbox.queue(&record, &blobs, BODY).await);
    phone.asked(&network, 1).await;
    phone.is(EntryState::Waiting).await;
    let kept = phone.outbox.open(KEY).await.expect("is there");
    // By now it may have been tried again.
    let asked = network.asked().len();
    assert!(get(&kept.record, "sent").is_string(), "nobody remembers what was sent");
    phone.is(EntryState::Draft).await;
    phone.outbox.send();
    assert!(phone.outbox.save(&kept.record.unchecked_into::<Object>(), &Array::new()).await);
    assert_eq!(network.asked().len(), asked);
}

#[wasm_bindgen_test]
async fn nothing_is_kept_where_keeping_is_off() {
    let phone = Phone::new().await;
    let network = Network::answering([]);
    let (record, blobs) = record("Air keruh", &[10], None);
    assert!(phone.outbox.save(&record, &blobs).await);
    assert!(phone.outbox.switch(false).await);
    assert!(phone.outbox.open(KEY).await.is_none(), "what was kept is still there");
    assert!(!phone.outbox.save(&record, &blobs).await);
    assert!(!phone.outbox.queue(&record, &blobs, BODY).await);
    assert!(phone.outbox.open(KEY).await.is_none());
    assert!(network.asked().is_empty(), "something was sent");
    let page: HtmlDocument = document().dyn_into().expect("pages are HTML");
    assert!(page.cookie().expect("can be read").contains("simpan=tidak"), "the next visit does not know");
    assert!(phone.outbox.switch(true).await);
}
