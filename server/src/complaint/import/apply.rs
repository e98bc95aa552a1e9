//! Entering the staged rows, in one transaction.

use jiff::Timestamp;
use shared::calendar::Day;
use shared::problem::Problem;

use super::row::Row;
use super::store::{self, Known};
use super::{Fault, ImportError, Imported};
use crate::complaint::brought::Brought;
use crate::complaint::{Changes, record};
use crate::platform::db::{Connection, Database, DbError, Transaction};
use crate::platform::event::{NewEvent, text_hash};
use crate::platform::hex::hex;

/// Rows read from the staging table at once.
const PAGE: i64 = 500;
/// Events recorded at once. Beyond that the chain is written to before the last row is entered, so that an import of
/// any length needs little memory; up to that, the chain is locked at the very end only.
const EVENTS: usize = 5_000;

/// What is entered, and where it came from.
#[derive(Clone, Debug)]
pub(super) struct Source {
    pub(super) batch: String,
    pub(super) file_name: String,
    pub(super) sha256: [u8; 32],
    pub(super) read: u64,
    pub(super) at: Timestamp,
    pub(super) today: Day,
}

/// Enters what is staged and not known yet.
pub(super) async fn apply(db: &Database, source: Source) -> Result<Imported, ImportError> {
    db.write(move |tx| Box::pin(async move { enter(tx, &source).await })).await
}

async fn enter(tx: &mut Transaction, source: &Source) -> Result<Imported, ImportError> {
    let (mut new, mut after) = (0u64, 0);
    let mut changes = Changes::default();
    let mut faults = Vec::new();
    loop {
        let rows = store::staged(tx, &source.batch, after, PAGE).await?;
        let Some(last) = rows.last() else { break };
        after = i64::try_from(last.number).unwrap_or(i64::MAX);
        let known = store::known(tx, &rows).await?;
        faults.extend(faults_of(&rows, &known));
        let unknown = rows.into_iter().zip(known).filter(|(_, known)| known.is_none());
        for (row, _) in unknown {
            enter_row(tx, row, source, &mut changes).await?;
            new += 1;
        }
        if changes.events.len() >= EVENTS {
            record(tx, std::mem::take(&mut changes)).await?;
        }
    }
    if !faults.is_empty() {
        return Err(ImportError::Faults(faults));
    }
    if new > 0 {
        store::insert_batch(tx, source, new).await?;
        let event = NewEvent::new(None, source.at, source.today, "operator", "import")
            .with("batch", source.batch.as_str())
            .with("file", source.file_name.as_str())
            .with("sha256", hex(&source.sha256))
            .with("rows", source.read)
            .with("new", new);
        changes.events.push(event);
        record(tx, changes).await?;
    }
    Ok(Imported { read: source.read, new, known: source.read - new })
}

async fn enter_row(
    tx: &mut Transaction,
    row: Row,
    source: &Source,
    changes: &mut Changes,
) -> Result<(), DbError> {
    let brought = Brought {
        external_id: row.external_id,
        channel: row.channel,
        class: row.class,
        sector: row.sector,
        agency: row.agency,
        region: row.region,
        stage: row.stage,
        received_on: row.received_on,
        title: row.title,
        content: row.content,
    };
    let event = brought.event(source.at, "operator").with("batch", source.batch.as_str());
    brought.enter(tx, None, event, changes).await
}

/// The rows whose id is known with other values.
pub(super) async fn differing(connection: &mut Connection, rows: &[Row]) -> Result<Vec<Fault>, DbError> {
    let known = store::known(connection, rows).await?;
    Ok(faults_of(rows, &known).collect())
}

fn faults_of<'r>(rows: &'r [Row], known: &'r [Option<Known>]) -> impl Iterator<Item = Fault> + 'r {
    let differs =
        |(row, known): &(&Row, &Option<Known>)| known.as_ref().is_some_and(|known| !is_same(row, known));
    rows.iter()
        .zip(known)
        .filter(differs)
        .map(|(row, _)| Fault::new(row.line, "external_id", Problem::DiffersFromStored))
}

/// Whether a row says what was imported under its id. What has become of the complaint since does not matter, and an
/// erased text is not compared with.
fn is_same(row: &Row, known: &Known) -> bool {
    let fact = |name: &str| known.facts.get(name).and_then(|value| value.as_str());
    let text = |name: &str, text: &str| {
        let Some(salt) = &known.salt else { return true };
        let hash = known.facts.get("texts").and_then(|texts| texts.get(name)).and_then(|hash| hash.as_str());
        hash == Some(text_hash(salt, text).as_str())
    };
    fact("received_on") == Some(row.received_on.to_string().as_str())
        && fact("class") == Some(row.class.as_str())
        && fact("sector") == row.sector.as_deref()
        && fact("agency") == row.agency.as_deref()
        && fact("region") == row.region.as_deref()
        && fact("stage") == Some(row.stage.as_str())
        && text("title", &row.title)
        && text("content", &row.content)
}

/// Whether the transaction met another import, and may find its rows when it begins anew.
pub(super) fn met_another(error: &DbError) -> bool {
    error.violates("complaint.channel,external_id")
        || error.violates("complaint.lapor_id")
        || matches!(error, DbError::Unavailable { reason } if reason.contains("two changes met"))
}
