//! `POST /api/v1/complaints/{code}/followers`: somebody wants to follow a published complaint by mail. They are asked first
//! whether they do: nobody can be entered by others.

use axum::extract::{Path, State};
use shared::complaint::{FollowAsked, NewFollower, Stage};
use shared::text::Email;

use super::store;
use crate::complaint::access;
use crate::complaint::store::{self as complaints, Complaint};
use crate::error::Error;
use crate::platform::http::{ClientAddress, Json};
use crate::platform::outbox;
use crate::state::AppState;

/// Writes the mail that asks. The answer is the same for whoever follows already.
pub async fn handle(
    State(state): State<AppState>,
    Path(code): Path<String>,
    address: ClientAddress,
    Json(new): Json<NewFollower>,
) -> Result<Json<FollowAsked>, Error> {
    let seen = access::find(&state, &mut state.db.read().await?, &code, address).await?;
    ask(&state, address, &seen, &new.email).await?;
    Ok(Json(FollowAsked {}))
}

/// The same for a complaint that was found.
pub(in crate::complaint) async fn ask(
    state: &AppState,
    address: ClientAddress,
    seen: &Complaint,
    email: &str,
) -> Result<(), Error> {
    state.limits.check_support(address)?;
    let email = Email::parse(email).map_err(|problem| Error::field("email", problem))?;
    let (id, at) = (seen.id, state.clock.now());
    let mark = state.keys.follower_mark(&email.as_str().to_lowercase(), id);
    let sealed = outbox::close_follower(&state.keys, &mark, email.as_str());
    let has_mail = state.mail.is_some();
    let done = state.db.write(move |tx| {
        Box::pin(async move {
            let complaint = complaints::by_id(tx, id).await?;
            if !has_mail || !complaint.is_some_and(|complaint| can_be_followed(&complaint)) {
                return Err(Error::conflict());
            }
            if store::add(tx, &mark, id, sealed, at).await? {
                outbox::ask_follower(tx, id, &mark, at).await?;
            }
            Ok(())
        })
    });
    done.await
}

/// What is over has no news any more.
fn can_be_followed(complaint: &Complaint) -> bool {
    let is_over = matches!(complaint.cell.stage, Stage::Closed | Stage::Archived);
    complaint.published && !complaint.sealed && !is_over
}
