//! Applicants who gave a mail address hear what becomes of their request, and nothing of what it says.

use serde_json::json;
use server::{testing::TestServer, upkeep};
use shared::{
    access::Role,
    api::{AssignRequest, DecideObjection, DeliverRequest, Endpoint, ExtendRequest, GrantRequest},
    request::RequestReceipt,
};
use tests_api::{
    client::Client,
    on_both,
    random::fresh_key,
    reporter::Reporter,
    requesting::{asking, grant, object, order, register, send},
    rows,
    smtp::{Letter, MailServer, Mood},
    staff::Staff,
    turning,
};

const ADDRESS: &str = "pemohon@contoh.example";
const CANARY: &str = "milikpemohonsurat";

async fn with_mail(server: &mut TestServer) -> MailServer {
    let mail = MailServer::start().await;
    server.config.mail = Some(mail.config());
    server.restart().await;
    mail
}

async fn mailed(server: &TestServer, mail: &MailServer) -> Vec<Letter> {
    upkeep::deliver(&server.state).await.unwrap();
    mail.take()
}

async fn ask(client: &Client) -> RequestReceipt {
    let applicant = json!({
        "kind": "person", "name": format!("Pemohon {CANARY}"), "address": format!("Jalan {CANARY}"), "email": ADDRESS,
    });
    let new =
        asking(1, json!({ "applicant": applicant, "what": format!("Rencana {CANARY}."), "purpose": CANARY }));
    send(client, &fresh_key(), &new).await.expect(201).to()
}

async fn each_step_is_told_without_what_was_written(server: &mut TestServer) {
    let mail = with_mail(server).await;
    let main = Staff::with(server, Role::PpidMain, None).await;
    let superior = Staff::with(server, Role::PpidSuperior, None).await;
    let client = Client::new(&server.url);
    let silent = register(&client, 2).await;
    let receipt = ask(&client).await;
    let number = receipt.number.as_str();
    order(&main, AssignRequest::PATH, number, json!({ "agency": "esdm" })).await;
    let reason = json!({ "reason": format!("Arsip {CANARY}.") });
    order(&main, ExtendRequest::PATH, number, reason).await;
    order(&main, GrantRequest::PATH, number, grant(json!({ "text": CANARY }))).await;
    let delivery = json!({ "send": "pick_up", "delivered_on": "2026-06-10" });
    order(&main, DeliverRequest::PATH, number, delivery).await;
    object(&client, &receipt, "not_as_asked").await.expect(200);
    let decision =
        json!({ "outcome": "dismissed", "letter_number": "K-1", "official": "Atasan", "reasons": CANARY });
    order(&superior, DecideObjection::PATH, number, decision).await;
    order(&main, GrantRequest::PATH, &silent.number, grant(json!({}))).await;
    let letters = mailed(server, &mail).await;
    let told = ["terdaftar", "diperpanjang", "surat pemberitahuan", "diserahkan", "diputuskan"];
    assert_eq!(letters.len(), told.len(), "who left no address hears nothing: {letters:?}");
    for (letter, told) in letters.iter().zip(told) {
        assert_eq!(letter.to, ADDRESS);
        assert!(letter.text.contains(told), "{told}: {}", letter.text);
        assert!(letter.text.contains(&format!("https://tanggap.contoh.example/permohonan/{number}")));
        assert!(!letter.text.contains(CANARY) && !letter.text.contains(&receipt.secret), "{}", letter.text);
    }
    assert!(mailed(server, &mail).await.is_empty(), "each once");
    let waiting = "select count(*) from message where mail = 'waiting'";
    assert_eq!(rows::number(&server.state.db, waiting).await, 0);
    rows::verify_clean(server).await;
}

async fn what_is_not_taken_waits(server: &mut TestServer) {
    let mail = with_mail(server).await;
    mail.be(Mood::Later);
    ask(&Client::new(&server.url)).await;
    assert!(mailed(server, &mail).await.is_empty());
    mail.be(Mood::Takes);
    assert!(mailed(server, &mail).await.is_empty(), "not at once");
    server.clock.advance(std::time::Duration::from_secs(61));
    assert_eq!(mailed(server, &mail).await.len(), 1);
}

async fn what_was_a_complaint_is_told_as_a_request(server: &mut TestServer) {
    let mail = with_mail(server).await;
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    let reporter = Reporter::new(&server.url);
    let who = json!({ "reporter": { "name": "Warga Contoh", "email": ADDRESS } });
    let filed = turning::question(&reporter, 1, who).await;
    turning::ask(&coordinator, &filed).await;
    mailed(server, &mail).await;
    turning::give(&reporter.client, &filed, &filed.secret, &turning::details()).await.expect(201);
    let letters = mailed(server, &mail).await;
    assert_eq!(letters.len(), 1, "of the request, and not that the complaint is archived: {letters:?}");
    assert!(letters[0].text.contains("/permohonan/PI-2026-00001"), "{letters:?}");
}

on_both!(
    each_step_is_told_without_what_was_written,
    what_is_not_taken_waits,
    what_was_a_complaint_is_told_as_a_request,
);
