//! Consequence tests: proposed by an agency's PPID, considered by a board, decided by the province's for a term; and the list of
//! what is excluded, which everyone reads.

use std::time::Duration;

use serde_json::{Value, json};
use server::{testing::TestServer, upkeep, verify::verify};
use shared::{
    access::Role,
    api::{
        AddConsequenceTest, ConsiderConsequenceTest, DecideConsequenceTest, Endpoint, GetConsequenceTest,
        ListConsequenceTests, ListExcluded, ListInformation, SendBackConsequenceTest,
        WithdrawConsequenceTest, WriteConsequenceTest, fill,
    },
    calendar::Day,
    information::consequence::{
        ConsequenceAction, ConsequenceOutcome, ConsequenceStage, DeskConsequenceList, ExcludedList,
    },
    problem::ErrorCode,
};
use tests_api::{
    answer::Answer,
    client::Client,
    excluding::{consideration, considered, decision, order, proposal, propose, test},
    informing::give,
    on_both, rows,
    staff::Staff,
};

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

async fn excluded(client: &Client, query: &str) -> ExcludedList {
    client.get(&format!("{}{query}", ListExcluded::PATH)).await.expect(200).to()
}

async fn desk(staff: &Staff, query: &str) -> DeskConsequenceList {
    staff.client.get(&format!("{}{query}", ListConsequenceTests::PATH)).await.expect(200).to()
}

async fn something_is_proposed_considered_and_decided(server: &mut TestServer) {
    let agency = Staff::with(server, Role::PpidAgency, Some("esdm")).await;
    let main = Staff::with(server, Role::PpidMain, None).await;
    let anyone = Client::new(&server.url);
    let proposed = propose(&agency, proposal(1, json!({ "public_title": "Peta <rawan>" }))).await;
    let id = proposed.id;
    assert_eq!((proposed.stage, proposed.version), (ConsequenceStage::Proposed, 1));
    assert_eq!(proposed.actions, [ConsequenceAction::Write, ConsequenceAction::Withdraw]);

    let early = give(&main, DecideConsequenceTest::PATH, id, 1, &decision("1/2026", None)).await;
    assert_eq!(early.refused(409, ErrorCode::Conflict).version, Some(1), "not before it was considered");
    let back = order(&main, SendBackConsequenceTest::PATH, id, json!({ "text": "Pasalnya?" })).await;
    assert_eq!((back.stage, back.reason.as_deref()), (ConsequenceStage::Proposed, Some("Pasalnya?")));
    let again = proposal(1, json!({ "public_title": "Peta <rawan>", "law": "Undang-undang contoh & lain" }));
    let written = order(&agency, WriteConsequenceTest::PATH, id, again).await;
    assert_eq!((written.reason, &*written.test.law), (None, "Undang-undang contoh & lain"));
    let weighed = order(&main, ConsiderConsequenceTest::PATH, id, consideration()).await;
    assert_eq!(weighed.stage, ConsequenceStage::Considered);
    assert_eq!(weighed.consideration.unwrap().considered_by.len(), 2);
    let back = order(&main, SendBackConsequenceTest::PATH, id, json!({ "text": "Timbang lagi." })).await;
    assert!(back.consideration.is_none(), "what was considered is not what will be proposed");
    order(&main, ConsiderConsequenceTest::PATH, id, consideration()).await;
    assert!(excluded(&anyone, "").await.rows.is_empty(), "nothing is told before it is decided");

    let decided = order(&main, DecideConsequenceTest::PATH, id, decision("1/2026", Some("2026-12-31"))).await;
    assert_eq!((decided.stage, decided.decisions.len()), (ConsequenceStage::Decided, 1));
    assert_eq!(decided.decisions[0].outcome, ConsequenceOutcome::Excluded);
    assert_eq!(decided.decisions[0].consideration.said, "Setuju seluruhnya.");
    assert_eq!(decided.actions, [ConsequenceAction::Consider, ConsequenceAction::Decide]);
    assert!(test(&agency, id).await.actions.is_empty());

    let list = excluded(&anyone, "").await;
    let line = &list.rows[0];
    assert_eq!((list.rows.len(), line.id, line.stage), (1, id, ConsequenceStage::Decided));
    assert_eq!((&*line.title, &*line.law), ("Peta <rawan>", "Undang-undang contoh & lain"));
    assert_eq!((&*line.number, line.until), ("1/2026", Day::new(2026, 12, 31).unwrap()));
    let page = anyone.get("/informasi/dikecualikan").await.expect(200);
    for words in [
        "<h1 tabindex=\"-1\">Informasi yang dikecualikan</h1>",
        "Peta &lt;rawan&gt;",
        "31 Desember 2026",
        "Berlaku",
    ] {
        assert!(page.text().contains(words), "{words} is missing: {}", page.text());
    }
    anyone.with("if-none-match", page.header("etag")).get("/informasi/dikecualikan").await.expect(304);
    let english = anyone.with("cookie", "lang=en").get("/informasi/dikecualikan").await.text();
    assert!(english.contains("Excluded until") && english.contains("In force"));
    let public = anyone.get("/informasi").await.expect(200).text();
    assert!(public.contains("href=\"/informasi/dikecualikan\"") && public.contains("Belum ada informasi"));
    assert_eq!(anyone.get(ListInformation::PATH).await.expect(200).json()["rows"], json!([]));
    rows::verify_clean(server).await;
}

