use super::class::words;

words! {
    /// The stage a complaint stands in.
    Stage {
        /// Diterima, menunggu verifikasi.
        Received = "received",
        /// Terverifikasi, belum terdisposisi.
        Verified = "verified",
        /// Ditunda, data kurang.
        Postponed = "postponed",
        /// Dikembalikan: bukan wewenang.
        OutsideJurisdiction = "outside_jurisdiction",
        /// Terdisposisi, belum ditindaklanjuti.
        Disposed = "disposed",
        /// Sedang diproses.
        InProgress = "in_progress",
        /// Sudah ditanggapi.
        Answered = "answered",
        /// Selesai.
        Closed = "closed",
        /// Diarsipkan; out of every total.
        Archived = "archived",
    }
}

words! {
    /// The groups of stages that the recap counts by.
    Group {
        /// Belum terdisposisi.
        AwaitingDisposition = "awaiting_disposition",
        /// Terdisposisi, belum ditindaklanjuti.
        AwaitingFollowUp = "awaiting_follow_up",
        /// Proses.
        InProgress = "in_progress",
        /// Selesai.
        Done = "done",
    }
}

words! {
    /// Why a complaint was archived; the reporter sees it.
    ArchiveReason {
        /// The reporter took it back.
        Withdrawn = "withdrawn",
        /// It lives on in another complaint.
        Merged = "merged",
        /// It lives on as a request for information.
        Requested = "requested",
        /// It is not the province's to solve.
        OutsideJurisdiction = "outside_jurisdiction",
        /// Another reason, given in words.
        Other = "other",
    }
}

impl Stage {
    /// The recap group; none for archived ones, which are out of every total.
    pub const fn group(self) -> Option<Group> {
        match self {
            Self::Received | Self::Verified | Self::Postponed | Self::OutsideJurisdiction => {
                Some(Group::AwaitingDisposition)
            }
            Self::Disposed => Some(Group::AwaitingFollowUp),
            Self::InProgress | Self::Answered => Some(Group::InProgress),
            Self::Closed => Some(Group::Done),
            Self::Archived => None,
        }
    }

    /// Whether it waits: for disposition, or for an agency's first step.
    pub const fn is_waiting(self) -> bool {
        matches!(self.group(), Some(Group::AwaitingDisposition | Group::AwaitingFollowUp))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_archived_ones_are_out_of_the_totals() {
        for stage in Stage::ALL {
            assert_eq!(stage.group().is_none(), *stage == Stage::Archived, "{stage}");
        }
    }
}
