use crate::lang::Lang;
use crate::lang::table::{reached_by, table};

table! {
/// Texts of the frame around every page, and of form parts that every page may use.
pub struct ShellTexts {
    /// The product's name.
    pub title: &'static str,
    /// Skips to the content.
    pub skip: &'static str,
    /// Name of the navigation.
    pub navigation: &'static str,
    /// To the form.
    pub nav_file: &'static str,
    /// To tracking.
    pub nav_track: &'static str,
    /// To the recap.
    pub nav_recap: &'static str,
    /// To the guide.
    pub nav_guide: &'static str,
    /// Navigation: public information.
    pub nav_information: &'static str,
    /// That the complaints shown are invented.
    pub demo: &'static str,
    /// The theme follows the device.
    pub theme_auto: &'static str,
    /// The light theme is on.
    pub theme_light: &'static str,
    /// The dark theme is on.
    pub theme_dark: &'static str,
    /// Heading over the contacts.
    pub contacts: &'static str,
    /// While something is loaded.
    pub loading: &'static str,
    /// Tries again.
    pub try_again: &'static str,
    /// A request that did not get through.
    pub offline: &'static str,
    /// The state of having no connection.
    pub offline_now: &'static str,
    /// An answer that was not understood.
    pub strange_answer: &'static str,
    /// Heading where the settings did not arrive.
    pub not_reached: &'static str,
    /// Heading of an address that leads nowhere.
    pub not_found: &'static str,
    /// What to do there.
    pub not_found_words: &'static str,
    /// What to do after something that was sent did not work, without scripts.
    pub go_back: &'static str,
    /// After the label of what may stay empty.
    pub optional: &'static str,
    /// Shuts or cancels something.
    pub cancel: &'static str,
    /// Heading of the summary of what is to be mended.
    pub problems: &'static str,
}
}

const ID: ShellTexts = ShellTexts {
    title: "Tanggap",
    skip: "Langsung ke isi",
    navigation: "Menu utama",
    nav_file: "Adukan",
    nav_track: "Lacak",
    nav_recap: "Rekap",
    nav_guide: "Panduan",
    nav_information: "Informasi",
    demo: "Situs contoh: sebagian besar aduan di sini adalah karangan. Jangan menulis data pribadi.",
    theme_auto: "Tampilan: ikut perangkat. Ganti.",
    theme_light: "Tampilan: terang. Ganti.",
    theme_dark: "Tampilan: gelap. Ganti.",
    contacts: "Saluran lain",
    loading: "Sedang memuat …",
    try_again: "Coba lagi",
    offline: "Layanan ini belum dapat dihubungi. Periksa sambungan internet Anda, lalu coba lagi.",
    offline_now: "Sambungan internet terputus. Anda tetap dapat menulis aduan; aduan terkirim setelah tersambung lagi.",
    strange_answer: "Jawaban layanan ini tidak dapat dibaca. Coba lagi sebentar lagi.",
    not_reached: "Layanan belum dapat dihubungi",
    not_found: "Halaman tidak ditemukan",
    not_found_words: "Alamat ini tidak ada. Mungkin salah ketik, atau halamannya sudah dipindahkan. Anda dapat meneruskan dari sini:",
    go_back: "Kembalilah dengan tombol kembali. Isian Anda biasanya masih ada di sana.",
    optional: "boleh kosong",
    cancel: "Batal",
    problems: "Yang perlu diperbaiki",
};

const EN: ShellTexts = ShellTexts {
    title: "Tanggap",
    skip: "Skip to content",
    navigation: "Main menu",
    nav_file: "Complain",
    nav_track: "Track",
    nav_recap: "Recap",
    nav_guide: "Guide",
    nav_information: "Information",
    demo: "Demonstration: most complaints here are invented. Please write no personal data.",
    theme_auto: "Theme: as the device. Change.",
    theme_light: "Theme: light. Change.",
    theme_dark: "Theme: dark. Change.",
    contacts: "Other channels",
    loading: "Loading …",
    try_again: "Try again",
    offline: "The server cannot be reached. Check your connection, then try again.",
    offline_now: "You are offline. You can still write a complaint; it is sent once you are connected again.",
    strange_answer: "The server's answer could not be read. Please try again in a moment.",
    not_reached: "The service cannot be reached yet",
    not_found: "Page not found",
    not_found_words: "There is no such address. It may be mistyped, or the page has moved. You can go on from here:",
    go_back: "Go back with the back button. What you filled in is usually still there.",
    optional: "may stay empty",
    cancel: "Cancel",
    problems: "What needs another look",
};

reached_by! {
    /// Texts of the frame around every page.
    shell: ShellTexts
}

impl Lang {
    /// The counter under a text area: characters used and allowed.
    pub fn counter(self, used: u32, allowed: u32) -> String {
        let words = self.pick(" dari ", " of ");
        let unit = self.pick(" huruf", " characters");
        [&used.to_string(), words, &allowed.to_string(), unit].concat()
    }
}
