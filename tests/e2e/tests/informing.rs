//! Public information: an agency's PPID writes it by keyboard alone, the province's sends it back, finds it complete and publishes it,
//! and everyone reads it.

use shared::information::{Category, Form, InformationAction, InformationStage};
use shared::lang::{Lang, fill};
use shared::problem::Problem;
use tests_e2e::pages::shell;
use tests_e2e::{Browser, Look, Result, Server, check};
use thirtyfour::{By, Key};

const TITLE: &str = "Rencana perbaikan jalan provinsi";

#[tokio::test]
async fn an_entry_is_written_by_keyboard_and_looked_through() -> Result {
    let server = Server::empty().await?;
    let texts = Lang::Id.informing();
    let mut agency = server.seat("pelaksana", "ppid_agency:bina_marga").await?;
    let mut main = server.seat("utama", "ppid_main").await?;
    let browser = Browser::open(&server).await?;
    browser.go("/petugas/informasi").await?;
    browser.sign_in(&mut agency).await?;
    browser.sees(texts.none).await?;
    let mut look = Look::default();
    look.at(&browser, "no information yet").await?;
    browser.tab_to("link", texts.new).await?;
    browser.key(Key::Enter).await?;
    browser.focus_reaches("heading", texts.new_heading).await?;
    browser.tab_to("button", texts.save).await?;
    browser.key(Key::Enter).await?;
    // What is wrong has the focus.
    browser.focus_reaches("textbox", texts.title).await?;
    look.at(&browser, "an entry's form with what is missing").await?;
    browser.keys(TITLE).await?;
    browser.tab_to("textbox", texts.summary).await?;
    browser.keys("Ruas jalan yang diperbaiki tahun ini.").await?;
    browser.key(Key::Tab).await?;
    browser.arrow_to(Lang::Id.information_category(Category::Regular)).await?;
    browser.tab_to("textbox", texts.official).await?;
    browser.keys("Kepala Bidang Jalan").await?;
    browser.tab_to("", texts.made_on).await?;
    browser.keys("01122026").await?;
    browser.tab_to("checkbox", Lang::Id.information_form(Form::Digital)).await?;
    browser.keys(" ").await?;
    browser.tab_to("button", texts.save).await?;
    browser.key(Key::Enter).await?;
    browser.focus_reaches("heading", TITLE).await?;
    browser.sees(texts.waits).await?;
    look.at(&browser, "an entry that waits").await?;
    // Files come into the draft; a page with a script does not.
    let folder = tempfile::tempdir()?;
    let file = |name: &str, bytes: &[u8]| -> Result<String> {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes)?;
        Ok(path.display().to_string())
    };
    let table = file("ruas.csv", b"ruas;panjang\nPalu;120\n")?;
    let voice = file("ruas.mp3", b"ID3\x04\0\0\0\0\0\x21 a voice")?;
    let page = file("ruas.html", b"<!doctype html><script>alert(1)</script>")?;
    let picker = browser.driver.find(By::Id("information-files")).await?;
    picker.send_keys([table, voice, page].join("\n")).await?;
    let there = "return document.querySelectorAll('.attachment-ready').length === 2";
    browser.until("two files to be there", there, vec![]).await?;
    let kind = Lang::Id.problem(Problem::FileKind);
    browser.sees(&kind).await?;
    look.at(&browser, "a draft's files, and one that is refused").await?;
    browser.tab_to("button", &fill(texts.remove_file, &[("name", "ruas.html")])).await?;
    browser.key(Key::Enter).await?;
    browser.focus_reaches("heading", texts.files).await?;
    let address = browser.address().await?;
    browser.press("button", Lang::Id.account().sign_out).await?;

    browser.go(&address).await?;
    browser.sign_in(&mut main).await?;
    let send_back = Lang::Id.information_action(InformationAction::SendBack);
    let complete = Lang::Id.information_action(InformationAction::Check);
    let publish = Lang::Id.information_action(InformationAction::Publish);
    browser.press("button", complete).await?;
    browser.sees(texts.now_checked).await?;
    browser.press("button", send_back).await?;
    let form = browser.find("group", send_back).await?;
    browser.find_in(&form, "button", send_back).await?.click().await?;
    browser.focus_reaches("textbox", texts.reason).await?;
    look.at(&browser, "a reason to send it back").await?;
    browser.keys("Sebutkan panjang ruasnya").await?;
    browser.find_in(&form, "button", send_back).await?.click().await?;
    browser.sees(texts.now_sent_back).await?;
    browser.sees(&fill(texts.sent_back, &[("reason", "Sebutkan panjang ruasnya")])).await?;
    browser.press("button", texts.change).await?;
    browser.focus_reaches("textbox", texts.title).await?;
    browser.fill(texts.summary, "Ruas jalan sepanjang 120 km yang diperbaiki tahun ini.").await?;
    browser.press("button", texts.save).await?;
    browser.sees(texts.saved).await?;
    browser.press("button", complete).await?;
    browser.sees(texts.now_checked).await?;
    browser.press("button", publish).await?;
    browser.sees(texts.now_published).await?;
    look.at(&browser, "an entry that is public").await?;

    browser.press("link", texts.back).await?;
    browser.press("link", Lang::Id.information_stage(InformationStage::Draft)).await?;
    browser.sees(texts.none_here).await?;
    browser.press("link", Lang::Id.information_stage(InformationStage::Published)).await?;
    browser.find("link", TITLE).await?;
    look.at(&browser, "the list of entries").await?;
    browser.fill(texts.find, "jembatan").await?;
    browser.sees(texts.none_here).await?;
    browser.fill(texts.find, "PERBAIKAN").await?;
    browser.find("link", TITLE).await?;
    let address = browser.address().await?;
    check(address.contains("q=PERBAIKAN"), format!("the address {address} does not say what is looked for"))?;
    browser.press("link", TITLE).await?;
    browser.press("link", texts.public_page).await?;
    browser.find("heading", TITLE).await?;
    browser.sees("sepanjang 120 km").await?;
    browser.find("link", "ruas.csv").await?;
    let plays =
        "return document.querySelector('audio[controls]')?.getAttribute('src')?.startsWith('/informasi/')";
    browser.until("a recording to be played", plays, vec![]).await?;
    look.at(&browser, "the public page of an entry with files").await?;
    look.finds_nothing()?;
    // The refused file.
    browser.end_after(&[422]).await
}

