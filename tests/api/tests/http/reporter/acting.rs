//! What a reporter may do with their complaint, and until when.

use serde_json::json;
use server::{complaint::Step, testing::TestServer};
use shared::{
    api::{AcceptAnswer, AddMessage, Endpoint, RefuseAnswer, Withdraw, fill},
    complaint::{Action, Actor, ArchiveReason, ComplaintView, EntryKind, ReporterAction, Stage},
    problem::ErrorCode,
};
use tests_api::{forms::filing, office, on_both, pictures, random::fresh_key, reporter::Reporter, rows};

async fn a_message_carries_a_file_and_counts_once_under_its_key(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let filed = reporter.file(&filing(1)).await;
    let file = reporter.upload("tiang.png", &pictures::png(40, 30)).await;
    let client = reporter.client.holding(&filed.secret).with("idempotency-key", &fresh_key());
    let path = fill(AddMessage::PATH, &[&filed.code]);
    let message = json!({ "text": "Ini fotonya.", "files": [file] });
    let first: ComplaintView = client.post(&path, &message).await.expect(200).to();
    let entry = first.entries.last().unwrap();
    assert_eq!(entry.kind, EntryKind::MessageFromReporter);
    assert_eq!(entry.files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>(), ["tiang.png"]);
    let after = rows::count(&server.state.db).await;
    let again: ComplaintView = client.post(&path, &message).await.expect(200).to();
    assert_eq!(again, first);
    assert_eq!(rows::count(&server.state.db).await, after);
    client.post(&path, &json!({ "text": "Lain." })).await.refused(422, ErrorCode::KeyReused);
    // Without a key each one counts.
    reporter.write(&filed, "Ini fotonya.").await.expect(200);
    assert_eq!(reporter.own_view(&filed).await.entries.len(), 3);
    reporter.download(&filed, &file).await.expect(200);
}

async fn a_key_belongs_to_one_complaint(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let (one, other) = (reporter.file(&filing(1)).await, reporter.file(&filing(2)).await);
    let key = fresh_key();
    let send = async |filed: &shared::complaint::Filed| {
        let client = reporter.client.holding(&filed.secret).with("idempotency-key", &key);
        client.post(&fill(AddMessage::PATH, &[&filed.code]), &json!({ "text": "Halo." })).await
    };
    send(&one).await.expect(200);
    send(&other).await.refused(422, ErrorCode::KeyReused);
    assert_eq!(reporter.own_view(&other).await.entries.len(), 1);
}

async fn a_withdrawn_complaint_is_archived_for_good(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let filed = reporter.file(&filing(1)).await;
    let reason = json!({ "reason": "Sudah diperbaiki warga." });
    let seen: ComplaintView = reporter.act(&filed, Withdraw::PATH, &reason).await.expect(200).to();
    assert_eq!((seen.stage, seen.group), (Stage::Archived, None));
    assert_eq!(seen.archive_reason, Some(ArchiveReason::Withdrawn));
    assert_eq!(seen.entries.last().unwrap().text.as_deref(), Some("Sudah diperbaiki warga."));
    assert!(seen.own.unwrap().actions.is_empty());
    let after = rows::count(&server.state.db).await;
    reporter.withdraw(&filed).await.refused(409, ErrorCode::Conflict);
    reporter.write(&filed, "Halo.").await.refused(409, ErrorCode::Conflict);
    reporter.accept(&filed).await.refused(409, ErrorCode::Conflict);
    assert_eq!(rows::count(&server.state.db).await, after);
    assert_eq!(reporter.public_view(&filed).await.stage, Stage::Archived);
}

/// Answered on Wednesday, 10 June: ten working days, less 16 June, end on 25 June at midnight in Palu.
async fn an_answer_is_accepted_or_refused_within_its_window(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let check = async |at: &str, open: bool| {
        server.clock.set("2026-06-10T02:00:00Z".parse().unwrap());
        let (one, other) = (reporter.file(&filing(1)).await, reporter.file(&filing(2)).await);
        for filed in [&one, &other] {
            office::answer(server, filed, "Lampu sudah diganti.").await;
        }
        let until = reporter.own_view(&one).await.own.unwrap().reply_until;
        assert_eq!(until.map(|day| day.to_string()).as_deref(), Some("2026-06-25"));
        server.clock.set(at.parse().unwrap());
        let actions = reporter.own_view(&one).await.own.unwrap().actions;
        assert_eq!(actions.contains(&ReporterAction::Accept), open, "{at}");
        assert_eq!(actions.contains(&ReporterAction::Refuse), open, "{at}");
        if !open {
            let before = rows::count(&server.state.db).await;
            reporter.accept(&one).await.refused(409, ErrorCode::Conflict);
            reporter.refuse(&other, "Masih padam.").await.refused(409, ErrorCode::Conflict);
            assert_eq!(rows::count(&server.state.db).await, before);
            return;
        }
        let accepted: ComplaintView = reporter.accept(&one).await.expect(200).to();
        assert_eq!(accepted.stage, Stage::Closed);
        let refused: ComplaintView = reporter.refuse(&other, "Masih padam.").await.expect(200).to();
        assert_eq!(refused.stage, Stage::InProgress);
        assert_eq!(refused.own.unwrap().reply_until, None);
        reporter.accept(&one).await.refused(409, ErrorCode::Conflict);
    };
    check("2026-06-10T02:00:00Z", true).await;
    check("2026-06-25T15:59:59Z", true).await;
    check("2026-06-25T16:00:00Z", false).await;
    check("2026-06-26T02:00:00Z", false).await;
}

