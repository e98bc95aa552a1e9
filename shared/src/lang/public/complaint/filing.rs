use crate::complaint::Class;
use crate::lang::table::{reached_by, table};
use crate::lang::{Lang, fill};
use crate::protection::Retention;

table! {
/// Texts of the form.
pub struct FilingTexts {
    /// Heading of the first step: the class.
    pub class_heading: &'static str,
    /// What the first step needs to be told.
    pub class_lead: &'static str,
    /// Label of the class.
    pub class: &'static str,
    /// What a complaint is.
    pub class_complaint: &'static str,
    /// What an aspiration is.
    pub class_aspiration: &'static str,
    /// What an information request is.
    pub class_information_request: &'static str,

    /// Heading of the step about what happened.
    pub what_heading: &'static str,
    /// Heading of the same step for aspirations.
    pub what_heading_aspiration: &'static str,
    /// Heading of the same step for information requests.
    pub what_heading_information: &'static str,
    /// Label of the title.
    pub title: &'static str,
    /// Its hint.
    pub title_hint: &'static str,
    /// Label of the content.
    pub content: &'static str,
    /// Its hint.
    pub content_hint: &'static str,
    /// Label of the day it happened.
    pub event_date: &'static str,
    /// Its hint.
    pub event_date_hint: &'static str,

    /// Heading of the step about the place.
    pub place_heading: &'static str,
    /// That one of the three is enough.
    pub place_lead: &'static str,
    /// The same where the form works without scripts: no position, and the smaller places in words.
    pub place_lead_plain: &'static str,
    /// What all of the region's lists are together.
    pub place_label: &'static str,
    /// Label of the regency.
    pub regency: &'static str,
    /// Its empty choice.
    pub regency_empty: &'static str,
    /// Label of the district.
    pub district: &'static str,
    /// Its empty choice.
    pub district_empty: &'static str,
    /// Label of the village.
    pub village: &'static str,
    /// Its empty choice.
    pub village_empty: &'static str,
    /// Label of the place in words.
    pub place_words: &'static str,
    /// Its hint.
    pub place_words_hint: &'static str,
    /// Asks the phone where it is.
    pub use_position: &'static str,
    /// While the phone finds out.
    pub finding_position: &'static str,
    /// That a position is kept; its numbers follow.
    pub position_kept: &'static str,
    /// Removes the position.
    pub remove_position: &'static str,
    /// The phone's owner does not allow it.
    pub position_refused: &'static str,
    /// The phone does not know.
    pub position_unknown: &'static str,
    /// When to use the position.
    pub position_hint: &'static str,
    /// Label of the position.
    pub position_label: &'static str,

    /// Heading of the step about the sector.
    pub sector_heading: &'static str,
    /// Why it is asked.
    pub sector_lead: &'static str,
    /// Label of the sector.
    pub sector: &'static str,
    /// Label of the search.
    pub sector_search: &'static str,
    /// Its hint.
    pub sector_search_hint: &'static str,
    /// The choice of not knowing.
    pub sector_unknown: &'static str,
    /// What happens then.
    pub sector_unknown_hint: &'static str,
    /// That nothing was found.
    pub sector_none: &'static str,

    /// Heading of the step about files.
    pub files_heading: &'static str,
    /// Why they help, and what is done to photos.
    pub files_lead: &'static str,
    /// Label of the files.
    pub files: &'static str,
    /// Takes a photo.
    pub take_photo: &'static str,
    /// Chooses files.
    pub choose_files: &'static str,
    /// What kinds and how many.
    pub files_hint: &'static str,
    /// Removes one; its name follows.
    pub remove_file: &'static str,
    /// What to do about photos that are still on the phone.
    pub files_look: &'static str,
    /// Before a photo's name: its picture.
    pub preview: &'static str,
    /// A photo that is made smaller.
    pub file_preparing: &'static str,
    /// A photo that stays on the phone until one goes on.
    pub file_held: &'static str,
    /// A picture that this phone cannot open.
    pub file_opaque: &'static str,
    /// How many parts of a photo are covered.
    pub file_covered: &'static str,
    /// A file that waits its turn.
    pub file_waiting: &'static str,
    /// A file that is there.
    pub file_ready: &'static str,
    /// A file that did not get through; trying again is offered.
    pub file_stuck: &'static str,
    /// Goes on with one.
    pub file_again: &'static str,
    /// Over files that arrived with a form that must be mended, each with a tick.
    pub files_kept: &'static str,
    /// While sending waits for files.
    pub files_pending: &'static str,

    /// Heading of the step about protection.
    pub protection_heading: &'static str,
    /// Asks whether it is about officials.
    pub officials: &'static str,
    /// What counts.
    pub officials_hint: &'static str,
    /// The same question in short.
    pub officials_label: &'static str,
    /// Yes.
    pub officials_yes: &'static str,
    /// What yes does.
    pub officials_yes_hint: &'static str,
    /// No.
    pub officials_no: &'static str,
    /// Label of the anonymity switch.
    pub anonymous: &'static str,
    /// What it does.
    pub anonymous_hint: &'static str,
    /// Label of the confidentiality switch.
    pub confidential: &'static str,
    /// What it does.
    pub confidential_hint: &'static str,
    /// Heading over the identity.
    pub identity: &'static str,
    /// That it may stay empty, and where it is kept.
    pub identity_lead: &'static str,
    /// What it is used for, and how long what is kept.
    pub kept_for: &'static str,
    /// Label of the name.
    pub name: &'static str,
    /// Label of the telephone number.
    pub phone: &'static str,
    /// Label of the e-mail address.
    pub email: &'static str,

    /// Heading of the last step.
    pub review_heading: &'static str,
    /// What to do there.
    pub review_lead: &'static str,
    /// Something like it is published.
    pub similar: &'static str,
    /// What to do then.
    pub similar_lead: &'static str,
    /// Where it stands, and how many have it.
    pub similar_about: &'static str,
    /// Goes back to a step; its name follows, unseen.
    pub change: &'static str,
    /// Nothing was given.
    pub not_given: &'static str,
    /// A switch that is on.
    pub on: &'static str,
    /// A switch that is off.
    pub off: &'static str,
    /// What the data is for.
    pub purpose: &'static str,
    /// Sends.
    pub send: &'static str,
    /// While it is sent.
    pub sending: &'static str,
    /// That sending failed, with the assurance that trying again files once.
    pub not_sent: &'static str,
    /// That this form was sent before, with other words; what was typed now is in it.
    pub sent_before: &'static str,

    /// On to the next step.
    pub next: &'static str,
    /// Back to the one before.
    pub back: &'static str,
    /// Names of the seven steps.
    pub steps: [&'static str; 7],
    /// Name of the list of steps.
    pub steps_label: &'static str,
}
}

const ID: FilingTexts = FilingTexts {
    class_heading: "Apa yang ingin Anda sampaikan?",
    class_lead: "Mengisi formulir ini kira-kira lima menit. Tidak perlu akun, dan Anda boleh tidak menyebut nama.",
    class: "Jenis",
    class_complaint: "Ada yang salah, rusak, atau tidak dilayani seperti seharusnya.",
    class_aspiration: "Usul atau harapan kepada pemerintah provinsi.",
    class_information_request: "Ingin mendapat data atau dokumen dari pemerintah provinsi.",

    what_heading: "Apa yang terjadi?",
    what_heading_aspiration: "Apa usul Anda?",
    what_heading_information: "Informasi apa yang Anda perlukan?",
    title: "Judul",
    title_hint: "Satu kalimat pendek, misalnya “Jembatan di jalan provinsi putus”.",
    content: "Uraian",
    content_hint: "Ceritakan apa, kapan, siapa yang terdampak, dan apa yang Anda harapkan. Jangan menulis NIK atau nomor telepon orang lain.",
    event_date: "Tanggal kejadian",
    event_date_hint: "Bila tidak ingat persis, perkiraan sudah cukup.",

    place_heading: "Di mana tempatnya?",
    place_lead: "Isi salah satu saja sudah cukup: wilayah, posisi HP, atau keterangan dengan kata-kata.",
    place_lead_plain: "Pilih kabupaten atau kota, atau tulis tempatnya: kecamatan, desa, dan patokan di dekatnya.",
    place_label: "Wilayah",
    regency: "Kabupaten atau kota",
    regency_empty: "Pilih kabupaten atau kota",
    district: "Kecamatan",
    district_empty: "Pilih kecamatan",
    village: "Desa atau kelurahan",
    village_empty: "Pilih desa atau kelurahan",
    place_words: "Keterangan tempat",
    place_words_hint: "Misalnya “depan Puskesmas, 200 meter dari jembatan”.",
    use_position: "Pakai posisi HP saya",
    finding_position: "Mencari posisi …",
    position_kept: "Posisi tersimpan:",
    remove_position: "Hapus posisi",
    position_refused: "HP ini tidak mengizinkan situs melihat posisinya. Pilih wilayah atau tulis tempatnya.",
    position_unknown: "Posisi tidak ditemukan. Coba di tempat terbuka, atau pilih wilayah.",
    position_hint: "Hanya bila Anda sedang berada di tempat kejadian.",
    position_label: "Posisi HP",

    sector_heading: "Tentang urusan apa?",
    sector_lead: "Supaya aduan cepat sampai ke kantor yang tepat. Bila ragu, pilih “Saya tidak tahu”.",
    sector: "Bidang urusan",
    sector_search: "Cari bidang",
    sector_search_hint: "Ketik kata sehari-hari, misalnya “jalan”, “bansos”, atau “guru”.",
    sector_unknown: "Saya tidak tahu",
    sector_unknown_hint: "Petugas yang akan memilihkan.",
    sector_none: "Tidak ada bidang dengan kata itu. Coba kata lain, atau pilih “Saya tidak tahu”.",

    files_heading: "Ada foto atau dokumen?",
    files_lead: "Boleh dilewati. Keterangan tersembunyi di dalam foto, seperti lokasi dan jenis HP, dihapus.",
    files: "Lampiran",
    take_photo: "Ambil foto",
    choose_files: "Pilih berkas",
    files_hint: "Paling banyak 5 berkas, masing-masing sampai 10 MB: foto (JPEG, PNG, WebP) atau PDF.",
    remove_file: "Hapus",
    files_look: "Foto belum meninggalkan HP ini. Bila ada wajah orang atau pelat nomor yang tidak perlu terlihat, tutupi dulu.",
    preview: "Pratinjau",
    file_preparing: "Mengecilkan foto …",
    file_held: "Siap, masih di HP ini",
    file_opaque: "HP ini tidak bisa menampilkannya, jadi tidak bisa ditutupi",
    file_covered: "Bagian yang ditutup: {n}",
    file_waiting: "Menunggu giliran",
    file_ready: "Terunggah",
    file_stuck: "Terputus",
    file_again: "Lanjutkan",
    files_kept: "Berkas ini sudah kami terima. Hilangkan centangnya bila tidak jadi dikirim.",
    files_pending: "Menunggu unggahan selesai …",

    protection_heading: "Melindungi Anda",
    officials: "Apakah ini tentang penyalahgunaan wewenang atau pelanggaran oleh pejabat atau petugas?",
    officials_hint: "Misalnya pungutan liar, suap, ancaman, atau bantuan yang diselewengkan.",
    officials_label: "Tentang pelanggaran pejabat",
    officials_yes: "Ya",
    officials_yes_hint: "Aduan disegel sejak diterima. Hanya inspektorat provinsi yang membacanya.",
    officials_no: "Tidak",
    anonymous: "Sembunyikan nama saya",
    anonymous_hint: "Kantor yang menangani dan masyarakat tidak melihat siapa Anda. Isi aduan tetap dapat diumumkan setelah diperiksa.",
    confidential: "Rahasiakan isi aduan",
    confidential_hint: "Isi aduan tidak akan pernah diumumkan. Kantor yang menangani tetap membacanya.",
    identity: "Cara menghubungi Anda",
    identity_lead: "Boleh dikosongkan semua. Yang Anda isi disimpan tersegel, terpisah dari aduan.",
    kept_for: "Hanya dipakai untuk menangani aduan ini. Sesudah selesai, identitas dihapus dalam {identity} bulan, lampiran {files} bulan, isi {words} bulan.",
    name: "Nama",
    phone: "Nomor telepon",
    email: "Alamat email",

    review_heading: "Periksa, lalu kirim",
    similar: "Mungkin sudah ada yang melaporkannya",
    similar_lead: "Bila sama, cukup nyatakan di sana bahwa Anda juga mengalaminya. Bila berbeda, kirim saja aduan Anda.",
    similar_about: "{stage}, {n} orang juga mengalaminya",
    review_lead: "Pastikan semuanya benar. Setelah dikirim isinya tidak dapat diubah, tetapi dapat ditambahi.",
    change: "Ubah",
    not_given: "Tidak diisi",
    on: "Ya",
    off: "Tidak",
    purpose: "Data ini hanya dipakai untuk menindaklanjuti aduan Anda.",
    send: "Kirim aduan",
    sending: "Mengirim …",
    not_sent: "Belum terkirim. Isian Anda tetap ada di sini, dan mengirim lagi tidak akan membuat aduan ganda.",
    sent_before: "Formulir ini sudah pernah dikirim dengan isi lain, dan kiriman itu sudah kami terima. Bila Anda mengirim lagi, ini menjadi aduan baru.",

    next: "Lanjut",
    back: "Kembali",
    steps: ["Jenis", "Kejadian", "Tempat", "Bidang", "Lampiran", "Perlindungan", "Periksa"],
    steps_label: "Langkah pengisian",
};

const EN: FilingTexts = FilingTexts {
    class_heading: "What would you like to tell us?",
    class_lead: "This form takes about five minutes. You need no account, and you need not give your name.",
    class: "Kind",
    class_complaint: "Something is wrong, broken, or not done as it should be.",
    class_aspiration: "A wish or a proposal to the provincial government.",
    class_information_request: "You want data or documents from the provincial government.",

    what_heading: "What happened?",
    what_heading_aspiration: "What do you propose?",
    what_heading_information: "What information do you need?",
    title: "Title",
    title_hint: "One short sentence, such as “Bridge on the provincial road is down”.",
    content: "Description",
    content_hint: "Tell what, when, who is affected and what you hope for. Do not write other people's identity or telephone numbers.",
    event_date: "Date it happened",
    event_date_hint: "If you do not remember exactly, an estimate will do.",

    place_heading: "Where is it?",
    place_lead: "Any one of these is enough: the region, your phone's position, or words.",
    place_lead_plain: "Choose the regency or city, or write where it is: district, village and what is nearby.",
    place_label: "Region",
    regency: "Regency or city",
    regency_empty: "Choose a regency or city",
    district: "District",
    district_empty: "Choose a district",
    village: "Village",
    village_empty: "Choose a village",
    place_words: "Place in words",
    place_words_hint: "Such as “in front of the health centre, 200 metres from the bridge”.",
    use_position: "Use my phone's position",
    finding_position: "Finding your position …",
    position_kept: "Position kept:",
    remove_position: "Remove position",
    position_refused: "This phone does not let the site see its position. Choose a region or describe the place.",
    position_unknown: "The position was not found. Try in the open, or choose a region.",
    position_hint: "Only if you are at the place right now.",
    position_label: "Phone position",

    sector_heading: "What is it about?",
    sector_lead: "So that it reaches the right office soon. If in doubt, choose “I don't know”.",
    sector: "Sector",
    sector_search: "Search sectors",
    sector_search_hint: "Type an everyday word in Indonesian, such as “jalan”, “bansos” or “guru”.",
    sector_unknown: "I don't know",
    sector_unknown_hint: "An officer will choose for you.",
    sector_none: "No sector has that word. Try another one, or choose “I don't know”.",

    files_heading: "Any photos or documents?",
    files_lead: "You may skip this. What is hidden in a photo, such as its place and the phone's model, is removed.",
    files: "Attachments",
    take_photo: "Take a photo",
    choose_files: "Choose files",
    files_hint: "At most 5 files of up to 10 MB each: photos (JPEG, PNG, WebP) or PDF.",
    remove_file: "Remove",
    files_look: "Photos have not left this phone yet. If they show people's faces or number plates that need not be seen, cover them first.",
    preview: "Preview of",
    file_preparing: "Making the photo smaller …",
    file_held: "Ready, still on this phone",
    file_opaque: "This phone cannot show it, so nothing in it can be covered",
    file_covered: "Parts covered: {n}",
    file_waiting: "Waiting",
    file_ready: "Uploaded",
    file_stuck: "Interrupted",
    file_again: "Go on",
    files_kept: "These files have arrived. Untick those you do not want to send.",
    files_pending: "Waiting for the uploads …",

    protection_heading: "Protecting you",
    officials: "Is this about abuse of power or a violation by officials?",
    officials_hint: "Such as illegal levies, bribes, threats, or aid that was diverted.",
    officials_label: "About abuse by officials",
    officials_yes: "Yes",
    officials_yes_hint: "It is sealed from the moment it arrives. Only the provincial inspectorate reads it.",
    officials_no: "No",
    anonymous: "Hide my name",
    anonymous_hint: "Neither the office that handles it nor the public sees who you are. The content may still be published after a check.",
    confidential: "Keep the content confidential",
    confidential_hint: "The content will never be published. The office that handles it still reads it.",
    identity: "How to reach you",
    identity_lead: "You may leave all of this empty. What you fill in is kept sealed, apart from the complaint.",
    kept_for: "Used for nothing but this complaint. After its end your identity is erased within {identity} months, attachments {files}, the text {words}.",
    name: "Name",
    phone: "Telephone number",
    email: "E-mail address",

    review_heading: "Check, then send",
    similar: "Somebody may have reported this already",
    similar_lead: "If it is the same, say there that you have this too. If it is not, just send yours.",
    similar_about: "{stage}, {n} people have this too",
    review_lead: "Make sure everything is right. Once sent it cannot be changed, but you can add to it.",
    change: "Change",
    not_given: "Not given",
    on: "Yes",
    off: "No",
    purpose: "This data is used only to follow up your complaint.",
    send: "Send",
    sending: "Sending …",
    not_sent: "Not sent yet. What you filled in is still here, and sending again will not file it twice.",
    sent_before: "This form was sent before with other words, and that has arrived. If you send it again, it becomes a new complaint.",

    next: "Continue",
    back: "Back",
    steps: ["Kind", "What", "Place", "Sector", "Files", "Protection", "Check"],
    steps_label: "Steps of the form",
};

impl FilingTexts {
    /// What a class is.
    pub const fn class_explained(&self, class: Class) -> &'static str {
        match class {
            Class::Complaint => self.class_complaint,
            Class::Aspiration => self.class_aspiration,
            Class::InformationRequest => self.class_information_request,
        }
    }
}

