//! `tanggap admin`

use clap::{Args, Subcommand};
use shared::access::Role;
use shared::account::{AccountName, RoleHeld};

use super::{Failure, recap::open};
use crate::account::invite::{self, Invited, NewAccount};
use crate::clock::Clock;
use crate::config::Config;
use crate::platform::settings::Settings;
use crate::secret::Keys;

/// Invite, reset or revoke accounts of the staff
///
/// May run beside a server. There are no default passwords: an account begins with a link that opens once.
#[derive(Args, Debug)]
pub struct Admin {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Make an account and print the link that opens it
    Invite(Invite),
    /// Print a new link for an account: another password, another second factor; its sessions end
    Reset(Named),
    /// Take an account away; its sessions end, what it did stays
    Revoke(Name),
}

#[derive(Args, Debug)]
struct Invite {
    #[command(flatten)]
    named: Named,

    /// A role, or ROLE:AGENCY for one that is held for an agency, as in liaison:esdm; may be given several times
    #[arg(long = "role", value_name = "ROLE", required = true, value_parser = role)]
    roles: Vec<RoleHeld>,

    /// The person's name [default: the account's]
    #[arg(long, value_name = "TEXT")]
    full_name: Option<String>,

    /// Where they get mail
    #[arg(long, value_name = "ADDRESS")]
    email: Option<String>,
}

#[derive(Args, Debug)]
struct Named {
    #[command(flatten)]
    name: Name,

    /// The site's address, which the link begins with
    #[arg(long, env = "TANGGAP_SITE", value_name = "ADDRESS", default_value = "http://127.0.0.1:8080")]
    site: String,
}

#[derive(Args, Debug)]
struct Name {
    /// What they sign in with: small letters, digits, dots, dashes
    #[arg(value_parser = account_name)]
    name: AccountName,
}

/// Does it and tells the link.
pub async fn run(config: Config, arguments: Admin) -> Result<(), Failure> {
    let db = open(&config).await?;
    let keys = Keys::load(&config.data)?;
    let now = Clock::system().now();
    let done = match arguments.what {
        What::Invite(Invite { named, roles, full_name, email }) => {
            let settings = Settings::load(&mut db.read().await?).await?;
            let name = named.name.name;
            let full_name = full_name.unwrap_or_else(|| name.to_string());
            let new = NewAccount { name, full_name, email, roles };
            invite::invite(&db, &keys, &settings, new, now).await.map(|invited| tell(&named.site, &invited))
        }
        What::Reset(Named { name, site }) => {
            invite::reset(&db, &keys, &name.name, now).await.map(|invited| tell(&site, &invited))
        }
        What::Revoke(name) => {
            invite::revoke(&db, &name.name).await.map(|()| println!("{} cannot sign in any more", name.name))
        }
    };
    db.close().await;
    Ok(done?)
}

fn tell(site: &str, invited: &Invited) {
    println!("{}/petugas/undangan#{}", site.trim_end_matches('/'), invited.token);
    println!("This link opens once, until {}. Give it to nobody else.", invited.ends_at);
}

fn account_name(text: &str) -> Result<AccountName, &'static str> {
    AccountName::parse(text).map_err(|_| "3 to 40 small letters, digits, dots, dashes and underscores")
}

fn role(text: &str) -> Result<RoleHeld, String> {
    let (role, agency) = text.split_once(':').map_or((text, None), |(role, agency)| (role, Some(agency)));
    let known = || Role::ALL.iter().map(|role| role.as_str()).collect::<Vec<_>>().join(", ");
    let role: Role = role.parse().map_err(|_| format!("the roles are {}", known()))?;
    match (role.is_of_agency(), agency) {
        (true, None) => Err(format!("{role} is held for an agency: {role}:AGENCY")),
        (false, Some(_)) => Err(format!("{role} is not held for an agency")),
        (_, agency) => Ok(RoleHeld { role, agency: agency.map(str::to_owned) }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_and_agencies_go_together() {
        assert_eq!(role("administrator"), Ok(RoleHeld { role: Role::Administrator, agency: None }));
        assert_eq!(role("liaison:esdm"), Ok(RoleHeld { role: Role::Liaison, agency: Some("esdm".into()) }));
        for wrong in ["liaison", "administrator:esdm", "king", ""] {
            assert!(role(wrong).is_err(), "{wrong}");
        }
    }
}
