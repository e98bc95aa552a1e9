//! What is typed stays on the phone, for as long as its user wants it to.

use shared::lang::Lang;
use shared::lang::public::KeptTexts;
use tests_e2e::pages::{Answers, FormPage, shell};
use tests_e2e::{Browser, Result, Server, check, photo_file, photo_with_gps};

fn kept() -> &'static KeptTexts {
    Lang::Id.kept()
}

#[tokio::test]
async fn a_draft_survives_closing_with_its_photo() -> Result {
    let server = Server::demo().await?;
    let browser = Browser::open(&server).await?;
    let texts = Lang::Id.filing();
    let answers = Answers::default();
    let (_folder, photo) = photo_file(&photo_with_gps()?)?;
    let form = FormPage::open(&browser).await?;
    form.up_to_files(&answers).await?;
    form.attach(&photo).await?;
    browser.sees(texts.file_held).await?;
    browser.sees(kept().saved).await?;
    browser.keeps("files", 1).await?;
    let profile = browser.close().await?;

    let browser = Browser::open_with(&server.address, profile).await?;
    let form = FormPage::open(&browser).await?;
    browser.find("heading", kept().heading).await?;
    browser.press("button", &format!("{} “{}”", kept().go_on, answers.title)).await?;
    browser.arrives_at(texts.protection_heading).await?;
    browser.upload_of_draft().await?;
    browser.press("link", texts.back).await?;
    browser.arrives_at(texts.files_heading).await?;
    browser.sees("jembatan.jpg").await?;
    browser.sees(texts.file_ready).await?;
    form.files().await?;
    form.protection().await?;
    for expected in [answers.title, answers.content, answers.place, "Kota Palu", answers.sector.1] {
        check(browser.says(expected).await?, format!("the summary lacks {expected:?}"))?;
    }
    let receipt = form.send().await?.receipt().await?;
    let view = server.http().own_view(&receipt).await?;
    let files = view.own.map(|own| own.files.len());
    check(files == Some(1), format!("the server has {files:?} files"))?;
    browser.keeps("drafts", 0).await?;
    browser.keeps("files", 0).await?;
    browser.end().await
}

#[tokio::test]
async fn a_page_that_is_loaded_anew_goes_on_where_it_was() -> Result {
    let server = Server::empty().await?;
    let browser = Browser::open(&server).await?;
    let form = FormPage::open(&browser).await?;
    form.class().await?;
    form.what(&Answers::default()).await?;
    browser.keeps("drafts", 1).await?;
    browser.reload().await?;
    browser.find("heading", Lang::Id.filing().place_heading).await?;
    browser.press("link", Lang::Id.filing().back).await?;
    browser.arrives_at(Lang::Id.filing().what_heading).await?;
    let title = browser.value(Lang::Id.filing().title).await?;
    check(title == Answers::default().title, format!("the title is {title:?}"))?;
    browser.end().await
}

#[tokio::test]
async fn two_drafts_do_not_get_in_each_others_way() -> Result {
    let server = Server::empty().await?;
    let browser = Browser::open(&server).await?;
    let texts = Lang::Id.filing();
    let form = FormPage::open(&browser).await?;
    for title in ["Lampu jalan padam", "Air keruh sejak kemarin"] {
        form.class().await?;
        browser.fill(texts.title, title).await?;
        browser.sees(kept().saved).await?;
        browser.press("link", texts.back).await?;
        browser.press("button", kept().another).await?;
        browser.find("button", &format!("{} “{title}”", kept().go_on)).await?;
    }
    browser.press("button", &format!("{} “Lampu jalan padam”", kept().go_on)).await?;
    browser.arrives_at(texts.what_heading).await?;
    check(browser.value(texts.title).await? == "Lampu jalan padam", "another draft was opened")?;
    browser.press("link", texts.back).await?;
    browser.is_gone("button", &format!("{} “Lampu jalan padam”", kept().go_on)).await?;

    let remove = format!("{} “Air keruh sejak kemarin”", kept().remove);
    browser.press("button", &remove).await?;
    browser.is_gone("button", &remove).await?;
    browser.focus_reaches("button", kept().undo).await?;
    browser.press("button", kept().undo).await?;
    browser.press("button", &remove).await?;
    browser.keeps("drafts", 1).await?;
    browser.end().await
}

#[tokio::test]
async fn a_shared_phone_keeps_nothing() -> Result {
    let server = Server::empty().await?;
    let browser = Browser::open(&server).await?;
    let texts = Lang::Id.filing();
    let form = FormPage::open(&browser).await?;
    form.class().await?;
    browser.fill(texts.title, "Pungutan di kantor desa").await?;
    browser.sees(kept().saved).await?;
    browser.press("link", texts.back).await?;
    browser.unfold(kept().storing).await?;
    browser.choose("switch", kept().keep).await?;
    browser.find("heading", kept().wipe_heading).await?;
    browser.press("button", kept().wipe_not).await?;
    browser.keeps("drafts", 1).await?;
    browser.choose("switch", kept().keep).await?;
    browser.press("button", kept().wipe_now).await?;
    browser.sees(kept().wiped).await?;

    // What is in the form is not lost, and not written.
    browser.press("button", texts.next).await?;
    browser.arrives_at(texts.what_heading).await?;
    check(browser.value(texts.title).await? == "Pungutan di kantor desa", "the form was emptied")?;
    browser.fill(texts.content, "Setiap surat dimintai uang.").await?;
    browser.sees(kept().switched_off).await?;
    for store in ["drafts", "outbox", "files", "shared", "seen"] {
        browser.keeps(store, 0).await?;
    }
    let profile = browser.close().await?;
    let browser = Browser::open_with(&server.address, profile).await?;
    FormPage::open(&browser).await?;
    browser.find("heading", texts.class_heading).await?;
    check(!browser.has("heading", kept().heading).await?, "something was kept")?;
    browser.press("link", shell().title).await?;
    browser.find("heading", Lang::Id.home().title).await?;
    check(!browser.has("link", kept().look).await?, "something was kept")?;
    browser.end().await
}
