//! The desk: from an invitation to an answer, by mouse and by keyboard alone.

use shared::access::CaseAction;
use shared::api::{AcceptAnswer, AddMessage, Endpoint, GetComplaint, RECEIPT_SCHEME, fill};
use shared::complaint::desk::{CheckOutcome, Lane};
use shared::complaint::{ComplaintView, Filed, Filing, NewMessage, Rating, Stage};
use shared::lang::Lang;
use tests_e2e::{Browser, Look, Result, Server, a_filing, check, code_of};
use thirtyfour::Key;

const TITLE: &str = "Lampu jalan padam di depan pasar";
const CONTENT: &str = "Lampu jalan padam sejak dua pekan. Hubungi saya di 0812-3456-7890.";

fn filing() -> Filing {
    Filing { content: CONTENT.to_owned(), sector: Some("listrik".to_owned()), ..a_filing(TITLE) }
}

fn action(action: CaseAction) -> &'static str {
    Lang::Id.case_action(action)
}

/// What everyone sees of a complaint.
async fn public(server: &Server, filed: &Filed) -> Result<ComplaintView> {
    let answer = server.http().get(&fill(GetComplaint::PATH, &[&filed.code])).await?;
    Ok(answer.error_for_status()?.json().await?)
}

async fn stage_is(browser: &Browser, stage: Stage) -> Result {
    let script = "return document.querySelector('.badge-stage')?.textContent === arguments[0]";
    let wanted = serde_json::json!(Lang::Id.stage(stage));
    browser.until(&format!("the stage {stage}"), script, vec![wanted]).await.map(drop)
}

#[tokio::test]
async fn an_invitation_opens_the_desk() -> Result {
    let server = Server::empty().await?;
    let browser = Browser::open(&server).await?;
    let (texts, desk) = (Lang::Id.account(), Lang::Id.desk());
    let link = server.invite("sri.contoh", "coordinator")?;
    browser.go(&link).await?;
    browser.find("heading", "Selamat datang").await?;
    let key: String =
        browser.run("return document.querySelector('.secret-key').innerText", vec![]).await?.convert()?;
    browser.fill(texts.password, "pendek").await?;
    browser.fill(texts.totp, &code_of(&key)?).await?;
    browser.press("button", texts.accept).await?;
    browser.sees("paling sedikit 12 huruf").await?;
    browser.fill(texts.password, "kuda baterai benar").await?;
    browser.fill(texts.totp, &code_of(&key)?).await?;
    browser.press("button", texts.accept).await?;
    browser.find("heading", texts.ready).await?;
    let codes: Vec<String> = browser
        .run("return [...document.querySelectorAll('.codes code')].map(e => e.innerText)", vec![])
        .await?
        .convert()?;
    check(codes.len() == 10, format!("{codes:?}"))?;
    browser.press("button", texts.to_sign_in).await?;

    // A wrong password and a right one.
    browser.find_on_next("heading", texts.sign_in).await?;
    for (password, code) in [("kuda baterai salah", &codes[0]), ("kuda baterai benar", &codes[0])] {
        browser.fill(texts.name, "Sri.Contoh").await?;
        browser.fill(texts.password, password).await?;
        browser.fill(texts.totp, code).await?;
        browser.press("button", texts.sign_in).await?;
        if password.ends_with("salah") {
            browser.sees(texts.refused).await?;
        }
    }
    browser.find("heading", desk.nothing).await?;
    browser.press("link", texts.mine).await?;
    browser.sees("Kode pemulihan tersisa: 9").await?;
    browser.press("button", texts.sign_out).await?;
    browser.find("heading", texts.sign_in).await?;
    // The link opens once.
    browser.go(&link).await?;
    browser.find("heading", texts.no_invitation).await?;
    browser.end_after(&[401, 404, 422]).await
}

