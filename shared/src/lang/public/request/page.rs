use crate::lang::{Lang, fill};
use crate::protection::RequestRetention;

/// Texts of the pages of requests for information, which the server alone writes.
pub struct RequestTexts {
    /// The page's title.
    pub title: &'static str,
    /// What it is for.
    pub lead: &'static str,
    /// Over the form of what a complaint leaves open that is to become a request.
    pub missing_lead: &'static str,
    /// Heading: who asks.
    pub who: &'static str,
    /// Why that is asked, and who sees it.
    pub who_lead: &'static str,
    /// How long it is kept.
    pub kept_for: &'static str,
    /// In the place of words that are gone.
    pub erased: &'static str,
    /// Field.
    pub kind: &'static str,
    /// Field.
    pub name: &'static str,
    /// Hint.
    pub name_hint: &'static str,
    /// Field.
    pub identity_number: &'static str,
    /// Hint.
    pub identity_hint: &'static str,
    /// Field.
    pub deed: &'static str,
    /// Hint.
    pub deed_hint: &'static str,
    /// Field.
    pub document: &'static str,
    /// Hint.
    pub document_hint: &'static str,
    /// Field.
    pub address: &'static str,
    /// Field.
    pub phone: &'static str,
    /// Field.
    pub email: &'static str,
    /// Hint: one of the two is needed.
    pub reach_hint: &'static str,
    /// Heading: what is asked for.
    pub which: &'static str,
    /// Field.
    pub what: &'static str,
    /// Hint.
    pub what_hint: &'static str,
    /// Field.
    pub purpose: &'static str,
    /// Heading: how it is to be had.
    pub how: &'static str,
    /// Field.
    pub obtain: &'static str,
    /// Field.
    pub send: &'static str,
    /// Button.
    pub submit: &'static str,
    /// Button, where what is public already is shown.
    pub submit_anyway: &'static str,
    /// Heading of a form that came back with what is public already.
    pub not_yet: &'static str,
    /// Heading over what is public already.
    pub offered: &'static str,
    /// What to do with it.
    pub offered_lead: &'static str,
    /// It did not get through.
    pub not_sent: &'static str,
    /// The form was sent before with other words.
    pub sent_before: &'static str,
    /// Heading: follows one that is registered.
    pub follow: &'static str,
    /// Button.
    pub look_up: &'static str,
    /// Heading of the receipt.
    pub registered: &'static str,
    /// What must be kept.
    pub keep: &'static str,
    /// The same where it was a complaint, whose receipt there is already.
    pub keep_own: &'static str,
    /// The number in the register.
    pub number: &'static str,
    /// The secret.
    pub secret: &'static str,
    /// Hint.
    pub secret_hint: &'static str,
    /// Button.
    pub open: &'static str,
    /// What the secret is for.
    pub shut_lead: &'static str,
    /// Number or secret do not fit.
    pub wrong: &'static str,
    /// Heading: what was asked for.
    pub yours: &'static str,
    /// Before a day.
    pub received_on: &'static str,
    /// Who has it.
    pub agency: &'static str,
    /// Heading.
    pub deadlines: &'static str,
    /// Before a day: by then at the latest.
    pub due_on: &'static str,
    /// Before a day: it was done then.
    pub met_on: &'static str,
    /// How many working days it is late.
    pub late: &'static str,
    /// The limits are not checked.
    pub unconfirmed: &'static str,
    /// Holidays may move a date.
    pub estimated: &'static str,
    /// It takes longer; the day follows.
    pub extended: &'static str,
    /// Heading.
    pub notices: &'static str,
    /// The letter's number.
    pub letter_number: &'static str,
    /// The letter's day.
    pub day: &'static str,
    /// Who holds it.
    pub holder: &'static str,
    /// What it rests on.
    pub article: &'static str,
    /// The consequence test it rests on.
    pub test: &'static str,
    /// What is blacked out.
    pub parts: &'static str,
    /// In which form it is given.
    pub form: &'static str,
    /// What it costs.
    pub cost: &'static str,
    /// It costs nothing.
    pub free: &'static str,
    /// More words.
    pub words: &'static str,
    /// Who signs.
    pub signed: &'static str,
    /// Button: the letter alone, to be printed.
    pub letter: &'static str,
    /// How it gets onto paper.
    pub to_paper: &'static str,
    /// The letter's subject.
    pub about: &'static str,
    /// Before the letter's subject.
    pub about_label: &'static str,
    /// Whom the letter is for.
    pub to: &'static str,
    /// What it answers.
    pub asked_on: &'static str,
    /// Until when one can object.
    pub right: &'static str,
    /// How it was handed over.
    pub delivered: &'static str,
    /// Heading: files of what is granted.
    pub files: &'static str,
    /// What becomes of them on a phone that is passed on.
    pub files_lead: &'static str,
    /// Button.
    pub download: &'static str,
    /// Something of it is black.
    pub in_part: &'static str,
    /// Opens the text of a file.
    pub read_here: &'static str,
    /// Heading.
    pub objections: &'static str,
    /// Before a day.
    pub filed_on: &'static str,
    /// It is not decided yet.
    pub waits: &'static str,
    /// By when it is answered anew; the day follows.
    pub anew: &'static str,
    /// Until when and where a dispute goes.
    pub dispute: &'static str,
    /// Heading: objects.
    pub object: &'static str,
    /// Who answers it.
    pub object_lead: &'static str,
    /// Field.
    pub ground: &'static str,
    /// Until when a ground can be used.
    pub until: &'static str,
    /// A ground that goes on.
    pub anytime: &'static str,
    /// Field.
    pub object_text: &'static str,
    /// Button.
    pub object_send: &'static str,
    /// It worked.
    pub objected: &'static str,
    /// The ground is not there any more.
    pub not_open: &'static str,
    /// Leads back on a phone that is passed on.
    pub close: &'static str,
    /// Leads to an empty form.
    pub another: &'static str,
}

