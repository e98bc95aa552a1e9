use super::account::texts;
use super::reached_by;

reached_by! {
    /// Answers: writing, approving, and their templates.
    answers: AnswerTexts
}

texts! {
    /// Answers: writing, approving, and their templates.
    AnswerTexts {
        /// The page's name.
        page: "Jawaban", "Answers";
        /// What the page is for.
        lead: "Templat mempercepat jawaban; isi di dalam kurung kurawal diganti saat menjawab.", "Templates make answering quicker; what stands between braces is filled in when answering.";
        /// Section and field.
        templates: "Templat jawaban", "Templates";
        /// None yet.
        no_templates: "Belum ada templat.", "There are no templates yet.";
        /// Opens the form.
        add: "Templat baru", "New template";
        /// Opens the form of one.
        change: "Ubah", "Change";
        /// The same, for whoever listens.
        change_named: "Ubah {name}", "Change {name}";
        /// Field.
        name: "Nama", "Name";
        /// No sector.
        all_sectors: "Semua bidang", "All sectors";
        /// Field.
        text: "Isi", "Text";
        /// Hint.
        text_hint: "Terisi sendiri: {kode}, {judul}, {tanggal terima}, {perangkat daerah}, {tanggal janji}. Nama lain di dalam kurung kurawal ditanyakan kepada penjawab.", "Filled in by itself: {kode}, {judul}, {tanggal terima}, {perangkat daerah}, {tanggal janji}. Other names between braces are asked for when answering.";
        /// Keeps it.
        save: "Simpan", "Save";
        /// Removes it.
        remove: "Hapus", "Remove";
        /// Asks once more.
        remove_sure: "Ya, hapus templat ini", "Yes, remove this template";
        /// Somebody was faster.
        changed: "Templat ini sudah diubah orang lain. Daftar di bawah menunjukkan yang baru.", "Somebody else has changed this template. The list below shows it as it is now.";
        /// It worked.
        saved: "Tersimpan.", "Saved.";
        /// Section.
        approvals: "Persetujuan jawaban", "Approval of answers";
        /// An agency's answers wait.
        needed: "Jawaban pejabat penghubung menunggu persetujuan penanggung jawab.", "Answers of liaisons wait for the responsible officer.";
        /// They do not.
        not_needed: "Jawaban langsung dikirim kepada pelapor.", "Answers go to the reporter at once.";
        /// Begins to ask for it.
        require: "Minta persetujuan", "Ask for approval";
        /// Asks for it no more.
        require_no_more: "Kirim langsung", "Send at once";
        /// Field.
        template: "Mulai dari templat", "Begin with a template";
        /// Hint.
        template_hint: "Isinya masih dapat diubah.", "Its words can still be changed.";
        /// No template.
        free: "Tulis sendiri", "Write freely";
        /// Inputs of a template.
        fields: "Isi templat", "Fill in";
        /// Brings back what was written by hand.
        restore: "Kembalikan tulisan saya", "Bring back what I wrote";
        /// Field.
        outcome: "Hasil", "What it brings";
        /// Field and fact.
        promised_on: "Dijanjikan paling lambat", "Promised by";
        /// Hint.
        promised_on_hint: "Pelapor menilai jawaban sesudah hari ini.", "The reporter judges the answer after this day.";
        /// Before sending.
        waits: "Jawaban ini dikirim kepada pelapor setelah disetujui penanggung jawab.", "This answer goes to the reporter once the responsible officer has approved it.";
        /// Badge.
        awaits: "menunggu persetujuan", "to be approved";
        /// Panel.
        waiting: "Jawaban yang menunggu persetujuan", "Answer to be approved";
        /// Who wrote it.
        written_by: "Ditulis {name}, {day}", "Written by {name}, {day}";
        /// Field.
        decision: "Keputusan", "Decision";
        /// Hint.
        release_hint: "Pelapor langsung membacanya.", "The reporter reads it at once.";
        /// Hint.
        send_back_hint: "Penulisnya memperbaiki dan mengirimnya lagi.", "Its writer mends it and sends it again.";
        /// Field.
        send_back_why: "Yang perlu diperbaiki", "What is to be mended";
        /// Hint.
        send_back_why_hint: "Hanya petugas yang membacanya.", "Only the staff read it.";
    }
}
