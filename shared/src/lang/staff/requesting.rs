use super::account::texts;
use super::reached_by;

reached_by! {
    /// Requests for information as the PPID work on them.
    requesting: RequestingTexts
}

texts! {
    /// Requests for information as the PPID work on them.
    RequestingTexts {
        /// The page's name.
        page: "Permohonan informasi", "Information requests";
        /// What the page is for.
        lead: "Yang paling dekat batas waktunya ada di atas. Jawab dengan surat sebelum batasnya lewat.", "What is due first stands on top. Answer by letter before its last day.";
        /// Heading of the register's files.
        register: "Buku register", "Register";
        /// What they hold.
        register_lead: "Semua permohonan tahun ini dengan tahap, hari, dan hasilnya, tanpa identitas pemohon. Laporan tahunan terbaca umum.", "All requests of this year with their stages, days and outcomes, without who asked. The yearly report is public.";
        /// The register as text.
        register_csv: "Register CSV", "Register as CSV";
        /// The register as a workbook.
        register_xlsx: "Register XLSX", "Register as XLSX";
        /// The way to the yearly report.
        report: "Laporan tahunan", "Yearly report";
        /// Filter.
        stage: "Tahap", "Stage";
        /// Filter and field.
        agency: "Perangkat Daerah", "Agency";
        /// Filter.
        due: "Batas waktu", "Due";
        /// No filter.
        all: "Semua", "All";
        /// Due: it has passed.
        late: "Sudah lewat", "Late";
        /// Due: by today.
        today: "Sampai hari ini", "By today";
        /// Due: in seven days.
        week: "Sampai tujuh hari lagi", "Within seven days";
        /// Nobody has asked yet.
        none: "Belum ada permohonan untuk Anda", "There is no request for you yet";
        /// What brings one.
        none_hint: "Permohonan baru muncul di sini begitu didaftarkan atau diserahkan kepada Anda.", "New ones appear here as soon as they are registered or given to you.";
        /// Nothing fits what is asked for.
        none_here: "Tidak ada permohonan yang cocok dengan saringan ini.", "No request fits these filters.";
        /// How many are shown.
        shown: "{n} permohonan ditampilkan", "{n} requests shown";
        /// And there are more.
        shown_more: "{n} permohonan ditampilkan, masih ada lagi", "{n} requests shown, there are more";
        /// Loads more.
        more: "Tampilkan lagi", "Show more";
        /// Nobody has it yet.
        nobodys: "belum diserahkan", "with no agency yet";
        /// An objection waits.
        objected: "ada keberatan", "objected to";
        /// The last day.
        due_on: "batas {day}", "due {day}";
        /// Nothing is due.
        nothing_due: "tidak ada batas yang berjalan", "nothing is due";
        /// Back to the list.
        back: "Semua permohonan", "All requests";
        /// Back from a letter.
        back_to_request: "Kembali ke permohonan", "Back to the request";
        /// Panel.
        asked: "Yang diminta", "What is asked for";
        /// Panel.
        clock: "Batas waktu", "Deadlines";
        /// How a last day is worked out.
        counted: "{days} sejak {from}", "{days} from {from}";
        /// The superior gave the day.
        given: "hari yang ditetapkan atasan PPID", "the day that the PPID's superior gave";
        /// The limit with what was added to it.
        with_extension: "sudah dengan perpanjangan", "the extension is counted in";
        /// Panel.
        ways: "Yang dapat dilakukan", "What can be done";
        /// Nothing can.
        no_ways: "Tidak ada yang perlu Anda lakukan sekarang.", "There is nothing for you to do now.";
        /// Panel.
        story: "Riwayat", "Story";
        /// Step.
        received: "Permohonan diterima", "The request was received";
        /// Step.
        extended: "Waktu diperpanjang", "More time was taken";
        /// Step.
        delivered: "Informasi diserahkan", "The information was delivered";
        /// Step.
        objection: "Keberatan diajukan", "An objection came in";
        /// Panel.
        letters: "Surat pemberitahuan", "Written notices";
        /// Panel.
        files: "Berkas untuk pemohon", "Files for the applicant";
        /// How they reach the applicant.
        files_lead: "Pemohon melihat sebuah berkas bila ia dikabulkan dengan surat dan berkas itu sudah diberikan. Selama ditahan, hanya PPID yang melihatnya.", "The applicant sees a file once a letter grants the request and the file is given. While it is held back, only the PPID see it.";
        /// None yet.
        no_files: "Belum ada berkas.", "There is no file yet.";
        /// Hint.
        files_hint: "Sampai 200 MB tiap berkas: PDF, dokumen kantor, tabel, teks, gambar. Boleh diseret ke sini.", "Up to 200 MB each: PDF, office documents, tables, text, pictures. They can be dropped here.";
        /// State of a file.
        held: "Ditahan", "Held back";
        /// State of a file.
        released: "Diberikan", "Given";
        /// Button.
        give: "Berikan", "Give";
        /// To its content.
        look: "Lihat isinya", "Look at it";
        /// State of a file.
        covered: "Diberikan, {n} bagian ditutup", "Given, {n} parts covered";
        /// State of a file.
        blackened: "Diberikan, {n} bagian dihitamkan", "Given, {n} passages blacked out";
        /// State of a file.
        checked: "Diberikan, {n} kata tidak ditemukan lagi di lapisan teksnya", "Given, {n} words are not in its layer of text any more";
        /// State of a file.
        no_text_layer: "Diberikan. Tidak ada lapisan teks, jadi tidak ada yang dapat diperiksa: lihat sendiri halamannya", "Given. There is no layer of text, so nothing could be looked through: look at its pages yourself";
        /// Button of a picture.
        cover: "Tutup bagian, lalu berikan", "Cover parts and give";
        /// Button of a text.
        black: "Hitamkan bagian, lalu berikan", "Black out passages and give";
        /// Button of a PDF.
        look_through: "Periksa salinan, lalu berikan", "Check the copy and give";
        /// To what lies under the black.
        original: "Aslinya", "The original";
        /// Hint of a text that is being blackened.
        black_lead: "Pilih bagian di dalam teks lalu tekan Hitamkan pilihan, atau tulis kata yang harus hilang di mana pun, dengan huruf besar atau kecil.", "Select a passage in the text and press Black out the selection, or type words that are to go wherever they stand, in capitals or not.";
        /// Field.
        black_text: "Isi yang dibaca pemohon", "What the applicant reads";
        /// Button.
        black_selection: "Hitamkan pilihan", "Black out the selection";
        /// Field.
        black_words: "Kata di mana pun", "Words wherever they stand";
        /// Button.
        black_all: "Hitamkan semuanya", "Black them all out";
        /// Button.
        black_again: "Mulai dari awal", "Start again";
        /// How many passages are black by now.
        black_count: "Bagian yang hitam: {n}", "Passages that are black: {n}";
        /// Nothing is selected, or the words stand nowhere.
        black_nothing: "Tidak ada yang dihitamkan: pilih bagian dulu, atau periksa tulisannya.", "Nothing was blacked out: select a passage first, or check the spelling.";
        /// The file did not come.
        not_loaded: "Berkas tidak dapat dibuka. Coba lagi.", "The file could not be opened. Try again.";
        /// Hint of a copy that is looked through.
        words_lead: "PDF ini harus sudah dihitamkan. Tulis kata yang seharusnya hilang, satu di tiap baris: nama, NIK, alamat. Kata-kata ini tidak disimpan.", "This PDF must be blacked out already. Write the words that were to go, each on a line: names, numbers, addresses. These words are not kept.";
        /// Field.
        gone_words: "Kata yang harus hilang", "Words that must be gone";
        /// A word with what is wrong.
        gone_word: "“{word}”: {problem}", "“{word}”: {problem}";
        /// Button.
        paste: "Tempel teks", "Paste a text";
        /// Field.
        paste_name: "Nama berkas", "File name";
        /// What it is called where nobody says otherwise.
        paste_file: "teks.txt", "text.txt";
        /// Field.
        paste_text: "Isi teks", "Text";
        /// Button.
        paste_add: "Tambahkan", "Add";
        /// Done.
        now_given: "Berkas diberikan: pemohon melihatnya begitu ada surat yang mengabulkan.", "The file is given: the applicant sees it once a letter grants the request.";
        /// Done.
        now_removed: "Berkas dihapus.", "The file is removed.";
        /// None yet.
        no_letters: "Belum ada surat.", "There is no letter yet.";
        /// To a letter alone.
        letter: "Buka surat {number}", "Open letter {number}";
        /// It was told before an objection was upheld.
        stands_no_more: "Tidak berlaku lagi sejak keberatan diterima.", "Stands no longer since the objection was upheld.";
        /// Prints it.
        print: "Cetak", "Print";
        /// A letter that is not there.
        no_letter: "Surat ini tidak ada.", "There is no such letter.";
        /// Nothing chosen.
        choose: "Pilih", "Choose";
        /// Hint: who gets it.
        agency_hint: "PPID perangkat daerah itu yang menjawab.", "Its PPID will answer.";
        /// Field.
        reason: "Alasan", "Reason";
        /// Hint.
        extend_hint: "Pemohon membaca alasan ini. Perpanjangan hanya satu kali.", "The applicant reads this reason. It can be done only once.";
        /// Field.
        letter_number: "Nomor surat", "Letter number";
        /// Field.
        official: "Ditandatangani oleh", "Signed by";
        /// Hint.
        official_hint: "Nama dan jabatan, seperti di surat.", "Name and office, as in the letter.";
        /// Field.
        holder: "Badan yang menguasai", "Who holds it";
        /// Hint.
        holder_hint: "Supaya pemohon tahu harus ke mana.", "So that the applicant knows where to go.";
        /// Field.
        article: "Dasar hukum", "Legal basis";
        /// Hint.
        article_hint: "Pasal dan huruf yang menjadi dasar penolakan.", "The article that the refusal rests on.";
        /// Field.
        test: "Nomor uji konsekuensi", "Number of the consequence test";
        /// Field.
        why_refused: "Alasan penolakan", "Why it is refused";
        /// Hint.
        reader_hint: "Pemohon membaca ini. Tulis dengan kata-kata biasa.", "The applicant reads this. Use plain words.";
        /// Field.
        parts: "Bagian yang dihitamkan", "Parts blacked out";
        /// Hint.
        parts_hint: "Sebutkan bagian mana; sisanya diberikan.", "Say which; the rest is given.";
        /// Field.
        form: "Bentuk yang diberikan", "Form it is given in";
        /// Field.
        cost: "Biaya (rupiah)", "Cost (rupiah)";
        /// Hint.
        cost_hint: "Angka saja, misalnya 15000. Kosongkan bila tanpa biaya.", "Digits alone, such as 15000. Leave empty if it is free.";
        /// Field.
        words: "Keterangan", "Remarks";
        /// Field.
        send: "Cara penyerahan", "How it reached them";
        /// Field.
        delivered_on: "Tanggal diserahkan", "Delivered on";
        /// Field.
        reasons: "Pertimbangan", "Reasons";
        /// Field.
        answer_by: "Dijawab ulang paling lambat", "To be answered anew by";
        /// Hint.
        answer_by_hint: "PPID menjawab permohonan ini sekali lagi sampai hari itu.", "The PPID answer the request once more by that day.";
        /// Heading of what was opened.
        who: "Identitas pemohon", "Who asks";
        /// Field of it.
        document: "Nomor identitas atau akta", "Number of identity or deed";
        /// Fetches the document of identity, which leaves a record of its own.
        fetch_file: "Ambil berkas identitas", "Fetch the document";
        /// Saves it.
        save_file: "Simpan {name}", "Save {name}";
        /// Puts it away again.
        hide: "Tutup identitas", "Close it";
        /// Done.
        publish: "Untuk semua orang", "For everyone";
        /// What that is.
        publish_lead: "Bila jawabannya boleh dibaca umum, jadikan informasi publik: orang berikutnya tidak perlu meminta lagi. Periksa dulu apakah isinya memuat data pribadi.", "If everyone may read the answer, make it public information: the next one need not ask. Look first whether it holds personal data.";
        /// Begins the draft.
        publish_now: "Jadikan konsep informasi publik", "Make it a draft of public information";
        /// It was done before.
        publish_taken: "Sudah ada informasi publik dengan judul ini.", "There is public information of this title already.";
        /// Done.
        now_assigned: "Diserahkan. PPID perangkat daerah itu menjawabnya.", "Given to the agency's PPID, who will answer.";
        /// Done.
        now_extended: "Diperpanjang. Pemohon membaca alasannya.", "Extended. The applicant reads why.";
        /// Done.
        now_told: "Surat tercatat, dan pemohon dapat membacanya. Cetak dari bagian surat di bawah.", "The letter is in the register, and the applicant can read it. Print it from the letters below.";
        /// Done.
        now_delivered: "Penyerahan tercatat.", "The delivery is noted.";
        /// Done.
        now_decided: "Putusan tercatat, dan pemohon dapat membacanya.", "The decision is in the register, and the applicant can read it.";
        /// Leads to the form, and its name.
        enter: "Permohonan baru", "New request";
        /// What it is for.
        enter_lead: "Untuk permohonan yang datang lewat kunjungan, surat, atau telepon. Tulis dengan kata-kata pemohon, lalu berikan tanda terimanya.", "For what comes by visit, letter or telephone. Write it in the words of whoever asks, and give them the receipt.";
        /// Section.
        enter_office: "Asal permohonan", "Where it comes from";
        /// Field.
        enter_channel: "Datang lewat", "Came by";
        /// Field.
        enter_received: "Tanggal diterima kantor", "Day it reached the office";
        /// Hint.
        enter_received_hint: "Batas waktu dihitung dari hari ini.", "Deadlines are counted from this day.";
        /// Sends it.
        enter_send: "Daftarkan dan buat tanda terima", "Register and make the receipt";
        /// What to do with the receipt.
        enter_done: "Cetak atau bacakan tanda terima ini untuk pemohon. Rahasianya hanya ditampilkan sekali.", "Print or read this receipt out for whoever asks. Its secret is shown this one time.";
        /// Where the applicant follows it.
        enter_follow: "Jawabannya dapat dibaca di {address} dengan nomor dan rahasia di atas.", "The answer can be read at {address} with the number and the secret above.";
        /// Leads to the request.
        enter_open: "Buka permohonan", "Open the request";
        /// Another one.
        enter_another: "Masukkan permohonan lain", "Enter another one";
        /// The way it came in.
        channel: "Datang lewat", "Came by";
        /// Somebody was faster.
        moved: "Permohonan ini baru saja berubah. Ini yang terbaru.", "The request has just changed. This is how it is now.";
        /// Somebody was faster than an open form.
        moved_form: "Permohonan ini baru saja berubah. Tulisan Anda masih di sini; kirim lagi bila tetap berlaku.", "The request has just changed. What you wrote is still here; send it again if it still holds.";
        /// What is open is not possible any more.
        not_possible: "Ini tidak dapat dilakukan lagi pada permohonan ini. Salin tulisan yang masih Anda perlukan, lalu batalkan.", "This cannot be done with the request any more. Copy what you still need, then cancel.";
    }
}
