//! Answers: what they bring, what they promise, and the templates that they begin with.

use std::time::Duration;

use serde_json::json;
use server::{testing::TestServer, upkeep};
use shared::{
    access::Role,
    api::{AddTemplate, AnswerCase, ChangeTemplate, Endpoint, IF_MATCH, ListTemplates, VerifyCase, fill},
    calendar::Day,
    complaint::{Outcome, Stage, desk::template::Template},
    problem::{ErrorCode, Problem},
};
use tests_api::{
    forms::{filing, filing_with},
    office, on_both,
    reporter::Reporter,
    rows,
    staff::Staff,
};

async fn what_is_promised_is_judged_when_it_should_be_done(server: &mut TestServer) {
    office::sample(server, false).await;
    let reporter = Reporter::new(&server.url);
    let liaison = Staff::with(server, Role::Liaison, Some("esdm")).await;
    let filed = reporter.file(&filing(1)).await;
    office::dispose(server, &filed, "esdm").await;
    let today = server.state.settings().today(&server.state.clock);
    let promised_on = today.plus(40);
    let body = json!({
        "text": "Tiang dipasang bulan depan.", "outcome": "planned", "promised_on": promised_on,
    });
    let case = liaison.order(AnswerCase::PATH, &filed, body).await;
    assert_eq!((case.stage, case.promised_on), (Stage::Answered, Some(promised_on)));
    for view in [reporter.own_view(&filed).await, reporter.public_view(&filed).await] {
        assert_eq!(view.promised_on, Some(promised_on));
        let answer = view.entries.last().unwrap();
        assert_eq!((answer.outcome, answer.promised_on), (Some(Outcome::Planned), Some(promised_on)));
    }
    let until = reporter.own_view(&filed).await.own.unwrap().reply_until.unwrap();
    let holidays = &server.state.settings().holidays;
    assert_eq!(holidays.working_days_between(promised_on, until), 10, "it runs from the promised day");

    // Nobody closes it before there is something to judge; the reporter, who sees it done early, may.
    server.clock.advance(Duration::from_secs(35 * 24 * 60 * 60));
    upkeep::once(&server.state).await.unwrap();
    assert_eq!(reporter.own_view(&filed).await.stage, Stage::Answered);
    server.clock.set(format!("{until}T15:59:59Z").parse().unwrap());
    upkeep::once(&server.state).await.unwrap();
    assert_eq!(reporter.own_view(&filed).await.stage, Stage::Answered);
    // What was promised and not kept is refused, and the next answer promises nothing.
    reporter.refuse(&filed, "Belum ada tiang.").await.expect(200);
    assert_eq!(reporter.public_view(&filed).await.promised_on, None);
    let liaison = Staff::with(server, Role::Liaison, Some("esdm")).await;
    let case =
        liaison.order(AnswerCase::PATH, &filed, json!({ "text": "Tiang berdiri.", "outcome": "done" })).await;
    assert_eq!(case.promised_on, None);
    let until = reporter.own_view(&filed).await.own.unwrap().reply_until.unwrap();
    server.clock.set(format!("{until}T16:00:00Z").parse().unwrap());
    upkeep::once(&server.state).await.unwrap();
    assert_eq!(reporter.own_view(&filed).await.stage, Stage::Closed);
    rows::verify_clean(server).await;
}

async fn what_cannot_be_answered_is_told_by_field(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let liaison = Staff::with(server, Role::Liaison, Some("esdm")).await;
    let filed = reporter.file(&filing(1)).await;
    office::dispose(server, &filed, "esdm").await;
    let version = liaison.case(&filed).await.version;
    let today: Day = server.state.settings().today(&server.state.clock);
    let before = rows::count(&server.state.db).await;
    for (body, field, problem) in [
        (json!({ "text": " " }), "text", Problem::Required),
        (json!({ "text": "Di {nama jalan} menyala." }), "text", Problem::Unfilled),
        (json!({ "text": "Akan.", "outcome": "planned" }), "promised_on", Problem::Required),
        (json!({ "text": "Akan.", "promised_on": today }), "promised_on", Problem::NotInFuture),
        (
            json!({ "text": "Akan.", "promised_on": today.plus(367) }),
            "promised_on",
            Problem::TooFarAhead(366),
        ),
    ] {
        let refused = liaison.command(AnswerCase::PATH, &filed, version, &body).await;
        let problems = refused.refused(422, ErrorCode::Invalid).problems;
        assert_eq!((&*problems[0].field, problems[0].problem), (field, problem), "{body}");
    }
    for body in
        [json!({ "text": "A.", "outcome": "selesai" }), json!({ "text": "A.", "promised_on": "2027-02-30" })]
    {
        let refused = liaison.command(AnswerCase::PATH, &filed, version, &body).await;
        assert!(matches!(refused.status, 400 | 422), "{body}: {}", refused.text());
    }
    assert_eq!(rows::count(&server.state.db).await, before);
}

