//! Who asks for information is read for a reason alone, and stands nowhere else.

use std::path::{Path, PathBuf};

use reqwest::Method;
use serde_json::{Value, json};
use server::testing::TestServer;
use shared::{
    access::Role,
    api::{
        APPLICANT_FILE_PATH, AssignRequest, DecideObjection, Endpoint, FileRequest, GetDeskRequest,
        GetProtection, GetRequest, GrantRequest, IDEMPOTENCY_KEY, ListDeskRequests, ReadApplicant,
        RefuseRequest, fill,
    },
    problem::ErrorCode,
    protection::ProtectionBoard,
    request::RequestReceipt,
};
use tests_api::{
    answer::Answer,
    client::Client,
    on_both, pictures,
    plain::Form,
    random::fresh_key,
    requesting::{asking, grant, object, order, refusal, send},
    rows,
    staff::Staff,
};

const NAME: &str = "Zubaidah Rekaan Tadulako";
const NIK: &str = "7271019876543210";
const ADDRESS: &str = "Lorong Ungu Rekaan 77";
const PHONE: &str = "+6281298765432";
const EMAIL: &str = "zubaidah.rekaan@contoh.example";
const CANARIES: [&str; 5] = [NAME, NIK, ADDRESS, PHONE, EMAIL];
/// What is planted in a document of identity.
const CARD: &str = "KARTU-REKAAN-ZUBAIDAH";
/// What is asked for is kept to be read, but not in the chain.
const WORDS: &str = "denah gudang berwarna nila";

fn walk(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { walk(&path) } else { vec![path] }).collect()
}

fn holds(bytes: &[u8], word: &str) -> bool {
    bytes.windows(word.len()).any(|window| window == word.as_bytes())
}

/// Looks for words where rows and files lie.
async fn look(server: &TestServer, words: &[&str]) {
    for path in walk(&server.config.data) {
        let bytes = std::fs::read(&path).unwrap();
        for word in words {
            assert!(!holds(&bytes, word), "{word} in {}", path.display());
        }
    }
    let tables = [
        "information_request",
        "applicant",
        "applicant_document",
        "request_file",
        "request_notice",
        "objection",
        "event",
        "event_text",
        "idempotency",
        "information_request_year",
        "message",
    ];
    let is_postgres = server.config.database.as_deref().is_some_and(|url| url.starts_with("postgres"));
    if !is_postgres {
        let file = server.config.database.as_deref().and_then(|url| url.strip_prefix("sqlite:"));
        let file = PathBuf::from(file.unwrap().split('?').next().unwrap());
        let bytes: Vec<u8> = ["", "-wal"]
            .iter()
            .filter_map(|end| std::fs::read(format!("{}{end}", file.display())).ok())
            .flatten()
            .collect();
        assert!(holds(&bytes, WORDS), "the search finds what is there");
        for word in words {
            assert!(!holds(&bytes, word), "{word} in the database");
        }
        return;
    }
    for table in tables {
        for word in words {
            let hexadecimal: String = word.bytes().map(|byte| format!("{byte:02x}")).collect();
            for word in [(*word).to_owned(), hexadecimal] {
                let sql = format!("select count(*) from {table} t where position('{word}' in t::text) > 0");
                assert_eq!(rows::number(&server.state.db, &sql).await, 0, "{word} in {table}");
            }
        }
    }
}

