//! A complaint with a photo, from a phone to the office and back.

use serde_json::json;
use shared::complaint::Stage;
use shared::lang::Lang;
use tests_e2e::pages::{Answers, CasePage, FormPage};
use tests_e2e::{Browser, Result, Server, check, holds_gps, photo_file, photo_with_gps};

/// Bytes per second of a village's network, so that progress is there to be seen.
const SLOW: u32 = 40_000;

#[tokio::test]
async fn a_photo_goes_up_and_comes_back_without_its_place() -> Result {
    let server = Server::demo().await?;
    let browser = Browser::open(&server).await?;
    let (filing, tracking) = (Lang::Id.filing(), Lang::Id.tracking());
    let answers = Answers::default();
    let (_folder, photo) = photo_file(&photo_with_gps()?)?;

    let form = FormPage::open(&browser).await?;
    form.up_to_files(&answers).await?;
    form.attach(&photo).await?;
    browser.sees(filing.file_held).await?;
    browser.find("image", &format!("{} jembatan.jpg", filing.preview)).await?;
    browser.slow_down(Some(SLOW)).await?;
    form.files().await?;
    form.protection().await?;
    browser.find("progressbar", "jembatan.jpg").await?;
    browser.slow_down(None).await?;
    browser.sees(filing.file_ready).await?;

    for expected in
        [answers.title, answers.content, answers.place, "Kota Palu", answers.sector.1, "jembatan.jpg"]
    {
        check(browser.says(expected).await?, format!("the summary lacks {expected:?}"))?;
    }
    let page = form.send().await?;
    let receipt = page.receipt().await?;
    check(page.has_qr().await?, "the receipt has no QR picture")?;
    let link = page.link().await?;
    let own_link = format!("{}/lacak/{}#{}", server.address, receipt.code, receipt.secret.as_str());
    check(link == own_link, format!("the private link is {link}"))?;
    let deadlines = page.deadlines().await?;
    let has_day = |line: &String| line.contains("202") && line.contains("hari kerja");
    check(deadlines.len() >= 2 && deadlines.iter().any(has_day), format!("deadlines: {deadlines:?}"))?;

    let case = CasePage::open_own(&browser, &receipt).await?;
    let address = browser.driver.current_url().await?;
    check(address.fragment().is_none(), format!("the secret stays in the address bar: {address}"))?;
    case.is_at(Stage::Received).await?;
    browser.find("heading", answers.title).await?;
    browser.sees(answers.content).await?;
    let file = browser.find("button", tracking.save_file).await?;
    let stored = downloaded(&browser, &file).await?;
    check(stored.starts_with(&[0xff, 0xd8, 0xff]), "what comes back is no JPEG")?;
    check(!holds_gps(&stored), "what comes back still says where it was taken")?;
    browser.end().await
}

/// Presses a file's button and reads what the page hands over to the browser.
async fn downloaded(browser: &Browser, button: &thirtyfour::WebElement) -> Result<Vec<u8>> {
    let script = "
        window.handed = null;
        const make = URL.createObjectURL;
        URL.createObjectURL = blob => {
          blob.arrayBuffer().then(bytes => { window.handed = [...new Uint8Array(bytes)]; });
          return make.call(URL, blob);
        };";
    browser.run(script, vec![]).await?;
    button.click().await?;
    Ok(browser.until("a file to be handed over", "return window.handed", vec![]).await?.convert()?)
}

#[tokio::test]
async fn who_filed_can_add_to_it_and_take_it_back() -> Result {
    let server = Server::empty().await?;
    let browser = Browser::open(&server).await?;
    let texts = Lang::Id.tracking();
    let form = FormPage::open(&browser).await?;
    form.up_to_review(&Answers::default()).await?;
    let receipt = form.send().await?.receipt().await?;
    browser.press("link", Lang::Id.receipt().open).await?;
    let case = CasePage::arrived(&browser, &receipt).await?;
    case.is_open().await?;

    let addition = "Tadi pagi satu tiang penyangganya ikut hanyut.";
    browser.fill(texts.message_label, addition).await?;
    browser.press("button", texts.send_message).await?;
    browser.sees(texts.sent).await?;
    let story = "
        const lines = [...document.querySelectorAll('.story-text')];
        return lines.some(e => e.innerText === arguments[0])";
    browser.until("the addition in the story", story, vec![json!(addition)]).await?;
    check(browser.value(texts.message_label).await?.is_empty(), "the field still holds what was sent")?;

    browser.press("button", texts.withdraw).await?;
    browser.sees(texts.withdraw_lead).await?;
    browser.press("button", texts.keep).await?;
    browser.focus_reaches("button", texts.withdraw).await?;
    case.is_at(Stage::Received).await?;
    browser.press("button", texts.withdraw).await?;
    browser.press("button", texts.send_withdraw).await?;
    case.is_at(Stage::Archived).await?;
    browser.is_gone("textbox", texts.message_label).await?;
    let view = server.http().own_view(&receipt).await?;
    check(view.stage == Stage::Archived, format!("the server says {}", view.stage))?;
    browser.end().await
}
