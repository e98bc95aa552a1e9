//! `POST /api/v1/desk/import/lapor/{id}`: tries how an export would be entered, or enters it, all of it or nothing.

use axum::extract::{Path, State};
use shared::access::Duty;
use shared::calendar::Day;
use shared::complaint::lapor::{LaporField, LaporOutcome, LaporPlan};
use shared::complaint::{ArchiveReason, Channel, Stage};
use shared::problem::{FieldProblem, Problem};

use super::fate::{Fate, fate};
use super::read::{self, Read, Row};
use super::store::{self, Head};
use crate::complaint::brought::Brought;
use crate::complaint::store::{correct, take};
use crate::complaint::{Changes, due, record};
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::db::{DbError, Transaction};
use crate::platform::event::NewEvent;
use crate::platform::http::Json;
use crate::platform::settings::Settings;
use crate::state::AppState;

/// Events recorded at once, so that an export of any length needs little memory.
const EVENTS: usize = 2_000;

/// Tells what would come of it, or what came.
pub async fn handle(
    State(state): State<AppState>,
    Path(id): Path<String>,
    staff: Staff,
    Json(plan): Json<LaporPlan>,
) -> Result<Json<LaporOutcome>, Error> {
    staff.must_keep(Duty::Lapor)?;
    let settings = state.settings();
    let today = settings.today(&state.clock);
    let mut connection = state.db.read().await?;
    let (head, cells) = store::staged(&mut connection, &id).await?.ok_or_else(Error::not_found)?;
    check(&head, &plan)?;
    let read = read::read(&head.columns, &cells, &plan.mapping, &settings, today);
    let mut outcome = outcome(&read, cells.len());
    if !plan.applies {
        let known = store::known(&mut connection).await?;
        for row in &read.rows {
            count(&mut outcome, fate(row, &known, plan.adds));
        }
        return Ok(Json(outcome));
    }
    drop(connection);
    let work = Work { id, head, plan, read, settings: (*settings).clone(), today, at: state.clock.now() };
    let by = staff.account_id;
    let done = state.db.write(move |tx| Box::pin(async move { work.enter(tx, by, outcome).await }));
    done.await.map(Json)
}

/// Whether the columns that must be there are named, each once.
fn check(head: &Head, plan: &LaporPlan) -> Result<(), Error> {
    let mut problems = Vec::new();
    for field in LaporField::ALL {
        let name = ["columns.", field.as_str()].concat();
        match plan.mapping.column(*field) {
            None if field.is_required() => problems.push(FieldProblem::new(name, Problem::Required)),
            Some(column) if !head.columns.iter().any(|known| known == column) => {
                problems.push(FieldProblem::new(name, Problem::UnknownValue));
            }
            _ => {}
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(Error::invalid(problems)) }
}

fn outcome(read: &Read, rows: usize) -> LaporOutcome {
    LaporOutcome {
        rows: u32::try_from(rows).unwrap_or(u32::MAX),
        fault_count: read.fault_count,
        faults: read.faults.clone(),
        unknown: read.unknown.clone(),
        ..LaporOutcome::default()
    }
}

fn count(outcome: &mut LaporOutcome, fate: Fate) {
    *match fate {
        Fate::Added => &mut outcome.added,
        Fate::LeftOut => &mut outcome.left_out,
        Fate::Follows(_) => &mut outcome.updated,
        Fate::Same => &mut outcome.same,
    } += 1;
}

/// Everything that the transaction needs.
struct Work {
    id: String,
    head: Head,
    plan: LaporPlan,
    read: Read,
    settings: Settings,
    today: Day,
    at: jiff::Timestamp,
}

impl Work {
    /// Enters what is new, lets follow what only follows, and notes what LAPOR! tells of each.
    async fn enter(
        self,
        tx: &mut Transaction,
        by: i64,
        mut outcome: LaporOutcome,
    ) -> Result<LaporOutcome, Error> {
        // Of two who enter the same export at once, one is late.
        if !store::unstage(tx, &self.id).await? {
            return Err(Error::not_found());
        }
        let (known, told) = (store::known(tx).await?, store::mirror(tx).await?);
        let mut changes = Changes::default();
        for row in &self.read.rows {
            let fate = fate(row, &known, self.plan.adds);
            count(&mut outcome, fate);
            match fate {
                Fate::Added => self.add(tx, row, &mut changes).await?,
                Fate::Follows(id) => self.follow(tx, id, row, &mut changes).await?,
                Fate::LeftOut | Fate::Same => {}
            }
            let is_new = told
                .get(&row.lapor_id)
                .is_none_or(|(stage, status)| *stage != row.stage.as_str() || *status != row.status);
            if is_new {
                store::tell(tx, row, self.today).await?;
            }
            if changes.events.len() >= EVENTS {
                record(tx, std::mem::take(&mut changes)).await?;
            }
        }
        store::remember(tx, &self.plan.mapping, self.today).await?;
        let event = NewEvent::new(None, self.at, self.today, "coordinator", "lapor_import")
            .with("by", by)
            .with("sha256", self.head.sha256.as_str())
            .with("rows", outcome.rows)
            .with("added", outcome.added)
            .with("updated", outcome.updated)
            .with("faults", outcome.fault_count);
        changes.events.push(event);
        record(tx, changes).await?;
        outcome.applied = true;
        Ok(outcome)
    }

    async fn add(&self, tx: &mut Transaction, row: &Row, changes: &mut Changes) -> Result<(), DbError> {
        let brought = Brought {
            external_id: row.lapor_id.clone(),
            channel: Channel::Lapor,
            class: row.class,
            sector: row.sector.clone(),
            agency: row.agency.clone(),
            region: row.regency.clone(),
            stage: row.stage,
            received_on: row.received_on,
            title: row.title.clone(),
            content: row.content.clone(),
        };
        let event = brought.event(self.at, "coordinator");
        brought.enter(tx, Some(&self.settings), event, changes).await
    }

    async fn follow(
        &self,
        tx: &mut Transaction,
        id: i64,
        row: &Row,
        changes: &mut Changes,
    ) -> Result<(), DbError> {
        let mut complaint = take(tx, id).await?;
        let day = self.today.max(complaint.stage_since);
        changes.events.push(
            NewEvent::new(Some(id), self.at, day, "coordinator", "followed_lapor")
                .with("from", complaint.cell.stage.as_str())
                .with("stage", row.stage.as_str()),
        );
        let change = |complaint: &mut crate::complaint::store::Complaint| {
            complaint.cell.stage = row.stage;
            complaint.stage_since = day;
            complaint.cell.agency = row.agency.clone().or(complaint.cell.agency.take());
            complaint.archive_reason = (row.stage == Stage::Archived).then_some(ArchiveReason::Other);
        };
        correct(tx, &mut complaint, change, day, &self.settings.holidays, &mut changes.movements).await?;
        due::renew(tx, &self.settings, &mut complaint).await
    }
}
