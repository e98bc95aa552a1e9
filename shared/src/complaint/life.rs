use super::stage::Stage;
use super::view::ReporterAction;

/// Who moves a complaint on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    /// The citizen who filed it.
    Reporter,
    /// The coordinator at the province's Dinas Kominfo; for unsealed complaints.
    Coordinator,
    /// The inspectorate; for sealed complaints, in the coordinator's and the agency's place.
    Inspectorate,
    /// The agency it is disposed to.
    Agency,
    /// Someone outside the agency who checks a closed sample.
    Sampler,
    /// Time alone.
    Clock,
}

/// What moves a complaint from one stage to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Found to be complete and in earnest.
    Verify,
    /// Something is missing; the reporter is asked.
    Postpone,
    /// What was missing is there.
    Resume,
    /// Forwarded to an agency.
    Dispose,
    /// The agency sends it back: not its business.
    Return,
    /// The agency starts.
    Begin,
    /// The agency answers.
    Answer,
    /// The reporter is content.
    Accept,
    /// The reporter is not, and says why.
    Refuse,
    /// The reply window passed.
    CloseByTime,
    /// A closed sample failed.
    Reopen,
    /// The reporter takes it back.
    Withdraw,
    /// Taken out of every total, with a reason.
    Archive,
    /// The reporter has given what was missing, and it goes on as a request for information.
    BecomeRequest,
}

/// Why an action did not happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Someone else may, but not this actor.
    #[error("this actor may not do that")]
    NotTheirs,
    /// Nobody may in this stage.
    #[error("this is not possible in the present stage")]
    NotNow,
}

/// Whether `actor` may do `action` to a complaint in `stage`, and the stage it is in afterwards.
///
/// `sealed` ones are the inspectorate's alone. The permission table of roles builds on this one, it never widens it.
///
/// # Errors
/// [`Refusal::NotTheirs`] where only others may; [`Refusal::NotNow`] where the stage does not allow it.
pub fn next_stage(actor: Actor, action: Action, stage: Stage, sealed: bool) -> Result<Stage, Refusal> {
    if !may(actor, action, sealed) {
        return Err(Refusal::NotTheirs);
    }
    use Stage::{
        Answered, Archived, Closed, Disposed, InProgress, OutsideJurisdiction, Postponed, Received, Verified,
    };
    match (action, stage) {
        (Action::Verify, Received) => Ok(Verified),
        (Action::Postpone, Received | Verified) => Ok(Postponed),
        (Action::Resume, Postponed) => Ok(Verified),
        (Action::Dispose, Received | Verified | Postponed | OutsideJurisdiction) => Ok(Disposed),
        (Action::Return, Disposed | InProgress) => Ok(OutsideJurisdiction),
        (Action::Begin, Disposed) => Ok(InProgress),
        (Action::Answer, Disposed | InProgress) => Ok(Answered),
        (Action::Answer, Verified) if sealed => Ok(Answered),
        (Action::Accept | Action::CloseByTime, Answered) => Ok(Closed),
        (Action::Refuse, Answered) | (Action::Reopen, Closed) => Ok(InProgress),
        (
            Action::Withdraw,
            Received | Verified | Postponed | OutsideJurisdiction | Disposed | InProgress | Answered,
        )
        | (Action::Archive, Received | Verified | Postponed | OutsideJurisdiction)
        | (Action::BecomeRequest, Postponed) => Ok(Archived),
        _ => Err(Refusal::NotNow),
    }
}

/// The table of domain rules: nobody at the agency can close a case, and a sealed one has one office alone.
fn may(actor: Actor, action: Action, sealed: bool) -> bool {
    match action {
        Action::Verify | Action::Postpone | Action::Resume | Action::Archive => actor == desk(sealed),
        Action::Dispose => actor == Actor::Coordinator && !sealed,
        Action::Begin | Action::Answer => actor == if sealed { Actor::Inspectorate } else { Actor::Agency },
        Action::Return => actor == Actor::Agency && !sealed,
        Action::Accept | Action::Refuse | Action::Withdraw => actor == Actor::Reporter,
        Action::BecomeRequest => actor == Actor::Reporter && !sealed,
        Action::CloseByTime => actor == Actor::Clock,
        Action::Reopen => actor == Actor::Sampler,
    }
}

fn desk(sealed: bool) -> Actor {
    if sealed { Actor::Inspectorate } else { Actor::Coordinator }
}

