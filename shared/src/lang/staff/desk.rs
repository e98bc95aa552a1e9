use super::account::texts;
use super::reached_by;

reached_by! {
    /// Inbox and case.
    desk: DeskTexts
}

texts! {
    /// Inbox and case.
    DeskTexts {
        /// Others have the case open.
        others: "Sedang dibuka juga oleh {names}.", "Open with {names}, too, just now.";
        /// Heading.
        inbox: "Kotak masuk", "Inbox";
        /// Name of the parts.
        lanes: "Bagian kotak masuk", "Parts of the inbox";
        /// Field.
        search: "Cari", "Search";
        /// Hint.
        search_hint: "Kode, judul, atau isi. Tekan / untuk ke sini.", "Code, title or content. Press / to come here.";
        /// Name of the filters.
        filters: "Saring", "Filter";
        /// Filter.
        stage: "Tahap", "Stage";
        /// Filter and field.
        sector: "Bidang urusan", "Sector";
        /// Filter and field.
        agency: "Perangkat Daerah", "Agency";
        /// Filter.
        due: "Batas waktu", "Due";
        /// No filter.
        all: "Semua", "All";
        /// Takes the filters away.
        clear: "Hapus saringan", "Clear filters";
        /// How many are shown.
        shown: "{n} aduan ditampilkan", "{n} cases shown";
        /// And there are more.
        shown_more: "{n} aduan ditampilkan, masih ada lagi", "{n} cases shown, there are more";
        /// Loads more.
        more: "Tampilkan lagi", "Show more";
        /// Nothing waits.
        nothing: "Tidak ada yang menunggu Anda", "Nothing waits for you";
        /// What to do.
        nothing_hint: "Aduan baru muncul di sini dengan sendirinya.", "New cases appear here by themselves.";
        /// Nothing under the filters.
        not_found: "Tidak ada aduan di bawah saringan ini", "No case under these filters";
        /// What to do.
        not_found_hint: "Hapus salah satu saringan, atau cari di semua yang terbuka.", "Clear a filter, or look through all that are open.";
        /// Who has no cases.
        no_cases: "Peran Anda tidak menangani aduan", "Your role handles no cases";
        /// What to do.
        no_cases_hint: "Angka dan isi yang terbuka ada di halaman rekap.", "Figures and what is public are on the recap page.";
        /// How to use keys.
        keys: "Tombol: j dan k untuk turun dan naik, Enter untuk membuka, x untuk memilih, / untuk mencari.", "Keys: j and k to go down and up, Enter to open, x to choose, / to search.";
        /// Chooses a row.
        choose: "Pilih {code}", "Choose {code}";
        /// How many are chosen.
        chosen: "{n} dipilih", "{n} chosen";
        /// Lets them go.
        choose_none: "Batal pilih", "Choose none";
        /// What became of them.
        done_all: "{n} aduan selesai diproses.", "{n} cases done.";
        /// What did not.
        done_some: "{n} berhasil, {bad} tidak: {codes}. Buka satu per satu untuk melihat sebabnya.", "{n} done, {bad} not: {codes}. Open them to see why.";
        /// In the sealed lane.
        sealed: "tersegel", "sealed";
        /// Identity hidden.
        anonymous: "anonim", "anonymous";
        /// Content hidden.
        confidential: "rahasia", "confidential";
        /// Content public.
        published: "diumumkan", "public";
        /// About officials.
        supervisory: "berkadar pengawasan", "supervisory";
        /// Nobody's.
        unassigned: "belum ditugaskan", "nobody yet";
        /// Title that is gone.
        erased: "(isi sudah dihapus)", "(erased)";
        /// Age.
        age: "umur {n} hari kerja", "{n} working days old";
        /// Back.
        back: "Kembali ke kotak masuk", "Back to the inbox";
        /// Panel.
        content: "Isi aduan", "Content";
        /// Panel.
        public_content: "Yang dibaca umum", "What everyone reads";
        /// Panel.
        facts: "Data", "Facts";
        /// Panel.
        clock: "Batas waktu", "Deadlines";
        /// Panel.
        story: "Riwayat", "Story";
        /// Panel.
        actions: "Yang dapat dilakukan", "What can be done";
        /// Nothing can.
        no_actions: "Tidak ada yang perlu Anda lakukan sekarang.", "There is nothing for you to do now.";
        /// Fact.
        class: "Jenis", "Class";
        /// Fact.
        channel: "Saluran", "Channel";
        /// Fact.
        received: "Diterima", "Received";
        /// Fact.
        event_date: "Tanggal kejadian", "Happened on";
        /// Fact and field.
        region: "Wilayah", "Region";
        /// Fact.
        place: "Tempat", "Place";
        /// Fact.
        position: "Posisi", "Position";
        /// Fact and field.
        assigned: "Petugas", "Assigned to";
        /// Fact.
        support: "Juga mengalaminya", "Have this too";
        /// Not known.
        unknown: "tidak disebutkan", "not stated";
        /// Seen by the staff alone.
        internal: "hanya petugas", "staff only";
        /// Opens a picture.
        look: "Lihat", "Look";
        /// Fetches a file.
        save_file: "Unduh", "Download";
        /// Gives up a form.
        cancel: "Batal", "Cancel";
        /// Field.
        question: "Pertanyaan kepada pelapor", "Question to the reporter";
        /// Hint.
        question_hint: "Pelapor membaca ini. Tulis dengan kata-kata biasa.", "The reporter reads this. Use plain words.";
        /// Field.
        message: "Pesan kepada pelapor", "Message to the reporter";
        /// Field.
        answer: "Jawaban", "Answer";
        /// Hint.
        answer_hint: "Apa yang sudah dilakukan, dan hasilnya. Pelapor membaca ini dan dapat menolaknya.", "What was done, and its result. The reporter reads this and may refuse it.";
        /// Field.
        note: "Catatan", "Note";
        /// Hint.
        note_hint: "Hanya petugas yang membacanya.", "Only the staff read it.";
        /// Field.
        reason: "Alasan", "Reason";
        /// Hint.
        reason_reporter: "Pelapor membaca alasan ini.", "The reporter reads this reason.";
        /// Hint.
        reason_office: "Kantor yang menerima membacanya.", "The office that gets it reads this.";
        /// Field.
        why: "Sebab", "Cause";
        /// What sealing does.
        seal_warning: "Setelah disegel, hanya inspektorat yang membacanya. Ini tidak dapat dibatalkan.", "Once sealed, only the inspectorate reads it. This cannot be undone.";
        /// Why an agency is suggested.
        suggested_sector: "{agency} biasanya menangani bidang ini", "{agency} usually answers for this sector";
        /// Why an agency is suggested.
        suggested_words: "{agency}, karena kata: {words}", "{agency}, because of: {words}";
        /// Heading of suggestions.
        suggestions: "Saran", "Suggestions";
        /// No choice yet.
        pick: "Pilih", "Choose";
        /// Keeps.
        keep: "Tetap seperti sekarang", "As it is now";
        /// Nobody.
        nobody: "Belum siapa pun", "Nobody yet";
        /// Somebody else was faster.
        changed: "Aduan ini sudah berubah sejak Anda membukanya. Riwayat di bawah menunjukkan yang baru; periksa, lalu coba lagi.", "This case has changed since you opened it. What is new is marked in the story below; look, then try again.";
        /// It worked.
        done: "Tersimpan.", "Saved.";
        /// New in the story.
        new: "baru", "new";
        /// Heading of publishing.
        publish_lead: "Yang ditandai bisa menunjukkan siapa seseorang. Yang hitam tidak terlihat umum.", "What is marked may tell who somebody is. What is black nobody sees.";
        /// State of a mark.
        blacked: "ditutup", "blacked out";
        /// State of a mark.
        shown_word: "tampil", "shown";
        /// Field.
        more_words: "Tutup kata lain", "Black out other words";
        /// Hint.
        more_words_hint: "Tulis persis seperti di dalam teks.", "Write them just as they stand in the text.";
        /// Adds them.
        black_out: "Tutup", "Black out";
        /// They are not there.
        not_in_text: "Kata itu tidak ada di dalam teks.", "Those words are not in the text.";
        /// List of marks.
        marks: "Yang perlu diputuskan", "To be decided";
        /// Field.
        checker: "Pemeriksa", "Checker";
        /// Hint.
        checker_hint: "Bukan dari Perangkat Daerah yang menjawab.", "Nobody of the agency that answered.";
        /// Nobody can check it.
        no_checkers: "Belum ada akun di luar Perangkat Daerah ini yang dapat memeriksa.", "There is no account outside this agency that could check it.";
        /// Field.
        outcome: "Hasil", "Outcome";
        /// Hint.
        outcome_hint: "Datangi atau hubungi, lalu bandingkan dengan jawaban.", "Go there or call, then compare with the answer.";
        /// Field.
        findings: "Yang ditemukan", "What was found";
        /// Hint.
        findings_hint: "Bila dikembalikan, pelapor dan Perangkat Daerah membacanya.", "Where it goes back, the reporter and the agency read it.";
        /// Badge.
        sampled: "diperiksa", "being checked";
        /// Nothing waits to be checked.
        no_checks: "Tidak ada yang perlu diperiksa", "Nothing is to be checked";
        /// Heading of similar cases.
        similar: "Mungkin tentang hal yang sama", "Maybe about the same thing";
        /// Why.
        similar_words: "{day}, {stage}. Kata yang sama: {words}", "{day}, {stage}. The same words: {words}";
        /// Field.
        into: "Kode aduan yang dilanjutkan", "Code of the case that goes on";
        /// Hint.
        into_hint: "Aduan ini diarsipkan; kode dan rahasia pelapornya tetap berlaku dan menunjuk ke sana.", "This one is archived; its reporter's code and secret stay valid and lead there.";
        /// Where it was joined.
        merged_into: "Digabung ke", "Joined to";
        /// Before the number of the request for information that it has become.
        request: "Permohonan informasi", "Request for information";
        /// It is to become one.
        request_asked: "Menunggu isian pelapor", "Waits for what the reporter is to give";
        /// Hint: what turning it into one means.
        request_hint: "Ditulis kepada pelapor. Isian yang masih kurang ditanyakan di halaman aduannya; begitu diisi, permohonan terdaftar sendiri dengan tanggal terima aduan.", "The reporter reads this. What is missing is asked for on their page; once given, the request is registered by itself under the complaint's day of receipt.";
        /// No marks.
        no_marks: "Tidak ada yang ditandai. Baca sekali lagi sebelum mengumumkan.", "Nothing is marked. Read it once more before you publish.";
    }
}
