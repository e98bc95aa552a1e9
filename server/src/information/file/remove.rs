//! `POST /api/v1/desk/information/{id}/files/{file}/remove`: takes a file out of a draft.

use axum::extract::{Path, State};
use http::HeaderMap;
use shared::access::Duty;
use shared::api::NoWords;
use shared::information::DeskInformation;

use super::open::draft;
use super::store;
use crate::error::Error;
use crate::information::desk::{Change, open, shown};
use crate::information::{number, store as entries};
use crate::platform::access::Staff;
use crate::platform::files::Files;
use crate::platform::http::{Json, if_match};
use crate::state::AppState;

/// Removes it. Versions that were public keep it; one that never was is gone from the disk, too.
pub async fn handle(
    State(state): State<AppState>,
    State(files): State<Files>,
    Path((id, file)): Path<(String, String)>,
    staff: Staff,
    headers: HeaderMap,
    Json(NoWords {}): Json<NoWords>,
) -> Result<Json<DeskInformation>, Error> {
    staff.must_keep(Duty::Information)?;
    let (id, version) = (number(&id)?, if_match(&headers)?);
    let (at, today) = (state.clock.now(), state.settings().today(&state.clock));
    let done = state.db.write(move |tx| {
        Box::pin(async move {
            let is_taken = entries::take(tx, id, version).await?;
            let entry = draft(tx, &staff, id).await?;
            if !is_taken {
                return Err(Error::changed(entry.version));
            }
            let sent = store::find(tx, id, &file).await?.filter(|sent| !sent.is_removed);
            let sent = sent.ok_or_else(Error::not_found)?;
            let was_never_public = sent.added_in == entry.newest;
            if was_never_public {
                store::forget(tx, &sent.id).await?;
            } else {
                store::remove(tx, &sent.id, entry.newest).await?;
            }
            entries::change(tx, &entry, today, at).await?;
            Change::new(&staff, at, today)
                .record_file(tx, &entry, "information_file_removed", (&sent.id, None))
                .await?;
            let (entry, newest) = open(tx, &staff, id).await?;
            Ok((shown(&staff, entry, newest), was_never_public.then_some(sent.id)))
        })
    });
    let (now, gone) = done.await?;
    if let Some(gone) = gone {
        files.forget(&gone)?;
    }
    Ok(Json(now))
}
