use crate::lang::table::{reached_by, table};
use crate::lang::{Lang, fill};

table! {
/// Texts of the tool that covers parts of a picture. `{n}` and the like stand for values.
pub struct RedactTexts {
    /// Opens the tool; the file's name follows, unseen.
    pub open: &'static str,
    /// While its code is fetched.
    pub opening: &'static str,
    /// That its code did not come.
    pub not_here: &'static str,
    /// Its heading.
    pub heading: &'static str,
    /// What to do.
    pub lead: &'static str,
    /// What keys do, for those who hear it.
    pub keys: &'static str,
    /// Name of the picture with its boxes.
    pub stage: &'static str,
    /// While the picture is opened.
    pub loading: &'static str,
    /// That it cannot be, and what is still possible.
    pub unreadable: &'static str,
    /// That the phone could not write the picture.
    pub no_memory: &'static str,

    /// Adds a box in the middle.
    pub add: &'static str,
    /// Undoes the last step.
    pub undo: &'static str,
    /// Does it again.
    pub redo: &'static str,
    /// Zooms in.
    pub nearer: &'static str,
    /// Zooms out.
    pub farther: &'static str,
    /// Moves the picture instead of drawing; a switch.
    pub pan: &'static str,
    /// Name of the row of buttons for the chosen box.
    pub chosen: &'static str,
    /// Moves a box to the left.
    pub left: &'static str,
    /// Moves it to the right.
    pub right: &'static str,
    /// Moves it up.
    pub up: &'static str,
    /// Moves it down.
    pub down: &'static str,
    /// Makes it wider.
    pub wider: &'static str,
    /// Makes it narrower.
    pub narrower: &'static str,
    /// Makes it taller.
    pub taller: &'static str,
    /// Makes it less tall.
    pub flatter: &'static str,
    /// Removes it.
    pub remove: &'static str,

    /// What a box is.
    pub cover: &'static str,
    /// A box and where it is.
    pub place: &'static str,
    /// How many boxes there are.
    pub count: &'static str,
    /// That there is none.
    pub none: &'static str,

    /// That what was saved cannot be opened again.
    pub forever: &'static str,
    /// Saves.
    pub save: &'static str,
    /// While it is saved.
    pub saving: &'static str,
    /// Leaves without saving.
    pub cancel: &'static str,
    /// Asks before boxes are thrown away.
    pub ask: &'static str,
    /// What happens to the picture then.
    pub ask_lead: &'static str,
    /// Throws them away.
    pub discard: &'static str,
    /// Goes on covering.
    pub stay: &'static str,
}
}

const ID: RedactTexts = RedactTexts {
    open: "Tutupi wajah atau pelat",
    opening: "Membuka …",
    not_here: "Alat untuk menutupi belum bisa dimuat. Coba lagi saat ada sambungan.",
    heading: "Tutupi wajah atau pelat nomor",
    lead: "Ketuk wajah, pelat nomor, atau tulisan yang tidak perlu terlihat, atau gambar kotak di atasnya.",
    keys: "Tombol panah menggeser kotak; dengan Shift lebih jauh, dengan Alt mengubah ukurannya. Delete menghapusnya.",
    stage: "Foto dan kotak penutupnya",
    loading: "Membuka foto …",
    unreadable: "Foto ini tidak bisa dibuka di HP ini. Anda tetap bisa mengirimnya apa adanya, atau menghapusnya dari lampiran.",
    no_memory: "HP ini kekurangan memori untuk menyimpan foto. Tutup aplikasi lain, lalu simpan lagi. Foto belum berubah.",

    add: "Tambah kotak",
    undo: "Urungkan",
    redo: "Ulangi",
    nearer: "Perbesar foto",
    farther: "Perkecil foto",
    pan: "Geser foto",
    chosen: "Atur kotak yang dipilih",
    left: "Geser kotak ke kiri",
    right: "Geser kotak ke kanan",
    up: "Geser kotak ke atas",
    down: "Geser kotak ke bawah",
    wider: "Lebarkan kotak",
    narrower: "Sempitkan kotak",
    taller: "Tinggikan kotak",
    flatter: "Pendekkan kotak",
    remove: "Hapus kotak",

    cover: "kotak penutup",
    place: "Kotak {n} dari {all}, kiri {left} %, atas {top} %, lebar {width} %, tinggi {height} %",
    count: "Jumlah kotak: {n}",
    none: "Belum ada kotak.",

    forever: "Setelah disimpan, bagian yang ditutup tidak bisa dibuka lagi.",
    save: "Simpan foto",
    saving: "Menyimpan …",
    cancel: "Batal",
    ask: "Buang kotak yang sudah digambar?",
    ask_lead: "Foto tetap seperti semula, tanpa bagian yang ditutup.",
    discard: "Buang kotak",
    stay: "Lanjut menutupi",
};

