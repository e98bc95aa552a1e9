//! "I have this too": once per phone, without an account.

mod store;

pub mod give;

use http::HeaderMap;
use shared::complaint::ComplaintView;

pub use self::store::count;
use super::store::Complaint;
use crate::platform::db::{Connection, DbError};
use crate::platform::http::phone_of;
use crate::state::AppState;

/// Says in a view whether the phone that asks has said so, and whether it can be followed by mail.
pub async fn mark_own(
    connection: &mut Connection,
    state: &AppState,
    headers: &HeaderMap,
    complaint: &Complaint,
    view: &mut ComplaintView,
) -> Result<(), DbError> {
    let Some(support) = &mut view.support else { return Ok(()) };
    support.has_mail = state.mail.is_some();
    if let Some(phone) = phone_of(headers) {
        let mark = state.keys.phone_mark(phone, complaint.id);
        support.is_mine = store::is_there(connection, complaint.id, &mark).await?;
    }
    Ok(())
}
