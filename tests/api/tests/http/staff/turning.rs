//! A complaint of class information request becomes a request: its receipt, its day and its secret live on.

use std::time::Duration;

use futures_util::future::join_all;
use serde_json::json;
use server::testing::TestServer;
use shared::{
    access::Role,
    api::{
        EditCase, Endpoint, GetMissing, ListDeskRequests, PostponeCase, ReadApplicant, RefuseRequest,
        ResumeCase, TurnIntoRequest, VerifyCase, fill,
    },
    complaint::{ArchiveReason, Channel, Filed, Stage},
    problem::ErrorCode,
    recap::Recap,
    request::{ApplicantView, DeskRequestList, MissingDetails, RequestReceipt},
};
use tests_api::{
    client::Client,
    on_both,
    plain::{Browser, Form, text_of},
    reporter::Reporter,
    requesting::{look, object, order, refusal, register, shown},
    rows,
    staff::Staff,
    turning::{ask, details, give, question},
    wait::until,
};

async fn missing(client: &Client, filed: &Filed) -> Vec<String> {
    let answer = client.holding(&filed.secret).get(&fill(GetMissing::PATH, &[&filed.code])).await;
    answer.expect(200).to::<MissingDetails>().fields
}

async fn a_question_becomes_a_request_of_its_day(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    register(&reporter.client, 1).await;
    let filed = question(&reporter, 1, json!({})).await;
    server.clock.advance(Duration::from_secs(30 * 24 * 60 * 60));
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    let main = Staff::with(server, Role::PpidMain, None).await;
    ask(&coordinator, &filed).await;
    let own = reporter.own_view(&filed).await;
    assert_eq!(own.stage, Stage::Postponed);
    assert!(own.own.as_ref().is_some_and(|own| own.asks_request && own.request.is_none()));
    assert!(coordinator.case(&filed).await.asks_request);
    let fields = missing(&reporter.client, &filed).await;
    let expected = [
        "applicant.kind",
        "applicant.identity_number",
        "applicant.deed",
        "applicant.address",
        "applicant.email",
        "purpose",
        "obtain",
        "send",
    ];
    assert_eq!(fields, expected, "what was said is not asked again");

    let receipt: RequestReceipt =
        give(&reporter.client, &filed, &filed.secret, &details()).await.expect(201).to();
    assert_eq!((receipt.number.as_str(), receipt.received_on), ("PI-2026-00002", filed.received_on));
    assert!(receipt.deadlines[0].late_days > 5, "counted from its receipt: {:?}", receipt.deadlines);
    let seen = look(&reporter.client, &receipt).await;
    assert!(seen.what.starts_with("Anggaran jalan 2026\n\nMohon rincian"), "{}", seen.what);
    let late: DeskRequestList =
        main.client.get(&format!("{}?due=late", ListDeskRequests::PATH)).await.expect(200).to();
    assert_eq!(late.rows.iter().filter(|row| row.number == receipt.number && row.late_days > 5).count(), 1);
    assert_eq!(shown(&main, &receipt.number).await.channel, Channel::Web);
    let reason = json!({ "reason": "Surat pemberitahuan." });
    let path = fill(ReadApplicant::PATH, &[&receipt.number]);
    let applicant: ApplicantView = main.client.post(&path, &reason).await.expect(200).to();
    assert_eq!(
        (applicant.name.as_str(), applicant.document.as_deref(), applicant.address.as_str()),
        ("Warga Contoh", Some("7271000000000001"), "Jalan Contoh 1")
    );
    assert_eq!(applicant.phone.as_deref(), Some("081200000000"));

    let own = reporter.own_view(&filed).await;
    assert_eq!((own.stage, own.archive_reason), (Stage::Archived, Some(ArchiveReason::Requested)));
    assert_eq!(own.own.and_then(|own| own.request).as_deref(), Some("PI-2026-00002"));
    assert!(!serde_json::to_string(&reporter.public_view(&filed).await).unwrap().contains("PI-2026"));
    let case = coordinator.case(&filed).await;
    assert_eq!((case.request.as_deref(), case.asks_request), (Some("PI-2026-00002"), false));
    // The complaint's secret is the request's: letters are read and objected to with it.
    order(&main, RefuseRequest::PATH, &receipt.number, refusal()).await;
    assert_eq!(look(&reporter.client, &receipt).await.notices.len(), 1);
    object(&reporter.client, &receipt, "refused").await.expect(200);
    until("a recap that does not count it", async || {
        let recap: Recap = coordinator.client.get("/api/v1/recap").await.expect(200).to();
        (recap.total == 0).then_some(())
    })
    .await;
    rows::verify_clean(server).await;
}