async fn what_is_promised_about_officials_stays_unsaid(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let inspector = Staff::with(server, Role::Inspectorate, None).await;
    let filed = reporter.file(&filing_with(1, json!({ "about_officials": true }))).await;
    inspector.just(VerifyCase::PATH, &filed).await;
    let day = server.state.settings().today(&server.state.clock).plus(9);
    let body = json!({ "text": "Diperiksa.", "outcome": "planned", "promised_on": day });
    inspector.order(AnswerCase::PATH, &filed, body).await;
    assert_eq!(reporter.own_view(&filed).await.promised_on, Some(day));
    let public = reporter.public_view(&filed).await;
    assert_eq!(public.promised_on, None);
    assert!(public.entries.iter().all(|one| one.outcome.is_none() && one.promised_on.is_none()));
}

async fn templates_are_the_coordinators(server: &mut TestServer) {
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    let liaison = Staff::with(server, Role::Liaison, Some("esdm")).await;
    let viewer = Staff::with(server, Role::Viewer, None).await;
    let list: Vec<Template> = liaison.client.get(ListTemplates::PATH).await.expect(200).to();
    assert!(list.iter().any(|one| one.outcome == Outcome::Planned && one.text.contains("{tanggal janji}")));
    viewer.client.get(ListTemplates::PATH).await.refused(403, ErrorCode::Forbidden);

    let new = json!({ "name": "Lampu", "sector": "listrik", "outcome": "done", "text": "Lampu di {jalan} menyala." });
    liaison.client.post(AddTemplate::PATH, &new).await.refused(403, ErrorCode::Forbidden);
    let bad = json!({ "name": " ", "sector": "tidak-ada", "outcome": "done", "text": "" });
    let refused = coordinator.client.post(AddTemplate::PATH, &bad).await;
    refused.blames(422, ErrorCode::Invalid, &["name required", "text required", "sector unknown_value"]);
    let longer: Vec<Template> = coordinator.client.post(AddTemplate::PATH, &new).await.expect(200).to();
    assert_eq!(longer.len(), list.len() + 1);
    let lamp = longer.into_iter().find(|one| one.name == "Lampu").unwrap();

    let address = fill(ChangeTemplate::PATH, &[&lamp.id.to_string()]);
    let other = json!({ "name": "Lampu jalan", "outcome": "partly", "text": "Sebagian." });
    coordinator.client.post(&address, &other).await.refused(400, ErrorCode::Malformed);
    let on = |staff: &Staff, version: i64| staff.client.with(IF_MATCH, &version.to_string());
    on(&liaison, lamp.version).post(&address, &other).await.refused(403, ErrorCode::Forbidden);
    on(&liaison, lamp.version).delete(&address).await.refused(403, ErrorCode::Forbidden);
    // Two who change it at once: the second sees that it has moved on.
    on(&coordinator, lamp.version).post(&address, &other).await.expect(200);
    let late = on(&coordinator, lamp.version).post(&address, &new).await.refused(409, ErrorCode::Conflict);
    assert_eq!(late.version, Some(lamp.version + 1));
    on(&coordinator, lamp.version).delete(&address).await.refused(409, ErrorCode::Conflict);
    let left: Vec<Template> = on(&coordinator, lamp.version + 1).delete(&address).await.expect(200).to();
    assert_eq!(left, list);
    on(&coordinator, 1).delete(&address).await.refused(404, ErrorCode::NotFound);
    let nowhere = fill(ChangeTemplate::PATH, &["satu"]);
    on(&coordinator, 1).post(&nowhere, &other).await.refused(404, ErrorCode::NotFound);
    rows::verify_clean(server).await;
}

on_both!(
    what_is_promised_is_judged_when_it_should_be_done,
    what_cannot_be_answered_is_told_by_field,
    what_is_promised_about_officials_stays_unsaid,
    templates_are_the_coordinators,
);
