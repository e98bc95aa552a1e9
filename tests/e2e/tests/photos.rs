//! A photo becomes public with a face under a black box: drawn by keys or with a pointer, and everyone sees no more.

use shared::access::CaseAction;
use shared::complaint::{ComplaintView, Stage};
use shared::lang::Lang;
use shared::lang::staff::PhotoTexts;
use tests_e2e::{Browser, Look, Result, Server, Size, check};
use thirtyfour::Key;

use crate::covering::{box_by_keys, choose_photo, drag, is_covered};

const TEXTS: &PhotoTexts = Lang::Id.photos();
const NAME: &str = "jembatan.jpg";
const WORDS: &str = "Jembatan dengan papan yang patah";

fn action(action: CaseAction) -> &'static str {
    Lang::Id.case_action(action)
}

/// A citizen files with a photo, and the coordinator has verified it and opened the form of publishing.
async fn to_be_published(server: &Server, browser: &Browser) -> Result<String> {
    let (form, _folder) = choose_photo(browser).await?;
    form.files().await?;
    form.protection().await?;
    let receipt = form.send().await?.receipt().await?;
    let mut coordinator = server.seat("koordinator", "coordinator").await?;
    browser.resize(Size::DESK).await?;
    let code = receipt.code.to_string();
    browser.go(&["/petugas/aduan/", &code].concat()).await?;
    browser.sign_in(&mut coordinator).await?;
    browser.press("button", action(CaseAction::Verify)).await?;
    let verify = browser.find("group", action(CaseAction::Verify)).await?;
    browser.find_in(&verify, "button", action(CaseAction::Verify)).await?.click().await?;
    browser.sees(Lang::Id.stage(Stage::Verified)).await?;
    Ok(code)
}

/// The photos that everyone sees, each whole and small.
async fn public_photos(server: &Server, code: &str) -> Result<Vec<(Vec<u8>, Vec<u8>)>> {
    let address = ["/api/v1/complaints/", code].concat();
    let view: ComplaintView = server.http().get(&address).await?.json().await?;
    let mut photos = Vec::new();
    for photo in view.photos {
        let address = [&address, "/photos/", &photo.id].concat();
        let whole = server.http().get(&address).await?.bytes().await?;
        let small = server.http().get(&[&address, "/small"].concat()).await?.bytes().await?;
        photos.push((whole.to_vec(), small.to_vec()));
    }
    Ok(photos)
}

/// The name of a photo's button.
fn of_photo(label: &str) -> String {
    [label, " ", NAME].concat()
}

#[tokio::test]
async fn a_photo_is_covered_and_published_by_keyboard_alone() -> Result {
    let server = Server::with_mail().await?;
    let browser = Browser::open(&server).await?;
    let code = to_be_published(&server, &browser).await?;
    browser.tab_to("button", action(CaseAction::Publish)).await?;
    browser.key(Key::Enter).await?;
    browser.sees(TEXTS.private).await?;
    let mut look = Look::default();
    look.at(&browser, "photos to be decided about").await?;

    browser.tab_to("button", &of_photo(TEXTS.cover)).await?;
    browser.key(Key::Enter).await?;
    browser.focus_reaches("heading", Lang::Id.redact().heading).await?;
    browser.sees(Lang::Id.photos().sealed).await?;
    box_by_keys(&browser).await?;
    browser.focus_reaches("button", &of_photo(TEXTS.cover)).await?;
    browser.sees(&Lang::Id.photo_boxes(1)).await?;
    browser.tab_to("textbox", TEXTS.words).await?;
    browser.keys(WORDS).await?;
    look.at(&browser, "a photo that was covered").await?;
    browser.tab_to("button", action(CaseAction::Publish)).await?;
    browser.key(Key::Enter).await?;
    browser.sees(Lang::Id.desk().public_content).await?;
    browser.sees(TEXTS.is_sealed).await?;

    let photos = public_photos(&server, &code).await?;
    check(photos.len() == 1, format!("{} photos are public", photos.len()))?;
    is_covered("the photo", &photos[0].0)?;
    is_covered("the small photo", &photos[0].1)?;
    let shown = [WORDS, ", sebagian dihitamkan"].concat();
    browser.find("image", &shown).await?;
    browser.go(&["/lacak/", &code].concat()).await?;
    browser.find("image", &shown).await?;
    look.at(&browser, "a published complaint with a photo").await?;
    look.finds_nothing()?;
    browser.end().await
}

#[tokio::test]
async fn boxes_are_drawn_with_a_pointer_taken_back_and_drawn_again() -> Result {
    let server = Server::with_mail().await?;
    let browser = Browser::open(&server).await?;
    let code = to_be_published(&server, &browser).await?;
    browser.press("button", action(CaseAction::Publish)).await?;
    browser.press("button", &of_photo(TEXTS.cover)).await?;
    drag(&browser, (50.0, 50.0), (60.0, 60.0)).await?;
    browser.press("button", Lang::Id.redact().save).await?;
    browser.sees(&Lang::Id.photo_boxes(1)).await?;
    browser.press("button", TEXTS.uncover).await?;
    browser.sees(TEXTS.as_it_is).await?;
    browser.press("button", &of_photo(TEXTS.hide)).await?;
    browser.sees(TEXTS.private).await?;
    browser.press("button", &of_photo(TEXTS.cover)).await?;
    drag(&browser, (18.0, 17.0), (32.0, 36.0)).await?;
    browser.press("button", Lang::Id.redact().save).await?;
    browser.sees(&Lang::Id.photo_boxes(1)).await?;
    send(&browser).await?;
    is_covered("the photo", &public_photos(&server, &code).await?[0].0)?;

    // What was covered stays so, and can be kept back.
    browser.press("button", action(CaseAction::Publish)).await?;
    browser.sees(&Lang::Id.photo_boxes(1)).await?;
    browser.press("button", &of_photo(TEXTS.hide)).await?;
    send(&browser).await?;
    check(public_photos(&server, &code).await?.is_empty(), "it is still public")?;
    browser.press("button", action(CaseAction::Publish)).await?;
    browser.sees(TEXTS.needs_boxes).await?;
    browser.press("button", &of_photo(TEXTS.show)).await?;
    browser.find("heading", Lang::Id.redact().heading).await?;
    browser.end().await
}

/// Publishes, and waits until that is done.
async fn send(browser: &Browser) -> Result {
    let publish = action(CaseAction::Publish);
    let form = browser.find("group", publish).await?;
    browser.find_in(&form, "button", publish).await?.click().await?;
    browser.is_gone("group", publish).await
}
