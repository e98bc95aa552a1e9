//! The remembered answers to filings: each names a complaint that is there.

use shared::complaint::{Filed, TrackingCode};

use super::{Check, note, store};
use crate::complaint::store::by_code;
use crate::platform::db::{Database, DbError};

/// Checks every remembered receipt.
pub(super) async fn check(db: &Database) -> Result<Check, DbError> {
    let mut connection = db.read().await?;
    let (mut count, mut after, mut faults) = (0u64, String::new(), Vec::new());
    loop {
        let receipts = store::receipts(&mut connection, &after).await?;
        let Some(last) = receipts.last() else { break };
        after.clone_from(&last.0);
        for (key, body) in receipts {
            count += 1;
            let code = serde_json::from_str::<Filed>(&body)
                .ok()
                .and_then(|filed| TrackingCode::parse(&filed.code).ok());
            let found = match &code {
                Some(code) => by_code(&mut connection, code.as_str()).await?.is_some(),
                None => false,
            };
            if !found {
                note(&mut faults, || format!("receipt under key {key}: names no complaint"));
            }
        }
    }
    Ok(Check::new(format!("{count} remembered receipts against their complaints"), faults))
}
