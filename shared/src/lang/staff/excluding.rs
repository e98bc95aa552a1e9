use super::account::texts;
use super::reached_by;
use crate::information::consequence::{ConsequenceAction, ConsequenceOutcome, ConsequenceStage};
use crate::lang::{Lang, fill};

reached_by! {
    /// Consequence tests as the PPID work on them.
    excluding: ExcludingTexts
}

impl Lang {
    /// Where a consequence test stands.
    pub const fn consequence_stage(self, stage: ConsequenceStage) -> &'static str {
        match stage {
            ConsequenceStage::Proposed => self.pick("Diusulkan", "Proposed"),
            ConsequenceStage::Considered => self.pick("Sudah ditimbang", "Considered"),
            ConsequenceStage::Decided => self.pick("Diputuskan", "Decided"),
            ConsequenceStage::ToReview => self.pick("Perlu ditinjau", "To be reviewed"),
            ConsequenceStage::Withdrawn => self.pick("Ditarik", "Withdrawn"),
        }
    }

    /// What a decision fixes.
    pub const fn consequence_outcome(self, outcome: ConsequenceOutcome) -> &'static str {
        match outcome {
            ConsequenceOutcome::Excluded => self.pick("Dikecualikan", "Excluded"),
            ConsequenceOutcome::Open => self.pick("Terbuka", "Open"),
        }
    }

    /// What one presses to do something with a consequence test.
    pub const fn consequence_action(self, action: ConsequenceAction) -> &'static str {
        match action {
            ConsequenceAction::Write => self.pick("Ubah usulan", "Change the proposal"),
            ConsequenceAction::Consider => self.pick("Catat pertimbangan", "Note the consideration"),
            ConsequenceAction::SendBack => self.pick("Kembalikan", "Send back"),
            ConsequenceAction::Decide => self.pick("Putuskan", "Decide"),
            ConsequenceAction::Withdraw => self.pick("Tarik usulan", "Withdraw the proposal"),
        }
    }

    /// How many days a term still lasts, or since when it has ended.
    pub fn term_left(self, days: i32) -> String {
        let texts = self.excluding();
        let words = if days < 0 { texts.days_over } else { texts.days_left };
        fill(words, &[("n", &days.unsigned_abs().to_string())])
    }
}

