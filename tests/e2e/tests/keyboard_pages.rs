//! Every page besides the form by keyboard alone: nothing in these stories is clicked.

use shared::complaint::{ReporterAction, Stage};
use shared::lang::Lang;
use shared::problem::Problem;
use shared::recap::Dimension;
use tests_e2e::pages::{CasePage, RecapPage, shell};
use tests_e2e::{Browser, Result, Server, Size, a_filing, check};
use thirtyfour::Key;

/// The role of what unfolds a part: browsers keep it to themselves.
const SUMMARY: &str = "";

/// Presses what the tabulator comes to.
async fn press(browser: &Browser, role: &str, name: &str) -> Result {
    browser.tab_to(role, name).await?;
    browser.key(Key::Enter).await
}

#[tokio::test]
async fn the_first_page_leads_everywhere() -> Result {
    let server = Server::demo().await?;
    let browser = Browser::open(&server).await?;
    let filed = server.http().file(&a_filing("Lampu jalan padam di depan pasar"), 1).await?;
    browser.go("/").await?;
    browser.tab_to("textbox", Lang::Id.home().code).await?;
    browser.keys(&filed.code.to_lowercase().replace('-', "")).await?;
    browser.key(Key::Enter).await?;
    browser.arrives_at(&format!("{} {}", Lang::Id.tracking().case, filed.code)).await?;
    press(&browser, "link", Lang::Id.tracking().other_code).await?;
    browser.arrives_at(Lang::Id.tracking().heading).await?;

    browser.go("/").await?;
    press(&browser, "link", Lang::Id.home().recap_button).await?;
    browser.arrives_at(Lang::Id.recap().title).await?;
    browser.end().await
}

#[tokio::test]
async fn skipping_language_and_theme() -> Result {
    let server = Server::empty().await?;
    let browser = Browser::open(&server).await?;
    browser.go("/panduan").await?;
    press(&browser, "link", shell().skip).await?;
    let in_main = "return document.activeElement.id === 'main'";
    browser.until("the focus in the content", in_main, vec![]).await?;
    let (role, _) = browser.focus().await?;
    check(role == "main", format!("the focus is on a {role}"))?;

    browser.go("/lacak").await?;
    press(&browser, "button", "English").await?;
    browser.focus_reaches("button", "Bahasa Indonesia").await?;
    browser.find("heading", Lang::En.tracking().heading).await?;
    press(&browser, "button", Lang::En.shell().theme_auto).await?;
    browser.focus_reaches("button", Lang::En.shell().theme_light).await?;
    browser.key(Key::Enter).await?;
    browser.focus_reaches("button", Lang::En.shell().theme_dark).await?;
    let theme = "return document.documentElement.dataset.theme";
    let theme: String = browser.run(theme, vec![]).await?.convert()?;
    check(theme == "dark", format!("the theme is {theme:?}"))?;
    browser.end().await
}

#[tokio::test]
async fn a_complaint_is_found_opened_and_withdrawn() -> Result {
    let server = Server::empty().await?;
    let browser = Browser::open(&server).await?;
    let texts = Lang::Id.tracking();
    let filing = a_filing("Lampu jalan padam di depan pasar");
    let filed = server.http().file(&filing, 1).await?;
    browser.go("/lacak").await?;
    browser.tab_to("textbox", texts.code).await?;
    browser.keys("AAA").await?;
    browser.key(Key::Enter).await?;
    browser.sees(&Lang::Id.problem(Problem::MistypedCode)).await?;
    browser.focus_reaches("textbox", texts.code).await?;
    browser.key_with(Key::Shift, Key::Home, 1).await?;
    browser.keys(&filed.code).await?;
    press(&browser, "button", texts.look_up).await?;
    browser.arrives_at(&format!("{} {}", texts.case, filed.code)).await?;

    browser.tab_to("textbox", texts.secret).await?;
    browser.keys(&filed.secret).await?;
    browser.key(Key::Enter).await?;
    browser.sees(&filing.content).await?;
    browser.focus_reaches("heading", texts.case).await?;
    browser.tab_to("textbox", texts.message_label).await?;
    browser.keys("Sampai sekarang masih padam.").await?;
    press(&browser, "button", texts.send_message).await?;
    browser.sees("Sampai sekarang masih padam.").await?;

    press(&browser, "button", texts.withdraw).await?;
    press(&browser, "button", texts.send_withdraw).await?;
    let case = CasePage::shown(&browser);
    case.is_at(Stage::Archived).await?;
    browser.focus_reaches("heading", texts.case).await?;
    press(&browser, "button", texts.close).await?;
    browser.focus_reaches("heading", texts.case).await?;
    browser.end().await
}

