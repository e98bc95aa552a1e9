//! Requests for information at the desk: given to an agency, answered by letter, delivered.

use std::time::Duration;

use serde_json::{Value, json};
use server::testing::TestServer;
use shared::{
    access::Role,
    api::{
        AssignRequest, ChangeSetup, DecideObjection, DeliverRequest, DraftFromRequest, Endpoint,
        ExtendRequest, GetDeskRequest, GrantRequest, IF_MATCH, ListDeskRequests, NotifyRequest,
        RefuseRequest, fill,
    },
    information::{DeskInformation, Form, InformationStage},
    problem::ErrorCode,
    request::{DeskRequestList, NoticeKind, Obtain, RequestAction, RequestStage, SendBy},
};
use tests_api::{
    client::Client,
    on_both,
    requesting::{give, grant, look, order, refusal, register, shown},
    rows,
    staff::Staff,
};

async fn ppid(server: &TestServer) -> (Staff, Staff) {
    let main = Staff::with(server, Role::PpidMain, None).await;
    (main, Staff::with(server, Role::PpidAgency, Some("esdm")).await)
}

async fn a_request_goes_from_the_register_to_its_delivery(server: &mut TestServer) {
    let (main, agency) = ppid(server).await;
    let client = Client::new(&server.url);
    let receipt = register(&client, 1).await;
    let number = receipt.number.as_str();
    let first = shown(&main, number).await;
    assert_eq!(first.version, 1);
    let expected = "see identify assign extend notify grant grant_in_part refuse attach";
    let words = |actions: &[RequestAction]| {
        actions.iter().map(|action| action.as_str()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(words(&first.actions), expected);

    let given = order(&main, AssignRequest::PATH, number, json!({ "agency": "esdm" })).await;
    assert_eq!((given.version, given.request.stage), (2, RequestStage::Assigned));
    assert_eq!(given.request.agency.as_deref(), Some("esdm"));
    let reason = json!({ "reason": "Arsipnya di gudang." });
    let later = order(&agency, ExtendRequest::PATH, number, reason).await;
    assert!(!later.actions.contains(&RequestAction::Extend), "once");
    let settings = server.state.settings();
    let due_on = settings.holidays.add_working_days(receipt.received_on, 17);
    assert_eq!(later.request.deadlines[0].due_on, due_on);
    let seen = look(&client, &receipt).await;
    assert_eq!(seen.extension.map(|extension| extension.reason).as_deref(), Some("Arsipnya di gudang."));

    let part = grant(json!({
        "cost": 15_000, "parts_withheld": "Nama pegawai.", "article": "Pasal contoh huruf h", "text": "Terlampir."
    }));
    let granted = order(&agency, GrantRequest::PATH, number, part).await;
    assert_eq!(granted.request.stage, RequestStage::GrantedInPart);
    let notice = &granted.request.notices[0];
    assert_eq!(
        (notice.kind, notice.form, notice.cost),
        (NoticeKind::GrantInPart, Some(Obtain::SoftCopy), 15_000)
    );
    assert_eq!(notice.parts_withheld.as_deref(), Some("Nama pegawai."));
    assert_eq!(words(&granted.actions), "see identify attach deliver");
    server.clock.advance(Duration::from_secs(2 * 24 * 60 * 60));
    let agency = agency.back(server).await;
    let delivery = json!({ "send": "pick_up", "delivered_on": "2026-06-11", "cost": 15_000 });
    let done = order(&agency, DeliverRequest::PATH, number, delivery).await;
    assert_eq!(done.request.stage, RequestStage::Delivered);
    let seen = look(&client, &receipt).await;
    let delivered = seen.notices[0].delivery.as_ref().unwrap();
    assert_eq!((delivered.send, delivered.on.to_string().as_str()), (SendBy::PickUp, "2026-06-11"));
    let offers: Vec<&str> = seen.offers.iter().map(|offer| offer.ground.as_str()).collect();
    let expected =
        ["refused", "no_regular_information", "not_as_asked", "not_fulfilled", "unreasonable_cost"];
    assert_eq!(offers, expected);
    let kinds =
        rows::texts(&server.state.db, "select kind from event where kind like 'request_%' order by position");
    let expected =
        ["request_received", "request_assigned", "request_extended", "request_answered", "request_delivered"];
    assert_eq!(kinds.await, expected);
    rows::verify_clean(server).await;
}

async fn letters_say_what_the_law_asks_for(server: &mut TestServer) {
    let (main, _) = ppid(server).await;
    let client = Client::new(&server.url);
    let (one, two) = (register(&client, 1).await, register(&client, 2).await);
    let letter = json!({ "letter_number": "1/PPID", "official": "PPID", "holder": "Badan Contoh" });
    let told = order(&main, NotifyRequest::PATH, &one.number, letter).await;
    assert_eq!(told.request.stage, RequestStage::NotHeld);
    assert_eq!(told.request.notices[0].holder.as_deref(), Some("Badan Contoh"));
    order(&main, RefuseRequest::PATH, &two.number, refusal()).await;
    let seen = look(&client, &two).await;
    let notice = &seen.notices[0];
    assert_eq!((seen.stage, notice.letter_number.as_str()), (RequestStage::Refused, "489/12/PPID"));
    assert_eq!(notice.article.as_deref(), Some("Pasal contoh huruf a"));
    assert_eq!(notice.consequence_test.as_deref(), Some("UK-7"));

    let third = register(&client, 3).await;
    let before = rows::count(&server.state.db).await;
    let check = async |path: &str, body: Value, expected: &[&str]| {
        give(&main, path, &third.number, 1, &body).await.blames(422, ErrorCode::Invalid, expected);
    };
    let blank = json!({ "letter_number": "", "official": "", "article": "", "text": "", "holder": "" });
    let without = |names: &[&str]| {
        let mut body = blank.clone();
        names.iter().for_each(|name| drop(body.as_object_mut().unwrap().remove(*name)));
        body
    };
    let [letter, official] = ["letter_number required", "official required"];
    check(NotifyRequest::PATH, without(&["article"]), &[letter, official, "holder required"]).await;
    check(
        RefuseRequest::PATH,
        without(&["holder"]),
        &[letter, official, "article required", "text required"],
    )
    .await;
    check(GrantRequest::PATH, without(&["holder"]), &[letter, official, "form required"]).await;
    let part = grant(json!({ "parts_withheld": "Nama." }));
    check(GrantRequest::PATH, part, &["article required"]).await;
    check(ExtendRequest::PATH, json!({ "reason": " " }), &["reason required"]).await;
    check(AssignRequest::PATH, json!({ "agency": "tidak_ada" }), &["agency unknown_value"]).await;
    assert_eq!(rows::count(&server.state.db).await, before);
    order(&main, GrantRequest::PATH, &third.number, grant(json!({}))).await;
    let early = json!({ "send": "post", "delivered_on": "2026-06-09" });
    give(&main, DeliverRequest::PATH, &third.number, 2, &early).await.blames(
        422,
        ErrorCode::Invalid,
        &["delivered_on end_before_start"],
    );
    rows::verify_clean(server).await;
}

async fn each_keeps_to_their_own(server: &mut TestServer) {
    let (main, esdm) = ppid(server).await;
    let dinkes = Staff::with(server, Role::PpidAgency, Some("dinkes")).await;
    let superior = Staff::with(server, Role::PpidSuperior, None).await;
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    let receipt = register(&Client::new(&server.url), 1).await;
    let number = receipt.number.as_str();
    order(&main, AssignRequest::PATH, number, json!({ "agency": "esdm" })).await;
    let before = rows::count(&server.state.db).await;
    let check = async |staff: &Staff, path: &str, body: Value, rule: &str| {
        let answer = give(staff, path, number, 2, &body).await.refused(403, ErrorCode::Forbidden);
        assert_eq!(answer.rule.as_deref(), Some(rule), "{path}");
    };
    let decision =
        json!({ "outcome": "dismissed", "letter_number": "K-1", "official": "Atasan", "reasons": "Alasan." });
    for path in [RefuseRequest::PATH, ExtendRequest::PATH] {
        let body = if path == RefuseRequest::PATH { refusal() } else { json!({ "reason": "Alasan." }) };
        check(&dinkes, path, body.clone(), "other_agency").await;
        check(&superior, path, body.clone(), "other_role").await;
        check(&coordinator, path, body, "other_role").await;
    }
    check(&esdm, AssignRequest::PATH, json!({ "agency": "dinkes" }), "other_role").await;
    check(&main, DecideObjection::PATH, decision.clone(), "other_role").await;
    check(&superior, DecideObjection::PATH, decision, "other_role").await;
    let path = fill(GetDeskRequest::PATH, &[number]);
    for (staff, rule) in [(&dinkes, "other_agency"), (&superior, "other_role"), (&coordinator, "other_role")]
    {
        let answer = staff.client.get(&path).await.refused(403, ErrorCode::Forbidden);
        assert_eq!(answer.rule.as_deref(), Some(rule));
    }
    assert_eq!(rows::count(&server.state.db).await, before);
    for unknown in ["PI-2026-00099", "x", "0"] {
        main.client.get(&fill(GetDeskRequest::PATH, &[unknown])).await.refused(404, ErrorCode::NotFound);
        give(&main, RefuseRequest::PATH, unknown, 1, &refusal()).await.refused(404, ErrorCode::NotFound);
    }
    // Given to another agency it is that one's.
    let given = order(&main, AssignRequest::PATH, number, json!({ "agency": "dinkes" })).await;
    assert_eq!(given.version, 3);
    check(&esdm, RefuseRequest::PATH, refusal(), "other_agency").await;
    order(&dinkes, RefuseRequest::PATH, number, refusal()).await;
}

async fn commands_rest_on_what_was_seen(server: &mut TestServer) {
    let (main, _) = ppid(server).await;
    let receipt = register(&Client::new(&server.url), 1).await;
    let number = receipt.number.as_str();
    let without = main.client.post(&fill(RefuseRequest::PATH, &[number]), &refusal()).await;
    without.blames(400, ErrorCode::Malformed, &["if-match required"]);
    let delivery = json!({ "send": "post", "delivered_on": "2026-06-10" });
    let early = give(&main, DeliverRequest::PATH, number, 1, &delivery).await;
    assert_eq!(early.refused(409, ErrorCode::Conflict).version, Some(1), "nothing is granted yet");
    assert_eq!(shown(&main, number).await.version, 1, "what is refused changes nothing");
    // Of two that rest on the same version one is obeyed.
    let (refusal, grant) = (refusal(), grant(json!({})));
    let both = futures_util::future::join(
        give(&main, RefuseRequest::PATH, number, 1, &refusal),
        give(&main, GrantRequest::PATH, number, 1, &grant),
    );
    let (one, two) = both.await;
    let mut statuses = [one.status, two.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409]);
    // Answered once it is answered.
    give(&main, RefuseRequest::PATH, number, 2, &refusal).await.refused(409, ErrorCode::Conflict);
    // Extended it is in time or not at all.
    let late = register(&Client::new(&server.url), 2).await;
    let last = late.deadlines[0].due_on;
    server.clock.set(format!("{}T02:00:00Z", last.plus(1)).parse().unwrap());
    let main = main.back(server).await;
    let reason = json!({ "reason": "Alasan." });
    give(&main, ExtendRequest::PATH, &late.number, 1, &reason).await.refused(409, ErrorCode::Conflict);
    server.clock.set(format!("{last}T02:00:00Z").parse().unwrap());
    give(&main, ExtendRequest::PATH, &late.number, 1, &reason).await.expect(200);
    rows::verify_clean(server).await;
}

async fn the_list_is_narrowed_and_paged(server: &mut TestServer) {
    let (main, agency) = ppid(server).await;
    let client = Client::new(&server.url);
    let first = register(&client, 1).await;
    server.clock.advance(Duration::from_secs(24 * 60 * 60));
    let (second, third) = (register(&client, 2).await, register(&client, 3).await);
    let (main, agency) = (main.back(server).await, agency.back(server).await);
    order(&main, AssignRequest::PATH, &third.number, json!({ "agency": "esdm" })).await;
    order(&main, RefuseRequest::PATH, &second.number, refusal()).await;
    let list = async |staff: &Staff, query: &str| -> DeskRequestList {
        staff.client.get(&format!("{}{query}", ListDeskRequests::PATH)).await.expect(200).to()
    };
    let check = async |staff: &Staff, query: &str, expected: &[&str]| {
        let found = list(staff, query).await;
        let numbers: Vec<&str> = found.rows.iter().map(|row| row.number.as_str()).collect();
        assert_eq!(numbers, expected, "{query}");
    };
    let [one, two, three] = [&first, &second, &third].map(|receipt| receipt.number.as_str());
    // What is due first on top, what is answered at the end.
    check(&main, "", &[one, three, two]).await;
    check(&agency, "", &[three]).await;
    check(&agency, "?agency=dinkes", &[]).await;
    check(&main, "?agency=esdm", &[three]).await;
    check(&main, "?stage=refused", &[two]).await;
    check(&main, &format!("?due={}", first.deadlines[0].due_on), &[one]).await;
    check(&main, "?due=late", &[]).await;
    for query in ["?stage=x", "?due=x", "?after=x"] {
        main.client.get(&format!("{}{query}", ListDeskRequests::PATH)).await.refused(422, ErrorCode::Invalid);
    }
    main.client.get(&format!("{}?x=1", ListDeskRequests::PATH)).await.refused(422, ErrorCode::Invalid);
    server.clock.set(format!("{}T02:00:00Z", first.deadlines[0].due_on.plus(1)).parse().unwrap());
    let main = main.back(server).await;
    check(&main, "?due=late", &[one]).await;
    let late = list(&main, "?due=late").await;
    assert_eq!(late.rows[0].left_days, 0);
    assert_eq!((late.rows[0].late_days, late.rows[0].due_on), (1, Some(first.deadlines[0].due_on)));
    // A page, and the next one.
    for number in 4..=53 {
        register(&client, number).await;
    }
    let page = list(&main, "").await;
    assert_eq!(page.rows.len(), 50);
    let rest = list(&main, &format!("?after={}", page.next.unwrap())).await;
    assert_eq!((rest.rows.len(), rest.next), (3, None));
    let mut all: Vec<&str> = page.rows.iter().chain(&rest.rows).map(|row| row.number.as_str()).collect();
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), 53);
}

