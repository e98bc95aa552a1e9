use crate::complaint::KeptParts;
use crate::platform::ui::LatePage;

/// All pages whose code comes when they are first opened.
#[derive(Clone, Copy)]
pub struct LatePages {
    /// The first page.
    pub home: LatePage,
    /// Where a code is entered.
    pub entry: LatePage,
    /// One complaint.
    pub case: LatePage,
    /// The recap.
    pub recap: LatePage,
    /// What the form shows of what the phone keeps.
    pub kept: KeptParts,
    /// The tool that covers parts of a photo.
    pub redact: LatePage,
}
