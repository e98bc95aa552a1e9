use crate::complaint::words;

words! {
    /// What the staff do with a case.
    CaseAction {
        /// Reads its content and its story.
        See = "see",
        /// Finds it complete and in earnest.
        Verify = "verify",
        /// Corrects class, sector, region or agency.
        Edit = "edit",
        /// Puts it into the sealed lane. Nobody takes it out again.
        Seal = "seal",
        /// Opens title and content to everyone.
        Publish = "publish",
        /// Asks the reporter for what is missing, and stops the clock where the profile says so.
        Postpone = "postpone",
        /// Goes on with what was postponed.
        Resume = "resume",
        /// Forwards it to an agency.
        Dispose = "dispose",
        /// Joins it to another one about the same thing.
        Merge = "merge",
        /// Asks the reporter for what a request for information needs, so that it can become one.
        ToRequest = "to_request",
        /// Takes it out of every total.
        Archive = "archive",
        /// Begins to work on it.
        Accept = "accept",
        /// Writes to the reporter.
        Ask = "ask",
        /// Answers it.
        Answer = "answer",
        /// Releases an answer, where the agency wants that.
        Approve = "approve",
        /// Gives it to a person within the agency.
        Assign = "assign",
        /// Sends it back: not the agency's business.
        Return = "return",
        /// Writes what only the staff read.
        Note = "note",
        /// Says under which id it stands in LAPOR!.
        Link = "link",
        /// Reads who complained, for a reason.
        Identify = "identify",
        /// Has a closed one checked by someone outside its agency.
        Sample = "sample",
        /// Confirms a closed one, or sends it back.
        Check = "check",
    }
}
