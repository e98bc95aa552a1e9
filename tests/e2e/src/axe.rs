use std::fs;

use crate::server::given;
use crate::{Browser, PATIENCE, Result, Scheme, Size};

/// Every way a page is looked at: colours and widths.
const LOOKS: [(Scheme, Size); 6] = [
    (Scheme::Light, Size::NARROW),
    (Scheme::Light, Size::TABLET),
    (Scheme::Light, Size::DESK),
    (Scheme::Dark, Size::DESK),
    (Scheme::Dark, Size::TABLET),
    (Scheme::Dark, Size::NARROW),
];

/// What axe finds, one line for each element: rule, element, what is wrong.
const CHECK: &str = "
    const done = arguments[arguments.length - 1];
    axe.run(document, { resultTypes: ['violations'] }).then(
        ({ violations }) => done(violations.flatMap(({ id, nodes }) => nodes.map(node =>
            `${id}: ${node.target.join(' ')}: ${node.failureSummary.replace(/\\s+/g, ' ')}`))),
        error => done([`axe: ${error}`]));";

/// Collects what is wrong with pages, so that one run tells all of it.
#[derive(Default)]
pub struct Look {
    faults: Vec<String>,
}

impl Look {
    /// Examines the present page in both colours at all widths, for accessibility and for fitting its screen.
    pub async fn at(&mut self, browser: &Browser, name: &str) -> Result {
        let is_there: bool = browser.run("return 'axe' in window", vec![]).await?.convert()?;
        if !is_there {
            // A long page takes it longer than any script of a story.
            browser.driver.set_script_timeout(PATIENCE * 3).await?;
            browser.run(&fs::read_to_string(given("TANGGAP_AXE")?)?, vec![]).await?;
        }
        for (scheme, size) in LOOKS {
            browser.prefer(scheme).await?;
            browser.resize(size).await?;
            browser.is_at_rest(size).await?;
            let look = format!("{name}, {} {} px", scheme.as_str(), size.0);
            let found: Vec<String> = browser.driver.execute_async(CHECK, Vec::new()).await?.convert()?;
            self.faults.extend(found.into_iter().map(|fault| format!("{look}: {fault}")));
            if let Err(error) = browser.fits(size).await {
                self.faults.push(format!("{look}: {error}"));
            }
        }
        browser.prefer(Scheme::Light).await?;
        browser.resize(Size::PHONE).await
    }

    /// Fails with everything that was found.
    pub fn finds_nothing(self) -> Result {
        crate::check(
            self.faults.is_empty(),
            format!("{} faults:\n{}", self.faults.len(), self.faults.join("\n")),
        )
    }
}
