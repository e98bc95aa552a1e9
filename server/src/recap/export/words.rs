//! What only a workbook says: names of sheets, and how its figures are computed.

use shared::lang::Lang;

/// The words of a workbook.
pub(super) struct Words {
    /// The first sheet's name; at most 31 letters, as the format allows.
    pub(super) recap: &'static str,
    /// The second sheet's name.
    pub(super) about: &'static str,
    pub(super) key: &'static str,
    pub(super) instance: &'static str,
    pub(super) by: &'static str,
    pub(super) as_of: &'static str,
    pub(super) taken: &'static str,
    pub(super) revision: &'static str,
    pub(super) filter: &'static str,
    pub(super) no_filter: &'static str,
    pub(super) follow_up_rate: &'static str,
    pub(super) closed_rate: &'static str,
    pub(super) days_to_answer: &'static str,
    pub(super) days_to_close: &'static str,
    pub(super) computed: &'static str,
    /// How the figures are computed, a line each.
    pub(super) method: [&'static str; 5],
}

const ID: Words = Words {
    recap: "Rekap",
    about: "Keterangan",
    key: "Kunci",
    instance: "Layanan",
    by: "Menurut",
    as_of: "Keadaan per akhir tanggal",
    taken: "Diambil pada",
    revision: "Revisi buku",
    filter: "Saringan",
    no_filter: "tidak ada",
    follow_up_rate: "Persentase tindak lanjut",
    closed_rate: "Persentase selesai",
    days_to_answer: "Median hari kerja sampai ditanggapi",
    days_to_close: "Median hari kerja sampai selesai",
    computed: "Cara menghitung",
    method: [
        "Setiap aduan dihitung sekali, pada tahap tempatnya berada di akhir tanggal tersebut.",
        "Aduan yang diarsipkan tidak dihitung, kecuali bila tahap itu diminta.",
        "Persentase tindak lanjut = (proses + selesai) / total; persentase selesai = selesai / total.",
        "Median dihitung dalam hari kerja sejak diterima, tanpa hari libur dan cuti bersama.",
        "Untuk bidang yang peka, jumlah di bawah 5 digabung atau tidak ditampilkan bila disilangkan dengan rincian lain.",
    ],
};

const EN: Words = Words {
    recap: "Recap",
    about: "About",
    key: "Key",
    instance: "Service",
    by: "By",
    as_of: "As of the end of",
    taken: "Taken at",
    revision: "Revision of the ledger",
    filter: "Filter",
    no_filter: "none",
    follow_up_rate: "Follow-up rate",
    closed_rate: "Closed rate",
    days_to_answer: "Median working days to the answer",
    days_to_close: "Median working days to closing",
    computed: "How it is computed",
    method: [
        "Every complaint counts once, in the stage where it stood at the end of that day.",
        "Archived complaints do not count, unless that stage is asked for.",
        "Follow-up rate = (in progress + done) / total; closed rate = done / total.",
        "Medians are in working days since receipt, without public holidays and joint leave.",
        "For sensitive sectors, counts under 5 are merged or not shown where crossed with another detail.",
    ],
};

pub(super) const fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::Id => &ID,
        Lang::En => &EN,
    }
}
