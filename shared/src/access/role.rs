use crate::complaint::words;

words! {
    /// What a person of the staff is there for. One person may hold several, some of them for an agency.
    Role {
        /// Verifies, disposes and watches over the clocks; at the province's Dinas Kominfo.
        Coordinator = "coordinator",
        /// Works an agency's cases.
        Liaison = "liaison",
        /// Answers for an agency.
        ResponsibleOfficer = "responsible_officer",
        /// Works the sealed lane alone.
        Inspectorate = "inspectorate",
        /// The province's information officer.
        PpidMain = "ppid_main",
        /// An agency's information officer.
        PpidAgency = "ppid_agency",
        /// Decides on objections.
        PpidSuperior = "ppid_superior",
        /// Sees figures and what is public.
        Viewer = "viewer",
        /// Keeps accounts and roles, and sees no case.
        Administrator = "administrator",
        /// Watches over personal data: UU 27/2022, article 53.
        DataProtectionOfficer = "data_protection_officer",
    }
}

impl Role {
    /// Whether it is held for an agency.
    pub const fn is_of_agency(self) -> bool {
        matches!(self, Self::Liaison | Self::ResponsibleOfficer | Self::PpidAgency)
    }

    /// Whether whoever holds it works complaints.
    pub const fn works_cases(self) -> bool {
        matches!(self, Self::Coordinator | Self::Inspectorate | Self::Liaison | Self::ResponsibleOfficer)
    }
}
