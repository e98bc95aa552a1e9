//! The evidence list: what proves each point, and what is missing, from what is really there.

use serde_json::json;
use server::{testing::TestServer, upkeep};
use shared::{
    access::Role,
    api::{
        DecideConsequenceTest, EVIDENCE_CSV_PATH, EVIDENCE_XLSX_PATH, Endpoint, GetEvidence, GrantRequest,
        RefuseRequest,
    },
    evidence::{EvidenceGroup, EvidenceItem, EvidenceList, EvidencePoint, EvidenceState},
    problem::ErrorCode,
};
use tests_api::{
    client::Client,
    excluding::{self, considered, decision, proposal},
    informing::{published, what},
    on_both,
    random::fresh_key,
    requesting::{asking, grant, object, order, refusal, register, send},
    rows,
    staff::Staff,
    tables::{cells, inside},
};

async fn look(staff: &Staff) -> EvidenceList {
    staff.client.get(GetEvidence::PATH).await.expect(200).to()
}

fn item(list: &EvidenceList, point: EvidencePoint) -> &EvidenceItem {
    let found = list.groups.iter().flat_map(|group| &group.points).find(|item| item.point == point);
    found.unwrap_or_else(|| panic!("{point} is in the list"))
}

async fn check(staff: &Staff, point: EvidencePoint, state: EvidenceState, count: Option<(u32, u32)>) {
    let list = look(staff).await;
    let found = item(&list, point);
    assert_eq!((found.state, found.fit.zip(found.of)), (state, count), "{found:?}");
}

async fn an_empty_office_has_pages_and_nothing_on_them(server: &mut TestServer) {
    let main = Staff::with(server, Role::PpidMain, None).await;
    let list = look(&main).await;
    let groups: Vec<_> = list.groups.iter().map(|group| (group.group, group.weight)).collect();
    let expected = [
        (EvidenceGroup::Kinds, 40),
        (EvidenceGroup::Digital, 20),
        (EvidenceGroup::Quality, 10),
        (EvidenceGroup::Service, 10),
        (EvidenceGroup::Commitment, 10),
        (EvidenceGroup::Facilities, 10),
    ];
    assert_eq!(groups, expected);
    assert_eq!(list.groups[0].name, "Jenis informasi");
    for point in
        [EvidencePoint::Regular, EvidencePoint::Complete, EvidencePoint::InTime, EvidencePoint::Agencies]
    {
        let found = item(&list, point);
        assert_eq!(found.state, EvidenceState::Missing, "{found:?}");
        assert!(found.links.is_empty(), "{found:?}");
    }
    let agencies = server.state.settings().agencies.iter().filter(|agency| !agency.retired).count();
    assert_eq!(item(&list, EvidencePoint::Agencies).missing.len(), agencies);
    // What is said to prove something is there.
    let anyone = Client::new(&server.url);
    for found in list.groups.iter().flat_map(|group| &group.points) {
        for link in &found.links {
            anyone.get(link).await.expect(200);
        }
        // And what is said to be missing among addresses is not.
        if found.of.is_none() {
            for link in &found.missing {
                anyone.get(link).await.expect(404);
            }
        }
    }
    assert_eq!(item(&list, EvidencePoint::Search).links, ["/informasi"]);
    assert_eq!(item(&list, EvidencePoint::Report).links, ["/informasi/laporan"]);
    let english: EvidenceList =
        main.client.with("accept-language", "en").get(GetEvidence::PATH).await.expect(200).to();
    assert_eq!(item(&english, EvidencePoint::Search).name, "The list can be searched");
}

