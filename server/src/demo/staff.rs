//! Accounts of a demonstration: one of each role, opened by what is told at the start and made anew each time.

use std::fmt::Write as _;

use jiff::Timestamp;
use shared::access::Role;
use shared::account::{AccountName, RoleHeld};

use crate::account::invite::NewAccount;
use crate::account::seat::{Opener, seat};
use crate::error::Error;
use crate::platform::db::Database;
use crate::platform::settings::Settings;
use crate::secret::Keys;

/// Names to sign in with, and of persons: plainly invented ones.
const STAFF: [(Role, &str, &str); 10] = [
    (Role::Coordinator, "koordinator", "Koordinator Peragaan"),
    (Role::Liaison, "penghubung", "Penghubung Peragaan"),
    (Role::ResponsibleOfficer, "penanggung-jawab", "Penanggung Jawab Peragaan"),
    (Role::Inspectorate, "inspektorat", "Inspektur Peragaan"),
    (Role::PpidMain, "ppid-utama", "PPID Utama Peragaan"),
    (Role::PpidAgency, "ppid-pelaksana", "PPID Pelaksana Peragaan"),
    (Role::PpidSuperior, "atasan-ppid", "Atasan PPID Peragaan"),
    (Role::Viewer, "pemantau", "Pemantau Peragaan"),
    (Role::Administrator, "admin", "Administrator Peragaan"),
    (Role::DataProtectionOfficer, "ppdp", "Petugas Data Peragaan"),
];

/// The agency that the demonstration's agency roles are held for: the one that most stories come to.
const AGENCY: &str = "bina_marga";

/// The accounts of a demonstration.
pub struct Seated {
    /// How they are opened: text for the operator.
    pub told: String,
    /// The row of the main PPID's.
    pub ppid: Option<i64>,
    /// The key of the agency that the others are held for, where there is one.
    pub agency: Option<String>,
}

/// Makes them, and tells how they are opened: text for the operator.
///
/// # Errors
/// When the database does not take it.
pub async fn begin(
    db: &Database,
    keys: &Keys,
    settings: &Settings,
    now: Timestamp,
) -> Result<Option<Seated>, Error> {
    if !settings.instance.demo {
        return Ok(None);
    }
    let agency = settings.agency(AGENCY).or(settings.agencies.first()).map(|agency| agency.key.clone());
    let opener = Opener::new().await?;
    let mut told = format!(
        "Demo staff, at /petugas: password {}, key of the second factor {}\n",
        opener.password,
        opener.totp_key()
    );
    let mut ppid = None;
    for (role, name, full_name) in STAFF {
        let new = NewAccount {
            name: AccountName::parse(name).map_err(|_| Error::internal("a demo's account has no name"))?,
            full_name: full_name.to_owned(),
            email: None,
            roles: vec![RoleHeld { role, agency: agency.clone().filter(|_| role.is_of_agency()) }],
        };
        let (id, code) = seat(db, keys, settings, new, &opener, now).await.map_err(Error::internal)?;
        if role == Role::PpidMain {
            ppid = Some(id);
        }
        let _ = writeln!(told, "  {name:<17} or once, instead of the second factor: {code}");
    }
    Ok(Some(Seated { told, ppid, agency }))
}
