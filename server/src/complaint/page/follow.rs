//! `/ikuti/{key}`: confirms following, and ends it, from the links in mail. A look changes nothing: mail programs and scanners
//! look at links.

use axum::extract::Path;
use axum::response::Response;
use maud::{Markup, html};
use shared::complaint::TrackingCode;

use super::notices::about_mail;
use crate::complaint::follow::store;
use crate::error::Error;
use crate::platform::db::DbError;
use crate::platform::pages::Visit;

/// Asks: whether they want to follow, or whether they want no more.
pub async fn show(visit: Visit, Path(key): Path<String>) -> Result<Response, Error> {
    let (code, is_confirmed) = found(&visit, &key).await?;
    let texts = visit.lang().mail();
    let main = match is_confirmed {
        true => {
            html! { p { (texts.following) } (press(&["/ikuti/", &key, "/berhenti"].concat(), texts.stop_now)) }
        }
        false => {
            html! { p { (texts.follow_ask) } (press(&["/ikuti/", &key].concat(), texts.follow_confirm)) }
        }
    };
    Ok(about_mail(&visit, &code, main))
}

/// Asks whether they want no more.
pub async fn ask_stop(visit: Visit, Path(key): Path<String>) -> Result<Response, Error> {
    let (code, _) = found(&visit, &key).await?;
    let action = ["/ikuti/", &key, "/berhenti"].concat();
    Ok(about_mail(&visit, &code, press(&action, visit.lang().mail().stop_now)))
}

/// Confirms it; a second time, too.
pub async fn confirm(visit: Visit, Path(key): Path<String>) -> Result<Response, Error> {
    let (code, _) = found(&visit, &key).await?;
    let done = visit.state.db.write(move |tx| Box::pin(async move { store::confirm(tx, &key).await }));
    done.await.map_err(|error: DbError| Error::from(error))?;
    Ok(about_mail(&visit, &code, html! { p role="status" { (visit.lang().mail().following) } }))
}

/// Ends it. A mail program that was asked to unsubscribe comes here by itself (RFC 8058); whoever is gone already is told so.
pub async fn stop(visit: Visit, Path(key): Path<String>) -> Result<Response, Error> {
    let (code, _) = found(&visit, &key).await?;
    let done = visit.state.db.write(move |tx| Box::pin(async move { store::forget(tx, &key).await }));
    done.await.map_err(|error: DbError| Error::from(error))?;
    Ok(about_mail(&visit, &code, html! { p role="status" { (visit.lang().mail().follow_stopped) } }))
}

async fn found(visit: &Visit, key: &str) -> Result<(String, bool), Error> {
    let is_key = key.len() < 100 && key.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let found = match is_key {
        true => store::find(&mut visit.state.db.read().await?, key).await?,
        false => None,
    };
    match found {
        Some((code, is_confirmed)) => {
            Ok((TrackingCode::parse(&code).map_or(code, |code| code.to_string()), is_confirmed))
        }
        None => {
            visit.state.limits.check_lookup(visit.address)?;
            Err(Error::not_found())
        }
    }
}

fn press(action: &str, label: &str) -> Markup {
    html! {
        form method="post" action=(action) { button type="submit" class="button button-main" { (label) } }
    }
}