async fn nothing_is_accepted_before_there_is_an_answer(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let filed = reporter.file(&filing(1)).await;
    reporter.accept(&filed).await.refused(409, ErrorCode::Conflict);
    office::dispose(server, &filed, "esdm").await;
    reporter.refuse(&filed, "Belum ada jawaban.").await.refused(409, ErrorCode::Conflict);
}

async fn a_postponed_complaint_is_completed_and_its_clock_stood_still(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let filed = reporter.file(&filing(1)).await;
    let ask = Step::new(Actor::Coordinator, Action::Postpone, server.clock.now()).saying("Di RT berapa?");
    office::try_step(server, &filed, ask).await.unwrap();
    let seen = reporter.own_view(&filed).await;
    assert_eq!(seen.entries.last().unwrap().text.as_deref(), Some("Di RT berapa?"));
    assert!(seen.deadlines.iter().any(|one| one.paused));
    assert_eq!(seen.own.unwrap().actions, [ReporterAction::Complete, ReporterAction::Withdraw]);
    // Three working days pass: 11, 12 and 15 June.
    server.clock.set("2026-06-15T02:00:00Z".parse().unwrap());
    let seen: ComplaintView = reporter.write(&filed, "RT 3.").await.expect(200).to();
    assert_eq!(seen.stage, Stage::Postponed, "the coordinator resumes it");
    office::step(server, &filed, Actor::Coordinator, Action::Resume).await;
    let seen = reporter.own_view(&filed).await;
    assert_eq!(seen.stage, Stage::Verified);
    assert_eq!(seen.deadlines[0].due_on.map(|day| day.to_string()).as_deref(), Some("2026-06-19"));
}

async fn bad_words_change_nothing(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let filed = reporter.file(&filing(1)).await;
    office::answer(server, &filed, "Lampu sudah diganti.").await;
    let before = rows::count(&server.state.db).await;
    let long = "a".repeat(2_001);
    let gone = "0".repeat(32);
    let six: Vec<String> = (0..6).map(|n| format!("{n:032x}")).collect();
    for (path, body, problem) in [
        (AddMessage::PATH, json!({}), "text required"),
        (AddMessage::PATH, json!({ "text": " \n " }), "text required"),
        (AddMessage::PATH, json!({ "text": long }), "text too_long"),
        (AddMessage::PATH, json!({ "text": "a\u{0}b" }), "text control_characters"),
        (AddMessage::PATH, json!({ "text": "a", "files": [gone] }), "files.0 not_uploaded"),
        (AddMessage::PATH, json!({ "text": "a", "files": ["a\u{0}b"] }), "files.0 not_uploaded"),
        (AddMessage::PATH, json!({ "text": "a", "files": six }), "files too_many"),
        (AddMessage::PATH, json!({ "text": "a", "secret": "x" }), "secret unknown_field"),
        (Withdraw::PATH, json!({ "reason": long }), "reason too_long"),
        (Withdraw::PATH, json!({ "stage": "closed" }), "stage unknown_field"),
        (AcceptAnswer::PATH, json!({ "stars": 0 }), "stars out_of_range"),
        (AcceptAnswer::PATH, json!({ "stars": 6 }), "stars out_of_range"),
        (AcceptAnswer::PATH, json!({ "stars": 256 }), "stars wrong_type"),
        (AcceptAnswer::PATH, json!({ "words": "\u{202e}terbalik" }), "words control_characters"),
        (RefuseAnswer::PATH, json!({}), "reason required"),
        (RefuseAnswer::PATH, json!({ "reason": "" }), "reason required"),
    ] {
        reporter.act(&filed, path, &body).await.blames(422, ErrorCode::Invalid, &[problem]);
    }
    assert_eq!(rows::count(&server.state.db).await, before);
}

on_both!(
    a_message_carries_a_file_and_counts_once_under_its_key,
    a_key_belongs_to_one_complaint,
    a_withdrawn_complaint_is_archived_for_good,
    an_answer_is_accepted_or_refused_within_its_window,
    nothing_is_accepted_before_there_is_an_answer,
    a_postponed_complaint_is_completed_and_its_clock_stood_still,
    bad_words_change_nothing,
);