async fn given_twice_and_at_once_it_is_one(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    let filed = question(&reporter, 1, json!({})).await;
    ask(&coordinator, &filed).await;
    let (client, details) = (&reporter.client, details());
    let answers = join_all((0..4).map(|_| give(client, &filed, &filed.secret, &details))).await;
    let again = give(client, &filed, &filed.secret, &json!({})).await;
    for answer in answers.into_iter().chain([again]) {
        let receipt: RequestReceipt = answer.expect(201).to();
        assert_eq!((receipt.number.as_str(), &receipt.secret), ("PI-2026-00001", &filed.secret));
    }
    assert_eq!(rows::number(&server.state.db, "select count(*) from information_request").await, 1);
    server.restart().await;
    let client = Client::new(&server.url);
    give(&client, &filed, &filed.secret, &details).await.expect(201);
    rows::verify_clean(server).await;
}

async fn who_hid_who_they_are_is_asked_for_it(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    let main = Staff::with(server, Role::PpidMain, None).await;
    let filed = question(&reporter, 1, json!({ "anonymous": true })).await;
    ask(&coordinator, &filed).await;
    let fields = missing(&reporter.client, &filed).await;
    assert!(fields.contains(&"applicant.name".to_owned()) && fields.contains(&"applicant.phone".to_owned()));
    give(&reporter.client, &filed, &filed.secret, &details()).await.blames(
        422,
        ErrorCode::Invalid,
        &["applicant.name required", "applicant.phone required"],
    );
    assert_eq!(reporter.own_view(&filed).await.stage, Stage::Postponed, "it stays a complaint");
    let mut whole = details();
    whole["applicant"]["name"] = json!("Nama Yang Dipilih");
    whole["applicant"]["phone"] = json!("081200000001");
    let receipt: RequestReceipt =
        give(&reporter.client, &filed, &filed.secret, &whole).await.expect(201).to();
    let path = fill(ReadApplicant::PATH, &[&receipt.number]);
    let reason = json!({ "reason": "Surat." });
    let applicant: ApplicantView = main.client.post(&path, &reason).await.expect(200).to();
    assert_eq!(applicant.name, "Nama Yang Dipilih");
    rows::verify_clean(server).await;
}

async fn only_a_question_that_was_asked_back_turns(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    let client = &reporter.client;
    let (filed, other) = (question(&reporter, 1, json!({})).await, question(&reporter, 2, json!({})).await);
    let complaint = question(&reporter, 3, json!({ "class": "complaint" })).await;
    let text = json!({ "text": "Mohon dilengkapi." });
    coordinator.command(TurnIntoRequest::PATH, &complaint, 1, &text).await.refused(409, ErrorCode::Conflict);
    let blank = coordinator.command(TurnIntoRequest::PATH, &filed, 1, &json!({ "text": " " })).await;
    blank.blames(422, ErrorCode::Invalid, &["text required"]);
    coordinator.command(TurnIntoRequest::PATH, &filed, 7, &text).await.refused(409, ErrorCode::Conflict);
    assert!(missing(client, &filed).await.is_empty(), "nobody asked for anything");
    let before = rows::count(&server.state.db).await;
    let refused = async |filed: &Filed, secret: &str, status: u16, code| {
        give(client, filed, secret, &details()).await.refused(status, code);
    };
    refused(&filed, &filed.secret, 409, ErrorCode::Conflict).await;
    refused(&filed, &other.secret, 401, ErrorCode::Unauthorized).await;
    client.get(&fill(GetMissing::PATH, &[&filed.code])).await.refused(401, ErrorCode::Unauthorized);
    give(client, &filed, &filed.secret, &json!({ "x": 1 })).await.expect(422);
    assert_eq!(rows::count(&server.state.db).await, before);

    // What goes on, waits for something else, or asks for nothing any more is no longer asked for.
    ask(&coordinator, &filed).await;
    coordinator.order(ResumeCase::PATH, &filed, json!({})).await;
    refused(&filed, &filed.secret, 409, ErrorCode::Conflict).await;
    coordinator.order(PostponeCase::PATH, &filed, text.clone()).await;
    assert!(!coordinator.case(&filed).await.asks_request);
    refused(&filed, &filed.secret, 409, ErrorCode::Conflict).await;
    // While it waits already it can still be asked for.
    ask(&coordinator, &filed).await;
    assert!(coordinator.case(&filed).await.asks_request);
    coordinator.order(EditCase::PATH, &filed, json!({ "class": "complaint" })).await;
    assert!(!reporter.own_view(&filed).await.own.is_some_and(|own| own.asks_request));
    refused(&filed, &filed.secret, 409, ErrorCode::Conflict).await;
    // Verified it is asked for as well, and withdrawn no more.
    coordinator.order(VerifyCase::PATH, &other, json!({})).await;
    ask(&coordinator, &other).await;
    reporter.withdraw(&other).await.expect(200);
    refused(&other, &other.secret, 409, ErrorCode::Conflict).await;
    assert_eq!(rows::number(&server.state.db, "select count(*) from information_request").await, 0);
    rows::verify_clean(server).await;
}

