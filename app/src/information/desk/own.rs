//! What whoever is signed in may work on.

use shared::access::Role;
use shared::account::RoleHeld;
use shared::lang::Lang;

use crate::platform::session::use_session;
use crate::platform::settings::use_meta;

/// Whether they are the province's PPID.
pub fn is_main() -> bool {
    roles().iter().any(|held| held.role == Role::PpidMain)
}

/// The agencies that whoever is signed in may write for, with their names.
pub fn own_agencies(lang: Lang) -> Vec<(String, String)> {
    let (roles, is_main) = (roles(), is_main());
    let is_theirs = |key: &str| {
        let is_held = |held: &RoleHeld| held.role == Role::PpidAgency && held.agency.as_deref() == Some(key);
        is_main || roles.iter().any(is_held)
    };
    let meta = use_meta();
    let agencies = meta.agencies.iter().filter(|agency| !agency.retired && is_theirs(&agency.key));
    agencies.map(|agency| (agency.key.clone(), agency.name(lang).to_owned())).collect()
}

fn roles() -> Vec<RoleHeld> {
    use_session()
        .staff
        .with_untracked(|staff| staff.as_ref().map(|staff| staff.roles.clone()).unwrap_or_default())
}
