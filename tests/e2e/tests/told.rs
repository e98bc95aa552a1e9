//! What the staff are told: a message that comes while they work, by keyboard alone, and what is late.

use shared::access::CaseAction;
use shared::complaint::desk::MessageKind;
use shared::complaint::{Filing, Stage};
use shared::lang::Lang;
use tests_e2e::{Browser, Look, Result, Server, a_filing};
use thirtyfour::Key;

const TITLE: &str = "Lampu jalan padam di depan pasar";

#[tokio::test]
async fn what_is_given_to_one_is_a_message() -> Result {
    let server = Server::empty().await?;
    let texts = Lang::Id.told();
    let filing = Filing { sector: Some("listrik".to_owned()), ..a_filing(TITLE) };
    let filed = server.http().file(&filing, 1).await?;
    let mut coordinator = server.seat("koordinator", "coordinator").await?;
    let mut officer = server.seat("penanggung", "responsible_officer:esdm").await?;
    let mut liaison = server.seat("penghubung", "liaison:esdm").await?;
    let case = ["/petugas/aduan/", &filed.code].concat();
    let browser = Browser::open(&server).await?;
    for (seat, action) in [(&mut coordinator, CaseAction::Dispose), (&mut officer, CaseAction::Assign)] {
        browser.go(&case).await?;
        browser.sign_in(seat).await?;
        let name = Lang::Id.case_action(action);
        browser.press("button", name).await?;
        let form = browser.find("group", name).await?;
        if action == CaseAction::Assign {
            browser.select(Lang::Id.desk().assigned, "penghubung").await?;
        }
        browser.find_in(&form, "button", name).await?.click().await?;
        let done = if action == CaseAction::Assign { "assigned" } else { "disposed" };
        browser.sees(Lang::Id.case_entry(done)).await?;
        browser.press("button", Lang::Id.account().sign_out).await?;
    }
    browser.go("/petugas").await?;
    browser.sign_in(&mut liaison).await?;
    browser.find("link", TITLE).await?;
    // The count is read with the link's name.
    browser.tab_to("link", "Pesan 1 pesan baru").await?;
    browser.key(Key::Enter).await?;
    browser.find("heading", texts.messages).await?;
    browser.sees(Lang::Id.message(MessageKind::Assigned)).await?;
    let mut look = Look::default();
    look.at(&browser, "messages").await?;
    browser.tab_to("button", texts.mark_read).await?;
    browser.key(Key::Enter).await?;
    browser.is_gone("button", texts.mark_read).await?;
    browser.focus_reaches("heading", texts.messages).await?;
    browser.tab_to("link", TITLE).await?;
    browser.key(Key::Enter).await?;
    browser.sees(Lang::Id.stage(Stage::Disposed)).await?;
    browser.press("link", texts.late).await?;
    browser.find("heading", texts.nothing_late).await?;
    look.at(&browser, "nothing late").await?;
    look.finds_nothing()?;
    browser.end().await
}

#[tokio::test]
async fn what_is_late_leads_to_its_cases() -> Result {
    let server = Server::demo().await?;
    let mut coordinator = server.seat("petugas-uji", "coordinator").await?;
    let browser = Browser::open(&server).await?;
    browser.go("/petugas/terlambat").await?;
    browser.sign_in(&mut coordinator).await?;
    browser.until("rows", "return document.querySelector('.late-lines a')", vec![]).await?;
    let mut look = Look::default();
    look.at(&browser, "what is late").await?;
    look.finds_nothing()?;
    let count: String =
        browser.run("return document.querySelector('.late-lines a').innerText", vec![]).await?.convert()?;
    let count = count.split(' ').next().unwrap_or_default();
    browser.run("document.querySelector('.late-lines a').click()", vec![]).await?;
    browser.sees(&format!("{count} aduan ditampilkan")).await?;
    browser.end().await
}
