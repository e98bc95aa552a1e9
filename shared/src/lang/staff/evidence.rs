use super::account::texts;
use super::reached_by;
use crate::evidence::{EvidenceGroup, EvidencePoint, EvidenceState};
use crate::lang::Lang;

reached_by! {
    /// The evidence list.
    evidence: EvidenceTexts
}

texts! {
    /// The evidence list.
    EvidenceTexts {
        /// The page's name.
        page: "Bukti keterbukaan", "Evidence of openness";
        /// What the page is for.
        lead: "Bahan untuk penilaian tahunan (e-Monev): tautan yang membuktikan tiap butir, dan apa yang masih kurang. Butirnya susunan aplikasi ini, bukan kuesioner resmi, dan tidak ada nilai yang dihitung.", "For the yearly monitoring (e-Monev): the links that prove each point, and what is still missing. The points are this application's own, not the official questionnaire, and no mark is worked out.";
        /// The day it was looked for.
        as_of: "Keadaan {day}", "As of {day}";
        /// A group's weight, and how many of its points are proven.
        group: "Bobot {weight} dari 100. {n} dari {of} butir terbukti.", "Weight {weight} of 100. {n} of {of} points are proven.";
        /// What proves a point.
        proof: "Bukti", "Proof";
        /// What it lacks.
        missing: "Yang kurang", "Missing";
        /// How many there are.
        count: "{n} tercatat", "{n} found";
        /// How many of them do as the point asks.
        count_of: "{n} dari {of}", "{n} of {of}";
        /// An entry of public information.
        entry: "Informasi nomor {n}", "Entry number {n}";
        /// A consequence test.
        test: "Uji konsekuensi nomor {n}", "Consequence test number {n}";
        /// Column: the group.
        of_group: "Kelompok", "Group";
        /// Column: its weight.
        weight: "Bobot", "Weight";
        /// Column: the point.
        point: "Butir", "Point";
        /// Column: how it stands.
        state: "Keadaan", "State";
        /// Column: how many do as it asks.
        fit: "Memenuhi", "Fit";
        /// Column: of how many.
        of: "Dari", "Of";
        /// Prints the page.
        print: "Cetak", "Print";
        /// The list as text.
        csv: "Unduh CSV", "Download CSV";
        /// The list as a workbook.
        xlsx: "Unduh XLSX", "Download XLSX";
    }
}

impl Lang {
    /// A group of the monitoring.
    pub const fn evidence_group(self, group: EvidenceGroup) -> &'static str {
        match group {
            EvidenceGroup::Kinds => self.pick("Jenis informasi", "Kinds of information"),
            EvidenceGroup::Digital => self.pick("Digitalisasi", "Digital access"),
            EvidenceGroup::Quality => self.pick("Kualitas informasi", "Quality of information"),
            EvidenceGroup::Service => self.pick("Pelayanan informasi", "Service"),
            EvidenceGroup::Commitment => self.pick("Komitmen organisasi", "Commitment"),
            EvidenceGroup::Facilities => self.pick("Sarana dan prasarana", "Facilities"),
        }
    }

    /// Whether it is proven.
    pub const fn evidence_state(self, state: EvidenceState) -> &'static str {
        match state {
            EvidenceState::Proven => self.pick("Terbukti", "Proven"),
            EvidenceState::Partly => self.pick("Sebagian", "In part"),
            EvidenceState::Missing => self.pick("Belum ada", "Missing"),
        }
    }

    /// What is to be proven.
    pub const fn evidence_point(self, point: EvidencePoint) -> &'static str {
        match point {
            EvidencePoint::Regular => {
                self.pick("Informasi berkala diumumkan", "Regular information is public")
            }
            EvidencePoint::Immediate => {
                self.pick("Informasi serta-merta diumumkan", "Immediate information is public")
            }
            EvidencePoint::AnyTime => {
                self.pick("Informasi setiap saat tersedia", "Information at any time is public")
            }
            EvidencePoint::Excluded => {
                self.pick("Ada daftar informasi yang dikecualikan", "There is a list of what is excluded")
            }
            EvidencePoint::Agencies => self
                .pick("Setiap perangkat daerah mengumumkan informasi", "Every agency has public information"),
            EvidencePoint::Search => self.pick("Daftar dapat dicari", "The list can be searched"),
            EvidencePoint::OpenFormats => {
                self.pick("Daftar dapat diunduh dalam format terbuka", "The list can be had in open formats")
            }
            EvidencePoint::Catalogue => {
                self.pick("Ada katalog yang terbaca mesin", "There is a catalogue for machines")
            }
            EvidencePoint::Feed => self.pick("Ada umpan informasi terbaru", "There is a feed of what is new"),
            EvidencePoint::Sitemap => self
                .pick("Ada peta situs untuk mesin pencari", "There is a map of the site for search engines"),
            EvidencePoint::Complete => {
                self.pick("Isi setiap informasi lengkap", "Entries have all that readers need")
            }
            EvidencePoint::Fresh => self.pick(
                "Informasi berkala diperbarui dalam setengah tahun",
                "Regular information was published within half a year",
            ),
            EvidencePoint::InTime => {
                self.pick("Permohonan dijawab tepat waktu", "Requests are answered within the limit")
            }
            EvidencePoint::Forms => self.pick(
                "Permohonan dan keberatan dapat diajukan dari rumah",
                "Requests can be made, followed and objected to from home",
            ),
            EvidencePoint::Objections => self.pick("Keberatan ditanggapi", "Objections are decided on"),
            EvidencePoint::Tests => {
                self.pick("Penolakan didasari uji konsekuensi", "Refusals rest on a consequence test")
            }
            EvidencePoint::Report => {
                self.pick("Ada laporan tahunan layanan informasi", "There is a yearly report")
            }
            EvidencePoint::Pages => self
                .pick("Halaman terbuka di ponsel sederhana", "There are pages that a simple telephone shows"),
            EvidencePoint::PlainWords => self.pick(
                "Informasi serta-merta memakai kata sederhana",
                "Immediate information is there in plain words",
            ),
            EvidencePoint::Recordings => {
                self.pick("Ada informasi yang dapat didengar", "Information is there to be heard")
            }
            EvidencePoint::LocalLanguage => {
                self.pick("Ada informasi dalam bahasa daerah", "Information is there in the local language")
            }
        }
    }
}