async fn entries_prove_what_they_are(server: &mut TestServer) {
    use EvidenceState::{Missing, Partly, Proven};
    let main = Staff::with(server, Role::PpidMain, None).await;
    let whole = json!({
        "made_at": "Palu", "plain": "Dengan kata yang mudah.", "link": "https://contoh.example/berkas",
        "local": "Dalam bahasa Kaili.",
    });
    published(&main, what(1, whole)).await;
    let bare = published(&main, what(2, json!({}))).await;
    published(&main, what(3, json!({ "category": "immediate", "agency": "dinkes" }))).await;
    check(&main, EvidencePoint::Regular, Proven, Some((2, 2))).await;
    check(&main, EvidencePoint::Immediate, Proven, Some((1, 1))).await;
    check(&main, EvidencePoint::AnyTime, Missing, Some((0, 0))).await;
    check(&main, EvidencePoint::Complete, Partly, Some((1, 3))).await;
    check(&main, EvidencePoint::Fresh, Proven, Some((2, 2))).await;
    check(&main, EvidencePoint::PlainWords, Missing, Some((0, 1))).await;
    check(&main, EvidencePoint::LocalLanguage, Proven, Some((1, 1))).await;
    check(&main, EvidencePoint::Recordings, Missing, Some((0, 0))).await;
    let list = look(&main).await;
    assert!(item(&list, EvidencePoint::Complete).missing.contains(&format!("/informasi/{bare}")));
    let silent = &item(&list, EvidencePoint::Agencies).missing;
    assert!(!silent.contains(&"esdm".to_owned()) && !silent.contains(&"dinkes".to_owned()), "{silent:?}");
    assert_eq!(item(&list, EvidencePoint::Regular).links, ["/informasi?category=regular"]);
    // Half a year and a day later what is regular wants to be published again.
    let today = server.state.settings().today(&server.state.clock);
    server.clock.set(format!("{}T02:00:00Z", today.plus(183)).parse().unwrap());
    let main = main.back(server).await;
    check(&main, EvidencePoint::Fresh, Proven, Some((2, 2))).await;
    server.clock.set(format!("{}T02:00:00Z", today.plus(184)).parse().unwrap());
    let main = main.back(server).await;
    check(&main, EvidencePoint::Fresh, Missing, Some((0, 2))).await;
    assert_eq!(item(&look(&main).await, EvidencePoint::Fresh).missing.len(), 2);
}

async fn requests_prove_by_how_they_are_answered(server: &mut TestServer) {
    use EvidenceState::{Missing, Partly, Proven};
    let main = Staff::with(server, Role::PpidMain, None).await;
    let client = Client::new(&server.url);
    check(&main, EvidencePoint::Tests, Proven, None).await;
    check(&main, EvidencePoint::Objections, Proven, None).await;
    let canary = json!({ "applicant": {
        "kind": "person", "name": "Zubaidah Rekaan", "address": "Lorong Ungu Rekaan", "phone": "+6281298765432",
    } });
    let one: shared::request::RequestReceipt =
        send(&client, &fresh_key(), &asking(1, canary)).await.expect(201).to();
    let (two, three) = (register(&client, 2).await, register(&client, 3).await);
    check(&main, EvidencePoint::InTime, Missing, Some((0, 0))).await;
    order(&main, RefuseRequest::PATH, &one.number, refusal()).await;
    check(&main, EvidencePoint::Tests, Proven, Some((1, 1))).await;
    let mut untested = refusal();
    untested["consequence_test"] = json!("");
    order(&main, RefuseRequest::PATH, &two.number, untested).await;
    check(&main, EvidencePoint::Tests, Partly, Some((1, 2))).await;
    check(&main, EvidencePoint::InTime, Proven, Some((2, 2))).await;
    object(&client, &one, "refused").await.expect(200);
    check(&main, EvidencePoint::Objections, Missing, Some((0, 1))).await;
    server.clock.set(format!("{}T02:00:00Z", three.deadlines[0].due_on.plus(1)).parse().unwrap());
    let main = main.back(server).await;
    check(&main, EvidencePoint::InTime, Partly, Some((2, 3))).await;
    order(&main, GrantRequest::PATH, &three.number, grant(json!({}))).await;
    check(&main, EvidencePoint::InTime, Partly, Some((2, 3))).await;
    let answer = main.client.get(GetEvidence::PATH).await.expect(200);
    let list: EvidenceList = answer.to();
    assert_eq!(item(&list, EvidencePoint::Tests).missing, [two.number.as_str()]);
    assert_eq!(item(&list, EvidencePoint::InTime).missing, [three.number.as_str()]);
    for canary in ["Zubaidah", "Lorong Ungu", "81298765432", &one.secret] {
        assert!(!answer.text().contains(canary), "{canary}");
    }
    rows::verify_clean(server).await;
}

