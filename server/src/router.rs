//! The contents page: every route of the server, once.

use axum::{Router, extract::State, middleware, response::Response, routing::get};
use shared::api::{Endpoint, GetMeta, ListRegions, STREAM_PATH};

use crate::{
    config::Config,
    error::Error,
    meta,
    platform::{
        http::{Guard, guard},
        metrics::Metrics,
    },
    state::AppState,
};

/// All routes, guarded.
pub fn router(state: &AppState, config: &Config) -> Router {
    let metrics = Metrics::new([GetMeta::PATH, ListRegions::PATH, STREAM_PATH]);
    let guarded = Guard::new(config.trust_forwarded, metrics);
    Router::new()
        .route(GetMeta::PATH, get(meta::show))
        .route(ListRegions::PATH, get(meta::regions))
        .route(STREAM_PATH, get(stream))
        .fallback(async || Error::not_found())
        .with_state(state.clone())
        .layer(middleware::from_fn_with_state(guarded, guard))
}

async fn stream(State(state): State<AppState>) -> Response {
    state.live.stream()
}
