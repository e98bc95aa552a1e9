use super::account::texts;
use super::reached_by;

reached_by! {
    /// Figures for the staff.
    figures: FiguresTexts
}

texts! {
    /// Figures for the staff.
    FiguresTexts {
        /// The page's name.
        page: "Angka", "Figures";
        /// What the page is for.
        lead: "Yang dikerjakan Perangkat Daerah dalam satu kurun, dan yang ada di tangan sekarang. Jalur tersegel tidak dihitung.", "What agencies did in a time, and what they have in hand now. The sealed lane is not counted.";
        /// Field.
        from: "Dari", "From";
        /// Field.
        to: "Sampai", "To";
        /// Section and sheet.
        agencies: "Perangkat Daerah", "Agencies";
        /// Section and sheet.
        officers: "Petugas", "Officers";
        /// What the section holds.
        officers_lead: "Petugas dari Perangkat Daerah yang Anda pertanggungjawabkan.", "The people of the agencies that you answer for.";
        /// Column.
        agency: "Perangkat Daerah", "Agency";
        /// Column.
        officer: "Petugas", "Officer";
        /// Column.
        answered: "Jawaban", "Answers";
        /// Column.
        median_days: "Median hari kerja menjawab", "Median working days to answer";
        /// Column.
        refused: "Ditolak pelapor", "Refused by reporters";
        /// Column.
        reopened: "Dibuka lagi", "Opened again";
        /// Column.
        checked: "Diperiksa", "Checked";
        /// Column.
        open: "Dikerjakan", "In hand";
        /// Column.
        late: "Terlambat", "Late";
        /// Where nothing was answered.
        none: "–", "–";
        /// Download.
        csv: "Unduh CSV", "Download CSV";
        /// Download.
        xlsx: "Unduh XLSX", "Download XLSX";
        /// Section.
        late_list: "Daftar terlambat", "What is late, case by case";
        /// Sheet.
        late_all: "Semua", "All";
        /// Column.
        code: "Kode", "Code";
        /// Column.
        stage: "Tahap", "Stage";
        /// Column.
        due_on: "Batas", "Due";
        /// Column.
        days_late: "Hari kerja terlambat", "Working days late";
    }
}
