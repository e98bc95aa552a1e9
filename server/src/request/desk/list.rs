//! `GET /api/v1/desk/information-requests`: what the PPID work on, what is due first on top.

use axum::extract::State;
use shared::access::{Duty, Role};
use shared::calendar::Day;
use shared::problem::Problem;
use shared::request::{DeskRequestList, RequestStage};

use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::http::{Json, Pairs};
use crate::request::store::{self, Place, Wanted};
use crate::state::AppState;

/// Requests of a page.
const PAGE: usize = 50;
/// Asks for what is late already.
const LATE: &str = "late";

/// A page of what whoever asks may see: the province's PPID all, an agency's its own, their superior what was objected to.
pub async fn handle(
    State(state): State<AppState>,
    staff: Staff,
    pairs: Pairs,
) -> Result<Json<DeskRequestList>, Error> {
    staff.must_keep(Duty::Requests)?;
    pairs.only(|name| matches!(name, "after" | "stage" | "agency" | "due"))?;
    let settings = state.settings();
    let today = settings.today(&state.clock);
    let said = |name| pairs.get(name).map(str::trim).filter(|value| !value.is_empty());
    let after = said("after").map(read_place).transpose();
    let after = after.map_err(|problem| Error::field("after", problem))?;
    let stage = said("stage").map(|word| word.parse::<RequestStage>()).transpose();
    let stage = stage.map_err(|_| Error::field("stage", Problem::UnknownValue))?;
    let due_by = said("due").map(|word| if word == LATE { Ok(today.plus(-1)) } else { Day::parse(word) });
    let due_by = due_by.transpose().map_err(|problem| Error::field("due", problem))?;
    let all = Wanted { agency: said("agency"), stage, due_by, is_objected_to: false };
    let mut wanted = Vec::new();
    if staff.has(Role::PpidMain) {
        wanted.push(all);
    } else {
        if staff.has(Role::PpidSuperior) {
            wanted.push(Wanted { is_objected_to: true, ..all });
        }
        let own = staff.agencies_as(Role::PpidAgency);
        let own = own.filter(|own| all.agency.is_none_or(|asked| asked == *own));
        wanted.extend(own.map(|own| Wanted { agency: Some(own), ..all }));
    }
    let limit = i64::try_from(PAGE + 1).map_err(Error::internal)?;
    let mut connection = state.db.read().await?;
    let mut found = Vec::new();
    for wanted in wanted {
        found.extend(store::list(&mut connection, wanted, after.as_ref(), limit).await?);
    }
    found.sort_by(|(_, left), (_, right)| left.cmp(right));
    // A superior who is an agency's PPID, too, may see the same one twice.
    found.dedup_by(|(_, left), (_, right)| left == right);
    let next = (found.len() > PAGE).then(|| write_place(&found[PAGE - 1].1));
    found.truncate(PAGE);
    let rows = found.into_iter().map(|(mut line, _)| {
        if let Some(due_on) = line.due_on {
            line.late_days = settings.holidays.working_days_between(due_on, today);
            line.left_days = settings.holidays.working_days_between(today, due_on);
        }
        line
    });
    Ok(Json(DeskRequestList { rows: rows.collect(), next }))
}

fn write_place(place: &Place) -> String {
    format!("{}_{}", place.due_on, place.id)
}

fn read_place(raw: &str) -> Result<Place, Problem> {
    let (due_on, id) = raw.split_once('_').ok_or(Problem::UnknownValue)?;
    let due_on = Day::parse(due_on).map_err(|_| Problem::UnknownValue)?.to_string();
    Ok(Place { due_on, id: id.parse().map_err(|_| Problem::UnknownValue)? })
}
