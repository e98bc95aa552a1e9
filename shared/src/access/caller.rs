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
