//! The pages as people use them.

mod case;
mod form;
mod recap;
mod receipt;

pub use case::CasePage;
pub use form::{Answers, FormPage, STEPS};
pub use recap::{RecapPage, TableRow};
pub use receipt::ReceiptPage;

use shared::lang::Lang;
use shared::lang::public::ShellTexts;

use crate::{Browser, Result};

/// What every page has.
pub fn shell() -> &'static ShellTexts {
    Lang::Id.shell()
}

impl Browser {
    /// Waits until the page with a heading is there, has the focus there and carries it in its title.
    pub async fn arrives_at(&self, heading: &str) -> Result {
        self.focus_reaches("heading", heading).await?;
        let script = "return document.title.startsWith(arguments[0])";
        self.until(&format!("the title to say {heading:?}"), script, vec![heading.into()]).await.map(|_| ())
    }
}