async fn a_term_that_ends_leaves_it_to_be_reviewed(server: &mut TestServer) {
    let main = Staff::with(server, Role::PpidMain, None).await;
    let agency = Staff::with(server, Role::PpidAgency, Some("esdm")).await;
    let anyone = Client::new(&server.url);
    let id = considered(&main, proposal(1, json!({}))).await;
    order(&main, DecideConsequenceTest::PATH, id, decision("1/2026", Some("2026-07-15"))).await;
    let later = considered(&main, proposal(2, json!({ "agency": "dinkes" }))).await;
    order(&main, DecideConsequenceTest::PATH, later, decision("2/2026", Some("2026-09-01"))).await;
    assert!(desk(&main, "").await.ending.is_empty(), "35 days are left");
    server.clock.advance(5 * DAY);
    let (main, agency) = (main.back(server).await, agency.back(server).await);
    let ending = desk(&main, "").await.ending;
    assert_eq!(ending.iter().map(|line| (line.id, line.days_left)).collect::<Vec<_>>(), [(id, Some(30))]);
    assert_eq!(desk(&agency, "").await.ending.len(), 1);
    assert!(desk(&main, "?agency=dinkes").await.ending.is_empty());

    server.clock.advance(30 * DAY);
    let before = rows::count(&server.state.db).await;
    upkeep::once(&server.state).await.unwrap();
    assert_eq!(
        rows::count(&server.state.db).await["event"],
        before["event"],
        "its last day is part of the term"
    );
    server.clock.advance(DAY);
    for _ in 0..2 {
        upkeep::once(&server.state).await.unwrap();
        assert_eq!(rows::count(&server.state.db).await["event"], before["event"] + 1, "once for each");
    }
    let kinds = rows::texts(
        &server.state.db,
        "select kind || ' ' || actor from event order by position desc limit 1",
    );
    assert_eq!(kinds.await, ["consequence_lapsed clock"]);
    let main = main.back(server).await;
    let lapsed = test(&main, id).await;
    assert_eq!((lapsed.stage, lapsed.days_left), (ConsequenceStage::ToReview, Some(-1)));
    let list = desk(&main, "?stage=to_review").await;
    assert_eq!(list.rows.iter().map(|line| line.id).collect::<Vec<_>>(), [id]);
    assert!(list.ending.is_empty());
    // It is not silently public: it still stands in the list, and says so.
    let shown = excluded(&anyone, "").await.rows;
    assert_eq!(
        shown.iter().map(|line| line.stage).collect::<Vec<_>>(),
        [ConsequenceStage::Decided, ConsequenceStage::ToReview]
    );
    assert!(anyone.get("/informasi/dikecualikan").await.text().contains("menunggu peninjauan"));

    // It is prolonged with another decision, and opened with a third.
    let today = server.state.settings().today(&server.state.clock);
    let on = |number: &str, until: Option<Day>| {
        let mut decision = decision(number, until.map(|day| day.to_string()).as_deref());
        decision["decided_on"] = json!(today.to_string());
        decision
    };
    let again = order(&main, DecideConsequenceTest::PATH, id, on("3/2026", Some(today.plus(60)))).await;
    assert_eq!(
        (again.stage, again.decisions.len(), again.days_left),
        (ConsequenceStage::Decided, 2, Some(60))
    );
    assert_eq!(again.decisions.iter().map(|one| &*one.number).collect::<Vec<_>>(), ["3/2026", "1/2026"]);
    assert_eq!(excluded(&anyone, "").await.rows[1].number, "3/2026");
    let noted = order(&main, ConsiderConsequenceTest::PATH, id, consideration()).await;
    assert_eq!(noted.stage, ConsequenceStage::Decided, "it stays excluded while it is considered again");
    let open = order(&main, DecideConsequenceTest::PATH, id, on("4/2026", None)).await;
    assert_eq!(
        (open.stage, open.decisions[0].outcome),
        (ConsequenceStage::Decided, ConsequenceOutcome::Open)
    );
    assert!(open.actions.is_empty() && open.days_left.is_none());
    assert_eq!(excluded(&anyone, "").await.rows.iter().map(|line| line.id).collect::<Vec<_>>(), [later]);
    server.clock.advance(400 * DAY);
    upkeep::once(&server.state).await.unwrap();
    assert_eq!(
        test(&main.back(server).await, id).await.stage,
        ConsequenceStage::Decided,
        "what is open has no end"
    );
    rows::verify_clean(server).await;
}

