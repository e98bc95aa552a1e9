//! A page of the list.

use shared::calendar::{Day, Month};
use shared::complaint::{Stage, TrackingCode};
use shared::recap::{SMALL_CELL, Waiting, WaitingList};

use super::super::query::{self, Found, Span};
use super::super::question::Question;
use super::super::small;
use super::page::{Page, Place};
use crate::platform::db::{Database, DbError};
use crate::platform::ledger::memory::Snapshot;
use crate::platform::settings::Settings;
use crate::secret::Keys;

/// A page of the list. How many wait, and in which months they came in, the ledger tells; so the tables are asked for
/// a narrow span only.
///
/// Under a sensitive sector only published ones are listed: of the others even the age would be a detail too many.
pub(super) async fn waiting(
    db: &Database,
    keys: &Keys,
    ledger: &Snapshot,
    settings: &Settings,
    question: &Question,
    page: Page,
    today: Day,
) -> Result<WaitingList, DbError> {
    let Question { filter, as_of, .. } = question;
    let wanted = |stage: &Stage| {
        stage.is_waiting()
            && filter.stage.is_none_or(|wanted| wanted == *stage)
            && filter.group.is_none_or(|wanted| stage.group() == Some(wanted))
    };
    let stages: Vec<Stage> = Stage::ALL.iter().copied().filter(wanted).collect();
    let months: Vec<(Month, u64)> = ledger
        .by_month(filter, *as_of)
        .into_iter()
        .map(|(month, counts)| (month, stages.iter().map(|stage| counts.get(*stage)).sum()))
        .filter(|(_, count)| *count > 0)
        .collect();
    let total: u64 = months.iter().map(|(_, count)| count).sum();
    let picked = small::picks(filter, settings);
    let mut list =
        WaitingList { as_of: *as_of, total, rows: Vec::new(), next: None, revision: ledger.revision() };
    if picked && total < SMALL_CELL {
        list.total = 0;
        return Ok(list);
    }
    let mut after = page.after;
    let limit = page.limit as usize;
    let mut connection = db.read().await?;
    let is_now = *as_of >= today;
    while let Some(span) = span(&months, after, page.limit, is_now) {
        let found = if is_now {
            query::waiting_now(&mut connection, &stages, filter, &span).await?
        } else {
            query::waiting_as_of(&mut connection, &stages, filter, &span, *as_of).await?
        };
        let is_short = found.len() < limit + 1;
        for found in found {
            if list.rows.len() == limit {
                list.next = after.map(|place| place.write(keys));
                return Ok(list);
            }
            after = Some(Place { day: found.received_on, id: found.id });
            if found.published || !picked {
                list.rows.push(shown(found, settings, *as_of));
            }
        }
        if is_short {
            // Nothing is left of this span; the next one begins behind it.
            after = Some(Place { day: span.until(), id: i64::MAX });
        }
    }
    Ok(list)
}

/// The months of receipt in which the rows of a page lie, and one more row.
fn span(months: &[(Month, u64)], after: Option<Place>, limit: u32, is_now: bool) -> Option<Span> {
    let mut left = months
        .iter()
        .skip_while(|(month, _)| {
            let end = Place { day: query::last_day(*month), id: i64::MAX };
            after.is_some_and(|after| end <= after)
        })
        .peekable();
    let first = left.peek()?.0.first_day();
    // Where the list as it stands now walks an index, the months between cost nothing.
    let most = if is_now { usize::MAX } else { query::MONTHS };
    let (mut asked, mut rows) = (Vec::new(), 0);
    for (month, count) in left.take(most) {
        // The first month may be half behind: its count does not tell what is left of it.
        rows += if asked.is_empty() && after.is_some() { 0 } else { *count };
        asked.push(*month);
        if rows > u64::from(limit) {
            break;
        }
    }
    let Place { day, id } = after.filter(|place| place.day >= first).unwrap_or(Place { day: first, id: 0 });
    Some(Span { after: (day, id), months: asked, limit: i64::from(limit) + 1 })
}

fn shown(found: Found, settings: &Settings, as_of: Day) -> Waiting {
    let age_working_days = settings.holidays.working_days_between(found.received_on, as_of);
    if found.published && !found.sealed {
        let code = found.code.and_then(|code| TrackingCode::parse(&code).ok());
        return Waiting {
            code: code.map(|code| code.to_string()),
            title: found.title,
            sector: found.sector,
            age_working_days,
            stage: Some(found.stage),
            class: Some(found.class),
        };
    }
    let told = |sector: &String| !found.sealed && !small::is_sector(sector, settings);
    let sector = found.sector.as_ref().filter(|sector| told(sector)).cloned();
    Waiting { code: None, title: None, sector, age_working_days, stage: None, class: None }
}
