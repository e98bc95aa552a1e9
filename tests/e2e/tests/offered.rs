//! What is public already is offered to whoever asks for it: while they type, or once they send where no scripts came.

use crate::requesting::send_form;
use serde_json::json;
use shared::lang::Lang;
use shared::request::{ApplicantKind, Obtain, SendBy};
use tests_e2e::{Browser, Look, Result, Server, check};
use thirtyfour::{By, Key};

const TITLE: &str = "Rencana perbaikan jalan provinsi";
const SUMMARY: &str = "Ruas jalan sepanjang 120 km yang diperbaiki tahun ini.";
/// What somebody asks who does not know that it is public.
const WHAT: &str = "Saya minta rencana perbaikan jalan di Sigi";

/// The PPID publish an entry, as one that comes in from a table.
async fn publish(server: &Server, browser: &Browser) -> Result {
    let texts = Lang::Id.informing();
    let mut main = server.seat("utama", "ppid_main").await?;
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("dip.csv");
    std::fs::write(
        &path,
        format!(
            "Judul,Ringkasan isi,Kategori,Perangkat Daerah,Penanggung jawab,Waktu pembuatan,Bentuk\r\n\
             {TITLE},{SUMMARY},Berkala,bina_marga,Kepala Bidang (contoh),5 Januari 2026,Softcopy\r\n"
        ),
    )?;
    browser.go("/petugas/informasi").await?;
    browser.sign_in(&mut main).await?;
    browser.press("link", texts.import).await?;
    browser.focus_reaches("heading", texts.import).await?;
    let picker = browser.driver.find(By::Id("information-table")).await?;
    picker.send_keys(path.display().to_string()).await?;
    browser.press("button", texts.import_publish).await?;
    browser.focus_reaches("heading", texts.import_done).await?;
    browser.press("button", Lang::Id.account().sign_out).await?;
    browser.find("heading", Lang::Id.account().sign_in).await.map(drop)
}

/// Waits until what is offered beside the field is told to those who listen, too.
async fn is_told(browser: &Browser) -> Result {
    let script = "
        const told = document.getElementById('offered-now');
        return told.computedRole === 'status' && told.innerText.includes(arguments[0])";
    let texts = Lang::Id.request();
    browser.until("a status of what is offered", script, vec![json!(texts.offered)]).await.map(drop)
}

/// Follows the link that has the focus, reads the entry in its own tab, and comes back.
async fn read_beside(browser: &Browser) -> Result {
    let form = browser.driver.window().await?;
    browser.key(Key::Enter).await?;
    let count = async || -> Result<usize> { Ok(browser.driver.windows().await?.len()) };
    let mut glance = tokio::time::interval(std::time::Duration::from_millis(50));
    while count().await? < 2 {
        glance.tick().await;
    }
    let beside = browser.driver.windows().await?.into_iter().find(|window| *window != form);
    browser.driver.switch_to_window(beside.ok_or("no tab beside the form")?).await?;
    browser.find_on_next("heading", TITLE).await?;
    browser.sees(SUMMARY).await?;
    browser.driver.close_window().await?;
    Ok(browser.driver.switch_to_window(form).await?)
}

#[tokio::test]
async fn what_is_public_is_offered_while_somebody_types() -> Result {
    let (lang, texts) = (Lang::Id, Lang::Id.request());
    let server = Server::empty().await?;
    let browser = Browser::open(&server).await?;
    let mut look = Look::default();
    publish(&server, &browser).await?;
    browser.go("/permohonan").await?;
    // Those who listen hear what comes into a place that was there before.
    let place = "return document.getElementById('offered-now').computedRole === 'status'";
    browser.until("a place for what is offered", place, vec![]).await?;
    browser.tab_to("radio", lang.applicant_kind(ApplicantKind::Person)).await?;
    browser.arrow_to(lang.applicant_kind(ApplicantKind::Person)).await?;
    let fields = [
        (texts.name, "Pemohon Contoh"),
        (texts.address, "Jalan Contoh 1, Palu"),
        (texts.phone, "081200000000"),
        (texts.what, WHAT),
    ];
    browser.type_into(&fields).await?;
    is_told(&browser).await?;
    // Whoever types goes on typing.
    let (role, name) = browser.focus().await?;
    check(role == "textbox" && name.starts_with(texts.what), format!("the focus is on {role} {name}"))?;
    look.at(&browser, "what is offered while somebody types").await?;
    browser.tab_to("link", TITLE).await?;
    read_beside(&browser).await?;
    check(browser.value(texts.what).await? == WHAT, "what was typed is gone")?;

    browser.tab_to("textbox", texts.purpose).await?;
    browser.keys("Penelitian").await?;
    send_form(&browser).await?;
    look.finds_nothing()?;
    browser.end().await
}

#[tokio::test]
async fn a_form_without_scripts_offers_once_and_then_registers() -> Result {
    let (lang, texts) = (Lang::Id, Lang::Id.request());
    let server = Server::empty().await?;
    let browser = Browser::open(&server).await?;
    let mut look = Look::default();
    publish(&server, &browser).await?;
    browser.lose_scripts().await?;
    browser.go_plain("/permohonan").await?;
    browser.choose("radio", lang.applicant_kind(ApplicantKind::Person)).await?;
    for (field, value) in [
        (texts.name, "Pemohon Contoh"),
        (texts.address, "Jalan Contoh 1, Palu"),
        (texts.phone, "081200000000"),
        (texts.what, WHAT),
        (texts.purpose, "Penelitian"),
    ] {
        browser.fill(field, value).await?;
    }
    browser.choose("radio", lang.obtain(Obtain::SoftCopy)).await?;
    browser.choose("radio", lang.send_by(SendBy::PickUp)).await?;
    browser.press("button", texts.submit).await?;

    browser.find_on_next("heading", texts.offered).await?;
    browser.find("link", TITLE).await?;
    browser.sees(SUMMARY).await?;
    look.at(&browser, "what is offered once it is sent").await?;
    for (field, value) in [(texts.name, "Pemohon Contoh"), (texts.what, WHAT)] {
        let kept = browser.value(field).await?;
        check(kept == value, format!("{field:?} holds {kept:?}"))?;
    }
    browser.press("button", texts.submit_anyway).await?;
    browser.find_on_next("heading", texts.registered).await?;
    look.finds_nothing()?;
    browser.end().await
}