#[tokio::test]
async fn what_is_immediate_is_on_the_first_page_at_once() -> Result {
    let server = Server::empty().await?;
    let texts = Lang::Id.informing();
    let mut agency = server.seat("pelaksana", "ppid_agency:bpbd").await?;
    let browser = Browser::open(&server).await?;
    browser.go("/petugas/informasi/baru").await?;
    browser.sign_in(&mut agency).await?;
    browser.fill(texts.title, "Peringatan banjir Sungai Palu").await?;
    browser.fill(texts.summary, "Air naik. Warga di bantaran diminta mengungsi.").await?;
    browser.choose("radio", Lang::Id.information_category(Category::Immediate)).await?;
    browser.fill(texts.official, "Kepala Pelaksana").await?;
    browser.pick(texts.made_on, "2026-01-12").await?;
    browser.fill(texts.plain, "Pergilah ke tempat yang tinggi.").await?;
    browser.choose("checkbox", Lang::Id.information_form(Form::Digital)).await?;
    browser.press("button", texts.save).await?;
    browser.press("button", Lang::Id.information_action(InformationAction::Publish)).await?;
    browser.sees(texts.now_published).await?;
    browser.go("/").await?;
    browser.find("link", "Peringatan banjir Sungai Palu").await?;
    let mut look = Look::default();
    look.at(&browser, "the first page with what is immediate").await?;
    // It belongs to that page.
    browser.press("link", shell().nav_recap).await?;
    browser.find("heading", Lang::Id.recap().title).await?;
    let is_shown = "return document.querySelector('.immediate').checkVisibility()";
    let is_shown: bool = browser.run(is_shown, vec![]).await?.convert()?;
    check(!is_shown, "it stands on another page, too")?;
    // Where there is no recording, the device reads it, beginning with what it is called.
    browser.record_voice().await?;
    browser.go("/informasi/1").await?;
    browser.finds_voices(&[("id-ID", true)]).await?;
    browser.press("button", Lang::Id.aloud().open).await?;
    browser.is_saying().await?;
    let said = browser.hears_everything().await?;
    let is_said = |words: &str| said.iter().any(|one| one.text.contains(words));
    check(
        is_said("Peringatan banjir Sungai Palu") && is_said("Pergilah ke tempat yang tinggi"),
        format!("{said:?}"),
    )?;
    look.finds_nothing()?;
    browser.end().await
}
