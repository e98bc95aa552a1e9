//! Reporters who left a mail address hear what becomes of their complaint, until they want it no more.

use std::time::Duration;

use serde_json::json;
use server::{testing::TestServer, upkeep};
use shared::{
    access::Role,
    api::{AskReporter, DisposeCase, Endpoint, SealCase, VerifyCase},
    complaint::Filed,
    problem::ErrorCode,
};
use tests_api::{
    client::Client,
    forms::filing_with,
    on_both,
    reporter::Reporter,
    rows,
    smtp::{Letter, MailServer, Mood},
    staff::Staff,
};

const ADDRESS: &str = "kirana@contoh.example";
const CANARY: &str = "milikkiranasurat";

async fn with_mail(server: &mut TestServer) -> MailServer {
    let mail = MailServer::start().await;
    server.config.mail = Some(mail.config());
    server.restart().await;
    mail
}

async fn file(server: &TestServer, number: u64, changes: serde_json::Value) -> Filed {
    let mut what = json!({
        "title": format!("Lampu {CANARY}"),
        "content": format!("Lampu di depan rumah {CANARY} padam sejak dua pekan."),
        "anonymous": false,
        "reporter": { "name": format!("Kirana {CANARY}"), "email": ADDRESS },
    });
    what.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
    Reporter::new(&server.url).file(&filing_with(number, what)).await
}

async fn mailed(server: &TestServer, mail: &MailServer) -> Vec<Letter> {
    upkeep::deliver(&server.state).await.unwrap();
    mail.take()
}

/// The path and query of the link that ends it.
fn end_of(letter: &Letter) -> String {
    let header = letter.text.lines().find_map(|line| line.strip_prefix("List-Unsubscribe: <"));
    let address = header.unwrap().trim_end_matches('>');
    address.strip_prefix("https://tanggap.contoh.example").unwrap().to_owned()
}

async fn each_step_is_told_without_what_was_written(server: &mut TestServer) {
    let mail = with_mail(server).await;
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    let filed = file(server, 1, json!({})).await;
    let silent = json!({ "anonymous": true, "reporter": null });
    let other = Reporter::new(&server.url).file(&filing_with(2, silent)).await;
    for filed in [&filed, &other] {
        coordinator.just(VerifyCase::PATH, filed).await;
    }
    coordinator.order(AskReporter::PATH, &filed, json!({ "text": format!("Di mana {CANARY}?") })).await;
    let letters = mailed(server, &mail).await;
    assert_eq!(letters.len(), 3, "received, verified, asked; nothing to who left no address: {letters:?}");
    for letter in &letters {
        assert_eq!(letter.to, ADDRESS);
        assert!(letter.text.contains(&format!("https://tanggap.contoh.example/lacak/{}", filed.code)));
        assert!(!letter.text.contains(CANARY) && !letter.text.contains(&filed.secret), "{}", letter.text);
        assert!(letter.text.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"));
    }
    assert!(letters[2].text.contains("Petugas menunggu balasan Anda"), "{}", letters[2].text);
    assert!(mailed(server, &mail).await.is_empty(), "each once");

    // A look at the link changes nothing; a mail program's own request does, and a second one is as good.
    let stop = end_of(&letters[0]);
    let client = Client::new(&server.url);
    let page = client.get(&stop).await.expect(200).text();
    assert!(
        page.contains("Hentikan kabar lewat email") && !page.contains("<script type=\"module\""),
        "{page}"
    );
    coordinator.order(AskReporter::PATH, &filed, json!({ "text": "Masih?" })).await;
    assert_eq!(mailed(server, &mail).await.len(), 1);
    let wrong = stop.replace("kunci=", "kunci=0");
    client.post(&wrong, &json!({})).await.refused(404, ErrorCode::NotFound);
    for _ in 0..2 {
        let body = Some(("application/x-www-form-urlencoded", "List-Unsubscribe=One-Click".into()));
        client.send(reqwest::Method::POST, &stop, body).await.expect(200);
    }
    coordinator.order(DisposeCase::PATH, &filed, json!({ "agency": "esdm" })).await;
    assert!(mailed(server, &mail).await.is_empty());
    let case = coordinator.case(&filed).await;
    assert_eq!(case.entries.iter().filter(|entry| entry.kind == "notices_ended").count(), 1);
    rows::verify_clean(server).await;
}

async fn what_is_sealed_is_told_alike(server: &mut TestServer) {
    let mail = with_mail(server).await;
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    let (open, sealed) =
        (file(server, 1, json!({})).await, file(server, 2, json!({ "about_officials": true })).await);
    let later = file(server, 3, json!({})).await;
    coordinator.order(SealCase::PATH, &later, json!({ "text": "Pejabat." })).await;
    let letters = mailed(server, &mail).await;
    assert_eq!(letters.len(), 3, "being sealed is not told: {letters:?}");
    let words = |letter: &Letter, filed: &Filed| {
        let text = letter.text.replace(&filed.code, "KODE");
        let lines = text.lines().filter(|line| !line.contains("kunci=") && !line.starts_with("Date:"));
        let lines = lines.filter(|line| !line.starts_with("Message-ID:"));
        lines.collect::<Vec<_>>().join("\n")
    };
    assert_eq!(words(&letters[0], &open), words(&letters[1], &sealed));
}

async fn what_is_not_taken_waits(server: &mut TestServer) {
    let mail = with_mail(server).await;
    mail.be(Mood::Later);
    file(server, 1, json!({})).await;
    assert!(mailed(server, &mail).await.is_empty());
    mail.be(Mood::Takes);
    assert!(mailed(server, &mail).await.is_empty(), "not before a minute has passed");
    server.clock.advance(Duration::from_secs(61));
    assert_eq!(mailed(server, &mail).await.len(), 1);

    mail.be(Mood::Never);
    file(server, 2, json!({})).await;
    assert!(mailed(server, &mail).await.is_empty());
    mail.be(Mood::Takes);
    server.clock.advance(Duration::from_secs(25 * 60 * 60));
    assert!(mailed(server, &mail).await.is_empty(), "an address that there is not is not asked again");
}

/// Mail that is switched on later does not send the news of last month.
async fn old_news_is_not_mailed(server: &mut TestServer) {
    file(server, 1, json!({})).await;
    server.clock.advance(Duration::from_secs(5 * 24 * 60 * 60));
    let mail = with_mail(server).await;
    upkeep::once(&server.state).await.unwrap();
    assert!(mailed(server, &mail).await.is_empty());
}

on_both!(
    each_step_is_told_without_what_was_written,
    what_is_sealed_is_told_alike,
    what_is_not_taken_waits,
    old_news_is_not_mailed,
);