async fn agencies_propose_for_themselves_and_decide_nothing(server: &mut TestServer) {
    let esdm = Staff::with(server, Role::PpidAgency, Some("esdm")).await;
    let dinkes = Staff::with(server, Role::PpidAgency, Some("dinkes")).await;
    let main = Staff::with(server, Role::PpidMain, None).await;
    let id = propose(&esdm, proposal(1, json!({}))).await.id;
    let refused = |answer: Answer, rule: &str| {
        assert_eq!(answer.refused(403, ErrorCode::Forbidden).rule.as_deref(), Some(rule));
    };
    let commands: [(&str, Value); 5] = [
        (WriteConsequenceTest::PATH, proposal(1, json!({}))),
        (ConsiderConsequenceTest::PATH, consideration()),
        (SendBackConsequenceTest::PATH, json!({ "text": "Alasan." })),
        (DecideConsequenceTest::PATH, decision("1/2026", None)),
        (WithdrawConsequenceTest::PATH, json!({ "text": "Alasan." })),
    ];
    for (path, body) in &commands {
        refused(give(&dinkes, path, id, 1, body).await, "other_agency");
    }
    for (path, body) in &commands[1..4] {
        refused(give(&esdm, path, id, 1, body).await, "other_role");
    }
    refused(dinkes.client.post(AddConsequenceTest::PATH, &proposal(2, json!({}))).await, "other_agency");
    refused(dinkes.client.get(&fill(GetConsequenceTest::PATH, &[&id.to_string()])).await, "other_agency");
    // Nor is one's own given to another.
    let given = proposal(1, json!({ "agency": "dinkes" }));
    refused(give(&esdm, WriteConsequenceTest::PATH, id, 1, &given).await, "other_agency");
    assert!(desk(&dinkes, "").await.rows.is_empty() && desk(&dinkes, "?agency=esdm").await.rows.is_empty());

    server.clock.advance(Duration::from_secs(1));
    let other = propose(&main, proposal(2, json!({ "agency": "dinkes" }))).await.id;
    let ids = |list: DeskConsequenceList| list.rows.iter().map(|line| line.id).collect::<Vec<_>>();
    assert_eq!(ids(desk(&main, "").await), [other, id]);
    assert_eq!(ids(desk(&main, "?agency=esdm&stage=proposed").await), [id]);
    assert_eq!(ids(desk(&dinkes, "").await), [other]);
    let gone = order(&esdm, WithdrawConsequenceTest::PATH, id, json!({ "text": "Ternyata terbuka." })).await;
    assert_eq!((gone.stage, gone.actions), (ConsequenceStage::Withdrawn, vec![]));
    assert_eq!(gone.reason.as_deref(), Some("Ternyata terbuka."));
    assert_eq!(ids(desk(&main, "?stage=withdrawn").await), [id]);
    for (query, blame) in [
        ("?stage=x", "stage unknown_value"),
        ("?after=x", "after unknown_value"),
        ("?q=x", "q unknown_field"),
    ] {
        let path = format!("{}{query}", ListConsequenceTests::PATH);
        main.client.get(&path).await.blames(422, ErrorCode::Invalid, &[blame]);
    }
    rows::verify_clean(server).await;
}

