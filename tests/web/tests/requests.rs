//! Typed requests: what they send, and what they make of every kind of answer. What is laid ready here is the far end
//! of the wire; all of the page's own code runs.

use app::platform::net::{Call, Failure, UploadStep, call, upload};
use leptos::prelude::document;
use shared::api::{AddMessage, GetComplaint, IDEMPOTENCY_KEY, ListRegions, UPLOAD_OFFSET};
use shared::complaint::NewMessage;
use shared::lang::Lang;
use shared::problem::{ErrorCode, Problem};
use shared::region::Region;
use tests_web::{Network, answer};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::File;

const REGIONS: &str = r#"[{"code":"72.71.01","name":"Palu Timur"}]"#;

async fn regions() -> Result<Vec<Region>, Failure> {
    call::<ListRegions>(Call { path: &["72.71"], query: "x=1", ..Call::default() }, &()).await
}

#[wasm_bindgen_test]
async fn reading_asks_the_address_in_the_pages_language() {
    document().document_element().expect("the page has a root").set_attribute("lang", "en").expect("a name");
    let network = Network::answering([answer(200, REGIONS)]);
    let found = regions().await.expect("is answered");
    assert_eq!(found, [Region { code: "72.71.01".to_owned(), name: "Palu Timur".to_owned() }]);
    let asked = network.asked();
    assert_eq!(asked.len(), 1);
    // The library that makes requests ends a query with the sign for another parameter.
    let address = asked[0].address();
    let method = asked[0].method();
    assert_eq!((method.as_str(), address.trim_end_matches('&')), ("GET", "/api/v1/regions/72.71?x=1"));
    assert_eq!(asked[0].header("accept").as_deref(), Some("application/json"));
    assert_eq!(asked[0].header("accept-language").as_deref(), Some("en"));
    assert_eq!(asked[0].header("content-type"), None);
    assert!(asked[0].body().await.is_empty());
    document().document_element().expect("the page has a root").set_attribute("lang", "id").expect("a name");
}

#[wasm_bindgen_test]
async fn writing_sends_json_and_its_headers() {
    let network = Network::answering([answer(404, "")]);
    let headers = [("authorization", "Receipt abc"), (IDEMPOTENCY_KEY, "k-1")];
    let details = Call { path: &["ABC"], headers: &headers, ..Call::default() };
    let body = NewMessage { text: "Halo".to_owned(), files: vec!["f1".to_owned()] };
    let failed = call::<AddMessage>(details, &body).await.expect_err("there is no such complaint");
    assert_eq!(failed, Failure::Strange, "an empty body is no envelope");
    let asked = &network.asked()[0];
    assert_eq!(
        (asked.method().as_str(), asked.address().as_str()),
        ("POST", "/api/v1/complaints/ABC/messages")
    );
    assert_eq!(asked.header("content-type").as_deref(), Some("application/json"));
    assert_eq!(asked.header("authorization").as_deref(), Some("Receipt abc"));
    assert_eq!(asked.header(IDEMPOTENCY_KEY).as_deref(), Some("k-1"));
    let sent: NewMessage = serde_json::from_slice(&asked.body().await).expect("is JSON");
    assert_eq!(sent, body);
}

#[wasm_bindgen_test]
async fn an_envelope_is_read_with_its_fields() {
    let envelope = r#"{"status":422,"code":"invalid","message":"Ada isian yang perlu diperbaiki.",
        "problems":[{"field":"title","problem":{"code":"too_short","limit":5},"message":"…"}]}"#;
    let _network = Network::answering([answer(422, envelope)]);
    let failed = regions().await.expect_err("is refused");
    assert_eq!(failed.code(), Some(ErrorCode::Invalid));
    assert!(!failed.is_passing());
    let Failure::Problem(envelope) = failed else { panic!("{failed:?}") };
    assert_eq!(envelope.problems[0].field, "title");
    assert_eq!(envelope.problems[0].problem, Problem::TooShort(5));
}

#[wasm_bindgen_test]
async fn a_code_of_a_newer_server_keeps_its_own_words() {
    let envelope = r#"{"status":409,"code":"on_strike","message":"Kantor sedang tutup."}"#;
    let _network = Network::answering([answer(409, envelope)]);
    let failed = regions().await.expect_err("is refused");
    assert_eq!(failed.sentence(Lang::En), "Kantor sedang tutup.");
}

