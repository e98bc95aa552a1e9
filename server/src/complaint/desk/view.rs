use shared::access::CaseAction;
use shared::calendar::Day;
use shared::complaint::desk::{CaseEntry, CaseView, Person, WaitingAnswer};
use shared::complaint::{Actor, FileView, Stage, next_stage};

use super::due::due;
use super::open::{may, may_open};
use super::reply::{self, needs_approval};
use super::similar::similar;
use super::suggest::suggest;
use crate::complaint::store::{self, Complaint};
use crate::complaint::support;
use crate::complaint::{
    deadlines, photo, publication, turned,
    view::{with_dashes, written},
};
use crate::platform::access::{self, Staff};
use crate::platform::db::{Connection, DbError};
use crate::platform::event::{self, StoredEvent, StoredText};
use crate::platform::files;
use crate::platform::settings::Settings;

/// A case as a member of the staff sees it, who may see it.
pub(super) async fn view(
    connection: &mut Connection,
    settings: &Settings,
    staff: &Staff,
    complaint: &Complaint,
    today: Day,
) -> Result<CaseView, DbError> {
    let spells = store::spells(connection, complaint.id).await?;
    let deadlines = deadlines(settings, complaint, &spells);
    let events = event::of_complaint(connection, complaint.id).await?;
    let texts = event::texts_of_complaint(connection, complaint.id).await?;
    let mut files = files::of_complaint(connection, complaint.id).await?;
    if may_open(staff, complaint).is_err() {
        // They see what everyone sees of these.
        files.retain(|(file, _)| !file.sealed);
    }
    let text = store::text(connection, complaint.id).await?;
    let public = publication::publication(connection, complaint.id).await?;
    let people = access::people(connection).await?;
    let actions = actions(staff, complaint);
    let colleagues = if !actions.contains(&CaseAction::Assign) {
        Vec::new()
    } else if complaint.sealed {
        access::inspectors(connection).await?
    } else {
        access::colleagues(connection, complaint.cell.agency.as_deref().unwrap_or_default()).await?
    };
    let suggestions = match &text {
        Some(text) if actions.contains(&CaseAction::Dispose) => {
            suggest(settings, complaint.cell.sector.as_deref(), &[&*text.title, &*text.content].join("\n"))
        }
        _ => Vec::new(),
    };
    let person = |id: i64| people.iter().find(|(known, _)| *known == id).map(|(_, person)| person.clone());
    let checkers = if actions.contains(&CaseAction::Sample) {
        access::checkers(connection, complaint.cell.agency.as_deref().unwrap_or_default()).await?
    } else {
        Vec::new()
    };
    let similar = match &text {
        Some(text) if actions.contains(&CaseAction::Merge) => similar(connection, complaint, text).await?,
        _ => Vec::new(),
    };
    let waiting_answer = reply::waiting(connection, complaint).await?.map(|waiting| WaitingAnswer {
        text: waiting.text,
        files: of_event(&files, waiting.position),
        outcome: waiting.outcome,
        promised_on: waiting.promised_on,
        by: person(waiting.by).map(|person| person.full_name).unwrap_or_default(),
        on: waiting.on,
    });
    let needs_approval = actions.contains(&CaseAction::Answer)
        && may(staff, CaseAction::Approve, complaint).is_err()
        && needs_approval(connection, complaint).await?;
    let public_photos = match public {
        Some(_) => photo::public(connection, complaint.id).await?,
        None => Vec::new(),
    };
    let (public_title, public_content) = public.unzip();
    let turned = turned::of(connection, complaint.id).await?;
    let end = complaint.ended_on().unwrap_or(today);
    let due = due(complaint.cell.stage, &deadlines, &settings.holidays, today);
    Ok(CaseView {
        code: written(complaint),
        version: complaint.version,
        class: complaint.cell.class,
        channel: complaint.cell.channel,
        stage: complaint.cell.stage,
        group: complaint.cell.stage.group(),
        archive_reason: complaint.archive_reason,
        received_on: complaint.received_on,
        stage_since: complaint.stage_since,
        age_working_days: settings.holidays.working_days_between(complaint.received_on, end),
        sector: complaint.cell.sector.clone(),
        agency: complaint.cell.agency.clone(),
        assigned: complaint.assigned_to.and_then(person),
        public_title,
        public_content,
        public_photos,
        event_date: complaint.event_date,
        region: complaint.region.clone(),
        region_name: complaint.region.as_deref().and_then(|code| settings.region_path(code)),
        place: text.as_ref().and_then(|text| text.place.clone()),
        point: text.as_ref().and_then(|text| text.point),
        title: text.as_ref().map(|text| text.title.clone()),
        content: text.map(|text| text.content),
        files: files.iter().filter(|(_, event)| event.is_none()).map(|(file, _)| file.clone()).collect(),
        anonymous: complaint.anonymous,
        confidential: complaint.confidential,
        supervisory: complaint.supervisory,
        sealed: complaint.sealed,
        published: complaint.published,
        identified: store::has_identity(connection, complaint.id).await?,
        deadlines,
        due,
        entries: events.iter().filter_map(|event| entry(event, &texts, &files, &people)).collect(),
        actions,
        suggestions,
        colleagues: colleagues.into_iter().map(|(_, person)| person).collect(),
        sampled: complaint.sampled,
        checker: complaint.checker_id.and_then(person),
        checkers: checkers.into_iter().map(|(_, person)| person).collect(),
        similar,
        merged_into: complaint.merged_into.as_deref().map(with_dashes),
        asks_request: turned::is_asked(complaint, turned.as_ref()),
        request: turned.and_then(|turned| turned.number),
        promised_on: complaint.promised_on,
        others: Vec::new(),
        lapor_id: complaint.lapor_id.clone(),
        support: support::count(connection, complaint.id).await?,
        waiting_answer,
        needs_approval,
    })
}

