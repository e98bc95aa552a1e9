//! `GET /api/v1/desk/templates`: the templates of answers.

use axum::extract::State;
use shared::access::Rule;
use shared::complaint::desk::template::Template;

use super::store;
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::http::Json;
use crate::state::AppState;

/// Answers with all of them, to those who work cases.
pub async fn handle(State(state): State<AppState>, staff: Staff) -> Result<Json<Vec<Template>>, Error> {
    if !staff.roles.iter().any(|held| held.role.works_cases()) {
        return Err(Error::forbidden_by(Rule::NoCases));
    }
    Ok(Json(store::all(&mut state.db.read().await?).await?))
}
