//! Pages as the server writes them, and how the application takes their place.

use shared::lang::Lang;
use tests_e2e::pages::Answers;
use tests_e2e::{Browser, Result, Server, check};
use tests_e2e::{Scheme, Size};

#[tokio::test]
async fn what_is_typed_before_the_application_is_there_stays() -> Result {
    let server = Server::empty().await?;
    let browser = Browser::open(&server).await?;
    let (texts, answers) = (Lang::Id.filing(), Answers::default());
    browser.go_served("/adukan").await?;
    browser.choose("radio", Lang::Id.class(shared::complaint::Class::Complaint)).await?;
    browser.fill(texts.content, answers.content).await?;
    browser.fill(texts.title, "Jembatan gantung").await?;
    browser.is_taken_over().await?;

    // At the step of the field that was typed into, with the cursor where it was.
    browser.find("heading", texts.what_heading).await?;
    browser.keys(" putus").await?;
    for (label, text) in [(texts.title, "Jembatan gantung putus"), (texts.content, answers.content)] {
        let found = browser.value(label).await?;
        check(found == text, format!("{label:?} now holds {found:?}"))?;
    }
    browser.press("button", texts.next).await?;
    browser.arrives_at(texts.place_heading).await?;
    browser.end().await
}

#[tokio::test]
async fn a_code_typed_early_is_looked_up() -> Result {
    let server = Server::demo().await?;
    let browser = Browser::open(&server).await?;
    let unknown = shared::complaint::TrackingCode::from_random([7; 9]).to_string();
    browser.go_served("/").await?;
    browser.fill(Lang::Id.home().code, &unknown).await?;
    browser.is_taken_over().await?;
    browser.press("button", Lang::Id.home().track_button).await?;
    browser.arrives_at(&format!("{} {unknown}", Lang::Id.tracking().case)).await?;
    browser.end_after(&[404]).await
}

#[tokio::test]
async fn nothing_jumps() -> Result {
    let server = Server::demo().await?;
    let browser = Browser::open(&server).await?;
    let mut faults = Vec::new();
    for size in [Size::PHONE, Size::DESK] {
        browser.resize(size).await?;
        browser.prefer(Scheme::Light).await?;
        for path in ["/", "/adukan", "/lacak", "/rekap", "/panduan"] {
            browser.go(path).await?;
            browser.is_at_rest(size).await?;
            let shifts = "
                const observer = new PerformanceObserver(() => {});
                observer.observe({ type: 'layout-shift', buffered: true });
                const written = ({ node, previousRect: a, currentRect: b }) =>
                    `${node?.outerHTML?.slice(0, 80)} from ${a.x},${a.y} ${a.width}x${a.height} to ${b.x},${b.y} ${b.width}x${b.height}`;
                return observer.takeRecords().map(shift => `${shift.value}: ${shift.sources.map(written).join('; ')}`)";
            let shifts: Vec<String> = browser.run(shifts, vec![]).await?.convert()?;
            faults.extend(shifts.into_iter().map(|shift| format!("{path} at {size:?}: {shift}")));
        }
    }
    check(faults.is_empty(), faults.join("\n"))?;
    browser.end().await
}

#[tokio::test]
async fn who_reads_nothing_compressed_is_given_the_bundle() -> Result {
    let server = Server::empty().await?;
    let http = server.http();
    let page = http.get("/adukan").await?.text().await?;
    let address = page.split_once("data-wasm=\"").and_then(|(_, rest)| rest.split('"').next());
    let answer = http.get(address.unwrap_or("the page names no bundle")).await?;
    check(answer.status().is_success(), format!("{}", answer.status()))?;
    check(!answer.headers().contains_key("content-encoding"), "it came compressed")?;
    check(answer.bytes().await?.starts_with(b"\0asm"), "it is no bundle")
}
