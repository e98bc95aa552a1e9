//! The publish guard: nothing becomes public by oversight, and nothing less private than its reporter chose.

use serde_json::json;
use server::testing::TestServer;
use shared::{
    access::{CaseAction, Role},
    api::{DraftPublication, Endpoint, PublishCase, SealCase, VerifyCase, fill},
    complaint::desk::Draft,
    problem::ErrorCode,
};
use tests_api::{
    forms::{filing, filing_with},
    on_both,
    reporter::Reporter,
    staff::Staff,
};

const CONTENT: &str = "Lapor kepada Ibu Wati, HP 0812-3456-7890. Kata Kirana Contoh lampu padam.";

async fn what_is_private_is_black_or_confirmed(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let filing = json!({ "content": CONTENT, "reporter": { "name": "Kirana Contoh" } });
    let filed = reporter.file(&filing_with(1, filing)).await;
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    assert!(!coordinator.case(&filed).await.actions.contains(&CaseAction::Publish), "first it is verified");
    coordinator.just(VerifyCase::PATH, &filed).await;
    let draft: Draft =
        coordinator.client.get(&fill(DraftPublication::PATH, &[&filed.code])).await.expect(200).to();
    let words: Vec<&str> = draft.content_words.iter().map(|word| word.words.as_str()).collect();
    assert_eq!(words, ["Wati", "0812-3456-7890", "Kirana", "Contoh"]);
    assert!(draft.title_words.is_empty());

    let version = coordinator.case(&filed).await.version;
    let publish = async |content: &str, confirmed: &[&str]| {
        let body = json!({ "title": draft.title, "content": content, "confirmed": confirmed });
        coordinator.command(PublishCase::PATH, &filed, version, &body).await
    };
    let refused = publish(CONTENT, &["Wati"]).await.refused(403, ErrorCode::Forbidden);
    assert_eq!(refused.rule.as_deref(), Some("unguarded"));
    publish("Semua baik.", &[]).await.blames(422, ErrorCode::Invalid, &["content differs_from_stored"]);
    assert_eq!(reporter.public_view(&filed).await.content, None);
    let black = CONTENT.replace("0812-3456-7890", &"█".repeat(14)).replace("Kirana Contoh", "██████ ██████");
    publish(&black, &["Wati"]).await.expect(200);
    let public = reporter.public_view(&filed).await;
    assert_eq!(public.content.as_deref(), Some(black.as_str()));
    assert_eq!(
        reporter.own_view(&filed).await.own.unwrap().content,
        CONTENT,
        "the reporter's own words stay"
    );
    assert_eq!(coordinator.case(&filed).await.content.as_deref(), Some(CONTENT));
}

async fn what_is_confidential_stays_so(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let filed = reporter.file(&filing_with(1, json!({ "confidential": true }))).await;
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    let case = coordinator.just(VerifyCase::PATH, &filed).await;
    assert!(!case.actions.contains(&CaseAction::Publish));
    let body = json!({ "title": case.title, "content": case.content });
    let refused = coordinator.command(PublishCase::PATH, &filed, case.version, &body).await;
    assert_eq!(refused.refused(403, ErrorCode::Forbidden).rule.as_deref(), Some("confidential"));
}

async fn sealing_takes_it_back(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let filed = reporter.file(&filing(1)).await;
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    let case = coordinator.just(VerifyCase::PATH, &filed).await;
    let body = json!({ "title": case.title, "content": case.content });
    coordinator.order(PublishCase::PATH, &filed, body).await;
    assert!(reporter.public_view(&filed).await.title.is_some());
    coordinator.order(SealCase::PATH, &filed, json!({ "text": "Tentang pungutan." })).await;
    let public = reporter.public_view(&filed).await;
    assert_eq!((public.title, public.content, public.agency), (None, None, None));
}

on_both!(what_is_private_is_black_or_confirmed, what_is_confidential_stays_so, sealing_takes_it_back);
