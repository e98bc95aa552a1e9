use super::account::texts;
use super::reached_by;
use crate::information::{InformationAction, InformationNeed, InformationStage};
use crate::lang::Lang;

reached_by! {
    /// Public information as the PPID work on it.
    informing: InformingTexts
}

impl Lang {
    /// Where an entry's newest version stands.
    pub const fn information_stage(self, stage: InformationStage) -> &'static str {
        match stage {
            InformationStage::Draft => self.pick("Konsep", "Draft"),
            InformationStage::Checked => self.pick("Sudah diperiksa", "Checked"),
            InformationStage::Published => self.pick("Diumumkan", "Published"),
            InformationStage::Withdrawn => self.pick("Ditarik", "Withdrawn"),
        }
    }

    /// What a public entry wants.
    pub const fn information_need(self, need: InformationNeed) -> &'static str {
        match need {
            InformationNeed::Refresh => self.pick("Perlu diperbarui", "Wants renewal"),
            InformationNeed::Ending => self.pick("Retensi berakhir", "Keeping ends"),
            InformationNeed::Incomplete => self.pick("Belum lengkap", "Incomplete"),
            InformationNeed::DeadLink => self.pick("Tautan mati", "Dead link"),
        }
    }

    /// What one presses to do something with an entry.
    pub const fn information_action(self, action: InformationAction) -> &'static str {
        match action {
            InformationAction::Write => self.pick("Tulis", "Write"),
            InformationAction::Check => self.pick("Nyatakan lengkap", "Find it complete"),
            InformationAction::SendBack => self.pick("Kembalikan", "Send back"),
            InformationAction::Publish => self.pick("Umumkan", "Publish"),
            InformationAction::Withdraw => self.pick("Tarik", "Withdraw"),
        }
    }
}

