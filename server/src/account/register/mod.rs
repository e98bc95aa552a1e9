//! The register of accounts, which administrators keep. Whatever they change in it is an event of the chain.

mod store;

pub mod change;
pub mod deactivate;
pub mod invite;
pub mod list;
pub mod reset;

use shared::access::{Duty, Role, Rule};
use shared::account::{AccountLine, AccountLink, AccountName, RoleHeld};
use shared::calendar::Day;

use self::store::Entry;
use super::invite::Invited;
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::db::{Connection, DbError, Transaction};
use crate::platform::event::{self, NewEvent};
use crate::platform::ledger::Movements;
use crate::state::AppState;

/// Who keeps the register, and when.
struct Hand {
    by: i64,
    at: jiff::Timestamp,
    day: Day,
}

impl Hand {
    /// Of whoever asks, if it is theirs to keep.
    fn new(state: &AppState, staff: &Staff) -> Result<Self, Error> {
        staff.must_keep(Duty::Accounts)?;
        let day = state.settings().today(&state.clock);
        Ok(Self { by: staff.account_id, at: state.clock.now(), day })
    }

    /// Enters what was done with an account. Names and addresses are not told to the chain, which forgets nothing.
    async fn record(
        &self,
        tx: &mut Transaction,
        kind: &'static str,
        account: i64,
        roles: Option<&[RoleHeld]>,
    ) -> Result<(), DbError> {
        let mut event = NewEvent::new(None, self.at, self.day, "administrator", kind)
            .with("by", self.by)
            .with("account", account);
        if let Some(roles) = roles {
            let words: Vec<_> = roles.iter().map(word).collect();
            event = event.with("roles", words);
        }
        event::record(tx, vec![event], &Movements::default()).await.map(drop)
    }

    /// All accounts as they are.
    async fn all(&self, connection: &mut Connection) -> Result<Vec<AccountLine>, DbError> {
        store::all(connection, self.at).await
    }

    /// The link that was made, with all accounts.
    async fn link(&self, tx: &mut Transaction, name: String, made: Invited) -> Result<AccountLink, DbError> {
        let ends_at = made.ends_at.as_millisecond();
        Ok(AccountLink { name, token: made.token, ends_at, accounts: self.all(tx).await? })
    }
}

/// A role as the command line writes it.
fn word(held: &RoleHeld) -> String {
    match &held.agency {
        Some(agency) => format!("{}:{agency}", held.role),
        None => held.role.to_string(),
    }
}

/// The account of a name in an address.
async fn named(connection: &mut Connection, name: &str) -> Result<Entry, Error> {
    let name = AccountName::parse(name).map_err(|_| Error::not_found())?;
    store::entry(connection, name.as_str()).await?.ok_or_else(Error::not_found)
}

/// Refuses what would leave nobody who can invite.
async fn must_leave_an_administrator(tx: &mut Transaction, without: i64) -> Result<(), Error> {
    let others = store::others_with(tx, Role::Administrator, without).await?;
    if others > 0 { Ok(()) } else { Err(Error::forbidden_by(Rule::LastAdministrator)) }
}
