//! `POST /api/v1/complaints/{code}/support`: somebody has this, too, or takes that back.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderValue, header};
use shared::complaint::{ComplaintView, NewSupport, Stage};

use super::{mark_own, store};
use crate::complaint::access;
use crate::complaint::store::{self as complaints, Complaint};
use crate::complaint::view::view;
use crate::error::Error;
use crate::platform::db::DbError;
use crate::platform::http::{ClientAddress, Json, phone_of, remember_phone};
use crate::secret::random_base32;
use crate::state::AppState;

/// Letters of a phone's name: 130 bits.
const PHONE: usize = 26;

/// Notes it and answers with what anyone may see then.
pub async fn handle(
    State(state): State<AppState>,
    Path(code): Path<String>,
    address: ClientAddress,
    headers: HeaderMap,
    Json(new): Json<NewSupport>,
) -> Result<Response, Error> {
    let seen = access::find(&state, &mut state.db.read().await?, &code, address).await?;
    let given = give(&state, &headers, address, &seen, new.wanted).await?;
    let settings = state.settings();
    let today = settings.today(&state.clock);
    let mut connection = state.db.read().await?;
    let mut shown: ComplaintView = view(&mut connection, &settings, &seen, false, today).await?;
    mark_own(&mut connection, &state, &headers, &seen, &mut shown).await?;
    if let Some(support) = &mut shown.support {
        support.is_mine = new.wanted;
    }
    let mut response = Json(&shown).into_response();
    given.remember(&mut response);
    Ok(response)
}

/// What was done, and what the phone must be told.
pub(in crate::complaint) struct Given {
    cookie: Option<HeaderValue>,
}

impl Given {
    /// Tells a phone that had no name its own.
    pub(in crate::complaint) fn remember(self, response: &mut Response) {
        if let Some(cookie) = self.cookie {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
    }
}

/// Notes it for the phone that asks, which gets a name where it has none.
pub(in crate::complaint) async fn give(
    state: &AppState,
    headers: &HeaderMap,
    address: ClientAddress,
    seen: &Complaint,
    is_wanted: bool,
) -> Result<Given, Error> {
    state.limits.check_support(address)?;
    let id = seen.id;
    let (phone, cookie) = match phone_of(headers) {
        Some(phone) => (phone.to_owned(), None),
        None => {
            let phone = random_base32(PHONE);
            let cookie = remember_phone(&phone);
            (phone, Some(cookie))
        }
    };
    let mark = state.keys.phone_mark(&phone, id);
    let today = state.settings().today(&state.clock);
    let done = state.db.write(move |tx| {
        Box::pin(async move {
            let complaint = complaints::by_id(tx, id).await?;
            if !complaint.is_some_and(|complaint| is_open(&complaint)) {
                return Ok(false);
            }
            if is_wanted {
                store::give(tx, id, &mark, today).await?;
            } else {
                store::take_back(tx, id, &mark).await?;
            }
            Ok::<_, DbError>(true)
        })
    });
    // What nobody can read, or what is over, has nobody's support.
    if done.await? { Ok(Given { cookie }) } else { Err(Error::conflict()) }
}

fn is_open(complaint: &Complaint) -> bool {
    let is_over = matches!(complaint.cell.stage, Stage::Closed | Stage::Archived);
    complaint.published && !complaint.sealed && !is_over
}
