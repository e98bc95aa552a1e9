//! `POST /api/v1/accounts`: invites somebody.

use axum::extract::State;
use shared::account::{AccountLink, AccountPerson, NewInvitation};
use shared::problem::Problem;

use super::Hand;
use crate::account::invite::{self, NewAccount};
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::http::Json;
use crate::state::AppState;

/// Makes an account and its link.
pub async fn handle(
    State(state): State<AppState>,
    staff: Staff,
    Json(new): Json<NewInvitation>,
) -> Result<Json<AccountLink>, Error> {
    let hand = Hand::new(&state, &staff)?;
    let settings = state.settings();
    let (name, person) = new.check(|key| settings.agency(key).is_some()).map_err(Error::invalid)?;
    let AccountPerson { full_name, email, roles } = person;
    let new = NewAccount { name, full_name, email, roles };
    let keys = state.keys.clone();
    let done = state.db.write(move |tx| {
        Box::pin(async move {
            let made = match invite::enter(tx, &keys, &new, hand.at).await {
                Err(error) if error.violates("account.name") => {
                    return Err(Error::field("name", Problem::Taken));
                }
                made => made?,
            };
            hand.record(tx, "account_invited", made.account_id, Some(&new.roles)).await?;
            Ok(hand.link(tx, new.name.to_string(), made).await?)
        })
    });
    done.await.map(Json)
}
