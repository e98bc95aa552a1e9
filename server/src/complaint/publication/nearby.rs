//! `POST /api/v1/complaints/similar`: what is published nearby and says the same, before somebody files it once more. What
//! they have typed is compared and forgotten.

use axum::extract::State;
use shared::complaint::{Published, SimilarQuestion};
use shared::region::RegionCode;

use super::store::{Nearby, nearby};
use crate::complaint::similar::Words;
use crate::complaint::support;
use crate::complaint::view::with_dashes;
use crate::error::Error;
use crate::platform::http::{ClientAddress, Json};
use crate::state::AppState;

/// Days back.
const DAYS: i32 = 90;
/// Published ones that are compared; the newest of a busy place.
const COMPARED: i64 = 200;
/// Those that are shown.
const MOST: usize = 3;

/// Answers with the likeliest first.
pub async fn handle(
    State(state): State<AppState>,
    address: ClientAddress,
    Json(question): Json<SimilarQuestion>,
) -> Result<Json<Vec<Published>>, Error> {
    state.limits.check_support(address)?;
    let regency = RegionCode::parse(&question.region).ok().and_then(|code| code.regency().map(str::to_owned));
    let Some(regency) = regency else { return Ok(Json(Vec::new())) };
    let since = state.settings().today(&state.clock).plus(-DAYS);
    let own = Words::of(&question.title, &question.content);
    let mut connection = state.db.read().await?;
    let near = nearby(&mut connection, &regency, question.sector.as_deref(), since, COMPARED).await?;
    let alike = |near: Nearby| Some((own.alike(&Words::of(&near.title, &near.content))?.part, near));
    let mut found: Vec<(usize, Nearby)> = near.into_iter().filter_map(alike).collect();
    found.sort_by_key(|(part, _)| std::cmp::Reverse(*part));
    let mut shown = Vec::with_capacity(MOST);
    for (_, near) in found.into_iter().take(MOST) {
        let support = support::count(&mut connection, near.id).await?;
        shown.push(Published {
            code: with_dashes(&near.code),
            title: near.title,
            received_on: near.received_on,
            stage: near.stage,
            support,
        });
    }
    Ok(Json(shown))
}