/// What the reporter may do now. `window_open` tells whether the days to accept or refuse an answer still run.
pub fn reporter_actions(stage: Stage, window_open: bool) -> Vec<ReporterAction> {
    let possible = |action| next_stage(Actor::Reporter, action, stage, false).is_ok();
    let mut actions = Vec::new();
    if stage == Stage::Postponed {
        actions.push(ReporterAction::Complete);
    } else if !matches!(stage, Stage::Closed | Stage::Archived) {
        actions.push(ReporterAction::Message);
    }
    if window_open && possible(Action::Accept) {
        actions.extend([ReporterAction::Accept, ReporterAction::Refuse]);
    }
    if possible(Action::Withdraw) {
        actions.push(ReporterAction::Withdraw);
    }
    actions
}

#[cfg(test)]
mod tests {
    use super::*;

    const ACTORS: [Actor; 6] = [
        Actor::Reporter,
        Actor::Coordinator,
        Actor::Inspectorate,
        Actor::Agency,
        Actor::Sampler,
        Actor::Clock,
    ];

    #[test]
    fn nobody_at_the_agency_closes_or_archives() {
        for stage in Stage::ALL {
            for action in [Action::Accept, Action::CloseByTime, Action::Archive, Action::Withdraw] {
                for sealed in [false, true] {
                    assert_eq!(next_stage(Actor::Agency, action, *stage, sealed), Err(Refusal::NotTheirs));
                }
            }
        }
    }

    #[test]
    fn sealed_ones_are_closed_to_coordinator_and_agency() {
        let actions = [
            Action::Verify,
            Action::Postpone,
            Action::Resume,
            Action::Dispose,
            Action::Return,
            Action::Begin,
            Action::Answer,
            Action::Archive,
        ];
        for actor in [Actor::Coordinator, Actor::Agency] {
            for stage in Stage::ALL {
                for action in actions {
                    assert_eq!(next_stage(actor, action, *stage, true), Err(Refusal::NotTheirs));
                }
            }
        }
        assert_eq!(
            next_stage(Actor::Inspectorate, Action::Answer, Stage::Verified, true),
            Ok(Stage::Answered)
        );
    }

    #[test]
    fn the_usual_way_leads_to_the_end() {
        let way = [
            (Actor::Coordinator, Action::Verify, Stage::Verified),
            (Actor::Coordinator, Action::Dispose, Stage::Disposed),
            (Actor::Agency, Action::Begin, Stage::InProgress),
            (Actor::Agency, Action::Answer, Stage::Answered),
            (Actor::Reporter, Action::Refuse, Stage::InProgress),
            (Actor::Agency, Action::Answer, Stage::Answered),
            (Actor::Clock, Action::CloseByTime, Stage::Closed),
            (Actor::Sampler, Action::Reopen, Stage::InProgress),
        ];
        let mut stage = Stage::Received;
        for (actor, action, expected) in way {
            stage = next_stage(actor, action, stage, false).expect("is the usual way");
            assert_eq!(stage, expected);
        }
    }

    #[test]
    fn archived_is_the_end() {
        for actor in ACTORS {
            for action in [Action::Verify, Action::Dispose, Action::Answer, Action::Withdraw, Action::Reopen]
            {
                assert!(next_stage(actor, action, Stage::Archived, false).is_err());
            }
        }
    }

    #[test]
    fn only_what_was_asked_for_becomes_a_request() {
        for stage in Stage::ALL {
            let next = next_stage(Actor::Reporter, Action::BecomeRequest, *stage, false);
            let expected = match stage {
                Stage::Postponed => Ok(Stage::Archived),
                _ => Err(Refusal::NotNow),
            };
            assert_eq!(next, expected, "{stage}");
            assert!(next_stage(Actor::Reporter, Action::BecomeRequest, *stage, true).is_err(), "{stage}");
            assert!(next_stage(Actor::Coordinator, Action::BecomeRequest, *stage, false).is_err(), "{stage}");
        }
    }

    #[test]
    fn reporters_accept_only_within_the_window() {
        use ReporterAction::{Accept, Complete, Message, Refuse, Withdraw};
        assert_eq!(reporter_actions(Stage::Answered, true), [Message, Accept, Refuse, Withdraw]);
        assert_eq!(reporter_actions(Stage::Answered, false), [Message, Withdraw]);
        assert_eq!(reporter_actions(Stage::Postponed, false), [Complete, Withdraw]);
        assert!(reporter_actions(Stage::Closed, false).is_empty());
    }
}