async fn the_list_is_had_as_tables(server: &mut TestServer) {
    let main = Staff::with(server, Role::PpidMain, None).await;
    let bare = published(&main, what(2, json!({}))).await;
    let csv = main.client.get(EVIDENCE_CSV_PATH).await.expect(200);
    assert_eq!(csv.header("content-type"), "text/csv; charset=utf-8");
    let lines = cells(&csv.text());
    assert_eq!(lines[0], ["group", "weight", "point", "state", "fit", "of", "links", "missing"]);
    assert_eq!(lines.len(), EvidencePoint::ALL.len() + 1);
    let line = |point: &str| lines.iter().find(|line| line[2] == point).unwrap();
    // Pages of the office stand behind TLS, and their addresses say so.
    let site = server.url.trim_end_matches('/').replace("http://", "https://");
    let expected =
        ["kinds", "40", "regular", "proven", "1", "1", &format!("{site}/informasi?category=regular"), ""];
    assert_eq!(line("regular"), &expected);
    assert_eq!(line("complete")[7], format!("{site}/informasi/{bare}"));
    assert!(line("agencies")[7].split('\n').any(|key| key == "dinkes"));
    let book = inside(&main.client.get(EVIDENCE_XLSX_PATH).await.expect(200).body);
    for words in ["Informasi berkala diumumkan", "Terbukti", &format!("{site}/informasi/{bare}")] {
        assert!(book.contains(words), "{words}");
    }
    for path in [EVIDENCE_CSV_PATH, EVIDENCE_XLSX_PATH] {
        main.client.get(&format!("{path}?x=1")).await.refused(422, ErrorCode::Invalid);
    }
}

async fn what_is_excluded_must_be_within_its_term(server: &mut TestServer) {
    let main = Staff::with(server, Role::PpidMain, None).await;
    check(&main, EvidencePoint::Excluded, EvidenceState::Proven, None).await;
    let id = considered(&main, proposal(1, json!({}))).await;
    excluding::order(&main, DecideConsequenceTest::PATH, id, decision("1/2026", Some("2026-07-15"))).await;
    check(&main, EvidencePoint::Excluded, EvidenceState::Proven, Some((1, 1))).await;
    server.clock.set("2026-07-16T02:00:00Z".parse().unwrap());
    upkeep::once(&server.state).await.unwrap();
    let main = main.back(server).await;
    check(&main, EvidencePoint::Excluded, EvidenceState::Missing, Some((0, 1))).await;
    let list = look(&main).await;
    assert_eq!(item(&list, EvidencePoint::Excluded).missing, [format!("/petugas/informasi/uji/{id}")]);
}

async fn it_is_for_the_provinces_ppid(server: &mut TestServer) {
    for role in Role::ALL.iter().filter(|role| **role != Role::PpidMain) {
        let agency = role.is_of_agency().then_some("esdm");
        let staff = Staff::with(server, *role, agency).await;
        staff.client.get(GetEvidence::PATH).await.refused(403, ErrorCode::Forbidden);
    }
    Client::new(&server.url).get(GetEvidence::PATH).await.refused(401, ErrorCode::Unauthorized);
    let main = Staff::with(server, Role::PpidMain, None).await;
    let answer = main.client.get(&format!("{}?x=1", GetEvidence::PATH)).await;
    answer.blames(422, ErrorCode::Invalid, &["x unknown_field"]);
}

on_both!(
    an_empty_office_has_pages_and_nothing_on_them,
    entries_prove_what_they_are,
    requests_prove_by_how_they_are_answered,
    the_list_is_had_as_tables,
    what_is_excluded_must_be_within_its_term,
    it_is_for_the_provinces_ppid,
);
