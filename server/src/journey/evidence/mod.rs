//! `GET /api/v1/desk/evidence`: what proves that public information is served well, and what is missing.

pub mod files;
mod store;

use axum::extract::State;
use shared::access::Duty;
use shared::evidence::{EvidenceFacts, EvidenceList, EvidencePoint, MISSING_MAX, Served};
use shared::information::needs_on;

use shared::lang::Lang;

use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::http::{Json, Language, Pairs};
use crate::platform::settings::Settings;
use crate::request::report::report;
use crate::router;
use crate::state::AppState;

/// Each point with the addresses that prove it and what is missing, as it is today.
pub async fn handle(
    State(state): State<AppState>,
    staff: Staff,
    Language(lang): Language,
    pairs: Pairs,
) -> Result<Json<EvidenceList>, Error> {
    staff.must_keep(Duty::Evidence)?;
    pairs.only(|_| false)?;
    list(&state, lang).await.map(Json)
}

/// The list as it is today.
async fn list(state: &AppState, lang: Lang) -> Result<EvidenceList, Error> {
    let settings = state.settings();
    let today = settings.today(&state.clock);
    let report = report(state, &settings, today.year()).await?;
    let (stale, _) = needs_on(today);
    let mut connection = state.db.read().await?;
    let facts = EvidenceFacts {
        entries: store::entries(&mut connection, stale).await?,
        agencies: in_office(&settings),
        publishing: store::publishing(&mut connection).await?,
        incomplete: store::incomplete(&mut connection, MISSING_MAX).await?,
        stale: store::stale(&mut connection, MISSING_MAX, stale).await?,
        report,
        refusals: store::refusals(&mut connection, MISSING_MAX).await?,
        exclusions: store::exclusions(&mut connection).await?,
        served: served(),
    };
    Ok(EvidenceList::weigh(&facts, today, lang))
}

fn in_office(settings: &Settings) -> Vec<String> {
    settings.agencies.iter().filter(|agency| !agency.retired).map(|agency| agency.key.clone()).collect()
}

/// The addresses that points ask for, without what follows a question mark.
fn served() -> Vec<Served> {
    let asked = EvidencePoint::ALL.iter().flat_map(|point| point.addresses());
    let paths = asked.map(|address| address.split_once('?').map_or(*address, |(path, _)| path));
    paths.map(|path| Served { path, is_there: router::is_served(path) }).collect()
}
