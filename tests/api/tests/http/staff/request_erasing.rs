//! Who asked for information and what they wrote goes at the end of its time, or by right; the register, the report and the chain
//! stay.

use std::{collections::BTreeMap, fs, path::Path, time::Duration};

use serde_json::{Value, json};
use server::{platform::db::Engine, request::erase, testing::TestServer};
use shared::{
    access::Role,
    api::{
        AssignRequest, ChangeSetup, DecideObjection, Endpoint, EraseRequest, ExtendRequest, GetProtection,
        GetRequestReport, GetSetup, IF_MATCH, ObjectToRequest, ReadApplicant, RefuseRequest, fill,
    },
    problem::ErrorCode,
    protection::ProtectionBoard,
    request::RequestReceipt,
    setup::Setup,
};
use tests_api::{
    client::Client,
    on_both,
    random::fresh_key,
    requesting::{asking, look, order, refusal, register, send, shown},
    rows,
    staff::Staff,
};

/// A word that stands in every text, and nowhere else.
const CANARY: &str = "kenaripermohonan";
const MONTH: Duration = Duration::from_secs(31 * 24 * 60 * 60);

/// Whether any file below a folder holds the word.
fn is_on_disk(folder: &Path) -> bool {
    fs::read_dir(folder).unwrap().any(|entry| {
        let path = entry.unwrap().path();
        if path.is_dir() {
            return is_on_disk(&path);
        }
        let bytes = fs::read(&path).unwrap_or_default();
        bytes.windows(CANARY.len()).any(|window| window == CANARY.as_bytes())
    })
}

/// Whether the word is in the database, as far as its files can be read.
fn lies_there(server: &TestServer) -> bool {
    let database = server.config.database.clone().unwrap_or_default();
    let file = database.trim_start_matches("sqlite:").trim_start_matches("//").to_owned();
    let is_sqlite = server.state.db.engine() == Engine::Sqlite;
    is_sqlite && Path::new(&file).parent().is_some_and(is_on_disk)
}

fn said(what: &str) -> String {
    // Long enough to lie on pages of its own.
    format!("{what} {CANARY} ").repeat(60).trim().to_owned()
}

/// A request with everything that can be said in one, at its end.
async fn ended(server: &TestServer, number: u32) -> RequestReceipt {
    let client = Client::new(&server.url);
    let main = Staff::with(server, Role::PpidMain, None).await;
    let superior = Staff::with(server, Role::PpidSuperior, None).await;
    let agency = Staff::with(server, Role::PpidAgency, Some("esdm")).await;
    let new = asking(number, json!({ "what": said("Salinan"), "purpose": said("Untuk") }));
    let receipt: RequestReceipt = send(&client, &fresh_key(), &new).await.expect(201).to();
    let number = receipt.number.as_str();
    let read = json!({ "reason": format!("Alamat {CANARY}") });
    main.client.post(&fill(ReadApplicant::PATH, &[number]), &read).await.expect(200);
    order(&main, AssignRequest::PATH, number, json!({ "agency": "esdm" })).await;
    order(&agency, ExtendRequest::PATH, number, json!({ "reason": format!("Arsip {CANARY}") })).await;
    let mut refused = refusal();
    refused["text"] = format!("Belum boleh, {CANARY}").into();
    order(&agency, RefuseRequest::PATH, number, refused).await;
    let objection = json!({ "ground": "refused", "text": format!("Keberatan {CANARY}") });
    let path = fill(ObjectToRequest::PATH, &[number]);
    client.holding(&receipt.secret).post(&path, &objection).await.expect(200);
    let decision = json!({
        "outcome": "dismissed", "letter_number": "K-1", "official": "Atasan", "reasons": format!("Tetap {CANARY}")
    });
    order(&superior, DecideObjection::PATH, number, decision).await;
    receipt
}

/// Rows of everything that nothing is taken out of.
async fn lasting(server: &TestServer) -> BTreeMap<&'static str, i64> {
    let gone = ["applicant", "event", "event_text", "idempotency", "revision"];
    let counts = rows::count(&server.state.db).await;
    counts.into_iter().filter(|(table, _)| !gone.contains(table)).collect()
}

