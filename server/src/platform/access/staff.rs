use axum::extract::FromRequestParts;
use http::HeaderMap;
use http::request::Parts;
use jiff::Timestamp;
use shared::access::{CaseAction, Duty, Relation, Role, Rule, keeps, may};
use shared::account::RoleHeld;
use shared::complaint::Actor;

use super::{cookie, session};
use crate::error::Error;
use crate::state::AppState;

/// A member of the staff who is signed in. As an argument of a handler it refuses everyone else.
#[derive(Clone, Debug)]
pub struct Staff {
    /// Their account.
    pub account_id: i64,
    /// The account's name.
    pub name: String,
    /// The person's name.
    pub full_name: String,
    /// What they are there for.
    pub roles: Vec<RoleHeld>,
    /// The present session.
    pub session: String,
    /// When they have to sign in again at the latest.
    pub ends_at: Timestamp,
}

/// What allows something: the role, and the office that it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allowed {
    /// The role.
    pub role: Role,
    /// Its office, as a complaint's life knows it.
    pub actor: Actor,
}

impl Staff {
    /// Whether they have a role.
    pub fn has(&self, role: Role) -> bool {
        self.roles.iter().any(|held| held.role == role)
    }

    /// Refuses whoever has no role with a duty.
    ///
    /// # Errors
    /// The rule that forbids it.
    pub fn must_keep(&self, duty: Duty) -> Result<(), Error> {
        let does = self.roles.iter().any(|held| keeps(held.role, duty));
        if does { Ok(()) } else { Err(Error::forbidden_by(Rule::OtherRole)) }
    }

    /// The agencies whose cases they work.
    pub fn agencies(&self) -> Vec<&str> {
        let theirs = self.roles.iter().filter(|held| actor_of(held.role) == Some(Actor::Agency));
        theirs.filter_map(|held| held.agency.as_deref()).collect()
    }

    /// The agencies that they have a role for.
    pub fn agencies_as(&self, role: Role) -> impl Iterator<Item = &str> {
        self.roles.iter().filter(move |held| held.role == role).filter_map(|held| held.agency.as_deref())
    }

    /// What allows them to do something with a case that an agency has.
    ///
    /// # Errors
    /// The rule that forbids it; of several roles, that of the one that comes closest.
    pub fn may(
        &self,
        action: CaseAction,
        is_sealed: bool,
        agency: Option<&str>,
        is_checker: bool,
    ) -> Result<Allowed, Rule> {
        let mut nearest = Rule::NoCases;
        for held in &self.roles {
            let is_theirs = held.agency.is_some() && held.agency.as_deref() == agency;
            match (may(held.role, action, Relation { is_sealed, is_theirs, is_checker }), actor_of(held.role))
            {
                (Ok(()), Some(actor)) => return Ok(Allowed { role: held.role, actor }),
                (Err(rule), _) if nearest == Rule::NoCases || rule == Rule::OtherRole => nearest = rule,
                _ => {}
            }
        }
        Err(nearest)
    }
}

/// The office that a role works cases for.
pub const fn actor_of(role: Role) -> Option<Actor> {
    match role {
        Role::Coordinator => Some(Actor::Coordinator),
        Role::Inspectorate => Some(Actor::Inspectorate),
        Role::Liaison | Role::ResponsibleOfficer => Some(Actor::Agency),
        Role::PpidMain
        | Role::PpidAgency
        | Role::PpidSuperior
        | Role::Viewer
        | Role::Administrator
        | Role::DataProtectionOfficer => None,
    }
}

impl FromRequestParts<AppState> for Staff {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Error> {
        Self::find(state, &parts.headers).await?.ok_or_else(Error::signed_out)
    }
}

impl Staff {
    /// Who a request's cookie says it comes from; nobody where it has none, or its session has ended.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn find(state: &AppState, headers: &HeaderMap) -> Result<Option<Self>, Error> {
        let Some(secret) = cookie::session_of(headers) else { return Ok(None) };
        let now = state.clock.now();
        let found = session::find(&mut state.db.read().await?, secret, now).await?;
        let Some(found) = found else { return Ok(None) };
        if found.is_stale {
            let id = found.id.clone();
            let noted =
                state.db.write(move |tx| Box::pin(async move { session::note(tx, &id, now).await })).await;
            // A full disk does not end anybody's session.
            if let Err(error) = noted {
                tracing::warn!(%error, "a session's use was not noted");
            }
        }
        Ok(Some(Self {
            account_id: found.account_id,
            name: found.name,
            full_name: found.full_name,
            roles: found.roles,
            session: found.id,
            ends_at: found.ends_at,
        }))
    }
}
