//! A face in a photo is covered before it goes anywhere, and nothing of what it was stays behind.

use reqwest::StatusCode;
use serde_json::json;
use shared::lang::Lang;
use shared::lang::public::{FilingTexts, RedactTexts};
use tempfile::TempDir;
use tests_e2e::pages::{Answers, FormPage};
use tests_e2e::{Browser, Result, Server, Size, check, holds_gps, mark_in, photo_file, photo_with_mark};
use thirtyfour::Key;

const FILING: &FilingTexts = Lang::Id.filing();
const TEXTS: &RedactTexts = Lang::Id.redact();

/// Goes to the step of files and chooses a photo with a mark; its folder must live as long as the photo is wanted.
pub(crate) async fn choose_photo<'a>(browser: &'a Browser) -> Result<(FormPage<'a>, TempDir)> {
    let (folder, photo) = photo_file(&photo_with_mark()?)?;
    let form = FormPage::open(browser).await?;
    form.up_to_files(&Answers::default()).await?;
    form.attach(&photo).await?;
    Ok((form, folder))
}

/// Fails unless a picture has the mark's place black, and the mark nowhere.
pub(crate) fn is_covered(what: &str, file: &[u8]) -> Result {
    let (shows, black) = mark_in(file)?;
    check(
        shows == 0.0 && black > 0.99,
        format!("{what} shows the mark in {shows}, and its place is black in {black}"),
    )?;
    check(!holds_gps(file), format!("{what} says where it was taken"))?;
    check(file.len() <= 400_000, format!("{what} has {} bytes", file.len()))
}

/// Adds a box, moves it over the mark and saves, by keys: from the middle to the left and up.
pub(crate) async fn box_by_keys(browser: &Browser) -> Result {
    browser.tab_to("button", TEXTS.add).await?;
    browser.key(Key::Enter).await?;
    browser.focus_reaches("button", &Lang::Id.cover_place(1, 1, [41, 38, 19, 25])).await?;
    browser.key_with(Key::Shift, Key::Left, 5).await?;
    browser.key_with(Key::Shift, Key::Up, 3).await?;
    browser.focus_reaches("button", &Lang::Id.cover_place(1, 1, [16, 18, 19, 25])).await?;
    browser.tab_to("button", TEXTS.save).await?;
    browser.key(Key::Enter).await
}

async fn cover_by_keys(browser: &Browser) -> Result {
    box_by_keys(browser).await?;
    browser.focus_reaches("button", TEXTS.open).await?;
    browser.sees(&Lang::Id.covered(1)).await
}

#[tokio::test]
async fn a_face_is_covered_by_keys_alone_after_it_went_up() -> Result {
    let server = Server::demo().await?;
    let browser = Browser::open(&server).await?;
    browser.resize(Size::DESK).await?;
    let (form, _folder) = choose_photo(&browser).await?;
    browser.sees(FILING.file_held).await?;
    browser.keeps("files", 1).await?;
    let (shows, black) = mark_in(&browser.kept_file().await?)?;
    check(shows > 0.01 && black == 0.0, format!("before: {shows}, {black}"))?;
    form.files().await?;
    let first = browser.upload_of_draft().await?;
    server.http().upload_becomes(&first, StatusCode::OK).await?;

    // Second thoughts.
    browser.press("link", FILING.back).await?;
    browser.arrives_at(FILING.files_heading).await?;
    browser.sees(FILING.file_ready).await?;
    browser.tab_to("button", TEXTS.open).await?;
    browser.key(Key::Enter).await?;
    browser.focus_reaches("heading", TEXTS.heading).await?;
    cover_by_keys(&browser).await?;
    server.http().upload_becomes(&first, StatusCode::NOT_FOUND).await?;
    browser.sees(FILING.file_held).await?;
    browser.keeps("files", 1).await?;
    is_covered("what the phone keeps", &browser.kept_file().await?)?;

    form.files().await?;
    form.protection().await?;
    browser.sees(FILING.file_ready).await?;
    let receipt = form.send().await?.receipt().await?;
    is_covered("what the server keeps", &server.http().own_file(&receipt).await?)?;
    browser.keeps("files", 0).await?;
    browser.end().await
}

