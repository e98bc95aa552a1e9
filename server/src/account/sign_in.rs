//! `POST /api/v1/session`: signs in.
//!
//! An unknown name, a wrong password and a wrong code look alike, in words and in time. Tries are counted by name and
//! address, so that nobody elsewhere can lock an account; a device that has signed in before has tries of its own, so
//! that nobody in the same office can either.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, header};
use shared::account::{AccountName, NewSession, StaffView};

use super::store::Account;
use super::{invitation, password, store, totp};
use crate::error::Error;
use crate::platform::access;
use crate::platform::http::{ClientAddress, Json};
use crate::platform::outbox;
use crate::secret::hash_secret;
use crate::state::AppState;

/// Begins a session.
pub async fn handle(
    State(state): State<AppState>,
    address: ClientAddress,
    headers: HeaderMap,
    Json(new): Json<NewSession>,
) -> Result<Response, Error> {
    let name = AccountName::parse(&new.name).map_err(|problem| Error::field("name", problem))?;
    let is_known =
        access::device_mark(&headers).is_some_and(|mark| state.keys.is_device_mark(name.as_str(), mark));
    state.limits.check_sign_in(name.as_str(), (!is_known).then_some(address))?;
    let account = store::by_name(&mut state.db.read().await?, name.as_str()).await?;
    let account = account.filter(|account| account.is_active);
    let hash = account.as_ref().and_then(|account| account.password.clone());
    let fits = password::fits(new.password, hash).await?;
    let Some(account) = account.filter(|_| fits) else { return Err(Error::signed_out()) };
    let now = state.clock.now();
    let factor = factor(&state, &account, &new.totp)?;
    let device = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let (id, device) = (account.id, device.to_owned());
    let begun = state
        .db
        .write(move |tx| {
            Box::pin(async move {
                let is_new = match factor {
                    Factor::Step(step) => store::use_step(tx, id, step).await?,
                    Factor::Code(hash) => store::use_code(tx, id, hash).await?,
                };
                if !is_new {
                    return Err(Error::signed_out());
                }
                store::signed_in(tx, id, now).await?;
                Ok(access::begin(tx, id, &device, now).await?)
            })
        })
        .await?;
    let mut connection = state.db.read().await?;
    let view = StaffView {
        roles: store::roles(&mut connection, id).await?,
        recovery_codes: u32::try_from(store::count_codes(&mut connection, id).await?).unwrap_or_default(),
        unread: u32::try_from(outbox::count_unread(&mut connection, id).await?).unwrap_or_default(),
        name: account.name,
        full_name: account.full_name,
        ends_at: begun.ends_at.as_millisecond(),
    };
    let mut response = Json(&view).into_response();
    let headers = response.headers_mut();
    headers.append(header::SET_COOKIE, access::set(&begun.secret));
    if !is_known {
        let mark = state.keys.device_mark(name.as_str());
        headers.append(header::SET_COOKIE, access::remember_device(&mark));
    }
    Ok(response)
}

/// The second factor that was shown.
enum Factor {
    /// A code of the authenticator, by its step.
    Step(i64),
    /// A recovery code, by its hash.
    Code([u8; 32]),
}

fn factor(state: &AppState, account: &Account, given: &str) -> Result<Factor, Error> {
    let key = invitation::key_of(state, account)?;
    if let Some(step) = totp::step_of(&key, given, state.clock.now()) {
        return Ok(Factor::Step(step));
    }
    let letters = given.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase();
    Ok(Factor::Code(hash_secret(&letters)))
}
