//! Names of what the desk knows by stable words.

use crate::access::{CaseAction, Role, Rule};
use crate::complaint::ArchiveReason;
use crate::complaint::desk::{Approval, CheckOutcome, Lane, MessageKind, MessageSubject, When};
use crate::lang::Lang;
use crate::privacy::PrivateKind;

impl Lang {
    /// A role.
    pub const fn role(self, role: Role) -> &'static str {
        match role {
            Role::Coordinator => self.pick("Koordinator", "Coordinator"),
            Role::Liaison => self.pick("Pejabat penghubung", "Liaison"),
            Role::ResponsibleOfficer => self.pick("Penanggung jawab", "Responsible officer"),
            Role::Inspectorate => self.pick("Inspektorat", "Inspectorate"),
            Role::PpidMain => self.pick("PPID Utama", "Main PPID"),
            Role::PpidAgency => self.pick("PPID Pelaksana", "Implementing PPID"),
            Role::PpidSuperior => self.pick("Atasan PPID", "Superior of the PPID"),
            Role::Viewer => self.pick("Pemantau", "Viewer"),
            Role::Administrator => self.pick("Administrator", "Administrator"),
            Role::DataProtectionOfficer => self.pick("Petugas pelindungan data", "Data protection officer"),
        }
    }

    /// What one presses to do something with a case.
    pub const fn case_action(self, action: CaseAction) -> &'static str {
        match action {
            CaseAction::See => self.pick("Lihat", "See"),
            CaseAction::Verify => self.pick("Verifikasi", "Verify"),
            CaseAction::Edit => self.pick("Perbaiki data", "Correct the facts"),
            CaseAction::Seal => self.pick("Segel untuk inspektorat", "Seal for the inspectorate"),
            CaseAction::Publish => self.pick("Umumkan isi", "Publish"),
            CaseAction::Postpone => self.pick("Tunda, minta kelengkapan", "Postpone and ask"),
            CaseAction::Resume => self.pick("Lanjutkan", "Resume"),
            CaseAction::Dispose => self.pick("Disposisi", "Forward"),
            CaseAction::Merge => self.pick("Gabungkan", "Merge"),
            CaseAction::ToRequest => {
                self.pick("Jadikan permohonan informasi", "Turn into a request for information")
            }
            CaseAction::Archive => self.pick("Arsipkan", "Archive"),
            CaseAction::Accept => self.pick("Mulai kerjakan", "Begin"),
            CaseAction::Ask => self.pick("Tulis kepada pelapor", "Write to the reporter"),
            CaseAction::Answer => self.pick("Jawab", "Answer"),
            CaseAction::Approve => self.pick("Putuskan jawaban", "Decide on the answer"),
            CaseAction::Assign => self.pick("Tugaskan", "Assign"),
            CaseAction::Return => self.pick("Kembalikan: bukan wewenang", "Return: outside jurisdiction"),
            CaseAction::Note => self.pick("Catatan internal", "Internal note"),
            CaseAction::Link => self.pick("Nomor LAPOR!", "LAPOR! id"),
            CaseAction::Identify => self.pick("Baca identitas pelapor", "Read who complained"),
            CaseAction::Sample => self.pick("Minta diperiksa", "Have it checked"),
            CaseAction::Check => self.pick("Tulis hasil periksa", "Tell what the check found"),
        }
    }

    /// Why something is forbidden.
    pub fn rule(self, rule: &str) -> &'static str {
        match rule.parse() {
            Ok(Rule::NoCases) => {
                self.pick("Peran Anda tidak menangani aduan.", "Your role handles no cases.")
            }
            Ok(Rule::Sealed) => self.pick(
                "Aduan tersegel hanya untuk inspektorat.",
                "Sealed cases are the inspectorate's alone.",
            ),
            Ok(Rule::NotSealed) => self.pick(
                "Inspektorat hanya menangani aduan tersegel.",
                "The inspectorate handles sealed cases alone.",
            ),
            Ok(Rule::OtherAgency) => {
                self.pick("Aduan ini tidak ada pada kantor Anda.", "This case is not with your office.")
            }
            Ok(Rule::OwnWork) => {
                self.pick("Yang mengerjakan tidak memeriksa.", "Whoever works a case does not check it.")
            }
            Ok(Rule::OtherRole) => self.pick("Ini tugas peran lain.", "That is for another role."),
            Ok(Rule::Confidential) => {
                self.pick("Pelapor meminta isinya dirahasiakan.", "The reporter wants it kept confidential.")
            }
            Ok(Rule::Unguarded) => self.pick(
                "Masih ada data pribadi yang belum ditutup atau dipastikan.",
                "There is something private that is neither blacked out nor confirmed.",
            ),
            Ok(Rule::Anonymous) => self.pick(
                "Pelapor menyembunyikan identitasnya dari Perangkat Daerah.",
                "The reporter hides who they are from the agency.",
            ),
            Ok(Rule::OwnAccount) => self.pick(
                "Akun sendiri tidak dapat dinonaktifkan; minta administrator lain.",
                "Nobody deactivates their own account; ask another administrator.",
            ),
            Ok(Rule::LastAdministrator) => self.pick(
                "Ini administrator terakhir yang aktif; undang administrator lain dahulu.",
                "This is the last active administrator; invite another one first.",
            ),
            Err(_) => self.pick("Ini tidak diizinkan.", "This is not allowed."),
        }
    }

    /// A part of the inbox.
    pub const fn lane(self, lane: Lane) -> &'static str {
        match lane {
            Lane::Todo => self.pick("Perlu dikerjakan", "To do"),
            Lane::Open => self.pick("Terbuka", "Open"),
            Lane::Done => self.pick("Selesai", "Done"),
            Lane::Check => self.pick("Perlu diperiksa", "To check"),
        }
    }

    /// When something is due.
    pub const fn when(self, when: When) -> &'static str {
        match when {
            When::Late => self.pick("Terlambat", "Late"),
            When::Today => self.pick("Paling lambat hari ini", "Due by today"),
            When::Week => self.pick("Dalam tujuh hari", "Within seven days"),
        }
    }

    /// What a mark is about.
    pub const fn private_kind(self, kind: PrivateKind) -> &'static str {
        match kind {
            PrivateKind::IdentityNumber => self.pick("nomor identitas", "identity number"),
            PrivateKind::Phone => self.pick("nomor telepon", "telephone number"),
            PrivateKind::Mail => self.pick("alamat email", "e-mail address"),
            PrivateKind::Name => self.pick("nama", "name"),
        }
    }

    /// What a check finds.
    pub const fn check_outcome(self, outcome: CheckOutcome) -> &'static str {
        match outcome {
            CheckOutcome::Confirmed => self.pick("Sesuai jawaban", "Done as answered"),
            CheckOutcome::SentBack => self.pick("Belum sesuai, kembalikan", "Not so, send it back"),
        }
    }

    /// What becomes of an answer that waits.
    pub const fn approval(self, approval: Approval) -> &'static str {
        match approval {
            Approval::Released => self.pick("Setujui dan kirim", "Approve and send"),
            Approval::SentBack => self.pick("Kembalikan untuk diperbaiki", "Send back to be mended"),
        }
    }

    /// What a message tells.
    pub const fn message(self, kind: MessageKind) -> &'static str {
        match kind {
            MessageKind::DueSoon => self.pick("Hampir jatuh tempo", "Due soon"),
            MessageKind::Late => self.pick("Terlambat", "Late"),
            MessageKind::LateToOfficer => {
                self.pick("Terlambat di Perangkat Daerah Anda", "Late in your agency")
            }
            MessageKind::LateToCoordinator => self.pick("Terlambat di Perangkat Daerah", "Late in an agency"),
            MessageKind::Assigned => self.pick("Ditugaskan kepada Anda", "Assigned to you"),
            MessageKind::CheckAsked => self.pick("Anda diminta memeriksa", "You are asked to check it"),
            MessageKind::AnswerWaits => {
                self.pick("Jawaban menunggu persetujuan Anda", "An answer waits for your approval")
            }
            MessageKind::AnswerSentBack => {
                self.pick("Jawaban Anda dikembalikan", "Your answer was sent back")
            }
            MessageKind::RequestDue => {
                self.pick("Permohonan informasi hampir jatuh tempo", "A request is due soon")
            }
            MessageKind::RequestLate => self.pick("Permohonan informasi terlambat", "A request is late"),
            MessageKind::ObjectionDue => {
                self.pick("Keberatan hampir jatuh tempo", "An objection is to be decided soon")
            }
            MessageKind::ObjectionLate => {
                self.pick("Putusan keberatan terlambat", "The decision on an objection is late")
            }
            MessageKind::ExclusionEnds => {
                self.pick("Masa pengecualian berakhir", "The term of what is excluded ends")
            }
            MessageKind::KeepingEnds => {
                self.pick("Masa simpan informasi berakhir", "The time an entry is kept ends")
            }
        }
    }

    /// What a message is about, before its number; nothing where the number says it.
    pub const fn message_subject(self, subject: MessageSubject) -> &'static str {
        match subject {
            MessageSubject::Complaint | MessageSubject::Request => "",
            MessageSubject::ConsequenceTest => self.pick("Uji konsekuensi ", "Consequence test "),
            MessageSubject::Information => self.pick("Informasi publik ", "Public information "),
        }
    }

    /// Why the desk archives.
    pub const fn archiving(self, reason: ArchiveReason) -> &'static str {
        match reason {
            ArchiveReason::Withdrawn => self.pick("Dicabut pelapor", "Withdrawn"),
            ArchiveReason::Merged => self.pick("Digabung", "Merged"),
            ArchiveReason::Requested => {
                self.pick("Menjadi permohonan informasi", "Became a request for information")
            }
            ArchiveReason::OutsideJurisdiction => {
                self.pick("Bukan wewenang provinsi", "Outside the province's jurisdiction")
            }
            ArchiveReason::Other => self.pick("Alasan lain", "Another reason"),
        }
    }

    /// What happened, by the word of its event.
    pub fn case_entry(self, kind: &str) -> &'static str {
        match kind {
            "received" => self.pick("Aduan diterima", "Received"),
            "imported" => self.pick("Diimpor", "Imported"),
            "verified" => self.pick("Diverifikasi", "Verified"),
            "edited" => self.pick("Data diperbaiki", "Facts corrected"),
            "sealed" => self.pick("Disegel untuk inspektorat", "Sealed for the inspectorate"),
            "published" => self.pick("Isi diumumkan", "Published"),
            "postponed" => self.pick("Ditunda, menunggu kelengkapan", "Postponed"),
            "resumed" => self.pick("Dilanjutkan", "Resumed"),
            "disposed" => self.pick("Didisposisikan", "Forwarded"),
            "returned" => self.pick("Dikembalikan: bukan wewenang", "Returned"),
            "begun" => self.pick("Mulai dikerjakan", "Begun"),
            "answered" => self.pick("Dijawab", "Answered"),
            "accepted" => self.pick("Jawaban diterima pelapor", "Answer accepted"),
            "refused" => self.pick("Jawaban ditolak pelapor", "Answer refused"),
            "closed_by_time" => self.pick("Selesai karena waktu", "Closed by time"),
            "reopened" => self.pick("Dibuka lagi setelah diperiksa", "Opened again after a check"),
            "withdrawn" => self.pick("Dicabut pelapor", "Withdrawn"),
            "archived" => self.pick("Diarsipkan", "Archived"),
            "message_from_reporter" => self.pick("Pesan dari pelapor", "Message from the reporter"),
            "message_to_reporter" => self.pick("Pesan kepada pelapor", "Message to the reporter"),
            "check_asked" => self.pick("Pemeriksaan diminta", "A check was asked for"),
            "check_confirmed" => self.pick("Diperiksa: sesuai", "Checked and confirmed"),
            "joined" => self.pick("Aduan lain digabung ke sini", "Another case was joined to it"),
            "answer_written" => {
                self.pick("Jawaban ditulis, menunggu persetujuan", "Answer written, to be approved")
            }
            "answer_sent_back" => self.pick("Jawaban dikembalikan", "Answer sent back"),
            "notices_ended" => {
                self.pick("Pelapor berhenti menerima email", "The reporter wants no more mail")
            }
            "assigned" => self.pick("Ditugaskan", "Assigned"),
            "let_go" => self.pick(
                "Yang mengerjakan tidak bertugas lagi di sini",
                "Whoever had it does not work there any more",
            ),
            "linked" => self.pick("Nomor LAPOR! dicatat", "LAPOR! id noted"),
            "identity_read" => self.pick("Identitas pelapor dibaca", "Who complained was read"),
            "erased" => self.pick("Data pribadi dihapus", "Personal data erased"),
            "note" => self.pick("Catatan internal", "Internal note"),
            _ => self.pick("Perubahan lain", "Another change"),
        }
    }

    /// The office behind an event.
    pub fn actor(self, actor: &str) -> &'static str {
        match actor {
            "reporter" => self.pick("Pelapor", "Reporter"),
            "coordinator" => self.pick("Koordinator", "Coordinator"),
            "inspectorate" => self.pick("Inspektorat", "Inspectorate"),
            "agency" => self.pick("Perangkat Daerah", "Agency"),
            "sampler" => self.pick("Pemeriksa sampel", "Sampler"),
            "data_protection_officer" => self.pick("Petugas pelindungan data", "Data protection officer"),
            "clock" => self.pick("Sistem", "System"),
            _ => self.pick("Pengelola", "Operator"),
        }
    }

    /// How much time is left, in working days; negative once it is late.
    pub fn days_left(self, days: i32) -> String {
        match days {
            0 => self.pick("hari ini", "today").to_owned(),
            left if left > 0 => {
                let text = self.pick("sisa {n} hari kerja", "{n} working days left");
                super::super::fill(text, &[("n", &left.to_string())])
            }
            late => {
                let text = self.pick("terlambat {n} hari kerja", "{n} working days late");
                super::super::fill(text, &[("n", &late.unsigned_abs().to_string())])
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_left_is_told_in_working_days() {
        assert_eq!(Lang::Id.days_left(0), "hari ini");
        assert_eq!(Lang::Id.days_left(2), "sisa 2 hari kerja");
        assert_eq!(Lang::En.days_left(-3), "3 working days late");
    }
}
