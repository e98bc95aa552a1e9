//! The service worker: pages without a connection, new versions, and what other apps share.

use serde_json::json;
use shared::lang::Lang;
use shared::lang::public::KeptTexts;
use tests_e2e::pages::{FormPage, RecapPage, shell};
use tests_e2e::{Browser, Line, Result, Server, check};

fn kept() -> &'static KeptTexts {
    Lang::Id.kept()
}

#[tokio::test]
async fn without_a_connection_the_form_and_the_last_recap_are_there() -> Result {
    let server = Server::demo().await?;
    let mut line = Line::to(&server).await?;
    let browser = Browser::open_with(&line.address, tempfile::tempdir()?).await?;
    let page = RecapPage::open(&browser, "").await?;
    page.is_live().await?;
    for path in ["/", "/adukan", "/rekap"] {
        browser.has_copy_of(path).await?;
    }
    browser.keeps("seen", 2).await?;
    let taken = "return document.querySelector('.moment-taken').innerText.match(/\\d+ \\w+ \\d{4}/)?.[0]";
    let taken: String = browser.until("the day of the figures", taken, vec![]).await?.convert()?;
    line.cut().await;

    browser.reload().await?;
    browser.find("heading", Lang::Id.recap().title).await?;
    browser.sees(Lang::Id.recap().stale).await?;
    check(browser.says(&taken).await?, format!("the recap does not say that it is of {taken}"))?;
    let total = "return /\\d/.test(document.querySelector('.tile-total .tile-value')?.innerText)";
    browser.until("figures", total, vec![]).await?;

    browser.press("link", shell().nav_file).await?;
    browser.arrives_at(Lang::Id.filing().class_heading).await?;
    browser.reload().await?;
    browser.find("heading", Lang::Id.filing().class_heading).await?;
    browser.driver.goto(format!("{}/lacak/AAA-AAA-AAA-A", line.address)).await?;
    browser.find("heading", "Tidak ada sambungan internet").await?;
    browser.press("link", "Menulis aduan").await?;
    browser.find("heading", Lang::Id.filing().class_heading).await?;

    // The interface is never answered from what is kept.
    let ask = "
        const done = arguments[0];
        fetch('/api/v1/meta').then(() => done('answered'), () => done('failed'));";
    let asked: String = browser.driver.execute_async(ask, Vec::new()).await?.convert()?;
    check(asked == "failed", "the interface was answered without a connection")
}

#[tokio::test]
async fn a_new_version_comes_in_when_people_ask_for_it() -> Result {
    let server = Server::empty().await?;
    let line = Line::to(&server).await?;
    let browser = Browser::open_with(&line.address, tempfile::tempdir()?).await?;
    let form = FormPage::open(&browser).await?;
    browser.has_copy_of("/adukan").await?;
    form.class().await?;
    browser.fill(Lang::Id.filing().title, "Lampu jalan padam").await?;
    browser.sees(kept().saved).await?;
    check(!browser.says(kept().newer).await?, "a first version is called a new one")?;

    // A worker that is kept by the way would hide every newer one.
    let worker = server.http().get("/sw.js").await?;
    let kept_by_the_way = worker.headers()["cache-control"].to_str().unwrap_or_default() != "no-cache";
    check(!kept_by_the_way, "the worker may be kept by the way")?;

    line.brings_news();
    let look = "navigator.serviceWorker.getRegistration().then(one => one.update())";
    browser.run(look, vec![]).await?;
    browser.sees(kept().newer).await?;
    browser.run("window.isOld = true", vec![]).await?;
    browser.press("button", kept().reload).await?;
    browser.until("the page to be loaded anew", "return !window.isOld", vec![]).await?;
    browser.find("heading", Lang::Id.filing().what_heading).await?;
    let title = browser.value(Lang::Id.filing().title).await?;
    check(title == "Lampu jalan padam", format!("the title is {title:?}"))?;
    check(!browser.says(kept().newer).await?, "the new version is still waiting")?;
    browser.end().await
}

#[tokio::test]
async fn a_shared_photo_begins_a_complaint() -> Result {
    let server = Server::empty().await?;
    let browser = Browser::open(&server).await?;
    FormPage::open(&browser).await?;
    browser.has_copy_of("/adukan").await?;
    // As the system does it: a navigation that posts a form.
    let share = "
        const form = document.createElement('form');
        Object.assign(form, { method: 'post', action: '/bagikan', enctype: 'multipart/form-data' });
        const input = document.createElement('input');
        Object.assign(input, { type: 'file', name: 'files', multiple: true });
        const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(arguments[0])], 'galeri.png', { type: 'image/png' }));
        input.files = data.files;
        form.append(input);
        document.body.append(form);
        form.submit();";
    let picture = image::RgbImage::from_pixel(8, 8, image::Rgb([200, 30, 30]));
    let mut png = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut png, image::ImageFormat::Png)?;
    browser.run(share, vec![json!(png.into_inner())]).await?;
    browser.sees(kept().shared).await?;
    check(browser.address().await? == "/adukan?langkah=lampiran", "the form did not open")?;
    browser.keeps("files", 1).await?;
    browser.keeps("shared", 0).await?;
    browser.end().await
}
