//! `POST /api/v1/accounts/{name}`: changes who has an account, and what for.

use axum::extract::{Path, State};
use http::HeaderMap;
use shared::access::Role;
use shared::account::{AccountLine, AccountPerson};

use super::{Hand, must_leave_an_administrator, named, store};
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::http::{Json, if_match};
use crate::state::AppState;

/// Changes it; all as they are then. What a role allowed ends at once: sessions ask at each request.
pub async fn handle(
    State(state): State<AppState>,
    Path(name): Path<String>,
    staff: Staff,
    headers: HeaderMap,
    Json(person): Json<AccountPerson>,
) -> Result<Json<Vec<AccountLine>>, Error> {
    let hand = Hand::new(&state, &staff)?;
    let version = if_match(&headers)?;
    let settings = state.settings();
    let person = person.check("", |key| settings.agency(key).is_some()).map_err(Error::invalid)?;
    let done = state.db.write(move |tx| {
        Box::pin(async move {
            let entry = named(tx, &name).await?;
            if !store::take(tx, entry.id, version).await? {
                return Err(Error::changed(entry.version));
            }
            if !person.roles.iter().any(|held| held.role == Role::Administrator) {
                must_leave_an_administrator(tx, entry.id).await?;
            }
            store::change(tx, entry.id, &person).await?;
            hand.record(tx, "account_changed", entry.id, Some(&person.roles)).await?;
            Ok(hand.all(tx).await?)
        })
    });
    done.await.map(Json)
}
