//! `tanggap verify` finds whatever was changed behind the server's back.

use serde_json::json;
use server::testing::TestServer;
use shared::complaint::{Action, Actor};
use tests_api::{
    forms::{filing, filing_with},
    office, on_both,
    operator::Operator,
    pictures,
    reporter::Reporter,
    rows, samples,
};

/// Some of everything: answers, refusals, withdrawals, messages, files, imports, and days between.
async fn lived_in(server: &TestServer) -> String {
    let reporter = Reporter::new(&server.url);
    let file = reporter.upload("foto.png", &pictures::png(30, 20)).await;
    let one = reporter.file(&filing_with(1, json!({ "files": [file] }))).await;
    let two = reporter.file(&filing_with(2, json!({ "reporter": { "name": "Warga Rekaan" } }))).await;
    let three = reporter.file(&filing(3)).await;
    server.clock.set("2026-06-12T02:00:00Z".parse().unwrap());
    office::answer(server, &one, "Sudah diganti.").await;
    office::answer(server, &two, "Sudah diganti.").await;
    reporter.write(&three, "Tambahan.").await.expect(200);
    server.clock.set("2026-06-15T02:00:00Z".parse().unwrap());
    reporter.accept(&one).await.expect(200);
    reporter.refuse(&two, "Masih padam.").await.expect(200);
    reporter.withdraw(&three).await.expect(200);
    office::step(server, &one, Actor::Sampler, Action::Reopen).await;
    Operator::beside(server).import(&samples::complaints()).await.done();
    file
}

/// A change, and what takes it back.
const TAMPERED: [(&str, &str, &str); 18] = [
    (
        "an event's body",
        "update event set body = body || ' ' where position = 2",
        "update event set body = trim(body) where position = 2",
    ),
    (
        "an event's day",
        "update event set day = '2026-06-09' where position = 1",
        "update event set day = '2026-06-10' where position = 1",
    ),
    (
        "an event's moment",
        "update event set at = at + 1 where position = 3",
        "update event set at = at - 1 where position = 3",
    ),
    (
        "who did it",
        "update event set actor = 'agency' where position = 1",
        "update event set actor = 'reporter' where position = 1",
    ),
    (
        "whose it is",
        "update event set complaint_id = 2 where position = 1",
        "update event set complaint_id = 1 where position = 1",
    ),
    (
        "the head's place",
        "update head set position = position + 1",
        "update head set position = position - 1",
    ),
    (
        "an event's text",
        "update event_text set text = text || '!' where text = 'Masih padam.'",
        "update event_text set text = 'Masih padam.' where text = 'Masih padam.!'",
    ),
    (
        "a complaint's title",
        "update complaint_text set title = title || '!' where complaint_id = 1",
        "update complaint_text set title = replace(title, '!', '') where complaint_id = 1",
    ),
    (
        "a complaint's content",
        "update complaint_text set content = content || '!' where complaint_id = 2",
        "update complaint_text set content = replace(content, '!', '') where complaint_id = 2",
    ),
    (
        "a cell's count",
        "update cell set count = count + 1 where stage = 'received'",
        "update cell set count = count - 1 where stage = 'received'",
    ),
    (
        "a cell's day",
        "update cell set day = '2026-06-11' where stage = 'answered' and day = '2026-06-12'",
        "update cell set day = '2026-06-12' where stage = 'answered' and day = '2026-06-11'",
    ),
    (
        "a cell's sector",
        "update cell set sector_key = 'sosial' where sector_key = 'listrik' and stage = 'received'",
        "update cell set sector_key = 'listrik' where sector_key = 'sosial' and stage = 'received'",
    ),
    (
        "a pace",
        "update pace set count = count + 1 where kind = 'answered'",
        "update pace set count = count - 1 where kind = 'answered'",
    ),
    (
        "a spell's stage",
        "update spell set stage = 'verified' where complaint_id = 3 and stage = 'archived'",
        "update spell set stage = 'archived' where complaint_id = 3 and stage = 'verified'",
    ),
    (
        "a spell's day",
        "update spell set started_on = '2026-06-09' where complaint_id = 1 and stage = 'received'",
        "update spell set started_on = '2026-06-10' where complaint_id = 1 and stage = 'received'",
    ),
    (
        "a complaint's stage",
        "update complaint set stage = 'closed' where id = 3",
        "update complaint set stage = 'archived' where id = 3",
    ),
    (
        "a complaint's sector",
        "update complaint set sector_key = 'sosial' where id = 1",
        "update complaint set sector_key = 'listrik' where id = 1",
    ),
    (
        "an imported complaint's day",
        "update complaint set received_on = '2020-06-29' where id = 5",
        "update complaint set received_on = '2020-06-30' where id = 5",
    ),
];

