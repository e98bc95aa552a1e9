//! Following a published complaint by mail: nobody is entered by others, news comes without words, and it ends by one press.

use std::time::Duration;

use serde_json::json;
use server::{testing::TestServer, upkeep};
use shared::{
    api::{Endpoint, FollowComplaint, fill},
    complaint::{Action, Actor, Filed},
    problem::ErrorCode,
};
use tests_api::{
    answer::Answer,
    client::Client,
    forms::filing,
    office, on_both,
    reporter::Reporter,
    rows,
    smtp::{Letter, MailServer},
};

const ADDRESS: &str = "tetangga@contoh.example";

/// A published complaint on a server with mail.
async fn published(server: &mut TestServer) -> (MailServer, Filed) {
    let mail = MailServer::start().await;
    server.config.mail = Some(mail.config());
    server.restart().await;
    let filed = Reporter::new(&server.url).file(&filing(1)).await;
    office::publish(server, &filed).await;
    (mail, filed)
}

async fn follow(server: &TestServer, filed: &Filed, email: &str) -> Answer {
    let path = fill(FollowComplaint::PATH, &[&filed.code]);
    Client::new(&server.url).post(&path, &json!({ "email": email })).await
}

async fn mailed(server: &TestServer, mail: &MailServer) -> Vec<Letter> {
    upkeep::deliver(&server.state).await.unwrap();
    mail.take()
}

/// The path of the link that confirms.
fn link_of(letter: &Letter) -> String {
    let line = letter
        .text
        .lines()
        .find_map(|line| line.trim().strip_prefix("https://tanggap.contoh.example/ikuti/"));
    format!("/ikuti/{}", line.expect("has a link").trim())
}

async fn press(server: &TestServer, path: &str) -> Answer {
    Client::new(&server.url).send(reqwest::Method::POST, path, None).await
}

async fn followers(server: &TestServer) -> i64 {
    rows::number(&server.state.db, "select count(*) from follower").await
}

async fn who_confirms_hears_of_each_step_until_they_do_not_want_to(server: &mut TestServer) {
    let (mail, filed) = published(server).await;
    follow(server, &filed, ADDRESS).await.expect(200);
    follow(server, &filed, "Tetangga@contoh.example ").await.expect(200);
    let letters = mailed(server, &mail).await;
    assert_eq!(letters.len(), 1, "asked once, however often: {letters:?}");
    assert_eq!(letters[0].to, ADDRESS);
    let link = link_of(&letters[0]);
    office::dispose(server, &filed, "esdm").await;
    assert!(mailed(server, &mail).await.is_empty(), "who has not confirmed hears nothing");

    // A look changes nothing.
    let page = Client::new(&server.url).get(&link).await.expect(200).text();
    assert!(page.contains("Ya, ikuti aduan ini"), "{page}");
    press(server, &link).await.expect(200);
    office::step(server, &filed, Actor::Agency, Action::Begin).await;
    let letters = mailed(server, &mail).await;
    assert_eq!(letters.len(), 1);
    assert!(
        letters[0].text.contains(&filed.code) && !letters[0].text.contains("Lampu"),
        "{}",
        letters[0].text
    );
    assert!(letters[0].text.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"));

    let stop = [&link, "/berhenti"].concat();
    Client::new(&server.url).get(&stop).await.expect(200);
    assert_eq!(followers(server).await, 1);
    press(server, &stop).await.expect(200);
    assert_eq!(followers(server).await, 0, "the address is gone");
    office::step(server, &filed, Actor::Agency, Action::Answer).await;
    assert!(mailed(server, &mail).await.is_empty());
    assert_eq!(press(server, &stop).await.status, 404);
    rows::verify_clean(server).await;
}

async fn nobody_follows_what_is_not_public_or_over(server: &mut TestServer) {
    let (mail, filed) = published(server).await;
    let hidden = Reporter::new(&server.url).file(&filing(2)).await;
    follow(server, &hidden, ADDRESS).await.refused(409, ErrorCode::Conflict);
    follow(server, &filed, "tanpa-at").await.blames(422, ErrorCode::Invalid, &["email not_an_email"]);
    assert_eq!(followers(server).await, 0);
    follow(server, &filed, ADDRESS).await.expect(200);
    assert_eq!(mailed(server, &mail).await.len(), 1);

    // Who does not confirm is forgotten; then they may be asked again.
    server.clock.advance(Duration::from_secs(8 * 24 * 60 * 60));
    upkeep::once(&server.state).await.unwrap();
    assert_eq!(followers(server).await, 0);
    server.config.mail = None;
    server.restart().await;
    follow(server, &filed, ADDRESS).await.refused(409, ErrorCode::Conflict);
    let view = Reporter::new(&server.url).public_view(&filed).await;
    assert!(!view.support.unwrap().has_mail, "it is not offered either");
}

on_both!(
    who_confirms_hears_of_each_step_until_they_do_not_want_to,
    nobody_follows_what_is_not_public_or_over,
);