#[tokio::test]
async fn a_face_is_covered_with_a_pointer_before_anything_leaves() -> Result {
    let server = Server::demo().await?;
    let browser = Browser::open(&server).await?;
    let (form, _folder) = choose_photo(&browser).await?;
    browser.sees(FILING.file_held).await?;
    browser.press("button", TEXTS.open).await?;
    drag(&browser, (18.0, 17.0), (32.0, 36.0)).await?;
    browser.focus_reaches("button", &Lang::Id.cover_place(1, 1, [18, 17, 14, 19])).await?;

    // Escape asks first, and again leads back to the box.
    browser.key(Key::Escape).await?;
    browser.focus_reaches("button", TEXTS.stay).await?;
    browser.key(Key::Escape).await?;
    browser.is_gone("heading", TEXTS.ask).await?;
    browser.press("button", TEXTS.save).await?;
    browser.sees(&Lang::Id.covered(1)).await?;
    browser.sees(FILING.file_held).await?;
    let asked =
        "return performance.getEntriesByType('resource').filter(e => e.name.includes('/uploads')).length";
    let uploads: u32 = browser.run(asked, vec![]).await?.convert()?;
    check(uploads == 0, format!("{uploads} requests about uploads before the step was left"))?;
    form.files().await?;
    form.protection().await?;
    let receipt = form.send().await?.receipt().await?;
    is_covered("what the server keeps", &server.http().own_file(&receipt).await?)?;
    browser.end().await
}

#[tokio::test]
async fn a_restored_draft_keeps_the_face_covered() -> Result {
    let server = Server::demo().await?;
    let browser = Browser::open(&server).await?;
    let (_, _folder) = choose_photo(&browser).await?;
    browser.press("button", TEXTS.open).await?;
    browser.find("heading", TEXTS.heading).await?;
    cover_by_keys(&browser).await?;
    browser.keeps("files", 1).await?;
    is_covered("what the phone keeps", &browser.kept_file().await?)?;
    let profile = browser.close().await?;

    let browser = Browser::open_with(&server.address, profile).await?;
    let form = FormPage::open(&browser).await?;
    browser.press("button", &format!("{} “{}”", Lang::Id.kept().go_on, Answers::default().title)).await?;
    browser.arrives_at(FILING.protection_heading).await?;
    browser.upload_of_draft().await?;
    browser.press("link", FILING.back).await?;
    browser.arrives_at(FILING.files_heading).await?;
    browser.find("image", &format!("{} jembatan.jpg", FILING.preview)).await?;
    browser.sees(&Lang::Id.covered(1)).await?;
    browser.sees(FILING.file_ready).await?;
    form.files().await?;
    form.protection().await?;
    let receipt = form.send().await?.receipt().await?;
    is_covered("what the server keeps", &server.http().own_file(&receipt).await?)?;
    browser.end().await
}

/// Draws from a point of the picture to another, in hundredths of its sides.
pub(crate) async fn drag(browser: &Browser, from: (f64, f64), to: (f64, f64)) -> Result {
    let script = "
        const picture = document.querySelector('.redact-picture[width]')?.getBoundingClientRect();
        return picture && arguments[0].map(([x, y]) =>
            [picture.x + picture.width * x / 100, picture.y + picture.height * y / 100].map(Math.round))";
    let points = browser.until("the picture", script, vec![json!([[from.0, from.1], [to.0, to.1]])]).await?;
    let points: Vec<(i64, i64)> = points.convert()?;
    let actions = browser.driver.action_chain().move_to(points[0].0, points[0].1).click_and_hold();
    // By way of a point between, as a hand does.
    let between = ((points[0].0 + points[1].0) / 2, (points[0].1 + points[1].1) / 2);
    let actions = actions.move_to(between.0, between.1).move_to(points[1].0, points[1].1).release();
    Ok(actions.perform().await?)
}
