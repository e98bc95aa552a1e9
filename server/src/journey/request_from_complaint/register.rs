use shared::complaint::{Action, Actor};
use shared::request::{NewRequest, RequestReceipt};

use super::begun;
use crate::complaint::store::{self, Complaint};
use crate::complaint::{AdvanceError, Changes, Step, apply, record, turned};
use crate::error::Error;
use crate::platform::db::Transaction;
use crate::request::file::{Coming, Entered, enter, recorded};
use crate::request::show;
use crate::state::AppState;

/// Registers the request with what its reporter gives, and takes the complaint out of the recap; both or neither. The request
/// opens with the complaint's own secret. Where it is there already, its receipt is given again.
pub(super) async fn register(
    state: &AppState,
    seen: &Complaint,
    secret: &str,
    given: &NewRequest,
) -> Result<RequestReceipt, Error> {
    let (id, given, secret) = (seen.id, given.clone(), secret.to_owned());
    let (state, again) = (state.clone(), state);
    let done = again.db.write(move |tx| {
        Box::pin(async move {
            let complaint = store::take(tx, id).await?;
            let turned = turned::of(tx, id).await?;
            match turned.and_then(|turned| turned.number) {
                Some(number) => show::receipt(tx, &state, &number).await,
                None => turn(tx, &state, complaint, &given).await,
            }
        })
    });
    let receipt = done.await?;
    Ok(RequestReceipt { secret, ..receipt })
}

async fn turn(
    tx: &mut Transaction,
    state: &AppState,
    mut complaint: Complaint,
    given: &NewRequest,
) -> Result<RequestReceipt, Error> {
    let new = begun(state, tx, &complaint).await?.completed(given);
    let checked = new.check().map_err(Error::invalid)?;
    let (settings, at) = (state.settings(), state.clock.now());
    let coming = Coming {
        secret_hash: complaint.secret_hash.ok_or_else(Error::conflict)?,
        received_on: complaint.received_on,
        channel: complaint.cell.channel,
        at,
        today: settings.today(&state.clock),
        actor: "applicant",
        by: None,
        complaint: Some(complaint.id),
        agency: None,
    };
    let mut changes = Changes::default();
    let step = Step::new(Actor::Reporter, Action::BecomeRequest, at);
    apply(tx, &settings, &mut complaint, step, &mut changes).await.map_err(|error| match error {
        AdvanceError::Database(error) => error.into(),
        AdvanceError::Refused(_) | AdvanceError::AgencyRequired => Error::conflict(),
    })?;
    let Entered { id, receipt, event } = enter(tx, &settings, &state.keys, &checked, &coming).await?;
    turned::become_request(tx, complaint.id, &receipt.number).await?;
    changes.events.insert(0, event);
    let place = record(tx, changes).await?;
    recorded(tx, id, place.first_position).await?;
    Ok(receipt)
}
