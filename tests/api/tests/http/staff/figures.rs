//! Figures for the staff: by agency and by person, as an answer and as files.

use std::time::Duration;

use serde_json::json;
use server::testing::TestServer;
use shared::{
    access::Role,
    api::{
        AcceptCase, AnswerCase, AssignCase, CheckCase, Endpoint, FIGURES_CSV_PATH, FIGURES_XLSX_PATH,
        GetFigures, LATE_CSV_PATH, LATE_XLSX_PATH, SampleCase,
    },
    complaint::{
        Action, Actor,
        desk::{DeskFigures, FigureRow},
    },
    problem::ErrorCode,
};
use tests_api::{forms::filing, office, on_both, reporter::Reporter, rows, staff::Staff};

async fn figures(staff: &Staff, query: &str) -> DeskFigures {
    staff.client.get(&[GetFigures::PATH, query].concat()).await.expect(200).to()
}

fn of<'f>(found: &'f DeskFigures, agency: &str) -> &'f FigureRow {
    found.agencies.iter().find(|row| row.agency == agency).expect("is there")
}

async fn agencies_and_people_are_counted(server: &mut TestServer) {
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    let officer = Staff::with(server, Role::ResponsibleOfficer, Some("esdm")).await;
    let liaison = Staff::with(server, Role::Liaison, Some("esdm")).await;
    let checker = Staff::with(server, Role::Liaison, Some("dinkes")).await;
    let reporter = Reporter::new(&server.url);
    office::sample(server, false).await;
    let [first, second, third] =
        [reporter.file(&filing(1)).await, reporter.file(&filing(2)).await, reporter.file(&filing(3)).await];
    for filed in [&first, &second, &third] {
        office::dispose(server, filed, "esdm").await;
        liaison.just(AcceptCase::PATH, filed).await;
    }
    liaison.order(AssignCase::PATH, &third, json!({ "name": liaison.name })).await;
    liaison.order(AnswerCase::PATH, &first, json!({ "text": "Sudah." })).await;
    liaison.order(AnswerCase::PATH, &second, json!({ "text": "Sudah." })).await;
    office::step(server, &first, Actor::Reporter, Action::Accept).await;
    office::step(server, &second, Actor::Reporter, Action::Refuse).await;
    coordinator.order(SampleCase::PATH, &first, json!({ "name": checker.name })).await;
    checker.order(CheckCase::PATH, &first, json!({ "outcome": "sent_back", "text": "Belum." })).await;

    let found = figures(&coordinator, "").await;
    let row = of(&found, "esdm");
    assert_eq!((row.answered, row.refused, row.reopened, row.checked), (2, 1, 1, 1));
    assert_eq!((row.open, row.late, row.median_days), (3, 0, Some(0.0)));
    assert_eq!(of(&found, "dinkes"), &FigureRow { agency: "dinkes".into(), ..FigureRow::default() });
    assert!(found.officers.is_empty(), "people are their own office's");

    let theirs = figures(&officer, "").await;
    assert_eq!(theirs.agencies.len(), 1);
    let person = &theirs.officers[0];
    assert_eq!((person.answered, person.open), (2, 1));
    assert!(person.officer.as_deref().is_some_and(|name| name.contains(&liaison.name)));

    let none = figures(&coordinator, "?from=2020-01-01&to=2020-12-31").await;
    assert_eq!(
        (of(&none, "esdm").answered, of(&none, "esdm").open),
        (0, 3),
        "what is in hand is in hand now"
    );
    for (query, problem) in [
        ("?from=kemarin", "from not_a_date"),
        ("?from=2026-02-01&to=2026-01-01", "to end_before_start"),
        ("?from=1900-01-01", "to out_of_range"),
        ("?agency=esdm", "agency unknown_field"),
    ] {
        coordinator.client.get(&[GetFigures::PATH, query].concat()).await.blames(
            422,
            ErrorCode::Invalid,
            &[problem],
        );
    }
    rows::verify_clean(server).await;
}

async fn files_say_the_same_and_late_ones_are_listed(server: &mut TestServer) {
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    let other = Staff::with(server, Role::ResponsibleOfficer, Some("dinkes")).await;
    let reporter = Reporter::new(&server.url);
    let filed = reporter.file(&filing(1)).await;
    office::dispose(server, &filed, "esdm").await;
    server.clock.advance(Duration::from_secs(60 * 24 * 60 * 60));
    let (coordinator, other) = (coordinator.back(server).await, other.back(server).await);
    let row = of(&figures(&coordinator, "").await, "esdm").clone();
    assert_eq!((row.open, row.late), (1, 1));

    let csv = coordinator.client.get(FIGURES_CSV_PATH).await.expect(200);
    assert!(csv.header("content-disposition").contains("angka-"), "{:?}", csv.headers);
    assert_eq!(csv.header("cache-control"), "no-store");
    let line = csv.text().lines().find(|line| line.starts_with("Dinas Energi")).map(str::to_owned);
    assert_eq!(line.as_deref(), Some("Dinas Energi dan Sumber Daya Mineral,,0,,0,0,0,1,1"));
    let book = coordinator.client.get(FIGURES_XLSX_PATH).await.expect(200);
    assert!(book.body.starts_with(b"PK"));

    let late = coordinator.client.get(LATE_CSV_PATH).await.expect(200).text();
    assert!(late.contains(&filed.code) && !late.contains("Lampu"), "{late}");
    assert!(coordinator.client.get(LATE_XLSX_PATH).await.expect(200).body.starts_with(b"PK"));
    let theirs = other.client.get(LATE_CSV_PATH).await.expect(200).text();
    assert_eq!(theirs.lines().count(), 1, "another agency's are not theirs: {theirs}");
}

on_both!(agencies_and_people_are_counted, files_say_the_same_and_late_ones_are_listed);
