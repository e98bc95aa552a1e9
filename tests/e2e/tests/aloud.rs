//! A page is read aloud: in its order, as words are said, and nothing that nobody else may hear.

use shared::lang::Lang;
use shared::lang::public::AloudTexts;
use shared::speech::{spelled, spoken};
use tests_e2e::pages::{Answers, FormPage, ReceiptPage, shell};
use tests_e2e::{Browser, Look, Result, Server, check};
use thirtyfour::Key;

const TEXTS: &AloudTexts = Lang::Id.aloud();
/// Which passage is marked.
const MARKED: &str =
    "return [...document.querySelectorAll('.aloud-now')].map(e => e.innerText.trim()).join('|')";

#[tokio::test]
async fn a_page_is_read_in_its_order() -> Result {
    let server = Server::empty().await?;
    let browser = Browser::open(&server).await?;
    browser.record_voice().await?;
    browser.go("/adukan").await?;
    check(!browser.has("button", TEXTS.open).await?, "there is a button, and no voice")?;
    browser.finds_voices(&[("en-GB", true), ("id-ID", false)]).await?;
    check(!browser.has("button", TEXTS.open).await?, "a voice that is not the device's own would read")?;
    browser.finds_voices(&[("en-GB", true), ("id-ID", false), ("id-ID", true)]).await?;

    browser.press("button", TEXTS.open).await?;
    browser.is_saying().await?;
    browser.focus_reaches("button", TEXTS.pause).await?;
    let filing = Lang::Id.filing();
    let said = browser.hears_everything().await?;
    check(said.iter().all(|said| said.lang == "id-ID" && said.rate == 1.0), format!("{said:?}"))?;
    let words: Vec<&str> = said.iter().map(|said| said.text.as_str()).collect();
    let mut rest = words.iter();
    for expected in [filing.class_heading, filing.class, Lang::Id.class(shared::complaint::Class::Complaint)]
    {
        check(
            rest.any(|word| *word == expected),
            format!("{expected:?} is not said in its turn: {words:?}"),
        )?;
    }
    let button = [TEXTS.button, ": ", filing.next].concat();
    check(words.last() == Some(&button.as_str()), format!("the last is {:?}", words.last()))?;
    browser.sees(TEXTS.done).await?;

    browser.press("button", TEXTS.open).await?;
    browser.end().await
}

#[tokio::test]
async fn people_rest_step_and_slow_down() -> Result {
    let server = Server::empty().await?;
    let browser = Browser::open(&server).await?;
    browser.record_voice().await?;
    browser.go("/panduan").await?;
    browser.finds_voices(&[("ms-MY", true)]).await?;
    browser.press("button", TEXTS.open).await?;
    let first = browser.is_saying().await?;
    let marked = async || -> Result<String> { Ok(browser.run(MARKED, vec![]).await?.convert()?) };
    check(
        spoken(Lang::Id, &marked().await?) == first,
        format!("{first:?} is said, {:?} marked", marked().await?),
    )?;
    browser.sees(&["Bagian 1 dari"].concat()).await?;

    browser.press("button", TEXTS.pause).await?;
    check(browser.is_silent().await?, "it goes on through the rest")?;
    browser.press("button", TEXTS.go_on).await?;
    check(browser.is_saying().await? == first, "after a rest it is somewhere else")?;
    browser.press("button", TEXTS.next).await?;
    let second = browser.is_saying().await?;
    check(second != first, "the next is the same")?;
    browser.press("button", TEXTS.slowly).await?;
    check(browser.is_saying().await? == second, "slowly it says something else")?;
    let said = browser.said().await?;
    check(said.last().is_some_and(|said| said.rate < 1.0), format!("it is not slow: {:?}", said.last()))?;
    browser.press("button", TEXTS.before).await?;
    check(browser.is_saying().await? == first, "the one before is another")?;
    browser.loses_voice().await?;
    browser.sees(TEXTS.failed).await?;
    browser.press("button", TEXTS.go_on).await?;
    check(browser.is_saying().await? == first, "after a failure it does not go on")?;

    browser.key(Key::Escape).await?;
    browser.focus_reaches("button", TEXTS.open).await?;
    check(browser.is_silent().await? && marked().await?.is_empty(), "it goes on after its end")?;
    browser.press("button", TEXTS.open).await?;
    browser.is_saying().await?;
    browser.press("link", shell().nav_track).await?;
    browser.arrives_at(Lang::Id.tracking().heading).await?;
    browser.is_gone("button", TEXTS.pause).await?;
    check(browser.is_silent().await?, "it reads a page that was left")?;
    browser.end().await
}

#[tokio::test]
async fn what_opens_a_complaint_is_not_said() -> Result {
    let server = Server::empty().await?;
    let browser = Browser::open(&server).await?;
    browser.record_voice().await?;
    let form = FormPage::open(&browser).await?;
    form.up_to_review(&Answers::default()).await?;
    form.send().await?;
    let receipt = ReceiptPage::arrived(&browser).await?.receipt().await?;
    browser.finds_voices(&[("id-ID", true)]).await?;
    browser.press("button", TEXTS.open).await?;
    browser.is_saying().await?;
    let said = browser.hears_everything().await?;
    let all: Vec<_> = said.into_iter().map(|said| said.text).collect();
    let code = spelled(&receipt.code.to_string());
    check(all.contains(&code), format!("the code {code:?} is not said: {all:?}"))?;
    let run = all.concat().replace([' ', '-', ','], "").to_lowercase();
    let secret = receipt.secret.as_str().to_lowercase();
    check(!run.contains(&secret[..6]) && !run.contains("http"), format!("it says too much: {all:?}"))?;
    browser.end().await
}

#[tokio::test]
async fn the_bar_is_for_everyone() -> Result {
    let server = Server::empty().await?;
    let browser = Browser::open(&server).await?;
    browser.record_voice().await?;
    browser.go("/lacak").await?;
    browser.finds_voices(&[("id-ID", true)]).await?;
    browser.press("button", TEXTS.open).await?;
    browser.is_saying().await?;
    let mut look = Look::default();
    look.at(&browser, "a page that is read aloud").await?;
    look.finds_nothing()?;
    browser.end().await
}
