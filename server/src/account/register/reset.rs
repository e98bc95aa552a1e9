//! `POST /api/v1/accounts/{name}/reset`: a new link, for whoever lost what opens their account, or comes back.

use axum::extract::{Path, State};
use shared::account::AccountLink;
use shared::api::NoWords;

use super::{Hand, named, store};
use crate::account::invite;
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::http::Json;
use crate::state::AppState;

/// Makes the link. The password and the second factor of before open nothing once it has been used; sessions end now.
pub async fn handle(
    State(state): State<AppState>,
    Path(name): Path<String>,
    staff: Staff,
    Json(NoWords {}): Json<NoWords>,
) -> Result<Json<AccountLink>, Error> {
    let hand = Hand::new(&state, &staff)?;
    let keys = state.keys.clone();
    let done = state.db.write(move |tx| {
        Box::pin(async move {
            let entry = named(tx, &name).await?;
            let made = invite::open_anew(tx, &keys, entry.id, hand.at).await?;
            store::mark(tx, entry.id).await?;
            hand.record(tx, "account_reset", entry.id, None).await?;
            Ok::<_, Error>(hand.link(tx, entry.name, made).await?)
        })
    });
    done.await.map(Json)
}
