//! The inbox: whose cases, in which order, by which words.

use serde_json::json;
use server::testing::TestServer;
use shared::{
    access::Role,
    api::{DisposeCase, Endpoint, ListCases, VerifyCase},
    complaint::desk::CaseList,
    problem::ErrorCode,
};
use std::time::Duration;
use tests_api::{
    forms::{filing, filing_with},
    on_both,
    reporter::Reporter,
    staff::Staff,
};

async fn titles(staff: &Staff, query: &str) -> Vec<String> {
    let list: CaseList = staff.client.get(&format!("{}?{query}", ListCases::PATH)).await.expect(200).to();
    list.rows
        .into_iter()
        .filter_map(|row| row.title)
        .map(|title| title.replace("Lampu jalan padam nomor ", ""))
        .collect()
}

async fn each_office_has_its_own(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let mut filed = Vec::new();
    for number in 1..=4 {
        filed.push(reporter.file(&filing(number)).await);
        server.clock.advance(Duration::from_secs(24 * 60 * 60));
    }
    reporter.file(&filing_with(5, json!({ "about_officials": true }))).await;
    // Sessions do not last for days.
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    let liaison = Staff::with(server, Role::Liaison, Some("esdm")).await;
    let inspector = Staff::with(server, Role::Inspectorate, None).await;
    let viewer = Staff::with(server, Role::Viewer, None).await;
    assert_eq!(titles(&coordinator, "").await, ["1", "2", "3", "4"], "what is due first on top");
    assert!(titles(&liaison, "").await.is_empty() && titles(&viewer, "lane=open").await.is_empty());
    assert_eq!(titles(&inspector, "").await, ["5"]);

    coordinator.just(VerifyCase::PATH, &filed[0]).await;
    coordinator.order(DisposeCase::PATH, &filed[0], json!({ "agency": "esdm" })).await;
    coordinator.order(DisposeCase::PATH, &filed[2], json!({ "agency": "dinkes" })).await;
    assert_eq!(titles(&coordinator, "").await, ["2", "4"]);
    assert_eq!(titles(&coordinator, "lane=open&agency=dinkes").await, ["3"]);
    assert_eq!(titles(&coordinator, "stage=disposed").await, ["1", "3"]);
    assert_eq!(titles(&liaison, "").await, ["1"]);
    assert_eq!(titles(&liaison, "lane=open&agency=dinkes").await, [""; 0], "another agency's");
    reporter.withdraw(&filed[1]).await.expect(200);
    assert_eq!(titles(&coordinator, "lane=done").await, ["2"]);
}

async fn late_ones_come_first_and_are_told(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let old = reporter.file(&filing(1)).await;
    server.clock.advance(Duration::from_secs(7 * 24 * 60 * 60));
    reporter.file(&filing(2)).await;
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    let list: CaseList = coordinator.client.get(ListCases::PATH).await.expect(200).to();
    assert_eq!(list.rows[0].code, old.code);
    assert!(list.rows[0].due.unwrap().days_left < 0 && list.rows[1].due.unwrap().days_left > 0);
    assert_eq!(titles(&coordinator, "due=late").await, ["1"]);
    assert_eq!(titles(&coordinator, "due=week").await, ["1", "2"]);
}

async fn words_are_found(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let filed = reporter.file(&filing_with(1, json!({ "title": "Jembatan gantung putus", "content": "Tali baja jembatan desa contoh putus semalam." }))).await;
    reporter.file(&filing(2)).await;
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    for words in ["jembatan", "JEMB", "baja%20tali", &filed.code, &filed.code.replace('-', "").to_lowercase()]
    {
        assert_eq!(titles(&coordinator, &format!("q={words}")).await, ["Jembatan gantung putus"], "{words}");
    }
    for words in ["jembatan%20lampu", "%22%27%29", "zzz"] {
        assert!(titles(&coordinator, &format!("q={words}")).await.is_empty(), "{words}");
    }
    let liaison = Staff::with(server, Role::Liaison, Some("esdm")).await;
    assert!(titles(&liaison, "q=jembatan").await.is_empty());
}

async fn pages_follow_each_other(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    for number in 1..=60 {
        reporter.file(&filing(number)).await;
    }
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    let first: CaseList = coordinator.client.get(ListCases::PATH).await.expect(200).to();
    assert_eq!(first.rows.len(), 50);
    let after = format!("{}?after={}", ListCases::PATH, first.next.unwrap());
    let second: CaseList = coordinator.client.get(&after).await.expect(200).to();
    assert!(second.rows.len() == 10 && second.next.is_none());
    let mut codes: Vec<_> = first.rows.iter().chain(&second.rows).map(|row| row.code.clone()).collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), 60);
}

async fn what_is_no_filter_is_refused(server: &mut TestServer) {
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    let check = async |query: &str, expected: &str| {
        let answer = coordinator.client.get(&format!("{}?{query}", ListCases::PATH)).await;
        answer.blames(422, ErrorCode::Invalid, &[expected]);
    };
    check("stage=lost", "stage unknown_value").await;
    check("colour=red", "colour unknown_field").await;
    check("after=here", "after unknown_value").await;
    check("after=2026-06-10_x", "after unknown_value").await;
    check("lane=todo&lane=open", "lane repeated").await;
}

on_both!(
    each_office_has_its_own,
    late_ones_come_first_and_are_told,
    words_are_found,
    pages_follow_each_other,
    what_is_no_filter_is_refused,
);
