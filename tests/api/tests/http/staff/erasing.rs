//! Personal data: reading an identity for a reason, erasing at the end of its time or by right, and breaches.

use std::{fs, path::Path, time::Duration};

use serde_json::{Value, json};
use server::{complaint::erase, platform::db::Engine, testing::TestServer};
use shared::{
    access::Role,
    api::{
        AddBreach, AddMessage, AnswerCase, ChangeBreach, ChangeSetup, Endpoint, EraseComplaint,
        GetProtection, GetSetup, IF_MATCH, NoteOnCase, ReadIdentity, fill,
    },
    complaint::{Action, Actor, Filed, Stage},
    problem::ErrorCode,
    protection::{NOTICE_MILLISECONDS, ProtectionBoard},
    setup::Setup,
};
use tests_api::{
    forms::filing_with, office, on_both, pictures, reporter::Reporter, rows, staff::Staff, wait,
};

/// A word that stands in every text, and nowhere else.
const CANARY: &str = "kenarikuningemas";

async fn board(officer: &Staff) -> ProtectionBoard {
    officer.client.get(GetProtection::PATH).await.expect(200).to()
}

fn named(number: u64, anonymous: bool) -> Value {
    filing_with(
        number,
        json!({
            "title": format!("Lampu {CANARY} padam"),
            "content": format!("Lampu jalan {CANARY} padam sejak Senin."),
            "place": format!("Depan {CANARY}"),
            "anonymous": anonymous,
            "reporter": { "name": format!("Sri {CANARY}"), "phone": "0812-3456-7890", "email": "" },
        }),
    )
}

async fn who_reads_an_identity_says_why(server: &mut TestServer) {
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    let liaison = Staff::with(server, Role::Liaison, Some("esdm")).await;
    let officer = Staff::with(server, Role::DataProtectionOfficer, None).await;
    let reporter = Reporter::new(&server.url);
    let (hidden, open) = (reporter.file(&named(1, true)).await, reporter.file(&named(2, false)).await);
    for filed in [&hidden, &open] {
        office::dispose(server, filed, "esdm").await;
    }
    let read = async |staff: &Staff, filed: &Filed, why: &str| {
        staff.client.post(&fill(ReadIdentity::PATH, &[&filed.code]), &json!({ "text": why })).await
    };
    read(&coordinator, &hidden, " ").await.blames(422, ErrorCode::Invalid, &["text required"]);
    let refused = read(&liaison, &hidden, "Ingin tahu.").await.refused(403, ErrorCode::Forbidden);
    assert_eq!(refused.rule.as_deref(), Some("anonymous"));
    assert!(board(&officer).await.readings.is_empty());

    let identity = read(&coordinator, &hidden, "Menelepon untuk alamat.").await.expect(200).json();
    assert_eq!(identity["name"], format!("Sri {CANARY}"));
    read(&liaison, &open, "Mengatur kunjungan.").await.expect(200);
    let readings = board(&officer).await.readings;
    let told: Vec<_> =
        readings.iter().map(|one| (one.code.as_str(), one.reason.as_deref().unwrap())).collect();
    assert_eq!(told, [(&*open.code, "Mengatur kunjungan."), (&*hidden.code, "Menelepon untuk alamat.")]);
    assert!(readings.iter().all(|one| one.by.starts_with("Petugas Contoh")));
    // The reporter's own story tells nothing of it, and the staff see it as a note.
    assert!(!serde_json::to_string(&reporter.own_view(&hidden).await).unwrap().contains("Menelepon"));
    assert!(coordinator.case(&hidden).await.entries.last().unwrap().is_internal);
    rows::verify_clean(server).await;
}

/// Whether any file below a folder holds the word.
fn is_on_disk(folder: &Path) -> bool {
    fs::read_dir(folder).unwrap().any(|entry| {
        let path = entry.unwrap().path();
        if path.is_dir() {
            return is_on_disk(&path);
        }
        let bytes = fs::read(&path).unwrap_or_default();
        bytes.windows(CANARY.len()).any(|window| window.eq_ignore_ascii_case(CANARY.as_bytes()))
    })
}

