//! The recap: its numbers after each step, as of any day, and what it refuses.

use serde_json::json;
use server::testing::TestServer;
use shared::{
    complaint::{Action, Actor, Filed},
    problem::ErrorCode,
    recap::{Board, Recap},
};
use tests_api::{
    client::Client,
    forms::{filing, filing_with},
    office, on_both,
    reporter::Reporter,
    rows, wait,
};

/// The recap of everything that has been committed.
async fn recap(server: &TestServer, query: &str) -> Recap {
    let revision = rows::number(&server.state.db, "select revision from head").await;
    let client = Client::new(&server.url);
    wait::until("the recap of the last change", || async {
        let recap: Recap = client.get(&format!("/api/v1/recap?{query}")).await.expect(200).to();
        (recap.revision >= revision).then_some(recap)
    })
    .await
}

/// Its rows, as `key count`.
async fn counts(server: &TestServer, query: &str) -> Vec<String> {
    let recap = recap(server, query).await;
    assert_eq!(recap.rows.iter().map(|row| row.count).sum::<u64>(), recap.total, "{query}");
    recap.rows.iter().map(|row| format!("{} {}", row.key, row.count)).collect()
}

async fn numbers_follow_every_step(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let stages = async |expected: &[&str]| {
        assert_eq!(counts(server, "by=stage").await, expected);
    };
    stages(&[]).await;
    let one = reporter.file(&filing(1)).await;
    stages(&["received 1"]).await;
    let two = reporter.file(&filing_with(2, json!({ "sector": "dana_desa", "region": "72.01" }))).await;
    stages(&["received 2"]).await;
    office::step(server, &one, Actor::Coordinator, Action::Verify).await;
    stages(&["received 1", "verified 1"]).await;
    office::step(server, &two, Actor::Coordinator, Action::Postpone).await;
    stages(&["verified 1", "postponed 1"]).await;
    let disposal = server::complaint::Step::new(Actor::Coordinator, Action::Dispose, server.clock.now());
    office::try_step(server, &one, disposal.to_agency("esdm")).await.unwrap();
    stages(&["postponed 1", "disposed 1"]).await;
    assert_eq!(counts(server, "by=agency").await, ["esdm 1", "none 1"]);
    office::step(server, &one, Actor::Agency, Action::Begin).await;
    stages(&["postponed 1", "in_progress 1"]).await;
    office::step(server, &one, Actor::Agency, Action::Answer).await;
    stages(&["postponed 1", "answered 1"]).await;
    assert_eq!(counts(server, "by=group").await, ["awaiting_disposition 1", "in_progress 1"]);
    reporter.refuse(&one, "Masih padam.").await.expect(200);
    stages(&["postponed 1", "in_progress 1"]).await;
    office::step(server, &one, Actor::Agency, Action::Answer).await;
    reporter.accept(&one).await.expect(200);
    stages(&["postponed 1", "closed 1"]).await;
    // What is taken back leaves every total, and is there when asked for by its stage.
    reporter.withdraw(&two).await.expect(200);
    stages(&["closed 1"]).await;
    assert_eq!(counts(server, "by=stage&stage=archived").await, ["archived 1"]);
    assert_eq!(counts(server, "by=sector").await, ["listrik 1"]);
    let figures = recap(server, "by=sector").await.figures;
    assert_eq!((figures.total, figures.groups.done), (1, 1));
    assert_eq!((figures.follow_up_rate, figures.closed_rate), (Some(1.0), Some(1.0)));
    assert_eq!((figures.answered, figures.median_days_to_answer), (1, Some(0.0)));
}

/// A life over several days, and how it stood at the end of each.
async fn any_past_day_can_be_asked_for(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let at = |day: &str| server.clock.set(format!("{day}T02:00:00Z").parse().unwrap());
    at("2026-06-10");
    let one: Filed = reporter.file(&filing(1)).await;
    at("2026-06-12");
    office::dispose(server, &one, "esdm").await;
    at("2026-06-15");
    let two = reporter.file(&filing(2)).await;
    office::step(server, &one, Actor::Agency, Action::Answer).await;
    at("2026-06-18");
    reporter.accept(&one).await.expect(200);
    reporter.withdraw(&two).await.expect(200);
    at("2026-07-01");
    let check = async |day: &str, expected: &[&str]| {
        assert_eq!(counts(server, &format!("by=stage&as_of={day}")).await, expected, "{day}");
    };
    check("2026-06-09", &[]).await;
    check("2026-06-10", &["received 1"]).await;
    check("2026-06-11", &["received 1"]).await;
    check("2026-06-12", &["disposed 1"]).await;
    check("2026-06-15", &["received 1", "answered 1"]).await;
    check("2026-06-17", &["received 1", "answered 1"]).await;
    check("2026-06-18", &["closed 1"]).await;
    check("2026-07-01", &["closed 1"]).await;
    assert_eq!(counts(server, "by=month").await, ["2026-06 1"]);
    assert_eq!(counts(server, "by=month&from=2026-07").await, [""; 0]);
    // Medians are of their day, too: 10 to 15 June are three working days.
    let figures = recap(server, "as_of=2026-06-15").await.figures;
    assert_eq!((figures.answered, figures.median_days_to_answer, figures.closed), (1, Some(3.0), 0));
    let figures = recap(server, "as_of=2026-06-18").await.figures;
    assert_eq!((figures.closed, figures.median_days_to_close), (1, Some(5.0)));
}

