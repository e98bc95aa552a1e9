//! A whole list comes in from a table, and a warning goes out with a recording: by keyboard alone.

use std::fmt::Write as _;

use shared::information::{Category, Form, InformationAction};
use shared::lang::{Lang, fill};
use shared::problem::Problem;
use tests_e2e::{Browser, Look, Result, Server, check};
use thirtyfour::{By, Key};

const TITLE: &str = "Peringatan banjir Sungai Palu";

/// A list of fifty, as an office keeps it; what is bad takes the place of a row's category and day.
fn list(bad: &[u32]) -> Result<String> {
    let mut table = "No,Judul,Ringkasan isi,Kategori,Perangkat Daerah,Penanggung jawab,Waktu pembuatan,Bentuk,Retensi\r\n"
        .to_owned();
    for number in 1..=50 {
        let (category, made) =
            if bad.contains(&number) { ("Rahasia", "kemarin") } else { ("Setiap saat", "5 Januari 2026") };
        write!(
            table,
            "{number},Data contoh nomor {number},Isi data contoh nomor {number},{category},bpbd,Sekretaris (contoh),\
             {made},Softcopy,Permanen\r\n"
        )?;
    }
    Ok(table)
}

#[tokio::test]
async fn a_list_comes_in_and_a_warning_goes_out() -> Result {
    let server = Server::empty().await?;
    let texts = Lang::Id.informing();
    let mut main = server.seat("utama", "ppid_main").await?;
    let browser = Browser::open(&server).await?;
    let folder = tempfile::tempdir()?;
    let file = |name: &str, bytes: &[u8]| -> Result<String> {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes)?;
        Ok(path.display().to_string())
    };
    browser.go("/petugas/informasi").await?;
    browser.sign_in(&mut main).await?;
    browser.sees(texts.none).await?;
    browser.tab_to("link", texts.import).await?;
    browser.key(Key::Enter).await?;
    browser.focus_reaches("heading", texts.import).await?;
    let mut look = Look::default();
    look.at(&browser, "the import of a list").await?;

    let choose = async |path: String| -> Result {
        let picker = browser.driver.find(By::Id("information-table")).await?;
        Ok(picker.send_keys(path).await?)
    };
    choose(file("dip.csv", list(&[7, 31])?.as_bytes())?).await?;
    browser.focus_reaches("heading", texts.import_wrong).await?;
    for (line, field, problem) in [
        ("8", texts.category, Problem::UnknownValue),
        ("8", texts.made_on, Problem::NotADate),
        ("32", texts.category, Problem::UnknownValue),
        ("32", texts.made_on, Problem::NotADate),
    ] {
        let why = Lang::Id.problem(problem);
        browser.sees(&fill(texts.import_fault, &[("line", line), ("field", field), ("why", &why)])).await?;
    }
    look.at(&browser, "what is wrong with a list").await?;
    browser.tab_to("link", texts.page).await?;
    browser.key(Key::Enter).await?;
    // Nothing of it came in.
    browser.sees(texts.none).await?;
    browser.tab_to("link", texts.import).await?;
    browser.key(Key::Enter).await?;
    browser.focus_reaches("heading", texts.import).await?;
    choose(file("dip.csv", list(&[])?.as_bytes())?).await?;
    browser.focus_reaches("heading", texts.import_would).await?;
    browser.sees("Data contoh nomor 20").await?;
    look.at(&browser, "a list that is ready to come in").await?;
    browser.tab_to("button", texts.import_publish).await?;
    browser.key(Key::Enter).await?;
    browser.focus_reaches("heading", texts.import_done).await?;
    browser.sees(&fill(texts.import_entered, &[("n", "50")])).await?;
    look.at(&browser, "a list that has come in").await?;

    browser.tab_to("link", texts.back).await?;
    browser.key(Key::Enter).await?;
    browser.focus_reaches("heading", texts.page).await?;
    browser.tab_to("link", texts.new).await?;
    browser.key(Key::Enter).await?;
    browser.focus_reaches("heading", texts.new_heading).await?;
    browser.tab_to("textbox", texts.title).await?;
    browser.keys(TITLE).await?;
    browser.tab_to("textbox", texts.summary).await?;
    browser.keys("Air naik. Warga di bantaran diminta mengungsi.").await?;
    browser.key(Key::Tab).await?;
    browser.arrow_to(Lang::Id.information_category(Category::Immediate)).await?;
    browser.tab_to("combobox", texts.agency).await?;
    browser.keys("Badan").await?;
    browser.tab_to("textbox", texts.official).await?;
    browser.keys("Kepala Pelaksana").await?;
    browser.tab_to("", texts.made_on).await?;
    browser.keys("01122026").await?;
    browser.tab_to("checkbox", Lang::Id.information_form(Form::Recording)).await?;
    browser.keys(" ").await?;
    browser.tab_to("textbox", texts.plain).await?;
    browser.keys("Pergilah ke tempat yang tinggi.").await?;
    browser.tab_to("button", texts.save).await?;
    browser.key(Key::Enter).await?;
    browser.focus_reaches("heading", TITLE).await?;
    let voice = file("peringatan.mp3", b"ID3\x04\0\0\0\0\0\x21 a voice")?;
    browser.driver.find(By::Id("information-files")).await?.send_keys(voice).await?;
    let there = "return document.querySelectorAll('.attachment-ready').length === 1";
    browser.until("the recording to be there", there, vec![]).await?;
    browser.tab_to("button", Lang::Id.information_action(InformationAction::Publish)).await?;
    browser.key(Key::Enter).await?;
    browser.sees(texts.now_published).await?;
    // At the first question, without any waiting.
    for path in ["/", "/informasi/serta-merta/atom.xml", "/informasi/atom.xml", "/api/v1/information.csv"] {
        let told = server.http().get(path).await?.text().await?;
        check(told.contains(TITLE), format!("{path} does not tell it"))?;
    }
    let listed = server.http().get("/api/v1/information.csv").await?.text().await?;
    check(listed.lines().count() == 52, format!("{} lines are listed", listed.lines().count()))?;
    browser.go("/").await?;
    browser.tab_to("link", TITLE).await?;
    browser.key(Key::Enter).await?;
    browser.find_on_next("heading", TITLE).await?;
    let plays =
        "return document.querySelector('audio[controls]')?.getAttribute('src')?.startsWith('/informasi/')";
    browser.until("a recording to be played", plays, vec![]).await?;
    // Who comes to the first page from another one finds it there, too.
    browser.go("/panduan").await?;
    browser.driver.find(By::Css("a.brand")).await?.click().await?;
    browser.find("link", TITLE).await?;
    look.at(&browser, "the first page from another one").await?;
    look.finds_nothing()?;
    browser.end().await
}

