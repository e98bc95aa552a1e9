//! `POST /api/v1/invitation`: what an invitation says.

use axum::extract::State;
use shared::account::{Invitation, InvitationToken};

use super::invite::purpose;
use super::store::{self, Account};
use super::totp;
use crate::error::Error;
use crate::platform::http::{ClientAddress, Json};
use crate::platform::seal;
use crate::secret::hash_secret;
use crate::state::AppState;

/// Reads it; it may be read again until it is accepted.
pub async fn handle(
    State(state): State<AppState>,
    address: ClientAddress,
    Json(asked): Json<InvitationToken>,
) -> Result<Json<Invitation>, Error> {
    let (account, ends_at) = find(&state, address, &asked.token).await?;
    let key = key_of(&state, &account)?;
    let roles = store::roles(&mut state.db.read().await?, account.id).await?;
    Ok(Json(Invitation {
        totp_key: totp::written(&key),
        totp_address: totp::address(&key, &account.name),
        name: account.name,
        full_name: account.full_name,
        roles,
        ends_at,
    }))
}

/// The account of an invitation that holds.
pub(super) async fn find(
    state: &AppState,
    address: ClientAddress,
    token: &str,
) -> Result<(Account, i64), Error> {
    let hash = hash_secret(token.trim());
    match store::invited(&mut state.db.read().await?, hash, state.clock.now()).await? {
        Some(found) => Ok(found),
        None => {
            state.limits.check_lookup(address)?;
            Err(Error::not_found())
        }
    }
}

/// The second factor's key.
pub(super) fn key_of(state: &AppState, account: &Account) -> Result<Vec<u8>, Error> {
    let sealed = account.totp.as_deref().ok_or_else(|| Error::internal("an account has no second factor"))?;
    seal::open(&state.keys, &purpose(account.id), sealed).map_err(Error::internal)
}
