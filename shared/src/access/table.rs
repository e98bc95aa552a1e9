use super::{CaseAction, Role};
use crate::complaint::words;

/// How an account's role stands to a case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Relation {
    /// The case is in the sealed lane.
    pub is_sealed: bool,
    /// The case is disposed to the agency that the role is held for.
    pub is_theirs: bool,
    /// The account was named to check the closed case.
    pub is_checker: bool,
}

words! {
    /// The rule that forbids something, as it is told to whoever tried.
    Rule {
        /// The role has nothing to do with cases.
        NoCases = "no_cases",
        /// Sealed cases are the inspectorate's alone.
        Sealed = "sealed",
        /// The inspectorate works the sealed lane alone.
        NotSealed = "not_sealed",
        /// The case is another agency's, or nobody's yet.
        OtherAgency = "other_agency",
        /// Whoever works a case does not check it.
        OwnWork = "own_work",
        /// Others do that.
        OtherRole = "other_role",
        /// The reporter wants it kept from the public.
        Confidential = "confidential",
        /// There is something in it that must not become public, and nobody has said that it may.
        Unguarded = "unguarded",
        /// The reporter hides who they are from the agency.
        Anonymous = "anonymous",
        /// Nobody takes their own account away.
        OwnAccount = "own_account",
        /// Without an administrator nobody could be invited any more.
        LastAdministrator = "last_administrator",
    }
}

/// Whether a role may do something with a case.
///
/// # Errors
/// The [`Rule`] that forbids it.
pub fn may(role: Role, action: CaseAction, relation: Relation) -> Result<(), Rule> {
    let Relation { is_sealed, is_theirs, is_checker } = relation;
    let is_allowed = match role {
        Role::Coordinator if is_sealed => return Err(Rule::Sealed),
        Role::Liaison | Role::ResponsibleOfficer if is_sealed => return Err(Rule::Sealed),
        Role::Inspectorate if !is_sealed => return Err(Rule::NotSealed),

        Role::Coordinator => coordinator(action) || action == CaseAction::Check && is_checker,
        Role::Inspectorate => inspectorate(action),
        // A case that one checks is another agency's, and is seen for that.
        Role::Liaison | Role::ResponsibleOfficer if is_checker => match action {
            CaseAction::Check if is_theirs => return Err(Rule::OwnWork),
            CaseAction::See | CaseAction::Check => true,
            _ if is_theirs => agency(role, action),
            _ => return Err(Rule::OtherAgency),
        },
        Role::Liaison | Role::ResponsibleOfficer if !is_theirs => return Err(Rule::OtherAgency),
        Role::Liaison | Role::ResponsibleOfficer => agency(role, action),

        Role::PpidMain
        | Role::PpidAgency
        | Role::PpidSuperior
        | Role::Viewer
        | Role::Administrator
        | Role::DataProtectionOfficer => return Err(Rule::NoCases),
    };
    if is_allowed { Ok(()) } else { Err(Rule::OtherRole) }
}

/// Everything up to the disposition, and watching over what comes after. What the agency does, it does itself.
fn coordinator(action: CaseAction) -> bool {
    use CaseAction::{
        Accept, Answer, Approve, Archive, Ask, Assign, Check, Dispose, Edit, Identify, Link, Merge, Note,
        Postpone, Publish, Resume, Return, Sample, Seal, See, ToRequest, Verify,
    };
    match action {
        See | Verify | Edit | Seal | Publish | Postpone | Resume | Dispose | Merge | ToRequest | Archive
        | Ask | Note | Sample | Link | Identify => true,
        Accept | Answer | Approve | Assign | Return | Check => false,
    }
}

/// In the sealed lane it is the coordinator and the agency in one; nothing of it becomes public or somebody else's.
fn inspectorate(action: CaseAction) -> bool {
    use CaseAction::{
        Accept, Answer, Approve, Archive, Ask, Assign, Check, Dispose, Edit, Identify, Link, Merge, Note,
        Postpone, Publish, Resume, Return, Sample, Seal, See, ToRequest, Verify,
    };
    match action {
        See | Verify | Edit | Postpone | Resume | Merge | Archive | Accept | Ask | Answer | Assign | Note
        | Identify => true,
        Seal | Publish | Dispose | Approve | Return | Sample | Check | Link | ToRequest => false,
    }
}

