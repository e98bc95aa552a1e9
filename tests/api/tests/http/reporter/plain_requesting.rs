//! Requests for information without scripts: the form, the receipt, the opened page and the objection.

use serde_json::json;
use server::testing::TestServer;
use shared::access::Role;
use shared::api::{DecideObjection, Endpoint, ExtendRequest, GiveRequestFile, GrantRequest, RefuseRequest};
use tests_api::{
    answer::Answer,
    on_both, pictures,
    plain::{Browser, Form, text_of, values_of},
    random::fresh_key,
    requesting::{grant, order, order_file, refusal, send_file},
    rows,
    staff::Staff,
};

const PATH: &str = "/permohonan";

fn filled() -> Form {
    Form::default()
        .with("key", &fresh_key())
        .with("applicant.kind", "person")
        .with("applicant.name", "Pemohon Contoh")
        .with("applicant.identity_number", "")
        .with("applicant.deed", "")
        .with("applicant.address", "Jalan Contoh 1")
        .with("applicant.phone", "0812 0000 0000")
        .with("applicant.email", "")
        .with("what", "Rencana kerja <2026>.\r\nDengan lampiran.")
        .with("purpose", "Penelitian.")
        .with("obtain", "soft_copy")
        .with("send", "pick_up")
}

fn is_page(answer: &Answer) {
    assert_eq!(answer.header("content-type"), "text/html; charset=utf-8");
    assert_eq!(answer.header("cache-control"), "no-store");
    let html = answer.text();
    assert!(html.starts_with("<!DOCTYPE html>"), "{html}");
    assert!(!html.contains("<script src") && !html.contains("type=\"module\""), "no script is loaded");
}

/// Registers a request; its number and its secret.
async fn register(browser: &Browser) -> (String, String) {
    let page = browser.submit(PATH, &filled()).await.expect(201);
    is_page(&page);
    let html = page.text();
    (text_of(&html, "receipt-number"), text_of(&html, "receipt-secret"))
}

async fn open(browser: &Browser, number: &str, secret: &str) -> Answer {
    browser.submit(&format!("{PATH}/{number}"), &Form::default().with("secret", secret)).await
}

#[track_caller]
fn holds(page: &Answer, expected: &[&str]) {
    let html = page.text();
    for words in expected {
        assert!(html.contains(words), "{words} is missing: {html}");
    }
}

async fn a_form_becomes_a_request(server: &mut TestServer) {
    let browser = Browser::new(&server.url);
    let form = browser.show(PATH).await.expect(200);
    assert_eq!(form.header("cache-control"), "no-store");
    for name in
        ["applicant.kind", "applicant.name", "applicant.deed", "what", "purpose", "obtain", "send", "nomor"]
    {
        holds(&form, &[&format!("name=\"{name}\"")]);
    }
    assert_ne!(values_of(&form.text(), "key"), values_of(&browser.show(PATH).await.text(), "key"));
    let english = browser.client.with("cookie", "lang=en").get(PATH).await.expect(200);
    holds(&english, &["Request for information"]);

    let (number, secret) = register(&browser).await;
    assert_eq!((number.as_str(), secret.len()), ("PI-2026-00001", 26));
    let found = browser.client.staying().get(&format!("{PATH}?nomor=pi-2026-00001")).await.expect(303);
    assert_eq!(found.header("location"), "/permohonan/PI-2026-00001");
    let page = open(&browser, &number, &secret).await.expect(200);
    is_page(&page);
    holds(
        &page,
        &["Terdaftar", "Rencana kerja &lt;2026&gt;.\nDengan lampiran.", "paling lambat", "Informasi berkala"],
    );
    assert!(!page.text().contains("Pemohon Contoh"), "who asks is sealed");
    rows::verify_clean(server).await;
}

