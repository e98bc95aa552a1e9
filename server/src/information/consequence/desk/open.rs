//! A consequence test that a member of the staff asks for, and what allows what they do with it.

use shared::access::{Role, Rule, may_exclude};
use shared::calendar::Day;
use shared::information::consequence::{
    ConsequenceAction, ConsequenceTest, DeskConsequenceTest, NewConsequenceTest, next_consequence_stage,
};

use crate::error::Error;
use crate::information::consequence::store::{self, Stored};
use crate::platform::access::Staff;
use crate::platform::db::Connection;
use crate::platform::settings::Settings;

/// Whether somebody may do something with what an agency holds.
pub(super) fn may(staff: &Staff, action: ConsequenceAction, agency: &str) -> Result<(), Rule> {
    let mut refused = Rule::OtherRole;
    for role in Role::ALL.iter().filter(|role| staff.has(**role)) {
        let is_theirs = staff.agencies_as(*role).any(|key| key == agency);
        match may_exclude(*role, action, is_theirs) {
            Ok(()) => return Ok(()),
            Err(Rule::OtherAgency) => refused = Rule::OtherAgency,
            Err(_) => {}
        }
    }
    Err(refused)
}

/// What was proposed, where every rule is kept: the agency is one that still holds things.
///
/// # Errors
/// All problems by field.
pub(super) fn checked(
    settings: &Settings,
    today: Day,
    new: &NewConsequenceTest,
) -> Result<ConsequenceTest, Error> {
    let is_agency = |key: &str| settings.agency(key).is_some_and(|agency| !agency.retired);
    new.check(today, is_agency).map_err(Error::invalid)
}

/// The test of a number, for somebody who may work on what the agency holds.
///
/// # Errors
/// Not found, or the rule that forbids it.
pub(super) async fn open(connection: &mut Connection, staff: &Staff, id: i64) -> Result<Stored, Error> {
    let stored = store::stored(connection, id).await?.ok_or_else(Error::not_found)?;
    may(staff, ConsequenceAction::Write, &stored.test.agency).map_err(Error::forbidden_by)?;
    Ok(stored)
}

/// The same as its page shows it.
pub(super) async fn shown(
    connection: &mut Connection,
    staff: &Staff,
    id: i64,
    today: Day,
) -> Result<DeskConsequenceTest, Error> {
    let stored = open(connection, staff, id).await?;
    let is_possible = |action: &ConsequenceAction| {
        next_consequence_stage(*action, stored.stage, stored.outcome()).is_some()
            && may(staff, *action, &stored.test.agency).is_ok()
    };
    Ok(DeskConsequenceTest {
        id,
        version: stored.version,
        stage: stored.stage,
        actions: ConsequenceAction::ALL.iter().copied().filter(is_possible).collect(),
        decisions: store::decisions(connection, id).await?,
        days_left: stored.ends_on.map(|until| until.days_since(today)),
        test: stored.test,
        consideration: stored.consideration,
        reason: stored.reason,
    })
}