/// Nobody at an agency closes a case, publishes it or moves it to another one.
fn agency(role: Role, action: CaseAction) -> bool {
    use CaseAction::{
        Accept, Answer, Approve, Archive, Ask, Assign, Check, Dispose, Edit, Identify, Link, Merge, Note,
        Postpone, Publish, Resume, Return, Sample, Seal, See, ToRequest, Verify,
    };
    match action {
        See | Accept | Ask | Answer | Assign | Return | Note | Identify => true,
        Approve => role == Role::ResponsibleOfficer,
        Verify | Edit | Seal | Publish | Postpone | Resume | Dispose | Merge | ToRequest | Archive
        | Sample | Check | Link => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::complaint::{Action, Actor, Refusal, Stage, next_stage};

    const RELATIONS: [Relation; 8] = {
        let mut all = [Relation { is_sealed: false, is_theirs: false, is_checker: false }; 8];
        let mut place = 0;
        while place < 8 {
            all[place] =
                Relation { is_sealed: place & 1 > 0, is_theirs: place & 2 > 0, is_checker: place & 4 > 0 };
            place += 1;
        }
        all
    };

    fn allowed(role: Role, relation: Relation) -> Vec<&'static str> {
        let all = CaseAction::ALL.iter().filter(|action| may(role, **action, relation).is_ok());
        all.map(|action| action.as_str()).collect()
    }

    #[test]
    fn each_role_does_its_own() {
        let check = |role, relation, expected: &str| {
            assert_eq!(allowed(role, relation).join(" "), expected, "{role} {relation:?}");
        };
        let open = Relation::default();
        let sealed = Relation { is_sealed: true, ..open };
        let theirs = Relation { is_theirs: true, ..open };
        let checker = Relation { is_checker: true, ..open };
        check(
            Role::Coordinator,
            open,
            "see verify edit seal publish postpone resume dispose merge to_request archive ask note link identify sample",
        );
        check(Role::Coordinator, sealed, "");
        check(Role::Inspectorate, open, "");
        check(
            Role::Inspectorate,
            sealed,
            "see verify edit postpone resume merge archive accept ask answer assign note identify",
        );
        check(Role::Liaison, open, "");
        check(Role::Liaison, theirs, "see accept ask answer assign return note identify");
        check(Role::ResponsibleOfficer, theirs, "see accept ask answer approve assign return note identify");
        check(Role::Liaison, checker, "see check");
        check(
            Role::Liaison,
            Relation { is_theirs: true, ..checker },
            "see accept ask answer assign return note identify",
        );
        check(Role::Liaison, Relation { is_sealed: true, is_theirs: true, is_checker: true }, "");
    }

    #[test]
    fn who_has_no_cases_sees_none() {
        for role in [
            Role::PpidMain,
            Role::PpidAgency,
            Role::PpidSuperior,
            Role::Viewer,
            Role::Administrator,
            Role::DataProtectionOfficer,
        ] {
            for relation in RELATIONS {
                for action in CaseAction::ALL {
                    assert_eq!(
                        may(role, *action, relation),
                        Err(Rule::NoCases),
                        "{role} {action} {relation:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn nobody_acts_on_what_they_may_not_see() {
        for (role, relation) in Role::ALL.iter().flat_map(|role| RELATIONS.map(|relation| (*role, relation)))
        {
            let sees = may(role, CaseAction::See, relation).is_ok();
            assert!(sees || allowed(role, relation).is_empty(), "{role} {relation:?}");
        }
    }

    /// The office that a role belongs to, and the step of a complaint's life that an action is.
    fn step_of(role: Role, action: CaseAction) -> Option<(Actor, Action)> {
        let actor = match role {
            Role::Coordinator => Actor::Coordinator,
            Role::Inspectorate => Actor::Inspectorate,
            Role::Liaison | Role::ResponsibleOfficer => Actor::Agency,
            _ => return None,
        };
        let step = match action {
            CaseAction::Verify => Action::Verify,
            CaseAction::Postpone | CaseAction::ToRequest => Action::Postpone,
            CaseAction::Resume => Action::Resume,
            CaseAction::Dispose => Action::Dispose,
            CaseAction::Archive | CaseAction::Merge => Action::Archive,
            CaseAction::Accept => Action::Begin,
            CaseAction::Answer => Action::Answer,
            CaseAction::Return => Action::Return,
            _ => return None,
        };
        Some((actor, step))
    }

    #[test]
    fn the_table_never_widens_a_complaints_life() {
        let mut seen = 0;
        for (role, relation) in Role::ALL.iter().flat_map(|role| RELATIONS.map(|relation| (*role, relation)))
        {
            for action in CaseAction::ALL.iter().filter(|action| may(role, **action, relation).is_ok()) {
                let Some((actor, step)) = step_of(role, *action) else { continue };
                for stage in Stage::ALL {
                    let next = next_stage(actor, step, *stage, relation.is_sealed);
                    assert_ne!(next, Err(Refusal::NotTheirs), "{role} {action} {relation:?}");
                    seen += 1;
                }
            }
        }
        assert!(seen > 100, "only {seen} cells were looked at");
    }
}
