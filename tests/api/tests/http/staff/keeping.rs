//! What the coordinator keeps: agencies, sectors, the calendar, profiles, checks and reminders.

use std::time::Duration;

use serde_json::{Value, json};
use server::{complaint::calendar, testing::TestServer};
use shared::{
    access::Role,
    api::{ChangeSetup, DisposeCase, Endpoint, GetMeta, GetSetup, IF_MATCH, VerifyCase},
    calendar::Day,
    complaint::{Action, Actor, desk::CaseView},
    instance::Meta,
    problem::ErrorCode,
    regulation::Step,
    request::RequestReceipt,
    setup::{Escalation, Setup},
};
use tests_api::{
    answer::Answer,
    client::Client,
    forms::{filing, filing_with},
    office, on_both,
    random::fresh_key,
    reporter::Reporter,
    requesting::{look, register},
    rows,
    staff::Staff,
    wait,
};

async fn setup(staff: &Staff) -> Setup {
    staff.client.get(GetSetup::PATH).await.expect(200).to()
}

async fn try_change(staff: &Staff, change: &Value) -> Answer {
    let version = setup(staff).await.version.to_string();
    staff.client.with(IF_MATCH, &version).post(ChangeSetup::PATH, change).await
}

async fn change(staff: &Staff, change: Value) -> Setup {
    try_change(staff, &change).await.expect(200).to()
}

async fn meta(server: &TestServer) -> Meta {
    Reporter::new(&server.url).client.get(GetMeta::PATH).await.expect(200).to()
}

async fn agencies_and_sectors_come_and_retire(server: &mut TestServer) {
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    let before = setup(&coordinator).await;
    let agency = |retired: bool| json!({ "agency": { "key": "contoh", "label": "Dinas Contoh", "label_en": "Example Office", "retired": retired } });
    let now = change(&coordinator, agency(false)).await;
    assert_eq!((now.version, now.agencies.len()), (before.version + 1, before.agencies.len() + 1));
    let sector = |retired: bool| {
        json!({ "sector": { "key": "contoh", "label": "Contoh", "label_en": "Example", "agency": "contoh",
            "keywords": ["percontohan"], "retired": retired } })
    };
    change(&coordinator, sector(false)).await;
    let told = meta(server).await;
    assert!(told.agencies.iter().any(|one| one.key == "contoh" && !one.retired));
    assert!(told.sectors.iter().any(|one| one.key == "contoh"));

    // It is filed under, suggested, and disposed to.
    let reporter = Reporter::new(&server.url);
    let filed = reporter.file(&filing_with(1, json!({ "sector": "contoh" }))).await;
    coordinator.just(VerifyCase::PATH, &filed).await;
    let case: CaseView = coordinator.order(DisposeCase::PATH, &filed, json!({ "agency": "contoh" })).await;
    assert_eq!(case.agency.as_deref(), Some("contoh"));

    change(&coordinator, agency(true)).await;
    change(&coordinator, sector(true)).await;
    let other = reporter.file(&filing(2)).await;
    coordinator.just(VerifyCase::PATH, &other).await;
    let version = coordinator.case(&other).await.version;
    let refused =
        coordinator.command(DisposeCase::PATH, &other, version, &json!({ "agency": "contoh" })).await;
    refused.blames(422, ErrorCode::Invalid, &["agency unknown_value"]);
    let refused = reporter.send(&fresh_key(), &filing_with(3, json!({ "sector": "contoh" }))).await;
    refused.blames(422, ErrorCode::Invalid, &["sector unknown_value"]);
    assert_eq!(coordinator.case(&filed).await.sector.as_deref(), Some("contoh"), "what is there stays");
    rows::verify_clean(server).await;
}

