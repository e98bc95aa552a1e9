//! A copy that was blackened elsewhere is looked through before it is given: a word that is still in it is told, and one without
//! it goes out. By keyboard alone.

use std::fmt::Write as _;

use shared::lang::{Lang, fill};
use shared::problem::Problem;
use tests_e2e::{Browser, Look, Result, Server, check};
use thirtyfour::{By, Key};

use crate::blackened::{of, register};

/// Names that were to be gone, one on each line.
const WORDS: [&str; 2] = ["Zubaidah Rekaan", "Jalan Rekaan 17"];
const BAD: &str = "berita-acara.pdf";
const GOOD: &str = "berita-acara-hitam.pdf";

/// A document of one page with a line of text.
fn pdf(text: &str) -> Result<Vec<u8>> {
    let drawn = format!("BT /F1 12 Tf 72 720 Td ({text}) Tj ET");
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Count 1/Kids[4 0 R]>>".to_owned(),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents 5 0 R>>"
            .to_owned(),
        format!("<</Length {}>>stream\n{drawn}\nendstream", drawn.len()),
    ];
    let (mut document, mut places) = ("%PDF-1.7\n".to_owned(), String::new());
    for (at, object) in objects.iter().enumerate() {
        writeln!(places, "{:010} 00000 n ", document.len())?;
        write!(document, "{} 0 obj\n{object}\nendobj\n", at + 1)?;
    }
    let (size, table) = (objects.len() + 1, document.len());
    let end = format!("trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n");
    Ok(format!("{document}xref\n0 {size}\n0000000000 65535 f \n{places}{end}").into_bytes())
}

/// Opens the form of a copy and has it looked through for the words.
async fn look_through(browser: &Browser, name: &str, look: &mut Look) -> Result {
    let texts = Lang::Id.requesting();
    browser.tab_to("button", &of(texts.look_through, name)).await?;
    browser.key(Key::Enter).await?;
    browser.focus_reaches("textbox", texts.gone_words).await?;
    look.at(browser, "a copy that is to be looked through").await?;
    for word in WORDS {
        browser.keys(word).await?;
        browser.key(Key::Enter).await?;
    }
    browser.tab_to("button", texts.look_through).await?;
    browser.key(Key::Enter).await
}

#[tokio::test]
async fn a_copy_goes_out_once_the_words_are_gone_from_it() -> Result {
    let (lang, texts) = (Lang::Id, Lang::Id.requesting());
    let server = Server::empty().await?;
    let mut main = server.seat("utama", "ppid_main").await?;
    let receipt = register(&server).await?;
    let browser = Browser::open(&server).await?;
    let mut look = Look::default();
    let folder = tempfile::tempdir()?;
    let file = |name: &str, text: &str| -> Result<String> {
        let path = folder.path().join(name);
        std::fs::write(&path, pdf(text)?)?;
        Ok(path.display().to_string())
    };
    browser.go(&["/petugas/permohonan/", &receipt.number].concat()).await?;
    browser.sign_in(&mut main).await?;
    browser.sees(texts.no_files).await?;
    let files =
        [file(BAD, &["Ditulis oleh ", WORDS[0]].concat())?, file(GOOD, "Ditulis oleh seorang warga")?];
    let picker = browser.driver.find(By::Id("request-file-picker")).await?;
    picker.send_keys(files.join("\n")).await?;
    browser.find("button", &of(texts.look_through, BAD)).await?;
    browser.find("button", &of(texts.look_through, GOOD)).await?;

    look_through(&browser, BAD, &mut look).await?;
    let still = lang.document_problem(Problem::StillThere(1)).ok_or("no sentence")?;
    let told = |word: &str| fill(texts.gone_word, &[("word", word), ("problem", &still)]);
    browser.sees(&told(WORDS[0])).await?;
    check(!browser.says(&told(WORDS[1])).await?, "a word is told that is not there")?;
    look.at(&browser, "a copy that still says it").await?;
    browser.tab_to("button", lang.desk().cancel).await?;
    browser.key(Key::Enter).await?;
    browser.focus_reaches("heading", texts.files).await?;
    let remove = fill(lang.informing().remove_file, &[("name", BAD)]);
    browser.tab_to("button", &remove).await?;
    browser.key(Key::Enter).await?;
    browser.sees(texts.now_removed).await?;
    browser.focus_reaches("heading", texts.files).await?;
    check(!browser.says(BAD).await?, "the copy is still there")?;

    look_through(&browser, GOOD, &mut look).await?;
    browser.sees(&fill(texts.checked, &[("n", "2")])).await?;
    browser.sees(texts.now_given).await?;
    browser.focus_reaches("heading", texts.files).await?;
    // What was looked for is kept nowhere that can be seen.
    browser.reload().await?;
    browser.find("heading", texts.files).await?;
    for word in WORDS {
        check(!browser.says(word).await?, format!("{word:?} is kept"))?;
    }
    look.finds_nothing()?;
    // The first copy was refused.
    browser.end_after(&[422]).await
}
