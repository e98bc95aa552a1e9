//! What works on a phone whose browser runs no application: because it is too old for it, or because the scripts did not
//! come.

use serde_json::json;
use shared::complaint::Class;
use shared::lang::Lang;
use shared::recap::Dimension;
use tests_e2e::pages::{Answers, ReceiptPage};
use tests_e2e::{Browser, Receipt, Result, Server, check, holds_gps, photo_file, photo_with_gps};

#[tokio::test]
async fn a_phone_without_webassembly_files_tracks_and_reads() -> Result {
    let server = Server::empty().await?;
    let browser = Browser::open_without_webassembly(&server).await?;
    let receipt = file(&browser, &server).await?;
    track(&browser, &receipt).await?;
    recap(&browser).await
}

#[tokio::test]
async fn pages_whose_scripts_did_not_come_do_the_same() -> Result {
    let server = Server::empty().await?;
    let browser = Browser::open(&server).await?;
    browser.lose_scripts().await?;
    let receipt = file(&browser, &server).await?;
    track(&browser, &receipt).await?;
    recap(&browser).await
}

/// Fills in the one page that the form is, forgets the title at first, and reads the receipt.
async fn file(browser: &Browser, server: &Server) -> Result<Receipt> {
    let (texts, answers) = (Lang::Id.filing(), Answers::default());
    let (_folder, photo) = photo_file(&photo_with_gps()?)?;
    browser.go_plain("/adukan").await?;
    browser.choose("radio", Lang::Id.class(Class::Complaint)).await?;
    browser.fill(texts.content, answers.content).await?;
    browser.select(texts.regency, "Kota Palu").await?;
    browser.fill(texts.place_words, answers.place).await?;
    browser.select(texts.sector, answers.sector.1).await?;
    let files = "return document.querySelector('input[type=file]')";
    let files = browser.until("a place for files", files, vec![]).await?;
    files.element()?.send_keys(photo.to_string_lossy().into_owned()).await?;
    browser.choose("radio", texts.officials_no).await?;
    press_in_form(browser, texts.send).await?;

    browser.find_on_next("link", texts.title).await?;
    let kept = browser.value(texts.content).await?;
    check(kept == answers.content, format!("the content is {kept:?} after a mistake"))?;
    browser.sees("jembatan.jpg").await?;
    browser.fill(texts.title, answers.title).await?;
    press_in_form(browser, texts.send).await?;

    browser.find_on_next("heading", Lang::Id.receipt().heading).await?;
    let receipt = ReceiptPage::shown(browser).receipt().await?;
    let own = server.http().own_view(&receipt).await?.own;
    let Some(own) = own else { return Err("the secret opens nothing".into()) };
    check(own.title == answers.title, format!("the title is {:?}", own.title))?;
    check(own.files.len() == 1, format!("the server has {} files", own.files.len()))?;
    let stored = server.http().own_file(&receipt).await?;
    check(!holds_gps(&stored), "the photo still says where it was taken")?;
    Ok(receipt)
}

/// Presses the button of the form, whatever the browser's own checks would say: the rules are the server's.
async fn press_in_form(browser: &Browser, name: &str) -> Result {
    let script = "arguments[0].form.noValidate = true";
    let button = browser.find("button", name).await?;
    browser.run(script, vec![button.to_json()?]).await?;
    Ok(button.click().await?)
}

/// Looks the complaint up by its code, and reads it by its secret.
async fn track(browser: &Browser, receipt: &Receipt) -> Result {
    let texts = Lang::Id.tracking();
    browser.go_plain("/lacak").await?;
    browser.fill(texts.code, receipt.code.as_str()).await?;
    browser.press("button", texts.look_up).await?;
    browser.find_on_next("heading", &format!("{} {}", texts.case, receipt.code)).await?;
    let answers = Answers::default();
    check(!browser.says(answers.content).await?, "the code alone shows the content")?;
    browser.fill(texts.secret, receipt.secret.as_str()).await?;
    browser.press("button", texts.open).await?;
    browser.find_on_next("heading", answers.title).await?;
    browser.sees(answers.content).await
}

/// The recap is a table with bars, and its filters a form.
async fn recap(browser: &Browser) -> Result {
    browser.go_plain("/rekap").await?;
    browser.find("table", Lang::Id.recap().by_sector).await?;
    let script = "return [...document.querySelectorAll('td.bars-bar')].some(e => e.firstElementChild)";
    browser.until("bars in the table", script, vec![]).await?;
    let submit =
        "return document.querySelector('form[action=\"/rekap\"] [name=' + arguments[0] + ']') !== null";
    let has_filter: bool = browser.run(submit, vec![json!(Dimension::Sector.as_str())]).await?.convert()?;
    check(has_filter, "the filters are no form")
}
