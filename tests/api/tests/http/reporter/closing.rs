//! What time does when a reporter does not reply.

use server::{testing::TestServer, upkeep};
use shared::complaint::{EntryKind, Stage};
use tests_api::{forms::filing, office, on_both, reporter::Reporter, rows};

async fn an_answer_without_a_reply_closes_after_its_window(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    server.clock.set("2026-06-10T02:00:00Z".parse().unwrap());
    let (silent, content) = (reporter.file(&filing(1)).await, reporter.file(&filing(2)).await);
    for filed in [&silent, &content] {
        office::answer(server, filed, "Lampu sudah diganti.").await;
    }
    reporter.accept(&content).await.expect(200);
    // The last second of the window's last day, 25 June in WITA, still belongs to the reporter.
    server.clock.set("2026-06-25T15:59:59Z".parse().unwrap());
    let before = rows::count(&server.state.db).await;
    upkeep::once(&server.state).await.unwrap();
    assert_eq!(reporter.own_view(&silent).await.stage, Stage::Answered);
    assert_eq!(rows::count(&server.state.db).await, before);

    server.clock.set("2026-06-25T16:00:00Z".parse().unwrap());
    for _ in 0..2 {
        upkeep::once(&server.state).await.unwrap();
        let seen = reporter.own_view(&silent).await;
        assert_eq!(seen.stage, Stage::Closed);
        let closings = seen.entries.iter().filter(|entry| entry.kind == EntryKind::ClosedByTime);
        assert_eq!(closings.map(|entry| entry.on.to_string()).collect::<Vec<_>>(), ["2026-06-26"]);
        assert!(seen.own.unwrap().actions.is_empty());
    }
    let accepted = reporter.own_view(&content).await;
    assert!(accepted.entries.iter().all(|entry| entry.kind != EntryKind::ClosedByTime));
}

on_both!(an_answer_without_a_reply_closes_after_its_window);
