//! A case that a member of the staff asks for, and what allows it.

use shared::access::{CaseAction, Rule};
use shared::complaint::TrackingCode;
use shared::complaint::desk::CaseView;

use super::view::view;
use crate::complaint::store::{self, Complaint};
use crate::error::Error;
use crate::platform::access::{self, Allowed, Staff};
use crate::platform::db::Connection;
use crate::state::AppState;

/// What allows something with a case as it stands.
pub(super) fn may(staff: &Staff, action: CaseAction, complaint: &Complaint) -> Result<Allowed, Rule> {
    let is_checker = complaint.sampled && complaint.checker_id == Some(staff.account_id);
    staff.may(action, complaint.sealed, complaint.cell.agency.as_deref(), is_checker)
}

/// Whether somebody who sees the case may open the photos of it that are sealed: who decides what becomes public, and in
/// the sealed lane the inspectorate, whose case it is.
pub(super) fn may_open(staff: &Staff, complaint: &Complaint) -> Result<(), Rule> {
    if complaint.sealed {
        return Ok(());
    }
    may(staff, CaseAction::Publish, complaint).map(drop)
}

/// The case of a code, for somebody who may do this with it.
///
/// # Errors
/// A mistyped code is a problem of the field `code`; an unknown one is not found; else the rule that forbids it.
pub(super) async fn open(
    connection: &mut Connection,
    staff: &Staff,
    code: &str,
    action: CaseAction,
) -> Result<Complaint, Error> {
    let code = TrackingCode::parse(code).map_err(|problem| Error::field("code", problem))?;
    let complaint = store::by_code(connection, code.as_str()).await?.ok_or_else(Error::not_found)?;
    may(staff, action, &complaint).map_err(Error::forbidden_by)?;
    Ok(complaint)
}

/// The same as its page shows it.
pub(super) async fn shown(state: &AppState, staff: &Staff, code: &str) -> Result<CaseView, Error> {
    let mut connection = state.db.read().await?;
    let complaint = open(&mut connection, staff, code, CaseAction::See).await?;
    let settings = state.settings();
    let today = settings.today(&state.clock);
    let shown = view(&mut connection, &settings, staff, &complaint, today).await?;
    let others = state.presence.note(complaint.id, staff.account_id, state.clock.now());
    if others.is_empty() {
        return Ok(shown);
    }
    let people = access::people(&mut connection).await?;
    let others = people.into_iter().filter(|(id, _)| others.contains(id));
    Ok(CaseView { others: others.map(|(_, person)| person.full_name).collect(), ..shown })
}
