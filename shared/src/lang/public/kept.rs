use crate::lang::Lang;
use crate::lang::table::{reached_by, table};

table! {
/// Texts about what the phone keeps and sends later. `{n}`, `{title}` and the like stand for values.
pub struct KeptTexts {
    /// Heading over what is kept.
    pub heading: &'static str,
    /// What to call something that has neither title nor content yet.
    pub untitled: &'static str,
    /// A draft.
    pub draft: &'static str,
    /// A filing that the server refused.
    pub refused: &'static str,
    /// A filing that waits.
    pub waiting: &'static str,
    /// A filing on its way.
    pub sending: &'static str,
    /// One that arrived; its code follows.
    pub received: &'static str,
    /// Goes on with a draft; its title follows, unseen.
    pub go_on: &'static str,
    /// Mends a refused one.
    pub mend: &'static str,
    /// Sends one that waits, now.
    pub send_now: &'static str,
    /// Makes one that waits a draft again.
    pub change: &'static str,
    /// Shows a receipt.
    pub show_receipt: &'static str,
    /// That a receipt is kept, and what to do on a phone that others use.
    pub receipt_kept: &'static str,
    /// Puts a receipt away for good.
    pub put_away: &'static str,
    /// Removes one.
    pub remove: &'static str,
    /// That one was removed; its title stands before.
    pub removed: &'static str,
    /// Puts it back.
    pub undo: &'static str,

    /// That the form below is kept, and another may be begun.
    pub present: &'static str,
    /// Begins another one.
    pub another: &'static str,
    /// That photos came from another app.
    pub shared: &'static str,

    /// That what was typed is kept.
    pub saved: &'static str,
    /// That it cannot be.
    pub not_saved: &'static str,
    /// That it is not, because somebody wants it so.
    pub switched_off: &'static str,

    /// Opens what follows.
    pub storing: &'static str,
    /// The switch.
    pub keep: &'static str,
    /// What it does.
    pub keep_hint: &'static str,
    /// Wipes everything.
    pub wipe: &'static str,
    /// Asks whether that is meant.
    pub wipe_heading: &'static str,
    /// What it wipes.
    pub wipe_lead: &'static str,
    /// What is lost that nobody has received yet.
    pub wipe_unsent: &'static str,
    /// Does it.
    pub wipe_now: &'static str,
    /// Does not.
    pub wipe_not: &'static str,
    /// That it is done.
    pub wiped: &'static str,
    /// That it could not be done.
    pub not_wiped: &'static str,

    /// On the first page: leads to what is kept.
    pub look: &'static str,
    /// That a newer version is here.
    pub newer: &'static str,
    /// Loads it.
    pub reload: &'static str,
}
}

reached_by! {
    /// Texts about what the phone keeps.
    kept: KeptTexts
}

const ID: KeptTexts = KeptTexts {
    heading: "Tersimpan di HP ini",
    untitled: "Tanpa judul",
    draft: "Belum selesai ditulis",
    refused: "Perlu diperbaiki",
    waiting: "Menunggu sambungan internet, nanti terkirim sendiri",
    sending: "Sedang dikirim",
    received: "Sudah diterima, kode",
    go_on: "Lanjutkan",
    mend: "Perbaiki",
    send_now: "Kirim sekarang",
    change: "Ubah lagi",
    show_receipt: "Lihat bukti dan kode rahasia",
    receipt_kept: "Bukti ini juga tersimpan di HP ini dan bisa dibuka lagi dari halaman aduan. Bila HP ini dipakai bersama orang lain, catat kode dan rahasianya, lalu hapus.",
    put_away: "Sudah saya catat, hapus dari HP ini",
    remove: "Hapus",
    removed: "dihapus.",
    undo: "Batal hapus",

    present: "Isian di bawah ini sudah tersimpan di HP ini.",
    another: "Mulai aduan lain",
    shared: "Foto yang Anda bagikan sudah dilampirkan. Sekarang ceritakan masalahnya.",

    saved: "Tersimpan di HP ini",
    not_saved: "HP ini tidak dapat menyimpan isian: tempatnya penuh, atau jendela ini mode rahasia. Jangan tutup halaman ini sebelum aduan terkirim.",
    switched_off: "Penyimpanan dimatikan. Isian hilang bila halaman ini ditutup.",

    storing: "Penyimpanan di HP ini",
    keep: "Simpan isian di HP ini",
    keep_hint: "Supaya tidak hilang bila halaman tertutup atau sinyal putus. Matikan bila HP ini dipakai bersama orang lain.",
    wipe: "Hapus semua dari HP ini",
    wipe_heading: "Hapus semua yang tersimpan di HP ini?",
    wipe_lead: "Draf, foto, dan bukti lapor di HP ini hilang dan tidak dapat dikembalikan. Aduan yang sudah diterima kantor tidak ikut terhapus.",
    wipe_unsent: "Aduan yang belum terkirim:",
    wipe_now: "Ya, hapus semua",
    wipe_not: "Jangan hapus",
    wiped: "Semua sudah dihapus dari HP ini.",
    not_wiped: "Belum terhapus. Hapus data situs ini lewat pengaturan peramban.",

    look: "Lihat yang tersimpan",
    newer: "Ada versi baru halaman ini.",
    reload: "Muat ulang",
};

