//! The operator brings in what another system counted, while people look.

use std::process::Output;

use shared::lang::Lang;
use tests_e2e::pages::RecapPage;
use tests_e2e::{Browser, Result, Server, check};

const COMPLAINTS: &str = "../../server/seed/data/complaints-2020-06.csv";
const RECAP: &str = "../../server/seed/data/recap-2020-06.csv";

#[tokio::test]
async fn an_import_shows_the_published_recap_row_for_row() -> Result {
    let server = Server::empty().await?;
    let browser = Browser::open(&server).await?;
    let texts = Lang::Id.recap();
    browser.go("/rekap").await?;
    browser.sees(texts.nothing_yet).await?;

    let import =
        || -> Result<Output> { Ok(server.command(&["import", "complaints", COMPLAINTS])?.output()?) };
    let first = import()?;
    check(first.status.success(), format!("the import failed: {}", String::from_utf8_lossy(&first.stderr)))?;
    // Nobody has touched the page.
    let page = RecapPage { browser: &browser };
    page.is_drawn().await?;
    page.total_becomes(26).await?;
    let again = import()?;
    check(again.status.success(), "the same import again failed")?;

    let page = RecapPage::open(&browser, "?as_of=2020-06-30&stage=disposed").await?;
    let (rows, (_, sum)) = page.table(texts.by_sector).await?;
    let found: Vec<(String, u64)> =
        rows.into_iter().filter_map(|(name, numbers)| Some((name, *numbers.last()?))).collect();
    let mut expected = Vec::new();
    for row in csv::Reader::from_path(RECAP)?.records() {
        let row = row?;
        expected.push((row[1].to_owned(), row[2].parse::<u64>()?));
    }
    check(expected.len() == 9, "the published recap has nine rows")?;
    check(found == expected, format!("the table says {found:?}"))?;
    check(sum.last() == Some(&26), format!("its sum is {sum:?}"))?;
    check(page.total().await? == 26, "the total is not 26")?;
    browser.end().await
}
