use crate::lang::Lang;

/// Texts of the page that shows every part. Not among the tables that every page loads: few ever open it.
pub struct GalleryTexts {
    /// The page's title.
    pub title: &'static str,
    /// What it shows, and that it is sample data.
    pub lead: &'static str,
    /// What the page as it was served says.
    pub not_yet: &'static str,
    /// Name of the table of contents.
    pub contents: &'static str,
    /// Marks what is no real data.
    pub sample: &'static str,

    /// Section: colours.
    pub colours: &'static str,
    /// What the numbers are.
    pub colours_lead: &'static str,
    /// Section: words.
    pub words: &'static str,
    /// Section: spacing, corners and shadows.
    pub measures: &'static str,
    /// Section: buttons.
    pub buttons: &'static str,
    /// Section: fields.
    pub fields: &'static str,
    /// Section: choices.
    pub choices: &'static str,
    /// Section: notices.
    pub notices: &'static str,
    /// Section: empty, loading, error, offline, success.
    pub states: &'static str,
    /// Section: parts of the form and the receipt.
    pub form: &'static str,
    /// Section: parts of a complaint that is followed.
    pub follow: &'static str,
    /// Section: figures.
    pub figures: &'static str,
    /// Section: charts.
    pub charts: &'static str,
    /// Section: print.
    pub print: &'static str,
    /// What print changes.
    pub print_lead: &'static str,
    /// Prints the page.
    pub print_now: &'static str,

    /// A state: as it mostly is.
    pub normal: &'static str,
    /// A state: at work.
    pub busy: &'static str,
    /// A state: not to be used.
    pub disabled: &'static str,
    /// A state: nothing in it.
    pub empty: &'static str,
    /// A state: filled in.
    pub filled: &'static str,
    /// A state: something is wrong.
    pub wrong: &'static str,
    /// A state: on its way.
    pub waiting: &'static str,
    /// A state: it did not work.
    pub failed: &'static str,
    /// A state: no connection.
    pub offline: &'static str,
    /// A state: it worked.
    pub done: &'static str,
    /// A state: there is a newer version.
    pub newer: &'static str,

    /// A heading.
    pub heading: &'static str,
    /// A smaller one.
    pub smaller_heading: &'static str,
    /// A sentence of plain text.
    pub sentence: &'static str,
    /// A link.
    pub link: &'static str,
    /// Small print.
    pub fine: &'static str,
    /// A field's label.
    pub label: &'static str,
    /// A field's hint.
    pub hint: &'static str,
    /// The title of an invented complaint.
    pub title_given: &'static str,
    /// Its content.
    pub content_given: &'static str,
    /// What an office might write.
    pub answer_given: &'static str,
    /// A thing to choose.
    pub one: &'static str,
    /// Another one.
    pub other: &'static str,
    /// What rows of charts are called; a number follows.
    pub row: &'static str,
    /// Good news.
    pub good_news: &'static str,
    /// Something worth knowing.
    pub news: &'static str,
    /// Something to mind.
    pub warning: &'static str,
    /// Bad news.
    pub bad_news: &'static str,
}

