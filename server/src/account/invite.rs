//! Inviting somebody: an account of a name, with roles, and a link that opens it once.

use std::time::Duration;

use jiff::Timestamp;
use shared::access::Role;
use shared::account::{AccountName, RoleHeld};

use super::{store, totp};
use crate::platform::access;
use crate::platform::db::{Database, DbError, Transaction};
use crate::platform::seal;
use crate::platform::settings::Settings;
use crate::secret::{Keys, hash_secret, random_base32, random_bytes};

/// How long a link holds.
const HOLDS: Duration = Duration::from_secs(7 * 24 * 60 * 60);

/// Letters of a link: 52 × 5 = 260 bits.
const TOKEN_LENGTH: usize = 52;

/// Who is invited.
#[derive(Clone, Debug)]
pub struct NewAccount {
    /// What they will sign in with.
    pub name: AccountName,
    /// The person's name.
    pub full_name: String,
    /// Where they get mail.
    pub email: Option<String>,
    /// What they will be there for; at least one.
    pub roles: Vec<RoleHeld>,
}

/// An invitation that was made.
pub struct Invited {
    /// Its account.
    pub account_id: i64,
    /// What its link ends with. It is told once.
    pub token: String,
    /// Until when it holds.
    pub ends_at: Timestamp,
}

/// Why nobody was invited.
#[derive(Debug, thiserror::Error)]
pub enum InviteError {
    /// Somebody has the name.
    #[error("there is an account of this name already; `reset` invites it anew")]
    NameTaken,
    /// There is no account of the name.
    #[error("there is no account of this name")]
    Unknown,
    /// An office's role needs its agency, and others have none.
    #[error("the role {0} is held for an agency that the settings know, and only such roles are")]
    Agency(Role),
    /// The database.
    #[error(transparent)]
    Database(DbError),
}

impl From<DbError> for InviteError {
    fn from(error: DbError) -> Self {
        if error.violates("account.name") { Self::NameTaken } else { Self::Database(error) }
    }
}

/// Makes an account and its invitation.
///
/// # Errors
/// Where the name is taken or a role and its agency do not go together.
pub async fn invite(
    db: &Database,
    keys: &Keys,
    settings: &Settings,
    new: NewAccount,
    now: Timestamp,
) -> Result<Invited, InviteError> {
    for held in &new.roles {
        let is_known = held.agency.as_deref().is_some_and(|key| settings.agency(key).is_some());
        if held.role.is_of_agency() != is_known || held.agency.is_some() != is_known {
            return Err(InviteError::Agency(held.role));
        }
    }
    let keys = keys.clone();
    db.write(move |tx| Box::pin(async move { Ok(enter(tx, &keys, &new, now).await?) })).await
}

/// Enters an account whose roles have been checked, and its invitation.
pub(super) async fn enter(
    tx: &mut Transaction,
    keys: &Keys,
    new: &NewAccount,
    now: Timestamp,
) -> Result<Invited, DbError> {
    let id = store::insert(tx, new.name.as_str(), &new.full_name, new.email.as_deref(), now).await?;
    store::add_roles(tx, id, &new.roles).await?;
    open(tx, keys, id, now).await
}

/// Invites an account anew: it may choose another password, and gets another key. What it has open is closed.
///
/// # Errors
/// Where there is no such account.
pub async fn reset(
    db: &Database,
    keys: &Keys,
    name: &AccountName,
    now: Timestamp,
) -> Result<Invited, InviteError> {
    let (keys, name) = (keys.clone(), name.clone());
    db.write(move |tx| {
        Box::pin(async move {
            let account = store::by_name(tx, name.as_str()).await?.ok_or(InviteError::Unknown)?;
            Ok(open_anew(tx, &keys, account.id, now).await?)
        })
    })
    .await
}

/// Opens an account to a new password and a new second factor, and closes what it has open.
pub(super) async fn open_anew(
    tx: &mut Transaction,
    keys: &Keys,
    id: i64,
    now: Timestamp,
) -> Result<Invited, DbError> {
    store::activate(tx, id, true).await?;
    access::end_all(tx, id).await?;
    open(tx, keys, id, now).await
}

/// Takes an account away: it cannot sign in any more, and what it has open is closed. Its name and deeds stay.
///
/// # Errors
/// Where there is no such account.
pub async fn revoke(db: &Database, name: &AccountName) -> Result<(), InviteError> {
    let name = name.clone();
    db.write(move |tx| {
        Box::pin(async move {
            let account = store::by_name(tx, name.as_str()).await?.ok_or(InviteError::Unknown)?;
            Ok(close(tx, account.id).await?)
        })
    })
    .await
}

/// Closes an account: it cannot sign in, and no link opens it.
pub(super) async fn close(tx: &mut Transaction, id: i64) -> Result<(), DbError> {
    store::activate(tx, id, false).await?;
    store::use_invitation(tx, id).await?;
    access::end_all(tx, id).await.map(drop)
}

async fn open(tx: &mut Transaction, keys: &Keys, id: i64, now: Timestamp) -> Result<Invited, DbError> {
    let token = random_base32(TOKEN_LENGTH);
    let ends_at = now + HOLDS;
    store::invite(tx, id, hash_secret(&token), ends_at).await?;
    let key = random_bytes::<{ totp::KEY }>();
    store::set_totp(tx, id, seal::close(keys, &purpose(id), &key)).await?;
    Ok(Invited { account_id: id, token, ends_at })
}

/// What the second factor's key is sealed for.
pub(super) fn purpose(id: i64) -> Vec<u8> {
    [&b"tanggap totp "[..], &id.to_be_bytes()].concat()
}