texts! {
    /// Public information as the PPID work on it.
    InformingTexts {
        /// The page's name.
        page: "Informasi publik", "Public information";
        /// What the page is for.
        lead: "Daftar Informasi Publik: tulis, periksa, umumkan. Yang sudah diumumkan tetap terbaca sampai versi berikutnya terbit.", "The list of public information: write, check, publish. What is public stays so until its next version is.";
        /// The way to an empty form.
        new: "Tulis informasi", "Write an entry";
        /// Heading of an empty form.
        new_heading: "Informasi baru", "New entry";
        /// Name of the choice of stages.
        stages: "Tahap", "Stage";
        /// All of them.
        all: "Semua", "All";
        /// Nothing is there yet.
        none: "Belum ada informasi.", "There is no entry yet.";
        /// What to do then.
        none_hint: "Tulis yang pertama: cukup judul, ringkasan, dan siapa penanggung jawabnya.", "Write the first one: a title, a summary and who answers for it are enough.";
        /// Nothing fits what is asked for.
        none_here: "Tidak ada informasi yang cocok.", "No entry fits.";
        /// Field: letters of a title.
        find: "Cari judul", "Find a title";
        /// Loads more.
        more: "Tampilkan lagi", "Show more";
        /// Back to the list.
        back: "Semua informasi", "All entries";
        /// When it was changed last.
        changed: "diubah {day}", "changed {day}";
        /// Everyone reads an earlier version.
        public_before: "Versi {n} masih terbaca umum", "Version {n} is still public";
        /// To the page that everyone reads.
        public_page: "Lihat halaman umum", "See the public page";
        /// The number of a version.
        version: "Versi {n}", "Version {n}";
        /// Why it came back.
        sent_back: "Dikembalikan: {reason}", "Sent back: {reason}";
        /// Why it was taken back.
        withdrawn: "Ditarik: {reason}", "Withdrawn: {reason}";
        /// Field.
        title: "Judul", "Title";
        /// Field.
        summary: "Ringkasan isi", "Content in short";
        /// Field.
        category: "Kategori", "Category";
        /// Hint of a category.
        regular_hint: "Diumumkan pada waktu tertentu tanpa diminta.", "Published at regular times without being asked for.";
        /// Hint of a category.
        immediate_hint: "Menyangkut keselamatan atau ketertiban orang banyak: terbit tanpa menunggu pemeriksaan.", "About people's safety or order: published without waiting for a check.";
        /// Hint of a category.
        any_time_hint: "Tersedia setiap saat.", "Available at any time.";
        /// Field.
        agency: "Perangkat Daerah yang menguasai", "Agency that holds it";
        /// Nothing chosen.
        choose: "Pilih", "Choose";
        /// Field.
        official: "Pejabat penanggung jawab", "Official who answers for it";
        /// Field.
        made_on: "Dibuat pada", "Made on";
        /// Field.
        made_at: "Dibuat di", "Made at";
        /// Field.
        forms: "Bentuk yang tersedia", "Forms it can be had in";
        /// Field.
        keep_until: "Disimpan sampai", "Kept until";
        /// Hint.
        keep_until_hint: "Kosongkan bila disimpan tanpa batas waktu.", "Leave empty if it is kept for good.";
        /// It is kept for good.
        for_good: "tanpa batas waktu", "for good";
        /// Field.
        topic: "Pokok", "Topic";
        /// Hint.
        topic_hint: "Satu atau dua kata, misalnya anggaran.", "A word or two, such as budget.";
        /// Field.
        plain: "Dengan kata sederhana", "In plain words";
        /// Hint.
        plain_hint: "Untuk dibaca dan didengarkan siapa saja: kalimat pendek, tanpa istilah.", "For anyone to read and hear: short sentences, no jargon.";
        /// Field.
        local: "Dalam bahasa daerah", "In the local language";
        /// Field.
        link: "Alamat di web lain", "Address elsewhere on the web";
        /// Hint.
        link_hint: "Diawali https://", "Begins with https://";
        /// Panel.
        files: "Berkas", "Files";
        /// There are none.
        no_files: "Belum ada berkas.", "There are no files.";
        /// What may come, and how.
        files_hint: "Sampai 200 MB tiap berkas: PDF, dokumen kantor, tabel, gambar, rekaman. Boleh diseret ke sini. Rekaman suara dapat diputar di halaman umum.", "Up to 200 MB each: PDF, office documents, tables, pictures, recordings. They can be dropped here. Recordings of sound are played on the public page.";
        /// Opens the picker.
        add_files: "Tambah berkas", "Add files";
        /// Takes a file away.
        remove: "Hapus", "Remove";
        /// The same, for who listens.
        remove_file: "Hapus {name}", "Remove {name}";
        /// Goes on after a cut.
        go_on: "Lanjutkan", "Go on";
        /// Keeps what was typed.
        save: "Simpan konsep", "Save the draft";
        /// The way to the form of an entry.
        change: "Ubah", "Change";
        /// The same where that begins the next version.
        next_version: "Tulis versi berikutnya", "Write the next version";
        /// Field of a reason.
        reason: "Alasan", "Reason";
        /// Hint of a reason to send it back.
        send_back_hint: "Penulis membacanya.", "Whoever wrote it reads this.";
        /// Hint of a reason to take it back.
        withdraw_hint: "Tercatat untuk petugas; umum hanya melihat bahwa informasi ini ditarik.", "Kept for the staff; everyone sees only that it was withdrawn.";
        /// Done.
        saved: "Konsep tersimpan.", "The draft is saved.";
        /// Done.
        now_checked: "Dinyatakan lengkap. PPID Utama dapat mengumumkannya.", "Found complete. The main PPID can publish it.";
        /// Done.
        now_sent_back: "Dikembalikan kepada penulis.", "Sent back to whoever wrote it.";
        /// Done.
        now_published: "Diumumkan: setiap orang dapat membacanya sekarang.", "Published: everyone can read it now.";
        /// Done.
        now_withdrawn: "Ditarik: tidak terbaca umum lagi.", "Withdrawn: nobody outside reads it any more.";
        /// Somebody was faster.
        moved: "Informasi ini baru saja diubah orang lain. Ini yang terbaru.", "Somebody else has just changed this. This is how it is now.";
        /// Somebody was faster than an open form.
        moved_form: "Informasi ini baru saja diubah orang lain. Tulisan Anda masih di sini; kirim lagi bila tetap berlaku.", "Somebody else has just changed this. What you wrote is still here; send it again if it still holds.";
        /// The way to what wants to be done, and its page.
        board: "Kelengkapan", "Completeness";
        /// What it says.
        board_lead: "Yang perlu dikerjakan per Perangkat Daerah. Berkala yang lebih dari setengah tahun tidak diperbarui, yang masa simpannya berakhir dalam 30 hari, yang belum punya tempat pembuatan, kata sederhana, atau berkas digital yang dijanjikan, dan yang tautannya tidak terbuka pada dua hari berbeda.", "What wants to be done, by agency: regular information that was not renewed for half a year, what is kept for no more than 30 days, what lacks where it was made, plain words, or the digital file that is promised, and what has a link that did not open on two different days.";
        /// Column.
        board_public: "Diumumkan", "Published";
        /// Column.
        board_complete: "Lengkap", "Complete";
        /// Column.
        board_waiting: "Belum diumumkan", "Not published yet";
        /// A share.
        percent: "{n} %", "{n} %";
        /// Takes what narrows the list away.
        clear: "Tampilkan semua", "Show all";
        /// The way to the import of a table, and its page.
        import: "Impor daftar", "Import a list";
        /// What it is for.
        import_lead: "Masukkan Daftar Informasi Publik dari berkas CSV atau XLSX. Isinya diperiksa dulu; bila ada satu baris yang salah, tidak satu pun masuk.", "Enter a list of public information from a CSV or XLSX file. It is looked at first; if one row is wrong, none is entered.";
        /// Field.
        import_file: "Berkas daftar", "File of the list";
        /// Hint.
        import_hint: "Kolom: judul, ringkasan, kategori, Perangkat Daerah, penanggung jawab, dibuat pada, bentuk; boleh juga dibuat di, disimpan sampai, pokok, kata sederhana, bahasa daerah, tautan. Berkas CSV dari situs ini dapat dimasukkan kembali.", "Columns: title, summary, category, agency, official, made on, forms; and, if you like, made at, keep until, topic, plain, local, link. The CSV file of this site can be entered again.";
        /// It is being read.
        import_reading: "Membaca berkas…", "Reading the file…";
        /// Heading of a preview.
        import_would: "Pratinjau: siap dimasukkan", "Preview: ready to be entered";
        /// Heading where something is wrong.
        import_wrong: "Ada yang harus diperbaiki", "Something has to be mended";
        /// Heading once it is done.
        import_done: "Daftar sudah masuk", "The list has been entered";
        /// Count of rows.
        import_rows: "{n} baris dibaca", "{n} rows read";
        /// Count of new ones.
        import_new: "{n} informasi baru", "{n} new entries";
        /// The same, once entered.
        import_entered: "{n} informasi baru dimasukkan", "{n} new entries entered";
        /// Count of those that are there.
        import_known: "{n} sudah ada, dibiarkan", "{n} are there already and left alone";
        /// Count of what is wrong.
        import_faults: "{n} kesalahan", "{n} problems";
        /// Columns without a meaning.
        import_unread: "Kolom yang tidak dibaca: {names}", "Columns that are not read: {names}";
        /// What to do.
        import_mend: "Belum ada yang masuk. Perbaiki baris ini dalam berkas, lalu pilih lagi.", "Nothing was entered. Mend these rows in the file and choose it again.";
        /// A problem of a row.
        import_fault: "Baris {line}, {field}: {why}", "Line {line}, {field}: {why}";
        /// Problems that are not shown.
        import_more: "Dan {n} kesalahan lagi.", "And {n} problems more.";
        /// Everything is there already.
        import_nothing: "Tidak ada yang baru di berkas ini.", "There is nothing new in this file.";
        /// Heading of the first new entries.
        import_sample: "Yang pertama", "The first ones";
        /// Enters them as drafts.
        import_enter: "Masukkan sebagai konsep", "Enter as drafts";
        /// Enters them for everyone.
        import_publish: "Masukkan dan umumkan", "Enter and publish";
        /// It must be looked through by another.
        waits: "Menunggu PPID Utama memeriksanya.", "Waits for the main PPID to check it.";
    }
}

impl InformingTexts {
    /// What a field of an entry is called; the word itself where it is none.
    pub fn field<'a>(&self, field: &'a str) -> &'a str {
        match field {
            "title" => self.title,
            "summary" => self.summary,
            "category" => self.category,
            "agency" => self.agency,
            "official" => self.official,
            "made_on" => self.made_on,
            "made_at" => self.made_at,
            "forms" => self.forms,
            "keep_until" => self.keep_until,
            "topic" => self.topic,
            "plain" => self.plain,
            "local" => self.local,
            "link" => self.link,
            _ => field,
        }
    }
}
