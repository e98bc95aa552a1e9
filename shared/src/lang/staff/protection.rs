use super::account::texts;
use super::reached_by;
use crate::lang::{Lang, fill};
use crate::protection::BreachAccount;

reached_by! {
    /// What the data-protection officer watches over.
    protection: ProtectionTexts
}

impl Lang {
    /// The notice of a breach, to be sent to those concerned and to the authority.
    pub fn breach_notice(self, account: &BreachAccount, office: &str, found: &str) -> String {
        let text = self.protection().notice;
        let people = account.people.to_string();
        fill(
            text,
            &[
                ("office", office),
                ("found", found),
                ("data", &account.data),
                ("course", &account.course),
                ("remedy", &account.remedy),
                ("people", &people),
            ],
        )
    }
}

texts! {
    /// What the data-protection officer watches over.
    ProtectionTexts {
        /// The page's name.
        page: "Data pribadi", "Personal data";
        /// What the page is for.
        lead: "Siapa membaca identitas pelapor, berapa lama data disimpan, penghapusan atas permintaan, dan kebocoran (UU 27/2022).", "Who reads who complained, how long data is kept, erasure on request, and breaches (Law 27/2022).";
        /// Section.
        breaches: "Kebocoran data", "Breaches";
        /// What the law asks for.
        breaches_lead: "Pemberitahuan tertulis kepada yang bersangkutan dan lembaga paling lambat 3 × 24 jam (pasal 46).", "Written notice to those concerned and to the authority within 3 × 24 hours (article 46).";
        /// None.
        no_breaches: "Belum ada kebocoran yang dicatat.", "No breach has been entered.";
        /// Opens the form.
        add: "Catat kebocoran", "Enter a breach";
        /// Field.
        found_on: "Tanggal diketahui", "Day it became known";
        /// Field.
        found_time: "Jam diketahui (JJ:MM)", "Time it became known (HH:MM)";
        /// Field.
        data: "Data pribadi yang terungkap", "Personal data disclosed";
        /// Field.
        course: "Kapan dan bagaimana terungkap", "When and how it was disclosed";
        /// Field.
        remedy: "Upaya penanganan dan pemulihan", "What is done against it and to recover";
        /// Field.
        people: "Jumlah orang, sejauh diketahui", "How many people, as far as known";
        /// The clock.
        due: "Beri tahu paling lambat {moment}", "Tell by {moment}";
        /// The clock has run out.
        late: "Batas pemberitahuan {moment} sudah lewat", "The time to tell, {moment}, has passed";
        /// It is done.
        told: "Diberitahukan {moment}", "Told {moment}";
        /// Says that it is done.
        tell: "Sudah diberitahukan", "It has been told";
        /// Heading of the notice.
        notice_heading: "Naskah pemberitahuan", "Text of the notice";
        /// The notice.
        notice: "{office} memberitahukan kegagalan pelindungan data pribadi yang diketahui {found}. Data yang terungkap: {data}. Waktu dan cara: {course}. Upaya penanganan dan pemulihan: {remedy}. Jumlah orang yang terdampak, sejauh diketahui: {people}.", "{office} gives notice of a failure to protect personal data that became known on {found}. Data disclosed: {data}. When and how: {course}. Handling and recovery: {remedy}. People concerned, as far as known: {people}.";
        /// Copies it.
        copy: "Salin naskah", "Copy the text";
        /// Section.
        erasing: "Hapus atas permintaan", "Erase on request";
        /// What stays.
        erasing_lead: "Identitas, tulisan, dan berkas hilang dari basis data dan disk. Kode, tahap, dan angka rekap tetap. Hanya aduan yang sudah selesai atau diarsipkan, dan permohonan informasi yang sudah dijawab.", "Identity, words and files leave the database and the disk. Code, stage and the recap's figures stay. Only of what is closed or archived, and of requests for information that are answered.";
        /// Field.
        code: "Kode lacak atau nomor permohonan informasi", "Tracking code, or number of a request for information";
        /// Field.
        right: "Dasar permintaan", "By what right";
        /// Hint.
        right_hint: "Tanpa menyebut nama. Catatan ini tetap tersimpan.", "Without naming anybody. This note is kept.";
        /// Does it.
        erase: "Hapus untuk selamanya", "Erase for good";
        /// Asks once more.
        erase_sure: "Ya, hapus {code}", "Yes, erase {code}";
        /// Done.
        erased: "Data pribadi {code} sudah dihapus.", "The personal data of {code} has been erased.";
        /// Not yet.
        not_ended: "Ini belum selesai. Aduan perlu ditutup atau diarsipkan koordinator, permohonan informasi perlu dijawab dahulu.", "This has not ended. The coordinator must close or archive a complaint, and a request for information must be answered first.";
        /// Section.
        readings: "Pembacaan identitas", "Who read identities";
        /// None.
        no_readings: "Belum ada identitas yang dibaca.", "No identity has been read.";
        /// The reason is erased.
        no_reason: "alasan sudah dihapus", "the reason is erased";
        /// Section.
        retention: "Masa simpan", "How long what is kept";
        /// Who sets it.
        retention_lead: "Dihitung dari hari aduan selesai atau diarsipkan. Koordinator mengubahnya di Pengaturan.", "Counted from the day a case is closed or archived. The coordinator changes it in the settings.";
        /// Field.
        identity_months: "Identitas pelapor (bulan)", "Who complained (months)";
        /// Field.
        files_months: "Foto dan dokumen (bulan)", "Photos and documents (months)";
        /// Field.
        words_months: "Tulisan (bulan)", "What was written (months)";
        /// Heading of how long requests for information are kept.
        request_retention: "Masa simpan permohonan informasi", "How long requests for information are kept";
        /// Field.
        applicant_months: "Identitas pemohon informasi (bulan)", "Who asked for information (months)";
        /// Field.
        request_words_months: "Tulisan permohonan dan keberatan (bulan)", "Words of requests and objections (months)";
        /// Hint.
        request_months_hint: "Sedikitnya 6 bulan sejak kejadian terakhir, agar keberatan dan sengketa masih menemukannya.", "At least 6 months from the last that happened, so that objections and disputes still find it.";
        /// Field.
        why: "Alasan membaca", "Why you read it";
        /// Hint.
        why_hint: "Petugas pelindungan data membaca alasan ini.", "The data-protection officer reads this.";
        /// Heading.
        identity: "Identitas pelapor", "Who complained";
        /// Somebody was faster.
        changed: "Catatan ini sudah diubah orang lain. Periksa yang baru di bawah.", "Somebody else has changed this. Look at it as it is now.";
    }
}
