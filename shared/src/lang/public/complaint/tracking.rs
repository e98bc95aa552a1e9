use crate::complaint::{EntryKind, PublicPhoto, Support};
use crate::lang::table::{reached_by, table};
use crate::lang::{Lang, fill};

table! {
/// Texts of tracking.
pub struct TrackingTexts {
    /// Heading of the page where a code is entered.
    pub heading: &'static str,
    /// What to do there.
    pub lead: &'static str,
    /// Label of the code.
    pub code: &'static str,
    /// Its hint.
    pub code_hint: &'static str,
    /// Looks it up.
    pub look_up: &'static str,
    /// For those who lost the code.
    pub lost: &'static str,
    /// Heading over one complaint; its code follows.
    pub case: &'static str,
    /// No such code.
    pub unknown: &'static str,
    /// Another code.
    pub other_code: &'static str,
    /// Heading of the progress.
    pub progress: &'static str,
    /// Where it stands; for screen readers.
    pub current: &'static str,
    /// A step that is done; for screen readers.
    pub done: &'static str,
    /// Since when.
    pub since: &'static str,
    /// Heading of what comes next.
    pub next: &'static str,
    /// Nothing more is due.
    pub nothing_due: &'static str,
    /// Heading of the story.
    pub story: &'static str,
    /// Heading of the reporter's part.
    pub own: &'static str,
    /// Over what everyone reads.
    pub public: &'static str,
    /// A photo where nobody has said what is seen in it.
    pub photo: &'static str,
    /// Added where parts of it are covered.
    pub photo_covered: &'static str,
    /// Says "I have this too".
    pub support: &'static str,
    /// Takes that back.
    pub support_back: &'static str,
    /// Shares the page.
    pub share: &'static str,
    /// Opens the form of following.
    pub follow: &'static str,
    /// What following is.
    pub follow_lead: &'static str,
    /// Sends it.
    pub follow_send: &'static str,
    /// What is to be done then.
    pub follow_sent: &'static str,
    /// The page's address was copied.
    pub shared: &'static str,
    /// Heading where the secret is entered.
    pub own_closed: &'static str,
    /// What the secret opens.
    pub own_closed_lead: &'static str,
    /// Label of the secret.
    pub secret: &'static str,
    /// Its hint.
    pub secret_hint: &'static str,
    /// Opens the reporter's part.
    pub open: &'static str,
    /// Shuts it again.
    pub close: &'static str,
    /// The wrong secret.
    pub wrong_secret: &'static str,
    /// Day of receipt.
    pub received_on: &'static str,
    /// Why it was archived.
    pub archived: &'static str,
    /// Before the code of the one that goes on.
    pub merged_into: &'static str,
    /// It is to become a request for information: what is asked for then.
    pub request_lead: &'static str,
    /// Opens the form of what is missing.
    pub request_fill: &'static str,
    /// The number of the request that it has become follows.
    pub request_became: &'static str,
    /// Opens the request.
    pub request_open: &'static str,
    /// Label of the agency.
    pub agency: &'static str,
    /// Day it happened.
    pub event_date: &'static str,
    /// The place.
    pub place: &'static str,
    /// How it is protected.
    pub protection: &'static str,
    /// Sealed.
    pub sealed: &'static str,
    /// Anonymous.
    pub anonymous: &'static str,
    /// Not anonymous.
    pub named: &'static str,
    /// Confidential.
    pub confidential: &'static str,
    /// An identity is kept.
    pub identified: &'static str,
    /// Saves a file; its name follows, unseen.
    pub save_file: &'static str,
    /// Heading of the reply box.
    pub message: &'static str,
    /// Its label.
    pub message_label: &'static str,
    /// Its hint.
    pub message_hint: &'static str,
    /// Sends it.
    pub send_message: &'static str,
    /// Heading where something is asked for.
    pub complete: &'static str,
    /// What to do there.
    pub complete_lead: &'static str,
    /// Label of what is added.
    pub complete_label: &'static str,
    /// Sends it.
    pub send_complete: &'static str,
    /// Sent.
    pub sent: &'static str,
    /// That the page's last message has arrived, and this one is another.
    pub sent_before: &'static str,
    /// Heading of the answer's fate.
    pub judge: &'static str,
    /// Chooses to accept.
    pub accept: &'static str,
    /// What accepting does.
    pub accept_hint: &'static str,
    /// Label of the stars.
    pub stars: &'static str,
    /// Label of the words beside them.
    pub words: &'static str,
    /// Accepts.
    pub send_accept: &'static str,
    /// Chooses to refuse.
    pub refuse: &'static str,
    /// What refusing does.
    pub refuse_hint: &'static str,
    /// Label of the reason.
    pub refuse_reason: &'static str,
    /// Refuses.
    pub send_refuse: &'static str,
    /// Offers to withdraw.
    pub withdraw: &'static str,
    /// What withdrawing does.
    pub withdraw_lead: &'static str,
    /// Label of the reason.
    pub withdraw_reason: &'static str,
    /// Withdraws.
    pub send_withdraw: &'static str,
    /// Keeps the complaint.
    pub keep: &'static str,
    /// That the page follows by itself.
    pub live: &'static str,
    /// Done; the met date follows.
    pub met_on: &'static str,
    /// The clock stands still.
    pub paused: &'static str,
    /// The date has passed.
    pub overdue: &'static str,
    /// The start of the limit is still open.
    pub not_started: &'static str,
    /// Limits that nobody has checked against the regulation in force.
    pub unconfirmed: &'static str,
    /// The same in a word, beside a date.
    pub unconfirmed_mark: &'static str,
    /// Holidays on the way are estimates.
    pub estimated: &'static str,
    /// The same in a word, beside a date.
    pub estimated_mark: &'static str,
    /// No holidays are known for a year on the way.
    pub no_data: &'static str,
}
}