async fn what_cannot_be_kept_is_refused_and_changes_nothing(server: &mut TestServer) {
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    let before = (setup(&coordinator).await, rows::count(&server.state.db).await);
    let sector = json!({ "sector": { "key": "x", "label": "X", "label_en": "X", "agency": "nirwana" } });
    try_change(&coordinator, &sector).await.blames(422, ErrorCode::Invalid, &["agency unknown_value"]);
    let inspectorate =
        json!({ "agency": { "key": "inspektorat", "label": "I", "label_en": "I", "retired": true } });
    try_change(&coordinator, &inspectorate).await.blames(422, ErrorCode::Invalid, &["retired unknown_value"]);
    let mut profile = serde_json::to_value(&before.0.profiles[0].profile).unwrap();
    profile["valid_from"] = json!("2026-06-01");
    let moved = json!({ "profile": profile });
    try_change(&coordinator, &moved).await.blames(
        422,
        ErrorCode::Invalid,
        &["valid_from differs_from_stored"],
    );
    profile["key"] = json!("lain");
    profile["valid_from"] = json!(before.0.profiles[0].profile.valid_from);
    let same_day = json!({ "profile": profile });
    try_change(&coordinator, &same_day).await.blames(422, ErrorCode::Invalid, &["valid_from taken"]);
    for (strange, status) in
        [(json!({ "nothing": 1 }), 422), (json!({ "sample_percent": 300 }), 422), (json!(null), 400)]
    {
        assert_eq!(try_change(&coordinator, &strange).await.status, status, "{strange}");
    }
    coordinator
        .client
        .with(IF_MATCH, "77")
        .post(ChangeSetup::PATH, &json!({ "sample_percent": 20 }))
        .await
        .refused(409, ErrorCode::Conflict);
    assert_eq!((setup(&coordinator).await, rows::count(&server.state.db).await), before);
}

async fn a_new_holiday_moves_last_days_and_counts_paces_anew(server: &mut TestServer) {
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    let reporter = Reporter::new(&server.url);
    let (open, closed) = (reporter.file(&filing(1)).await, reporter.file(&filing(2)).await);
    let received = server.state.settings().today(&server.state.clock);
    let due = |case: &CaseView| {
        case.deadlines
            .iter()
            .find(|one| one.step == Step::VerifyAndDispose)
            .and_then(|one| one.due_on)
            .unwrap()
    };
    let first_due = due(&coordinator.case(&open).await);
    // The other is answered and closed after the day that turns out to have been free.
    let holidays = server.state.settings().holidays.clone();
    let free = holidays.add_working_days(received, 1);
    while server.state.settings().today(&server.state.clock) <= free {
        server.clock.advance(Duration::from_secs(24 * 60 * 60));
    }
    office::answer(server, &closed, "Sudah.").await;
    office::step(server, &closed, Actor::Reporter, Action::Accept).await;
    let coordinator = coordinator.back(server).await;
    rows::verify_clean(server).await;

    let line = |estimated: bool| json!({ "holiday": { "date": free, "category": "public_holiday", "name": "Hari Contoh", "estimated": estimated } });
    let now = change(&coordinator, line(true)).await;
    assert!(now.holidays.iter().any(|one| one.name == "Hari Contoh" && one.estimated));
    rows::verify_clean(server).await;
    is_due(server, &open.code, holidays.add_working_days(first_due, 1)).await;
    assert_eq!(due(&coordinator.case(&open).await), holidays.add_working_days(first_due, 1));

    change(&coordinator, line(false)).await;
    change(&coordinator, json!({ "remove_holiday": { "date": free, "name": "Hari Contoh" } })).await;
    rows::verify_clean(server).await;
    is_due(server, &open.code, first_due).await;

    // Changes that follow each other faster than the last days: the last one holds.
    for _ in 0..4 {
        change(&coordinator, line(false)).await;
        change(&coordinator, json!({ "remove_holiday": { "date": free, "name": "Hari Contoh" } })).await;
    }
    change(&coordinator, line(false)).await;
    is_due(server, &open.code, holidays.add_working_days(first_due, 1)).await;

    // A server that was stopped on the way goes on. Earlier rounds may still be running and take part.
    let database = &server.state.db;
    assert_eq!(
        rows::change(database, "update complaint set due_on = '2000-01-01' where stage = 'received'").await,
        1
    );
    database.write(|tx| Box::pin(async move { calendar::note_moved(tx).await })).await.unwrap();
    calendar::renew_dues(database).await.unwrap();
    let kept = rows::texts(database, "select due_on from complaint where stage = 'received'").await;
    assert_eq!(kept, [holidays.add_working_days(first_due, 1).to_string()]);
    assert_eq!(calendar::renew_dues(database).await.unwrap(), 0);
}

/// Waits until a complaint is kept under a last day.
async fn is_due(server: &TestServer, code: &str, day: Day) {
    let line = format!("{} {day}", code.replace('-', ""));
    wait::until("the last day to be worked out", || async {
        let all = rows::texts(&server.state.db, "select code || ' ' || due_on from complaint").await;
        all.contains(&line).then_some(())
    })
    .await;
}

