//! Answers: a template written by keyboard alone, an answer made from it, and the responsible officer who releases it.

use shared::access::CaseAction;
use shared::complaint::desk::Approval;
use shared::complaint::{Filing, Outcome, Stage};
use shared::lang::Lang;
use tests_e2e::{Browser, Look, Result, Server, a_filing, check};
use thirtyfour::Key;

const TITLE: &str = "Lampu jalan padam di depan pasar";

fn action(action: CaseAction) -> &'static str {
    Lang::Id.case_action(action)
}

#[tokio::test]
async fn a_template_by_keyboard_alone() -> Result {
    let server = Server::empty().await?;
    let mut coordinator = server.seat("koordinator", "coordinator").await?;
    let browser = Browser::open(&server).await?;
    let texts = Lang::Id.answers();
    browser.go("/petugas/jawaban").await?;
    browser.sign_in(&mut coordinator).await?;
    browser.find("heading", texts.templates).await?;
    browser.tab_to("button", texts.add).await?;
    browser.key(Key::Enter).await?;
    browser.focus_reaches("textbox", texts.name).await?;
    browser.tab_to("button", texts.save).await?;
    browser.key(Key::Enter).await?;
    // What is wrong has the focus.
    browser.focus_reaches("textbox", texts.name).await?;
    browser.keys("Lampu menyala").await?;
    browser.tab_to("textbox", texts.text).await?;
    browser.keys("Lampu di {nama jalan} menyala.").await?;
    browser.tab_to("button", texts.save).await?;
    browser.key(Key::Enter).await?;
    browser.sees(texts.saved).await?;
    browser.focus_reaches("heading", texts.templates).await?;
    browser.tab_to("button", "Ubah Lampu menyala").await?;
    browser.key(Key::Enter).await?;
    browser.focus_reaches("textbox", texts.name).await?;
    browser.tab_to("button", texts.remove).await?;
    browser.key(Key::Enter).await?;
    browser.focus_reaches("button", texts.remove_sure).await?;
    browser.key(Key::Enter).await?;
    browser.is_gone("button", "Ubah Lampu menyala").await?;
    browser.end().await
}

#[tokio::test]
async fn an_answer_from_a_template_waits_for_the_officer() -> Result {
    let server = Server::empty().await?;
    let (texts, desk) = (Lang::Id.answers(), Lang::Id.desk());
    let filing = Filing { sector: Some("listrik".to_owned()), ..a_filing(TITLE) };
    let filed = server.http().file(&filing, 1).await?;
    let mut coordinator = server.seat("koordinator", "coordinator").await?;
    let mut officer = server.seat("penanggung", "responsible_officer:esdm").await?;
    let mut liaison = server.seat("penghubung", "liaison:esdm").await?;
    let browser = Browser::open(&server).await?;
    let case = ["/petugas/aduan/", &filed.code].concat();
    browser.go(&case).await?;
    browser.sign_in(&mut coordinator).await?;
    browser.press("button", action(CaseAction::Dispose)).await?;
    let form = browser.find("group", action(CaseAction::Dispose)).await?;
    browser.find_in(&form, "button", action(CaseAction::Dispose)).await?.click().await?;
    stage_is(&browser, Stage::Disposed).await?;
    browser.press("button", Lang::Id.account().sign_out).await?;

    browser.go("/petugas/jawaban").await?;
    browser.sign_in(&mut officer).await?;
    browser.press("button", texts.require).await?;
    browser.sees(texts.needed).await?;
    let mut look = Look::default();
    look.at(&browser, "the answers' page").await?;
    browser.press("button", Lang::Id.account().sign_out).await?;

    browser.go(&case).await?;
    browser.sign_in(&mut liaison).await?;
    browser.press("button", action(CaseAction::Answer)).await?;
    let form = browser.find("group", action(CaseAction::Answer)).await?;
    browser.sees(texts.waits).await?;
    browser.fill(desk.answer, "Tulisan sendiri.").await?;
    browser.select(texts.template, "Dijadwalkan").await?;
    browser.find_in(&form, "button", action(CaseAction::Answer)).await?.click().await?;
    // Who plans says until when, and what is open in the text must be filled in.
    browser.sees("Bagian ini perlu diisi").await?;
    let day: String = browser
        .run("return new Date(Date.now() + 9 * 864e5).toISOString().slice(0, 10)", vec![])
        .await?
        .convert()?;
    browser.pick(texts.promised_on, &day).await?;
    browser.find_in(&form, "button", action(CaseAction::Answer)).await?.click().await?;
    browser.sees("Isi dulu bagian di dalam kurung kurawal").await?;
    browser.fill("apa yang akan dikerjakan", "penggantian kabel").await?;
    let words = browser.find("textbox", desk.answer).await?.value().await?.unwrap_or_default();
    check(words.contains("Pekerjaan penggantian kabel kami jadwalkan") && !words.contains('{'), &words)?;
    check(words.contains(&filed.code) && words.contains(TITLE), &words)?;
    look.at(&browser, "an answer from a template").await?;
    browser.find_in(&form, "button", action(CaseAction::Answer)).await?.click().await?;
    browser.find("heading", texts.waiting).await?;
    browser.press("button", Lang::Id.account().sign_out).await?;

    browser.go("/petugas").await?;
    browser.sign_in(&mut officer).await?;
    browser.press("link", TITLE).await?;
    browser.press("button", action(CaseAction::Approve)).await?;
    let form = browser.find("group", action(CaseAction::Approve)).await?;
    browser.choose("radio", Lang::Id.approval(Approval::SentBack)).await?;
    browser.find_in(&form, "button", action(CaseAction::Approve)).await?.click().await?;
    browser.sees("Bagian ini perlu diisi").await?;
    look.at(&browser, "an answer to be approved").await?;
    browser.choose("radio", Lang::Id.approval(Approval::Released)).await?;
    browser.find_in(&form, "button", action(CaseAction::Approve)).await?.click().await?;
    stage_is(&browser, Stage::Answered).await?;

    browser.go(&["/lacak/", &filed.code].concat()).await?;
    browser.sees(Lang::Id.outcome(Outcome::Planned)).await?;
    look.finds_nothing()?;
    browser.end().await
}

async fn stage_is(browser: &Browser, stage: Stage) -> Result {
    let script = "return document.querySelector('.badge-stage')?.textContent === arguments[0]";
    let wanted = serde_json::json!(Lang::Id.stage(stage));
    browser.until(&format!("the stage {stage}"), script, vec![wanted]).await.map(drop)
}
