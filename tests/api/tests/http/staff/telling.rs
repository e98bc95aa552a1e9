//! What the staff are told: time that runs out, step by step, and what others give them to do.

use std::time::Duration;

use serde_json::json;
use server::{testing::TestServer, upkeep};
use shared::{
    access::Role,
    api::{
        AnswerCase, ApproveCase, AssignCase, Endpoint, ListLate, ListMessages, ReadMessages, SampleCase,
        SetApproval,
    },
    complaint::{
        Filed, Stage,
        desk::{LateBoard, MessageKind, MessageList},
    },
    problem::ErrorCode,
};
use tests_api::{
    forms::{filing, filing_with},
    office, on_both,
    reporter::Reporter,
    rows,
    smtp::MailServer,
    staff::Staff,
};

async fn list(server: &TestServer, staff: &Staff) -> MessageList {
    staff.back(server).await.client.get(ListMessages::PATH).await.expect(200).to()
}

async fn kinds(server: &TestServer, staff: &Staff) -> Vec<MessageKind> {
    let mut kinds: Vec<_> = list(server, staff).await.rows.into_iter().map(|row| row.kind).collect();
    kinds.reverse();
    kinds
}

/// The hourly work of a local day at noon, twice: nothing is told twice.
async fn on_day(server: &TestServer, day: &str) {
    server.clock.set(format!("{day}T04:00:00Z").parse().unwrap());
    for _ in 0..2 {
        upkeep::once(&server.state).await.unwrap();
    }
}

struct People {
    coordinator: Staff,
    officer: Staff,
    liaison: Staff,
    colleague: Staff,
    stranger: Staff,
}

async fn people(server: &TestServer) -> People {
    People {
        coordinator: Staff::with(server, Role::Coordinator, None).await,
        officer: Staff::with(server, Role::ResponsibleOfficer, Some("esdm")).await,
        liaison: Staff::with(server, Role::Liaison, Some("esdm")).await,
        colleague: Staff::with(server, Role::Liaison, Some("esdm")).await,
        stranger: Staff::with(server, Role::Liaison, Some("dinkes")).await,
    }
}

async fn disposed(server: &TestServer, number: u64) -> Filed {
    let filed = Reporter::new(&server.url).file(&filing(number)).await;
    office::dispose(server, &filed, "esdm").await;
    filed
}

async fn lateness_climbs_and_is_told_once(server: &mut TestServer) {
    use MessageKind::{DueSoon, Late, LateToCoordinator, LateToOfficer};
    let people = people(server).await;
    let filed = disposed(server, 1).await;
    let due_on = people.liaison.case(&filed).await.due.unwrap().due_on;
    let holidays = server.state.settings().holidays.clone();
    let working = |days: u32| holidays.add_working_days(due_on, days).to_string();
    let before = (1..).map(|days| due_on.plus(-days)).find(|day| holidays.is_working_day(*day)).unwrap();

    on_day(server, &before.plus(-1).to_string()).await;
    assert!(kinds(server, &people.liaison).await.is_empty(), "not yet");
    on_day(server, &before.to_string()).await;
    assert_eq!(kinds(server, &people.liaison).await, [DueSoon]);
    assert_eq!(kinds(server, &people.colleague).await, [DueSoon], "it is nobody's, so it is everybody's");
    on_day(server, &due_on.to_string()).await;
    assert_eq!(kinds(server, &people.liaison).await, [DueSoon]);
    on_day(server, &working(1)).await;
    assert_eq!(kinds(server, &people.liaison).await, [DueSoon, Late]);
    assert!(kinds(server, &people.officer).await.is_empty());
    on_day(server, &working(2)).await;
    assert_eq!(kinds(server, &people.officer).await, [LateToOfficer]);
    assert!(kinds(server, &people.coordinator).await.is_empty());
    on_day(server, &working(5)).await;
    assert_eq!(kinds(server, &people.coordinator).await, [LateToCoordinator]);
    assert_eq!(kinds(server, &people.liaison).await, [DueSoon, Late]);
    assert!(kinds(server, &people.stranger).await.is_empty());
    let told = list(server, &people.coordinator).await.rows.remove(0);
    assert_eq!((told.code, told.due_on), (filed.code, Some(due_on)));
    assert!(told.title.is_some() && told.is_new);
    rows::verify_clean(server).await;
}

/// What slept is told to those who hear of it for the first time, and not thrice to the same.
async fn what_was_slept_through_is_told_at_once(server: &mut TestServer) {
    use MessageKind::{Late, LateToCoordinator, LateToOfficer};
    let people = people(server).await;
    let filed = disposed(server, 1).await;
    let body = json!({ "name": people.liaison.name });
    people.officer.order(AssignCase::PATH, &filed, body).await;
    server.clock.advance(Duration::from_secs(60 * 24 * 60 * 60));
    upkeep::once(&server.state).await.unwrap();
    assert_eq!(kinds(server, &people.liaison).await, [MessageKind::Assigned, Late]);
    assert!(kinds(server, &people.colleague).await.is_empty(), "it is somebody's");
    assert_eq!(kinds(server, &people.officer).await, [LateToOfficer]);
    assert_eq!(kinds(server, &people.coordinator).await, [LateToCoordinator]);
}

async fn the_sealed_lane_stays_in_its_lane(server: &mut TestServer) {
    let people = people(server).await;
    let inspector = Staff::with(server, Role::Inspectorate, None).await;
    Reporter::new(&server.url).file(&filing_with(1, json!({ "about_officials": true }))).await;
    server.clock.advance(Duration::from_secs(90 * 24 * 60 * 60));
    upkeep::once(&server.state).await.unwrap();
    assert_eq!(kinds(server, &inspector).await, [MessageKind::Late]);
    for other in [&people.coordinator, &people.officer, &people.liaison] {
        assert!(kinds(server, other).await.is_empty());
    }
}