async fn what_does_not_fit_is_refused(server: &mut TestServer) {
    let main = Staff::with(server, Role::PpidMain, None).await;
    let before = rows::count(&server.state.db).await;
    let bad = proposal(1, json!({ "agency": "tidak_ada", "interest": " ", "until": "2026-06-10" }));
    main.client.post(AddConsequenceTest::PATH, &bad).await.blames(
        422,
        ErrorCode::Invalid,
        &["agency unknown_value", "interest required", "until not_in_future"],
    );
    let more = proposal(1, json!({ "category": "regular" }));
    main.client.post(AddConsequenceTest::PATH, &more).await.blames(
        422,
        ErrorCode::Invalid,
        &["category unknown_field"],
    );
    assert_eq!(rows::count(&server.state.db).await, before);
    let id = propose(&main, proposal(1, json!({}))).await.id;
    let nobody = json!({ "considered_on": "2026-06-11", "considered_by": [" "], "said": "" });
    give(&main, ConsiderConsequenceTest::PATH, id, 1, &nobody).await.blames(
        422,
        ErrorCode::Invalid,
        &["considered_on in_future", "considered_by required", "said required"],
    );
    order(&main, ConsiderConsequenceTest::PATH, id, consideration()).await;
    let check = async |changes: Value, blame: &[&str]| {
        let mut given = decision("1/2026", Some("2027-01-01"));
        given.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
        let answer = give(&main, DecideConsequenceTest::PATH, id, 2, &given).await;
        answer.blames(422, ErrorCode::Invalid, blame);
    };
    check(json!({ "until": null }), &["until required"]).await;
    check(json!({ "until": "2026-06-10" }), &["until not_in_future"]).await;
    check(json!({ "decided_on": "2026-06-11", "number": "" }), &["number required", "decided_on in_future"])
        .await;
    check(json!({ "decided_on": "2026-06-09" }), &["decided_on end_before_start"]).await;
    check(json!({ "outcome": null }), &["outcome required"]).await;

    let stale = give(&main, DecideConsequenceTest::PATH, id, 1, &decision("1/2026", None)).await;
    assert_eq!(stale.refused(409, ErrorCode::Conflict).version, Some(2));
    let (one, two) = (decision("1/2026", None), decision("2/2026", Some("2027-01-01")));
    let both = futures_util::future::join(
        give(&main, DecideConsequenceTest::PATH, id, 2, &one),
        give(&main, DecideConsequenceTest::PATH, id, 2, &two),
    );
    let (one, two) = both.await;
    let mut statuses = [one.status, two.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409], "of two that rest on the same version one is obeyed");
    for path in ["0", "-1", "x", "99999"] {
        main.client.get(&fill(GetConsequenceTest::PATH, &[path])).await.refused(404, ErrorCode::NotFound);
    }
    for (query, blame) in [("?after=x", "after unknown_value"), ("?agency=esdm", "agency unknown_field")] {
        let anyone = Client::new(&server.url);
        let refused = anyone.get(&format!("{}{query}", ListExcluded::PATH)).await;
        refused.blames(422, ErrorCode::Invalid, &[blame]);
        let page = anyone.get(&format!("/informasi/dikecualikan{query}")).await.expect(422);
        assert!(page.text().contains("tidak bisa dibaca"));
    }
    rows::verify_clean(server).await;
}