const ID: TrackingTexts = TrackingTexts {
    heading: "Lacak aduan",
    lead: "Masukkan kode lacak dari bukti lapor Anda.",
    code: "Kode lacak",
    code_hint: "Sepuluh huruf dan angka, misalnya ABC-DEF-GHJ-K.",
    look_up: "Lacak",
    lost: "Kode hilang? Demi keamanan kami tidak dapat mencarikannya. Sampaikan aduan lagi, atau hubungi saluran lain di bawah halaman ini.",
    case: "Aduan",
    unknown: "Tidak ada aduan dengan kode ini. Periksa lagi bukti lapor Anda.",
    other_code: "Lacak kode lain",
    progress: "Sampai mana",
    current: "Sekarang di sini:",
    done: "Sudah:",
    since: "sejak",
    next: "Batas waktu",
    nothing_due: "Tidak ada lagi yang ditunggu.",
    story: "Riwayat",
    own: "Aduan saya",
    public: "Yang dibaca umum",
    photo: "Foto {n} dari {all}",
    photo_covered: "{what}, sebagian dihitamkan",
    support: "Saya juga mengalaminya",
    support_back: "Batalkan",
    share: "Bagikan",
    follow: "Ikuti lewat email",
    follow_lead: "Kabar setiap kali tahapnya berubah. Alamat Anda disimpan tersegel dan dapat dihapus kapan saja.",
    follow_send: "Kirim konfirmasi",
    follow_sent: "Buka surat yang kami kirim, lalu setujui tautannya.",
    shared: "Alamatnya sudah disalin.",
    own_closed: "Ini aduan Anda?",
    own_closed_lead: "Dengan kode rahasia Anda dapat membaca isi dan jawaban, menambahkan keterangan, atau mencabut aduan.",
    secret: "Kode rahasia",
    secret_hint: "26 huruf dan angka dari bukti lapor.",
    open: "Buka",
    close: "Tutup aduan saya",
    wrong_secret: "Kode rahasia ini tidak cocok dengan kode lacaknya.",
    received_on: "Diterima",
    archived: "Alasan diarsipkan",
    merged_into: "Kelanjutannya ada pada aduan",
    request_lead: "Yang Anda minta dapat didaftarkan sebagai permohonan informasi publik, dihitung sejak hari aduan ini \
                   diterima. Undang-undang meminta beberapa isian lagi, termasuk siapa pemohonnya. Tanpa itu, ini tetap aduan.",
    request_fill: "Isi yang masih kurang",
    request_became: "Kelanjutannya ada pada permohonan informasi",
    request_open: "Buka permohonan: tenggat, surat, keberatan",
    agency: "Ditangani oleh",
    event_date: "Tanggal kejadian",
    place: "Tempat",
    protection: "Perlindungan",
    sealed: "Disegel untuk inspektorat",
    anonymous: "Nama disembunyikan",
    named: "Nama boleh dilihat kantor yang menangani",
    confidential: "Isi dirahasiakan",
    identified: "Identitas tersimpan tersegel",
    save_file: "Unduh",
    message: "Tambahkan keterangan",
    message_label: "Pesan untuk petugas",
    message_hint: "Pesan ini dibaca oleh petugas yang menangani aduan Anda.",
    send_message: "Kirim pesan",
    complete: "Lengkapi aduan",
    complete_lead: "Petugas memerlukan keterangan lebih. Jawab di sini supaya aduan Anda dilanjutkan.",
    complete_label: "Keterangan yang diminta",
    send_complete: "Kirim kelengkapan",
    sent: "Terkirim.",
    sent_before: "Pesan Anda sebelumnya dari halaman ini sudah kami terima. Bila Anda mengirim lagi, ini menjadi pesan baru.",
    judge: "Apakah jawaban ini menyelesaikan aduan Anda?",
    accept: "Ya, terima jawaban",
    accept_hint: "Aduan selesai.",
    stars: "Nilai",
    words: "Kesan Anda",
    send_accept: "Terima jawaban",
    refuse: "Belum, tolak jawaban",
    refuse_hint: "Aduan dikerjakan lagi.",
    refuse_reason: "Apa yang belum selesai?",
    send_refuse: "Tolak jawaban",
    withdraw: "Cabut aduan",
    withdraw_lead: "Aduan yang dicabut tidak dikerjakan lagi dan tidak dapat dibuka kembali.",
    withdraw_reason: "Alasan",
    send_withdraw: "Ya, cabut aduan ini",
    keep: "Tidak jadi",
    live: "Halaman ini memperbarui diri.",
    met_on: "selesai",
    paused: "Waktu berhenti selama menunggu kelengkapan.",
    overdue: "lewat batas",
    not_started: "dihitung sejak diteruskan ke kantor yang menangani",
    unconfirmed: "Batas waktu ini menurut aturan 2018 dan belum dipastikan dengan aturan terbaru.",
    unconfirmed_mark: "belum dipastikan",
    estimated: "Hari libur di antaranya masih perkiraan, jadi tanggalnya dapat bergeser.",
    estimated_mark: "perkiraan",
    no_data: "Hari libur tahun itu belum diketahui; hanya Sabtu dan Minggu yang dihitung libur.",
};

