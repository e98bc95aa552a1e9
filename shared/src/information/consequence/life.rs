use super::ConsequenceOutcome;
use crate::complaint::words;

words! {
    /// Where a consequence test stands.
    ConsequenceStage {
        /// An implementing PPID says what is to be excluded, and why.
        Proposed = "proposed",
        /// A board has looked at it.
        Considered = "considered",
        /// The PPID has fixed whether it is excluded.
        Decided = "decided",
        /// It was excluded and its term has ended: it is neither in force nor public until the PPID decides anew.
        ToReview = "to_review",
        /// Whoever proposed it took it back.
        Withdrawn = "withdrawn",
    }
}

words! {
    /// What is done with a consequence test.
    ConsequenceAction {
        /// Writes what is proposed.
        Write = "write",
        /// Notes who considered it, and what they found.
        Consider = "consider",
        /// Gives it back to whoever proposed it.
        SendBack = "send_back",
        /// Fixes whether it is excluded, and until when.
        Decide = "decide",
        /// Takes the proposal back.
        Withdraw = "withdraw",
    }
}

/// Where something leads from a stage and the last decision's outcome; nothing where it is not possible there.
///
/// What is excluded may be considered and decided anew at any time, before its term ends or after; until there is another
/// decision it stays as it is. What was opened or taken back is at its end.
pub const fn next_consequence_stage(
    action: ConsequenceAction,
    stage: ConsequenceStage,
    outcome: Option<ConsequenceOutcome>,
) -> Option<ConsequenceStage> {
    use ConsequenceAction as Action;
    use ConsequenceStage as Stage;
    let is_excluded = matches!(outcome, Some(ConsequenceOutcome::Excluded));
    match (action, stage) {
        (Action::Write, Stage::Proposed) => Some(Stage::Proposed),
        (Action::Consider, Stage::Proposed | Stage::Considered) => Some(Stage::Considered),
        (Action::Consider, Stage::Decided | Stage::ToReview) if is_excluded => Some(stage),
        (Action::SendBack, Stage::Proposed | Stage::Considered) => Some(Stage::Proposed),
        (Action::Decide, Stage::Considered) => Some(Stage::Decided),
        (Action::Decide, Stage::Decided | Stage::ToReview) if is_excluded => Some(Stage::Decided),
        (Action::Withdraw, Stage::Proposed) => Some(Stage::Withdrawn),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ConsequenceAction::{Consider, Decide, SendBack, Withdraw, Write};
    use ConsequenceOutcome::{Excluded, Open};
    use ConsequenceStage::{Considered, Decided, Proposed, ToReview, Withdrawn};

    #[test]
    fn a_test_is_proposed_considered_and_decided() {
        let check = |stage, outcome, expected: &[(ConsequenceAction, ConsequenceStage)]| {
            let possible: Vec<_> = ConsequenceAction::ALL
                .iter()
                .filter_map(|action| Some((*action, next_consequence_stage(*action, stage, outcome)?)))
                .collect();
            assert_eq!(possible, expected, "{stage} {outcome:?}");
        };
        check(
            Proposed,
            None,
            &[(Write, Proposed), (Consider, Considered), (SendBack, Proposed), (Withdraw, Withdrawn)],
        );
        check(Considered, None, &[(Consider, Considered), (SendBack, Proposed), (Decide, Decided)]);
        check(Decided, Some(Excluded), &[(Consider, Decided), (Decide, Decided)]);
        check(ToReview, Some(Excluded), &[(Consider, ToReview), (Decide, Decided)]);
        check(Decided, Some(Open), &[]);
        check(Withdrawn, None, &[]);
    }
}
