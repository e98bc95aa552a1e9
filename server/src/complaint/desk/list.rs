//! `GET /api/v1/desk/complaints`: the inbox.

use axum::extract::State;
use shared::access::Role;
use shared::calendar::Day;
use shared::complaint::desk::{CaseLine, CaseList, InboxFilter, Lane, When};
use shared::complaint::{Stage, TrackingCode};
use shared::problem::{FieldProblem, Problem};
use shared::recap::NONE_KEY;

use super::due::due_of_line;
use super::store::{self, Found, Narrow, Place, Walk};
use crate::complaint::store::NEVER;
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::http::{Json, Pairs};
use crate::platform::search;
use crate::platform::settings::Settings;
use crate::state::AppState;

/// Cases of a page.
const PAGE: usize = 50;
/// Cases that a search finds at most.
const FOUND: i64 = 500;

/// A page of what whoever asks may see.
pub async fn handle(
    State(state): State<AppState>,
    staff: Staff,
    pairs: Pairs,
) -> Result<Json<CaseList>, Error> {
    let is_known = |name: &str| InboxFilter::NAMES.contains(&name);
    let mut problems = pairs.problems(is_known, &["after"]);
    let filter = InboxFilter::parse(pairs.iter()).unwrap_or_else(|found| {
        problems.extend(found);
        InboxFilter::default()
    });
    let after = pairs.get("after").map(read_place).transpose().unwrap_or_else(|problem| {
        problems.push(FieldProblem::new("after", problem));
        None
    });
    if !problems.is_empty() {
        return Err(Error::invalid(problems));
    }
    let settings = state.settings();
    let today = settings.today(&state.clock);
    let revision = *state.db.watch_revision().borrow();
    let mut connection = state.db.snapshot().await?;
    let ids = match &filter.q {
        Some(text) => Some(search::find(&mut connection, text, FOUND).await?),
        None => None,
    };
    let narrow = Narrow {
        agency: filter.agency.clone().unwrap_or_default(),
        sector: filter.sector.clone().unwrap_or_default(),
        due_by: filter.due.map(|when| match when {
            When::Late => today.plus(-1),
            When::Today => today,
            When::Week => today.plus(6),
        }),
        ids,
    };
    let limit = i64::try_from(PAGE + 1).map_err(Error::internal)?;
    let mut found: Vec<Found> = Vec::new();
    for (walk, stage) in walks(&staff, &filter) {
        found.extend(store::walk(&mut connection, &walk, stage, &narrow, after.as_ref(), limit).await?);
    }
    if matches!(lane(&filter), Lane::Done | Lane::Check) {
        found.sort_by_key(|found| std::cmp::Reverse(found.place.id));
    } else {
        found.sort_by(|one, other| one.place.cmp(&other.place));
    }
    // Whoever is in two offices may come to the same case by both.
    found.dedup_by_key(|found| found.place.id);
    let next = (found.len() > PAGE).then(|| write_place(&found[PAGE - 1].place));
    found.truncate(PAGE);
    let rows = found.into_iter().map(|found| line(found, &settings, today)).collect();
    Ok(Json(CaseList { rows, next, revision }))
}

fn lane(filter: &InboxFilter) -> Lane {
    // A stage that is asked for lies in one lane.
    match (filter.stage, filter.lane) {
        (_, Some(Lane::Check)) => Lane::Check,
        (Some(Stage::Closed | Stage::Archived), _) => Lane::Done,
        (Some(_), _) => Lane::Open,
        // Whoever searches looks for a case, wherever it stands.
        (None, None) if filter.q.is_some() => Lane::Open,
        (None, lane) => lane.unwrap_or(Lane::Todo),
    }
}

/// The walks that a list is merged from: for each office that somebody is in, the stages of the lane.
fn walks(staff: &Staff, filter: &InboxFilter) -> Vec<(Walk, Stage)> {
    const OPEN: [Stage; 7] = [
        Stage::Received,
        Stage::Verified,
        Stage::Postponed,
        Stage::OutsideJurisdiction,
        Stage::Disposed,
        Stage::InProgress,
        Stage::Answered,
    ];
    const COORDINATORS: [Stage; 3] = [Stage::Received, Stage::Verified, Stage::OutsideJurisdiction];
    const AGENCIES: [Stage; 2] = [Stage::Disposed, Stage::InProgress];
    const INSPECTORATES: [Stage; 3] = [Stage::Received, Stage::Verified, Stage::InProgress];
    let mut all = Vec::new();
    let mut add = |walk: Walk, todo: &[Stage]| {
        let stages = match lane(filter) {
            Lane::Todo => todo,
            Lane::Open => &OPEN,
            Lane::Done => &[Stage::Closed, Stage::Archived],
            Lane::Check if matches!(walk, Walk::Waiting(_)) => &AGENCIES,
            Lane::Check => &[Stage::Closed],
        };
        let wanted = stages.iter().filter(|stage| filter.stage.is_none_or(|wanted| wanted == **stage));
        all.extend(wanted.map(|stage| (walk.clone(), *stage)));
    };
    if filter.lane == Some(Lane::Check) {
        if staff.has(Role::Coordinator) {
            add(Walk::Unchecked, &[]);
        }
        add(Walk::Checker(staff.account_id), &[]);
        for agency in staff.agencies_as(Role::ResponsibleOfficer) {
            add(Walk::Waiting(agency.to_owned()), &[]);
        }
        return all;
    }
    if staff.has(Role::Coordinator) {
        // An agency's cases have an index of their own; looking for them among all would read through all.
        let walk = match filter.agency.as_deref() {
            None => Walk::Unsealed,
            Some(NONE_KEY) => Walk::Nobody,
            Some(key) => Walk::Agency(key.to_owned()),
        };
        add(walk, &COORDINATORS);
    }
    if staff.has(Role::Inspectorate) {
        add(Walk::Sealed, &INSPECTORATES);
    }
    for agency in staff.agencies() {
        add(Walk::Agency(agency.to_owned()), &AGENCIES);
    }
    all
}

fn line(found: Found, settings: &Settings, today: Day) -> CaseLine {
    let due_on = Day::parse(&found.place.due_on).ok().filter(|_| found.place.due_on != NEVER);
    let code = found.code.unwrap_or_default();
    CaseLine {
        code: TrackingCode::parse(&code).map_or(code, |code| code.to_string()),
        version: found.version,
        class: found.class,
        stage: found.stage,
        title: found.title,
        sector: found.sector,
        agency: found.agency,
        region: found.region.as_deref().and_then(|code| settings.region_path(code)),
        received_on: found.received_on,
        age_working_days: settings.holidays.working_days_between(found.received_on, today),
        due: due_on.map(|due_on| due_of_line(found.stage, due_on, &settings.holidays, today)),
        assigned: found.assigned,
        sealed: found.sealed,
        awaits_approval: found.awaits_approval,
    }
}

/// A place in the list as an address has it. It tells nothing that the page before did not show.
fn write_place(place: &Place) -> String {
    format!("{}_{}", place.due_on, place.id)
}

fn read_place(text: &str) -> Result<Place, Problem> {
    let (due_on, id) = text.split_once('_').ok_or(Problem::UnknownValue)?;
    if due_on != NEVER {
        Day::parse(due_on).map_err(|_| Problem::UnknownValue)?;
    }
    let id = id.parse().map_err(|_| Problem::UnknownValue)?;
    Ok(Place { due_on: due_on.to_owned(), id })
}
