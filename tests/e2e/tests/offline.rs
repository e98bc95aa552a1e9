//! Filing without a connection.

use shared::lang::Lang;
use shared::lang::public::KeptTexts;
use tests_e2e::pages::{Answers, FormPage, ReceiptPage, shell};
use tests_e2e::{Browser, Line, Result, Server, check, holds_gps, photo_file, photo_with_gps};

fn kept() -> &'static KeptTexts {
    Lang::Id.kept()
}

/// How many complaints the server has.
async fn filed(server: &Server) -> Result<u64> {
    Ok(server.http().recap("by=stage").await?.total)
}

#[tokio::test]
async fn what_was_filed_without_a_connection_is_sent_by_itself_once() -> Result {
    let server = Server::empty().await?;
    let mut line = Line::to(&server).await?;
    let browser = Browser::open_with(&line.address, tempfile::tempdir()?).await?;
    let answers = Answers::default();
    let (_folder, photo) = photo_file(&photo_with_gps()?)?;
    let form = FormPage::open(&browser).await?;
    form.up_to_files(&answers).await?;
    // Nobody is that quick: by the time people have written so much, the worker has everything.
    browser.has_copy_of("/adukan").await?;

    line.cut().await;
    browser.is_told_offline(true).await?;
    browser.sees(shell().offline_now).await?;
    form.attach(&photo).await?;
    browser.sees("jembatan.jpg").await?;
    form.files().await?;
    form.protection().await?;
    browser.press("button", Lang::Id.filing().send).await?;
    browser.sees(kept().waiting).await?;
    browser.arrives_at(Lang::Id.filing().class_heading).await?;
    browser.keeps("outbox", 1).await?;
    browser.press("link", shell().title).await?;
    browser.sees(&Lang::Id.kept_in_short(1, 0, 0)).await?;
    check(filed(&server).await? == 0, "it arrived over a line that is cut")?;

    line.mend().await?;
    browser.is_told_offline(false).await?;
    browser.sees(&Lang::Id.kept_in_short(0, 1, 0)).await?;
    check(filed(&server).await? == 1, format!("the server has {} complaints", filed(&server).await?))?;
    browser.press("link", kept().look).await?;
    browser.sees(kept().received).await?;
    browser.press("button", kept().show_receipt).await?;
    let page = ReceiptPage::arrived(&browser).await?;
    let receipt = page.receipt().await?;
    let view = server.http().own_view(&receipt).await?;
    let files = view.own.map(|own| own.files.len());
    check(files == Some(1), format!("the server has {files:?} files"))?;
    // What was sent is not sent again, by whatever makes a page try.
    browser.reload().await?;
    browser.press("button", kept().put_away).await?;
    browser.keeps("outbox", 0).await?;
    check(filed(&server).await? == 1, "it was filed twice")?;
    browser.keeps("files", 0).await
}

#[tokio::test]
async fn what_waited_with_a_photo_in_a_closed_browser_is_sent_at_the_next_opening() -> Result {
    let server = Server::empty().await?;
    let mut line = Line::to(&server).await?;
    let browser = Browser::open_with(&line.address, tempfile::tempdir()?).await?;
    let (_folder, photo) = photo_file(&photo_with_gps()?)?;
    let answers = Answers::default();
    let form = FormPage::open(&browser).await?;
    form.up_to_files(&answers).await?;
    browser.has_copy_of("/adukan").await?;
    line.cut().await;
    browser.is_told_offline(true).await?;
    form.attach(&photo).await?;
    browser.sees(Lang::Id.filing().file_held).await?;
    form.files().await?;
    form.protection().await?;
    browser.press("button", Lang::Id.filing().send).await?;
    browser.sees(kept().waiting).await?;
    browser.keeps("files", 1).await?;
    let profile = browser.close().await?;
    line.mend().await?;
    check(filed(&server).await? == 0, "it was sent by a browser that is closed")?;

    let browser = Browser::open_with(&line.address, profile).await?;
    browser.go("/").await?;
    browser.sees(&Lang::Id.kept_in_short(0, 1, 0)).await?;
    browser.press("link", kept().look).await?;
    browser.press("button", kept().show_receipt).await?;
    let receipt = ReceiptPage::arrived(&browser).await?.receipt().await?;
    check(!holds_gps(&server.http().own_file(&receipt).await?), "the photo still says where it was taken")?;
    browser.keeps("files", 0).await?;
    check(filed(&server).await? == 1, format!("the server has {} complaints", filed(&server).await?))
}

#[tokio::test]
async fn what_waits_can_be_changed_and_what_is_refused_comes_back() -> Result {
    let server = Server::empty().await?;
    let mut line = Line::to(&server).await?;
    let browser = Browser::open_with(&line.address, tempfile::tempdir()?).await?;
    let texts = Lang::Id.filing();
    let form = FormPage::open(&browser).await?;
    form.up_to_review(&Answers::default()).await?;
    browser.has_copy_of("/adukan").await?;
    line.cut().await;
    browser.press("button", texts.send).await?;
    browser.sees(kept().waiting).await?;
    browser.press("button", kept().change).await?;
    browser.arrives_at(texts.review_heading).await?;
    browser.keeps("outbox", 0).await?;
    browser.press("button", texts.send).await?;
    browser.sees(kept().waiting).await?;

    // As if the sector had gone from the office's list meanwhile.
    let spoil = "
        const done = arguments[0];
        indexedDB.open('tanggap').onsuccess = ({ target: { result } }) => {
          const store = result.transaction('outbox', 'readwrite').objectStore('outbox');
          store.getAll().onsuccess = ({ target: { result: [record] } }) => {
            const body = JSON.stringify({ ...JSON.parse(record.body), sector: 'tidak-ada' });
            store.put({ ...record, body }, record.key).onsuccess = () => { result.close(); done(true); };
          };
        };";
    browser.driver.execute_async(spoil, Vec::new()).await?;
    line.mend().await?;
    browser.press("button", kept().send_now).await?;
    browser.sees(kept().refused).await?;
    browser.press("button", kept().mend).await?;
    browser.arrives_at(texts.sector_heading).await?;
    check(filed(&server).await? == 0, "what was refused is filed")
}