/// What somebody may do now: the table of roles, narrowed by the stage.
fn actions(staff: &Staff, complaint: &Complaint) -> Vec<CaseAction> {
    let is_possible = |action: &CaseAction| {
        may(staff, *action, complaint).is_ok_and(|allowed| is_now(*action, allowed.actor, complaint))
    };
    CaseAction::ALL.iter().copied().filter(is_possible).collect()
}

/// Whether the stage allows it.
pub(super) fn is_now(action: CaseAction, actor: Actor, complaint: &Complaint) -> bool {
    use shared::complaint::Action;
    let stage = complaint.cell.stage;
    let is_over = matches!(stage, Stage::Closed | Stage::Archived);
    let moves = |action: Action| next_stage(actor, action, stage, complaint.sealed).is_ok();
    match action {
        CaseAction::See => false,
        CaseAction::Verify => moves(Action::Verify),
        CaseAction::Postpone => moves(Action::Postpone),
        CaseAction::Resume => moves(Action::Resume),
        CaseAction::Dispose => moves(Action::Dispose),
        CaseAction::Archive => moves(Action::Archive),
        CaseAction::Accept => moves(Action::Begin),
        CaseAction::Answer => moves(Action::Answer),
        CaseAction::Return => moves(Action::Return),
        CaseAction::Edit | CaseAction::Seal | CaseAction::Ask => !is_over && stage != Stage::Answered,
        CaseAction::Publish => !complaint.confidential && !matches!(stage, Stage::Received | Stage::Archived),
        CaseAction::Assign => {
            matches!(stage, Stage::Disposed | Stage::InProgress) || complaint.sealed && !is_over
        }
        CaseAction::Note | CaseAction::Link | CaseAction::Identify => true,
        CaseAction::Merge => moves(Action::Archive),
        CaseAction::ToRequest => turned::is_possible(complaint),
        CaseAction::Sample => stage == Stage::Closed,
        CaseAction::Check => stage == Stage::Closed && complaint.sampled,
        CaseAction::Approve => complaint.waiting_answer.is_some(),
    }
}

/// An event as a line of the story.
fn entry(
    event: &StoredEvent,
    texts: &[StoredText],
    files: &[(FileView, Option<i64>)],
    people: &[(i64, Person)],
) -> Option<CaseEntry> {
    let facts = event.facts();
    let fact = |name: &str| facts.get(name).and_then(serde_json::Value::as_str);
    let by = facts.get("by").and_then(serde_json::Value::as_i64);
    let by = by.and_then(|id| people.iter().find(|(known, _)| *known == id));
    let said = |name: &str| {
        let text = texts.iter().find(|text| text.position == event.position && text.name == name);
        text.map(|text| text.text.clone())
    };
    let (text, note) = (said("text"), said("note"));
    Some(CaseEntry {
        on: Day::parse(&event.day).ok()?,
        at: event.at,
        kind: event.kind.clone(),
        actor: event.actor.clone(),
        by: by.map(|(_, person)| person.full_name.clone()),
        stage: fact("stage").and_then(|word| word.parse().ok()),
        agency: fact("agency").map(str::to_owned),
        is_internal: text.is_none() && note.is_some(),
        text: text.or(note),
        stars: facts.get("stars").and_then(serde_json::Value::as_u64).and_then(|stars| stars.try_into().ok()),
        outcome: fact("outcome").and_then(|word| word.parse().ok()),
        promised_on: fact("promised_on").and_then(|day| Day::parse(day).ok()),
        files: of_event(files, event.position),
    })
}

/// The files that came with an event.
fn of_event(files: &[(FileView, Option<i64>)], position: i64) -> Vec<FileView> {
    files.iter().filter(|(_, of)| *of == Some(position)).map(|(file, _)| file.clone()).collect()
}