async fn every_filter_counts_what_it_says(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    for (number, changes) in [
        json!({}),
        json!({ "class": "aspiration" }),
        json!({ "class": "information_request", "sector": "dana_desa" }),
        json!({ "sector": null, "region": "72.01" }),
        json!({ "region": null, "place": "Di jalan raya" }),
        json!({ "about_officials": true }),
    ]
    .into_iter()
    .enumerate()
    {
        reporter.file(&filing_with(number as u64, changes)).await;
    }
    let check = async |query: &str, expected: u64| {
        assert_eq!(recap(server, query).await.total, expected, "{query}");
    };
    check("", 6).await;
    check("class=complaint", 4).await;
    check("class=aspiration&sector=listrik", 1).await;
    check("sector=none", 1).await;
    check("sector=dana_desa", 1).await;
    check("region=72.71", 4).await;
    check("region=none", 1).await;
    check("agency=inspektorat", 1).await;
    check("agency=none", 5).await;
    check("channel=web", 6).await;
    check("channel=lapor", 0).await;
    check("stage=received&group=awaiting_disposition", 6).await;
    check("group=done", 0).await;
    check("from=2026-06&to=2026-06", 6).await;
    check("from=2026-07", 0).await;
    check("to=2026-05", 0).await;
    for by in ["sector", "stage", "group", "agency", "region", "month", "class", "channel"] {
        counts(server, &format!("by={by}")).await;
    }
    assert_eq!(counts(server, "by=sector").await, ["listrik 4", "dana_desa 1", "none 1"]);
    assert_eq!(counts(server, "by=region").await, ["72.71 4", "72.01 1", "none 1"]);
    let board: Board = Client::new(&server.url).get("/api/v1/recap/board").await.expect(200).to();
    assert_eq!(board.figures.total, 6);
    for rows in [&board.sectors, &board.stages, &board.months, &board.regions, &board.agencies] {
        assert_eq!(rows.iter().map(|row| row.count).sum::<u64>(), 6);
    }
}

async fn labels_are_in_the_readers_language(server: &mut TestServer) {
    Reporter::new(&server.url).file(&filing(1)).await;
    recap(server, "").await;
    let client = Client::new(&server.url);
    let label = async |client: &Client, query: &str| {
        let recap: Recap = client.get(&format!("/api/v1/recap?{query}")).await.expect(200).to();
        recap.rows[0].label.clone()
    };
    assert_eq!(label(&client, "").await, "Listrik");
    assert_eq!(label(&client.in_english(), "").await, "Electricity");
    assert_eq!(label(&client, "lang=en").await, "Electricity");
    assert_eq!(label(&client.in_english(), "lang=id").await, "Listrik");
}

/// What is asked, and the parameters that are to blame.
const BAD: [(&str, &[&str]); 21] = [
    ("as_of=2026-06-11", &["as_of in_future"]),
    ("as_of=9999-12-31", &["as_of in_future"]),
    ("as_of=2026-02-30", &["as_of not_a_date"]),
    ("as_of=kemarin", &["as_of not_a_date"]),
    ("stage=lost", &["stage unknown_value"]),
    ("group=lost", &["group unknown_value"]),
    ("sector=gosip", &["sector unknown_value"]),
    ("sector=a%00b", &["sector unknown_value"]),
    ("agency=gosip", &["agency unknown_value"]),
    ("region=73.01", &["region unknown_value"]),
    ("region=72.71.01", &["region unknown_value"]),
    ("class=gosip", &["class unknown_value"]),
    ("channel=gosip", &["channel unknown_value"]),
    ("from=2026-13", &["from not_a_month"]),
    ("to=2026", &["to not_a_month"]),
    ("from=2026-06&to=2026-05", &["to end_before_start"]),
    ("stage=closed&stage=disposed", &["stage repeated"]),
    ("by=sector&by=stage", &["by repeated"]),
    ("by=weather", &["by unknown_value"]),
    ("sektor=listrik", &["sektor unknown_field"]),
    ("utm_source=x&stage=lost", &["utm_source unknown_field", "stage unknown_value"]),
];

async fn bad_questions_are_refused_everywhere(server: &mut TestServer) {
    let client = Client::new(&server.url);
    for (query, problems) in BAD {
        for path in ["/api/v1/recap", "/api/v1/recap.csv", "/api/v1/recap.xlsx"] {
            let answer = client.get(&format!("{path}?{query}")).await;
            answer.blames(422, ErrorCode::Invalid, problems);
        }
        if !query.starts_with("by=") {
            for path in ["/api/v1/recap/board", "/api/v1/waiting"] {
                let answer = client.get(&format!("{path}?{query}")).await;
                answer.blames(422, ErrorCode::Invalid, problems);
            }
        }
    }
    let answer = client.get("/api/v1/recap/board?by=sector").await;
    answer.blames(422, ErrorCode::Invalid, &["by unknown_field"]);
}

async fn the_future_begins_at_local_midnight(server: &mut TestServer) {
    let client = Client::new(&server.url);
    server.clock.set("2026-06-10T15:59:59Z".parse().unwrap());
    client.get("/api/v1/recap?as_of=2026-06-11").await.blames(422, ErrorCode::Invalid, &["as_of in_future"]);
    server.clock.set("2026-06-10T16:00:00Z".parse().unwrap());
    client.get("/api/v1/recap?as_of=2026-06-11").await.expect(200);
}

on_both!(
    numbers_follow_every_step,
    any_past_day_can_be_asked_for,
    every_filter_counts_what_it_says,
    labels_are_in_the_readers_language,
    bad_questions_are_refused_everywhere,
    the_future_begins_at_local_midnight,
);