#[tokio::test]
async fn an_answer_is_judged() -> Result {
    let mut server = Server::demo().await?;
    let may_accept = |view: &shared::complaint::ComplaintView| {
        view.own.as_ref().is_some_and(|own| own.actions.contains(&ReporterAction::Accept))
    };
    let receipt = server.demo_receipt(may_accept).await?;
    let browser = Browser::open(&server).await?;
    let texts = Lang::Id.tracking();
    let case = CasePage::open_own(&browser, &receipt).await?;
    browser.tab_to("radio", texts.accept).await?;
    browser.arrow_to(texts.accept).await?;
    browser.tab_to("radio", &Lang::Id.stars(1)).await?;
    browser.arrow_to(&Lang::Id.stars(4)).await?;
    browser.tab_to("textbox", texts.words).await?;
    browser.keys("Cepat ditangani.").await?;
    press(&browser, "button", texts.send_accept).await?;
    case.is_at(Stage::Closed).await?;
    browser.focus_reaches("heading", texts.case).await?;
    browser.end().await
}

#[tokio::test]
async fn the_recap_is_filtered_and_read() -> Result {
    let server = Server::demo().await?;
    let browser = Browser::open(&server).await?;
    browser.resize(Size::DESK).await?;
    let texts = Lang::Id.recap();
    let page = RecapPage::open(&browser, "").await?;
    let all = page.total().await?;
    press(&browser, SUMMARY, texts.filters).await?;
    let sector = Lang::Id.dimension(Dimension::Sector);
    browser.tab_to("combobox", sector).await?;
    browser.keys("Listrik").await?;
    let chip = format!("{sector}: Listrik");
    page.chips_become(&[&chip]).await?;
    let power = server.http().recap("by=stage&sector=listrik").await?.total;
    check(power < all, "the filter takes nothing away")?;
    page.total_becomes(power).await?;

    press(&browser, "link", &texts.remove_filter.replace("{name}", &chip)).await?;
    page.total_becomes(all).await?;
    browser.focus_reaches(SUMMARY, texts.filters).await?;
    // A row of the drawing is a link, and so is one of the table.
    let name = "return document.querySelector('.chart a title').textContent";
    let name: String = browser.run(name, vec![]).await?.convert()?;
    browser.tab_to("link", &name).await?;
    press(&browser, SUMMARY, texts.as_table).await?;
    let rows = "return document.querySelectorAll('.figure-details[open] tbody tr').length > 3";
    browser.until("the table's rows", rows, vec![]).await?;
    press(&browser, "link", "Listrik").await?;
    page.chips_become(&[&chip]).await?;
    browser.end().await
}

#[tokio::test]
async fn the_guide_is_gone_through() -> Result {
    let server = Server::empty().await?;
    let browser = Browser::open(&server).await?;
    browser.go("/panduan").await?;
    let guide = Lang::Id.guide();
    press(&browser, "link", guide.then).await?;
    let is_there = "
        const top = [...document.querySelectorAll('h2')].find(e => e.innerText === arguments[0]).getBoundingClientRect().top;
        return top >= 0 && top < innerHeight / 2";
    browser.until("the chapter on the screen", is_there, vec![guide.then.into()]).await?;
    // From there on it goes, and not from the top.
    browser.key(Key::Tab).await?;
    let is_below = "
        const chapter = [...document.querySelectorAll('h2')].find(e => e.innerText === arguments[0]);
        return !!(chapter.compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_FOLLOWING)";
    let is_below: bool = browser.run(is_below, vec![guide.then.into()]).await?.convert()?;
    check(is_below, "the next stop is before the chapter")?;
    press(&browser, "link", "“Lacak”").await?;
    browser.arrives_at(Lang::Id.tracking().heading).await?;
    browser.end().await
}

#[tokio::test]
async fn drafts_are_taken_up_removed_and_put_back() -> Result {
    let server = Server::empty().await?;
    let browser = Browser::open(&server).await?;
    let (filing, kept) = (Lang::Id.filing(), Lang::Id.kept());
    browser.go("/adukan").await?;
    browser.tab_to("radio", Lang::Id.class(shared::complaint::Class::Complaint)).await?;
    browser.keys(" ").await?;
    press(&browser, "button", filing.next).await?;
    browser.arrives_at(filing.what_heading).await?;
    browser.tab_to("textbox", filing.title).await?;
    browser.keys("Air keruh sejak kemarin").await?;
    browser.sees(kept.saved).await?;
    press(&browser, "link", filing.back).await?;
    press(&browser, "button", kept.another).await?;
    browser.focus_reaches("heading", filing.class_heading).await?;

    press(&browser, "button", &format!("{} “Air keruh sejak kemarin”", kept.remove)).await?;
    browser.focus_reaches("button", kept.undo).await?;
    browser.key(Key::Enter).await?;
    browser.focus_reaches("region", kept.heading).await?;
    press(&browser, "button", &format!("{} “Air keruh sejak kemarin”", kept.go_on)).await?;
    browser.arrives_at(filing.what_heading).await?;
    let title = browser.value(filing.title).await?;
    check(title == "Air keruh sejak kemarin", format!("the title is {title:?}"))?;

    browser.go("/adukan").await?;
    browser.sees(kept.storing).await?;
    press(&browser, SUMMARY, kept.storing).await?;
    browser.tab_to("switch", kept.keep).await?;
    browser.keys(" ").await?;
    press(&browser, "button", kept.wipe_now).await?;
    browser.keeps("drafts", 0).await?;
    browser.end().await
}
