use crate::lang::Lang;
use crate::lang::table::table;
use crate::regulation::Kind;

table! {
/// Texts of the guide. `{n}` and the like stand for values, `{link}` for a link.
pub struct GuideTexts {
    /// The page's title.
    pub title: &'static str,
    /// What it tells, in one sentence.
    pub lead: &'static str,
    /// Name of the table of contents.
    pub contents: &'static str,

    /// Heading: filing on this site.
    pub here: &'static str,
    /// What it takes.
    pub here_lead: &'static str,
    /// The steps.
    pub here_steps: [&'static str; 6],

    /// Heading: filing through the national service.
    pub lapor: &'static str,
    /// What that is.
    pub lapor_lead: &'static str,
    /// Heading: by web.
    pub lapor_web: &'static str,
    /// The steps.
    pub lapor_web_steps: [&'static str; 4],
    /// Heading: by text message.
    pub lapor_sms: &'static str,
    /// The steps.
    pub lapor_sms_steps: [&'static str; 3],
    /// Heading: by the app.
    pub lapor_app: &'static str,
    /// The steps.
    pub lapor_app_steps: [&'static str; 3],
    /// Who decides about those steps.
    pub lapor_note: &'static str,

    /// Heading: what happens then.
    pub then: &'static str,
    /// How days are counted.
    pub then_lead: &'static str,
    /// The first step: name, and what it brings.
    pub received: [&'static str; 2],
    /// Verification and disposition.
    pub verified: [&'static str; 2],
    /// Its limit.
    pub verified_limit: &'static str,
    /// The agency's first follow-up.
    pub followed_up: [&'static str; 2],
    /// Its limit.
    pub followed_up_limit: &'static str,
    /// The answer.
    pub answered: [&'static str; 2],
    /// The limit of one kind.
    pub done_limit: &'static str,
    /// The reporter's judgement.
    pub judged: [&'static str; 2],
    /// Its limit.
    pub judged_limit: &'static str,
    /// What happens where details are missing.
    pub postponed: &'static str,
    /// That clocks stand still meanwhile.
    pub postponed_pause: &'static str,
    /// Behind what nobody has checked.
    pub unconfirmed: &'static str,
    /// Which rules apply, and since when.
    pub profile: &'static str,
    /// That they are not checked.
    pub profile_unconfirmed: &'static str,

    /// Heading: where to turn.
    pub silence: &'static str,
    /// What can be done.
    pub silence_ways: [&'static str; 5],

    /// Heading: other channels.
    pub channels: &'static str,
    /// The office itself.
    pub office: &'static str,

    /// Heading: personal data.
    pub privacy: &'static str,
    /// What is done with it.
    pub privacy_rules: [&'static str; 7],
}
}

const ID: GuideTexts = GuideTexts {
    title: "Panduan mengadu",
    lead: "Cara menyampaikan aduan, apa yang terjadi sesudahnya, dan ke mana bila tidak ada kabar.",
    contents: "Isi panduan",

    here: "Mengadu di situs ini",
    here_lead: "Tanpa akun, kira-kira lima menit.",
    here_steps: [
        "Buka {link} dan pilih: pengaduan, aspirasi, atau permintaan informasi.",
        "Ceritakan apa yang terjadi, kapan, dan di mana.",
        "Pilih bidangnya dari {n} bidang urusan. Bila ragu, pilih “Saya tidak tahu”.",
        "Tambahkan foto atau dokumen bila ada.",
        "Tentukan apakah nama Anda dan isi aduan disembunyikan. Nama tersembunyi sejak awal.",
        "Periksa, kirim, lalu simpan bukti lapor: kode lacak dan kode rahasia. Kode rahasia tidak dapat diberikan lagi.",
    ],

    lapor: "Mengadu lewat SP4N-LAPOR!",
    lapor_lead: "SP4N-LAPOR! adalah layanan pengaduan nasional. Situs ini mendampinginya; cukup pilih salah satu.",
    lapor_web: "Lewat web",
    lapor_web_steps: [
        "Buka {link} dan pilih: pengaduan, aspirasi, atau permintaan informasi.",
        "Isi judul, uraian, tanggal dan tempat kejadian, kategori, serta instansi tujuan bila Anda tahu.",
        "Lampirkan foto atau dokumen bila ada. Pilih anonim atau rahasia bila perlu.",
        "Kirim, lalu catat nomor laporannya untuk memantau.",
    ],
    lapor_sms: "Lewat SMS",
    lapor_sms_steps: [
        "Tulis apa yang terjadi, di mana, dan kapan.",
        "Kirim ke {link}.",
        "Bila ada SMS balasan, simpan dan ikuti petunjuknya.",
    ],
    lapor_app: "Lewat aplikasi",
    lapor_app_steps: [
        "Pasang aplikasi SP4N-LAPOR! dari toko aplikasi HP Anda.",
        "Isi laporan seperti di web.",
        "Catat nomor laporannya untuk memantau.",
    ],
    lapor_note: "Langkah di SP4N-LAPOR! ditentukan oleh pengelolanya dan dapat berubah.",

    then: "Apa yang terjadi sesudahnya",
    then_lead: "Batas waktu dihitung dalam hari kerja: Senin sampai Jumat, tanpa hari libur dan cuti bersama. Hari pertama adalah hari kerja berikutnya.",
    received: ["Diterima.", "Anda langsung mendapat bukti lapor."],
    verified: [
        "Diperiksa dan diteruskan.",
        "Koordinator meneruskannya kepada Perangkat Daerah yang berwenang.",
    ],
    verified_limit: "Paling lama {days} sejak diterima",
    followed_up: ["Mulai ditindaklanjuti.", "Perangkat Daerah mengerjakannya."],
    followed_up_limit: "Paling lama {days} sejak diteruskan",
    answered: ["Dijawab dan selesai.", "Batasnya bergantung pada jenisnya, sejak diterima:"],
    done_limit: "{name}: {days}",
    judged: [
        "Anda yang menilai.",
        "Terima jawabannya, atau tolak bila belum beres. Tanpa tanggapan, aduan dianggap selesai.",
    ],
    judged_limit: "{days} sejak dijawab",
    postponed: "Bila datanya kurang, aduan ditunda sampai Anda melengkapinya.",
    postponed_pause: "Selama itu batas waktunya berhenti",
    unconfirmed: "belum dipastikan",
    profile: "Aturan yang dipakai: {name}, untuk aduan sejak {day}.",
    profile_unconfirmed: "Batas waktunya belum dipastikan dengan aturan terbaru.",

    silence: "Bila tidak ada kabar",
    silence_ways: [
        "Buka {link} dan masukkan kode Anda: di sana ada tahap dan batas waktunya.",
        "Dengan kode rahasia Anda dapat menulis kepada petugas, atau menolak jawaban yang belum beres.",
        "Sudah lewat batas waktu? Sampaikan juga lewat SP4N-LAPOR! dan sebutkan kode lacaknya.",
        "Tentang pelanggaran oleh pejabat atau petugas: jawab “Ya” pada pertanyaan itu di formulir. Aduan disegel, dan hanya inspektorat provinsi yang membacanya.",
        "Permintaan informasi ditolak atau tidak dijawab: ajukan keberatan kepada atasan PPID. Setelah itu Anda dapat membawanya ke Komisi Informasi (UU 14/2008, pasal 35–37).",
    ],

    channels: "Saluran lain",
    office: "Surat atau datang langsung",

    privacy: "Data Anda",
    privacy_rules: [
        "Nama, nomor telepon, dan email boleh dikosongkan. Yang Anda isi disimpan tersegel, terpisah dari aduan.",
        "Kantor yang menangani dan masyarakat tidak melihat siapa Anda, kecuali Anda memilih lain.",
        "Isi aduan baru diumumkan setelah diperiksa. Bila Anda merahasiakannya, tidak pernah diumumkan.",
        "Keterangan tersembunyi di dalam foto, seperti lokasi dan jenis HP, dihapus.",
        "Jangan menulis NIK atau nomor telepon di judul dan uraian.",
        "Siapa pun yang memegang kode rahasia dapat membaca dan mencabut aduan. Jangan dibagikan.",
        "Tidak ada pelacak dan tidak ada iklan di situs ini.",
    ],
};

const EN: GuideTexts = GuideTexts {
    title: "How to complain",
    lead: "How to file a complaint, what happens then, and where to turn if nothing does.",
    contents: "What is in this guide",

    here: "Complaining on this site",
    here_lead: "Without an account, in about five minutes.",
    here_steps: [
        "Open {link} and choose: complaint, aspiration or information request.",
        "Tell what happened, when and where.",
        "Choose one of {n} sectors. If in doubt, choose “I don't know”.",
        "Add photos or documents if you have any.",
        "Decide whether your name and the content are hidden. Your name is, to begin with.",
        "Check, send, and keep the receipt: tracking code and secret. The secret cannot be given again.",
    ],

    lapor: "Complaining through SP4N-LAPOR!",
    lapor_lead: "SP4N-LAPOR! is the national complaint service. This site is its companion; one of them is enough.",
    lapor_web: "On the web",
    lapor_web_steps: [
        "Open {link} and choose: complaint, aspiration or information request.",
        "Fill in title, description, date and place, category, and the agency if you know it.",
        "Attach photos or documents if you have any. Choose anonymous or confidential if you need to.",
        "Send, and note the report's number to follow it.",
    ],
    lapor_sms: "By text message",
    lapor_sms_steps: [
        "Write what happened, where and when.",
        "Send it to {link}.",
        "If a message comes back, keep it and do as it says.",
    ],
    lapor_app: "In the app",
    lapor_app_steps: [
        "Install the SP4N-LAPOR! app from your phone's app store.",
        "Fill in the report as on the web.",
        "Note the report's number to follow it.",
    ],
    lapor_note: "The steps in SP4N-LAPOR! are up to those who run it, and may change.",

    then: "What happens then",
    then_lead: "Limits are in working days: Monday to Friday, without public holidays and joint leave. Day one is the next working day.",
    received: ["Received.", "You get a receipt at once."],
    verified: ["Checked and forwarded.", "The coordinator passes it on to the agency in charge."],
    verified_limit: "At most {days} from receipt",
    followed_up: ["Follow-up begins.", "The agency works on it."],
    followed_up_limit: "At most {days} from forwarding",
    answered: ["Answered and done.", "The limit depends on the kind, from receipt:"],
    done_limit: "{name}: {days}",
    judged: [
        "You decide.",
        "Accept the answer, or refuse it if the problem is not solved. Without a reply it is closed.",
    ],
    judged_limit: "{days} from the answer",
    postponed: "If details are missing, the complaint is postponed until you complete it.",
    postponed_pause: "Its clock stands still meanwhile",
    unconfirmed: "unconfirmed",
    profile: "Rules applied: {name}, for complaints since {day}.",
    profile_unconfirmed: "The limits are not yet checked against the latest regulation.",

    silence: "If nothing happens",
    silence_ways: [
        "Open {link} and enter your code: it shows the stage and its limits.",
        "With the secret you can write to the office, or refuse an answer that solves nothing.",
        "Past the limit? File it through SP4N-LAPOR! as well, and name the tracking code.",
        "About abuse by officials: answer “Yes” to that question in the form. The complaint is sealed, and only the provincial inspectorate reads it.",
        "Information request refused or unanswered: object to the PPID's superior, and after that take the dispute to the Komisi Informasi (UU 14/2008, articles 35–37).",
    ],

    channels: "Other channels",
    office: "By letter or in person",

    privacy: "Your data",
    privacy_rules: [
        "Name, telephone number and email may stay empty. What you give is kept sealed, apart from the complaint.",
        "Neither the office that handles it nor the public sees who you are, unless you choose otherwise.",
        "The content is published only after a check. If you keep it confidential, it never is.",
        "What is hidden in a photo, such as its place and the phone's model, is removed.",
        "Do not write identity or telephone numbers in the title and the description.",
        "Whoever holds the secret can read and withdraw the complaint. Do not share it.",
        "Nothing on this site tracks you, and there are no advertisements.",
    ],
};

impl Lang {
    /// Texts of the guide.
    pub const fn guide(self) -> &'static GuideTexts {
        match self {
            Self::Id => &ID,
            Self::En => &EN,
        }
    }

    /// A kind of submission with a limit of its own.
    pub const fn kind(self, kind: Kind) -> &'static str {
        match kind {
            Kind::Complaint => self.pick("Pengaduan", "Complaint"),
            Kind::Supervisory => {
                self.pick("Pengaduan tentang pelanggaran pejabat", "Complaint about abuse by officials")
            }
            Kind::Aspiration => self.pick("Aspirasi", "Aspiration"),
            Kind::InformationRequest => self.pick("Permintaan informasi", "Information request"),
        }
    }
}
