use super::{Role, Rule};
use crate::information::InformationAction;

/// How an account's role stands to an entry of public information.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct InformationRelation {
    /// The agency that holds it is the one that the role is held for.
    pub is_theirs: bool,
    /// It must be public at once.
    pub is_immediate: bool,
}

/// Whether a role may do something with an entry of public information.
///
/// An agency's PPID writes, the province's looks it through and publishes; what may not be delayed the agency's publishes, too
/// (PerKI 1/2021, article 25).
///
/// # Errors
/// The [`Rule`] that forbids it.
pub fn may_inform(role: Role, action: InformationAction, relation: InformationRelation) -> Result<(), Rule> {
    use InformationAction::{Check, Publish, SendBack, Withdraw, Write};
    let InformationRelation { is_theirs, is_immediate } = relation;
    match (role, action) {
        (Role::PpidMain, _) => Ok(()),
        (Role::PpidAgency, _) if !is_theirs => Err(Rule::OtherAgency),
        (Role::PpidAgency, Write) => Ok(()),
        (Role::PpidAgency, Publish) if is_immediate => Ok(()),
        (Role::PpidAgency, Check | SendBack | Publish | Withdraw) | (_, _) => Err(Rule::OtherRole),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agencies_write_and_the_province_publishes() {
        let check = |role, action, is_theirs, is_immediate, expected: Result<(), Rule>| {
            let relation = InformationRelation { is_theirs, is_immediate };
            assert_eq!(may_inform(role, action, relation), expected, "{role} {action}");
        };
        for action in InformationAction::ALL {
            check(Role::PpidMain, *action, false, false, Ok(()));
            check(Role::PpidAgency, *action, false, true, Err(Rule::OtherAgency));
            for role in Role::ALL.iter().filter(|role| !matches!(role, Role::PpidMain | Role::PpidAgency)) {
                check(*role, *action, true, true, Err(Rule::OtherRole));
            }
        }
        check(Role::PpidAgency, InformationAction::Write, true, false, Ok(()));
        check(Role::PpidAgency, InformationAction::Publish, true, true, Ok(()));
        check(Role::PpidAgency, InformationAction::Publish, true, false, Err(Rule::OtherRole));
        check(Role::PpidAgency, InformationAction::Check, true, true, Err(Rule::OtherRole));
    }
}