const ID: RequestTexts = RequestTexts {
    title: "Permohonan informasi",
    lead: "Minta data atau dokumen dari pemerintah provinsi. Nomor pendaftaran langsung Anda terima.",
    missing_lead: "Aduan Anda akan didaftarkan sebagai permohonan informasi publik, dihitung sejak hari diterimanya. Yang \
                   sudah Anda tulis tidak perlu ditulis lagi; isian di bawah ini belum ada. PPID akan membaca siapa pemohonnya.",
    who: "Siapa yang meminta?",
    who_lead: "Undang-undang meminta identitas pemohon. Identitas disimpan tersegel dan hanya dibuka petugas dengan alasan yang dicatat.",
    kept_for: "Identitas dihapus {applicant} bulan, dan tulisan Anda {words} bulan, setelah permohonan selesai. Nomor, tanggal, dan hasilnya tetap di register.",
    erased: "Sudah dihapus karena masa simpannya berakhir atau atas permintaan.",
    kind: "Pemohon",
    name: "Nama",
    name_hint: "Nama Anda, atau nama badan yang meminta.",
    identity_number: "Nomor identitas",
    identity_hint: "Untuk perorangan, misalnya NIK.",
    deed: "Nomor akta atau pendaftaran badan",
    deed_hint: "Perlu diisi bila yang meminta adalah badan.",
    document: "Berkas identitas atau akta",
    document_hint: "Nomor atau berkasnya, salah satu cukup. Foto (JPEG, PNG, WebP) atau PDF, paling besar 5 MB. Disimpan tersegel seperti identitas lain. Bila ada isian yang perlu diperbaiki, pilih lagi berkasnya.",
    address: "Alamat",
    phone: "Nomor telepon",
    email: "Alamat email",
    reach_hint: "Isi telepon, email, atau keduanya.",
    which: "Informasi apa yang Anda perlukan?",
    what: "Informasi yang diminta",
    what_hint: "Sebutkan sejelas mungkin: jenis dokumen, tentang apa, tahun berapa.",
    purpose: "Tujuan penggunaan",
    how: "Bagaimana Anda ingin menerimanya?",
    obtain: "Cara memperoleh",
    send: "Cara menerima",
    submit: "Daftarkan permohonan",
    submit_anyway: "Kirim tetap",
    not_yet: "Belum didaftarkan",
    offered: "Mungkin sudah terbuka",
    offered_lead: "Informasi ini sudah dapat dibaca semua orang. Bila jawabannya ada di sini, Anda tidak perlu menunggu. \
                   Bila tidak, kirim permohonan Anda: yang sudah ditulis tetap ada di bawah.",
    not_sent: "Belum terkirim. Isian Anda tetap ada di sini, dan mengirim lagi tidak akan membuat permohonan ganda.",
    sent_before: "Formulir ini sudah pernah dikirim dengan isi lain, dan kiriman itu sudah kami terima. Bila Anda mengirim lagi, ini menjadi permohonan baru.",
    follow: "Sudah punya nomor?",
    look_up: "Cari",
    registered: "Permohonan Anda sudah terdaftar",
    keep: "Simpan nomor dan kode rahasia ini. Tanpa kode rahasia tidak ada yang dapat membukanya, termasuk Anda.",
    keep_own: "Simpan nomor ini. Kode rahasianya sama dengan kode rahasia aduan Anda: bukti lapor Anda tetap berlaku.",
    number: "Nomor pendaftaran",
    secret: "Kode rahasia",
    secret_hint: "26 huruf dan angka dari tanda terima.",
    open: "Buka permohonan",
    shut_lead: "Masukkan kode rahasia dari tanda terima.",
    wrong: "Nomor dan kode rahasia ini tidak cocok.",
    yours: "Permohonan Anda",
    received_on: "Diterima",
    agency: "Ditangani oleh",
    deadlines: "Batas waktu",
    due_on: "paling lambat",
    met_on: "selesai",
    late: "terlambat {n} hari kerja",
    unconfirmed: "Batas waktu ini belum dipastikan dengan aturan yang berlaku.",
    estimated: "Hari libur di antaranya masih perkiraan, jadi tanggalnya dapat bergeser.",
    extended: "Diperpanjang pada",
    notices: "Surat pemberitahuan",
    letter_number: "Nomor surat",
    day: "Tanggal",
    holder: "Dikuasai oleh",
    article: "Dasar hukum",
    test: "Uji konsekuensi",
    parts: "Bagian yang dihitamkan",
    form: "Bentuk",
    cost: "Biaya",
    free: "Tanpa biaya",
    words: "Keterangan",
    signed: "Ditandatangani oleh",
    letter: "Buka sebagai surat",
    to_paper: "Cetak halaman ini lewat menu peramban Anda.",
    about: "Pemberitahuan tertulis atas permohonan informasi {number}",
    about_label: "Hal",
    to: "Kepada pemohon informasi {number}",
    asked_on: "Surat ini menjawab permohonan Anda yang kami terima pada {day}:",
    right: "Bila tidak puas, Anda dapat mengajukan keberatan kepada atasan PPID paling lambat {day}.",
    delivered: "Diserahkan",
    files: "Berkas untuk Anda",
    files_lead: "Berkas yang diunduh tersimpan di perangkat ini. Di perangkat milik orang lain, hapus sesudah dibaca.",
    download: "Unduh",
    in_part: "sebagian dihitamkan",
    read_here: "Baca di sini:",
    objections: "Keberatan",
    filed_on: "Diajukan",
    waits: "Menunggu tanggapan atasan PPID.",
    anew: "Permohonan dijawab ulang paling lambat",
    dispute: "Bila tidak puas, Anda dapat mengajukan sengketa ke Komisi Informasi paling lambat {day}.",
    object: "Ajukan keberatan",
    object_lead: "Keberatan dijawab oleh atasan PPID.",
    ground: "Alasan keberatan",
    until: "sampai {day}",
    anytime: "selama keadaan itu berlangsung",
    object_text: "Penjelasan",
    object_send: "Kirim keberatan",
    objected: "Keberatan Anda sudah diterima.",
    not_open: "Alasan itu tidak dapat dipakai saat ini. Lihat keadaan permohonan di bawah.",
    close: "Tutup",
    another: "Buat permohonan lain",
};