async fn what_is_wrong_is_told_beside_the_fields(server: &mut TestServer) {
    let browser = Browser::new(&server.url);
    let before = rows::count(&server.state.db).await;
    let bad = filled().set("applicant.name", "").set("applicant.phone", "12").without("obtain");
    let page = browser.submit(PATH, &bad).await.expect(422);
    is_page(&page);
    holds(
        &page,
        &["href=\"#name\"", "href=\"#phone\"", "href=\"#obtain\"", "Jalan Contoh 1", "Dengan lampiran."],
    );
    assert_eq!(values_of(&page.text(), "key").len(), 1);
    browser.submit(PATH, &filled().with("x", "1")).await.expect(422);
    browser.submit(PATH, &filled().set("key", "x")).await.expect(400);
    assert_eq!(rows::count(&server.state.db).await, before);
    // Sent twice it is registered once.
    let form = filled();
    let first = browser.submit(PATH, &form).await.expect(201).text();
    let again = browser.submit(PATH, &form).await.expect(201).text();
    assert_eq!(text_of(&first, "receipt-secret"), text_of(&again, "receipt-secret"));
    let other = browser.submit(PATH, &form.clone().set("what", "Lain.")).await.expect(422);
    holds(&other, &["sudah pernah dikirim"]);
    assert_ne!(values_of(&other.text(), "key"), values_of(&first, "key"));
}

async fn a_page_opens_with_the_secret_alone(server: &mut TestServer) {
    let browser = Browser::new(&server.url);
    let (number, secret) = register(&browser).await;
    let plain = |page: &Answer, number: &str| page.text().replace(number, "PI");
    let there = browser.show(&format!("{PATH}/{number}")).await.expect(200);
    let nowhere = browser.show(&format!("{PATH}/PI-2026-00099")).await.expect(200);
    assert_eq!(plain(&there, &number), plain(&nowhere, "PI-2026-00099"), "whether it is there is not told");
    let wrong = open(&browser, &number, "00000000000000000000000000").await.expect(401);
    let unknown = open(&browser, "PI-2026-00099", &secret).await.expect(401);
    assert_eq!(plain(&wrong, &number), plain(&unknown, "PI-2026-00099"));
    holds(&wrong, &["tidak cocok"]);
    assert!(!wrong.text().contains("Rencana"));
    let elsewhere = browser.client.staying().get(&format!("{PATH}/x")).await.expect(303);
    assert_eq!(elsewhere.header("location"), PATH);
    open(&browser, &number, &secret).await.expect(200);
}

async fn letters_are_read_and_objected_to(server: &mut TestServer) {
    let browser = Browser::new(&server.url);
    let main = Staff::with(server, Role::PpidMain, None).await;
    let superior = Staff::with(server, Role::PpidSuperior, None).await;
    let (number, secret) = register(&browser).await;
    order(&main, ExtendRequest::PATH, &number, json!({ "reason": "Arsipnya banyak." })).await;
    order(&main, RefuseRequest::PATH, &number, refusal()).await;
    let page = open(&browser, &number, &secret).await.expect(200);
    holds(&page, &["Arsipnya banyak.", "489/12/PPID", "Pasal contoh huruf a", "UK-7", "Permohonan ditolak"]);
    holds(&page, &["value=\"refused\"", "value=\"no_regular_information\""]);
    assert!(!page.text().contains("value=\"no_answer\""), "only what the law offers");

    let place = |place: &str| Form::default().with("secret", &secret).with("surat", place);
    let path = format!("{PATH}/{number}/surat");
    let letter = browser.submit(&path, &place("1")).await.expect(200);
    is_page(&letter);
    holds(&letter, &["Pemberitahuan tertulis atas permohonan informasi PI-2026-00001", "489/12/PPID"]);
    holds(&letter, &["Rencana kerja &lt;2026&gt;", "mengajukan keberatan kepada atasan PPID paling lambat"]);
    for nothing in ["0", "2", "x", "-1"] {
        browser.submit(&path, &place(nothing)).await.expect(404);
    }
    browser.submit(&path, &place("1").set("secret", "x")).await.expect(401);

    let path = format!("{PATH}/{number}/keberatan");
    let form = Form::default().with("secret", &secret).with("ground", "").with("text", "Mohon dibuka.");
    let bad = browser.submit(&path, &form).await.expect(422);
    holds(&bad, &["href=\"#ground\"", "Mohon dibuka."]);
    let closed = browser.submit(&path, &form.clone().set("ground", "no_answer")).await.expect(409);
    holds(&closed, &["tidak dapat dipakai saat ini"]);
    browser.submit(&path, &form.clone().set("secret", "x")).await.expect(401);
    let done = browser.submit(&path, &form.clone().set("ground", "refused")).await.expect(200);
    is_page(&done);
    holds(&done, &["Keberatan Anda sudah diterima.", "Menunggu tanggapan atasan PPID."]);
    assert!(!done.text().contains("name=\"ground\""));
    let back = browser.client.staying().get(&path).await.expect(303);
    assert_eq!(back.header("location"), format!("{PATH}/{number}"));

    let decision = json!({
        "outcome": "upheld", "letter_number": "K-1", "official": "Atasan PPID", "reasons": "Sudah selayaknya.",
        "answer_by": "2026-06-19"
    });
    order(&superior, DecideObjection::PATH, &number, decision).await;
    order(&main, GrantRequest::PATH, &number, grant(json!({ "cost": 15_000 }))).await;
    let page = open(&browser, &number, &secret).await.expect(200);
    let latest = browser.submit(&format!("{PATH}/{number}/surat"), &place("2")).await.expect(200);
    holds(&latest, &["Permohonan dikabulkan", "490/12/PPID"]);
    holds(&page, &["Keberatan diterima", "Sudah selayaknya.", "Komisi Informasi paling lambat", "Rp15.000"]);
    rows::verify_clean(server).await;
}

