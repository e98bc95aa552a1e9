//! The last day of what the office must do next, kept with the complaint because inboxes are sorted by it.

use shared::calendar::Day;
use shared::complaint::desk::due_of;

use super::receipt::deadlines;
use super::store::{self, Complaint, NewComplaint};
use crate::platform::db::{Database, DbError, Transaction};
use crate::platform::settings::Settings;

/// Complaints of one transaction, when many are worked out.
const PAGE: i64 = 200;

/// The first one, on the day of receipt.
pub(super) fn at_receipt(settings: &Settings, new: &NewComplaint) -> Option<Day> {
    of(settings, &Complaint::filed(new), &[])
}

/// Works it out anew after a step.
pub(super) async fn renew(
    tx: &mut Transaction,
    settings: &Settings,
    complaint: &mut Complaint,
) -> Result<(), DbError> {
    let spells = store::spells(tx, complaint.id).await?;
    let due_on = of(settings, complaint, &spells);
    if due_on == complaint.due_on {
        return Ok(());
    }
    store::set_due(tx, complaint, due_on).await
}

/// Works it out where it is missing: after an import, and where an older version wrote the complaint.
///
/// # Errors
/// When the database does not take it.
pub async fn fill(db: &Database, settings: &Settings) -> Result<u64, DbError> {
    let (mut after, mut filled) = (0, 0);
    loop {
        let undated = store::undated(&mut db.read().await?, after, PAGE).await?;
        let Some(last) = undated.last() else { return Ok(filled) };
        after = last.id;
        let settings = settings.clone();
        filled += db
            .write(move |tx| {
                Box::pin(async move {
                    let mut count = 0;
                    for seen in undated {
                        // It may have moved on since it was read.
                        let Some(mut complaint) = store::by_id(tx, seen.id).await? else { continue };
                        renew(tx, &settings, &mut complaint).await?;
                        count += u64::from(complaint.due_on.is_some());
                    }
                    Ok::<_, DbError>(count)
                })
            })
            .await?;
    }
}

fn of(settings: &Settings, complaint: &Complaint, spells: &[store::Spell]) -> Option<Day> {
    due_of(complaint.cell.stage, &deadlines(settings, complaint, spells))?.due_on
}
