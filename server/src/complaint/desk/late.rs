//! `GET /api/v1/desk/late`: what is late, with whom, and for how long.

use axum::extract::State;
use shared::access::{Role, Rule};
use shared::complaint::desk::{LateBoard, LateRow};

use super::store::{self, Late, Office};
use crate::complaint::lapor;
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::http::Json;
use crate::state::AppState;

/// Answers with the cases of the offices that whoever asks is in.
pub async fn handle(State(state): State<AppState>, staff: Staff) -> Result<Json<LateBoard>, Error> {
    let offices = offices(&staff);
    if offices.is_empty() {
        return Err(Error::forbidden_by(Rule::NoCases));
    }
    let settings = state.settings();
    let today = settings.today(&state.clock);
    let mut connection = state.db.snapshot().await?;
    let mut found: Vec<Late> = Vec::new();
    for office in &offices {
        found.extend(store::late(&mut connection, office, today).await?);
    }
    found.sort_by(|one, other| (one.oldest, one.stage.as_str()).cmp(&(other.oldest, other.stage.as_str())));
    let row = |late: Late| LateRow {
        agency: late.agency,
        stage: late.stage,
        count: late.count,
        oldest: late.oldest,
        working_days: settings.holidays.working_days_between(late.oldest, today),
    };
    let rows = found.into_iter().map(row).collect();
    let lapor = match staff.has(Role::Coordinator) {
        true => lapor::late::late(&mut connection, &settings, today).await?,
        false => None,
    };
    Ok(Json(LateBoard { rows, lapor }))
}

/// The offices, each case in one of them.
fn offices(staff: &Staff) -> Vec<Office> {
    let mut offices = Vec::new();
    if staff.has(Role::Coordinator) {
        offices.push(Office::All);
    } else {
        let mut agencies: Vec<_> = staff.agencies().into_iter().map(str::to_owned).collect();
        agencies.sort_unstable();
        agencies.dedup();
        offices.extend(agencies.into_iter().map(Office::Agency));
    }
    if staff.has(Role::Inspectorate) {
        offices.push(Office::Sealed);
    }
    offices
}
