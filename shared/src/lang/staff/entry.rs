use super::account::texts;
use super::reached_by;

reached_by! {
    /// Entering what came to an office.
    entering: EntryTexts
}

texts! {
    /// Entering what came to an office.
    EntryTexts {
        /// The page's name.
        page: "Aduan baru", "New case";
        /// What the page is for.
        lead: "Untuk aduan yang datang lewat surat, telepon, kunjungan, atau SP4N-LAPOR!. Tulis dengan kata-kata pelapor, lalu berikan bukti lapornya.", "For what comes by letter, telephone, visit or SP4N-LAPOR!. Write it in the words of whoever complains, and give them the receipt.";
        /// Section.
        office: "Asal aduan", "Where it comes from";
        /// Field.
        channel: "Datang lewat", "Came by";
        /// Field.
        received_on: "Tanggal diterima kantor", "Day it reached the office";
        /// Hint.
        received_on_hint: "Batas waktu dihitung dari hari ini.", "Deadlines are counted from this day.";
        /// Field.
        lapor_id: "Nomor LAPOR!", "LAPOR! id";
        /// Hint.
        lapor_id_hint: "Nomor pelacakan di SP4N-LAPOR!, bila sudah ada di sana.", "The tracking id in SP4N-LAPOR!, if it is there already.";
        /// Section.
        what: "Isi aduan", "What it says";
        /// Section.
        place: "Tempat", "Place";
        /// Field.
        sector: "Bidang", "Sector";
        /// No sector.
        sector_unknown: "Belum diketahui", "Not known yet";
        /// Section.
        files: "Pindaian dan lampiran", "Scans and attachments";
        /// Section.
        protection: "Perlindungan dan pelapor", "Protection and who complains";
        /// Sends it.
        send: "Simpan dan buat bukti lapor", "Save and make the receipt";
        /// Heading of the receipt.
        done: "Aduan tersimpan", "The case is saved";
        /// What to do with it.
        done_lead: "Cetak atau bacakan bukti ini untuk pelapor. Rahasianya hanya ditampilkan sekali.", "Print or read this receipt out for whoever complained. Its secret is shown this one time.";
        /// Sealed.
        done_sealed: "Aduan ini tersegel: hanya inspektorat yang membacanya.", "This case is sealed: the inspectorate alone reads it.";
        /// Leads to the case.
        open: "Buka aduan", "Open the case";
        /// Another one.
        another: "Masukkan aduan lain", "Enter another one";
    }
}
