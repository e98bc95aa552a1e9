use serde_json::json;
use shared::complaint::{Secret, TrackingCode};
use shared::lang::Lang;

use crate::{Browser, Receipt, Result, fail};

/// The receipt.
pub struct ReceiptPage<'a> {
    browser: &'a Browser,
}

impl<'a> ReceiptPage<'a> {
    /// Waits until it is there.
    pub async fn arrived(browser: &'a Browser) -> Result<Self> {
        browser.arrives_at(Lang::Id.receipt().heading).await?;
        Ok(Self { browser })
    }

    /// The one that is there.
    pub fn shown(browser: &'a Browser) -> Self {
        Self { browser }
    }

    /// Code and secret as they are shown, both well formed.
    pub async fn receipt(&self) -> Result<Receipt> {
        let texts = Lang::Id.receipt();
        let (code, secret) = (self.kept(texts.code).await?, self.kept(texts.secret).await?);
        match (TrackingCode::parse(&code), Secret::parse(&secret)) {
            (Ok(code), Ok(secret)) => Ok(Receipt { code, secret }),
            _ => fail(format!("the receipt shows {code:?} and {secret:?}")),
        }
    }

    /// The private link.
    pub async fn link(&self) -> Result<String> {
        self.kept(Lang::Id.receipt().own_link).await
    }

    /// How many dark modules the QR picture draws, and whether its picture has a name.
    pub async fn has_qr(&self) -> Result<bool> {
        let picture = self.browser.find("image", Lang::Id.receipt().qr).await?;
        let script = "return arguments[0].querySelectorAll('path').length > 0
            && arguments[0].querySelector('path').getAttribute('d').length > 1000";
        Ok(self.browser.run(script, vec![picture.to_json()?]).await?.convert()?)
    }

    /// The steps that have a deadline, each with its day in words.
    pub async fn deadlines(&self) -> Result<Vec<String>> {
        let script = "return [...document.querySelectorAll('.deadline')].map(e => e.innerText)";
        Ok(self.browser.run(script, vec![]).await?.convert()?)
    }

    /// What stands under a label.
    async fn kept(&self, label: &str) -> Result<String> {
        let script = "
            const labels = [...document.querySelectorAll('article p, article dt')];
            const label = labels.find(e => e.innerText.trim() === arguments[0]);
            return label?.nextElementSibling?.innerText.trim();";
        let what = format!("something to keep called {label:?}");
        Ok(self.browser.until(&what, script, vec![json!(label)]).await?.convert()?)
    }
}