async fn by_right_it_is_gone_from_database_and_disk(server: &mut TestServer) {
    let officer = Staff::with(server, Role::DataProtectionOfficer, None).await;
    let main = Staff::with(server, Role::PpidMain, None).await;
    let client = Client::new(&server.url);
    let working = register(&client, 9).await;
    let receipt = ended(server, 1).await;
    let number = receipt.number.as_str();
    assert_eq!(lies_there(server), server.state.db.engine() == Engine::Sqlite, "the word is there before");
    let report = async || main.client.get(GetRequestReport::PATH).await.expect(200).json();
    let (reported, lasts) = (report().await, lasting(server).await);
    let before = look(&client, &receipt).await;

    let ask = |code: &str, reason: &str| json!({ "code": code, "reason": reason });
    let erase = async |staff: &Staff, body: Value| staff.client.post(EraseRequest::PATH, &body).await;
    erase(&officer, ask(&working.number, "Permintaan.")).await.refused(409, ErrorCode::Conflict);
    erase(&officer, ask("PI-2026-09999", "Ya.")).await.blames(
        422,
        ErrorCode::Invalid,
        &["code unknown_value"],
    );
    erase(&officer, ask("abc", "Ya.")).await.refused(422, ErrorCode::Invalid);
    erase(&officer, ask(number, " ")).await.blames(422, ErrorCode::Invalid, &["reason required"]);
    erase(&main, ask(number, "Ya.")).await.refused(403, ErrorCode::Forbidden);
    let (one, other) = tokio::join!(
        erase(&officer, ask(&number.to_lowercase(), "Permintaan pemohon.")),
        erase(&officer, ask(number, "Sekali lagi.")),
    );
    one.expect(200);
    other.expect(200);

    let events = "select count(*) from event where kind = 'request_erased'";
    assert_eq!(rows::number(&server.state.db, events).await, 1, "of two at once one did it");
    assert_eq!(rows::number(&server.state.db, "select count(*) from applicant").await, 1, "the other's");
    let texts = rows::texts(&server.state.db, "select text from event_text").await;
    assert!(texts.iter().all(|text| !text.contains(CANARY)), "{texts:?}");
    let left = "select what || purpose || coalesce(extension_reason, '') from information_request";
    assert!(
        rows::texts(&server.state.db, left).await.concat().starts_with("Rencana"),
        "the other's words stay"
    );
    assert!(!lies_there(server) && !is_on_disk(&server.config.data), "the word is still on the disk");

    assert_eq!(report().await, reported, "the report stays");
    assert_eq!(lasting(server).await, lasts);
    let after = look(&client, &receipt).await;
    assert!(after.what.is_empty() && after.erased_on.is_some() && before.erased_on.is_none());
    assert_eq!((after.stage, &after.deadlines), (before.stage, &before.deadlines));
    let told = |view: &shared::request::RequestView| {
        let objection = &view.objections[0];
        (view.notices[0].letter_number.clone(), objection.ground, objection.decision.clone().unwrap().outcome)
    };
    assert_eq!(told(&look(&client, &receipt).await), told(&before));
    assert!(shown(&main, number).await.request.notices[0].text.is_none());
    let read = json!({ "reason": "Sekali lagi." });
    main.client.post(&fill(ReadApplicant::PATH, &[number]), &read).await.refused(404, ErrorCode::NotFound);
    rows::verify_clean(server).await;
}

async fn change(server: &TestServer, kept: Value) -> tests_api::answer::Answer {
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    let version = coordinator.client.get(GetSetup::PATH).await.expect(200).to::<Setup>().version.to_string();
    let kept = json!({ "request_retention": kept });
    coordinator.client.with(IF_MATCH, &version).post(ChangeSetup::PATH, &kept).await
}

async fn at_the_end_of_its_time_it_goes_by_itself(server: &mut TestServer) {
    for bad in [[0, 60], [5, 60], [12, 601]] {
        let kept = json!({ "applicant_months": bad[0], "words_months": bad[1] });
        change(server, kept).await.refused(422, ErrorCode::Invalid);
    }
    change(server, json!({ "applicant_months": 6, "words_months": 8 })).await.expect(200);
    let officer = Staff::with(server, Role::DataProtectionOfficer, None).await;
    let board: ProtectionBoard = officer.client.get(GetProtection::PATH).await.expect(200).to();
    assert_eq!((board.request_retention.applicant_months, board.request_retention.words_months), (6, 8));
    let client = Client::new(&server.url);
    let waiting = register(&client, 9).await;
    let receipt = ended(server, 1).await;
    let applicants = "select count(*) from applicant";
    let erased = "select count(*) from information_request where erased_on is not null";
    let left = async || {
        [rows::number(&server.state.db, applicants).await, rows::number(&server.state.db, erased).await]
    };
    for (months, count, expected) in
        [(0, 0, [2, 0]), (5, 0, [2, 0]), (2, 1, [1, 0]), (2, 1, [1, 1]), (9, 0, [1, 1])]
    {
        server.clock.advance(MONTH * months);
        assert_eq!(erase::expired(&server.state).await.unwrap(), count);
        assert_eq!(left().await, expected);
        rows::verify_clean(server).await;
    }
    assert!(!lies_there(server) && !is_on_disk(&server.config.data), "the word is still on the disk");
    assert!(
        look(&client, &waiting).await.erased_on.is_none(),
        "what waits for an answer is kept, however long"
    );
    assert!(look(&client, &receipt).await.erased_on.is_some());
}

async fn applicants_read_how_long_what_is_kept(server: &mut TestServer) {
    change(server, json!({ "applicant_months": 7, "words_months": 29 })).await.expect(200);
    let page = Client::new(&server.url).get("/permohonan").await.expect(200);
    assert!(page.text().contains("dihapus 7 bulan") && page.text().contains("29 bulan"));
}

on_both!(
    by_right_it_is_gone_from_database_and_disk,
    at_the_end_of_its_time_it_goes_by_itself,
    applicants_read_how_long_what_is_kept,
);