const ID: GalleryTexts = GalleryTexts {
    title: "Gaya tampilan",
    lead: "Semua bagian tampilan Tanggap dalam setiap keadaannya. Semua isian, nama dan angka di sini hanya contoh.",
    not_yet: "Bagian-bagiannya tergambar setelah aplikasi dimuat. Untuk keperluan lain, pakailah menu di atas.",
    contents: "Isi halaman ini",
    sample: "Contoh",

    colours: "Warna",
    colours_lead: "Setiap warna di atas dasarnya, dengan kontras yang terukur di layar ini. Huruf perlu 4,5; tepi, batang dan tanda perlu 3.",
    words: "Huruf",
    measures: "Jarak, sudut dan bayangan",
    buttons: "Tombol",
    fields: "Isian",
    choices: "Pilihan",
    notices: "Pemberitahuan",
    states: "Kosong, menunggu, gagal, tanpa sambungan, berhasil",
    form: "Formulir dan bukti lapor",
    follow: "Mengikuti aduan",
    figures: "Angka",
    charts: "Bagan",
    print: "Di kertas",
    print_lead: "Di kertas semuanya hitam di atas putih. Menu, tombol dan latar berwarna tidak tercetak; pola bagan dan gambar QR tetap ada.",
    print_now: "Cetak halaman ini",

    normal: "Biasa",
    busy: "Sedang bekerja",
    disabled: "Tidak dapat dipakai",
    empty: "Kosong",
    filled: "Terisi",
    wrong: "Ada yang salah",
    waiting: "Menunggu",
    failed: "Gagal",
    offline: "Tanpa sambungan",
    done: "Berhasil",
    newer: "Versi baru",

    heading: "Judul bagian",
    smaller_heading: "Judul kecil",
    sentence: "Contoh kalimat biasa: warga menulis apa yang terjadi, di mana, dan kapan.",
    link: "Contoh tautan",
    fine: "Contoh catatan kecil di bawah sebuah bagian.",
    label: "Contoh isian",
    hint: "Contoh petunjuk untuk mengisi.",
    title_given: "Contoh: lampu jalan padam",
    content_given: "Contoh: sudah tiga malam gelap di depan pasar.",
    answer_given: "Contoh tanggapan: lampu sudah diganti.",
    one: "Contoh pilihan pertama",
    other: "Contoh pilihan kedua",
    row: "Contoh",
    good_news: "Contoh kabar baik: kiriman sudah sampai.",
    news: "Contoh kabar: jawaban biasanya datang di hari kerja.",
    warning: "Contoh peringatan: periksa sekali lagi.",
    bad_news: "Contoh kabar buruk: kiriman belum sampai.",
};

const EN: GalleryTexts = GalleryTexts {
    title: "The look",
    lead: "Every part of Tanggap in each of its states. Everything filled in here, every name and every figure, is only a sample.",
    not_yet: "The parts are drawn once the application has loaded. For anything else, please use the menu above.",
    contents: "On this page",
    sample: "Sample",

    colours: "Colours",
    colours_lead: "Each colour on its ground, with the contrast measured on this screen. Words need 4.5; edges, bars and signs need 3.",
    words: "Words",
    measures: "Spacing, corners and shadows",
    buttons: "Buttons",
    fields: "Fields",
    choices: "Choices",
    notices: "Notices",
    states: "Empty, waiting, failed, offline, done",
    form: "Form and receipt",
    follow: "Following a complaint",
    figures: "Figures",
    charts: "Charts",
    print: "On paper",
    print_lead: "On paper everything is black on white. Menus, buttons and coloured grounds are not printed; the patterns of charts and the QR picture stay.",
    print_now: "Print this page",

    normal: "Normal",
    busy: "Busy",
    disabled: "Not to be used",
    empty: "Empty",
    filled: "Filled in",
    wrong: "Something is wrong",
    waiting: "Waiting",
    failed: "Failed",
    offline: "Offline",
    done: "Done",
    newer: "A newer version",

    heading: "A section's heading",
    smaller_heading: "A smaller heading",
    sentence: "A sample of plain text: people write what happened, where, and when.",
    link: "A sample link",
    fine: "A sample of small print below a part.",
    label: "A sample field",
    hint: "A sample hint for filling it in.",
    title_given: "Sample: street lamp out",
    content_given: "Sample: dark in front of the market for three nights.",
    answer_given: "A sample answer: the lamp has been replaced.",
    one: "First sample choice",
    other: "Second sample choice",
    row: "Sample",
    good_news: "Sample good news: it has arrived.",
    news: "Sample information: answers mostly come on working days.",
    warning: "Sample warning: please check once more.",
    bad_news: "Sample bad news: it has not arrived.",
};

impl Lang {
    /// Texts of the page that shows every part.
    pub const fn gallery(self) -> &'static GalleryTexts {
        match self {
            Self::Id => &ID,
            Self::En => &EN,
        }
    }
}
