//! `/lacak/{code}/berhenti`: ends the mail about a complaint, from the link in each. The key in the link opens nothing else.

use axum::extract::Path;
use axum::response::Response;
use http::StatusCode;
use maud::{Markup, html};
use shared::complaint::TrackingCode;

use crate::complaint::store;
use crate::error::Error;
use crate::platform::event::{self, NewEvent};
use crate::platform::http::Pairs;
use crate::platform::ledger::Movements;
use crate::platform::pages::{Page, Visit};
use crate::secret;

/// The name of the key in the address.
const KEY: &str = "kunci";

/// Asks first: mail programs and scanners look at links.
pub async fn ask(visit: Visit, Path(code): Path<String>, pairs: Pairs) -> Result<Response, Error> {
    let code = checked(&visit, &code, &pairs)?;
    let texts = visit.lang().mail();
    let action =
        ["/lacak/", &code.to_string(), "/berhenti?kunci=", pairs.get(KEY).unwrap_or_default()].concat();
    let main = html! {
        form method="post" action=(action) {
            button type="submit" class="button button-main" { (texts.stop_now) }
        }
    };
    Ok(about_mail(&visit, &code.to_string(), main))
}

/// Ends it; a second time, too. A mail program that was asked to unsubscribe comes here by itself (RFC 8058).
pub async fn stop(visit: Visit, Path(code): Path<String>, pairs: Pairs) -> Result<Response, Error> {
    let code = checked(&visit, &code, &pairs)?;
    let (at, today) = (visit.state.clock.now(), visit.today);
    let plain = code.as_str().to_owned();
    let done = visit.state.db.write(move |tx| {
        Box::pin(async move {
            let complaint = store::by_code(tx, &plain).await?.ok_or_else(Error::not_found)?;
            if store::set_notices(tx, complaint.id, false).await? {
                let event = NewEvent::new(Some(complaint.id), at, today, "reporter", "notices_ended");
                event::record(tx, vec![event], &Movements::default()).await?;
            }
            Ok::<_, Error>(())
        })
    });
    done.await?;
    Ok(about_mail(&visit, &code.to_string(), html! { p role="status" { (visit.lang().mail().stopped) } }))
}

/// The code whose key was given. A wrong key is told like a code that there is not.
fn checked(visit: &Visit, code: &str, pairs: &Pairs) -> Result<TrackingCode, Error> {
    let code = TrackingCode::parse(code).map_err(|_| Error::not_found())?;
    let given = pairs.get(KEY).unwrap_or_default();
    let own = visit.state.keys.notices_token(code.as_str());
    if secret::equal(own.as_bytes(), given.as_bytes()) { Ok(code) } else { Err(Error::not_found()) }
}

/// A page about mail concerning a complaint, and the way to it.
pub(super) fn about_mail(visit: &Visit, code: &str, content: Markup) -> Response {
    let texts = visit.lang().mail();
    let address = ["/lacak/", code].concat();
    let main = html! {
        div class="page page-narrow" {
            h1 tabindex="-1" { (texts.stop_heading) }
            p { (visit.lang().tracking().case) " " (code) }
            (content)
            p { a href=(address) { (texts.to_case) } }
        }
    };
    let (path, title, data) = (&*address, texts.stop_heading, Vec::new());
    visit.show_alone(StatusCode::OK, Page { path, title, description: None, picture: None, main, data })
}
