//! What mail says. No page of the application shows it, so no bundle holds it.

use super::Lang;

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
    digest_subject: "Tanggap: {n} things wait for you",
    digest: "{n} things wait for you:",
    due: ", due {day}",
    more: "and {n} more",
    all: "All messages:",
};

impl Lang {
    /// What mail says.
    pub const fn mail(self) -> &'static MailTexts {
        match self {
            Self::Id => &ID,
            Self::En => &EN,
        }
    }
}
