use crate::lang::table::{reached_by, table};

table! {
/// Texts of the receipt.
pub struct ReceiptTexts {
    /// The heading.
    pub heading: &'static str,
    /// That it arrived.
    pub lead: &'static str,
    /// That it went to the inspectorate's sealed lane.
    pub sealed: &'static str,
    /// Label of the tracking code.
    pub code: &'static str,
    /// Who may have it.
    pub code_hint: &'static str,
    /// Label of the secret.
    pub secret: &'static str,
    /// Who may have it, and that it cannot be given again.
    pub secret_hint: &'static str,
    /// Copies the code.
    pub copy_code: &'static str,
    /// Copies the secret.
    pub copy_secret: &'static str,
    /// Copies the link.
    pub copy_link: &'static str,
    /// That it was copied.
    pub copied: &'static str,
    /// That it could not be copied.
    pub not_copied: &'static str,
    /// Label of the link with the secret.
    pub own_link: &'static str,
    /// What it is for.
    pub own_link_hint: &'static str,
    /// Says what the QR picture holds.
    pub qr: &'static str,
    /// Heading over the deadlines.
    pub deadlines: &'static str,
    /// Prints.
    pub print: &'static str,
    /// On to the complaint.
    pub open: &'static str,
    /// Starts another one.
    pub another: &'static str,
    /// Said where an earlier sending had arrived and the person changed something since.
    pub earlier: &'static str,
    /// Day of receipt.
    pub received_on: &'static str,
}
}

const ID: ReceiptTexts = ReceiptTexts {
    heading: "Aduan Anda sudah diterima",
    lead: "Simpan bukti lapor ini sekarang. Anda memerlukannya untuk melihat jawaban.",
    sealed: "Aduan ini disegel. Hanya inspektorat provinsi yang membaca dan menjawabnya.",
    code: "Kode lacak",
    code_hint: "Boleh dibagikan. Siapa pun yang memilikinya dapat melihat tahap aduan, bukan isinya.",
    secret: "Kode rahasia",
    secret_hint: "Jangan dibagikan. Hanya Anda yang memilikinya, dan kami tidak dapat memberikannya lagi. Siapa pun yang memegangnya dapat membaca dan mencabut aduan ini.",
    copy_code: "Salin kode lacak",
    copy_secret: "Salin kode rahasia",
    copy_link: "Salin tautan pribadi",
    copied: "Tersalin.",
    not_copied: "Tidak dapat menyalin. Tandai lalu salin sendiri, atau catat.",
    own_link: "Tautan pribadi",
    own_link_hint: "Berisi kode lacak dan kode rahasia sekaligus. Simpan untuk Anda sendiri.",
    qr: "Gambar QR berisi tautan pribadi Anda",
    deadlines: "Kapan Anda mendapat kabar",
    print: "Cetak bukti lapor",
    open: "Lihat aduan saya",
    another: "Sampaikan aduan lain",
    earlier: "Kiriman Anda yang pertama ternyata sudah sampai, jadi yang diterima adalah isi sebelum perubahan terakhir. Tambahkan perubahannya lewat “Lihat aduan saya”.",
    received_on: "Diterima",
};

const EN: ReceiptTexts = ReceiptTexts {
    heading: "Your complaint has been received",
    lead: "Keep this receipt now. You need it to see the answer.",
    sealed: "This complaint is sealed. Only the provincial inspectorate reads and answers it.",
    code: "Tracking code",
    code_hint: "You may share it. Whoever has it can see the stage, not the content.",
    secret: "Secret",
    secret_hint: "Do not share it. Only you have it, and we cannot give it to you again. Whoever holds it can read and withdraw this complaint.",
    copy_code: "Copy tracking code",
    copy_secret: "Copy secret",
    copy_link: "Copy private link",
    copied: "Copied.",
    not_copied: "This cannot be copied here. Select and copy it yourself, or write it down.",
    own_link: "Private link",
    own_link_hint: "Holds both the tracking code and the secret. Keep it to yourself.",
    qr: "QR picture of your private link",
    deadlines: "When you will hear from us",
    print: "Print the receipt",
    open: "See my complaint",
    another: "File another one",
    earlier: "Your first attempt had arrived after all, so what was received is the text before your last changes. Add them through “See my complaint”.",
    received_on: "Received",
};

reached_by! {
    /// Texts of the receipt.
    receipt: ReceiptTexts
}
