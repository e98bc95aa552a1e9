//! The published complaint as a place to help: "I have this too", and what is found before the same is filed once more.

use reqwest::Method;
use serde_json::{Value, json};
use server::testing::TestServer;
use shared::{
    api::{Endpoint, FindSimilar, SupportComplaint, fill},
    complaint::{Action, Actor, ComplaintView, Filed, Published, Support},
    problem::ErrorCode,
};
use tests_api::{client::Client, forms::filing_with, office, on_both, reporter::Reporter, rows};

const TITLE: &str = "Lampu pasar padam";
const CONTENT: &str = "Lampu di depan pasar contoh padam sejak dua pekan lalu.";

async fn file(server: &TestServer, number: u64, changes: Value) -> Filed {
    let mut what = json!({ "title": TITLE, "content": CONTENT, "sector": "listrik", "region": "72.71.01" });
    what.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
    Reporter::new(&server.url).file(&filing_with(number, what)).await
}

async fn say(client: &Client, filed: &Filed, wanted: bool) -> (Support, String) {
    let path = fill(SupportComplaint::PATH, &[&filed.code]);
    let answer = client.post(&path, &json!({ "wanted": wanted })).await.expect(200);
    let cookie = answer.header("set-cookie").split(';').next().unwrap_or_default().to_owned();
    (answer.to::<ComplaintView>().support.unwrap(), cookie)
}

async fn each_phone_says_it_once(server: &mut TestServer) {
    let filed = file(server, 1, json!({})).await;
    let nobody = Client::new(&server.url);
    let path = fill(SupportComplaint::PATH, &[&filed.code]);
    nobody.post(&path, &json!({ "wanted": true })).await.refused(409, ErrorCode::Conflict);
    office::publish(server, &filed).await;
    let reporter = Reporter::new(&server.url);
    assert_eq!(reporter.public_view(&filed).await.support, Some(Support::default()));

    let (support, cookie) = say(&nobody, &filed, true).await;
    assert_eq!((support.count, support.is_mine), (1, true));
    assert!(cookie.starts_with("__Host-tanggap-ponsel="), "{cookie}");
    let phone = nobody.with("cookie", &cookie);
    let (support, again) = say(&phone, &filed, true).await;
    assert_eq!((support.count, &*again), (1, ""), "the same phone, and no other name");
    let (support, other) = say(&nobody, &filed, true).await;
    assert_eq!(support.count, 2);
    assert_ne!(cookie, other);
    let seen: ComplaintView =
        phone.get(&fill("/api/v1/complaints/{code}", &[&filed.code])).await.expect(200).to();
    assert_eq!(seen.support, Some(Support { count: 2, is_mine: true, has_mail: false }));
    assert_eq!(
        reporter.public_view(&filed).await.support,
        Some(Support { count: 2, is_mine: false, has_mail: false })
    );
    let (support, _) = say(&phone, &filed, false).await;
    assert_eq!((support.count, support.is_mine), (1, false));

    // What is kept tells neither the phone nor that two complaints have one.
    let second = file(server, 2, json!({})).await;
    office::publish(server, &second).await;
    say(&phone, &second, true).await;
    say(&phone, &filed, true).await;
    let marks = rows::texts(&server.state.db, "select mark from support order by mark").await;
    let unlike: std::collections::BTreeSet<_> = marks.iter().collect();
    assert_eq!((marks.len(), unlike.len()), (3, 3));
    assert!(marks.iter().all(|mark| !cookie.contains(mark.as_str())));

    office::dispose(server, &filed, "esdm").await;
    office::step(server, &filed, Actor::Agency, Action::Answer).await;
    Reporter::new(&server.url).accept(&filed).await.expect(200);
    phone.post(&path, &json!({ "wanted": false })).await.refused(409, ErrorCode::Conflict);
    rows::verify_clean(server).await;
}

