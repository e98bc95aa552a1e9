use serde::{Deserialize, Serialize};

use super::{AccountName, RoleHeld};
use crate::problem::{FieldProblem, Problem};
use crate::text::{Email, NAME_MAX};

/// An account, as its keeper sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AccountLine {
    /// What it signs in with.
    pub name: String,
    /// Goes up with every change: what a change rests on.
    pub version: i64,
    /// The person's name.
    pub full_name: String,
    /// Where they get mail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// What they are there for.
    pub roles: Vec<RoleHeld>,
    /// How it stands.
    pub state: AccountState,
    /// When they signed in last, in milliseconds since 1970 (UTC).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed_in_at: Option<i64>,
    /// Until when its invitation holds, in milliseconds since 1970 (UTC), where one waits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invited_until: Option<i64>,
}

/// How an account stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum AccountState {
    /// Nobody has opened it yet.
    Invited,
    /// It can sign in.
    Active,
    /// It cannot; its name and deeds stay.
    Inactive,
}

/// Who is invited.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewInvitation {
    /// What they will sign in with.
    pub name: String,
    /// Who they are, and what they will be there for.
    pub person: AccountPerson,
}

/// Who has an account, and what for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AccountPerson {
    /// The person's name.
    pub full_name: String,
    /// Where they get mail; nothing where empty or absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// What they are there for; at least one.
    pub roles: Vec<RoleHeld>,
}

/// An account that waits to be opened.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AccountLink {
    /// Its name.
    pub name: String,
    /// What the link of its invitation ends with. It is told this one time.
    pub token: String,
    /// Until when it holds, in milliseconds since 1970 (UTC).
    pub ends_at: i64,
    /// All accounts, as they are then.
    pub accounts: Vec<AccountLine>,
}

impl NewInvitation {
    /// The same with its words as they are kept.
    ///
    /// # Errors
    /// All problems by field.
    pub fn check(
        self,
        has_agency: impl Fn(&str) -> bool,
    ) -> Result<(AccountName, AccountPerson), Vec<FieldProblem>> {
        match (AccountName::parse(&self.name), self.person.check("person.", has_agency)) {
            (Ok(name), Ok(person)) => Ok((name, person)),
            (name, person) => {
                let name = name.err().map(|problem| FieldProblem::new("name", problem));
                Err(name.into_iter().chain(person.err().into_iter().flatten()).collect())
            }
        }
    }
}

impl AccountPerson {
    /// The same with its words as they are kept; `within` is what their fields' names begin with.
    ///
    /// # Errors
    /// All problems by field: a role that is held for an agency needs one that is known, and no other has one.
    pub fn check(self, within: &str, has_agency: impl Fn(&str) -> bool) -> Result<Self, Vec<FieldProblem>> {
        let mut problems = Vec::new();
        let mut blame =
            |field: &str, problem| problems.push(FieldProblem::new([within, field].concat(), problem));
        let full_name = self.full_name.split_whitespace().collect::<Vec<_>>().join(" ");
        let length = full_name.chars().count();
        if length == 0 {
            blame("full_name", Problem::Required);
        } else if length > NAME_MAX as usize {
            blame("full_name", Problem::TooLong(NAME_MAX));
        } else if full_name.chars().any(char::is_control) {
            blame("full_name", Problem::ControlCharacters);
        }
        let email = self.email.filter(|email| !email.trim().is_empty()).map(|email| Email::parse(&email));
        let email = match email.transpose() {
            Ok(email) => email.map(|email| email.as_str().to_owned()),
            Err(problem) => {
                blame("email", problem);
                None
            }
        };
        if self.roles.is_empty() {
            blame("roles", Problem::Required);
        }
        for (place, held) in self.roles.iter().enumerate() {
            let agency = held.agency.as_deref();
            let problem = match agency {
                None if held.role.is_of_agency() => Some(Problem::AgencyRequired),
                Some(key) if !held.role.is_of_agency() || !has_agency(key) => Some(Problem::UnknownValue),
                _ if self.roles[..place].contains(held) => Some(Problem::Repeated),
                _ => None,
            };
            if let Some(problem) = problem {
                blame(&["roles.", &place.to_string()].concat(), problem);
            }
        }
        if problems.is_empty() { Ok(Self { full_name, email, roles: self.roles }) } else { Err(problems) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::Role;

    fn held(role: Role, agency: Option<&str>) -> RoleHeld {
        RoleHeld { role, agency: agency.map(str::to_owned) }
    }

    fn problems(person: AccountPerson) -> Vec<(String, Problem)> {
        let checked = person.check("", |key| key == "esdm");
        checked.err().into_iter().flatten().map(|one| (one.field, one.problem)).collect()
    }

    #[test]
    fn people_are_kept_as_they_are_written() {
        let roles = vec![held(Role::Liaison, Some("esdm")), held(Role::Viewer, None)];
        let person = AccountPerson { full_name: "  Sri   Contoh ".into(), email: Some(" ".into()), roles };
        let kept = person.check("", |key| key == "esdm").expect("is in order");
        assert_eq!((kept.full_name.as_str(), kept.email), ("Sri Contoh", None));
    }

    #[test]
    fn roles_and_agencies_go_together() {
        let check = |roles: Vec<RoleHeld>, expected: &[(&str, Problem)]| {
            let found = problems(AccountPerson { full_name: "Sri Contoh".into(), email: None, roles });
            let found: Vec<_> = found.iter().map(|(field, problem)| (field.as_str(), *problem)).collect();
            assert_eq!(found, expected);
        };
        check(vec![], &[("roles", Problem::Required)]);
        check(vec![held(Role::Liaison, None)], &[("roles.0", Problem::AgencyRequired)]);
        check(vec![held(Role::Liaison, Some("x"))], &[("roles.0", Problem::UnknownValue)]);
        check(vec![held(Role::Viewer, Some("esdm"))], &[("roles.0", Problem::UnknownValue)]);
        let twice = held(Role::Liaison, Some("esdm"));
        check(vec![twice.clone(), twice], &[("roles.1", Problem::Repeated)]);
    }

    #[test]
    fn every_field_is_blamed_at_once() {
        let person = AccountPerson { full_name: " ".into(), email: Some("x".into()), roles: vec![] };
        let new = NewInvitation { name: "a".into(), person };
        let fields: Vec<_> =
            new.check(|_| true).expect_err("is wrong").into_iter().map(|one| one.field).collect();
        assert_eq!(fields, ["name", "person.full_name", "person.email", "person.roles"]);
    }
}
