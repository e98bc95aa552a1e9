use super::Role;
use crate::complaint::words;

words! {
    /// What is kept for all who work here, and is no case.
    Duty {
        /// Accounts and their roles.
        Accounts = "accounts",
        /// Agencies, sectors, holidays, regulation profiles, and what is checked and told.
        Settings = "settings",
        /// Entering what came to an office by letter, telephone, visit or LAPOR!.
        Entries = "entries",
        /// Comparing with LAPOR!, and taking over what stands there.
        Lapor = "lapor",
        /// Looking at what agencies do.
        Figures = "figures",
        /// Watching over personal data, and erasing it by right.
        Privacy = "privacy",
        /// Writing and publishing public information.
        Information = "information",
        /// Answering requests for information, and deciding on objections.
        Requests = "requests",
        /// Proving how public information is served.
        Evidence = "evidence",
    }
}

/// Whether a role has a duty.
pub fn keeps(role: Role, duty: Duty) -> bool {
    match duty {
        Duty::Accounts => role == Role::Administrator,
        Duty::Settings | Duty::Lapor => role == Role::Coordinator,
        Duty::Figures => matches!(role, Role::Coordinator | Role::ResponsibleOfficer | Role::Viewer),
        Duty::Privacy => role == Role::DataProtectionOfficer,
        Duty::Entries => role.works_cases(),
        Duty::Evidence => role == Role::PpidMain,
        Duty::Information => matches!(role, Role::PpidMain | Role::PpidAgency),
        Duty::Requests => matches!(role, Role::PpidMain | Role::PpidAgency | Role::PpidSuperior),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_duty_is_of_somebody_and_the_administrator_has_no_other() {
        for duty in Duty::ALL {
            assert!(Role::ALL.iter().any(|role| keeps(*role, *duty)), "{duty} is nobody's");
            assert_eq!(keeps(Role::Administrator, *duty), *duty == Duty::Accounts, "{duty}");
            assert_eq!(keeps(Role::Viewer, *duty), *duty == Duty::Figures, "{duty}");
        }
    }
}
