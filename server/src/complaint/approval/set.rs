//! `POST /api/v1/desk/approvals`: a responsible officer says whether their agency's answers wait for them.

use axum::extract::State;
use shared::access::{Role, Rule};
use shared::complaint::desk::ApprovalSetting;

use super::{list, store};
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::event::{self, NewEvent};
use crate::platform::http::Json;
use crate::platform::ledger::Movements;
use crate::state::AppState;

/// Sets it. Answers that wait already wait on.
pub async fn handle(
    State(state): State<AppState>,
    staff: Staff,
    Json(wanted): Json<ApprovalSetting>,
) -> Result<Json<Vec<ApprovalSetting>>, Error> {
    let theirs = |role| staff.agencies_as(role).any(|agency| agency == wanted.agency);
    if !theirs(Role::ResponsibleOfficer) {
        let is_liaison = theirs(Role::Liaison);
        return Err(Error::forbidden_by(if is_liaison { Rule::OtherRole } else { Rule::OtherAgency }));
    }
    let (at, today) = (state.clock.now(), state.settings().today(&state.clock));
    let done = state.db.write(move |tx| {
        Box::pin(async move {
            store::set(tx, &wanted.agency, wanted.needed).await?;
            let event = NewEvent::new(None, at, today, "agency", "approval_set")
                .with("by", staff.account_id)
                .with("agency", wanted.agency)
                .with("needed", wanted.needed);
            event::record(tx, vec![event], &Movements::default()).await?;
            Ok::<_, Error>(list::settings(tx, &staff).await?)
        })
    });
    done.await.map(Json)
}
