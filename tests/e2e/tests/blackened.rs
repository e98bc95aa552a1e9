//! A request is granted in part: what is withheld is black in a picture and in a text, and its applicant gets nothing of it.
//! By keyboard alone.

use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::json;
use shared::api::{Endpoint, FileRequest, GetRequest, IDEMPOTENCY_KEY, RECEIPT_SCHEME, fill as address_of};
use shared::lang::{Lang, fill};
use shared::request::{Applicant, ApplicantKind, NewRequest, Obtain, RequestAction, RequestReceipt, SendBy};
use tempfile::TempDir;
use tests_e2e::{
    Browser, Look, PATIENCE, Result, Server, Size, check, fail, holds_gps, mark_in, photo_file,
    photo_with_mark,
};
use thirtyfour::{By, Key};

use crate::covering::box_by_keys;
use crate::requesting::{begin, fill_and_send, open_own};

const PICTURE: &str = "jembatan.jpg";
/// Who is named in the text, first at its beginning and then once more.
const SECRET: &str = "Zubaidah Rekaan";
/// Where they live, once.
const STREET: &str = "Jalan Rekaan 17";
const OPEN: &str = "jembatan itu diperiksa";

fn text() -> String {
    format!("{SECRET} menulis bahwa {OPEN}. {SECRET} tinggal di {STREET}.")
}

/// A request that somebody else has registered.
pub(crate) async fn register(server: &Server) -> Result<RequestReceipt> {
    let applicant = Applicant {
        kind: Some(ApplicantKind::Person),
        name: "Pemohon Contoh".to_owned(),
        address: "Jalan Contoh 1, Palu".to_owned(),
        phone: "081200000000".to_owned(),
        ..Applicant::default()
    };
    let new = NewRequest {
        applicant,
        what: "Foto dan berita acara pemeriksaan jembatan".to_owned(),
        purpose: "Penelitian".to_owned(),
        obtain: Some(Obtain::SoftCopy),
        send: Some(SendBy::PickUp),
    };
    let key = [(IDEMPOTENCY_KEY, "5e0e8400-e29b-41d4-a716-446600000001")];
    server.http().post::<FileRequest>(&[], &key, &new).await
}

/// The name of a button of a file.
pub(crate) fn of(label: &str, file: &str) -> String {
    [label, " ", file].concat()
}

/// Adds a picture and gives it with a box over the mark in it.
async fn cover_picture(browser: &Browser, look: &mut Look) -> Result {
    let texts = Lang::Id.requesting();
    let (_folder, photo) = photo_file(&photo_with_mark()?)?;
    // The keyboard comes to where the browser would ask for a file.
    browser.tab_to("button", Lang::Id.informing().add_files).await?;
    let picker = browser.driver.find(By::Id("request-file-picker")).await?;
    picker.send_keys(photo.to_string_lossy().into_owned()).await?;
    browser.find("button", &of(texts.cover, PICTURE)).await?;
    look.at(browser, "a picture that is held back").await?;
    browser.resize(Size::DESK).await?;
    browser.tab_to("button", &of(texts.cover, PICTURE)).await?;
    browser.key(Key::Enter).await?;
    browser.focus_reaches("heading", Lang::Id.redact().heading).await?;
    box_by_keys(browser).await?;
    browser.sees(&fill(texts.covered, &[("n", "1")])).await?;
    browser.focus_reaches("heading", texts.files).await
}

/// Pastes a text as a file; its name.
async fn paste(browser: &Browser, look: &mut Look) -> Result<String> {
    let texts = Lang::Id.requesting();
    browser.tab_to("button", texts.paste).await?;
    browser.key(Key::Enter).await?;
    browser.focus_reaches("textbox", texts.paste_name).await?;
    look.at(browser, "a text that is pasted").await?;
    browser.tab_to("textbox", texts.paste_text).await?;
    browser.keys(&text()).await?;
    browser.tab_to("button", texts.paste_add).await?;
    browser.key(Key::Enter).await?;
    browser.find("button", &of(texts.black, texts.paste_file)).await?;
    browser.focus_reaches("heading", texts.files).await?;
    Ok(texts.paste_file.to_owned())
}

/// Blackens a name wherever it stands by its words, and a street where it is selected; then gives it.
async fn blacken(browser: &Browser, name: &str, look: &mut Look) -> Result {
    let texts = Lang::Id.requesting();
    browser.tab_to("button", &of(texts.black, name)).await?;
    browser.key(Key::Enter).await?;
    browser.focus_reaches("textbox", texts.black_text).await?;
    // Whatever is typed into it, it says what it said.
    browser.keys("x").await?;
    browser.key(Key::Delete).await?;
    shows(browser, &text()).await?;
    let street = STREET.chars().count();
    // To its end, over the full stop, and back over the street.
    browser.key_with(Key::Control, Key::End, 1).await?;
    browser.key(Key::Left).await?;
    browser.key_with(Key::Shift, Key::Left, street).await?;
    browser.tab_to("button", texts.black_selection).await?;
    browser.key(Key::Enter).await?;
    shows(browser, &text().replace(STREET, "█████ ██████ ██")).await?;
    browser.tab_to("textbox", texts.black_words).await?;
    browser.keys(SECRET).await?;
    browser.tab_to("button", texts.black_all).await?;
    browser.key(Key::Enter).await?;
    shows(browser, &black()).await?;
    look.at(browser, "a text with something black").await?;
    browser.tab_to("button", texts.give).await?;
    browser.key(Key::Enter).await?;
    browser.sees(&fill(texts.blackened, &[("n", "3")])).await?;
    browser.sees(texts.now_given).await?;
    browser.focus_reaches("heading", texts.files).await
}

