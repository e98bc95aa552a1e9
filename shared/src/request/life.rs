use crate::complaint::words;

words! {
    /// What an applicant is told by mail, by the word of its event.
    RequestNews {
        /// It is registered.
        Registered = "request_received",
        /// It takes longer.
        Extended = "request_extended",
        /// A letter is there.
        Answered = "request_answered",
        /// What was granted was handed over.
        Delivered = "request_delivered",
        /// The objection is decided.
        Decided = "request_decided",
    }
}

words! {
    /// Where a request stands.
    RequestStage {
        /// It is in the register.
        Received = "received",
        /// An agency's PPID has it.
        Assigned = "assigned",
        /// The superior has it answered anew.
        Reopened = "reopened",
        /// It is granted.
        Granted = "granted",
        /// It is granted, without some parts.
        GrantedInPart = "granted_in_part",
        /// It is refused.
        Refused = "refused",
        /// It is not held here.
        NotHeld = "not_held",
        /// What was granted reached the applicant.
        Delivered = "delivered",
    }
}

words! {
    /// What is done with a request.
    RequestAction {
        /// Reads it.
        See = "see",
        /// Reads who asks, for a reason.
        Identify = "identify",
        /// Gives it to an agency's PPID.
        Assign = "assign",
        /// Takes seven working days more.
        Extend = "extend",
        /// Tells that it is not held here, and who holds it.
        Notify = "notify",
        /// Grants it.
        Grant = "grant",
        /// Grants it without some parts.
        GrantInPart = "grant_in_part",
        /// Refuses it.
        Refuse = "refuse",
        /// Puts files beside it that the applicant is given, and takes them away.
        Attach = "attach",
        /// Notes that what was granted reached the applicant.
        Deliver = "deliver",
        /// Objects to it: the applicant's alone.
        Object = "object",
        /// Finds an objection right.
        Uphold = "uphold",
        /// Finds an objection wrong.
        Dismiss = "dismiss",
    }
}

words! {
    /// What a notice says.
    NoticeKind {
        /// It is granted.
        Grant = "grant",
        /// It is granted without some parts.
        GrantInPart = "grant_in_part",
        /// It is refused.
        Refuse = "refuse",
        /// It is not held here.
        NotHeld = "not_held",
    }
}

impl RequestStage {
    /// Whether its notice is still to be written.
    pub const fn is_pending(self) -> bool {
        matches!(self, Self::Received | Self::Assigned | Self::Reopened)
    }
}

impl NoticeKind {
    /// Whether the applicant is given something.
    pub const fn grants(self) -> bool {
        matches!(self, Self::Grant | Self::GrantInPart)
    }

    /// What is done by writing it.
    pub const fn action(self) -> RequestAction {
        match self {
            Self::Grant => RequestAction::Grant,
            Self::GrantInPart => RequestAction::GrantInPart,
            Self::Refuse => RequestAction::Refuse,
            Self::NotHeld => RequestAction::Notify,
        }
    }
}

/// Where something leads from a stage; nothing where it is not possible there.
///
/// An objection moves nothing until it is decided: whoever has not answered in time still may. Whether there is one to decide, and
/// whether there is still time to extend, the request's course says.
pub const fn next_request_stage(action: RequestAction, stage: RequestStage) -> Option<RequestStage> {
    use RequestAction as Action;
    use RequestStage as Stage;
    let is_pending = stage.is_pending();
    match (action, stage) {
        (Action::See | Action::Identify | Action::Object | Action::Dismiss, _) => Some(stage),
        (Action::Assign, Stage::Received | Stage::Assigned) => Some(Stage::Assigned),
        // It stays one that is answered anew, whoever answers it.
        (Action::Assign, Stage::Reopened) => Some(Stage::Reopened),
        (Action::Extend, Stage::Received | Stage::Assigned) => Some(stage),
        (Action::Notify, _) if is_pending => Some(Stage::NotHeld),
        (Action::Grant, _) if is_pending => Some(Stage::Granted),
        (Action::GrantInPart, _) if is_pending => Some(Stage::GrantedInPart),
        (Action::Refuse, _) if is_pending => Some(Stage::Refused),
        // What was noted as delivered stays as it was given.
        (Action::Attach, Stage::Granted | Stage::GrantedInPart) => Some(stage),
        (Action::Attach, _) if is_pending => Some(stage),
        (Action::Deliver, Stage::Granted | Stage::GrantedInPart) => Some(Stage::Delivered),
        (Action::Uphold, _) => Some(Stage::Reopened),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_in_every_stage() {
        // In the order of the stages; a dash where it is not possible.
        let pending_only = |to: &'static str| [to, to, to, "-", "-", "-", "-", "-"];
        let stays: Vec<&str> = RequestStage::ALL.iter().map(|stage| stage.as_str()).collect();
        let stays: [&str; 8] = stays.try_into().expect("there are eight");
        let expected = |action| match action {
            RequestAction::See | RequestAction::Identify | RequestAction::Object | RequestAction::Dismiss => {
                stays
            }
            RequestAction::Assign => ["assigned", "assigned", "reopened", "-", "-", "-", "-", "-"],
            RequestAction::Extend => ["received", "assigned", "-", "-", "-", "-", "-", "-"],
            RequestAction::Notify => pending_only("not_held"),
            RequestAction::Grant => pending_only("granted"),
            RequestAction::GrantInPart => pending_only("granted_in_part"),
            RequestAction::Refuse => pending_only("refused"),
            RequestAction::Attach => {
                ["received", "assigned", "reopened", "granted", "granted_in_part", "-", "-", "-"]
            }
            RequestAction::Deliver => ["-", "-", "-", "delivered", "delivered", "-", "-", "-"],
            RequestAction::Uphold => ["reopened"; 8],
        };
        for action in RequestAction::ALL {
            let found = RequestStage::ALL.iter().map(|stage| next_request_stage(*action, *stage));
            let found: Vec<&str> = found.map(|next| next.map_or("-", RequestStage::as_str)).collect();
            assert_eq!(found, expected(*action), "{action}");
        }
    }

    #[test]
    fn a_notice_leads_out_of_what_is_pending() {
        for kind in NoticeKind::ALL {
            let next = next_request_stage(kind.action(), RequestStage::Received);
            assert!(next.is_some_and(|stage| !stage.is_pending()), "{kind}");
        }
    }
}
