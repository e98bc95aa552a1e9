//! Following a complaint, with the code alone and with the secret.

use serde_json::json;
use shared::complaint::{ReporterAction, Stage};
use shared::lang::Lang;
use shared::problem::Problem;
use tests_e2e::pages::CasePage;
use tests_e2e::{Browser, Receipt, Result, Server, a_filing, check};

/// A receipt that fits nothing: well formed, and unknown to every server.
const OTHER_SECRET: &str = "00000 00000 00000 00000 00000 0";

#[tokio::test]
async fn the_code_alone_shows_the_way_and_not_the_content() -> Result {
    let server = Server::empty().await?;
    let browser = Browser::open(&server).await?;
    let texts = Lang::Id.tracking();
    let filing = a_filing("Lampu jalan padam di depan pasar");
    let filed = server.http().file(&filing, 1).await?;

    browser.go("/lacak").await?;
    let asked = "
        window.asked = [];
        const fetched = window.fetch;
        window.fetch = (...given) => { window.asked.push(given[0].url ?? given[0]); return fetched(...given); };";
    browser.run(asked, vec![]).await?;
    let mut mistyped = filed.code.clone();
    let first = if mistyped.starts_with('7') { "8" } else { "7" };
    mistyped.replace_range(..1, first);
    browser.fill(texts.code, &mistyped).await?;
    browser.press("button", texts.look_up).await?;
    browser.sees(&Lang::Id.problem(Problem::MistypedCode)).await?;
    browser.focus_reaches("textbox", texts.code).await?;
    let requests: Vec<String> = browser.run("return window.asked", vec![]).await?.convert()?;
    check(requests.is_empty(), format!("a mistyped code was asked for: {requests:?}"))?;

    // As people type it: small letters, blanks for dashes.
    browser.fill(texts.code, &filed.code.to_lowercase().replace('-', " ")).await?;
    browser.press("button", texts.look_up).await?;
    browser.arrives_at(&format!("{} {}", texts.case, filed.code)).await?;
    let case = CasePage { browser: &browser };
    case.is_at(Stage::Received).await?;
    for hidden in [&filing.title, &filing.content, filing.place.as_deref().unwrap_or_default()] as [&str; 3] {
        check(!browser.says(hidden).await?, format!("without the secret {hidden:?} is shown"))?;
    }
    check(!browser.has("button", texts.withdraw).await?, "without the secret it can be withdrawn")?;

    case.unlock("12345").await?;
    browser.sees(&Lang::Id.problem(Problem::MistypedCode)).await?;
    case.unlock(OTHER_SECRET).await?;
    browser.sees(texts.wrong_secret).await?;
    check(!browser.says(&filing.content).await?, "a wrong secret opens it")?;
    case.unlock(&filed.secret).await?;
    case.is_open().await?;
    browser.sees(&filing.content).await?;

    // The tab remembers the secret; closing the complaint forgets it.
    browser.reload().await?;
    case.is_open().await?;
    browser.press("button", texts.close).await?;
    browser.find("textbox", texts.secret).await?;
    browser.until("the content to be gone", "return !document.querySelector('.own-title')", vec![]).await?;
    let kept = "return Object.entries({ ...localStorage, ...sessionStorage }).flat().join(' ')";
    let kept: String = browser.run(kept, vec![]).await?.convert()?;
    check(!kept.contains(&filed.secret.to_lowercase()), "the secret is still kept")?;
    browser.end_after(&[401]).await
}

#[tokio::test]
async fn a_private_link_opens_what_this_tab_already_shows() -> Result {
    let server = Server::empty().await?;
    let browser = Browser::open(&server).await?;
    let filing = a_filing("Lampu jalan padam di depan pasar");
    let filed = server.http().file(&filing, 1).await?;
    let path = ["/lacak/", &filed.code].concat();
    browser.go(&path).await?;
    browser.find("textbox", Lang::Id.tracking().secret).await?;
    check(!browser.says(&filing.content).await?, "the content is shown to everyone")?;

    // Only what is behind the number sign differs, so the browser loads nothing.
    browser.go(&[&path, "#", &filed.secret].concat()).await?;
    browser.sees(&filing.content).await?;
    let hides = "return location.hash === ''";
    browser.until("the secret to leave the address bar", hides, vec![]).await?;
    browser.end().await
}

