//! The companion of LAPOR!: a letter is entered, an export is read, tried and entered, and both are compared.

use std::fs;

use shared::complaint::desk::Lane;
use shared::complaint::{Channel, Class};
use shared::lang::{Lang, fill};
use tests_e2e::{Browser, Look, Result, Server};
use thirtyfour::By;

const EXPORT: &str = "\
Tracking ID;Tanggal Laporan;Judul Laporan;Isi Laporan;Status
#1001;12/06/2025;Lampu padam;Lampu jalan di depan pasar padam sejak Senin;Proses
#1002;13/06/2025;Air keruh di desa;Air dari keran keruh sejak dua minggu;Ajaib
";

#[tokio::test]
async fn a_letter_is_entered_and_its_receipt_given() -> Result {
    let server = Server::empty().await?;
    let mut liaison = server.seat("penghubung", "liaison:esdm").await?;
    let (texts, filing) = (Lang::Id.entering(), Lang::Id.filing());
    let browser = Browser::open(&server).await?;
    browser.go("/petugas/baru").await?;
    browser.sign_in(&mut liaison).await?;
    browser.find("heading", texts.page).await?;
    let mut look = Look::default();
    // What is missing is said at once, and the first of it has the focus.
    browser.press("button", texts.send).await?;
    browser.sees("perlu diisi").await?;
    look.at(&browser, "what is missing of an entry").await?;
    browser.choose("radio", Lang::Id.channel(Channel::Letter)).await?;
    browser.choose("radio", Lang::Id.class(Class::Complaint)).await?;
    browser.fill(filing.title, "Lampu jalan padam di depan pasar").await?;
    browser.fill(filing.content, "Lampu jalan di depan pasar padam sejak minggu lalu.").await?;
    browser.fill(filing.place_words, "Depan pasar").await?;
    browser.choose("radio", filing.officials_no).await?;
    browser.press("button", texts.send).await?;
    browser.find("heading", texts.done).await?;
    let code =
        browser.until("the code", "return document.querySelector('#receipt-code')?.textContent", vec![]);
    let code: String = code.await?.convert()?;
    look.at(&browser, "the receipt of an entry").await?;
    look.finds_nothing()?;
    // Whoever complained follows it with the code.
    browser.go(&["/lacak/", &code].concat()).await?;
    browser.sees(&code).await?;
    browser.end().await
}

#[tokio::test]
async fn an_export_is_tried_entered_and_compared() -> Result {
    let server = Server::empty().await?;
    let mut coordinator = server.seat("koordinator", "coordinator").await?;
    let texts = Lang::Id.lapor();
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("ekspor.csv");
    fs::write(&file, EXPORT)?;
    let browser = Browser::open(&server).await?;
    browser.go("/petugas/lapor").await?;
    browser.sign_in(&mut coordinator).await?;
    browser.sees(texts.never).await?;
    browser.driver.find(By::Id("lapor-file")).await?.send_keys(file.display().to_string()).await?;
    browser.press("button", texts.try_it).await?;
    browser.sees(&fill(texts.faults, &[("n", "1")])).await?;
    let mut look = Look::default();
    look.at(&browser, "an export that is tried").await?;
    browser.select("Status: Ajaib (1 baris)", Lang::Id.stage(shared::complaint::Stage::Closed)).await?;
    browser.press("button", texts.enter).await?;
    browser.find("heading", texts.done).await?;
    browser.sees(&fill(texts.added, &[("n", "2")])).await?;
    browser.sees(&fill(texts.different, &[("n", "0")])).await?;
    look.at(&browser, "an export that was entered").await?;
    look.finds_nothing()?;
    browser.press("link", Lang::Id.desk().inbox).await?;
    browser.press("link", Lang::Id.lane(Lane::Open)).await?;
    browser.find("link", "Lampu padam").await?;
    browser.end().await
}