/// Without scripts it is a form, and the page is found by what it is about.
async fn a_phone_without_scripts_says_it_by_a_form(server: &mut TestServer) {
    let filed = file(server, 1, json!({})).await;
    let client = Client::new(&server.url).with("accept", "text/html").staying();
    let address = format!("/lacak/{}", filed.code);
    let before = client.get(&address).await.expect(200).text();
    assert!(
        before.contains("noindex") && !before.contains("og:title") && !before.contains(TITLE),
        "{before}"
    );
    office::publish(server, &filed).await;
    let page = client.get(&address).await.expect(200).text();
    assert!(page.contains("og:description") && page.contains(TITLE) && !page.contains("noindex"), "{page}");
    assert!(page.contains("Belum ada yang menyatakan mengalaminya juga"));
    let form = Some(("application/x-www-form-urlencoded", "wanted=ya".into()));
    let answer = client.send(Method::POST, &format!("{address}/dukung"), form).await.expect(303);
    assert_eq!(answer.header("location"), address);
    let cookie = answer.header("set-cookie").split(';').next().unwrap().to_owned();
    let page = client.with("cookie", &cookie).get(&address).await.expect(200).text();
    assert!(page.contains("Anda juga mengalaminya"), "{page}");
}

async fn what_is_public_may_be_found_by_search_engines_and_nothing_else(server: &mut TestServer) {
    let filed = file(server, 1, json!({})).await;
    let client = Client::new(&server.url);
    let path = format!("/lacak/{}", filed.code);
    let hides = |page: &str| page.contains("<meta name=\"robots\" content=\"noindex\">");
    let page = client.get(&path).await.expect(200);
    assert!(hides(&page.text()));
    assert_eq!(page.header("cache-control"), "no-store");
    office::publish(server, &filed).await;
    let page = client.get(&path).await.expect(200);
    assert!(!hides(&page.text()));
    assert_eq!(page.header("cache-control"), "no-cache");
    client.with("if-none-match", page.header("etag")).get(&path).await.expect(304);
    // Read from the source: it is there before anything was built.
    const RULES: &str = include_str!("../../../../../public/robots.txt");
    assert!(RULES.contains("Disallow: /petugas") && !RULES.contains("/lacak"), "{RULES}");
}

async fn what_says_the_same_nearby_is_found(server: &mut TestServer) {
    let published = file(server, 1, json!({})).await;
    let silent = file(server, 2, json!({})).await;
    let elsewhere = file(server, 3, json!({ "region": "72.01.01" })).await;
    for filed in [&published, &elsewhere] {
        office::publish(server, filed).await;
    }
    let other =
        json!({ "title": "Air keruh", "content": "Air minum di rumah kami keruh dan berbau sejak Senin." });
    let other = file(server, 4, other).await;
    office::publish(server, &other).await;
    let client = Client::new(&server.url);
    let ask = async |changes: Value| {
        let mut question = json!({
            "title": "Gelap di pasar", "content": "Depan pasar contoh gelap, lampu padam dua pekan.",
            "region": "72.71.02", "sector": "listrik",
        });
        question.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
        let found: Vec<Published> = client.post(FindSimilar::PATH, &question).await.expect(200).to();
        found.into_iter().map(|one| one.code).collect::<Vec<_>>()
    };
    assert_eq!(ask(json!({})).await, [&*published.code], "not {} nor {}", silent.code, elsewhere.code);
    assert_eq!(ask(json!({ "sector": null })).await, [&*published.code]);
    assert!(ask(json!({ "sector": "pendidikan" })).await.is_empty());
    assert!(ask(json!({ "region": "72" })).await.is_empty());
    assert!(ask(json!({ "region": "" })).await.is_empty());
    assert!(ask(json!({ "title": "", "content": "" })).await.is_empty());
    let huge = "lampu ".repeat(200_000);
    client
        .post(FindSimilar::PATH, &json!({ "title": huge, "content": "", "region": "72.71" }))
        .await
        .refused(413, ErrorCode::TooLarge);
}

on_both!(
    each_phone_says_it_once,
    a_phone_without_scripts_says_it_by_a_form,
    what_is_public_may_be_found_by_search_engines_and_nothing_else,
    what_says_the_same_nearby_is_found,
);
