//! Going from page to page.

use shared::lang::Lang;
use tests_e2e::pages::shell;
use tests_e2e::{Browser, Result, Server, check};

#[tokio::test]
async fn focus_and_title_follow() -> Result {
    let server = Server::demo().await?;
    let browser = Browser::open(&server).await?;
    browser.go("/").await?;
    browser.find("heading", Lang::Id.home().title).await?;
    let pages = [
        (shell().nav_file, Lang::Id.filing().class_heading),
        (shell().nav_track, Lang::Id.tracking().heading),
        (shell().nav_recap, Lang::Id.recap().title),
        (shell().title, Lang::Id.home().title),
    ];
    for (link, heading) in pages {
        browser.press("link", link).await?;
        browser.arrives_at(heading).await?;
    }
    browser.driver.back().await?;
    browser.arrives_at(Lang::Id.recap().title).await?;
    browser.end().await
}

#[tokio::test]
async fn the_first_page_answers_three_questions() -> Result {
    let server = Server::demo().await?;
    let browser = Browser::open(&server).await?;
    let texts = Lang::Id.home();
    browser.go("/").await?;
    let counted = "return /\\d/.test(document.querySelector('.way-figure')?.innerText)";
    browser.until("figures on the first page", counted, vec![]).await?;
    browser.press("link", texts.file_button).await?;
    browser.arrives_at(Lang::Id.filing().class_heading).await?;
    browser.driver.back().await?;
    browser.press("link", texts.recap_button).await?;
    browser.arrives_at(Lang::Id.recap().title).await?;
    browser.driver.back().await?;
    let unknown = shared::complaint::TrackingCode::from_random([5; 9]).to_string();
    browser.fill(texts.code, &unknown).await?;
    browser.press("button", texts.track_button).await?;
    browser.arrives_at(&format!("{} {unknown}", Lang::Id.tracking().case)).await?;
    browser.end_after(&[404]).await
}

#[tokio::test]
async fn an_address_that_leads_nowhere_says_so() -> Result {
    let server = Server::empty().await?;
    let browser = Browser::open(&server).await?;
    browser.go("/").await?;
    let script = "history.pushState(null, '', '/tidak-ada'); dispatchEvent(new PopStateEvent('popstate'))";
    browser.run(script, vec![]).await?;
    browser.find("heading", shell().not_found).await?;
    let answer = server.http().get("/tidak-ada").await?;
    check(answer.status() == 404, format!("the server answers {}", answer.status()))?;
    browser.end().await
}

#[tokio::test]
async fn a_theme_that_was_chosen_stays() -> Result {
    let server = Server::empty().await?;
    let browser = Browser::open(&server).await?;
    browser.go("/").await?;
    let ground = "return getComputedStyle(document.body).backgroundColor";
    let light: String = browser.run(ground, vec![]).await?.convert()?;
    browser.press("button", shell().theme_auto).await?;
    browser.press("button", shell().theme_light).await?;
    browser.find("button", shell().theme_dark).await?;
    browser.reload().await?;
    browser.find("button", shell().theme_dark).await?;
    let dark: String = browser.run(ground, vec![]).await?.convert()?;
    check(light != dark, format!("light and dark are both {light}"))?;
    browser.end().await
}