async fn what_is_too_long_is_asked_for_in_fewer_words(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    let filed = question(&reporter, 1, json!({ "content": "Anggaran jalan. ".repeat(200) })).await;
    ask(&coordinator, &filed).await;
    assert!(missing(&reporter.client, &filed).await.contains(&"what".to_owned()));
    let blank = give(&reporter.client, &filed, &filed.secret, &details()).await;
    blank.blames(422, ErrorCode::Invalid, &["what required"]);
    let mut whole = details();
    whole["what"] = json!("Anggaran jalan 2026.");
    let receipt: RequestReceipt =
        give(&reporter.client, &filed, &filed.secret, &whole).await.expect(201).to();
    assert_eq!(look(&reporter.client, &receipt).await.what, "Anggaran jalan 2026.");
}

async fn a_turn_of_the_year_stays_in_its_register(server: &mut TestServer) {
    server.clock.set("2026-12-30T02:00:00Z".parse().unwrap());
    let reporter = Reporter::new(&server.url);
    let filed = question(&reporter, 1, json!({})).await;
    server.clock.set("2027-01-04T02:00:00Z".parse().unwrap());
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    ask(&coordinator, &filed).await;
    let receipt: RequestReceipt =
        give(&reporter.client, &filed, &filed.secret, &details()).await.expect(201).to();
    assert_eq!(
        (receipt.number.as_str(), receipt.received_on.to_string().as_str()),
        ("PI-2026-00001", "2026-12-30")
    );
}

async fn without_scripts_only_what_is_missing_is_asked(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let browser = Browser::new(&server.url);
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    let filed = question(&reporter, 1, json!({})).await;
    let (track, path) = (format!("/lacak/{}", filed.code), format!("/lacak/{}/permohonan", filed.code));
    let secret = Form::default().with("secret", &filed.secret);
    // Before it is asked for the page is the complaint's, as it stands.
    let page = browser.submit(&path, &secret).await.expect(200).text();
    assert!(!page.contains("name=\"purpose\"") && page.contains("Anggaran jalan 2026"));
    ask(&coordinator, &filed).await;
    let page = browser.submit(&track, &secret).await.expect(200).text();
    assert!(page.contains("Mohon dilengkapi sebagai permohonan.") && page.contains(&path), "{page}");
    let page = browser.submit(&path, &secret).await.expect(200).text();
    for asked in ["applicant.kind", "applicant.address", "purpose", "obtain", "send"] {
        assert!(page.contains(&format!("name=\"{asked}\"")), "{asked}: {page}");
    }
    for known in ["applicant.name", "applicant.phone", "what"] {
        assert!(!page.contains(&format!("name=\"{known}\"")), "{known}: {page}");
    }
    assert!(!page.contains("Warga Contoh"), "who asks is shown to nobody");
    let form = secret
        .clone()
        .with("isi", "1")
        .with("applicant.kind", "person")
        .with("applicant.address", "Jalan Contoh 1")
        .with("purpose", "")
        .with("obtain", "view")
        .with("send", "pick_up");
    let page = browser.submit(&path, &form).await.expect(422).text();
    assert!(page.contains("href=\"#purpose\"") && page.contains("Jalan Contoh 1"), "{page}");
    browser.submit(&path, &form.clone().with("x", "1")).await.expect(422);
    browser.submit(&path, &form.clone().set("secret", "x")).await.expect(422);
    let done = browser.submit(&path, &form.clone().set("purpose", "Skripsi.")).await.expect(201).text();
    assert_eq!(text_of(&done, "receipt-number"), "PI-2026-00001");
    assert_eq!(text_of(&done, "receipt-secret"), filed.secret);
    assert!(done.contains("sama dengan kode rahasia aduan Anda"), "{done}");
    // Sent once more it is the same receipt.
    let again = browser.submit(&path, &form.set("purpose", "Skripsi.")).await.expect(201).text();
    assert_eq!(text_of(&again, "receipt-number"), "PI-2026-00001");
    let page = browser.submit(&track, &secret).await.expect(200).text();
    assert!(page.contains("action=\"/permohonan/PI-2026-00001\""), "{page}");
    let page = browser.submit("/permohonan/PI-2026-00001", &secret).await.expect(200).text();
    assert!(page.contains("Skripsi.") && page.contains("paling lambat"));
    let elsewhere = browser.client.staying().get(&path).await.expect(303);
    assert_eq!(elsewhere.header("location"), track);
    rows::verify_clean(server).await;
}

on_both!(
    a_question_becomes_a_request_of_its_day,
    given_twice_and_at_once_it_is_one,
    who_hid_who_they_are_is_asked_for_it,
    only_a_question_that_was_asked_back_turns,
    what_is_too_long_is_asked_for_in_fewer_words,
    a_turn_of_the_year_stays_in_its_register,
    without_scripts_only_what_is_missing_is_asked,
);