async fn nobodys_name_leaves_its_seal(server: &mut TestServer) {
    let client = Client::new(&server.url);
    let main = Staff::with(server, Role::PpidMain, None).await;
    let superior = Staff::with(server, Role::PpidSuperior, None).await;
    let agency = Staff::with(server, Role::PpidAgency, Some("esdm")).await;
    let who = json!({
        "kind": "person", "name": NAME, "identity_number": NIK, "address": ADDRESS, "phone": PHONE, "email": EMAIL
    });
    let what = asking(1, json!({ "applicant": who, "what": format!("Salinan {WORDS}.") }));
    let key = fresh_key();
    let first = send(&client, &key, &what).await.expect(201);
    let receipt: RequestReceipt = first.to();
    let number = receipt.number.as_str();
    let bad = asking(1, json!({ "applicant": who, "what": "" }));
    let refused = send(&client, &fresh_key(), &bad).await.expect(422);
    let mut told = vec![first, refused, send(&client, &key, &what).await.expect(201)];
    order(&main, AssignRequest::PATH, number, json!({ "agency": "esdm" })).await;
    order(&agency, RefuseRequest::PATH, number, refusal()).await;
    told.push(object(&client, &receipt, "refused").await.expect(200));
    let decision = json!({
        "outcome": "upheld", "letter_number": "K-1", "official": "Atasan", "reasons": "Alasan.",
        "answer_by": "2026-06-20"
    });
    order(&superior, DecideObjection::PATH, number, decision).await;
    order(&agency, GrantRequest::PATH, number, grant(json!({}))).await;
    told.push(client.holding(&receipt.secret).get(&fill(GetRequest::PATH, &[number])).await.expect(200));
    for staff in [&main, &agency, &superior] {
        told.push(staff.client.get(ListDeskRequests::PATH).await.expect(200));
        told.push(staff.client.get(&fill(GetDeskRequest::PATH, &[number])).await.expect(200));
    }
    for word in CANARIES {
        assert!(told.iter().all(|answer| !answer.text().contains(word)), "{word} is told");
    }
    look(server, &[&CANARIES[..], &[receipt.secret.as_str()]].concat()).await;
    let bodies = rows::texts(&server.state.db, "select body from event").await;
    assert!(bodies.iter().all(|body| !body.contains("nila") && !body.contains("keberatan.")), "{bodies:?}");
    rows::verify_clean(server).await;
    // A word that was changed behind the server's back is noticed.
    rows::change(&server.state.db, "update information_request set what = 'Lain.'").await;
    let state = &server.state;
    let checks = server::verify::verify(&state.db, &state.files, &state.settings()).await.unwrap();
    let faults: Vec<String> = checks.into_iter().flat_map(|check| check.faults).collect();
    assert!(faults.len() == 1 && faults[0].contains("`what` was changed"), "{faults:?}");
    rows::change(&state.db, "update information_request set event_position = null").await;
    let checks = server::verify::verify(&state.db, &state.files, &state.settings()).await.unwrap();
    let faults: Vec<String> = checks.into_iter().flat_map(|check| check.faults).collect();
    assert_eq!(faults, ["request PI-2026-00001: no event says how it came in"]);
}

async fn who_asks_is_read_for_a_reason_that_is_recorded(server: &mut TestServer) {
    let client = Client::new(&server.url);
    let main = Staff::with(server, Role::PpidMain, None).await;
    let superior = Staff::with(server, Role::PpidSuperior, None).await;
    let agency = Staff::with(server, Role::PpidAgency, Some("esdm")).await;
    let what = asking(
        1,
        json!({
            "applicant": { "kind": "body", "name": NAME, "deed": "Akta 12", "address": ADDRESS, "email": EMAIL }
        }),
    );
    let receipt: RequestReceipt = send(&client, &fresh_key(), &what).await.expect(201).to();
    let path = fill(ReadApplicant::PATH, &[&receipt.number]);
    let reason = json!({ "reason": "Menulis alamat surat." });
    for staff in [&agency, &superior] {
        staff.client.post(&path, &reason).await.refused(403, ErrorCode::Forbidden);
    }
    main.client.post(&path, &json!({ "reason": "" })).await.blames(
        422,
        ErrorCode::Invalid,
        &["reason required"],
    );
    let events = "select count(*) from event where kind = 'applicant_read'";
    assert_eq!(rows::number(&server.state.db, events).await, 0);
    let read: shared::request::ApplicantView = main.client.post(&path, &reason).await.expect(200).to();
    assert!(read.name == NAME && read.document.as_deref() == Some("Akta 12") && read.phone.is_none());
    assert_eq!(rows::number(&server.state.db, events).await, 1);
    let bodies = rows::texts(&server.state.db, "select body from event where kind = 'applicant_read'").await;
    assert!(bodies[0].contains(&format!("\"by\":{}", main.account_id)) && !bodies[0].contains("Menulis"));
    order(&main, AssignRequest::PATH, &receipt.number, json!({ "agency": "esdm" })).await;
    agency.client.post(&path, &reason).await.expect(200);
    // The data-protection officer sees who did, and why.
    let officer = Staff::with(server, Role::DataProtectionOfficer, None).await;
    let board: ProtectionBoard = officer.client.get(GetProtection::PATH).await.expect(200).to();
    let told: Vec<_> = board.readings.iter().map(|one| (one.code.as_str(), one.reason.as_deref())).collect();
    assert_eq!(told, [(receipt.number.as_str(), Some("Menulis alamat surat.")); 2]);
    assert!(board.readings.iter().all(|one| one.by.starts_with("Petugas Contoh")));
    rows::verify_clean(server).await;
}