const EN: RedactTexts = RedactTexts {
    open: "Cover faces or plates",
    opening: "Opening …",
    not_here: "The tool for covering could not be loaded. Try again when there is a connection.",
    heading: "Cover faces or number plates",
    lead: "Tap faces, number plates or writing that need not be seen, or draw a box over them.",
    keys: "Arrow keys move a box; with Shift farther, with Alt they change its size. Delete removes it.",
    stage: "Photo and its boxes",
    loading: "Opening the photo …",
    unreadable: "This phone cannot open the photo. You can still send it as it is, or remove it from the attachments.",
    no_memory: "This phone has too little memory to save the photo. Close other apps, then save again. The photo has not changed.",

    add: "Add a box",
    undo: "Undo",
    redo: "Redo",
    nearer: "Zoom in",
    farther: "Zoom out",
    pan: "Move the photo",
    chosen: "Adjust the chosen box",
    left: "Move the box left",
    right: "Move the box right",
    up: "Move the box up",
    down: "Move the box down",
    wider: "Make the box wider",
    narrower: "Make the box narrower",
    taller: "Make the box taller",
    flatter: "Make the box less tall",
    remove: "Remove the box",

    cover: "covering box",
    place: "Box {n} of {all}, left {left} %, top {top} %, width {width} %, height {height} %",
    count: "Boxes: {n}",
    none: "There is no box yet.",

    forever: "Once saved, what is covered cannot be uncovered again.",
    save: "Save the photo",
    saving: "Saving …",
    cancel: "Cancel",
    ask: "Throw away the boxes you have drawn?",
    ask_lead: "The photo stays as it was, with nothing covered.",
    discard: "Throw away",
    stay: "Go on covering",
};

reached_by! {
    /// Texts of the tool that covers parts of a picture.
    redact: RedactTexts
}

impl Lang {
    /// A box and where it is: left, top, width and height in percent of the picture.
    pub fn cover_place(self, number: usize, all: usize, [left, top, width, height]: [u32; 4]) -> String {
        let values = [
            ("n", number.to_string()),
            ("all", all.to_string()),
            ("left", left.to_string()),
            ("top", top.to_string()),
            ("width", width.to_string()),
            ("height", height.to_string()),
        ];
        fill(self.redact().place, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
    }

    /// How many boxes there are.
    pub fn cover_count(self, count: usize) -> String {
        match count {
            0 => self.redact().none.to_owned(),
            _ => fill(self.redact().count, &[("n", &count.to_string())]),
        }
    }
}

#[cfg(all(test, not(feature = "late-texts")))]
mod tests {
    use super::*;

    #[test]
    fn a_box_is_told_by_its_place() {
        let told = Lang::Id.cover_place(2, 3, [20, 10, 15, 8]);
        assert_eq!(told, "Kotak 2 dari 3, kiri 20 %, atas 10 %, lebar 15 %, tinggi 8 %");
        assert_eq!(Lang::En.cover_count(0), "There is no box yet.");
        assert_eq!(Lang::Id.cover_count(2), "Jumlah kotak: 2");
    }
}
