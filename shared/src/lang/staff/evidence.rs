use crate::evidence::{EvidenceGroup, EvidencePoint};
use crate::lang::Lang;

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
