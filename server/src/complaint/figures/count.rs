//! Counting.

use std::collections::BTreeMap;

use shared::calendar::Day;
use shared::complaint::desk::{DeskFigures, FigureRow};
use shared::recap::median;

use super::{Scope, store};
use crate::platform::access;
use crate::platform::db::{Connection, DbError};
use crate::platform::settings::Settings;

/// What is counted of an agency or a person.
#[derive(Default)]
struct Tally {
    row: FigureRow,
    /// Answers by working days.
    days: BTreeMap<u32, u64>,
}

/// Counts what happened between two days, and what is in hand today.
pub(super) async fn count(
    connection: &mut Connection,
    settings: &Settings,
    scope: &Scope,
    own: &[String],
    (from, to): (Day, Day),
    today: Day,
) -> Result<DeskFigures, DbError> {
    let mut agencies: BTreeMap<String, Tally> = BTreeMap::new();
    let mut people: BTreeMap<(String, i64), Tally> = BTreeMap::new();
    for agency in settings.agencies.iter().filter(|agency| scope.has(&agency.key)) {
        agencies.insert(agency.key.clone(), Tally::default());
    }
    for done in store::done(connection, from, to).await? {
        let days = done.disposed_on.map(|on| settings.holidays.working_days_between(on, done.day));
        if let Some(tally) = agencies.get_mut(&done.agency) {
            tally.note(&done.kind, days);
        }
        if let Some(account) = done.by.filter(|_| own.contains(&done.agency) && done.kind == "answered") {
            people.entry((done.agency, account)).or_default().note(&done.kind, days);
        }
    }
    for (agency, count) in store::checked(connection, from, to).await? {
        if let Some(tally) = agencies.get_mut(&agency) {
            tally.row.checked += u32::try_from(count).unwrap_or(u32::MAX);
        }
    }
    for held in store::in_hand(connection, today).await? {
        if let Some(tally) = agencies.get_mut(&held.agency) {
            tally.hold(&held);
        }
        if let Some(account) = held.account.filter(|_| own.contains(&held.agency)) {
            people.entry((held.agency.clone(), account)).or_default().hold(&held);
        }
    }
    let names = access::people(connection).await?;
    let name =
        |id: i64| names.iter().find(|(known, _)| *known == id).map(|(_, person)| person.full_name.clone());
    let order = |key: &str| settings.agencies.iter().position(|agency| agency.key == key);
    let mut rows: Vec<FigureRow> =
        agencies.into_iter().map(|(agency, tally)| FigureRow { agency, ..tally.finished() }).collect();
    rows.sort_by_key(|row| order(&row.agency));
    let mut officers: Vec<FigureRow> = people
        .into_iter()
        .map(|((agency, account), tally)| FigureRow {
            agency,
            officer: Some(name(account).unwrap_or_default()),
            ..tally.finished()
        })
        .collect();
    officers.sort_by(|one, other| {
        (order(&one.agency), &one.officer).cmp(&(order(&other.agency), &other.officer))
    });
    Ok(DeskFigures { from, to, as_of: today, agencies: rows, officers })
}

impl Tally {
    fn note(&mut self, kind: &str, days: Option<u32>) {
        match kind {
            "answered" => {
                self.row.answered += 1;
                if let Some(days) = days {
                    *self.days.entry(days).or_default() += 1;
                }
            }
            "refused" => self.row.refused += 1,
            _ => self.row.reopened += 1,
        }
    }

    fn hold(&mut self, held: &store::InHand) {
        self.row.open += u32::try_from(held.count).unwrap_or(u32::MAX);
        self.row.late += u32::try_from(held.late).unwrap_or(u32::MAX);
    }

    fn finished(self) -> FigureRow {
        let days: Vec<(u32, u64)> = self.days.into_iter().collect();
        FigureRow { median_days: median(&days), ..self.row }
    }
}
