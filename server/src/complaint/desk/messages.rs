//! `/api/v1/desk/messages`: what a member of the staff is told.

use axum::extract::State;
use shared::access::CaseAction;
use shared::complaint::desk::{MessageLine, MessageList, MessageSubject, MessagesRead};

use super::open::may;
use crate::complaint::store;
use crate::complaint::view::written;
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::db::{Connection, DbError};
use crate::platform::http::Json;
use crate::platform::outbox::{self, About, Stored};
use crate::state::AppState;

/// Messages of a list; older ones have been overtaken by what became of their cases.
const PAGE: i64 = 100;

/// The latest of whoever asks.
pub async fn list(State(state): State<AppState>, staff: Staff) -> Result<Json<MessageList>, Error> {
    Ok(Json(latest(&mut state.db.snapshot().await?, &staff).await?))
}

/// Notes that they have looked at some; the list as it is then.
pub async fn read(
    State(state): State<AppState>,
    staff: Staff,
    Json(read): Json<MessagesRead>,
) -> Result<Json<MessageList>, Error> {
    let at = state.clock.now();
    let done = state.db.write(move |tx| {
        Box::pin(async move {
            outbox::mark_read(tx, staff.account_id, read.until, at).await?;
            latest(tx, &staff).await
        })
    });
    Ok(Json(done.await?))
}

async fn latest(connection: &mut Connection, staff: &Staff) -> Result<MessageList, DbError> {
    let unread = outbox::count_unread(connection, staff.account_id).await?;
    let mut rows = Vec::new();
    for message in outbox::latest(connection, staff.account_id, PAGE).await? {
        rows.extend(line(connection, staff, message).await?);
    }
    Ok(MessageList { rows, unread: u32::try_from(unread).unwrap_or(u32::MAX) })
}

/// A message; of a case with its title, where they may see the case still.
async fn line(
    connection: &mut Connection,
    staff: &Staff,
    message: Stored,
) -> Result<Option<MessageLine>, DbError> {
    let Stored { id, kind, about, number, due_on, at, is_read } = message;
    let (subject, code, title) = match about {
        About::Complaint(complaint_id) => {
            let Some(complaint) = store::by_id(connection, complaint_id).await? else { return Ok(None) };
            let title = match may(staff, CaseAction::See, &complaint) {
                Ok(_) => store::text(connection, complaint_id).await?.map(|text| text.title),
                Err(_) => None,
            };
            (MessageSubject::Complaint, written(&complaint), title)
        }
        About::Request(_) => (MessageSubject::Request, number.unwrap_or_default(), None),
        About::Test(id) => (MessageSubject::ConsequenceTest, id.to_string(), None),
        About::Information(id) => (MessageSubject::Information, id.to_string(), None),
    };
    Ok(Some(MessageLine { id, kind, subject, code, title, due_on, at, is_new: !is_read }))
}
