//! A published complaint as a place to help: it is said to be somebody else's too, by keyboard alone, and shown to whoever is
//! about to file the same.

use shared::access::CaseAction;
use shared::complaint::{Filing, Stage};
use shared::lang::Lang;
use tests_e2e::pages::{Answers, FormPage};
use tests_e2e::{Browser, Look, Result, Server, a_filing};
use thirtyfour::Key;

fn action(action: CaseAction) -> &'static str {
    Lang::Id.case_action(action)
}

#[tokio::test]
async fn others_have_it_too_and_are_shown_it_before_they_file() -> Result {
    let server = Server::with_mail().await?;
    let answers = Answers::default();
    let filing = Filing {
        content: answers.content.to_owned(),
        region: Some("72.71".to_owned()),
        ..a_filing(answers.title)
    };
    let filed = server.http().file(&filing, 1).await?;
    let mut coordinator = server.seat("koordinator", "coordinator").await?;
    let browser = Browser::open(&server).await?;
    browser.go(&["/petugas/aduan/", &filed.code].concat()).await?;
    browser.sign_in(&mut coordinator).await?;
    for one in [CaseAction::Verify, CaseAction::Publish] {
        browser.press("button", action(one)).await?;
        let form = browser.find("group", action(one)).await?;
        browser.find_in(&form, "button", action(one)).await?.click().await?;
        let seen = if one == CaseAction::Verify {
            Lang::Id.stage(Stage::Verified)
        } else {
            Lang::Id.desk().public_content
        };
        browser.sees(seen).await?;
    }
    browser.press("button", Lang::Id.account().sign_out).await?;

    let texts = Lang::Id.tracking();
    browser.go(&["/lacak/", &filed.code].concat()).await?;
    browser.find("heading", answers.title).await?;
    browser.tab_to("button", texts.support).await?;
    browser.key(Key::Enter).await?;
    browser.find("button", texts.support_back).await?;
    let mut look = Look::default();
    look.at(&browser, "a published complaint").await?;
    browser.run("document.querySelector('details.follow').open = true", vec![]).await?;
    browser.press("button", texts.follow_send).await?;
    browser.focus_reaches("textbox", Lang::Id.filing().email).await?;
    browser.fill(Lang::Id.filing().email, "tetangga@contoh.example").await?;
    browser.press("button", texts.follow_send).await?;
    browser.sees(texts.follow_sent).await?;
    look.at(&browser, "a published complaint that is followed").await?;
    // The phone is known again after the page was left.
    browser.go("/panduan").await?;
    browser.go(&["/lacak/", &filed.code].concat()).await?;
    browser.find("button", texts.support_back).await?;

    let form = FormPage::open(&browser).await?;
    form.class().await?;
    form.what(&answers).await?;
    form.place(&answers).await?;
    form.sector(&answers).await?;
    form.files().await?;
    form.protection().await?;
    browser.sees(Lang::Id.filing().similar).await?;
    browser.find("link", answers.title).await?;
    look.at(&browser, "the same is there already").await?;
    look.finds_nothing()?;
    browser.end().await
}