const EN: RequestTexts = RequestTexts {
    title: "Request for information",
    lead: "Ask the provincial government for data or documents. You get a register number at once.",
    missing_lead: "Your complaint is going to be registered as a request for public information, counted from the day it was \
                   received. What you have written stays; only this is missing. The PPID will read who asks.",
    who: "Who asks?",
    who_lead: "The law asks who the applicant is. It is kept sealed, and officers open it only for a reason that is recorded.",
    kept_for: "Who you are is erased {applicant} months, and what you wrote {words} months, after the request has ended. Its number, days and outcome stay in the register.",
    erased: "Erased, at the end of its time or on request.",
    kind: "Applicant",
    name: "Name",
    name_hint: "Your name, or that of the body that asks.",
    identity_number: "Identity number",
    identity_hint: "For a person.",
    deed: "Number of the body's deed or registration",
    deed_hint: "Needed where a body asks.",
    document: "Document of identity, or deed",
    document_hint: "The number or the document itself: one is enough. A photo (JPEG, PNG, WebP) or a PDF of at most 5 MB. It is kept sealed, as the rest of who asks. If something needs another look, choose the file again.",
    address: "Address",
    phone: "Telephone number",
    email: "E-mail address",
    reach_hint: "Give a telephone number, an e-mail address, or both.",
    which: "What information do you need?",
    what: "Information asked for",
    what_hint: "Be as exact as you can: which document, about what, of which year.",
    purpose: "What it is for",
    how: "How would you like to have it?",
    obtain: "Form",
    send: "Delivery",
    submit: "Register the request",
    submit_anyway: "Send anyway",
    not_yet: "Not registered yet",
    offered: "This may be public already",
    offered_lead: "Everyone can read this now. If your answer is here, you need not wait. If it is not, send your request: what \
                   you have written is still below.",
    not_sent: "Not sent yet. What you filled in is still here, and sending again will not register it twice.",
    sent_before: "This form was sent before with other words, and that has arrived. If you send it again, it becomes a new request.",
    follow: "Do you have a number?",
    look_up: "Look up",
    registered: "Your request is registered",
    keep: "Keep this number and this secret. Without the secret nobody can open it, not even you.",
    keep_own: "Keep this number. The secret is your complaint's own: the receipt that you have stays valid.",
    number: "Register number",
    secret: "Secret",
    secret_hint: "26 letters and digits from your receipt.",
    open: "Open the request",
    shut_lead: "Enter the secret from your receipt.",
    wrong: "This number and this secret do not fit.",
    yours: "Your request",
    received_on: "Received",
    agency: "With",
    deadlines: "Deadlines",
    due_on: "by",
    met_on: "done",
    late: "{n} working days late",
    unconfirmed: "These limits are not yet checked against the law in force.",
    estimated: "Holidays on the way are not certain yet, so a date may move.",
    extended: "Extended on",
    notices: "Written notices",
    letter_number: "Letter number",
    day: "Date",
    holder: "Held by",
    article: "Legal basis",
    test: "Consequence test",
    parts: "Parts blacked out",
    form: "Form",
    cost: "Cost",
    free: "Free of charge",
    words: "Remarks",
    signed: "Signed by",
    letter: "Open as a letter",
    to_paper: "Print this page from your browser's menu.",
    about: "Written notice on information request {number}",
    about_label: "Subject",
    to: "To the applicant of information request {number}",
    asked_on: "This letter answers your request, which we received on {day}:",
    right: "If you disagree, you may object to the PPID's superior by {day}.",
    delivered: "Delivered",
    files: "Files for you",
    files_lead: "What you download stays on this device. On somebody else's, delete it after reading.",
    download: "Download",
    in_part: "parts are blacked out",
    read_here: "Read here:",
    objections: "Objections",
    filed_on: "Filed",
    waits: "Waiting for the answer of the PPID's superior.",
    anew: "The request is answered anew by",
    dispute: "If you disagree, you may bring a dispute before the Komisi Informasi by {day}.",
    object: "Object",
    object_lead: "The PPID's superior answers an objection.",
    ground: "Ground",
    until: "until {day}",
    anytime: "for as long as it goes on",
    object_text: "Explanation",
    object_send: "Send the objection",
    objected: "Your objection has arrived.",
    not_open: "That ground cannot be used now. See below how the request stands.",
    close: "Close",
    another: "Make another request",
};

impl Lang {
    /// How long what an applicant writes is kept.
    pub fn request_kept_for(self, retention: RequestRetention) -> String {
        let [applicant, words] =
            [retention.applicant_months, retention.words_months].map(|months| months.to_string());
        fill(self.request().kept_for, &[("applicant", &applicant), ("words", &words)])
    }

    /// Texts of the pages of requests for information.
    pub const fn request(self) -> &'static RequestTexts {
        match self {
            Self::Id => &ID,
            Self::En => &EN,
        }
    }
}
