use crate::complaint::words;

words! {
    /// Where the newest version of an entry stands.
    InformationStage {
        /// Somebody writes it.
        Draft = "draft",
        /// It is complete, as somebody found who looked through it.
        Checked = "checked",
        /// Everyone reads it.
        Published = "published",
        /// It was taken back; that it was there is still told.
        Withdrawn = "withdrawn",
    }
}

words! {
    /// What is done with an entry.
    InformationAction {
        /// Writes it, or writes its next version.
        Write = "write",
        /// Finds it complete.
        Check = "check",
        /// Gives it back to whoever writes it.
        SendBack = "send_back",
        /// Lets everyone read it.
        Publish = "publish",
        /// Takes it back.
        Withdraw = "withdraw",
    }
}

/// Where something leads from a stage; nothing where it is not possible there.
///
/// Writing on what is public begins its next version: until that one is published, everyone reads the one before. What is
/// immediate may be published without having been checked: it may not be delayed (PerKI 1/2021, article 25).
pub const fn next_information_stage(
    action: InformationAction,
    stage: InformationStage,
    is_immediate: bool,
) -> Option<InformationStage> {
    use InformationAction as Action;
    use InformationStage as Stage;
    match (action, stage) {
        (Action::Write, _) => Some(Stage::Draft),
        (Action::Check, Stage::Draft) => Some(Stage::Checked),
        (Action::SendBack, Stage::Checked) => Some(Stage::Draft),
        (Action::Publish, Stage::Checked) => Some(Stage::Published),
        (Action::Publish, Stage::Draft) if is_immediate => Some(Stage::Published),
        (Action::Withdraw, Stage::Published) => Some(Stage::Withdrawn),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use InformationAction::{Check, Publish, SendBack, Withdraw, Write};
    use InformationStage::{Checked, Draft, Published, Withdrawn};

    #[test]
    fn an_entry_goes_one_way() {
        let check = |action, stage, expected| {
            assert_eq!(next_information_stage(action, stage, false), expected, "{action} {stage}");
        };
        for stage in InformationStage::ALL {
            check(Write, *stage, Some(Draft));
        }
        check(Check, Draft, Some(Checked));
        check(Check, Published, None);
        check(SendBack, Checked, Some(Draft));
        check(SendBack, Draft, None);
        check(Publish, Checked, Some(Published));
        check(Publish, Draft, None);
        check(Publish, Withdrawn, None);
        check(Withdraw, Published, Some(Withdrawn));
        check(Withdraw, Draft, None);
    }

    #[test]
    fn what_is_immediate_waits_for_nobody() {
        assert_eq!(next_information_stage(Publish, Draft, true), Some(Published));
        assert_eq!(next_information_stage(Publish, Withdrawn, true), None);
    }
}