async fn every_changed_row_is_found(server: &mut TestServer) {
    lived_in(server).await;
    let operator = Operator::beside(server);
    operator.verify().await.done();
    for (what, change, back) in TAMPERED {
        assert!(rows::change(&server.state.db, change).await > 0, "{what}: nothing was changed");
        let told = operator.verify().await;
        assert_eq!(told.code, Some(1), "{what} was not found\n{}{}", told.out, told.err);
        assert!(!told.out.is_empty() || !told.err.is_empty(), "{what}");
        rows::change(&server.state.db, back).await;
        let told = operator.verify().await;
        assert_eq!(told.code, Some(0), "{what} was not taken back\n{}{}", told.out, told.err);
    }
}

async fn a_missing_row_is_found(server: &mut TestServer) {
    lived_in(server).await;
    let operator = Operator::beside(server);
    rows::change(&server.state.db, "delete from cell where stage = 'answered'").await;
    operator.verify().await.failed();
}

async fn a_cut_chain_is_found(server: &mut TestServer) {
    lived_in(server).await;
    let operator = Operator::beside(server);
    let last = "delete from event where position = (select max(position) from event)";
    assert_eq!(rows::change(&server.state.db, last).await, 1);
    operator.verify().await.failed();
}

async fn a_changed_and_a_missing_file_are_found(server: &mut TestServer) {
    let file = lived_in(server).await;
    let operator = Operator::beside(server);
    let path = server.config.data.join("files").join(&file[..2]).join(&file);
    let bytes = std::fs::read(&path).unwrap();
    let mut changed = bytes.clone();
    *changed.last_mut().unwrap() ^= 1;
    for (what, content) in [("changed", Some(changed)), ("cut", Some(bytes[..9].to_vec())), ("gone", None)] {
        match content {
            Some(content) => std::fs::write(&path, content).unwrap(),
            None => std::fs::remove_file(&path).unwrap(),
        }
        let told = operator.verify().await.failed();
        assert!(format!("{}{}", told.out, told.err).contains(&file), "{what}\n{}{}", told.out, told.err);
    }
    std::fs::write(&path, bytes).unwrap();
    operator.verify().await.done();
}

/// Moved everywhere at once, so that complaint, spells and cells agree: only the chain says otherwise.
async fn a_step_without_an_event_is_found(server: &mut TestServer) {
    lived_in(server).await;
    for change in [
        "update complaint set stage = 'closed', archive_reason = null where id = 3",
        "update spell set stage = 'closed' where complaint_id = 3 and stage = 'archived'",
        "update cell set stage = 'closed' where stage = 'archived'",
    ] {
        assert_eq!(rows::change(&server.state.db, change).await, 1, "{change}");
    }
    let told = Operator::beside(server).verify().await.failed();
    assert!(told.out.contains("complaint 3: no event brought it into its stage"), "{}", told.out);
}

async fn a_loosened_complaint_is_found(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let changes = json!({ "confidential": true, "about_officials": true });
    reporter.file(&filing_with(1, changes)).await;
    let operator = Operator::beside(server);
    for (change, back) in [
        ("update complaint set anonymous = 0", "update complaint set anonymous = 1"),
        ("update complaint set confidential = 0", "update complaint set confidential = 1"),
        ("update complaint set sealed = 0", "update complaint set sealed = 1"),
    ] {
        rows::change(&server.state.db, change).await;
        let told = operator.verify().await.failed();
        assert!(
            told.out.contains("complaint 1: less private than its reporter chose"),
            "{change}\n{}",
            told.out
        );
        rows::change(&server.state.db, back).await;
        operator.verify().await.done();
    }
    // What an office makes more private is as it may be.
    reporter.file(&filing_with(2, json!({ "anonymous": false }))).await;
    rows::change(&server.state.db, "update complaint set anonymous = 1, confidential = 1 where id = 2").await;
    operator.verify().await.done();
}

async fn beside_a_busy_server_nothing_is_found(server: &mut TestServer) {
    let (reporter, operator) = (Reporter::new(&server.url), Operator::beside(server));
    let busy = async {
        for number in 0..60 {
            let filed = reporter.file(&filing(number)).await;
            office::answer(server, &filed, "Sudah diganti.").await;
            reporter.accept(&filed).await.expect(200);
        }
    };
    let checks = async {
        for _ in 0..5 {
            operator.verify().await.done();
        }
    };
    tokio::join!(busy, checks);
}

async fn erased_words_leave_a_chain_that_checks(server: &mut TestServer) {
    lived_in(server).await;
    for erase in [
        "delete from complaint_text where complaint_id = 1",
        "delete from event_text",
        "delete from identity",
    ] {
        assert!(rows::change(&server.state.db, erase).await > 0, "{erase}");
        Operator::beside(server).verify().await.done();
    }
}

on_both!(
    every_changed_row_is_found,
    a_missing_row_is_found,
    a_cut_chain_is_found,
    a_changed_and_a_missing_file_are_found,
    a_step_without_an_event_is_found,
    a_loosened_complaint_is_found,
    beside_a_busy_server_nothing_is_found,
    erased_words_leave_a_chain_that_checks,
);