/// A photo of an identity card that holds words as nobody else's does.
fn card() -> Vec<u8> {
    [pictures::jpeg(16, 12).as_slice(), CARD.as_bytes()].concat()
}

async fn file_with(client: &Client, key: &str, new: &Value, name: &str, bytes: &[u8]) -> Answer {
    let form = Form::default().with("request", &new.to_string()).document(name, bytes);
    let body = ("multipart/form-data; boundary=grenze", form.multipart().into());
    client.with(IDEMPOTENCY_KEY, key).send(Method::POST, FileRequest::PATH, Some(body)).await
}

fn body_without_number(number: u32) -> Value {
    asking(
        number,
        json!({ "applicant": { "kind": "body", "name": NAME, "address": ADDRESS, "email": EMAIL } }),
    )
}

async fn a_document_of_identity_leaves_its_seal_for_nobody(server: &mut TestServer) {
    let client = Client::new(&server.url);
    let main = Staff::with(server, Role::PpidMain, None).await;
    let agency = Staff::with(server, Role::PpidAgency, Some("esdm")).await;
    let what = asking(1, json!({ "what": format!("Salinan {WORDS}.") }));
    let key = fresh_key();
    let receipt: RequestReceipt =
        file_with(&client, &key, &what, "ktp zubaidah.jpg", &card()).await.expect(201).to();
    let again: RequestReceipt =
        file_with(&client, &key, &what, "ktp zubaidah.jpg", &card()).await.expect(201).to();
    assert_eq!(
        (again.number.as_str(), again.secret.as_str()),
        (receipt.number.as_str(), receipt.secret.as_str())
    );
    let other = pictures::png(8, 8);
    file_with(&client, &key, &what, "lain.png", &other).await.refused(422, ErrorCode::KeyReused);
    assert_eq!(rows::number(&server.state.db, "select count(*) from applicant_document").await, 1);
    let files = || walk(&server.config.data.join("files"));
    assert_eq!(files().len(), 1, "of what was sent again nothing is left");
    look(server, &[CARD, "zubaidah.jpg"]).await;
    rows::verify_clean(server).await;

    let path = fill(ReadApplicant::PATH, &[&receipt.number]);
    let file = fill(APPLICANT_FILE_PATH, &[&receipt.number]);
    let reason = json!({ "reason": "Memeriksa identitas." });
    agency.client.post(&file, &reason).await.refused(403, ErrorCode::Forbidden);
    main.client.post(&file, &json!({ "reason": " " })).await.blames(
        422,
        ErrorCode::Invalid,
        &["reason required"],
    );
    let events = "select count(*) from event where kind = 'applicant_read'";
    assert_eq!(rows::number(&server.state.db, events).await, 0);
    let read: shared::request::ApplicantView = main.client.post(&path, &reason).await.expect(200).to();
    let about = read.file.expect("a document came with it");
    assert_eq!((about.name.as_str(), about.size), ("ktp zubaidah.jpg", card().len() as u64));
    let got = main.client.post(&file, &reason).await.expect(200);
    assert_eq!(got.body, card());
    let told = ["content-type", "cache-control", "x-content-type-options", "content-security-policy"];
    assert_eq!(
        told.map(|one| got.header(one)),
        ["application/octet-stream", "no-store", "nosniff", "sandbox; default-src 'none'"]
    );
    assert_eq!(rows::number(&server.state.db, events).await, 2, "each reading is recorded");
    let bodies = rows::texts(&server.state.db, "select body from event").await;
    assert!(bodies.iter().all(|body| !body.contains("zubaidah")), "{bodies:?}");
    server.clock.advance(std::time::Duration::from_secs(3 * 60 * 60));
    let swept = server::platform::files::sweep(&server.state.db, &server.state.files, server.clock.now());
    assert_eq!((swept.await.unwrap().strays, files().len()), (0, 1), "the sweep knows it");
    look(server, &[CARD]).await;
    rows::verify_clean(server).await;
    // Moved to another request's row it is found missing, and changed on the disk it does not open.
    std::fs::write(&files()[0], card()).unwrap();
    let state = &server.state;
    let checks = server::verify::verify(&state.db, &state.files, &state.settings()).await.unwrap();
    let faults: Vec<String> = checks.into_iter().flat_map(|check| check.faults).collect();
    assert!(faults.len() == 1 && faults[0].contains("is not what was stored"), "{faults:?}");
    let main = main.back(server).await;
    main.client.post(&file, &reason).await.refused(500, ErrorCode::Internal);
}

