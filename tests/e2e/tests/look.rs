//! The look: what every part looks like is what was accepted, and nothing is lost where people force their own colours.

use std::fs;
use std::path::Path;

use serde_json::json;
use shared::lang::Lang;
use tests_e2e::{
    Browser, Portrait, Result, Scheme, Server, Size, accepted, blocks_of, check, compare, portraits,
};

/// Tests run where their package is. A path written in while compiling would be that of another copy of the project.
const ACCEPTED: &str = "accepted";

#[tokio::test]
async fn every_part_looks_as_it_was_accepted() -> Result {
    let server = Server::empty().await?;
    let browser = Browser::open(&server).await?;
    let mut accepted = accepted(Path::new(ACCEPTED))?;
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("look");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let mut faults = Vec::new();
    for Portrait { name, picture } in portraits(&browser).await? {
        let Some(before) = accepted.remove(&name) else {
            faults.push(format!("{name} was never accepted"));
            continue;
        };
        if let Some(difference) = compare(&before, &picture) {
            fs::create_dir_all(&folder)?;
            picture.save(folder.join(format!("{name}.png")))?;
            difference.marked.save(folder.join(format!("{name}-difference.png")))?;
            faults.push(format!("{name}: {}", difference.words));
        }
    }
    faults.extend(accepted.into_keys().map(|name| format!("{name} is not there any more")));
    check(
        faults.is_empty(),
        format!(
            "the look is another; pictures are in {}; if it is meant, `cargo xtask shots --accept`:\n{}",
            folder.display(),
            faults.join("\n")
        ),
    )?;
    browser.end().await
}

#[tokio::test]
async fn a_change_of_the_look_is_seen() -> Result {
    let server = Server::empty().await?;
    let browser = Browser::open(&server).await?;
    browser.go("/gaya").await?;
    for (section, token, value) in [
        ("tombol", "--accent", "#0b7470"),
        ("isian", "--line-strong", "#14262a"),
        ("keadaan", "--space-3", "1rem"),
        ("formulir", "--bad", "#19683a"),
        ("angka", "--group-done", "#c77700"),
    ] {
        let section = format!("#{section}");
        let before = blocks_of(&browser.picture_of(&section, 0).await?);
        check(
            compare(&before, &browser.picture_of(&section, 0).await?).is_none(),
            format!("{section} does not keep still"),
        )?;
        let set = "document.documentElement.style.setProperty(arguments[0], arguments[1])";
        browser.run(set, vec![json!(token), json!(value)]).await?;
        browser.is_at_rest(Size::PHONE).await?;
        let after = browser.picture_of(&section, 0).await?;
        check(compare(&before, &after).is_some(), format!("{token}: {value} is not seen in {section}"))?;
        browser
            .run("document.documentElement.style.removeProperty(arguments[0])", vec![json!(token)])
            .await?;
    }
    browser.end().await
}

/// Two states of a part that must look different: what they are, and where.
const APART: [(&str, &str, &str); 6] = [
    ("a switch on and off", "#contoh-nyala", "#contoh-padam"),
    ("the page one is on", ".nav-link[aria-current=page]", ".nav-link:not([aria-current])"),
    ("a step of the form", ".form-step-current", ".form-step:not(.form-step-done, .form-step-current)"),
    ("a step that was taken", ".form-step-done", ".form-step:not(.form-step-done, .form-step-current)"),
    ("a chosen card", ".card:has(:checked)", ".card:not(:has(:checked))"),
    ("figures that follow", ".live-on .live-dot", ".live-sign:not(.live-on) .live-dot"),
];

/// What must be seen at all.
const SEEN: [&str; 12] = [
    "#contoh-nyala",
    "#contoh-padam",
    ".bar",
    ".notice-info",
    ".badge",
    ".skeleton-line",
    ".gallery-bone",
    ".course-done + .course-step",
    ".chart-swatch",
    ".figure .chart",
    ".stage-bar .chart",
    ".tiles",
];

/// What can have the focus, and where it is to be seen.
const FOCUSED: [(&str, &str); 6] = [
    (".button-main", ".button-main"),
    ("#contoh-baris", "#contoh-baris"),
    ("#contoh-padam", "#contoh-padam"),
    (".card-input", ".card"),
    (".nav-link", ".nav-link"),
    (".figure-details > summary", ".figure-details > summary"),
];

#[tokio::test]
async fn nothing_is_lost_in_forced_colours() -> Result {
    let server = Server::demo().await?;
    let browser = Browser::open(&server).await?;
    let mut faults = Vec::new();
    for scheme in [Scheme::Light, Scheme::Dark] {
        browser.force_colours(scheme).await?;
        browser.go("/gaya").await?;
        browser
            .run("document.querySelector('.nav-link').setAttribute('aria-current', 'page')", vec![])
            .await?;
        browser.is_at_rest(Size::PHONE).await?;
        for selector in SEEN {
            if !browser.shows(selector).await? {
                faults.push(format!("{}: {selector} is not seen", scheme.as_str()));
            }
        }
        for (name, one, other) in APART {
            if !browser.tells_apart(one, other).await? {
                faults.push(format!("{}: {name} looks like its opposite", scheme.as_str()));
            }
        }
        for (focused, around) in FOCUSED {
            if !browser.shows_focus(focused, around).await? {
                faults.push(format!("{}: the focus on {focused} is not seen", scheme.as_str()));
            }
        }
    }
    check(faults.is_empty(), faults.join("\n"))?;
    browser.prefer(Scheme::Light).await?;
    browser.end().await
}

#[tokio::test]
async fn the_page_of_all_parts_is_for_those_who_know_it() -> Result {
    let server = Server::empty().await?;
    let browser = Browser::open(&server).await?;
    browser.go("/").await?;
    check(count_of_files(&browser).await? == 0, "the first page loads the bundle of all parts")?;
    check(!browser.has("link", Lang::Id.gallery().title).await?, "the first page leads there")?;
    browser.go("/gaya").await?;
    browser.sees(Lang::Id.gallery().colours_lead).await?;
    check(count_of_files(&browser).await? > 0, "the bundle of all parts has another name")?;
    browser.press("button", "English").await?;
    browser.sees(Lang::En.gallery().colours_lead).await?;
    browser.press("button", "Bahasa Indonesia").await?;
    browser.sees(Lang::Id.gallery().colours_lead).await?;
    // Its links lead to the other bundle.
    browser.press("link", Lang::Id.shell().nav_track).await?;
    browser.find("textbox", Lang::Id.tracking().code).await?;
    browser.end().await
}

/// How many files of the bundle of all parts the present page has loaded.
async fn count_of_files(browser: &Browser) -> Result<u32> {
    let script = "
        const loaded = performance.getEntriesByType('resource');
        return loaded.filter(({ name }) => name.includes('/gallery')).length";
    Ok(browser.run(script, vec![]).await?.convert()?)
}
