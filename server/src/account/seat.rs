//! An account that is ready at once, for demonstrations and tests: a real one, whose password and second factor are told.

use jiff::Timestamp;

use super::invite::{self, InviteError, NewAccount, purpose};
use super::{password, store, totp};
use crate::error::Error;
use crate::platform::db::{Database, DbError};
use crate::platform::seal;
use crate::platform::settings::Settings;
use crate::secret::{Keys, hash_secret, random_base32, random_bytes};

/// What opens the seats of one demonstration.
#[derive(Clone)]
pub struct Opener {
    /// The password.
    pub password: String,
    hash: String,
    key: [u8; totp::KEY],
}

impl Opener {
    /// A new one.
    ///
    /// # Errors
    /// When there is no room to hash a password.
    pub async fn new() -> Result<Self, Error> {
        let password = random_base32(20);
        let hash = password::hash(password.clone()).await?;
        Ok(Self { password, hash, key: random_bytes() })
    }

    /// The second factor's key, as people type it into an authenticator.
    pub fn totp_key(&self) -> String {
        totp::written(&self.key)
    }

    /// The second factor's code at a moment.
    pub fn totp_code(&self, at: Timestamp) -> String {
        totp::code(&self.key, at).unwrap_or_default()
    }
}

/// Makes an account, or takes the one of its name, and lets an opener open it from now on; one recovery code of it.
///
/// # Errors
/// As inviting.
pub async fn seat(
    db: &Database,
    keys: &Keys,
    settings: &Settings,
    new: NewAccount,
    opener: &Opener,
    now: Timestamp,
) -> Result<(i64, String), InviteError> {
    let name = new.name.clone();
    let id = match invite::invite(db, keys, settings, new, now).await {
        Ok(invited) => invited.account_id,
        Err(InviteError::NameTaken) => invite::reset(db, keys, &name, now).await?.account_id,
        Err(error) => return Err(error),
    };
    let code = random_base32(16);
    let (opener, hash) = (opener.clone(), hash_secret(&code));
    let sealed = seal::close(keys, &purpose(id), &opener.key);
    let seated = db.write(move |tx| {
        Box::pin(async move {
            store::use_invitation(tx, id).await?;
            store::set_totp(tx, id, sealed).await?;
            store::set_password(tx, id, &opener.hash, 0).await?;
            store::set_codes(tx, id, &[hash]).await
        })
    });
    seated.await.map_err(|error: DbError| InviteError::from(error))?;
    Ok((id, code))
}
