use shared::information::InformationStage;

use crate::error::Error;
use crate::information::desk::open;
use crate::information::store::Entry;
use crate::platform::access::Staff;
use crate::platform::db::Connection;

/// The draft that somebody may write: files come and go in drafts alone, so that what was looked through stays as it was.
///
/// # Errors
/// Not found, the rule that forbids it, or that the newest version is no draft.
pub(super) async fn draft(connection: &mut Connection, staff: &Staff, id: i64) -> Result<Entry, Error> {
    let (entry, _) = open(connection, staff, id).await?;
    if entry.stage != InformationStage::Draft {
        return Err(Error::changed(entry.version));
    }
    Ok(entry)
}
