//! `POST /api/v1/desk/information/import`: looks at a table of entries, or enters it.

use axum::body::Body;
use axum::extract::State;
use shared::access::{Duty, Role};
use shared::information::{
    CheckedInformation, INFORMATION_TABLE_BYTES_MAX, InformationAction, InformationImport,
};
use shared::problem::{FieldProblem, Problem};

use super::{As, Read, enter, read, told};
use crate::error::Error;
use crate::information::desk::{Change, may};
use crate::information::store;
use crate::platform::access::Staff;
use crate::platform::db::DbError;
use crate::platform::http::{Json, Pairs, read_body};
use crate::platform::sheet::Table;
use crate::state::AppState;

/// The parameters: whether it is entered, and whether everyone reads it at once.
const APPLY: &str = "apply";
const PUBLISH: &str = "publish";

/// Tells what the rows are, and with `apply=true` enters them where nothing is wrong with any.
pub async fn handle(
    State(state): State<AppState>,
    staff: Staff,
    pairs: Pairs,
    body: Body,
) -> Result<Json<InformationImport>, Error> {
    staff.must_keep(Duty::Information)?;
    pairs.only(|name| [APPLY, PUBLISH].contains(&name))?;
    let applies = is_so(&pairs, APPLY)?;
    let way = if is_so(&pairs, PUBLISH)? { As::Published } else { As::Draft };
    let bytes = read_body(body, INFORMATION_TABLE_BYTES_MAX).await?;
    // Unpacking takes a moment, in which others are served.
    let table = tokio::task::spawn_blocking(move || Table::read(&bytes)).await.map_err(Error::internal)?;
    let table = table.map_err(|problem| Error::field("file", problem))?;
    let settings = state.settings();
    let (at, today) = (state.clock.now(), settings.today(&state.clock));
    let does = |action, says: &CheckedInformation| may(&staff, action, &says.agency, says.category);
    let read = read(&table, &settings, today, own_agency(&staff).as_deref(), |says| {
        does(InformationAction::Write, says).is_ok()
    });
    if way == As::Published {
        for row in &read.rows {
            does(InformationAction::Check, &row.says).map_err(Error::forbidden_by)?;
            does(InformationAction::Publish, &row.says).map_err(Error::forbidden_by)?;
        }
    }
    if !applies || !read.faults.is_empty() || read.rows.is_empty() {
        let mut connection = state.db.read().await?;
        let mut is_known = Vec::with_capacity(read.rows.len());
        for row in &read.rows {
            is_known.push(store::is_known(&mut connection, &row.says).await?);
        }
        return Ok(Json(told(&read, &is_known, false)));
    }
    let change = Change::new(&staff, at, today);
    let entered = state.db.write(move |tx| {
        Box::pin(async move {
            let is_known = enter(tx, &read.rows, way, &change, (today, at)).await?;
            Ok::<(Read, Vec<bool>), DbError>((read, is_known))
        })
    });
    let (read, is_known) = entered.await?;
    Ok(Json(told(&read, &is_known, true)))
}

fn is_so(pairs: &Pairs, name: &'static str) -> Result<bool, Error> {
    match pairs.get(name) {
        None | Some("false") => Ok(false),
        Some("true") => Ok(true),
        Some(_) => Err(Error::invalid(vec![FieldProblem::new(name, Problem::UnknownValue)])),
    }
}

/// The agency of whoever has but one: what they enter is its.
fn own_agency(staff: &Staff) -> Option<String> {
    let agencies: Vec<&str> = staff.agencies_as(Role::PpidAgency).collect();
    match *agencies.as_slice() {
        [one] if !staff.has(Role::PpidMain) => Some(one.to_owned()),
        _ => None,
    }
}
