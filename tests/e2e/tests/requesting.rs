//! A request for information from the form to the delivery, with an objection in between: by keyboard alone.

use shared::information::InformationAction;
use shared::lang::{Lang, fill};
use shared::request::{ApplicantKind, DecisionOutcome, Ground, Obtain, RequestAction, SendBy};
use tests_e2e::{Browser, Look, Result, Server, check};
use thirtyfour::Key;

const WHAT: &str = "Daftar ruas jalan provinsi yang diperbaiki tahun ini";

/// Says how what is asked for is to be had, sends the form, and waits for the receipt.
pub(crate) async fn send_form(browser: &Browser) -> Result {
    let lang = Lang::Id;
    browser.key(Key::Tab).await?;
    browser.arrow_to(lang.obtain(Obtain::SoftCopy)).await?;
    browser.key(Key::Tab).await?;
    browser.arrow_to(lang.send_by(SendBy::PickUp)).await?;
    browser.tab_to("button", lang.request().submit).await?;
    browser.key(Key::Enter).await?;
    browser.find_on_next("heading", lang.request().registered).await.map(drop)
}

/// Number and secret on a receipt.
pub(crate) async fn received(browser: &Browser) -> Result<(String, String)> {
    let read =
        "return ['receipt-number', 'receipt-secret'].map(id => document.getElementById(id).textContent)";
    Ok(browser.run(read, vec![]).await?.convert()?)
}

/// Fills the form of a page and sends it; number and secret.
async fn register(browser: &Browser, look: &mut Look) -> Result<(String, String)> {
    let lang = Lang::Id;
    let texts = lang.request();
    browser.go("/permohonan").await?;
    look.at(browser, "the form of a request").await?;
    browser.tab_to("radio", lang.applicant_kind(ApplicantKind::Person)).await?;
    browser.arrow_to(lang.applicant_kind(ApplicantKind::Person)).await?;
    let fields = [
        (texts.name, "Pemohon Contoh"),
        (texts.identity_number, "7271000000000001"),
        (texts.address, "Jalan Contoh 1, Palu"),
        (texts.phone, "081200000000"),
        (texts.what, WHAT),
        (texts.purpose, "Penelitian"),
    ];
    browser.type_into(&fields).await?;
    send_form(browser).await?;
    look.at(browser, "the receipt of a request").await?;
    received(browser).await
}

/// Opens the form of an action by the keyboard.
pub(crate) async fn begin(browser: &Browser, action: RequestAction) -> Result {
    browser.tab_to("button", Lang::Id.request_action(action)).await?;
    browser.key(Key::Enter).await
}

/// Fills fields in their order, and sends the form of an action.
pub(crate) async fn fill_and_send(
    browser: &Browser,
    action: RequestAction,
    fields: &[(&str, &str)],
    told: &str,
) -> Result {
    for (label, value) in fields {
        let (_, name) = browser.focus().await?;
        if !name.starts_with(label) {
            browser.tab_to("textbox", label).await?;
        }
        browser.keys(value).await?;
    }
    browser.tab_to("button", Lang::Id.request_action(action)).await?;
    browser.key(Key::Enter).await?;
    browser.sees(told).await
}

/// Opens a request as its applicant.
pub(crate) async fn open_own(browser: &Browser, number: &str, secret: &str) -> Result {
    let texts = Lang::Id.request();
    browser.go_alone(&format!("/permohonan/{number}")).await?;
    browser.tab_to("textbox", texts.secret).await?;
    browser.keys(secret).await?;
    browser.key(Key::Enter).await?;
    browser.find_on_next("heading", texts.yours).await.map(drop)
}

/// What was granted becomes what everyone reads.
async fn publish(browser: &Browser) -> Result {
    let texts = Lang::Id.informing();
    browser.tab_to("button", Lang::Id.requesting().publish_now).await?;
    browser.key(Key::Enter).await?;
    browser.focus_reaches("heading", WHAT).await?;
    for (action, told) in
        [(InformationAction::Check, texts.now_checked), (InformationAction::Publish, texts.now_published)]
    {
        browser.tab_to("button", Lang::Id.information_action(action)).await?;
        browser.key(Key::Enter).await?;
        browser.sees(told).await?;
    }
    browser.go("/informasi").await?;
    browser.find("link", WHAT).await.map(drop)
}