async fn what_was_not_decided_so_is_found(server: &mut TestServer) {
    let main = Staff::with(server, Role::PpidMain, None).await;
    let id = considered(&main, proposal(1, json!({}))).await;
    order(&main, DecideConsequenceTest::PATH, id, decision("1/2026", Some("2027-01-01"))).await;
    let open = considered(&main, proposal(2, json!({}))).await;
    order(&main, DecideConsequenceTest::PATH, open, decision("2/2026", None)).await;
    let state = &server.state;
    for (change, back) in [
        (
            "update excluded_information set until_on = '2030-01-01'",
            "update excluded_information set until_on = '2027-01-01'",
        ),
        (
            "update excluded_information set stage = 'to_review'",
            "update excluded_information set stage = 'decided'",
        ),
        (
            "update consequence_test set ends_on = null where id = 1",
            "update consequence_test set ends_on = '2027-01-01' where id = 1",
        ),
        (
            "update consequence_test set stage = 'withdrawn' where id = 1",
            "update consequence_test set stage = 'decided' where id = 1",
        ),
        (
            "update consequence_test set public_title = public_title || '.' where id = 1",
            "update consequence_test set public_title = trim(public_title, '.') where id = 1",
        ),
    ] {
        rows::verify_clean(server).await;
        assert_eq!(rows::change(&state.db, change).await, 1, "{change}");
        let checks = verify(&state.db, &state.files, &state.settings()).await.unwrap();
        let faults: Vec<_> = checks.into_iter().flat_map(|check| check.faults).collect();
        assert_eq!(faults, [format!("consequence test {id}: its last decision says otherwise")], "{change}");
        rows::change(&state.db, back).await;
    }
    rows::verify_clean(server).await;
}

async fn long_lists_come_in_pages(server: &mut TestServer) {
    let main = Staff::with(server, Role::PpidMain, None).await;
    let anyone = Client::new(&server.url);
    let mut all = Vec::new();
    for number in 1..=52 {
        let id = considered(&main, proposal(number, json!({}))).await;
        order(&main, DecideConsequenceTest::PATH, id, decision("1/2026", Some("2027-01-01"))).await;
        all.push(id);
    }
    all.reverse();
    let (mut seen, mut query) = (Vec::new(), String::new());
    loop {
        let page = excluded(&anyone, &query).await;
        assert!(page.rows.len() <= 20);
        seen.extend(page.rows.iter().map(|line| line.id));
        let Some(next) = page.next else { break };
        let html = anyone.get(&format!("/informasi/dikecualikan{query}")).await.expect(200).text();
        query = format!("?after={next}");
        assert!(html.contains(&format!("href=\"/informasi/dikecualikan{query}\"")), "{html}");
    }
    assert_eq!(seen, all, "the newest first, each once");
    let first = desk(&main, "").await;
    let rest = desk(&main, &format!("?after={}", first.next.unwrap())).await;
    let ids: Vec<i64> = first.rows.iter().chain(&rest.rows).map(|line| line.id).collect();
    assert_eq!((ids, rest.next), (all, None));
}

on_both!(
    something_is_proposed_considered_and_decided,
    a_term_that_ends_leaves_it_to_be_reviewed,
    agencies_propose_for_themselves_and_decide_nothing,
    what_does_not_fit_is_refused,
    what_was_not_decided_so_is_found,
    long_lists_come_in_pages,
);
