//! The form when things are not right at once.

use shared::complaint::Class;
use shared::lang::Lang;
use shared::problem::Problem;
use shared::text::{CONTENT_MIN, TITLE_MIN};
use tests_e2e::pages::{Answers, CasePage, FormPage, shell};
use tests_e2e::{Browser, Result, Server, check};

#[tokio::test]
async fn what_is_wrong_is_summed_up_and_leads_to_its_field() -> Result {
    let server = Server::empty().await?;
    let browser = Browser::open(&server).await?;
    let texts = Lang::Id.filing();
    let form = FormPage::open(&browser).await?;

    browser.press("button", texts.next).await?;
    browser.focus_reaches("alert", "").await?;
    browser.find("heading", shell().problems).await?;
    browser.press("link", texts.class).await?;
    browser.focus_reaches("radio", Lang::Id.class(Class::Complaint)).await?;
    form.class().await?;

    browser.fill(texts.title, "Air").await?;
    browser.press("button", texts.next).await?;
    let too_short = Lang::Id.problem(Problem::TooShort(TITLE_MIN));
    browser.sees(&format!("{}: {too_short}", texts.title)).await?;
    browser.sees(&format!("{}: {}", texts.content, Lang::Id.problem(Problem::Required))).await?;
    let title = browser.find("textbox", texts.title).await?;
    check(
        title.attr("aria-invalid").await?.as_deref() == Some("true"),
        "the field does not say that it is wrong",
    )?;
    let described = "
        const ids = (arguments[0].getAttribute('aria-describedby') ?? '').split(' ');
        return ids.map(id => document.getElementById(id)?.innerText ?? '').join(' ')";
    let described: String = browser.run(described, vec![title.to_json()?]).await?.convert()?;
    check(described.contains(&too_short), format!("the field is described by {described:?}"))?;

    browser.press("link", texts.content).await?;
    browser.focus_reaches("textbox", texts.content).await?;
    browser.keys("Terlalu pendek").await?;
    browser.sees(&Lang::Id.problem(Problem::TooShort(CONTENT_MIN))).await?;
    browser.keys(", maka ditambah lagi.").await?;
    browser.is_gone("link", texts.content).await?;
    browser.fill(texts.title, "Air keruh").await?;
    browser.is_gone("heading", shell().problems).await?;
    form.next(texts.place_heading).await?;

    browser.press("button", texts.next).await?;
    browser.focus_reaches("alert", "").await?;
    browser.fill(texts.place_words, "Pasar").await?;
    form.next(texts.sector_heading).await?;
    browser.end().await
}

#[tokio::test]
async fn another_language_keeps_what_was_typed() -> Result {
    let server = Server::empty().await?;
    let browser = Browser::open(&server).await?;
    let form = FormPage::open(&browser).await?;
    form.class().await?;
    let answers = Answers::default();
    browser.fill(Lang::Id.filing().title, answers.title).await?;
    browser.fill(Lang::Id.filing().content, answers.content).await?;

    browser.press("button", "English").await?;
    let english = Lang::En.filing();
    browser.find("heading", english.what_heading).await?;
    let lang = "return document.documentElement.lang";
    check(
        browser.run(lang, vec![]).await?.convert::<String>()? == "en",
        "the page does not say that it is English",
    )?;
    for (label, text) in [(english.title, answers.title), (english.content, answers.content)] {
        let found = browser.value(label).await?;
        check(found == text, format!("{label:?} now holds {found:?}"))?;
    }
    browser.press("button", english.next).await?;
    browser.arrives_at(english.place_heading).await?;

    browser.reload().await?;
    browser.find("heading", english.place_heading).await?;
    browser.press("button", "Bahasa Indonesia").await?;
    browser.find("heading", Lang::Id.filing().place_heading).await?;
    browser.end().await
}

#[tokio::test]
async fn the_back_button_goes_back_one_step_and_keeps_everything() -> Result {
    let server = Server::empty().await?;
    let browser = Browser::open(&server).await?;
    let texts = Lang::Id.filing();
    let answers = Answers::default();
    let form = FormPage::open(&browser).await?;
    form.class().await?;
    form.what(&answers).await?;
    browser.driver.back().await?;
    browser.arrives_at(texts.what_heading).await?;
    check(browser.value(texts.title).await? == answers.title, "the title is gone")?;
    browser.press("link", texts.back).await?;
    browser.arrives_at(texts.class_heading).await?;

    // An address that is further than the form has come leads to the first open step.
    browser.press("link", shell().nav_recap).await?;
    browser.find("heading", Lang::Id.recap().title).await?;
    browser.press("link", shell().nav_file).await?;
    browser.find("heading", texts.class_heading).await?;
    browser.press("button", texts.next).await?;
    browser.find("heading", texts.what_heading).await?;
    check(
        browser.value(texts.content).await? == answers.content,
        "the content did not survive another page",
    )?;
    browser.end().await
}

#[tokio::test]
async fn the_phones_position_is_place_enough() -> Result {
    let server = Server::empty().await?;
    let browser = Browser::open(&server).await?;
    let texts = Lang::Id.filing();
    let answers = Answers::default();
    let form = FormPage::open(&browser).await?;
    form.class().await?;
    form.what(&answers).await?;
    browser.place_at(None).await?;
    browser.press("button", texts.use_position).await?;
    browser.sees(texts.position_refused).await?;

    browser.place_at(Some((-0.898_58, 119.850_4))).await?;
    browser.press("button", texts.use_position).await?;
    browser.sees(&format!("{} −0.89858, 119.85040", texts.position_kept)).await?;
    browser.press("button", texts.remove_position).await?;
    browser.press("button", texts.use_position).await?;
    browser.sees(texts.position_kept).await?;
    form.next(texts.sector_heading).await?;
    form.sector(&answers).await?;
    form.files().await?;
    form.protection().await?;
    browser.sees("−0.89858, 119.85040").await?;
    let receipt = form.send().await?.receipt().await?;
    CasePage::open_own(&browser, &receipt).await?;
    browser.sees("−0.89858, 119.85040").await?;
    browser.end().await
}