const EN: KeptTexts = KeptTexts {
    heading: "Kept on this phone",
    untitled: "Untitled",
    draft: "Not finished yet",
    refused: "Needs another look",
    waiting: "Waiting for a connection, then sent by itself",
    sending: "Being sent",
    received: "Received, code",
    go_on: "Go on",
    mend: "Mend",
    send_now: "Send now",
    change: "Change it",
    show_receipt: "Show receipt and secret",
    receipt_kept: "This receipt is also kept on this phone; the page for complaints shows it again. If you share this phone, note down the code and the secret, then remove it.",
    put_away: "I noted it, remove it from this phone",
    remove: "Remove",
    removed: "was removed.",
    undo: "Undo",

    present: "What is filled in below is kept on this phone.",
    another: "Begin another complaint",
    shared: "The photos you shared are attached. Now tell what is wrong.",

    saved: "Kept on this phone",
    not_saved: "This phone cannot keep what you typed: it is full, or this is a private window. Do not close the page before the complaint is sent.",
    switched_off: "Keeping is off. What you typed is lost when this page is closed.",

    storing: "Keeping on this phone",
    keep: "Keep what I type on this phone",
    keep_hint: "So that it is not lost when the page closes or the signal breaks. Turn it off if you share this phone.",
    wipe: "Remove everything from this phone",
    wipe_heading: "Remove everything kept on this phone?",
    wipe_lead: "Drafts, photos and receipts on this phone are lost for good. Complaints that the office has received stay.",
    wipe_unsent: "Complaints that were not sent yet:",
    wipe_now: "Yes, remove everything",
    wipe_not: "Keep them",
    wiped: "Everything was removed from this phone.",
    not_wiped: "It could not be removed. Clear this site's data in your browser's settings.",

    look: "Show what is kept",
    newer: "There is a new version of this page.",
    reload: "Reload",
};

impl Lang {
    /// How far a filing is on its way; without a number while nothing of its files is there.
    pub fn sent(self, percent: u32) -> String {
        let sending = self.kept().sending;
        if percent == 0 { sending.to_owned() } else { [sending, " ", &percent.to_string(), " %"].concat() }
    }

    /// What is kept, in one line: how many wait, arrived, and are still being written.
    pub fn kept_in_short(self, waiting: usize, received: usize, drafts: usize) -> String {
        let parts = [
            (waiting, self.pick(" aduan menunggu sambungan", " waiting for a connection")),
            (received, self.pick(" aduan sudah diterima", " received")),
            (drafts, self.pick(" aduan belum selesai ditulis", " not finished")),
        ];
        let words = parts.into_iter().filter(|(count, _)| *count > 0);
        words.map(|(count, words)| [&count.to_string(), words].concat()).collect::<Vec<_>>().join(" · ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_there_is_counted() {
        assert_eq!(Lang::Id.kept_in_short(0, 0, 0), "");
        assert_eq!(Lang::En.kept_in_short(1, 0, 2), "1 waiting for a connection · 2 not finished");
    }

    #[test]
    fn the_way_up_is_told_in_percent() {
        assert_eq!(Lang::Id.sent(0), "Sedang dikirim");
        assert_eq!(Lang::Id.sent(40), "Sedang dikirim 40 %");
    }
}
