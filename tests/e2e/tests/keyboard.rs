//! The whole way by keyboard alone: nothing in it is clicked.

use shared::complaint::Class;
use shared::lang::Lang;
use tests_e2e::pages::{Answers, ReceiptPage, shell};
use tests_e2e::{Browser, Result, Server, Size};
use thirtyfour::Key;

#[tokio::test]
async fn a_complaint_is_filed_by_keyboard_alone() -> Result {
    let server = Server::empty().await?;
    let browser = Browser::open(&server).await?;
    browser.resize(Size::DESK).await?;
    let texts = Lang::Id.filing();
    let answers = Answers::default();
    browser.go("/").await?;

    browser.tab_to("link", shell().skip).await?;
    browser.tab_to("link", shell().nav_file).await?;
    browser.key(Key::Enter).await?;
    browser.arrives_at(texts.class_heading).await?;

    browser.tab_to("radio", Lang::Id.class(Class::Complaint)).await?;
    browser.arrow_to(Lang::Id.class(Class::Complaint)).await?;
    go_on(&browser, texts.what_heading).await?;

    browser.tab_to("textbox", texts.title).await?;
    browser.keys(answers.title).await?;
    browser.tab_to("textbox", texts.content).await?;
    browser.keys(answers.content).await?;
    go_on(&browser, texts.place_heading).await?;

    browser.tab_to("textbox", texts.place_words).await?;
    browser.keys(answers.place).await?;
    go_on(&browser, texts.sector_heading).await?;

    browser.tab_to("textbox", texts.sector_search).await?;
    browser.keys(answers.sector.0).await?;
    browser.tab_to("radio", answers.sector.1).await?;
    browser.arrow_to(answers.sector.1).await?;
    go_on(&browser, texts.files_heading).await?;

    browser.tab_to("button", texts.choose_files).await?;
    go_on(&browser, texts.protection_heading).await?;

    browser.tab_to("radio", texts.officials_yes).await?;
    browser.arrow_to(texts.officials_no).await?;
    browser.tab_to("switch", texts.anonymous).await?;
    browser.tab_to("switch", texts.confidential).await?;
    browser.keys(" ").await?;
    browser.tab_to("textbox", texts.name).await?;
    browser.keys("Warga Contoh").await?;
    go_on(&browser, texts.review_heading).await?;

    browser.tab_to("button", texts.send).await?;
    browser.key(Key::Enter).await?;
    let receipt = ReceiptPage::arrived(&browser).await?.receipt().await?;
    let own = server.http().own_view(&receipt).await?.own.ok_or("the secret opens nothing")?;
    assert!(own.anonymous && own.confidential && own.identified && !own.sealed, "{own:?}");

    browser.tab_to("link", Lang::Id.receipt().open).await?;
    browser.key(Key::Enter).await?;
    browser.arrives_at(Lang::Id.tracking().case).await?;
    browser.end().await
}

async fn go_on(browser: &Browser, heading: &str) -> Result {
    browser.tab_to("button", Lang::Id.filing().next).await?;
    browser.key(Key::Enter).await?;
    browser.arrives_at(heading).await
}