#[tokio::test]
async fn an_unknown_code_and_a_mistyped_address_are_told() -> Result {
    let server = Server::empty().await?;
    let browser = Browser::open(&server).await?;
    let texts = Lang::Id.tracking();
    let unknown = shared::complaint::TrackingCode::from_random([3; 9]);
    browser.go(&format!("/lacak/{unknown}")).await?;
    browser.sees(texts.unknown).await?;
    let mistyped = "AAA-AAA-AAA-B";
    browser.go(&format!("/lacak/{mistyped}")).await?;
    browser.sees(&Lang::Id.problem(Problem::MistypedCode)).await?;
    check(browser.value(texts.code).await? == mistyped, "what was typed is gone")?;
    browser.end_after(&[404, 422]).await
}

#[tokio::test]
async fn what_was_asked_for_is_given() -> Result {
    let mut server = Server::demo().await?;
    let receipt = receipt_for(&mut server, ReporterAction::Complete).await?;
    let browser = Browser::open(&server).await?;
    let texts = Lang::Id.tracking();
    let case = CasePage::open_own(&browser, &receipt).await?;
    case.is_at(Stage::Postponed).await?;
    browser.press("button", texts.send_complete).await?;
    browser.focus_reaches("textbox", texts.complete_label).await?;
    browser.sees(&Lang::Id.problem(Problem::Required)).await?;
    browser.fill(texts.complete_label, "Tepatnya di kilometer 12, depan gudang.").await?;
    browser.press("button", texts.send_complete).await?;
    browser.sees(texts.sent).await?;
    browser.sees("Tepatnya di kilometer 12, depan gudang.").await?;
    // Whether that is enough is for the desk to say.
    case.is_at(Stage::Postponed).await?;
    let view = server.http().own_view(&receipt).await?;
    let last = view.entries.last().and_then(|entry| entry.text.clone()).unwrap_or_default();
    check(last.contains("kilometer 12"), format!("the server's last entry says {last:?}"))?;
    browser.end().await
}

#[tokio::test]
async fn an_answer_is_accepted_with_a_rating() -> Result {
    let mut server = Server::demo().await?;
    let receipt = receipt_for(&mut server, ReporterAction::Accept).await?;
    let browser = Browser::open(&server).await?;
    let texts = Lang::Id.tracking();
    let case = CasePage::open_own(&browser, &receipt).await?;
    case.is_at(Stage::Answered).await?;
    browser.choose("radio", texts.accept).await?;
    browser.choose("radio", &Lang::Id.stars(4)).await?;
    browser.fill(texts.words, "Cepat ditangani, terima kasih.").await?;
    browser.press("button", texts.send_accept).await?;
    case.is_at(Stage::Closed).await?;
    check(!browser.has("button", texts.withdraw).await?, "a closed complaint can be withdrawn")?;
    browser.end().await
}

#[tokio::test]
async fn an_answer_is_refused_with_a_reason() -> Result {
    let mut server = Server::demo().await?;
    let receipt = receipt_for(&mut server, ReporterAction::Refuse).await?;
    let browser = Browser::open(&server).await?;
    let texts = Lang::Id.tracking();
    let case = CasePage::open_own(&browser, &receipt).await?;
    browser.choose("radio", texts.refuse).await?;
    browser.press("button", texts.send_refuse).await?;
    browser.sees(&Lang::Id.problem(Problem::Required)).await?;
    let reason = "Lubangnya baru ditutup separuh.";
    browser.fill(texts.refuse_reason, reason).await?;
    browser.press("button", texts.send_refuse).await?;
    case.is_at(Stage::InProgress).await?;
    let script =
        "return [...document.querySelectorAll('.story-text')].some(e => e.innerText === arguments[0])";
    browser.until("the reason in the story", script, vec![json!(reason)]).await?;
    browser.end().await
}

/// A receipt of the demo whose holder may do something.
async fn receipt_for(server: &mut Server, action: ReporterAction) -> Result<Receipt> {
    let may = |view: &shared::complaint::ComplaintView| {
        view.own.as_ref().is_some_and(|own| own.actions.contains(&action))
    };
    server.demo_receipt(may).await
}