async fn files_are_fetched_with_the_secret(server: &mut TestServer) {
    let browser = Browser::new(&server.url);
    let main = Staff::with(server, Role::PpidMain, None).await;
    let (number, secret) = register(&browser).await;
    let file = send_file(&main, &number, "rencana <2026>.csv", b"nama;nilai\nDesa;3\n").await;
    order_file(&main, GiveRequestFile::PATH, &number, &file, json!({})).await;
    assert!(!open(&browser, &number, &secret).await.expect(200).text().contains("rencana"));
    order(&main, GrantRequest::PATH, &number, grant(json!({}))).await;
    let path = format!("{PATH}/{number}/berkas/{file}");
    let page = open(&browser, &number, &secret).await.expect(200);
    holds(&page, &["Berkas untuk Anda", "rencana 2026.csv", &format!("action=\"{path}\"")]);
    let form = Form::default().with("secret", &secret);
    let got = browser.submit(&path, &form).await.expect(200);
    assert_eq!(got.body, b"nama;nilai\nDesa;3\n");
    let told = ["content-type", "cache-control", "content-security-policy"].map(|one| got.header(one));
    assert_eq!(told, ["text/csv; charset=utf-8", "no-store", "sandbox; default-src 'none'"]);
    assert!(got.header("content-disposition").starts_with("attachment; "));
    let wrong = browser.submit(&path, &form.clone().set("secret", "x")).await.expect(401);
    is_page(&wrong);
    assert!(!wrong.text().contains("rencana"));
    let absent = format!("{PATH}/{number}/berkas/{}", "0".repeat(32));
    browser.submit(&absent, &form).await.expect(404);
    let back = browser.client.staying().get(&path).await.expect(303);
    assert_eq!(back.header("location"), format!("{PATH}/{number}"));
    rows::verify_clean(server).await;
}

async fn a_document_comes_with_the_form(server: &mut TestServer) {
    let browser = Browser::new(&server.url);
    let form = browser.show(PATH).await.expect(200);
    holds(&form, &["enctype=\"multipart/form-data\"", "name=\"document\"", "accept=\"image/jpeg,"]);
    let body = filled().set("applicant.kind", "body");
    let missing = browser.submit(PATH, &body.clone().set("key", &fresh_key())).await.expect(422);
    holds(&missing, &["href=\"#deed\""]);
    let wrong = body.clone().document("akta.pdf", b"no document");
    let refused = browser.send(PATH, &wrong).await.expect(422);
    is_page(&refused);
    holds(
        &refused,
        &["href=\"#document\"", "Hanya foto (JPEG, PNG, WebP) dan PDF", "Rencana kerja &lt;2026&gt;"],
    );
    let nothing = body.clone().set("applicant.kind", "person").document("", b"");
    browser.send(PATH, &nothing).await.expect(201);
    let fine = body.set("key", &fresh_key()).document("akta.pdf", &pictures::pdf());
    let page = browser.send(PATH, &fine).await.expect(201);
    let number = text_of(&page.text(), "receipt-number");
    let again = browser.send(PATH, &fine).await.expect(201);
    assert_eq!(text_of(&again.text(), "receipt-number"), number, "once under its key");
    assert_eq!(rows::number(&server.state.db, "select count(*) from applicant_document").await, 1);
    rows::verify_clean(server).await;
}

on_both!(
    a_document_comes_with_the_form,
    files_are_fetched_with_the_secret,
    a_form_becomes_a_request,
    what_is_wrong_is_told_beside_the_fields,
    a_page_opens_with_the_secret_alone,
    letters_are_read_and_objected_to,
);