#[tokio::test]
async fn from_arrival_to_answer() -> Result {
    let server = Server::empty().await?;
    let mut coordinator = server.seat("koordinator", "coordinator").await?;
    let mut liaison = server.seat("penghubung", "liaison:esdm").await?;
    let browser = Browser::open(&server).await?;
    let desk = Lang::Id.desk();
    browser.go("/petugas").await?;
    browser.sign_in(&mut coordinator).await?;
    browser.find("heading", desk.nothing).await?;
    // It comes in while the inbox is open.
    let filed = server.http().file(&filing(), 1).await?;
    browser.press("link", TITLE).await?;
    browser.find("heading", &filed.code).await?;
    browser.press("button", action(CaseAction::Verify)).await?;
    let form = browser.find("group", action(CaseAction::Verify)).await?;
    browser.find_in(&form, "button", action(CaseAction::Verify)).await?.click().await?;
    stage_is(&browser, Stage::Verified).await?;

    browser.press("button", action(CaseAction::Publish)).await?;
    let form = browser.find("group", action(CaseAction::Publish)).await?;
    browser.find_in(&form, "button", "0812-3456-7890").await?;
    browser.find_in(&form, "button", action(CaseAction::Publish)).await?.click().await?;
    browser.sees(desk.public_content).await?;
    let black = CONTENT.replace("0812-3456-7890", &"█".repeat(14));
    check(public(&server, &filed).await?.content == Some(black), "the number is not black for everyone")?;

    browser.press("button", action(CaseAction::Dispose)).await?;
    let form = browser.find("group", action(CaseAction::Dispose)).await?;
    browser.find_in(&form, "button", action(CaseAction::Dispose)).await?.click().await?;
    stage_is(&browser, Stage::Disposed).await?;
    browser.press("button", Lang::Id.account().sign_out).await?;

    browser.go("/petugas").await?;
    browser.sign_in(&mut liaison).await?;
    browser.press("link", TITLE).await?;
    browser.press("button", action(CaseAction::Accept)).await?;
    let form = browser.find("group", action(CaseAction::Accept)).await?;
    browser.find_in(&form, "button", action(CaseAction::Accept)).await?.click().await?;
    stage_is(&browser, Stage::InProgress).await?;
    browser.press("button", action(CaseAction::Answer)).await?;
    let form = browser.find("group", action(CaseAction::Answer)).await?;
    browser.find_in(&form, "button", action(CaseAction::Answer)).await?.click().await?;
    browser.sees("Bagian ini perlu diisi").await?;
    browser.fill(desk.answer, "Lampu sudah diganti dan menyala.").await?;
    browser.find_in(&form, "button", action(CaseAction::Answer)).await?.click().await?;
    stage_is(&browser, Stage::Answered).await?;
    check(public(&server, &filed).await?.stage == Stage::Answered, "the public page does not know")?;
    browser.press("button", Lang::Id.account().sign_out).await?;

    let secret = [RECEIPT_SCHEME, " ", &filed.secret].concat();
    server
        .http()
        .post::<AcceptAnswer>(&[&filed.code], &[("authorization", &secret)], &Rating::default())
        .await?;
    let mut checker = server.seat("pemeriksa", "liaison:dinkes").await?;
    browser.go(&["/petugas/aduan/", &filed.code].concat()).await?;
    browser.sign_in(&mut coordinator).await?;
    browser.press("button", action(CaseAction::Sample)).await?;
    let form = browser.find("group", action(CaseAction::Sample)).await?;
    browser.find_in(&form, "button", action(CaseAction::Sample)).await?.click().await?;
    browser.sees("Bagian ini perlu diisi").await?;
    browser.select(desk.checker, "pemeriksa").await?;
    browser.find_in(&form, "button", action(CaseAction::Sample)).await?.click().await?;
    browser.sees("Pemeriksaan diminta").await?;
    browser.press("button", Lang::Id.account().sign_out).await?;

    browser.go("/petugas").await?;
    browser.sign_in(&mut checker).await?;
    browser.press("link", Lang::Id.lane(Lane::Check)).await?;
    browser.press("link", TITLE).await?;
    browser.press("button", action(CaseAction::Check)).await?;
    let form = browser.find("group", action(CaseAction::Check)).await?;
    browser.select(desk.outcome, Lang::Id.check_outcome(CheckOutcome::SentBack)).await?;
    browser.find_in(&form, "button", action(CaseAction::Check)).await?.click().await?;
    browser.sees("Bagian ini perlu diisi").await?;
    browser.fill(desk.findings, "Satu tiang masih padam.").await?;
    browser.find_in(&form, "button", action(CaseAction::Check)).await?.click().await?;
    stage_is(&browser, Stage::InProgress).await?;
    check(public(&server, &filed).await?.stage == Stage::InProgress, "the public page does not know")?;
    // It is the agency's again, which the page is told when it asks anew.
    browser.end_after(&[403]).await
}

