//! Several steps at the same moment, and clocks that do not agree: one step counts, and the others are told.

use futures_util::future::join_all;
use serde_json::json;
use server::testing::TestServer;
use shared::{
    complaint::{Action, Actor, Stage},
    problem::ErrorCode,
};
use tests_api::{
    forms::filing, office, on_both, operator::Operator, random::fresh_key, reporter::Reporter, rows,
};

async fn of_many_steps_at_once_one_counts(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    for round in 0..5 {
        let filed = reporter.file(&filing(round)).await;
        office::answer(server, &filed, "Sudah diganti.").await;
        let steps = (0..12).map(|number| {
            let (reporter, filed) = (&reporter, &filed);
            async move {
                match number % 3 {
                    0 => reporter.accept(filed).await,
                    1 => reporter.refuse(filed, "Masih padam.").await,
                    _ => reporter.withdraw(filed).await,
                }
            }
        });
        let answers = join_all(steps).await;
        let seen = reporter.own_view(&filed).await;
        let done = answers.iter().filter(|answer| answer.status == 200).count();
        // A refused answer can still be withdrawn; nothing else follows anything else.
        let withdrawn_after = seen.stage == Stage::Archived && done == 2;
        assert!(done == 1 || withdrawn_after, "{done} steps were made: {:?}", seen.entries);
        for answer in answers.iter().filter(|answer| answer.status != 200) {
            answer.refused(409, ErrorCode::Conflict);
        }
        assert_eq!(seen.entries.len(), 5 + done);
    }
    Operator::beside(server).verify().await.done();
}

async fn a_message_sent_twenty_times_at_once_is_one(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let filed = reporter.file(&filing(1)).await;
    let client = reporter.client.holding(&filed.secret).with("idempotency-key", &fresh_key());
    let path = shared::api::fill("/api/v1/complaints/{code}/messages", &[&filed.code]);
    let sends = (0..20).map(|_| async { client.post(&path, &json!({ "text": "Halo." })).await.expect(200) });
    join_all(sends).await;
    assert_eq!(reporter.own_view(&filed).await.entries.len(), 2);
    // A repeat changes nothing at all, not even the version that editors compare.
    let version = "select version from complaint";
    let before = rows::number(&server.state.db, version).await;
    client.post(&path, &json!({ "text": "Halo." })).await.expect(200);
    assert_eq!(rows::number(&server.state.db, version).await, before);
}

/// Two servers whose clocks differ around midnight, or one whose clock was set right.
async fn a_clock_set_back_stops_nothing(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    server.clock.set("2026-06-10T16:00:00Z".parse().unwrap());
    let (one, two) = (reporter.file(&filing(1)).await, reporter.file(&filing(2)).await);
    assert_eq!(one.received_on.to_string(), "2026-06-11");
    server.clock.set("2026-06-10T15:59:59Z".parse().unwrap());
    office::step(server, &one, Actor::Coordinator, Action::Verify).await;
    reporter.withdraw(&two).await.expect(200);
    reporter.write(&one, "Halo.").await.expect(200);
    let seen = reporter.public_view(&one).await;
    assert_eq!((seen.stage, seen.stage_since.to_string().as_str()), (Stage::Verified, "2026-06-11"));
    assert_eq!(seen.age_working_days, 0);
    Operator::beside(server).verify().await.done();
}

async fn filings_steps_and_imports_at_once_agree(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let operator = Operator::beside(server);
    let sample = tests_api::samples::complaints();
    let lives = (0..40).map(|number| {
        let (reporter, server) = (&reporter, &*server);
        async move {
            let filed = reporter.file(&filing(number)).await;
            office::dispose(server, &filed, "esdm").await;
            reporter.write(&filed, "Halo.").await.expect(200);
            if number % 2 == 0 {
                reporter.withdraw(&filed).await.expect(200);
            }
        }
    });
    let (_, one, two) = tokio::join!(join_all(lives), operator.import(&sample), operator.import(&sample));
    one.done();
    two.done();
    assert_eq!(rows::number(&server.state.db, "select count(*) from complaint").await, 66);
    operator.verify().await.done();
}

on_both!(
    of_many_steps_at_once_one_counts,
    a_message_sent_twenty_times_at_once_is_one,
    a_clock_set_back_stops_nothing,
    filings_steps_and_imports_at_once_agree,
);
