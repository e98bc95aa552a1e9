//! The list of complaints that still wait: oldest first, page by page, and no more of each than may be told.

use base64::Engine as _;
use serde_json::json;
use server::testing::TestServer;
use shared::{
    complaint::{Action, Actor},
    problem::ErrorCode,
    recap::WaitingList,
};
use tests_api::{
    client::Client,
    forms::{filing, filing_with},
    office, on_both,
    reporter::Reporter,
    rows, wait,
};

async fn list(server: &TestServer, query: &str) -> WaitingList {
    let revision = rows::number(&server.state.db, "select revision from head").await;
    let client = Client::new(&server.url);
    wait::until("the list of the last change", || async {
        let list: WaitingList = client.get(&format!("/api/v1/waiting?{query}")).await.expect(200).to();
        (list.revision >= revision).then_some(list)
    })
    .await
}

async fn pages_hold_each_once_and_oldest_first(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    for (number, day) in
        ["2026-04-30", "2026-04-30", "2026-05-04", "2026-05-04", "2026-05-04", "2026-06-08", "2026-06-10"]
            .into_iter()
            .enumerate()
    {
        server.clock.set(format!("{day}T02:00:00Z").parse().unwrap());
        let filed = reporter.file(&filing(number as u64)).await;
        if number % 2 == 0 {
            office::dispose(server, &filed, "esdm").await;
        }
    }
    let all = list(server, "limit=100").await;
    let ages: Vec<_> = all.rows.iter().map(|row| row.age_working_days).collect();
    assert_eq!((all.total, ages.len(), all.next.clone()), (7, 7, None));
    assert!(ages.is_sorted_by(|one, other| one >= other), "{ages:?}");
    for limit in [1, 2, 3, 6] {
        let (mut rows, mut after) = (Vec::new(), String::new());
        loop {
            let page = list(server, &format!("limit={limit}&after={after}")).await;
            assert!(page.rows.len() <= limit && page.total == 7);
            rows.extend(page.rows);
            match page.next {
                Some(next) => {
                    let place = base64::engine::general_purpose::URL_SAFE_NO_PAD.decode(&next).unwrap();
                    assert!(!place.windows(5).any(|part| part == b"2026-"), "the place is sealed");
                    after = next;
                }
                None => break,
            }
        }
        assert_eq!(rows, all.rows, "in pages of {limit}");
    }
    assert_eq!(list(server, "stage=disposed").await.total, 4);
    assert_eq!(list(server, "group=awaiting_disposition").await.rows.len(), 3);
    assert_eq!(list(server, "group=done").await.total, 0);
    // As it was at the end of May: the five of that time, younger than they are now.
    let then = list(server, "as_of=2026-05-29").await;
    assert_eq!((then.total, then.rows.len()), (5, 5));
    assert!(then.rows[0].age_working_days < all.rows[0].age_working_days);
}

async fn unpublished_ones_show_sector_and_age_alone(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let hidden = reporter.file(&filing(1)).await;
    let sealed = reporter.file(&filing_with(2, json!({ "about_officials": true }))).await;
    let shown = reporter.file(&filing(3)).await;
    office::publish(server, &shown).await;
    let list = list(server, "").await;
    let words = serde_json::to_string(&list).unwrap();
    for told in [&hidden.code, &sealed.code, "nomor 1", "nomor 2", "inspektorat"] {
        assert!(!words.contains(told), "{told}: {words}");
    }
    let seen: Vec<_> = list.rows.iter().map(|row| (row.code.is_some(), row.sector.is_some())).collect();
    assert_eq!(seen, [(false, true), (false, false), (true, true)]);
    assert_eq!(list.rows[2].title.as_deref(), Some("Lampu jalan padam nomor 3"));
    assert!(
        list.rows[..2].iter().all(|row| row.stage.is_none() && row.class.is_none() && row.title.is_none())
    );
}

async fn what_was_answered_or_taken_back_waits_no_longer(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let (one, two) = (reporter.file(&filing(1)).await, reporter.file(&filing(2)).await);
    assert_eq!(list(server, "").await.total, 2);
    office::dispose(server, &one, "esdm").await;
    assert_eq!(list(server, "").await.total, 2);
    office::step(server, &one, Actor::Agency, Action::Begin).await;
    reporter.withdraw(&two).await.expect(200);
    assert_eq!(list(server, "").await.total, 0);
}

async fn bad_pages_are_refused(server: &mut TestServer) {
    let client = Client::new(&server.url);
    for (query, problem) in [
        ("limit=0", "limit out_of_range"),
        ("limit=101", "limit out_of_range"),
        ("limit=-1", "limit out_of_range"),
        ("limit=banyak", "limit out_of_range"),
        ("after=x", "after unknown_value"),
        ("after=%00", "after unknown_value"),
        ("after=MjAyNi0wMi0zMCAx", "after unknown_value"),
        ("offset=1", "offset unknown_field"),
        ("limit=1&limit=2", "limit repeated"),
    ] {
        client.get(&format!("/api/v1/waiting?{query}")).await.blames(422, ErrorCode::Invalid, &[problem]);
    }
}

on_both!(
    pages_hold_each_once_and_oldest_first,
    unpublished_ones_show_sector_and_age_alone,
    what_was_answered_or_taken_back_waits_no_longer,
    bad_pages_are_refused,
);
