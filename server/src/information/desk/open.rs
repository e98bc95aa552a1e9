//! An entry that a member of the staff asks for, and what allows what they do with it.

use shared::access::{InformationRelation, Role, Rule, may_inform};
use shared::calendar::Day;
use shared::information::{
    Category, CheckedInformation, DeskInformation, InformationAction, InformationVersion, NewInformation,
    next_information_stage,
};

use crate::error::Error;
use crate::information::store::{self, Entry};
use crate::platform::access::Staff;
use crate::platform::db::Connection;
use crate::platform::settings::Settings;

/// Whether somebody may do something with what an agency holds.
pub(in crate::information) fn may(
    staff: &Staff,
    action: InformationAction,
    agency: &str,
    category: Category,
) -> Result<(), Rule> {
    let is_immediate = category == Category::Immediate;
    let mut refused = Rule::OtherRole;
    for role in Role::ALL.iter().filter(|role| staff.has(**role)) {
        let is_theirs = staff.agencies_as(*role).any(|key| key == agency);
        match may_inform(*role, action, InformationRelation { is_theirs, is_immediate }) {
            Ok(()) => return Ok(()),
            Err(Rule::OtherAgency) => refused = Rule::OtherAgency,
            Err(_) => {}
        }
    }
    Err(refused)
}

/// What was written, where every rule is kept: the agency is one that still holds things.
///
/// # Errors
/// All problems by field.
pub(super) fn checked(
    settings: &Settings,
    today: Day,
    new: &NewInformation,
) -> Result<CheckedInformation, Error> {
    let is_agency = |key: &str| settings.agency(key).is_some_and(|agency| !agency.retired);
    new.check(today, is_agency).map_err(Error::invalid)
}

/// The entry of a number with its newest version, for somebody who may work on what the agency holds.
///
/// # Errors
/// Not found, or the rule that forbids it.
pub(in crate::information) async fn open(
    connection: &mut Connection,
    staff: &Staff,
    id: i64,
) -> Result<(Entry, InformationVersion), Error> {
    let entry = store::entry(connection, id).await?.ok_or_else(Error::not_found)?;
    let newest = store::version(connection, id, entry.newest).await?;
    may(staff, InformationAction::Write, &entry.agency, newest.category).map_err(Error::forbidden_by)?;
    Ok((entry, newest))
}

/// The same as its page shows it.
pub(in crate::information) fn shown(
    staff: &Staff,
    entry: Entry,
    newest: InformationVersion,
) -> DeskInformation {
    let is_possible = |action: &InformationAction| {
        let is_immediate = newest.category == Category::Immediate;
        next_information_stage(*action, entry.stage, is_immediate).is_some()
            && may(staff, *action, &entry.agency, newest.category).is_ok()
    };
    DeskInformation {
        id: entry.id,
        version: entry.version,
        stage: entry.stage,
        actions: InformationAction::ALL.iter().copied().filter(is_possible).collect(),
        newest,
        public_number: entry.public_number,
        reason: entry.reason,
    }
}