#[tokio::test]
async fn the_list_answers_while_somebody_types() -> Result {
    let server = Server::demo().await?;
    let texts = Lang::Id.information();
    let browser = Browser::open(&server).await?;
    browser.go("/informasi").await?;
    browser.sees("Contoh: Standar pelayanan pengaduan").await?;
    browser.tab_to("textbox", texts.search).await?;
    browser.keys("angg").await?;
    browser.sees(&Lang::Id.information_found(2, false)).await?;
    browser.is_gone("link", "Contoh: Standar pelayanan pengaduan").await?;
    browser.keys(" renc").await?;
    browser.sees(&Lang::Id.information_found(1, false)).await?;
    browser.find("link", "Contoh: Rencana kerja dan anggaran 2025").await?;
    // Whoever types goes on typing, and what they look for can be passed on.
    let (role, name) = browser.focus().await?;
    check(role == "textbox" && name.starts_with(texts.search), format!("the focus is on {role} {name}"))?;
    let address = browser.address().await?;
    check(
        address.contains("q=angg%20renc"),
        format!("the address {address} does not say what is looked for"),
    )?;
    let mut look = Look::default();
    look.at(&browser, "the list while somebody types").await?;
    browser.keys(" xyz").await?;
    browser.find("link", texts.ask).await?;
    look.at(&browser, "a list that has nothing").await?;
    browser.reload().await?;
    check(browser.value(texts.search).await? == "angg renc xyz", "what was typed is gone")?;
    look.finds_nothing()?;
    browser.end().await
}
