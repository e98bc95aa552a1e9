//! "I have this too": once per phone, without an account.

mod store;

pub mod give;

use http::HeaderMap;
use shared::complaint::ComplaintView;

pub use self::store::count;
use super::store::Complaint;
use crate::platform::db::{Connection, DbError};
use crate::platform::http::phone_of;
use crate::secret::Keys;

/// Says in a view whether the phone that asks has said so.
pub async fn mark_own(
    connection: &mut Connection,
    keys: &Keys,
    headers: &HeaderMap,
    complaint: &Complaint,
    view: &mut ComplaintView,
) -> Result<(), DbError> {
    if let (Some(support), Some(phone)) = (&mut view.support, phone_of(headers)) {
        let mark = keys.phone_mark(phone, complaint.id);
        support.is_mine = store::is_there(connection, complaint.id, &mark).await?;
    }
    Ok(())
}
