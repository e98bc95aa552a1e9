//! `POST /api/v1/accounts/{name}/deactivation`: takes an account away.

use axum::extract::{Path, State};
use shared::access::Rule;
use shared::account::AccountLine;
use shared::api::NoWords;

use super::{Hand, must_leave_an_administrator, named, store};
use crate::account::invite;
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::http::Json;
use crate::state::AppState;

/// Closes it; all as they are then. Twice is once.
pub async fn handle(
    State(state): State<AppState>,
    Path(name): Path<String>,
    staff: Staff,
    Json(NoWords {}): Json<NoWords>,
) -> Result<Json<Vec<AccountLine>>, Error> {
    let hand = Hand::new(&state, &staff)?;
    let done = state.db.write(move |tx| {
        Box::pin(async move {
            let entry = named(tx, &name).await?;
            if entry.id == hand.by {
                return Err(Error::forbidden_by(Rule::OwnAccount));
            }
            must_leave_an_administrator(tx, entry.id).await?;
            store::mark(tx, entry.id).await?;
            invite::close(tx, entry.id).await?;
            hand.record(tx, "account_deactivated", entry.id, None).await?;
            Ok(hand.all(tx).await?)
        })
    });
    done.await.map(Json)
}