#[tokio::test]
async fn two_about_the_same_thing_become_one() -> Result {
    let server = Server::empty().await?;
    let mut coordinator = server.seat("koordinator", "coordinator").await?;
    let near =
        |title: &str| Filing { title: title.to_owned(), region: Some("72.71.01".to_owned()), ..filing() };
    let first = server.http().file(&near(TITLE), 1).await?;
    let second = server.http().file(&near("Gelap di depan pasar"), 2).await?;
    let browser = Browser::open(&server).await?;
    let desk = Lang::Id.desk();
    browser.go(&["/petugas/aduan/", &second.code].concat()).await?;
    browser.sign_in(&mut coordinator).await?;
    browser.find("heading", desk.similar).await?;
    browser.press("button", action(CaseAction::Merge)).await?;
    let form = browser.find("group", action(CaseAction::Merge)).await?;
    browser.find_in(&form, "button", action(CaseAction::Merge)).await?.click().await?;
    browser.sees("Bagian ini perlu diisi").await?;
    browser.find_in(&form, "button", &[&*first.code, " · ", TITLE].concat()).await?.click().await?;
    browser.fill(desk.reason, "Tetangga Anda sudah melaporkan hal yang sama.").await?;
    browser.find_in(&form, "button", action(CaseAction::Merge)).await?.click().await?;
    stage_is(&browser, Stage::Archived).await?;

    // The reporter's code leads on.
    browser.go(&["/lacak/", &second.code].concat()).await?;
    browser.sees(Lang::Id.tracking().merged_into).await?;
    browser.press("link", &first.code).await?;
    browser.find("heading", &[Lang::Id.tracking().case, " ", &*first.code].concat()).await?;
    browser.end().await
}

#[tokio::test]
async fn the_same_by_keyboard_alone() -> Result {
    let server = Server::empty().await?;
    let mut coordinator = server.seat("koordinator", "coordinator").await?;
    server.http().file(&filing(), 1).await?;
    server.http().file(&a_filing("Jembatan gantung putus"), 2).await?;
    let browser = Browser::open(&server).await?;
    let (texts, desk) = (Lang::Id.account(), Lang::Id.desk());
    browser.go("/petugas").await?;
    browser.find("heading", texts.sign_in).await?;
    for (label, typed) in [
        (texts.name, coordinator.name.clone()),
        (texts.password, coordinator.password.clone()),
        (texts.totp, coordinator.code()?),
    ] {
        browser.tab_to("textbox", label).await?;
        browser.keys(&typed).await?;
    }
    browser.key(Key::Enter).await?;
    browser.find("link", TITLE).await?;
    browser.keys("/").await?;
    browser.focus_reaches("searchbox", desk.search).await?;
    browser.keys("hubungi").await?;
    browser.key(Key::Enter).await?;
    browser.is_gone("link", "Jembatan gantung putus").await?;
    browser.key(Key::Tab).await?;
    browser.keys("jx").await?;
    browser.sees("1 dipilih").await?;
    browser.keys("x").await?;
    browser.key(Key::Enter).await?;
    browser.find("heading", desk.actions).await?;
    browser.tab_to("button", action(CaseAction::Verify)).await?;
    browser.key(Key::Enter).await?;
    browser.focus_reaches("combobox", desk.class).await?;
    browser.tab_to("button", action(CaseAction::Verify)).await?;
    browser.key(Key::Enter).await?;
    stage_is(&browser, Stage::Verified).await?;
    browser.focus_reaches("heading", desk.actions).await?;
    browser.tab_to("button", action(CaseAction::Dispose)).await?;
    browser.key(Key::Enter).await?;
    // What was suggested has the focus, and the agency is chosen already.
    browser.tab_to("button", action(CaseAction::Dispose)).await?;
    browser.key(Key::Enter).await?;
    stage_is(&browser, Stage::Disposed).await?;
    browser.end().await
}

