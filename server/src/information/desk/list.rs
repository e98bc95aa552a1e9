//! `GET /api/v1/desk/information`: what the PPID work on.

use axum::extract::State;
use shared::access::{Duty, Role};
use shared::information::{DeskInformationList, INFORMATION_SEARCH_MAX};
use shared::problem::Problem;

use crate::error::Error;
use crate::information::store::{self, Place, Wanted};
use crate::platform::access::Staff;
use crate::platform::http::{Json, Pairs};
use crate::state::AppState;

/// Entries of a page.
const PAGE: usize = 50;

/// A page of what whoever asks may work on: the province's PPID on all, an agency's on its own.
pub async fn handle(
    State(state): State<AppState>,
    staff: Staff,
    pairs: Pairs,
) -> Result<Json<DeskInformationList>, Error> {
    staff.must_keep(Duty::Information)?;
    pairs.only(|name| matches!(name, "after" | "stage" | "agency" | "q" | "need"))?;
    let after = pairs.get("after").map(read_place).transpose();
    let after = after.map_err(|problem| Error::field("after", problem))?;
    let stage = pairs.get("stage").map(|word| word.parse().map_err(|_| Problem::UnknownValue)).transpose();
    let stage = stage.map_err(|problem| Error::field("stage", problem))?;
    let need = pairs.get("need").map(|word| word.parse().map_err(|_| Problem::UnknownValue)).transpose();
    let need = need.map_err(|problem| Error::field("need", problem))?;
    let need = need.map(|need| (need, state.settings().today(&state.clock)));
    let said = |name| pairs.get(name).map(str::trim).filter(|value| !value.is_empty());
    let title = said("q");
    if title.is_some_and(|letters| letters.chars().count() > INFORMATION_SEARCH_MAX as usize) {
        return Err(Error::field("q", Problem::TooLong(INFORMATION_SEARCH_MAX)));
    }
    let agencies: Vec<Option<&str>> = match said("agency") {
        _ if staff.has(Role::PpidMain) => vec![said("agency")],
        wanted => staff
            .agencies_as(Role::PpidAgency)
            .filter(|own| wanted.is_none_or(|wanted| wanted == *own))
            .map(Some)
            .collect(),
    };
    let limit = i64::try_from(PAGE + 1).map_err(Error::internal)?;
    let mut connection = state.db.read().await?;
    let mut found = Vec::new();
    for agency in agencies {
        let wanted = Wanted { agency, stage, title, need };
        found.extend(store::desk(&mut connection, wanted, after, limit).await?);
    }
    found.sort_by_key(|(_, place)| std::cmp::Reverse((place.changed_at, place.id)));
    let next = (found.len() > PAGE).then(|| write_place(found[PAGE - 1].1));
    found.truncate(PAGE);
    Ok(Json(DeskInformationList { rows: found.into_iter().map(|(line, _)| line).collect(), next }))
}

pub(in crate::information) fn write_place(place: Place) -> String {
    format!("{}_{}", place.changed_at, place.id)
}

pub(in crate::information) fn read_place(raw: &str) -> Result<Place, Problem> {
    let (changed_at, id) = raw.trim().split_once('_').ok_or(Problem::UnknownValue)?;
    let number = |text: &str| text.parse().map_err(|_| Problem::UnknownValue);
    Ok(Place { changed_at: number(changed_at)?, id: number(id)? })
}
