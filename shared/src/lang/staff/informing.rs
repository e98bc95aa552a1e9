use super::account::texts;
use super::reached_by;
use crate::information::{InformationAction, InformationStage};
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
        /// It must be looked through by another.
        waits: "Menunggu PPID Utama memeriksanya.", "Waits for the main PPID to check it.";
    }
}
