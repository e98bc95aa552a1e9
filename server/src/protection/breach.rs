//! `POST /api/v1/desk/privacy/breaches` and below: enters a breach, changes what is known of it, says that it was told.

use axum::extract::{Path, State};
use http::HeaderMap;
use shared::access::Duty;
use shared::protection::{BreachChange, NewBreach, ProtectionBoard};

use super::{board, store};
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::db::{DbError, Transaction};
use crate::platform::event::{self, NewEvent};
use crate::platform::http::{Json, if_match};
use crate::platform::ledger::Movements;
use crate::state::AppState;

/// Enters one; all as it is then.
pub async fn add(
    State(state): State<AppState>,
    staff: Staff,
    Json(new): Json<NewBreach>,
) -> Result<Json<ProtectionBoard>, Error> {
    let hand = Hand::new(&state, &staff)?;
    let new = new.check(hand.at.as_millisecond()).map_err(Error::invalid)?;
    let settings = state.settings();
    let done = state.db.write(move |tx| {
        Box::pin(async move {
            let id = store::add(tx, &new).await?;
            hand.record(tx, "breach_entered", id).await?;
            Ok::<_, Error>(board::read(tx, &settings, hand.at).await?)
        })
    });
    done.await.map(Json)
}

/// Changes one; all as it is then. That it was told is said once.
pub async fn change(
    State(state): State<AppState>,
    Path(id): Path<String>,
    staff: Staff,
    headers: HeaderMap,
    Json(BreachChange { account, told }): Json<BreachChange>,
) -> Result<Json<ProtectionBoard>, Error> {
    let hand = Hand::new(&state, &staff)?;
    let version = if_match(&headers)?;
    let id: i64 = id.parse().map_err(|_| Error::not_found())?;
    let account = account.check().map_err(Error::invalid)?;
    let settings = state.settings();
    let done = state.db.write(move |tx| {
        Box::pin(async move {
            let told_at = told.then_some(hand.at);
            if !store::change(tx, id, version, &account, told_at).await? {
                return Err(match store::version(tx, id).await? {
                    Some(version) => Error::changed(version),
                    None => Error::not_found(),
                });
            }
            hand.record(tx, if told { "breach_told" } else { "breach_changed" }, id).await?;
            Ok(board::read(tx, &settings, hand.at).await?)
        })
    });
    done.await.map(Json)
}

/// Who keeps the register, and when.
struct Hand {
    by: i64,
    at: jiff::Timestamp,
    day: shared::calendar::Day,
}

impl Hand {
    fn new(state: &AppState, staff: &Staff) -> Result<Self, Error> {
        staff.must_keep(Duty::Privacy)?;
        let day = state.settings().today(&state.clock);
        Ok(Self { by: staff.account_id, at: state.clock.now(), day })
    }

    async fn record(&self, tx: &mut Transaction, kind: &'static str, id: i64) -> Result<(), DbError> {
        let event = NewEvent::new(None, self.at, self.day, "data_protection_officer", kind)
            .with("by", self.by)
            .with("breach", id);
        event::record(tx, vec![event], &Movements::default()).await.map(drop)
    }
}
