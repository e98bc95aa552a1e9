//! Figures for the staff, and who else has a case open.

use shared::lang::{Lang, fill};
use tests_e2e::{Browser, Look, Result, Server, a_filing, check};

const TITLE: &str = "Lampu jalan padam di depan pasar";

#[tokio::test]
async fn figures_are_read_and_downloaded() -> Result {
    let server = Server::demo().await?;
    let texts = Lang::Id.figures();
    let mut coordinator = server.seat("petugas-uji", "coordinator").await?;
    let browser = Browser::open(&server).await?;
    browser.go("/petugas/angka").await?;
    browser.sign_in(&mut coordinator).await?;
    browser.find("region", texts.agencies).await?;
    let mut look = Look::default();
    look.at(&browser, "figures").await?;
    let kind: String = browser
        .until(
            "the file",
            "window.__file ??= fetch(document.querySelector('a[href*=\".xlsx\"]').href)
                .then(answer => answer.headers.get('content-type')).then(kind => window.__kind = kind);
             return window.__kind",
            vec![],
        )
        .await?
        .convert()?;
    check(kind.contains("spreadsheetml"), &kind)?;
    // A time that ends before it begins is told, and the page goes on.
    browser.pick(texts.to, "2020-01-01").await?;
    browser.find("alert", "").await?;
    browser.pick(texts.from, "2020-01-01").await?;
    browser.find("region", texts.agencies).await?;
    look.finds_nothing()?;
    browser.end_after(&[422]).await
}

#[tokio::test]
async fn two_who_open_a_case_know_of_each_other() -> Result {
    let server = Server::empty().await?;
    let filed = server.http().file(&a_filing(TITLE), 1).await?;
    let mut first = server.seat("koordinator-satu", "coordinator").await?;
    let mut second = server.seat("koordinator-dua", "coordinator").await?;
    let case = ["/petugas/aduan/", &filed.code].concat();
    let one = Browser::open(&server).await?;
    one.go(&case).await?;
    one.sign_in(&mut first).await?;
    one.sees(TITLE).await?;
    let other = Browser::open(&server).await?;
    other.go(&case).await?;
    other.sign_in(&mut second).await?;
    other.sees(&fill(Lang::Id.desk().others, &[("names", "koordinator-satu")])).await?;
    other.end().await?;
    one.end().await
}
