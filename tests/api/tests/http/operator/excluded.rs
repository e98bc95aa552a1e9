//! What is excluded is in no log, at its finest, whatever the PPID do with it.

use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::json;
use server::testing::TestServer;
use shared::access::Role;
use shared::api::{ConsiderConsequenceTest, DecideConsequenceTest, Endpoint, WriteConsequenceTest};
use tests_api::{
    excluding::{order, proposal, propose},
    informing::give,
    operator::Operator,
    process::{Process, Setup},
    staff::Staff,
};

const SECRET: &str = "rincian berwarna lembayung";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_ppids_work_leaves_no_words_in_the_log() {
    let server = TestServer::postgres().await;
    let setup = Setup {
        log: "trace".into(),
        database: server.config.database.clone(),
        ..Setup::on(&server.config.data)
    };
    // The other one moves with the true time, and sessions do not outlast days.
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
    server.clock.set(jiff::Timestamp::from_second(now as i64).unwrap());
    let today = server.state.settings().today(&server.state.clock);
    let process = Process::start(&setup).await;
    let mut main = Staff::with(&server, Role::PpidMain, None).await;
    main.client.base.clone_from(&process.url);
    let until = today.plus(60).to_string();
    let planted = json!({
        "document": SECRET, "information": SECRET, "consequence": SECRET, "interest": SECRET, "proposer": SECRET,
        "until": until,
    });
    let id = propose(&main, proposal(1, planted.clone())).await.id;
    order(&main, WriteConsequenceTest::PATH, id, proposal(1, planted.clone())).await;
    let considered = json!({ "considered_on": today, "considered_by": [SECRET], "said": SECRET });
    order(&main, ConsiderConsequenceTest::PATH, id, considered).await;
    let decided = json!({ "number": "1/2026", "decided_on": today, "outcome": "excluded", "until": until });
    order(&main, DecideConsequenceTest::PATH, id, decided).await;
    // What is refused is not told to the log either.
    give(&main, WriteConsequenceTest::PATH, id, 1, &proposal(1, planted)).await.expect(409);
    give(&main, WriteConsequenceTest::PATH, id, 1, &json!({ "document": SECRET })).await.expect(422);
    let (status, log) = process.stop().await;
    assert!(status.success() && log.contains("answered"));
    assert_eq!(log.lines().find(|line| line.contains(SECRET)), None);
    let operator = Operator::beside(&server);
    for arguments in [&["verify"][..], &["jobs", "run-due"]] {
        let told = operator.run(arguments).await.done();
        assert!(!told.out.contains(SECRET) && !told.err.contains(SECRET), "{arguments:?}");
    }
}
