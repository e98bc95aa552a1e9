//! A request that came on paper is entered at the counter and handed a receipt to print: by keyboard alone.

use shared::complaint::Channel;
use shared::lang::{Lang, fill};
use shared::request::{ApplicantKind, Obtain, RequestStep, SendBy};
use tests_e2e::{Browser, Look, Result, Scheme, Server, check};
use thirtyfour::Key;

const WHAT: &str = "Salinan rencana tata ruang wilayah Sigi";
const NAME: &str = "Pemohon di Loket";

/// Chooses one of several, of which none is chosen yet or the first one is.
async fn choose(browser: &Browser, name: &str) -> Result {
    browser.tab_to("radio", "").await?;
    browser.arrow_to(name).await
}

/// Types into fields in their order.
async fn type_into(browser: &Browser, fields: &[(&str, &str)]) -> Result {
    for (label, value) in fields {
        browser.tab_to("textbox", label).await?;
        browser.keys(value).await?;
    }
    Ok(())
}

/// Fills the form in from its top, where the focus is in its first field.
async fn fill_in(browser: &Browser) -> Result {
    let (lang, words) = (Lang::Id, Lang::Id.request());
    browser.arrow_to(lang.channel(Channel::Letter)).await?;
    choose(browser, lang.applicant_kind(ApplicantKind::Body)).await?;
    type_into(
        browser,
        &[
            (words.name, NAME),
            (words.deed, "AHU-0000001"),
            (words.address, "Jalan Contoh 2, Sigi"),
            (words.phone, "081200000001"),
            (words.what, WHAT),
            (words.purpose, "Perencanaan kebun"),
        ],
    )
    .await?;
    choose(browser, lang.obtain(Obtain::HardCopy)).await?;
    choose(browser, lang.send_by(SendBy::PickUp)).await
}

/// Number and secret, as paper gets them: all of what is to be kept, and nothing to be pressed.
async fn is_printed(server: &Server, browser: &Browser) -> Result<(String, String)> {
    let watch = "window.printed = 0; window.print = () => { window.printed += 1; }";
    browser.run(watch, vec![]).await?;
    browser.tab_to("button", Lang::Id.requesting().print).await?;
    browser.key(Key::Enter).await?;
    browser.until("the page to be printed", "return window.printed === 1", vec![]).await?;
    browser.show_as_print(Scheme::Light).await?;
    let kept = "return ['receipt-number', 'receipt-secret']
        .map(id => document.getElementById(id)).map(e => e.checkVisibility() ? e.textContent : '')";
    let kept: (String, String) = browser.run(kept, vec![]).await?.convert()?;
    let pressed = "return [...document.querySelectorAll('main button, main a')].filter(e => e.checkVisibility()).length";
    let pressed: u32 = browser.run(pressed, vec![]).await?.convert()?;
    check(pressed == 0, format!("{pressed} buttons and links are printed"))?;
    browser.sees(Lang::Id.request_step(RequestStep::Notice)).await?;
    let place = [&server.address, "/permohonan"].concat();
    browser.sees(&fill(Lang::Id.requesting().enter_follow, &[("address", &place)])).await?;
    browser.prefer(Scheme::Light).await?;
    Ok(kept)
}

#[tokio::test]
async fn what_came_on_paper_gets_a_number_and_a_receipt() -> Result {
    let (lang, texts) = (Lang::Id, Lang::Id.requesting());
    let server = Server::empty().await?;
    let mut main = server.seat("utama", "ppid_main").await?;
    let browser = Browser::open(&server).await?;
    let mut look = Look::default();
    browser.go("/petugas/permohonan").await?;
    browser.sign_in(&mut main).await?;
    browser.sees(texts.none).await?;
    browser.tab_to("link", texts.enter).await?;
    browser.key(Key::Enter).await?;
    browser.focus_reaches("heading", texts.enter).await?;
    check(browser.address().await? == "/petugas/permohonan/baru", "the form is somewhere else")?;
    look.at(&browser, "the form of the counter").await?;
    // What is missing is told at once, and the first of it has the focus.
    browser.tab_to("button", texts.enter_send).await?;
    browser.key(Key::Enter).await?;
    browser.focus_reaches("radio", lang.channel(Channel::Visit)).await?;
    look.at(&browser, "the form of the counter with what is missing").await?;
    fill_in(&browser).await?;
    browser.tab_to("button", texts.enter_send).await?;
    browser.key(Key::Enter).await?;
    browser.focus_reaches("heading", lang.request().registered).await?;
    look.at(&browser, "the receipt of the counter").await?;
    let (number, secret) = is_printed(&server, &browser).await?;
    check(!number.is_empty() && !secret.is_empty(), "number and secret are not printed")?;

    browser.tab_to("link", texts.enter_open).await?;
    browser.key(Key::Enter).await?;
    browser.focus_reaches("heading", &number).await?;
    browser.sees(WHAT).await?;
    browser.sees(lang.channel(Channel::Letter)).await?;
    for hidden in [NAME, &secret] {
        check(!browser.says(hidden).await?, format!("the request shows {hidden:?}"))?;
    }
    browser.press("button", lang.account().sign_out).await?;

    // Whoever asked finds it with what is on the paper.
    crate::requesting::open_own(&browser, &number, &secret).await?;
    browser.sees(WHAT).await?;
    look.finds_nothing()?;
    browser.end().await
}
