use shared::lang::Lang;
use shared::lang::public::TrackingTexts;

use crate::{Browser, Receipt, Result};

/// A complaint's page at `/lacak/CODE`.
pub struct CasePage<'a> {
    /// The browser it is open in.
    pub browser: &'a Browser,
}

impl<'a> CasePage<'a> {
    /// Opens it by its code alone.
    pub async fn open(browser: &'a Browser, receipt: &Receipt) -> Result<Self> {
        browser.go(&format!("/lacak/{}", receipt.code)).await?;
        Self::arrived(browser, receipt).await
    }

    /// Opens it by the private link.
    pub async fn open_own(browser: &'a Browser, receipt: &Receipt) -> Result<Self> {
        browser.go(&format!("/lacak/{}#{}", receipt.code, receipt.secret.as_str())).await?;
        let page = Self::arrived(browser, receipt).await?;
        page.is_open().await?;
        Ok(page)
    }

    /// The one that is there.
    pub fn shown(browser: &'a Browser) -> Self {
        Self { browser }
    }

    /// Waits until it is there.
    pub async fn arrived(browser: &'a Browser, receipt: &Receipt) -> Result<Self> {
        browser.find("heading", &format!("{} {}", texts().case, receipt.code)).await?;
        browser.find("heading", texts().story).await?;
        Ok(Self { browser })
    }

    /// Enters a secret.
    pub async fn unlock(&self, secret: &str) -> Result {
        self.browser.fill(texts().secret, secret).await?;
        self.browser.press("button", texts().open).await
    }

    /// Waits until the reporter's part is shown.
    pub async fn is_open(&self) -> Result {
        self.browser.find("button", texts().close).await.map(|_| ())
    }

    /// Waits until a stage is the present one.
    pub async fn is_at(&self, stage: shared::complaint::Stage) -> Result {
        let script = "
            const here = document.querySelector('[aria-current=step]');
            return here && here.innerText.includes(arguments[0])";
        let stage = Lang::Id.stage(stage);
        self.browser.until(&format!("the stage {stage:?}"), script, vec![stage.into()]).await.map(|_| ())
    }
}

/// The page's words.
fn texts() -> &'static TrackingTexts {
    Lang::Id.tracking()
}
