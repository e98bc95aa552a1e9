//! `GET /api/v1/desk/consequence-tests`: what the PPID work on.

use axum::extract::State;
use shared::access::{Duty, Role};
use shared::calendar::Day;
use shared::information::consequence::{CONSEQUENCE_REMINDER_DAYS, DeskConsequenceLine, DeskConsequenceList};
use shared::problem::Problem;

use crate::error::Error;
use crate::information::consequence::store::{self, Wanted};
use crate::information::desk::list::{read_place, write_place};
use crate::platform::access::Staff;
use crate::platform::http::{Json, Pairs};
use crate::state::AppState;

/// Tests of a page.
const PAGE: usize = 50;

/// A page of what whoever asks may work on: the province's PPID on all, an agency's on its own.
pub async fn handle(
    State(state): State<AppState>,
    staff: Staff,
    pairs: Pairs,
) -> Result<Json<DeskConsequenceList>, Error> {
    staff.must_keep(Duty::Information)?;
    pairs.only(|name| matches!(name, "after" | "stage" | "agency"))?;
    let after = pairs.get("after").map(read_place).transpose();
    let after = after.map_err(|problem| Error::field("after", problem))?;
    let stage = pairs.get("stage").map(|word| word.parse().map_err(|_| Problem::UnknownValue)).transpose();
    let stage = stage.map_err(|problem| Error::field("stage", problem))?;
    let wanted = pairs.get("agency").map(str::trim);
    let agencies: Vec<Option<&str>> = if staff.has(Role::PpidMain) {
        vec![wanted]
    } else {
        let own = staff.agencies_as(Role::PpidAgency);
        own.filter(|own| wanted.is_none_or(|wanted| wanted == *own)).map(Some).collect()
    };
    let limit = i64::try_from(PAGE + 1).map_err(Error::internal)?;
    let today = state.settings().today(&state.clock);
    let soon = today.plus(CONSEQUENCE_REMINDER_DAYS);
    let mut connection = state.db.snapshot().await?;
    let (mut found, mut ending) = (Vec::new(), Vec::new());
    for agency in agencies {
        found.extend(store::desk(&mut connection, Wanted { agency, stage }, after, limit).await?);
        if after.is_none() {
            ending.extend(store::ending(&mut connection, agency, soon, limit).await?);
        }
    }
    found.sort_by_key(|(_, place)| std::cmp::Reverse((place.changed_at, place.id)));
    let next = (found.len() > PAGE).then(|| write_place(found[PAGE - 1].1));
    found.truncate(PAGE);
    ending.sort_by_key(|line| (line.until, line.id));
    ending.truncate(PAGE);
    let rows = found.into_iter().map(|(line, _)| line);
    Ok(Json(DeskConsequenceList {
        rows: rows.map(|line| counted(line, today)).collect(),
        ending: ending.into_iter().map(|line| counted(line, today)).collect(),
        next,
    }))
}

fn counted(line: DeskConsequenceLine, today: Day) -> DeskConsequenceLine {
    DeskConsequenceLine { days_left: line.until.map(|until| until.days_since(today)), ..line }
}