/// A case with everything that can be said in one, at its end; its photo's id.
async fn ended(server: &TestServer, reporter: &Reporter) -> (Filed, String) {
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    let liaison = Staff::with(server, Role::Liaison, Some("esdm")).await;
    let file = reporter.upload("foto.png", &pictures::png(8, 8)).await;
    let mut filing = named(1, true);
    filing["files"] = json!([file]);
    let filed = reporter.file(&filing).await;
    office::dispose(server, &filed, "esdm").await;
    let written = reporter.act(&filed, AddMessage::PATH, &json!({ "text": format!("Pesan {CANARY}") })).await;
    written.expect(200);
    liaison.order(NoteOnCase::PATH, &filed, json!({ "text": format!("Catatan {CANARY}") })).await;
    liaison.order(AnswerCase::PATH, &filed, json!({ "text": format!("Jawaban {CANARY}") })).await;
    office::publish(server, &filed).await;
    office::step(server, &filed, Actor::Reporter, Action::Accept).await;
    let identity = fill(ReadIdentity::PATH, &[&filed.code]);
    coordinator.client.post(&identity, &json!({ "text": format!("Alasan {CANARY}") })).await.expect(200);
    (filed, file)
}

async fn by_right_it_is_gone_from_database_and_disk(server: &mut TestServer) {
    let officer = Staff::with(server, Role::DataProtectionOfficer, None).await;
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    let reporter = Reporter::new(&server.url);
    let working = reporter.file(&filing_with(9, json!({}))).await;
    let (filed, file) = ended(server, &reporter).await;
    let is_sqlite = server.state.db.engine() == Engine::Sqlite;
    let database = server.config.database.clone().unwrap_or_default();
    let folder = Path::new(database.trim_start_matches("sqlite:").trim_start_matches("//"))
        .parent()
        .map(Path::to_owned);
    let lies_there = || is_sqlite && folder.as_deref().is_some_and(is_on_disk);
    assert_eq!(lies_there(), is_sqlite, "the word is there before");
    let recap = async || {
        Reporter::new(&server.url).client.get("/api/v1/recap?by=stage").await.expect(200).json()["rows"]
            .clone()
    };
    let is_counted = || async { Some(recap().await).filter(|rows| rows.to_string().contains("\"closed\"")) };
    let figures = wait::until("the closed case to be counted", is_counted).await;

    let ask = |code: &str, reason: &str| json!({ "code": code, "reason": reason });
    let erase = async |body: Value| officer.client.post(EraseComplaint::PATH, &body).await;
    erase(ask(&working.code, "Permintaan pelapor.")).await.refused(409, ErrorCode::Conflict);
    erase(ask("AAA-AAA-AAA-A", "Permintaan.")).await.refused(422, ErrorCode::Invalid);
    erase(ask(&filed.code, " ")).await.blames(422, ErrorCode::Invalid, &["reason required"]);
    coordinator
        .client
        .post(EraseComplaint::PATH, &ask(&filed.code, "Ya."))
        .await
        .refused(403, ErrorCode::Forbidden);
    erase(ask(&filed.code, "Permintaan pelapor, pasal pelindungan data.")).await.expect(200);
    erase(ask(&filed.code, "Sekali lagi.")).await.expect(200);

    let id = office::id_of(server, &filed).await;
    for table in ["identity", "complaint_text", "publication", "upload"] {
        let left = rows::number(
            &server.state.db,
            &format!("select count(*) from {table} where complaint_id = {id}"),
        )
        .await;
        assert_eq!(left, 0, "{table}");
    }
    // Only the reasons of the erasing itself are left beside the chain.
    let texts = rows::texts(&server.state.db, "select text from event_text").await;
    assert!(texts.iter().all(|text| !text.contains(CANARY)), "{texts:?}");
    assert!(!server.state.files.path(&file).exists());
    assert!(!lies_there() && !is_on_disk(&server.config.data), "the word is still on the disk");
    let case = coordinator.case(&filed).await;
    assert_eq!(
        (case.stage, case.title, case.identified, case.published),
        (Stage::Closed, None, false, false)
    );
    assert_eq!(case.entries.last().unwrap().kind, "erased");
    let search: Value = coordinator
        .client
        .get(&format!("/api/v1/desk/complaints?lane=done&q={CANARY}"))
        .await
        .expect(200)
        .to();
    assert_eq!(search["rows"].as_array().map(Vec::len), Some(0));
    reporter.public_view(&filed).await;
    reporter.own_view(&filed).await;
    assert_eq!(recap().await, figures, "the figures stay");
    rows::verify_clean(server).await;
}

