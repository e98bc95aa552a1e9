use crate::lang::{Lang, fill};
use crate::request::{PaceCount, RequestOutcome};

/// Texts of the yearly report on requests for information, which the server alone writes.
pub struct ReportTexts {
    /// The page's title.
    pub title: &'static str,
    /// What it tells.
    pub lead: &'static str,
    /// The page's title with its year.
    pub year_title: &'static str,
    /// Name of the choice of years.
    pub years: &'static str,
    /// What is counted, and when.
    pub counted: &'static str,
    /// Who asked is not in it.
    pub nobody: &'static str,
    /// Nothing was received.
    pub none: &'static str,
    /// The way on from there.
    pub ask: &'static str,
    /// Heading and sheet: the headline figures.
    pub figures: &'static str,
    /// Figure.
    pub received: &'static str,
    /// Figure.
    pub late: &'static str,
    /// What counts as late.
    pub late_note: &'static str,
    /// Figure.
    pub late_open: &'static str,
    /// Figure.
    pub extended: &'static str,
    /// Figure.
    pub median: &'static str,
    /// Figure.
    pub mean: &'static str,
    /// Figure.
    pub longest: &'static str,
    /// What the days are counted over.
    pub told: &'static str,
    /// Chart and sheet.
    pub by_outcome: &'static str,
    /// Column.
    pub outcome: &'static str,
    /// Chart and sheet.
    pub by_days: &'static str,
    /// Column.
    pub days: &'static str,
    /// A span of days.
    pub span: &'static str,
    /// A span without an end.
    pub longer: &'static str,
    /// Chart and sheet.
    pub by_month: &'static str,
    /// Column.
    pub month: &'static str,
    /// Table and sheet: what refusals rest on.
    pub by_article: &'static str,
    /// Column.
    pub article: &'static str,
    /// Nothing was refused.
    pub no_refusals: &'static str,
    /// Chart and sheet.
    pub by_ground: &'static str,
    /// Column.
    pub ground: &'static str,
    /// Column.
    pub upheld: &'static str,
    /// Column.
    pub dismissed: &'static str,
    /// Column.
    pub waiting: &'static str,
    /// Nobody objected.
    pub no_objections: &'static str,
    /// Heading.
    pub disputes: &'static str,
    /// Decisions after which a dispute is possible.
    pub disputable: &'static str,
    /// Whether there is a dispute is not known here.
    pub not_told: &'static str,
    /// Table and sheet: each request.
    pub each: &'static str,
    /// Requests that are in the files alone.
    pub more: &'static str,
    /// Column.
    pub number: &'static str,
    /// Column.
    pub received_on: &'static str,
    /// Column.
    pub told_on: &'static str,
    /// Column.
    pub due_on: &'static str,
    /// Column.
    pub late_days: &'static str,
    /// Column.
    pub objections: &'static str,
    /// Column.
    pub measure: &'static str,
    /// Column.
    pub count: &'static str,
    /// Before the links to the files.
    pub download: &'static str,
    /// How it gets onto paper.
    pub print: &'static str,
    /// Back to the list.
    pub to_list: &'static str,
    /// From the list to the report.
    pub to_report: &'static str,
    /// Where there is no figure.
    pub nothing: &'static str,
}

