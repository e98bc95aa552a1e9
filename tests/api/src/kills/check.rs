//! What must hold after all kills.

use std::collections::BTreeSet;

use server::platform::db::Database;
use shared::complaint::Filed;

use super::{
    Figures,
    person::{Person, send},
};
use crate::{
    operator::Operator,
    process::{Process, Setup},
    reporter::Reporter,
    rows, wait,
};

/// Sends everything again, looks at every complaint, counts, and has the operator verify.
pub(super) async fn everything(
    setup: &Setup,
    operator: &Operator,
    people: &mut [Person],
    figures: &mut Figures,
) {
    let process = Process::start(setup).await;
    let reporter = Reporter::new(&process.url);
    let database = Database::open(&address(setup)).await.expect("the database opens beside the server");
    let mut codes = BTreeSet::new();
    let mut files = 0;
    for sent in people.iter_mut().flat_map(|person| &mut person.sent) {
        let before = rows::number(&database, "select count(*) from complaint").await;
        let answer = send(&reporter.client, sent).await.expect("nobody kills it now").expect(201);
        let after = rows::number(&database, "select count(*) from complaint").await;
        match &sent.receipt {
            Some(receipt) => {
                assert_eq!(receipt, &answer.body, "an acknowledged receipt is another one now");
                assert_eq!(before, after, "an acknowledged filing was entered again");
            }
            None => assert!(after - before <= 1, "one filing made {} complaints", after - before),
        }
        let filed: Filed = answer.to();
        let own = reporter.own_view(&filed).await.own.expect("the secret fits");
        assert_eq!(own.title, sent.body["title"].as_str().unwrap_or_default());
        let expected = sent.body["files"].as_array().map_or(0, Vec::len);
        assert_eq!(own.files.len(), expected);
        assert_eq!(own.identified, sent.body.get("reporter").is_some());
        for file in &own.files {
            reporter.download(&filed, &file.id).await.expect(200);
            files += 1;
        }
        assert!(codes.insert(filed.code), "a complaint is somebody else's as well");
    }
    figures.complaints = codes.len() as u64;
    for (what, sql, count) in [
        ("complaints", "select count(*) from complaint", codes.len()),
        ("texts", "select count(*) from complaint_text", codes.len()),
        ("events", "select count(*) from event where kind = 'received'", codes.len()),
        ("keys", "select count(*) from idempotency where status = 201", codes.len()),
        ("files", "select count(*) from upload where state = 'attached'", files),
        ("cells", "select cast(sum(count) as bigint) from cell", codes.len()),
    ] {
        assert_eq!(rows::number(&database, sql).await, count as i64, "{what}");
    }
    wait::until("the recap of them all", || async {
        let recap = reporter.client.get("/api/v1/recap?by=sector").await.expect(200).json();
        (recap["total"] == codes.len()).then_some(())
    })
    .await;
    database.close().await;
    let (status, log) = process.stop().await;
    assert!(status.success(), "{log}");
    operator.verify().await.done();
}

/// Counts what a server finds at its start: all that was acknowledged, and at most what was cut off besides. How many
/// of these there are.
pub(super) async fn count(process: &Process, people: &[Person]) -> u64 {
    let recap = Reporter::new(&process.url).client.get("/api/v1/recap").await.expect(200).json();
    let found = recap["total"].as_u64().expect("a total is a number");
    let acknowledged: u64 = people.iter().map(Person::acknowledged).sum();
    let cut_off = people.iter().map(|person| person.sent.len() as u64).sum::<u64>() - acknowledged;
    assert!(found >= acknowledged, "{acknowledged} were acknowledged, {found} are there");
    assert!(found <= acknowledged + cut_off, "{acknowledged} and {cut_off} were sent, {found} are there");
    found - acknowledged
}

fn address(setup: &Setup) -> String {
    let file = || format!("sqlite:{}", setup.data.join("tanggap.db").display());
    setup.database.clone().unwrap_or_else(file)
}
