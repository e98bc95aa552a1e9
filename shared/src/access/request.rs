use super::{Role, Rule};
use crate::request::RequestAction;

/// How an account's role stands to a request for information.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RequestRelation {
    /// The agency whose PPID has it is the one that the role is held for.
    pub is_theirs: bool,
    /// It has been objected to.
    pub has_objection: bool,
}

/// Whether a role may do something with a request for information.
///
/// The province's PPID gives it to an agency's and may answer it as well; an agency's answers its own; their superior comes in with
/// an objection and decides on it, which nobody does who answered. Objecting is the applicant's alone.
///
/// # Errors
/// The [`Rule`] that forbids it.
pub fn may_answer_request(role: Role, action: RequestAction, relation: RequestRelation) -> Result<(), Rule> {
    use RequestAction::{
        Assign, Attach, Deliver, Dismiss, Extend, Grant, GrantInPart, Identify, Notify, Object, Refuse, See,
        Uphold,
    };
    let RequestRelation { is_theirs, has_objection } = relation;
    match (role, action) {
        (_, Object) => Err(Rule::OtherRole),
        (
            Role::PpidMain,
            See | Identify | Assign | Extend | Notify | Grant | GrantInPart | Refuse | Attach | Deliver,
        ) => Ok(()),
        (Role::PpidAgency, _) if !is_theirs => Err(Rule::OtherAgency),
        (
            Role::PpidAgency,
            See | Identify | Extend | Notify | Grant | GrantInPart | Refuse | Attach | Deliver,
        ) => Ok(()),
        (Role::PpidSuperior, See | Identify | Uphold | Dismiss) if has_objection => Ok(()),
        _ => Err(Rule::OtherRole),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RELATIONS: [RequestRelation; 4] = [
        RequestRelation { is_theirs: false, has_objection: false },
        RequestRelation { is_theirs: true, has_objection: false },
        RequestRelation { is_theirs: false, has_objection: true },
        RequestRelation { is_theirs: true, has_objection: true },
    ];

    fn allowed(role: Role, relation: RequestRelation) -> String {
        let all =
            RequestAction::ALL.iter().filter(|action| may_answer_request(role, **action, relation).is_ok());
        all.map(|action| action.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn every_role_in_every_relation() {
        for (role, relation) in Role::ALL.iter().flat_map(|role| RELATIONS.map(|relation| (*role, relation)))
        {
            let expected = match role {
                Role::PpidMain => {
                    "see identify assign extend notify grant grant_in_part refuse attach deliver"
                }
                Role::PpidAgency if relation.is_theirs => {
                    "see identify extend notify grant grant_in_part refuse attach deliver"
                }
                Role::PpidSuperior if relation.has_objection => "see identify uphold dismiss",
                _ => "",
            };
            assert_eq!(allowed(role, relation), expected, "{role} {relation:?}");
        }
    }

    #[test]
    fn who_answers_never_decides() {
        for (role, relation) in Role::ALL.iter().flat_map(|role| RELATIONS.map(|relation| (*role, relation)))
        {
            let may = |action| may_answer_request(role, action, relation).is_ok();
            assert!(!(may(RequestAction::Refuse) && may(RequestAction::Dismiss)), "{role} {relation:?}");
            assert!(!may(RequestAction::Object), "{role}");
            let foreign =
                may_answer_request(Role::PpidAgency, RequestAction::See, RequestRelation::default());
            assert_eq!(foreign, Err(Rule::OtherAgency));
        }
    }
}
