//! A complaint that asks for information becomes a request, once its reporter has given what it still lacks: by keyboard alone.

use crate::requesting::{received, send_form};
use shared::access::CaseAction;
use shared::api::{Endpoint, GetComplaint, fill};
use shared::complaint::{Filed, Filing, Reporter, Stage};
use shared::lang::Lang;
use shared::request::ApplicantKind;
use tests_e2e::pages::CasePage;
use tests_e2e::{Browser, Look, Result, Server, a_filing, check};
use thirtyfour::Key;

const TITLE: &str = "Anggaran jalan provinsi";
const CONTENT: &str = "Mohon rincian anggaran perbaikan jalan di Sigi.";
const NAME: &str = "Warga Contoh";

/// A question of somebody who says who they are, but not all that the law wants of a request.
fn question() -> Filing {
    let reporter =
        Reporter { name: NAME.to_owned(), phone: "081200000000".to_owned(), ..Reporter::default() };
    Filing {
        class: "information_request".to_owned(),
        content: CONTENT.to_owned(),
        reporter: Some(reporter),
        anonymous: false,
        ..a_filing(TITLE)
    }
}

/// The coordinator has the reporter asked for the rest.
async fn ask(browser: &Browser, look: &mut Look) -> Result {
    let (desk, action) = (Lang::Id.desk(), Lang::Id.case_action(CaseAction::ToRequest));
    browser.tab_to("button", action).await?;
    browser.key(Key::Enter).await?;
    browser.focus_reaches("textbox", desk.message).await?;
    look.at(browser, "a complaint that is to become a request").await?;
    browser.keys("Isilah siapa Anda dan untuk apa, supaya permohonan ini terdaftar.").await?;
    browser.tab_to("button", action).await?;
    browser.key(Key::Enter).await?;
    browser.sees(desk.request_asked).await?;
    look.at(browser, "a complaint whose reporter is asked").await
}

/// The reporter opens the complaint with its secret, and the form of what it lacks.
async fn open_form(browser: &Browser, filed: &Filed, look: &mut Look) -> Result {
    let texts = Lang::Id.tracking();
    browser.go(&["/lacak/", &filed.code].concat()).await?;
    browser.tab_to("textbox", texts.secret).await?;
    browser.keys(&filed.secret).await?;
    browser.key(Key::Enter).await?;
    CasePage::shown(browser).is_open().await?;
    CasePage::shown(browser).is_at(Stage::Postponed).await?;
    browser.sees(texts.request_lead).await?;
    look.at(browser, "a complaint that lacks something of a request").await?;
    browser.tab_to("button", texts.request_fill).await?;
    browser.key(Key::Enter).await?;
    browser.find_on_next("heading", Lang::Id.request().title).await?;
    browser.sees(CONTENT).await?;
    look.at(browser, "the form of what a request lacks").await
}

/// Gives what is missing, after it was sent empty once; number and secret of the request.
async fn give(browser: &Browser, look: &mut Look) -> Result<(String, String)> {
    let (lang, texts) = (Lang::Id, Lang::Id.request());
    // What was said is not asked again, and nobody's name is shown.
    for (role, name) in [("textbox", texts.name), ("textbox", texts.phone), ("textbox", texts.what)] {
        check(!browser.has(role, name).await?, format!("{name} is asked again"))?;
    }
    check(!browser.says(NAME).await?, "the name is shown")?;
    browser.tab_to("button", texts.submit).await?;
    browser.key(Key::Enter).await?;
    browser.find_on_next("link", texts.purpose).await?;
    look.at(browser, "the form of what a request lacks, sent empty").await?;
    browser.tab_to("radio", "").await?;
    browser.arrow_to(lang.applicant_kind(ApplicantKind::Person)).await?;
    let fields = [
        (texts.identity_number, "7271000000000001"),
        (texts.address, "Jalan Contoh 1, Palu"),
        (texts.purpose, "Penelitian"),
    ];
    browser.type_into(&fields).await?;
    send_form(browser).await?;
    look.at(browser, "the receipt of what has become a request").await?;
    received(browser).await
}

/// The reporter's own page says where it went, and leads there; nobody else is told the number.
async fn is_told(server: &Server, browser: &Browser, filed: &Filed, number: &str, look: &mut Look) -> Result {
    let texts = Lang::Id.tracking();
    let public = server.http().get(&fill(GetComplaint::PATH, &[&filed.code])).await?;
    let public = public.error_for_status()?.text().await?;
    check(!public.contains(number), "everyone reads the number")?;
    browser.go(&["/lacak/", &filed.code].concat()).await?;
    browser.find("heading", &[texts.request_became, " ", number].concat()).await?;
    CasePage::shown(browser).is_at(Stage::Archived).await?;
    look.at(browser, "a complaint that has become a request").await?;
    browser.tab_to("button", texts.request_open).await?;
    browser.key(Key::Enter).await?;
    browser.find_on_next("heading", Lang::Id.request().yours).await?;
    browser.sees(CONTENT).await
}

#[tokio::test]
async fn a_question_becomes_a_request_when_its_reporter_gives_the_rest() -> Result {
    let desk = Lang::Id.desk();
    let server = Server::empty().await?;
    let mut coordinator = server.seat("koordinator", "coordinator").await?;
    let mut main = server.seat("utama", "ppid_main").await?;
    let filed = server.http().file(&question(), 1).await?;
    let browser = Browser::open(&server).await?;
    let mut look = Look::default();
    let case = ["/petugas/aduan/", &filed.code].concat();
    browser.go(&case).await?;
    browser.sign_in(&mut coordinator).await?;
    browser.find("heading", desk.actions).await?;
    ask(&browser, &mut look).await?;
    browser.press("button", Lang::Id.account().sign_out).await?;

    open_form(&browser, &filed, &mut look).await?;
    let (number, secret) = give(&browser, &mut look).await?;
    check(secret == filed.secret, "the receipt of the complaint does not open the request")?;

    browser.go("/petugas/permohonan").await?;
    browser.sign_in(&mut main).await?;
    browser.tab_to("link", &number).await?;
    browser.key(Key::Enter).await?;
    browser.focus_reaches("heading", &number).await?;
    browser.sees(CONTENT).await?;
    check(!browser.says(NAME).await?, "the applicant is shown to whoever looks")?;
    browser.press("button", Lang::Id.account().sign_out).await?;

    is_told(&server, &browser, &filed, &number, &mut look).await?;
    browser.go(&case).await?;
    browser.sign_in(&mut coordinator).await?;
    browser.sees(&number).await?;
    look.finds_nothing()?;
    // It was sent empty once.
    browser.end_after(&[422]).await
}
