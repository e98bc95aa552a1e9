//! Personal data: an identity is read for a reason, the data-protection officer sees that, enters a breach by keyboard alone, and
//! erases a complaint by right.

use shared::access::CaseAction;
use shared::complaint::{Filing, Reporter};
use shared::lang::{Lang, fill};
use tests_e2e::{Browser, Look, Result, Server, a_filing};
use thirtyfour::Key;

const TITLE: &str = "Lampu jalan padam di depan pasar";

#[tokio::test]
async fn an_identity_is_read_and_the_officer_knows_why() -> Result {
    let server = Server::empty().await?;
    let texts = Lang::Id.protection();
    let reporter = Reporter { name: "Sri Contoh".to_owned(), ..Reporter::default() };
    let filing = Filing { reporter: Some(reporter), ..a_filing(TITLE) };
    let filed = server.http().file(&filing, 1).await?;
    let mut coordinator = server.seat("koordinator", "coordinator").await?;
    let mut officer = server.seat("ppdp", "data_protection_officer").await?;
    let browser = Browser::open(&server).await?;
    browser.go(&["/petugas/aduan/", &filed.code].concat()).await?;
    browser.sign_in(&mut coordinator).await?;
    let name = Lang::Id.case_action(CaseAction::Identify);
    browser.press("button", name).await?;
    let form = browser.find("group", name).await?;
    browser.find_in(&form, "button", name).await?.click().await?;
    browser.sees("perlu diisi").await?;
    browser.fill(texts.why, "Menelepon untuk alamat").await?;
    browser.find_in(&form, "button", name).await?.click().await?;
    browser.sees("Sri Contoh").await?;
    let mut look = Look::default();
    look.at(&browser, "an identity").await?;
    // Archived, it can be erased.
    let name = Lang::Id.case_action(CaseAction::Archive);
    browser.press("button", name).await?;
    let form = browser.find("group", name).await?;
    browser.fill(Lang::Id.desk().reason, "Di luar wewenang provinsi").await?;
    browser.find_in(&form, "button", name).await?.click().await?;
    browser.sees(Lang::Id.case_entry("archived")).await?;
    browser.press("button", Lang::Id.account().sign_out).await?;

    browser.go("/petugas/data-pribadi").await?;
    browser.sign_in(&mut officer).await?;
    browser.sees("Menelepon untuk alamat").await?;
    look.at(&browser, "personal data").await?;
    browser.fill(texts.code, &filed.code).await?;
    browser.fill(texts.right, "Permintaan pelapor").await?;
    browser.press("button", texts.erase).await?;
    browser.sees(&fill(texts.erase_sure, &[("code", &filed.code)])).await?;
    look.at(&browser, "erasing, asked once more").await?;
    browser.press("button", texts.erase).await?;
    browser.sees(&fill(texts.erased, &[("code", &filed.code)])).await?;
    look.finds_nothing()?;
    browser.end().await
}

#[tokio::test]
async fn a_breach_is_entered_by_keyboard_alone() -> Result {
    let server = Server::empty().await?;
    let texts = Lang::Id.protection();
    let mut officer = server.seat("ppdp", "data_protection_officer").await?;
    let browser = Browser::open(&server).await?;
    browser.go("/petugas/data-pribadi").await?;
    browser.sign_in(&mut officer).await?;
    browser.sees(texts.no_breaches).await?;
    browser.tab_to("button", texts.add).await?;
    browser.key(Key::Enter).await?;
    browser.tab_to("button", Lang::Id.answers().save).await?;
    browser.key(Key::Enter).await?;
    // What is wrong has the focus.
    browser.focus_reaches("textbox", texts.found_time).await?;
    browser.keys("00:00").await?;
    for (field, words) in [
        (texts.data, "Nama dan telepon"),
        (texts.course, "Surel salah kirim"),
        (texts.remedy, "Surel ditarik"),
    ] {
        browser.tab_to("textbox", field).await?;
        browser.keys(words).await?;
    }
    let mut look = Look::default();
    look.at(&browser, "a breach's form").await?;
    browser.tab_to("button", Lang::Id.answers().save).await?;
    browser.key(Key::Enter).await?;
    browser.focus_reaches("heading", texts.breaches).await?;
    browser.sees("Nama dan telepon").await?;
    look.at(&browser, "a breach").await?;
    browser.tab_to("button", texts.tell).await?;
    browser.key(Key::Enter).await?;
    browser.is_gone("button", texts.tell).await?;
    look.finds_nothing()?;
    browser.end().await
}
