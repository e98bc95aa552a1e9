use crate::complaint::FormParts;
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
    /// Public information.
    pub information: LatePage,
    /// What of the form comes after its first step.
    pub form: FormParts,
    /// The tool that covers parts of a photo.
    pub redact: LatePage,
    /// What reads a page aloud.
    pub aloud: LatePage,
}
