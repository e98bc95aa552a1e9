use super::account::texts;
use super::reached_by;
use crate::lang::Lang;
use crate::request::RequestAction;

reached_by! {
    /// The register of requests for information, as a file.
    request_register: RequestRegisterTexts
}

texts! {
    /// The register of requests for information, as a file.
    RequestRegisterTexts {
        /// Sheet; at most 31 letters, as the format allows.
        sheet: "Register tanpa identitas", "Register without identities";
        /// The first column, which says what is left out.
        number: "Nomor (register tanpa identitas pemohon)", "Number (register without who asked)";
        /// Column.
        received_on: "Diterima", "Received on";
        /// Column.
        what: "Informasi yang diminta", "Information asked for";
        /// Column.
        agency: "Perangkat Daerah", "Agency";
        /// Column.
        stage: "Tahap", "Stage";
        /// Column.
        outcome: "Hasil", "Outcome";
        /// Column.
        days: "Hari kerja", "Working days";
        /// Column.
        due_on: "Batas waktu", "Last day";
        /// Column.
        late_days: "Hari kerja terlambat", "Working days late";
        /// Column.
        objections: "Keberatan", "Objections";
        /// An objection that is not decided.
        waiting: "menunggu tanggapan", "waiting for the superior";
    }
}

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
            RequestAction::Attach => self.pick("Lampirkan berkas", "Attach files"),
            RequestAction::Deliver => self.pick("Catat penyerahan", "Note the delivery"),
            RequestAction::Object => self.pick("Ajukan keberatan", "Object"),
            RequestAction::Uphold => self.pick("Terima keberatan", "Uphold the objection"),
            RequestAction::Dismiss => self.pick("Tolak keberatan", "Dismiss the objection"),
        }
    }
}
