//! Every page in both colours and at three widths: axe finds nothing, nothing is wider than its screen, and the
//! console is silent.

use shared::lang::Lang;
use tests_e2e::pages::{Answers, CasePage, FormPage, RecapPage, shell};
use tests_e2e::{Browser, Line, Look, Result, Server, photo_with_mark};

#[tokio::test]
async fn pages_that_everyone_sees() -> Result {
    let server = Server::demo().await?;
    let browser = Browser::open(&server).await?;
    let mut look = Look::default();
    browser.go("/").await?;
    browser.sees(Lang::Id.recap().live).await?;
    look.at(&browser, "the first page").await?;
    browser.go("/lacak").await?;
    look.at(&browser, "the field for a code").await?;
    browser.press("button", Lang::Id.tracking().look_up).await?;
    look.at(&browser, "the field for a code, mistyped").await?;
    browser.go("/petugas").await?;
    look.at(&browser, "the staff's room").await?;
    browser.go("/informasi?q=tidakada&category=regular").await?;
    browser.sees(Lang::Id.information().not_found).await?;
    look.at(&browser, "public information that is not there").await?;
    browser.go("/").await?;
    let script = "history.pushState(null, '', '/tidak-ada'); dispatchEvent(new PopStateEvent('popstate'))";
    browser.run(script, vec![]).await?;
    browser.find("heading", shell().not_found).await?;
    look.at(&browser, "not found").await?;
    browser.press("button", "English").await?;
    browser.find("heading", Lang::En.shell().not_found).await?;
    look.at(&browser, "not found, in English").await?;
    look.finds_nothing()?;
    browser.end().await
}

#[tokio::test]
async fn every_part_in_every_state() -> Result {
    let server = Server::empty().await?;
    let browser = Browser::open(&server).await?;
    let mut look = Look::default();
    browser.go("/gaya").await?;
    look.at(&browser, "all parts").await?;
    look.finds_nothing()?;
    browser.end().await
}

#[tokio::test]
async fn the_recap() -> Result {
    let server = Server::demo().await?;
    let browser = Browser::open(&server).await?;
    let texts = Lang::Id.recap();
    let mut look = Look::default();
    let page = RecapPage::open(&browser, "").await?;
    page.is_live().await?;
    look.at(&browser, "the recap").await?;
    browser.unfold(texts.filters).await?;
    for chart in [texts.by_sector, texts.by_month] {
        page.table(chart).await?;
    }
    look.at(&browser, "the recap with filters and tables unfolded").await?;
    let page = RecapPage::open(&browser, "?as_of=2020-06-30&stage=disposed").await?;
    page.total_becomes(26).await?;
    look.at(&browser, "the recap of a past day").await?;
    browser.go("/rekap?sector=listrik&from=2001-01&to=2001-01").await?;
    browser.sees(texts.nothing_found).await?;
    look.at(&browser, "the recap with nothing in it").await?;
    browser.go("/rekap?as_of=2999-01-01").await?;
    browser.sees(texts.bad_filter).await?;
    look.at(&browser, "the recap under an impossible filter").await?;
    look.finds_nothing()?;
    browser.end_after(&[422]).await
}

#[tokio::test]
async fn the_form_and_the_receipt() -> Result {
    let server = Server::empty().await?;
    let browser = Browser::open(&server).await?;
    let texts = Lang::Id.filing();
    let answers = Answers::default();
    let mut look = Look::default();
    let form = FormPage::open(&browser).await?;
    look.at(&browser, "the class").await?;
    form.class().await?;
    look.at(&browser, "what happened").await?;
    browser.press("button", texts.next).await?;
    browser.focus_reaches("alert", "").await?;
    look.at(&browser, "what happened, with problems").await?;
    form.what(&answers).await?;
    look.at(&browser, "the place").await?;
    form.place(&answers).await?;
    look.at(&browser, "the sector").await?;
    form.sector(&answers).await?;
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("bukan-foto.png");
    std::fs::write(&file, "<!doctype html><title>bukan foto</title>")?;
    form.attach(&file).await?;
    browser.sees(&Lang::Id.problem(shared::problem::Problem::FileKind)).await?;
    look.at(&browser, "the files, one of them refused").await?;
    browser.press("button", texts.remove_file).await?;
    let photo = folder.path().join("jembatan.jpg");
    std::fs::write(&photo, photo_with_mark()?)?;
    form.attach(&photo).await?;
    browser.sees(texts.file_held).await?;
    look.at(&browser, "the files, with a photo").await?;
    let redact = Lang::Id.redact();
    browser.press("button", redact.open).await?;
    browser.find("heading", redact.heading).await?;
    look.at(&browser, "the tool for covering").await?;
    browser.press("button", redact.add).await?;
    browser.focus_reaches("button", &Lang::Id.cover_place(1, 1, [41, 38, 19, 25])).await?;
    look.at(&browser, "the tool with a box").await?;
    browser.press("button", redact.nearer).await?;
    look.at(&browser, "the tool, zoomed in").await?;
    browser.press("button", redact.cancel).await?;
    browser.find("heading", redact.ask).await?;
    look.at(&browser, "the question before boxes are thrown away").await?;
    browser.press("button", redact.stay).await?;
    browser.press("button", redact.save).await?;
    browser.sees(&Lang::Id.covered(1)).await?;
    look.at(&browser, "the files, with a covered photo").await?;
    form.files().await?;
    look.at(&browser, "the protection").await?;
    form.protection().await?;
    look.at(&browser, "the summary").await?;
    let receipt = form.send().await?.receipt().await?;
    look.at(&browser, "the receipt").await?;

    CasePage::open_own(&browser, &receipt).await?;
    look.at(&browser, "a complaint, for its reporter").await?;
    browser.press("button", Lang::Id.tracking().withdraw).await?;
    look.at(&browser, "a complaint about to be withdrawn").await?;
    browser.press("button", Lang::Id.tracking().close).await?;
    browser.find("textbox", Lang::Id.tracking().secret).await?;
    look.at(&browser, "a complaint by its code").await?;
    look.finds_nothing()?;
    // The refused file is answered with 415 or 422.
    browser.end_after(&[415, 422]).await
}

