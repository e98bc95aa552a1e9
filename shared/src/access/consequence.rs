use super::{Role, Rule};
use crate::information::consequence::ConsequenceAction;

/// Whether a role may do something with a consequence test; `is_theirs` where the agency that holds the information is the one
/// that the role is held for.
///
/// An agency's PPID proposes, and the province's notes who considered it and fixes it in a decision. Who may write one may see it.
///
/// # Errors
/// The [`Rule`] that forbids it.
pub fn may_exclude(role: Role, action: ConsequenceAction, is_theirs: bool) -> Result<(), Rule> {
    use ConsequenceAction::{Consider, Decide, SendBack, Withdraw, Write};
    match (role, action) {
        (Role::PpidMain, _) => Ok(()),
        (Role::PpidAgency, _) if !is_theirs => Err(Rule::OtherAgency),
        (Role::PpidAgency, Write | Withdraw) => Ok(()),
        (Role::PpidAgency, Consider | SendBack | Decide) | (_, _) => Err(Rule::OtherRole),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agencies_propose_and_the_province_decides() {
        use ConsequenceAction::{Withdraw, Write};
        for role in Role::ALL {
            for action in ConsequenceAction::ALL {
                for is_theirs in [false, true] {
                    let expected = match role {
                        Role::PpidMain => Ok(()),
                        Role::PpidAgency if !is_theirs => Err(Rule::OtherAgency),
                        Role::PpidAgency if [Write, Withdraw].contains(action) => Ok(()),
                        _ => Err(Rule::OtherRole),
                    };
                    assert_eq!(may_exclude(*role, *action, is_theirs), expected, "{role} {action}");
                }
            }
        }
    }
}
