use crate::information::{Category, Form};
use crate::lang::{Lang, fill};

/// Texts of the pages of public information, which the server alone writes.
pub struct InformationTexts {
    /// The page's title.
    pub title: &'static str,
    /// What it is.
    pub lead: &'static str,
    /// Field: words to look for.
    pub search: &'static str,
    /// Hint.
    pub search_hint: &'static str,
    /// Button.
    pub find: &'static str,
    /// Heading of what narrows the list.
    pub narrow: &'static str,
    /// Field.
    pub category: &'static str,
    /// Field and column.
    pub agency: &'static str,
    /// Field.
    pub year: &'static str,
    /// Field and column.
    pub form: &'static str,
    /// Column and field.
    pub topic: &'static str,
    /// No choice.
    pub all: &'static str,
    /// Takes what narrows away.
    pub clear: &'static str,
    /// Nothing is published yet.
    pub none: &'static str,
    /// Nothing fits.
    pub not_found: &'static str,
    /// So many fit.
    pub found: &'static str,
    /// So many of more are shown.
    pub found_more: &'static str,
    /// The way on from there.
    pub ask: &'static str,
    /// To the next page.
    pub next: &'static str,
    /// To the first page.
    pub first: &'static str,
    /// Column: the content in a few sentences.
    pub summary: &'static str,
    /// Column: who answers for it.
    pub official: &'static str,
    /// Column.
    pub made_on: &'static str,
    /// Column.
    pub made_at: &'static str,
    /// Column.
    pub keep_until: &'static str,
    /// It is kept for good.
    pub for_good: &'static str,
    /// Column.
    pub published_on: &'static str,
    /// Opens where it stands on the web.
    pub link: &'static str,
    /// Panel: the same in plain words.
    pub plain: &'static str,
    /// Panel: the same in the local language.
    pub local: &'static str,
    /// Panel: what it said before.
    pub earlier: &'static str,
    /// A version before.
    pub version: &'static str,
    /// It was withdrawn.
    pub withdrawn: &'static str,
    /// What that means.
    pub withdrawn_lead: &'static str,
    /// Back to the list.
    pub to_list: &'static str,
    /// Before the links to the feeds.
    pub feeds: &'static str,
    /// Panel: the files of an entry.
    pub files: &'static str,
    /// Before the fingerprint of a file.
    pub hash: &'static str,
    /// To everything that is immediate.
    pub all_immediate: &'static str,
    /// What immediate means, above the newest of it.
    pub immediate: &'static str,
    /// Column: the entry's number.
    pub number: &'static str,
    /// Column: what it is called.
    pub name: &'static str,
    /// Column: how programs know the agency.
    pub agency_key: &'static str,
    /// Column: which version of the entry it is.
    pub version_number: &'static str,
    /// Column: where its page is.
    pub address: &'static str,
    /// Column: where it stands elsewhere on the web.
    pub elsewhere: &'static str,
    /// Before the links to the list as files.
    pub whole: &'static str,
    /// Name of the sheet that says what a workbook is.
    pub about: &'static str,
    /// The moment a file was taken.
    pub taken: &'static str,
}

