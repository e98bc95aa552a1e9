//! Something is excluded after a consequence test, and everyone reads that it is and nothing of what it says: by keyboard alone.

use shared::information::consequence::{ConsequenceAction, ConsequenceOutcome};
use shared::lang::Lang;
use tests_e2e::{Browser, Look, Result, Server, check};
use thirtyfour::Key;

const TITLE: &str = "Sebagian rencana pengamanan (contoh)";
/// What nobody outside may read.
const SECRET: &str = "Letak pos jaga rekaan";

#[tokio::test]
async fn a_proposal_is_considered_decided_and_told() -> Result {
    let texts = Lang::Id.excluding();
    let action = |action| Lang::Id.consequence_action(action);
    let server = Server::empty().await?;
    let mut main = server.seat("utama", "ppid_main").await?;
    let browser = Browser::open(&server).await?;
    let mut look = Look::default();
    browser.go("/petugas/informasi/uji").await?;
    browser.sign_in(&mut main).await?;
    browser.sees(texts.none).await?;
    browser.tab_to("link", texts.new).await?;
    browser.key(Key::Enter).await?;
    browser.focus_reaches("heading", texts.new_heading).await?;
    browser.tab_to("textbox", texts.public_title).await?;
    browser.keys(TITLE).await?;
    browser.tab_to("combobox", texts.agency).await?;
    browser.keys("Badan").await?;
    for (field, value) in [
        (texts.document, "Berkas contoh"),
        (texts.information, SECRET),
        (texts.law, "Undang-undang contoh, pasal contoh"),
        (texts.consequence, "Pengamanan menjadi sia-sia."),
        (texts.interest, "Keselamatan orang banyak."),
    ] {
        browser.tab_to("textbox", field).await?;
        browser.keys(value).await?;
    }
    browser.tab_to("", texts.proposed_until).await?;
    browser.keys("01122030").await?;
    browser.tab_to("textbox", texts.proposer).await?;
    browser.keys("Sekretaris Badan Contoh").await?;
    look.at(&browser, "a proposal").await?;
    browser.tab_to("button", texts.save).await?;
    browser.key(Key::Enter).await?;
    browser.focus_reaches("heading", TITLE).await?;

    browser.tab_to("button", action(ConsequenceAction::Consider)).await?;
    browser.key(Key::Enter).await?;
    browser.tab_to("textbox", texts.considered_by).await?;
    browser.keys("Kepala Biro Contoh").await?;
    browser.tab_to("textbox", texts.said).await?;
    browser.keys("Setuju seluruhnya.").await?;
    look.at(&browser, "a consideration").await?;
    browser.tab_to("button", action(ConsequenceAction::Consider)).await?;
    browser.key(Key::Enter).await?;
    browser.sees(texts.now_considered).await?;

    browser.tab_to("button", action(ConsequenceAction::Decide)).await?;
    browser.key(Key::Enter).await?;
    browser.tab_to("textbox", texts.number).await?;
    browser.keys("1/PPID/CONTOH").await?;
    browser.tab_to("radio", "").await?;
    browser.arrow_to(Lang::Id.consequence_outcome(ConsequenceOutcome::Excluded)).await?;
    look.at(&browser, "a decision").await?;
    browser.tab_to("button", action(ConsequenceAction::Decide)).await?;
    browser.key(Key::Enter).await?;
    browser.sees(texts.now_decided).await?;
    look.at(&browser, "a consequence test that is decided").await?;

    browser.go("/informasi/dikecualikan").await?;
    browser.sees(TITLE).await?;
    browser.sees("1/PPID/CONTOH").await?;
    check(!browser.says(SECRET).await?, "what is excluded is told")?;
    look.at(&browser, "the list of what is excluded").await?;
    for path in
        ["/informasi", "/informasi/atom.xml", "/catalog.ttl", "/api/v1/information.csv", "/sitemap.xml"]
    {
        let told = server.http().get(path).await?.text().await?;
        check(!told.contains(SECRET) && !told.contains(TITLE), format!("{path} tells of it"))?;
    }
    look.finds_nothing()?;
    browser.end().await
}

#[tokio::test]
async fn the_evidence_says_what_is_missing_and_where() -> Result {
    let (lang, texts) = (Lang::Id, Lang::Id.evidence());
    let server = Server::demo().await?;
    let mut main = server.seat("utama", "ppid_main").await?;
    let browser = Browser::open(&server).await?;
    browser.go("/petugas/informasi").await?;
    browser.sign_in(&mut main).await?;
    browser.tab_to("link", texts.page).await?;
    browser.key(Key::Enter).await?;
    browser.focus_reaches("heading", texts.page).await?;
    browser.find("heading", lang.evidence_point(shared::evidence::EvidencePoint::Catalogue)).await?;
    browser.find("link", "/catalog.jsonld").await?;
    let mut look = Look::default();
    look.at(&browser, "the evidence list").await?;
    // What is missing leads to where it is mended.
    browser.tab_to("link", "Informasi nomor").await?;
    browser.key(Key::Enter).await?;
    browser.find("link", lang.informing().back).await?;
    look.finds_nothing()?;
    browser.end().await
}
