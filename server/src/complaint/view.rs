//! `GET /api/v1/complaints/{code}`: the stage and its story for anyone, everything of it for the reporter.

use std::str::FromStr;

use axum::extract::{Path, State};
use http::HeaderMap;
use shared::calendar::Day;
use shared::complaint::{
    ComplaintView, Entry, EntryKind, FileView, OwnView, Stage, Support, TrackingCode, reporter_actions,
};
use shared::regulation::{Deadline, Step};

use super::store::{self, Complaint};
use super::{access, photo, publication, receipt, support, turned};
use crate::error::Error;
use crate::platform::db::{Connection, DbError};
use crate::platform::event::{self, StoredEvent, StoredText};
use crate::platform::files;
use crate::platform::http::{ClientAddress, Json};
use crate::platform::settings::Settings;
use crate::state::AppState;

/// Answers with what the caller may see.
pub async fn handle(
    State(state): State<AppState>,
    Path(code): Path<String>,
    address: ClientAddress,
    headers: HeaderMap,
) -> Result<Json<ComplaintView>, Error> {
    let mut connection = state.db.read().await?;
    let complaint = access::find(&state, &mut connection, &code, address).await?;
    let own = access::is_reporter(&state, &complaint, &headers)?;
    let settings = state.settings();
    let today = settings.today(&state.clock);
    let mut view = view(&mut connection, &settings, &complaint, own, today).await?;
    support::mark_own(&mut connection, &state, &headers, &complaint, &mut view).await?;
    Ok(Json(view))
}

/// What is shown of a complaint on a day.
pub async fn view(
    connection: &mut Connection,
    settings: &Settings,
    complaint: &Complaint,
    own: bool,
    today: Day,
) -> Result<ComplaintView, DbError> {
    let spells = store::spells(connection, complaint.id).await?;
    let shown = !complaint.sealed || own;
    let mut deadlines = receipt::deadlines(settings, complaint, &spells);
    if !shown {
        // The other clocks of what was reported about officials are longer: the dates would tell what it is about.
        deadlines.retain(|deadline| deadline.step == Step::VerifyAndDispose);
    }
    let events = event::of_complaint(connection, complaint.id).await?;
    let texts = if own { event::texts_of_complaint(connection, complaint.id).await? } else { Vec::new() };
    let files = if own { files::of_complaint(connection, complaint.id).await? } else { Vec::new() };
    let text = if own { store::text(connection, complaint.id).await? } else { None };
    let public =
        if complaint.published { publication::publication(connection, complaint.id).await? } else { None };
    let photos = match public {
        Some(_) => photo::public(connection, complaint.id).await?,
        None => Vec::new(),
    };
    let (title, content) = public.unzip();
    let support = match title {
        Some(_) => Some(Support {
            count: support::count(connection, complaint.id).await?,
            is_mine: false,
            has_mail: false,
        }),
        None => None,
    };
    let part = match text {
        Some(text) if own => {
            let identified = store::has_identity(connection, complaint.id).await?;
            let filed =
                files.iter().filter(|(_, event)| event.is_none()).map(|(file, _)| file.clone()).collect();
            let turned = turned::of(connection, complaint.id).await?;
            let own = own_part(settings, complaint, text, filed, identified, reply_until(&deadlines), today);
            let asks_request = turned::is_asked(complaint, turned.as_ref());
            Some(OwnView { asks_request, request: turned.and_then(|turned| turned.number), ..own })
        }
        _ => None,
    };
    let end = complaint.ended_on().unwrap_or(today);
    Ok(ComplaintView {
        code: written(complaint),
        class: complaint.cell.class,
        stage: complaint.cell.stage,
        group: complaint.cell.stage.group(),
        archive_reason: complaint.archive_reason,
        merged_into: complaint.merged_into.as_deref().filter(|_| shown).map(with_dashes),
        received_on: complaint.received_on,
        stage_since: complaint.stage_since,
        age_working_days: settings.holidays.working_days_between(complaint.received_on, end),
        sector: complaint.cell.sector.clone().filter(|_| shown),
        agency: complaint.cell.agency.clone().filter(|_| shown),
        title,
        content,
        photos,
        support,
        promised_on: complaint.promised_on.filter(|_| shown),
        deadlines,
        entries: events.iter().filter_map(|event| entry(event, own, shown, &texts, &files)).collect(),
        own: part,
    })
}

pub(super) fn written(complaint: &Complaint) -> String {
    with_dashes(complaint.code.as_deref().unwrap_or_default())
}

/// A tracking code as people read it.
pub(super) fn with_dashes(code: &str) -> String {
    TrackingCode::parse(code).map_or_else(|_| code.to_owned(), |code| code.to_string())
}

/// Until when an answer may be accepted or refused, while one stands.
pub fn reply_until(deadlines: &[Deadline]) -> Option<Day> {
    deadlines.iter().find(|deadline| deadline.step == Step::ReplyWindow).and_then(|deadline| deadline.due_on)
}

fn own_part(
    settings: &Settings,
    complaint: &Complaint,
    text: store::ComplaintText,
    files: Vec<FileView>,
    identified: bool,
    reply_until: Option<Day>,
    today: Day,
) -> OwnView {
    let window_open = reply_until.is_some_and(|until| today <= until);
    OwnView {
        title: text.title,
        content: text.content,
        event_date: complaint.event_date,
        region: complaint.region.as_deref().and_then(|code| settings.region_path(code)),
        point: text.point,
        place: text.place,
        files,
        anonymous: complaint.anonymous,
        confidential: complaint.confidential,
        sealed: complaint.sealed,
        identified,
        actions: reporter_actions(complaint.cell.stage, window_open),
        reply_until: reply_until.filter(|_| complaint.cell.stage == Stage::Answered),
        asks_request: false,
        request: None,
    }
}

/// An event as a line of the story. Letters between reporter and office are the reporter's alone.
fn entry(
    event: &StoredEvent,
    own: bool,
    shown: bool,
    texts: &[StoredText],
    files: &[(FileView, Option<i64>)],
) -> Option<Entry> {
    let kind = match event.kind.as_str() {
        "imported" => EntryKind::Received,
        word => EntryKind::from_str(word).ok()?,
    };
    let is_letter = matches!(kind, EntryKind::MessageFromReporter | EntryKind::MessageToReporter);
    if is_letter && !own {
        return None;
    }
    let facts = event.facts();
    let fact = |name: &str| facts.get(name).and_then(serde_json::Value::as_str);
    let text = texts.iter().find(|text| text.position == event.position && text.name == "text");
    let files = files.iter().filter(|(_, position)| *position == Some(event.position));
    Some(Entry {
        on: Day::parse(&event.day).ok()?,
        at: event.at,
        kind,
        stage: fact("stage").and_then(|word| word.parse().ok()),
        agency: fact("agency").filter(|_| shown).map(str::to_owned),
        outcome: fact("outcome").filter(|_| shown).and_then(|word| word.parse().ok()),
        promised_on: fact("promised_on").filter(|_| shown).and_then(|day| Day::parse(day).ok()),
        text: text.map(|text| text.text.clone()),
        files: files.map(|(file, _)| file.clone()).collect(),
    })
}