const ID: InformationTexts = InformationTexts {
    title: "Informasi publik",
    lead: "Daftar Informasi Publik: yang boleh dibaca siapa saja tanpa meminta.",
    search: "Cari informasi",
    search_hint: "Judul, isi, atau pokok. Awal kata sudah cukup.",
    find: "Cari",
    narrow: "Saring",
    category: "Kategori",
    agency: "Perangkat Daerah",
    year: "Tahun pembuatan",
    form: "Bentuk",
    topic: "Pokok",
    all: "Semua",
    clear: "Hapus saringan",
    none: "Belum ada informasi yang diumumkan di sini.",
    not_found: "Tidak ada informasi yang cocok.",
    found: "{n} informasi cocok.",
    found_more: "{n} informasi pertama ditampilkan; masih ada lagi.",
    ask: "Yang belum ada bisa Anda minta lewat permohonan informasi.",
    next: "Halaman berikutnya",
    first: "Ke halaman pertama",
    summary: "Ringkasan isi",
    official: "Penanggung jawab",
    made_on: "Dibuat pada",
    made_at: "Dibuat di",
    keep_until: "Disimpan sampai",
    for_good: "tanpa batas waktu",
    published_on: "Diumumkan pada",
    link: "Buka di alamat asalnya",
    plain: "Dengan kata sederhana",
    local: "Dalam bahasa daerah",
    earlier: "Versi sebelumnya",
    version: "Versi {n}, {day}",
    withdrawn: "Informasi ini sudah ditarik",
    withdrawn_lead: "Ditarik pada {day}. Isinya tidak ditampilkan lagi.",
    to_list: "Ke daftar informasi",
    feeds: "Umpan Atom:",
    files: "Berkas",
    hash: "SHA-256",
    all_immediate: "Semua informasi serta-merta",
    immediate: "Informasi serta-merta",
    number: "Nomor",
    name: "Judul",
    agency_key: "Kode Perangkat Daerah",
    version_number: "Versi",
    address: "Alamat halaman",
    elsewhere: "Alamat di web lain",
    whole: "Daftar ini sebagai berkas:",
    about: "Keterangan",
    taken: "Diambil pada",
};

const EN: InformationTexts = InformationTexts {
    title: "Public information",
    lead: "The list of public information: what anyone may read without asking.",
    search: "Look for information",
    search_hint: "Title, content or topic. How a word begins is enough.",
    find: "Find",
    narrow: "Filter",
    category: "Category",
    agency: "Office",
    year: "Year it was made",
    form: "Form",
    topic: "Topic",
    all: "All",
    clear: "Remove the filters",
    none: "Nothing has been published here yet.",
    not_found: "Nothing fits.",
    found: "{n} entries fit.",
    found_more: "The first {n} entries are shown; there are more.",
    ask: "What is not here you can ask for by a request for information.",
    next: "Next page",
    first: "To the first page",
    summary: "Content in short",
    official: "Who answers for it",
    made_on: "Made on",
    made_at: "Made at",
    keep_until: "Kept until",
    for_good: "for good",
    published_on: "Published on",
    link: "Open where it stands",
    plain: "In plain words",
    local: "In the local language",
    earlier: "Earlier versions",
    version: "Version {n}, {day}",
    withdrawn: "This information was withdrawn",
    withdrawn_lead: "Withdrawn on {day}. It is not shown any more.",
    to_list: "To the list of information",
    feeds: "Atom feeds:",
    files: "Files",
    hash: "SHA-256",
    all_immediate: "All immediate information",
    immediate: "Immediate information",
    number: "Number",
    name: "Title",
    agency_key: "Code of the office",
    version_number: "Version",
    address: "Address of its page",
    elsewhere: "Address elsewhere",
    whole: "This list as a file:",
    about: "About",
    taken: "Taken at",
};

impl Lang {
    /// Texts of the pages of public information.
    pub const fn information(self) -> &'static InformationTexts {
        match self {
            Self::Id => &ID,
            Self::En => &EN,
        }
    }

    /// How soon information must be public.
    pub const fn information_category(self, category: Category) -> &'static str {
        match category {
            Category::Regular => self.pick("Berkala", "Regular"),
            Category::Immediate => self.pick("Serta-merta", "Immediate"),
            Category::AnyTime => self.pick("Setiap saat", "At any time"),
        }
    }

    /// A form that information can be had in.
    pub const fn information_form(self, form: Form) -> &'static str {
        match form {
            Form::Print => self.pick("Cetak", "Print"),
            Form::Digital => self.pick("Berkas digital", "Digital file"),
            Form::Recording => self.pick("Rekaman", "Recording"),
        }
    }

    /// How many entries a search has found, for who listens: all, or the first of more.
    pub fn information_found(self, count: usize, has_more: bool) -> String {
        let texts = self.information();
        let text = match (count, has_more) {
            (0, _) => texts.not_found,
            (_, true) => texts.found_more,
            (_, false) => texts.found,
        };
        fill(text, &[("n", &count.to_string())])
    }

    /// A version that was public before.
    pub fn information_version(self, number: i64, day: &str) -> String {
        fill(self.information().version, &[("n", &number.to_string()), ("day", day)])
    }
}