reached_by! {
    /// Texts of the form.
    filing: FilingTexts
}

impl Lang {
    /// What the filing is used for, and how long what of it is kept.
    pub fn kept_for(self, retention: Retention) -> String {
        let months = [retention.identity_months, retention.files_months, retention.words_months];
        let [identity, files, words] = months.map(|months| months.to_string());
        fill(self.filing().kept_for, &[("identity", &identity), ("files", &files), ("words", &words)])
    }

    /// Where one stands among the steps; both counted from one.
    pub fn step_of(self, step: usize, steps: usize) -> String {
        [self.pick("Langkah ", "Step "), &step.to_string(), self.pick(" dari ", " of "), &steps.to_string()]
            .concat()
    }

    /// A file's size in kB or MB, of a thousand each, as limits are said.
    pub fn file_size(self, bytes: u64) -> String {
        if bytes < 1_000_000 {
            return [&bytes.div_ceil(1_000).to_string(), " kB"].concat();
        }
        let tenths = (bytes + 50_000) / 100_000;
        let comma = self.pick(",", ".");
        [&(tenths / 10).to_string(), comma, &(tenths % 10).to_string(), " MB"].concat()
    }

    /// How many parts of a photo are covered.
    pub fn covered(self, parts: u32) -> String {
        fill(self.filing().file_covered, &[("n", &parts.to_string())])
    }

    /// A file's bytes as it was taken, and what leaves the phone of them.
    pub fn shrunk(self, taken: u64, sent: u64) -> String {
        [self.file_size(taken), self.file_size(sent)].join(" → ")
    }

    /// How much of a file is there, in percent.
    pub fn uploaded(self, percent: u32) -> String {
        [self.pick("Mengunggah ", "Uploading "), &percent.to_string(), " %"].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_said_as_limits_are() {
        let check = |bytes: u64, expected: &str| assert_eq!(Lang::Id.file_size(bytes), expected);
        check(1, "1 kB");
        check(999_999, "1000 kB");
        check(1_000_000, "1,0 MB");
        check(4_260_000, "4,3 MB");
        check(10_000_000, "10,0 MB");
    }
}