/// The text as everyone but the PPID reads it.
fn black() -> String {
    text().replace(STREET, "█████ ██████ ██").replace(SECRET, "████████ ██████")
}

/// Waits until the field of the text shows it so.
async fn shows(browser: &Browser, expected: &str) -> Result {
    let script = "return document.getElementById('black-text').value === arguments[0]";
    browser.until(&format!("the text {expected:?}"), script, vec![json!(expected)]).await.map(drop)
}

/// Presses the button of a file, and what the browser saves.
async fn download(browser: &Browser, folder: &Path, name: &str) -> Result<Vec<u8>> {
    browser.tab_to("button", &of(Lang::Id.request().download, name)).await?;
    browser.key(Key::Enter).await?;
    let start = Instant::now();
    let mut glance = tokio::time::interval(Duration::from_millis(50));
    while start.elapsed() < PATIENCE {
        glance.tick().await;
        // Browsers call it otherwise until all of it is there.
        if let Ok(bytes) = std::fs::read(folder.join(name)) {
            return Ok(bytes);
        }
    }
    fail(format!("{name} was not saved"))
}

/// Where the browser puts what it saves.
async fn downloads(browser: &Browser) -> Result<TempDir> {
    let folder = tempfile::tempdir()?;
    let place = json!({ "behavior": "allow", "downloadPath": folder.path().to_string_lossy() });
    browser.driver.cdp().send_raw("Browser.setDownloadBehavior", place).await?;
    Ok(folder)
}

/// Fails where something holds what was blackened.
fn tells_nothing(what: &str, told: &str) -> Result {
    for word in [SECRET, "Zubaidah", STREET] {
        check(!told.to_lowercase().contains(&word.to_lowercase()), format!("{what} tells of {word:?}"))?;
    }
    Ok(())
}

/// What the applicant is told by a program, and what anyone is.
async fn is_kept_from_programs(server: &Server, receipt: &RequestReceipt) -> Result {
    let address = [&server.address, address_of(GetRequest::PATH, &[&receipt.number]).as_str()].concat();
    let secret = format!("{RECEIPT_SCHEME} {}", receipt.secret);
    let asked = reqwest::Client::new().get(&address).header("authorization", secret);
    let told = asked.send().await?.error_for_status()?.text().await?;
    check(told.contains(PICTURE), format!("the applicant is not told of the picture: {told}"))?;
    tells_nothing("the interface", &told)
}

#[tokio::test]
async fn what_is_withheld_is_black_and_nowhere_else() -> Result {
    let (lang, texts) = (Lang::Id, Lang::Id.requesting());
    let server = Server::empty().await?;
    let mut main = server.seat("utama", "ppid_main").await?;
    let receipt = register(&server).await?;
    let browser = Browser::open(&server).await?;
    let mut look = Look::default();
    browser.go(&["/petugas/permohonan/", &receipt.number].concat()).await?;
    browser.sign_in(&mut main).await?;
    browser.sees(texts.no_files).await?;
    cover_picture(&browser, &mut look).await?;
    let name = paste(&browser, &mut look).await?;
    blacken(&browser, &name, &mut look).await?;
    for own in [PICTURE, name.as_str()] {
        browser.find("link", &of(texts.original, own)).await?;
    }
    look.at(&browser, "files that are given").await?;
    begin(&browser, RequestAction::GrantInPart).await?;
    let letter = [
        (texts.letter_number, "491/12/PPID"),
        (texts.official, "Kepala Dinas Contoh"),
        (texts.parts, "Wajah dan nama warga"),
        (texts.article, "Pasal contoh huruf h"),
    ];
    fill_and_send(&browser, RequestAction::GrantInPart, &letter, texts.now_told).await?;
    browser.press("button", lang.account().sign_out).await?;

    open_own(&browser, &receipt.number, &receipt.secret).await?;
    browser.find("heading", lang.request().files).await?;
    browser.sees(lang.request().in_part).await?;
    look.at(&browser, "files as their applicant sees them").await?;
    let page = "return document.documentElement.outerHTML";
    tells_nothing("the page", &browser.run(page, vec![]).await?.convert::<String>()?)?;
    browser.unfold(&[lang.request().read_here, " ", &name].concat()).await?;
    browser.sees(&black()).await?;
    let folder = downloads(&browser).await?;
    let saved = String::from_utf8(download(&browser, folder.path(), &name).await?)?;
    check(saved == black(), format!("the text that is saved is {saved:?}"))?;
    let picture = download(&browser, folder.path(), PICTURE).await?;
    let (shown, dark) = mark_in(&picture)?;
    check(shown == 0.0 && dark > 0.99, format!("the picture shows the mark in {shown}, black in {dark}"))?;
    check(!holds_gps(&picture), "the picture says where it was taken")?;
    is_kept_from_programs(&server, &receipt).await?;
    look.finds_nothing()?;
    browser.end().await
}
