//! `POST /api/v1/invitation/acceptance`: the account gets its password, and proves that it has its second factor.

use axum::extract::State;
use shared::account::{Acceptance, AccountName, Welcome, check_password};
use shared::problem::{FieldProblem, Problem};

use super::{invitation, password, store, totp};
use crate::error::Error;
use crate::platform::access;
use crate::platform::http::{ClientAddress, Json};
use crate::secret::{hash_secret, random_base32};
use crate::state::AppState;

/// How many recovery codes there are.
const CODES: usize = 10;
/// Letters of one: 16 × 5 = 80 bits.
const CODE_LENGTH: usize = 16;

/// Accepts an invitation, once.
pub async fn handle(
    State(state): State<AppState>,
    address: ClientAddress,
    Json(acceptance): Json<Acceptance>,
) -> Result<Json<Welcome>, Error> {
    let (account, _) = invitation::find(&state, address, &acceptance.token).await?;
    let name = AccountName::parse(&account.name).map_err(|_| Error::internal("an account has no name"))?;
    let mut problems = Vec::new();
    if let Err(problem) = check_password(&acceptance.password, &name) {
        problems.push(FieldProblem::new("password", problem));
    }
    let now = state.clock.now();
    let step = totp::step_of(&invitation::key_of(&state, &account)?, &acceptance.totp, now);
    if step.is_none() {
        let is_empty = acceptance.totp.trim().is_empty();
        let problem = if is_empty { Problem::Required } else { Problem::UnknownValue };
        problems.push(FieldProblem::new("totp", problem));
    }
    let (Some(step), true) = (step, problems.is_empty()) else { return Err(Error::invalid(problems)) };
    let hash = password::hash(acceptance.password).await?;
    let codes: Vec<String> = (0..CODES).map(|_| random_base32(CODE_LENGTH)).collect();
    let hashes: Vec<[u8; 32]> = codes.iter().map(|code| hash_secret(code)).collect();
    let id = account.id;
    let accepted = state
        .db
        .write(move |tx| {
            Box::pin(async move {
                // Of two who accept at once, one is late.
                if !store::use_invitation(tx, id).await? {
                    return Err(Error::not_found());
                }
                store::set_password(tx, id, &hash, step).await?;
                store::set_codes(tx, id, &hashes).await?;
                access::end_all(tx, id).await?;
                Ok(())
            })
        })
        .await;
    accepted?;
    Ok(Json(Welcome { name: account.name, recovery_codes: codes.iter().map(|code| grouped(code)).collect() }))
}

/// In groups of four, to be read and typed.
fn grouped(code: &str) -> String {
    let letters: Vec<char> = code.chars().collect();
    letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}