const EN: TrackingTexts = TrackingTexts {
    heading: "Track a complaint",
    lead: "Enter the tracking code from your receipt.",
    code: "Tracking code",
    code_hint: "Ten letters and digits, such as ABC-DEF-GHJ-K.",
    look_up: "Track",
    lost: "Lost the code? For safety we cannot look it up for you. File again, or use another channel at the foot of this page.",
    case: "Complaint",
    unknown: "There is no complaint under this code. Please check your receipt.",
    other_code: "Track another code",
    progress: "How far it is",
    current: "Now here:",
    done: "Done:",
    since: "since",
    next: "Deadlines",
    nothing_due: "Nothing more is due.",
    story: "History",
    own: "My complaint",
    public: "What everyone reads",
    photo: "Photo {n} of {all}",
    photo_covered: "{what}, partly blacked out",
    support: "I have this too",
    support_back: "Take that back",
    share: "Share",
    follow: "Follow by e-mail",
    follow_lead: "News whenever it moves on. Your address is kept sealed, and erased when you say so.",
    follow_send: "Send a confirmation",
    follow_sent: "Open the mail that we sent, and agree by its link.",
    shared: "The address is copied.",
    own_closed: "Is this yours?",
    own_closed_lead: "With the secret you can read the content and the answers, add to it, or withdraw it.",
    secret: "Secret",
    secret_hint: "26 letters and digits from your receipt.",
    open: "Open",
    close: "Close my complaint",
    wrong_secret: "This secret does not fit the tracking code.",
    received_on: "Received",
    archived: "Why it was archived",
    merged_into: "It goes on as complaint",
    request_lead: "What you ask for can be registered as a request for public information, counted from the day this was \
                   received. The law asks for a little more, and who asks is part of it. Without that this stays a complaint.",
    request_fill: "Fill in what is missing",
    request_became: "It goes on as request for information",
    request_open: "Open the request: days, letters, objection",
    agency: "Handled by",
    event_date: "Date it happened",
    place: "Place",
    protection: "Protection",
    sealed: "Sealed for the inspectorate",
    anonymous: "Name hidden",
    named: "The office that handles it may see the name",
    confidential: "Content confidential",
    identified: "An identity is kept, sealed",
    save_file: "Download",
    message: "Add to it",
    message_label: "Message to the office",
    message_hint: "It is read by the officers who handle your complaint.",
    send_message: "Send message",
    complete: "Complete your complaint",
    complete_lead: "The office needs to know more. Answer here so that your complaint goes on.",
    complete_label: "What was asked for",
    send_complete: "Send",
    sent: "Sent.",
    sent_before: "Your last message from this page has arrived. If you send this again, it becomes a new message.",
    judge: "Does this answer settle your complaint?",
    accept: "Yes, accept the answer",
    accept_hint: "The complaint is closed.",
    stars: "Rating",
    words: "In your words",
    send_accept: "Accept the answer",
    refuse: "Not yet, refuse the answer",
    refuse_hint: "Work on it goes on.",
    refuse_reason: "What is not settled?",
    send_refuse: "Refuse the answer",
    withdraw: "Withdraw the complaint",
    withdraw_lead: "A withdrawn complaint is not worked on any more and cannot be reopened.",
    withdraw_reason: "Reason",
    send_withdraw: "Yes, withdraw it",
    keep: "Keep it",
    live: "This page keeps itself up to date.",
    met_on: "done",
    paused: "The clock stands still while details are awaited.",
    overdue: "overdue",
    not_started: "counted from when it is forwarded to the office that handles it",
    unconfirmed: "These limits are those of 2018 and not yet checked against the latest regulation.",
    unconfirmed_mark: "unconfirmed",
    estimated: "Holidays on the way are still estimates, so the date may move.",
    estimated_mark: "estimate",
    no_data: "That year's holidays are not known yet; only weekends were left out.",
};

