use super::{CaseAction, Duty};

/// Who may call an endpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caller {
    /// Anyone.
    Public,
    /// Anyone; the holder of the complaint's secret sees more.
    PublicOrReporter,
    /// The holder of the complaint's or the request's secret alone.
    Reporter,
    /// Whoever is signed in.
    Staff,
    /// Who is signed in with a role that may do this with the case, by [`super::may`].
    Desk(CaseAction),
    /// Who is signed in with a role that has this duty, by [`super::keeps`].
    Keeper(Duty),
}