#[tokio::test]
async fn what_has_changed_meanwhile_is_shown_first() -> Result {
    let server = Server::empty().await?;
    let mut coordinator = server.seat("koordinator", "coordinator").await?;
    let filed = server.http().file(&filing(), 1).await?;
    let browser = Browser::open(&server).await?;
    let desk = Lang::Id.desk();
    browser.go(&["/petugas/aduan/", &filed.code].concat()).await?;
    browser.sign_in(&mut coordinator).await?;
    browser.press("button", action(CaseAction::Verify)).await?;
    let form = browser.find("group", action(CaseAction::Verify)).await?;
    let secret = [RECEIPT_SCHEME, " ", &filed.secret].concat();
    let message = NewMessage { text: "Sekarang juga padam di jalan sebelah.".to_owned(), files: Vec::new() };
    server.http().post::<AddMessage>(&[&filed.code], &[("authorization", &secret)], &message).await?;
    browser.sees("Sekarang juga padam").await?;
    browser.find_in(&form, "button", action(CaseAction::Verify)).await?.click().await?;
    browser.sees(desk.changed).await?;
    stage_is(&browser, Stage::Received).await?;
    browser.find_in(&form, "button", action(CaseAction::Verify)).await?.click().await?;
    stage_is(&browser, Stage::Verified).await?;
    browser.end_after(&[409]).await
}

#[tokio::test]
async fn axe_finds_nothing_at_the_desk() -> Result {
    let server = Server::demo().await?;
    let mut coordinator = server.seat("petugas-uji", "coordinator").await?;
    let browser = Browser::open(&server).await?;
    let desk = Lang::Id.desk();
    let mut look = Look::default();
    browser.go("/petugas").await?;
    browser.find("heading", Lang::Id.account().sign_in).await?;
    look.at(&browser, "signing in").await?;
    browser.sign_in(&mut coordinator).await?;
    browser.until("rows", "return document.querySelector('.case-row')", vec![]).await?;
    browser.unfold(desk.filters).await?;
    browser.run("document.querySelector('.case-pick').click()", vec![]).await?;
    browser.press("button", action(CaseAction::Archive)).await?;
    look.at(&browser, "the inbox with a case chosen").await?;
    browser.run("document.querySelector('.case-title').click()", vec![]).await?;
    browser.find("heading", desk.actions).await?;
    for (action, name) in [
        (CaseAction::Dispose, "forwarding"),
        (CaseAction::Publish, "publishing"),
        (CaseAction::Seal, "sealing"),
        (CaseAction::Merge, "joining"),
    ] {
        browser.press("button", Lang::Id.case_action(action)).await?;
        browser.find("group", Lang::Id.case_action(action)).await?;
        look.at(&browser, &format!("a case, {name}")).await?;
    }
    browser.go("/petugas/akun").await?;
    browser.find("heading", Lang::Id.account().sessions).await?;
    look.at(&browser, "the account").await?;
    browser.go("/petugas?q=tidakadayangbegini").await?;
    browser.sees(desk.not_found).await?;
    look.at(&browser, "an inbox without rows").await?;
    look.finds_nothing()?;
    browser.end().await
}
