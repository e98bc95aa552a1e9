//! In forced colours every page keeps what its colours told: lines, marks and the focus say it.

use shared::lang::Lang;
use tests_e2e::pages::{CasePage, RecapPage};
use tests_e2e::{Browser, Result, Scheme, Server, check};

/// What is looked at on a page.
#[derive(Default)]
struct Page {
    /// Must be seen at all.
    seen: &'static [&'static str],
    /// Two states that must look different: what they are, and where.
    apart: &'static [(&'static str, &'static str, &'static str)],
    /// Can have the focus, and where that is to be seen.
    focused: &'static [(&'static str, &'static str)],
}

const HERE: (&str, &str, &str) =
    ("the page one is on", ".nav-link[aria-current=page]", ".nav-link:not([aria-current])");

const HOME: Page = Page {
    seen: &[".brand-sign", ".button-main", ".way-recap .chart", ".way-form input"],
    apart: &[],
    focused: &[
        (".button-main", ".button-main"),
        (".nav-link", ".nav-link"),
        (".way-form input", ".way-form input"),
    ],
};

const FORM: Page = Page {
    seen: &[".card", ".button-main", ".stepper"],
    apart: &[
        HERE,
        ("a chosen card", ".card:has(:checked)", ".card:not(:has(:checked))"),
        ("the present step", ".form-step-current", ".form-step:not(.form-step-done, .form-step-current)"),
    ],
    focused: &[(".card-input", ".card"), (".form .button-main", ".form .button-main")],
};

const TRACK: Page = Page {
    seen: &["main input", "main .button"],
    apart: &[HERE],
    focused: &[("main input", "main input"), ("main .button", "main .button")],
};

const RECAP: Page = Page {
    seen: &[".tiles", ".figure .chart", ".chart-swatch", ".figure-details > summary", ".live-sign"],
    apart: &[
        HERE,
        (
            "two groups of stages",
            ".chart-legend li:nth-child(1) .chart-swatch",
            ".chart-legend li:nth-child(2) .chart-swatch",
        ),
    ],
    focused: &[
        (".tile a", ".tile:has(a)"),
        (".figure-details > summary", ".figure-details > summary"),
        (".chart a", ".chart a"),
    ],
};

const CASE: Page = Page {
    seen: &[".course", "main .button", "main textarea"],
    apart: &[HERE],
    focused: &[("main textarea", "main textarea"), ("main .button", "main .button")],
};

/// Everything that is wrong with a page.
async fn faults(browser: &Browser, name: &str, page: &Page) -> Result<Vec<String>> {
    let mut faults = Vec::new();
    for selector in page.seen {
        if !browser.shows(selector).await? {
            faults.push(format!("{name}: {selector} is not seen"));
        }
    }
    for (what, one, other) in page.apart {
        if !browser.tells_apart(one, other).await? {
            faults.push(format!("{name}: {what} looks like its opposite"));
        }
    }
    for (focused, around) in page.focused {
        if !browser.shows_focus(focused, around).await? {
            faults.push(format!("{name}: the focus on {focused} is not seen"));
        }
    }
    Ok(faults)
}

#[tokio::test]
async fn nothing_is_lost_on_the_citizens_pages() -> Result {
    let mut server = Server::demo().await?;
    let receipt =
        server.demo_receipt(|view| view.own.as_ref().is_some_and(|own| !own.actions.is_empty())).await?;
    let browser = Browser::open(&server).await?;
    let mut found = Vec::new();
    for scheme in [Scheme::Light, Scheme::Dark] {
        browser.force_colours(scheme).await?;
        browser.go("/").await?;
        browser.has_everything().await?;
        found.extend(faults(&browser, "the first page", &HOME).await?);
        browser.go("/adukan").await?;
        browser.choose("radio", Lang::Id.class(shared::complaint::Class::Complaint)).await?;
        found.extend(faults(&browser, "the form", &FORM).await?);
        browser.go("/lacak").await?;
        found.extend(faults(&browser, "tracking", &TRACK).await?);
        RecapPage::open(&browser, "").await?.is_live().await?;
        found.extend(faults(&browser, "the recap", &RECAP).await?);
        CasePage::open_own(&browser, &receipt).await?;
        browser.has_everything().await?;
        found.extend(faults(&browser, "a complaint", &CASE).await?);
        // A link that differs in its secret alone would load nothing.
        browser.go("/panduan").await?;
    }
    check(found.is_empty(), found.join("\n"))?;
    browser.prefer(Scheme::Light).await?;
    browser.end().await
}
