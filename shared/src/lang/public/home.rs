use crate::lang::table::{reached_by, table};

table! {
/// Texts of the first page. `{n}` and the like stand for values.
pub struct HomeTexts {
    /// The page's title.
    pub title: &'static str,
    /// What this is, in one sentence.
    pub lead: &'static str,
    /// What search engines say of the site.
    pub description: &'static str,

    /// Heading of the first way on.
    pub file: &'static str,
    /// What it is about.
    pub file_note: &'static str,
    /// Leads to the form.
    pub file_button: &'static str,

    /// Heading of the second way on.
    pub track: &'static str,
    /// What it is about.
    pub track_note: &'static str,
    /// Label of the code's field.
    pub code: &'static str,
    /// What a code looks like.
    pub code_example: &'static str,
    /// Leads to the complaint.
    pub track_button: &'static str,

    /// Heading of the third way on.
    pub recap: &'static str,
    /// How many still wait.
    pub recap_note: &'static str,
    /// Leads to the recap.
    pub recap_button: &'static str,

    /// Heading of the other channels.
    pub channels: &'static str,
    /// Heading of what happens to a complaint.
    pub steps: &'static str,
    /// First step.
    pub step_file: &'static str,
    /// What it brings.
    pub step_file_note: &'static str,
    /// Second step.
    pub step_verify: &'static str,
    /// What it brings.
    pub step_verify_note: &'static str,
    /// Third step.
    pub step_follow_up: &'static str,
    /// What it brings.
    pub step_follow_up_note: &'static str,
    /// Fourth step.
    pub step_close: &'static str,
    /// What it brings.
    pub step_close_note: &'static str,
}
}

const ID: HomeTexts = HomeTexts {
    title: "Sampaikan, pantau, lihat hasilnya",
    lead: "Tanpa akun, dan nama Anda boleh dirahasiakan.",
    description: "Sampaikan aduan kepada pemerintah provinsi, lacak tindak lanjutnya, dan lihat rekap yang terbuka untuk semua orang.",

    file: "Ada masalah?",
    file_note: "Jalan rusak, layanan buruk, bantuan yang tidak sampai.",
    file_button: "Sampaikan aduan",

    track: "Lacak aduan Anda",
    track_note: "Lihat tahapnya dan apa yang terjadi selanjutnya.",
    code: "Kode aduan",
    code_example: "Kode, seperti ABC-DEF-GHJ-K",
    track_button: "Lacak",

    recap: "Bagaimana pemerintah menanggapi",
    recap_note: "{waiting} dari {n} aduan masih menunggu.",
    recap_button: "Buka rekap lengkap",

    channels: "Saluran lain untuk mengadu",
    steps: "Apa yang terjadi dengan aduan Anda",
    step_file: "Anda mengadukan",
    step_file_note: "Anda langsung menerima kode untuk memantau dan kode rahasia untuk membuka isinya.",
    step_verify: "Diperiksa dan diteruskan",
    step_verify_note: "Koordinator memeriksa aduan dan meneruskannya kepada Perangkat Daerah yang berwenang.",
    step_follow_up: "Ditindaklanjuti",
    step_follow_up_note: "Perangkat Daerah mengerjakannya dan menjawab Anda.",
    step_close: "Anda yang menilai",
    step_close_note: "Terima jawabannya, atau tolak bila masalahnya belum beres.",
};

const EN: HomeTexts = HomeTexts {
    title: "Report it, follow it, see the result",
    lead: "No account needed, and your name may stay hidden.",
    description: "File a complaint with the provincial government, follow what is done about it, and see the recap that is open to everyone.",

    file: "Is something wrong?",
    file_note: "A broken road, poor service, aid that never came.",
    file_button: "File a complaint",

    track: "Track your complaint",
    track_note: "See its stage and what comes next.",
    code: "Complaint code",
    code_example: "Code, like ABC-DEF-GHJ-K",
    track_button: "Track",

    recap: "How the government responds",
    recap_note: "{waiting} of {n} complaints still wait.",
    recap_button: "Open the full recap",

    channels: "Other ways to complain",
    steps: "What happens to your complaint",
    step_file: "You file it",
    step_file_note: "You get a code to follow it by at once, and a secret that opens its content.",
    step_verify: "Checked and forwarded",
    step_verify_note: "The coordinator checks it and passes it on to the agency in charge.",
    step_follow_up: "Followed up",
    step_follow_up_note: "The agency works on it and answers you.",
    step_close: "You decide",
    step_close_note: "Accept the answer, or refuse it if the problem is not solved.",
};

reached_by! {
    /// Texts of the first page.
    home: HomeTexts
}
