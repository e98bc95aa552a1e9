use crate::lang::Lang;
use crate::request::RequestAction;

impl Lang {
    /// What one presses to do something with a request for information.
    pub const fn request_action(self, action: RequestAction) -> &'static str {
        match action {
            RequestAction::See => self.pick("Lihat", "See"),
            RequestAction::Identify => self.pick("Lihat pemohon", "See who asks"),
            RequestAction::Assign => {
                self.pick("Serahkan ke PPID perangkat daerah", "Give to an agency's PPID")
            }
            RequestAction::Extend => self.pick("Perpanjang sekali", "Extend once"),
            RequestAction::Notify => self.pick("Beri tahu: tidak dikuasai", "Tell: not held here"),
            RequestAction::Grant => self.pick("Kabulkan", "Grant"),
            RequestAction::GrantInPart => self.pick("Kabulkan sebagian", "Grant in part"),
            RequestAction::Refuse => self.pick("Tolak", "Refuse"),
            RequestAction::Deliver => self.pick("Catat penyerahan", "Note the delivery"),
            RequestAction::Object => self.pick("Ajukan keberatan", "Object"),
            RequestAction::Uphold => self.pick("Terima keberatan", "Uphold the objection"),
            RequestAction::Dismiss => self.pick("Tolak keberatan", "Dismiss the objection"),
        }
    }
}
