//! What is excluded never leaves: words that occur nowhere else are planted in every part of a consequence test and searched in
//! everything that others can read, and in the chain.

use std::time::Duration;

use serde_json::json;
use server::{testing::TestServer, upkeep};
use shared::{
    access::Role,
    api::{
        ConsiderConsequenceTest, DecideConsequenceTest, Endpoint, FIGURES_CSV_PATH, GetBoard,
        GetConsequenceTest, GetDeskInformation, GetFigures, GetInformation, GetMeta, GetProtection, GetRecap,
        GetSetup, LATE_CSV_PATH, ListAccounts, ListCases, ListConsequenceTests, ListDeskInformation,
        ListExcluded, ListInformation, ListMessages, ListWaiting, OPENAPI_PATH, RECAP_CSV_PATH,
        RECAP_XLSX_PATH, SendBackConsequenceTest, WithdrawConsequenceTest, WriteConsequenceTest, fill,
    },
};
use tests_api::{
    client::Client,
    excluding::{consideration, decision, order, proposal, propose},
    informing::{give, published, what},
    on_both, rows,
    staff::Staff,
};

/// One for each part that must not be told.
const SECRETS: [&str; 9] = [
    "zamrudberkas",
    "zamrudrincian",
    "zamrudakibat",
    "zamrudkepentingan",
    "zamrudpengusul",
    "zamrudpenimbang",
    "zamrudtimbangan",
    "zamrudalasan",
    "zamrudditarik",
];
const NAME: &str = "pirusnama";
const LAW: &str = "piruspasal";
const NUMBER: &str = "pirusnomor";

fn planted() -> serde_json::Value {
    proposal(
        1,
        json!({
            "public_title": format!("Dokumen {NAME}"),
            "law": format!("Undang-undang {LAW}"),
            "document": SECRETS[0],
            "information": SECRETS[1],
            "consequence": SECRETS[2],
            "interest": SECRETS[3],
            "proposer": SECRETS[4],
        }),
    )
}

/// Everything that somebody can read.
async fn everything(client: &Client, tests: &[i64], information: i64) -> String {
    let mut addresses: Vec<String> = [
        "/",
        "/rekap",
        "/panduan",
        "/informasi",
        "/informasi/dikecualikan",
        "/informasi/atom.xml",
        "/informasi/serta-merta/atom.xml",
        "/metrics",
        GetMeta::PATH,
        GetBoard::PATH,
        ListWaiting::PATH,
        RECAP_CSV_PATH,
        RECAP_XLSX_PATH,
        OPENAPI_PATH,
        ListInformation::PATH,
        ListExcluded::PATH,
        ListConsequenceTests::PATH,
        ListDeskInformation::PATH,
        ListCases::PATH,
        ListMessages::PATH,
        ListAccounts::PATH,
        GetSetup::PATH,
        GetFigures::PATH,
        FIGURES_CSV_PATH,
        LATE_CSV_PATH,
        GetProtection::PATH,
    ]
    .map(str::to_owned)
    .to_vec();
    addresses.push(format!("{}?by=sector", GetRecap::PATH));
    for word in SECRETS.iter().chain(&[NAME, LAW, NUMBER]) {
        addresses
            .extend(["/informasi", ListInformation::PATH].map(|path| format!("{path}?q={}", &word[..5])));
        addresses.push(format!("{}?q={}", ListDeskInformation::PATH, &word[..5]));
    }
    addresses.push(fill(GetInformation::PATH, &[&information.to_string()]));
    for id in tests {
        addresses.push(format!("/informasi/{id}"));
        addresses.push(fill(GetInformation::PATH, &[&id.to_string()]));
        addresses.push(fill(GetDeskInformation::PATH, &[&id.to_string()]));
        addresses.push(fill(GetConsequenceTest::PATH, &[&id.to_string()]));
    }
    let mut all = String::new();
    for address in addresses {
        for client in [client.clone(), client.in_english()] {
            let answer = client.get(&address).await;
            all.push_str(&answer.text());
            for (_, value) in &answer.headers {
                all.push_str(value.to_str().unwrap_or_default());
            }
        }
    }
    all
}

