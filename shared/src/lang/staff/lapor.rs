use super::account::texts;
use super::reached_by;
use crate::complaint::lapor::LaporField;
use crate::lang::Lang;

reached_by! {
    /// The companion of LAPOR!.
    lapor: LaporTexts
}

impl Lang {
    /// What a column of an export says.
    pub const fn lapor_field(self, field: LaporField) -> &'static str {
        match field {
            LaporField::Id => self.pick("Nomor pelacakan", "Tracking id"),
            LaporField::ReceivedOn => self.pick("Tanggal diterima", "Day of receipt"),
            LaporField::Title => self.pick("Judul", "Title"),
            LaporField::Content => self.pick("Isi", "Content"),
            LaporField::Status => self.pick("Status", "Status"),
            LaporField::Class => self.pick("Klasifikasi", "Class"),
            LaporField::Sector => self.pick("Kategori", "Category"),
            LaporField::Agency => self.pick("Instansi", "Agency"),
            LaporField::Region => self.pick("Kabupaten atau kota", "Regency or city"),
        }
    }
}

texts! {
    /// The companion of LAPOR!.
    LaporTexts {
        /// The page's name.
        page: "LAPOR!", "LAPOR!";
        /// What the page is for.
        lead: "Bandingkan aduan di sini dengan ekspor dari SP4N-LAPOR!, dan ambil yang belum ada.", "Compare what is here with exports from SP4N-LAPOR!, and take over what is missing.";
        /// Section.
        import: "Masukkan ekspor LAPOR!", "Enter an export of LAPOR!";
        /// What an export is.
        import_lead: "Berkas CSV atau XLSX dari LAPOR!, sampai 10 MB. Tidak ada yang berubah sebelum Anda menyimpannya, dan tidak ada yang menjadi ganda.", "A CSV or XLSX file from LAPOR!, up to 10 MB. Nothing changes before you enter it, and nothing is doubled.";
        /// Field.
        file: "Pilih berkas ekspor", "Choose an export";
        /// Under way.
        reading: "Membaca…", "Reading…";
        /// Section.
        columns: "Arti kolom", "What the columns say";
        /// What is remembered.
        columns_lead: "{n} baris terbaca. Pilihan ini diingat untuk ekspor berikutnya.", "{n} rows were read. These choices are remembered for the next export.";
        /// No column.
        no_column: "Tidak ada", "None";
        /// Heading of the first rows.
        sample: "Baris pertama", "The first rows";
        /// Section.
        words: "Kata yang belum dikenali", "Words that are not known";
        /// What to do.
        words_lead: "Pilih artinya, atau biarkan kosong. Status yang kosong tidak dapat dimasukkan.", "Say what they mean, or leave them. Rows without a status cannot be entered.";
        /// A word, with how many rows have it.
        word: "{field}: {word} ({n} baris)", "{field}: {word} ({n} rows)";
        /// Switch.
        adds: "Tambahkan yang belum ada di sini", "Add what is not here yet";
        /// Hint.
        adds_hint: "Bila dimatikan, yang belum ada hanya muncul dalam perbandingan.", "Switched off, what is missing only shows in the comparison.";
        /// Tries it.
        try_it: "Lihat hasilnya dulu", "See what would come of it";
        /// Enters it.
        enter: "Simpan", "Enter it";
        /// What would come of it.
        would: "Yang akan terjadi", "What would happen";
        /// What came of it.
        done: "Ekspor sudah dimasukkan", "The export has been entered";
        /// Line.
        added: "{n} aduan baru", "{n} new cases";
        /// Line.
        updated: "{n} aduan mengikuti tahap di LAPOR! karena belum dikerjakan di sini", "{n} cases follow LAPOR! to another stage, since nobody has worked on them here";
        /// Line.
        same: "{n} aduan tetap", "{n} cases stay as they are";
        /// Line.
        left_out: "{n} hanya ada di LAPOR!", "{n} stay only in LAPOR!";
        /// Line.
        faults: "{n} baris tidak terbaca", "{n} rows cannot be read";
        /// One of them.
        fault: "Baris {row}, {field}: {why}", "Row {row}, {field}: {why}";
        /// Another file.
        another: "Ekspor lain", "Another export";
        /// It is gone.
        gone: "Ekspor ini sudah dimasukkan atau kedaluwarsa. Pilih berkasnya lagi.", "This export has been entered already, or has lapsed. Choose the file again.";
        /// Section.
        compare: "Perbandingan", "Comparison";
        /// Before the first export.
        never: "Belum ada ekspor yang dimasukkan.", "No export has been entered yet.";
        /// When it was.
        as_of: "Menurut ekspor {day}: {n} aduan di LAPOR!.", "By the export of {day}: {n} cases in LAPOR!.";
        /// Section.
        different: "Tahap berbeda ({n})", "Different stages ({n})";
        /// Section.
        only_there: "Hanya di LAPOR! ({n})", "Only in LAPOR! ({n})";
        /// Section.
        only_here: "Hanya di sini ({n})", "Only here ({n})";
        /// Nothing.
        nothing: "Tidak ada.", "Nothing.";
        /// Line.
        here_there: "di sini {here}, di LAPOR! {there}", "here {here}, in LAPOR! {there}";
        /// Since when.
        since: "sejak {day}", "since {day}";
        /// Only the first are shown.
        first: "Yang paling lama ditampilkan.", "The oldest are shown.";
        /// On the late board.
        late: "Di LAPOR!: {n} aduan melewati batas", "In LAPOR!: {n} cases are past their time";
        /// On the late board.
        late_by: "paling lama {n} hari kerja, menurut ekspor {day}", "longest {n} working days, by the export of {day}";
    }
}