reached_by! {
    /// Texts of tracking.
    tracking: TrackingTexts
}

impl Lang {
    /// What a photo of a published complaint shows, by its place among them, from 0.
    pub fn photo(self, photo: &PublicPhoto, place: usize, all: usize) -> String {
        let texts = self.tracking();
        let numbers = [("n", &*(place + 1).to_string()), ("all", &*all.to_string())];
        let what = photo.words.clone().unwrap_or_else(|| fill(texts.photo, &numbers));
        if photo.covered == 0 { what } else { fill(texts.photo_covered, &[("what", &what)]) }
    }

    /// How many have this, too.
    pub fn support(self, support: Support) -> String {
        let Support { count, is_mine, .. } = support;
        let others = count.saturating_sub(u32::from(is_mine));
        let text = match (is_mine, others) {
            (false, 0) => self.pick(
                "Belum ada yang menyatakan mengalaminya juga.",
                "Nobody has said yet that they have this too.",
            ),
            (false, 1) => self.pick("1 orang juga mengalaminya.", "1 person has this too."),
            (false, _) => self.pick("{n} orang juga mengalaminya.", "{n} people have this too."),
            (true, 0) => self.pick("Anda juga mengalaminya.", "You have this too."),
            (true, _) => {
                self.pick("Anda dan {n} orang lain juga mengalaminya.", "You and {n} others have this too.")
            }
        };
        fill(text, &[("n", &others.to_string())])
    }

    /// What happened, as a line of a complaint's story.
    pub const fn entry(self, kind: EntryKind) -> &'static str {
        match kind {
            EntryKind::Received => self.pick("Aduan diterima", "Complaint received"),
            EntryKind::Verified => {
                self.pick("Diperiksa dan dinyatakan lengkap", "Checked and found complete")
            }
            EntryKind::Postponed => self.pick("Ditunda, menunggu kelengkapan", "Postponed, details awaited"),
            EntryKind::Resumed => self.pick("Dilanjutkan", "Taken up again"),
            EntryKind::Disposed => {
                self.pick("Diteruskan ke kantor yang menangani", "Forwarded to the office that handles it")
            }
            EntryKind::Returned => {
                self.pick("Dikembalikan: bukan wewenang kantor itu", "Returned: not that office's business")
            }
            EntryKind::Begun => self.pick("Mulai ditindaklanjuti", "Follow-up has begun"),
            EntryKind::Answered => self.pick("Ditanggapi", "Answered"),
            EntryKind::Accepted => self.pick("Pelapor menerima jawaban", "The reporter accepted the answer"),
            EntryKind::Refused => self.pick("Pelapor menolak jawaban", "The reporter refused the answer"),
            EntryKind::ClosedByTime => {
                self.pick("Selesai: tidak ada tanggapan dalam batas waktu", "Closed: no reply in time")
            }
            EntryKind::Reopened => self.pick("Dibuka kembali setelah diperiksa", "Reopened after a check"),
            EntryKind::Withdrawn => self.pick("Dicabut oleh pelapor", "Withdrawn by the reporter"),
            EntryKind::Archived => self.pick("Diarsipkan", "Archived"),
            EntryKind::MessageFromReporter => self.pick("Pesan dari pelapor", "Message from the reporter"),
            EntryKind::MessageToReporter => self.pick("Pesan dari petugas", "Message from the office"),
        }
    }

    /// A limit: so many working days.
    pub fn working_days(self, days: u32) -> String {
        let unit = if days == 1 {
            self.pick(" hari kerja", " working day")
        } else {
            self.pick(" hari kerja", " working days")
        };
        [&days.to_string(), unit].concat()
    }

    /// Until when an answer may be accepted or refused; the day is written out.
    pub fn reply_until(self, day: &str) -> String {
        let before = self.pick("Dapat dijawab sampai ", "You can reply until ");
        let after = self
            .pick(". Tanpa tanggapan, aduan dianggap selesai.", ". Without a reply the complaint is closed.");
        [before, day, after].concat()
    }

    /// So many stars.
    pub fn stars(self, stars: u8) -> String {
        let unit = if stars == 1 { self.pick(" bintang", " star") } else { self.pick(" bintang", " stars") };
        [&stars.to_string(), unit].concat()
    }
}
