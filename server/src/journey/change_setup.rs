//! `POST /api/v1/desk/settings`: changes what the coordinator keeps, and what rests on it among the complaints.

use axum::extract::State;
use http::HeaderMap;
use shared::access::Duty;
use shared::setup::{HolidayKey, HolidayLine, Setup, SetupChange};

use crate::complaint::calendar;
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::event::{self, NewEvent};
use crate::platform::http::{Json, if_match};
use crate::platform::ledger::Movements;
use crate::platform::settings::Settings;
use crate::request;
use crate::setup;
use crate::state::AppState;

/// Makes one change; all as it is then. Last days that moved by it follow at once, beside the answer.
pub async fn handle(
    State(state): State<AppState>,
    staff: Staff,
    headers: HeaderMap,
    Json(change): Json<SetupChange>,
) -> Result<Json<Setup>, Error> {
    staff.must_keep(Duty::Settings)?;
    let version = if_match(&headers)?;
    let settings = state.settings();
    let change = setup::checked(&settings, change)?;
    let (at, today) = (state.clock.now(), settings.today(&state.clock));
    let moves_time = change.moves_time();
    let done = state.db.write(move |tx| {
        Box::pin(async move {
            let date = match &change {
                SetupChange::Holiday(HolidayLine { date, .. })
                | SetupChange::RemoveHoliday(HolidayKey { date, .. }) => Some(*date),
                _ => None,
            };
            // As it was in this transaction: another server may have changed it. Nothing else asks for that.
            let before = match date {
                Some(date) => Some((date, Settings::load(tx).await?)),
                None => None,
            };
            if !setup::apply(tx, version, &change).await? {
                return Err(Error::changed(setup::version(tx).await?));
            }
            let mut movements = Movements::new();
            if let Some((date, before)) = before {
                let after = Settings::load(tx).await?;
                let calendars = (&before.holidays, &after.holidays);
                calendar::recount(tx, calendars, date, today, &mut movements).await?;
                // Of these there are few, so their last days follow at once.
                request::renew_dues(tx, &after).await?;
            }
            if matches!(change, SetupChange::RequestProfile(_)) {
                let after = Settings::load(tx).await?;
                request::renew_dues(tx, &after).await?;
            }
            if moves_time {
                calendar::note_moved(tx).await?;
            }
            let value = serde_json::to_value(&change).map_err(Error::internal)?;
            let event = NewEvent::new(None, at, today, "coordinator", "setup_changed")
                .with("by", staff.account_id)
                .with("what", change.what())
                .with("change", value);
            event::record(tx, vec![event], &movements).await?;
            Ok(setup::read(tx).await?)
        })
    });
    let now = done.await?;
    state.reload_settings().await?;
    if moves_time {
        tokio::spawn(async move {
            // What is left undone is done within the hour.
            if let Err(error) = calendar::renew_dues(&state.db).await {
                tracing::warn!(%error, "last days could not be worked out anew");
            }
        });
    }
    Ok(Json(now))
}
