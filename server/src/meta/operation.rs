//! What the operator's tools ask: whether it lives, whether it is ready, how much it does.

use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use http::{HeaderValue, header};

use crate::{error::Error, platform::metrics::Gauge, state::AppState};

/// Whether the process lives; nothing else is asked.
pub async fn alive() -> Response {
    plain("ok\n")
}

/// Whether requests can be answered: the database is read and written.
pub async fn ready(State(state): State<AppState>) -> Result<Response, Error> {
    state.health.check(&state.db).await?;
    Ok(plain("ready\n"))
}

/// The server's figures for Prometheus.
pub async fn metrics(State(state): State<AppState>) -> Response {
    let written = state.db.statistics();
    let gauge = |name, help, value| Gauge { name, help, kind: "gauge", value };
    let counter = |name, help, value: u64| Gauge {
        name,
        help,
        kind: "counter",
        value: i64::try_from(value).unwrap_or(i64::MAX),
    };
    let clients = i64::try_from(state.live.clients()).unwrap_or(i64::MAX);
    let text = state.metrics.text(&[
        gauge("live_clients", "Clients that listen to the live revision.", clients),
        gauge("revision", "The revision of the ledger that is shown.", state.live.revision()),
        counter("write_commands_total", "Writes since the start.", written.commands),
        counter(
            "write_commits_total",
            "Commits since the start, each of a group of writes.",
            written.commits,
        ),
    ]);
    let media = HeaderValue::from_static("text/plain; version=0.0.4; charset=utf-8");
    ([(header::CONTENT_TYPE, media), (header::CACHE_CONTROL, HeaderValue::from_static("no-store"))], text)
        .into_response()
}

fn plain(text: &'static str) -> Response {
    let media = HeaderValue::from_static("text/plain; charset=utf-8");
    ([(header::CONTENT_TYPE, media), (header::CACHE_CONTROL, HeaderValue::from_static("no-store"))], text)
        .into_response()
}