async fn a_new_holiday_moves_the_last_day(server: &mut TestServer) {
    let (main, _) = ppid(server).await;
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    let receipt = register(&Client::new(&server.url), 1).await;
    let (free, due_on) = {
        let holidays = &server.state.settings().holidays;
        (
            holidays.add_working_days(receipt.received_on, 1),
            holidays.add_working_days(receipt.received_on, 11),
        )
    };
    let holiday = json!({ "holiday": { "date": free, "category": "public_holiday", "name": "Hari Contoh", "estimated": false } });
    coordinator.client.with(IF_MATCH, "1").post(ChangeSetup::PATH, &holiday).await.expect(200);
    let list: DeskRequestList = main.client.get(ListDeskRequests::PATH).await.expect(200).to();
    assert_eq!(list.rows[0].due_on, Some(due_on));
    assert_eq!(shown(&main, &receipt.number).await.request.deadlines[0].due_on, due_on);
}

async fn what_was_granted_becomes_a_draft_once(server: &mut TestServer) {
    let main = Staff::with(server, Role::PpidMain, None).await;
    let anyone = Client::new(&server.url);
    let receipt = register(&anyone, 1).await;
    let ask =
        async |number: &str| main.client.post(DraftFromRequest::PATH, &json!({ "number": number })).await;
    ask(&receipt.number).await.refused(422, ErrorCode::Invalid);
    order(&main, AssignRequest::PATH, &receipt.number, json!({ "agency": "esdm" })).await;
    order(&main, GrantRequest::PATH, &receipt.number, grant(json!({}))).await;
    let draft: DeskInformation = ask(&receipt.number).await.expect(200).to();
    assert_eq!(draft.newest.title, "Rencana kerja Dinas Contoh nomor 1.");
    assert_eq!((&*draft.newest.agency, &*draft.newest.official), ("esdm", "Kepala Dinas Contoh"));
    assert_eq!((draft.stage, &*draft.newest.forms), (InformationStage::Draft, &[Form::Digital][..]));
    let told = serde_json::to_string(&draft).unwrap();
    assert!(!told.contains("Pemohon Contoh"), "{told}");
    // Pressed twice, it is there once.
    ask(&receipt.number).await.refused(422, ErrorCode::Invalid);
    ask("PI-2026-99999").await.refused(404, ErrorCode::NotFound);
    let other = Staff::with(server, Role::PpidAgency, Some("disnakertrans")).await;
    let body = json!({ "number": receipt.number });
    other.client.post(DraftFromRequest::PATH, &body).await.refused(403, ErrorCode::Forbidden);
    rows::verify_clean(server).await;
}

on_both!(
    what_was_granted_becomes_a_draft_once,
    a_request_goes_from_the_register_to_its_delivery,
    letters_say_what_the_law_asks_for,
    each_keeps_to_their_own,
    commands_rest_on_what_was_seen,
    the_list_is_narrowed_and_paged,
    a_new_holiday_moves_the_last_day,
);
