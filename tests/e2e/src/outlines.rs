//! The outline of every page and state that citizens come to.

use shared::lang::Lang;

use crate::pages::{Answers, CasePage, FormPage, ReceiptPage, STEPS};
use crate::{Browser, Result, Server, photo_file, photo_with_gps};

/// Takes them all, each with its name.
pub async fn outlines() -> Result<Vec<(String, String)>> {
    let mut taken = Vec::new();
    pages(&mut taken).await?;
    form(&mut taken).await?;
    Ok(taken)
}

/// Pages that everyone sees. The recap is that of the report of June 2020, which no day changes.
async fn pages(taken: &mut Vec<(String, String)>) -> Result {
    let server = Server::demo().await?;
    let browser = Browser::open(&server).await?;
    let all = [
        ("home", "/"),
        ("lacak", "/lacak"),
        ("rekap", "/rekap?as_of=2020-06-30"),
        ("panduan", "/panduan"),
        ("tidak-ada", "/tidak-ada"),
    ];
    for (name, path) in all {
        browser.go(path).await?;
        browser.has_everything().await?;
        taken.push((name.to_owned(), browser.outline().await?));
    }
    // What is shown for an address that is not kept, without a connection.
    browser.go_plain("/offline.html").await?;
    taken.push(("tanpa-sambungan".to_owned(), browser.outline().await?));
    Ok(())
}

/// The form's steps, the receipt, and what was filed: by its code, and by its secret.
async fn form(taken: &mut Vec<(String, String)>) -> Result {
    let server = Server::empty().await?;
    let browser = Browser::open(&server).await?;
    let (_folder, photo) = photo_file(&photo_with_gps()?)?;
    let answers = Answers::default();
    let form = FormPage::open(&browser).await?;
    let mut take = async |name: &str| -> Result {
        browser.has_everything().await?;
        // From the third step on there is something to keep.
        if STEPS[2..].contains(&name) {
            browser.sees(Lang::Id.kept().saved).await?;
        }
        taken.push((format!("adukan-{name}"), browser.outline().await?));
        Ok(())
    };
    take(STEPS[0]).await?;
    form.class().await?;
    take(STEPS[1]).await?;
    form.what(&answers).await?;
    take(STEPS[2]).await?;
    form.place(&answers).await?;
    take(STEPS[3]).await?;
    form.sector(&answers).await?;
    form.attach(&photo).await?;
    browser.sees(Lang::Id.filing().file_held).await?;
    take(STEPS[4]).await?;
    // Everything else is out of reach while the tool is open.
    let redact = Lang::Id.redact();
    browser.press("button", redact.open).await?;
    browser.find("heading", redact.heading).await?;
    browser.find("button", redact.add).await?;
    take("tutupi").await?;
    browser.press("button", Lang::Id.shell().cancel).await?;
    browser.is_gone("heading", redact.heading).await?;
    form.files().await?;
    take(STEPS[5]).await?;
    form.protection().await?;
    browser.sees(Lang::Id.filing().file_ready).await?;
    take(STEPS[6]).await?;
    form.send().await?;
    let receipt = ReceiptPage::arrived(&browser).await?.receipt().await?;
    take("bukti").await?;
    // Another phone: this one knows the secret.
    let browser = Browser::open(&server).await?;
    CasePage::open(&browser, &receipt).await?;
    browser.has_everything().await?;
    taken.push(("lacak-kode".to_owned(), browser.outline().await?));
    // Between two addresses that differ in their secret alone nothing is loaded.
    browser.go("/panduan").await?;
    CasePage::open_own(&browser, &receipt).await?;
    browser.has_everything().await?;
    taken.push(("lacak-rahasia".to_owned(), browser.outline().await?));
    Ok(())
}
