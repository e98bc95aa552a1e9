//! The recap's filters, tables and files.

use serde_json::json;
use shared::complaint::Class;
use shared::lang::Lang;
use shared::recap::Dimension;
use tests_e2e::pages::RecapPage;
use tests_e2e::{Browser, Result, Server, check};

#[tokio::test]
async fn filters_live_in_the_address() -> Result {
    let server = Server::demo().await?;
    let browser = Browser::open(&server).await?;
    let texts = Lang::Id.recap();
    let (sector, class) = (Lang::Id.dimension(Dimension::Sector), Lang::Id.dimension(Dimension::Class));
    let page = RecapPage::open(&browser, "").await?;
    let all = page.total().await?;

    browser.unfold(texts.filters).await?;
    browser.select(sector, "Listrik").await?;
    let chip = format!("{sector}: Listrik");
    page.chips_become(&[&chip]).await?;
    check(browser.address().await? == "/rekap?sector=listrik", "the sector is not in the address")?;
    let power = server.http().recap("by=stage&sector=listrik").await?.total;
    check(power > 0 && power < all, format!("{power} of {all} are about power"))?;
    page.total_becomes(power).await?;

    browser.select(class, Lang::Id.class(Class::Complaint)).await?;
    let class_chip = format!("{class}: {}", Lang::Id.class(Class::Complaint));
    page.chips_become(&[&class_chip, &chip]).await?;
    let both = server.http().recap("by=stage&sector=listrik&class=complaint").await?.total;
    page.total_becomes(both).await?;

    browser.reload().await?;
    page.is_drawn().await?;
    page.total_becomes(both).await?;
    page.chips_become(&[&class_chip, &chip]).await?;
    browser.driver.back().await?;
    page.total_becomes(power).await?;
    page.chips_become(&[&chip]).await?;
    browser.unfold(texts.filters).await?;
    check(browser.value(sector).await? == "listrik", "the list shows another sector")?;
    check(browser.value(class).await?.is_empty(), "the list still shows the class")?;

    browser.press("link", &texts.remove_filter.replace("{name}", &chip)).await?;
    page.chips_become(&[]).await?;
    page.total_becomes(all).await?;
    check(browser.address().await? == "/rekap", "the address still filters")?;
    browser.end().await
}

#[tokio::test]
async fn any_past_day_can_be_asked_for() -> Result {
    let server = Server::demo().await?;
    let browser = Browser::open(&server).await?;
    let texts = Lang::Id.recap();
    let page = RecapPage::open(&browser, "").await?;
    browser.unfold(texts.filters).await?;
    browser.pick(texts.as_of, "2020-06-30").await?;
    page.chips_become(&[&format!("{}: 30 Jun 2020", texts.as_of)]).await?;
    check(browser.address().await? == "/rekap?as_of=2020-06-30", "the day is not in the address")?;
    page.total_becomes(26).await?;
    browser.press("link", texts.end_of_last_month).await?;
    let day = "return new URL(location).searchParams.get('as_of')";
    let day: String = browser.run(day, vec![]).await?.convert()?;
    page.total_becomes(server.http().recap(&format!("by=stage&as_of={day}")).await?.total).await?;

    browser.go("/rekap?as_of=2999-01-01&sector=listrik").await?;
    browser.sees(texts.bad_filter).await?;
    browser.press("link", texts.remove_all).await?;
    page.is_drawn().await?;
    browser.end_after(&[422]).await
}

#[tokio::test]
async fn every_chart_has_its_table_and_its_files() -> Result {
    let server = Server::demo().await?;
    let browser = Browser::open(&server).await?;
    let texts = Lang::Id.recap();
    let page = RecapPage::open(&browser, "?class=complaint").await?;
    let charts = [
        (texts.by_sector, "sector"),
        (texts.by_stage, "stage"),
        (texts.by_month, "month"),
        (texts.by_region, "region"),
        (texts.by_agency, "agency"),
    ];
    for (chart, by) in charts {
        let recap = server.http().recap(&format!("by={by}&class=complaint")).await?;
        let (rows, sum) = page.table(chart).await?;
        let counts: Vec<u64> = rows.iter().filter_map(|(_, numbers)| numbers.last().copied()).collect();
        let expected: Vec<u64> = recap.rows.iter().map(|row| row.count).collect();
        check(counts == expected, format!("{chart}: the table says {counts:?}, the server {expected:?}"))?;
        check(sum.1.last() == Some(&recap.total), format!("{chart}: the sum is {sum:?}"))?;

        let files = page.files(chart).await?;
        check(files.len() == 3, format!("{chart}: files {files:?}"))?;
        for (file, kind) in files.iter().zip(["text/csv", "spreadsheetml", "application/json"]) {
            let answer = server.http().get(file).await?;
            let media_type = answer.headers().get("content-type").and_then(|value| value.to_str().ok());
            let media_type = media_type.unwrap_or_default().to_owned();
            let is_good = answer.status() == 200 && media_type.contains(kind);
            check(is_good, format!("{file} is answered {} as {media_type}", answer.status()))?;
        }
    }

    // A bar is a link to what it stands for.
    let figure = browser.find("figure", texts.by_sector).await?;
    let bar = "return arguments[0].querySelector('svg a')";
    let bar = browser.run(bar, vec![figure.to_json()?]).await?.element()?;
    let name = bar.attr("aria-label").await?.unwrap_or_default();
    let script = "arguments[0].dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))";
    browser.run(script, vec![bar.to_json()?]).await?;
    let narrowed = "return new URL(location).searchParams.get('sector')";
    browser.until(&format!("the bar {name:?} to lead to its sector"), narrowed, vec![json!(null)]).await?;
    browser.end().await
}
