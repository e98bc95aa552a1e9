//! Larger letters and wider lines: nothing is cut off, covered, or wider than the screen; and every page can be walked
//! through by the tabulator.

use tests_e2e::pages::{Answers, CasePage, FormPage};
use tests_e2e::{Browser, Result, Server, Size, check};

/// Letters of twice the size (WCAG 1.4.4), where browsers let people choose it without zooming.
const LARGE: &str = "document.documentElement.style.fontSize = '200%'";

/// The distances that every page must bear (WCAG 1.4.12).
const WIDE: &str = "
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
        * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
        p { margin-bottom: 2em !important; }`);
    document.adoptedStyleSheets = [sheet];";

/// Does something on every public page and in its main states.
async fn on_every_page(act: impl AsyncFn(&Browser, &str) -> Result) -> Result {
    let mut server = Server::demo().await?;
    let browser = Browser::open(&server).await?;
    for path in [
        "/",
        "/lacak",
        "/rekap?as_of=2020-06-30",
        "/informasi",
        "/informasi/1",
        "/panduan",
        "/gaya",
        "/adukan",
        "/tidak-ada",
    ] {
        browser.go(path).await?;
        // The page of all parts shows for good what others show while they wait.
        if path != "/gaya" {
            browser.has_everything().await?;
        }
        act(&browser, path).await?;
    }
    let form = FormPage::open(&browser).await?;
    form.class().await?;
    act(&browser, "the form's second step").await?;
    form.what(&Answers::default()).await?;
    act(&browser, "the form's third step").await?;
    form.place(&Answers::default()).await?;
    act(&browser, "the form's fourth step").await?;
    form.sector(&Answers::default()).await?;
    form.files().await?;
    act(&browser, "the form's sixth step").await?;
    form.protection().await?;
    act(&browser, "the form's summary").await?;
    let receipt =
        server.demo_receipt(|view| view.own.as_ref().is_some_and(|own| !own.actions.is_empty())).await?;
    CasePage::open_own(&browser, &receipt).await?;
    browser.has_everything().await?;
    act(&browser, "a complaint").await
}

#[tokio::test]
async fn letters_of_twice_the_size_have_room() -> Result {
    on_every_page(async |browser, page| {
        browser.run(LARGE, vec![]).await?;
        browser.is_at_rest(Size::PHONE).await?;
        browser.has_room(page).await?;
        browser.fits(Size::PHONE).await?;
        browser.run("document.documentElement.style.fontSize = ''", vec![]).await.map(|_| ())
    })
    .await
}

#[tokio::test]
async fn lines_and_letters_may_be_far_apart() -> Result {
    on_every_page(async |browser, page| {
        browser.run(WIDE, vec![]).await?;
        browser.is_at_rest(Size::PHONE).await?;
        browser.has_room(page).await?;
        browser.fits(Size::PHONE).await?;
        browser.run("document.adoptedStyleSheets = []", vec![]).await.map(|_| ())
    })
    .await
}

#[tokio::test]
async fn every_page_is_walked_through_by_the_tabulator() -> Result {
    on_every_page(async |browser, page| {
        let stops = browser.strolls(page).await?;
        check(stops > 6, format!("{page} has {stops} stops"))
    })
    .await
}

#[tokio::test]
async fn what_is_wrong_is_found() -> Result {
    let server = Server::empty().await?;
    let browser = Browser::open(&server).await?;
    let faults = [
        ("document.querySelector('h1').style.cssText = 'height: 8px; overflow: hidden'", "is cut off"),
        ("document.querySelector('main p').style.cssText = 'margin-top: -2.5rem'", "lies on"),
    ];
    for (spoil, expected) in faults {
        browser.go("/lacak").await?;
        browser.has_room("unspoilt").await?;
        browser.run(spoil, vec![]).await?;
        let told =
            browser.has_room("spoilt").await.map_or_else(|error| error.to_string(), |()| String::new());
        check(told.contains(expected), format!("{spoil} is not found: {told:?}"))?;
    }
    let faults = [
        (
            "document.querySelector('#code').style.cssText = 'outline: none; box-shadow: none'",
            "does not show its focus",
        ),
        (
            "document.querySelector('main button').setAttribute('aria-label', ' '); document.querySelector('main button').textContent = ''",
            "has no name",
        ),
        (
            "const e = document.createElement('div'); e.style.cssText = 'position: fixed; inset: 0; z-index: 9'; document.body.append(e)",
            "is hidden",
        ),
        (
            "document.querySelector('main form').style.cssText = 'display: flex; flex-direction: column-reverse'",
            "stands above",
        ),
    ];
    for (spoil, expected) in faults {
        browser.go("/lacak").await?;
        browser.run(spoil, vec![]).await?;
        let told = browser.strolls("spoilt").await.map_or_else(|error| error.to_string(), |_| String::new());
        check(told.contains(expected), format!("{spoil} is not found: {told:?}"))?;
    }
    browser.end().await
}
