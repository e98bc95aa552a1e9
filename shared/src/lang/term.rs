//! The field's own words: stages, groups, classes and what else both pages and exports name.

use super::Lang;
use crate::complaint::{ArchiveReason, Channel, Class, Group, Outcome, Stage};
use crate::recap::Dimension;
use crate::regulation::Step;

impl Lang {
    /// A stage, as citizens and exports read it.
    pub const fn stage(self, stage: Stage) -> &'static str {
        match stage {
            Stage::Received => {
                self.pick("Diterima, menunggu verifikasi", "Received, waiting for verification")
            }
            Stage::Verified => self.pick("Terverifikasi, belum terdisposisi", "Verified, not yet forwarded"),
            Stage::Postponed => self.pick("Ditunda, data kurang", "Postponed, details missing"),
            Stage::OutsideJurisdiction => {
                self.pick("Dikembalikan: bukan wewenang", "Returned: outside jurisdiction")
            }
            Stage::Disposed => {
                self.pick("Terdisposisi, belum ditindaklanjuti", "Forwarded, not yet followed up")
            }
            Stage::InProgress => self.pick("Sedang diproses", "In progress"),
            Stage::Answered => self.pick("Sudah ditanggapi", "Answered"),
            Stage::Closed => self.pick("Selesai", "Closed"),
            Stage::Archived => self.pick("Diarsipkan", "Archived"),
        }
    }

    /// A group of stages.
    pub const fn group(self, group: Group) -> &'static str {
        match group {
            Group::AwaitingDisposition => self.pick("Belum terdisposisi", "Not yet forwarded"),
            Group::AwaitingFollowUp => self.pick("Belum ditindaklanjuti", "Not yet followed up"),
            Group::InProgress => self.pick("Proses", "In progress"),
            Group::Done => self.pick("Selesai", "Done"),
        }
    }

    /// A class.
    pub const fn class(self, class: Class) -> &'static str {
        match class {
            Class::Complaint => self.pick("Pengaduan", "Complaint"),
            Class::Aspiration => self.pick("Aspirasi", "Aspiration"),
            Class::InformationRequest => self.pick("Permintaan informasi", "Information request"),
        }
    }

    /// What an answer brings.
    pub const fn outcome(self, outcome: Outcome) -> &'static str {
        match outcome {
            Outcome::Done => self.pick("Sudah ditindaklanjuti", "Done"),
            Outcome::Partly => self.pick("Ditindaklanjuti sebagian", "Done in part"),
            Outcome::Planned => self.pick("Dijadwalkan", "Planned"),
            Outcome::Explained => self.pick("Dijelaskan", "Explained"),
            Outcome::NotPossible => self.pick("Belum dapat dipenuhi", "Not possible for now"),
        }
    }

    /// What an answer brings and, where it promises, by which day.
    pub fn brings(self, outcome: Option<Outcome>, promised_on: Option<&str>) -> Option<String> {
        let outcome = outcome.map(|outcome| self.outcome(outcome));
        let by = promised_on.map(|day| [self.pick("paling lambat ", "by "), day].concat());
        match (outcome, by) {
            (Some(outcome), Some(by)) => Some([outcome, ", ", &by].concat()),
            (Some(outcome), None) => Some(outcome.to_owned()),
            (None, by) => by,
        }
    }

    /// A channel.
    pub const fn channel(self, channel: Channel) -> &'static str {
        match channel {
            Channel::Web => self.pick("Situs ini", "This site"),
            Channel::Letter => self.pick("Surat", "Letter"),
            Channel::Phone => self.pick("Telepon", "Telephone"),
            Channel::Visit => self.pick("Datang langsung", "Visit"),
            Channel::Lapor => "SP4N-LAPOR!",
            Channel::Open311 => "Open311",
        }
    }

    /// Why a complaint was archived.
    pub const fn archive_reason(self, reason: ArchiveReason) -> &'static str {
        match reason {
            ArchiveReason::Withdrawn => self.pick("Dicabut oleh pelapor", "Withdrawn by the reporter"),
            ArchiveReason::Merged => self.pick("Digabung dengan aduan lain", "Merged with another complaint"),
            ArchiveReason::Requested => {
                self.pick("Menjadi permohonan informasi", "Became a request for information")
            }
            ArchiveReason::OutsideJurisdiction => {
                self.pick("Bukan wewenang pemerintah provinsi", "Not within the province's jurisdiction")
            }
            ArchiveReason::Other => self.pick("Alasan lain", "Another reason"),
        }
    }

    /// What a recap counts by.
    pub const fn dimension(self, dimension: Dimension) -> &'static str {
        match dimension {
            Dimension::Sector => self.pick("Bidang urusan", "Sector"),
            Dimension::Stage => self.pick("Tahap", "Stage"),
            Dimension::Group => self.pick("Kelompok tahap", "Group of stages"),
            Dimension::Agency => self.pick("Perangkat Daerah", "Agency"),
            Dimension::Region => self.pick("Kabupaten/kota", "Regency or city"),
            Dimension::Month => self.pick("Bulan diterima", "Month of receipt"),
            Dimension::Class => self.pick("Jenis", "Class"),
            Dimension::Channel => self.pick("Saluran", "Channel"),
        }
    }

    /// A step that has a deadline.
    pub const fn step(self, step: Step) -> &'static str {
        match step {
            Step::VerifyAndDispose => self.pick("Diverifikasi dan diteruskan", "Verified and forwarded"),
            Step::FirstFollowUp => self.pick("Tindak lanjut pertama", "First follow-up"),
            Step::Done => self.pick("Selesai", "Done"),
            Step::ReplyWindow => self.pick("Batas menanggapi jawaban", "Time to reply to the answer"),
        }
    }

    /// The row of complaints that lack a dimension.
    pub const fn not_stated(self) -> &'static str {
        self.pick("Tidak disebutkan", "Not stated")
    }

    /// The row of small counts put together.
    pub const fn merged(self) -> &'static str {
        self.pick("Lainnya (jumlah kecil digabung)", "Others (small counts merged)")
    }

    /// The word for a count's column.
    pub const fn count(self) -> &'static str {
        self.pick("Jumlah", "Count")
    }

    /// The word for a sum.
    pub const fn total(self) -> &'static str {
        self.pick("Total", "Total")
    }
}
