//! Who may do what. The table of roles joins this room with the desk; until then there are two kinds of callers.

/// Who may call an endpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caller {
    /// Anyone.
    Public,
    /// Anyone; the holder of the complaint's secret sees more.
    PublicOrReporter,
    /// The holder of the complaint's secret alone.
    Reporter,
}
