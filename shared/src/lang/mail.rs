//! What mail says. No page of the application shows it, so no bundle holds it.

use super::Lang;
use crate::request::RequestNews;

/// What mail says, and the page that ends it.
pub struct MailTexts {
    /// Subject of a notice.
    pub subject: &'static str,
    /// What happened.
    pub happened: &'static str,
    /// The office asks something.
    pub asks: &'static str,
    /// An answer is there.
    pub judge: &'static str,
    /// Before the page's address.
    pub open: &'static str,
    /// What opens the page.
    pub secret: &'static str,
    /// How to end such mail.
    pub stop: &'static str,
    /// Heading of the page that ends it.
    pub stop_heading: &'static str,
    /// Its button.
    pub stop_now: &'static str,
    /// It is ended.
    pub stopped: &'static str,
    /// The way to the complaint.
    pub to_case: &'static str,
    /// What happened to what somebody follows.
    pub news: &'static str,
    /// Subject of the mail that asks.
    pub confirm_subject: &'static str,
    /// What it asks.
    pub confirm: &'static str,
    /// What if it was somebody else.
    pub confirm_not: &'static str,
    /// The page that asks.
    pub follow_ask: &'static str,
    /// Its button.
    pub follow_confirm: &'static str,
    /// It is confirmed.
    pub following: &'static str,
    /// It is ended.
    pub follow_stopped: &'static str,
    /// Subject of a notice about a request for information.
    pub request_subject: &'static str,
    /// What happened to it.
    pub request_happened: &'static str,
    /// Before its page's address.
    pub request_open: &'static str,
    /// What opens that page.
    pub request_secret: &'static str,
    /// Subject of the staff's digest.
    pub digest_subject: &'static str,
    /// Its first line.
    pub digest: &'static str,
    /// A last day.
    pub due: &'static str,
    /// There are more.
    pub more: &'static str,
    /// Before the address of all messages.
    pub all: &'static str,
}

const ID: MailTexts = MailTexts {
    subject: "Aduan {code}: {event}",
    happened: "Kabar tentang aduan Anda {code}: {event}.",
    asks: "Petugas menunggu balasan Anda.",
    judge: "Baca jawabannya, lalu nyatakan apakah aduan Anda selesai atau jawabannya Anda tolak.",
    open: "Selengkapnya di halaman pelacakan:",
    secret: "Halaman itu meminta kode rahasia dari bukti lapor Anda. Kode itu tidak pernah kami minta lewat email.",
    stop: "Tidak ingin kabar lewat email lagi: {address}",
    stop_heading: "Kabar lewat email",
    stop_now: "Hentikan kabar lewat email",
    stopped: "Kabar lewat email untuk aduan ini sudah dihentikan. Halaman pelacakan tetap dapat dibuka.",
    to_case: "Buka halaman pelacakan",
    news: "Kabar tentang aduan {code} yang Anda ikuti: {event}.",
    confirm_subject: "Ikuti aduan {code}?",
    confirm: "Seseorang, mungkin Anda, ingin menerima kabar tentang aduan {code} di alamat ini. Buka tautan ini untuk menyetujuinya:",
    confirm_not: "Bila bukan Anda, abaikan surat ini: tanpa persetujuan tidak ada surat lagi, dan alamat ini dihapus dalam tujuh hari.",
    follow_ask: "Terima kabar lewat email setiap kali aduan ini berpindah tahap?",
    follow_confirm: "Ya, ikuti aduan ini",
    following: "Anda mengikuti aduan ini lewat email.",
    follow_stopped: "Anda tidak mengikuti aduan ini lagi, dan alamat Anda sudah dihapus.",
    request_subject: "Permohonan informasi {number}: {event}",
    request_happened: "Kabar tentang permohonan informasi Anda {number}: {event}.",
    request_open: "Selengkapnya di halaman permohonan:",
    request_secret: "Halaman itu meminta rahasia dari tanda terima Anda. Rahasia itu tidak pernah kami minta lewat email.",
    digest_subject: "Tanggap: {n} hal menunggu Anda",
    digest: "{n} hal menunggu Anda:",
    due: ", batas {day}",
    more: "dan {n} lagi",
    all: "Semua pesan:",
};

const EN: MailTexts = MailTexts {
    subject: "Complaint {code}: {event}",
    happened: "News about your complaint {code}: {event}.",
    asks: "The office waits for your reply.",
    judge: "Read the answer, then say whether it settles your complaint or you refuse it.",
    open: "More on the tracking page:",
    secret: "That page asks for the secret of your receipt. We never ask for it by e-mail.",
    stop: "To get no more e-mail about it: {address}",
    stop_heading: "News by e-mail",
    stop_now: "Stop news by e-mail",
    stopped: "There will be no more e-mail about this complaint. Its tracking page stays open to you.",
    to_case: "Open the tracking page",
    news: "News about the complaint {code} that you follow: {event}.",
    confirm_subject: "Follow the complaint {code}?",
    confirm: "Somebody, perhaps you, wants news about the complaint {code} at this address. Open this link to agree:",
    confirm_not: "If it was not you, do nothing: without consent there is no more mail, and this address is erased within seven days.",
    follow_ask: "Get news by e-mail whenever this complaint moves on?",
    follow_confirm: "Yes, follow this complaint",
    following: "You follow this complaint by e-mail.",
    follow_stopped: "You follow this complaint no more, and your address has been erased.",
    request_subject: "Request for information {number}: {event}",
    request_happened: "News about your request for information {number}: {event}.",
    request_open: "More on the request's page:",
    request_secret: "That page asks for the secret of your receipt. We never ask for it by e-mail.",
    digest_subject: "Tanggap: {n} things wait for you",
    digest: "{n} things wait for you:",
    due: ", due {day}",
    more: "and {n} more",
    all: "All messages:",
};

impl Lang {
    /// What happened to a request for information.
    pub const fn request_news(self, news: RequestNews) -> &'static str {
        match news {
            RequestNews::Registered => self.pick("terdaftar", "it is registered"),
            RequestNews::Extended => self.pick("waktunya diperpanjang", "it takes longer"),
            RequestNews::Answered => self.pick("surat pemberitahuan sudah ada", "there is a letter for you"),
            RequestNews::Delivered => {
                self.pick("informasinya sudah diserahkan", "the information was handed over")
            }
            RequestNews::Decided => {
                self.pick("keberatan Anda sudah diputuskan", "your objection has been decided")
            }
        }
    }

    /// What mail says.
    pub const fn mail(self) -> &'static MailTexts {
        match self {
            Self::Id => &ID,
            Self::En => &EN,
        }
    }
}
