use serde_json::json;
use shared::lang::Lang;
use shared::lang::public::RecapTexts;

use crate::{Browser, Result};

/// The transparency page at `/rekap`.
pub struct RecapPage<'a> {
    /// The browser it is open in.
    pub browser: &'a Browser,
}

/// A row of a chart's table: its name and its numbers, the last one being the count.
pub type TableRow = (String, Vec<u64>);

impl<'a> RecapPage<'a> {
    /// Opens it under a query, `?` included, or none.
    pub async fn open(browser: &'a Browser, query: &str) -> Result<Self> {
        browser.go(&format!("/rekap{query}")).await?;
        let page = Self { browser };
        page.is_drawn().await?;
        Ok(page)
    }

    /// Waits until figures are there.
    pub async fn is_drawn(&self) -> Result {
        self.browser.find("figure", texts().by_sector).await.map(|_| ())
    }

    /// Waits until the page follows the server.
    pub async fn is_live(&self) -> Result {
        self.browser.sees(texts().live).await
    }

    /// The number of all complaints.
    pub async fn total(&self) -> Result<u64> {
        let found = self.browser.until("the total", TOTAL, vec![json!(texts().total)]).await?;
        Ok(digits(&found.convert::<String>()?))
    }

    /// Waits until the number of all complaints is the given one.
    pub async fn total_becomes(&self, total: u64) -> Result {
        let script = format!(
            "const found = (function () {{ {TOTAL} }}).apply(null, arguments);
             return found && found.replace(/\\D/g, '') === arguments[1]"
        );
        let arguments = vec![json!(texts().total), json!(total.to_string())];
        self.browser.until(&format!("the total to be {total}"), &script, arguments).await.map(|_| ())
    }

    /// Notes the moment at which the number of all complaints next changes.
    pub async fn watch_total(&self) -> Result {
        let script = format!(
            "const read = () => (function () {{ {TOTAL} }}).apply(null, [arguments[0]]);
             const before = read();
             window.changed = null;
             new MutationObserver((_, observer) => {{
               if (read() === before) return;
               window.changed = Date.now();
               observer.disconnect();
             }}).observe(document.body, {{ childList: true, subtree: true, characterData: true }});"
        );
        self.browser.run(&script, vec![json!(texts().total)]).await.map(|_| ())
    }

    /// The moment that was noted, in milliseconds since 1970.
    pub async fn changed_at(&self) -> Result<u64> {
        Ok(self.browser.until("the total to change", "return window.changed", vec![]).await?.convert()?)
    }

    /// The table of a chart, unfolded where it is not yet.
    pub async fn table(&self, chart: &str) -> Result<(Vec<TableRow>, TableRow)> {
        let figure = self.browser.find("figure", chart).await?;
        let script = "
            const summary = [...arguments[0].querySelectorAll('summary')]
                .find(e => e.innerText.trim().startsWith(arguments[1]));
            if (!summary.parentElement.open) summary.click();";
        self.browser.run(script, vec![figure.to_json()?, json!(texts().as_table)]).await?;
        let table = self.browser.find_in(&figure, "table", chart).await?;
        let read = "
            const cells = row => [...row.cells].map(cell => cell.innerText.trim());
            const [table] = arguments;
            return [[...table.tBodies[0].rows].map(cells), cells(table.tFoot.rows[0])]";
        let (rows, sum): (Vec<Vec<String>>, Vec<String>) =
            self.browser.run(read, vec![table.to_json()?]).await?.convert()?;
        Ok((rows.iter().map(|row| numbers(row)).collect(), numbers(&sum)))
    }

    /// Addresses of a chart's files: CSV, XLSX, JSON.
    pub async fn files(&self, chart: &str) -> Result<Vec<String>> {
        let figure = self.browser.find("figure", chart).await?;
        let script = "
            const links = [...arguments[0].querySelectorAll('a[href*=\"/api/\"]')];
            return links.map(link => link.getAttribute('href'))";
        Ok(self.browser.run(script, vec![figure.to_json()?]).await?.convert()?)
    }

    /// The filters that are set, in words.
    pub async fn chips(&self) -> Result<Vec<String>> {
        let script = "
            const list = [...document.querySelectorAll('ul')].find(e => e.ariaLabel === arguments[0]);
            return [...(list?.querySelectorAll('.chip') ?? [])].map(e => e.innerText.replace('×', '').trim())";
        Ok(self.browser.run(script, vec![json!(texts().active_filters)]).await?.convert()?)
    }

    /// Waits until just these filters are set.
    pub async fn chips_become(&self, wanted: &[&str]) -> Result {
        let script = "
            const list = [...document.querySelectorAll('ul')].find(e => e.ariaLabel === arguments[0]);
            const found = [...(list?.querySelectorAll('.chip') ?? [])].map(e => e.innerText.replace('×', '').trim());
            return found.join('|') === arguments[1].join('|')";
        let arguments = vec![json!(texts().active_filters), json!(wanted)];
        self.browser.until(&format!("the filters to be {wanted:?}"), script, arguments).await.map(|_| ())
    }
}

/// The value of the figure of a name: the first `dd` after the `dt`.
const TOTAL: &str = "
    const names = [...document.querySelectorAll('dt')];
    const name = names.find(e => e.innerText.trim() === arguments[0]);
    return name?.parentElement.querySelector('dd')?.innerText.trim()";

fn numbers(cells: &[String]) -> TableRow {
    let (name, counts) = cells.split_first().map(|(name, counts)| (name.clone(), counts)).unwrap_or_default();
    (name, counts.iter().map(|count| digits(count)).collect())
}

/// A number without the marks that its language puts into it.
fn digits(text: &str) -> u64 {
    text.chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap_or_default()
}

/// The page's words.
fn texts() -> &'static RecapTexts {
    Lang::Id.recap()
}