#[tokio::test]
async fn an_answer_that_waits_for_its_verdict() -> Result {
    let mut server = Server::demo().await?;
    let is_answered = |view: &shared::complaint::ComplaintView| {
        view.own.as_ref().is_some_and(|own| own.actions.contains(&shared::complaint::ReporterAction::Accept))
    };
    let receipt = server.demo_receipt(is_answered).await?;
    let browser = Browser::open(&server).await?;
    let mut look = Look::default();
    CasePage::open_own(&browser, &receipt).await?;
    look.at(&browser, "an answered complaint").await?;
    for verdict in [Lang::Id.tracking().accept, Lang::Id.tracking().refuse] {
        browser.choose("radio", verdict).await?;
        look.at(&browser, &format!("an answered complaint, {verdict:?}")).await?;
    }
    look.finds_nothing()?;
    browser.end().await
}

#[tokio::test]
async fn what_the_phone_keeps() -> Result {
    let server = Server::empty().await?;
    let mut line = Line::to(&server).await?;
    let browser = Browser::open_with(&line.address, tempfile::tempdir()?).await?;
    let (texts, kept) = (Lang::Id.filing(), Lang::Id.kept());
    let mut look = Look::default();
    let form = FormPage::open(&browser).await?;
    browser.has_copy_of("/adukan").await?;
    form.class().await?;
    browser.fill(texts.title, "Lampu jalan padam").await?;
    browser.sees(kept.saved).await?;
    browser.press("link", texts.back).await?;
    browser.press("button", kept.another).await?;
    browser.find("heading", kept.heading).await?;
    form.up_to_review(&Answers::default()).await?;
    look.at(&browser, "the summary, kept").await?;
    line.cut().await;
    browser.is_told_offline(true).await?;
    browser.press("button", texts.send).await?;
    browser.sees(kept.waiting).await?;
    look.at(&browser, "a draft and a filing that waits").await?;
    browser.press("button", &format!("{} “Lampu jalan padam”", kept.remove)).await?;
    browser.find("button", kept.undo).await?;
    look.at(&browser, "a draft that was removed").await?;
    browser.unfold(kept.storing).await?;
    browser.choose("switch", kept.keep).await?;
    browser.find("heading", kept.wipe_heading).await?;
    look.at(&browser, "the question before wiping").await?;
    browser.press("button", kept.wipe_not).await?;
    browser.press("link", shell().title).await?;
    browser.sees(&Lang::Id.kept_in_short(1, 0, 0)).await?;
    look.at(&browser, "the first page while something waits").await?;
    browser.driver.goto(format!("{}/petugas", line.address)).await?;
    browser.find("heading", "Tidak ada sambungan internet").await?;
    look.at(&browser, "the page that says what still works").await?;
    line.mend().await?;
    browser.is_told_offline(false).await?;
    browser.go("/adukan").await?;
    browser.sees(kept.received).await?;
    look.at(&browser, "a filing that went by itself").await?;
    line.brings_news();
    browser.run("navigator.serviceWorker.getRegistration().then(one => one.update())", vec![]).await?;
    browser.sees(kept.newer).await?;
    look.at(&browser, "the notice of a new version").await?;
    look.finds_nothing()
}
