//! Samples in the database.

use shared::calendar::Day;
use shared::complaint::desk::CheckOutcome;

use crate::complaint::store::Complaint;
use crate::platform::db::{DbError, Transaction};
use crate::values;

const SET: &str = "update complaint set sampled = $2, checker_id = $3 where id = $1";
const ADD_CHECK: &str = "
    insert into sample_check (complaint_id, agency_key, checker_id, outcome, checked_on)
    values ($1, $2, $3, $4, $5)";

/// Notes that it is to be checked, by whom is not known yet.
pub async fn draw(tx: &mut Transaction, complaint: &mut Complaint) -> Result<(), DbError> {
    set(tx, complaint, true, None).await
}

/// Asks somebody to check it.
pub async fn ask(tx: &mut Transaction, complaint: &mut Complaint, account: i64) -> Result<(), DbError> {
    set(tx, complaint, true, Some(account)).await
}

/// Enters what a check found; it waits for none any more.
pub async fn settle(
    tx: &mut Transaction,
    complaint: &mut Complaint,
    account: i64,
    outcome: CheckOutcome,
    day: Day,
) -> Result<(), DbError> {
    let values = values![complaint.id, complaint.cell.agency.as_ref(), account, outcome.as_str(), day.date()];
    tx.execute(ADD_CHECK, values).await?;
    set(tx, complaint, false, None).await
}

async fn set(
    tx: &mut Transaction,
    complaint: &mut Complaint,
    sampled: bool,
    checker: Option<i64>,
) -> Result<(), DbError> {
    (complaint.sampled, complaint.checker_id) = (sampled, checker);
    tx.execute(SET, values![complaint.id, sampled, checker]).await.map(drop)
}