async fn a_document_stands_in_for_its_number(server: &mut TestServer) {
    let client = Client::new(&server.url);
    let main = Staff::with(server, Role::PpidMain, None).await;
    let new = body_without_number(1);
    send(&client, &fresh_key(), &new).await.blames(422, ErrorCode::Invalid, &["applicant.deed required"]);
    let receipt: RequestReceipt =
        file_with(&client, &fresh_key(), &new, "akta.exe", &pictures::pdf()).await.expect(201).to();
    let path = fill(ReadApplicant::PATH, &[&receipt.number]);
    let reason = json!({ "reason": "Memeriksa akta." });
    let read: shared::request::ApplicantView = main.client.post(&path, &reason).await.expect(200).to();
    assert_eq!((read.document, read.file.unwrap().name.as_str()), (None, "akta.exe.pdf"));
    // None came with this one.
    let without: RequestReceipt = send(&client, &fresh_key(), &asking(2, json!({}))).await.expect(201).to();
    let file = fill(APPLICANT_FILE_PATH, &[&without.number]);
    main.client.post(&file, &reason).await.refused(404, ErrorCode::NotFound);
    let before = rows::count(&server.state.db).await;
    let check = async |bytes: &[u8], expected: &str| {
        let answer = file_with(&client, &fresh_key(), &new, "akta.pdf", bytes).await;
        answer.blames(422, ErrorCode::Invalid, &[expected]);
    };
    check(b"<!doctype html><script>1</script>", "document file_kind").await;
    check(b"%PDF-1.4\nhalf of it", "document file_broken").await;
    check(b"", "document file_broken").await;
    check(&[pictures::jpeg(8, 8), vec![0; 5_000_000]].concat(), "document file_too_large").await;
    let key = fresh_key();
    let twice = Form::default().with("request", &new.to_string()).document("a.pdf", &pictures::pdf());
    let twice = twice.document("b.pdf", &pictures::pdf());
    let alone = Form::default().document("a.pdf", &pictures::pdf());
    let strange =
        Form::default().with("request", &new.to_string()).with("x", "y").document("a.pdf", &pictures::pdf());
    for (form, expected) in
        [(twice, "document repeated"), (alone, "request required"), (strange, "x unknown_field")]
    {
        let body = ("multipart/form-data; boundary=grenze", form.multipart().into());
        let answer =
            client.with(IDEMPOTENCY_KEY, &key).send(Method::POST, FileRequest::PATH, Some(body)).await;
        answer.blames(422, ErrorCode::Invalid, &[expected]);
    }
    assert_eq!(rows::count(&server.state.db).await, before);
    assert_eq!(walk(&server.config.data.join("files")).len(), 1);
    rows::verify_clean(server).await;
}

on_both!(
    nobodys_name_leaves_its_seal,
    who_asks_is_read_for_a_reason_that_is_recorded,
    a_document_of_identity_leaves_its_seal_for_nobody,
    a_document_stands_in_for_its_number,
);