#[tokio::test]
async fn a_request_is_answered_objected_to_and_decided() -> Result {
    let (lang, texts) = (Lang::Id, Lang::Id.requesting());
    let server = Server::empty().await?;
    let mut main = server.seat("utama", "ppid_main").await?;
    let mut superior = server.seat("atasan", "ppid_superior").await?;
    let browser = Browser::open(&server).await?;
    let mut look = Look::default();
    let (number, secret) = register(&browser, &mut look).await?;

    browser.go("/petugas/permohonan").await?;
    browser.sign_in(&mut main).await?;
    browser.find("link", &number).await?;
    look.at(&browser, "the list of requests").await?;
    browser.tab_to("link", &number).await?;
    browser.key(Key::Enter).await?;
    browser.focus_reaches("heading", &number).await?;
    browser.sees(WHAT).await?;
    look.at(&browser, "a request").await?;
    // Who asks is not there until somebody says why they must know.
    check(!browser.says("Pemohon Contoh").await?, "the applicant is shown to whoever looks")?;
    begin(&browser, RequestAction::Assign).await?;
    browser.tab_to("combobox", texts.agency).await?;
    browser.keys("Dinas").await?;
    fill_and_send(&browser, RequestAction::Assign, &[], texts.now_assigned).await?;
    begin(&browser, RequestAction::Extend).await?;
    browser.focus_reaches("textbox", texts.reason).await?;
    look.at(&browser, "a form of a request").await?;
    let reason = [(texts.reason, "Dokumen masih dikumpulkan")];
    fill_and_send(&browser, RequestAction::Extend, &reason, texts.now_extended).await?;
    begin(&browser, RequestAction::GrantInPart).await?;
    let letter = [
        (texts.letter_number, "490/12/PPID"),
        (texts.official, "Kepala Dinas Contoh"),
        (texts.parts, "Nama pemilik tanah"),
        (texts.article, "Pasal contoh huruf a"),
    ];
    fill_and_send(&browser, RequestAction::GrantInPart, &letter, texts.now_told).await?;
    look.at(&browser, "a request that is answered").await?;
    browser.tab_to("link", &fill(texts.letter, &[("number", "490/12/PPID")])).await?;
    browser.key(Key::Enter).await?;
    browser.focus_reaches("heading", &fill(lang.request().about, &[("number", &number)])).await?;
    look.at(&browser, "a letter").await?;
    browser.press("button", lang.account().sign_out).await?;

    open_own(&browser, &number, &secret).await?;
    browser.sees("Nama pemilik tanah").await?;
    look.at(&browser, "a request as its applicant sees it").await?;
    browser.tab_to("radio", "").await?;
    browser.arrow_to(lang.ground(Ground::NotFulfilled)).await?;
    browser.key(Key::Tab).await?;
    browser.keys("Bagian itu tidak memuat data pribadi.").await?;
    browser.tab_to("button", lang.request().object_send).await?;
    browser.key(Key::Enter).await?;
    browser.find_on_next("heading", lang.request().objections).await?;
    browser.sees(lang.request().waits).await?;
    look.at(&browser, "a request with an objection").await?;

    browser.go(&format!("/petugas/permohonan/{number}")).await?;
    browser.sign_in(&mut superior).await?;
    browser.find("heading", &number).await?;
    begin(&browser, RequestAction::Dismiss).await?;
    look.at(&browser, "a decision on an objection").await?;
    let decision = [
        (texts.letter_number, "12/ATASAN/PPID"),
        (texts.official, "Sekretaris Daerah Contoh"),
        (texts.reasons, "Nama pemilik tanah adalah data pribadi."),
    ];
    fill_and_send(&browser, RequestAction::Dismiss, &decision, texts.now_decided).await?;
    browser.press("button", lang.account().sign_out).await?;

    browser.go(&format!("/petugas/permohonan/{number}")).await?;
    browser.sign_in(&mut main).await?;
    browser.find("heading", &number).await?;
    begin(&browser, RequestAction::Deliver).await?;
    fill_and_send(&browser, RequestAction::Deliver, &[], texts.now_delivered).await?;
    look.at(&browser, "a request that is delivered").await?;
    publish(&browser).await?;
    browser.go("/informasi/laporan").await?;
    browser.sees(&number).await?;
    look.at(&browser, "the yearly report").await?;

    open_own(&browser, &number, &secret).await?;
    browser.sees(lang.decision_outcome(DecisionOutcome::Dismissed)).await?;
    browser.sees("Komisi Informasi").await?;
    look.at(&browser, "a request that has come to its end").await?;
    look.finds_nothing()?;
    browser.end().await
}
