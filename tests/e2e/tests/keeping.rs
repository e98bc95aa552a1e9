//! Keeping accounts and settings: an account is invited by keyboard alone, opened, and taken away; a day becomes free, and
//! an agency retires.

use shared::access::{CaseAction, Role};
use shared::complaint::Filing;
use shared::lang::{Lang, fill};
use tests_e2e::{Browser, Look, Result, Server, a_filing, check};
use thirtyfour::Key;

const NAME: &str = "sri.contoh";
const TITLE: &str = "Lampu jalan padam di depan pasar";

#[tokio::test]
async fn an_account_by_keyboard_alone() -> Result {
    let server = Server::empty().await?;
    let mut admin = server.seat("admin-uji", "administrator").await?;
    let texts = Lang::Id.register();
    let browser = Browser::open(&server).await?;
    browser.go("/petugas/pengguna").await?;
    browser.sign_in(&mut admin).await?;
    browser.find("heading", texts.page).await?;
    browser.tab_to("button", texts.invite).await?;
    browser.key(Key::Enter).await?;
    browser.focus_reaches("textbox", Lang::Id.account().name).await?;
    browser.tab_to("button", texts.make).await?;
    browser.key(Key::Enter).await?;
    // What is wrong has the focus.
    browser.focus_reaches("textbox", Lang::Id.account().name).await?;
    browser.keys(NAME).await?;
    browser.tab_to("textbox", texts.full_name).await?;
    browser.keys("Sri Contoh").await?;
    browser.tab_to("combobox", texts.role).await?;
    browser.keys("Pejabat penghubung").await?;
    browser.tab_to("combobox", texts.role_agency).await?;
    browser.keys("Dinas Energi").await?;
    browser.tab_to("button", texts.add_role).await?;
    browser.key(Key::Enter).await?;
    browser.sees("Dinas Energi dan Sumber Daya Mineral").await?;
    let mut look = Look::default();
    look.at(&browser, "the form of an account").await?;
    browser.tab_to("button", texts.make).await?;
    browser.key(Key::Enter).await?;
    browser.focus_reaches("heading", &fill(texts.link, &[("name", NAME)])).await?;
    let script = "return document.querySelector('.account-link .kept-value')?.textContent";
    let link: String = browser.until("the link", script, vec![]).await?.convert()?;
    check(link.contains("/petugas/undangan#"), &link)?;
    look.at(&browser, "the link of an account").await?;
    browser.tab_to("button", texts.close).await?;
    browser.key(Key::Enter).await?;
    browser.is_gone("heading", &fill(texts.link, &[("name", NAME)])).await?;

    browser.tab_to("button", &[texts.deactivate, ": ", NAME].concat()).await?;
    browser.key(Key::Enter).await?;
    browser.focus_reaches("button", texts.deactivate_sure).await?;
    browser.key(Key::Enter).await?;
    browser.sees(texts.saved).await?;
    browser.sees(texts.inactive).await?;
    // The link opens nothing any more.
    browser.go("/panduan").await?;
    browser.go(&["/petugas/undangan#", link.split('#').nth(1).unwrap_or_default()].concat()).await?;
    browser.find("heading", Lang::Id.account().no_invitation).await?;
    look.finds_nothing()?;
    browser.end_after(&[404]).await
}

#[tokio::test]
async fn a_role_is_given_and_only_its_rooms_are_shown() -> Result {
    let server = Server::empty().await?;
    let mut admin = server.seat("admin-uji", "administrator").await?;
    server.seat("petugas-dua", "viewer").await?;
    let texts = Lang::Id.register();
    let browser = Browser::open(&server).await?;
    browser.go("/petugas/pengguna").await?;
    browser.sign_in(&mut admin).await?;
    browser.fill(texts.search, "pemantau").await?;
    browser.is_gone("button", &fill(texts.change_named, &[("name", "admin-uji")])).await?;
    browser.press("button", &fill(texts.change_named, &[("name", "petugas-dua")])).await?;
    browser.press("button", &fill(texts.drop_role, &[("role", Lang::Id.role(Role::Viewer))])).await?;
    browser.press("button", Lang::Id.answers().save).await?;
    browser.sees("perlu diisi").await?;
    browser.select(texts.role, Lang::Id.role(Role::Coordinator)).await?;
    browser.press("button", texts.add_role).await?;
    browser.press("button", Lang::Id.answers().save).await?;
    browser.sees(texts.none).await?;
    browser.is_gone("link", Lang::Id.setup().page).await?;
    browser.end().await
}

#[tokio::test]
async fn the_calendar_and_the_offices_are_kept() -> Result {
    let server = Server::empty().await?;
    let texts = Lang::Id.setup();
    let filing = Filing { sector: Some("listrik".to_owned()), ..a_filing(TITLE) };
    server.http().file(&filing, 1).await?;
    let mut coordinator = server.seat("koordinator", "coordinator").await?;
    let browser = Browser::open(&server).await?;
    browser.go("/petugas/pengaturan").await?;
    browser.sign_in(&mut coordinator).await?;
    browser.find("heading", texts.page).await?;
    let mut look = Look::default();
    look.at(&browser, "the settings").await?;
    open(&browser, "setup-agencies").await?;
    let esdm = "Dinas Energi dan Sumber Daya Mineral";
    browser.press("button", &[Lang::Id.answers().change, ": ", esdm].concat()).await?;
    browser.choose("switch", texts.retired_agency).await?;
    look.at(&browser, "an agency's form").await?;
    browser.press("button", Lang::Id.answers().save).await?;
    browser.sees(texts.saved).await?;
    browser.sees(texts.retired).await?;

    open(&browser, "setup-holidays").await?;
    browser.press("button", texts.add_holiday).await?;
    browser.press("button", Lang::Id.answers().save).await?;
    browser.sees("perlu diisi").await?;
    browser.pick(texts.date, "2026-12-15").await?;
    browser.fill(texts.holiday_name, "Hari Contoh").await?;
    look.at(&browser, "a holiday's form").await?;
    browser.press("button", Lang::Id.answers().save).await?;
    browser.press("button", &fill(texts.remove_named, &[("name", "Hari Contoh")])).await?;
    browser.press("button", texts.remove_sure).await?;
    browser.is_gone("button", &fill(texts.remove_named, &[("name", "Hari Contoh")])).await?;

    open(&browser, "setup-profiles").await?;
    browser.press("button", texts.add_profile).await?;
    look.at(&browser, "a profile's form").await?;
    open(&browser, "setup-rules").await?;
    look.at(&browser, "checks and reminders").await?;
    look.finds_nothing()?;

    // Who retires is suggested and offered no more.
    browser.press("link", Lang::Id.desk().inbox).await?;
    browser.press("link", TITLE).await?;
    browser.press("button", Lang::Id.case_action(CaseAction::Dispose)).await?;
    browser.find("group", Lang::Id.case_action(CaseAction::Dispose)).await?;
    let offered: i64 = browser
        .run("return document.querySelectorAll('option[value=esdm]').length", vec![])
        .await?
        .convert()?;
    check(offered == 0, "a retired agency is offered")?;
    browser.end().await
}

async fn open(browser: &Browser, section: &str) -> Result {
    let script =
        "const it = document.getElementById(arguments[0]); it.open = true; it.scrollIntoView(); return true";
    browser.until(section, script, vec![serde_json::json!(section)]).await.map(drop)
}