async fn rules_and_limits_hold_from_then_on(server: &mut TestServer) {
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    let wanted = Escalation { soon: 2, officer: 3, coordinator: 4 };
    change(&coordinator, json!({ "escalation": wanted })).await;
    let now = change(&coordinator, json!({ "sample_percent": 25 })).await;
    assert_eq!((now.escalation, now.sample_percent), (wanted, 25));
    let settings = server.state.settings();
    assert_eq!((settings.escalation, settings.sample_percent), (wanted, 25));

    let mut profile = now.profiles.iter().find(|line| line.subject == "complaint").unwrap().profile.clone();
    let today = settings.today(&server.state.clock);
    (profile.key, profile.valid_from) = ("contoh-baru".to_owned(), today);
    for limit in &mut profile.limits {
        limit.working_days += u32::from(limit.step == Step::VerifyAndDispose);
    }
    let longer =
        profile.limits.iter().find(|limit| limit.step == Step::VerifyAndDispose).unwrap().working_days;
    change(&coordinator, json!({ "profile": profile })).await;
    let filed = Reporter::new(&server.url).file(&filing(1)).await;
    let deadline =
        coordinator.case(&filed).await.deadlines.into_iter().find(|one| one.step == Step::VerifyAndDispose);
    assert_eq!(deadline.unwrap().working_days, longer);
    assert_eq!(meta(server).await.profile.unwrap().key, "contoh-baru");
    rows::verify_clean(server).await;
}

async fn limits_of_requests_change_with_a_profile(server: &mut TestServer) {
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    let before = setup(&coordinator).await;
    let law = &before.request_profiles[0];
    let days = [law.notice_days, law.extension_days, law.objection_days, law.decision_days, law.dispute_days];
    assert_eq!((law.key.as_str(), days), ("uu-14-2008", [10, 7, 30, 30, 14]));
    let client = Client::new(&server.url);
    let early = register(&client, 1).await;
    let today = server.state.settings().today(&server.clock);
    let profile = |key: &str, from: Day, notice: u32| {
        json!({ "request_profile": {
            "key": key, "valid_from": from, "confirmed": false, "notice_days": notice, "extension_days": 7,
            "objection_days": 30, "decision_days": 30, "dispute_days": 14,
        } })
    };
    let complaints = before.profiles[0].profile.key.as_str();
    let law_from = law.valid_from;
    for (wrong, blame) in [
        (profile("", today, 5), "key required"),
        (profile("contoh", today, 0), "notice_days out_of_range"),
        (profile("contoh", today, 251), "notice_days out_of_range"),
        (profile("contoh", law_from, 5), "valid_from taken"),
        (profile("uu-14-2008", today, 5), "valid_from differs_from_stored"),
        (profile(complaints, today, 5), "key taken"),
    ] {
        try_change(&coordinator, &wrong).await.blames(422, ErrorCode::Invalid, &[blame]);
    }
    assert_eq!(setup(&coordinator).await, before);

    let officer = Staff::with(server, Role::PpidMain, None).await;
    officer.client.with(IF_MATCH, "1").post(ChangeSetup::PATH, &profile("x", today, 5)).await.expect(403);
    server.clock.advance(Duration::from_secs(24 * 60 * 60));
    let coordinator = coordinator.back(server).await;
    let tomorrow = server.state.settings().today(&server.clock);
    let now = change(&coordinator, profile("contoh-baru", tomorrow, 5)).await;
    assert_eq!(
        now.request_profiles.iter().map(|one| one.key.as_str()).collect::<Vec<_>>(),
        ["contoh-baru", "uu-14-2008"]
    );
    let late = register(&client, 2).await;
    let limit = |receipt: &RequestReceipt| receipt.deadlines[0].working_days;
    assert_eq!((limit(&early), limit(&late)), (10, 5));
    assert_eq!(
        look(&client, &early).await.deadlines[0].working_days,
        10,
        "what was received before keeps its rules"
    );
    // The same profile with another number moves what is open under it.
    change(&coordinator, profile("contoh-baru", tomorrow, 8)).await;
    assert_eq!(look(&client, &late).await.deadlines[0].working_days, 8);
    let due = "select due_on from information_request order by id desc limit 1";
    let expected = server.state.settings().holidays.add_working_days(tomorrow, 8);
    assert_eq!(rows::texts(&server.state.db, due).await, [expected.to_string()]);
    rows::verify_clean(server).await;
}

on_both!(
    limits_of_requests_change_with_a_profile,
    agencies_and_sectors_come_and_retire,
    what_cannot_be_kept_is_refused_and_changes_nothing,
    a_new_holiday_moves_last_days_and_counts_paces_anew,
    rules_and_limits_hold_from_then_on,
);