texts! {
    /// Consequence tests as the PPID work on them.
    ExcludingTexts {
        /// The page's name.
        page: "Uji konsekuensi", "Consequence tests";
        /// What the page is for.
        lead: "Informasi hanya dikecualikan setelah uji konsekuensi dan keputusan PPID, untuk jangka waktu tertentu. Selain nama umum, dasar hukum, dan keputusannya, isi uji ini tidak terbaca umum.", "Information is excluded only after a consequence test and a decision of the PPID, for a term. Apart from its public name, the law and the decision, nobody outside reads any of it.";
        /// The way to an empty form.
        new: "Usulkan pengecualian", "Propose an exclusion";
        /// Heading of an empty form.
        new_heading: "Usulan baru", "New proposal";
        /// Name of the choice of stages.
        stages: "Tahap", "Stage";
        /// All of them.
        all: "Semua", "All";
        /// Nothing is there yet.
        none: "Belum ada uji konsekuensi.", "There is no consequence test yet.";
        /// Nothing fits what is asked for.
        none_here: "Tidak ada yang cocok.", "None fits.";
        /// Loads more.
        more: "Tampilkan lagi", "Show more";
        /// Back to the list.
        back: "Semua uji konsekuensi", "All consequence tests";
        /// Back to public information.
        to_information: "Informasi publik", "Public information";
        /// Heading of terms that end soon.
        ending: "Segera berakhir", "Ending soon";
        /// What to do about them.
        ending_hint: "Putuskan sebelum hari terakhir: perpanjang, atau buka. Tanpa keputusan baru, statusnya menjadi perlu ditinjau.", "Decide before the last day: prolong it, or open it. Without another decision it is left to be reviewed.";
        /// Days that a term still lasts.
        days_left: "{n} hari lagi", "{n} days left";
        /// Days since a term has ended.
        days_over: "lewat {n} hari", "{n} days over";
        /// When it was changed last.
        changed: "diubah {day}", "changed {day}";
        /// To the page that everyone reads.
        public_page: "Lihat daftar yang terbaca umum", "See the list that everyone reads";
        /// Panel: what is proposed.
        proposal: "Usulan", "Proposal";
        /// Field.
        public_title: "Nama untuk umum", "Public name";
        /// Hint.
        public_title_hint: "Setiap orang membacanya setelah diputuskan. Jangan sebut isinya.", "Everyone reads it once it is decided. It must not tell what is excluded.";
        /// Field.
        agency: "Perangkat Daerah yang menguasai", "Agency that holds it";
        /// Nothing chosen.
        choose: "Pilih", "Choose";
        /// Field, part 1.
        document: "1. Dokumen", "1. Document";
        /// Field, part 2.
        information: "2. Informasi yang tepat dikecualikan", "2. The exact information";
        /// Field, part 3.
        law: "3. Dasar hukum, dengan pasalnya", "3. Law relied on, with its article";
        /// Hint.
        law_hint: "Setiap orang membacanya setelah diputuskan.", "Everyone reads it once it is decided.";
        /// Field, part 4.
        consequence: "4. Akibat bila dibuka", "4. Consequence if it is opened";
        /// Field, part 4.
        interest: "4. Kepentingan umum yang ditimbang", "4. Public interest in it";
        /// Field, part 5, as proposed.
        proposed_until: "5. Diusulkan sampai", "5. Proposed until";
        /// Field, part 6.
        proposer: "6. Pengusul dan jabatannya", "6. Who proposes it, and their office";
        /// Panel: who considered it.
        consideration: "Pertimbangan", "Consideration";
        /// Field.
        considered_on: "Ditimbang pada", "Considered on";
        /// Field, part 6.
        considered_by: "6. Yang menimbang", "6. Who considered it";
        /// Hint.
        considered_by_hint: "Satu nama dengan jabatannya tiap baris.", "One name with the office on each line.";
        /// Field.
        said: "Hasil pertimbangan", "What they found";
        /// Panel: what was decided.
        decisions: "Keputusan", "Decisions";
        /// Field, part 7.
        number: "7. Nomor keputusan", "7. Number of the decision";
        /// Field, part 7.
        decided_on: "7. Tanggal keputusan", "7. Day of the decision";
        /// Field.
        outcome: "Yang diputuskan", "What it fixes";
        /// Hint of an outcome.
        excluded_hint: "Tidak dibuka sampai jangka waktunya berakhir, dan masuk daftar yang dikecualikan.", "Not open until its term ends, and named in the list of what is excluded.";
        /// Hint of an outcome.
        open_hint: "Tidak atau tidak lagi dikecualikan, dan keluar dari daftar itu.", "Not excluded, or not any more, and out of that list.";
        /// Field, part 5.
        until: "5. Dikecualikan sampai", "5. Excluded until";
        /// Keeps what was typed.
        save: "Simpan usulan", "Save the proposal";
        /// Field of a reason.
        reason: "Alasan", "Reason";
        /// Hint of a reason to send it back.
        send_back_hint: "Pengusul membacanya. Pertimbangan yang sudah dicatat dihapus.", "Whoever proposed it reads this. What was noted of a consideration goes.";
        /// Hint of a reason to withdraw it.
        withdraw_hint: "Usulan yang ditarik tidak dapat dilanjutkan.", "What is withdrawn cannot be gone on with.";
        /// Why it came back.
        sent_back: "Dikembalikan: {reason}", "Sent back: {reason}";
        /// Why it was taken back.
        withdrawn: "Ditarik: {reason}", "Withdrawn: {reason}";
        /// Its term has ended.
        to_review: "Jangka waktunya sudah berakhir. Tetap tidak terbaca umum sampai ada keputusan baru.", "Its term has ended. Nobody outside reads it until there is another decision.";
        /// It must be looked at by another.
        waits: "Menunggu PPID Utama.", "Waits for the main PPID.";
        /// Done.
        saved: "Usulan tersimpan.", "The proposal is saved.";
        /// Done.
        now_considered: "Pertimbangan tercatat.", "The consideration is noted.";
        /// Done.
        now_sent_back: "Dikembalikan kepada pengusul.", "Sent back to whoever proposed it.";
        /// Done.
        now_decided: "Keputusan tercatat.", "The decision is recorded.";
        /// Done.
        now_withdrawn: "Usulan ditarik.", "The proposal is withdrawn.";
        /// Somebody was faster.
        moved: "Uji ini baru saja diubah orang lain. Ini yang terbaru.", "Somebody else has just changed this. This is how it is now.";
        /// Somebody was faster than an open form.
        moved_form: "Uji ini baru saja diubah orang lain. Tulisan Anda masih di sini; kirim lagi bila tetap berlaku.", "Somebody else has just changed this. What you wrote is still here; send it again if it still holds.";
    }
}