const ID: ReportTexts = ReportTexts {
    title: "Laporan layanan informasi publik",
    lead: "Berapa permohonan yang masuk, berapa lama dijawab, dan apa hasilnya.",
    year_title: "Laporan layanan informasi publik {year}",
    years: "Pilih tahun",
    counted: "Dihitung menurut tahun permohonan diterima. Keadaan per {day}.",
    nobody: "Nama dan data pemohon tidak ada di sini.",
    none: "Tidak ada permohonan informasi yang diterima pada tahun {year}.",
    ask: "Minta informasi",
    figures: "Angka pokok",
    received: "Permohonan diterima",
    late: "Terlambat dijawab",
    late_note: "Termasuk yang lewat batas dan belum dijawab",
    late_open: "Belum dijawab dan lewat batas",
    extended: "Diperpanjang dengan alasan",
    median: "Nilai tengah hari kerja sampai dijawab",
    mean: "Rata-rata hari kerja sampai dijawab",
    longest: "Hari kerja terlama sampai dijawab",
    told: "dari {n} yang dijawab",
    by_outcome: "Menurut hasil",
    outcome: "Hasil",
    by_days: "Lama sampai dijawab",
    days: "Hari kerja",
    span: "{from} sampai {to} hari kerja",
    longer: "{from} hari kerja atau lebih",
    by_month: "Menurut bulan diterima",
    month: "Bulan",
    by_article: "Dasar penolakan",
    article: "Dasar hukum yang disebut",
    no_refusals: "Tidak ada yang ditolak, seluruhnya atau sebagian.",
    by_ground: "Keberatan menurut alasan",
    ground: "Alasan keberatan",
    upheld: "Diterima",
    dismissed: "Ditolak",
    waiting: "Menunggu",
    no_objections: "Tidak ada keberatan.",
    disputes: "Sengketa",
    disputable: "Keputusan yang masih dapat dibawa ke Komisi Informasi: {n}.",
    not_told: "Layanan ini tidak mencatat sengketa yang benar-benar dibawa ke sana.",
    each: "Setiap permohonan",
    more: "{n} permohonan lagi ada dalam berkas CSV dan XLSX.",
    number: "Nomor",
    received_on: "Tanggal diterima",
    told_on: "Tanggal dijawab",
    due_on: "Batas waktu",
    late_days: "Hari kerja terlambat",
    objections: "Keberatan",
    measure: "Ukuran",
    count: "Jumlah",
    download: "Unduh:",
    print: "Untuk mencetak, pakai menu peramban Anda.",
    to_list: "Ke daftar informasi",
    to_report: "Laporan layanan informasi",
    nothing: "–",
};

const EN: ReportTexts = ReportTexts {
    title: "Report on requests for information",
    lead: "How many requests came, how long their answers took, and what became of them.",
    year_title: "Report on requests for information {year}",
    years: "Choose a year",
    counted: "Counted by the year of receipt, as of {day}.",
    nobody: "Nobody who asked is in it.",
    none: "No request for information was received in {year}.",
    ask: "Ask for information",
    figures: "Headline figures",
    received: "Requests received",
    late: "Answered late",
    late_note: "Those past their last day and not answered yet as well",
    late_open: "Not answered and late today",
    extended: "Extended for a reason",
    median: "Median working days to the answer",
    mean: "Mean working days to the answer",
    longest: "Most working days to the answer",
    told: "of {n} answered",
    by_outcome: "By outcome",
    outcome: "Outcome",
    by_days: "Days to the answer",
    days: "Working days",
    span: "{from} to {to} working days",
    longer: "{from} working days or more",
    by_month: "By month of receipt",
    month: "Month",
    by_article: "Grounds of refusal",
    article: "Article that was given",
    no_refusals: "Nothing was refused, as a whole or in part.",
    by_ground: "Objections by ground",
    ground: "Ground of the objection",
    upheld: "Upheld",
    dismissed: "Dismissed",
    waiting: "Waiting",
    no_objections: "Nobody objected.",
    disputes: "Disputes",
    disputable: "Decisions that can still be brought before the Komisi Informasi: {n}.",
    not_told: "This service does not record which of them were brought there.",
    each: "Each request",
    more: "{n} more are in the CSV and XLSX files.",
    number: "Number",
    received_on: "Received on",
    told_on: "Answered on",
    due_on: "Last day",
    late_days: "Working days late",
    objections: "Objections",
    measure: "Measure",
    count: "Count",
    download: "Download:",
    print: "To print it, use your browser's menu.",
    to_list: "To the list of information",
    to_report: "Report on requests for information",
    nothing: "–",
};

impl Lang {
    /// Texts of the yearly report on requests for information.
    pub const fn report(self) -> &'static ReportTexts {
        match self {
            Self::Id => &ID,
            Self::En => &EN,
        }
    }

    /// What became of a request.
    pub const fn request_outcome(self, outcome: RequestOutcome) -> &'static str {
        match outcome {
            RequestOutcome::Granted => self.pick("Dikabulkan", "Granted"),
            RequestOutcome::GrantedInPart => self.pick("Dikabulkan sebagian", "Granted in part"),
            RequestOutcome::Refused => self.pick("Ditolak", "Refused"),
            RequestOutcome::NotHeld => self.pick("Tidak dikuasai di sini", "Not held here"),
            RequestOutcome::Open => self.pick("Belum dijawab", "Not answered yet"),
        }
    }

    /// A span of working days.
    pub fn pace(self, pace: &PaceCount) -> String {
        let from = pace.from.to_string();
        match pace.to {
            Some(to) => fill(self.report().span, &[("from", &from), ("to", &to.to_string())]),
            None => fill(self.report().longer, &[("from", &from)]),
        }
    }
}