async fn what_others_give_one_to_do_is_told(server: &mut TestServer) {
    office::sample(server, true).await;
    let people = people(server).await;
    let filed = disposed(server, 1).await;
    let set = json!({ "agency": "esdm", "needed": true });
    people.officer.client.post(SetApproval::PATH, &set).await.expect(200);
    people.liaison.order(AnswerCase::PATH, &filed, json!({ "text": "Satu." })).await;
    assert_eq!(kinds(server, &people.officer).await, [MessageKind::AnswerWaits]);
    let back = json!({ "approval": "sent_back", "text": "Lengkapi." });
    people.officer.order(ApproveCase::PATH, &filed, back).await;
    assert_eq!(kinds(server, &people.liaison).await, [MessageKind::AnswerSentBack]);
    people.officer.order(AnswerCase::PATH, &filed, json!({ "text": "Dua." })).await;
    Reporter::new(&server.url).accept(&filed).await.expect(200);
    let checker = json!({ "name": people.stranger.name });
    people.coordinator.order(SampleCase::PATH, &filed, checker).await;
    assert_eq!(kinds(server, &people.stranger).await, [MessageKind::CheckAsked]);
    assert!(kinds(server, &people.coordinator).await.is_empty());
}

async fn what_is_late_is_counted_for_those_who_may_see_it(server: &mut TestServer) {
    let people = people(server).await;
    let inspector = Staff::with(server, Role::Inspectorate, None).await;
    let viewer = Staff::with(server, Role::Viewer, None).await;
    let reporter = Reporter::new(&server.url);
    for number in 1..3 {
        disposed(server, number).await;
    }
    reporter.file(&filing(3)).await;
    reporter.file(&filing_with(4, json!({ "about_officials": true }))).await;
    let late = async |staff: &Staff| {
        let client = staff.back(server).await.client;
        let board: LateBoard = client.get(ListLate::PATH).await.expect(200).to();
        let rows = board.rows.into_iter();
        let mut rows: Vec<_> =
            rows.map(|row| (row.agency.unwrap_or_default(), row.stage, row.count)).collect();
        rows.sort_by(|one, other| one.0.cmp(&other.0));
        rows
    };
    assert!(late(&people.coordinator).await.is_empty(), "nothing is late on its first day");
    server.clock.advance(Duration::from_secs(60 * 24 * 60 * 60));
    let (nobodys, esdm) = ((String::new(), Stage::Received, 1), ("esdm".to_owned(), Stage::Disposed, 2));
    assert_eq!(late(&people.coordinator).await, [nobodys, esdm.clone()]);
    assert_eq!(late(&people.liaison).await, [esdm]);
    assert!(late(&people.stranger).await.is_empty());
    assert_eq!(late(&inspector).await, [("inspektorat".to_owned(), Stage::Received, 1)]);
    viewer.back(server).await.client.get(ListLate::PATH).await.refused(403, ErrorCode::Forbidden);
    let told: LateBoard = people.liaison.back(server).await.client.get(ListLate::PATH).await.expect(200).to();
    let holidays = &server.state.settings().holidays;
    let today = server.state.settings().today(&server.state.clock);
    assert_eq!(told.rows[0].working_days, holidays.working_days_between(told.rows[0].oldest, today));
}

async fn what_is_read_is_not_mailed(server: &mut TestServer) {
    let mail = MailServer::start().await;
    server.config.mail = Some(mail.config());
    server.restart().await;
    let liaison = Staff::with_mail(server, Role::Liaison, Some("esdm")).await;
    let colleague = Staff::with_mail(server, Role::Liaison, Some("esdm")).await;
    let mut codes = Vec::new();
    for number in 1..4 {
        codes.push(disposed(server, number).await.code);
    }
    server.clock.advance(Duration::from_secs(60 * 24 * 60 * 60));
    upkeep::once(&server.state).await.unwrap();
    upkeep::deliver(&server.state).await.unwrap();
    assert!(mail.take().is_empty(), "they may be at their desks");
    let seen = list(server, &colleague).await;
    assert_eq!((seen.rows.len(), seen.unread), (3, 3));
    let read = json!({ "until": seen.rows[0].id });
    let client = colleague.back(server).await.client;
    let seen: MessageList = client.post(ReadMessages::PATH, &read).await.expect(200).to();
    assert_eq!((seen.unread, seen.rows[0].is_new), (0, false));
    assert_eq!(list(server, &liaison).await.unread, 3, "others' messages stay new");

    server.clock.advance(Duration::from_secs(16 * 60));
    upkeep::deliver(&server.state).await.unwrap();
    let letters = mail.take();
    assert_eq!(letters.len(), 1, "one for all, to the one who has not looked: {letters:?}");
    assert_eq!(letters[0].to, format!("{}@contoh.example", liaison.name));
    assert!(codes.iter().all(|code| letters[0].text.contains(code)), "{}", letters[0].text);
    assert!(!letters[0].text.contains("Lampu"), "{}", letters[0].text);
    upkeep::deliver(&server.state).await.unwrap();
    assert!(mail.take().is_empty());
}

on_both!(
    lateness_climbs_and_is_told_once,
    what_was_slept_through_is_told_at_once,
    the_sealed_lane_stays_in_its_lane,
    what_others_give_one_to_do_is_told,
    what_is_late_is_counted_for_those_who_may_see_it,
    what_is_read_is_not_mailed,
);
