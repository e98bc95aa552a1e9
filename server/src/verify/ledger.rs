//! The recap's ledger against a recount.

use std::collections::BTreeMap;

use shared::calendar::Month;

use super::store::{self, PaceKey};
use super::{Check, note};
use crate::platform::db::{Database, DbError};
use crate::platform::ledger::Pace;
use crate::platform::settings::Settings;

/// Checks complaints against their spells, every day's cells against the spells, and the paces against the complaints.
///
/// All from one snapshot, since a change touches all of them at once.
pub(super) async fn check(db: &Database, settings: &Settings) -> Result<Vec<Check>, DbError> {
    let mut connection = db.snapshot().await?;
    let counts = store::counts(&mut connection).await?;
    let mut standing = Vec::new();
    for id in store::misplaced(&mut connection).await? {
        note(&mut standing, || format!("complaint {id}: does not stand where its last spell says"));
    }
    for id in store::gaps(&mut connection).await? {
        note(&mut standing, || {
            format!("complaint {id}: its spells do not follow each other from its receipt on")
        });
    }
    let mut cells = Vec::new();
    for difference in store::cell_differences(&mut connection).await? {
        note(&mut cells, || format!("cell {}: {} too many", difference.0, difference.1));
    }
    let mut paces = Vec::new();
    for month in store::months(&mut connection).await? {
        let mut sums: BTreeMap<PaceKey, i64> = BTreeMap::new();
        for (key, count) in store::paces(&mut connection, month).await? {
            *sums.entry(key).or_default() += count;
        }
        expected(&store::finished(&mut connection, month).await?, settings, &mut sums);
        for (key, difference) in sums.into_iter().filter(|(_, difference)| *difference != 0) {
            note(&mut paces, || format!("pace {}: {difference} too many", key.shown(month)));
        }
    }
    Ok(vec![
        Check::new(
            format!("{} complaints against their {} spells", counts.complaints, counts.spells),
            standing,
        ),
        Check::new(format!("{} cells against a recount, for every day", counts.cells), cells),
        Check::new(format!("{} paces against a recount", counts.paces), paces),
    ])
}

/// Takes off what the complaints say that the paces should be.
fn expected(finished: &[store::Finished], settings: &Settings, sums: &mut BTreeMap<PaceKey, i64>) {
    for group in finished {
        for (pace, on) in [(Pace::Answered, group.answered_on), (Pace::Closed, group.closed_on)] {
            if let Some(on) = on {
                let working_days = settings.holidays.working_days_between(group.received_on, on);
                let key = PaceKey {
                    kind: pace.as_str().to_owned(),
                    working_days: i64::from(working_days),
                    cell: group.cell.clone(),
                };
                *sums.entry(key).or_default() -= group.count;
            }
        }
    }
}

impl PaceKey {
    fn shown(&self, month: Month) -> String {
        format!("{} after {} working days, {}, received in {month}", self.kind, self.working_days, self.cell)
    }
}