async fn at_the_end_of_its_time_it_goes_by_itself(server: &mut TestServer) {
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    let version = coordinator.client.get(GetSetup::PATH).await.expect(200).to::<Setup>().version.to_string();
    let kept = json!({ "retention": { "identity_months": 1, "files_months": 2, "words_months": 3 } });
    coordinator.client.with(IF_MATCH, &version).post(ChangeSetup::PATH, &kept).await.expect(200);
    let reporter = Reporter::new(&server.url);
    let (filed, file) = ended(server, &reporter).await;
    let id = office::id_of(server, &filed).await;
    let left = async |table: &str| {
        rows::number(&server.state.db, &format!("select count(*) from {table} where complaint_id = {id}"))
            .await
    };
    assert_eq!(erase::due::expired(&server.state).await.unwrap(), 0);
    for expected in [[0, 1, 1], [0, 0, 1], [0, 0, 0]] {
        server.clock.advance(Duration::from_secs(32 * 24 * 60 * 60));
        assert_eq!(erase::due::expired(&server.state).await.unwrap(), 1);
        assert_eq!([left("identity").await, left("upload").await, left("complaint_text").await], expected);
        rows::verify_clean(server).await;
    }
    assert_eq!(erase::due::expired(&server.state).await.unwrap(), 0);
    assert!(!server.state.files.path(&file).exists());
}

async fn a_breach_has_its_clock(server: &mut TestServer) {
    let officer = Staff::with(server, Role::DataProtectionOfficer, None).await;
    let now = server.clock.now().as_millisecond();
    let account = json!({ "data": "Nama dan nomor telepon", "course": "Surel salah kirim kemarin", "remedy": "Ditarik", "people": 3 });
    let early = json!({ "found_at": now + 60_000, "account": account });
    officer.client.post(AddBreach::PATH, &early).await.blames(
        422,
        ErrorCode::Invalid,
        &["found_at in_future"],
    );
    let entered: ProtectionBoard = officer
        .client
        .post(AddBreach::PATH, &json!({ "found_at": now, "account": account }))
        .await
        .expect(200)
        .to();
    let breach = &entered.breaches[0];
    assert_eq!((breach.due_at - breach.found_at, breach.told_at), (NOTICE_MILLISECONDS, None));
    let path = fill(ChangeBreach::PATH, &[&breach.id.to_string()]);
    let told = json!({ "account": account, "told": true });
    let client = officer.client.with(IF_MATCH, &breach.version.to_string());
    let after: ProtectionBoard = client.post(&path, &told).await.expect(200).to();
    assert_eq!(after.breaches[0].told_at, Some(now));
    client.post(&path, &told).await.refused(409, ErrorCode::Conflict);
    let missing = fill(ChangeBreach::PATH, &["77"]);
    client.post(&missing, &told).await.refused(404, ErrorCode::NotFound);
    rows::verify_clean(server).await;
}

on_both!(
    who_reads_an_identity_says_why,
    by_right_it_is_gone_from_database_and_disk,
    at_the_end_of_its_time_it_goes_by_itself,
    a_breach_has_its_clock,
);