/// Everyone, and those who are signed in anew.
async fn readers(server: &TestServer, others: &[(&'static str, Staff)]) -> Vec<(&'static str, Client)> {
    let mut readers = vec![("anyone", Client::new(&server.url))];
    for (who, somebody) in others {
        readers.push((who, somebody.back(server).await.client));
    }
    readers
}

async fn what_is_excluded_never_leaves(server: &mut TestServer) {
    let agency = Staff::with(server, Role::PpidAgency, Some("esdm")).await;
    let other = Staff::with(server, Role::PpidAgency, Some("dinkes")).await;
    let main = Staff::with(server, Role::PpidMain, None).await;
    let information = published(&main, what(1, json!({}))).await;
    let id = propose(&agency, planted()).await.id;
    let gone = propose(&agency, planted()).await.id;
    order(&agency, WithdrawConsequenceTest::PATH, gone, json!({ "text": SECRETS[8] })).await;
    order(&main, SendBackConsequenceTest::PATH, id, json!({ "text": SECRETS[7] })).await;

    let mut others = vec![("another agency", other.clone())];
    for role in Role::ALL.iter().filter(|role| !matches!(role, Role::PpidMain | Role::PpidAgency)) {
        let agency = role.is_of_agency().then_some("esdm");
        others.push((role.as_str(), Staff::with(server, *role, agency).await));
    }
    let tests = [id, gone];
    for (who, client) in readers(server, &others).await {
        let all = everything(&client, &tests, information).await;
        for word in SECRETS.iter().chain(&[NAME, LAW]) {
            assert!(!all.contains(word), "{who} sees {word} of what is only proposed");
        }
    }

    order(&agency, WriteConsequenceTest::PATH, id, planted()).await;
    let mut weighed = consideration();
    weighed["considered_by"] = json!([SECRETS[5]]);
    weighed["said"] = json!(SECRETS[6]);
    order(&main, ConsiderConsequenceTest::PATH, id, weighed).await;
    order(&main, DecideConsequenceTest::PATH, id, decision(NUMBER, Some("2026-06-11"))).await;
    // What is refused tells nothing either.
    let stale = give(&main, WriteConsequenceTest::PATH, id, 1, &planted()).await.expect(409).text();
    let foreign = give(&other, WriteConsequenceTest::PATH, id, 1, &planted()).await.expect(403).text();
    let unfit = json!({ "document": SECRETS[0], "x": SECRETS[1] });
    let unfit = give(&main, WriteConsequenceTest::PATH, id, 1, &unfit).await.expect(422).text();
    let refusals = [stale, foreign, unfit].concat();
    assert!(!SECRETS.iter().any(|word| refusals.contains(word)), "{refusals}");

    for is_over in [false, true] {
        if is_over {
            server.clock.advance(Duration::from_secs(3 * 24 * 60 * 60));
            upkeep::once(&server.state).await.unwrap();
        }
        for (who, client) in readers(server, &others).await {
            let all = everything(&client, &tests, information).await;
            for word in SECRETS {
                assert!(!all.contains(word), "{who} sees {word}");
            }
            for word in [NAME, LAW, NUMBER] {
                assert!(all.contains(word), "{who} does not see {word}");
            }
        }
    }
    // Whoever works on it reads all of it.
    let own = everything(&main.back(server).await.client, &tests, information).await;
    for word in SECRETS.iter().filter(|word| **word != SECRETS[7]) {
        assert!(own.contains(word), "the PPID does not see {word}");
    }
    // Neither the chain nor what is told to people holds any of it, and words to search by are of what is public alone.
    for sql in [
        "select body || ' ' || kind || ' ' || actor from event",
        "select text from event_text",
        "select title || ' ' || summary from information_version",
        "select title || ' ' || law || ' ' || number from excluded_information",
        "select coalesce(mark, '') || kind from message",
    ] {
        let all = rows::texts(&server.state.db, sql).await.join("\n");
        assert!(!all.contains("zamrud"), "{sql}");
    }
    let bodies = rows::texts(&server.state.db, "select body from event").await.join("\n");
    assert!(bodies.contains("consequence_test") && !bodies.contains("pirus"), "events hold no words at all");
    rows::verify_clean(server).await;
}

on_both!(what_is_excluded_never_leaves);
