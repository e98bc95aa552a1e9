//! Forged codes and wrong secrets: neither can be guessed or counted through, and nobody is locked out.

use server::testing::TestServer;
use shared::{
    api::{Endpoint, GetComplaint, Withdraw, fill},
    complaint::{Filed, TrackingCode},
    problem::ErrorCode,
};
use tests_api::{
    client::Client,
    forms::filing,
    on_both,
    random::Random,
    reporter::{Reporter, complaint},
};

/// A code that is well-formed and belongs to nothing.
fn forged(random: &mut Random) -> String {
    TrackingCode::from_random([(); 9].map(|()| random.number() as u8)).to_string()
}

async fn a_mistyped_code_is_told_apart_from_an_unknown_one(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let filed = reporter.file(&filing(1)).await;
    let client = &reporter.client;
    let ask = async |code: &str| client.get(&fill(GetComplaint::PATH, &[code])).await;
    // Every single wrong character is noticed before anything is looked up.
    let plain = filed.code.replace('-', "");
    for place in 0..plain.len() {
        let mut typed = plain.clone().into_bytes();
        typed[place] = if typed[place] == b'7' { b'8' } else { b'7' };
        let answer = ask(std::str::from_utf8(&typed).unwrap()).await;
        answer.blames(422, ErrorCode::Invalid, &["code mistyped_code"]);
    }
    for bad in ["1", "ABC", "%00", "'%20or%201=1", "%ff%fe", "..%2f..%2fmeta", &"A".repeat(4_000)] {
        let answer = ask(bad).await;
        assert!(matches!(answer.status, 400 | 422), "{bad}: {}", answer.text());
    }
    ask(&forged(&mut Random::new(1))).await.refused(404, ErrorCode::NotFound);
}

async fn codes_cannot_be_counted_through(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let filed = reporter.file(&filing(1)).await;
    let mut random = Random::new(2);
    let mut limited = None;
    for _ in 0..1_000 {
        let answer = reporter.client.get(&fill(GetComplaint::PATH, &[&forged(&mut random)])).await;
        if answer.status == 429 {
            limited = Some(answer);
            break;
        }
        answer.refused(404, ErrorCode::NotFound);
    }
    let limited = limited.expect("a thousand unknown codes are too many");
    limited.refused(429, ErrorCode::TooMany);
    assert!(limited.header("retry-after").parse::<u64>().unwrap() > 0);
    // The village behind the same address goes on following its complaints, and filing.
    reporter.public_view(&filed).await;
    reporter.file(&filing(2)).await;
}

async fn a_wrong_secret_is_unauthorized(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let (filed, other) = (reporter.file(&filing(1)).await, reporter.file(&filing(2)).await);
    let path = complaint(&filed);
    let mut almost = filed.secret.clone();
    let last = if almost.pop() == Some('0') { '1' } else { '0' };
    almost.push(last);
    let wrong = ["", "x", &almost, &other.secret, &filed.secret[..25]];
    for given in wrong.map(|secret| format!("Receipt {secret}")).iter().chain(&[
        format!("Bearer {}", filed.secret),
        format!("Basic {}", filed.secret),
        filed.secret.clone(),
    ]) {
        let answer = reporter.client.with("authorization", given).get(&path).await;
        answer.refused(401, ErrorCode::Unauthorized);
        assert_eq!(answer.header("www-authenticate"), "Receipt", "{given}");
        assert!(!answer.text().contains("Lampu"));
    }
    // Refused at an action, it changes nothing.
    let forger = Filed { secret: other.secret, ..filed.clone() };
    reporter.act(&forger, Withdraw::PATH, &serde_json::json!({})).await.refused(401, ErrorCode::Unauthorized);
    assert_eq!(reporter.public_view(&filed).await.stage.as_str(), "received");
}

async fn many_wrong_secrets_are_too_many_but_the_right_one_still_works(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let (filed, other) = (reporter.file(&filing(1)).await, reporter.file(&filing(2)).await);
    let path = complaint(&filed);
    let guess = |client: &Client| client.holding("00000000000000000000000000");
    let mut statuses = Vec::new();
    for _ in 0..40 {
        statuses.push(guess(&reporter.client).get(&path).await.status);
    }
    assert_eq!(statuses[0], 401);
    assert!(statuses.contains(&429), "{statuses:?}");
    let limited = guess(&reporter.client).get(&path).await;
    limited.refused(429, ErrorCode::TooMany);
    assert!(limited.header("retry-after").parse::<u64>().unwrap() > 0);
    assert!(reporter.own_view(&filed).await.own.is_some(), "its reporter is not locked out");
    reporter.write(&filed, "Halo.").await.expect(200);
    reporter.public_view(&filed).await;
    // Nor is anybody else's complaint.
    guess(&reporter.client).get(&complaint(&other)).await.refused(401, ErrorCode::Unauthorized);
}

async fn filings_from_one_address_are_limited_generously(server: &mut TestServer) {
    // The tests' servers have no limit; this one has that of a real one.
    let engine = server.state.db.engine();
    let mut limited = TestServer::start(engine, |config| config.limit = Default::default()).await;
    let reporter = Reporter::new(&limited.url);
    let mut statuses = Vec::new();
    for number in 0..150 {
        let answer = reporter.send(&tests_api::random::fresh_key(), &filing(number)).await;
        if answer.status == 429 {
            answer.refused(429, ErrorCode::TooMany);
        }
        statuses.push(answer.status);
    }
    assert!(statuses[..100].iter().all(|status| *status == 201), "a village may file");
    assert!(statuses.contains(&429));
    limited.stop().await;
}

on_both!(
    a_mistyped_code_is_told_apart_from_an_unknown_one,
    codes_cannot_be_counted_through,
    a_wrong_secret_is_unauthorized,
    many_wrong_secrets_are_too_many_but_the_right_one_still_works,
    filings_from_one_address_are_limited_generously,
);