#[wasm_bindgen_test]
async fn no_network_and_strange_answers_are_told_apart() {
    let portal = "<!doctype html><title>Masuk ke Wi-Fi</title>";
    let answers =
        [None, answer(200, portal), answer(502, portal), answer(200, "{}"), answer(503, UNAVAILABLE)];
    let _network = Network::answering(answers);
    let mut failed = Vec::new();
    for _ in 0..5 {
        failed.push(regions().await.expect_err("brings nothing"));
    }
    assert_eq!(failed[..4], [Failure::Offline, Failure::Strange, Failure::Strange, Failure::Strange]);
    assert_eq!(failed[4].code(), Some(ErrorCode::Unavailable));
    assert!(failed.iter().all(Failure::is_passing), "{failed:?}");
    assert_eq!(failed[0].sentence(Lang::Id), Lang::Id.shell().offline);
    assert_eq!(failed[1].sentence(Lang::Id), Lang::Id.shell().strange_answer);
}

#[wasm_bindgen_test]
async fn what_nobody_waits_for_is_given_up() {
    let network = Network::answering([]);
    {
        let details = Call { path: &["ABC"], ..Call::default() };
        let mut asking = Box::pin(call::<GetComplaint>(details, &()));
        // Once, so that the request is made; it stays unanswered.
        let waker = std::task::Waker::noop();
        let polled = asking.as_mut().poll(&mut std::task::Context::from_waker(waker));
        assert!(polled.is_pending());
        assert!(!network.asked()[0].is_aborted());
    }
    assert!(network.asked()[0].is_aborted(), "the page is left, and the request goes on");
}

const UNAVAILABLE: &str = r#"{"status":503,"code":"unavailable","message":"Nanti."}"#;

fn state(offset: u64, ready: bool) -> String {
    format!(r#"{{"id":"u1","offset":{offset},"size":600000,"ready":{ready}}}"#)
}

#[wasm_bindgen_test]
async fn a_file_goes_up_in_pieces_and_goes_on_after_a_cut() {
    const PIECE: u64 = 256 * 1024;
    let network = Network::answering([
        answer(201, &state(0, false)),
        answer(200, &state(PIECE, false)),
        // The second piece arrives, but its answer is lost; the server knows.
        None,
        answer(200, &state(2 * PIECE, false)),
        answer(200, &state(600_000, true)),
    ]);
    let content: JsValue = js_sys::Array::of1(&js_sys::Uint8Array::new_with_length(600_000)).into();
    let file = File::new_with_u8_array_sequence(&content, "foto.jpg").expect("is a file");
    let mut told = Vec::new();
    let sent = upload(&file, None, |step| {
        match step {
            UploadStep::Started(id) => told.push(id.to_owned()),
            UploadStep::Sent(bytes) => told.push(bytes.to_string()),
        }
        true
    });
    let ready = sent.await.expect("arrives");
    assert!(ready.ready);
    assert_eq!(told, ["u1", "0", "262144", "524288", "600000"]);

    let asked = network.asked();
    let lines: Vec<String> = asked
        .iter()
        .map(|asked| {
            let offset = asked.header(UPLOAD_OFFSET).unwrap_or_default();
            format!("{} {} {offset}", asked.method(), asked.address()).trim_end().to_owned()
        })
        .collect();
    assert_eq!(
        lines,
        [
            "POST /api/v1/uploads",
            "PATCH /api/v1/uploads/u1 0",
            "PATCH /api/v1/uploads/u1 262144",
            "GET /api/v1/uploads/u1",
            "PATCH /api/v1/uploads/u1 524288",
        ]
    );
    assert_eq!(asked[1].body().await.len() as u64, PIECE);
    assert_eq!(asked[4].body().await.len() as u64, 600_000 - 2 * PIECE);
}

#[wasm_bindgen_test]
async fn a_file_that_is_not_wanted_any_more_stops() {
    let network = Network::answering([answer(201, &state(0, false))]);
    let content: JsValue = js_sys::Array::of1(&js_sys::Uint8Array::new_with_length(600_000)).into();
    let file = File::new_with_u8_array_sequence(&content, "foto.jpg").expect("is a file");
    upload(&file, None, |_| false).await.expect_err("was given up");
    assert_eq!(network.asked().len(), 1, "a piece was sent all the same");
}
